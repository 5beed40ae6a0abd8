"""A window onto something taller than there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.kit import theme


class Inside(QWidget):
    """What is as wide as the Scroll it lies in: it is not laid out once more only to tell what it would like (V4)."""

    def sizeHint(self) -> QSize:
        """Just enough: the width it is given tells its height."""
        return self.minimumSizeHint()


class Scroll(QScrollArea):
    """Shows `content` as wide as itself, scrolling up and down only, on whatever lies behind."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(theme.px(44))  # it scrolls: where there is little room it gives way first
        self.viewport().setAutoFillBackground(False)
        content.resize(self.size())  # else Qt lays it out once more, in a size nobody will see
        self.setWidget(content)
        content.setAutoFillBackground(False)


def bring_in_sight(widget: QWidget) -> None:
    """Scrolls what lies around `widget` until it can be seen."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(widget)
