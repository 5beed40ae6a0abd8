"""Recording complaints with what was promised, deciding exceptions, solving (P23, P24, P52)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from carepos import customers, promises
from carepos.complaints import rules
from carepos.complaints.tables import Complaint
from carepos.database import Transaction, command, new_id
from carepos.errors import Refused


@dataclass(frozen=True, slots=True)
class Recorded:
    """The ids of a complaint and of the promise made with it, if one was."""

    id: str
    promise: str | None


@dataclass(frozen=True, slots=True)
class Pledge:
    """The promise that goes with a complaint: what, by when (aware), and who holds it."""

    text: str
    due_at: dt.datetime
    holder_id: str | None = None


@command("complaints.record")
def record(
    tx: Transaction,
    op_id: str,
    customer_id: str,
    account: rules.Account,
    pledge: Pledge | None = None,
    received_at: dt.datetime | None = None,
) -> Recorded:
    """Records a complaint and its promise together; `received_at` is when the clerk began to listen.

    Raises Refused("complaint.empty"), ("goodwill.over_limit"), and what `promises.make` raises.
    """
    checked = rules.check(account, tx.settings.goodwill_limit, tx.actor.role)
    customers.present(tx, customer_id)
    received = min(received_at or tx.now, tx.now)
    decision = "asked" if checked.goodwill == "ask_owner" else ""
    case = Complaint(id=op_id, customer_id=customer_id, received_at=received, state="open", **asdict(checked))
    case.decision, case.decision_reason, case.staff_id = decision, "", tx.actor.staff_id
    case.answered_at = tx.now if pledge or checked.goodwill != "none" else None
    tx.add(case)
    if pledge is None:
        return Recorded(op_id, None)
    promise = promises.make(tx, new_id(), customer_id, pledge.text, pledge.due_at, pledge.holder_id, op_id)
    return Recorded(op_id, promise)


@command("complaints.decide", role="owner")
def decide(tx: Transaction, op_id: str, complaint_id: str, granted: bool, reason: str) -> None:
    """The owner grants what was asked, or names another way with its reason; raises Refused("decision.not_asked")."""
    case = tx.get(Complaint, complaint_id)
    if case.decision != "asked":
        raise Refused("decision.not_asked")
    if not granted and not reason.strip():
        raise Refused("reason.missing", field="reason")
    case.decision, case.decision_reason = ("granted" if granted else "other_way"), reason.strip()[:500]
    case.answered_at = case.answered_at or tx.now


@command("complaints.undecide", role="owner")
def undecide(tx: Transaction, op_id: str, complaint_id: str) -> None:
    """The owner's answer was a slip: what was asked waits again; raises Refused("decision.none")."""
    case = tx.get(Complaint, complaint_id)
    if case.decision in ("", "asked"):
        raise Refused("decision.none")
    case.decision, case.decision_reason = "asked", ""


@command("complaints.solve")
def solve(tx: Transaction, op_id: str, complaint_id: str) -> None:
    """The complaint is solved, now; raises Refused("complaint.closed")."""
    case = tx.get(Complaint, complaint_id)
    if case.state != "open":
        raise Refused("complaint.closed")
    case.state, case.solved_at = "solved", tx.now
    case.answered_at = case.answered_at or tx.now


@command("complaints.reopen")
def reopen(tx: Transaction, op_id: str, complaint_id: str, promise_ids: Sequence[str] = ()) -> None:
    """It was not solved after all, or the click was a slip; promises that had been withdrawn with it are open again."""
    case = tx.get(Complaint, complaint_id)
    case.state, case.solved_at = "open", None
    for promise_id in promise_ids:
        promises.reopen(tx, op_id, promise_id)


@command("complaints.withdraw")
def withdraw(tx: Transaction, op_id: str, complaint_id: str) -> list[str]:
    """The record was a slip; its open promises go with it: returns their ids."""
    case = tx.get(Complaint, complaint_id)
    case.state = "withdrawn"
    going = [one.id for one in promises.of_customer(tx, case.customer_id) if one.complaint_id == complaint_id]
    for promise_id in going:
        promises.withdraw(tx, op_id, promise_id)
    return going
