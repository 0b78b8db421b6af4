"""Recognizers whose answers are given beforehand, and texts as they and the language model would write."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.audio import Samples, seconds
from app.domain.clean_up_pieces import CleanUp, Piece
from app.domain.decoding import DecodingOptions
from app.domain.enhancement import Enhanced, WritingFigures
from app.domain.guard.verdict import Verdict
from app.domain.model_budget import Footprint, Limits
from app.domain.models import EngineFacts
from app.domain.problems import Problem
from app.domain.settings import SpeechSettings
from app.domain.transcript import Segment, Transcript
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from app.services.ports import Clock, Recognizer, RecognizerLoader
from tests.fakes.time import FakeClock


def transcript(text: str, *, duration: float = 2.0, suppressed: str = "") -> Transcript:
    """A transcript of one segment, or of none when `text` is empty."""
    segments = (Segment(f" {text}", 0.0, duration),) if text else ()
    hidden = (Segment(f" {suppressed}", 0.0, duration),) if suppressed else ()
    return Transcript(segments, "en", 0.99, "base", duration, hidden)


def enhanced(written: str, spoken: str = "words") -> Enhanced:
    """A text that the language model wrote in one piece, and that the guard accepted."""
    piece = Piece(spoken, written, Verdict())
    figures = WritingFigures("mini:1b", "clean up", 0.2, 8, 40.0, 1, 0, 1.0)
    return Enhanced(CleanUp(spoken, piece.text, written, piece.verdict, (piece,)), figures)


class FakeRecognizer:
    """Answers with given texts in turn; a `Problem` in their place is raised, a callable is called.

    `said`, when set, tells what a phrase says from its sound and its probabilities of speech.
    """

    def __init__(self, *answers: str | Problem | Callable[[], str]) -> None:
        self.answers = list(answers)
        self.heard: list[float] = []
        self.phrases: list[float] = []
        self.drafts = 0
        self.said: Callable[[Samples, Sequence[float]], str] | None = None
        self.options: list[DecodingOptions] = []
        self.is_closed = False
        self.facts = EngineFacts("base", "cpu", "int8", True, 0.1)

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        self.heard.append(seconds(audio))
        self.options.append(options)
        return transcript(self.next_answer(), duration=seconds(audio))

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        self.phrases.append(seconds(audio))
        self.options.append(options)
        self.drafts += draft
        answer = self.said(audio, speech) if self.said else self.next_answer()
        return transcript(answer, duration=seconds(audio))

    def next_answer(self) -> str:
        answer = self.answers.pop(0) if self.answers else "words"
        if isinstance(answer, Problem):
            raise answer
        return answer if isinstance(answer, str) else answer()

    def close(self) -> None:
        self.is_closed = True


class FakeLoader:
    """Gives the recognizers it was given in turn (the last for ever); a `Problem` among them is raised."""

    def __init__(self, *recognizers: Recognizer | Problem) -> None:
        self.recognizers = list(recognizers)
        self.loaded: list[SpeechSettings] = []

    def load(self, settings: SpeechSettings) -> Recognizer:
        self.loaded.append(settings)
        one = self.recognizers.pop(0) if len(self.recognizers) > 1 else self.recognizers[0]
        if isinstance(one, Problem):
            raise one
        return one


class NoMemory:
    """A process that tells nothing of its memory."""

    def used(self) -> int | None:
        return None

    def give_back(self) -> None:
        pass


def pool_of(loader: RecognizerLoader, clock: Clock | None = None, limits: Limits | None = None) -> ModelPool:
    """A pool that finds every model that `loader` loads, and thinks nothing of their sizes."""
    scales = Scales(lambda settings: Footprint("cpu", 0), NoMemory())
    return ModelPool(
        loader, lambda settings: None, clock or FakeClock(), lambda event: None, scales, limits or Limits()
    )
