"""What the core knows of the past, as rows of the time line."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from carepos import complaints, customers, daybook, feedback, loyalty, promises, purchases, wording
from ui.kit import words
from ui.kit.timeline import Entry


@dataclass(frozen=True)
class Setting:
    """What a row needs to be written: the zone, today, and who is who."""

    zone: ZoneInfo
    today: dt.date
    names: dict[str, str]


def rows(entries: Iterable[daybook.Entry], setting: Setting) -> list[Entry]:
    """The entries as rows; points that came with a purchase stand in its row."""
    listed = list(entries)
    sales = {entry.id for entry in listed if isinstance(entry, purchases.PurchaseEntry)}
    earned = Counter[str | None]()
    for entry in listed:
        if isinstance(entry, loyalty.PointsEntry) and (sale := _sale_of(entry)) in sales:
            earned[sale] += entry.points
    return [_row(entry, setting, earned) for entry in listed if _sale_of(entry) not in sales]


def earned_by(sale: str, entries: Iterable[daybook.Entry]) -> list[loyalty.PointsEntry]:
    """What a sale earned: its own row, and those of a birthday and of campaigns."""
    return [entry for entry in entries if isinstance(entry, loyalty.PointsEntry) and _sale_of(entry) == sale]


def _sale_of(entry: daybook.Entry) -> str | None:
    """The sale that brought these points; None for whatever is no award."""
    if isinstance(entry, loyalty.PointsEntry) and entry.kind in loyalty.AWARDS:
        return entry.purchase_id
    return None


def _row(entry: daybook.Entry, setting: Setting, earned: Counter[str | None]) -> Entry:
    day = words.day(daybook.moment(entry).astimezone(setting.zone).date(), setting.today)
    match entry:
        case purchases.PurchaseEntry():
            return _purchase(entry, day, setting, earned[entry.id])
        case complaints.Case():
            return _case(entry, day, setting)
        case promises.Promised():
            return _promise(entry, day, setting)
        case loyalty.PointsEntry():
            return _points(entry, day, setting)
        case feedback.Rated():
            return _rating(entry, day, setting)
        case wording.SaidEntry():
            title = _said(entry.kind)
            return Entry(entry.id, "said", day, "line_strong", title, entry.text, "", "", _by(entry.staff_id, setting))
        case customers.Note():
            return _note(entry, day, setting)


def _said(kind: str) -> str:
    titles = {
        "note": QCoreApplication.translate("entries", "Note written"),
        "letter": QCoreApplication.translate("entries", "Letter written"),
    }
    return titles.get(kind, QCoreApplication.translate("entries", "Said"))


def _by(staff_id: str | None, setting: Setting) -> str:
    name = setting.names.get(staff_id or "", "")
    return QCoreApplication.translate("entries", "by {name}").format(name=name) if name else ""


def _joined(*parts: str) -> str:
    return "　".join(part for part in parts if part)


def _purchase(entry: purchases.PurchaseEntry, day: str, setting: Setting, earned: int) -> Entry:
    items = QCoreApplication.translate("entries", ", ").join(_line(line) for line in entry.lines)
    points = f"{words.signed(earned)} pt" if earned else ""
    chip = QCoreApplication.translate("entries", "Returned {yen}").format(yen=words.yen(entry.returned_yen))
    detail = _joined(points, _by(entry.staff_id, setting)) or entry.receipt
    back = entry.returned_yen > 0
    return Entry(entry.id, "purchase", day, "indigo", words.yen(entry.yen), items, chip if back else "", "gold", detail)


def _line(line: purchases.Line) -> str:
    if line.thousandths == 1000:
        return line.item
    count = f"{line.thousandths // 1000}" if line.thousandths % 1000 == 0 else f"{line.thousandths / 1000:g}"
    return f"{line.item} ×{count}"


def case_state(case: complaints.Case) -> tuple[str, str]:
    """(words, tone) of how far a complaint is."""
    if case.state == "solved":
        return QCoreApplication.translate("entries", "Solved"), "green"
    if case.decision == "asked":
        return QCoreApplication.translate("entries", "Waits for the owner"), "red"
    return QCoreApplication.translate("entries", "Open"), "gold"


def _case(case: complaints.Case, day: str, setting: Setting) -> Entry:
    title = QCoreApplication.translate("entries", "Complaint")
    chip, tone = case_state(case)
    wanted = QCoreApplication.translate("entries", "Wants: {what}").format(what=words.wanted(case.wants))
    detail = _joined(words.about(case.about), wanted, _by(case.staff_id, setting))
    return Entry(case.id, "complaint", day, "shu", title, " ".join(case.words.split()), chip, tone, detail)


def _promise(entry: promises.Promised, day: str, setting: Setting) -> Entry:
    title = QCoreApplication.translate("entries", "Promise")
    due = words.due(entry.due_at, setting.zone, setting.today)
    kept = entry.state == "kept"
    chip = QCoreApplication.translate("entries", "Kept") if kept else due
    holder = _by(entry.holder_id, setting)
    by = QCoreApplication.translate("entries", "Due: {time}").format(time=due)
    tone = "matsu" if kept else "kincha"
    return Entry(
        entry.id, "promise", day, tone, title, entry.text, chip, "green" if kept else "gold", _joined(by, holder)
    )


def _points(entry: loyalty.PointsEntry, day: str, setting: Setting) -> Entry:
    chip = QCoreApplication.translate("entries", "Taken back") if entry.undone else ""
    detail = _joined(entry.receipt or "", entry.reason or "", _by(entry.staff_id, setting))
    title = f"{words.signed(entry.points)} pt"
    return Entry(entry.id, "points", day, "kincha", title, words.movement(entry.kind), chip, "plain", detail)


def _rating(entry: feedback.Rated, day: str, setting: Setting) -> Entry:
    title = QCoreApplication.translate("entries", "Rating")
    quoted = QCoreApplication.translate("entries", "“{words}”").format(words=entry.words) if entry.words else ""
    text = _joined(f"{entry.score} / 5", quoted)
    tone = "matsu" if entry.score > feedback.LOW else "shu"
    return Entry(entry.id, "rating", day, tone, title, text, "", "", _by(entry.staff_id, setting))


def _note(entry: customers.Note, day: str, setting: Setting) -> Entry:
    kinds = {
        "preference": QCoreApplication.translate("entries", "Likes"),
        "allergy": QCoreApplication.translate("entries", "Allergy"),
        "told": QCoreApplication.translate("entries", "Talk"),
    }
    noticed = QCoreApplication.translate("entries", "noticed by us") if entry.source == "observed" else ""
    detail = _joined(noticed, _by(entry.staff_id, setting))
    tone = "shu" if entry.kind == "allergy" else "matsu"
    return Entry(entry.id, "note", day, tone, kinds.get(entry.kind, entry.kind), entry.text, "", "", detail)
