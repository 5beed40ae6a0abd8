"""Big digits for a finger; the field that is being typed in keeps the focus."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.kit import theme
from ui.kit.button import Button

_COLUMNS = 3


class Keypad(QWidget):
    """Keys in three columns, `bottom` the last row; "backspace" is drawn, other words are written."""

    pressed_key = Signal(str)  # the key as it is named in `keys` and `bottom`

    def __init__(self, keys: str = "789456123", bottom: tuple[str, ...] = ("0", "00", "backspace")) -> None:
        super().__init__()
        self._keys: dict[str, Button] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        for place, name in enumerate((*keys, *bottom)):
            grid.addWidget(self._made(name), place // _COLUMNS, place % _COLUMNS)

    def button(self, name: str) -> Button:
        """The key called `name`, to change its tone; KeyError if there is none."""
        return self._keys[name]

    def _made(self, name: str) -> Button:
        if name == "backspace":
            key: Button = _Key("", icon="backspace")
            key.setAccessibleName(self.tr("Backspace"))
            key.setAutoRepeat(True)
        else:
            key = _Key(name)
        if not name.isdigit():
            key.role = "strong"
        key.clicked.connect(lambda: self.pressed_key.emit(name))
        self._keys[name] = key
        return key


class _Key(Button):
    role = "key"
    icon_side = 28

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__(text, icon=icon)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """At least 52 design pixels high, wider than high."""
        return super().sizeHint().expandedTo(QSize(theme.px(72), theme.px(54)))
