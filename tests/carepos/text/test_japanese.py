"""Readings as the card shows them, and what is marked in a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text.japanese import has_kanji, is_kana, kana, katakana, spans, storable


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("タナカ", "たなか"), ("ﾀﾅｶ ﾀﾛｳ", "たなか たろう"), ("たなか　　タロウ ", "たなか たろう"),
        ("ｶﾞ", "が"), ("ルーシー", "るーしー"), ("ヴィオラ", "ゔぃおら"), ("た\u200bなか", "たなか"),
        ("田中", "田中"), ("か゛", "が"), ("", ""),
    ],
)  # fmt: skip
def test_reading_in_hiragana(typed: str, shown: str) -> None:
    assert kana(typed) == shown


def test_reading_in_katakana() -> None:
    assert katakana("たなか　ﾀﾛｳ") == "タナカ タロウ"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("たなか", True), ("ﾀﾅｶ", True), ("ルーシー", True), ("たなか たろう", True), ("アン・マリ", True),
        ("たなk", False), ("田中", False), ("", False), (" ", False), ("ー", False), ("tanaka", False),
    ],
)  # fmt: skip
def test_is_kana(text: str, answer: bool) -> None:
    assert is_kana(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("田中", True), ("𠮷", True), ("々", True), ("あ森", True), ("たなか", False), ("T", False),
    ],
)  # fmt: skip
def test_has_kanji(text: str, answer: bool) -> None:
    assert has_kanji(text) is answer


@pytest.mark.parametrize(
    ("shown", "query", "marked"),
    [
        ("髙橋 太郎", "高橋", ["髙橋"]), ("髙\U000e0100橋 太郎", "高橋", ["髙\U000e0100橋"]),
        ("田中 太郎", "太郎", ["太郎"]), ("田中 太郎", "田中太郎", ["田中 太郎"]),
        ("田中 太郎", "太郎 田中", ["田中", "太郎"]), ("田中 太郎", "田中　太", ["田中 太"]),
        ("たなか たろう", "ﾀﾅｶ", ["たなか"]), ("ｶﾞﾝﾀﾞ", "がん", ["ｶﾞﾝ"]), ("ｶﾞﾝﾀﾞ", "だ", ["ﾀﾞ"]),
        ("たなか たろう", "たなk", ["たなか"]), ("たなか たろう", "tana", ["たな"]),
        ("たなか たろう", "taro tanaka", ["たなか", "たろ"]), ("おおの じゅん", "ono", ["おおの"]),
        ("さとう", "satoh", ["さとう"]), ("Tanaka Taro", "tanaka", ["Tanaka"]), ("山田 田中", "田", ["田"]),
        ("たなか", "鈴木", []), ("090-1234-5678", "09012", ["090-12"]), ("090-1234-5678", "5678", ["5678"]),
        ("090-1234-5678", "345678", ["34-5678"]), ("090-1234-5678", "０９０－１２３４", ["090-1234"]),
        ("090-1234-5678", "090 1234 5678", ["090-1234-5678"]), ("090-1234-5678", "+81 90", ["090"]),
        ("090-5678-5678", "5678", ["5678"]), ("090-••••-5678", "0905678", []),
        ("C-00123", "c00123", ["C-00123"]), ("taro.t@example.jp", "taro.t@", ["taro.t@"]), ("田中", "", []),
        ("", "田", []), ("田中", " ", []), ("㈱山田", "株", ["㈱"]),
    ],
)  # fmt: skip
def test_what_matches_is_marked(shown: str, query: str, marked: list[str]) -> None:
    assert [shown[start:end] for start, end in spans(shown, query)] == marked


def test_the_start_of_a_part_wins_over_a_place_inside_one() -> None:
    assert spans("山田 田中", "田") == [(3, 4)]


def test_the_end_of_a_number_wins_over_its_middle() -> None:
    assert spans("090-5678-5678", "5678") == [(9, 13)]


def test_a_megabyte_is_quickly_no_kana() -> None:
    assert not is_kana("ア" * 2**20 + "x")
    assert kana("ｶﾞ" * 2**19) == "が" * 2**19


@given(st.text(), st.text())
def test_any_marks_lie_in_the_text_in_order(shown: str, query: str) -> None:
    edges = [edge for span in spans(shown, query) for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(shown) for edge in edges)


@pytest.mark.parametrize("piece", ["a ", "田", "1-", "ﾞ", "\ud800"])
def test_a_megabyte_is_marked(piece: str) -> None:
    assert isinstance(spans(piece * 2**19, piece * 2**19), list)


def test_what_is_stored_cannot_turn_the_sentences_round_it() -> None:
    assert storable("\u202e反対\u2067です\u2069\nはい") == "反対です\nはい"
    assert storable("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
