"""Who works here, which PINs are taken, and how patient we are with wrong ones (S01, S02)."""

import datetime as dt

import pytest
from shops import (
    CLERK,
    CLERK_ID,
    CLERK_PIN,
    COLLEAGUE_ID,
    OWNER,
    OWNER_ID,
    OWNER_PIN,
    PASSPHRASE,
    START,
    Clock,
    Till,
    refused,
)

from carepos import shop as shops_door
from carepos import staff
from carepos.database import new_id
from carepos.errors import NotFound, Refused
from carepos.shop import Shop
from carepos.staff import rules

SECOND = dt.timedelta(seconds=1)


def attempt(till: Till, pin: str, staff_id: str = CLERK_ID) -> bool:
    """One try as the lock page makes it: counted in a commit of its own, then checked."""
    if seconds := till.run(staff.count_attempt, staff_id):
        raise Refused("pin.wait", seconds=seconds)
    return till.run(staff.check_pin, staff_id, pin)


def fail(till: Till, clock: Clock, times: int, staff_id: str = CLERK_ID) -> None:
    """So many wrong PINs, each after as much patience as any of them can need."""
    for _ in range(times):
        assert not attempt(till, "0000", staff_id)
        clock.forward(seconds=900)


@pytest.mark.parametrize(
    ("pin", "fault"),
    [
        ("3917", None), ("48261", None), ("90417263", None), ("1212", None),
        ("", "pin.shape"), ("391", "pin.shape"), ("391748265", "pin.shape"), ("39a7", "pin.shape"),
        ("-391", "pin.shape"), ("３９１７", "pin.shape"), ("٣٩١٧", "pin.shape"),
        ("0000", "pin.common"), ("77777", "pin.common"), ("1234", "pin.common"), ("9876", "pin.common"),
        ("8901", "pin.common"), ("2109", "pin.common"), ("2580", "pin.common"), ("121212", "pin.common"),
    ],
)  # fmt: skip
def test_a_pin_is_four_to_eight_digits_nobody_tries_first(pin: str, fault: str | None) -> None:
    assert rules.pin_fault(pin) == fault


@pytest.mark.parametrize(
    ("count", "seconds"), [(0, 0), (1, 0), (4, 0), (5, 30), (6, 60), (7, 300), (8, 900), (9, 900), (10, 900), (99, 900)]
)
def test_the_wait_grows_from_the_fifth_wrong_pin_on(count: int, seconds: int) -> None:
    assert rules.wait_until(count, START) - START == dt.timedelta(seconds=seconds)


def test_the_right_pin_opens_also_when_typed_full_width(till: Till) -> None:
    assert attempt(till, CLERK_PIN)
    assert attempt(till, "３９１７")
    assert attempt(till, OWNER_PIN, OWNER_ID)


@pytest.mark.parametrize("pin", ["", "0000", OWNER_PIN, CLERK_PIN + "0", CLERK_PIN[:-1], "\0", "9" * 10**5])
def test_no_other_pin_does(till: Till, pin: str) -> None:
    assert not attempt(till, pin)


def test_four_wrong_pins_are_forgiven_at_once(till: Till) -> None:
    for _ in range(4):
        assert not attempt(till, "0000")
    assert attempt(till, CLERK_PIN)


def test_the_fifth_waits_to_the_second_also_with_the_right_pin(till: Till, clock: Clock) -> None:
    for _ in range(5):
        assert not attempt(till, "0000")
    with refused("pin.wait", seconds=30):
        attempt(till, CLERK_PIN)
    clock.now += 30 * SECOND - dt.timedelta(microseconds=1)
    with refused("pin.wait", seconds=1):
        attempt(till, CLERK_PIN)
    clock.now += dt.timedelta(microseconds=1)
    assert attempt(till, CLERK_PIN)


def test_somebody_elses_wrong_pins_do_not_count_for_me(till: Till, clock: Clock) -> None:
    for _ in range(5):
        attempt(till, "0000", COLLEAGUE_ID)
    assert attempt(till, CLERK_PIN)


def test_the_right_pin_forgets_the_wrong_ones(till: Till) -> None:
    for _ in range(3):
        for _ in range(4):
            assert not attempt(till, "0000")
        assert attempt(till, CLERK_PIN)


def test_ten_wrong_pins_lock_until_the_owner_gives_a_new_one(till: Till, office: Till, clock: Clock) -> None:
    fail(till, clock, 10)
    clock.forward(days=365)
    with refused("pin.locked"):
        attempt(till, CLERK_PIN)
    office.do(staff.change_pin, CLERK_ID, "7093")
    assert attempt(till, "7093")
    assert not attempt(till, CLERK_PIN)


def test_a_pin_is_looked_at_without_being_counted_while_nothing_can_be_written(till: Till, clock: Clock) -> None:
    assert till.ask(staff.is_pin, CLERK_ID, CLERK_PIN)
    assert not any(till.ask(staff.is_pin, CLERK_ID, "0000") for _ in range(20))
    assert attempt(till, CLERK_PIN)
    for _ in range(5):
        attempt(till, "0000")
    with refused("pin.wait", seconds=30):
        till.ask(staff.is_pin, CLERK_ID, CLERK_PIN)
    clock.forward(seconds=30)
    fail(till, clock, 5)
    with refused("pin.locked"):
        till.ask(staff.is_pin, CLERK_ID, CLERK_PIN)


def test_the_owner_is_never_locked_out(till: Till, clock: Clock) -> None:
    fail(till, clock, 15, OWNER_ID)
    assert attempt(till, OWNER_PIN, OWNER_ID)


def test_a_try_is_counted_even_if_the_plug_is_pulled_before_its_check(till: Till) -> None:
    for _ in range(5):
        till.run(staff.count_attempt, CLERK_ID)
    assert till.run(staff.count_attempt, CLERK_ID) == 30


def test_the_count_survives_a_restart(sqlite_shop: Shop, clock: Clock) -> None:
    assert sqlite_shop.folder
    fail(Till(sqlite_shop, CLERK), clock, 10)
    sqlite_shop.close()
    again = shops_door.open_shop(sqlite_shop.folder, clock)
    with refused("pin.locked"):
        attempt(Till(again, CLERK), CLERK_PIN)
    again.close()


def test_a_clock_set_back_shortens_no_wait(till: Till, clock: Clock) -> None:
    for _ in range(5):
        attempt(till, "0000")
    clock.forward(days=-3650)
    with refused("pin.wait", seconds=30):
        attempt(till, CLERK_PIN)


def test_a_clock_set_back_lengthens_no_wait_for_ever(till: Till, clock: Clock) -> None:
    for _ in range(5):
        attempt(till, "0000")
    clock.forward(days=-3650)
    with refused("pin.wait"):
        attempt(till, CLERK_PIN)
    clock.forward(seconds=30)
    assert attempt(till, CLERK_PIN)


def test_the_owners_passphrase(till: Till) -> None:
    assert till.run(staff.check_passphrase, OWNER_ID, PASSPHRASE)
    assert not till.run(staff.check_passphrase, OWNER_ID, PASSPHRASE + " ")
    assert not till.run(staff.check_passphrase, CLERK_ID, "")


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (("", "7093"), "staff.name"),
        (("　", "7093"), "staff.name"),
        (("名" * 41, "7093"), "staff.name"),
        (("高木", "12"), "pin.shape"),
        (("高木", "1234"), "pin.common"),
        (("高木", "7093", "boss"), "staff.role"),
        (("高木", "7093", "owner"), "passphrase.short"),
        (("高木", "7093", "owner", "1234567"), "passphrase.short"),
    ],
)
def test_nobody_is_taken_on_without_what_it_needs(office: Till, words: tuple[str, ...], rule: str) -> None:
    with refused(rule):
        office.do(staff.add, *words)
    assert len(office.ask(staff.present)) == 3


@pytest.mark.parametrize("pin", ["12", "1234"])
def test_a_new_pin_is_judged_like_the_first(office: Till, pin: str) -> None:
    with refused(rules.pin_fault(pin) or ""):
        office.do(staff.change_pin, CLERK_ID, pin)


def test_a_pin_given_full_width_is_the_same_pin(till: Till, office: Till) -> None:
    takagi = office.do(staff.add, " 高木 ", "７０９３")
    assert attempt(till, "7093", takagi)
    assert office.ask(staff.names)[takagi] == "高木"


def test_pins_are_kept_only_as_argon2_hashes(office: Till) -> None:
    from carepos.staff.tables import Person

    with office.shop.reading() as tx:
        person = tx.get(Person, OWNER_ID)
    assert person.pin_hash.startswith("$argon2id$")
    assert (person.passphrase_hash or "").startswith("$argon2id$")


def test_somebody_who_left_is_gone_from_the_list_and_keeps_their_name(till: Till, office: Till) -> None:
    assert [member.name for member in till.ask(staff.present)] == ["松本", "佐藤", "鈴木"]
    office.do(staff.leave, CLERK_ID)
    assert [member.name for member in till.ask(staff.present)] == ["松本", "鈴木"]
    assert till.ask(staff.names)[CLERK_ID] == "佐藤"


def test_the_last_owner_stays(till: Till, office: Till) -> None:
    with refused("staff.last_owner"):
        office.do(staff.leave, OWNER_ID)
    second = office.do(staff.add, "高木", "7093", staff.OWNER, PASSPHRASE)
    office.do(staff.leave, OWNER_ID)
    assert till.ask(staff.owner).id == second
    with refused("staff.last_owner"):
        Till(till.shop, OWNER).do(staff.leave, second)


def test_a_stranger_is_nobody(office: Till) -> None:
    for act in (
        lambda: office.do(staff.leave, new_id()),
        lambda: office.do(staff.change_pin, new_id(), "7093"),
        lambda: office.run(staff.check_pin, new_id(), "7093"),
    ):
        with pytest.raises(NotFound, match=r"staff\.not_found"):
            act()


def test_a_member_acts_at_a_till_in_their_role(till: Till) -> None:
    (owner, clerk, _) = till.ask(staff.present)
    assert staff.acting(owner, "window") == OWNER
    assert staff.acting(clerk, "window") == CLERK
