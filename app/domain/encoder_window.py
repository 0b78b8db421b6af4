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
MEASURED: Final[Mapping[str, Window]] = {
    "base": Window(12.0, 3.0),
    "tiny.en": Window(12.0, 3.0),
}
"""Word edits and median seconds of a decode, on two cores that had other work too, int8; 33 clips of 568
words, and in brackets 18 more of 154 words, in noise or in odd voices:

    floor and margin   base, beam 5            tiny.en, beam 1
    30 s (full)        15 (+51)   1.52 s       23 (+43)   0.75 s
    15 s and 3 s       21 (+38)   0.79 s       22 (+45)   0.39 s
    12 s and 3 s       19 (+36)   0.69 s       23 (+45)   0.33 s
    10 s and 3 s       21 (+38)   0.64 s       24 (+45)   0.31 s
     8 s and 3 s       18 (+37)   0.63 s       26 (+40)   0.32 s

With tiny.en 12 s loses nothing against the full window, at margins of 2 and 3 s alike; 8 s does, and so does
a margin of 1 s (27 edits, six more in one long phrase). With base no short window is as good as the full one
on clean speech: 12 s costs 0.70 points (95 %: 0.00 to 1.82), all in phrases below 8 s, where the decoder now
and then stops before the last words, which the judge and the comparison of takes are there to find. The
floors differ by less than chance does here; through all of it, dictations of 60 s (5, 760 words) have 3.42 %
word errors with 8 s, 2.76 % with 12 s and 3.55 % decoded as a whole, the single clips 3.27, 3.12 and 3.27 %,
and synthetic voices are misheard more often with 8 s. The language is found alike on all of them.
"""


def window_for(model: str) -> Window:
    """The window of a catalogue name; of a folder of the user's own, the unmeasured one."""
    return MEASURED.get(model, UNMEASURED)
