"""Counts what is missing of one sound while it is decoded: in the middle, and at the end.

The problem: FFmpeg passes over damage and goes on behind it, and all that is left of the loss is a gap
between the times of two frames. Intact files have gaps as well: nothing was sent while nobody spoke, or the
recorder was paused. So a gap is a loss only where something speaks for it: FFmpeg has complained or failed
to decode just before, or the container counts samples, so that it can have no gaps.

Rules: times are seconds of the sound, with the gaps in it. What a file promises decides how much is missing;
without a promise it is what could be seen to be missing. Pure, and one object for each sound.
Failure mode: in files without times of their own (MP3, ADTS) damage shortens the sound. Its place is known
there, its length only where the file counts its frames.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.media import Damage

MISSING_SECONDS: Final = 0.25
"""Sound that is missing before a file counts as damaged; encoders pad by up to 0.1 s."""
NEAR_SECONDS: Final = 2.0
"""So much sound may still come behind a complaint before the gap: FFmpeg reads ahead."""
SAME_PLACE_SECONDS: Final = 3.0
"""What is lost so shortly behind a loss belongs to it."""


@dataclass(slots=True)
class _Place:
    at: float
    until: float
    seconds: float


class SoundLosses:
    """What is missing of one sound.

    Args:
        promised: seconds of sound that are there if the file is whole, None if it does not say.
        has_times: whether the container says when each piece is to be heard.
        counts_samples: whether it can have no gap unless it is damaged.
    """

    def __init__(self, promised: float | None, *, has_times: bool, counts_samples: bool) -> None:
        self._promised = promised
        self._has_times = has_times
        self._counts_samples = counts_samples
        self._complained: float | None = None
        self._failed = 0.0
        self._places: list[_Place] = []
        self._has_gap = False

    def complain(self, at: float) -> None:
        """FFmpeg is not content with what is behind second `at`."""
        self._complained = at

    def fail(self, seconds: float) -> None:
        """A packet of so much sound could not be decoded."""
        self._failed += seconds

    def gap(self, at: float, seconds: float) -> bool:
        """Whether these seconds without sound, from second `at` on, are a loss and no silence."""
        near = self._complained is not None and self._complained >= at - NEAR_SECONDS
        if not near and not self._counts_samples:
            return False
        self._failed = 0.0  # it is the same loss
        self._has_gap = True
        self._add(at, seconds)
        return True

    def sound(self, at: float) -> None:
        """There is sound at second `at`."""
        if self._failed:
            self._add(at, self._failed)
            self._failed = 0.0

    def found(self, at: float, seconds: float, *, is_cut: bool) -> tuple[float | None, Damage | None]:
        """The second after which the end is missing, and the damage before; None where there is none.

        `at` is where the sound ended, `seconds` how much of it there was with the silences in it; `is_cut`
        where the file is shorter than its container says.
        """
        inner = sum(place.seconds for place in self._places)
        if self._promised is None:
            rest = self._failed
        else:
            missing = self._promised - seconds
            if missing <= MISSING_SECONDS and not self._has_gap:
                inner = 0.0  # what could not be decoded was not sound
            rest = missing - inner
        if self._places and not self._has_times and rest > MISSING_SECONDS:
            inner, rest = inner + rest, 0.0
        ends = at if is_cut or rest > MISSING_SECONDS else None
        return ends, self._damage(inner) if inner > MISSING_SECONDS else None

    def _damage(self, seconds: float) -> Damage:
        is_known = self._has_times or self._promised is not None
        return Damage(self._places[0].at, seconds if is_known else 0.0, len(self._places))

    def _add(self, at: float, seconds: float) -> None:
        last = self._places[-1] if self._places else None
        if last is not None and at <= last.until + SAME_PLACE_SECONDS:
            last.until = at + seconds
            last.seconds += seconds
        else:
            self._places.append(_Place(at, at + seconds, seconds))
