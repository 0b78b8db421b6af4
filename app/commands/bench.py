"""`sayso bench`: how fast and how well this computer writes down and cleans up; the result is kept.

Each model is measured in a process of its own (`app.commands.bench_model`), so that its memory and its load
time are its own. With `--lines` every step is told as a line of JSON, for the window, which runs this very
command and which it does not outlive. A model that fails is a row with its reason, a clean-up that cannot be
had is a line; the others go on. Interrupted, nothing is kept.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from app import __version__
from app.adapters.bench_file import BenchFiles
from app.adapters.bench_speech import ClipFile, bundled_clip, clips_in, path_of
from app.adapters.computer import this_computer
from app.adapters.connections import Connections
from app.adapters.folders import Folders
from app.adapters.line_process import LineProcess
from app.adapters.nvidia import NvidiaCards
from app.adapters.ollama import OllamaWriter
from app.adapters.own_process import BENCH_MODEL, end_with_pipe, own_command
from app.adapters.style_file import bundled_styles
from app.commands.bench_model import ModelTask, write_task
from app.commands.bench_report import report, step_words
from app.commands.options import settings_of, tell
from app.domain.audio import seconds
from app.domain.bench import (
    CLEAN_UP_STEPS,
    BenchProgress,
    BenchStep,
    BenchTable,
    CleanUpResult,
    Machine,
    ModelResult,
    Speech,
    Step,
    steps_of_model,
)
from app.domain.bench_codec import Line, TableKept, line_of, read_line
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.languages import CODES
from app.domain.problems import LanguageUnknown, Problem
from app.domain.settings import ComputeType
from app.parts import audio_files, models_of
from app.services.bench import measure_clean_up

LARGEST_BY_DEFAULT: Final = "small"
ENGLISH: Final = "en"
CLEAR_LINE: Final = "\r\x1b[K"
OFF: Final = "The clean-up is switched off in Settings."
NO_TEXT: Final = "There is no reference, so there is no text to clean up."
DIED: Final = "The speech engine stopped unexpectedly, as it does when there is not enough memory."

Say = Callable[[Line], None]


class ModelProcess(Protocol):
    """What runs `bench_model`, as `LineProcess` does."""

    def run(
        self, on_line: Callable[[bytes], None], arguments: Sequence[str] = (), task: bytes = b""
    ) -> int | None: ...


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Measure, keep and print. Raises Problem."""
    if not options.lines:
        return _run(options, folders, _show)
    end_with_pipe()
    try:
        return _run(options, folders, _print_line)
    except Problem as problem:
        _print_line(problem)
        return 1


def _run(options: argparse.Namespace, folders: Folders, say: Say) -> int:
    say(BenchProgress(0, 1))
    clips = _clips(options)
    with path_of(clips[0]) as path:
        length = seconds(audio_files().read(path))
    name = options.file or options.speech or ""
    speech = Speech(str(name), length, sum(bool(clip.reference) for clip in clips))
    tasks = [
        ModelTask(model, clips, _compute_type(options), options.beam or 0)
        for model in options.model or _default_models(folders, clips[0].language)
    ]
    begun = time.time()
    settings = settings_of(folders)
    enhancement = None if options.no_clean_up else settings.enhancement
    gate = Connections(settings.privacy).guard()
    run = Measuring(tasks, say, CLEAN_UP_STEPS if enhancement else 0)
    models = run.models(LineProcess(own_command(BENCH_MODEL)))
    clean_up = None if enhancement is None else run.clean_up(enhancement, clips[0], gate)
    table = BenchTable(begun, __version__, _machine(), speech, models, clean_up)
    files = BenchFiles(folders.data)
    try:
        files.keep(table)
    except Problem as problem:
        tell(problem)
    say(TableKept(table))
    if options.json:
        files.export(options.json, table)
    return 0 if all(one.is_measured for one in models) else 1


class Measuring:
    """One run: measures one thing after the other and tells how far it is.

    Args:
        tasks: one for each model.
        say: gets the progress, and each result.
        more: how many steps are to come after the models.
    """

    def __init__(self, tasks: Sequence[ModelTask], say: Say, more: int) -> None:
        self._tasks = tasks
        self._say = say
        known = sum(bool(clip.reference) for clip in tasks[0].clips)
        self._of_one = steps_of_model(known)
        self._total = self._of_one * len(tasks) + more

    def models(self, process: ModelProcess) -> tuple[ModelResult, ...]:
        """Each in a process of its own."""
        return tuple(self._model(process, number) for number in range(len(self._tasks)))

    def clean_up(
        self, settings: EnhancementSettings, clip: ClipFile, connections: Connections | None = None
    ) -> CleanUpResult:
        """One clean-up of what is said in `clip`, as the settings have it; `connections` is the gate."""
        if not settings.enabled:
            return CleanUpResult(settings.model, problem=OFF)
        if not clip.reference:
            return CleanUpResult(settings.model, problem=NO_TEXT)
        done = self._of_one * len(self._tasks)
        result = CleanUpResult(settings.model)
        with closing(OllamaWriter(settings.host, connections=connections)) as writer:
            for said in measure_clean_up(
                writer, bundled_styles(), settings, clip.reference, clip.language, time.perf_counter
            ):
                if isinstance(said, CleanUpResult):
                    result = said
                else:
                    self._say(BenchProgress(done, self._total, settings.model, said.step))
                    done += 1
        return result

    def _model(self, process: ModelProcess, number: int) -> ModelResult:
        task = self._tasks[number]
        name = Path(task.model).name
        done = self._of_one * number
        self._say(BenchProgress(done, self._total, name))
        found: list[ModelResult] = []

        def hear(line: bytes) -> None:
            nonlocal done
            match read_line(line):
                case BenchStep() as step:
                    self._say(BenchProgress(done, self._total, name, step.step, step.number, step.of))
                    done += 1
                case ModelResult() as result:
                    found.append(replace(result, model=name))

        process.run(hear, task=write_task(task))
        result = found[-1] if found else ModelResult(name, problem=DIED)
        self._say(result)
        return result


def _clips(options: argparse.Namespace) -> tuple[ClipFile, ...]:
    """What to measure with, the recording to be timed first. Raises Problem."""
    if options.reference and not options.file:
        raise Problem("A reference belongs to a recording.", "Name that with --file.")
    language = (options.language or "").strip().lower()
    if language and language not in CODES:
        raise LanguageUnknown(options.language)
    if options.file:
        return (ClipFile(options.file.absolute(), language, (options.reference or "").strip()),)
    clips = clips_in(options.speech.absolute()) if options.speech else (bundled_clip(),)
    return tuple(replace(clip, language=language or clip.language) for clip in clips)


def _compute_type(options: argparse.Namespace) -> str:
    """The compute type that is wished, or none. Raises Problem."""
    wished = options.compute_type or ""
    offered = [one.value for one in ComputeType]
    if wished and wished not in offered:
        raise Problem(f"There is no compute type called “{wished}”.", f"Choose one of {', '.join(offered)}.")
    return str(wished)


def _default_models(folders: Folders, language: str) -> Sequence[str]:
    """Those on this computer up to small that write the language. Raises Problem where there are none."""
    shelf = [(one.entry, one.path) for one in models_of(folders).shelf()]
    largest = next(
        entry.parameters_millions for entry, _ in shelf if entry and entry.name == LARGEST_BY_DEFAULT
    )
    found = [
        entry.name
        for entry, path in shelf
        if entry and path and entry.parameters_millions <= largest
        if not entry.english_only or language in ("", ENGLISH)
    ]
    if not found:
        raise Problem(
            "There is no speech model up to small on this computer.",
            "Get one with “sayso models get base”, or name another with --model.",
        )
    return found


def _machine() -> Machine:
    computer, graphics = this_computer(), NvidiaCards().look()
    return Machine(computer.processor, computer.cores, computer.memory_megabytes, graphics.name)


def _print_line(said: Line) -> None:
    print(line_of(said), flush=True)


def _show(said: Line) -> None:
    """For people: how far it is, on the terminal alone, and the table in the end."""
    is_terminal = sys.stderr.isatty()
    match said:
        case BenchProgress() if is_terminal:
            print(f"{CLEAR_LINE}{said.share:4.0%}  {step_words(said)}", end="", file=sys.stderr, flush=True)
        case BenchProgress(model=model, step=Step.STARTING | Step.WARMING) if model:
            print(f"Measuring {model}", file=sys.stderr, flush=True)
        case TableKept():
            print(CLEAR_LINE if is_terminal else "", end="", file=sys.stderr, flush=True)
            print(report(said.table), end="", flush=True)
        case _:
            pass
