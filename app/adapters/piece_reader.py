"""Reads sound that is being decoded as pieces to transcribe, in memory that does not grow with its length.

Each block goes through the voice-activity detector, whose probabilities say where to cut
(`app.domain.sound_pieces`); sound is kept for as long as a piece to come may need it.
Raises what the stream and the detector raise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.sound_pieces import Piece, PieceCutter
from app.domain.speech_regions import Region
from app.domain.tail import WINDOW_SAMPLES

BLOCK_SAMPLES: Final = 4 * SAMPLE_RATE
"""So much is read at once. The detector is given it whole, and takes its memory by that."""


class Sound(Protocol):
    """Gives sound, as `app.services.file_ports.SoundStream` does."""

    def read(self, samples: int) -> Samples: ...


class Detector(Protocol):
    """Tells speech, as `app.services.ports.SpeechDetector` does."""

    def feed(self, samples: Samples) -> Sequence[float]: ...


@dataclass(frozen=True, slots=True)
class SoundPiece:
    """A piece and its joined sound (float32 mono 16 kHz)."""

    piece: Piece
    audio: Samples


class PieceReader:
    """The pieces of one sound, from second `begin` on; times and regions count from its very start.

    Args:
        sound: gives all of it, also what comes before `begin`.
        detector: a new one.
        cutter: a new one.
        begin: so many seconds are passed over.
        before_block: called before each block is read; what it raises ends the reading.
    """

    def __init__(
        self,
        sound: Sound,
        detector: Detector,
        cutter: PieceCutter,
        begin: float = 0.0,
        before_block: Callable[[], None] = lambda: None,
    ) -> None:
        self._sound = sound
        self._detector = detector
        self._cutter = cutter
        self._begin = round(begin * SAMPLE_RATE)
        self._before_block = before_block
        self._kept: Samples = np.zeros(0, np.float32)
        self._first = 0
        """The sample behind `begin` that the first of `_kept` is."""
        self._count = 0

    @property
    def seconds(self) -> float:
        """How much has been read, what was passed over included."""
        return self._count / SAMPLE_RATE

    def __iter__(self) -> Iterator[SoundPiece]:
        while self._count < self._begin:
            passed = len(self._read(min(BLOCK_SAMPLES, self._begin - self._count)))
            if not passed:
                return
            self._count += passed
        while len(block := self._read(BLOCK_SAMPLES)):
            self._count += len(block)
            self._kept = np.concatenate((self._kept, block))
            yield from map(self._with_sound, self._cutter.feed(self._detector.feed(block)))
            needed = self._cutter.needed_from - self._first
            self._kept = self._kept[needed:].copy()
            self._first += needed
        heard = self._count - self._begin
        # The last window is filled with silence, as the detector takes nothing but whole ones.
        rest = np.zeros(-heard % WINDOW_SAMPLES, np.float32)
        last = [*self._cutter.feed(self._detector.feed(rest)), *self._cutter.finish(heard)]
        yield from map(self._with_sound, last)

    def _read(self, samples: int) -> Samples:
        self._before_block()
        return self._sound.read(samples)

    def _with_sound(self, piece: Piece) -> SoundPiece:
        end = self._count - self._begin
        regions = [Region(one.start, min(one.end, end)) for one in piece.regions]
        audio = np.concatenate(
            [self._kept[one.start - self._first : one.end - self._first] for one in regions]
        )
        placed = tuple(Region(self._begin + one.start, self._begin + one.end) for one in regions)
        return SoundPiece(Piece(placed, piece.speech), audio)
