"""The strip where another process draws it: what goes there, and what comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.history import Fate
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place
from app.domain.transcript import LiveText
from app.services.overlay import OverlayView
from app.services.view import Delivery, Phase
from app.ui.overlay_apart import OverlayApart
from app.ui.theme import Theme
from tests.fakes.strip import FakeStripProcess
from tests.ui.scenes import READY

TOP, BOTTOM = Place(0.5, 0.0), Place(0.5, 1.0)
LISTENING = OverlayView(replace(READY, phase=Phase.LISTENING, live=LiveText("It is", "raining")))
LIGHT = OverlayDress(is_dark=False, has_motion=False, is_right_to_left=False)


@pytest.fixture
def process() -> FakeStripProcess:
    return FakeStripProcess()


@pytest.fixture
def apart(qapp: QApplication, process: FakeStripProcess) -> OverlayApart:
    return OverlayApart(Theme(qapp, Qt.ColorScheme.Light, motion=False), process, TOP)


def test_the_process_begins_when_it_is_made_ready_and_once(
    apart: OverlayApart, process: FakeStripProcess
) -> None:
    apart.show(None)
    apart.show_level(-20.0)
    assert (process.dresses, process.shown, process.levels) == ([], [], [])
    for _ in apart.prepare():
        pass
    apart.show(LISTENING)
    apart.show_level(-20.0)
    apart.show(None)
    assert process.dresses == [LIGHT]
    look = OverlayLook("listening", settled="It is", tentative="raining", has_level=True, can_stop=True)
    assert process.shown == [(look, TOP), (None, TOP)]
    assert process.levels == [-20.0]


def test_words_go_there_as_the_windows_say_them(apart: OverlayApart, process: FakeStripProcess) -> None:
    apart.show(OverlayView(replace(READY, phase=Phase.WRITING)))
    apart.show(OverlayView(READY, Delivery(Fate.WRITTEN)))
    (writing, _), (kept, _) = process.shown
    assert writing == OverlayLook("writing", settled="Writing it down", is_sentence=True)
    sentence = "Not inserted: it is kept in Sayso"
    assert kept == OverlayLook(icon="info", colour="accent", settled=sentence, is_sentence=True)


def test_it_is_dressed_anew_with_the_windows(qapp: QApplication, process: FakeStripProcess) -> None:
    theme = Theme(qapp, Qt.ColorScheme.Light, motion=False)
    apart = OverlayApart(theme, process, TOP)
    theme.use(Qt.ColorScheme.Dark)
    assert process.dresses == []
    apart.show(LISTENING)
    theme.use(Qt.ColorScheme.Light)
    assert process.dresses == [replace(LIGHT, is_dark=True), LIGHT]


def test_what_the_user_does_to_it_is_told(
    apart: OverlayApart, process: FakeStripProcess, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(apart.stop_requested):
        apart.told(None)
    with qtbot.waitSignal(apart.moved) as moved:
        apart.told(BOTTOM)
    assert moved.args == [BOTTOM]
    apart.show(LISTENING)
    assert process.shown[-1][1] == BOTTOM
    apart.use(TOP)
    apart.show(LISTENING)
    assert process.shown[-1][1] == TOP
