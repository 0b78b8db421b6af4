"""A microphone, its cue and a detector, all by the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.devices import InputDevice
from app.domain.problems import Problem


class FakeCapture:
    """An open `FakeMicrophone`: the device's rate is already 16 kHz."""

    def __init__(self, device: str) -> None:
        self.device = device
        self.latency = 0.0
        self.is_closed = False

    def convert(self, raw: Samples) -> Samples:
        return raw

    def flush(self) -> Samples:
        return np.zeros(0, np.float32)

    def close(self) -> None:
        self.is_closed = True


class FakeMicrophone:
    """A microphone whose sound the test gives with `say`, block by block of 20 ms."""

    BLOCK = SAMPLE_RATE // 50

    def __init__(self, *names: str) -> None:
        self.names = list(names or ("Desk microphone",))
        self.refuses: Problem | None = None
        self.opened: list[FakeCapture] = []
        self.refreshed = 0
        self._deliver: Callable[[Samples], None] | None = None
        self._lost: Callable[[Problem], None] | None = None

    def devices(self) -> tuple[InputDevice, ...]:
        return tuple(InputDevice(name, name, index == 0) for index, name in enumerate(self.names))

    def open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> FakeCapture:
        if self.refuses:
            raise self.refuses
        self._deliver, self._lost = deliver, lost
        self.opened.append(FakeCapture(device or self.names[0]))
        return self.opened[-1]

    def refresh(self) -> None:
        self.refreshed += 1

    @property
    def is_open(self) -> bool:
        return bool(self.opened) and not self.opened[-1].is_closed

    def say(self, samples: Samples) -> None:
        """Deliver `samples` in blocks, as the sound library would."""
        assert self._deliver
        for start in range(0, len(samples), self.BLOCK):
            if self.is_open:
                self._deliver(samples[start : start + self.BLOCK].copy())

    def unplug(self, problem: Problem) -> None:
        """The stream ends by itself."""
        assert self._lost
        self._lost(problem)


class FakeCues:
    """Counts the start sounds."""

    def __init__(self) -> None:
        self.starts = 0

    def play_start(self) -> None:
        self.starts += 1


class LoudnessDetector:
    """Speech is whatever is louder than -40 dBFS, window by window of 512 samples; `fails` makes it raise."""

    def __init__(self) -> None:
        self.fails = False
        self._rest = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> Sequence[float]:
        if self.fails:
            raise RuntimeError("the detector fails")
        audio = np.concatenate([self._rest, samples])
        whole = len(audio) // 512
        self._rest = audio[whole * 512 :]
        windows = audio[: whole * 512].reshape(-1, 512)
        return [1.0 if float(np.sqrt(np.mean(window**2))) > 0.01 else 0.0 for window in windows]
