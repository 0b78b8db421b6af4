"""The tray's menu in a panel of the desktop's own: every entry, one that comes late, and one that dies."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.desk import Desk
from tests.desktop.journey import KEY, QUICK, Journey, said, words
from tests.desktop.sayso_program import SaysoProgram
from tests.desktop.status_notifier import StatusNotifierPanel
from tests.desktop.test_without_tray import Screen, screen, until

__all__ = ["screen", "until"]

# Every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]


@pytest.fixture
def panel() -> Iterator[StatusNotifierPanel]:
    panel = StatusNotifierPanel()
    yield panel
    panel.close()


@pytest.fixture
def journey(panel: StatusNotifierPanel, desk: Desk, tmp_path: Path) -> Iterator[Journey]:
    journey = Journey(desk, tmp_path / "s")
    journey.until(lambda: panel.items)
    yield journey
    journey.close()


def kept(journey: Journey) -> dict[str, Any]:
    """The settings as they are on the disk."""
    return tomllib.loads(journey.sayso.folders.settings_file.read_text("utf-8"))


def to_front(journey: Journey, title: str = "Foreign") -> None:
    journey.desk.xdotool("search", "--onlyvisible", "--name", f"^{title}$", "windowactivate")
    journey.until(lambda: journey.focused() == title)


def dictate(journey: Journey, panel: StatusNotifierPanel, clip: str) -> None:
    panel.click("Start dictation")
    journey.sayso.wait_for("listening")
    journey.speak(clip)
    panel.click("Stop dictation")


def test_the_menu_dictates_and_gives_texts_again(panel: StatusNotifierPanel, journey: Journey) -> None:
    assert [entry.says for entry in panel.entries()] == [
        "Start dictation",
        "Cancel",
        "Insert last text",
        "Copy last text",
        "Insert a recent text",
        "Microphone",
        "Speech model",
        "Style",
        "Clean up",
        "Pause F9",
        "Open Sayso",
        "History",
        "Files",
        "Settings",
        "Quit",
    ]
    assert not panel.find("Insert last text").is_enabled
    assert [entry.says for entry in panel.find("Insert a recent text").within] == ["Nothing dictated yet"]
    idle = panel.picture
    dictate(journey, panel, "s02")
    journey.expect("s02")
    journey.until(lambda: panel.find("Insert last text").is_enabled)
    panel.click("Start dictation")
    journey.sayso.wait_for("listening")
    assert panel.picture != idle
    assert panel.says == "Sayso · Listening"
    panel.click("Cancel")
    journey.sayso.wait_for("idle")
    journey.until(lambda: panel.picture == idle)
    (entry,) = journey.sayso.history()
    panel.click("Copy last text")
    journey.until(lambda: journey.desk.pasted().decode() == entry.text)
    panel.click("Insert last text")
    journey.expect("s02", "s02")
    dictate(journey, panel, "s03")
    journey.expect("s02", "s02", "s03")
    journey.until(lambda: len(panel.find("Insert a recent text").within) == 2)
    newest, older = panel.find("Insert a recent text").within
    assert words(older.says.rstrip("…"))[:3] == said("s02")[:3]
    assert words(newest.says.rstrip("…"))[:3] == said("s03")[:3]
    panel.click("Insert a recent text", older.says)
    journey.expect("s02", "s02", "s03", "s02")


@pytest.mark.slow
def test_a_panel_that_had_the_focus_gives_it_back_before_the_text_comes(
    panel: StatusNotifierPanel, journey: Journey
) -> None:
    dictate(journey, panel, "s02")
    journey.expect("s02")
    journey.until(lambda: panel.find("Insert last text").is_enabled)
    # Its menu is a window with the focus, which goes when an entry is chosen.
    menu = journey.desk.window(title="Panel")
    panel.click("Insert last text")
    menu.close()
    journey.expect("s02", "s02")


def test_the_menu_chooses_as_the_settings_do(panel: StatusNotifierPanel, journey: Journey) -> None:
    journey.until(lambda: len(panel.find("Microphone").within) > 1)
    assert [entry.says for entry in panel.find("Microphone").within if entry.is_ticked] == ["System default"]
    chosen = panel.find("Microphone").within[1].says
    panel.click("Microphone", chosen)
    journey.until(lambda: kept(journey).get("microphone", {}).get("device"))
    assert [entry.says for entry in panel.find("Microphone").within if entry.is_ticked] == [chosen]
    journey.until(lambda: len(panel.find("Speech model").within) > 1)
    other = next(entry.says for entry in panel.find("Speech model").within if not entry.is_ticked)
    panel.click("Speech model", other)
    journey.until(lambda: f"model {other} ready" in journey.sayso.status)
    assert kept(journey)["speech"]["model"] == other
    style = next(entry.says for entry in panel.find("Style").within if not entry.is_ticked)
    panel.click("Style", style)
    journey.until(lambda: kept(journey)["enhancement"]["style"])
    assert panel.find("Style", style).is_ticked
    assert panel.find("Clean up", "Off").is_ticked
    panel.click("Clean up", "As the speech model needs it")
    journey.until(lambda: kept(journey)["enhancement"]["enabled"])
    panel.click("Clean up", "Always")
    journey.until(lambda: kept(journey)["enhancement"]["always"] == [other])
    panel.click("Clean up", "Off")
    journey.until(lambda: not kept(journey)["enhancement"]["enabled"])


def test_a_paused_key_is_another_programs(panel: StatusNotifierPanel, journey: Journey) -> None:
    panel.click(f"Pause {KEY}")
    journey.until(lambda: f"key {KEY} paused" in journey.sayso.status)
    assert panel.find(f"Pause {KEY}").is_ticked
    journey.until(lambda: panel.says == "Sayso · Ready · keys paused")
    to_front(journey)

    def reaches_the_editor() -> bool:
        journey.tap()
        return KEY in journey.editor.keys

    # The keys are given back on a thread of its own, a moment after they are said to be.
    journey.until(reaches_the_editor)
    assert journey.sayso.status.startswith("idle")
    assert journey.sayso.history() == ()
    panel.click(f"Pause {KEY}")
    journey.until(lambda: f"key {KEY} by" in journey.sayso.status)
    heard = len(journey.editor.keys)

    journey.hold_and_speak("s02")
    journey.expect("s02")
    assert KEY not in journey.editor.keys[heard:]


@pytest.mark.slow
def test_the_menu_opens_the_window_and_quits(panel: StatusNotifierPanel, journey: Journey) -> None:
    for path in ("Open Sayso", "History", "Files", "Settings"):
        to_front(journey)
        panel.click(path)
        journey.until(lambda: journey.focused() == "Sayso")
    to_front(journey)
    panel.activate()
    journey.until(lambda: journey.focused() == "Sayso")
    panel.click("Quit")
    journey.until(lambda: journey.sayso.process.poll() is not None)
    assert journey.sayso.process.returncode == 0


def test_a_panel_that_comes_late_shows_the_icon_and_so_does_one_that_comes_back(
    screen: Screen, until: Callable[[Callable[[], object]], None], tmp_path: Path
) -> None:
    sayso = SaysoProgram(tmp_path / "s", until, QUICK)
    panels: list[StatusNotifierPanel] = []
    try:
        sayso.wait_until_ready()
        panels.append(first := StatusNotifierPanel())
        until(lambda: first.items)
        window = screen.window("Sayso")
        assert window
        screen.close_window(window)
        until(lambda: screen.window("Sayso") is None)
        first.close()
        panels.append(second := StatusNotifierPanel())
        until(lambda: second.items)
        second.click("Open Sayso")
        until(lambda: screen.window("Sayso"))
        second.click("Quit")
        until(lambda: sayso.process.poll() is not None)
    finally:
        for panel in panels:
            panel.close()
        sayso.kill()
    assert sayso.process.returncode == 0
