"""How soon Sayso's window can be used, what it costs while nobody dictates, and how much memory it takes.

    python -m tests.benchmarks.start [--speech DIR] [--model base] [--quick] [--json FILE] [--plot FILE]

The program is the real one, `python -m app.cli`, with folders of its own, on a virtual desktop of its own,
and it is watched from outside: it knows of no benchmark.

- window: from exec to the first picture that answers a key. As soon as the window is painted (its left edge,
  where the places are listed, shows more than a plain ground) and has the keyboard, Ctrl+2 is pressed by
  XTEST, as a keyboard would. The time ends when the left edge shows the other place as chosen: so exec,
  imports, the first paint, a real key, its handling and the second paint are all in it. The paint alone is
  printed beside it, and the processor time that all this took, which says more on a busy computer. Every
  start ends with the model loaded and proved, which gives "ready". The first start is not counted: it fills
  the disk's cache, Python's bytecode and the model's folder.
- idle: processor time of all processes of the app over 60 s (15 s with --quick), the model loaded, the
  window open and in front, in per cent of one core; once as it comes, once with the microphone kept open
  for pre-roll.
- memory: PSS of all processes of the app after that idling, beside a bare script that loads the same model
  with the same compute type through faster-whisper and does nothing else. Each is measured while the other
  is not running; but what else runs on the computer with the same libraries takes its share off both.

--speech is taken like by all benchmarks; nothing is spoken here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from tests.benchmarks.onlooker import Onlooker, is_painted
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group, svg
from tests.desktop.sayso_program import SaysoProgram

WINDOW_LIMIT: Final = 1.0
IDLE_LIMIT: Final = 0.5
PRE_ROLL_LIMIT: Final = 2.5
MEMORY_LIMIT: Final = 150.0
"""Above the bare script, MB."""

STARTS: Final = 10
QUICK_STARTS: Final = 3
IDLE_SECONDS: Final = 60.0
QUICK_IDLE_SECONDS: Final = 15.0
SETTLE_SECONDS: Final = 5.0
"""From the loaded model to the beginning of what counts as idle."""

PATIENCE: Final = 120.0
LOOK_SECONDS: Final = 0.002
MB: Final = 1_000_000
T = TypeVar("T")

BARE: Final = """
import sys
from faster_whisper import WhisperModel
model = WhisperModel(sys.argv[1], device="cpu", compute_type=sys.argv[2], local_files_only=True)
print(model.model.compute_type, flush=True)
sys.stdin.read()
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start, in seconds from exec; `work` is the processor time that the answer took."""

    painted: float
    answered: float
    ready: float
    work: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; `window_s` is the median of the starts."""

    starts: tuple[Start, ...]
    idle_core_percent: float
    idle_core_percent_pre_roll: float
    memory_mb: float
    bare_memory_mb: float
    idle_seconds: float

    @property
    def window_s(self) -> float:
        return statistics.median(start.answered for start in self.starts)

    @property
    def above_bare_mb(self) -> float:
        return self.memory_mb - self.bare_memory_mb

    def as_table(self) -> dict[str, object]:
        """By the names under which results are compared over time."""
        return {
            "window_s": self.window_s,
            "idle_core_percent": self.idle_core_percent,
            "memory_mb": self.memory_mb,
            "bare_memory_mb": self.bare_memory_mb,
            "window_s_all": [start.answered for start in self.starts],
            "window_s_worst": max(start.answered for start in self.starts),
            "painted_s": statistics.median(start.painted for start in self.starts),
            "window_work_s": statistics.median(start.work for start in self.starts),
            "ready_s": statistics.median(start.ready for start in self.starts),
            "idle_core_percent_pre_roll": self.idle_core_percent_pre_roll,
            "idle_seconds": self.idle_seconds,
        }


# --- waiting ---


def until(condition: Callable[[], T | None], every: float = 0.05) -> T:
    """Look every so many seconds until `condition` gives something, and answer with that.

    Raises TimeoutError after `PATIENCE` seconds.
    """
    give_up = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > give_up:
            raise TimeoutError("Sayso did not get there in time")
        time.sleep(every)
    return found


def wait(condition: Callable[[], object]) -> None:
    """The same, unhurried."""
    until(condition)


# --- the window, from outside ---


def time_start(program: SaysoProgram, onlooker: Onlooker, began: float) -> Start:
    """Watch a program that was started at `began` (time.monotonic) until its model is ready."""
    pid = program.process.pid
    window = until(lambda: onlooker.painted_window_of(pid), LOOK_SECONDS)
    painted = time.monotonic() - began
    until(lambda: onlooker.has_keyboard(window), LOOK_SECONDS)
    before = onlooker.edge(window)
    onlooker.press_second_place()
    until(lambda: is_painted(seen := onlooker.edge(window)) and seen != before, LOOK_SECONDS)
    answered = time.monotonic() - began
    work = cpu_seconds(pid)
    program.wait_until_ready()
    return Start(painted, answered, time.monotonic() - began, work)


# --- what processes cost ---


def family(pid: int) -> tuple[int, ...]:
    """`pid` and all processes that descend from it."""
    children: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text()
        except OSError:
            continue
        children.setdefault(int(fields_of(text)[1]), []).append(int(stat.parent.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, ()))
    return tuple(found)


def fields_of(stat: str) -> list[str]:
    """The fields of /proc/PID/stat from the third (the state) on; the name before may hold anything."""
    return stat.rpartition(")")[2].split()


def cpu_seconds(pid: int) -> float:
    """Processor time of `pid`, its descendants, and those of them that have ended."""
    if sys.platform == "win32":
        raise NotImplementedError("reads /proc")
    ticks = 0
    for one in family(pid):
        # Fields 14 to 17 of proc(5): utime, stime, cutime, cstime.
        ticks += sum(int(field) for field in fields_of(Path(f"/proc/{one}/stat").read_text())[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def pss_of(rollup: str) -> float:
    """The proportional set size that a smaps_rollup tells, in MB (10^6 bytes)."""
    found = re.search(r"^Pss:\s+(\d+) kB$", rollup, re.MULTILINE)
    if found is None:
        raise ValueError("no Pss in it")
    return int(found[1]) * 1024 / MB


def memory(pid: int) -> float:
    """PSS of `pid` and its descendants, in MB. One that has ended, and nobody has waited for, has none."""
    taken = 0.0
    for one in family(pid):
        with suppress(ProcessLookupError):
            taken += pss_of(Path(f"/proc/{one}/smaps_rollup").read_text())
    return taken


def idle_percent(program: SaysoProgram, seconds: float) -> float:
    """Processor time of a program that has its model, in per cent of one core."""
    program.wait_until_ready()
    time.sleep(SETTLE_SECONDS)
    began, before = time.monotonic(), cpu_seconds(program.process.pid)
    time.sleep(seconds)
    return 100.0 * (cpu_seconds(program.process.pid) - before) / (time.monotonic() - began)


def bare_memory(folder: Path, compute_type: str) -> float:
    """PSS of a script that loads the model in `folder` and nothing else, in MB."""
    with subprocess.Popen(
        [sys.executable, "-c", BARE, str(folder), compute_type],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as script:
        assert script.stdin
        assert script.stdout
        if not script.stdout.readline():
            raise RuntimeError("the bare script could not load the model")
        time.sleep(SETTLE_SECONDS)
        taken = memory(script.pid)
        script.stdin.close()
    return taken


# --- the run ---


@contextmanager
def running(home: Path, settings: str) -> Iterator[SaysoProgram]:
    """Sayso, from its start to its orderly end."""
    program = SaysoProgram(home, wait, settings)
    try:
        yield program
    finally:
        program.close()


def measure(home: Path, model: str, *, quick: bool) -> Figures:
    """All figures. `home` is an empty folder with a short path."""
    speech = f"[speech]\nmodel = {json.dumps(model)}\n"
    seconds = QUICK_IDLE_SECONDS if quick else IDLE_SECONDS
    starts = []
    onlooker = Onlooker()
    program = SaysoProgram(home / "s", wait, speech)
    program.wait_until_ready()
    program.close()
    for number in range(1, 1 + (QUICK_STARTS if quick else STARTS)):
        began = time.monotonic()
        program.start_again()
        starts.append(time_start(program, onlooker, began))
        print(f"  start {number:2}: {words(starts[-1])}", flush=True)
        if number < (QUICK_STARTS if quick else STARTS):
            program.close()
    idle = idle_percent(program, seconds)
    taken = memory(program.process.pid)
    program.close()
    onlooker.close()
    found = re.findall(r"is loaded on (\w+) with (\w+)", program.log())
    with running(home / "p", f"{speech}[microphone]\npre_roll_seconds = 1.0\n") as with_pre_roll:
        pre_roll = idle_percent(with_pre_roll, seconds)
    folders = program.folders
    local = LocalModels(bundled_catalogue(), folders.models, folders.cache, HuggingFaceHub())
    bare = bare_memory(local.locate(model), found[-1][1])
    return Figures(tuple(starts), idle, pre_roll, taken, bare, seconds)


def words(start: Start) -> str:
    """One start as a line."""
    answered = f"answers {start.answered:.2f} s ({start.work:.2f} s of work)"
    return f"painted {start.painted:.2f} s, {answered}, model ready {start.ready:.2f} s"


def report(figures: Figures) -> None:
    """Print the table."""
    times = sorted(start.answered for start in figures.starts)
    print(f"\n{'':34}{'measured':>10}{'limit':>12}")
    rows: tuple[tuple[str, float, float | None, str], ...] = (
        (f"window answers, median of {len(times)}", figures.window_s, WINDOW_LIMIT, "s"),
        ("  fastest", times[0], None, "s"),
        ("  slowest", times[-1], None, "s"),
        ("  painted, median", statistics.median(start.painted for start in figures.starts), None, "s"),
        ("  processor time, median", statistics.median(start.work for start in figures.starts), None, "s"),
        ("model ready, median", statistics.median(start.ready for start in figures.starts), None, "s"),
        (f"idle over {figures.idle_seconds:.0f} s", figures.idle_core_percent, IDLE_LIMIT, "%"),
        ("  with pre-roll", figures.idle_core_percent_pre_roll, PRE_ROLL_LIMIT, "%"),
        ("memory (PSS)", figures.memory_mb, None, "MB"),
        ("  bare script", figures.bare_memory_mb, None, "MB"),
        ("  above it", figures.above_bare_mb, MEMORY_LIMIT, "MB"),
    )
    for name, value, limit, unit in rows:
        bound = "" if limit is None else f"{limit:9.2f}{'  MISSED' if value > limit else ''}"
        print(f"{name:34}{value:10.2f} {unit:2}{bound}")


def groups(figures: Figures) -> tuple[Group, ...]:
    """The same as bars."""
    return (
        Group(
            "From exec to a window that answers",
            tuple(
                Bar(f"start {number}", start.answered, "s", WINDOW_LIMIT)
                for number, start in enumerate(figures.starts, start=1)
            ),
        ),
        Group(
            "Processor time while idle",
            (
                Bar("as it comes", figures.idle_core_percent, "%", IDLE_LIMIT),
                Bar("with pre-roll", figures.idle_core_percent_pre_roll, "%", PRE_ROLL_LIMIT),
            ),
        ),
        Group(
            "Memory (PSS)",
            (
                Bar("Sayso", figures.memory_mb, "MB", figures.bare_memory_mb + MEMORY_LIMIT, OURS),
                Bar("bare script", figures.bare_memory_mb, "MB", colour=THEIRS),
            ),
        ),
    )


def on_a_desktop_of_its_own(arguments: Sequence[str]) -> int:
    """Run this benchmark once more, inside the virtual desktop; answers with its exit status."""
    desktop = Path(__file__).parents[1] / "desktop" / "virtual-desktop.sh"
    with tempfile.TemporaryDirectory(prefix="sayso-bytecode-") as bytecode:
        environment = {**os.environ, "VD_PRIVATE_HOME": "1", "PYTHONPYCACHEPREFIX": bytecode}
        # A user's Python keeps its bytecode, too.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = ["bash", str(desktop), sys.executable, "-m", "tests.benchmarks.start", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    taken = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(description="start, idle load and memory of the whole program")
    parser.add_argument("--speech", type=Path, help="not needed here: nothing is spoken")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="3 starts, 15 s of idling")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(taken)
    if not os.environ.get("VD_DIR"):
        return on_a_desktop_of_its_own(taken)
    with tempfile.TemporaryDirectory(prefix="sayso-start-") as home:
        figures = measure(Path(home), options.model, quick=options.quick)
    report(figures)
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(groups(figures)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
