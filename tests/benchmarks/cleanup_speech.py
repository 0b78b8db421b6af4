"""How soon the raw text comes while the language model works beside the recognizer.

Recordings are dictated in real time through the real services, as the program wires them: the model is told
to get ready at key-down, cleans pieces up while words settle, and makes way while the recognizer computes.
Each dictation is said twice, with the clean-up and without, in turns; the next one begins when the clean-up
is done. The model is not loaded when the first one begins. The stand-in for Ollama takes all cores here, as
Ollama itself does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.adapters.clock import SystemClock
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import WhisperLoader
from app.domain.dictation_events import SpeechEnded, TextHeard
from app.domain.settings import Device, MicrophoneSettings, SpeechSettings
from app.services.capture import CaptureService, SoundParts
from app.services.fan_out import FanOut
from app.services.ports import Clock, Recognizer
from app.services.speech import SpeechService
from app.services.worker import Worker
from tests.benchmarks import dictations as say
from tests.benchmarks.accuracy import BEAM
from tests.benchmarks.cleanup_bench import LANGUAGE, PATIENCE, Bench
from tests.benchmarks.cleanup_figures import RawWaits
from tests.benchmarks.dictations import Dictation
from tests.benchmarks.latency_figures import RELEASES
from tests.benchmarks.rounds import Events, NoJournal, PlayedMicrophone
from tests.benchmarks.speech_set import load_set, models
from tests.fakes.sound import FakeCues
from tests.fakes.speech import FakeLoader

MODEL: Final = "base"
ALONE: Final = 1
"""The number of a dictation that no language model hears of."""


@dataclass(frozen=True, slots=True)
class Ears:
    """What all dictations share: the loaded recognizer, its settings, the detector's weights."""

    recognizer: Recognizer
    settings: SpeechSettings
    detectors: SpeechDetectors


class Beside(Events):
    """What the services post; told to the language model as well, where one works beside.

    `asked_at` is when the clean-up was asked for (`time.perf_counter`), `said` the text of it.
    """

    def __init__(self, clock: Clock, writing: Bench | None, language: str) -> None:
        super().__init__(clock)
        self._writing = writing
        self._language = language
        self.asked = threading.Event()
        self.asked_at = 0.0
        self.said = ""

    def post(self, event: object) -> None:
        """Fits the Post port."""
        super().post(event)
        if self._writing is None:
            return
        if isinstance(event, TextHeard):
            self._writing.service.heard(event.id, event.text, self._language)
        elif isinstance(event, SpeechEnded):
            self.said = event.transcript.text
            self.asked_at = time.perf_counter()
            self._writing.service.enhance(event.id, self.said, "", event.transcript.language)
            self.asked.set()


@contextmanager
def ears() -> Iterator[Ears]:
    """The speech model of the installed packages, loaded as the program does."""
    settings = SpeechSettings(model=MODEL, device=Device.CPU, language=LANGUAGE, beam_size=BEAM)
    with models() as local:
        recognizer = WhisperLoader(local.locate).load(settings)
        try:
            yield Ears(recognizer, settings, SpeechDetectors())
        finally:
            recognizer.close()


def spoken(
    detectors: SpeechDetectors, folder: Path | None, lengths: Sequence[float], count: int
) -> list[Dictation]:
    """`count` dictations of about each of `lengths` seconds, of the recordings in `folder`."""
    clips = [clip for clip in load_set(folder) if clip.is_average]
    recordings = [say.recorded(clip, lambda samples: detectors.new().feed(samples)) for clip in clips]
    made = [
        one
        for length in lengths
        if length in say.LENGTHS_SINGLE
        for one in say.short(recordings, length, count)
    ]
    longer = [length for length in lengths if length not in say.LENGTHS_SINGLE]
    return made + [one for length in say.joined(recordings, longer, count).values() for one in length]


def dictate(ear: Ears, dictation: Dictation, after: float, writing: Bench | None, waits: RawWaits) -> None:
    """Say it in real time and let go `after` seconds behind its last word; adds to `waits`."""
    clock = SystemClock()
    events = Beside(clock, writing, ear.settings.language)
    errors: list[Exception] = []
    workers = (Worker("microphone", clock, errors.append), Worker("speech", clock, errors.append))
    for worker in workers:
        worker.start()
    try:
        speech = SpeechService(workers[1], FakeLoader(ear.recognizer), events.post, ear.settings)
        microphone = PlayedMicrophone(dictation.sound, clock)
        parts = SoundParts(microphone, FakeCues(), ear.detectors.new)
        settings = MicrophoneSettings(start_sound=False)
        capture = CaptureService(parts, workers[0], clock, FanOut(NoJournal(), speech), events.post, settings)
        speech.prepare()
        _await(events.over)
        events.clear()
        if writing:
            writing.idle_within(PATIENCE)
        began = time.process_time()
        id = ALONE
        with _at_work(writing, lambda: speech.is_idle) if writing else nullcontext():
            if writing:
                id = writing.begin()
            capture.start(id, dictation.name)
            _await(microphone.is_open)
            release = microphone.opened + dictation.last_word_ends + after
            threading.Event().wait(max(0.0, release - clock.now()))
            capture.stop(id)
            _await(events.over)
            cpu_seconds = time.process_time() - began
            raw = events.outcome(dictation, after, microphone.opened, cpu_seconds).wait
            if writing:
                _await(events.asked)
                waits.add(raw, writing.ended(events.said, events.asked_at))
            else:
                waits.off.append(raw)
    finally:
        for worker in workers:
            worker.close()
    if errors:
        raise errors[0]


@contextmanager
def _at_work(writing: Bench, is_idle: Callable[[], bool]) -> Iterator[None]:
    """The language model makes way for this recognizer."""
    before, writing.is_idle = writing.is_idle, is_idle
    try:
        yield
    finally:
        writing.is_idle = before


def measure_raw(
    bench: Bench, folder: Path | None, lengths: Sequence[float], count: int, tell: Callable[[str], None]
) -> RawWaits:
    """All of them, with the clean-up and without."""
    waits = RawWaits()
    with ears() as ear:
        said = spoken(ear.detectors, folder, lengths, count)
        # The recognizer's first decode is slower, and counts for neither.
        dictate(ear, said[0], 0.0, None, RawWaits())
        bench.writer.unload(bench.settings.model)
        for number, one in enumerate(said):
            after = RELEASES[number % len(RELEASES)]
            for writing in (bench, None) if number % 2 == 0 else (None, bench):
                dictate(ear, one, after, writing, waits)
            tell(f"{one.name}: raw text after {waits.on[-1]:.3f} s, without clean-up {waits.off[-1]:.3f} s")
    return waits


def _await(event: threading.Event) -> None:
    if not event.wait(PATIENCE):
        raise TimeoutError("a dictation in real time got no answer")
