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
from carepos.staff.rules import OWNER, STAFF, newcomer_fault

__all__ = [
    "Member",
    "OWNER",
    "STAFF",
    "acting",
    "add",
    "change_pin",
    "check_passphrase",
    "check_pin",
    "count_attempt",
    "is_pin",
    "leave",
    "names",
    "newcomer_fault",
    "own_card",
    "owner",
    "present",
    "set_own_card",
]
