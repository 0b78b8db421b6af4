"""What was measured of a microphone, and whether it will do.

Whisper takes quiet speech well, but below `QUIET_DBFS` the detector begins to miss words; a peak at full
scale is cut off, and what is cut off cannot be mended. Values alone: windows show them, and know no sound.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

QUIET_DBFS: Final = -45.0
"""Speech below this, by its root mean square, is too quiet."""

FULL_DBFS: Final = -0.5
"""A peak above this was cut off, or nearly."""


class MicrophoneVerdict(StrEnum):
    """Whether the microphone will do."""

    GOOD = "good"
    QUIET = "quiet"
    LOUD = "loud"
    NOTHING_HEARD = "nothing heard"


@dataclass(frozen=True, slots=True)
class MicrophoneReport:
    """`delay_ms` from opening to the first sound, the median of all openings; None where none was timed.
    `peak_dbfs` of all that was heard, `speech_dbfs` (root mean square) of the speech in it; None without."""

    delay_ms: int | None
    peak_dbfs: float
    speech_dbfs: float | None

    @property
    def verdict(self) -> MicrophoneVerdict:
        """Whether it will do."""
        if self.speech_dbfs is None:
            return MicrophoneVerdict.NOTHING_HEARD
        if self.peak_dbfs > FULL_DBFS:
            return MicrophoneVerdict.LOUD
        return MicrophoneVerdict.QUIET if self.speech_dbfs < QUIET_DBFS else MicrophoneVerdict.GOOD
