"""What the fast way of reading people makes is what the counter's own rules make."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.customers.rules import Details, keys, tidy
from carepos.errors import Refused
from carepos.exchange import kinds, rules
from carepos.exchange.people import PeopleReader, Person, day_of

TOKYO = ZoneInfo("Asia/Tokyo")
FIELDS = ("family", "given", "family_kana", "given_kana", "phone", "email", "card", "birthday")
NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)


class Stub:
    """The part of a unit of work that reading needs: a moment and the shop's zone."""

    now, today = NOW, dt.date(2026, 11, 21)

    class settings:
        zone = TOKYO


def reader(*fields: str) -> PeopleReader:
    return PeopleReader(Stub(), kinds.named(rules.ANY), {name: at for at, name in enumerate(fields)}, -1)  # type: ignore[arg-type]


def read(*cells: str) -> Person:
    return reader(*FIELDS)(2, list(cells))


texts = st.text(max_size=70) | st.text("たなかタナカ ﾊﾞﾞ゛゜\u3099々髙ー・'\u0301\u200bＡa-1", max_size=8)
phones = st.sampled_from(
    ["", "090-1234-5678", "９０１２３４５６７８", "0120-123-456", "+1 415 555 2671", "12", "１１０番"]
)
emails = (
    st.sampled_from(["", "a@b.jp", "Ａ＠ｂ.jp", "a b@c.jp", "x@y", "A.B+c@Example.co.jp", "é@é.fr", "-@a.-"]) | texts
)
birthdays = st.sampled_from(["", "2/14", "S55.2.14", "2月30日", "1990-02-14", "０２１４"])


@given(st.tuples(texts, texts, texts, texts, phones, emails, texts, birthdays))
def test_a_row_becomes_what_a_form_with_the_same_texts_becomes(cells: tuple[str, ...]) -> None:
    told = (
        rules.restored(cell) if name not in ("card", "phone") else cell.lstrip("'")
        for name, cell in zip(FIELDS, cells, strict=True)
    )
    details = Details(**{name: cell.strip() for name, cell in zip(FIELDS, told, strict=True)})
    try:
        tidied = tidy(details)
    except Refused:
        with pytest.raises(Refused):
            read(*cells)
        return
    person = read(*cells)
    assert [getattr(person, name) for name in FIELDS] == [getattr(tidied, name) for name in FIELDS]
    assert person.keys() == keys(tidied)


@given(st.text(max_size=20))
def test_harmless_text_is_no_formula_and_comes_back(text: str) -> None:
    assert rules.harmless(text)[:1] not in tuple(rules.FORMULA_STARTS)
    assert rules.restored(rules.harmless(text)) == text


@pytest.mark.parametrize("start", rules.FORMULA_STARTS)
def test_every_start_of_a_formula_is_defused(start: str) -> None:
    assert rules.harmless(start + "SUM(A1)") == "'" + start + "SUM(A1)"
    assert rules.restored("'" + start + "1") == start + "1"


def test_an_apostrophe_of_a_name_stays() -> None:
    assert (rules.harmless("'t Hooft"), rules.restored("'t Hooft")) == ("'t Hooft", "'t Hooft")
    assert read("'t Hooft", *[""] * 7).family == "'t Hooft"


def test_only_a_name_is_enough_and_its_row_is_its_reference() -> None:
    one, other = (reader("name", "note")(2, ["田中 花子", note]) for note in ("", "犬"))
    assert (one.family, one.given, one.note) == ("田中", "花子", "")
    assert one.reference != other.reference
    assert one.reference == reader("name", "note")(3, ["田中 花子", ""]).reference


def test_an_expiry_is_the_shops_day() -> None:
    assert day_of("2027-03-31", TOKYO, dt.date(2026, 11, 21)) == dt.date(2027, 3, 31)
