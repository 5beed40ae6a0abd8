"""What stands on each paper, as parts a receipt is made of: short, plain, in the customer's language (P15, P43)."""

from collections.abc import Iterator
from typing import Any

from carepos import customers, loyalty
from carepos.printing.escpos import Code, Line, Part, Rule
from carepos.printing.forms import day, language_of, moment, name, words
from carepos.printing.queries import Receipt


def points_receipt(receipt: Receipt) -> list[Part]:
    """A movement of points: what it was for, step by step, the balance, the next reward, the nearest expiry."""
    said = words(language_of(receipt.customer))
    return [
        *_head(receipt, said["receipt"]),
        Rule(),
        *_steps(receipt, said),
        Rule(),
        *_balance(receipt, said["receipt"]),
        Line(),
        Line(said["receipt"]["thanks"], centred=True),
    ]


def _head(receipt: Receipt, said: dict[str, str]) -> Iterator[Part]:
    language, entry = language_of(receipt.customer), receipt.points.why.entry
    yield Line(receipt.shop_name, bold=True, size=2, centred=True)
    yield Line(said["title"], centred=True)
    if receipt.copy_at:
        yield Line(said["copy"].format(time=moment(language, receipt.copy_at)), bold=True, centred=True)
    yield Line()
    yield Line(name(receipt.customer))
    number = said["number"].format(number=entry.receipt) if entry.receipt else ""
    yield Line(moment(language, receipt.at), number)


def _steps(receipt: Receipt, said: dict[str, Any]) -> Iterator[Part]:
    entry, form = receipt.points.why.entry, said["receipt"]
    if entry.base_yen is not None and entry.kind in ("earn", "return"):
        bought = form["bought"] if entry.kind == "earn" else form["returned"]
        yield Line(bought, form["yen"].format(yen=f"{entry.base_yen:,}"))
    whys = (receipt.points.why, *receipt.points.bonuses)
    for why in whys if entry.kind == "earn" or sum(len(why.reasons) for why in whys) > 1 else ():
        yield from _reasons(why, said, language_of(receipt.customer))
    yield Line(said["kind"][entry.kind], _pt(form, receipt.points.points, "+"), bold=True)


def _reasons(why: loyalty.Explanation, said: dict[str, Any], language: str) -> Iterator[Part]:
    """Each reason short enough for a narrow paper; what has no short form is told as everywhere."""
    form = said["receipt"]
    for reason, (sentence, points) in zip(why.reasons, why.told(language), strict=True):
        name = said["tier"].get(reason.figures.get("name", ""), reason.figures.get("name", ""))
        short = {
            "base": form["unit"].format(yen=f"{why.programme.unit_yen:,}", points=why.programme.unit_points),
            "tier": form["tier"].format(tier=name, factor=reason.figures.get("factor", "")),
        }
        if points or reason.code in ("base", "settled"):
            yield Line(short.get(reason.code, sentence), _pt(form, points, "+") if points else "")


def _balance(receipt: Receipt, said: dict[str, str]) -> Iterator[Part]:
    """The balance the movement led to; where more has happened since, also the one of today."""
    now, language = receipt.points.now, language_of(receipt.customer)
    if now.balance == receipt.points.balance:
        yield Line(said["balance"], _pt(said, now.balance), bold=True)
    else:
        today = receipt.copy_at or receipt.at
        yield Line(said["balance_then"], _pt(said, receipt.points.balance))
        yield Line(said["balance_now"].format(day=day(language, today.date())), _pt(said, now.balance), bold=True)
    if now.balance < 0:
        yield Line(said["owed"])
    yield Line(said["next"].format(yen=f"{now.reward_yen:,}"), _pt(said, now.to_next))
    if ending := next((lot for lot in now.lots if lot.expires_on), None):
        assert ending.expires_on
        yield Line(said["expiry"].format(day=day(language, ending.expires_on)), _pt(said, ending.left))


def _pt(said: dict[str, str], points: int, sign: str = "") -> str:
    """1,240pt, or with a sign +48pt; below zero always -12pt, as a receipt printer can write it."""
    return said["pt"].format(points=f"{points:{sign},}")


def member_card(shop_name: str, card: customers.Card) -> list[Part]:
    """A membership card on receipt paper, for a customer who has a card number."""
    said, number = words(language_of(card))["card"], card.card or ""
    return [
        Line(shop_name, bold=True, size=2, centred=True),
        Line(said["title"], centred=True),
        Line(),
        Code(number),
        Line(grouped(number), centred=True, bold=True),
        Line(name(card), centred=True),
        Line(),
        Line(said["show"], centred=True),
    ]


def grouped(number: str) -> str:
    """1234 5678 9012: a number of our own is read in fours, any other as it is."""
    fours = len(number) == 12 and number.isascii() and number.isdigit()
    return " ".join((number[:4], number[4:8], number[8:])) if fours else number


def sample_page(shop_name: str, language: str) -> list[Part]:
    """A page that shows whether letters, width and QR code come out right."""
    said = words(language)["test"]
    return [
        Line(shop_name, bold=True, size=2, centred=True),
        Line(said["title"], centred=True),
        Rule(),
        Line(said["kanji"], said["right"]),
        Rule(),
        Line(said["body"]),
        Code("CarePOS"),
    ]
