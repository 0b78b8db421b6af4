"""Tries a speech model out: seconds of the user's own speech, what the model writes, and how long that takes.

The problem: what a model is worth shows on one's own voice, microphone and computer alone, and finding out
must neither cost a dictation anything nor leave anything behind.

The rules:
- The sound comes from the capture service, as that of a dictation does, so that the stream, the start sound
  and the watch for a dead microphone are the same. It goes to an outlet of the trial's own and under an id
  below 0, so that journal, history and the dictation machine never hear of it; it is forgotten at the end.
- One trial at a time; a new one ends the one before. A dictation that begins ends it, too, and says so.
- Loading and writing are done on a worker of the trials' own, and what either took is told apart. Neither can
  be interrupted: a trial that is dropped gives its model back as soon as that is done.
- Whoever speaks for longer than `TRIAL_SECONDS` is not cut off in the middle of a word: the tail is heard.

Failure mode: whatever fails is a sentence in the `TrialView`, never an exception or a notice.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Final, Protocol

import numpy as np

from app.domain.audio import Samples
from app.domain.decoding import decoding_options
from app.domain.dictation_events import CaptureOpened, Failed, StartRequested
from app.domain.languages import language_problem
from app.domain.models import EngineFacts
from app.domain.problems import Action, EngineDied, Problem
from app.domain.settings import SpeechSettings
from app.domain.speech_regions import SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES
from app.services.capture_parts import Outlet
from app.services.events import CaptureClosed, LevelHeard, Noticed
from app.services.failures import problem_of
from app.services.ports import Clock, Inbox, Recognizer
from app.services.view_trial import TrialStage, TrialView

TRIAL_SECONDS: Final = 5.0
"""Enough for two sentences, and what the user waits for with patience."""

DICTATING: Final = "A dictation is going on. Try the model when it has ended."
OVERTAKEN: Final = "A dictation began, so the trial was dropped."
NOTHING_HEARD: Final = "No speech was heard. Say a few words while Sayso listens."
NO_WORDS: Final = "The model found no words in what was said."


class TrialCapture(Protocol):
    """What is asked of the capture service."""

    def start(self, id: int, recording: str, outlet: Outlet | None = None) -> None: ...
    def stop(self, id: int) -> None: ...
    def abandon(self, id: int, outlet: Outlet | None = None) -> None: ...


class TrialModels(Protocol):
    """What is asked of the pool of models."""

    def lease(self, settings: SpeechSettings) -> AbstractContextManager[Recognizer]:
        """The model of `settings`, loaded where it is not there. Raises a Problem."""

    def is_loaded(self, settings: SpeechSettings) -> bool:
        """Whether it is there."""


class ModelTrial:
    """The try-out of speech models. Everything but `try_out` may be called from any thread, and all of it
    returns at once.

    Args:
        capture: gives the sound.
        inbox: of a worker that does nothing else: loading a model may take it half a minute.
        clock: for the seconds.
        models: gives the model that is tried.
        is_dictating: whether a dictation has the microphone; asked on the thread that calls `try_out`.
        show: gets each change, in order; called on any thread, so it must only pass it on.
    """

    def __init__(
        self,
        capture: TrialCapture,
        inbox: Inbox,
        clock: Clock,
        models: TrialModels,
        is_dictating: Callable[[], bool],
        show: Callable[[TrialView], None],
    ) -> None:
        self._capture = capture
        self._inbox = inbox
        self._clock = clock
        self._models = models
        self._is_dictating = is_dictating
        self._show_view = show
        # Showing is done under it as well: what a dropped trial still brings must not come behind its end.
        self._lock = threading.Lock()
        self._current: _Trial | None = None
        self._last_id = 0

    def try_out(self, settings: SpeechSettings) -> None:
        """Listen, and write what was said with the model of `settings`."""
        self._end("")
        if self._is_dictating():
            self._show_view(TrialView(settings.model, TrialStage.FAILED, sentence=DICTATING))
            return
        with self._lock:
            self._last_id -= 1
            trial = self._current = _Trial(self._last_id, settings, self._told)
            self._show_view(trial.view)
        self._capture.start(trial.id, "", trial.outlet)

    def stop(self) -> None:
        """Listen no longer, and write what was said so far; where that is being done already, forget it.
        Harmless without a trial."""
        with self._lock:
            trial = self._current
        if trial is None:
            return
        if trial.view.stage is TrialStage.WRITING:
            self.drop()
        else:
            self._capture.stop(trial.id)

    def drop(self) -> None:
        """Forget the trial, as when its place on the screen is left. Harmless without one."""
        self._end("")

    def dictation_began(self, _: StartRequested) -> None:
        """A dictation goes first. Called when it has the microphone, the stream need not be opened anew."""
        self._end(OVERTAKEN)

    def _end(self, sentence: str) -> None:
        """Drop what is under way, with `sentence` or without a word."""
        with self._lock:
            trial, self._current = self._current, None
            if trial is None:
                return
            stage = TrialStage.FAILED if sentence else TrialStage.IDLE
            self._show_view(TrialView(trial.settings.model if sentence else "", stage, sentence=sentence))
        self._capture.abandon(trial.id, trial.outlet)

    # --- on the microphone's worker ---

    def _told(self, trial: _Trial, event: object) -> None:
        """What the capture service tells of `trial`."""
        match event:
            case CaptureOpened():
                # Only now, and not with the sound that a pre-roll brings.
                trial.ends = self._clock.now() + TRIAL_SECONDS
            case LevelHeard(dbfs):
                left = min(TRIAL_SECONDS, max(0.0, trial.ends - self._clock.now()))
                self._show(trial, replace(trial.view, level_dbfs=dbfs, seconds_left=left))
                if not left:
                    self._capture.stop(trial.id)
            case Noticed(problem):
                trial.muted = problem
            case Failed(_, problem):
                self._fail(trial, problem)
            case CaptureClosed():
                if self._show(trial, TrialView(trial.settings.model, TrialStage.WRITING)):
                    self._inbox.call(lambda: self._write(trial))

    # --- on the worker of the trials ---

    def _write(self, trial: _Trial) -> None:
        try:
            if trial.is_silent:
                self._end_with(trial, _words(trial.muted) if trial.muted else NOTHING_HEARD)
                return
            try:
                self._transcribe(trial)
            except EngineDied:
                # The pool has taken its process out, so that this one is new.
                self._transcribe(trial)
        except Exception as error:  # what was begun ends with an event
            self._fail(trial, error)

    def _transcribe(self, trial: _Trial) -> None:
        """Raises what the pool and the recognizer raise."""
        if not self._is_current(trial):
            return
        settings, asked = trial.settings, self._clock.now()
        was_loaded = self._models.is_loaded(settings)
        with self._models.lease(settings) as recognizer:
            leased, facts = self._clock.now(), recognizer.facts
            said = () if was_loaded else (f"Loaded in {leased - asked:.1f} s.",)
            if not self._show(trial, replace(trial.view, sentence=" ".join(said))):
                return
            transcript = recognizer.transcribe(trial.samples, decoding_options(settings))
            seconds = self._clock.now() - leased
        text = transcript.text
        said = (*said, *_remarks(facts, settings), *(() if text else (NO_WORDS,)))
        view = TrialView(settings.model, TrialStage.DONE, text=text, seconds=seconds, sentence=" ".join(said))
        self._show(trial, view)

    # --- what is shown ---

    def _is_current(self, trial: _Trial) -> bool:
        with self._lock:
            return self._current is trial

    def _show(self, trial: _Trial, view: TrialView) -> bool:
        """Show what is to be seen of `trial` now; False, and nothing, where it was dropped."""
        with self._lock:
            if self._current is not trial:
                return False
            trial.view = view
            if view.stage in (TrialStage.DONE, TrialStage.FAILED):
                self._current = None
            self._show_view(view)
            return True

    def _end_with(self, trial: _Trial, sentence: str) -> None:
        self._show(trial, TrialView(trial.settings.model, TrialStage.FAILED, sentence=sentence))

    def _fail(self, trial: _Trial, error: Exception) -> None:
        self._end_with(trial, _words(problem_of(error, "trying a speech model out")))


class _Trial:
    """One trial, and the sink of its sound. Belongs to the microphone's worker until all is heard, to that of
    the trials afterwards. `view` is what was shown of it last.

    `ends` is when it stops to listen, in monotonic seconds. `muted` is set where the microphone proves to be.
    """

    def __init__(self, id: int, settings: SpeechSettings, tell: Callable[[_Trial, object], None]) -> None:
        self.id = id
        self.settings = settings
        self.outlet = Outlet(self, lambda event: tell(self, event))
        self.view = TrialView(settings.model, TrialStage.LISTENING, TRIAL_SECONDS)
        self.ends = math.inf
        self.muted: Problem | None = None
        self._blocks: list[Samples] = []
        self._speech: list[float] = []

    def begin(self, id: int, recording: str) -> None:
        """Nothing is kept of it anywhere."""

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """More sound."""
        self._blocks.append(samples)
        self._speech.extend(speech)

    def released(self, id: int) -> None:
        """At most a tail will follow."""
        self.ends = -math.inf

    def finish(self, id: int) -> None:
        """`CaptureClosed` has said so."""

    def abandon(self, id: int) -> None:
        """It was dropped."""

    @property
    def samples(self) -> Samples:
        """All that was heard, float32 mono 16 kHz."""
        return np.concatenate(self._blocks) if self._blocks else np.zeros(0, np.float32)

    @property
    def is_silent(self) -> bool:
        """Whether there is nothing to write: the detector has judged all of it, and found no speech."""
        if self._blocks and not self.settings.voice_detection:
            return False
        is_judged = len(self._speech) >= sum(map(len, self._blocks)) // WINDOW_SAMPLES
        return is_judged and not any(one >= SPEECH_THRESHOLD for one in self._speech)


def _remarks(facts: EngineFacts, settings: SpeechSettings) -> tuple[str, ...]:
    """What could not be had as it was wanted, a sentence each."""
    problem = language_problem(facts, settings.language)
    return (*facts.fallbacks, *((problem.sentence,) if problem else ()))


def _words(problem: Problem) -> str:
    """Some remedies speak of a recording or a button that a trial does not have."""
    if problem.action in (Action.TRANSCRIBE_AGAIN, Action.TRY_AGAIN):
        return problem.sentence
    return str(problem)
