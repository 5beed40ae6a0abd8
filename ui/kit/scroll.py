"""A window onto something taller than there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.kit import theme


class Fitting(QWidget):
    """What is as wide as it is told to be: it is not laid out once more only to tell what it would like (V4)."""

    def sizeHint(self) -> QSize:
        """Just enough: the width it is given tells its height."""
        return self.minimumSizeHint()


class Inside(Fitting):
    """What lies in a Scroll, as wide as that is."""

    def heightForWidth(self, width: int) -> int:
        """Screen pixels it needs; Qt asks also what it would need beside a scroll bar that is not there (V4)."""
        around = self.parentWidget()
        return super().heightForWidth(max(width, around.width()) if around else width)


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
