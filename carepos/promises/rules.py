"""What a promise must be; pure functions."""

import datetime as dt

from carepos.errors import Refused
from carepos.text import japanese

LONGEST = 200


def text_of(text: str) -> str:
    """A promise's words as stored; raises Refused("promise.empty") or ("text.too_long")."""
    tidied = " ".join(japanese.storable(text).split())
    if not tidied:
        raise Refused("promise.empty", field="promise")
    if len(tidied) > LONGEST:
        raise Refused("text.too_long", field="promise", most=LONGEST)
    return tidied


def check_due(due_at: dt.datetime, now: dt.datetime) -> None:
    """A promise is for a moment still to come, within two years; raises Refused("promise.past") or ("date.far")."""
    if due_at <= now:
        raise Refused("promise.past", field="due")
    if due_at > now + dt.timedelta(days=731):
        raise Refused("date.far", field="due")
