"""What the capture service is made of: one open stream's blocks, one dictation's share of them, and where
that goes.

The blocks wait in a `BlockQueue`: put in by the sound library's thread, taken out by the microphone
worker. One open stream may be heard by two dictations at once, the earlier one in its tail; each is a
`Session` with its own detector, so that its windows begin where its sound does.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples, is_digital_silence, level_dbfs
from app.domain.tail import Heard, SoundTimes, tail_is_over
from app.services.ports import Post, SpeechDetector

MUTED_SECONDS: Final = 1.0
"""So much digital silence is no pause: the microphone is muted."""

_LEVEL_SAMPLES: Final = SAMPLE_RATE // 20


class AudioSink(Protocol):
    """Where the sound goes. Called on the microphone worker; must return at once."""

    def begin(self, id: int, recording: str) -> None:
        """The first sound of a dictation is there."""

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """Sound (float32 mono 16 kHz), and the probability of speech of each window of 512 samples,
        counted from the dictation's beginning, that it completes."""

    def released(self, id: int) -> None:
        """The user has let go; at most a tail will follow. Only between `begin` and `finish`."""

    def finish(self, id: int) -> None:
        """No more sound of it will come."""

    def abandon(self, id: int) -> None:
        """It is wanted no more: drop it. May come after `finish`, and for one that never began."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """Where the sound goes to, and `post` takes what is told of it: CaptureOpened, LevelHeard, Failed,
    CaptureClosed, and Noticed of a microphone that is muted. Without `plays_cue` no start sound is played,
    which the microphone may hear."""

    sink: AudioSink
    post: Post
    plays_cue: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """Sound as it was delivered, at the device's rate; `arrived` is monotonic seconds."""

    samples: Samples
    arrived: float


class BlockQueue:
    """The blocks of one stream, between two threads.

    It either passes on (every block is for the worker) or, between dictations with pre-roll, keeps the
    newest seconds and wakes nobody.
    """

    def __init__(self, opened: float) -> None:
        self._lock = threading.Lock()
        self._blocks: deque[Block] = deque()
        self._keep: float | None = None
        self._worker_knows = False
        self.has_delivered = False
        self.last_arrival = opened
        """When the newest block came; before the first one, when the stream was opened."""

    def put(self, samples: Samples, arrived: float) -> bool:
        """Add a block; whether the worker must be told."""
        with self._lock:
            self.has_delivered = True
            self.last_arrival = arrived
            self._blocks.append(Block(samples, arrived))
            if self._keep is not None:
                while self._blocks[0].arrived <= arrived - self._keep:
                    self._blocks.popleft()
                return False
            wake = not self._worker_knows
            self._worker_knows = True
            return wake

    def next(self) -> Block | None:
        """The oldest block that waits. None: there is none, and the worker will be told of the next."""
        with self._lock:
            if self._blocks:
                return self._blocks.popleft()
            self._worker_knows = False
            return None

    def keep(self, newest: float) -> None:
        """From now on keep only the `newest` seconds."""
        with self._lock:
            self._keep = newest

    def pass_on(self) -> None:
        """From now on every block is for the worker, who must look once by itself for those kept."""
        with self._lock:
            self._keep = None
            self._worker_knows = True


class Session:
    """One dictation's hearing. `detector` None: nobody tells where speech is, so tails have full length."""

    def __init__(self, id: int, recording: str, outlet: Outlet, detector: SpeechDetector | None) -> None:
        self.id = id
        self.recording = recording
        self.outlet = outlet
        self.has_begun = False
        self.released: float | None = None
        """When the user let go, in monotonic seconds."""
        self._detector = detector
        self._heard = Heard()
        self._times = SoundTimes()
        self._silence = 0.0
        self._told_muted = False

    def hear(self, samples: Samples) -> Sequence[float]:
        """Take `samples` (float32 mono 16 kHz) in; the probability of speech of each window completed."""
        speech = self._detector.feed(samples) if self._detector else ()
        self._heard = self._heard.plus(len(samples), speech)
        return speech

    def do_without_detector(self) -> None:
        """It fails: from now on nobody tells where speech is."""
        self._detector = None

    def note_time(self, arrived: float, latency: float) -> None:
        """What was heard so far ends with a block that arrived then, so much too late."""
        self._times.note(arrived, latency, self._heard.seconds)

    def is_over(self, tail_seconds: float) -> bool:
        """Whether the user has let go and the tail is in."""
        if self.released is None or not self.has_begun:
            return False
        return tail_is_over(self._heard, self._times.place_of(self.released), tail_seconds)

    def turns_out_muted(self, samples: Samples) -> bool:
        """Whether with these the microphone proves to be muted; says so once."""
        silent = is_digital_silence(samples)
        self._silence = self._silence + len(samples) / SAMPLE_RATE if silent else 0.0
        if self._told_muted or self._silence < MUTED_SECONDS:
            return False
        self._told_muted = True
        return True


class Meter:
    """Turns sound into about twenty levels a second."""

    def __init__(self) -> None:
        self._pieces: list[Samples] = []
        self._count = 0

    def hear(self, samples: Samples) -> float | None:
        """The level in dBFS when it is time for one."""
        self._pieces.append(samples)
        self._count += len(samples)
        if self._count < _LEVEL_SAMPLES:
            return None
        level = level_dbfs(np.concatenate(self._pieces))
        self._pieces.clear()
        self._count = 0
        return level
