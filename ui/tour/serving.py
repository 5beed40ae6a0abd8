"""From the first start to a customer served."""

import datetime as dt

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from carepos.paths import ShopFolder
from ui.smoke import wait_until
from ui.tour.hands import Hands


class Serving(Hands):
    """A customer is found, spoken to, listened to and written to."""

    def first_start(self) -> None:
        """Somebody starts the program on a bare computer."""
        from ui.welcome import Welcome

        self.app.dress()
        page = Welcome(ShopFolder(self.place / "none"))
        page.resize(1366, 768)
        page.show()
        self.snap("first_start", page)
        page.close()
        self.say("the first start asks for a language and offers a shop or the demo")

    def open_the_shop(self) -> None:
        """The counter stands open."""
        settled: list[bool] = []
        self.app.settled.connect(lambda: settled.append(True))
        self.app.start()
        self.window.resize(1366, 768)
        wait_until(self.qt, lambda: settled)
        self.rest()
        self.snap("counter_empty")
        self.say("the demo shop is open")

    def find_by_kana(self) -> None:
        """Half of a name, still in the input method."""
        self.key("F2")
        edit = self.window.search.edit
        QApplication.sendEvent(edit, QInputMethodEvent("たなか", []))
        self.rest()
        self.snap("lookup")
        found = self.listed()
        self.check("田中" in found or "Tanaka" in found, f"たなか finds 田中, found: {found}")
        QApplication.sendEvent(edit, QInputMethodEvent("", []))
        self.key("Escape")
        self.say(f"たなか, still being composed, finds {len(found.split(' / '))} customers")

    def find_by_phone(self) -> None:
        """Four digits and Enter."""
        hanako = self.hanako()
        self.key("F2")
        self.type("5678")
        self.key("Return")
        wait_until(self.qt, lambda: self.counter.customer_id)
        self.check(self.counter.customer_id == hanako, "5678 opens 田中 花子")
        self.say("four digits and Enter open the card")

    def find_by_card(self) -> None:
        """A scan while nobody stands here."""
        from carepos import customers

        self.key("Escape")
        with self.shop.reading() as tx:
            card = customers.show(tx, self.hanako()).card or ""
        self.scan(card)
        wait_until(self.qt, lambda: self.counter.customer_id)
        self.check(self.counter.customer_id == self.hanako(), "the scan opens its customer")
        self.say("a scanned card opens at once")

    def open_a_card(self) -> None:
        """What the clerk sees."""
        self.rest()
        self.snap("counter")
        self.say("card, past, promise and sayings stand side by side")

    def say_a_line(self) -> None:
        """Key 1."""
        from carepos import wording

        self.counter.setFocus()
        self.type("1")
        self.rest()
        later = self.shop.clock() + dt.timedelta(days=1)
        with self.shop.reading() as tx:
            said = wording.history(tx, self.counter.customer_id, later, 1)
        self.check(len(said) == 1, "the line is remembered")
        self.snap("said")
        self.say("key 1 remembers what was said")

    def record_a_complaint(self) -> None:
        """F5, words, five touches, Ctrl+Enter."""
        from carepos import complaints, promises

        who = self.counter.customer_id
        with self.shop.reading() as tx:
            before = len(complaints.open_of(tx, who)), len(promises.of_customer(tx, who))
        self.key("F5")
        self.write(
            self.words(
                "湯のみの色が、写真とずいぶん違って見えました。", "The cup's colour is not the one in the picture."
            )
        )
        for words in (self.words("商品", "Goods"), self.words("交換", "Exchange"), self.words("今日中", "Today")):
            self.touch(words)
        self.touch(self.words("同じ品と交換", "Exchange it"))
        self.rest()
        self.snap("complaint")
        self.key("Ctrl+Return")
        self.rest()
        with self.shop.reading() as tx:
            after = len(complaints.open_of(tx, who)), len(promises.of_customer(tx, who))
        self.check(after == (before[0] + 1, before[1] + 1), "one complaint and one promise more")
        self.say("a complaint and its promise: F5, words, 4 touches, Ctrl+Enter")

    def own_words(self) -> None:
        """F3, a draft that may hurt, Ctrl+1."""
        from ui.wording.draft import OwnWords

        self.key("F3")
        self.write(self.words("在庫はございません。", "We are out of stock."))
        field = self.window.findChild(OwnWords)
        assert isinstance(field, OwnWords)
        self.check(len(field.check.findings()) == 1, "a bare no is marked")
        self.snap("own_words")
        self.key("Ctrl+1")
        self.check(not field.check.findings(), "the better wording is fine")
        self.key("Escape")
        self.counter.setFocus()
        self.say("a bare no was marked while it was typed, and mended by one key")

    def thank_you_note(self) -> None:
        """F9, Ctrl+Enter."""
        from carepos import wording

        self.key("F9")
        self.rest()
        self.snap("thank_you_note")
        self.key("Ctrl+Return")
        self.rest()
        later = self.shop.clock() + dt.timedelta(days=1)
        with self.shop.reading() as tx:
            latest = wording.history(tx, self.counter.customer_id, later, 1)[0]
        self.check(latest.kind == "note", "the note is remembered")
        self.say("a thank-you note from true facts was written")

    def note_and_rating(self) -> None:
        """F7 and F10."""
        self.key("F7")
        self.write(
            self.words("来月、お母様と陶器市へ行かれる。", "Goes to the pottery fair with her mother next month.")
        )
        self.snap("note")
        self.key("Ctrl+Return")
        self.rest()
        self.key("F10")
        self.rest()
        self.snap("rating")
        self.touch(self.words("とてもよかった", "Very good"))
        self.rest()
        self.snap("counter_after")
        self.say("a note and a rating stand on the time line")

    def register(self) -> None:
        """Ctrl+N, a name, a phone, Ctrl+Enter."""
        from carepos import customers

        self.key("Escape")
        self.key("Ctrl+N")
        self.rest()
        for text in ("髙橋", "翔子", None, None, "090-1234-5678"):
            if text:
                self.write(text)
            self.key("Tab")
        self.rest(0.4)
        self.snap("register")
        self.key("Ctrl+Return")
        self.rest()
        with self.shop.reading() as tx:
            found = customers.find(tx, "高橋 翔子")
        self.check(any(hit.family == "髙橋" for hit in found), "髙橋 is found by 高橋")
        self.say("a new customer in two names and a phone; the reading was guessed, the shared phone was shown")
