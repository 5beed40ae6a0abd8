"""What a demo is drawn from: names as often as people bear them, and what the shop sells."""

import random
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from carepos.paths import resources

RARE_SHARE = 0.45
"""How many people bear a family name that is not in the table of the frequent ones."""

BASKETS = 300


@dataclass(frozen=True, slots=True)
class Part:
    """Half of a name: as written, and its reading."""

    text: str
    kana: str


@dataclass(frozen=True, slots=True)
class Pool:
    """Things to draw from, each as often as its weight says."""

    things: tuple[Any, ...]
    weights: tuple[float, ...]

    def draw(self, rng: random.Random, count: int) -> list[Any]:
        """`count` things."""
        return rng.choices(self.things, cum_weights=self.weights, k=count)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the shop sells; `yen` with tax."""

    key: str
    yen: int
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Basket:
    """One receipt: (item, quantity in thousandths, yen of the line) and the total."""

    lines: tuple[tuple[str, int, int], ...]
    yen: int


def table(name: str) -> list[list[str]]:
    """The rows of a table in resources/demo, without its comments."""
    text = (resources() / "demo" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _pool(weighted: list[tuple[Any, float]]) -> Pool:
    things, weights = zip(*weighted, strict=True)
    return Pool(things, tuple(accumulate(weights)))


@cache
def families() -> Pool:
    """Family names: frequent ones by their number, rarer ones evenly."""
    frequent = [(Part(text, kana), float(count)) for text, kana, count in table("surnames.tsv")]
    known = {(part.text, part.kana) for part, _ in frequent}
    rare = [part for part in _composed() if (part.text, part.kana) not in known]
    share = sum(weight for _, weight in frequent) * RARE_SHARE / (1 - RARE_SHARE) / len(rare)
    return _pool([*frequent, *((part, share) for part in rare)])


def _composed() -> list[Part]:
    parts = table("parts.tsv")
    firsts, seconds = ([Part(text, kana) for at, text, kana in parts if at == place] for place in "12")
    return [Part(a.text + b.text, a.kana + b.kana) for a in firsts for b in seconds if a.text != b.text]


@cache
def givens() -> Pool:
    """Given names."""
    return _pool([(Part(text, kana), float(share)) for text, kana, share in table("given.tsv")])


@cache
def foreign() -> tuple[tuple[Part, Part, str], ...]:
    """Family name, given name and language of customers from elsewhere."""
    rows = table("foreign.tsv")
    return tuple((Part(row[0], row[2]), Part(row[1], row[3]), row[4]) for row in rows)


@cache
def items() -> dict[str, Item]:
    """What the shop sells, by key."""
    return {key: Item(key, int(yen), {"ja": ja, "en": en}) for key, yen, ja, en in table("items.tsv")}


def basket(orders: list[str], language: str) -> Basket:
    """The receipt of orders like "mug*2"."""
    asked = [(items()[key], int(count or 1)) for key, _, count in (order.partition("*") for order in orders)]
    lines = tuple((item.names[language], count * 1000, count * item.yen) for item, count in asked)
    return Basket(lines, sum(yen for _, _, yen in lines))


def baskets(rng: random.Random, language: str) -> list[Basket]:
    """Receipts that a crowd shares, one to three lines each."""
    keys = list(items())
    orders = (rng.sample(keys, rng.choice((1, 1, 1, 2, 2, 3))) for _ in range(BASKETS))
    return [basket(order, language) for order in orders]
