"""The rating (F10): the screen is turned to the customer, who touches one face (P05)."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from carepos import customers, feedback
from carepos.database import new_id
from ui.kit import icons, paint, theme, words
from ui.kit.field import Area, Field
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks


class RatingSheet(Form):
    """Five faces, one touch; a word only if they wish. Nothing of the shop is seen behind it."""

    kind = "rating"
    covers = True

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card) -> None:
        name = words.name(card.family, card.given, card.honorific)
        super().__init__(over, tasks, QCoreApplication.translate("RatingSheet", "How were we today?"), name, card.id)
        self._faces = Faces()
        self._words = Area(self.tr("A word, if you like"))
        self.body.addWidget(Label(self.tr("One touch is enough. No name, no log-in."), "muted", wrap=True))
        self.body.addWidget(self._faces)
        self.body.addWidget(self._words)
        self._words.edited.connect(self.touched)
        self._faces.touched.connect(self._touched_face)
        self._not_now = self.add_cancel(self.tr("Not now"))
        button = self.add_submit(self.tr("Send"))
        button.hide()

    def begin(self) -> None:
        """Opens with no face chosen beforehand: an Enter too many is no rating."""
        super().begin()
        self._not_now.setFocus()

    def fields(self) -> dict[str, str]:
        """The words so far."""
        return {"words": self._words.text()} if self._words.text() else {}

    def fill(self, fields: dict[str, str]) -> None:
        """Puts kept words back."""
        self._words.set_text(fields.get("words", ""))

    def faulty(self) -> dict[str, Field | Area]:
        """Where a refusal's sentence belongs."""
        return {"words": self._words}

    def submit(self) -> None:
        """Nothing without a face."""

    def _touched_face(self, score: int) -> None:
        text, op_id, who = self._words.text(), self.op_id, self.customer_id
        follow_up = self.tr("Call about the rating of {score}: ask what went wrong").format(score=score)
        self.record(lambda tx: feedback.rate(tx, op_id, who, score, text, follow_up), self._told)

    def _told(self, rating_id: str) -> None:
        self.recorded.emit(self.tr("Thank you for telling us"), lambda tx: feedback.withdraw(tx, new_id(), rating_id))


class Faces(QWidget):
    """Five faces from bad to very good."""

    touched = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        row.setSpacing(theme.px(14))
        names = (self.tr("Very bad"), self.tr("Bad"), self.tr("Neither"), self.tr("Good"), self.tr("Very good"))
        for score, name in enumerate(names, 1):
            row.addWidget(self._face(score, name))
        row.addStretch(1)

    def _face(self, score: int, name: str) -> "Face":
        face = Face(score, name)
        face.clicked.connect(lambda: self.touched.emit(score))
        return face


class Face(QAbstractButton):
    """One face in a box, its word below."""

    def __init__(self, score: int, name: str) -> None:
        super().__init__()
        self._score = score
        self.setText(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(theme.px(96), theme.px(120))

    def sizeHint(self) -> QSize:
        """The box and the line of its word."""
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter touches it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, in it the face, below it the word."""
        painter, side = QPainter(self), self.width()
        lit = self.underMouse() or self.hasFocus()
        line, fill = ("indigo" if self.hasFocus() else "line_strong"), ("sunken" if self.isDown() else "surface")
        paint.box(painter, QRectF(0, 0, side, side), fill, line, theme.px(16), width=2)
        inset = (side - theme.px(56)) / 2
        face = QRectF(inset, inset, theme.px(56), theme.px(56))
        icons.draw(painter, f"face{self._score}", face, "indigo" if lit else "ink")
        below = QRectF(0, side, side, self.height() - side)
        paint.words(painter, below, self.text(), "small", "ink_2", Qt.AlignmentFlag.AlignHCenter)
