"""Guards against PySide6 6.12: on Python 3.11 each void Qt call gave away a None, each emit a True."""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 500
CHANCE = 50  # references that come and go by themselves


class Speaker(QObject):
    spoke = Signal()


def references_moved(thing: object, call: Callable[[], object]) -> int:
    """How many references to `thing` come or go while `call` is made CALLS times."""
    gc.collect()  # not in the middle: what other tests left behind holds hundreds of references
    gc.disable()
    before = sys.getrefcount(thing)
    for _ in range(CALLS):
        call()
    moved = abs(sys.getrefcount(thing) - before)
    gc.enable()
    return moved


@pytest.mark.parametrize("thing", [None, True], ids=str)
def test_a_void_call_keeps_its_references(qtbot: QtBot, thing: object) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert references_moved(thing, lambda: label.setText("一")) < CHANCE


@pytest.mark.parametrize("thing", [None, True], ids=str)
def test_an_emit_keeps_its_references(thing: object) -> None:
    speaker = Speaker()
    assert references_moved(thing, speaker.spoke.emit) < CHANCE
