"""How the kinds of files and our fields are called."""

from PySide6.QtCore import QCoreApplication


def kind(name: str) -> str:
    """The export of a system, in the interface's language."""
    names = {
        "smaregi.members": QCoreApplication.translate("exchange", "Smaregi members"),
        "square.customers": QCoreApplication.translate("exchange", "Square customers"),
        "square.items": QCoreApplication.translate("exchange", "Square items sold"),
        "shopify.customers": QCoreApplication.translate("exchange", "Shopify customers"),
        "shopify.orders": QCoreApplication.translate("exchange", "Shopify orders"),
        "carepos.customers": QCoreApplication.translate("exchange", "CarePOS customers"),
        "airregi.receipts": QCoreApplication.translate("exchange", "AirREGI receipts"),
        "loyverse.receipts": QCoreApplication.translate("exchange", "Loyverse receipts by item"),
    }
    return names.get(name, QCoreApplication.translate("exchange", "A table of your own"))


def fields() -> list[tuple[str, str]]:
    """Our fields a table's columns can be brought into."""
    return [
        ("", QCoreApplication.translate("exchange", "leave out")),
        ("name", QCoreApplication.translate("exchange", "Whole name")),
        ("family", QCoreApplication.translate("exchange", "Family name")),
        ("given", QCoreApplication.translate("exchange", "Given name")),
        ("kana", QCoreApplication.translate("exchange", "Whole reading")),
        ("family_kana", QCoreApplication.translate("exchange", "Family name, reading")),
        ("given_kana", QCoreApplication.translate("exchange", "Given name, reading")),
        ("phone", QCoreApplication.translate("exchange", "Phone")),
        ("email", QCoreApplication.translate("exchange", "E-mail")),
        ("card", QCoreApplication.translate("exchange", "Member card")),
        ("birthday", QCoreApplication.translate("exchange", "Birthday")),
        ("points", QCoreApplication.translate("exchange", "Points so far")),
        ("expires_on", QCoreApplication.translate("exchange", "Points end on")),
        ("note", QCoreApplication.translate("exchange", "Note")),
        ("since", QCoreApplication.translate("exchange", "Customer since")),
        ("last_visit", QCoreApplication.translate("exchange", "Last visit")),
    ]
