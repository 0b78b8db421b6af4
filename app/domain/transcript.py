"""What the recognizer heard: text with times, and how sure it was.

Times are seconds from the start of the audio that was given. Probabilities are 0..1; log-probabilities
are natural logarithms averaged over tokens, as Whisper's thresholds mean them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Word:
    """One word with its own leading space, as Whisper spaces it."""

    text: str
    start: float
    end: float
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of speech that Whisper wrote in one go."""

    text: str
    start: float
    end: float
    words: tuple[Word, ...] = ()
    average_log_probability: float = 0.0
    no_speech_probability: float = 0.0
    compression_ratio: float = 1.0
    temperature: float = 0.0


@dataclass(frozen=True, slots=True)
class Transcript:
    """The words of one recording.

    `suppressed` holds segments taken for inventions (see `app.domain.hallucination`); they are kept so
    that the user can bring them back. `is_doubtful`: what was decoded looks wrong and is not in it.
    """

    segments: tuple[Segment, ...]
    language: str
    language_probability: float
    model: str
    seconds: float
    suppressed: tuple[Segment, ...] = ()
    is_doubtful: bool = False

    @property
    def text(self) -> str:
        """The whole text on one line, without space at either end."""
        return "".join(segment.text for segment in self.segments).strip()

    @property
    def suppressed_text(self) -> str:
        """What was taken for invented, as text."""
        return "".join(segment.text for segment in self.suppressed).strip()


@dataclass(frozen=True, slots=True)
class LiveText:
    """The text of a dictation still being spoken: settled words only grow, tentative ones may change."""

    settled: str = ""
    tentative: str = ""

    @property
    def text(self) -> str:
        """Settled and tentative words together."""
        return " ".join(part for part in (self.settled, self.tentative) if part)

    def followed_by(self, newer: LiveText) -> LiveText:
        """`newer`, but what was settled stays: text that was shown as settled is never taken back."""
        if newer.settled.startswith(self.settled):
            return newer
        return LiveText(self.settled, newer.tentative)


NO_TEXT: Final = LiveText()
"""Nothing said yet."""
