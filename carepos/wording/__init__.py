"""What is worth saying now, from true facts; what was said is remembered."""

from carepos.wording.actions import judge, pass_over, say, withdraw, write
from carepos.wording.finding import Match, find_situation, warm
from carepos.wording.memory import SaidEntry, history
from carepos.wording.own import (
    Own,
    Rule,
    Wording,
    add_line,
    add_rule,
    end_line,
    end_rule,
    mend_line,
    mend_rule,
    own_lines,
    own_rules,
)
from carepos.wording.proposing import Saying
from carepos.wording.queries import Suggestion, situations, suggest

__all__ = [
    "Match",
    "Own",
    "Rule",
    "SaidEntry",
    "Saying",
    "Suggestion",
    "Wording",
    "add_line",
    "add_rule",
    "end_line",
    "end_rule",
    "find_situation",
    "history",
    "judge",
    "mend_line",
    "mend_rule",
    "own_lines",
    "own_rules",
    "pass_over",
    "say",
    "situations",
    "suggest",
    "warm",
    "withdraw",
    "write",
]
