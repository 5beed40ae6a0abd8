"""Times, amounts and names as they are written in the interface's language."""

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def day(date: dt.date, today: dt.date | None = None) -> str:
    """11月3日, 3 Nov; with the year when it is not this one."""
    same_year = today is None or date.year == today.year
    form = (
        QCoreApplication.translate("words", "d MMM") if same_year else QCoreApplication.translate("words", "d MMM yyyy")
    )
    return QLocale().toString(QDate(date.year, date.month, date.day), form)


def long_day(date: dt.date) -> str:
    """11月21日(土), Sat 21 Nov."""
    form = QCoreApplication.translate("words", "ddd d MMM")
    return QLocale().toString(QDate(date.year, date.month, date.day), form)


def clock(moment: dt.datetime, zone: ZoneInfo) -> str:
    """17:00 in the shop's zone."""
    return f"{moment.astimezone(zone):%H:%M}"


def due(moment: dt.datetime, zone: ZoneInfo, today: dt.date) -> str:
    """本日 17:00, 昨日 18:00, 11月24日 12:00."""
    local = moment.astimezone(zone)
    days = (local.date() - today).days
    forms = {
        -1: QCoreApplication.translate("words", "Yesterday {time}"),
        0: QCoreApplication.translate("words", "Today {time}"),
        1: QCoreApplication.translate("words", "Tomorrow {time}"),
    }
    form = forms.get(days, "{day} {time}")
    return form.format(time=f"{local:%H:%M}", day=day(local.date(), today))


def name(family: str, given: str, honorific: str = "") -> str:
    """田中 花子 様, Emma Wilson: family first unless the name is in Latin letters; who was erased has none."""
    parts = (family, given, honorific) if not family.isascii() else (given, family)
    return " ".join(part for part in parts if part) or QCoreApplication.translate("words", "(erased)")


def masked_email(address: str) -> str:
    """h•••@example.jp: enough to recognise, too little to copy."""
    local, _, domain = address.partition("@")
    return f"{local[:1]}•••@{domain}"


def yen(amount: int) -> str:
    """¥3,240."""
    return f"¥{amount:,}" if amount >= 0 else f"-¥{-amount:,}"


def signed(points: int) -> str:
    """＋48 or −48 points."""
    return f"+{points:,}" if points >= 0 else f"−{-points:,}"


def tier(name_: str) -> str:
    """The tier's name in the interface's language."""
    names = {
        "regular": QCoreApplication.translate("words", "Regular"),
        "gold": QCoreApplication.translate("words", "Gold"),
    }
    return names.get(name_, name_)


def points(amount: int) -> str:
    """1,240 pt."""
    return f"{amount:,} pt"


def voucher(amount: int) -> str:
    """500円券, ¥500 voucher."""
    return QCoreApplication.translate("words", "¥{amount} voucher").format(amount=f"{amount:,}")


def about(key: str) -> str:
    """What a complaint is about, in the interface's language."""
    names = {
        "goods": QCoreApplication.translate("words", "Goods"),
        "service": QCoreApplication.translate("words", "Service"),
        "waiting": QCoreApplication.translate("words", "Waiting"),
        "price": QCoreApplication.translate("words", "Price, bill"),
        "delivery": QCoreApplication.translate("words", "Delivery"),
        "other": QCoreApplication.translate("words", "Other"),
    }
    return names.get(key, key)


def wanted(key: str) -> str:
    """What the customer wants, in the interface's language."""
    names = {
        "exchange": QCoreApplication.translate("words", "Exchange"),
        "refund": QCoreApplication.translate("words", "Refund"),
        "explanation": QCoreApplication.translate("words", "Explanation"),
        "to_be_heard": QCoreApplication.translate("words", "To be heard"),
    }
    return names.get(key, key)


def movement(kind: str) -> str:
    """What a movement of points is, in the interface's language."""
    kinds = {
        "earn": QCoreApplication.translate("words", "purchase"),
        "birthday": QCoreApplication.translate("words", "birthday"),
        "campaign": QCoreApplication.translate("words", "campaign"),
        "spend": QCoreApplication.translate("words", "used"),
        "return": QCoreApplication.translate("words", "goods returned"),
        "expire": QCoreApplication.translate("words", "ended"),
        "adjust": QCoreApplication.translate("words", "corrected by hand"),
        "opening": QCoreApplication.translate("words", "brought over"),
        "merge_in": QCoreApplication.translate("words", "from the other record"),
        "merge_out": QCoreApplication.translate("words", "to the other record"),
        "undo": QCoreApplication.translate("words", "taken back"),
    }
    return kinds.get(kind, kind)
