"""Everything between the shop and one customer on one line, latest first (P22)."""

import datetime as dt
import heapq

from carepos import complaints, customers, feedback, loyalty, promises, purchases, wording
from carepos.database import Transaction

Entry = (
    purchases.PurchaseEntry
    | customers.Note
    | complaints.Case
    | promises.Promised
    | loyalty.PointsEntry
    | feedback.Rated
    | wording.SaidEntry
)

ROOMS = {
    "purchases": (purchases.history,),
    "care": (customers.history, complaints.history, promises.history, feedback.history, wording.history),
    "points": (loyalty.history,),
}


def moment(entry: Entry) -> dt.datetime:
    """When an entry happened."""
    if isinstance(entry, promises.Promised):
        return entry.made_at
    return entry.received_at if isinstance(entry, complaints.Case) else entry.at


def timeline(
    tx: Transaction, customer_id: str, before: dt.datetime | None = None, most: int = 60, only: str = ""
) -> list[Entry]:
    """The latest `most` entries before a moment, of everything or of one of `ROOMS`.

    More where the last ones share their moment: whoever asks for what was before it misses none.
    """
    rooms = ROOMS[only] if only else [ask for asks in ROOMS.values() for ask in asks]
    start = before or tx.now + dt.timedelta(days=1)
    lists: list[list[Entry]] = [list(ask(tx, customer_id, start, most)) for ask in rooms]
    latest = list(heapq.merge(*lists, key=moment, reverse=True))
    if len(latest) < most:
        return latest
    end = moment(latest[most - 1])
    if any(len(found) == most and moment(found[-1]) == end for found in lists):  # cut off within that moment
        return timeline(tx, customer_id, before, 2 * most, only)
    return [entry for entry in latest if moment(entry) >= end]
