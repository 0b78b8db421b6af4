"""A benchmark as text for a terminal, 80 columns wide; and what is being measured, in words."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from typing import Final

from app.domain.bench import PLAN, BenchProgress, BenchTable, CleanUpResult, ModelResult, Step
from app.domain.compute import device_words

WIDTH: Final = 79
_NAME: Final = 19
_COLUMN: Final = 8
_WIDE: Final = 11
_NONE: Final = "–"

_STEPS: Final = {
    Step.STARTING: "getting ready",
    Step.LOADING: "loading",
    Step.FIRST: "transcribing for the first time",
    Step.STEADY: "transcribing again",
    Step.ERRORS: "counting errors",
    Step.WARMING: "getting the language model ready",
    Step.WRITING: "cleaning up",
}

_NOTES: Final = (
    "Load is from nothing but the libraries to a model that is proved to work, for which a short clip is"
    " transcribed twice. First is the first transcription after that, steady the median of those that"
    " follow; both are of the whole clip at once. A dictation waits less, as most of it is written down"
    " while it is spoken.",
    "Memory is what the process takes above its state before loading, peak the most that it took meanwhile."
    " Each model is measured in a process of its own.",
)
_ERRORS_NOTE: Final = (
    "Errors are words written otherwise, left out or added, in 100 words of the reference, counted simply:"
    " “20” for “twenty” is one, too. Compare them with each other alone."
)


def step_words(progress: BenchProgress) -> str:
    """What is being measured: "base: transcribing again, 2 of 5"."""
    part = f", {progress.number} of {progress.of}" if progress.of > 1 else ""
    name = f"{progress.model}: " if progress.model else ""
    return f"{name}{_STEPS[progress.step]}{part}"


def report(table: BenchTable) -> str:
    """All of it, with its notes."""
    parts = [_head(table), _models(table)]
    if said := [_wrapped(f"{one.model}: {' '.join(one.fallbacks)}") for one in table.models if one.fallbacks]:
        parts.append("\n".join(said))
    if table.clean_up is not None:
        parts.append(_clean_up(table.clean_up))
    parts.append(_wrapped(plan_words()))
    parts.extend(map(_wrapped, _NOTES))
    if any(one.errors.words for one in table.models):
        parts.append(_wrapped(_ERRORS_NOTE))
    return "\n\n".join(parts) + "\n"


def plan_words() -> str:
    """The plan's figures, as somebody else's."""
    seconds, aimed, cleaned = (
        f"{span.low:g} to {span.high:g} s"
        for span in (PLAN.recognition, PLAN.aimed_recognition, PLAN.aimed_clean_up)
    )
    return (
        f"For comparison, on somebody else's machine, an {PLAN.machine} ({PLAN.source}): {PLAN.recognizer}"
        f" took {seconds} for {PLAN.speech_s:g} s of speech, {PLAN.load_s:g} s more the first time, an"
        f" {PLAN.writer} {PLAN.clean_up_s:g} s, {PLAN.total_s:g} s in all. It aimed at {aimed}, and {cleaned}"
        " for the clean-up."
    )


def _head(table: BenchTable) -> str:
    machine, speech = table.machine, table.speech
    memory = f", {machine.memory_mb:,} MB" if machine.memory_mb else ""
    card = f", {machine.card}" if machine.card else ""
    cores = "1 core" if machine.cores == 1 else f"{machine.cores} cores"
    clip = speech.name or "the clip that comes with Sayso (a synthetic voice)"
    more = f"; errors over {speech.clips} recordings" if speech.clips > 1 else ""
    lines = (
        f"On {machine.processor}, {cores}{memory}{card}",
        f"With {speech.seconds:.1f} s of speech: {clip}{more}",
    )
    return "\n".join(map(_wrapped, lines))


def _models(table: BenchTable) -> str:
    has_card = any(one.card_mb is not None for one in table.models)
    titles = ("Load", "First", "Steady", "Speed", "Memory", "Card" if has_card else "Peak", "Errors")
    lines = [_row("Model", titles)]
    for one in table.models:
        if one.is_measured:
            lines.append(_row(one.model, _figures(one, table.speech.seconds, has_card=has_card)))
        else:
            lines.append(_wrapped(f"{_short(one.model)}{one.problem}", _NAME))
    ways: dict[str, list[str]] = {}
    for one in table.models:
        if one.is_measured:
            way = f"{device_words(one.device)}, {one.compute_type}, beam {one.beam_size}"
            ways.setdefault(way, []).append(one.model)
    lines += ["", *(_wrapped(f"By {way}: {', '.join(names)}") for way, names in ways.items())]
    return "\n".join(lines).rstrip()


def _figures(one: ModelResult, speech_s: float, *, has_card: bool) -> Sequence[str]:
    times, percent = one.times_real_time(speech_s), one.errors.percent
    return (
        seconds_words(one.load_s),
        seconds_words(one.first_s),
        seconds_words(one.steady_s),
        _NONE if times is None else f"{times:.1f}×" if times < 100 else f"{times:.0f}×",
        _megabytes(one.memory_mb),
        _megabytes(one.card_mb if has_card else one.peak_mb),
        _NONE if percent is None else f"{percent:.1f} %",
    )


def _clean_up(result: CleanUpResult) -> str:
    if not result.is_measured:
        return _wrapped(f"Clean-up: {result.problem}")
    first, rate = result.first_token_s, result.tokens_per_second
    where = "" if result.gpu_share is None else f"; {result.gpu_share:.0%} of it on the graphics card"
    kept = "The guard let its text pass" if result.is_kept else "The guard refused its text"
    return "\n".join(
        (
            _row("Clean-up", ("Ready", "1st token", "Total", "Tokens/s"), _WIDE),
            _row(
                result.model,
                (
                    seconds_words(result.ready_s),
                    _NONE if first is None else seconds_words(first),
                    seconds_words(result.total_s),
                    _NONE if rate is None else f"{rate:.1f}",
                ),
                _WIDE,
            ),
            _wrapped(f"{kept}{where}. Ready is loading the model and reading its fixed prompt."),
        )
    )


def seconds_words(seconds: float) -> str:
    """With as many digits as tell something: "0.41 s", "12.3 s"."""
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s" if seconds < 100 else f"{seconds:.0f} s"


def _megabytes(size: float | None) -> str:
    return _NONE if size is None else f"{size:.0f} MB"


def _row(name: str, cells: Sequence[str], width: int = _COLUMN) -> str:
    room = _NAME if width == _COLUMN else WIDTH - width * len(cells)
    return _short(name, room) + "".join(f"{cell:>{width}}" for cell in cells)


def _short(name: str, room: int = _NAME) -> str:
    """The name of a model or the end of a folder's, as wide as its column."""
    shown = name if len(name) < room else f"…{name[2 - room :]}"
    return f"{shown:<{room}}"


def _wrapped(text: str, indent: int = 0) -> str:
    # A number and its unit stay together.
    lines = textwrap.wrap(
        re.sub(r"(?<=\d) (?=s\b|MB\b|%)", "\xa0", text),
        WIDTH,
        subsequent_indent=" " * indent,
        drop_whitespace=True,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace("\xa0", " ")
