"""Points in the clerk's hands and before the customer's eyes."""

from ui.tour.hands import Hands


class Points(Hands):
    """Given, used, told line by line, shown on the customer's page."""

    def give_points(self) -> None:
        """F6, an amount, Enter."""
        before = self.balance()
        self.key("F6")
        self.rest()
        self.type("3240")
        self.rest()
        self.snap("points")
        self.key("Return")
        self.rest()
        self.check(self.balance() == before + 48, f"48 points more than {before}: {self.balance()}")
        self.snap("points_given")
        self.say("F6, 3240, Enter gave 48 points")

    def use_points(self) -> None:
        """Use 100, then take it back by Undo."""
        before = self.balance()
        self.key("F6")
        self.rest()
        self.touch(self.words("つかう", "Use"))
        self.type("100")
        self.rest()
        self.snap("points_use")
        self.key("Return")
        self.rest()
        self.check(self.balance() == before - 100, "100 points less")
        self.key("Ctrl+Z")
        self.rest()
        self.check(self.balance() == before, "Undo gives them back")
        self.say("100 points used, and given back by Undo")

    def turn_the_screen(self) -> None:
        """F12 while an amount is typed: the customer reads it before it is recorded."""
        before = self.balance()
        self.key("F6")
        self.rest()
        self.type("1580")
        self.rest()
        self.key("F12")
        self.rest()
        display = self.window.display
        assert display is not None
        self.check(display.turned, "the customer's page covers the window")
        self.check(display.page.names_somebody, "the page shows who stands here")
        self.snap("customer_page", display.page)
        self.key("Escape")
        self.check(not display.turned, "Esc gives the screen back")
        self.key("Ctrl+A")
        self.key("Backspace")
        self.key("Escape")
        self.check(self.balance() == before, "nothing was recorded by showing it")
        self.say("F12 showed the customer their points, the rules and what this purchase brings")

    def read_every_line(self) -> None:
        """Why each point is there, and all of it on paper."""
        from ui.loyalty.ledger import LedgerSheet

        self.key("F6")
        self.rest()
        self.touch(self.words("返品", "Goods returned"))
        self.snap("points_return")
        self.touch(self.words("明細を見る", "Every line"))
        self.rest()
        self.touch(self.words("+48 pt のわけ", "Why +48 pt?"))
        self.rest(0.3)
        self.snap("points_lines")
        sheet, paper = self.counter.sheet, self.pictures / f"statement_{self.language}.pdf"
        assert isinstance(sheet, LedgerSheet)
        sheet.save_pdf(str(paper))
        self.rest()
        self.check(paper.exists(), "the statement is on paper")
        self.key("Escape")
        self.say("each line of points tells why it is there; the statement is a PDF")
