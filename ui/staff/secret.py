"""Fields for what nobody else should read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from carepos.errors import Refused
from ui.kit import theme
from ui.kit.field import Area, Field


def secret_field(label: str, hint: str = "") -> Field:
    """A field that shows dots, and that no input method remembers."""
    field = Field(label, hint)
    field.edit.setEchoMode(QLineEdit.EchoMode.Password)
    hidden = Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
    field.edit.setInputMethodHints(hidden | Qt.InputMethodHint.ImhNoPredictiveText)
    return field


class Twice(QWidget):
    """A new secret typed two times, so that a slip is seen; `name` is "pin" or "passphrase"."""

    def __init__(self, name: str, label: str, hint: str = "") -> None:
        super().__init__()
        self._name = name
        self.first = secret_field(label, hint)
        self.again = secret_field(self.tr("Once more"))
        self.again.edit.setAccessibleName(self.tr("{what} once more").format(what=label))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)

    def value(self) -> str:
        """What was typed both times; raises Refused("<name>.differs")."""
        if self.first.text() != self.again.text():
            raise Refused(f"{self._name}.differs", field=f"{self._name}_again")
        return self.first.text()

    def fields(self) -> dict[str, Field | Area]:
        """Its two fields by the names refusals give them."""
        return {self._name: self.first, f"{self._name}_again": self.again}
