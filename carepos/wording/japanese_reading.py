"""Japanese read as it is meant: words with their inflection folded into marks, of any politeness and spelling."""

import functools
from itertools import pairwise, zip_longest

from carepos.wording.japanese_marks import keys, mark
from carepos.wording.japanese_words import Token, Word, cut

PIECE = 8000  # characters; the tokenizer refuses more than 49,149 bytes at once
_FORMAL = frozenset({"こと", "訳", "筈", "物", "所"})
_WHENS = frozenset({"場合", "時", "際", "折", "方", "客", "点", "こと", "物", "日", "者"})


def read(text: str) -> list[Word]:
    """The words of a text of any length, in order."""
    words: list[Word] = []
    for offset in range(0, len(text), PIECE):
        words += cut(text[offset : offset + PIECE], offset, words[-1].sentence + 1 if words else 0)
    for word in words:
        _mean(word)
    for mend in (_ways, _only, _double, _obliged, _supposed, _surely, _wondered):
        mend(words)
    _clauses(words)
    for word in words:
        word.act = _acts(word)
        word.passing = word.filler or word.head.a("副詞", "感動詞") or (word.head.a("副詞可能") and not word.case)
    return words


def _mean(word: Word) -> None:
    """Marks a word; the same word means the same wherever it stands, and a draft is read anew with every key."""
    if word.head.a("助詞", "助動詞"):  # an opener: its tail becomes its head
        mark(word)
        word.keys = frozenset(keys(word))
        return
    said = tuple(Token(0, 0, *one[2:]) for one in (word.head, *word.tail))
    marks, word.case, word.keys = _meaning(said, word.polite, "ask" in word.marks)
    word.marks = set(marks)


@functools.lru_cache(5_000)
def _meaning(said: tuple[Token, ...], polite: bool, asked: bool) -> tuple[frozenset[str], str, frozenset[str]]:
    """The marks, the case and the keys of a word said like this."""
    word = Word(said[0], 0, 0, polite, list(said[1:]), {"ask"} if asked else set())
    mark(word)
    return frozenset(word.marks), word.case, frozenset(keys(word))


def _ways(words: list[Word]) -> None:
    """～のほう and ～すること before できる say nothing of their own: the word before takes their part."""
    for before, word in pairwise(words):
        if word.plain in ("方", "ほう") and before.case == "の" and word.sentence == before.sentence:
            before.case, word.filler = word.case, True
    for word, after in pairwise(words):
        word.filler |= word.plain == "こと" and after.plain == "出来る"


def _only(words: list[Word]) -> None:
    """～しかない is no negation."""
    for word, after in pairwise(words):
        if any(one.lemma == "しか" for one in word.tail) and "neg" in after.marks:
            after.marks = after.marks - {"neg"} | {"only"}


def _double(words: list[Word]) -> None:
    """～ないことはない, ～ないわけではない: two negations are none."""
    for at, word in enumerate(words):
        after = words[at + 1 : at + 3]
        if "neg" in word.marks and after and after[0].plain in _FORMAL:
            second = after[0] if "neg" in after[0].marks else after[-1]
            if "neg" in second.marks and second.plain in {"有る", *_FORMAL}:
                word.marks.discard("neg")
                second.marks.discard("neg")


def _obliged(words: list[Word]) -> None:
    """～なければならない, ～ないといけない: what must be is no negation."""
    for word, after in pairwise(words):
        must = "neg" in word.marks & after.marks and after.plain in ("成る", "行く", "駄目")
        if must and ("if" in word.marks or word.ends("て")):
            word.marks -= {"neg", "if"}
            after.marks.discard("neg")


def _supposed(words: list[Word]) -> None:
    """～ない場合は, ～ないことが, 見つからない品を: a negation that is only supposed."""
    for word, after in pairwise(words):
        near = "neg" in word.marks and word.sentence == after.sentence and not _ended(word)
        if near and (after.plain in _WHENS or _describes(word, after)):
            word.marks.add("if")


def _describes(word: Word, after: Word) -> bool:
    """Whether a negation tells which thing is meant; not in 返品できない商品です, which is the no itself."""
    plain = bool(word.tail) and word.tail[-1].lemma in ("ない", "無い") and word.tail[-1].form.startswith("連体形")
    return plain and after.head.a("名詞") and not {"be", "end"} & after.marks


def _ended(word: Word) -> bool:
    """Whether a clause ends with the word: ～が, ～ので, ～から."""
    return any(one.a("接続助詞") for one in word.tail) or word.comma


def _surely(words: list[Word]) -> None:
    """～ではないですか, ～では。 state more softly; a last ～て asks for something."""
    for word, after in zip_longest(words, words[1:]):
        last = after is None or after.sentence != word.sentence
        if [one.lemma for one in word.tail[-2:]] == ["よ", "ね"]:
            word.marks.add("insist")
        if last and word.noun and not word.case and not any(one.a("動詞", "助動詞") for one in word.tail):
            word.marks.add("end")
        if {"neg", "ask"} <= word.marks and any(one.lemma in ("だ", "で") for one in word.tail):
            word.marks = word.marks - {"neg", "ask"} | {"insist"} | ({"be"} if word.noun else set())
        elif last and word.case == "で" and word.tail[-1].lemma == "は":
            word.case = ""
            word.marks.discard("ask")
        elif last and word.head.a("動詞", "サ変可能") and "be" not in word.marks and _left_open(word):
            word.marks.add("request")


def _wondered(words: list[Word]) -> None:
    """～たのか、うかがう: a question within a sentence asks nobody."""
    for word, after in pairwise(words):
        plain = word.ends("か") and not {"です", "ます"} & {one.lemma for one in word.tail}
        if plain and word.sentence == after.sentence:
            word.marks.discard("ask")


def _left_open(word: Word) -> bool:
    """Whether it ends in ～て; ～まして only leaves something unsaid."""
    said = [one.lemma for one in word.tail if one.lemma not in ("ね", "よ")]
    return said[-1:] == ["て"] and said[-2:-1] != ["ます"]


def _acts(word: Word) -> bool:
    """A verb, or a noun with a verb or a copula behind it, or with お～ before it (お渡しできます)."""
    said = any(one.a("動詞", "助動詞") for one in word.tail)
    return not word.head.a("名詞") or said or "end" in word.marks or (word.polite and word.deverbal)


def _clauses(words: list[Word]) -> None:
    """Numbers the clauses: ～が, ～ので, ～から, ～し and ends of sentences part them."""
    clause = 0
    for word, after in zip_longest(words, words[1:]):
        word.clause = clause
        parted = any(one.a("接続助詞") and one.lemma != "て" for one in word.tail) or word.ends("の", "だ")
        clause += parted or after is None or after.sentence != word.sentence
