"""A desk, Sayso beside it, and what a user does with both: what the tests of the whole program share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from pytestqt.exceptions import TimeoutError

from app.domain.history import HistoryEntry
from tests.benchmarks.speech_set import normaliser
from tests.data import clips
from tests.desktop.desk import Desk
from tests.desktop.sayso_program import SaysoProgram, speak

REFERENCES = {clip.path.stem: clip.reference for clip in clips()}
KEY = "F9"
LONG_WAIT_MS = 60_000
normalised = normaliser()
GRACE_MS = 120
WITHOUT_CLEAN_UP = "[enhancement]\nenabled = false\n"
QUICK = WITHOUT_CLEAN_UP + '[speech]\nmodel = "tiny.en"\n'
"""With the model that is there soonest: where no word is compared."""


def words(text: str) -> list[str]:
    """Words as they are scored: without case and punctuation, numbers as digits."""
    return normalised(text).split()


def said(*names: str) -> list[str]:
    return [word for name in names for word in words(REFERENCES[name])]


class Journey:
    """A desk, Sayso beside it, and what the user does with both.

    Args:
        home: of Sayso, with a short path, since a socket's must be short.
        settings: the text of its settings file.
        command: what runs it, behind the interpreter.
    """

    def __init__(
        self,
        desk: Desk,
        home: Path,
        settings: str = WITHOUT_CLEAN_UP,
        command: Sequence[str] = ("-m", "app.cli"),
    ) -> None:
        self.desk = desk
        self.sayso = SaysoProgram(home, self.until, settings, command)
        try:
            self.sayso.wait_until_ready()
        except BaseException:
            self.sayso.kill()
            raise
        # Out of the way: the foreign window is to have the focus.
        self.editor = desk.window()

    def until(self, condition: object) -> None:
        assert callable(condition)
        self.desk.bot.waitUntil(lambda: bool(condition()), timeout=LONG_WAIT_MS)

    def press(self) -> None:
        # Nobody presses again within the grace in which a release may turn out a flicker of the key.
        self.desk.bot.wait(GRACE_MS)
        self.desk.xdotool("keydown", KEY)

    def release(self) -> None:
        self.desk.xdotool("keyup", KEY)

    def tap(self, key: str = KEY) -> None:
        self.desk.bot.wait(GRACE_MS)
        self.desk.xdotool("key", key)

    def speak(self, name: str) -> None:
        speak(name, self.until)

    def hold_and_speak(self, name: str) -> None:
        self.press()
        self.sayso.wait_for("listening")
        self.speak(name)
        self.release()

    def expect(self, *names: str) -> None:
        """The foreign window holds the words of these clips, in order, and nothing else."""
        with suppress(TimeoutError):  # which words are wrong tells more
            self.until(lambda: len(words(self.editor.text)) >= len(said(*names)))
        assert words(self.editor.text) == said(*names)

    def focused(self) -> str:
        """The title of the window that gets the keys."""
        return self.desk.run("xdotool", "getwindowfocus", "getwindowname").decode().strip()

    def rest(self) -> None:
        """Until everything is written and inserted, and the clipboard given back."""
        self.sayso.wait_for("idle")

    def close(self) -> None:
        """End Sayso, and see that its log has nothing to complain of and nothing of what was said."""
        self.sayso.close()
        log = self.sayso.log()
        print(log)
        assert "Traceback" not in log
        assert (found := quoted(log, self.sayso.history())) == [], found


def quoted(log: str, entries: Iterable[HistoryEntry]) -> list[str]:
    """What the log repeats of what was said: any two words in a row."""
    text = " ".join(re.findall(r"[\w']+", log.lower()))
    spoken = [re.findall(r"[\w']+", f"{entry.text} {entry.suppressed}".lower()) for entry in entries]
    pairs = {f" {first} {second} " for said in spoken for first, second in pairwise(said)}
    return sorted(pair for pair in pairs if pair in f" {text} ")
