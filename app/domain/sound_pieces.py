"""Cuts sound that is being read into pieces to be decoded at once, and says what of it is still needed.

The encoder's window and the decoder's memory of it cost the same for little speech as for much, so pieces are
filled as densely as can be: with stretches of speech one after the other, silence left out. A piece ends in a
silence, and with one that has become as long as a piece may be. Shorter pieces than Whisper's window of 30 s
are the cheaper ones where that window may be cut (`app.domain.encoder_window`): see `MOST_SECONDS`.

Rules: speech begins and ends as in `app.domain.speech_regions`, and is padded as there, but every pause of
`PAUSE_MS` may end a piece; within one, a pause shorter than the silence that is to be cut out stays in it.
Speech without a pause is cut where it is quietest. Everything is counted in the detector's windows of 512
samples, so that a piece's sound and probabilities agree; the last one may be shorter. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.audio import SAMPLE_RATE
from app.domain.speech_regions import PADDING_MS, SILENCE_THRESHOLD, SPEECH_THRESHOLD, Region
from app.domain.tail import WINDOW_SAMPLES

MOST_SECONDS: Final = 15.0
"""Of sound in one piece. Measured with base on two cores, 290 s of joined speech, beam 5: pieces of 15 s take
half the time of pieces of 30 s, at the same word errors; pieces of 10 s gain nothing more and lose words.
With tiny.en 3.0 % of the words are wrong in pieces of 15 s, 4.4 % in 30 s, and 3.6 % in 10 s."""

PAUSE_MS: Final = 160
"""The shortest pause that may end a piece; faster-whisper's batched pipeline has the same."""

_PADDING: Final = PADDING_MS * SAMPLE_RATE // 1000 // WINDOW_SAMPLES
_PAUSE: Final = PAUSE_MS * SAMPLE_RATE // 1000 // WINDOW_SAMPLES


@dataclass(frozen=True, slots=True)
class Piece:
    """Sound to decode at once: its regions, in samples of the whole, in order; and the detector's probability
    of speech of each window of them, one after the other."""

    regions: tuple[Region, ...]
    speech: tuple[float, ...]

    @property
    def samples(self) -> int:
        """How many samples it has."""
        return sum(region.samples for region in self.regions)

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.samples / SAMPLE_RATE

    @property
    def end(self) -> float:
        """The second of the whole behind it."""
        return self.regions[-1].end / SAMPLE_RATE


@dataclass(slots=True)
class _Stretch:
    """Speech, in windows. A stretch that was `cut` at a side is not padded there."""

    start: int
    end: int
    is_cut: bool = False


class PieceCutter:
    """Makes pieces of one sound.

    Args:
        silence_ms: the shortest silence that is left out of a piece.
        keep_all: leave nothing out, and only choose where to cut.
        most_seconds: how long a piece may be; a padding more where there is no pause.
    """

    def __init__(
        self, silence_ms: int, *, keep_all: bool = False, most_seconds: float = MOST_SECONDS
    ) -> None:
        self._silence = silence_ms * SAMPLE_RATE // 1000 // WINDOW_SAMPLES
        self._keep_all = keep_all
        self._most = round(most_seconds * SAMPLE_RATE) // WINDOW_SAMPLES
        self._known: list[float] = []
        self._first = 0
        """The window that the first of `_known` belongs to."""
        self._at = 0
        self._speaking: _Stretch | None = None
        self._quiet_since: int | None = None
        self._closed: _Stretch | None = None
        """Speech that has ended; how far it is padded depends on what follows."""
        self._open: list[_Stretch] = []
        """Padded speech of the piece that is being filled."""
        self._done: list[Piece] = []

    @property
    def needed_from(self) -> int:
        """The first sample that a piece to come may have."""
        return self._needed() * WINDOW_SAMPLES

    def feed(self, speech: Sequence[float]) -> list[Piece]:
        """The pieces that are complete with these probabilities of speech, one for each further window."""
        for probability in speech:
            self._known.append(probability)
            self._hear(1.0 if self._keep_all else probability)
            self._at += 1
        return self._taken()

    def finish(self, samples: int) -> list[Piece]:
        """The pieces that were left; the sound has ended after so many samples."""
        if self._speaking:
            self._close(self._at)
        if self._closed:
            self._place(self._padded(self._closed, self._at + _PADDING))
            self._closed = None
        self._emit()
        last = self._taken()
        return [_shortened(piece, samples) for piece in last]

    # --- hearing ---

    def _hear(self, probability: float) -> None:
        at = self._at
        if probability >= SPEECH_THRESHOLD:
            self._quiet_since = None
            if self._speaking is None:
                self._begin(at)
        elif probability < SILENCE_THRESHOLD and self._speaking:
            self._quiet_since = at if self._quiet_since is None else self._quiet_since
            if at - self._quiet_since >= _PAUSE:
                self._close(self._quiet_since)
        if self._closed and self._speaking is None and at - self._closed.end >= 2 * _PADDING:
            self._place(self._padded(self._closed, self._closed.end + 2 * _PADDING))
            self._closed = None
        if self._speaking and at + 1 - self._speaking.start >= self._most - _PADDING:
            self._cut(self._speaking)
        if self._open and not (self._speaking or self._closed) and at - self._open[-1].end >= self._most:
            # All sound from the piece's beginning is kept until it is complete, be it hours of silence.
            self._emit()

    def _begin(self, at: int) -> None:
        start = max(0, at - _PADDING)
        if self._closed:
            # Where two paddings would meet, they share the silence.
            placed = self._padded(self._closed, at)
            self._place(placed)
            self._closed = None
            start = max(start, placed.end)
        elif self._open:
            start = max(start, self._open[-1].end)
        self._speaking = _Stretch(start, at)

    def _close(self, end: int) -> None:
        assert self._speaking is not None
        self._closed = _Stretch(self._speaking.start, end)
        self._speaking = self._quiet_since = None

    def _padded(self, stretch: _Stretch, limit: int) -> _Stretch:
        """With silence behind it, half of that up to `limit` at most."""
        room = max(0, limit - stretch.end)
        padding = _PADDING if room >= 2 * _PADDING else room // 2
        return _Stretch(stretch.start, min(self._at + 1, stretch.end + padding))

    def _cut(self, stretch: _Stretch) -> None:
        """Cut speech that has no pause where it is quietest, in its second half."""
        place = quietest(self._known, stretch.start + self._most // 2 - self._first, self._at - self._first)
        cut = place + self._first
        self._place(_Stretch(stretch.start, cut))
        self._speaking = _Stretch(cut, self._at)

    # --- filling ---

    def _place(self, stretch: _Stretch) -> None:
        """Add padded speech to the piece, or begin a new one with it."""
        if not self._open:
            self._open.append(stretch)
            return
        gap = stretch.start - self._open[-1].end
        bridged = gap if gap < self._silence - 2 * _PADDING or gap == 0 else 0
        filled = sum(one.end - one.start for one in self._open)
        if filled + bridged + stretch.end - stretch.start > self._most:
            self._emit()
            self._open.append(stretch)
        elif bridged or gap == 0:
            self._open[-1].end = stretch.end
        else:
            self._open.append(stretch)

    def _emit(self) -> None:
        if not self._open:
            return
        speech = [
            one
            for each in self._open
            for one in self._known[each.start - self._first : each.end - self._first]
        ]
        regions = (Region(one.start * WINDOW_SAMPLES, one.end * WINDOW_SAMPLES) for one in self._open)
        self._done.append(Piece(tuple(regions), tuple(speech)))
        self._open = []

    def _taken(self) -> list[Piece]:
        done, self._done = self._done, []
        needed = self._needed()
        del self._known[: needed - self._first]
        self._first = needed
        return done

    def _needed(self) -> int:
        places = [max(0, self._at - 2 * _PADDING)]
        places.extend(one.start for one in (self._speaking, self._closed, *self._open[:1]) if one)
        return max(self._first, min(places))


def quietest(speech: Sequence[float], first: int, last: int) -> int:
    """The window from `first` on and before `last` at which to cut: the middle of the longest silence there,
    or where speech is least likely."""
    best: tuple[int, int] | None = None
    start: int | None = None
    for at in range(first, last + 1):
        if at < last and speech[at] < SILENCE_THRESHOLD:
            start = at if start is None else start
        elif start is not None:
            if best is None or at - start > best[1] - best[0]:
                best = (start, at)
            start = None
    if best:
        return sum(best) // 2
    return min(range(first, last), key=lambda at: speech[at])


def _shortened(piece: Piece, samples: int) -> Piece:
    """Without what the last window has behind the end of the sound."""
    if piece.regions[-1].end <= samples:
        return piece
    last = Region(piece.regions[-1].start, samples)
    return Piece((*piece.regions[:-1], last), piece.speech)
