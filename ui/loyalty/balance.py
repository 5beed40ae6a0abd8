"""The points on the card: the balance, the way to the next reward, what expires next (P15)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from carepos import loyalty
from ui.kit import theme, words
from ui.kit.label import Label
from ui.kit.meter import Meter
from ui.kit.scroll import Fitting
from ui.kit.tasks import Tasks


class Balance(Fitting):
    """One customer's points at a glance."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._figure, self._next = Label("0", "figure"), Label("", "muted", wrap=True)
        self._meter, self._expiry = Meter(0, 1), Label("", "muted", wrap=True)
        self._build()

    def load(self, customer_id: str) -> None:
        """Asks for a customer's points and shows them."""
        self._tasks.read(self, lambda tx: loyalty.account(tx, customer_id), self._show, newest="balance")

    def _show(self, account: loyalty.Account) -> None:
        self._figure.setText(f"{account.balance:,}".replace("-", "−"))
        self._next.setText(self._way(account))
        self._meter.set(max(account.reward_points - account.to_next, 0), account.reward_points)
        ending = next((lot for lot in account.lots if lot.expires_on), None)
        self._expiry.setVisible(ending is not None)
        if ending and ending.expires_on:
            settings = self._tasks.shop.settings
            day = words.day(ending.expires_on, settings.day_of(self._tasks.shop.clock()))
            self._expiry.setText(self.tr("{points} pt end on {day}").format(points=f"{ending.left:,}", day=day))

    def _way(self, account: loyalty.Account) -> str:
        """What is missing to the next reward; what is owed, kindly."""
        if account.balance < 0:
            return self.tr("{points} pt are owed; the next points fill them").format(points=f"{-account.balance:,}")
        reward = words.voucher(account.reward_yen)
        return self.tr("{points} more for a {reward}").format(points=f"{account.to_next:,}", reward=reward)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.addWidget(self._figure)
        row.addWidget(Label("pt"), 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column.addWidget(Label(self.tr("Points"), "heading"))
        column.addLayout(row)
        column.addWidget(self._meter)
        column.addWidget(self._next)
        column.addWidget(self._expiry)
