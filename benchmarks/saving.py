"""V5: what a command costs that is safely stored, and how often it makes the disk write."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks.measure import Figure, against, clocked, not_measured, times
from benchmarks.places import Place
from benchmarks.tape import play, taped
from carepos import complaints, customers, loyalty, staff
from carepos.database import Actor, Transaction, new_id
from carepos.paths import ShopFolder
from carepos.shop import Shop

SAVES = 150
Command = Callable[[Transaction, str, str], object]


def _sale(tx: Transaction, op_id: str, customer_id: str) -> object:
    return loyalty.earn(tx, op_id, customer_id, 1620, f"bench-{op_id}")


def _complaint(tx: Transaction, op_id: str, customer_id: str) -> object:
    account = complaints.Account("箱の中で割れていた", "goods", "exchange")
    pledge = complaints.Pledge("代わりの品をお電話する", tx.now + timedelta(days=1))
    return complaints.record(tx, op_id, customer_id, account, pledge)


def _note(tx: Transaction, op_id: str, customer_id: str) -> object:
    return customers.add_note(tx, op_id, customer_id, "told", "来月お引っ越し")


COMMANDS: dict[str, Command] = {
    "a sale with its points": _sale,
    "a complaint with its promise": _complaint,
    "a note": _note,
}


class _GivenUp(Exception):
    """Ends a unit of work that was only to be recorded."""


def measure(place: Place, share: float) -> Iterator[Figure]:
    """Each command by the program and, statement for statement, by the bare driver, in turns on a copy of the shop."""
    saves = max(5, int(SAVES * share))
    with place.copied() as copy:
        raw = copy.raw()
        with copy.opened() as shop:
            who, people = actor(shop), somebody(raw, saves)
            for what, command in COMMANDS.items():
                ours, bare = _turns(shop, raw, who, command, people)
                yield against("V5", f"{place.size:,}: saving {what}, p50", ours, bare, 8.0)
        raw.close()
    yield syncs(place)


def actor(shop: Shop) -> Actor:
    """The owner, at the window."""
    with shop.reading() as tx:
        return staff.acting(staff.owner(tx), "window")


def somebody(raw: Any, many: int) -> list[str]:
    """Ids of so many customers who have been here."""
    rows = raw.execute("SELECT id FROM customers WHERE visits > 0 LIMIT ?", (many,))
    return [row[0].hex() for row in rows]


def _turns(shop: Shop, raw: Any, actor: Actor, command: Command, somebody: list[str]) -> tuple[float, float]:
    """Medians in ms: one save by the program, then one by the driver, and so on."""
    ours, bare = [], []
    for customer_id in [*somebody[:5], *somebody]:
        ours.append(clocked(lambda one=customer_id: _save(shop, actor, command, one)))  # type: ignore[misc]
        tape = _rehearsed(shop, actor, command, customer_id)
        bare.append(clocked(lambda tape=tape: play(raw, tape, "BEGIN IMMEDIATE", "COMMIT")))  # type: ignore[misc]
    return times(ours[5:]).p50, times(bare[5:]).p50


def _save(shop: Shop, actor: Actor, command: Command, customer_id: str) -> None:
    with shop.transaction(actor) as tx:
        command(tx, new_id(), customer_id)


def _rehearsed(shop: Shop, actor: Actor, command: Command, customer_id: str) -> Any:
    """The statements of a save that was then given up, so that the driver can do it for real."""

    def act() -> None:
        try:
            with shop.transaction(actor) as tx:
                command(tx, new_id(), customer_id)
                tx.flush()
                raise _GivenUp
        except _GivenUp:
            pass

    return taped(shop, act)


def syncs(place: Place, number: str = "V5") -> Figure:
    """How many fsync and fdatasync one command more makes, counted by strace over a process that saves."""
    what = f"{place.size:,}: syncs for each command"
    strace = shutil.which("strace")
    if strace is None:
        return not_measured(number, what, "strace is not installed")
    counted = {saves: _counted(strace, place, saves) for saves in (10, 60)}
    if None in counted.values():
        return not_measured(number, what, "strace may not trace here")
    each = ((counted[60] or 0) - (counted[10] or 0)) / 50
    return Figure(number, what, f"{each:.2f}", goal="exactly 1", reached=each == 1)


def _counted(strace: str, place: Place, saves: int) -> int | None:
    """Syncs of a process that saves so often on a fresh copy; None where tracing is not allowed."""
    with place.copied() as copy, tempfile.NamedTemporaryFile() as report:
        traced = [strace, "-f", "-e", "trace=fsync,fdatasync", "-o", report.name]
        saver = [sys.executable, "-m", "benchmarks.saving", str(copy.folder.root), str(saves)]
        done = subprocess.run([*traced, *saver], cwd=Path(__file__).parents[1], capture_output=True, check=False)
        lines = Path(report.name).read_text(encoding="utf-8", errors="replace").splitlines()
    begun = [line for line in lines if "sync(" in line]
    return len(begun) if done.returncode == 0 else None


def main(folder: Path, saves: int) -> None:
    """Saves so many sales in a shop, each in a unit of its own."""
    place = Place(0, ShopFolder(folder))
    raw = place.raw()
    with place.opened() as shop:
        who, people = actor(shop), somebody(raw, saves)
        raw.close()
        for number in range(saves):
            _save(shop, who, _sale, people[number % len(people)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
