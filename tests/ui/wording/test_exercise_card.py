"""The exercise of the day: one draft, mended and explained; nothing is kept."""

from hands import Hands

from carepos import wording
from ui.kit.field import Area
from ui.wording.checked import Checked
from ui.wording.exercise import ExerciseCard, ExerciseSheet


def test_the_day_s_draft_is_mended_and_explained_and_nothing_is_kept(hands: Hands) -> None:
    hands.window.go("daybook")
    hands.rest()
    today = hands.till.ask(lambda tx: wording.exercise(tx, tx.today, "en"))
    assert today.draft in hands.part(ExerciseCard)._draft.text()
    before = hands.shop.folder.store.read_bytes() if hands.shop.folder else b""
    hands.touch("Say it better")
    sheet = hands.part(ExerciseSheet)
    assert hands.part(Area, sheet).text() == today.draft
    assert today.better not in hands.reads(sheet)
    hands.touch("Show a better one")
    assert today.better in hands.reads(sheet)
    assert today.explanation in hands.reads(sheet)
    hands.part(Area, sheet).setFocus()
    hands.key("Ctrl+A")
    hands.write("In stock? I'll look, and tell you in five minutes.")
    assert hands.part(Checked, sheet).findings() == ()
    hands.key("Esc")
    assert hands.in_front() == []
    assert before == (hands.shop.folder.store.read_bytes() if hands.shop.folder else b"")
