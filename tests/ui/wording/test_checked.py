"""The check under a field: it reads along, marks, takes over by one key, and never hinders."""

import pytest
from hands import Hands
from PySide6.QtWidgets import QWidget
from shops import OWN_RULE, OWNER, Till

from carepos import complaints, customers, promises, wording
from ui.complaints.sheet import ComplaintSheet
from ui.kit.label import Label
from ui.promises.sheet import PromiseSheet
from ui.wording.checked import Checked
from ui.wording.draft import OwnWords

VAGUE = "修理が済みしだい、なるべく早くご連絡します。"


@pytest.fixture
def words(hands: Hands) -> OwnWords:
    """The field at the counter, opened by F3 beside 田中 花子."""
    hands.open()
    hands.key("F3")
    return hands.part(OwnWords)


def told(of: QWidget) -> str:
    return "\n".join(label.text() for label in of.findChildren(Label) if label.isVisible())


def marked(words: OwnWords) -> int:
    return len(words.area.edit.extraSelections())


@pytest.mark.principle("P04")
def test_a_vague_time_is_marked_and_told(hands: Hands, words: OwnWords) -> None:
    hands.write(VAGUE)
    [finding] = words.check.findings()
    assert finding.promise
    assert marked(words) == 1
    assert finding.reason in told(words.check)


def test_what_is_fine_is_left_alone(hands: Hands, words: OwnWords) -> None:
    hands.write("本日17時までに、私からお電話いたします。")
    assert words.check.findings() == ()
    assert marked(words) == 0
    assert "Nothing here that may hurt." in told(words.check)


def test_one_key_takes_the_better_wording_over_and_ctrl_z_gives_the_old_one_back(hands: Hands, words: OwnWords) -> None:
    hands.write("在庫はございません。")
    [finding] = words.check.findings()
    hands.key("Ctrl+1")
    assert words.area.text() == wording.mended("在庫はございません。", finding, finding.better[0])
    assert words.check.findings() == ()
    assert words.area.edit.hasFocus()
    hands.key("Ctrl+Z")
    assert words.area.text() == "在庫はございません。"


@pytest.mark.principle("P02")
def test_a_no_is_kept_and_what_only_the_clerk_knows_is_typed_at_once(hands: Hands, words: OwnWords) -> None:
    hands.write("返品はできません。")
    offered = "返品はできません。代わりに、〔できること〕を承ります。"
    assert hands.button(offered).text() == "＋ 代わりに、〔できること〕を承ります"
    hands.key("Ctrl+1")
    assert words.area.text() == offered
    assert "〔できること〕" in told(words.check)
    hands.write("交換")
    assert words.area.text() == "返品はできません。代わりに、交換を承ります。"
    assert "Nothing here that may hurt." in told(words.check)


@pytest.mark.principle("P04")
def test_a_vague_time_gives_way_to_an_hour_to_be_filled_in(hands: Hands, words: OwnWords) -> None:
    hands.write("修理の件は後ほどご連絡いたします。")
    hands.key("Ctrl+1")
    hands.write("17時")
    assert words.area.text() == "修理の件は17時までにご連絡いたします。"
    assert words.check.findings() == ()


def test_a_finger_takes_it_over_too(hands: Hands, words: OwnWords) -> None:
    hands.write("That's not my problem.")
    better = words.check.findings()[0].better[0]
    hands.touch(better)
    assert better in words.area.text()


def test_only_the_newest_text_is_answered(hands: Hands, words: OwnWords) -> None:
    hands.press(*"We are out of stock")
    hands.press(*["Backspace"] * 12)
    hands.rest()
    assert words.area.text() == "we are "
    assert words.check.findings() == ()


def test_nothing_jumps_when_something_is_found(hands: Hands, words: OwnWords) -> None:
    before = words.height()
    hands.write("在庫はございません。")
    assert words.check.findings()
    assert words.height() == before


@pytest.mark.principle("P04")
def test_a_vague_time_becomes_a_promise(hands: Hands, words: OwnWords) -> None:
    hands.write(f"承りました。{VAGUE}")
    hands.key("Alt+Return")
    assert isinstance(hands.sheet, PromiseSheet)
    assert hands.sheet.fields()["promise"] == VAGUE
    hands.key("Ctrl+Return")
    assert [one.text for one in hands.till.ask(promises.of_customer, hands.counter.customer_id)] == [VAGUE]


@pytest.mark.principle("P11")
def test_a_reply_that_may_hurt_is_recorded_all_the_same(hands: Hands) -> None:
    who = hands.open("4567")
    hands.key("F5")
    sheet = hands.sheet
    assert isinstance(sheet, ComplaintSheet)
    hands.write("皿が欠けていた")
    sheet._reply.setFocus()
    hands.write("在庫はございません。")
    assert hands.part(Checked, sheet).findings()
    hands.key("Ctrl+Return")
    assert len(hands.till.ask(complaints.open_of, who)) == 1


def test_what_is_written_about_a_customer_is_never_judged(hands: Hands) -> None:
    who = hands.open("4567")
    hands.key("F7")
    hands.write("来月、沖縄に行かれる")
    assert hands.sheet.findChildren(Checked) == []
    hands.key("Ctrl+Return")
    assert [note.text for note in hands.till.ask(customers.notes, who)] == ["来月、沖縄に行かれる"]


def test_in_a_complaint_the_reply_is_read_and_its_vague_time_becomes_the_promise(hands: Hands) -> None:
    who = hands.open()
    hands.key("F5")
    sheet = hands.sheet
    assert isinstance(sheet, ComplaintSheet)
    hands.write("皿が欠けていた")
    sheet._reply.setFocus()
    hands.write(VAGUE)
    hands.key("Alt+Return")
    assert sheet.fields()["promise"] == VAGUE
    hands.key("Ctrl+Return")
    assert len(hands.till.ask(complaints.open_of, who)) == 1
    assert [one.text for one in hands.till.ask(promises.of_customer, who)] == [VAGUE]


def test_the_customer_s_own_words_are_never_judged(hands: Hands) -> None:
    hands.open()
    hands.key("F5")
    hands.write("在庫がないと言われて、なるべく早くと言われた")
    assert hands.part(Checked, hands.sheet).findings() == ()


def test_a_promise_says_when_its_words_are_vague(hands: Hands) -> None:
    hands.open()
    hands.key("F8")
    hands.write(VAGUE)
    assert hands.part(Checked, hands.sheet).findings()
    hands.key("Ctrl+1")
    assert VAGUE not in hands.sheet.fields()["promise"]


def test_a_rule_of_the_shop_s_own_is_read_along(hands: Hands, words: OwnWords) -> None:
    hands.write("A rubber band?")
    assert words.check.findings() == ()
    Till(hands.shop, OWNER).do(wording.add_rule, "en", OWN_RULE)
    hands.key("Ctrl+A")
    hands.write("A rubber band, then?")
    assert [finding.reason for finding in words.check.findings()] == ["Our parcels are tied with ribbon."]
