"""The strip on a Wayland desktop: the focus stays where it is, whatever becomes of the strip."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.adapters.caret_sway import SwayFocusedPlace
from app.adapters.overlay_process import ON_X11, OverlayProcess
from app.adapters.own_process import DRAW_STRIP, own_command
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import MARGIN, Area, Focused, Place
from app.domain.remote import Command
from app.ui.overlay import HEIGHT, SHADOW, WIDTH
from tests.desktop.foreign import DEADLINE_MS, ForeignWindow
from tests.desktop.journey import LONG_WAIT_MS, QUICK
from tests.desktop.sayso_program import SaysoProgram, speak
from tests.desktop.sway import Sway, running_sway
from tests.desktop.test_clean_up_journey import keep

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(300)]

LISTENING = OverlayLook("listening", settled="It is", tentative="raining", has_level=True, can_stop=True)
PASTED = OverlayLook(icon="check", colour="done", settled="Pasted", is_sentence=True)
TOP = Place(0.5, 0.0)


class Wayland:
    """A sway, a window of another program on it, and the strip."""

    def __init__(self, bot: QtBot, sway: Sway, folder: Path) -> None:
        self.bot = bot
        self.sway = sway
        self.folder = folder
        self.editor = ForeignWindow(bot)
        self.editor.wait()
        self.until(self.editor.has_focus)

    def until(self, condition: Callable[[], object], patience_ms: int = DEADLINE_MS) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=patience_ms)

    def strip(self) -> Area | None:
        """Where it is seen, its shadow included; None where it is not."""
        asked = ("xdotool", "search", "--onlyvisible", "--name", "^Sayso dictates$")
        answer = self.sway.run("sh", "-c", '"$@" || :', "sh", *asked, "getwindowgeometry", "--shell")
        told = dict(line.split("=") for line in answer.splitlines())
        if not told:
            return None
        return Area(*(float(told[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def seen(self) -> Area:
        self.until(self.strip)
        strip = self.strip()
        assert strip
        return strip

    def see_keys_arrive(self, text: str) -> None:
        """The editor has the focus, and gets what is typed."""
        assert self.sway.focused()["name"] == "Foreign"
        assert self.editor.has_focus()
        before = self.editor.text
        self.sway.type(text)
        self.until(lambda: self.editor.text == before + text)

    def click_stop(self, strip: Area) -> None:
        x, y = strip.x + SHADOW + WIDTH - 26, strip.y + SHADOW + HEIGHT / 2
        self.sway.click(round(x), round(y))

    def look(self, name: str) -> None:
        keep(self.sway.picture(self.folder / f"{name}.png"), name)


@pytest.fixture
def wayland(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Wayland]:
    with running_sway(tmp_path) as sway:
        for name, value in sway.environment.items():
            monkeypatch.setenv(name, value)
        wayland = Wayland(qtbot, sway, tmp_path)
        yield wayland
        wayland.editor.close()


@pytest.fixture
def told() -> list[Place | None]:
    """What the user has done to the strip."""
    return []


@pytest.fixture
def process(wayland: Wayland, told: list[Place | None]) -> Iterator[OverlayProcess]:
    process = OverlayProcess(own_command(DRAW_STRIP), told.append, {**os.environ, **ON_X11})
    yield process
    process.close()


def test_the_focus_is_the_same_before_during_and_after(
    wayland: Wayland, process: OverlayProcess, told: list[Place | None]
) -> None:
    wayland.see_keys_arrive("before ")
    process.begin(OverlayDress(is_dark=False, has_motion=False, is_right_to_left=False))
    process.show(LISTENING, TOP)
    strip = wayland.seen()
    assert (strip.x + SHADOW, strip.y + SHADOW) == ((1280 - WIDTH) / 2, MARGIN)
    wayland.see_keys_arrive("during ")
    wayland.look("overlay-sway-listening")
    wayland.click_stop(strip)
    wayland.until(lambda: told == [None])
    process.show(PASTED, TOP)
    wayland.see_keys_arrive("its outcome ")
    process.show(None, TOP)
    wayland.until(lambda: wayland.strip() is None)
    wayland.see_keys_arrive("after")
    # A window that fills another screen: the strip goes where the user writes, and is above it.
    wayland.sway.do("move container to output HEADLESS-2; focus output HEADLESS-2; fullscreen enable")
    assert SwayFocusedPlace().look() == Focused(Area(1280, 0, 1024, 768))
    process.show(LISTENING, TOP)
    strip = wayland.seen()
    assert strip.x + SHADOW == 1280 + (1024 - WIDTH) / 2
    wayland.see_keys_arrive(" above")
    wayland.look("overlay-sway-full-screen")


@pytest.mark.slow
def test_a_dictation_has_its_strip_and_leaves_the_focus_alone(wayland: Wayland, tmp_path: Path) -> None:
    def until(condition: Callable[[], object]) -> None:
        wayland.until(condition, LONG_WAIT_MS)

    sayso = SaysoProgram(tmp_path / "s", until, QUICK)
    sayso.wait_until_ready()
    wayland.sway.do('[title="Foreign"] focus')
    wayland.see_keys_arrive("before ")
    sayso.ask(Command.START)
    strip = wayland.seen()
    sayso.wait_for("listening")
    wayland.see_keys_arrive("during ")
    speak("s02", until)
    wayland.look("overlay-sway-dictation")
    wayland.click_stop(strip)
    until(lambda: sayso.status.startswith("idle"))
    until(lambda: wayland.strip() is None)
    wayland.see_keys_arrive("after")
    sayso.close()
