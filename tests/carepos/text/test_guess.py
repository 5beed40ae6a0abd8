"""Guessed readings."""

import re

import pytest

from carepos.text import guess
from carepos.text.folding import fold


@pytest.mark.parametrize(
    ("family", "given", "readings"),
    [
        ("田中", "太郎", ("たなか", "たろう")), ("髙橋", "惠子", ("たかはし", "けいこ")),
        ("渡邉", "健一", ("わたなべ", "けんいち")), ("齋藤", "結衣", ("さいとう", "ゆい")),
        ("佐々木", "陽菜", ("ささき", "ひな")), ("三ケ島", "蓮", ("みかしま", "れん")),
        ("タナカ", "ﾊﾅｺ", ("たなか", "はなこ")), ("すずき", "さくら", ("すずき", "さくら")),
        ("", "", ("", "")), ("𠮷田", "翔太", ("よしだ", "しょうた")), ("鬼鬼鬼", "鬼鬼", ("", "")),
        ("Smith", "John", ("", "")),
    ],
)  # fmt: skip
def test_reading(family: str, given: str, readings: tuple[str, str]) -> None:
    assert guess.reading(family, given) == readings


@pytest.mark.parametrize(
    ("given", "reading"),
    [
        ("哲彦", "てつひこ"), ("慶太郎", "けいたろう"), ("駿太朗", "しゅんたろう"), ("潤平", "じゅんぺい"),
        ("繁美", "しげみ"), ("凌之介", "りょうのすけ"), ("修造", "しゅうぞう"), ("朋代", "ともよ"),
        ("鬼子", ""), ("太子", ""),
    ],
)  # fmt: skip
def test_a_name_of_common_parts(given: str, reading: str) -> None:
    assert given not in guess._readings()["given"]
    assert guess.reading("", given)[1] == reading


def test_the_table_is_sound() -> None:
    lines = [line.split("\t") for line in guess._TABLE.read_text("utf-8").splitlines()[1:]]
    assert all(re.fullmatch("[ぁ-ゖー]+", sound) for _, _, sound in lines)
    keys = [(kind, fold(written)) for kind, written, _ in lines]
    assert len(set(keys)) == len(keys)
    assert len(guess._readings()["family"]) >= 600
    assert len(guess._readings()["given"]) >= 700
