"""The form names are compared in."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carepos.text.japanese import fold
from carepos.text.variants import REPRESENTATIVE


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("髙橋", "高橋"), ("山﨑", "山崎"), ("齋藤", "斉藤"), ("斎藤", "齊藤"), ("渡邊", "渡辺"),
        ("渡邉", "渡辺"), ("澤田", "沢田"), ("濵田", "浜田"), ("濱田", "浜田"), ("廣瀨", "広瀬"),
        ("國分", "国分"), ("櫻井", "桜井"), ("中嶋", "中島"), ("嶌", "島"), ("冨田", "富田"),
        ("德永", "徳永"), ("惠子", "恵子"), ("眞弓", "真弓"), ("瀧川", "滝川"), ("坂本龍馬", "坂本竜馬"),
        ("𠮷田", "吉田"), ("栁田", "柳田"), ("峯岸", "峰岸"), ("曾我", "曽我"), ("藪内", "薮内"),
        ("萬田", "万田"), ("黑木", "黒木"), ("關口", "関口"), ("與田", "与田"), ("彌生", "弥生"),
        ("辻\U000e0100", "辻"), ("葛\ufe00城", "葛城"), ("\ufa19谷", "神谷"), ("三ヶ島", "三ケ島"),
        ("三ヵ月", "三カ月"), ("たなか", "タナカ"), ("ﾀﾅｶ", "タナカ"), ("ｶﾞﾝﾀﾞ", "ガンダ"), ("か゛", "ガ"),
        ("か\u3099", "ガ"), ("田中 太郎", "田中太郎"), ("田中　太郎", "田中太郎"),
        ("メアリー・アン", "メアリーアン"), ("田\u200b中\u202e", "田中"), ("ＴＡＮＡＫＡ", "tanaka"),
        ("André", "andre"), ("Satō", "sato"), ("Straße", "strasse"), ("O’Neill", "o'neill"),
        ("Łukasz Ørsted", "lukaszorsted"), ("㈱山田", "(株)山田"), ("か\u200b\u3099", "ガ"),
    ],
)  # fmt: skip
def test_written_and_typed_meet(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("崎", "埼"), ("園", "薗"), ("荘", "庄"), ("坂", "阪"), ("田", "佃"), ("カ", "ガ"), ("ー", "一"),
        ("伊藤", "伊東"), ("ヅ", "ズ"),
    ],
)  # fmt: skip
def test_what_people_hold_apart_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_composition_is_kept() -> None:
    assert fold("たなk") == "タナk"


def test_each_variant_has_one_representative_that_is_no_variant_itself() -> None:
    assert not set(REPRESENTATIVE) & set(REPRESENTATIVE.values())
    assert all(unicodedata.normalize("NFKC", form) == form for form in REPRESENTATIVE.values())
    assert len(REPRESENTATIVE) > 200


@given(st.text())
@example("か\u200b\u3099")
@example("\u0390\u1fd3İſﬀ")
@example("\ud800が")
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_any_single_character_twice_is_folding_it_once() -> None:
    codes = [*range(0x3400), *range(0xA000, 0xAC00), *range(0xF900, 0x10000), *range(0x1D400, 0x1F200)]
    assert [code for code in codes if fold(fold(chr(code))) != fold(chr(code))] == []


PIECES = ["髙", "a", "か゛", "\u0301", "ﾞ", " ", "\ud800", "\u0316\u0301", "\u0651\u064b"]


@pytest.mark.parametrize("piece", PIECES)
def test_a_megabyte_is_folded(piece: str) -> None:
    text = piece * (2**20 // len(piece.encode("utf-8", "surrogatepass")))
    assert fold(text) == fold(fold(text))
