"""Japanese phrases mean every politeness, spelling and inflection of what they say, and nothing in them explodes."""

import time

import pytest

from carepos.wording.japanese import Matcher
from carepos.wording.japanese_reading import read
from carepos.wording.rulepacks import Rule

WORDS = {"goods": ("在庫", "お席", "色違い"), "soon": ("後ほど", "追って"), "act": ("連絡", "お届け")}


def found(say: str, text: str, unless: str = "", rescue: str = "") -> list[str]:
    exceptions = (unless,) if unless else ()
    rule = Rule("x", "warn", "P02", "r", (say,), ("b",), ("n",), ("o",), exceptions, rescue)  # type: ignore[arg-type]
    return [text[start:end] for _, start, end in Matcher([rule], WORDS).find(text)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("できません", {"neg"}),
        ("できかねます", {"neg", "soft"}),
        ("できず", {"neg"}),
        ("できないことはありません", set()),
        ("できないわけではございません", set()),
        ("できなくはない", set()),
        ("しなければなりません", set()),
        ("できるかもしれません", {"perhaps"}),
        ("できない場合は", {"neg", "if"}),
        ("できなければ", {"neg", "if"}),
        ("できませんか", {"neg", "ask"}),
        ("渡せません", {"neg", "can"}),
        ("承れません", {"neg"}),
        ("お待ちください", {"request", "you"}),
        ("お待ちいただけますか", {"request", "can", "you"}),
        ("ご了承をお願いいたします", {"request", "we"}),
        ("しないでください", {"request", "not", "you"}),
        ("お読みになられた", {"passive", "past", "you"}),
        ("ご説明いたします", {"we"}),
        ("行きましょうか", {"let", "ask"}),
    ],
)
def test_what_is_folded_into_a_word_is_told_by_its_marks(text: str, marks: set[str]) -> None:
    assert read(text)[0].marks == marks


def test_only_three_left_is_no_negation() -> None:
    assert read("3点しかございません")[-1].marks == {"only"}


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("在庫がありません", "在庫がございません"),
        ("在庫がありません", "在庫も現在ないん"),
        ("売り切れです", "売切れでございます"),
        ("売り切れました", "売切れてしまいました"),
        ("できません", "出来なかった"),
        ("無理です", "ムリっす"),
        ("<goods>がありません", "お席はございません"),
        ("<goods>がありません", "色違いはありません"),
        ("<soon>…<act>します", "追ってこちらからお届けいたします"),
        ("「お<動詞>になられる」", "お帰りになられました"),
        ("「申す」", "申しました"),
        ("お客様の勘違いです", "お客様の勘違いではないですか"),
        ("なぜ<動詞>なかったのですか", "なぜお読みにならなかったのですか"),
        ("。でも、お客様", "でも、お客様"),
        ("<さ入れ>ていただく", "読まさせていただきます"),
        ("規則です", "規則なので"),
        ("お名前を頂戴できますか", "お名前を頂戴できますでしょうか"),
    ],
)
def test_a_phrase_finds(say: str, text: str) -> None:
    assert found(say, f"{text}。") and found(say, f"{text}。")[0].startswith(text[:2])


@pytest.mark.parametrize(
    ("say", "text"),
    [
        ("できません", "できます。"),
        ("できません", "できないことはありません。"),
        ("できません", "できませんか。"),
        ("できません", "できない場合は、お知らせください。"),
        ("分かりません", "分からないことがございましたら、お声がけください。"),
        ("待つ", "お待ちください。"),
        ("お客様の勘違いです", "お客様の勘違いではございません。"),
        ("レシートになります", "無効になります。"),
        ("無理です", "無理を言ってすみません。"),
        ("後ほど…連絡します", "後ほど、ご連絡ください。"),
        ("後ほど…連絡します", "後ほどお席へどうぞ。連絡します。"),
        ("。でも、お客様", "それでもお客様は来ました。"),
        ("「申す」", "おっしゃいました。"),
        ("<さ入れ>ていただく", "食べさせていただきます。"),
        ("規則です", "規則の本です。"),
    ],
)
def test_a_phrase_does_not_find(say: str, text: str) -> None:
    assert found(say, text) == []


def test_unless_counts_in_the_same_sentence_only() -> None:
    text = "何のお構いもできませんが。返品はできません。"
    assert found("できません", text, unless="お構いできません") == ["できません"]


@pytest.mark.parametrize(
    ("text", "rescued"),
    [
        ("できません。代わりに交換を承ります。", True),
        ("できませんので、明日の10時にお持ちします。", True),
        ("できません。はい。交換でしたらできます。", True),
        ("できません。はい。ええ。代わりがございます。", False),
        ("今日の10時はできません。", False),
        ("できませんので、ご了承ください。", False),
    ],
)
def test_an_alternative_or_a_time_close_by_mends_a_no(text: str, rescued: bool) -> None:
    assert (found("できません", text, rescue="recovery") == []) is rescued


def test_an_exact_time_beside_a_vague_one_makes_it_exact() -> None:
    assert found("後ほど…連絡します", "後ほど17時に連絡します。", rescue="time") == []
    assert found("後ほど…連絡します", "後ほど必ず連絡します。", rescue="time") != []


@pytest.mark.parametrize("say", ["<nothing>です", "…です", "。", "、", "あ…あ…あ…あ…あ…あ"])
def test_a_phrase_that_cannot_be_read_is_refused(say: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        found(say, "在庫です。")


def test_a_phrase_of_gaps_takes_bounded_time() -> None:
    started = time.thread_time()
    found("客……客…客……客", "客" + "と客" * 1000)
    assert time.thread_time() - started < 10
