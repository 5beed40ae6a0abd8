import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.kit.timeline import Entry, Timeline, fit_day


def _entry(number: int, title: str = "¥1,620", detail: str = "＋16 pt") -> Entry:
    return Entry(f"id{number}", "purchase", "11月3日", "indigo", title, "エチオピア深煎り", "", "", detail)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


def test_its_model_keeps_qts_rules(qtmodeltester: ModelTester, timeline: Timeline) -> None:
    timeline.set_entries(_entry(n) for n in range(5))
    model: QAbstractItemModel = timeline.model()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    timeline.append([_entry(9)])
    timeline.set_entries([])
    assert model.rowCount() == 0


def test_a_row_speaks_as_a_whole(timeline: Timeline) -> None:
    timeline.set_entries([_entry(1)])
    assert timeline.model().index(0, 0).data() == "11月3日　¥1,620　エチオピア深煎り　＋16 pt"


def test_a_hostile_title_is_plain_in_the_tooltip(timeline: Timeline) -> None:
    timeline.set_entries([_entry(1, title="<img src=x> & 様")])
    assert "<img" not in timeline.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_without_detail_are_lower(timeline: Timeline) -> None:
    timeline.set_entries([_entry(1), _entry(2, detail="")])
    assert timeline.sizeHintForRow(1) < timeline.sizeHintForRow(0)


def test_enter_and_touch_pick_the_row(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_entries(_entry(n) for n in range(3))
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    with qtbot.waitSignal(timeline.picked) as picked:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert picked.args == ["id1"]
    place = timeline.visualRect(timeline.model().index(2, 0)).center()
    with qtbot.waitSignal(timeline.picked) as picked:
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == ["id2"]


def test_more_is_asked_for_once_near_the_end(timeline: Timeline) -> None:
    asked: list[int] = []
    timeline.more_wanted.connect(lambda: asked.append(1))
    timeline.set_entries(_entry(n) for n in range(60))
    QApplication.processEvents()
    bar = timeline.verticalScrollBar()
    bar.setValue(100)
    assert asked == []
    bar.setValue(bar.maximum() - 1)
    bar.setValue(bar.maximum())
    assert asked == [1]
    timeline.append(_entry(n) for n in range(60, 120))
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    assert asked == [1, 1]


def test_long_hostile_rows_are_painted_inside_the_list(timeline: Timeline) -> None:
    long = Entry("x", "k", "11月19日", "shu", "<b>苦情</b>" * 30, "長い" * 200, "対応中", "gold", "\n".join("細部" * 9))
    timeline.set_entries([long, _entry(2)])
    assert not timeline.grab().isNull()
    assert timeline.horizontalScrollBar().maximum() == 0


def test_a_day_with_its_year_is_never_torn_at_its_month(timeline: Timeline) -> None:
    assert fit_day("2025年8月2日", 70) == "2025年\n8月2日"
    assert fit_day("2025年8月2日", 400) == "2025年8月2日"
