"""A recognizer that decodes each thing once and takes its measured time whenever the same thing comes again.

Three dictations that differ only in when the key comes up share all decodes up to there, and a dictation of
120 s shares its first minute with the one of 60 s that begins alike. Decoding all of that anew would take
hours. So a decode is known by what it depends on: the sound, the detector's probabilities, the options. Where
it was computed before in this run, its transcript is given again and the simulated clock moves by the seconds
that it took then, so that a repeated decode is as slow as a new one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.audio import Samples, seconds
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.transcript import Transcript
from app.services.ports import Recognizer
from tests.benchmarks.simulation import Simulation, Stopwatch

BEGINNING_SAMPLES = 4000
"""Decodes whose first quarter of a second is the same are of the same phrase."""


@dataclass(frozen=True, slots=True)
class Decode:
    """What came of it, and what it took: wall and processor seconds."""

    transcript: Transcript
    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Call:
    """One decode within a dictation: simulated moments, seconds of sound, and a mark of the phrase."""

    start: float
    end: float
    seconds: float
    is_draft: bool
    phrase: bytes


class Decodes:
    """All decodes of this run. `computed` and `repeated` count them."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Decode] = {}
        self.computed = 0
        self.repeated = 0

    def of(self, key: tuple[object, ...], decode: Callable[[], Transcript]) -> Decode:
        """The one that `key` tells apart; computed by `decode` when it is new."""
        if key in self._known:
            self.repeated += 1
            return self._known[key]
        watch = Stopwatch()
        transcript = decode()
        watch.hold()
        self.computed += 1
        self._known[key] = Decode(transcript, watch.wall, watch.cpu)
        return self._known[key]


class RememberingRecognizer:
    """Fits the Recognizer port. `calls` are those since it was made."""

    def __init__(self, recognizer: Recognizer, decodes: Decodes, simulation: Simulation) -> None:
        self._recognizer = recognizer
        self._decodes = decodes
        self._simulation = simulation
        self.calls: list[Call] = []

    @property
    def facts(self) -> EngineFacts:
        """What is in use."""
        return self._recognizer.facts

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """Decode a whole recording."""
        made = self._call(
            audio, False, ("whole", options), lambda: self._recognizer.transcribe(audio, options)
        )
        if on_progress is not None:
            on_progress(seconds(audio))
        return made

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        """Decode one phrase."""
        return self._call(
            audio,
            draft,
            ("phrase", tuple(speech), options, draft, careful, once),
            lambda: self._recognizer.decode_phrase(
                audio, speech, options, draft=draft, careful=careful, once=once
            ),
        )

    def close(self) -> None:
        """The model stays for the next dictation."""

    def _call(
        self, audio: Samples, is_draft: bool, how: tuple[object, ...], decode: Callable[[], Transcript]
    ) -> Transcript:
        clock = self._simulation.clock
        start = clock.now()
        with clock.held():
            # The benchmark's own work, and the decode whose time is given back below.
            made = self._decodes.of((*how, _mark(audio)), decode)
            phrase = _mark(audio[:BEGINNING_SAMPLES])
        clock.spend(made.wall, made.cpu)
        self.calls.append(Call(start, clock.now(), seconds(audio), is_draft, phrase))
        self._simulation.catch_up()
        return made.transcript


def _mark(audio: Samples) -> bytes:
    return hashlib.sha1(np.ascontiguousarray(audio).tobytes(), usedforsecurity=False).digest()
