"""The points sheet: what it shows beforehand is what happens, once, and it can be taken back."""

import dataclasses
import datetime as dt

import pytest
from hands import Hands
from shops import OWNER, START, Till

from carepos import loyalty, purchases
from ui.kit.keypad import Keypad
from ui.kit.timeline import Timeline

STORM = ("Return",) * 10 + ("Ctrl+Return",) * 10


@pytest.fixture
def hanako(hands: Hands) -> str:
    """She stands at the counter with 900 points, and the sheet is open."""
    who = hands.open()
    hands.key("F6")
    return who


def balance(hands: Hands, who: str) -> int:
    return hands.till.ask(loyalty.balance, who)


def test_f6_an_amount_and_enter_give_points(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    assert "Then 932 pt" in hands.reads(hands.sheet)
    hands.key("Return")
    assert balance(hands, hanako) == 932
    assert hands.counter.sheet is None
    assert "932" in hands.toast.text()
    assert "932" in hands.reads(hands.counter)


def test_what_is_given_can_be_taken_back_by_undo(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    hands.key("Return")
    hands.key("Ctrl+Z")
    assert balance(hands, hanako) == 900
    assert hands.toast.text() == "Taken back"


def test_gift_cards_and_fees_in_the_amount_earn_nothing(hands: Hands, hanako: str) -> None:
    part = hands.line("Part that earns no points (gift cards, fees)")
    hands.type("3240")
    part.setText("4000")
    hands.key("Return")
    assert "The part cannot be more than the whole" in hands.reads(hands.sheet)
    part.setText("500")
    hands.key("Return")
    assert balance(hands, hanako) == 900 + 27


def test_what_the_owner_named_to_earn_nothing_stands_under_the_field(hands: Hands, hanako: str) -> None:
    assert "No points here" not in hands.reads(hands.sheet)
    change(hands, no_points_items=("切手", "紙袋"), no_points_categories=("gift_card", "fee", "本"))
    reopen(hands)
    assert "No points here: 切手, 紙袋, 本\n" in hands.reads(hands.sheet)
    hands.touch("Use")
    assert "No points here" not in hands.reads(hands.sheet)
    hands.touch("Give")
    assert "No points here" in hands.reads(hands.sheet)


def test_only_the_first_of_very_many_are_named(hands: Hands, hanako: str) -> None:
    change(hands, no_points_items=tuple(f"品{number}" for number in range(13)))
    reopen(hands)
    assert "品11 …" in hands.reads(hands.sheet)


@pytest.mark.parametrize("key", ["F2", "F3"])
def test_undo_is_no_dead_key_while_a_field_waits_empty(hands: Hands, hanako: str, key: str) -> None:
    """The field claims Ctrl+Z only for what was typed into it."""
    hands.type("3240")
    hands.key("Return")
    hands.key(key, "Ctrl+Z")
    assert balance(hands, hanako) == 900


def test_undo_takes_back_what_is_typed_before_what_is_recorded(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    hands.key("Return")
    hands.key("F2")
    hands.type("5")
    hands.key("Ctrl+Z")
    assert (hands.window.search.text(), balance(hands, hanako)) == ("", 932)


def test_a_press_storm_gives_once(hands: Hands, hanako: str) -> None:
    hands.type("10000")
    hands.press(*STORM)
    hands.rest()
    assert (hands.done("loyalty.earn"), balance(hands, hanako)) == (1, 1_000)


def test_esc_on_the_heels_of_enter_still_says_what_was_done(hands: Hands, hanako: str) -> None:
    """The sheet waits for the store; no draft of what was recorded comes back."""
    hands.type("5000")
    hands.press("Return", "Esc")
    hands.rest()
    assert (hands.counter.sheet, balance(hands, hanako)) == (None, 950)
    assert "950" in hands.toast.text()
    hands.key("F6")
    assert hands.sheet.fields() == {}


def test_points_are_used_down_to_what_the_preview_says(hands: Hands, hanako: str) -> None:
    hands.touch("Use")
    hands.type("150")
    assert "Then 750 pt" in hands.reads(hands.sheet)
    hands.touch("Use 150 pt")
    assert balance(hands, hanako) == 750


def test_the_keypad_types_into_the_amount(hands: Hands, hanako: str) -> None:
    for key in ("1", "2", "00", "Backspace"):
        hands.touch(key)
    assert hands.sheet.fields()["amount"] == "120"


def test_a_movement_is_taken_back_by_a_line_of_its_own(hands: Hands, hanako: str) -> None:
    hands.type("3240")
    hands.key("Return")
    hands.key("F6")
    hands.touch("Take back")
    hands.touch("Take back +32 pt")
    assert balance(hands, hanako) == 900
    assert hands.done("loyalty.undo") == 1


def test_a_receipt_counts_once(hands: Hands, hanako: str) -> None:
    hands.till.do(loyalty.earn, hanako, 1_000, "20261121-7777")
    hands.type("1000")
    receipt = hands.line("Receipt number")
    receipt.setText("20261121-7777")
    hands.key("Return")
    assert "Receipt 20261121-7777 has its points already." in hands.reads(hands.sheet)
    assert (receipt.text(), hands.sheet.fields()["amount"]) == ("20261121-7777", "1000")
    assert balance(hands, hanako) == 910


WRONG = {
    "1" + "0" * 15: "at most 1,000,000,000,000",
    "-500": "An amount cannot be below zero.",
    "abc": "Please enter an amount in digits.",
    "10.5": "Please enter whole yen.",
    "": "Please enter an amount in digits.",
}


@pytest.mark.parametrize("typed", WRONG)
def test_a_wrong_amount_is_told_under_its_field_and_stays(hands: Hands, hanako: str, typed: str) -> None:
    hands.write(typed)
    hands.key("Return")
    assert WRONG[typed] in hands.reads(hands.sheet)
    assert hands.line("Amount bought (with tax)").text() == typed
    assert hands.done("loyalty.earn") == 0


@pytest.mark.parametrize("typed", ["1.5", "abc"])
def test_points_that_are_none_are_told_as_points(hands: Hands, hanako: str, typed: str) -> None:
    hands.touch("Use")
    hands.write(typed)
    hands.key("Return")
    assert "The points are not a whole number." in hands.reads(hands.sheet)


def test_more_than_there_is_cannot_be_used(hands: Hands, hanako: str) -> None:
    hands.touch("Use")
    hands.type("901")
    hands.key("Return")
    assert "There are 900 points." in hands.reads(hands.sheet)
    assert hands.sheet.fields()["points"] == "901"
    hands.key("Backspace")
    hands.key("Return")
    assert balance(hands, hanako) == 810


def test_only_the_owner_corrects_and_gives_the_reason(hands: Hands, hanako: str) -> None:
    assert not hands.can_touch("Correct (owner)")
    hands.key("Esc")
    hands.window.enter(hands.owner())
    hands.key("F6")
    hands.touch("Correct (owner)")
    hands.type("100")
    hands.key("Return")
    assert "Please give the reason in a few words." in hands.reads(hands.sheet)
    hands.line("Reason").setText("Stamp card")
    hands.key("Ctrl+Return")
    assert balance(hands, hanako) == 1_000


def change(hands: Hands, **terms: object) -> None:
    """The owner's rules from today on."""
    changed = dataclasses.replace(loyalty.Programme(), **terms)  # type: ignore[arg-type]
    Till(hands.shop, OWNER).do(loyalty.set_programme, changed, hands.clock().date())


def told_so_far(hands: Hands) -> str:
    """The rows of the past, as they are read aloud."""
    return "\n".join(row.spoken() for row in hands.part(Timeline).entries())


def reopen(hands: Hands) -> None:
    """The sheet as it is opened under the rules that hold now."""
    hands.key("Esc")
    hands.key("F6")


def test_every_reason_is_told_before_it_is_given(hands: Hands, hanako: str) -> None:
    day = hands.clock().date()
    campaign = loyalty.Campaign("週末", day, day, 200)
    change(hands, campaigns=(campaign,), visit_points=5, with_tax=False)
    reopen(hands)
    hands.type("1100")
    told = hands.reads(hands.sheet)
    for line in ("1 pt per ¥100, for ¥1,000 of ¥1,100", "“週末” ×2", "For the visit", "25 pt", "Then 925 pt"):
        assert line in told
    hands.key("Return")
    assert balance(hands, hanako) == 925


def bean_day(hands: Hands) -> None:
    """Today dark beans, and whatever is tea, give twice the points."""
    day = hands.clock().date()
    campaign = loyalty.Campaign("豆の日", day, day, 200, items=("深煎り",), categories=("茶",))
    change(hands, campaigns=(campaign,))
    reopen(hands)


def test_what_a_campaign_is_about_is_asked_for_where_there_is_one(hands: Hands, hanako: str) -> None:
    assert "Of it “深煎り”" not in hands.reads(hands.sheet)
    bean_day(hands)
    hands.type("3000")
    assert "豆の日" not in hands.reads(hands.sheet)
    hands.line("Of it “深煎り”").setFocus()
    hands.write("1000")
    hands.line("Of it “茶”").setFocus()
    hands.write("500")
    told = hands.reads(hands.sheet)
    assert "“豆の日” ×2" in told
    assert "45 pt" in told
    hands.key("Return")
    assert balance(hands, hanako) == 945
    sale = hands.till.ask(purchases.history, hanako, hands.clock() + dt.timedelta(minutes=1), 1)[0]
    assert [(line.item, line.category, line.yen) for line in sale.lines] == [
        ("深煎り", "", 1000),
        ("茶", "茶", 500),
        ("Other goods", "", 1500),
    ]
    assert "深煎り, 茶, Other goods" in told_so_far(hands)


def test_the_parts_are_no_more_than_what_earns_points(hands: Hands, hanako: str) -> None:
    bean_day(hands)
    hands.type("3000")
    without = hands.line("Part that earns no points (gift cards, fees)")
    without.setText("4000")
    hands.line("Of it “深煎り”").setFocus()
    hands.write("600")
    hands.key("Return")
    assert "The part cannot be more than the whole: 3,000." in hands.reads(hands.sheet)
    without.setText("2500")
    hands.line("Of it “深煎り”").setFocus()
    hands.key("Return")
    assert "The part cannot be more than the whole: 500." in hands.reads(hands.sheet)
    hands.key("Ctrl+A")
    hands.type("500")
    hands.key("Return")
    assert balance(hands, hanako) == 910


def test_a_part_is_kept_in_the_draft_and_asked_for_only_when_points_are_given(hands: Hands, hanako: str) -> None:
    bean_day(hands)
    hands.type("3000")
    hands.line("Of it “深煎り”").setFocus()
    hands.write("1000")
    reopen(hands)
    assert hands.line("Of it “深煎り”").text() == "1000"
    hands.touch("Use")
    assert "Of it" not in hands.reads(hands.sheet)


def test_a_reward_just_reached_is_said_once_with_a_sentence(hands: Hands, hanako: str) -> None:
    change(hands, rewards=(loyalty.Reward(905, 300), loyalty.Reward(1500, 500)))
    reopen(hands)
    hands.type("1000")
    assert "You have 905 pt now, and that is a ¥300 voucher." in hands.reads(hands.sheet)
    hands.key("Return")
    assert "You have 905 pt now" in hands.toast.text()
    hands.key("F6")
    hands.type("1000")
    assert "You have" not in hands.reads(hands.sheet)


def test_the_best_use_is_one_touch_away_and_the_clerk_still_chooses(hands: Hands, hanako: str) -> None:
    change(hands, rewards=(loyalty.Reward(300, 100), loyalty.Reward(600, 300)))
    reopen(hands)
    hands.touch("Use")
    hands.line("Amount bought (with tax)").setFocus()
    hands.type("250")
    hands.touch("Best use: 597 pt, ¥199 off")  # 600 would take off more than there is to pay
    assert hands.sheet.fields()["points"] == "597"
    assert "Taken off" in hands.reads(hands.sheet)
    hands.line("Points to use").selectAll()
    hands.type("150")
    hands.touch("Use 150 pt")
    assert balance(hands, hanako) == 750


def test_points_in_steps_are_refused_with_the_steps(hands: Hands, hanako: str) -> None:
    change(hands, spend_least=100, spend_step=100)
    reopen(hands)
    hands.touch("Use")
    hands.type("150")
    hands.key("Return")
    assert "Points are used from 100 on, in steps of 100" in hands.reads(hands.sheet)
    assert balance(hands, hanako) == 900


RETURNS = {
    "owe": ("Then 50 pt are owed", "You owe us nothing today", -50),
    "settle": ("Keep from the refund", "We keep ¥16 for them, so ¥9,984 comes back to you", 0),
    "refuse": ("Points these goods had earned", "I cannot take the goods back for money today", 50),
}


@pytest.mark.parametrize("outcome", RETURNS)
def test_goods_come_back_with_words_for_each_outcome(hands: Hands, outcome: str) -> None:
    change(hands, after_return=outcome)
    who = hands.open("2222")
    hands.till.do(loyalty.earn, who, 10_000, "20261121-0900")
    hands.till.do(loyalty.spend, who, 50)
    hands.key("F6")
    hands.touch("Goods returned")
    hands.touch("21 Nov　¥10,000")
    line, sentence, after = RETURNS[outcome]
    told = hands.reads(hands.sheet)
    assert line in told
    assert sentence in told
    hands.touch("Take the goods back")
    assert balance(hands, who) == after
    if outcome == "settle":
        assert "Keep ¥16 from the refund" in hands.toast.text()
    if outcome == "refuse":
        assert "have been used already" in hands.reads(hands.sheet)


def test_a_morning_s_purchase_is_offered_with_the_shop_s_day(hands: Hands) -> None:
    who = hands.open("2222")
    hands.till.do(loyalty.earn, who, 5_000, "20261121-0001", START.replace(hour=8))
    hands.key("F6")
    hands.touch("Goods returned")
    assert hands.can_touch("21 Nov　¥5,000")


def test_what_is_owed_is_said_kindly(hands: Hands) -> None:
    who = hands.open("2222")
    hands.till.do(loyalty.earn, who, 10_000, "20261121-0900")
    hands.till.do(loyalty.spend, who, 50)
    hands.till.do(loyalty.return_sale, who, "20261121-0900", 10_000)
    hands.open("2222")
    assert "50 pt are owed; the next points fill them" in hands.reads(hands.counter)
    hands.key("F6")
    assert "50 pt owed" in hands.reads(hands.sheet)


def test_a_sale_with_its_bonuses_is_taken_back_as_one(hands: Hands, hanako: str) -> None:
    day = hands.clock().date()
    change(hands, campaigns=(loyalty.Campaign("週末", day, day, 100, 30),))
    reopen(hands)
    hands.type("1000")
    hands.key("Return")
    assert balance(hands, hanako) == 940
    hands.key("F6")
    hands.touch("Take back")
    hands.touch("Take back +40 pt")
    assert balance(hands, hanako) == 900


def test_what_points_have_paid_of_this_receipt_is_left_out_beforehand_too(hands: Hands, hanako: str) -> None:
    """The button, the line below the amount and the row that is written say the same."""
    change(hands, redemption="payment")
    hands.till.do(loyalty.spend, hanako, 300, "20261121-7777")
    reopen(hands)
    hands.type("3000")
    assert "Then 630 pt" in hands.reads(hands.sheet)
    hands.line("Receipt number").setFocus()
    hands.key("Ctrl+A")
    hands.type("20261121-7777")
    assert "Then 629 pt" in hands.reads(hands.sheet)
    hands.touch("Give 29 pt")
    assert balance(hands, hanako) == 629


def test_points_that_are_owed_are_told_as_owed_and_not_as_a_balance(hands: Hands, hanako: str) -> None:
    hands.till.do(loyalty.earn, hanako, 10_000, "20261121-7777")
    hands.till.do(loyalty.spend, hanako, 1_000, "20261121-7778")
    hands.touch("Goods returned")
    hands.sheet.fill({"mode": "return", "goods": "10000", "goods_receipt": "20261121-7777"})
    hands.key("Return")
    assert hands.toast.text() == "−100 pt recorded. 100 pt owed"
    hands.key("F6")
    hands.touch("Take back")
    hands.touch("Take back −100 pt")
    assert hands.toast.text() == "Taken back: +100 pt. Balance 0 pt"


def test_the_keypad_stands_still_from_mode_to_mode(hands: Hands, hanako: str) -> None:
    pad, places = hands.part(Keypad, hands.sheet), set()
    for mode in ("Use", "Goods returned", "Give"):
        hands.touch(mode)
        places.add((pad.x(), pad.width()))
    assert len(places) == 1
