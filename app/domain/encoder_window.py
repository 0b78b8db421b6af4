"""How much of Whisper's window of 30 seconds the encoder is given for a phrase.

The encoder takes the same time for two seconds of speech as for thirty, because the rest of its window is
filled with silence. CTranslate2 accepts shorter windows. Whisper was never trained on them: too short a
window makes the decoder repeat itself, which is why each such decode is judged (`app.domain.phrase_judge`).

Measured with `python -m tests.benchmarks.window`, which draws the curves. A model that is not in the table
was not measured, and gets `UNMEASURED`. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FULL_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Window:
    """Never shorter than `floor`, and always `margin` longer than the sound; in seconds."""

    floor: float
    margin: float

    def seconds(self, sound: float) -> float:
        """The window for a phrase of `sound` seconds."""
        return min(FULL_SECONDS, max(self.floor, sound + self.margin))


UNMEASURED: Final = Window(15.0, 3.0)
MEASURED: Final[Mapping[str, Window]] = {}


def window_for(model: str) -> Window:
    """The window of a catalogue name; of a folder of the user's own, the unmeasured one."""
    return MEASURED.get(model, UNMEASURED)
