"""What a user does with the mouse between Sayso's window and a file manager's, and the processes that work on
files meanwhile."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from app.adapters.own_process import DECODE_SOUND, TRANSCRIBE_FILES
from tests.desktop.desk import Desk
from tests.desktop.foreign import HERE, Program

STEPS = 18
"""Moves of the mouse in a drag, so far apart as a hand's are."""
PAUSE = "0.02"
"""Seconds between them."""
_OF_FILES = TRANSCRIBE_FILES, DECODE_SOUND

Point = tuple[int, int]


@dataclass(frozen=True)
class Taken:
    """What came with one drop."""

    text: str
    files: tuple[Path, ...]
    proposed: str
    """The action that its program proposes."""


class FileSource(Program):
    """`file_source.py`, beside Sayso's window."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        super().__init__(desk.bot, sys.executable, str(HERE / "file_source.py"))
        assert self.next() == "shown"

    def carry(self, *paths: Path) -> None:
        """The next drag from its window carries these."""
        assert self.ask(json.dumps(["carry", *map(str, paths)])) == len(paths)

    @property
    def ended(self) -> str:
        """The action that the last drag ended with; empty while it goes on."""
        return str(self.ask('["ended"]'))

    @property
    def taken(self) -> list[Taken]:
        """What was dropped on it."""
        taken = self.ask('["taken"]')
        assert isinstance(taken, list)
        return [Taken(one["text"], tuple(map(Path, one["files"])), one["proposed"]) for one in taken]

    @property
    def middle(self) -> Point:
        """Of its window."""
        middle = self.ask('["middle"]')
        assert isinstance(middle, list)
        return middle[0], middle[1]


@contextmanager
def file_source(desk: Desk) -> Iterator[FileSource]:
    """With its window shown, until the end of the block."""
    source = FileSource(desk)
    try:
        yield source
    finally:
        source.close()


def way(start: Point, end: Point) -> list[str]:
    """Moves of the mouse, in words of xdotool."""
    return [
        word
        for step in range(1, STEPS + 1)
        for word in (
            "mousemove",
            *(str(round(a + (b - a) * step / STEPS)) for a, b in zip(start, end, strict=True)),
            "sleep",
            PAUSE,
        )
    ]


def take_to(desk: Desk, start: Point, end: Point) -> None:
    """Press the button at `start` and bring what is there to `end`, where it is held."""
    desk.xdotool(
        "mousemove", str(start[0]), str(start[1]), "sleep", PAUSE, "mousedown", "1", *way(start, end)
    )


def let_go(desk: Desk) -> None:
    desk.xdotool("mouseup", "1")


def drag(desk: Desk, start: Point, end: Point) -> None:
    """From press to release, by one process: whoever drags is deaf to all else meanwhile."""
    begin = ["mousemove", str(start[0]), str(start[1]), "sleep", PAUSE, "mousedown", "1"]
    desk.xdotool(*begin, *way(start, end), "sleep", "0.2", "mouseup", "1")


def place_window(desk: Desk, title: str, at: Point) -> None:
    """Where a drag finds it, uncovered."""
    desk.xdotool(*_found(title), "windowmove", "--sync", *map(str, at), "windowraise")


def middle_of(desk: Desk, title: str) -> Point:
    """The middle of a window, on the screen."""
    lines = desk.run("xdotool", *_found(title), "getwindowgeometry", "--shell").decode().split()
    facts = dict(line.split("=", 1) for line in lines)
    x, y, width, height = (int(facts[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))
    return x + width // 2, y + height // 2


def _found(title: str) -> tuple[str, ...]:
    return "search", "--onlyvisible", "--limit", "1", "--name", f"^{title}$"


# --- processes ---


def file_processes(parent: int) -> list[psutil.Process]:
    """What `parent` runs for files now: whatever decodes and transcribes."""
    return [one for one in psutil.Process(parent).children(recursive=True) if _is_for(one, *_OF_FILES)]


def transcribing(parent: int) -> list[psutil.Process]:
    """The process that transcribes files for `parent`, and the decoder that it listens to."""
    found = [one for one in psutil.Process(parent).children() if _is_for(one, TRANSCRIBE_FILES)]
    return [each for one in found for each in (one, *one.children(recursive=True))]


def _is_for(process: psutil.Process, *commands: str) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE and bool(set(commands) & set(process.cmdline()))
    except psutil.NoSuchProcess:
        return False


def is_alive(process: psutil.Process) -> bool:
    """Whether it still does anything."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def are_all(processes: Sequence[psutil.Process], status: str) -> bool:
    """Whether all of them that live are in that state: a decoder that has come to its end does nothing."""
    return all(one.status() == status for one in processes if is_alive(one))
