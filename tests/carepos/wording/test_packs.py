"""A pack of sayings as it is read: what may be left out, and what a line needs."""

from carepos.wording import packs

LINE = {"id": "x-1", "text": "{customer}、{item}です", "moves": ["offer"], "cue": "", "why": "P02", "reason": ""}


def test_a_line_without_more_words_is_for_the_counter_and_for_everybody() -> None:
    line = packs.read_situation({"id": "x", "name": "x", "moves": ["offer"], "line": [LINE]}).lines[0]
    assert (line.channel, line.register, line.promise) == ("counter", "", "")
    assert line.needs == {"customer", "item"}


def test_what_a_promise_names_is_needed_too() -> None:
    line = packs.read_line({**LINE, "promise": "{day}に電話する"})
    assert line.needs == {"customer", "item", "day"}


def test_a_situation_knows_its_questions_cues_and_descriptions() -> None:
    found = {"id": "x", "name": "x", "moves": [], "line": [], "ask": ["a"], "cues": ["b"], "say_when": ["c", "d"]}
    situation = packs.read_situation(found)
    assert (situation.ask, situation.cues, situation.say_when) == (("a",), ("b",), ("c", "d"))
