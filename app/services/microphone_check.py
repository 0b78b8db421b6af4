"""Checks a microphone: how soon it sends sound after it was opened, and how loud somebody speaks into it.

The problem: what a microphone is worth shows when it is used alone, and a dictation may neither wait for that
nor be mixed up with it.

The rules:
- Sound comes from the capture service, so the stream, and the watch for a dead microphone, are those of a
  dictation, and what is measured is what a dictation waits for. It goes to an outlet of its own under an id
  that no other has, is never written anywhere, and is forgotten at the end.
- It is opened `OPENINGS` times, to time that. Only the last opening is listened to, for `LISTEN_SECONDS`.
  No start sound is played: the microphone would hear it.
- One check at a time. A dictation goes first: it drops the check, and says so.

Failure mode: whatever fails is a sentence of the view, never an exception or a notice.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from app.domain.audio import Samples
from app.domain.dictation_events import CaptureOpened, Failed
from app.domain.guide_microphone import OPENINGS, report
from app.domain.problems import Problem
from app.services.capture_parts import Outlet
from app.services.events import CaptureClosed, LevelHeard, Noticed
from app.services.guide_view import CheckStage, MicrophoneCheckView
from app.services.model_trial import TrialCapture
from app.services.ports import Clock

LISTEN_SECONDS: Final = 4.0
"""A sentence or two, and what the user speaks for without wondering what to say."""

FIRST_ID: Final = -1_000_000
"""Ids go down from here; those of the trials of models, which begin at -1, never come so far."""

DICTATING: Final = "A dictation is going on. Test the microphone again when it has ended."


class MicrophoneCheck:
    """All methods may be called from any thread, but for `run`, and return at once.

    Args:
        capture: gives the sound of the microphone that is set.
        clock: times the openings.
        is_dictating: whether a dictation has the microphone; asked on the thread that calls `run`.
        show: gets each change, in order; called on any thread, so it must only pass it on.
    """

    def __init__(
        self,
        capture: TrialCapture,
        clock: Clock,
        is_dictating: Callable[[], bool],
        show: Callable[[MicrophoneCheckView], None],
    ) -> None:
        self._capture = capture
        self._clock = clock
        self._is_dictating = is_dictating
        self._show_view = show
        # Showing is done under it as well: what a dropped check still brings must not come behind its end.
        self._lock = threading.Lock()
        self._current: _Check | None = None
        self._next_id = FIRST_ID

    def run(self) -> None:
        """Open and close the microphone, then listen to the user, and tell what came of it."""
        self._end("")
        if self._is_dictating():
            self._show_view(MicrophoneCheckView(CheckStage.FAILED, sentence=DICTATING))
            return
        with self._lock:
            check = self._current = _Check()
            self._show_view(check.view)
        self._open(check)

    def drop(self) -> None:
        """Forget it. Harmless without one."""
        self._end("")

    def make_way(self) -> None:
        """A dictation goes first. Called when it has the microphone, the stream need not be opened anew."""
        self._end(DICTATING)

    def _end(self, sentence: str) -> None:
        with self._lock:
            check, self._current = self._current, None
            if check is None:
                return
            stage = CheckStage.FAILED if sentence else CheckStage.IDLE
            self._show_view(MicrophoneCheckView(stage, sentence=sentence))
        self._capture.abandon(check.hearing.id, check.hearing.outlet)

    # --- on any thread, then on the microphone's worker ---

    def _open(self, check: _Check) -> None:
        """One more opening; the last one is listened to."""
        with self._lock:
            if self._current is not check:
                return
            self._next_id -= 1
            hearing = check.hearing = _Hearing(
                self._next_id, lambda event: self._told(check, hearing, event), self._clock.now()
            )
            is_last = len(check.delays) == OPENINGS - 1
        self._capture.start(hearing.id, "", hearing.outlet)
        if not is_last:
            # Let go while it opens: it is closed again when the first sound and a short tail are in.
            self._capture.stop(hearing.id)

    def _told(self, check: _Check, hearing: _Hearing, event: object) -> None:
        match event:
            case CaptureOpened():
                now = self._clock.now()
                check.delays.append(now - hearing.asked)
                if len(check.delays) == OPENINGS:
                    check.ends = now + LISTEN_SECONDS
                    self._show(check, MicrophoneCheckView(CheckStage.LISTENING, seconds_left=LISTEN_SECONDS))
            case LevelHeard(dbfs) if check.view.stage is CheckStage.LISTENING:
                self._heard(check, hearing, dbfs)
            case Noticed(problem):
                check.muted = problem
            case Failed(_, problem):
                self._show(check, MicrophoneCheckView(CheckStage.FAILED, sentence=str(problem)))
            case CaptureClosed():
                self._closed(check, hearing)

    def _heard(self, check: _Check, hearing: _Hearing, dbfs: float) -> None:
        left = min(LISTEN_SECONDS, max(0.0, check.ends - self._clock.now()))
        self._show(check, replace(check.view, level_dbfs=dbfs, seconds_left=left))
        if not left:
            self._capture.stop(hearing.id)

    def _closed(self, check: _Check, hearing: _Hearing) -> None:
        if len(check.delays) < OPENINGS:
            self._open(check)
            return
        found = report(hearing.samples, hearing.speech, check.delays)
        if found.speech_dbfs is None and check.muted is not None:
            self._show(check, MicrophoneCheckView(CheckStage.FAILED, sentence=str(check.muted)))
        else:
            self._show(check, MicrophoneCheckView(CheckStage.DONE, report=found))

    def _show(self, check: _Check, view: MicrophoneCheckView) -> None:
        with self._lock:
            if self._current is not check:
                return
            check.view = view
            if view.stage in (CheckStage.DONE, CheckStage.FAILED):
                self._current = None
            self._show_view(view)


class _Check:
    """One check, over all of its openings. `ends` is when it stops to listen, in monotonic seconds; `muted`
    is set where the microphone proves to be. `hearing` is the opening that is on."""

    hearing: _Hearing

    def __init__(self) -> None:
        self.delays: list[float] = []
        self.ends = math.inf
        self.muted: Problem | None = None
        self.view = MicrophoneCheckView(CheckStage.OPENING)


class _Hearing:
    """One opening, asked for at `asked` (monotonic seconds), and the sink of its sound."""

    def __init__(self, id: int, tell: Callable[[object], None], asked: float) -> None:
        self.id = id
        self.asked = asked
        self.outlet = Outlet(self, tell, plays_cue=False)
        self.speech: list[float] = []
        self._blocks: list[Samples] = []

    def begin(self, id: int, recording: str) -> None:
        """Nothing is kept of it anywhere."""

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """More sound."""
        self._blocks.append(samples)
        self.speech.extend(speech)

    def released(self, id: int) -> None:
        """At most a tail will follow."""

    def finish(self, id: int) -> None:
        """`CaptureClosed` has said so."""

    def abandon(self, id: int) -> None:
        """It was dropped."""

    @property
    def samples(self) -> Samples:
        """All that was heard, float32 mono 16 kHz."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)
