"""One person who was registered twice becomes one customer: find the other one, look at both, decide who stays."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers, loyalty
from carepos.database import new_id
from carepos.errors import CarePosError
from ui.customers.candidates import Candidates
from ui.customers.comparison import Comparison
from ui.kit import theme, words
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.tasks import Tasks

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MergeSheet(Form):
    """First whom, then a preview; nothing is lost, and Undo takes it apart again."""

    kind = "merge"
    merged = Signal(str)  # the id of the customer who stays

    def __init__(self, over: QWidget, tasks: Tasks, card: customers.Card, other: str = "") -> None:
        title = QCoreApplication.translate("MergeSheet", "One person, one customer")
        super().__init__(over, tasks, title, words.name(card.family, card.given, card.honorific), card.id)
        self._pair = (card.id, other)  # who stays, who joins
        self._candidates = Candidates(tasks, card)
        self._comparison: Comparison | None = None
        self._preview: loyalty.MergePreview | None = None
        self._preview_place, self._last = QVBoxLayout(), Card()
        self._build()

    def begin(self) -> None:
        """Opens with the field to search in, or with the other one if that is known."""
        super().begin()
        self._candidates.setFocus()
        self.tasks.read(self, lambda tx: customers.merge_of(tx, self.customer_id), self._show_last)
        if self._pair[1]:
            self._compare(*self._pair)

    def fields(self) -> dict[str, str]:
        """Nothing is typed that would be worth keeping."""
        return {}

    def fill(self, fields: dict[str, str]) -> None:
        """There is no draft."""

    def take_card(self, code: str) -> None:
        """The other one's card was scanned."""
        if self._preview is None:
            self._candidates.take_card(code)

    def submit(self) -> None:
        """Makes them one."""
        if self._preview is None:
            return
        op_id, (kept, gone) = self.op_id, self._pair
        self.record(lambda tx: loyalty.merge(tx, op_id, kept, gone), self._told)

    def refuse(self, error: CarePosError) -> None:
        """Says why; what nobody is chosen for stays off."""
        super().refuse(error)
        self._settle(ready=self._preview is not None)

    def _told(self, merge_id: str) -> None:
        assert self._preview is not None
        card, points = self._preview.becomes, words.points(self._preview.points)
        name = words.name(card.family, card.given, card.honorific)
        sentence = self.tr("Now one customer: {name}, {points}").format(name=name, points=points)
        self.recorded.emit(sentence, lambda tx: loyalty.unmerge(tx, new_id(), merge_id))
        if not self.was_let_go:
            self.merged.emit(self._pair[0])

    def _show_last(self, merge: customers.Merge | None) -> None:
        """Whoever joined this customer last can be given back, long after the toast has gone."""
        if merge is None:
            return
        shop, gone, op_id = self.tasks.shop, merge.before.gone, new_id()
        day = words.day(shop.settings.day_of(merge.at), shop.settings.day_of(shop.clock()))
        name = words.name(gone.family, gone.given, gone.honorific)
        row, button = QHBoxLayout(), Button(self.tr("Take apart"), icon="undo")
        row.addWidget(Label(self.tr("{name} joined on {day}").format(name=name, day=day), wrap=True), 1, _MIDDLE)
        row.addWidget(button)
        self._last.body.addLayout(row)
        told = self.tr("Two customers again: {name} is back").format(name=name)
        button.clicked.connect(
            lambda: self.record(
                lambda tx: loyalty.unmerge(tx, op_id, merge.id), lambda _id: self.recorded.emit(told, None)
            )
        )
        self._last.setVisible(self._preview is None)

    def _compare(self, kept: str, gone: str) -> None:
        self.tasks.read(
            self,
            lambda tx: loyalty.preview_merge(tx, kept, gone),
            lambda preview: self._show(kept, gone, preview),
            newest="preview",
            failed=self._not_comparable,
        )

    def _not_comparable(self, error: CarePosError) -> None:
        self._search_again()
        self.refuse(error)

    def _show(self, kept: str, gone: str, preview: loyalty.MergePreview) -> None:
        self._put_away_comparison()
        self._pair, self._preview = (kept, gone), preview
        self._fault.hide()
        self._comparison = Comparison(preview, self.tasks.shop.settings)
        self._comparison.swap_wanted.connect(lambda: self._compare(gone, kept))
        self._comparison.another_wanted.connect(self._search_again)
        self._preview_place.addWidget(self._comparison)
        self._candidates.hide()
        self._last.hide()
        self._settle(ready=True)

    def _search_again(self) -> None:
        self._put_away_comparison()
        self._preview = None
        self._candidates.show()
        self._last.setVisible(self._last.body.count() > 0)
        self._candidates.setFocus()
        self._settle(ready=False)

    def _put_away_comparison(self) -> None:
        if self._comparison is not None:
            self._comparison.hide()
            self._comparison.deleteLater()
            self._comparison = None

    def _settle(self, ready: bool) -> None:
        assert self._submit_button is not None
        self._submit_button.setEnabled(ready)
        if ready:
            self.setFocus()  # an Enter that bounces must not decide

    def _build(self) -> None:
        self.body.addWidget(self._candidates)
        self.body.addLayout(self._preview_place)
        self._last.body.setContentsMargins(theme.px(14), theme.px(6), theme.px(8), theme.px(6))
        self._last.hide()
        self.body.addWidget(self._last)
        self._candidates.chosen.connect(lambda other: self._compare(self.customer_id, other))
        self.add_cancel(self.tr("Cancel"))
        self.add_submit(self.tr("Make them one"))
        self._settle(ready=False)
