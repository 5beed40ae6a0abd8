"""The shipped sayings hold what the house promises of them, in both languages."""

import re
import tomllib
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from carepos.wording import check

Entry = dict[str, Any]

WORDING = Path(__file__).parents[3] / "resources" / "wording"
SITUATIONS = """
    open_complaint regular new_face long_unseen out_of_stock wait dont_know refund defective wrong_item angry price
    price_wrong delivery_late repair reservation phone phone_hold phone_transfer follow_up points points_expiring
    lost_card our_mistake allergy gift child visitor closing queue referral faulty_notice condolence congratulation
    thank_note farewell
""".split()  # noqa: SIM905  a list of thirty-six quoted words reads worse
MOVES = set("recognise acknowledge apologise own reason offer ask commit follow_up thank invite".split())  # noqa: SIM905
PRINCIPLES = {f"P{number:02}" for number in range(1, 57)}
NAMES = {"customer", "staff", "shop"}
TIMES = {"promise_due", "closing_time", "next_open", "minutes", "day", "time"}
LIMITS = {  # longest name of a situation, text said or written, cue and reason, in characters
    "ja": {"name": 8, "counter": 60, "phone": 60, "written": 90, "cue": 16, "reason": 20},
    "en": {"name": 16, "counter": 60, "phone": 120, "written": 160, "cue": 40, "reason": 44},
}
FACTS = {
    "ja": {
        "customer": "佐々木様",
        "shop": "茶と器 みなと",
        "staff": "佐藤",
        "last_item": "ほうじ茶 ティーバッグ 20包",
        "days_since": "18",
        "told": "来月、息子さんの引っ越し",
        "preference": "香ばしいもの",
        "complaint": "お知らせくださったこと",
        "promise": "替わりの急須を用意して電話する",
        "promise_due": "11月23日17時30分",
        "balance": "12,340",
        "to_next": "1,260",
        "reward": "500円券",
        "expiry_points": "1,080",
        "expiry_day": "12月31日",
        "closing_time": "19時30分",
        "next_open": "11月24日10時30分",
        "years": "12",
        "item": "備前焼の急須（大）",
        "similar_item": "常滑焼の急須（小）",
        "minutes": "10",
        "day": "11月24日",
        "time": "17時30分",
        "price": "12,800",
    },
    "en": {
        "customer": "Matsushita-san",
        "shop": "Harbour & Pine",
        "staff": "Alex",
        "last_item": "Roasted tea, 20 bags",
        "days_since": "18",
        "told": "my son moves house in May",
        "preference": "something toasty",
        "complaint": "the way we served you",
        "promise": "Find another teapot, then call",
        "promise_due": "5:30 pm on 23 November",
        "balance": "12,340",
        "to_next": "1,260",
        "reward": "£5 voucher",
        "expiry_points": "1,080",
        "expiry_day": "31 December",
        "closing_time": "7:30 pm",
        "next_open": "10:30 am on 24 November",
        "years": "12",
        "item": "the large Bizen teapot",
        "similar_item": "the small Tokoname teapot",
        "minutes": "10",
        "day": "24 November",
        "time": "5:30 pm",
        "price": "¥12,800",
    },
}
VAGUE = {
    "ja": "すぐ|なるべく|できるだけ|できる限り|後ほど|のちほど|後日|近日|近いうち|そのうち|間もなく|まもなく"
    "|早急|至急|少々|追って|いずれ|順次|早めに|しばらく|折り返し",
    "en": r"\b(soon|shortly|asap|possible|a (moment|while|bit)|later|right away|immediately|hopefully)\b",
}
EXACT_TIME = {"ja": r"\d|正午", "en": r"\d|\bnoon\b|\b(the hour|(two|three|five|ten|thirty) minutes)\b"}
APOLOGY = {"ja": "申し訳|詫び|わび|すみません|ごめん|失礼", "en": r"\b(sorry|apolog\w+|regret|forgive)\b"}
DEAD_END_OR_ARGUMENT = {
    "ja": "できません|(?<!申し訳)ございません(?!か)|ありません(?!か)|かねます|無理|(?<!お)決まりです|規則"
    "|ですから|(^|。)でも、",
    "en": r"\b(can't|cannot|unable|won't|unfortunately|impossible|policy|the rules?|but|however|calm down)\b",
}
ASKING = {
    "ja": "ください|いただけ|か。|口コミ|ご紹介|クーポン|http",
    "en": r"\?|\b(please|reviews?|rate|recommend|discount|sale|buy|http)\b",
}
PUSH = {
    "ja": "割引|値引|お得|クーポン|セール|特価|新商品|おすすめ",
    "en": r"%|\b(discount|coupon|deal|sale|offer|bargain)\b",
}
CLUMSY_JAPANESE = (
    "させていただ|よろしかった|のほう[がをはで]|(円|ポイント|こちら)になります|円から"
    "|おっしゃられ|ご覧になられ|お越しになられ|お求めになられ|ますでしょうか"
)
SECOND_HONORIFIC = r"\{customer\}(様|さま|さん)|(mr|ms|mrs) \{customer\}"

both_languages = pytest.mark.parametrize("language", ["ja", "en"])


def situations(language: str) -> list[Entry]:
    """All situations of a language's pack, as TOML gives them."""
    pack = tomllib.loads((WORDING / language / "sayings.toml").read_text(encoding="utf-8"))
    return list(pack["situation"])


def lines(language: str, *only: str) -> list[Entry]:
    """The lines of the situations named, or of all."""
    return [
        line for each in situations(language) if each["id"] in (only or SITUATIONS) for line in each["line"]
    ]


def facts_needed(line: Entry) -> set[str]:
    """The names of the facts without which a line stays unsaid."""
    return {name for _, name, _, _ in Formatter().parse(line["text"]) if name is not None}


def folded(line: Entry) -> str:
    """A line's words as the patterns here are written: lower case, plain apostrophes."""
    return str(line["text"]).lower().replace("’", "'")


def saying(pattern: str, among: list[Entry]) -> list[str]:
    """The ids of the lines in which a pattern is found."""
    return [line["id"] for line in among if re.search(pattern, folded(line))]


def test_both_languages_know_the_same_situations_in_the_same_order() -> None:
    assert [each["id"] for each in situations("ja")] == SITUATIONS
    assert [each["id"] for each in situations("en")] == SITUATIONS


@both_languages
def test_clerks_say_in_several_ways_when_a_moment_is(language: str) -> None:
    said = [saying for each in situations(language) for saying in each["say_when"]]
    assert [each["id"] for each in situations(language) if not 8 <= len(each["say_when"]) <= 15] == []
    assert len(said) == len(set(said))


@both_languages
@pytest.mark.parametrize("key", ["id", "text"])
def test_no_line_stands_twice(language: str, key: str) -> None:
    values = [line[key] for line in lines(language)]
    assert len(values) == len(set(values))


@both_languages
def test_a_line_has_its_parts_and_no_others(language: str) -> None:
    required = {"id", "text", "moves", "cue", "why", "reason"}
    for line in lines(language):
        assert required <= set(line) <= required | {"promise", "channel", "register"}, line["id"]


@both_languages
def test_facts_come_from_the_closed_list(language: str) -> None:
    assert {fact for line in lines(language) for fact in facts_needed(line)} <= set(FACTS[language])


@both_languages
def test_names_fit_their_chips(language: str) -> None:
    assert [each["id"] for each in situations(language) if len(each["name"]) > LIMITS[language]["name"]] == []


@both_languages
def test_filled_lines_fit_their_places(language: str) -> None:
    limits = LIMITS[language]
    placed = [(line, limits[place(line, each)]) for each in situations(language) for line in each["line"]]
    assert [line["id"] for line, room in placed if len(line["text"].format_map(FACTS[language])) > room] == []
    for line in lines(language):
        assert len(line["cue"]) <= limits["cue"], line["id"]
        assert len(line["reason"]) <= limits["reason"], line["id"]


def place(line: Entry, situation: Entry) -> str:
    """Where a line is shown: those of a situation with nothing for the counter stand there too, if they are spoken."""
    channels = {one.get("channel", "counter") for one in situation["line"]}
    own = line.get("channel", "counter")
    return "counter" if own == "phone" and "counter" not in channels else own


@both_languages
@pytest.mark.principle("P37")
def test_every_situation_can_be_met_formally_and_as_a_friend(language: str) -> None:
    told = {each["id"]: {line.get("register") for line in each["line"]} for each in situations(language)}
    assert {name: spoken for name, spoken in told.items() if not {"formal", "friendly"} <= spoken} == {}


@both_languages
def test_a_situation_can_make_all_its_moves_and_only_known_ones(language: str) -> None:
    for each in situations(language):
        made = {move for line in each["line"] for move in line["moves"]}
        assert set(each["moves"]) <= made <= MOVES, each["id"]


@both_languages
def test_every_line_serves_a_principle(language: str) -> None:
    assert {line["why"] for line in lines(language)} <= PRINCIPLES


@both_languages
def test_three_of_six_lines_need_only_names(language: str) -> None:
    for each in situations(language):
        ready = [line for line in each["line"] if facts_needed(line) <= NAMES]
        assert len(each["line"]) >= 6, each["id"]
        assert len(ready) >= 3, each["id"]


@both_languages
@pytest.mark.principle("P04")
def test_no_time_is_vague(language: str) -> None:
    assert saying(VAGUE[language], lines(language)) == []


@both_languages
@pytest.mark.principle("P49")
def test_a_promise_is_a_commitment_with_an_exact_time(language: str) -> None:
    for line in (line for line in lines(language) if "promise" in line):
        assert {"commit", "follow_up"} & set(line["moves"]), line["id"]
        assert facts_needed(line) & TIMES or re.search(EXACT_TIME[language], folded(line)), line["id"]


@both_languages
@pytest.mark.principle("P13")
def test_an_apology_is_made_once_and_is_the_move_it_claims(language: str) -> None:
    for line in lines(language):
        assert len(re.findall(APOLOGY[language], folded(line))) == line["moves"].count("apologise"), line[
            "id"
        ]


@both_languages
@pytest.mark.principle("P02")
def test_nothing_is_a_dead_end_or_an_argument(language: str) -> None:
    assert saying(DEAD_END_OR_ARGUMENT[language], lines(language)) == []


@both_languages
@pytest.mark.principle("P14")
def test_a_thank_you_note_asks_for_nothing(language: str) -> None:
    assert saying(ASKING[language], lines(language, "thank_note")) == []


@both_languages
@pytest.mark.principle("P20")
def test_regulars_and_those_long_unseen_are_not_pushed(language: str) -> None:
    assert saying(PUSH[language], lines(language, "regular", "long_unseen")) == []


@both_languages
@pytest.mark.parametrize(("situation", "channel"), [("phone", "phone"), ("thank_note", "written")])
def test_calls_are_spoken_and_notes_are_written(language: str, situation: str, channel: str) -> None:
    assert {line["channel"] for line in lines(language, situation)} == {channel}


@both_languages
def test_channels_and_registers_are_known(language: str) -> None:
    assert {line["channel"] for line in lines(language) if "channel" in line} <= {"counter", "phone", "written"}
    assert {line["register"] for line in lines(language) if "register" in line} <= {"formal", "friendly"}


@both_languages
def test_no_name_gets_a_second_honorific(language: str) -> None:
    assert saying(SECOND_HONORIFIC, lines(language)) == []


def test_the_japanese_is_neither_clumsy_nor_doubly_polite() -> None:
    assert saying(CLUMSY_JAPANESE, lines("ja")) == []


def letter_parts(language: str) -> list[str]:
    """What a letter brings beside its lines: subjects, seasons, closing."""
    words = tomllib.loads((WORDING / language / "facts.toml").read_text(encoding="utf-8"))
    seasons = [opening for month in words["greeting"].values() for opening in month]
    return [*words["subject"].values(), *seasons, words["letter"]["closing"]]


@both_languages
def test_every_line_and_letter_part_passes_the_check(language: str) -> None:
    said = [(line["text"].format_map(FACTS[language]), kinds_of_line(line)) for line in lines(language)]
    said += [(part, {"written"}) for part in letter_parts(language)]
    found = {text: [one.rule for one in check(text, language, kinds=kinds)] for text, kinds in said}
    assert {text: rules for text, rules in found.items() if rules} == {}


def kinds_of_line(line: Entry) -> set[str]:
    """What the check looks for in a line: what is written takes requests, and a thank-you note takes none."""
    if line.get("channel") != "written":
        return set()
    return {"written", "thanks"} if line["id"].startswith("thank_note") else {"written"}
