"""The recovery test: a "no" beside what can be done, or beside an exact time, leaves nobody standing (P02, P04)."""

import functools
import re
from collections.abc import Sequence
from itertools import groupby

from carepos.wording.japanese_elements import Book, Places
from carepos.wording.japanese_phrases import compiled
from carepos.wording.japanese_words import Word

BEHIND = 2  # sentences
_NUMBER = "[0-9０-９〇一二三四五六七八九十]+"
_DAY = "(?:本日|今日|きょう|明日|あした|あす|明後日|あさって|翌日|当日|前日|今週|来週|今月|来月|[月火水木金土日]曜日?)"
_EXACT_TIME = re.compile(
    f"{_NUMBER}(?:時(?!点)|分(?!の|割|量)|[:：]{_NUMBER})|{_NUMBER}月{_NUMBER}日|{_NUMBER}/{_NUMBER}"
    f"|(?<![〜～~-]){_NUMBER}日(?!中|以内|間|ほど|程|くらい|ぐらい|前後)|[月火水木金土日]曜"
    f"|{_DAY}の?(?:朝|午前|午後|正午|お昼|昼|夕方|夜|中に|中で|いっぱい|閉店|開店|{_NUMBER}|[月火水木金土日]曜)"
    "|(?:明日|あした|明後日|あさって)(?!以降)|本日中|今日中|今夜|今朝|今晩|午前中|月末|その日[にの中]"
    "|日の(?:朝|午前|午後|昼|夕方|夜)|〕"  # 〔a blank〕 is a fact to come
)
_OFFERS = (
    *(
        "代わり",
        "代わりに",
        "代わりの",
        "代替",
        "代替の",
        "代用",
        "別の<名詞>",
        "他の<名詞>",
        "ほかに",
        "似た",
        "よく似る",
    ),
    *(
        "次回の",
        "次回",
        "再入荷",
        "いかがですか",
        "いかがなさいますか",
        "どちらになさいますか",
        "いかが",
        "入荷します",
        "入荷予定",
        "でしたら",
        "それでしたら",
        "振り替え",
    ),
)
_ACTS = frozenset(
    """案内 用意 確認 手配 承る 交換 連絡 電話 対応 紹介 相談 返金 返品 修理 提案 交代 発送 郵送 配送 準備
    ~調べ ~調 ~繋 ~つな ~取り次 ~取り寄せ ~取り寄 ~届け ~送 ~知らせ ~伝え ~取り替え ~預か ~問い合わせ ~聞 ~伺 ~探
    ~作 ~直 ~代わ ~変え ~呼 ~渡 ~戻 ~出 ~持 ~包 ~取り置""".split()  # noqa: SIM905  a list of quoted words reads worse
)
_CARRIED = frozenset({"為る", "致す", "申し上げる", "差し上げる", "頂く", "ます", "居る", "おる"})


def rescued(rescue: str, text: str, places: Places, first: int, end: int) -> bool:
    """Whether what was found is fine, by the test its rule asks for ("", "recovery" or "time")."""
    words = places.words
    sentence, last = words[first].sentence, words[end - 1].sentence
    if rescue == "time":
        return any(_timely(text, words) for words in _clauses(words, sentence, last + 1))
    if rescue == "recovery":
        near = range(len(words))
        said = {one.clause for one in words[first:end]}
        others = [at for at in near if sentence <= words[at].sentence <= last + BEHIND and not first <= at < end]
        apart = [one for one in _clauses(words, sentence, last + BEHIND) if one[0].clause not in said]
        return any(_timely(text, one) for one in apart) or _offered(places, others, end)
    return False


def _clauses(words: Sequence[Word], first: int, last: int) -> list[list[Word]]:
    """The clauses of some sentences, word by word."""
    near = [one for one in words if first <= one.sentence <= last]
    return [list(clause) for _, clause in groupby(near, lambda one: one.clause)]


def _timely(text: str, words: Sequence[Word]) -> bool:
    return bool(_EXACT_TIME.search(text, words[0].start, words[-1].end))


def _offered(places: Places, near: Sequence[int], end: int) -> bool:
    """Whether words near begin an alternative, say what can be done, or what we do about it."""
    words = places.words
    near = [at for at in near if not words[at].marks & {"neg", "request", "past"}]
    if any(_offering().found(places, set(near))):
        return True
    supposed = {at for at in near if "if" in words[at].marks}
    if any(at >= end and words[at].noun for at in supposed):
        return True
    return any(_possible(words[at]) or _acting(words, at) for at in near if at not in supposed)


def _possible(word: Word) -> bool:
    return word.plain in ("出来る", "可能") or "can" in word.marks and "頂く" in (one.lemma for one in word.tail)


def _acting(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    carried = any(one.lemma in _CARRIED for one in word.tail) and not word.ends("て") | ("you" in word.marks)
    after = next((one for one in words[at + 1 :] if not one.passing), None)
    refused = after is not None and after.plain == "出来る" and "neg" in after.marks
    return carried and not refused and not word.keys.isdisjoint(_ACTS)


@functools.cache
def _offering() -> Book[bool]:
    return Book((True, compiled(text, {})) for text in _OFFERS)
