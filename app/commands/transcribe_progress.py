"""How far the files are, as lines at the lower end of a terminal: one for each that is being transcribed.

Rules: the lines are on standard error, and only where that is a terminal that can move its cursor. They are
taken away before anything else is printed, and at the end: what stays is what was asked for. A line is never
longer than the terminal is wide, as a broken one could not be taken away.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TextIO

from app.commands.transcribe_jobs import FileEnded, FileNews, FileTaken, JobEvent
from app.domain.clock_times import full_clock
from app.domain.file_task import TaskBegun, TaskProgressed
from app.domain.media import SoundChoice, length_of
from app.domain.text_layout import plain, width

UP: Final = "\x1b[A"
CLEAR_LINE: Final = "\r\x1b[K"
DRAW_SECONDS: Final = 0.1
"""More often than that nobody can read."""
KNOWN_SECONDS: Final = 3.0
"""So long it must have been computed before anything is said of the time left."""
NAME_COLUMNS: Final = 16
"""As much of a file's name is always shown."""


@dataclass(slots=True)
class _Line:
    """One file. `begun` is when it was begun to be computed, None before; times in seconds."""

    name: str
    number: int
    begun: float | None = None
    length: float | None = None
    done: float = 0.0


class TranscribeProgress:
    """Draws the lines; belongs to one thread.

    Args:
        terminal: where to; None: nowhere.
        total: how many files there are.
        choice: which sound of them is transcribed.
        now: the time in seconds.
        columns: how wide the terminal is at the moment.
    """

    def __init__(
        self,
        terminal: TextIO | None,
        total: int,
        choice: SoundChoice,
        now: Callable[[], float],
        columns: Callable[[], int],
    ) -> None:
        self._terminal = terminal
        self._total = total
        self._choice = choice
        self._now = now
        self._columns = columns
        self._lines: dict[int, _Line] = {}
        self._drawn: list[str] = []
        self._drawn_at = -math.inf

    def hear(self, event: JobEvent | None) -> None:
        """What happens; None: nothing for a moment."""
        if self._terminal is None:
            return
        match event:
            case FileTaken(source):
                self._lines[source.number] = _Line(plain(os.path.basename(source.name)), source.number)
            case FileNews(source, news):
                self._note(self._lines[source.number], news)
            case FileEnded(source):
                self._lines.pop(source.number, None)
                self._drawn_at = -math.inf
        if self._now() - self._drawn_at >= DRAW_SECONDS:
            self._draw()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Print something in place of the lines, which come back below it."""
        self.clear()
        yield
        if self._lines:
            self._draw()

    def clear(self) -> None:
        """Take the lines away."""
        self._show([])

    def _note(self, line: _Line, news: TaskBegun | TaskProgressed) -> None:
        match news:
            case TaskBegun(facts):
                line.begun = self._now()
                line.length = length_of(facts, self._choice)
            case TaskProgressed(seconds):
                line.done = seconds

    def _draw(self) -> None:
        room = max(20, self._columns() - 1)
        self._show([self._text(line, room) for line in self._lines.values()])
        self._drawn_at = self._now()

    def _show(self, lines: list[str]) -> None:
        """These instead of those that are there, in one write: nothing flickers."""
        if self._terminal is None or lines == self._drawn:
            return
        cleared = CLEAR_LINE + (UP + CLEAR_LINE) * (len(self._drawn) - 1) if self._drawn else ""
        self._terminal.write(cleared + "\n".join(lines))
        self._terminal.flush()
        self._drawn = lines

    def _text(self, line: _Line, room: int) -> str:
        count = f"{line.number + 1} of {self._total}  " if self._total > 1 else ""
        said = f"  {self._said(line)}"
        name = _cut(line.name, max(NAME_COLUMNS, room - width(count) - width(said)))
        return _cut(f"{count}{name}{said}", room)

    def _said(self, line: _Line) -> str:
        if line.begun is None:
            return "getting ready"
        if not line.length:
            return full_clock(line.done)
        done = min(line.done, line.length)
        text = f"{done / line.length:.0%}  {full_clock(done)} of {full_clock(line.length)}"
        spent = self._now() - line.begun
        if done <= 0 or spent < KNOWN_SECONDS:
            return text
        return f"{text}  {_left((line.length - done) * spent / done)} left"


def progress_of(total: int, choice: SoundChoice, now: Callable[[], float]) -> TranscribeProgress:
    """On standard error, where that is a terminal."""
    terminal = sys.stderr if sys.stderr is not None and sys.stderr.isatty() and _moves() else None
    return TranscribeProgress(terminal, total, choice, now, _columns)


def _columns() -> int:
    """Of the terminal; standard output may go elsewhere."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _moves() -> bool:
    """Whether the terminal of standard error takes the orders to move its cursor."""
    if sys.platform != "win32":
        return os.environ.get("TERM", "dumb") != "dumb"
    import ctypes
    from ctypes import wintypes

    standard_error = -12  # STD_ERROR_HANDLE of processenv.h
    virtual_terminal = 0x4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING of consoleapi.h
    kernel = ctypes.windll.kernel32
    kernel.GetStdHandle.restype = wintypes.HANDLE
    handle = wintypes.HANDLE(kernel.GetStdHandle(standard_error))
    mode = wintypes.DWORD()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | virtual_terminal))


def _left(seconds: float) -> str:
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _cut(text: str, room: int) -> str:
    """`text` in so many columns, its end left out where it is longer."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[:-1]
    return f"{text}…"
