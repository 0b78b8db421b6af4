"""One model with one engine in a process of its own: what it costs, and what it writes.

    python -m tests.benchmarks.models_child TASK

TASK is a JSON object: engine ("faster-whisper" or "openai-whisper"), weights (a folder or a file), model,
compute_type, threads, beam_size, repeats, timed (a clip's file) and clips ([file, language] of each to
write). The answer is a JSON object, the last line of standard output. In a process of its own, because what
others have loaded or freed would hide what this one takes.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from app.adapters.allocator import give_back
from app.adapters.audio_files import AudioFiles
from app.domain.audio import Samples
from tests.benchmarks.start import MB, pss_of

FASTER: Final = "faster-whisper"
OPENAI: Final = "openai-whisper"

Write = Callable[[Samples, str], str]


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock, and of the processor: on a busy computer only the second says much."""

    clock: float
    work: float


@dataclass(frozen=True, slots=True)
class Costs:
    """Memory is the proportional set size in MB, with the libraries alone and with the model loaded and used;
    `peak_mb` is the most that was resident at any time."""

    imported: Spent
    load: Spent
    first: Spent
    steady: tuple[Spent, ...]
    libraries_mb: float
    memory_mb: float
    peak_mb: float
    compute_type: str


def _spent(action: Callable[[], object]) -> Spent:
    clock, work = time.perf_counter(), time.process_time()
    action()
    return Spent(time.perf_counter() - clock, time.process_time() - work)


def _memory() -> float:
    give_back()
    return pss_of(Path("/proc/self/smaps_rollup").read_text())


def _peak() -> float:
    found = re.search(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(), re.MULTILINE)
    assert found
    return int(found[1]) * 1024 / MB


class Faster:
    """CTranslate2, as Sayso uses it for whole recordings: silence is cut out before."""

    def __init__(self, task: Mapping[str, Any]) -> None:
        self._task = task

    def import_libraries(self) -> None:
        """What takes time once, and memory whatever the model."""
        import faster_whisper.vad

        faster_whisper.vad.get_vad_model()

    def load(self) -> tuple[Write, str]:
        """A way to write, and the compute type in use."""
        from app.adapters.whisper import WhisperRecognizer
        from app.adapters.whisper_loader import CTranslateEngines
        from app.domain.compute import CPU, Way
        from app.domain.decoding import DecodingOptions
        from app.domain.models import EngineFacts

        task = self._task
        engine = CTranslateEngines().load(
            Path(task["weights"]), Way(CPU, task["compute_type"]), task["threads"], 1
        )
        used = str(engine.model.compute_type)
        facts = EngineFacts(task["model"], CPU, used, bool(engine.model.is_multilingual), 0.0)
        recognizer = WhisperRecognizer(engine, facts)

        def write(samples: Samples, language: str) -> str:
            options = DecodingOptions(language=language or None, beam_size=task["beam_size"])
            return recognizer.transcribe(samples, options).text

        return write, used


class OpenAI:
    """OpenAI's own program called as its manual does, at the same beam: what the plan began with."""

    def __init__(self, task: Mapping[str, Any]) -> None:
        self._task = task

    def import_libraries(self) -> None:
        """What takes time once, and memory whatever the model."""
        import whisper

        assert whisper.available_models()

    def load(self) -> tuple[Write, str]:
        """A way to write, and the compute type in use."""
        import torch
        import whisper

        torch.set_num_threads(self._task["threads"])
        model = whisper.load_model(self._task["weights"], device="cpu")

        def write(samples: Samples, language: str) -> str:
            beam = self._task["beam_size"]
            found = model.transcribe(
                samples, language=language or None, beam_size=beam, best_of=beam, fp16=False
            )
            return str(found["text"])

        return write, str(next(model.parameters()).dtype).removeprefix("torch.")


def measure(task: Mapping[str, Any]) -> tuple[Costs, list[str]]:
    """What the task's model costs, and what it writes of the clips."""
    engine = (Faster if task["engine"] == FASTER else OpenAI)(task)
    imported = _spent(engine.import_libraries)
    libraries = _memory()
    found: list[tuple[Write, str]] = []
    load = _spent(lambda: found.append(engine.load()))
    ((write, compute_type),) = found
    timed, language = AudioFiles().read(Path(task["timed"])), "en"
    first = _spent(lambda: write(timed, language))
    steady = tuple(_spent(lambda: write(timed, language)) for _ in range(task["repeats"]))
    costs = Costs(imported, load, first, steady, libraries, _memory(), _peak(), compute_type)
    return costs, [write(AudioFiles().read(Path(file)), language) for file, language in task["clips"]]


def main() -> int:
    """Answer the task of the command line."""
    costs, texts = measure(json.loads(sys.argv[1]))
    sys.stdout.flush()
    os.write(1, f"\n{json.dumps({'costs': asdict(costs), 'texts': texts})}\n".encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
