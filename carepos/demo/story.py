"""The people written by hand: what happened to them, told by the real commands at the moments it happened."""

import datetime as dt
import random
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from carepos import complaints, customers, daybook, feedback, loyalty, promises, purchases
from carepos.database import Actor, Transaction
from carepos.demo import pools
from carepos.demo.moments import Days, id_at
from carepos.paths import resources

Event = dict[str, Any]
Step = tuple[dt.datetime, Actor, Callable[[Transaction, str], object]]


@cache
def script() -> dict[str, Any]:
    """The story as it is written in resources/demo/story.toml."""
    script: dict[str, Any] = tomllib.loads((resources() / "demo" / "story.toml").read_text(encoding="utf-8"))
    return script


@dataclass(frozen=True)
class Cast:
    """Who acts in the story, and when "now" is."""

    days: Days
    team: dict[str, Actor]
    owner: Actor
    language: str

    def said(self, words: dict[str, str]) -> str:
        """Words in the demo's language."""
        return words[self.language]

    def due(self, event: Event) -> dt.datetime:
        """By when an event's promise is due."""
        return self.days.ahead(event["due"]["ahead"], event["due"]["at"])


def tell(tx: Transaction, rng: random.Random, cast: Cast, crowd: list[str]) -> None:
    """Plays everything in the order in which it happened, each moment in a unit of its own on the one connection."""
    steps = [*_hand_written(rng, cast), *(_past(rng, cast, crowd) if crowd else ()), *_evening(cast)]
    for moment, actor, act in sorted(steps, key=lambda step: step[0]):
        act(Transaction(tx.connection, moment, actor, tx.settings), id_at(rng, moment))


def _hand_written(rng: random.Random, cast: Cast) -> Iterator[Step]:
    for person in script()["customer"]:
        since = cast.days.ago(person["since"], "10:00")
        who = id_at(rng, since)
        yield since, cast.owner, partial(_register, who, person["details"])
        for event in person["event"]:
            actor = cast.team[event["by"]] if "by" in event else cast.owner
            act = next(act for kind, act in ACTS.items() if kind in event)
            yield cast.days.ago(event["ago"], event.get("at", "10:05")), actor, partial(act, cast, who, event)


def _register(who: str, details: dict[str, str], tx: Transaction, op_id: str) -> None:
    customers.register(tx, who, customers.Details(**details))


def _opening(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    reason = cast.said(script()["shop"]["opening"])
    loyalty.open_balance(tx, op_id, who, event["opening"], cast.days.month_end(), reason)


def _sale(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    basket = pools.basket(event["sale"], cast.language)
    lines = [purchases.Line(*line) for line in basket.lines]
    loyalty.earn(tx, op_id, who, basket.yen, purchases.next_receipt(tx), lines=lines)


def _spend(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    loyalty.spend(tx, op_id, who, event["spend"])


def _note(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    kind = event["note"]
    customers.add_note(tx, op_id, who, kind, cast.said(event["text"]), consent=kind == "allergy")


def _rating(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    follow_up = cast.said(script()["shop"]["follow_up"])
    feedback.rate(tx, op_id, who, event["rating"], cast.said(event["words"]), follow_up)


def _complaint(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    account = complaints.Account(
        cast.said(event["complaint"]), event["about"], event["wants"], goodwill=event["goodwill"]
    )
    pledge = complaints.Pledge(cast.said(event["promise"]), cast.due(event))
    began = tx.now - dt.timedelta(minutes=event["listened"])
    complaints.record(tx, op_id, who, account, pledge, began)


def _promise(cast: Cast, who: str, event: Event, tx: Transaction, op_id: str) -> None:
    holder = cast.team[event["holder"]].staff_id if "holder" in event else None
    promises.make(tx, op_id, who, cast.said(event["promise"]), cast.due(event), holder)


ACTS = {
    "opening": _opening,
    "sale": _sale,
    "spend": _spend,
    "note": _note,
    "rating": _rating,
    "complaint": _complaint,
    "promise": _promise,
}
"""What an event does, by the word that names it; a complaint brings its promise, so it stands first."""


def _past(rng: random.Random, cast: Cast, crowd: list[str]) -> Iterator[Step]:
    """Eight weeks in which complaints grew fewer and promises were kept better, and this day's kept promises."""
    for week, count in enumerate(COMPLAINTS, 1):
        for number in range(PROMISES):
            made = cast.days.ago(7 * week - rng.randrange(5), f"{rng.randrange(10, 19)}:{rng.randrange(60):02d}")
            late = number < LATE[week - 1]
            yield from _pledged(rng, cast, rng.choice(crowd), made, number < count, late)
        for _ in range(RATINGS):
            yield _rated(rng, cast, crowd, cast.days.ago(7 * week - rng.randrange(7), f"{rng.randrange(10, 19)}:30"))
    for due, kept in TODAY:
        made = cast.days.ago(3, f"{rng.randrange(10, 19)}:20")
        yield from _promised(rng, cast, rng.choice(crowd), made, cast.days.ago(0, due), cast.days.ago(0, kept))
        yield _rated(rng, cast, crowd, cast.days.ago(0, due))


COMPLAINTS = (2, 2, 3, 4, 4, 5, 6, 6)
"""How many there were in each week, the last week first."""

LATE = (0, 0, 0, 0, 1, 1, 2, 2)
PROMISES, RATINGS = 7, 3
TODAY = (("10:40", "10:15"), ("11:50", "11:05"), ("13:30", "12:20"), ("14:45", "14:10"), ("15:30", "15:20"))
"""Promises that fell due today, and when they were kept."""


def _pledged(
    rng: random.Random, cast: Cast, who: str, made: dt.datetime, complained: bool, late: bool
) -> Iterator[Step]:
    """A promise for two days later, with the complaint behind it or without."""
    due = made.replace(hour=17, minute=0) + dt.timedelta(days=2)
    kept = due + dt.timedelta(hours=18) if late else due - dt.timedelta(hours=rng.randrange(1, 5))
    case = id_at(rng, made) if complained else None
    if case:
        yield made, _somebody(rng, cast), partial(_grumble, cast, who, case, rng.choice(script()["past"]["complaints"]))
        yield kept, _somebody(rng, cast), partial(_solve, case)
    yield from _promised(rng, cast, who, made, due, kept, case)


def _promised(
    rng: random.Random, cast: Cast, who: str, made: dt.datetime, due: dt.datetime, kept: dt.datetime,
    case: str | None = None,
) -> Iterator[Step]:  # fmt: skip
    words, promise = cast.said(rng.choice(script()["past"]["promises"])), id_at(rng, made)
    yield made, _somebody(rng, cast), partial(_make, who, promise, words, due, case)
    yield kept, _somebody(rng, cast), partial(_keep, promise)


def _make(who: str, promise: str, words: str, due: dt.datetime, case: str | None, tx: Transaction, op_id: str) -> None:
    promises.make(tx, promise, who, words, due, complaint_id=case)


def _keep(promise: str, tx: Transaction, op_id: str) -> None:
    promises.keep(tx, op_id, promise)


def _grumble(cast: Cast, who: str, case: str, grumble: Event, tx: Transaction, op_id: str) -> None:
    account = complaints.Account(cast.said(grumble["words"]), grumble["about"], grumble["wants"])
    complaints.record(tx, case, who, account)


def _solve(case: str, tx: Transaction, op_id: str) -> None:
    complaints.solve(tx, op_id, case)


def _rated(rng: random.Random, cast: Cast, crowd: list[str], at: dt.datetime) -> Step:
    rating = rng.choice(script()["past"]["ratings"])
    event = {"rating": rating["score"], "words": rating["words"]}
    return at, _somebody(rng, cast), partial(_rating, cast, rng.choice(crowd), event)


def _somebody(rng: random.Random, cast: Cast) -> Actor:
    return rng.choice(list(cast.team.values()))


def _evening(cast: Cast) -> Iterator[Step]:
    """Yesterday the owner read the day and left a word for today."""
    day = cast.days.settings.day_of(cast.days.now) - dt.timedelta(days=1)
    words = cast.said(script()["shop"]["words"])
    yield cast.days.ago(1, "19:20"), cast.owner, lambda tx, op_id: daybook.set_words(tx, op_id, day, words)
    yield cast.days.ago(1, "19:25"), cast.owner, lambda tx, op_id: daybook.confirm(tx, op_id, day)
