"""What the benchmark's page says: sentences and figures made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.domain.bench import PLAN, BenchProgress, BenchTable, CleanUpResult, ModelResult, Span, Step
from app.ui.told import told
from app.ui.words import device_words, moment_words

NONE: Final = "–"

_COMPARABLE: Final = (11.0, 15.0)
"""Seconds of speech that the plan's 13 can be compared with."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("bench", text)


def _filled(text: str, *parts: str) -> str:
    for number, part in enumerate(parts, start=1):
        text = text.replace(f"%{number}", part)
    return text


# --- figures ---


def seconds_words(seconds: float) -> str:
    """With as many digits as tell something: "0.41 s", "12.3 s"."""
    digits = 2 if seconds < 10 else 1 if seconds < 100 else 0
    return _filled(_tr("%1 s"), QLocale().toString(seconds, "f", digits))


def span_words(span: Span) -> str:
    """ "5–10 s"."""
    low, high = (QLocale().toString(one, "f", 0 if one == round(one) else 1) for one in (span.low, span.high))
    return _filled(_tr("%1–%2 s"), low, high)


def megabytes_words(size: float | None) -> str:
    """ "142 MB"."""
    return NONE if size is None else _filled(_tr("%1 MB"), QLocale().toString(size, "f", 0))


def times_words(times: float | None) -> str:
    """ "5.3×", how much faster than speech."""
    if times is None:
        return NONE
    return QLocale().toString(times, "f", 1 if times < 100 else 0) + "×"


def percent_words(percent: float | None) -> str:
    """ "2.4 %"."""
    return NONE if percent is None else _filled(_tr("%1 %"), QLocale().toString(percent, "f", 1))


# --- tables ---


def model_titles(has_card: bool) -> tuple[str, ...]:
    """Of the columns behind the model's name."""
    most = _tr("Graphics card") if has_card else _tr("Peak")
    return (_tr("Load"), _tr("First"), _tr("Steady"), _tr("Speed"), _tr("Memory"), most, _tr("Errors"))


def model_cells(one: ModelResult, speech_s: float | None, has_card: bool) -> tuple[str, ...]:
    """What stands in them; `speech_s` None where that is not known yet."""
    return (
        seconds_words(one.load_s),
        seconds_words(one.first_s),
        seconds_words(one.steady_s),
        times_words(one.times_real_time(speech_s) if speech_s else None),
        megabytes_words(one.memory_mb),
        megabytes_words(one.card_mb if has_card else one.peak_mb),
        percent_words(one.errors.percent),
    )


def clean_up_titles() -> tuple[str, ...]:
    """Of the columns behind the language model's name."""
    return (_tr("Ready"), _tr("First token"), _tr("Total"), _tr("Tokens/s"), _tr("Card"), _tr("Guard"))


def clean_up_cells(one: CleanUpResult) -> tuple[str, ...]:
    """What stands in them."""
    rate, share = one.tokens_per_second, one.gpu_share
    return (
        seconds_words(one.ready_s),
        NONE if one.first_token_s is None else seconds_words(one.first_token_s),
        seconds_words(one.total_s),
        NONE if rate is None else QLocale().toString(rate, "f", 1),
        NONE if share is None else _filled(_tr("%1 %"), QLocale().toString(100 * share, "f", 0)),
        _tr("Passed") if one.is_kept else _tr("Refused"),
    )


# --- sentences ---


def step_words(progress: BenchProgress) -> str:
    """What is being measured, and how far: "base: transcribing again, 2 of 5 · 34 %"."""
    step = {
        Step.STARTING: _tr("getting ready"),
        Step.LOADING: _tr("loading"),
        Step.FIRST: _tr("transcribing for the first time"),
        Step.STEADY: _tr("transcribing again"),
        Step.ERRORS: _tr("counting errors"),
        Step.WARMING: _tr("getting the language model ready"),
        Step.WRITING: _tr("cleaning up"),
    }[progress.step]
    if progress.of > 1:
        step = _filled(_tr("%1, %2 of %3"), step, str(progress.number), str(progress.of))
    said = _filled(_tr("%1: %2"), progress.model, step) if progress.model else step[:1].upper() + step[1:]
    share = QLocale().toString(100 * progress.share, "f", 0)
    return _filled(_tr("%1 · %2 %"), said, share)


def run_words(table: BenchTable, now: QDateTime) -> str:
    """A run in the list of those of before: "Today 14:03 · tiny.en, base"."""
    names = ", ".join(one.model for one in table.models)
    return f"{moment_words(table.begun, now)} · {names}"


def head_words(table: BenchTable) -> str:
    """On which computer, and with which speech."""
    machine, speech = table.machine, table.speech
    cores = _tr("1 core") if machine.cores == 1 else _filled(_tr("%1 cores"), str(machine.cores))
    parts = [machine.processor, cores, *(one for one in (machine.card,) if one)]
    length = seconds_words(speech.seconds)
    if speech.name:
        said = _filled(_tr("Measured with %1 of speech: %2."), length, speech.name)
    else:
        said = _filled(
            _tr("Measured with %1 of speech: the clip that comes with Sayso, a synthetic voice."), length
        )
    more = _tr("Errors are over %1 recordings.") if speech.clips > 1 else ""
    return " ".join(one for one in (f"{', '.join(parts)}.", said, _filled(more, str(speech.clips))) if one)


def ways_words(table: BenchTable) -> str:
    """What each model computed with, and what could not be had."""
    ways: dict[tuple[str, str, str], list[str]] = {}
    for one in table.models:
        if one.is_measured:
            way = (_device(one.device), one.compute_type, str(one.beam_size))
            ways.setdefault(way, []).append(one.model)
    said = [_filled(_tr("%1, %2, beam %3: %4."), *way, ", ".join(names)) for way, names in ways.items()]
    said += [f"{one.model}: {' '.join(map(told, one.fallbacks))}" for one in table.models if one.fallbacks]
    return " ".join(said)


def plan_label() -> str:
    """The name of a bar of the plan's."""
    return _filled(_tr("The plan's machine (%1)"), PLAN.machine)


def is_comparable(table: BenchTable) -> bool:
    """Whether the plan's figures are of about so much speech."""
    return _COMPARABLE[0] <= table.speech.seconds <= _COMPARABLE[1]


def plan_words(table: BenchTable) -> str:
    """The plan's figures as what they are."""
    if is_comparable(table):
        begun = _tr(
            "The outlined bars are somebody else's, told by the plan that Sayso began as, not measured"
        )
    else:
        begun = _tr("Somebody else's figures, told by the plan that Sayso began as, not measured")
    told = _tr(
        "here: on an %1, %2 took %3 for %4 of speech and %5 more the first time, an %6 %7; %8 in all. The"
        " plan aimed at %9."
    )
    return _filled(
        f"{begun} {told}",
        PLAN.machine,
        PLAN.recognizer,
        span_words(PLAN.recognition),
        _whole(PLAN.speech_s),
        _whole(PLAN.load_s),
        PLAN.writer,
        _whole(PLAN.clean_up_s),
        _whole(PLAN.total_s),
        _filled(
            _tr("%1, and %2 for the clean-up"),
            span_words(PLAN.aimed_recognition),
            span_words(PLAN.aimed_clean_up),
        ),
    )


def notes(table: BenchTable) -> tuple[str, ...]:
    """What the figures mean, a paragraph each."""
    said = [
        _tr(
            "Load is from nothing but the libraries to a model that is proved to work, for which a short clip"
            " is transcribed twice. First is the first transcription after that, steady the median of those"
            " that follow; both are of the whole clip at once. A dictation waits less, as most of it is"
            " written down while it is spoken."
        ),
        _tr(
            "Memory is what the process takes above its state before loading, peak the most that it took"
            " meanwhile. Each model is measured in a process of its own."
        ),
    ]
    if any(one.errors.words for one in table.models):
        said.append(
            _tr(
                "Errors are words written otherwise, left out or added, in 100 words of the reference,"
                " counted simply: “20” for “twenty” is one, too. Compare them with each other alone."
            )
        )
    if table.clean_up is not None and table.clean_up.is_measured:
        said.append(
            _tr(
                "Ready is loading the language model and reading its fixed prompt, which Sayso does while you"
                " speak. Card is how much of it the graphics card holds; guard, whether its text would be"
                " used."
            )
        )
    return tuple(said)


def _device(device: str) -> str:
    from app.domain.settings import Device

    return device_words(Device(device))[0] if device in set(Device) else device


def _whole(seconds: float) -> str:
    return _filled(_tr("%1 s"), QLocale().toString(seconds, "f", 0))
