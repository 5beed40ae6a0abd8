"""Who works here, and how we know that it is them."""

from carepos.staff.actions import (
    add,
    change_pin,
    check_passphrase,
    check_pin,
    count_attempt,
    is_pin,
    leave,
    set_own_card,
)
from carepos.staff.queries import Member, acting, names, own_card, owner, present
from carepos.staff.rules import OWNER, STAFF, pin_fault

__all__ = [
    "OWNER",
    "STAFF",
    "Member",
    "acting",
    "add",
    "change_pin",
    "check_passphrase",
    "check_pin",
    "count_attempt",
    "is_pin",
    "leave",
    "names",
    "own_card",
    "owner",
    "pin_fault",
    "present",
    "set_own_card",
]
