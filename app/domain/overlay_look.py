"""What the strip of a dictation in progress shows, in words that are ready to be drawn, and who draws it.

Pure values: they cross to another process where the strip is drawn by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_LETTERS: Final = 200
"""Of the last words: more than there is room for, and a dictation of an hour is not measured for a strip."""


class OverlayWay(StrEnum):
    """Who draws the strip."""

    HERE = "here"
    """This process, as one of its windows."""
    APART = "apart"
    """A process of its own, which is a program of the X server that Wayland desktops have beside them."""
    NONE = "none"


def overlay_way(platform: str, x_display: str) -> OverlayWay:
    """How a strip can be shown that never has the focus and stands where it is put.

    Wayland lets no ordinary window be either. Its desktops show the windows of X11 programs as well, and
    leave those alone that ask for it: so does sway by their kind, so do GNOME's and KDE's.

    Args:
        platform: what Qt shows windows with, as it names it.
        x_display: the X server that the session names, or empty.
    """
    if not platform.startswith("wayland"):
        return OverlayWay.HERE
    return OverlayWay.APART if x_display else OverlayWay.NONE


@dataclass(frozen=True, slots=True)
class OverlayLook:
    """One moment of the strip.

    Args:
        mark: the shape of the state, as the mark of it names them; empty where `icon` stands for it.
        icon: of what became of a text, and `colour` its token.
        settled: the end of what was said, or the sentence that there is to say.
        tentative: what of it may still change.
        is_sentence: the beginning of it counts, not the end.
        has_level: the level of the microphone is to be seen.
        can_stop: there is something to be ended by hand.
    """

    mark: str = ""
    icon: str = ""
    colour: str = ""
    settled: str = ""
    tentative: str = ""
    is_sentence: bool = False
    has_level: bool = False
    can_stop: bool = False


@dataclass(frozen=True, slots=True)
class OverlayDress:
    """How a process of its own is to draw: as the windows of Sayso look."""

    is_dark: bool
    has_motion: bool
    is_right_to_left: bool
    language: str = ""
    """The code of the windows' language, empty for English."""


def last_words(settled: str, tentative: str) -> tuple[str, str]:
    """As much of the end of both as there may be room for, each on one line."""
    open_words = " ".join(tentative.split())[-MOST_LETTERS:]
    # From a text of an hour only the end is looked at.
    room = MOST_LETTERS - len(open_words)
    told = " ".join(settled[-2 * MOST_LETTERS :].split())
    return (told[-room:] if room else ""), open_words
