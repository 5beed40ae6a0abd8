"""What is folded into a Japanese word, as marks.

neg, soft     ～ません, ～ず, a main ない, but not ～ないことはない; soft with ～かねる
ask, let      ～か, ～ましょう; not ～ではないですか, which is insist, as ～よね
if            ～ば, ～たら, ～なら, ～ても, ～ない場合
request, not  ～ください, ～いただけますか, ～お願いします; not with ～ないでください
past, ing, can, passive, cause, allow, wish, only, perhaps, since (～から)
be, end       a noun that is said of something, and one that ends a sentence
you, we       whose act it is by its honorifics
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from carepos.wording.japanese_words import TOUCH, Token, Word, joined

_CASES = frozenset({"に", "で", "から", "まで", "と", "へ", "より", "の", "にて"})
_VOICES = (("れる", "passive"), ("せる", "cause"), ("たい", "wish"), ("だけ", "only"), ("知れる", "perhaps"))
_STAYING = frozenset({"居る", "おる", "有る", "いらっしゃる"})
_I_ROW = frozenset("いきぎしじちりみび")
_CONTRACTED = frozenset({"ちゃう", "じゃう", "とく", "どく", "ちまう"})
_POLITE = frozenset({"ます", "です", "下さる", "いらっしゃる", "御座る"})
_RANKS = frozenset({"先生", "部長", "課長", "社長", "専務", "会長", "教授"})


def mark(word: Word) -> None:
    """What the tail of a word means."""
    if word.head.a("助詞", "助動詞"):  # でも, ですから: an opener is one word
        word.head = joined([word.head, *word.tail])
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
    if not tail or attribute:
        return False
    said = tail[0].a("助動詞") or tail[0].lemma == "か" or "御座る" in [one.lemma for one in tail]
    return said and (word.noun or (word.head.form.startswith("連用形") and tail[0].lemma in ("だ", "です")))


def keys(word: Word) -> Iterator[str]:
    """What it is found by: its lemmas, what a verb and the noun made of it share (売り切れる, 売り切れ), its kind."""
    lemma = word.plain
    yield from (lemma, "=" + word.head.lemma, "=" + word.head.base)
    if word.deverbal and len(lemma) > 1:
        yield "~" + (lemma[:-1] if word.head.a("動詞") or lemma[-1] in _I_ROW else lemma)
        yield "<動詞>"
    if _potential(word.head):
        yield "<可能>"
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
    if _familiar(word):
        yield "<くだけ>"


def _familiar(word: Word) -> bool:
    """直しとく, 何だっけ, いいよ: contracted, or a plain form that ends in a particle, as friends speak."""
    said = [word.head, *word.tail]
    if any(_contracted(one, after) or one.surface == "っけ" for one, after in zip_longest(said[1:], said[2:])):
        return True
    if not word.tail or word.polite or any(one.lemma in _POLITE or one.form == "命令形" for one in said):
        return False
    return said[-1].surface in ("よ", "ね", "ぞ", "ぜ") and said[-2].form.startswith("終止形")


def _contracted(token: Token, after: Token | None) -> bool:
    """～とく, ～ちゃった; お体をおいとい～ください is none."""
    return token.base in _CONTRACTED and (after is not None or not token.form.startswith("連用形"))


def _open_stem(token: Token) -> bool:
    """読ま～: behind it せる is right, させる has one さ too many."""
    return token.pos[4].startswith("五段") and token.form.startswith("未然形")


def _negations(word: Word) -> int:
    """How often it is negated; not by ～かもしれない."""
    found = int(word.head.lemma in ("無い", "なし", "無し"))
    perhaps = False
    for one in word.tail:
        perhaps |= one.lemma == "知れる"
        if one.lemma in ("ない", "無い", "兼ねる") or one.base in ("まい", "がたい"):
            found += not perhaps
            perhaps = False
    return found


def _tense(word: Word) -> set[str]:
    """Whether it is past, asked, supposed, proposed."""
    even = any((one.lemma, after.lemma) == ("て", "も") for one, after in pairwise(word.tail))
    marks = {"if"} if even else set()
    for one, after in zip_longest(word.tail, word.tail[1:]):
        if _supposes(one):
            marks.add("if")
        elif one.lemma == "た":
            marks.add("past")
        elif one.lemma == "から" and one.a("接続助詞") and not (after and after.a("助動詞")):
            marks.add("since")
        elif one.lemma == "か" and (one.a("終助詞") or after is None) and not (after and after.lemma == "と"):
            marks.add("ask")
        elif one.form.startswith("意志推量形") and one.lemma not in ("です", "だ"):
            marks.add("let")
    return marks


def _supposes(token: Token) -> bool:
    """～ば, ～たら, ～なら, ～なきゃ, ～と."""
    supposed = token.form.startswith("仮定形") and token.lemma in ("た", "だ", "ない")
    return token.lemma == "ば" or supposed or (token.lemma == "と" and token.a("接続助詞"))


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
    staying = any(before == "て" and one in _STAYING for before, one in pairwise(lemmas))
    if staying or any(one.base == "てる" for one in word.tail):
        marks.add("ing")
    return marks


def _potential(token: Token) -> bool:
    """渡せる, いただける, and 承れます, which the dictionary takes for a command."""
    made = token.lemma[-1:] != "る" or token.base[-2:] == "れる" and len(token.base) > len(token.lemma)
    return token.a("動詞") and token.pos[4].startswith("下一段") and made and token.base != token.lemma


def _case(word: Word) -> str:
    """The particle that says what part the word plays; a copula (～でございます) is none."""
    if not word.noun:
        return ""
    tail = [one for one in word.tail if not one.a("接尾辞", "副助詞")]
    alone = all(one.lemma in TOUCH or one.lemma == "の" for one in tail[1:])
    return tail[0].surface if tail and alone and tail[0].surface in _CASES else ""


def _requests(word: Word, lemmas: Sequence[str]) -> bool:
    """～てください, ～いただけますか, ～願います, ～てほしい, and commands."""
    for one, after in zip([word.head, *word.tail], [*word.tail, None], strict=True):
        if one.form == "命令形" and not (one.lemma == "ます" or _potential_stem(one, after)):
            return True
    open_ = "ask" in word.marks and "past" not in word.marks
    asked = open_ and ("can" in word.marks and {"頂く", "貰う"} & set(lemmas) or "下さる" in lemmas)
    wished = "wish" in word.marks and {"頂く", "貰う"} & set(lemmas) and "せる" not in lemmas
    return bool(asked or wished) or "願う" in lemmas or "欲しい" in lemmas


def _potential_stem(token: Token, after: Token | None) -> bool:
    """承れ～ません looks like a command; ください～ませ is one."""
    return after is not None and after.lemma in ("ます", "ない") and token.lemma != "下さる"
