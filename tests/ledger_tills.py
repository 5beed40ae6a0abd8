"""Tills in processes of their own: six that want the same points at the same moment, and one that is killed."""

import datetime as dt
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa
from shops import CLERK_ID, OWNER, Clock, Till

from carepos import customers, loyalty
from carepos.database import Actor, Operation, Transaction, broken_links, new_id
from carepos.database.engine import open_server
from carepos.errors import Refused, StorageTrouble
from carepos.paths import ShopFolder
from carepos.shop import Shop, open_shop

SPAWN = multiprocessing.get_context("spawn")
WITHOUT_TIERS = loyalty.Programme(tiers=(loyalty.Tier("regular", 0, 100),))
"""After twenty rounds a tier would give somebody points for two uses in one round."""
GATE: Any = None
"""Where the tills wait for each other, so that they all reach for the same thing at once."""


@dataclass
class Won:
    """What one till was told it had done: which contested things, and the points of each customer."""

    things: list[tuple[str, int, int]] = field(default_factory=list)
    points: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


def place_of(shop: Shop) -> str:
    """Where another process finds the shop."""
    return str(shop.folder.root) if shop.folder else shop.engine.url.render_as_string(hide_password=False)


@contextmanager
def entered(place: str) -> Iterator[Shop]:
    """The shop at a place, with a clock that stands."""
    shop = Shop(open_server(place), Clock()) if "://" in place else open_shop(ShopFolder(Path(place)), Clock())
    yield shop
    shop.close()


def race(shop: Shop, people: list[str], rounds: int, tills: int) -> list[Won]:
    """So many tills play so many rounds against each other."""
    with ProcessPoolExecutor(tills, SPAWN, _wait_at, (SPAWN.Barrier(tills),)) as pool:
        play = partial(_rounds, place_of(shop), people, rounds, tills)
        return list(pool.map(play, range(tills)))


def contest(till: Till, many: int, rounds: int, tills: int) -> None:
    """A whole race over so many customers, and what must be true of it afterwards."""
    people = [till.do(customers.register, customers.Details(f"客{number}")) for number in range(many)]
    Till(till.shop, OWNER).do(loyalty.set_programme, WITHOUT_TIERS, Clock()().date())
    won = race(till.shop, people, rounds, tills)
    things = Counter(thing for one in won for thing in one.things)
    for at in range(rounds):
        for one in range(many):
            winners = [things[what, at, one] for what in ("receipt", "own", "points", "foreign")]
            assert winners == [1, tills, 1, 1], f"round {at}, customer {one}: {winners}"
    told = {who: sum(one.points[who] for one in won) for who in people}
    assert {who: till.ask(loyalty.balance, who) for who in people} == told
    assert {rule for one in won for rule in one.refused} <= {"receipt.used", "points.not_enough", "storage.busy"}


def killed(till: Till, people: list[str], times: int) -> None:
    """A till is killed so often: what it was told to be done is there, and nothing it had not begun."""
    begun, done = set[str](), set[str]()
    for seed in range(times):
        more = kill_at_random(till.shop, people, seed)
        begun, done = begun | more[0], done | more[1]
        there = till.ask(found)
        assert done <= there <= begun
        assert till.ask(loyalty.verify) == []
        assert till.ask(broken_links) == []
    assert done


def _wait_at(gate: Any) -> None:
    globals()["GATE"] = gate


def _rounds(place: str, people: list[str], rounds: int, tills: int, till: int) -> Won:
    won, dice = Won(), Random(till)
    with entered(place) as shop:
        racer = _Racer(shop, till, tills, won)
        for number in range(rounds):
            for phase in (racer.same_receipt, racer.own_receipt, racer.same_points, racer.foreign_receipt):
                GATE.wait(300)
                for at in dice.sample(range(len(people)), len(people)):
                    phase(number, at, people)
    return won


class _Racer:
    """One till: every phase is played by all of them at once, over all customers in an order of their own."""

    def __init__(self, shop: Shop, till: int, tills: int, won: Won) -> None:
        self._shop, self._till, self._tills, self._won = shop, till, tills, won
        self._actor = Actor(CLERK_ID, "staff", f"till {till}")

    def same_receipt(self, number: int, at: int, people: list[str]) -> None:
        """10 points for whoever is first with this receipt."""
        self._try(("receipt", number, at), people[at], loyalty.earn, 1_000, f"{number}-{at}")

    def own_receipt(self, number: int, at: int, people: list[str]) -> None:
        """1 point from each till: none may be lost."""
        self._try(("own", number, at), people[at], loyalty.earn, 100, f"{number}-{at}-{self._till}")

    def same_points(self, number: int, at: int, people: list[str]) -> None:
        """All points there are, for whoever is first."""
        self._try(("points", number, at), people[at], loyalty.spend, 10 + self._tills)

    def foreign_receipt(self, number: int, at: int, people: list[str]) -> None:
        """No points (50 yen), but one receipt that each till gives to another customer."""
        someone = people[(at + self._till) % len(people)]
        self._try(("foreign", number, at), someone, loyalty.earn, 50, f"{number}-{at}-x")

    def _try(self, thing: tuple[str, int, int], someone: str, act: Callable[..., loyalty.Posting], *args: Any) -> None:
        op_id = new_id()
        while True:
            try:
                with self._shop.transaction(self._actor) as tx:
                    posting = act(tx, op_id, someone, *args)
            except Refused as refused:
                self._won.refused[refused.rule] += 1
                return
            except StorageTrouble as trouble:  # as at the counter: once more, with the same id
                self._won.refused[trouble.rule] += 1
            else:
                self._won.things.append(thing)
                self._won.points[someone] += posting.points
                return


def work_until_killed(place: str, people: list[str], seed: int, told: Any) -> None:
    """A till that records without end and tells each operation: before it, and once it is acknowledged."""
    dice = Random(seed)
    with entered(place) as shop:
        while True:
            op_id, act = new_id(), dice.choice(ACTS)
            told.send(("begun", op_id))
            try:
                with shop.transaction(Actor(CLERK_ID, "owner", "killed")) as tx:
                    act(tx, op_id, dice, people)
            except Refused:
                continue
            told.send(("done", op_id))


def kill_at_random(shop: Shop, people: list[str], seed: int) -> tuple[set[str], set[str]]:
    """Lets such a till work, kills it soon after its first deed: the operations (begun, acknowledged)."""
    ours, theirs = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=work_until_killed, args=(place_of(shop), people, seed, theirs))
    child.start()
    theirs.close()
    heard = [ours.recv()]
    while heard[-1][0] != "done":  # however long this machine takes to come so far
        heard.append(ours.recv())
    child.join(Random(seed).random() * 0.4)
    assert child.pid and child.is_alive()
    os.kill(child.pid, signal.SIGKILL)
    child.join()
    try:
        while True:
            heard.append(ours.recv())
    except EOFError:
        ours.close()
    begun, done = ({op for word, op in heard if word == wanted} for wanted in ("begun", "done"))
    return begun, done


_OPERATIONS = sa.select(Operation.id).where(Operation.till == "killed")


def found(tx: Transaction) -> set[str]:
    """The operations of tills that were killed."""
    return {row.id for row in tx.rows(_OPERATIONS)}


def _sale(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    loyalty.earn(tx, op_id, dice.choice(people), dice.randint(1, 30_000), f"k{dice.randint(1, 10**9)}")


def _use(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    loyalty.spend(tx, op_id, dice.choice(people), dice.randint(1, 40))


def _latest(tx: Transaction, dice: Random, people: list[str]) -> tuple[str, loyalty.PointsEntry]:
    someone = dice.choice(people)
    rows = loyalty.history(tx, someone, Clock()().replace(year=2030), 5)
    if not rows:
        raise Refused("points.undone")
    return someone, dice.choice(rows)


def _return(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    someone, row = _latest(tx, dice, people)
    loyalty.return_sale(tx, op_id, someone, row.receipt or "", dice.randint(1, 5_000))


def _undo(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    loyalty.undo(tx, op_id, _latest(tx, dice, people)[1].id)


def _opening(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    ends = tx.today + dt.timedelta(days=dice.choice((-1, 9)))
    loyalty.open_balance(tx, op_id, dice.choice(people), 50, ends)


def _expire(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    loyalty.expire(tx, op_id)


def _merge(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    loyalty.merge(tx, op_id, *dice.sample(people, 2))


def _unmerge(tx: Transaction, op_id: str, dice: Random, people: list[str]) -> None:
    merges = [merge for merge in (customers.merge_of(tx, someone) for someone in people) if merge]
    if not merges:
        raise Refused("merge.undone")
    loyalty.unmerge(tx, op_id, dice.choice(merges).id)


ACTS = (_sale, _sale, _use, _return, _undo, _opening, _expire, _merge, _unmerge, _unmerge)
