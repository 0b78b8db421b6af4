"""How soon the raw text comes while the language model works beside the recognizer.

Recordings are dictated in real time through the real services, as the program wires them: the model is told
to get ready at key-down, cleans pieces up while words settle, and makes way while the recognizer computes.
Each dictation is said twice, with the clean-up and without, in turns; the next one begins when the clean-up
is done. The model is not loaded when the first one begins. The stand-in for Ollama takes all cores here, as
Ollama itself does.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from app.adapters.clock import SystemClock
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import WhisperLoader
from app.domain.dictation_events import SpeechEnded, TextHeard
from app.domain.settings import Device, SpeechSettings
from app.services.ports import Clock
from app.services.speech import SpeechService
from tests.benchmarks import dictations as say
from tests.benchmarks import rounds
from tests.benchmarks.accuracy import BEAM
from tests.benchmarks.cleanup_bench import LANGUAGE, PATIENCE, Bench
from tests.benchmarks.cleanup_figures import RawWaits
from tests.benchmarks.decodes import Decodes
from tests.benchmarks.dictations import Dictation
from tests.benchmarks.latency_figures import RELEASES
from tests.benchmarks.rounds import Events, in_real_time
from tests.benchmarks.speech_set import load_set, models

MODEL: Final = "base"


class Beside(Events):
    """What the services post; told to the language model as well.

    `asked_at` is when the clean-up was asked for (`time.perf_counter`), `said` the text of it.
    """

    def __init__(self, clock: Clock, writing: Bench, language: str) -> None:
        super().__init__(clock)
        self._writing = writing
        self._language = language
        self.asked_at = 0.0
        self.said = ""

    def post(self, event: object) -> None:
        """Fits the Post port."""
        super().post(event)
        if isinstance(event, TextHeard):
            self._writing.service.heard(event.id, event.text, self._language)
        elif isinstance(event, SpeechEnded):
            self.said = event.transcript.text
            self.asked_at = time.perf_counter()
            self._writing.service.enhance(event.id, self.said, "", event.transcript.language)


@contextmanager
def ears() -> Iterator[rounds.Bench]:
    """The speech model of the installed packages, loaded as the program does."""
    settings = SpeechSettings(model=MODEL, device=Device.CPU, language=LANGUAGE, beam_size=BEAM)
    with models() as local:
        recognizer = WhisperLoader(local.locate).load(settings)
        try:
            yield rounds.Bench(recognizer, settings, SpeechDetectors(), Decodes())
        finally:
            recognizer.close()


def spoken(ear: rounds.Bench, folder: Path | None, lengths: Sequence[float], count: int) -> list[Dictation]:
    """`count` dictations of about each of `lengths` seconds, of the recordings in `folder`."""
    clips = [clip for clip in load_set(folder) if clip.is_average]
    recordings = [say.recorded(clip, ear.hear) for clip in clips]
    made = [
        one
        for length in lengths
        if length in say.LENGTHS_SINGLE
        for one in say.short(recordings, length, count)
    ]
    longer = [length for length in lengths if length not in say.LENGTHS_SINGLE]
    return made + [one for length in say.joined(recordings, longer, count).values() for one in length]


def dictate(
    ear: rounds.Bench, dictation: Dictation, after: float, writing: Bench | None, waits: RawWaits
) -> None:
    """Say it in real time and let go `after` seconds behind its last word; adds to `waits`."""
    if writing is None:
        waits.off.append(in_real_time(ear, dictation, after).wait)
        return
    events = Beside(SystemClock(), writing, ear.settings.language)
    before = writing.is_idle

    def begin(speech: SpeechService) -> int:
        writing.idle_within(PATIENCE)
        # The language model makes way for this recognizer.
        writing.is_idle = lambda: speech.is_idle
        return writing.begin()

    try:
        raw = in_real_time(ear, dictation, after, events, begin).wait
        waits.add(raw, writing.ended(events.said, events.asked_at))
    finally:
        writing.is_idle = before


def measure_raw(
    bench: Bench, folder: Path | None, lengths: Sequence[float], count: int, tell: Callable[[str], None]
) -> RawWaits:
    """All of them, with the clean-up and without."""
    waits = RawWaits()
    with ears() as ear:
        said = spoken(ear, folder, lengths, count)
        # The recognizer's first decode is slower, and counts for neither.
        dictate(ear, said[0], 0.0, None, RawWaits())
        bench.writer.unload(bench.settings.model)
        for number, one in enumerate(said):
            after = RELEASES[number % len(RELEASES)]
            for writing in (bench, None) if number % 2 == 0 else (None, bench):
                dictate(ear, one, after, writing, waits)
            tell(f"{one.name}: raw text after {waits.on[-1]:.3f} s, without clean-up {waits.off[-1]:.3f} s")
    return waits
