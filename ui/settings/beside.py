"""Things that stand side by side where there is room, and below each other where there is not."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.kit import theme
from ui.kit.label import Label

_ROOMY, _PAIR = 560, 300  # design pixels from which an example, or a second field, stands beside


class Turning(QWidget):
    """Widgets in a row from `roomy` design pixels on, else in a column."""

    def __init__(self, roomy: int, gap: int, *widgets: QWidget) -> None:
        super().__init__()
        self._roomy, self._gap, self._widgets = roomy, gap, widgets
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self._row.addWidget(widget, 3 if widget is widgets[0] else 2 if roomy == _ROOMY else 3)
        self._row.setSpacing(theme.px(6))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the column may be: the row gives way."""
        least = super().minimumSizeHint()
        return QSize(max(widget.minimumSizeHint().width() for widget in self._widgets), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns with the room there is."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(self._roomy)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(theme.px(self._gap if wide else 6))


class Beside(Turning):
    """A setting and its worked example."""

    def __init__(self, setting: QWidget) -> None:
        self._example = Label("", "muted", wrap=True)
        super().__init__(_ROOMY, 18, setting, self._example)

    def tell(self, example: str, ink: str = "ink_3") -> None:
        """Shows another example, in the theme's colour `ink`."""
        self._example.setText(example)
        self._example.set_ink(ink)

    def told(self) -> str:
        """The example that is shown."""
        return self._example.text()


def pair(first: QWidget, second: QWidget) -> Turning:
    """Two fields of one height."""
    return Turning(_PAIR, 10, first, second)
