"""What a command on points answers."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Posting:
    """What a command on points did: its entry, the points it moved, and the balance after it.

    `settle_yen` is to be kept from a refund for points already used; `milestone` the reward (in points) just crossed,
    `visited` the customer's last visit before a sale if only another system told of it.
    """

    entry: str
    points: int
    balance: int
    settle_yen: int = 0
    milestone: int = 0
    visited: dt.datetime | None = None
