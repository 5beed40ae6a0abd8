"""A table's columns: as wide as their words, and together never narrower than the table."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.kit.table import Table


@pytest.mark.parametrize(("columns", "reaches"), [(2, True), (40, False)])
@pytest.mark.parametrize("fill", [True, False])
def test_few_columns_reach_the_edge_and_many_are_scrolled(
    qtbot: QtBot, columns: int, reaches: bool, fill: bool
) -> None:
    table = Table()
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    table.show_rows(["見出し"] * columns, [["ことば"] * columns], fill)
    for width in (600, 900):
        table.resize(width, 200)
        QApplication.processEvents()
        assert (table.horizontalHeader().length() == table.viewport().width()) is reaches
        assert table.columnWidth(columns - 1) >= table.columnWidth(0) - 1
