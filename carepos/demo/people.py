"""Drawing customers and their visits: who they are, since when, how often they came and what they bought."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from carepos.customers import Details
from carepos.demo import pools
from carepos.demo.moments import Days, id_at

DORMANT = pools.Part("四月一日", "わたぬき")
"""The family name, borne by nobody else, of customers who have not come for years (the figure V2)."""

FOREIGN_EVERY, NOTE_EVERY = 97, 3
PHONES = 270_000_000
PHONE_STEP = 104_729
"""A prime: numbers this far apart never meet again before all of them are used."""


def card_of(number: int) -> str:
    """The member's card of a number."""
    return f"M{number:07d}"


@dataclass(frozen=True)
class Wanted:
    """What kind of crowd: how many, how often they come, around which days, since when, and what they like.

    `receipts` counts each day's receipts; `first` is the number of the first customer; so many come `today`, and so
    many have been `dormant` for years.
    """

    count: int
    visits: Callable[[random.Random], int]
    days: Days
    opened: dt.date
    likings: tuple[str, ...]
    receipts: dict[dt.date, int]
    first: int = 0
    today: int = 0
    dormant: int = 0


@dataclass(frozen=True, slots=True)
class Visit:
    """One receipt."""

    id: bytes
    at: dt.datetime
    day: dt.date
    receipt: str
    basket: pools.Basket


@dataclass(frozen=True, slots=True)
class Person:
    """One customer with what they bought, oldest first."""

    id: bytes
    details: Details
    since: dt.datetime
    visits: list[Visit]
    liking: str


class People:
    """Customers of one crowd, in the order in which they first came."""

    def __init__(self, rng: random.Random, wanted: Wanted) -> None:
        self._rng = rng
        self._wanted = wanted
        self._baskets = pools.baskets(rng, wanted.days.settings.language)
        self._phones = rng.randrange(PHONES)
        self._today = wanted.days.settings.day_of(wanted.days.now)
        self._span = (self._today - wanted.opened).days
        self._dormant_every = wanted.count // wanted.dormant if wanted.dormant else 0
        self._today_every = wanted.count // wanted.today if wanted.today else 0

    def some(self, start: int, end: int) -> Iterator[Person]:
        """The customers from `start` until before `end`."""
        families = pools.families().draw(self._rng, end - start)
        givens = pools.givens().draw(self._rng, end - start)
        for number, family, given in zip(range(start, end), families, givens, strict=True):
            yield self._person(number, family, given)

    def _person(self, number: int, family: pools.Part, given: pools.Part) -> Person:
        dormant = self._among(number, self._dormant_every, self._wanted.dormant)
        back = self._span * number // self._wanted.count // (2 if dormant else 1)
        since = self._moment(self._wanted.opened + dt.timedelta(days=back))
        visits = self._visits(since, dormant, self._among(number, self._today_every, self._wanted.today))
        details = self._details(self._wanted.first + number, DORMANT if dormant else family, given)
        liking = self._rng.choice(self._wanted.likings) if number % NOTE_EVERY == 0 else ""
        return Person(self._id(since), details, since, visits, liking)

    @staticmethod
    def _among(number: int, every: int, most: int) -> bool:
        """Whether this is one of `most` customers spread evenly over the crowd."""
        return every > 0 and number % every == 0 and number // every < most

    def _below(self, end: int) -> int:
        """A whole number from 0; a third of the time of randrange."""
        return int(self._rng.random() * end)

    def _id(self, moment: dt.datetime) -> bytes:
        return bytes.fromhex(id_at(self._rng, moment))

    def _moment(self, day: dt.date) -> dt.datetime:
        """Some moment of a day between ten and seven; of today, one that is past."""
        if day == self._today:
            return self._wanted.days.ago(0, f"{10 + self._below(6)}:{self._below(60):02d}")
        at = dt.time(10 + self._below(9), self._below(60), self._below(60))
        return dt.datetime.combine(day, at, self._wanted.days.settings.zone)

    def _visits(self, since: dt.datetime, dormant: bool, today: bool) -> list[Visit]:
        """Half of the customers stopped coming at some time; dormant ones did so years ago."""
        left = (self._today - since.date()).days - 1
        stays = left // 4 if dormant else left if self._rng.random() < 0.5 else self._below(left)
        count = max(self._wanted.visits(self._rng), int(dormant))
        days = [since.date() + dt.timedelta(days=self._below(stays)) for _ in range(count)]
        moments = sorted(max(since, self._moment(day)) for day in (*days, *([self._today] if today else ())))
        return [self._visit(moment) for moment in moments]

    def _visit(self, at: dt.datetime) -> Visit:
        settings = self._wanted.days.settings
        day = settings.day_of(at) if at.hour < settings.day_ends_hour else at.date()
        self._wanted.receipts[day] += 1
        receipt = f"{day:%Y%m%d}-{self._wanted.receipts[day]:04d}"
        return Visit(self._id(at), at, day, receipt, self._baskets[self._below(len(self._baskets))])

    def _details(self, number: int, family: pools.Part, given: pools.Part) -> Details:
        language = "ja"
        if number % FOREIGN_EVERY == FOREIGN_EVERY - 1:
            family, given, language = self._rng.choice(pools.foreign())
        return Details(
            family=family.text,
            given=given.text,
            family_kana=family.kana,
            given_kana=given.kana,
            phone=self._phone(number),
            email=f"m{number:07d}@example.jp" if number % 3 == 1 else "",
            card=card_of(number),
            birthday=f"{1 + self._below(12):02d}-{1 + self._below(28):02d}" if number % 5 < 2 else "",
            language=language,
        )

    def _phone(self, number: int) -> str:
        """A mobile number nobody else in the crowd has."""
        place, rest = divmod((self._phones + PHONE_STEP * number) % PHONES, PHONES // 3)
        return f"{('090', '080', '070')[place]}{10_000_000 + rest}"
