"""How much of a sale is what today's campaigns are about: a field for each thing, where there are any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from carepos import loyalty, purchases
from carepos.errors import Refused
from carepos.loyalty import rules
from carepos.text import numbers
from ui.kit import theme
from ui.kit.field import Field

MOST_ASKED = 4  # more fields than these no clerk fills in


class Parts(QWidget):
    """The clerk tells apart only what earns otherwise."""

    edited = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: list[str] = []
        self._things: dict[str, Field] = {}
        self._draft: dict[str, str] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))

    def ask_for(self, programme: loyalty.Programme, occasion: rules.Occasion) -> None:
        """Asks for everything that a campaign of this sale is about."""
        items, self._categories = rules.told_apart(programme, occasion)
        for thing in list(dict.fromkeys((*items, *self._categories)))[:MOST_ASKED]:
            self._add(thing)

    def fields(self) -> dict[str, Field]:
        """Each field by the name its draft has."""
        return {f"of {thing}": field for thing, field in self._things.items()}

    def fill(self, draft: dict[str, str]) -> None:
        """Puts a draft back, also into fields that are still to come."""
        self._draft = draft
        for name, field in self.fields().items():
            field.set_text(draft.get(name, ""))

    def lines(self, yen: int) -> list[purchases.Line]:
        """What was told apart of `yen`, and the rest; nothing if nothing was. Raises Refused("amount.…")."""
        told = [
            purchases.Line(thing, 1000, part, thing if thing in self._categories else "")
            for thing, field in self._things.items()
            if (part := whole(field, f"of {thing}") if field.text().strip() else 0)
        ]
        rest = yen - sum(line.yen for line in told)
        if told and rest < 0 <= yen:  # where too much is without points, that is what has to be said
            raise Refused("amount.part_too_large", field=f"of {told[-1].item}", most=yen)
        others = [purchases.Line(self.tr("Other goods"), 1000, rest)] if told and rest > 0 else []
        return told + others

    def _add(self, thing: str) -> None:
        field = Field(self.tr("Of it “{thing}”").format(thing=thing))
        field.set_text(self._draft.get(f"of {thing}", ""))
        field.edited.connect(self.edited)
        field.edit.returnPressed.connect(self.entered)
        self._things[thing] = field
        self._column.addWidget(field)


def whole(field: Field, name: str, negative: bool = False) -> int:
    """The number in a field of yen or of points; raises Refused for what is none."""
    parse = numbers.parse_points if name == "points" else numbers.parse_yen
    try:
        return parse(field.text(), negative)
    except ValueError as fault:
        raise Refused(str(fault), field=name, most=10**12) from None
