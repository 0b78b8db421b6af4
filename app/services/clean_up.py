"""Everything that is done to a text between the recognizer and the cursor, as the dictation controller asks.

It decides, by the settings in force, what becomes of a text (`app.domain.delivery_plan`), and hands to the
language model what it is to have: at the key's going down, so that it is warm; while the user speaks, so that
little is left; and the whole when it is asked for. It lives on the deciding thread; every call returns at
once.
"""

from __future__ import annotations

from typing import Final, Protocol

from app.domain.delivery_plan import AS_HEARD, Plan, may_enhance, plan_for
from app.domain.dictation_events import EnhanceRequested, PatienceEnded
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.settings import SpeechSettings
from app.domain.tidy import tidy
from app.domain.tidy_settings import TidySettings
from app.domain.transcript import LiveText, Transcript
from app.services.ports import Inbox, Post

PATIENCE_SECONDS: Final = 2.0
"""How long a later text waits for the clean-up of an earlier one."""


class Writing(Protocol):
    """What is asked of the writing service."""

    def apply(self, settings: EnhancementSettings) -> None: ...
    def prepare(self) -> None: ...
    def heard(self, id: int, text: LiveText, language: str = "") -> None: ...
    def enhance(self, id: int, spoken: str, style: str = "", language: str = "") -> None: ...
    def stop(self, id: int) -> None: ...
    def abandon(self, id: int) -> None: ...


class Tidying:
    """What is done to texts without a language model, where there is none: a dictation on the command line.

    Args:
        settings: what is done.
    """

    def __init__(self, settings: TidySettings) -> None:
        self._settings = settings

    def plan(self, transcript: Transcript, *, raw: bool) -> Plan:
        """Tidied, and that is all."""
        text = tidy(transcript.text, transcript.language, self._settings.options)
        return AS_HEARD if raw else Plan(spoken=text)

    def prepare(self) -> None:
        """There is nothing to get ready."""

    def heard(self, id: int, text: LiveText) -> None:
        """It is tidied when it is whole."""

    def enhance(self, id: int, transcript: Transcript) -> None:
        """No plan asks for it."""

    def enhance_again(self, id: int, request: EnhanceRequested) -> None:
        """Nobody asks for it."""

    def stop(self, id: int) -> None:
        """There is nothing to stop."""

    def forget(self, id: int) -> None:
        """There is nothing to forget."""

    def hurry(self, id: int) -> None:
        """Nothing is waited for."""


class CleanUpService:
    """What is done to texts.

    Args:
        writing: the language model's.
        inbox: of the deciding thread, for what comes later.
        post: takes PatienceEnded.
        tidying: what is done without a language model.
        enhancement: what is done with one.
        speech: which model listens, for which language.
    """

    def __init__(
        self,
        writing: Writing,
        inbox: Inbox,
        post: Post,
        tidying: TidySettings,
        enhancement: EnhancementSettings,
        speech: SpeechSettings,
    ) -> None:
        self._writing = writing
        self._inbox = inbox
        self._post = post
        self._tidying = tidying
        self._enhancement = enhancement
        self._speech = speech

    def apply_tidying(self, settings: TidySettings) -> None:
        """Hold from the next text on."""
        self._tidying = settings

    def apply_enhancement(self, settings: EnhancementSettings) -> None:
        """Hold from the next text on."""
        self._enhancement = settings
        self._writing.apply(settings)

    def apply_speech(self, settings: SpeechSettings) -> None:
        """Another model listens, or for another language."""
        self._speech = settings

    def plan(self, transcript: Transcript, *, raw: bool) -> Plan:
        """What becomes of it; nothing at all where it was asked for `raw`."""
        return AS_HEARD if raw else plan_for(transcript, self._tidying, self._enhancement)

    def prepare(self) -> None:
        """A dictation begins: have the language model ready when its text comes."""
        if may_enhance(self._speech.model, self._enhancement):
            self._writing.prepare()

    def heard(self, id: int, text: LiveText) -> None:
        """Words of dictation `id`, which goes on. Ends with `enhance` or `forget`."""
        if may_enhance(self._speech.model, self._enhancement):
            self._writing.heard(id, text, self._speech.language)

    def enhance(self, id: int, transcript: Transcript) -> None:
        """Clean up the text of dictation `id`; answered by one EnhancementEvent."""
        self._writing.enhance(id, transcript.text, "", transcript.language)

    def enhance_again(self, id: int, request: EnhanceRequested) -> None:
        """Clean up a text of the past, under the new `id`."""
        self._writing.enhance(id, request.heard, request.style, request.language)

    def stop(self, id: int) -> None:
        """Its clean-up is wanted no more."""
        self._writing.stop(id)

    def forget(self, id: int) -> None:
        """Dictation `id` is not cleaned up after all: drop what was done for it in advance."""
        self._writing.abandon(id)

    def hurry(self, id: int) -> None:
        """A later text waits for the clean-up of `id`: say so when that has been long enough."""
        self._inbox.call_later(PATIENCE_SECONDS, lambda: self._post(PatienceEnded(id)))
