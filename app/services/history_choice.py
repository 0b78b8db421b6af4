"""One new text at a time for each dictation of the past, from its sound or from its words.

Rule: what is asked for last takes the place of what was before, and the entry keeps its text until the user
has chosen. Lives on the deciding thread.
"""

from __future__ import annotations

from typing import Protocol

from app.services.view_anew import Choice


class Texts(Protocol):
    """Makes new texts of one kind."""

    def choose(self, recording: str, choice: Choice) -> None: ...
    def forget(self, recording: str) -> None: ...


class Sound(Texts, Protocol):
    """Writes recordings down."""

    def transcribe(self, recording: str, model: str = "") -> None: ...


class Words(Texts, Protocol):
    """Cleans texts up."""

    def enhance(self, recording: str, style: str = "") -> None: ...


class HistoryChoice:
    """See the module.

    Args:
        sound: makes the texts from recordings.
        words: makes them from texts.
    """

    def __init__(self, sound: Sound, words: Words) -> None:
        self._sound = sound
        self._words = words

    def transcribe(self, recording: str, model: str = "") -> None:
        """Write the recording down once more, with that model or with the one in use."""
        self._words.forget(recording)
        self._sound.transcribe(recording, model)

    def enhance(self, recording: str, style: str = "") -> None:
        """Clean its text up once more, in that style, by its name, or in the one of the settings."""
        self._sound.forget(recording)
        self._words.enhance(recording, style)

    def choose(self, recording: str, choice: Choice) -> None:
        """Which text stays."""
        self._sound.choose(recording, choice)
        self._words.choose(recording, choice)
