"""Japanese read as it is meant: words with their inflection folded into marks, of any politeness and spelling.

SudachiPy cuts a text into morphemes; here a word takes the particles and auxiliaries behind it as its tail, and what
they mean becomes marks: "neg" (～ません, ～ず, ～かねる and a main ない alike; not ～ないことはない), "ask", "if", "request",
"past", "can", "passive", "cause", "only", "soft" (～かねる), "let" (～ましょう), "ing" (～ている),
"insist" (～よね, ～ではないですか), "perhaps" (～かもしれない), "allow" (～させていただく), "be" (a noun that is said of something),
"end" (a noun that ends a sentence), and by its honorifics whose act it is: "you" or "we".
"""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from sudachipy import Dictionary, SplitMode

PIECE = 8000  # characters; the tokenizer refuses more than 49,149 bytes at once
_SAME = {
    "られる": "れる",
    "させる": "せる",
    "ぬ": "ない",
    "ず": "ない",
    "なれる": "成る",
    "ほう": "ほう",
    "てる": "居る",
}
_PLAIN = {"御座る": "有る", "無い": "有る", "なし": "有る", "無し": "有る", "おる": "居る", "致す": "為る", "なさる": "為る"} | {
    "申す": "言う", "仰る": "言う", "参る": "行く", "存じ上げる": "知る", "存じる": "知る", "頂戴": "頂く", "わたくし": "私"
}  # fmt: skip
_HELPERS = frozenset(
    "居る おる 有る 置く 仕舞う 下さる 頂く 貰う 呉れる 遣る 上げる 差し上げる 行く 来る 見る 参る いらっしゃる 欲しい".split()
)  # noqa: E501, SIM905
_LIGHT = frozenset({"為る", "致す", "なさる", "頂く", "下さる", "申し上げる", "差し上げる", "貰う"})
_BEING = frozenset({"無い", "有る", "御座る", "いらっしゃる"})
_TOUCH = frozenset({"は", "も", "すら", "さえ", "が"})
_CASES = frozenset({"に", "で", "から", "まで", "と", "へ", "より", "の", "にて"})
_FORMAL = frozenset({"こと", "訳", "筈", "物", "所"})
_WHENS = frozenset({"場合", "時", "際", "折", "方", "客", "点", "こと", "物", "日", "者"})
_DEVERBAL = re.compile("[一-龯々][ぁ-ゖ]?[いきぎしじちりみびえけげせてれべめね]$")
_E_ROW = frozenset("えけげせぜてでねべめれ")
_VOICES = (("れる", "passive"), ("せる", "cause"), ("たい", "wish"), ("だけ", "only"), ("知れる", "perhaps"))
_I_ROW = frozenset("いきぎしじちりみび")
_RANKS = frozenset({"先生", "部長", "課長", "社長", "専務", "会長", "教授"})
_ENDS = re.compile("[。．.!！?？\n\r♪]")


class Token(NamedTuple):
    """A morpheme: where it stands in the text, as written, its lemma as written and of any spelling, what it is."""

    start: int
    end: int
    surface: str
    base: str
    lemma: str
    pos: tuple[str, ...]

    def a(self, *kinds: str) -> bool:
        """Whether it is one of these parts of speech."""
        return any(kind in self.pos for kind in kinds)

    @property
    def form(self) -> str:
        """How it is inflected."""
        return self.pos[5]


@dataclass(slots=True, eq=False)
class Word:
    """A word and what is folded into it; `case` is its particle when it says more than は, が, を or none do."""

    head: Token
    start: int
    sentence: int
    polite: bool
    tail: list[Token] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    keys: frozenset[str] = frozenset()
    case: str = ""
    clause: int = 0
    comma: bool = False
    filler: bool = False
    act: bool = False  # says that something is done or is so
    passing: bool = False  # may stand between the words of a phrase: adverbs, 今, ～のほう

    @property
    def end(self) -> int:
        """Where its tail ends in the text."""
        return self.tail[-1].end if self.tail else self.head.end

    @property
    def plain(self) -> str:
        """Its lemma without politeness: ござる and 無い are 有る."""
        return _PLAIN.get(self.head.lemma, self.head.lemma)

    @property
    def deverbal(self) -> bool:
        """Whether it is a verb, or a noun made of one."""
        return self.head.a("動詞") or (self.head.a("名詞") and bool(_DEVERBAL.search(self.head.lemma)))

    @property
    def noun(self) -> bool:
        """Whether a particle says what part it plays."""
        return self.head.a("名詞", "代名詞", "形状詞")

    def ends(self, *lemmas: str) -> bool:
        """Whether its tail ends so; は and も at the end do not count."""
        bare = [one.lemma for one in self.tail]
        while bare and bare[-1] in _TOUCH:
            bare.pop()
        return tuple(bare[-len(lemmas) :]) == lemmas


def read(text: str) -> list[Word]:
    """The words of a text of any length, in order."""
    words: list[Word] = []
    for offset in range(0, len(text), PIECE):
        words += _cut(_tokens(text[offset : offset + PIECE], offset), words[-1].sentence + 1 if words else 0)
    for word in words:
        _mark(word)
        word.keys = frozenset(_keys(word))
    for mend in (_ways, _only, _double, _obliged, _supposed, _surely):
        mend(words)
    _clauses(words)
    for word in words:
        word.act = _acts(word)
        word.passing = word.filler or word.head.a("副詞", "感動詞") or (word.head.a("副詞可能") and not word.case)
    return words


@functools.cache
def _dictionary() -> Dictionary:
    return Dictionary(dict="small")


def _tokens(text: str, offset: int) -> Iterator[Token]:
    tokenizer = _dictionary().tokenizer()  # its own each time: one must not be shared between threads
    for one in tokenizer.tokenize(text, SplitMode.C):
        base, lemma = one.dictionary_form(), one.normalized_form()
        pos = one.part_of_speech()
        lemma = "て" if lemma == "で" and "接続助詞" in pos else _SAME.get(base) or _SAME.get(lemma, lemma)
        yield Token(offset + one.begin(), offset + one.end(), one.surface(), base, lemma, pos)


def _cut(tokens: Iterable[Token], sentence: int) -> list[Word]:
    words: list[Word] = []
    honour: Token | None = None
    for token in tokens:
        word = words[-1] if words and words[-1].sentence == sentence else None
        if _ENDS.search(token.surface):
            if word:
                word.marks |= {"ask"} if token.surface in "?？" else set()
            sentence += 1
        elif token.a("補助記号", "空白", "記号"):
            if word and token.a("読点"):
                word.comma = True
        elif token.a("接頭辞") and token.lemma == "御":
            honour = token
            continue
        elif word and _joins(word, token, honour is not None):
            word.tail.append(token)
        else:
            words.append(_begun(words, token, honour, sentence))
        honour = None
    return words


def _begun(words: list[Word], token: Token, honour: Token | None, sentence: int) -> Word:
    polite = honour is not None or token.lemma.startswith("御")
    return Word(token, honour.start if honour else token.start, sentence, polite)


def _joins(word: Word, token: Token, honoured: bool) -> bool:
    """Whether a morpheme belongs to the word before it."""
    if token.a("助詞", "助動詞", "接尾辞", "助動詞語幹"):
        return not word.comma
    if token.lemma == "願う":
        return word.head.a("名詞") and (not word.tail or word.ends("を"))
    if token.lemma == "知れる":
        return word.ends("か")
    return not honoured and token.a("非自立可能") | (token.lemma in _LIGHT) and (_helps(word, token) or _light(word, token))


def _helps(word: Word, token: Token) -> bool:
    """Auxiliaries: ～ている, ～てくださる, ～ではない, ～くはない."""
    if word.ends("て"):
        return token.lemma in _HELPERS
    last = next((one for one in reversed(word.tail) if one.lemma not in _TOUCH), word.head)
    being = last.lemma in ("だ", "で") and bool(word.tail)
    being |= last.form.startswith("連用形") and last.a("形容詞", "助動詞-ナイ", "助動詞-タイ")
    return being and token.lemma in _BEING


def _light(word: Word, token: Token) -> bool:
    """～する, お～いたす, ご～になる, お～ください: verbs that only carry the inflection."""
    behind = [one.lemma for one in word.tail]
    if behind[-1:] == ["願う"]:
        return token.lemma in _LIGHT or token.lemma == "出来る"
    acts = word.head.a("サ変可能") or word.polite
    if behind == ["に"]:
        return word.polite and (word.deverbal or acts) and token.lemma == "成る"
    given = word.noun and token.lemma in ("下さる", "頂く") and behind in ([], ["を"])
    return given or acts and token.lemma in _LIGHT and all(one in _TOUCH or one == "を" for one in behind)


def _mark(word: Word) -> None:
    """What the tail of a word means."""
    if word.head.a("助詞", "助動詞"):  # でも, ですから: an opener is one word
        word.head = _joined([word.head, *word.tail])
        word.tail = []
    lemmas = [one.lemma for one in word.tail]
    word.marks |= _tense(word) | _voice(word, lemmas)
    word.case = _case(word)
    if _negations(word) % 2:
        word.marks |= {"neg", "soft"} if "兼ねる" in lemmas else {"neg"}
    if _said_of(word):
        word.marks.add("be")
    if _requests(word, lemmas):
        word.marks = word.marks - {"neg", "ask"} | {"request"} | ({"not"} if "neg" in word.marks else set())


def _said_of(word: Word) -> bool:
    """Whether a copula follows (規則です, 規則なので, 規則かと), not only な before a noun."""
    tail = [one for one in word.tail if not one.a("接尾辞", "副助詞")]
    attribute = len(tail) == 1 and tail[0].surface in ("な", "に", "で")
    if (
        not tail
        or attribute
        or not (word.noun or word.head.form.startswith("連用形") and tail[0].lemma in ("だ", "です"))
    ):
        return False
    return tail[0].a("助動詞") or tail[0].lemma == "か" or "御座る" in [one.lemma for one in tail]


def _joined(tokens: Sequence[Token]) -> Token:
    said = "".join(one.surface for one in tokens)
    return Token(tokens[0].start, tokens[-1].end, said, said, said, ("接続詞", *["*"] * 5))


def _keys(word: Word) -> Iterator[str]:
    """What it is found by: its lemmas, what a verb and the noun made of it share (売り切れる, 売り切れ), its kind."""
    lemma = word.plain
    yield from (lemma, "=" + word.head.lemma, "=" + word.head.base)
    if word.deverbal and len(lemma) > 1:
        yield "~" + (lemma[:-1] if word.head.a("動詞") or lemma[-1] in _I_ROW else lemma)
        yield "<動詞>"
    if word.head.a("数詞"):
        yield "<数>"
    elif word.head.a("名詞"):
        yield "<名詞>"
    if word.head.a("サ変可能"):
        yield "<サ変>"
    if word.tail and word.tail[0].surface in ("様", "さま", "さん") or word.plain in _RANKS:
        yield "<様>"
    if any(one.base == "させる" and _open_stem(before) for before, one in pairwise([word.head, *word.tail])):
        yield "<さ入れ>"


def _open_stem(token: Token) -> bool:
    """読ま～: behind it せる is right, させる has one さ too many."""
    return token.pos[4].startswith("五段") and token.form.startswith("未然形")


def _negations(word: Word) -> int:
    found = int(word.head.lemma in ("無い", "なし", "無し"))
    perhaps = False
    for one in word.tail:
        perhaps |= one.lemma == "知れる"
        if one.lemma in ("ない", "無い", "兼ねる") or one.base in ("まい", "がたい"):
            found += not perhaps
            perhaps = False
    return found


def _tense(word: Word) -> set[str]:
    even = any((one.lemma, after.lemma) == ("て", "も") for one, after in pairwise(word.tail))
    marks = {"if"} if even else set()
    for one, after in pairwise([*word.tail, None]):
        if one is None:
            break
        supposed = one.form.startswith("仮定形")
        if (
            one.lemma == "ば"
            or supposed
            and one.lemma in ("た", "だ", "ない")
            or one.lemma == "と"
            and one.a("接続助詞")
        ):
            marks.add("if")
        elif one.lemma == "た":
            marks.add("past")
        elif one.lemma == "か" and (one.a("終助詞") or after is None) and not (after and after.lemma == "と"):
            marks.add("ask")
        elif one.form.startswith("意志推量形") and one.lemma not in ("です", "だ"):
            marks.add("let")
    return marks


def _voice(word: Word, lemmas: Sequence[str]) -> set[str]:
    """Whether it can, is done, is made to; and whose act it is by its honorifics."""
    marks = {mark for lemma, mark in _VOICES if lemma in lemmas}
    if any(_potential(one) for one in [word.head, *word.tail]):
        marks.add("can")
    if {"せる", "頂く"} <= set(lemmas) or {"致す", "申し上げる", "差し上げる"} & set(lemmas):
        marks.add("we")
    elif {"なさる", "成る", "下さる", "いらっしゃる", "頂く"} & set(lemmas):
        marks.add("you")
    if {"せる", "頂く"} <= set(lemmas):
        marks.add("allow")
    if any(
        before == "て" and one in ("居る", "おる", "有る", "いらっしゃる") for before, one in pairwise(lemmas)
    ) or _colloquial(word):
        marks.add("ing")
    return marks


def _colloquial(word: Word) -> bool:
    return any(one.base == "てる" for one in word.tail)


def _potential(token: Token) -> bool:
    """渡せる, いただける, and 承れます, which the dictionary takes for a command."""
    made = token.lemma[-1:] != "る" or token.base[-2:] == "れる" and len(token.base) > len(token.lemma)
    return token.a("動詞") and token.pos[4].startswith("下一段") and made and token.base != token.lemma


def _case(word: Word) -> str:
    """The particle that says what part the word plays; a copula (～でございます) is none."""
    if not word.head.a("名詞", "代名詞", "形状詞"):
        return ""
    tail = [one for one in word.tail if not one.a("接尾辞", "副助詞")]
    if (
        not tail
        or tail[0].surface not in _CASES
        or not all(one.lemma in _TOUCH or one.lemma == "の" for one in tail[1:])
    ):
        return ""
    return tail[0].surface


def _requests(word: Word, lemmas: Sequence[str]) -> bool:
    """～てください, ～いただけますか, ～願います, ～てほしい, and commands."""
    for one, after in pairwise([word.head, *word.tail, None]):
        if one and one.form == "命令形" and not (one.lemma == "ます" or _potential_stem(one, after)):
            return True
    asked = "ask" in word.marks and ("can" in word.marks and {"頂く", "貰う"} & set(lemmas) or "下さる" in lemmas)
    wished = "wish" in word.marks and {"頂く", "貰う"} & set(lemmas) and "せる" not in lemmas
    return bool(asked or wished) or "願う" in lemmas or "欲しい" in lemmas


def _potential_stem(token: Token, after: Token | None) -> bool:
    """承れ～ません looks like a command; ください～ませ is one."""
    return after is not None and after.lemma in ("ます", "ない") and token.lemma != "下さる"


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
        if "neg" in word.marks & after.marks and after.plain in ("成る", "行く", "駄目"):
            if "if" in word.marks or word.ends("て"):
                word.marks -= {"neg", "if"}
                after.marks.discard("neg")


def _supposed(words: list[Word]) -> None:
    """～ない場合は, ～ないことが: a negation that is only supposed."""
    for word, after in pairwise(words):
        if "neg" in word.marks and after.plain in _WHENS and word.sentence == after.sentence and not _ended(word):
            word.marks.add("if")


def _ended(word: Word) -> bool:
    """Whether a clause ends with the word: ～が, ～ので, ～から."""
    return any(one.a("接続助詞") for one in word.tail) or word.comma


def _surely(words: list[Word]) -> None:
    """～ではないですか, ～では。: a softened statement; a last ～て asks for something."""
    for word, after in zip(words, [*words[1:], None], strict=True):
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


def _acts(word: Word) -> bool:
    """A verb, or a noun with a verb or a copula behind it, or with お～ before it (お渡しできます)."""
    said = any(one.a("動詞", "助動詞") for one in word.tail)
    return not word.head.a("名詞") or said or "end" in word.marks or (word.polite and word.deverbal)


def _left_open(word: Word) -> bool:
    said = [one.lemma for one in word.tail if one.lemma not in ("ね", "よ")]
    return said[-1:] == ["て"]


def _clauses(words: list[Word]) -> None:
    """Numbers the clauses: ～が, ～ので, ～から, ～し and ends of sentences part them."""
    clause = 0
    for word, after in zip(words, [*words[1:], None], strict=True):
        word.clause = clause
        parted = any(one.a("接続助詞") and one.lemma != "て" for one in word.tail) or word.ends("の", "だ")
        clause += parted or after is None or after.sentence != word.sentence
