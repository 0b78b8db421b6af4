"""One way of transcribing a file, in a process of its own: how long it takes, and what it writes.

    python -m tests.benchmarks.files_child TASK

TASK is a JSON object: way ("sayso", "sequential" or "batched"), batch, time_marks, weights (a folder), sound
and warm (files), and beam_size. The answer, the last line of standard output, is a JSON object: seconds,
text, and peak_mb (the most that this process and those that it started took together: as proportional set
size, where what they share counts once; where the system does not tell it, by what each has resident). The
model is loaded, and has transcribed `warm`, before the clock begins; opening and decoding the file are
within. All ways run with the same priority.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import psutil

from app.adapters.file_engine import ApartFileEngine
from app.adapters.folders import Folders
from app.domain.decoding import DecodingOptions
from app.domain.file_task import FileTask
from app.domain.settings import Device, SpeechSettings
from tests.benchmarks.start import MB, pss_of

SAYSO: Final = "sayso"
SEQUENTIAL: Final = "sequential"
BATCHED: Final = "batched"

STEP_SECONDS: Final = 0.2
LANGUAGE: Final = "en"
PRIORITY: Final = 10
"""What the engine gives itself; the peers are given it as well."""


class Peak:
    """The most memory that this process and those it started took, looked at every so often."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._most = 0.0
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """In MB (10^6 bytes)."""
        self._ended.set()
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        process = psutil.Process()
        while not self._ended.wait(STEP_SECONDS):
            total = 0.0
            for one in (process, *process.children(recursive=True)):
                with suppress(psutil.Error, OSError, ValueError):
                    total += taken_by(one)
            self._most = max(self._most, total)


def taken_by(process: psutil.Process) -> float:
    """Its memory, in MB (10^6 bytes). Raises psutil.Error, OSError or ValueError when it has ended."""
    rollup = Path(f"/proc/{process.pid}/smaps_rollup")
    if rollup.exists():
        return pss_of(rollup.read_text("ascii"))
    return float(process.memory_info().rss) / MB


def sayso(task: dict[str, Any], folder: Path) -> Callable[[Path], str]:
    """What transcribes a file by Sayso's engine."""
    engine = ApartFileEngine(Folders.at(folder))
    settings = SpeechSettings(model=task["weights"], language=LANGUAGE, device=Device.CPU)
    options = DecodingOptions(language=LANGUAGE, beam_size=task["beam_size"])

    def run(sound: Path) -> str:
        return engine.transcribe(FileTask(sound, settings, options), lambda _: None).transcript.text

    return run


def peer(task: dict[str, Any]) -> Callable[[Path], str]:
    """What transcribes a file by faster-whisper."""
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    threads = psutil.cpu_count() or 1
    model = WhisperModel(task["weights"], device="cpu", compute_type="int8", cpu_threads=threads)
    psutil.Process().nice(PRIORITY)

    def run(sound: Path) -> str:
        if task["way"] == SEQUENTIAL:
            found, _ = model.transcribe(
                str(sound),
                beam_size=task["beam_size"],
                language=LANGUAGE,
                vad_filter=True,
                vad_parameters={"min_silence_duration_ms": 500},
                condition_on_previous_text=False,
            )
        else:
            found, _ = BatchedInferencePipeline(model).transcribe(
                str(sound),
                beam_size=task["beam_size"],
                language=LANGUAGE,
                batch_size=task["batch"],
                without_timestamps=not task["time_marks"],
            )
        return "".join(one.text for one in found)

    return run


def main(arguments: list[str]) -> int:
    """Measure, and print the answer."""
    task = json.loads(arguments[0])
    with tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as folder:
        own = task["way"] == SAYSO
        run = sayso(task, Path(folder)) if own else peer(task)
        run(Path(task["warm"]))
        peak = Peak()
        began = time.perf_counter()
        text = run(Path(task["sound"]))
        seconds = time.perf_counter() - began
        print(json.dumps({"seconds": seconds, "text": text, "peak_mb": peak.end()}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
