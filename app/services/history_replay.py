"""Plays recordings of the history aloud.

Problem: the recording is looked up on the storage thread and played on a third one, and by then the user may
want another one, or silence. Rules: what is told of a playing that is over is passed over; one recording at a
time, and none while a dictation goes on (`app.services.right_of_way`). Lives on the deciding thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.media import SoundChoice
from app.domain.problems import AudioMissing, Problem
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.file_ports import Player
from app.services.ports import Post


@dataclass(frozen=True, slots=True)
class RecordingLookedUp:
    """Where the sound of a dictation is; None: nowhere. `number` is that of the wish."""

    number: int
    path: Path | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the player of recordings tells."""

    event: PlayingMoved | PlayingEnded


class Recordings(Protocol):
    """Knows where recordings are."""

    def locate(self, recording: str, answer: Callable[[Path | None], None]) -> None: ...


class ReplayView(Protocol):
    """Shows which recording is played, and how far."""

    def show_replay(self, recording: str, seconds: float | None) -> None: ...


class HistoryReplay:
    """See the module.

    Args:
        recordings: where they are.
        player: of recordings alone.
        post: for answers that come from other threads.
        tell: gets problems, with the recording each is about.
        view: shows the place; None for the seconds: it is silent.
    """

    def __init__(
        self,
        recordings: Recordings,
        player: Player,
        post: Post,
        tell: Callable[[Problem, str], None],
        view: ReplayView,
    ) -> None:
        self._recordings = recordings
        self._player = player
        self._post = post
        self._tell = tell
        self._view = view
        self._recording = ""
        self._start = 0.0
        self._number = 0

    def play(self, recording: str, seconds: float) -> None:
        """From there on, in place of what is played."""
        self._number += 1
        self._recording, self._start = recording, seconds
        number = self._number
        self._recordings.locate(recording, lambda path: self._post(RecordingLookedUp(number, path)))

    def pause(self) -> None:
        """Be silent."""
        # One that is still looked up is not wanted any more.
        self._number += 1
        self._player.pause()

    def looked_up(self, event: RecordingLookedUp) -> None:
        """The answer to `play`."""
        if event.number != self._number:
            return
        if event.path is None:
            self._end(AudioMissing(self._recording))
            return
        self._view.show_replay(self._recording, self._start)
        self._player.play(event.path, SoundChoice(), self._start)

    def replayed(self, told: Replayed) -> None:
        """The player tells of it."""
        if not self._recording:
            return
        match told.event:
            case PlayingMoved(seconds):
                self._view.show_replay(self._recording, seconds)
            case PlayingEnded(_, problem):
                self._end(problem)

    def _end(self, problem: Problem | None) -> None:
        recording, self._recording = self._recording, ""
        self._view.show_replay(recording, None)
        if problem is not None:
            self._tell(problem, recording)
