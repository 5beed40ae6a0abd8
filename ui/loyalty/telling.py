"""What points will do, told before they do it: lines, a total, where it leads, and words to say (P15)."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from carepos import loyalty
from carepos.loyalty import rules
from ui.kit import words


@dataclass(frozen=True)
class Told:
    """Lines of (words, figure), their total, what follows from it, and a sentence for the customer."""

    lines: tuple[tuple[str, str], ...] = ()
    total: tuple[str, str] | None = None
    after: str = ""
    say: str = ""


def quote(found: loyalty.Quote, programme: loyalty.Programme, balance: int) -> Told:
    """A sale's points, step by step, and the reward they lead to."""
    steps = found.steps
    figures = (f"{steps[0].points:,}", *(words.signed(step.points) for step in steps[1:]))
    lines = tuple((_step(step, found, programme), figure) for step, figure in zip(steps, figures, strict=True))
    total = QCoreApplication.translate("telling", "Points to give"), words.points(found.points)
    after = balance + found.points
    crossed = rules.milestone(programme, balance, after)
    return Told(lines, total, then(after, programme), milestone(crossed) if crossed else "")


def use(points: int, programme: loyalty.Programme, balance: int) -> Told:
    """What points take off, and what will be left."""
    off = QCoreApplication.translate("telling", "Taken off"), words.yen(rules.worth(programme, points))
    fits = 0 < points <= balance and rules.may_spend(programme, points)
    return Told(total=off if fits else None, after=left(balance - points))


def returned(preview: loyalty.ReturnPreview) -> Told:
    """What a return does to the points, and how that is said to the customer."""
    lines = []
    if preview.back:
        form = QCoreApplication.translate("telling", "Points used on these goods come back")
        lines.append((form, words.signed(preview.back)))
    lines.append((QCoreApplication.translate("telling", "Points these goods had earned"), words.signed(-preview.taken)))
    total = None
    if preview.settle_yen:
        total = QCoreApplication.translate("telling", "Keep from the refund"), words.yen(preview.settle_yen)
    refused = preview.missing and preview.outcome == "refuse"
    return Told(tuple(lines), total, "" if refused else left(preview.balance), _outcome(preview))


def _outcome(preview: loyalty.ReturnPreview) -> str:
    """The owner's choice for points that were used already, in words for the customer (P02, P21)."""
    if not preview.missing:
        return ""
    forms = {
        "owe": QCoreApplication.translate(
            "telling",
            "{points} of these points have been used. You owe us nothing today: the next points you collect fill them.",
        ),
        "settle": QCoreApplication.translate(
            "telling", "{points} of these points have been used. We keep {yen} for them, so {refund} comes back to you."
        ),
        "refuse": QCoreApplication.translate(
            "telling",
            "{points} of these points have been used, so I cannot take the goods back for money today. "
            "I can exchange them, or ask the owner.",
        ),
    }
    yen, refund = words.yen(preview.settle_yen), words.yen(max(preview.yen - preview.settle_yen, 0))
    return forms[preview.outcome].format(points=words.points(preview.missing), yen=yen, refund=refund)


def milestone(reward: loyalty.Reward) -> str:
    """The sentence for a reward just reached."""
    form = QCoreApplication.translate(
        "telling", "You have {points} now, and that is a {reward}. Thank you for coming so often."
    )
    return form.format(points=words.points(reward.points), reward=words.voucher(reward.yen))


def then(balance: int, programme: loyalty.Programme) -> str:
    """The balance to come, and what is missing to the next reward."""
    if balance < 0:
        return left(balance)
    reward = words.voucher(rules.next_reward(programme, balance).yen)
    missing = f"{rules.to_next(programme, balance):,}"
    form = QCoreApplication.translate("telling", "Then {balance} pt; {points} more for a {reward}")
    return form.format(balance=f"{balance:,}", points=missing, reward=reward)


def left(balance: int) -> str:
    """The balance to come; below zero it is owed, and said so kindly."""
    if balance < 0:
        form = QCoreApplication.translate("telling", "Then {points} pt are owed; the next points fill them")
        return form.format(points=f"{-balance:,}")
    return QCoreApplication.translate("telling", "Then {balance} pt").format(balance=f"{balance:,}")


def held(balance: int) -> str:
    """A balance beside a name: 1,240 pt, or so many owed."""
    if balance < 0:
        return QCoreApplication.translate("telling", "{points} pt owed").format(points=f"{-balance:,}")
    return words.points(balance)


def standing(balance: int) -> str:
    """A balance as a sentence of its own: Balance 1,240 pt, or so many owed."""
    if balance < 0:
        return held(balance)
    return QCoreApplication.translate("telling", "Balance {points}").format(points=words.points(balance))


def _step(step: loyalty.Step, found: loyalty.Quote, programme: loyalty.Programme) -> str:
    forms = {
        "base": QCoreApplication.translate("telling", "{points} pt per ¥{yen}"),
        "tier": QCoreApplication.translate("telling", "{tier} ×{factor}"),
        "birthday": QCoreApplication.translate("telling", "Birthday ×{factor}"),
        "birthday_bonus": QCoreApplication.translate("telling", "Birthday present"),
        "campaign": QCoreApplication.translate("telling", "“{name}” ×{factor}"),
        "campaign_bonus": QCoreApplication.translate("telling", "“{name}” bonus"),
        "visit": QCoreApplication.translate("telling", "For the visit"),
    }
    told = forms[step.what].format(
        points=programme.unit_points,
        yen=f"{programme.unit_yen:,}",
        tier=words.tier(step.name),
        factor=f"{step.percent / 100:g}",
        name=step.name,
    )
    if step.what == "base" and found.base_yen != found.yen:
        of = QCoreApplication.translate("telling", "{rule}, for {base} of {yen}")
        return of.format(rule=told, base=words.yen(found.base_yen), yen=words.yen(found.yen))
    return told
