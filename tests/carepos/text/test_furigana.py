"""Readings above kanji: only where needed, names as their owners read them, nothing lost."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text.furigana import furigana
from carepos.text.morphemes import LONGEST, morphemes


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("届いた", [("届", "とど"), ("いた", "")]),
        ("申し訳", [("申", "もう"), ("し", ""), ("訳", "わけ")]),
        ("お皿", [("お", ""), ("皿", "さら")]),
        ("ありがとう", [("ありがとう", "")]),
        ("17時", [("17", ""), ("時", "じ")]),
        ("Wi-Fi", [("Wi-Fi", "")]),
        ("", []),
    ],
)
def test_kanji_get_their_reading_and_kana_stay_bare(text: str, pieces: list[tuple[str, str]]) -> None:
    assert furigana(text) == pieces


def test_a_name_is_read_as_its_owner_reads_it() -> None:
    assert ("髙橋", "たかばし") in furigana("髙橋様、お久しぶりです。", {"髙橋": "タカバシ"})
    assert ("東海林", "しょうじ") in furigana("東海林様", {"東海林": "しょうじ", "東": "あずま"})


def test_a_name_without_kanji_needs_no_reading() -> None:
    assert ("Wilson", "") in furigana("Wilson様", {"Wilson": "うぃるそん"})


def test_what_no_dictionary_knows_stays_without_a_reading() -> None:
    assert furigana("髙橋様") == [("髙橋", ""), ("様", "さま")]


@given(st.text(alphabet="割れた髙橋様、カップのﾊﾟ😀Aa1々〇　\n", max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(piece for piece, _ in furigana(text, {"髙橋": "たかはし"})) == text


def test_long_texts_and_other_threads_are_fine() -> None:
    text = "割れた皿を替える。" * (LONGEST // 8)
    assert "".join(word.surface for word in morphemes(text)) == text
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(morphemes(text)))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(found) == 3
