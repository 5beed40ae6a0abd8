"""Phone numbers: searched by digits, stored in one form, shown with hyphens or masked."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from carepos.text.folding import composed

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_HOME, _HOME_CODE = "JP", 81
_INVALID = "phone.invalid"
_MOBILE = re.compile(r"(0[5789]0)(\d{4})(\d{4})", re.ASCII)  # one grouping for all: no need to ask the numbering plans
_DASHES = dict.fromkeys(map(ord, "ー‐‑‒–—―−─"), "-")
_TYPED = re.compile(r"\+?[\d\s()./-]+", re.ASCII)
_HOME_PREFIX = re.compile(r"^\s*(?:\+|00)81[\s()-]*(?:0[\s()-]*)?(?=\d|$)")
_HOME_NUMBER = re.compile(r"0[5-9]0\d{8}|0(?![5-9]0)\d{9}|0800\d{7}", re.ASCII)
_MASK = "•"


def digits(text: str) -> str:
    """Only the digits, of any width; +81 or 0081 in front becomes 0. For searching while it is typed."""
    return re.sub("[^0-9]", "", _HOME_PREFIX.sub("0", composed(text)))


def parse(text: str) -> str:
    """The stored form: "09012345678" for Japan, E.164 ("+15551234567") for elsewhere.

    Raises ValueError("phone.invalid") for what can be no number. A zero lost in a spreadsheet is put back.
    """
    typed = _HOME_PREFIX.sub("0", composed(text).translate(_DASHES).strip())
    if not _TYPED.fullmatch(typed) or len(typed) > 40:
        raise ValueError(_INVALID)
    return digits(typed) if _HOME_NUMBER.fullmatch(digits(typed)) and typed[0] != "+" else _checked(typed)


def shown(stored: str) -> str:
    """A stored number as people read it, "090-1234-5678"; as it is where no grouping is known."""
    if mobile := _MOBILE.fullmatch(stored):
        return "-".join(mobile.groups())
    import phonenumbers  # slow to load

    number = _number(stored)
    if number is None or (number.country_code == _HOME_CODE and not phonenumbers.is_valid_number(number)):
        return stored
    forms = phonenumbers.PhoneNumberFormat
    form = forms.NATIONAL if number.country_code == _HOME_CODE else forms.INTERNATIONAL
    return phonenumbers.format_number(number, form)


@lru_cache(maxsize=512)  # a list paints the same twenty numbers with every key
def masked(stored: str) -> str:
    """A stored number with its first group and at most the last four digits readable, "090-••••-5678"."""
    if mobile := _MOBILE.fullmatch(stored):
        return f"{mobile[1]}-{_MASK * 4}-{mobile[3]}"
    text = shown(stored)
    first, last = re.match(r"\+?\d+(?=\D)", text), re.search(r"(?<=\D)\d{1,4}$|\d{4}$", text)
    start, end = first.end() if first else 0, last.start() if last else len(text)
    return text[:start] + re.sub(r"\d", _MASK, text[start:end]) + text[end:]


def _checked(typed: str) -> str:
    """The stored form of what only the numbering plans can tell."""
    import phonenumbers  # slow to load

    number = _number(typed)
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValueError(_INVALID)
    if number.country_code != _HOME_CODE:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if not phonenumbers.is_valid_number(number):
        raise ValueError(_INVALID)
    return f"0{phonenumbers.national_significant_number(number)}"


def _number(text: str) -> "PhoneNumber | None":
    import phonenumbers  # slow to load

    try:
        return phonenumbers.parse(text, _HOME)
    except phonenumbers.NumberParseException:
        return None
