"""V9 and C1: how quickly words are checked and proposed, and how well the check knows what hurts."""

import csv
import os
import random
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from benchmarks.measure import Figure, clocked, not_measured, times, within
from benchmarks.page import drawn
from benchmarks.places import Place
from carepos import wording
from carepos.database import Transaction

DRAFT, DRAFTS, ASKED = 500, 200, 300
SETS = Path(os.environ.get("CAREPOS_EVALUATION", Path(__file__).parents[2] / "shared" / "evaluation"))
GOALS = {"ja": (0.97, 0.92), "en": (0.92, 0.90)}
"""Precision and recall on sentences somebody has labelled."""

SENTENCES = {
    "ja": (
        "先日はお越しくださり、ありがとうございました。",
        "お預かりした時計は、部品が11月25日に届きます。",
        "届きましたその日のうちに、私からお電話いたします。",
        "お急ぎのところ、お時間をいただいて申し訳ございません。",
        "箱の角がつぶれていたとのこと、さぞがっかりなさったことと存じます。",
        "替わりの品は、本日の17時までにお宅へお届けいたします。",
        "雨の日が続きますので、どうぞ足もとにお気をつけください。",
        "お孫さんのお気に召しましたら、私どももうれしく存じます。",
        "ご注文の湯のみは、白と青の二つをご用意いたしました。",
        "返品はできませんので、ご了承ください。",
        "後ほどご連絡いたします。",
        "前の担当が間違えたようです。",
    ),
    "en": (
        "Thank you for coming in on Sunday.",
        "The part for your watch arrives on 25 November.",
        "I will ring you myself on the day it comes.",
        "I am sorry that you had to wait in the rain.",
        "It must have been a shock to find the corner of the box crushed.",
        "The new one will be at your door by 5 pm today.",
        "Please take care on the way home, the steps are wet.",
        "I hope your granddaughter likes the blue ribbon.",
        "We have put the two cups aside for you, one white and one blue.",
        "Unfortunately, we cannot take it back.",
        "I'll get back to you soon.",
        "My colleague must have mixed up the boxes.",
    ),
}


def measure(place: Place, share: float) -> Iterator[Figure]:
    """The check of a draft of 500 characters in both languages, by its CPU time, and the suggestions for a customer."""
    for language in GOALS:
        runs = times(_checked(draft, language) for draft in _drafts(language, max(5, int(DRAFTS * share))))
        what = f"check of {DRAFT} characters in {language}, p95 (CPU)"
        yield within("V9", what, runs.at(0.95), 20)
    asked = _suggested(place, max(5, int(ASKED * share)))
    yield within("V9", "suggestions for a customer, p50", asked, 5)


def judged(_: Place, __: float) -> Iterator[Figure]:
    """How much of what hurts the check finds, and how often it is right, in sentences it was not written for."""
    for language in GOALS:
        labelled = SETS / f"check_{language}.tsv"
        if labelled.exists():
            yield from _judged(labelled, language)
        else:
            yield not_measured("C1", f"precision and recall in {language}", "no labelled sentences here")


def _drafts(language: str, many: int) -> list[str]:
    """Drafts of 500 characters as a clerk may write them: one sentence in four may hurt."""
    chance = random.Random(language)
    said = "".join(chance.choice(SENTENCES[language]) + " " for _ in range(many * DRAFT // 15))
    return [said[at : at + DRAFT] for at in range(0, many * DRAFT, DRAFT)]


def _checked(draft: str, language: str) -> float:
    start = process_time()
    wording.check(draft, language, kinds=("written", "thanks"))
    return (process_time() - start) * 1000


def _suggested(place: Place, many: int) -> float:
    raw = place.raw()
    with place.opened() as shop, shop.reading() as tx:
        ids = drawn(raw, many)
        _suggest(tx, ids[0])  # reads the packs
        runs = times(clocked(lambda one=one: _suggest(tx, one)) for one in ids)  # type: ignore[misc]
    raw.close()
    return runs.p50


def _suggest(tx: Transaction, customer_id: str) -> None:
    wording.suggest(tx, customer_id, "", "佐藤")


def _judged(labelled: Path, language: str) -> Iterator[Figure]:
    with labelled.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [bool(wording.check(row["text"], language, kinds=wording.kinds_of(row["text"]))) for row in rows]
    hurts = [row["label"] == "flag" for row in rows]
    hits = sum(seen and hurt for seen, hurt in zip(found, hurts, strict=True))
    shares = (hits / sum(found), hits / sum(hurts))
    for name, share, goal in zip(("precision", "recall"), shares, GOALS[language], strict=True):
        what = f"{name} in {language}, {len(rows)} sentences"
        yield Figure("C1", what, f"{share:.3f}", goal=f"at least {goal}", reached=share >= goal)
