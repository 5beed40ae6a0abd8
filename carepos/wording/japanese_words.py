"""Japanese cut into words, each with the particles and auxiliaries behind it; the morphemes are SudachiPy's."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from carepos.text import morphemes

_SAME = {
    "られる": "れる",
    "させる": "せる",
    "ぬ": "ない",
    "ず": "ない",
    "なれる": "成る",
    "ほう": "ほう",
    "てる": "居る",
}
_PLAIN = {
    "御座る": "有る",
    "無い": "有る",
    "なし": "有る",
    "無し": "有る",
    "おる": "居る",
    "致す": "為る",
    "なさる": "為る",
}
_PLAIN |= {"申す": "言う", "仰る": "言う", "参る": "行く", "存じ上げる": "知る", "存じる": "知る", "頂戴": "頂く"}
_HELPERS = frozenset({"居る", "おる", "有る", "置く", "仕舞う", "下さる", "頂く", "貰う", "呉れる", "遣る", "上げる"})
_HELPERS |= {"差し上げる", "行く", "来る", "見る", "参る", "いらっしゃる", "欲しい"}
_LIGHT = frozenset({"為る", "致す", "なさる", "頂く", "下さる", "申し上げる", "差し上げる", "貰う"})
_BEING = frozenset({"無い", "有る", "御座る", "いらっしゃる"})
TOUCH = frozenset({"は", "も", "すら", "さえ", "が"})
_DEVERBAL = re.compile("[一-龯々][ぁ-ゖ]?[いきぎしじちりみびえけげせてれべめね]$")
_ENDS = re.compile("[。．.!！?？\n\r♪]")


class Token(NamedTuple):
    """A morpheme: where it stands in the text, as written, its lemma as written and of any spelling, what it is."""

    start: int
    end: int
    surface: str
    base: str
    lemma: str
    pos: tuple[str, ...]
    parts: frozenset[str]

    def a(self, *kinds: str) -> bool:
        """Whether it is one of these parts of speech."""
        return not self.parts.isdisjoint(kinds)

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
        while bare and bare[-1] in TOUCH:
            bare.pop()
        return tuple(bare[-len(lemmas) :]) == lemmas


def cut(text: str, offset: int, sentence: int) -> list[Word]:
    """The words of a text that begins so many characters into the whole, sentences numbered from one; unmarked."""
    words: list[Word] = []
    honour: Token | None = None
    for token in _tokens(text, offset):
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
            words.append(_begun(token, honour, sentence))
        honour = None
    return words


def _tokens(text: str, offset: int) -> Iterator[Token]:
    for one in morphemes.tokens(text, compounds=True):
        base, lemma = one.dictionary_form(), one.normalized_form()
        pos = one.part_of_speech()
        lemma = "て" if lemma == "で" and "接続助詞" in pos else _SAME.get(base) or _SAME.get(lemma, lemma)
        yield Token(offset + one.begin(), offset + one.end(), one.surface(), base, lemma, pos, _parts(pos))


@functools.cache
def _parts(pos: tuple[str, ...]) -> frozenset[str]:
    return frozenset(pos)


def _begun(token: Token, honour: Token | None, sentence: int) -> Word:
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
    carries = token.a("非自立可能") or token.lemma in _LIGHT
    return carries and not honoured and (_helps(word, token) or _light(word, token))


def _helps(word: Word, token: Token) -> bool:
    """Auxiliaries: ～ている, ～てくださる, ～ではない, ～くはない."""
    if word.ends("て"):
        return token.lemma in _HELPERS
    last = next((one for one in reversed(word.tail) if one.lemma not in TOUCH), word.head)
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
    return given or (acts and token.lemma in _LIGHT and all(one in TOUCH or one == "を" for one in behind))


def joined(tokens: Iterable[Token]) -> Token:
    """An opener of a sentence (でも, ですから) as one morpheme."""
    tokens = list(tokens)
    said = "".join(one.surface for one in tokens)
    pos = ("接続詞", *["*"] * 5)
    return Token(tokens[0].start, tokens[-1].end, said, said, said, pos, _parts(pos))
