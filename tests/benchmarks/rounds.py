"""One dictation from the first sound to its text, through the real services: simulated, or in real time.

Both ways put the same recording through the capture service with its detector, to the speech service with
its recognizer. Only the worker, the clock and what plays the recording differ.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import Final

from app.adapters.clock import SystemClock
from app.adapters.speech_detector import SpeechDetectors
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.devices import InputDevice
from app.domain.dictation_events import Failed, SpeechEnded, TextHeard
from app.domain.problems import Problem
from app.domain.settings import MicrophoneSettings, SpeechSettings
from app.domain.transcript import Transcript
from app.services.capture import CaptureService, SoundParts
from app.services.events import CaptureClosed, ModelFailed, ModelReady
from app.services.fan_out import FanOut
from app.services.ports import Clock, Inbox, Microphone, Post, Recognizer, SpareInbox
from app.services.speech import SpeechService
from app.services.worker import Worker
from tests.benchmarks.decodes import Call, Decodes, RememberingRecognizer
from tests.benchmarks.dictations import Dictation
from tests.benchmarks.simulation import BLOCK, SimulatedMicrophone, Simulation
from tests.fakes.sound import FakeCapture, FakeCues
from tests.fakes.speech import FakeLoader, pool_of

ID: Final = 1
PATIENCE: Final = 60.0
"""Seconds that a dictation in real time may take beyond its own length."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a dictation that was let go. Times are seconds.

    `wait` is from the release to the text, `tail` the part of it until the last sound was there;
    `first_words` from the beginning of speech to the first words shown, which `are_tentative` unless the
    whole text came before any others; `running` how long a decode under way at the release still took, or
    None.
    """

    dictation: Dictation
    after: float
    transcript: Transcript
    wait: float
    tail: float
    first_words: float | None
    are_tentative: bool
    cpu_seconds: float
    calls: tuple[Call, ...] = ()
    running: float | None = None

    @property
    def seconds(self) -> float:
        """How long the microphone was open."""
        return self.dictation.last_word_ends + self.after + self.tail

    @property
    def cores(self) -> float:
        """Processor cores in use, on average from the first sound to the text."""
        return self.cpu_seconds / (self.dictation.last_word_ends + self.after + self.wait)

    @property
    def decoded_again(self) -> int:
        """Final decodes of phrases that had one before."""
        finals = [call.phrase for call in self.calls if not call.is_draft]
        return len(finals) - len(set(finals))


@dataclass(frozen=True, slots=True)
class Bench:
    """What all dictations share: the loaded recognizer, its settings, the detector's weights, what was
    decoded."""

    recognizer: Recognizer
    settings: SpeechSettings
    detectors: SpeechDetectors
    decodes: Decodes
    beside: Callable[[], AbstractContextManager[None]] = nullcontext
    """Goes round each dictation, from the press of the key to the text."""

    def hear(self, samples: Samples) -> Sequence[float]:
        """The probabilities of speech in a recording."""
        return self.detectors.new().feed(samples)


class NoJournal:
    """Keeps nothing."""

    def begin(self, recording: str) -> None:
        """Nothing."""

    def hear(self, recording: str, samples: Samples) -> None:
        """Nothing."""

    def discard(self, recording: str) -> None:
        """Nothing."""


class Events:
    """What the services have posted, each with its moment. `is_over` once there is an answer."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.over = threading.Event()
        self.all: list[tuple[float, object]] = []

    def post(self, event: object) -> None:
        """Fits the Post port."""
        self.all.append((self._clock.now(), event))
        if isinstance(event, SpeechEnded | Failed | ModelReady | ModelFailed):
            self.over.set()

    def clear(self) -> None:
        """Forget all; raises what a failed event tells."""
        self.raise_problems()
        self.all.clear()
        self.over.clear()

    def raise_problems(self) -> None:
        """Raises the problem of an event that tells one."""
        for _, event in self.all:
            if isinstance(event, Failed | ModelFailed):
                raise event.problem

    def is_over(self) -> bool:
        """Whether the answer is there."""
        return self.over.is_set()

    def outcome(self, dictation: Dictation, after: float, opened: float, cpu_seconds: float) -> Outcome:
        """Raises what a failed dictation tells."""
        self.raise_problems()
        released = opened + dictation.last_word_ends + after
        closed = next(moment for moment, event in self.all if isinstance(event, CaptureClosed))
        ended, transcript = next(
            (moment, event.transcript) for moment, event in self.all if isinstance(event, SpeechEnded)
        )
        shown = next(
            (moment for moment, event in self.all if isinstance(event, TextHeard) and event.text.text), None
        )
        first = shown if shown is not None else ended if transcript.text else None
        return Outcome(
            dictation=dictation,
            after=after,
            transcript=transcript,
            wait=ended - released,
            tail=closed - released,
            first_words=None if first is None else first - opened - dictation.speech_begins,
            are_tentative=shown is not None,
            cpu_seconds=cpu_seconds,
        )


def _services(
    bench: Bench,
    recognizer: Recognizer,
    microphone: Microphone,
    inboxes: tuple[Inbox, SpareInbox],
    clock: Clock,
    post: Post,
) -> tuple[CaptureService, SpeechService]:
    """The two services as the program wires them, but for the journal."""
    for_sound, for_speech = inboxes
    speech = SpeechService(for_speech, pool_of(FakeLoader(recognizer)), post, bench.settings)
    parts = SoundParts(microphone, FakeCues(), bench.detectors.new)
    settings = MicrophoneSettings(start_sound=False)
    capture = CaptureService(parts, for_sound, clock, FanOut(NoJournal(), speech), post, settings)
    speech.prepare()
    return capture, speech


def simulate(bench: Bench, dictation: Dictation, after: float) -> Outcome:
    """Say `dictation` and let go `after` seconds behind its last word, in simulated time."""
    simulation = Simulation()
    clock = simulation.clock
    events = Events(clock)
    recognizer = RememberingRecognizer(bench.recognizer, bench.decodes, simulation)
    microphone = SimulatedMicrophone(simulation, dictation.sound)
    inboxes = (simulation.worker(), simulation.worker())
    capture, _ = _services(bench, recognizer, microphone, inboxes, clock, events.post)
    simulation.run()
    events.clear()
    recognizer.calls.clear()
    simulation.cpu_seconds = 0.0
    with bench.beside():
        simulation.at(clock.now() + 1.0, lambda: capture.start(ID, dictation.name))
        simulation.run(lambda: microphone.opened is not None)
        opened = microphone.opened
        assert opened is not None
        release = opened + dictation.last_word_ends + after
        simulation.at(release, lambda: capture.stop(ID))
        simulation.run(events.is_over)
    outcome = events.outcome(dictation, after, opened, simulation.cpu_seconds)
    return with_calls(outcome, recognizer.calls, release)


def with_calls(outcome: Outcome, calls: Sequence[Call], release: float) -> Outcome:
    """`outcome` with the decodes behind it."""
    waits = [call.end - release for call in calls if call.start <= release < call.end]
    return replace(outcome, calls=tuple(calls), running=waits[0] if waits else None)


# --- in real time ---


class PlayedMicrophone:
    """Fits the Microphone port: delivers a recording in real time from a thread of its own."""

    def __init__(self, recording: Samples, clock: Clock) -> None:
        self._recording = recording
        self._clock = clock
        self._ended = threading.Event()
        self.opened = 0.0
        self.is_open = threading.Event()

    def devices(self) -> tuple[InputDevice, ...]:
        """Just this one."""
        return (InputDevice("recording", "recording", True),)

    def refresh(self) -> None:
        """There is nothing to look for."""

    def open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> FakeCapture:
        """Begin to play."""
        capture = FakeCapture(device or "recording")
        self.opened = self._clock.now()
        threading.Thread(target=self._play, args=(capture, deliver), daemon=True).start()
        self.is_open.set()
        return capture

    def _play(self, capture: FakeCapture, deliver: Callable[[Samples], None]) -> None:
        for place in range(0, len(self._recording) - BLOCK + 1, BLOCK):
            due = self.opened + (place + BLOCK) / SAMPLE_RATE
            self._ended.wait(max(0.0, due - self._clock.now()))
            if capture.is_closed:
                return
            deliver(self._recording[place : place + BLOCK].copy())


def in_real_time(
    bench: Bench,
    dictation: Dictation,
    after: float,
    events: Events | None = None,
    begin: Callable[[SpeechService], int] = lambda _: ID,
) -> Outcome:
    """The same with real workers and the system's clock.

    Args:
        events: hears what the services post.
        begin: called when the recognizer is ready; gives the dictation its number.
    """
    clock = SystemClock()
    events = events or Events(clock)
    errors: list[Exception] = []
    workers = (Worker("microphone", clock, errors.append), Worker("speech", clock, errors.append))
    microphone = PlayedMicrophone(dictation.sound, clock)
    for worker in workers:
        worker.start()
    try:
        capture, speech = _services(bench, bench.recognizer, microphone, workers, clock, events.post)
        _await(events.over, PATIENCE)
        events.clear()
        id = begin(speech)
        began = time.process_time()
        with bench.beside():
            capture.start(id, dictation.name)
            _await(microphone.is_open, PATIENCE)
            release = microphone.opened + dictation.last_word_ends + after
            threading.Event().wait(max(0.0, release - clock.now()))
            capture.stop(id)
            _await(events.over, PATIENCE)
            cpu_seconds = time.process_time() - began
    finally:
        for worker in workers:
            worker.close()
    if errors:
        raise errors[0]
    return events.outcome(dictation, after, microphone.opened, cpu_seconds)


def _await(event: threading.Event, seconds: float) -> None:
    if not event.wait(seconds):
        raise TimeoutError("a dictation in real time got no answer")
