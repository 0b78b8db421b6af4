"""NVIDIA's library on the models page: what is said of it, and what can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.cuda_runtime import CudaRuntimeState, RuntimePlace
from app.domain.problems import CudaLibraryInUse, CudaLibraryNotGot
from app.services.cuda_events import (
    CudaRuntimeArriving,
    CudaRuntimeEnded,
    CudaRuntimeFound,
    CudaRuntimeRemoved,
)
from app.ui.cuda_row import CudaRow
from app.ui.theme import Theme
from tests.ui.cuda_scenes import FAILED, HERE, MISSING, OFFER, OFFERED, OFFERED_AGAIN, TOTAL
from tests.ui.windows import button, labels

ALL_HERE = CudaRuntimeFound(HERE, None)


@pytest.fixture
def row(theme: Theme) -> Iterator[CudaRow]:
    """In a window of its own, of which it is the only part."""
    window, row = QWidget(), CudaRow(theme)
    box = QVBoxLayout(window)
    # A window without a system that manages it is not told how small it may become.
    box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    box.addWidget(row)
    window.resize(500, 300)
    window.show()
    yield row
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)


def buttons(row: CudaRow) -> set[str]:
    return {each.accessibleName() for each in (row.get, row.stop, row.remove.ask) if each.isVisible()}


@pytest.mark.parametrize("place", [RuntimePlace.PACKAGE, RuntimePlace.SYSTEM, RuntimePlace.MISSING])
def test_where_nothing_is_offered_and_sayso_got_nothing_there_is_nothing_to_see(
    row: CudaRow, place: RuntimePlace
) -> None:
    assert row.isHidden()
    row.show_event(CudaRuntimeFound(CudaRuntimeState(place), None))
    assert row.isHidden()


def test_an_offer_says_all_of_it_and_can_be_taken_up(row: CudaRow, qtbot: QtBot) -> None:
    row.show_event(OFFERED)
    assert row.isVisible()
    assert OFFER.words in labels(row)
    assert buttons(row) == {"Get it (581 MB): cuBLAS"}
    with qtbot.waitSignal(row.get_requested):
        button(row, "Get it (581 MB)").click()


def test_an_offer_goes_when_it_is_wanted_no_more(row: CudaRow) -> None:
    row.show_event(OFFERED)
    row.show_event(CudaRuntimeFound(CudaRuntimeState(RuntimePlace.PACKAGE), None))
    assert row.isHidden()


def test_what_is_on_its_way_is_told_and_can_be_stopped(row: CudaRow, qtbot: QtBot) -> None:
    row.show_event(OFFERED)
    row.show_event(CudaRuntimeArriving(0, 0))
    assert labels(row) == "Getting cuBLAS …"
    row.show_event(CudaRuntimeArriving(215_000_000, TOTAL))
    assert labels(row) == "Getting cuBLAS: 215 MB of 581 MB here"
    assert row.bar.value() == round(row.bar.maximum() * 215_000_000 / TOTAL)
    assert row.bar.accessibleName() == labels(row)
    # What is found meanwhile does not hide it.
    row.show_event(OFFERED)
    assert buttons(row) == {"Stop getting cuBLAS"}
    with qtbot.waitSignal(row.stop_requested):
        row.stop.click()


def test_unpacking_is_told(row: CudaRow) -> None:
    row.show_event(CudaRuntimeArriving(TOTAL, TOTAL))
    assert "unpacked" in labels(row)
    assert row.bar.value() == row.bar.maximum()


def test_after_a_stop_it_can_be_gone_on_with(row: CudaRow) -> None:
    row.show_event(CudaRuntimeArriving(215_000_000, TOTAL))
    row.show_event(CudaRuntimeEnded(is_there=False))
    row.show_event(OFFERED_AGAIN)
    assert "Stopped. What has arrived is kept." in labels(row)
    assert buttons(row) == {"Go on, 366 MB left: cuBLAS"}
    assert row.bar.isHidden()
    row.show_event(CudaRuntimeArriving(0, 0))
    assert "Stopped" not in labels(row)


def test_what_failed_is_told_with_its_remedy_and_can_be_tried_again(row: CudaRow) -> None:
    row.show_event(CudaRuntimeArriving(215_000_000, TOTAL))
    row.show_event(FAILED)
    row.show_event(OFFERED_AGAIN)
    assert str(FAILED.problem) in labels(row)
    assert row.outcome.glyph.name == "triangle"
    assert buttons(row) == {"Go on, 366 MB left: cuBLAS"}


def test_once_it_is_here_that_is_said_and_the_offer_does_not_come_back_for_a_moment(row: CudaRow) -> None:
    row.show_event(OFFERED)
    row.show_event(CudaRuntimeArriving(TOTAL, TOTAL))
    row.show_event(CudaRuntimeEnded(is_there=True))
    assert OFFER.words not in labels(row)
    row.show_event(ALL_HERE)
    assert labels(row) == "cuBLAS 12.9.1.4 is here, NVIDIA's library that the graphics card computes with."
    assert buttons(row) == {"Remove (854 MB): cuBLAS"}


def test_removing_asks_before(row: CudaRow, qtbot: QtBot) -> None:
    row.show_event(ALL_HERE)
    with qtbot.assertNotEmitted(row.remove_requested):
        row.remove.ask.click()
        assert "854 MB are freed" in labels(row)
        button(row, "Keep cuBLAS").click()
        row.remove.ask.click()
    with qtbot.waitSignal(row.remove_requested):
        button(row, "Remove cuBLAS now").click()
    row.show_event(CudaRuntimeRemoved(HERE.size_bytes))
    row.show_event(CudaRuntimeFound(MISSING, None))
    assert labels(row) == "Removed; 854 MB of the disk are free again."
    assert row.outcome.glyph.name == "check"
    assert buttons(row) == set()


def test_what_could_not_be_removed_is_told(row: CudaRow) -> None:
    row.show_event(ALL_HERE)
    row.show_event(CudaRuntimeRemoved(0, CudaLibraryInUse()))
    assert str(CudaLibraryInUse()) in labels(row)
    assert row.outcome.glyph.name == "triangle"


def test_the_keyboard_stays_in_the_row_when_its_buttons_change(row: CudaRow, qtbot: QtBot) -> None:
    row.show_event(OFFERED)
    row.window().activateWindow()
    qtbot.waitUntil(row.window().isActiveWindow)
    row.get.setFocus()
    QTest.keyClick(row.get, Qt.Key.Key_Space)
    row.show_event(CudaRuntimeArriving(0, 0))
    assert row.stop.hasFocus()
    row.show_event(CudaRuntimeEnded(is_there=False, problem=CudaLibraryNotGot("it is gone")))
    assert row.get.hasFocus()
    row.show_event(CudaRuntimeArriving(TOTAL, TOTAL))
    row.show_event(CudaRuntimeEnded(is_there=True))
    row.show_event(ALL_HERE)
    assert row.remove.ask.hasFocus()


def test_an_unknown_length_is_no_failure(row: CudaRow) -> None:
    row.show_event(replace(OFFERED, state=CudaRuntimeState(arrived_bytes=TOTAL + 1)))
    assert buttons(row) == {"Go on, 0 MB left: cuBLAS"}
