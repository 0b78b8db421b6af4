"""The strip: what it says, where it stands, and that it goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.history import Fate
from app.domain.overlay_place import MARGIN, Area, Focused, Place
from app.domain.settings import InsertionWay
from app.domain.transcript import LiveText
from app.services.overlay import OverlayView
from app.services.view import Delivery, Phase
from app.ui.late_overlay import LateOverlay, facts_of
from app.ui.overlay import HEIGHT, WIDTH, Overlay
from app.ui.theme import Theme
from tests.ui.scenes import LONG, READY

# A screen that nobody sees has no order of windows, and says so whenever one of this kind is shown.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

LISTENING = replace(READY, phase=Phase.LISTENING, live=LiveText("It is", "raining"))


class StandingFocus:
    """The user writes there."""

    def __init__(self, focused: Focused | None = None, *, composited: bool = False) -> None:
        self.focused = focused
        self.composited = composited
        self.looks = 0

    def look(self) -> Focused | None:
        self.looks += 1
        return self.focused

    def has_compositor(self) -> bool:
        return self.composited


@pytest.fixture
def strip(theme: Theme) -> Iterator[Overlay]:
    strip = Overlay(theme, is_composited=False)
    yield strip
    strip.close()
    strip.deleteLater()


@pytest.fixture
def late(theme: Theme) -> Iterator[LateOverlay]:
    late = LateOverlay(theme, StandingFocus(), Place(0.5, 0.0))
    yield late
    late.close()


def test_it_asks_for_no_focus(strip: Overlay) -> None:
    flags = strip.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.X11BypassWindowManagerHint
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert strip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert strip.stop.focusPolicy() is Qt.FocusPolicy.NoFocus
    strip.appear()
    assert QApplication.activeWindow() is not strip


def test_each_state_has_its_words_and_shape(strip: Overlay) -> None:
    strip.appear()
    seen = []
    for phase in (Phase.OPENING, Phase.LISTENING, Phase.WRITING, Phase.ENHANCING):
        strip.show_view(OverlayView(replace(READY, phase=phase)))
        seen.append((strip.words.shown, strip.mark.shape, strip.stop.isVisible(), strip.level.isVisible()))
    assert seen == [
        ("Opening the microphone", "opening", True, False),
        ("Listening", "listening", True, True),
        ("Writing it down", "writing", False, False),
        ("Tidying up", "enhancing", False, False),
    ]
    outcome = Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2)
    strip.show_view(OverlayView(replace(READY, delivery=outcome), outcome))
    assert strip.words.shown == "Pasted into Firefox · 0.2 s"
    long = replace(outcome, target="LibreOffice Writer – Untitled document number 1")
    strip.show_view(OverlayView(READY, long))
    assert strip.words.shown.startswith("Pasted into LibreOffice")
    assert strip.words.shown.endswith("…")
    assert strip.glyph.isVisible()
    assert strip.glyph.name == "check"
    assert not strip.mark.isVisible()
    strip.show_view(OverlayView(READY, Delivery(Fate.WRITTEN)))
    assert (strip.words.shown, strip.glyph.name) == ("Not inserted: it is kept in Sayso", "info")
    strip.show_view(OverlayView(READY, Delivery(Fate.NOTHING_HEARD)))
    assert (strip.words.shown, strip.glyph.name) == ("Nothing heard", "quiet")


def test_the_last_words_are_seen_and_the_first_ones_give_way(strip: Overlay) -> None:
    strip.appear()
    strip.show_view(OverlayView(LISTENING))
    assert strip.words.shown == "It is raining"
    strip.show_view(OverlayView(replace(LISTENING, live=LiveText(LONG, "and\nthen some"))))
    said = strip.words.shown
    assert said.startswith("… ")
    assert f" {LONG} and then some".endswith(said.removeprefix("…"))  # no word is torn
    assert strip.words.shown.endswith("and then some")
    assert strip.words.fontMetrics().horizontalAdvance(strip.words.shown) <= strip.words.width()


def test_what_may_still_change_is_muted(strip: Overlay, theme: Theme) -> None:
    strip.appear()

    def inks() -> set[str]:
        picture = strip.words.grab().toImage()
        return {
            picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
        }

    strip.words.show_words("MMMM WWWW")
    settled = inks()
    strip.words.show_words("", "MMMM WWWW")
    tentative = inks()
    assert theme.colours.text.name() in settled
    assert theme.colours.text.name() not in tentative
    assert theme.colours.muted.name() in tentative


def test_the_level_moves_while_it_listens_and_only_then(strip: Overlay) -> None:
    strip.appear()
    strip.show_view(OverlayView(LISTENING))
    strip.show_level(-12.0)
    assert strip.level.level == 1.0
    strip.show_level(-55.0)
    assert 0.5 < strip.level.level < 1.0
    strip.show_view(OverlayView(replace(READY, phase=Phase.WRITING)))
    assert strip.level.level == 0.0
    strip.show_level(-12.0)
    assert strip.level.level == 0.0


def test_a_click_stops_and_a_drag_moves_it(strip: Overlay, qtbot: QtBot) -> None:
    strip.appear()
    strip.show_view(OverlayView(LISTENING))
    with qtbot.waitSignal(strip.stop_requested):
        QTest.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    before = strip.pos()
    with qtbot.waitSignal(strip.moved):
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
        assert strip.is_held
        QTest.mouseMove(strip, QPoint(90, 45))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert strip.pos() - before == QPoint(30, 25)
    assert not strip.is_held


def test_without_motion_it_is_there_and_gone_at_once(strip: Overlay) -> None:
    strip.appear()
    assert strip.isVisible()
    assert strip.windowOpacity() == 1.0
    strip.disappear()
    assert not strip.isVisible()


def test_out_of_view_nothing_moves(qapp: QApplication) -> None:
    strip = Overlay(Theme(qapp, Qt.ColorScheme.Light, motion=True), is_composited=False)
    strip.appear()
    strip.show_view(OverlayView(replace(READY, phase=Phase.WRITING)))
    assert strip.mark.is_moving
    strip.disappear()
    assert not strip.isVisible()
    assert not strip.mark.is_moving
    strip.close()
    strip.deleteLater()


def test_it_is_made_ready_in_steps_and_nothing_is_seen_of_that(late: LateOverlay) -> None:
    steps = late.prepare()
    next(steps)
    assert late.strip is None
    for _ in steps:
        pass
    strip = late.strip
    assert strip is not None
    assert strip.windowHandle() is not None
    assert not strip.isVisible()
    late.show(OverlayView(LISTENING))
    assert late.strip is strip
    assert list(late.prepare()) == []


def test_one_that_is_wanted_before_it_is_ready_is_not_made_twice(late: LateOverlay) -> None:
    steps = late.prepare()
    next(steps)
    late.show(OverlayView(LISTENING))
    strip = late.strip
    for _ in steps:
        pass
    assert late.strip is strip
    assert strip
    assert strip.isVisible()


def test_with_another_compositor_there_is_another_strip_when_it_comes_into_view(theme: Theme) -> None:
    focus = StandingFocus()
    late = LateOverlay(theme, focus, Place(0.5, 0.0))
    late.show(OverlayView(LISTENING))
    first = late.strip
    assert first
    assert not first.is_composited
    focus.composited = True
    late.show(OverlayView(replace(LISTENING, live=LiveText("More"))))
    assert late.strip is first  # not while it is looked at
    late.show(None)
    late.show(OverlayView(LISTENING))
    assert late.strip is not first
    assert late.strip is not None
    assert late.strip.is_composited
    late.close()


def test_it_is_made_when_it_is_first_seen(late: LateOverlay) -> None:
    late.show(None)
    late.show_level(-20.0)
    assert late.strip is None
    late.show(OverlayView(LISTENING))
    assert late.strip is not None
    assert late.strip.isVisible()
    late.show(None)
    assert not late.strip.isVisible()


def test_it_stands_at_the_edge_and_makes_way_for_the_caret(theme: Theme, qapp: QApplication) -> None:
    room = facts_of(qapp.primaryScreen()).room
    focus = StandingFocus(Focused(Area(0, 0, 400, 300)), composited=True)
    late = LateOverlay(theme, focus, Place(0.0, 0.0))
    late.show(OverlayView(LISTENING))
    assert late.strip
    assert (late.strip.corner.x(), late.strip.corner.y()) == (room.x + MARGIN, room.y + MARGIN)
    late.show(OverlayView(replace(LISTENING, live=LiveText("More"))))
    assert focus.looks == 1  # it stays where it is while it is seen
    late.show(None)
    focus.focused = Focused(Area(0, 0, 400, 300), Area(40, 30, 2, 18))
    late.show(OverlayView(LISTENING))
    pill = Area(late.strip.corner.x(), late.strip.corner.y(), WIDTH, HEIGHT)
    assert not pill.overlap(Area(40, 30, 2, 18))
    late.close()


def test_where_the_user_puts_it_is_told_as_shares_of_the_screen(
    late: LateOverlay, qtbot: QtBot, qapp: QApplication
) -> None:
    room = facts_of(qapp.primaryScreen()).room
    late.show(OverlayView(LISTENING))
    assert late.strip
    late.strip.place(room.x + room.width, room.y + room.height - HEIGHT - MARGIN)
    with qtbot.waitSignal(late.moved) as told:
        late.strip.moved.emit()
    assert told.args == [Place(1.0, 1.0)]
    late.show(None)
    late.show(OverlayView(LISTENING))
    assert late.strip.corner.x() == room.x + room.width - WIDTH - MARGIN


def test_its_stop_has_a_name(strip: Overlay) -> None:
    assert strip.stop.accessibleName() == "Stop dictation"
    assert strip.windowTitle()
