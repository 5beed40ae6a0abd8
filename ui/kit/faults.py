"""Where a refusal is told: under the field its rule is about, or in a line of its own."""

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtWidgets import QWidget

from carepos.errors import CarePosError
from ui.kit import messages
from ui.kit.label import Label
from ui.kit.scroll import bring_in_sight


class Place(Protocol):
    """Whatever can say in red what is wrong with it: a field, or a list of them."""

    def set_error(self, sentence: str) -> None:
        """Says what is wrong; "" takes it back."""


FIELD_OF = {
    "passphrase.short": "passphrase",
    "passphrase.wrong": "passphrase",
    "pin.common": "pin",
    "pin.locked": "passphrase",
    "pin.shape": "pin",
    "pin.wait": "passphrase",
    "recovery.invalid": "code",
    "recovery.wrong_shop": "code",
    "settings.shop_name": "shop_name",
    "staff.name": "name",
}
"""The field of a rule that does not say so itself."""


def tell(error: CarePosError, fields: Mapping[str, Place], rest: Label) -> None:
    """Writes the sentence under the field `error` is about and goes there; a fault of no field goes to `rest`."""
    clear(fields, rest)
    named = fields.get(str(error.facts.get("field", "")) or FIELD_OF.get(error.rule, ""))
    if named is None:
        rest.setText(messages.sentence(error))
        rest.show()
        return
    named.set_error(messages.sentence(error))
    if isinstance(named, QWidget):
        named.setFocus()
        bring_in_sight(named)


def clear(fields: Mapping[str, Place], rest: Label) -> None:
    """Takes every sentence back."""
    for field in fields.values():
        field.set_error("")
    rest.setText("")
    rest.hide()


def fault_line() -> Label:
    """The line for faults of no field; it hides while there is none."""
    line = Label("", "error", wrap=True)
    line.hide()
    return line
