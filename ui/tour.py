"""The counter's day, played in the real window with keys and touches; a picture of every screen, in both languages."""

import argparse
import datetime as dt
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from carepos.errors import CarePosError
from carepos.paths import ShopFolder
from ui.app import App, make_qt
from ui.kit import theme
from ui.smoke import wait_until

if TYPE_CHECKING:
    from ui.counter import Counter
    from ui.window import Window

OPENING = dt.time(14, 32)
HAND = 75  # milliseconds between the keys of a hand


def run_tour(arguments: list[str]) -> int:
    """Plays the day in ja and en; 0 when every step did what it should, 1 at the first that did not."""
    parser = argparse.ArgumentParser(prog="carepos tour")
    parser.add_argument("--pictures", default="pictures", metavar="FOLDER")
    options = parser.parse_args(arguments)
    folder = Path(options.pictures)
    folder.mkdir(parents=True, exist_ok=True)
    qt = make_qt()
    theme.motion = False
    for language in ("ja", "en"):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
            tour = Tour(qt, Path(place), language, folder)
            try:
                tour.play()
            except (AssertionError, TimeoutError, CarePosError) as fault:
                print(f"{language}: FAILED {tour.step}: {fault}", file=sys.stderr)
                return 1
            finally:
                tour.close()
    print(f"tour: every step done; pictures in {folder}")
    return 0


class Tour:
    """One language's day."""

    def __init__(self, qt: QApplication, place: Path, language: str, pictures: Path) -> None:
        self._qt, self._place, self._language, self._pictures = qt, place, language, pictures
        self._number = 0
        self.step = "start"
        self._began = time.monotonic()
        self._noon = self._afternoon()
        self.app = App(qt, ShopFolder(place / "demo"), demo=True, clock=self._clock)
        self.app.preferences.set(language=language, theme="light", scale=1.0)

    def play(self) -> None:
        """Every step in order; each says what happened and proves it from the store."""
        steps: list[Callable[[], None]] = [
            self.first_start,
            self.open_the_shop,
            self.find_by_kana,
            self.find_by_phone,
            self.find_by_card,
            self.open_a_card,
            self.say_a_line,
            self.record_a_complaint,
            self.give_points,
            self.use_points,
            self.read_every_line,
            self.turn_the_screen,
            self.own_words,
            self.thank_you_note,
            self.note_and_rating,
            self.register,
            self.keep_a_promise,
            self.change_person,
            self.confirm_the_day,
            self.settings_and_import,
            self.other_clothes,
        ]
        for step in steps:
            self.step = step.__name__.replace("_", " ")
            step()

    def close(self) -> None:
        """Leaves the shop."""
        if self.app.window is not None:
            self.app.window.close()
        self.app.close()

    # The steps

    def first_start(self) -> None:
        """Somebody starts the program on a bare computer."""
        from ui.welcome import Welcome

        self.app.dress()
        page = Welcome(ShopFolder(self._place / "none"))
        page.resize(1366, 768)
        page.show()
        self._snap("first_start", page)
        page.close()
        self._say("the first start asks for a language and offers a shop or the demo")

    def open_the_shop(self) -> None:
        """The counter stands open."""
        settled: list[bool] = []
        self.app.settled.connect(lambda: settled.append(True))
        self.app.start()
        self.window.resize(1366, 768)
        wait_until(self._qt, lambda: settled)
        self._rest()
        self._snap("counter_empty")
        self._say("the demo shop is open")

    def find_by_kana(self) -> None:
        """Half of a name, still in the input method."""
        self._key("F2")
        edit = self.window.search.edit
        QApplication.sendEvent(edit, QInputMethodEvent("たなか", []))
        self._rest()
        self._snap("lookup")
        found = self._listed()
        self._check("田中" in found or "Tanaka" in found, f"たなか finds 田中, found: {found}")
        QApplication.sendEvent(edit, QInputMethodEvent("", []))
        self._key("Escape")
        self._say(f"たなか, still being composed, finds {len(found.split())} customers")

    def find_by_phone(self) -> None:
        """Four digits and Enter."""
        hanako = self._hanako()
        self._key("F2")
        self._type("5678")
        self._key("Return")
        wait_until(self._qt, lambda: self.counter.customer_id)
        self._check(self.counter.customer_id == hanako, "5678 opens 田中 花子")
        self._say("four digits and Enter open the card")

    def find_by_card(self) -> None:
        """A scan while nobody stands here."""
        from carepos import customers

        self._key("Escape")
        with self.app_shop.reading() as tx:
            card = customers.show(tx, self._hanako()).card or ""
        self._scan(card)
        wait_until(self._qt, lambda: self.counter.customer_id)
        self._check(self.counter.customer_id == self._hanako(), "the scan opens its customer")
        self._say("a scanned card opens at once")

    def open_a_card(self) -> None:
        """What the clerk sees."""
        self._rest()
        self._snap("counter")
        self._say("card, past, promise and sayings stand side by side")

    def say_a_line(self) -> None:
        """Key 1."""
        from carepos import wording

        self.counter.setFocus()
        self._type("1")
        self._rest()
        later = self.app_shop.clock() + dt.timedelta(days=1)
        with self.app_shop.reading() as tx:
            said = wording.history(tx, self.counter.customer_id, later, 1)
        self._check(len(said) == 1, "the line is remembered")
        self._snap("said")
        self._say("key 1 remembers what was said")

    def record_a_complaint(self) -> None:
        """F5, words, five touches, Ctrl+Enter."""
        from carepos import complaints, promises

        who = self.counter.customer_id
        with self.app_shop.reading() as tx:
            before = len(complaints.open_of(tx, who)), len(promises.of_customer(tx, who))
        self._key("F5")
        self._write(
            self._words(
                "湯のみの色が、写真とずいぶん違って見えました。", "The cup's colour is not the one in the picture."
            )
        )
        for words in (self._words("商品", "Goods"), self._words("交換", "Exchange"), self._words("今日中", "Today")):
            self._touch(words)
        self._touch(self._words("同じ品と交換", "Exchange it"))
        self._rest()
        self._snap("complaint")
        self._key("Ctrl+Return")
        self._rest()
        with self.app_shop.reading() as tx:
            after = len(complaints.open_of(tx, who)), len(promises.of_customer(tx, who))
        self._check(after == (before[0] + 1, before[1] + 1), "one complaint and one promise more")
        self._say("a complaint and its promise: F5, words, 4 touches, Ctrl+Enter")

    def give_points(self) -> None:
        """F6, an amount, Enter."""
        before = self._balance()
        self._key("F6")
        self._rest()
        self._type("3240")
        self._rest()
        self._snap("points")
        self._key("Return")
        self._rest()
        self._check(self._balance() == before + 48, f"48 points more than {before}: {self._balance()}")
        self._snap("points_given")
        self._say("F6, 3240, Enter gave 48 points")

    def use_points(self) -> None:
        """Use 100, then take it back by Undo."""
        before = self._balance()
        self._key("F6")
        self._rest()
        self._touch(self._words("つかう", "Use"))
        self._type("100")
        self._rest()
        self._snap("points_use")
        self._key("Return")
        self._rest()
        self._check(self._balance() == before - 100, "100 points less")
        self._key("Ctrl+Z")
        self._rest()
        self._check(self._balance() == before, "Undo gives them back")
        self._say("100 points used, and given back by Undo")

    def turn_the_screen(self) -> None:
        """F12 while an amount is typed: the customer reads it before it is recorded."""
        before = self._balance()
        self._key("F6")
        self._rest()
        self._type("1580")
        self._rest()
        self._key("F12")
        self._rest()
        display = self.window.display
        assert display is not None
        self._check(display.turned, "the customer's page covers the window")
        self._check(display.page.names_somebody, "the page shows who stands here")
        self._snap("customer_page", display.page)
        self._key("Escape")
        self._check(not display.turned, "Esc gives the screen back")
        self._key("Ctrl+A")
        self._key("Backspace")
        self._key("Escape")
        self._check(self._balance() == before, "nothing was recorded by showing it")
        self._say("F12 showed the customer their points, the rules and what this purchase brings")

    def read_every_line(self) -> None:
        """Why each point is there, and all of it on paper."""
        from ui.loyalty.ledger import LedgerSheet

        self._key("F6")
        self._rest()
        self._touch(self._words("返品", "Goods returned"))
        self._snap("points_return")
        self._touch(self._words("明細を見る", "Every line"))
        self._rest()
        self._touch(self._words("+48 pt のわけ", "Why +48 pt?"))
        self._rest(0.3)
        self._snap("points_lines")
        sheet, paper = self.counter.sheet, self._pictures / f"statement_{self._language}.pdf"
        assert isinstance(sheet, LedgerSheet)
        sheet.save_pdf(str(paper))
        self._rest()
        self._check(paper.exists(), "the statement is on paper")
        self._key("Escape")
        self._say("each line of points tells why it is there; the statement is a PDF")

    def own_words(self) -> None:
        """F3, a draft that may hurt, Ctrl+1."""
        from ui.wording.draft import OwnWords

        self._key("F3")
        self._write(self._words("在庫はございません。", "We are out of stock."))
        field = self.window.findChild(OwnWords)
        assert isinstance(field, OwnWords)
        self._check(len(field.check.findings()) == 1, "a bare no is marked")
        self._snap("own_words")
        self._key("Ctrl+1")
        self._check(not field.check.findings(), "the better wording is fine")
        self._key("Escape")
        self.counter.setFocus()
        self._say("a bare no was marked while it was typed, and mended by one key")

    def thank_you_note(self) -> None:
        """F9, Ctrl+Enter."""
        from carepos import wording

        self._key("F9")
        self._rest()
        self._snap("thank_you_note")
        self._key("Ctrl+Return")
        self._rest()
        later = self.app_shop.clock() + dt.timedelta(days=1)
        with self.app_shop.reading() as tx:
            latest = wording.history(tx, self.counter.customer_id, later, 1)[0]
        self._check(latest.kind == "note", "the note is remembered")
        self._say("a thank-you note from true facts was written")

    def note_and_rating(self) -> None:
        """F7 and F10."""
        self._key("F7")
        self._write(
            self._words("来月、お母様と陶器市へ行かれる。", "Goes to the pottery fair with her mother next month.")
        )
        self._snap("note")
        self._key("Ctrl+Return")
        self._rest()
        self._key("F10")
        self._rest()
        self._snap("rating")
        self._touch(self._words("とてもよかった", "Very good"))
        self._rest()
        self._snap("counter_after")
        self._say("a note and a rating stand on the time line")

    def register(self) -> None:
        """Ctrl+N, a name, a phone, Ctrl+Enter."""
        from carepos import customers

        self._key("Escape")
        self._key("Ctrl+N")
        self._rest()
        for text in ("髙橋", "翔子", None, None, "090-1234-5678"):
            if text:
                self._write(text)
            self._key("Tab")
        self._rest(0.4)
        self._snap("register")
        self._key("Ctrl+Return")
        self._rest()
        with self.app_shop.reading() as tx:
            found = customers.find(tx, "高橋 翔子")
        self._check(any(hit.family == "髙橋" for hit in found), "髙橋 is found by 高橋")
        self._say("a new customer in two names and a phone; the reading was guessed, the shared phone was shown")

    def keep_a_promise(self) -> None:
        """The promises page."""
        from carepos import promises

        self.window.go("promises")
        self._rest()
        self._snap("promises")
        with self.app_shop.reading() as tx:
            before = len(promises.open_promises(tx))
        self._touch(self._words("果たした", "Kept"))
        self._rest()
        with self.app_shop.reading() as tx:
            self._check(len(promises.open_promises(tx)) == before - 1, "one promise fewer is open")
        self._snap("promise_kept")
        self._say("a promise was kept")

    def change_person(self) -> None:
        """Ctrl+L, another person."""
        self._key("Ctrl+L")
        self._rest()
        self._snap("lock")
        self._enter_owner()
        self._say("the owner took over")

    def confirm_the_day(self) -> None:
        """The owner reads and confirms."""
        from carepos import daybook

        self.window.go("daybook")
        self._rest()
        self._snap("day")
        self._key("Ctrl+Return")
        self._rest()
        with self.app_shop.reading() as tx:
            self._check(daybook.day_notes(tx, tx.today).confirmed_at is not None, "the day is confirmed")
        self._snap("day_confirmed")
        self._say("the owner confirmed the day")

    def settings_and_import(self) -> None:
        """The settings, and bringing customers in."""
        from carepos import customers
        from ui.exchange.page import ImportPage
        from ui.settings.page import SettingsPage

        self.window.go("settings")
        self._rest()
        self._snap("settings")
        page = self.window.rooms.page("settings") if self.window.rooms else None
        assert isinstance(page, SettingsPage)
        page.show_section("points")
        self._rest()
        self._snap("programme")
        page.show_section("words")
        self._rest()
        self._snap("settings_words")
        self.window.go("exchange")
        assert self.window.rooms is not None
        bring = self.window.rooms.page("exchange")
        assert isinstance(bring, ImportPage)
        with self.app_shop.reading() as tx:
            before = len(customers.find(tx, "藤沢"))
        bring.choose(self._export())
        self._rest(0.2)
        self._snap("import")
        self._key("Ctrl+Return")
        self._rest(0.2)
        with self.app_shop.reading() as tx:
            found = customers.find(tx, "藤沢")
        self._check(len(found) == before + 1, "the customer of the file is here")
        self._snap("imported")
        self._say("a Smaregi export was looked at and brought in; one row was left out with its reason")

    def other_clothes(self) -> None:
        """Dark, and half as large again, without a restart."""
        self.window.open_customer(self._hanako())
        self._rest()
        self.app.choose("theme", "dark")
        self._rest()
        self._snap("dark")
        self.app.choose("theme", "light")
        self.app.choose("scale", 1.5)
        self._rest()
        self._snap("large")
        self.app.choose("scale", 1.0)
        self.window.resize(1024, 768)
        self._rest()
        self._snap("small_screen")
        self._say("dark, 150 % and 1024×768, switched at once")

    # What the steps are made of

    @property
    def window(self) -> "Window":
        """The window that is shown now."""
        assert self.app.window is not None
        return self.app.window

    @property
    def counter(self) -> "Counter":
        """The counter of that window."""
        assert self.window.rooms is not None
        return self.window.rooms.counter

    @property
    def app_shop(self) -> Any:
        """The open shop."""
        assert self.app.tasks is not None
        return self.app.tasks.shop

    def _clock(self) -> dt.datetime:
        return self._noon + dt.timedelta(seconds=time.monotonic() - self._began)

    def _afternoon(self) -> dt.datetime:
        from zoneinfo import ZoneInfo

        from carepos.shop import utc_now

        zone = ZoneInfo("Asia/Tokyo")
        return dt.datetime.combine(utc_now().astimezone(zone).date(), OPENING, zone).astimezone(dt.UTC)

    def _export(self) -> Path:
        """A small export as another system writes it."""
        head = "会員ID,会員コード,姓,名,電話番号,メールアドレス,ポイント,ポイント期限,最終来店日時,入会日,備考"
        rows = (
            "1001,4900100200301,藤沢,千尋,090-1010-2020,,860,2027-03-31,2026-10-01 12:00:00,2021-04-01,",
            "1002,4900100200318,石川,涼,080-3030-4040,,0,,2026-10-04 15:20:00,2022-05-12,",
            "1003,4900100200325,中村,優子,070-5050-6060,,未確認,,2026-10-09 11:05:00,2023-01-20,",
        )
        path = self._place / "members.csv"
        path.write_bytes("\r\n".join((head, *rows)).encode("cp932"))
        return path

    def _words(self, japanese: str, english: str) -> str:
        return japanese if self._language == "ja" else english

    def _hanako(self) -> str:
        from carepos import customers

        with self.app_shop.reading() as tx:
            return str(customers.find(tx, "5678")[0].id)

    def _balance(self) -> int:
        from carepos import loyalty

        with self.app_shop.reading() as tx:
            return loyalty.balance(tx, self.counter.customer_id)

    def _listed(self) -> str:
        from PySide6.QtWidgets import QListView

        from ui.customers.hits import HitList

        found = self.window.findChild(HitList)
        assert isinstance(found, HitList)
        listed = found.findChild(QListView)
        assert isinstance(listed, QListView)
        model = listed.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return " / ".join(str(model.data(model.index(row, 0), role)) for row in range(model.rowCount()))

    def _key(self, name: str) -> None:
        from PySide6.QtGui import QKeySequence

        target = QApplication.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(name))
        self._rest()

    def _type(self, text: str, delay: int = HAND) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text, delay=delay)
        self._rest(0.08)

    def _scan(self, code: str) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClicks(target, code)
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return)
        self._rest()

    def _write(self, text: str) -> None:
        """What an input method commits."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget() or self.window, event)
        self._rest()

    def _touch(self, words: str) -> None:
        """A finger on the first visible control with these words."""
        front = self.counter.sheet or self.window
        control = next((button for button in _controls(front) if _named(button) == words), None)
        self._check(control is not None, f"there is a control named {words}")
        assert control is not None
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        self._rest()

    def _enter_owner(self) -> None:
        owner = "山田" if self._language == "ja" else self._owner_name()
        control = next(one for one in _controls(self.window) if owner in _named(one))
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)
        wait_until(self._qt, lambda: not self.window.locked)
        self._rest()

    def _owner_name(self) -> str:
        from carepos import staff

        with self.app_shop.reading() as tx:
            return staff.owner(tx).name

    def _rest(self, seconds: float = 0.03) -> None:
        end = time.monotonic() + seconds
        wait_until(
            self._qt,
            lambda: time.monotonic() > end and (self.app.tasks is None or self.app.tasks.idle),
        )
        self._qt.processEvents()

    def _snap(self, name: str, widget: QWidget | None = None) -> None:
        self._rest(0.05)
        self._number += 1
        path = self._pictures / f"{self._number:02d}_{name}_{self._language}.png"
        self._check((widget or self.window).grab().save(str(path)), f"{path} was written")

    def _check(self, so: object, what: str) -> None:
        if not so:
            raise AssertionError(what)

    def _say(self, sentence: str) -> None:
        print(f"{self._language}: {sentence}", flush=True)


def _controls(front: QWidget) -> list[QWidget]:
    from ui.kit.chip import ChipButton

    buttons = [*front.findChildren(ChipButton), *front.findChildren(QPushButton)]
    found: list[QWidget] = [*buttons, *front.findChildren(QWidget)]
    return [widget for widget in found if widget.isVisible() and widget.isEnabled()]


def _named(control: QWidget) -> str:
    return control.accessibleName()
