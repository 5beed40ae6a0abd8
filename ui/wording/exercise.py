"""The exercise of the day: one draft to mend, read along and explained; nobody is scored (P42)."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from carepos import wording
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.field import Area
from ui.kit.label import Label
from ui.kit.marked import MarkedText
from ui.kit.sheet import Sheet
from ui.kit.tasks import Tasks
from ui.wording.checked import Checked


class ExerciseCard(Card):
    """The day's draft; a touch opens the sheet to mend it in."""

    def __init__(self, tasks: Tasks, language: str) -> None:
        super().__init__(QCoreApplication.translate("ExerciseCard", "Today's exercise"))
        self._tasks, self._language = tasks, language
        self._exercise: wording.Exercise | None = None
        self._has_room = True
        self._draft, self._mend = MarkedText(""), Button(self.tr("Say it better"))
        self.sheet: ExerciseSheet | None = None
        self.body.addWidget(self._draft)
        self.body.addWidget(self._mend, 0, Qt.AlignmentFlag.AlignLeft)
        self._mend.clicked.connect(self.practise)
        self.hide()

    def load(self) -> None:
        """Asks for today's."""
        language = self._language
        self._tasks.consider(self, lambda tx: wording.exercise(tx, tx.today, language), self._show, newest="exercise")

    def _show(self, exercise: wording.Exercise) -> None:
        self._exercise = exercise
        self._draft.set_text(self.tr("“{draft}”").format(draft=exercise.draft))
        self.setVisible(self._has_room)

    def set_room(self, room: bool) -> None:
        """Whether the card may stand; without room it is a button elsewhere."""
        self._has_room = room
        self.setVisible(room and self._exercise is not None)

    def practise(self) -> None:
        """Opens the sheet to mend the draft in."""
        if self._exercise is None:
            return
        self.sheet = ExerciseSheet(self, self._tasks, self._exercise)
        self.sheet.closed.connect(self.sheet.deleteLater)
        self.sheet.open_()


class ExerciseSheet(Sheet):
    """A draft, a field to mend it in, and, when asked for, one better way and why it is better."""

    def __init__(self, over: QWidget, tasks: Tasks, exercise: wording.Exercise) -> None:
        super().__init__(over, QCoreApplication.translate("ExerciseSheet", "Today's exercise"))
        self.set_note(self.tr("For you alone: nothing is kept"))
        self._area = Area(self.tr("How would you say it?"), lines=3)
        self._check = Checked(tasks, self._area, rows=2, promises=False)
        self._better = Card(self.tr("One way to say it"), tone="green")
        self._show = Button(self.tr("Show a better one"), tone="primary")
        self._build(exercise)
        self._show.clicked.connect(self._better.show)

    def _build(self, exercise: wording.Exercise) -> None:
        if exercise.case:
            self.body.addWidget(Label(self.tr("A customer said"), "label"))
            self.body.addWidget(Label(exercise.case, "reading", wrap=True))
        self.body.addWidget(Label(self.tr("The draft to mend"), "label"))
        self.body.addWidget(Label(exercise.draft, "reading", wrap=True))
        self.body.addWidget(self._area)
        self.body.addWidget(self._check)
        self._better.body.addWidget(Label(exercise.better, "reading", wrap=True))
        self._better.body.addWidget(Label(exercise.explanation, "muted", wrap=True))
        self._better.hide()
        self.body.addWidget(self._better)
        self._area.edit.setPlainText(exercise.draft)
        self.foot.addWidget(self._show)
