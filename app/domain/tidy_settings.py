"""What the user can set of the clean-up that needs no language model: one frozen value, checked when built.

As with `app.domain.settings`, a field that is out of range raises ValueError naming it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.domain.tidy_options import Replacement, TidyOptions

ARROW: Final = "="
"""Between what is said and what is written, in a line of `replacements`."""
MAX_REPLACEMENT: Final = 500


@dataclass(frozen=True, slots=True)
class TidySettings:
    """Tidying as the user wants it.

    Args:
        fillers: leave out sounds and words that only fill.
        stutters: leave out the first half of a stutter.
        capitals: a capital where a sentence begins, and one space between words.
        spoken_punctuation: write "comma" and "new line" as marks.
        replacements: lines of "as said = as written"; whole words, in any case.
    """

    fillers: bool = True
    stutters: bool = True
    capitals: bool = True
    spoken_punctuation: bool = False
    replacements: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for line in self.replacements:
            said, arrow, _ = line.partition(ARROW)
            if not arrow or not said.strip() or len(line) > MAX_REPLACEMENT:
                raise ValueError(f"replacements must be lines like “say so {ARROW} Sayso”")

    @property
    def options(self) -> TidyOptions:
        """The same for `app.domain.tidy.tidy`."""
        pairs = (line.partition(ARROW) for line in self.replacements)
        return TidyOptions(
            fillers=self.fillers,
            stutters=self.stutters,
            capitals=self.capitals,
            spoken_punctuation=self.spoken_punctuation,
            replacements=tuple(Replacement(said.strip(), written.strip()) for said, _, written in pairs),
        )
