"""Naming a customer in a keystroke, in every way they can be named (P31)."""

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from shops import CLERK, START, Clock, Till

from carepos import customers, purchases
from carepos.customers import Details, rules
from carepos.customers.tables import Customer, CustomerLookup
from carepos.shop import Shop

PEOPLE = (
    Details("田中", "花子", "たなか", "はなこ", phone="090-1234-5678", email="Hanako@Example.jp", card="A-1001"),
    Details("髙橋", "健一", "たかはし", "けんいち", phone="080-2222-3456", card="4901234567894"),
    Details("佐藤", "純一", "さとう", "じゅんいち", phone="03-1234-9999"),
    Details("大野", "優子", "おおの", "ゆうこ", phone="+1 415 555 2671"),
    Details("渡邉", "ガブリエル", "わたなべ", "ガブリエル"),
    Details("𠮷川", "", "よしかわ", ""),
    Details("Smith", "Zoë", "", "", email="zoe@shop.example.com"),
    Details("", "", "もりしたやま", "そうざぶろう"),
)


@pytest.fixture
def crowd(till: Till) -> Till:
    """A shop that knows all of them, registered in this order."""
    with till.shop.transaction(CLERK) as tx:
        for number, person in enumerate(PEOPLE):
            customers.register(tx, f"{number + 1:032x}", person)
    return till


def found(till: Till, text: str) -> list[str]:
    return [hit.family for hit in till.ask(customers.find, text)]


WAYS = {
    "kana": {"た": "田中 髙橋", "たな": "田中", "タカハシ": "髙橋", "はなこ": "田中", "たなかはなこ": "田中"},
    "composition": {"たなk": "田中", "おおn": "大野", "わt": "渡邉"},
    "half width": {"ﾀﾅｶ": "田中", "ｶﾞﾌﾞﾘ": "渡邉", "Ｓｍｉｔｈ": "Smith"},
    "given name": {"けんいち": "髙橋", "ガブリエル": "渡邉", "kenichi": "髙橋", "jun'ichi": "佐藤"},
    "kanji": {"田": "田中", "田中": "田中", "田中花子": "田中", "花子": "田中", "純": "佐藤"},
    "variants": {"高橋": "髙橋", "髙橋": "髙橋", "高橋健一": "髙橋", "渡辺": "渡邉", "渡邊": "渡邉", "吉川": "𠮷川"},
    "romaji": {
        "t": "田中 髙橋", "tanaka": "田中", "TANAKA": "田中", "tan": "田中", "satoh": "佐藤", "sato": "佐藤",
        "satou": "佐藤", "satō": "佐藤", "ohno": "大野", "ono": "大野", "oono": "大野", "jun'ichi": "佐藤",
        "junichi": "佐藤", "kenichi": "髙橋", "yuko": "大野", "watanabe": "渡邉", "hanako": "田中",
    },
    "latin": {"smith": "Smith", "SMI": "Smith", "zoe": "Smith", "Zoë": "Smith"},
    "long reading": {"もりしたやまそうざぶろう": "もりしたやま", "もりしたやまそうざ": "もりしたやま"},
    "phone": {
        "09012345678": "田中", "090-1234-5678": "田中", "０９０ー１２３４ー５６７８": "田中", "090 1234": "田中",
        "090": "田中", "0901": "田中", "09012": "田中",
        "080222": "髙橋", "0312349999": "佐藤", "+81 90-1234-5678": "田中", "+14155552671": "大野",
    },
    "end of a phone": {
        "678": "田中", "5678": "田中", "45678": "田中", "345678": "田中", "2345678": "田中", "12345678": "田中",
        "1234-5678": "田中", "９９９９": "佐藤", "671": "大野",
    },
    "card": {"A-1001": "田中", "Ａ－１００１": "田中", "4901234567894": "髙橋", "４９０１２３４５６７８９４": "髙橋"},
    "e-mail": {"hanako@example.jp": "田中", "hanako@": "田中", "ZOE@SHOP": "Smith", "ｈａｎａｋｏ＠": "田中"},
    "two parts": {
        "田中 花子": "田中", "花子 田中": "田中", "田中　花": "田中", "たなか はなこ": "田中", "はなこ たなか": "田中",
        "tanaka hanako": "田中", "hanako tanaka": "田中", "tanaka h": "田中", "h tanaka": "田中", "田中 はなこ": "田中",
        "高橋 健": "髙橋", "takahashi kenichi": "髙橋", "Zoe Smith": "Smith", "田 花": "田中", "た は": "田中",
        "もりしたやま そう": "もりしたやま", "たか けんいち": "髙橋", "kenichi taka": "髙橋",
    },
    "nobody": {"山田": "", "たなかたろう": "", "田中 太郎": "", "0000": "", "07011112222": "", "x@y": "", "ンンン": ""},
}  # fmt: skip


@pytest.mark.principle("P31")
@pytest.mark.parametrize("way", WAYS)
def test_they_are_found_by(way: str, crowd: Till) -> None:
    assert {text: " ".join(sorted(found(crowd, text))) for text in WAYS[way]} == WAYS[way]


def test_space_around_does_not_matter(crowd: Till) -> None:
    assert found(crowd, "  田中\n") == found(crowd, "　たなか　") == ["田中"]


def test_a_hit_tells_what_the_list_shows(crowd: Till) -> None:
    (hit,) = crowd.ask(customers.find, "たなか")
    assert hit[1:9] == ("田中", "花子", "たなか", "はなこ", "09012345678", "Hanako@Example.jp", "A-1001", "regular")
    assert (hit.last_visit, hit.next_due) == (None, None)


@pytest.mark.parametrize("typed", ["たなあ", "たあなか", "たかな", "かなか", "tanaga"])
def test_one_slip_is_forgiven_below_the_exact_hits(crowd: Till, typed: str) -> None:
    exact = crowd.ask(customers.find, typed)
    assert "田中" not in [hit.family for hit in exact]
    assert "田中" in [hit.family for hit in crowd.ask(customers.find_near, typed, exact)]


def test_near_hits_never_repeat_exact_ones(crowd: Till) -> None:
    exact = crowd.ask(customers.find, "たなか")
    assert not {hit.id for hit in exact} & {hit.id for hit in crowd.ask(customers.find_near, "たなか", exact)}


@pytest.mark.parametrize("typed", ["", "た", "t", "777", "山"])
def test_nothing_is_near_what_is_too_short_or_no_reading(crowd: Till, typed: str) -> None:
    assert crowd.ask(customers.find_near, typed, []) == []


HOSTILE = {
    "a megabyte": "た" * 2**20,
    "a megabyte of letters": "tanaka " * 150_000,
    "NUL": "x\0",
    "NUL inside": "田\0中",
    "NUL after digits": "5678\0",
    "right to left": "\u202e\u200f\u2067",
    "SQL": "'; DROP TABLE customers; --",
    "wildcards": "%_%*?",
    "half a character": "x\ud83d",
    "half a character among digits": "12\udc0034",
    "signs": "((((@@@@",
    "every plane": "\U0010ffff\ufffe\ufeff",
    "full stops": "." * 99,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_finds_nobody_and_raises_nothing(crowd: Till, text: str) -> None:
    hits = crowd.ask(customers.find, text)
    near = crowd.ask(customers.find_near, text, hits)
    assert len(found(crowd, "たなか")) == 1
    assert {hit.family for hit in (*hits, *near)} <= {"田中"}


@settings(max_examples=150)
@given(st.text(max_size=30) | st.text("0123456789-+ 　@.田中たなかtanak'", max_size=20))
def test_no_text_at_all_raises(crowd: Till, text: str) -> None:
    hits = crowd.ask(customers.find, text)
    crowd.ask(customers.find_near, text, hits)
    assert len({hit.id for hit in hits}) == len(hits) <= len(PEOPLE)


@pytest.fixture
def woods(till: Till, clock: Clock) -> dict[str, str]:
    """Three of the name 林, who came in the order 一郎, 二郎, 三郎, and 四郎 who never did."""
    ids = {}
    for number, given_name in enumerate(("一郎", "二郎", "三郎", "四郎")):
        ids[given_name] = till.do(
            customers.register, Details("林", given_name, "はやし", phone=f"090-1111-777{number}")
        )
        if number < 3:
            till.do(purchases.record, ids[given_name], 900, f"R{number}")
        clock.forward(minutes=1)
    return ids


def order(till: Till, text: str) -> list[str]:
    return [hit.given for hit in till.ask(customers.find, text)]


@pytest.mark.parametrize("text", ["林", "はやし", "hayashi", "は", "0901111", "09011", "林 郎", ""])
def test_the_latest_visit_comes_first(till: Till, woods: dict[str, str], text: str) -> None:
    expected = ["三郎", "二郎", "一郎", "四郎"]
    if text in ("", "林 郎"):  # nobody's given name begins with 郎; no text gives those who came
        expected = {"": expected[:3], "林 郎": []}[text]
    assert order(till, text) == expected


def test_somebody_who_comes_again_moves_to_the_front(till: Till, woods: dict[str, str]) -> None:
    till.do(purchases.record, woods["一郎"], 900, "R9")
    assert order(till, "林") == order(till, "はやし") == ["一郎", "三郎", "二郎", "四郎"]
    assert order(till, "") == ["一郎", "三郎", "二郎"]


def test_a_visit_noted_late_moves_nobody(till: Till, woods: dict[str, str]) -> None:
    till.do(purchases.record, woods["一郎"], 900, "R9", START - dt.timedelta(days=3))
    till.do(purchases.record, woods["三郎"], 900, "R8", START + dt.timedelta(minutes=5))
    till.do(purchases.record, woods["三郎"], 900, "R7", START + dt.timedelta(minutes=3))
    assert order(till, "林") == ["三郎", "二郎", "一郎", "四郎"]
    assert till.ask(customers.show, woods["一郎"]).visits == 2
    assert till.ask(customers.show, woods["三郎"]).last_visit == START + dt.timedelta(minutes=5)


def test_no_text_gives_the_newest_before_anybody_came(crowd: Till) -> None:
    assert found(crowd, "") == found(crowd, " 　") == [person.family or person.family_kana for person in PEOPLE[::-1]]


def test_a_list_has_an_end(till: Till, make_customer: Callable[..., str]) -> None:
    with till.shop.transaction(CLERK) as tx:
        for number in range(25):
            customers.register(tx, f"{number + 256:032x}", Details("林", f"{number}", "はやし"))
    for text in ("林", "はやし", "", "h"):
        assert len(till.ask(customers.find, text)) == 20
    assert len(till.ask(customers.find, "林", 3)) == 3


def test_an_edit_changes_what_they_are_found_by(crowd: Till) -> None:
    (before,) = crowd.ask(customers.find, "たなか")
    crowd.do(customers.edit, before.id, Details("森", "花子", "もり", "はなこ", phone="070-3333-1111"))
    assert found(crowd, "たなか") == found(crowd, "田中") == found(crowd, "5678") == found(crowd, "A-1001") == []
    assert found(crowd, "もり はなこ") == found(crowd, "1111") == found(crowd, "森") == ["森"]


def test_a_registration_taken_back_leaves_no_trace(crowd: Till) -> None:
    (hit,) = crowd.ask(customers.find, "たなか")
    crowd.do(customers.withdraw, hit.id)
    assert found(crowd, "たなか") == found(crowd, "5678") == found(crowd, "A-1001") == []


NAMES = st.sampled_from(["田中", "髙橋", "林", "Smith", ""])
KANA = st.sampled_from(["たなか", "ハヤシ", "ﾀｶﾊｼ", "はなこ", "おおのやまざくらみ", ""])
DETAILS = st.builds(
    Details,
    family=NAMES,
    given=NAMES,
    family_kana=KANA,
    given_kana=KANA,
    phone=st.sampled_from(["", "090-1234-5678", "0312345678", "+14155552671"]),
).filter(lambda one: one.family + one.given + one.family_kana + one.given_kana != "")
DEEDS = st.sampled_from(["register", "edit", "visit", "withdraw"])
STEPS = st.lists(st.tuples(DEEDS, DETAILS, st.integers(-50, 50)), max_size=10)


@settings(max_examples=20)
@given(STEPS)
def test_the_posting_lists_always_equal_the_tokens(shop: Shop, steps: list[tuple[str, Details, int]]) -> None:
    till = Till(shop, CLERK)
    ids = [till.do(customers.register, Details("林"))]
    for step, details, hours in steps:
        if step == "register":
            ids.append(till.do(customers.register, details))
        elif step == "edit":
            till.do(customers.edit, ids[-1], details)
        elif step == "visit":
            till.run(customers.note_visit, ids[0], START + dt.timedelta(hours=hours))
        elif len(ids) > 1:
            till.do(customers.withdraw, ids.pop())
    assert postings(till) == expected_postings(till)


def postings(till: Till) -> set[tuple[str, int, str]]:
    columns = (CustomerLookup.token, CustomerLookup.neg_visit, CustomerLookup.customer_id)
    rows = till.ask(lambda tx: tx.rows(sa.select(*columns)))
    assert len(rows) == len(set(rows))
    return {(row[0], row[1], row[2]) for row in rows}


def expected_postings(till: Till) -> set[tuple[str, int, str]]:
    with till.shop.reading() as tx:
        return {
            (token, rules.neg_visit(one.last_visit), one.id)
            for one in tx.session.scalars(sa.select(Customer))
            for token in rules.tokens(rules.keys(stored(one)))
        }


def stored(customer: Customer) -> Details:
    names = (customer.family, customer.given, customer.family_kana, customer.given_kana)
    return Details(*names, phone=customer.phone or "")


@pytest.mark.parametrize("typed", ["tanska", "tnaaka", "tanakka", "tnaka", "tanskahanako", "tanakahanamo"])
def test_a_slip_in_latin_letters_is_forgiven(crowd: Till, typed: str) -> None:
    """One letter wrong, swapped, too many or missing still offers the name, below."""
    exact = crowd.ask(customers.find, typed)
    near = crowd.ask(customers.find_near, typed, exact)
    assert "田中" in [hit.family for hit in (*exact, *near)]


def test_a_letter_off_is_nearer_than_a_kana_off(crowd: Till, make_customer: Callable[..., str]) -> None:
    """sasaji is a letter from sasaki, two from sasara; sasatsu is two from both, but a kana only."""
    sasaki = make_customer(family="佐々木", family_kana="ささき")
    sasara = make_customer(family="笹良", family_kana="ささら")
    assert {hit.id for hit in crowd.ask(customers.find_near, "sasaji", [])} == {sasaki}
    assert {hit.id for hit in crowd.ask(customers.find_near, "sasatsu", [])} == {sasaki, sasara}


def test_a_slip_in_a_whole_phone_number_is_forgiven(crowd: Till, make_customer: Callable[..., str]) -> None:
    """One digit wrong, or two neighbours swapped."""
    who = make_customer(family="森", phone="090-7777-1234")
    for typed in ("09077771235", "090-7777-1324"):
        exact = crowd.ask(customers.find, typed)
        assert who not in [hit.id for hit in exact]
        assert who in [hit.id for hit in crowd.ask(customers.find_near, typed, exact)]


@pytest.mark.parametrize("typed", ["5679", "5768", "45679", "12354678", "1245678", "123345678", "090125", "0901224"])
def test_a_slip_in_a_part_of_a_phone_number_is_forgiven(crowd: Till, typed: str) -> None:
    """In its last four to eight digits, or its first five to eight."""
    assert "田中" not in found(crowd, typed)
    assert [hit.family for hit in crowd.ask(customers.find_near, typed, [])] == ["田中"]


@pytest.mark.parametrize("typed", ["0901234567", "090123345678"])
def test_a_digit_missing_or_too_many_in_a_phone_number_is_forgiven(crowd: Till, typed: str) -> None:
    assert [hit.family for hit in crowd.ask(customers.find_near, typed, [])] == ["田中"]


@pytest.mark.parametrize(
    ("typed", "family"),
    [
        *((typed, "田中") for typed in ("A-1002", "a-101", "B-1001", "-1001", "4-1001")),
        *((typed, "髙橋") for typed in ("4901234567849", "490123456789")),
    ],
)
def test_a_slip_in_a_card_number_is_forgiven(crowd: Till, typed: str, family: str) -> None:
    assert family not in found(crowd, typed)
    assert [hit.family for hit in crowd.ask(customers.find_near, typed, [])] == [family]


def test_a_number_that_begins_so_stands_below_one_that_ends_so(crowd: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer(family="森", phone="070-5555-0901")
    exact = crowd.ask(customers.find, "0901")
    assert [hit.id for hit in exact] == [who]
    assert "田中" in [hit.family for hit in crowd.ask(customers.find_near, "0901", exact)]


@pytest.mark.parametrize("typed", ["hanako tanska", "hanaoo tanaka", "tanaka hanaoo", "tnaka hanako", "hanako tanka"])
def test_a_slip_in_one_of_two_parts_in_latin_letters_is_forgiven(crowd: Till, typed: str) -> None:
    exact = crowd.ask(customers.find, typed)
    assert "田中" in [hit.family for hit in (*exact, *crowd.ask(customers.find_near, typed, exact))]


@pytest.mark.parametrize("typed", ["そうざぶるう", "じゅんいし", "けんいしち", "はなご"])
def test_a_slip_in_a_given_name_alone_is_forgiven(crowd: Till, typed: str) -> None:
    assert found(crowd, typed) == []
    assert len(crowd.ask(customers.find_near, typed, [])) == 1


PARTS_OF_A_NAME = ("family", "family_kana", "given", "given_kana")


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        *((typed, ("三田", "りな")) for typed in ("なり", "りさ", "りなか", "rsina", "ria")),
        *((typed, ("里見", "まこと")) for typed in ("まと", "こまと", "satmoi mako", "makoto satom")),
        *((typed, ("山口", "あい")) for typed in ("yamaguchi ia", "yamaguchi a")),
        *((typed, ("塩本", "誠")) for typed in ("塩川本", "塩誠", "塩本明", "塩誠本", "本塩", "塩本 城", "誠 塩木")),
        *((typed, ("塩本", "誠")) for typed in ("森本", "森本 誠")),
        *((typed, ("佐々木", "洋平")) for typed in ("々木", "嵯々木", "佐木", "佐々", "々木洋平", "平洋", "洋太平")),
        *((typed, ("加賀", "洋一郎")) for typed in ("よいちろう", "yoichirp", "couichirou", "hyoichiro")),
    ],
)
def test_a_slip_in_a_short_name_is_forgiven_too(
    crowd: Till, make_customer: Callable[..., str], typed: str, who: tuple[str, str]
) -> None:
    """Two kana, two kanji, three letters: whatever is that short is near to others, but it is near to this one."""
    people = (
        ("三田", "みた", "りな", "りな"), ("里見", "さとみ", "まこと", "まこと"), ("山口", "やまぐち", "あい", "あい"),
        ("塩本", "しおもと", "誠", "まこと"), ("佐々木", "ささき", "洋平", "ようへい"),
        ("加賀", "かが", "洋一郎", "よういちろう"),
    )  # fmt: skip
    for names in people:
        make_customer(**dict(zip(PARTS_OF_A_NAME, names, strict=True)))
    exact = crowd.ask(customers.find, typed)
    assert who in [(hit.family, hit.given) for hit in (*exact, *crowd.ask(customers.find_near, typed, exact))]


def test_who_is_one_slip_away_as_a_whole_stands_before_who_only_begins_so(
    crowd: Till, make_customer: Callable[..., str]
) -> None:
    meant = make_customer(family="深橋", family_kana="ふかはし", given="里奈", given_kana="りな")
    for name, reading in (("隆子", "たかこ"), ("誠", "まこと"), ("洋平", "ようへい"), ("健", "けん"), ("愛", "あい")):
        make_customer(family="深橋", family_kana="ふかはし", given=name, given_kana=reading)
    for typed in ("ふかはしな", "深橋奈"):
        near = [hit.id for hit in crowd.ask(customers.find_near, typed, [])]
        assert near[0] == meant
        assert len(near) > 1


def test_two_kana_that_are_left_over_are_a_name_or_nothing(crowd: Till, make_customer: Callable[..., str]) -> None:
    """たなか without its second kana is たか: that is no 高橋."""
    taka = make_customer(family="高", family_kana="たか")
    near = crowd.ask(customers.find_near, "たなか", crowd.ask(customers.find, "たなか"))
    assert [hit.id for hit in near] == [taka]


def test_another_name_with_the_reading_that_was_meant_comes_first(
    crowd: Till, make_customer: Callable[..., str]
) -> None:
    """An input method offers 大田 for 太田; a kanji of two may be wrong as well, or both swapped."""
    meant = make_customer(family="太田", family_kana="おおた")
    make_customer(family="大原", family_kana="おおはら")
    near = crowd.ask(customers.find_near, "大田", [])
    assert [hit.family for hit in near[:1]] == ["太田"]
    assert {hit.family for hit in near} == {"太田", "大原", "大野"}
    assert {hit.family for hit in crowd.ask(customers.find_near, "中田", [])} == {"田中", "太田"}
    assert crowd.ask(customers.find_near, "太田 花子", []) == []
    assert meant == near[0].id


@pytest.mark.parametrize(
    ("who", "typed"),
    [
        (("Johnson", "Emily"), ("jonson", "jhonson", "johnsson", "johnzon", "johnson emly", "emily johnsen")),
        (("O'Brien", "Seán"), ("obrien", "o'brian", "sean obrien")),
        (("渡辺", "裕子"), ("渡部裕子", "渡部 裕子", "渡辺祐子", "渡辺裕", "裕子 渡部")),
    ],
)
def test_a_slip_in_a_name_as_it_is_written_is_forgiven(
    crowd: Till, make_customer: Callable[..., str], who: tuple[str, str], typed: tuple[str, ...]
) -> None:
    """Letters and kanji without a reading too: a letter left out, swapped or wrong, a kanji with the same sound."""
    there = make_customer(family=who[0], given=who[1])
    for text in typed:
        exact = crowd.ask(customers.find, text)
        assert there in [hit.id for hit in (*exact, *crowd.ask(customers.find_near, text, exact))], text


def test_a_slip_in_an_email_is_forgiven(crowd: Till) -> None:
    for typed in ("hanako@exampel.jp", "hanak@example.jp", "hhanako@example.jp"):
        assert found(crowd, typed) == []
        assert [hit.family for hit in crowd.ask(customers.find_near, typed, [])] == ["田中"]


def test_two_slips_are_two_too_many(crowd: Till, make_customer: Callable[..., str]) -> None:
    make_customer(family="Johnson", given="Emily")
    for typed in ("jonsen", "johnson amly", "渡部祐子"):
        assert crowd.ask(customers.find_near, typed, []) == []


@pytest.mark.parametrize("typed", ["A-1001", "a-1001", "Ａ－１００１"])
def test_capslock_turns_no_card_away(crowd: Till, typed: str) -> None:
    (hit,) = crowd.ask(customers.find, typed)
    assert crowd.ask(customers.by_card, typed) == hit.id


def test_who_is_found_by_card_and_email_stands_there_once(crowd: Till, make_customer: Callable[..., str]) -> None:
    who = make_customer(family="森", card="M0000001", email="m0000001@example.jp")
    assert [hit.id for hit in crowd.ask(customers.find, "M0000001")] == [who]


@pytest.mark.parametrize("typed", ["はなこ たなが", "はなご たなか", "たなが はなこ"])
def test_a_slip_in_a_reading_of_two_parts_is_forgiven_in_either_order(crowd: Till, typed: str) -> None:
    exact = crowd.ask(customers.find, typed)
    assert "田中" in [hit.family for hit in (*exact, *crowd.ask(customers.find_near, typed, exact))]
