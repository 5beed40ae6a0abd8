"""The five figures of a day, in words: the same on the page and on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from carepos import daybook, feedback


@dataclass(frozen=True)
class Figure:
    """One tile: the figure in the theme's colour `token`, and what stands below it."""

    figure: str
    detail: str
    token: str = "ink"


def headings() -> list[str]:
    """What stands over the figures, in their order."""
    return [
        QCoreApplication.translate("figures", "Customers"),
        QCoreApplication.translate("figures", "Complaints"),
        QCoreApplication.translate("figures", "Promises kept"),
        QCoreApplication.translate("figures", "Points"),
        QCoreApplication.translate("figures", "Ratings"),
    ]


def figures(day: daybook.Day) -> list[Figure]:
    """A day's figures in the order of `headings` (P50)."""
    return [_customers(day), _complaints(day), _kept(day), _points(day), _ratings(day)]


def _customers(day: daybook.Day) -> Figure:
    count = day.sales.customers
    detail = QCoreApplication.translate("figures", "{percent}% returning")
    share = 100 * day.sales.returning // count if count else 0
    return Figure(f"{count:,}", detail.format(percent=share) if count else "")


def _complaints(day: daybook.Day) -> Figure:
    if not day.complaints:
        return Figure("0", QCoreApplication.translate("figures", "None on this day"))
    return Figure(str(day.complaints), _first_answer(day.minutes_to_answer), "shu")


def _first_answer(minutes: float | None) -> str:
    """The median of how long the first answers took."""
    if minutes is None:
        return QCoreApplication.translate("figures", "Not answered yet")
    if minutes < 90:
        form = QCoreApplication.translate("figures", "First answer: {minutes} min")
        return form.format(minutes=round(minutes))
    return QCoreApplication.translate("figures", "First answer: {hours} h").format(hours=round(minutes / 60))


def _kept(day: daybook.Day) -> Figure:
    due, kept = day.kept.due, day.kept.kept
    if not due:
        return Figure("–", QCoreApplication.translate("figures", "None fell due"))
    if kept == due:
        return Figure(f"{kept} / {due}", QCoreApplication.translate("figures", "All due this day, in time"), "matsu")
    late = QCoreApplication.translate("figures", "{count} not in time")
    return Figure(f"{kept} / {due}", late.format(count=due - kept), "kincha")


def _points(day: daybook.Day) -> Figure:
    form = QCoreApplication.translate("figures", "Used {used}, held {held}")
    detail = form.format(used=f"{day.points.used:,}", held=f"{day.points.outstanding:,}")
    return Figure(f"+{day.points.given:,}", detail, "kincha")


def _ratings(day: daybook.Day) -> Figure:
    if day.mean_rating is None:
        return Figure("–", QCoreApplication.translate("figures", "No ratings"))
    low = sum(isinstance(entry.subject, feedback.Rated) and entry.needs_look for entry in day.entries)
    form = QCoreApplication.translate("figures", "{count} in all, {low} low")
    if not low:
        form = QCoreApplication.translate("figures", "{count} in all")
    detail = form.format(count=day.ratings, low=low)
    return Figure(f"{day.mean_rating:.1f}", detail, "shu" if day.mean_rating <= feedback.LOW else "ink")
