"""Latin letters as kana."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text.japanese import fold
from carepos.text.romaji import readings


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tanaka", "タナカ"), ("ＴＡＮＡＫＡ", "タナカ"), ("sato", "サト"), ("satoh", "サトウ"),
        ("satou", "サトウ"), ("Satō", "サトウ"), ("satô", "サトウ"), ("ohno", "オオノ"), ("Ōno", "オオノ"),
        ("oono", "オオノ"), ("ono", "オノ"), ("ohyama", "オオヤマ"), ("yuko", "ユウコ"), ("yoko", "ヨウコ"),
        ("yuki", "ユキ"), ("yoshida", "ヨシダ"), ("yokota", "ヨコタ"), ("shota", "ショウタ"),
        ("kyoko", "キョウコ"), ("ryuichi", "リュウイチ"), ("kenichi", "ケンイチ"), ("ken'ichi", "ケンイチ"),
        ("jun’ichi", "ジュンイチ"), ("shin-ichi", "シンイチ"), ("junko", "ジュンコ"),
        ("zyunko", "ジュンコ"), ("jyunko", "ジュンコ"), ("syouta", "ショウタ"), ("tunoda", "ツノダ"),
        ("huzita", "フジタ"), ("titosi", "チトシ"), ("fujita", "フジタ"), ("shinya", "シンヤ"),
        ("konno", "コンノ"), ("hattori", "ハットリ"), ("matchi", "マッチ"), ("macchi", "マッチ"),
        ("namba", "ナンバ"), ("homma", "ホンマ"), ("sampei", "サンペイ"), ("inoue", "イノウエ"),
        ("niigata", "ニイガタ"), ("tanaka taro", "タナカタロ"), ("たなk", "タナカ"), ("ﾀﾅk", "タナカ"),
        ("しんj", "シンジ"), ("はっt", "ハッタ"), ("jun", "ジュン"), ("kenj", "ケンジ"),
    ],
)  # fmt: skip
def test_likeliest_reading(typed: str, first: str) -> None:
    assert readings(typed)[0] == first


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("satoh", "サトオ"), ("ono", "オオノ"), ("yuko", "ユコ"), ("yoko", "ヨコ"), ("kenichi", "ケニチ"),
        ("toru", "トオル"), ("goto", "ゴト"), ("koichi", "コウイチ"), ("kono", "コウノ"),
        ("otsuka", "オオツカ"), ("tezuka", "テヅカ"), ("kooji", "コウジ"), ("ohara", "オオハラ"),
        ("ohishi", "オオイシ"), ("kenya", "ケニャ"), ("shinnichi", "シンイチ"), ("oh", "オオ"),
        ("oh", "オハ"), ("hat", "ハッ"), ("はt", "ハッ"), ("fuka", "フウカ"), ("eniti", "エンイチ"),
    ],
)  # fmt: skip
def test_other_reading(typed: str, also: str) -> None:
    assert also in readings(typed)


@pytest.mark.parametrize(
    ("typed", "begun"),
    [
        ("tak", {"タカ", "タキ", "タク", "タケ", "タコ", "タッ"}),
        ("tan", {"タン", "タナ", "タニ", "タヌ", "タネ", "タノ"}), ("k", set("カキクケコ")), ("sh", {"シ"}),
        ("ch", {"チ"}), ("ts", {"ツ"}), ("ky", {"キャ", "キュ", "キョ"}), ("n", set("ナニヌネノ")),
        ("c", {"チ"}), ("j", {"ジ"}), ("たn", {"タン", "タナ", "タニ", "タヌ", "タネ", "タノ"}),
        ("hatt", {"ハッタ", "ハッチ", "ハッツ", "ハッテ", "ハット"}),
    ],
)  # fmt: skip
def test_last_consonant_is_any_kana_it_begins(typed: str, begun: set[str]) -> None:
    assert set(readings(typed)) == begun


@pytest.mark.parametrize(
    "typed",
    [
        "smith", "xyz", "mr", "a@b", "090", "たなか", "タナカ", "田中", "田中t", "", " ", "'", "-", "^",
        "たなか-", "a1", "éa!",
    ],
)  # fmt: skip
def test_no_romaji(typed: str) -> None:
    assert readings(typed) == ()


letters = st.text("aiueokstnhmyrwgzjbpdcf'- ō", max_size=40)
half_composed = st.from_regex("[か-ん]{1,4}[a-z]{1,3}", fullmatch=True)


@given(st.text() | letters | half_composed)
def test_any_text_gives_a_few_folded_readings(text: str) -> None:
    found = readings(text)
    assert len(found) <= 16
    assert len(set(found)) == len(found)
    assert all(fold(kana) == kana != "" for kana in found)


@pytest.mark.parametrize("piece", ["o", "nyo", "ō", "'", "た"])
def test_a_megabyte_is_no_name(piece: str) -> None:
    assert readings(piece * 2**20) == ()
