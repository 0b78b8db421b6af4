"""Measures one speech model, or one clean-up, step by step.

Each is a plain generator: it tells each step before it begins (BenchStep) and gives the result last, so that
whoever runs it can show progress and stop in between. Nothing is caught that is not the subject's own fault:
a model or a server that fails is a result with its sentence, never an exception.

Rules: loading is timed from a process that has the libraries already; the caller sees to that, and to the
process being a fresh one. The clip that the times are of is decoded whole, as a file is: a dictation is
mostly written down while it is spoken, so what is waited for after the key is less.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from app.domain import passages
from app.domain.audio import Samples
from app.domain.bench import STEADY_ROUNDS, BenchStep, CleanUpResult, ModelResult, Step
from app.domain.clean_up_pieces import Piece, passage_bytes
from app.domain.compute import CUDA
from app.domain.decoding import decoding_options
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.hardware import MEGABYTE
from app.domain.languages import language_problem
from app.domain.models import EngineFacts
from app.domain.problems import Problem
from app.domain.settings import SpeechSettings
from app.domain.styles import Styles
from app.domain.word_errors import WordErrors, word_errors
from app.domain.writing import WriteEnd, WritingPart, same_model
from app.services.model_in_use import ModelInUse
from app.services.passage_writer import PassageWriter, Tally
from app.services.ports import Recognizer, RecognizerLoader
from app.services.writing_ports import Writer, Writing

Measuring = Generator[BenchStep | ModelResult, None, None]
CleaningUp = Iterator[BenchStep | CleanUpResult]


class MemoryMeter(Protocol):
    """The memory of this process and of the graphics cards, in bytes; None where the system does not tell."""

    def used(self) -> int | None:
        """What this process takes now, what was freed given back before."""

    def peak_above(self) -> int | None:
        """The most that it took since it began, above what it took when the meter was made."""

    def card_used(self) -> int | None:
        """What all programs take of all graphics cards now."""


@dataclass(frozen=True, slots=True)
class BenchClip:
    """Sound (float32 mono 16 kHz), its language (empty: as set, or detected), and what is said in it (empty:
    not known)."""

    sound: Samples
    language: str = ""
    reference: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Instruments:
    """What is measured with; `now` gives the seconds of a clock that does not jump."""

    now: Callable[[], float]
    memory: MemoryMeter


def measure_model(
    loader: RecognizerLoader,
    settings: SpeechSettings,
    clips: Sequence[BenchClip],
    instruments: Instruments,
    rounds: int = STEADY_ROUNDS,
) -> Measuring:
    """Measure `settings.model`; its ModelResult comes last. The times are of the first of `clips`, the errors
    of all that have a reference."""
    memory = instruments.memory
    yield BenchStep(Step.LOADING)
    before, card_before = memory.used(), memory.card_used()
    began = instruments.now()
    try:
        recognizer = loader.load(settings)
    except Problem as problem:
        yield ModelResult(settings.model, problem=problem.sentence)
        return
    loaded = _loaded(recognizer.facts, settings, instruments.now() - began)
    decode = _Decode(recognizer, settings, instruments.now)
    try:
        first, times = yield from _times(decode, clips[0], rounds)
        # Before further clips: longer ones would leave more behind.
        used, peak, card_used = memory.used(), memory.peak_above(), memory.card_used()
        errors = yield from _errors(decode, clips, first.text)
    except Problem as problem:
        yield ModelResult(loaded.model, problem=problem.sentence)
        return
    finally:
        recognizer.close()
    yield replace(
        loaded,
        first_s=first.seconds,
        rounds_s=times,
        memory_mb=_above(before, used),
        peak_mb=None if peak is None else peak / MEGABYTE,
        card_mb=_above(card_before, card_used) if loaded.device == CUDA else None,
        errors=errors,
    )


def _loaded(facts: EngineFacts, settings: SpeechSettings, seconds: float) -> ModelResult:
    return ModelResult(
        model=facts.model,
        device=facts.device,
        compute_type=facts.compute_type,
        beam_size=decoding_options(settings).beam_size,
        load_s=seconds,
        fallbacks=facts.fallbacks,
    )


@dataclass(frozen=True, slots=True)
class _Decoded:
    seconds: float
    text: str


@dataclass(frozen=True, slots=True)
class _Decode:
    """Decodes clips and takes the time. Raises what the recognizer raises, and LanguageProblem."""

    recognizer: Recognizer
    settings: SpeechSettings
    now: Callable[[], float]

    def __call__(self, clip: BenchClip) -> _Decoded:
        settings = replace(self.settings, language=clip.language or self.settings.language)
        if problem := language_problem(self.recognizer.facts, settings.language):
            raise problem
        began = self.now()
        text = self.recognizer.transcribe(clip.sound, decoding_options(settings)).text
        return _Decoded(self.now() - began, text)


def _times(
    decode: _Decode, clip: BenchClip, rounds: int
) -> Generator[BenchStep, None, tuple[_Decoded, tuple[float, ...]]]:
    """The first time, and the steady ones."""
    yield BenchStep(Step.FIRST)
    first = decode(clip)
    steady = []
    for number in range(1, rounds + 1):
        yield BenchStep(Step.STEADY, number, rounds)
        steady.append(decode(clip).seconds)
    return first, tuple(steady)


def _errors(
    decode: _Decode, clips: Sequence[BenchClip], first: str
) -> Generator[BenchStep, None, WordErrors]:
    """Over all clips with a reference; the `first` one was decoded already."""
    known = [clip for clip in clips if clip.reference]
    errors = WordErrors()
    for number, clip in enumerate(known, start=1):
        yield BenchStep(Step.ERRORS, number, len(known))
        heard = first if clip is clips[0] else decode(clip).text
        errors += word_errors(clip.reference, heard)
    return errors


def _above(before: int | None, after: int | None) -> float | None:
    return None if before is None or after is None else max(0, after - before) / MEGABYTE


# --- clean-up ---


def measure_clean_up(
    writer: Writer,
    styles: Styles,
    settings: EnhancementSettings,
    text: str,
    language: str,
    now: Callable[[], float],
) -> CleaningUp:
    """Measure one clean-up of `text` as the settings have it; its CleanUpResult comes last.

    The model is loaded and its fixed prompt read first, as when the key goes down; that also drops what the
    server may still know of the same text.
    """
    result = CleanUpResult(settings.model)
    try:
        yield BenchStep(Step.WARMING)
        requests = ModelInUse(writer, _nobody, styles).requests(settings)
        began = now()
        writer.warm(requests.warming()).run(_nobody)
        result = replace(result, ready_s=now() - began)
        yield BenchStep(Step.WRITING)
        tally = Tally()
        passage = PassageWriter(requests, writer, _run, tally)
        began = now()
        pieces: tuple[Piece, ...] = ()
        parts = passages.split(text, passage_bytes(requests.style))
        for number, part in enumerate(parts, start=1):
            pieces += passage.write(part, pieces, language, is_last=number == len(parts)) or ()
        total = now() - began
        if tally.problem is not None:
            raise tally.problem
        yield replace(
            result,
            total_s=total,
            first_token_s=tally.first_token_seconds,
            tokens=tally.tokens,
            tokens_per_second=tally.tokens_per_second,
            gpu_share=_gpu_share(writer, settings.model),
            is_kept=all(piece.verdict.accepted for piece in pieces),
        )
    except Problem as problem:
        yield CleanUpResult(settings.model, problem=problem.sentence)


def _run(writing: Writing, on_part: Callable[[WritingPart], None]) -> WriteEnd:
    return writing.run(on_part)


def _nobody(_: object) -> None:
    """What comes meanwhile is shown nowhere."""


def _gpu_share(writer: Writer, model: str) -> float | None:
    return next((one.gpu_share for one in writer.running() if same_model(one.name, model)), None)
