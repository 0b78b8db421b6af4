"""The strip on a real desktop: the focus stays where it is, whatever becomes of the strip."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
import xcffib
import xcffib.xproto
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.adapters.caret_x11 import X11FocusedPlace
from app.adapters.folders import Folders
from app.ui.late_overlay import LateOverlay
from app.ui.overlay import HEIGHT, SHADOW, WIDTH, Overlay
from app.ui.theme import Theme
from tests.desktop.desk import Desk
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import GRACE_MS, KEY, WITHOUT_CLEAN_UP, said, words
from tests.desktop.sayso_program import speak
from tests.desktop.test_clean_up_journey import keep

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]


@pytest.fixture
def inside(desk: Desk, qapp: QApplication, tmp_path: Path) -> Iterator[Inside]:
    folders = Folders.at(tmp_path / "s")
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text(WITHOUT_CLEAN_UP, encoding="utf-8")
    with running_inside(folders, qapp) as program:
        yield Inside(desk, program, "overlay")


def focus(inside: Inside) -> str:
    """The window that gets the keys, as the X server has it."""
    return inside.desk.run("xdotool", "getwindowfocus").decode().strip()


def late_of(inside: Inside) -> LateOverlay:
    """What shows the strip here."""
    late = inside.program.face.overlay.late
    assert isinstance(late, LateOverlay)
    return late


def start(inside: Inside, *, is_tap: bool = False) -> Overlay:
    """Hold the key, or tap it; the strip that is then to be seen."""
    inside.desk.bot.wait(GRACE_MS)
    inside.desk.xdotool("key" if is_tap else "keydown", KEY)
    late = late_of(inside)
    inside.until(lambda: late.strip is not None and late.strip.isVisible())
    inside.until(lambda: inside.status.startswith("listening"))
    assert late.strip
    return late.strip


def test_the_focus_is_the_same_before_during_and_after(inside: Inside) -> None:
    before, late = focus(inside), late_of(inside)
    assert inside.editor.has_focus()
    # It is made ready in a quiet moment, and nothing is seen of that.
    inside.until(lambda: late.strip is not None and late.strip.windowHandle() is not None)
    ready = late.strip
    assert ready is not None
    assert not ready.isVisible()
    assert focus(inside) == before
    # By a tap: while a key is held and kept from a program, that believes to be without the focus.
    strip = start(inside, is_tap=True)
    assert strip is ready
    assert focus(inside) == before
    speak("s02", inside.until)
    inside.until(strip.level.isVisible)
    assert inside.editor.has_focus()
    keep(QGuiApplication.primaryScreen().grabWindow(0).toImage(), "overlay-journey-listening")
    inside.desk.xdotool("key", KEY)
    inside.until(lambda: strip.glyph.isVisible() and strip.isVisible())
    assert strip.words.shown.startswith("Pasted into ")
    assert focus(inside) == before
    keep(QGuiApplication.primaryScreen().grabWindow(0).toImage(), "overlay-journey-outcome")
    inside.until(lambda: not strip.isVisible())
    assert focus(inside) == before
    assert inside.editor.has_focus()
    assert words(inside.editor.text) == said("s02")


def test_its_stop_ends_the_dictation_and_the_text_comes_to_the_window(inside: Inside) -> None:
    before = focus(inside)
    strip = start(inside, is_tap=True)
    speak("s02", inside.until)
    middle = strip.stop.mapToGlobal(strip.stop.rect().center())
    inside.desk.xdotool("mousemove", str(middle.x()), str(middle.y()), "click", "1")
    inside.until(lambda: not inside.status.startswith("listening"))
    assert focus(inside) == before
    inside.expect("s02")
    assert focus(inside) == before


@pytest.mark.slow
def test_it_is_dragged_elsewhere_and_stays_there(inside: Inside) -> None:
    before = focus(inside)
    strip = start(inside)
    held, goal = strip.corner + QPoint(WIDTH // 2, 10), QPoint(400, 500)
    inside.desk.xdotool("mousemove", str(held.x()), str(held.y()), "mousedown", "1")
    for step in range(1, 11):
        at = held + (goal - held) * (step / 10)
        inside.desk.xdotool("mousemove", str(at.x()), str(at.y()))
    inside.until(lambda: strip.corner + QPoint(WIDTH // 2, 10) == goal)
    inside.desk.xdotool("mouseup", "1")
    inside.until(lambda: inside.program.settings.current.general.overlay_down > 0.5)
    assert focus(inside) == before
    where = strip.corner
    inside.desk.xdotool("key", "Escape")
    inside.desk.xdotool("keyup", KEY)
    inside.until(lambda: not strip.isVisible())
    path = inside.program.folders.settings_file
    inside.until(lambda: tomllib.loads(path.read_text("utf-8"))["general"]["overlay_down"] > 0.5)
    assert start(inside) is strip
    assert abs(strip.corner.x() - where.x()) <= 1
    assert abs(strip.corner.y() - where.y()) <= 1
    inside.desk.xdotool("key", "Escape")
    inside.desk.xdotool("keyup", KEY)


@pytest.mark.slow
def test_it_is_seen_above_a_window_that_fills_the_screen(inside: Inside) -> None:
    screen = QGuiApplication.primaryScreen()
    window, whole = int(str(inside.editor.window)), screen.geometry()
    fill_screen(window)
    place = X11FocusedPlace()
    inside.until(lambda: _width(place) == whole.width())
    place.close()
    strip = start(inside, is_tap=True)
    # The window manager puts it on top of all that it knows; with the next words the strip is above again.
    inside.desk.xdotool("windowraise", str(window))
    speak("s02", inside.until)
    inside.until(lambda: _is_painted(strip))
    assert whole.contains(strip.geometry())
    assert inside.editor.has_focus()
    inside.desk.xdotool("key", "Escape")
    inside.until(lambda: not strip.isVisible())


def fill_screen(window: int) -> None:
    """Make a window a full-screen one, as its own program would."""
    library, protocol = cast(Any, xcffib), cast(Any, xcffib.xproto)  # generated, without types
    x = library.connect()
    root = x.setup.roots[0].root

    def atom(name: str) -> int:
        return int(x.core.InternAtom(False, len(name), name).reply().atom)

    data = protocol.ClientMessageData.synthetic([1, atom("_NET_WM_STATE_FULLSCREEN"), 0, 1, 0], "IIIII")
    message = protocol.ClientMessageEvent.synthetic(32, window, atom("_NET_WM_STATE"), data)
    # Substructure notify and redirect: it is for the window manager.
    x.core.SendEvent(False, root, 0x80000 | 0x100000, message.pack())
    x.flush()
    # A server drops what a client has sent that has gone.
    x.core.GetInputFocus().reply()
    x.disconnect()


def _width(place: X11FocusedPlace) -> float:
    """Of the window in use."""
    focused = place.look()
    return focused.window.width if focused and focused.window else 0.0


def _is_painted(strip: Overlay) -> bool:
    """Whether the screen shows the strip's own ground beside its last words."""
    at = strip.corner + QPoint(WIDTH - 60, HEIGHT // 2 + 18)
    shown = QGuiApplication.primaryScreen().grabWindow(0).toImage().pixelColor(at)
    return shown == strip.palette().base().color()


def test_the_window_in_use_is_found_and_there_is_no_compositor_here(inside: Inside) -> None:
    place = X11FocusedPlace()
    try:
        focused = place.look()
        assert focused
        assert focused.window
        assert (focused.window.width, focused.window.height) == (300, 200)
        assert focused.caret is None
        assert not place.has_compositor()
    finally:
        place.close()


def test_with_motion_it_fades_and_comes_back_in_the_middle_of_going(qapp: QApplication, desk: Desk) -> None:
    editor = desk.window()
    strip = Overlay(Theme(qapp, Qt.ColorScheme.Light, motion=True), is_composited=True)
    assert (strip.width(), strip.height()) == (WIDTH + 2 * SHADOW, HEIGHT + 2 * SHADOW)
    strip.appear()
    assert strip.isVisible()
    desk.until(lambda: strip.windowOpacity() == 1.0)
    strip.disappear()
    assert strip.isVisible()
    strip.appear()
    desk.until(lambda: strip.windowOpacity() == 1.0)
    assert strip.isVisible()
    strip.disappear()
    desk.until(lambda: not strip.isVisible())
    assert editor.has_focus()
    strip.close()
    strip.deleteLater()


@pytest.mark.slow
def test_switched_off_there_is_none(inside: Inside) -> None:
    settings = inside.program.settings
    general = replace(settings.current.general, overlay=False)
    settings.accept(replace(settings.current, general=general))
    inside.desk.bot.wait(GRACE_MS)
    inside.desk.xdotool("keydown", KEY)
    inside.until(lambda: inside.status.startswith("listening"))
    speak("s02", inside.until)
    strip = late_of(inside).strip
    assert strip is None or not strip.isVisible()
    inside.desk.xdotool("keyup", KEY)
    inside.expect("s02")
    assert not inside.program.face.overlay.director.is_shown
