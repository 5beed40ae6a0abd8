"""What of the points an owner may want to look at: facts in plain words, in no order of merit (P18)."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from carepos import customers, loyalty, staff
from carepos.database import Transaction
from ui.kit import theme, words
from ui.kit.card import divider
from ui.kit.label import Label
from ui.kit.link import Link

SPAN = dt.timedelta(days=29)


@dataclass(frozen=True)
class Fact:
    """One sentence; it may be about a customer, who can then be opened."""

    text: str
    customer_id: str = ""
    name: str = ""


def read(tx: Transaction, day: dt.date) -> list[Fact]:
    """The facts of the thirty days until `day`."""
    found = loyalty.watch(tx, day - SPAN, day)
    who = {one.customer_id for one in found.often} | {customer for customer, _ in found.without_sale}
    named = {id_: words.name(*name) for id_, name in customers.names(tx, who).items()}
    people = staff.names(tx)
    return [
        *(_often(one, named[one.customer_id], tx.today) for one in found.often),
        *(_without_sale(entry, who, named[who], people, tx.today) for who, entry in found.without_sale),
        *sorted((_by_hand(one, people) for one in found.by_hand), key=lambda fact: fact.text),
        *_own_cards(tx),
    ]


def _often(one: loyalty.CardDay, name: str, today: dt.date) -> Fact:
    form = QCoreApplication.translate("watching", "points used {uses} times on {day}, {points} in all")
    text = form.format(uses=one.uses, day=words.day(one.day, today), points=words.points(one.points))
    return Fact(text, one.customer_id, name)


def _without_sale(entry: loyalty.PointsEntry, who: str, name: str, people: dict[str, str], today: dt.date) -> Fact:
    form = QCoreApplication.translate(
        "watching", "corrected by {points} pt on {day} without a purchase that day: {reason}"
    )
    by = people.get(entry.staff_id or "", "")
    text = form.format(points=words.signed(entry.points), day=words.day(entry.day, today), reason=entry.reason or "")
    return Fact("　".join(filter(None, (text, by))), who, name)


def _by_hand(one: loyalty.ByHand, people: dict[str, str]) -> Fact:
    form = QCoreApplication.translate(
        "watching", "{name}: {count} of {all} movements of points were corrections by hand ({points} pt)"
    )
    name = people.get(one.staff_id or "", QCoreApplication.translate("watching", "The command line"))
    return Fact(form.format(name=name, count=one.adjustments, all=one.movements, points=words.signed(one.points)))


def _own_cards(tx: Transaction) -> list[Fact]:
    """Who has a card of their own: nobody moves points on that."""
    names = sorted(member.name for member in staff.present(tx) if staff.own_card(tx, member.id))
    if not names:
        return []
    form = QCoreApplication.translate("watching", "Customers here too: {names}. On their own card a colleague acts.")
    return [Fact(form.format(names=QCoreApplication.translate("watching", ", ").join(names)))]


class FactRow(QWidget):
    """One fact; the customer's name opens them."""

    chosen = Signal(str)

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        column, line = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        line.setSpacing(theme.px(12))
        if fact.customer_id:
            link = Link(fact.name)
            link.clicked.connect(lambda: self.chosen.emit(fact.customer_id))
            line.addWidget(link)
        line.addWidget(Label(fact.text, wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(line)
        column.addWidget(divider())
