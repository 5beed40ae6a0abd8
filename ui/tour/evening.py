"""Promises, the day, and what stands behind the counter."""

from ui.tour.hands import Hands


class Evening(Hands):
    """Promises are kept, the day is confirmed, the owner settles in."""

    def keep_a_promise(self) -> None:
        """The promises page."""
        from carepos import promises

        self.window.go("promises")
        self.rest()
        self.snap("promises")
        with self.shop.reading() as tx:
            before = len(promises.open_promises(tx))
        self.touch(self.words("果たした", "Kept"))
        self.rest()
        with self.shop.reading() as tx:
            self.check(len(promises.open_promises(tx)) == before - 1, "one promise fewer is open")
        self.snap("promise_kept")
        self.say("a promise was kept")

    def change_person(self) -> None:
        """Ctrl+L, another person."""
        self.key("Ctrl+L")
        self.rest()
        self.snap("lock")
        self.enter_owner()
        self.say("the owner took over")

    def confirm_the_day(self) -> None:
        """The owner reads and confirms."""
        from carepos import daybook

        self.window.go("daybook")
        self.rest()
        self.snap("day")
        self.key("Ctrl+Return")
        self.rest()
        with self.shop.reading() as tx:
            self.check(daybook.day_notes(tx, tx.today).confirmed_at is not None, "the day is confirmed")
        self.snap("day_confirmed")
        self.say("the owner confirmed the day")

    def settings_and_import(self) -> None:
        """The settings, and bringing customers in."""
        from carepos import customers
        from ui.exchange.page import ImportPage
        from ui.settings.page import SettingsPage

        self.window.go("settings")
        self.rest()
        self.snap("settings")
        page = self.window.rooms.page("settings") if self.window.rooms else None
        assert isinstance(page, SettingsPage)
        page.show_section("points")
        self.rest()
        self.snap("programme")
        page.show_section("words")
        self.rest()
        self.snap("settings_words")
        self.window.go("exchange")
        assert self.window.rooms is not None
        bring = self.window.rooms.page("exchange")
        assert isinstance(bring, ImportPage)
        with self.shop.reading() as tx:
            before = len(customers.find(tx, "藤沢"))
        bring.choose(self.export())
        self.rest(0.2)
        self.snap("import")
        self.key("Ctrl+Return")
        self.rest(0.2)
        with self.shop.reading() as tx:
            found = customers.find(tx, "藤沢")
        self.check(len(found) == before + 1, "the customer of the file is here")
        self.snap("imported")
        self.say("a Smaregi export was looked at and brought in; one row was left out with its reason")

    def other_clothes(self) -> None:
        """Dark, and half as large again, without a restart."""
        self.window.open_customer(self.hanako())
        self.rest()
        self.app.choose("theme", "dark")
        self.rest()
        self.snap("dark")
        self.app.choose("theme", "light")
        self.app.choose("scale", 1.5)
        self.rest()
        self.snap("large")
        self.app.choose("scale", 1.0)
        self.window.resize(1024, 768)
        self.rest()
        self.snap("small_screen")
        self.say("dark, 150 % and 1024×768, switched at once")
