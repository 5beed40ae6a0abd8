"""V1 and V2: naming a customer while typing."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import jaconv

from benchmarks.measure import Figure, Times, against, clocked, ms, side_by_side, times, without_goal
from benchmarks.places import Place
from benchmarks.tape import Tape, play, say, taped
from carepos import customers, demo
from carepos.customers.finding import MOST
from carepos.shop import Shop
from carepos.text import japanese

GOAL_FROM = 100_000  # customers; the goal of a look-up is set for so many
KINDS = {"kana": 2000, "kanji": 800, "digits": 800, "romaji": 600}
"""How many look-ups of each kind."""

NAIVE = """SELECT id, family, given, family_kana, given_kana, phone, email, card, tier, last_visit, next_due
FROM customers WHERE removed_at IS NULL AND (name_key LIKE ? OR kana_key LIKE ? OR phone_key LIKE ?)
ORDER BY last_visit DESC LIMIT 20"""


def typed(raw: Any, share: float) -> dict[str, list[str]]:
    """What a clerk has typed so far to find customers drawn at random: 1 to 6 kana, kanji, 4 digits, Latin letters."""
    rng = random.Random(7)
    wanted = {kind: max(20, int(count * share)) for kind, count in KINDS.items()}
    drawn = {kind: [_somebody(raw, at) for at in random_ids(raw, rng, count)] for kind, count in wanted.items()}
    return {
        "kana": [kana[: rng.randint(1, 6)] for _, kana, _ in drawn["kana"]],
        "kanji": [name[: rng.randint(1, 3)] for name, _, _ in drawn["kanji"]],
        "digits": [phone[-4:] for _, _, phone in drawn["digits"]],
        "romaji": [jaconv.kana2alphabet(kana[: rng.randint(2, 6)]) for _, kana, _ in drawn["romaji"]],
    }


def random_ids(raw: Any, rng: random.Random, count: int) -> list[bytes]:
    """Ids drawn evenly between the first customer's and the last one's; the next customer is meant."""
    first, last = (int.from_bytes(id_) for id_ in raw.execute("SELECT min(id), max(id) FROM customers").fetchone())
    return [rng.randint(first, last).to_bytes(16) for _ in range(count)]


def _somebody(raw: Any, row: bytes) -> tuple[str, str, str]:
    fields = "family || given, family_kana || given_kana, phone"
    question = f"SELECT {fields} FROM customers WHERE id >= ? AND phone <> '' AND family_kana <> '' LIMIT 1"
    name, kana, phone = raw.execute(question, (row,)).fetchone()
    return name, kana, phone


@dataclass(frozen=True)
class Medians:
    """A shop's median look-up in ms, for comparing shops: whatever is typed, and what fills the list."""

    any: float
    full: float


def measure(place: Place, share: float) -> tuple[list[Figure], Medians]:
    """V1 and what V2 asks of one shop, and its medians."""
    raw = place.raw()
    texts = typed(raw, share)
    names = [text for kind in ("kana", "kanji", "digits") for text in texts[kind]]
    with place.opened() as shop:
        tapes = _tapes(shop, [*names, *texts["romaji"]])
        ours, bare = _found(shop, raw, tapes, names)
        figures = [
            *_beside(place, "look-up: kana, kanji, digits", ours, bare),
            *_beside(place, "the same, each in a unit of its own", *_in_units(shop, raw, tapes, names)),
            *_beside(place, "look-up by Latin letters", *_found(shop, raw, tapes, texts["romaji"]), goal=False),
            *_naive(place, raw, texts["kana"], ours),
            *_dormant(place, shop, ours),
        ]
        full = _found(shop, raw, tapes, _filling(shop, names) or names)[0]
    raw.close()
    return figures, Medians(ours.p50, full.p50)


def _filling(shop: Shop, texts: list[str]) -> list[str]:
    """The texts that find as many as a list holds."""
    with shop.reading() as tx:
        return [text for text in texts if len(customers.find(tx, text)) == MOST]


def _tapes(shop: Shop, texts: list[str]) -> dict[str, Tape]:
    """For each text the statements that look it up."""
    with shop.reading() as tx:
        return {text: taped(shop, lambda text=text: customers.find(tx, text)) for text in dict.fromkeys(texts)}  # type: ignore[misc]


def _found(shop: Shop, raw: Any, tapes: dict[str, Tape], texts: list[str]) -> tuple[Times, Times]:
    raw.execute("BEGIN")
    with shop.reading() as tx:
        found = side_by_side(lambda text: customers.find(tx, text), lambda text: say(raw, tapes[text]), texts)
    raw.execute("ROLLBACK")
    return found


def _in_units(shop: Shop, raw: Any, tapes: dict[str, Tape], texts: list[str]) -> tuple[Times, Times]:
    def find(text: str) -> None:
        with shop.reading() as tx:
            customers.find(tx, text)

    return side_by_side(find, lambda text: play(raw, tapes[text]), texts)


def _beside(place: Place, what: str, ours: Times, raw: Times, goal: bool = True) -> Iterator[Figure]:
    lines = (
        against("V1", f"{place.size:,}: {what}, p50", ours.p50, raw.p50, 2.0),
        against("V1", f"{place.size:,}: {what}, p99", ours.p99, raw.p99, 1.5, 0.2),
    )
    yield from lines if goal and place.size >= GOAL_FROM else map(without_goal, lines)


def _naive(place: Place, raw: Any, texts: list[str], ours: Times) -> Iterator[Figure]:
    """The same texts by LIKE '%…%' on three columns."""
    keys = [f"%{japanese.fold(text)}%" for text in texts[:30]]
    naive = times(clocked(lambda key=key: raw.execute(NAIVE, (key, key, key)).fetchall()) for key in keys)  # type: ignore[misc]
    ratio = naive.p50 / ours.p50
    reached = ratio >= 400 if place.size == 100_000 else None
    goal = "400x faster" if place.size == 100_000 else ""
    what = f"{place.size:,}: look-up p50, beside LIKE '%q%'"
    yield Figure("V2", what, ms(ours.p50), ms(naive.p50), f"{ratio:,.0f}x", goal, reached)


def _dormant(place: Place, shop: Shop, ours: Times) -> Iterator[Figure]:
    """A prefix that only customers share who have not come for years."""
    texts = [demo.DORMANT.kana[:3], demo.DORMANT.kana] * 200
    with shop.reading() as tx:
        if not customers.find(tx, demo.DORMANT.kana):
            return
        found = times(clocked(lambda text=text: customers.find(tx, text)) for text in texts)  # type: ignore[misc]
    ratio = found.p50 / ours.p50
    what = f"{place.size:,}: a prefix that only dormant customers share, p50, beside any"
    yield Figure("V2", what, ms(found.p50), ms(ours.p50), f"{ratio:.2f}", "at most 2x", ratio <= 2)


def growth(medians: dict[int, Medians]) -> Iterator[Figure]:
    """V2: the largest shop beside the smallest, look-up p50; the goal is for like answers, full lists.

    Whatever is typed finds three customers among 10,000 and twenty among a million: that is told beside it.
    """
    small, large = min(medians), max(medians)
    if small == large:
        return
    sizes = f"p50 at {large:,}, beside {small:,}"
    goal = 2.0 if (small, large) == (10_000, 1_000_000) else 0.0
    yield _grown(f"look-up that finds {MOST}, {sizes}", medians[large].full, medians[small].full, goal)
    yield _grown(f"any look-up, {sizes}", medians[large].any, medians[small].any)


def _grown(what: str, large: float, small: float, goal: float = 0) -> Figure:
    ratio = large / small
    told = (f"at most {goal:g}x", ratio <= goal) if goal else ("", None)
    return Figure("V2", what, ms(large), ms(small), f"{ratio:.2f}", *told)
