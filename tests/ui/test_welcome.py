"""The first start and the way back after a lost key: whole walks through both."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shops import Clock, refused

from carepos import loyalty, shop, staff
from carepos.errors import StorageTrouble
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings
from ui.founding import CodeStep, DoneStep, Owner, OwnerStep, ShopStep, found
from ui.kit import theme
from ui.kit.label import Label
from ui.recovery import CodeCard, RecoveryPage, save_sheet
from ui.welcome import Welcome

NO_KEYSTORE = fail.Keyring()  # type: ignore[no-untyped-call]
PIN, PASSPHRASE = "4863", "つきのうつわの店"


@pytest.fixture(autouse=True)
def _no_keystore(qapp: QApplication, quick_pins: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine without a keystore, and a window that stands still."""
    monkeypatch.setattr(theme, "motion", False)
    if not qapp.styleSheet():
        theme.apply(qapp, "light")
    before = keyring.get_keyring()
    keyring.set_keyring(NO_KEYSTORE)
    yield
    keyring.set_keyring(before)


@pytest.fixture
def folder(tmp_path: Path) -> ShopFolder:
    return ShopFolder(tmp_path / "shop")


@pytest.fixture
def page(qtbot: QtBot, folder: ShopFolder) -> Welcome:
    made = Welcome(folder)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


@pytest.fixture
def walk(page: Welcome, qtbot: QtBot) -> Callable[[], CodeStep]:
    """Fills in the steps up to the recovery code."""

    def go() -> CodeStep:
        page.go()
        step = page.step()
        assert isinstance(step, ShopStep)
        step.shop.name.set_text("みなも")
        page.go()
        owner = page.step()
        assert isinstance(owner, OwnerStep)
        fill(owner)
        page.go()
        qtbot.waitUntil(lambda: isinstance(page.step(), CodeStep))
        code = page.step()
        assert isinstance(code, CodeStep)
        return code

    return go


def fill(step: OwnerStep, **different: str) -> None:
    texts = {"name": "山田", "pin": PIN, "pin_again": PIN, "passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE}
    for name, text in (texts | different).items():
        step.fields()[name].set_text(text)


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())


def code_on(page: Welcome) -> str:
    """The code as somebody copies it from the screen; a group may be of digits alone."""
    return "-".join(text for text in words(page).split("\n") if re.fullmatch("[0-9A-Z]{4}", text))


def test_a_shop_is_made_with_its_owner_and_its_points(
    page: Welcome, walk: Callable[[], CodeStep], qtbot: QtBot
) -> None:
    step, made = walk(), list[shop.Shop]()
    page.shop_made.connect(made.append)
    assert "no keystore" in words(page)
    step.group.set_text(code_on(page)[-4:].lower())
    page.go()
    assert isinstance(page.step(), DoneStep)
    page.go()
    with made[0].transaction() as tx:
        owner = staff.owner(tx)
        assert (owner.name, tx.settings.shop_name) == ("山田", "みなも")
        assert staff.check_pin(tx, owner.id, PIN)
        assert staff.check_passphrase(tx, owner.id, PASSPHRASE)
        assert loyalty.programme(tx) == loyalty.Programme()
    made[0].close()


def test_the_code_must_be_on_paper_before_going_on(page: Welcome, walk: Callable[[], CodeStep]) -> None:
    step, last = walk(), code_on(page)[-4:]
    step.group.set_text("0000" if last != "0000" else "1111")
    page.go()
    assert page.step() is step
    assert step.group.error()


def test_customers_can_be_brought_in_at_the_end(page: Welcome, walk: Callable[[], CodeStep]) -> None:
    step, heard = walk(), list[str]()
    page.shop_made.connect(lambda _made: heard.append("shop"))
    page.shop_made.connect(shop.Shop.close)
    page.import_wanted.connect(lambda: heard.append("import"))
    step.group.set_text(code_on(page)[-4:])
    page.go()
    done = page.step()
    assert isinstance(done, DoneStep)
    done.bring.click()
    assert heard == ["shop", "import"]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("pin", "1234"),
        ("pin_again", "4864"),
        ("passphrase", "short"),
        ("passphrase_again", "つきのうつわの見世"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_made(
    page: Welcome, folder: ShopFolder, field: str, text: str
) -> None:
    page.go()
    shop_step = page.step()
    assert isinstance(shop_step, ShopStep)
    shop_step.shop.name.set_text("みなも")
    page.go()
    step = page.step()
    assert isinstance(step, OwnerStep)
    fill(step, **{field: text})
    page.go()
    assert [name for name, shown in step.fields().items() if shown.error()] == [field]
    assert not folder.exists()


def test_a_failure_leaves_no_half_made_shop(folder: ShopFolder) -> None:
    with refused("pin.common"):
        found(folder, ShopSettings(shop_name="みなも"), Owner("山田", "1234", PASSPHRASE))
    assert not folder.in_use()


def test_the_language_and_the_demo_are_one_touch_away(page: Welcome, qtbot: QtBot) -> None:
    start = page.step()
    with qtbot.waitSignal(page.language_chosen) as chosen:
        start.languages.chip("ja").click()  # type: ignore[attr-defined]
    assert chosen.args == ["ja"]
    with qtbot.waitSignal(page.demo_wanted):
        start.look.click()  # type: ignore[attr-defined]


def test_a_lost_key_comes_back_by_the_code_on_the_screen(
    page: Welcome, walk: Callable[[], CodeStep], folder: ShopFolder, qtbot: QtBot
) -> None:
    made: list[shop.Shop] = []
    page.shop_made.connect(made.append)
    walk()
    code = code_on(page)
    folder.key.unlink()
    recovery = RecoveryPage(folder, StorageTrouble("storage.key_missing"))
    qtbot.addWidget(recovery)
    recovery.show()
    with qtbot.waitSignal(recovery.recovered):
        enter(recovery, code.lower().replace("-", " "))
    opened = shop.open_shop(folder)
    assert opened.settings.shop_name == "みなも"
    opened.close()


def test_a_slip_in_the_code_is_told(folder: ShopFolder, qtbot: QtBot) -> None:
    recovery = RecoveryPage(folder, StorageTrouble("storage.key_missing"))
    qtbot.addWidget(recovery)
    recovery.show()
    enter(recovery, "0000-0000")
    qtbot.waitUntil(lambda: "slip" in words(recovery))


def test_another_trouble_is_tried_again(folder: ShopFolder, qtbot: QtBot) -> None:
    recovery = RecoveryPage(folder, StorageTrouble("storage.busy"))
    qtbot.addWidget(recovery)
    recovery.show()
    assert not recovery.code.isVisible()
    with qtbot.waitSignal(recovery.recovered):
        recovery.go.click()


def enter(recovery: RecoveryPage, code: str) -> None:
    recovery.code.set_text(code)
    recovery.go.click()


def test_the_printed_page_is_a_pdf_whatever_the_shops_name(tmp_path: Path) -> None:
    path = save_sheet(tmp_path / "code.pdf", "<b>みなも</b> & 😀" * 20, "-".join(["ABCD"] * 14))
    assert path.read_bytes().startswith(b"%PDF")


def test_a_page_that_cannot_be_saved_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    card = CodeCard("みなも", "-".join(["ABCD"] * 14))
    qtbot.addWidget(card)
    card.show()
    card.save(tmp_path / "nowhere" / "code.pdf")
    assert "cannot be written to" in words(card)
    card.save(tmp_path / "code.pdf")
    assert "cannot be written to" not in words(card)


def test_a_founded_shop_keeps_its_own_days(folder: ShopFolder, clock: Clock) -> None:
    made = found(folder, ShopSettings(shop_name="みなも", timezone="America/New_York"), Owner("山田", PIN, PASSPHRASE))
    assert made.shop.settings.zone.key == "America/New_York"
    assert not made.in_keystore
    made.shop.close()


def test_large_letters_on_a_small_screen_run_under_nothing(qapp: QApplication, page: Welcome, qtbot: QtBot) -> None:
    theme.apply(qapp, "light", 1.5)
    try:
        large = Welcome(page._folder)
        qtbot.addWidget(large)
        large.resize(1024, 768)
        large.show()
        for step in (large._start, large._shop, large._owner):
            large._show(step)
            QApplication.processEvents()
            assert large._scroll.horizontalScrollBar().maximum() == 0
    finally:
        theme.apply(qapp, "light")
