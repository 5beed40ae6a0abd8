"""The right half: how points work in four steps, and one touch for how it was (P05, P15)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.display.facts import Facts
from ui.display.letters import Letters, Number
from ui.display.sentences import Sentences
from ui.display.steps import Steps
from ui.feedback.sheet import Faces
from ui.kit.card import divider

FACE, GAP = 92, 14


class Aside(QWidget):
    """The rules told from the programme in force, and the five faces."""

    rated = Signal(int)  # 1 to 5, once for each customer shown

    def __init__(self) -> None:
        super().__init__()
        self._say = Sentences("ja")
        self._heading, self._question = Letters(25, "strong"), Letters(25, "strong")
        self._steps = [(Number(number), Letters(24)) for number in range(1, 5)]
        self._faces, self._note = Faces(), Letters(21, "subtitle")
        self._build()
        self._faces.touched.connect(self._touched)

    def show_facts(self, facts: Facts) -> None:
        """Shows the rules to a customer, and the faces unless they touched one today."""
        self._say = Sentences(facts.language)
        self._heading.say(self._say.how_it_works())
        told = Steps(facts.language).told(facts.programme, facts.account.tier)
        for (_, letters), step in zip(self._steps, told, strict=True):
            letters.say(step)
        for face, name in zip(self._buttons(), self._say.faces(), strict=True):
            face.setAccessibleName(name)
        self._ask(not facts.rated)

    def fit(self, factor: float) -> None:
        """Makes everything `factor` times its size."""
        for letters in self.findChildren(Letters):
            letters.fit(factor)
        for number, _ in self._steps:
            number.fit(factor)
        for face in self._buttons():
            face.setFixedSize(round(FACE * factor), round(FACE * factor))
        for layout, gap in ((self._column, 9), (self._faces.layout(), GAP)):
            if layout is not None:
                layout.setSpacing(round(gap * factor))

    def _touched(self, score: int) -> None:
        self._ask(False)
        self.rated.emit(score)

    def _ask(self, asking: bool) -> None:
        self._faces.setVisible(asking)
        self._question.say(self._say.question() if asking else self._say.thanks())
        self._note.say(self._say.one_touch() if asking else "")

    def _buttons(self) -> list[QAbstractButton]:
        return self._faces.findChildren(QAbstractButton)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for face in self._buttons():
            face.setText("")  # their names are for ears: the eye knows a face
        self._column.addStretch(1)
        self._column.addWidget(self._heading)
        for number, letters in self._steps:
            row = QHBoxLayout()
            row.addWidget(number)
            row.addWidget(letters, 1, Qt.AlignmentFlag.AlignVCenter)
            self._column.addLayout(row)
            self._column.addWidget(divider())
        self._column.addStretch(1)
        for widget in (self._question, self._faces, self._note):
            self._column.addWidget(widget)
        self._column.addStretch(1)
