"""Plays files aloud, from any second on, and tells which second is heard.

The problem: decoding may take its time, a device may hang, and who presses pause expects silence at once; a
dictation that begins must not hear the loudspeaker.

The rules:
- Every public method may be called from any thread and returns at once. Decoding and the device's opening are
  done on the thread "player"; silence and the end are told from the thread that wants them.
- One sound at a time: another one takes its place, and only then the end of the old one is not told.
- What is told as heard has been heard: the device's own delay is taken off. When decoding falls behind there
  is silence, and the place stands.
- A dictation goes first. The loudspeaker is silent at once then, but the device is given back a moment later:
  the sound library does one thing after another, and the microphone's opening may not wait for that.

Failure mode: a Problem ends the playing with PlayingEnded, any other exception with Unexpected.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.domain.audio import SAMPLE_RATE
from app.domain.media import SoundChoice
from app.domain.problems import Problem
from app.services.failures import problem_of
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.file_ports import Loudspeaker, MediaFiles, Sounding, SoundStream
from app.services.ports import Inbox, Post

TICK_SECONDS: Final = 0.05
AHEAD_SECONDS: Final = 0.5
"""Decoded before it is heard, so that a busy computer does not make it stutter."""
TRAIL_SECONDS: Final = 0.5
"""From the last sound to the device's closing: what a sound server still holds then may never be heard, and
after a dictation's beginning the microphone has been opened by then."""
_PIECE: Final = SAMPLE_RATE // 10


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be played."""

    path: Path
    choice: SoundChoice
    start: float


class _Run:
    """One wish on its way out; what belongs to it. `is_over` is written under the service's lock."""

    def __init__(self, wish: _Wish) -> None:
        self.wish = wish
        self.is_over = False
        self.told = wish.start
        self.stream: SoundStream | None = None
        self.sounding: Sounding | None = None
        self.is_read = False

    @property
    def seconds(self) -> float:
        """The place in the file that is heard now."""
        return self.wish.start + (self.sounding.heard if self.sounding else 0.0)


class Playback:
    """Plays. Fits the port Player.

    Args:
        inbox: of the thread "player".
        post: takes PlayingMoved and PlayingEnded.
    """

    def __init__(self, inbox: Inbox, files: MediaFiles, speaker: Loudspeaker, post: Post) -> None:
        self._inbox = inbox
        self._files = files
        self._speaker = speaker
        self._post = post
        # Whoever hears of something may answer with a call from where it is told.
        self._lock = threading.RLock()
        self._run: _Run | None = None
        self._next: _Wish | None = None
        """From where `toggle` plays on."""
        self._is_closed = False

    # --- from any thread ---

    def play(self, path: Path, choice: SoundChoice, start: float) -> None:
        """Play from second `start` on, instead of what was playing."""
        self._play(_Wish(path, choice, max(start, 0.0)))

    def pause(self) -> None:
        """Stop playing."""
        self._stop(0.0)

    def toggle(self) -> None:
        """Pause, or play on from where it was paused; from the beginning where it came to its end."""
        with self._lock:
            wish = None if self._run else self._next
        if wish is not None:
            self._play(wish)
        else:
            self.pause()

    def make_way(self, is_dictating: bool) -> None:
        """A dictation begins: be silent, and leave the sound library to the microphone. Nothing is played on
        of itself when it is over."""
        if is_dictating:
            self._stop(TRAIL_SECONDS)

    def close(self) -> None:
        """Stop, and give the device back. Nothing is played any more."""
        with self._lock:
            self._is_closed = True
        self.pause()

    def _play(self, wish: _Wish) -> None:
        run = _Run(wish)
        with self._lock:
            if self._is_closed:
                return
            before, self._run, self._next = self._run, run, wish
            if before is not None:
                before.is_over = True
        if before is not None:
            self._release(before, 0.0)
        self._inbox.call(lambda: self._begin(run))

    def _stop(self, patience: float) -> None:
        with self._lock:
            run = self._run
        if run is not None:
            self._end(run, patience=patience)

    def _end(self, run: _Run, problem: Problem | None = None, patience: float = 0.0) -> None:
        """It is over, once: be silent, tell, and give back what it holds after `patience` seconds."""
        if run.sounding is not None:
            run.sounding.hush()
        with self._lock:
            if run.is_over:
                return
            run.is_over = True
            self._run = None
            seconds = run.seconds
            is_through = run.sounding is not None and run.sounding.is_over
            self._next = replace(run.wish, start=0.0 if is_through else seconds)
            self._post(PlayingEnded(seconds, problem))
        self._release(run, patience)

    def _release(self, run: _Run, patience: float) -> None:
        """Silence now. Decoding is ended on the worker, which may be busy with this very run."""
        if (sounding := run.sounding) is not None:
            sounding.hush()
            if patience > 0:
                self._inbox.call_later(patience, sounding.close)
            else:
                sounding.close()
        self._inbox.call(lambda: _free(run))

    # --- on the worker ---

    def _begin(self, run: _Run) -> None:
        try:
            if run.is_over:
                return
            run.stream = self._files.open(run.wish.path, run.wish.choice, run.wish.start)
            if run.is_over:
                return
            sounding = self._speaker.open()
            with self._lock:
                # From here on it is silenced by whoever ends it; one that was ended before never begins.
                run.sounding = None if run.is_over else sounding
            if run.sounding is None:
                sounding.close()
                return
        except Exception as error:  # whoever asked hears of it
            self._end(run, problem_of(error, "playing a file"))
        finally:
            if run.is_over:
                _free(run)
        self._tick(run)

    def _tick(self, run: _Run) -> None:
        """Have enough decoded, tell the place, and come again."""
        stream, sounding = run.stream, run.sounding
        if run.is_over or stream is None or sounding is None:
            return
        try:
            self._feed(run, stream, sounding)
        except Exception as error:  # as above
            self._end(run, problem_of(error, "playing a file"))
            return
        is_over = sounding.is_over
        self._tell(run)
        if is_over:
            self._end(run, stream.loss, TRAIL_SECONDS)
        elif (problem := sounding.problem) is not None:
            self._end(run, problem)
        else:
            self._inbox.call_later(TICK_SECONDS, lambda: self._tick(run))

    def _feed(self, run: _Run, stream: SoundStream, sounding: Sounding) -> None:
        while not run.is_over and not run.is_read and sounding.ahead < AHEAD_SECONDS:
            piece = stream.read(_PIECE)
            sounding.give(piece)
            if len(piece) < _PIECE:
                run.is_read = True
                sounding.finish()

    def _tell(self, run: _Run) -> None:
        with self._lock:
            if not run.is_over and run.seconds > run.told:
                run.told = run.seconds
                self._post(PlayingMoved(run.told))


def _free(run: _Run) -> None:
    if run.stream is not None:
        run.stream.close()
        run.stream = None
