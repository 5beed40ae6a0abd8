"""Every test of the kit wears the light theme at its own size and holds still."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.kit import theme

_LIGHT: list[str] = []  # the light style sheet, to see whether a test has changed it


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    before, theme.motion = theme.motion, False
    if [qapp.styleSheet()] != _LIGHT:
        theme.apply(qapp, "light")
        _LIGHT[:] = [qapp.styleSheet()]
    yield
    theme.motion = before
