"""The check points at what may hurt, in any text, and never gets in the way."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carepos.wording import check, kinds_of, language_of, mended
from carepos.wording.rulepacks import loaded


def rules(text: str, *kinds: str) -> list[str]:
    return [finding.rule for finding in check(text, "en", kinds=kinds)]


@pytest.mark.principle("P04")
def test_a_vague_time_may_become_a_promise() -> None:
    [finding] = check("I'll call you soon.", "en")
    assert (finding.start, finding.end, finding.text, finding.why, finding.promise) == (14, 18, "soon", "P04", True)


@pytest.mark.principle("P02")
def test_a_bare_no_is_a_warning_with_better_words() -> None:
    [finding] = check("We don't have it.", "en")
    assert finding.level == "warn" and finding.better and not finding.promise


@pytest.mark.principle("P14")
def test_a_request_is_pointed_at_in_a_thank_you_note_only() -> None:
    assert rules("Please leave us a review.", "thanks") == ["thanks.asks"]
    assert rules("Please leave us a review.") == []


@pytest.mark.principle("P47")
def test_a_bare_order_is_pointed_at_in_writing_only() -> None:
    assert rules("Send us the form.", "written") == ["order.bare"]
    assert rules("Send us the form.") == []


@pytest.mark.principle("P13")
def test_the_second_apology_is_one_too_many() -> None:
    [finding] = check("I am sorry. The lid is here. I apologise.", "en")
    assert finding.rule == "apology.second" and finding.text == "apologise"


def test_of_findings_that_overlap_the_warning_stays() -> None:
    for text in ("Unfortunately, we can't.", "I'm sorry, but we don't have it, sadly."):
        found = check(text, "en")
        assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert [finding.level for finding in check("Sorry, we don't sell crap.", "en")][0] == "warn"


@pytest.mark.parametrize(
    ("text", "better", "expected"),
    [
        ("Hello. We don't have it. Bye.", "It comes on Friday.", "Hello. It comes on Friday. Bye."),
        ("We don't have it", "It comes on Friday.", "It comes on Friday."),
        ("I'll call you soon, Mr Sato.", "at 5 pm", "I'll call you at 5 pm, Mr Sato."),
    ],
)
def test_better_words_are_taken_over(text: str, better: str, expected: str) -> None:
    assert mended(text, check(text, "en")[0], better) == expected


@pytest.mark.parametrize(
    ("text", "language"), [("すみません", "ja"), ("Sorry 🙇", "en"), ("", "en"), ("Tシャツ", "ja")]
)
def test_the_text_tells_its_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_each_language_of_a_mixed_draft_is_checked_by_its_own_rules() -> None:
    draft = "後ほどご連絡いたします。🙇 Sorry, we can't do that. A cup of Earl Grey."
    assert [one.rule for one in check(draft)] == ["vague_time", "dead_end.cannot"]
    assert check("紅茶は No. 5 と Earl Grey がございます。") == ()


def test_thanks_make_a_written_text_a_thank_you_note() -> None:
    assert kinds_of("Thank you!") == {"written", "thanks"} and kinds_of("いつもありがとうございます") == {
        "written",
        "thanks",
    }
    assert kinds_of("Hello") == {"written"}


@given(st.text(max_size=300), st.sampled_from(["ja", "en", ""]))
def test_no_text_stops_the_check(text: str, language: str) -> None:
    for finding in check(text, language, kinds=("written", "thanks")):
        assert text[finding.start : finding.end] == finding.text


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 can't",
        "👩‍👩‍👧 no\u200d.",
        "İ can't do it. ﬁ ＮＯ",
        "\0",
        "a\u0300" * 3000,
        "できません。No.\r\n",
        " ね。よ",
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_odd_texts_stop_nothing(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "draft", ["no ", "we can not ", "ません", "あ", "I can't. ", "(", "\n", "1", "soon, ", "できません。"]
)
def test_a_long_draft_takes_bounded_time(draft: str, language: str) -> None:
    check("warm up, ええ", language)
    started = time.thread_time()
    check(draft * (2000 // len(draft)), language)
    assert time.thread_time() - started < 5


def test_a_draft_longer_than_a_piece_is_read_to_its_end() -> None:
    text = "All is well. " * 400 + "We don't have it."
    assert [finding.text for finding in check(text, "en")] == ["We don't have"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_a_rule_proposes_and_allows_passes_the_check_itself(language: str) -> None:
    allowed = [text for rule in loaded(language).rules for text in (*rule.better, *rule.ok)]
    found = {text: [one.rule for one in check(text, language, kinds=kinds_of(text))] for text in allowed}
    assert {text: names for text, names in found.items() if names} == {}


@pytest.mark.principle("P11")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("すみません、すぐ直します。", "申し訳ございません、すぐ直します。"),
        ("了解です、すぐ出します。", "かしこまりました、すぐ出します。"),
        ("さっきお渡しした袋です。", "先ほどお渡しした袋です。"),
        ("めっちゃ人気です。", "とても人気です。"),
    ],
)
def test_a_casual_word_gives_way_to_its_own_better_word(text: str, told: str) -> None:
    """The rest of what the clerk wrote stays theirs."""
    finding = check(text, "ja")[0]
    assert mended(text, finding, finding.better[0]) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("なかなか割れない皿をお持ちしました。", []),  # tells which plate
        ("返品できない商品でございます。", ["dead_end.cannot"]),  # is the no itself
        ("お客様の「もう使えません」というお声を店長に伝えました。", []),  # somebody's words, told again
        ("もう使えませんので。", ["dead_end.cannot"]),
        ("そういう決まりになっておりまして。", ["policy"]),  # leaves something unsaid, asks for nothing
        ("なぜ早く知らせてくださらなかったのですか。", ["blame.why"]),
        ("どうして箱を捨てたのですか。", ["blame.why"]),
        ("どうして赤を選ばれたのか、うかがってもよろしいですか。", []),  # a question within a sentence
        ("その窓は磨けません。", ["dead_end.cannot"]),  # any verb that says what can be done
        ("お茶には欠かせません。", []),
    ],
)
def test_grammar_tells_what_hurts_from_what_only_looks_like_it(text: str, found: list[str]) -> None:
    assert [one.rule for one in check(text, "ja")] == found
