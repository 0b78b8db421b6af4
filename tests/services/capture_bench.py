"""A capture service on a table, for tests: its sink, its events, and hands to work it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.dictation_events import Failed
from app.domain.problems import (
    Problem,
)
from app.domain.settings import MicrophoneSettings
from app.services.capture import CaptureService, SoundParts
from app.services.events import Noticed
from app.services.ports import SpeechDetector
from tests.fakes import FakeClock, FakeCues, FakeInbox, FakeMicrophone, LoudnessDetector

BLOCK = 0.02


@dataclass
class Recorded:
    """A sink that keeps what it gets."""

    calls: list[tuple[str, int]] = field(default_factory=list)
    sound: dict[int, list[Samples]] = field(default_factory=dict)
    windows: dict[int, int] = field(default_factory=dict)
    releases: list[int] = field(default_factory=list)

    def begin(self, id: int, recording: str) -> None:
        self.calls.append(("begin", id))
        self.sound[id] = []
        self.windows[id] = 0

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        assert ("finish", id) not in self.calls
        self.sound[id].append(samples)
        self.windows[id] += len(speech)

    def released(self, id: int) -> None:
        assert ("finish", id) not in self.calls
        self.releases.append(id)

    def finish(self, id: int) -> None:
        self.calls.append(("finish", id))

    def abandon(self, id: int) -> None:
        self.calls.append(("abandon", id))

    def heard(self, id: int) -> Samples:
        return np.concatenate(self.sound[id]) if self.sound[id] else np.zeros(0, np.float32)


class Bench:
    """A capture service on a table, and hands to work it with."""

    def __init__(self, **settings: object) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.microphone = FakeMicrophone("Desk", "Headset")
        self.cues = FakeCues()
        self.sink = Recorded()
        self.events: list[object] = []
        self.detector_fails: Problem | None = None
        self.detectors: list[LoudnessDetector] = []
        parts = SoundParts(self.microphone, self.cues, self.new_detector)
        self.settings = MicrophoneSettings(**settings)  # type: ignore[arg-type]  # any of its fields
        self.service = CaptureService(
            parts, self.inbox, self.clock, self.sink, self.events.append, self.settings
        )

    def new_detector(self) -> SpeechDetector:
        if self.detector_fails:
            raise self.detector_fails
        self.detectors.append(LoudnessDetector())
        return self.detectors[-1]

    def sound(self, samples: Samples) -> None:
        """`samples` in real time: each block is delivered when its last sample has been spoken."""
        for start in range(0, len(samples), FakeMicrophone.BLOCK):
            self.inbox.advance(BLOCK)
            if self.microphone.is_open:
                self.microphone.say(samples[start : start + FakeMicrophone.BLOCK])
            self.inbox.run()

    def start(self, id: int = 1) -> None:
        self.service.start(id, f"rec{id}")
        self.inbox.run()

    def stop(self, id: int = 1) -> None:
        self.service.stop(id)
        self.inbox.run()

    def told(self, *kinds: type) -> list[object]:
        return [event for event in self.events if isinstance(event, kinds)]

    def problems(self) -> list[Problem]:
        return [event.problem for event in self.events if isinstance(event, Failed | Noticed)]


_phase = iter(range(10**9))


def speech(seconds: float) -> Samples:
    """Loud sound of which no two samples are alike, so that a lost or doubled block shows."""
    count = round(seconds * SAMPLE_RATE)
    first = next(_phase) * 7919
    return np.asarray(0.3 + 0.1 * np.sin(np.arange(first, first + count) * 0.7), np.float32)


def quiet(seconds: float) -> Samples:
    """Room tone: no speech, yet not digital silence."""
    count = round(seconds * SAMPLE_RATE)
    return np.asarray(1e-4 * np.sin(np.arange(count) * 0.9), np.float32)


def zeros(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)
