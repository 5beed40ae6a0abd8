"""Making the demo shop in an empty folder."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import sqlalchemy as sa

import carepos.shop
from carepos import loyalty, staff
from carepos.customers import by_card
from carepos.database import Actor, Transaction
from carepos.demo import crowd, story
from carepos.demo.moments import Days, id_at
from carepos.demo.people import Wanted, card_of
from carepos.exchange.bulk import table
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings
from carepos.shop import Clock, Shop, utc_now

DEMO_PIN = "4863"
"""Everybody's PIN in the demo."""

DEMO_PASSPHRASE = "tsuki no utsuwa"
"""The owner's passphrase in the demo."""

OWNER, TEAM = "山田", ("佐藤", "鈴木", "高橋")
YEARS = 10
TILL = "window"
FEW, MANY = 10_000, 90_000
"""A shop of few customers is there to be looked at, so they come more often; one of many is there to be measured."""

DORMANT_COUNT = 3_000

Progress = Callable[[int, int], object]


def _silent(done: int, total: int) -> None:
    """Tells nobody."""


def make(
    folder: ShopFolder,
    customers: int = 200,
    seed: int = 1,
    clock: Clock = utc_now,
    language: str = "ja",
    purchases: float | None = None,
    progress: Progress = _silent,
) -> Shop:
    """Makes a demo shop of `customers` with about `purchases` each; the same seed and clock make the same one.

    Tells `progress` (done, total); raises Refused("shop.exists") on a folder in use. A failure leaves no shop.
    """
    now = clock()
    opened = now - dt.timedelta(days=365 * YEARS)
    settings = ShopSettings(shop_name=story.script()["shop"]["name"][language], language=language)
    shop, _ = carepos.shop.create(folder, settings, demo=True, clock=lambda: opened)
    try:
        _people(shop, Days(settings, now), random.Random(seed), customers, purchases, progress)
    except BaseException:
        shop.close()
        _clear(folder)
        raise
    shop.clock = clock
    shop.close()  # the connection with the large cache goes and the log is folded in; the next unit opens a new one
    return shop


def _clear(folder: ShopFolder) -> None:
    """Takes the half-made shop away; what the window keeps in the same folder stays."""
    for path in folder.root.glob(f"{folder.store.stem}.*"):
        path.unlink()


def _people(
    shop: Shop, days: Days, rng: random.Random, customers: int, purchases: float | None, progress: Progress
) -> None:
    with shop.transaction(Actor(None, staff.OWNER, TILL)) as tx:
        cast = _cast(tx, days, rng)
        loyalty.set_programme(tx, id_at(rng, tx.now), loyalty.Programme(), tx.today)
        wanted = _wanted(days, tx.today, max(0, customers - len(story.script()["customer"])), purchases)
        crowd.fill(tx, rng, wanted, lambda done: progress(done, customers))
        story.tell(tx, rng, cast, _oldest(tx, min(wanted.count // 2, 500)))
    progress(customers, customers)


def _cast(tx: Transaction, days: Days, rng: random.Random) -> story.Cast:
    owner = staff.add(tx, id_at(rng, tx.now), OWNER, DEMO_PIN, staff.OWNER, DEMO_PASSPHRASE)
    team = {name: staff.add(tx, id_at(rng, tx.now), name, DEMO_PIN) for name in TEAM}
    actors = {name: Actor(person, staff.STAFF, TILL) for name, person in team.items()}
    return story.Cast(days, actors, Actor(owner, staff.OWNER, TILL), days.settings.language)


def _wanted(days: Days, opened: dt.date, count: int, purchases: float | None) -> Wanted:
    few = count < FEW
    mean = purchases if purchases is not None else 6.0 if few else 2.0
    likings = (words[days.settings.language] for words in story.script()["past"]["likings"])
    return Wanted(
        count=count,
        # Half a purchase more, since a part of one is cut off.
        visits=lambda rng: min(60, int(rng.expovariate(1 / (mean + 0.5)))) if mean else 0,
        days=days,
        opened=opened,
        likings=tuple(likings),
        receipts=defaultdict(int),
        today=count // 10 if few else 30,
        dormant=DORMANT_COUNT if count >= MANY else 0,
    )


def _oldest(tx: Transaction, count: int) -> list[str]:
    """The ids of those who have been customers for the longest time."""
    customer = table("customers").c.id
    return [row.id for row in tx.rows(sa.select(customer).order_by(customer).limit(count))]


def grow(shop: Shop, purchases: int, number: int) -> str:
    """Adds a customer of very many purchases, for a benchmark, and returns their id; `number` is nobody's card."""
    days = Days(shop.settings, shop.clock())
    with shop.transaction(Actor(None, staff.OWNER, TILL)) as tx:
        opened = tx.today - dt.timedelta(days=365 * YEARS)
        receipts = defaultdict[dt.date, int](lambda: 1000 * number)
        usual = _wanted(days, opened, 1, None)
        heavy = replace(usual, visits=lambda _: purchases, receipts=receipts, first=number, today=0)
        crowd.fill(tx, random.Random(number), heavy, lambda _: None)
        return str(by_card(tx, card_of(number)))
