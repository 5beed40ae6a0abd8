"""Rule packs are data: tried by their own examples, limited, and one that is broken leaves the others at work."""

import time

import pytest

from carepos.wording import rulepacks
from carepos.wording.rulepacks import Broken, Pack

RULE = """
[[rule]]
id = "{id}"
level = "hint"
why = "P02"
reason = "A bare no."
say = [{say}]
better = ["It comes in on Friday."]
ng = ["We have no boxes."]
ok = ["We have boxes."]
{more}
"""


def written(id: str = "boxes", say: str = '"have no boxes"', more: str = "") -> str:
    return RULE.format(id=id, say=say, more=more)


def read(text: str) -> Pack:
    return rulepacks.read(text, "en")


def reasons(text: str) -> list[str]:
    return [broken.reason for broken in read(text).broken]


def test_a_rule_that_passes_its_own_examples_works() -> None:
    pack = read(written())
    assert [rule.id for rule in pack.rules] == ["boxes"] and pack.broken == ()


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ('unless = ["have no boxes"]', "rule.ng"),
        ('include = "/etc/passwd"', "rule.shape"),
        ('rescue = "always"', "rule.shape"),
        (f'unless = ["{"x" * 201}"]', "rule.shape"),
        ('unless = ["... boxes"]', "rule.phrase"),
        ('unless = ["<nowhere>"]', "rule.phrase"),
        ('unless = ["(boxes"]', "rule.phrase"),
        ("unless = [", "rule.toml"),
        ("[words]", "rule.shape"),
    ],
)
def test_a_broken_rule_is_named_and_the_others_work(more: str, reason: str) -> None:
    pack = read(written("first") + written("second", more=more) + written("third"))
    assert [rule.id for rule in pack.rules] == ["first", "third"]
    assert [broken.reason for broken in pack.broken] == [reason]
    assert 13 <= pack.broken[0].line <= 26


def test_an_example_that_must_pass_but_is_found_is_named() -> None:
    assert read(written(say='"have"')).broken == (Broken(2, "boxes", "rule.ok", "We have boxes."),)


def test_two_rules_of_one_name_are_one_too_many() -> None:
    assert reasons(written() + written()) == ["rule.twice"]


def test_a_list_of_words_can_be_used_in_phrases() -> None:
    assert read('[words]\nthings = ["boxes"]\n' + written(say='"have no <things>"')).broken == ()


def test_a_list_of_words_cannot_hold_itself() -> None:
    assert reasons('[words]\nthings = ["<things>"]\n' + written(say='"have no <things>"')) == ["rule.phrase"]


def test_the_owner_can_use_the_shipped_lists() -> None:
    pack = rulepacks.read(written(say='"have no <things>"'), "en", {"things": ("boxes",)})
    assert pack.broken == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 1_000_001, "pack.too_large"),
        ("words = 3\n", "pack.words"),
        ('[words]\na = ["' + "x" * 201 + '"]\n', "pack.words"),
        ("a = " + "[" * 100_000, "pack.toml"),
        ("not toml at all", "pack.toml"),
        ("\ud800 = 1", "pack.toml"),
    ],
)
def test_a_pack_that_cannot_be_read_says_so(text: str, reason: str) -> None:
    assert reasons(text) == [reason]


def test_a_pack_of_too_many_rules_keeps_the_first_and_says_so() -> None:
    pack = read("".join(written(f"rule{number}") for number in range(501)))
    assert len(pack.rules) == 500 and [broken.reason for broken in pack.broken] == ["pack.too_many"]


@pytest.mark.parametrize("phrase", ["a ... a ... a ... a", "(a) (a) (a) (a)", " ".join("a" * 25), "a|a|", "* a", "$"])
def test_a_phrase_that_might_explode_is_refused(phrase: str) -> None:
    assert reasons(written(say=f'"{phrase}"')) == ["rule.phrase"]


def test_a_pack_of_a_megabyte_is_read_and_used_in_bounded_time() -> None:
    phrases = ", ".join(f'"a ... b{number} ... c"' for number in range(96))
    text = "".join(written(f"rule{number}", f'"have no boxes", {phrases}') for number in range(490))
    assert 900_000 < len(text) <= 1_000_000
    started = time.thread_time()
    pack = read(text)
    assert len(pack.rules) == 490
    assert not list(pack.matcher.find("a " * 1000))
    assert time.thread_time() - started < 60


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_shipped_rules_all_work(language: str) -> None:
    pack = rulepacks.read(rulepacks.shipped(language), language)
    assert pack.broken == () and pack.rules == rulepacks.loaded(language).rules


def test_only_the_second_time_counts_for_a_rule_that_says_so() -> None:
    text = written(more="again = true").replace("We have no boxes.", "We have no boxes. We have no boxes.")
    pack = read(text)
    assert pack.broken == ()
    found = list(rulepacks.counted(pack.matcher.find("I have no boxes. I have no boxes. I have no boxes.")))
    assert [start for _, start, _ in found] == [19, 36]
