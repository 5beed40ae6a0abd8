"""What is worth saying now, from true facts; what was said is remembered; what may hurt is pointed at."""

from carepos.wording.actions import judge, pass_over, reinstate, say, withdraw, write
from carepos.wording.checking import Finding, blank_in, check, kinds_of, language_of, mended
from carepos.wording.exercises import exercise
from carepos.wording.finding import Match, find_situation, warm
from carepos.wording.letters import Draft, Script, letter, script, thank_you
from carepos.wording.memory import SaidEntry, history
from carepos.wording.own import (
    Own,
    Rule,
    Wording,
    add_line,
    add_rule,
    broken_rules,
    check_draft,
    end_line,
    end_rule,
    mend_line,
    mend_rule,
    own_lines,
    own_pack,
    own_rules,
    try_rule,
)
from carepos.wording.packs import ASKED, CHANNELS, FACTS, LANGUAGES, MOVES, Exercise
from carepos.wording.proposing import Saying
from carepos.wording.queries import Suggestion, situations, suggest
from carepos.wording.rulepacks import Broken

__all__ = [
    "broken_rules",
    "blank_in",
    "check_draft",
    "try_rule",
    "own_pack",
    "mended",
    "language_of",
    "kinds_of",
    "check",
    "Finding",
    "ASKED",
    "CHANNELS",
    "FACTS",
    "LANGUAGES",
    "MOVES",
    "Broken",
    "Draft",
    "Exercise",
    "Match",
    "Own",
    "Rule",
    "SaidEntry",
    "Saying",
    "Script",
    "Suggestion",
    "Wording",
    "add_line",
    "add_rule",
    "end_line",
    "end_rule",
    "exercise",
    "find_situation",
    "history",
    "judge",
    "letter",
    "mend_line",
    "mend_rule",
    "own_lines",
    "own_rules",
    "pass_over",
    "reinstate",
    "say",
    "script",
    "situations",
    "suggest",
    "thank_you",
    "warm",
    "withdraw",
    "write",
]
