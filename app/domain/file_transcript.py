"""The transcript of a file: stretches of text with times, to be read, corrected and exported.

It begins as what the recognizer heard and becomes what the user makes of it. Times are seconds from the start
of the sound. Pure values; how they are changed is in `app.domain.transcript_edits`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.media import ANY_SOUND, Damage, SoundChoice
from app.domain.transcript import Word


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of speech with its text, without space at either end.

    `words` are those of the text, in order, and may be missing: where the text was changed, or no times of
    words were asked for. `speaker` is a label of the user's, empty where there is none.
    """

    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()
    speaker: str = ""


class DoubtKind(StrEnum):
    """Why a place should be listened to again."""

    UNSURE = "unsure"
    """The model itself holds its words for unlikely."""
    REPEATED = "repeated"
    """The text repeats itself, also when it was decoded once more."""
    MISSING = "missing"
    """There is speech, and no text for it, also when it was decoded once more."""
    INVENTED = "invented"
    """There was text and hardly any speech; it is left out of the cues."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place of which the transcript may be wrong; `text` is what was heard there, perhaps nothing."""

    kind: DoubtKind
    start: float
    end: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class FileTranscript:
    """The transcript of one sound of one file.

    `source` is the file's path as text; `seconds` how much sound was heard. `cut_short` is the second after
    which its end is missing, `damage` what is missing before; both are None where the file is whole.
    `languages` holds the language of each cue where it was told piece by piece, otherwise nothing.
    """

    source: str
    cues: tuple[Cue, ...]
    language: str
    model: str
    seconds: float
    language_probability: float = 1.0
    choice: SoundChoice = ANY_SOUND
    cut_short: float | None = None
    doubts: tuple[Doubt, ...] = ()
    languages: tuple[str, ...] = field(default=())
    damage: Damage | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the file gave all of its sound."""
        return self.cut_short is None and self.damage is None

    @property
    def text(self) -> str:
        """All of it on one line."""
        return " ".join(cue.text for cue in self.cues if cue.text)
