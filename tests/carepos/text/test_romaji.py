"""Latin letters as kana."""

from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.text import romaji, slips
from carepos.text.japanese import fold
from carepos.text.romaji import readings, slipped


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


@pytest.mark.parametrize("name", ["watanabe", "nomura", "hattori", "ohno", "kenta", "kyouko", "suzuki"])
def test_whatever_the_slip_the_name_is_among_what_was_meant(name: str) -> None:
    """Every letter wrong, missing, too many or swapped, unless what stands there then reads as the name too."""
    likeliest = readings(name)[0]
    typed = [way for way in slips.one_off(name, ascii_lowercase) if len(way) > 3 and not way.startswith(name)]
    assert [way for way in typed if likeliest not in (*readings(way), *slipped(way))] == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("onihi", "オオニシ"), ("otsuga", "オオツカ"), ("Watanbe", "ワタナベ"), ("jun’ichy", "ジュンイチ"),
        ("takahashikenixhi", "タカハシケンイチ"), ("たkahsi", "タカハシ"), ("tnak", "タナカ"),
    ],
)  # fmt: skip
def test_slip_in_any_spelling(typed: str, meant: str) -> None:
    assert meant in slipped(typed)


@pytest.mark.parametrize("typed", ["", "tnk", "たなか", "田中", "smith wesson", "0901", "wjtxnbqe"])
def test_no_slip_makes_romaji_of_it(typed: str) -> None:
    assert slipped(typed) == set()


@given(st.text() | letters | half_composed)
def test_what_was_meant_is_folded_and_not_what_was_said(text: str) -> None:
    meant = slipped(text[:16])
    assert all(fold(kana) == kana != "" for kana in meant)
    assert not meant & set(readings(text[:16]))


@pytest.mark.parametrize("typed", ["jonson", "watanaabe", "yamaguchii", "takahashikenixhi"])
def test_a_slip_is_looked_for_by_the_letter_not_by_every_slip(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The letters are walked through three times for each of them, not once for each of hundreds of slips."""
    walked, walk = [], romaji._ways
    monkeypatch.setattr(romaji, "_ways", lambda *given: (walked.append(given), walk(*given))[1])
    slipped(typed)
    assert len(typed) < len(walked) <= 3 * len(typed)
