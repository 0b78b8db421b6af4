"""Stands between the search bar and the text: looks for what is wanted, steps from place to place, replaces.

After each change it is looked for again once the user rests: in three hours of speech that takes 10 ms.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.domain.file_transcript import FileTranscript
from app.domain.transcript_find import Place, Search, places, replaced
from app.ui.transcript_find_bar import FindBar
from app.ui.transcript_view import TranscriptView

REST_MS: Final = 150


class Finder(QObject):
    """`edit` takes the transcript in which something was replaced."""

    def __init__(self, bar: FindBar, text: TranscriptView, edit: Callable[[FileTranscript], None]) -> None:
        super().__init__(bar)
        self._bar, self._text, self._edit = bar, text, edit
        self._search, self._found = Search(""), tuple[Place, ...]()
        self._here: Place | None = None
        self._of: FileTranscript | None = None
        self._later = QTimer(self, singleShot=True, interval=REST_MS)
        self._later.timeout.connect(self._look)
        bar.search_changed.connect(self._search_for)
        bar.stepped.connect(self.step)
        bar.replace_wanted.connect(self._replace)
        bar.replace_all_wanted.connect(self._replace_all)

    def look_again(self) -> None:
        """The text may have changed."""
        if self._search.text and self._of is not self._text.shown:
            self._later.start()

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), and from the last to the first."""
        self._look_now()
        if not self._found:
            return
        if self._here in self._found:
            at = (self._found.index(self._here) + by) % len(self._found)
        else:
            at = bisect_left(self._found, Place(self._text.cue, 0, 0)) - (by < 0)
        self._go_to(self._found[at % len(self._found)])

    def _search_for(self, search: Search) -> None:
        self._search, self._here = search, None
        self._look()
        if self._found:
            # The first from the cursor on, without a step: the next step would be the second place.
            at = bisect_left(self._found, Place(self._text.cue, 0, 0)) % len(self._found)
            self._go_to(self._found[at])

    def _look_now(self) -> None:
        if self._of is not self._text.shown:
            self._look()

    def _look(self) -> None:
        self._later.stop()
        self._of = self._text.shown
        self._found = places(self._text.shown, self._search)
        if self._here not in self._found:
            self._here = None
        self._tell()

    def _go_to(self, place: Place) -> None:
        self._here = place
        self._text.go_to(place.cue, place.start, place.end)
        self._text.bring_into_view(place.cue)
        self._tell()

    def _replace(self, by: str) -> None:
        self._look_now()
        if self._here is None:
            self.step(1)
            return
        place = self._here
        self._edit(replaced(self._text.shown, [place], by))
        self._look()
        if self._found:
            behind = Place(place.cue, place.start + len(by), 0)
            self._go_to(self._found[bisect_left(self._found, behind) % len(self._found)])

    def _replace_all(self, by: str) -> None:
        self._look_now()
        if self._found:
            self._edit(replaced(self._text.shown, self._found, by))
            self._look()

    def _tell(self) -> None:
        number = self._found.index(self._here) + 1 if self._here in self._found else 0
        self._bar.show_found(number, len(self._found))
        self._text.show_found(self._found, self._here)
