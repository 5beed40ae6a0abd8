"""The owner's own sayings and rules stand beside the packs, within limits."""

from collections.abc import Callable

import pytest
from shops import OWN_RULE, Till, refused, tear

from carepos import wording
from carepos.errors import NotFound
from carepos.wording import own, packs

OURS = wording.Wording("{customer}、まいどおおきに。", ("recognise", "thank"), "にこやかに")
ITEM = wording.Wording("{item}なら、ここにございます。", ("offer",))


def offered(till: Till, who: str, **more: object) -> set[str]:
    """The ids of every own line that may be proposed to them as a regular."""
    lines = {one.id for one in till.ask(wording.own_lines)}
    found = till.ask(lambda tx: wording.suggest(tx, who, "ja", "佐藤", "regular", **more))
    return lines & {saying.line for saying in found.sayings}


def test_an_own_line_is_proposed_with_its_facts(office: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer()
    for line in packs.situations("ja")["regular"].lines:
        office.do(wording.pass_over, who, "regular", line.id)
    line = office.do(wording.add_line, "ja", "regular", OURS)
    found = office.ask(wording.suggest, who, "ja", "佐藤", "regular").sayings
    assert [(one.line, one.text, one.cue, one.moves) for one in found] == [
        (line, "田中様、まいどおおきに。", "にこやかに", ("recognise", "thank"))
    ]
    office.do(wording.mend_line, line, ITEM)
    assert offered(office, who) == set()
    assert offered(office, who, asked={"item": "急須"}) == {line}
    office.do(wording.end_line, line)
    assert office.ask(wording.own_lines) == []
    assert offered(office, who, asked={"item": "急須"}) == set()


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        (wording.Wording(" ", ("thank",)), "line.empty"),
        (wording.Wording("あ" * 201, ("thank",)), "text.too_long"),
        (wording.Wording("あ" * 10**6, ("thank",)), "text.too_long"),
        (wording.Wording("どうも", ()), "line.moves"),
        (wording.Wording("どうも", ("sell",)), "line.moves"),
        (wording.Wording("{customer.__class__}", ("thank",)), "line.fact"),
        (wording.Wording("{secret}", ("thank",)), "line.fact"),
        (wording.Wording("どうも{", ("thank",)), "line.fact"),
        (wording.Wording("どうも", ("thank",), promise="{when}"), "line.fact"),
        (wording.Wording("どうも", ("thank",), channel="fax"), "choice.unknown"),
        (wording.Wording("どうも", ("thank",), register="rude"), "choice.unknown"),
    ],
)
def test_a_line_that_could_not_be_said_is_refused(office: Till, written: wording.Wording, rule: str) -> None:
    with refused(rule):
        office.do(wording.add_line, "ja", "regular", written)
    assert office.ask(wording.own_lines) == []


@pytest.mark.parametrize(("language", "situation"), [("ja", "weather"), ("fr", "regular")])
def test_a_line_belongs_to_a_situation_there_is(office: Till, language: str, situation: str) -> None:
    with refused("situation.unknown"):
        office.do(wording.add_line, language, situation, OURS)


def test_a_shop_has_room_for_so_many(office: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MOST_LINES", 2)
    lines = [office.do(wording.add_line, "ja", "regular", OURS) for _ in range(2)]
    with refused("own.too_many", most=2):
        office.do(wording.add_line, "ja", "regular", OURS)
    office.do(wording.end_line, lines[0])
    office.do(wording.add_line, "ja", "regular", OURS)
    with pytest.raises(NotFound):
        office.do(wording.mend_line, lines[0], OURS)


def test_a_rule_is_kept_as_it_was_written_and_joins_the_check(office: Till) -> None:
    rule = office.do(wording.add_rule, "en", OWN_RULE.replace("\n", "\r\n"))
    assert office.ask(wording.own_rules) == [wording.Rule(rule, "en", OWN_RULE)]
    (found,) = wording.check("A rubber band?", "en", [office.ask(wording.own_pack, "en")])
    assert (found.rule, found.level) == ("own.rubber_band", "hint")
    office.do(wording.mend_rule, rule, OWN_RULE.replace("hint", "warn"))
    assert [one.text for one in office.ask(wording.own_rules)] == [OWN_RULE.replace("hint", "warn")]
    office.do(wording.end_rule, rule)
    assert office.ask(wording.own_rules) == []


def test_a_draft_is_read_by_the_shipped_rules_and_the_shops_own(office: Till) -> None:
    office.do(wording.add_rule, "en", OWN_RULE)
    found = office.ask(wording.check_draft, "That's our policy. A rubber band?")
    assert [finding.rule for finding in found] == ["dead_end.policy", "own.rubber_band"]


def test_a_rule_is_tried_alone_before_it_is_kept(office: Till) -> None:
    (found,) = wording.try_rule(OWN_RULE, "en", "That's our policy. A rubber band?")
    assert (found.rule, found.text) == ("own.rubber_band", "rubber band")
    with refused("rule.broken"):
        wording.try_rule("say = [", "en", "A rubber band?")
    assert office.ask(wording.own_rules) == []


def test_a_rule_that_no_longer_works_is_named_and_the_rest_works(office: Till) -> None:
    office.do(wording.add_rule, "en", OWN_RULE)
    tear(office.shop, "UPDATE own_rules SET text = replace(text, 'ng = [\"Here is a rubber band.\"]', 'ng = [\"-\"]')")
    (broken,) = office.ask(wording.broken_rules, "en")
    assert (broken.rule, broken.reason) == ("own.rubber_band", "rule.ng")
    assert [finding.rule for finding in office.ask(wording.check_draft, "That's our policy.")] == ["dead_end.policy"]


def test_a_rule_that_fails_its_own_examples_is_refused(office: Till) -> None:
    with refused("rule.broken", fault="rule.ng"):
        office.do(wording.add_rule, "en", OWN_RULE.replace("Here is a rubber band.", "Here is a string."))


@pytest.mark.parametrize(
    ("text", "rule"), [("say = [", "rule.broken"), ("a = 1\n" * 2000, "text.too_long"), ("a\x00 = ", "rule.broken")]
)
def test_a_rule_nobody_can_read_is_refused(office: Till, text: str, rule: str) -> None:
    with refused(rule):
        office.do(wording.add_rule, "ja", text)
