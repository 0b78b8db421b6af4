"""When a text at the cursor may be put in the place of the one that Sayso has put there before it.

Replacing means selecting the old text backwards, one caret step after another, and pasting the new one over
it. Done at the wrong place that would destroy the user's words, so each doubt counts against it, and the new
text waits one key away instead.

Rules:
- Only the last text that was inserted, in the window that has still the focus, and only while nobody has
  touched keyboard or pointer since: the caret is then where our own last key left it.
- Only one line, as editors indent the lines that follow; nothing written from right to left, as the left
  arrow goes forward there; no terminal; and no more than `LONGEST` characters.
- Before the new text is pasted the system must tell that exactly the old one is selected. A spreadsheet
  selects cells by the same keys, and a field may have shortened or corrected what was pasted into it.

Failure mode: where caret steps are other than counted here, as with rare scripts, something else is selected;
the caret goes back to the end, and nothing is replaced. All times are monotonic seconds.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from app.domain.graphemes import cluster_starts
from app.domain.insertion import Target

LONGEST: Final = 2000
"""Characters; more keys than these take too long to send while the user's hands are idle by chance."""

MARGIN: Final = 0.03
"""By how much the moment of an input may lie behind that of our own key and be the same: Windows counts time
in steps of 16 ms."""

SELECTION_TIME_OUT: Final = 1.0
"""How long a window may take to tell what is selected, or that it is more than it was."""

STEP_TIME_OUT: Final = 0.003
"""What a window may take besides for each step of the caret, before it comes to answer at all."""

SELECTION_POLL: Final = 0.02
"""Between two questions for it."""

RIGHT_TO_LEFT: Final = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})
"""Bidirectional classes (UAX 9) under which a caret step to the left may lead forward."""


@dataclass(frozen=True, slots=True)
class Placed:
    """`text`, of job `job_id`, is what Sayso inserted last. `at`: our own last key had arrived by then."""

    job_id: int
    text: str
    target: Target | None
    at: float


def may_replace(placed: Placed | None, job_id: int, old: str, target: Target | None) -> bool:
    """Whether `old`, of job `job_id`, may be selected, were the caret where `placed` left it.

    `target` is the window that the new text is for; None where that was not known when its dictation began.
    """
    if placed is None or placed.job_id != job_id or not old:
        return False
    if placed.text not in (old, old + " ") or not is_selectable(placed.text):
        return False
    window = placed.target
    if window is None or window.is_own or window.is_terminal:
        return False
    return target is None or target.id == window.id


def is_selectable(text: str) -> bool:
    """Whether caret steps to the left lead from the end of `text` to its beginning, in any program."""
    return 0 < len(text) <= LONGEST and not any(
        unicodedata.category(character) in ("Cc", "Zl", "Zp")
        or unicodedata.bidirectional(character) in RIGHT_TO_LEFT
        for character in text
    )


def is_untouched(since: float, idle: float | None, before: float, after: float) -> bool | None:
    """Whether the last input is no later than our own key at `since`; None: ask again.

    `idle` are the seconds since any input, None where the system does not tell. The question was put at
    `before` and answered at `after`: where these lie far apart, the answer may fit both.
    """
    if idle is None:
        return False
    if after - idle <= since + MARGIN:
        return True
    return None if before - idle <= since + MARGIN else False


def in_place_of(new: str, old: str, placed: Placed) -> str:
    """`new` with the space behind it that `old` got when it was placed."""
    return new if new[-1:].isspace() else new + placed.text[len(old) :]


def is_selected(text: str, selected: str | None) -> bool:
    """Whether `selected` is what a window tells of `text`: some keep spaces as no-break spaces, or compose
    characters. None: the system does not tell."""
    return selected is not None and _plain(selected) == _plain(text)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ")


def caret_steps(text: str) -> int:
    """How many caret steps `text` has: its grapheme clusters, so far as the library tells."""
    return len(cluster_starts(text))
