"""The running program as a screen reader has it, over the desktop's accessibility bus: what it finds in every
place of the window, and what it is told while somebody dictates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.remote import Command
from tests.desktop.accessibility_bus import ASSERTIVE, FOCUSABLE, POLITE, AccessibilityBus, Node
from tests.desktop.desk import Desk
from tests.desktop.journey import GRACE_MS, KEY, LONG_WAIT_MS
from tests.desktop.sayso_program import SaysoProgram, speak

# Every wait has an end of its own.
pytestmark = [pytest.mark.desktop, pytest.mark.slow, pytest.mark.timeout(1200)]

SETTINGS = """\
[general]
guide_done = true
[speech]
model = "tiny.en"
[enhancement]
enabled = false
"""
NO_ROLES = ("", "invalid", "unknown", "filler", "frame border", "redundant object")
COMBO = "combo box"
SAID = ["Listening", "Writing it down", "Pasted into Foreign"]
"""In this order and once; a microphone that is silent for too long may be told of between them."""


class Reader:
    """A screen reader, and Sayso beside it, as its user has them."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self.desk = desk
        self.bus = AccessibilityBus(self.until)
        self.sayso = SaysoProgram(home, self.until, SETTINGS)
        self.program = self.bus.program("sayso")
        self.until(lambda: " by " in self.sayso.status)
        self.sayso.ask(Command.SHOW)
        self.until(lambda: self.front == "Sayso")

    def until(self, condition: object) -> None:
        assert callable(condition)
        self.desk.bot.waitUntil(lambda: bool(condition()), timeout=LONG_WAIT_MS)

    @property
    def front(self) -> str:
        """The title of the window that gets the keys."""
        return self.desk.run("xdotool", "getwindowfocus", "getwindowname").decode().strip()

    def all(self, there: str) -> list[Node]:
        """All that is found, once what is called `there` is among it."""
        found: list[Node] = []

        def look() -> bool:
            found[:] = self.bus.in_view(self.program)
            return any(each.name == there for each in found)

        self.until(look)
        return found

    def find(self, name: str) -> Node:
        """What is called so, once it is in view."""
        return [each for each in self.all(name) if each.name == name][-1]

    def open(self, keys: str, there: str) -> list[Node]:
        """Press `keys`; all that is found once `there` is in view."""
        self.desk.xdotool("key", keys)
        return self.all(there)

    def press(self, name: str, there: str) -> list[Node]:
        """Press what is called `name`; all that is found once `there` is in view."""
        self.bus.press(self.find(name).place)
        return self.all(there)

    def nameless(self, nodes: list[Node]) -> list[str]:
        """Those that can have the keyboard and do not say what they are."""
        found = []
        for node in nodes:
            if FOCUSABLE in node.states:
                name = self.bus.name_by_label(node.place) if node.role == COMBO else node.name
                if not name.strip() or node.role in NO_ROLES:
                    found.append(str(node))
        return found

    def told(self, words: str) -> int:
        """Wait until that is announced; how it was to be said."""
        self.until(lambda: words in dict(self.bus.listen()))
        return dict(self.bus.announcements)[words]

    def close(self) -> None:
        self.sayso.close()
        self.bus.close()


@pytest.fixture
def reader(desk: Desk, tmp_path: Path) -> Iterator[Reader]:
    reader = Reader(desk, tmp_path / "s")
    yield reader
    reader.close()


def test_a_screen_reader_finds_every_control_and_hears_how_a_dictation_goes(reader: Reader) -> None:
    places = {
        "dictate": reader.open("ctrl+1", "Start dictation"),
        "files": reader.open("ctrl+2", "Choose files …"),
        "history": reader.open("ctrl+3", "Search the history"),
        "models": reader.open("ctrl+4", "Details of tiny.en"),
        "benchmark": reader.press("Compare all models …", "Measure this computer"),
        "settings": reader.open("ctrl+5", "Search the settings"),
        "guide": reader.press("Set up again", "Close the guide"),
    }
    for place, nodes in places.items():
        assert reader.nameless(nodes) == [], place
        assert {node.role for node in nodes if node.name in ("Dictate", "Settings")} >= {"radio button"}, (
            place
        )
    # Each group of the settings is there, and the controls of all of them.
    assert {node.role for node in places["settings"]} >= {"check box", "spin box", COMBO, "text", "list item"}
    assert [node.role for node in places["guide"] if node.name == "1. The microphone: open"] == [
        "push button"
    ]
    window = [node for node in places["dictate"] if node.depth == 1]
    assert [(node.name, node.role) for node in window] == [("Sayso", "frame")]

    editor = reader.desk.window()
    reader.until(lambda: "ready" in reader.sayso.status)
    reader.bus.listen()
    reader.bus.announcements.clear()
    reader.desk.bot.wait(GRACE_MS)
    reader.desk.xdotool("keydown", KEY)
    assert reader.told("Listening") == ASSERTIVE
    nodes = reader.all("Stop dictation")
    assert reader.nameless(nodes) == []
    assert {node.role for node in nodes if node.name == "Stop dictation"} == {"push button"}
    assert "frame" in {node.role for node in nodes if node.name == "Sayso dictates"}
    speak("s02", reader.until)
    reader.desk.xdotool("keyup", KEY)
    assert reader.told("Pasted into Foreign") == POLITE
    told = [words for words, _ in reader.bus.listen() if words in SAID]
    assert told == SAID
    assert editor.text
