"""From the sound of dictations to their text, on the one thread that uses the recognizer for them.

The problem: loading takes seconds and decoding a good part of one, neither can be interrupted, and meanwhile
the user dictates on, cancels, or changes the model. So everything goes through one inbox, in order, and
dictations are written down phrase by phrase in the time to spare between (`app.services.phrase_writer`).

The rules:
- Every public method may be called from any thread and returns at once.
- A dictation that ends while a model is loading waits behind it and is decoded then. One that has begun is
  written down by one model: other settings come into use behind it.
- A model that was unloaded for want of use is loaded again while the first words are being spoken, and one
  that was not there is looked for again.
- Each `finish` is answered once, by `SpeechEnded` or `Failed`, unless the dictation was abandoned; such a one
  is not answered even if it is being decoded at that moment.
- Where the detector heard no speech at all, nothing is decoded: the transcript is empty.
- Words of a dictation that is going on are told by `TextHeard` as they change.
- When a dictation had to be decoded once more as a whole, `Noticed` says that it took longer.

Failure mode: a Problem becomes `Failed`, any other exception `Failed` with Unexpected; the worker lives on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.domain.audio import Samples
from app.domain.decoding import decoding_options
from app.domain.dictation_events import Failed, SpeechEnded, TextHeard
from app.domain.problems import TookLonger
from app.domain.settings import SpeechSettings
from app.domain.texts import shown
from app.domain.transcript import Transcript
from app.services.events import (
    Noticed,
    NotTranscribedAgain,
    NotTranscribedAnew,
    TranscribedAgain,
    TranscribedAnew,
)
from app.services.failures import problem_of
from app.services.phrase_writer import PhraseWriter
from app.services.ports import Post, SpareInbox
from app.services.recognizers import Pool, Recognizers

WHERE: Final = shown("writing down what you said")


class SpeechService:
    """Writes down dictations and stored recordings.

    Args:
        inbox: of the speech worker.
        pool: gives loaded and proved models.
        post: takes ModelLoading, ModelReady, ModelFailed, TextHeard, SpeechEnded, Failed, Noticed,
            TranscribedAgain and NotTranscribedAgain.
        settings: how to decode; nothing is loaded before `prepare`.
    """

    def __init__(self, inbox: SpareInbox, pool: Pool, post: Post, settings: SpeechSettings) -> None:
        self._inbox = inbox
        self._post = post
        self._settings = settings
        self._pool = pool
        self._recognizers = Recognizers(pool, post)
        self._writers: dict[int, PhraseWriter] = {}
        self._recordings: dict[int, str] = {}
        self._is_to_switch = False
        self._is_writing = False
        self._is_answering = False
        # Added to by any thread, looked into on the worker; both are atomic.
        self._abandoned: set[int] = set()

    def prepare(self, settings: SpeechSettings | None = None) -> None:
        """Load the model in the background, also where that failed before; with other settings if given."""
        self._inbox.call(lambda: self._prepare(settings))

    def apply(self, settings: SpeechSettings) -> None:
        """Use these settings from the next dictation on; loads another model where they ask for it."""
        self._inbox.call(lambda: self._apply(settings))

    def got(self, model: str) -> None:
        """`model` is on this computer now: load it where it is the one that was missed."""
        self._inbox.call(lambda: self._got(model))

    def reload(self) -> None:
        """Load the model anew: what it can compute with has changed."""
        self._inbox.call(lambda: self._recognizers.reload(self._settings))

    def begin(self, id: int, recording: str) -> None:
        """A dictation begins; its sound follows."""
        self._inbox.call(lambda: self._begin(id, recording))

    def hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        """Sound (float32 mono 16 kHz), and the probability of speech of each window of 512 samples that it
        completes."""
        self._inbox.call(lambda: self._hear(id, samples, speech))

    def released(self, id: int) -> None:
        """The user has let go; at most a tail will follow."""
        self._inbox.call(lambda: self._released(id))

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

    def transcribe_by(self, model: str, recording: str, samples: Samples) -> None:
        """Decode a stored recording by that model (empty: the one in use), with the times of its words;
        answered by TranscribedAnew or NotTranscribedAnew."""
        self._inbox.call(lambda: self._transcribe_by(model, recording, samples))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being decoded at this moment. May be asked on any thread."""
        return not (self._is_writing or self._is_answering)

    # --- on the worker ---

    def _prepare(self, settings: SpeechSettings | None) -> None:
        self._settings = settings or self._settings
        self._recognizers.load(self._settings)

    def _apply(self, settings: SpeechSettings) -> None:
        self._settings = settings
        self._is_to_switch = not self._recognizers.suits(settings)
        self._switch()

    def _got(self, model: str) -> None:
        if model != self._settings.model:
            return
        if self._recognizers.model:
            self._apply(self._settings)
        else:
            # A dictation that is going on has nothing else to be written down by.
            self._recognizers.load(self._settings)

    def _switch(self) -> None:
        """Have the model in use that new settings ask for, unless a dictation is going on."""
        if self._is_to_switch and not self._writers:
            self._is_to_switch = False
            self._recognizers.load(self._settings)

    def _begin(self, id: int, recording: str) -> None:
        if id not in self._abandoned:
            self._writers[id] = self._new_writer()
            self._recordings[id] = recording
            self._recognizers.wake()

    def _hear(self, id: int, samples: Samples, speech: Sequence[float]) -> None:
        if writer := self._writers.get(id):
            writer.hear(samples, speech)
            self._write_on()

    def _released(self, id: int) -> None:
        if writer := self._writers.get(id):
            writer.is_released = True
            self._write_on()

    def _finish(self, id: int) -> None:
        writer = self._writers.pop(id, None) or self._new_writer()
        recording = self._recordings.pop(id, "")
        self._answer(id, writer.finish)
        if writer.took_longer and id not in self._abandoned:
            self._post(Noticed(TookLonger(), recording))
        self._switch()

    def _new_writer(self) -> PhraseWriter:
        return PhraseWriter(self._recognizers, decoding_options(self._settings))

    def _forget(self, id: int) -> None:
        # What was put in before is done, so nothing of it can come any more but a late begin or finish.
        self._recordings.pop(id, None)
        if self._writers.pop(id, None):
            self._switch()

    def _write_on(self) -> None:
        """Decode phrases as long as nothing waits in the inbox."""
        if not self._is_writing:
            self._is_writing = True
            self._inbox.spare(self._pieces())

    def _pieces(self) -> Iterator[None]:
        """Each step decodes one phrase; what came into the inbox meanwhile is done before the next."""
        try:
            while any(self._piece(id, writer) for id, writer in tuple(self._writers.items())):
                yield
        finally:
            self._is_writing = False

    def _piece(self, id: int, writer: PhraseWriter) -> bool:
        """Decode a phrase of dictation `id`; whether there was anything to decode."""
        before = writer.live
        is_done = id not in self._abandoned and writer.piece()
        if is_done and writer.live != before and id not in self._abandoned:
            self._post(TextHeard(id, writer.live))
        return is_done

    def _decode(self, samples: Samples) -> Transcript:
        return self._recognizers.transcribe(samples, decoding_options(self._settings))

    def _answer(self, id: int, transcribe: Callable[[], Transcript]) -> None:
        """Post what became of dictation `id`, unless it was abandoned before or meanwhile."""
        if id in self._abandoned:
            return
        answer: SpeechEnded | Failed
        self._is_answering = True
        try:
            answer = SpeechEnded(id, transcribe())
        except Exception as error:  # a dictation is answered whatever happens
            answer = Failed(id, problem_of(error, WHERE))
        finally:
            self._is_answering = False
        if id not in self._abandoned:
            self._post(answer)

    def _transcribe_again(self, recording: str, samples: Samples) -> None:
        try:
            self._post(TranscribedAgain(recording, self._decode(samples)))
        except Exception as error:  # what was begun ends with an event
            self._post(NotTranscribedAgain(recording, problem_of(error, WHERE)))

    def _transcribe_by(self, model: str, recording: str, samples: Samples) -> None:
        settings = replace(self._settings, model=model or self._settings.model)
        options = decoding_options(settings, word_times=True)
        try:
            with self._pool.lease(settings) as recognizer:
                self._post(TranscribedAnew(recording, recognizer.transcribe(samples, options)))
        except Exception as error:  # what was begun ends with an event
            self._post(NotTranscribedAnew(recording, problem_of(error, WHERE)))
