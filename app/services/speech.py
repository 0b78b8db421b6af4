"""From the sound of dictations to their text, on the one thread that owns the recognizer.

The problem: loading takes seconds and decoding a good part of one, neither can be interrupted, and meanwhile
the user dictates on, cancels, or changes the model. So everything goes through one inbox, in order.

The rules:
- Every public method may be called from any thread and returns at once.
- A dictation that ends while a model is loading waits behind it and is decoded then.
- Each `finish` is answered once, by `SpeechEnded` or `Failed`, unless the dictation was abandoned; such a one
  is not answered even if it is being decoded at that moment.
- Where the detector heard no speech at all, nothing is decoded: the transcript is empty.

Failure mode: a Problem becomes `Failed`, any other exception `Failed` with Unexpected; the worker lives on.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from app.domain.audio import Samples, seconds
from app.domain.decoding import decoding_options
from app.domain.dictation import Failed, SpeechEnded
from app.domain.problems import Problem, Unexpected
from app.domain.settings import SpeechSettings
from app.domain.speech_regions import SILENCE_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES
from app.domain.transcript import Transcript
from app.services.events import NotTranscribedAgain, TranscribedAgain
from app.services.ports import Inbox, Post, RecognizerLoader
from app.services.recognizers import Recognizers

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class _Sound:
    """What was heard of a dictation so far."""

    blocks: list[Samples] = field(default_factory=list)
    windows: int = 0
    surest_speech: float = 0.0

    def hear(self, samples: Samples, speech: Sequence[float]) -> None:
        self.blocks.append(samples)
        self.windows += len(speech)
        self.surest_speech = max(self.surest_speech, max(speech, default=0.0))

    def joined(self) -> Samples:
        """All of it, float32 mono 16 kHz."""
        return np.concatenate(self.blocks) if self.blocks else np.zeros(0, np.float32)

    @property
    def holds_no_speech(self) -> bool:
        """Whether the detector judged every whole window and took none for speech."""
        whole_windows = sum(len(block) for block in self.blocks) // WINDOW_SAMPLES
        return self.windows >= whole_windows and self.surest_speech < SILENCE_THRESHOLD


class SpeechService:
    """Writes down dictations and stored recordings.

    Args:
        inbox: of the speech worker.
        loader: gives loaded and proved models.
        post: takes ModelLoading, ModelReady, ModelFailed, SpeechEnded, Failed, TranscribedAgain and
            NotTranscribedAgain.
        settings: how to decode; nothing is loaded before `prepare`.
    """

    def __init__(self, inbox: Inbox, loader: RecognizerLoader, post: Post, settings: SpeechSettings) -> None:
        self._inbox = inbox
        self._post = post
        self._settings = settings
        self._recognizers = Recognizers(loader, post)
        self._sounds: dict[int, _Sound] = {}
        # Added to by any thread, looked into on the worker; both are atomic.
        self._abandoned: set[int] = set()

    def prepare(self, settings: SpeechSettings | None = None) -> None:
        """Load the model in the background, also where that failed before; with other settings if given."""
        self._inbox.call(lambda: self._prepare(settings))

    def apply(self, settings: SpeechSettings) -> None:
        """Use these settings from the next dictation on; loads another model where they ask for it."""
        self._inbox.call(lambda: self._apply(settings))

    def close(self) -> None:
        """Give the model's memory back, after all that was put in before."""
        self._inbox.call(self._recognizers.unload)

    def begin(self, id: int, recording: str) -> None:
        """A dictation begins; its sound follows."""
        self._inbox.call(lambda: self._begin(id))

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """Sound (float32 mono 16 kHz), and the probability of speech of each window of 512 samples that it
        completes."""
        self._inbox.call(lambda: self._hear(id, samples, speech))

    def finish(self, id: int) -> None:
        """No more sound of it will come: answer."""
        self._inbox.call(lambda: self._finish(id))

    def abandon(self, id: int) -> None:
        """It is wanted no more: do not answer. May come at any time, and for one that never began."""
        self._abandoned.add(id)
        self._inbox.call(lambda: self._forget(id))

    def transcribe(self, id: int, samples: Samples) -> None:
        """Decode all of `samples` as dictation `id`; answered by SpeechEnded or Failed."""
        self._inbox.call(lambda: self._answer(id, lambda: self._decode(samples)))

    def transcribe_again(self, recording: str, samples: Samples) -> None:
        """Decode a stored recording once more; answered by TranscribedAgain or NotTranscribedAgain."""
        self._inbox.call(lambda: self._transcribe_again(recording, samples))

    # --- on the worker ---

    def _prepare(self, settings: SpeechSettings | None) -> None:
        self._settings = settings or self._settings
        self._recognizers.load(self._settings)

    def _apply(self, settings: SpeechSettings) -> None:
        self._settings = settings
        if not self._recognizers.suits(settings):
            self._recognizers.load(settings)

    def _begin(self, id: int) -> None:
        if id not in self._abandoned:
            self._sounds[id] = _Sound()

    def _hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        if sound := self._sounds.get(id):
            sound.hear(samples, speech)

    def _finish(self, id: int) -> None:
        sound = self._sounds.pop(id, None) or _Sound()
        self._answer(id, lambda: self._written(sound))

    def _forget(self, id: int) -> None:
        # What was put in before is done, so nothing of it can come any more but a late begin or finish.
        self._sounds.pop(id, None)

    def _written(self, sound: _Sound) -> Transcript:
        samples = sound.joined()
        if self._settings.voice_detection and sound.holds_no_speech:
            return Transcript((), self._settings.language, 0.0, self._settings.model, seconds(samples))
        return self._decode(samples)

    def _decode(self, samples: Samples) -> Transcript:
        return self._recognizers.transcribe(samples, decoding_options(self._settings))

    def _answer(self, id: int, transcribe: Callable[[], Transcript]) -> None:
        """Post what became of dictation `id`, unless it was abandoned before or meanwhile."""
        if id in self._abandoned:
            return
        answer: SpeechEnded | Failed
        try:
            answer = SpeechEnded(id, transcribe())
        except Exception as error:
            answer = Failed(id, _problem(error))
        if id not in self._abandoned:
            self._post(answer)

    def _transcribe_again(self, recording: str, samples: Samples) -> None:
        try:
            self._post(TranscribedAgain(recording, self._decode(samples)))
        except Exception as error:
            self._post(NotTranscribedAgain(recording, _problem(error)))


def _problem(error: Exception) -> Problem:
    """What the user is told of `error`."""
    if isinstance(error, Problem):
        logger.warning("nothing was written: %s %s", error, error.detail)
        return error
    # The stack alone: the text of a foreign exception could hold what was said.
    stack = "".join(traceback.format_tb(error.__traceback__))
    logger.error("decoding failed with %s\n%s", type(error).__name__, stack)
    return Unexpected("writing down what you said", detail=type(error).__name__)
