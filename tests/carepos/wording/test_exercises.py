"""The exercise of the day: in turn, from the pack or this shop's own cases, and never a word about anybody (P42)."""

import datetime as dt
from collections.abc import Callable

import pytest
from shops import Clock, Till

from carepos import complaints, wording
from carepos.wording import packs
from carepos.wording.exercises import anonymous

DAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_packs_have_enough_and_none_twice(language: str) -> None:
    drafts = packs.exercises(language)
    assert len(drafts) >= 40
    assert len({one.draft for one in drafts} | {one.better for one in drafts}) == 2 * len(drafts)
    assert all(one.draft and one.better and one.explanation and one.why[0] == "P" for one in drafts)
    assert packs.answers(language).keys() == set(complaints.ABOUT)


def test_each_draft_comes_once_before_any_comes_again(till: Till) -> None:
    count = len(packs.exercises("ja"))
    first = DAY + dt.timedelta(days=-DAY.toordinal() % count)
    days = [till.ask(wording.exercise, first + dt.timedelta(days=number), "ja") for number in range(count)]
    assert set(days) == set(packs.exercises("ja"))
    assert till.ask(wording.exercise, first, "ja") == days[0]


@pytest.mark.principle("P42")
def test_an_old_case_of_our_own_is_answered_every_other_day(
    till: Till, make_customer: Callable[..., str], clock: Clock
) -> None:
    told = complaints.Account("30分も待ったのに、一言もなかった", "waiting")
    till.do(complaints.solve, till.do(complaints.record, make_customer(), told).id)
    days = [DAY, DAY + dt.timedelta(days=1)]
    assert {till.ask(wording.exercise, day, "ja").case for day in days} == {""}, "too fresh"
    clock.forward(days=31)
    found = {one.case: one.about for one in (till.ask(wording.exercise, day, "ja") for day in days)}
    assert found == {"": "", "〇分も待ったのに、一言もなかった": "waiting"}
    assert {till.ask(wording.exercise, day, "en").case for day in days} == {""}, "in another language"


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("11月3日に買った皿が割れていた", "ja", "〇月〇日に買った皿が割れていた"),
        ("I waited 45 minutes for a coffee", "en", "I waited … minutes for a coffee"),
        ("The plate was cracked. I was sad", "en", "The plate was cracked. I was sad"),
        ("髙橋という店員に怒られた", "ja", ""),
        ("はなこと呼ばれていやだった", "ja", ""),
        ("みよさんにだけ親切だった", "ja", ""),
        ("店員さんが冷たかった", "ja", "店員さんが冷たかった"),
        ("京都の店では替えてくれた", "ja", ""),
        ("電話は090-1234-5678まで", "ja", "電話は〇まで"),
        ("メールは tanaka@example.com です", "ja", ""),
        ("Emmaさんに言ったのに", "ja", ""),
        ("the one called Emma was rude", "en", ""),
        ("皿", "ja", ""),
        ("割れていた" * 30, "ja", ""),
        ("", "ja", ""),
    ],
)
def test_words_that_could_tell_somebody_are_not_used(words: str, language: str, told: str) -> None:
    assert anonymous(words, language, ["田中", "花子", "ハナコ", ""]) == told
