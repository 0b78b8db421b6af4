"""What the user does with a finished text: copy it, or put it at the cursor once more.

Insert again means the window that was in use before Sayso's own: when that has the focus it steps aside
first, and the text goes to whatever the system brings to the front.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from app.domain.insertion import Target
from app.services.ports import Clipboard, Inbox

STEP_ASIDE_SECONDS: Final = 0.3
"""How long a window manager may take to bring the next window to the front after ours has stepped aside."""

NO_DICTATION: Final = 0
"""The job number of insertions that no dictation waits for; dictations count from 1."""


class Insertion(Protocol):
    """What is asked of the insertion service."""

    def remember_target(self) -> Target | None: ...
    def insert(self, job_id: int, text: str, target: Target | None, recording: str) -> None: ...


class TextActions:
    """Copy and insert, on the deciding thread.

    Args:
        clipboard: the system's.
        insertion: the queue of texts for the cursor.
        inbox: of the deciding thread.
        step_aside: makes Sayso's own window give up the focus; answers whether it had it.
    """

    def __init__(
        self, clipboard: Clipboard, insertion: Insertion, inbox: Inbox, step_aside: Callable[[], bool]
    ) -> None:
        self._clipboard = clipboard
        self._insertion = insertion
        self._inbox = inbox
        self._step_aside = step_aside

    def copy(self, text: str) -> None:
        """Put `text` on the clipboard for good."""
        if text:
            self._clipboard.copy(text)

    def insert(self, text: str, recording: str) -> None:
        """Put `text`, which is that of `recording`, at the cursor of the window in use, or of the one that
        was before Sayso's."""
        if text:
            self.aside(lambda: self._insert(text, recording))

    def aside(self, act: Callable[[], None]) -> None:
        """Do `act`, which puts a text at the cursor, when Sayso's own window is not in the way."""
        if self._step_aside():
            self._inbox.call_later(STEP_ASIDE_SECONDS, act)
        else:
            act()

    def _insert(self, text: str, recording: str) -> None:
        self._insertion.insert(NO_DICTATION, text, self._insertion.remember_target(), recording)
