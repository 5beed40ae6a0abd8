"""The exercise of the day: one draft to mend, from this shop's own cases or the pack; nobody is scored (P42)."""

import dataclasses
import datetime as dt
import itertools
import random
import re
from collections.abc import Iterable

from carepos import complaints, customers, staff
from carepos.database import Transaction
from carepos.text import japanese
from carepos.text.folding import composed, fold
from carepos.text.morphemes import Morpheme, morphemes
from carepos.wording import packs
from carepos.wording.packs import Exercise

OLD_ENOUGH = dt.timedelta(days=30)
CASES_LOOKED_AT = 40
SHORTEST, LONGEST = 6, 100
_NUMBER = re.compile(r"[\d〇一二三四五六七八九十百千万]*\d[\d,.:/-]*")
_ADDRESS = re.compile(r"@|https?:|www\.", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-zà-ÿ]+")
_HONORIFICS = frozenset({"様", "さま", "さん", "氏", "君", "くん", "ちゃん"})
_NOBODY = frozenset({"客", "店員", "店長", "皆", "みな", "どちら", "どなた"})
_SAID_OF_I = re.compile(r"\bI(?:'[a-z]+)?\b")


def exercise(tx: Transaction, day: dt.date, language: str) -> Exercise:
    """The draft to mend on a day: every other day with a customer's own words where there are any safe ones.

    In turn, in an order of its own each time round.
    """
    own = _own_cases(tx, language) if day.toordinal() % 2 else []
    if own:
        case = own[day.toordinal() // 2 % len(own)]
        return dataclasses.replace(packs.answers(language)[case.about], case=case.words)
    drafts = packs.exercises(language)
    round_, place = divmod(day.toordinal(), len(drafts))
    return random.Random(round_).sample(drafts, len(drafts))[place]


def _own_cases(tx: Transaction, language: str) -> list[complaints.Case]:
    """Complaints solved long ago whose words tell nobody, with their numbers blotted out."""
    cases = complaints.settled(tx, tx.now - OLD_ENOUGH, CASES_LOOKED_AT)
    people = customers.names(tx, (case.customer_id for case in cases))
    team = list(staff.names(tx).values())
    told = ((case, anonymous(case.words, language, [*people[case.customer_id], *team])) for case in cases)
    return [dataclasses.replace(case, words=words) for case, words in told if words]


def anonymous(words: str, language: str, names: Iterable[str]) -> str:
    """The words with their numbers blotted out; "" if they could tell who it was, or are long or in another language.

    Any name, of a person, a place or a maker, and any address is too much: such words are not used at all.
    """
    plain = " ".join(composed(words).split())
    if not SHORTEST <= len(plain) <= LONGEST or _ADDRESS.search(plain):
        return ""
    if any(name and fold(name) in fold(plain) for name in names):
        return ""
    if japanese.is_japanese(plain) != (language == "ja") or _names_somebody(plain, language):
        return ""
    return _NUMBER.sub("〇" if language == "ja" else "…", plain)


def _names_somebody(text: str, language: str) -> bool:
    if language != "ja":
        return bool(_CAPITAL.search(_SAID_OF_I.sub("i", text)))
    words = morphemes(text)
    called = (pair for pair in itertools.pairwise(words) if pair[1].surface in _HONORIFICS)
    return any(map(_may_be_a_name, words)) or any(one.surface not in _NOBODY for one, _ in called)


def _may_be_a_name(word: Morpheme) -> bool:
    """A proper noun, Latin letters, or kanji of which no dictionary knows a reading."""
    unknown = japanese.has_kanji(word.surface) and not japanese.is_kana(word.reading)
    return unknown or word.part[1] == "固有名詞" or (word.surface.isascii() and word.surface.isalpha())
