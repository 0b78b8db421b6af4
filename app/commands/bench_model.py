"""The hidden command that measures one speech model, in a process that did nothing before: the far end of
`app.commands.bench`.

Reads one line of JSON from standard input and tells each step, and the result last, on standard output, a
line each. What libraries write there goes to standard error. It ends at once when its input does: whoever
started it has gone then.
Failure: what is no task is refused with status 2; a driver that crashes takes this process and nothing else.
"""

from __future__ import annotations

import io
import json
import os
import signal
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from app.adapters.audio_files import AudioFiles
from app.adapters.bench_speech import ClipFile, path_of
from app.adapters.engine_messages import from_plain, to_plain
from app.adapters.folders import Folders
from app.adapters.own_memory import OwnMemory
from app.adapters.own_process import crash_quietly, end_with, take_output
from app.adapters.settings_file import TomlSettingsFile
from app.adapters.spoken_parts import speech_probabilities
from app.adapters.whisper_loader import CTranslateEngines
from app.commands.hidden import refused
from app.domain.audio import Samples
from app.domain.bench import ModelResult
from app.domain.bench_codec import line_of
from app.domain.model_budget import settings_for
from app.domain.problems import Problem
from app.domain.settings import Apart, ComputeType, SpeechSettings
from app.parts import loader_of, models_of
from app.services.bench import BenchClip, Instruments, measure_model

LONGEST_TASK: Final = 10_000_000
"""Characters; a folder of a thousand recordings takes some hundred thousand."""


@dataclass(frozen=True, slots=True)
class ModelTask:
    """What to measure. Empty or 0 leaves it to the user's settings; the times are of the first clip."""

    model: str
    clips: tuple[ClipFile, ...]
    compute_type: str = ""
    beam_size: int = 0


def write_task(task: ModelTask) -> bytes:
    """`task` as a line."""
    return json.dumps(to_plain(task)).encode() + b"\n"


def read_task(line: bytes) -> ModelTask:
    """What `write_task` wrote. Raises ValueError."""
    task = from_plain(ModelTask, json.loads(line))
    if not task.clips:
        raise ValueError("nothing to measure with")
    return task


def run(question: BinaryIO, folders: Folders) -> int:
    """Measure, and tell."""
    try:
        task = read_task(question.readline(LONGEST_TASK))
    except ValueError:
        return refused()
    crash_quietly()
    # Ctrl+C goes to the whole group: whoever started this ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(take_output(), "w", encoding="ascii") as out:
        try:
            clips = tuple(map(_read, task.clips))
        except Problem as problem:
            _say(out, line_of(ModelResult(task.model, problem=problem.sentence)))
            return 0
        _get_ready(task, clips[0].sound, folders)
        memory = OwnMemory()  # before there is any thread
        end_with(question)
        instruments = Instruments(time.perf_counter, memory)
        for said in measure_model(loader_of(folders), _settings(task, folders), clips, instruments):
            _say(out, line_of(said))
    return 0


def _settings(task: ModelTask, folders: Folders) -> SpeechSettings:
    """The user's, as far as the task leaves them. Hints are left out: they differ from user to user, and take
    their time; and this process is the one apart."""
    settings = TomlSettingsFile(folders.settings_file).load().settings
    speech = settings_for(task.model, settings.speech, settings.models)
    return replace(
        speech,
        apart=Apart.NEVER,
        hints=(),
        compute_type=ComputeType(task.compute_type) if task.compute_type else speech.compute_type,
        beam_size=task.beam_size or speech.beam_size,
    )


def _read(clip: ClipFile) -> BenchClip:
    """Raises AudioMissing or AudioUnreadable."""
    with path_of(clip) as path:
        return BenchClip(AudioFiles().read(path), clip.language, clip.reference)


def _get_ready(task: ModelTask, sound: Samples, folders: Folders) -> None:
    """Have all libraries in, and the voice detector: they are the same whatever the model is. Have the files
    of the model in their place, too: they are joined and checked once and never again."""
    with suppress(Problem):  # which loading tells
        models_of(folders).locate(task.model)
    CTranslateEngines().offers()
    speech_probabilities(sound)


def _say(out: io.TextIOWrapper, line: str) -> None:
    print(line, file=out, flush=True)
