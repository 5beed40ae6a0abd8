"""A better wording keeps the clerk's own sentence where it can, passes the check, and invents no fact."""

import re

import pytest

from carepos import wording
from carepos.wording import rulepacks
from carepos.wording.betters import BLANK

KINDS = ("written", "thanks")
FACT = re.compile(r"[0-9０-９]|Friday|Mr |金曜|本日|今日|明日|\b(?:today|tomorrow|noon)\b")

both_languages = pytest.mark.parametrize("language", ["ja", "en"])


def findings(text: str) -> tuple[wording.Finding, ...]:
    return wording.check(text, kinds=KINDS)


def taken_over(text: str, choice: int = 0) -> str:
    """The text with a better wording for the first thing found in it."""
    finding = findings(text)[0]
    return wording.mended(text, finding, finding.better[choice])


@pytest.mark.principle("P04")
@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("承りました。後ほどご連絡いたします。", "承りました。〔時刻〕までにご連絡いたします。"),
        ("お皿はできるだけ早くお届けします", "お皿は〔時刻〕までにお届けします"),
        ("I'll ring you soon, Mr Sato.", "I'll ring you by 〔time〕, Mr Sato."),
        ("We'll let you know.", "We'll let you know by 〔time〕."),
        ("You must show the card.", "May I ask you to show the card."),
        ("お荷物のほうをお預かりします。", "お荷物をお預かりします。"),
        ("鈴木部長様へお渡しください。", "鈴木部長へお渡しください。"),
        ("お客様がお帰りになられました。", "お客様がお帰りになりました。"),
        ("代金を振り込んでください。", "代金を振り込んでいただけますか。"),
    ],
)
def test_words_that_hurt_give_way_in_the_clerk_s_own_sentence(said: str, better: str) -> None:
    assert taken_over(said) == better


@pytest.mark.principle("P02")
@pytest.mark.parametrize(
    ("said", "better"),
    [
        ("割れものです。返品はできません。", "割れものです。返品はできません。代わりに、〔できること〕を承ります。"),
        ("いつ届くか分かりません", "いつ届くか分かりません。確かめて、〔時刻〕までに私からお電話いたします。"),
        ("We don't stock plates.", "We don't stock plates. I can have 〔one like it〕 here by 〔day〕."),
    ],
)
def test_a_bare_no_is_kept_and_what_can_be_done_is_added(said: str, better: str) -> None:
    assert taken_over(said) == better


@pytest.mark.principle("P13")
def test_the_first_apology_stays_the_only_one() -> None:
    assert taken_over("申し訳ございません。本当に申し訳ございませんでした。") == (
        "申し訳ございません。すぐに〔代わりの品〕をご用意いたします。"
    )
    assert taken_over("Sorry, I'm so sorry.") == "I am sorry about that. I will put it right by 〔time〕."


def test_a_change_that_would_still_hurt_is_not_offered() -> None:
    finding = findings("私では分かりかねます。お客様のミスですね。")[0]
    assert finding.rule == "dunno" and all(findings(better) == () for better in finding.better)


@both_languages
def test_every_better_wording_offered_passes_where_it_is_taken_over(language: str) -> None:
    for rule in rulepacks.loaded(language).rules:
        for text in rule.ng:
            for found in wording.check(text, language, kinds=KINDS):
                assert found.better
                for better in found.better:
                    assert wording.check(better, language, kinds=KINDS) == (), (text, better)
                    mended = wording.mended(text, found, better)
                    left = [one.start for one in wording.check(mended, language, kinds=KINDS)]
                    assert not any(found.start <= at < found.start + len(better) for at in left), (text, better)


@both_languages
@pytest.mark.principle("P35")
def test_a_better_wording_invents_no_fact(language: str) -> None:
    told = [
        words
        for rule in rulepacks.loaded(language).rules
        for words in (*rule.better, *rule.add, *(new for _, new in rule.instead))
    ]
    assert [words for words in told if FACT.search(BLANK.sub("", words))] == []


def test_a_blank_is_a_fact_to_come_and_is_found_where_it_stands() -> None:
    text = "We can't do it. I will call you by 〔time〕."
    assert findings(text) == ()
    assert wording.blank_in(text) == (35, 41) and wording.blank_in(text, 36) is None
    assert findings("本日はできません。〔日にち〕でしたら、承れます。") == ()


def test_what_stands_in_a_rule_is_plain_text_and_nothing_that_runs() -> None:
    hostile = """
[[rule]]
id = "own.hostile"
level = "hint"
why = "P02"
reason = "Plain."
say = ["have no boxes"]
instead = [["(a+)+$", "x"], ["no boxes", "\\\\1 {0} boxes"]]
better = ["It comes in by 〔day〕."]
ng = ["We have no boxes."]
ok = ["We have boxes."]
"""
    pack = rulepacks.read(hostile, "en")
    assert pack.broken == ()
    [found] = wording.check(f"{'a' * 1900} We have no boxes", "en", [pack])
    assert found.better[0] == "have \\1 {0} boxes"
