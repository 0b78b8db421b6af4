"""Files and a loudspeaker for playing, by the sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice, SoundTrack
from app.domain.problems import AudioMissing, Problem


class FakeStream:
    """A file's sound from some sample on. `reading` is called before each piece."""

    def __init__(self, sound: Samples, at: int, loss: Problem | None, reading: Callable[[], None]) -> None:
        self.facts = MediaFacts(
            "wav", len(sound) / SAMPLE_RATE, (SoundTrack(0, "pcm_s16le", 1, SAMPLE_RATE),)
        )
        self.fingerprint = "sound"
        self.loss = loss
        self.is_closed = False
        self._sound = sound
        self._at = at
        self._reading = reading

    def read(self, samples: int) -> Samples:
        self._reading()
        piece = self._sound[self._at : self._at + samples]
        self._at += len(piece)
        return piece

    def close(self) -> None:
        self.is_closed = True


class FakeMediaFiles:
    """Files whose sound is given by their names; others are missing. `reading` is called before each piece
    that is read, and may raise."""

    def __init__(self, **sounds: Samples) -> None:
        self._sounds = {Path(name): sound for name, sound in sounds.items()}
        self.opened: list[tuple[Path, SoundChoice, float]] = []
        self.streams: list[FakeStream] = []
        self.loss: Problem | None = None
        self.opening: Callable[[], None] = lambda: None
        self.reading: Callable[[], None] = lambda: None

    def look(self, path: Path) -> MediaFacts:
        return self.open(path).facts

    def open(self, path: Path, choice: SoundChoice = ANY_SOUND, start: float = 0.0) -> FakeStream:
        self.opened.append((path, choice, start))
        self.opening()
        if path not in self._sounds:
            raise AudioMissing(str(path))
        at = round(start * SAMPLE_RATE)
        self.streams.append(FakeStream(self._sounds[path], at, self.loss, self.reading))
        return self.streams[-1]

    def file_hash(self, path: Path, between: Callable[[], None] | None = None) -> str:
        return str(path)


class FakeSounding:
    """An open loudspeaker whose time passes by `play`; nothing lies between being taken and being heard."""

    def __init__(self) -> None:
        self.given = np.zeros(0, np.float32)
        self.problem: Problem | None = None
        self.is_finished = self.is_hushed = self.is_closed = False
        self._heard = 0

    def give(self, samples: Samples) -> None:
        self.given = np.concatenate([self.given, samples])

    def finish(self) -> None:
        self.is_finished = True

    @property
    def ahead(self) -> float:
        return (len(self.given) - self._heard) / SAMPLE_RATE

    @property
    def heard(self) -> float:
        return self._heard / SAMPLE_RATE

    @property
    def is_over(self) -> bool:
        return self.is_finished and self._heard >= len(self.given)

    def hush(self) -> None:
        self.is_hushed = True

    def close(self) -> None:
        self.hush()
        self.is_closed = True

    def play(self, seconds: float) -> None:
        """Have so much heard, where there is as much."""
        if not self.is_hushed:
            self._heard = min(self._heard + round(seconds * SAMPLE_RATE), len(self.given))


class FakeLoudspeaker:
    """Opens a FakeSounding, unless it `refuses`."""

    def __init__(self) -> None:
        self.refuses: Problem | None = None
        self.opened: list[FakeSounding] = []
        self.opening: Callable[[], None] = lambda: None

    def open(self) -> FakeSounding:
        self.opening()
        if self.refuses:
            raise self.refuses
        self.opened.append(FakeSounding())
        return self.opened[-1]
