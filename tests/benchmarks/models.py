"""What each speech model costs on this computer, and how well it writes: the closing table.

    python -m tests.benchmarks.models [--speech DIR] [--model NAME]… [--quick] [--json FILE] [--plot FILE]

For tiny.en and base (or those named), on the processor, with every compute type that CTranslate2 offers on
it: loading, the first transcription of about 13 s of speech, the later ones (median), and memory; and the
word error rate, apart for clean English speech, for the same in kitchen noise (`derived` in the manifest),
and for speakers who are not native, in whatever language the model knows. Odd voices and spelt-out numbers
stay out, as in every average.

Beside them stands OpenAI's own program on PyTorch, called as its manual does, with the same weights, beam and
number of threads; where PyTorch is not installed there is no such row, and the table says so.

- Each model is measured in a process of its own (`tests.benchmarks.models_child`). Libraries are imported
  before loading begins, and no model is proved by a trial: both engines do the same work.
- Each time is given on the clock and in brackets as the processor's own: on a busy computer only the second
  can be compared. Memory is PSS, the libraries included.
- The ratios at the end are between OpenAI's program and CTranslate2 with int8, Sayso's default here; the
  difference of word error rates with a paired-bootstrap 95 % interval over clips.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.openai_engine import WEIGHTS, is_installed
from app.domain.compute import threads_for
from tests.benchmarks.accuracy import BEAM, interval
from tests.benchmarks.models_child import FASTER, OPENAI
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group, svg
from tests.benchmarks.speech_set import Clip, Score, load_set, models, normaliser, score, word_error_rate

MODELS: Final = ("tiny.en", "base")
TIMED_SECONDS: Final = 13.0
REPEATS: Final = 5
QUICK_REPEATS: Final = 2
QUICK_STEP: Final = 8
"""Of each group, every eighth clip is written."""

DEFAULT_TYPE: Final = "int8"
OPENAI_TYPE: Final = "float32"
SPACELESS: Final = ("zh", "ja", "th")
"""Languages without spaces between words: there each sign counts as one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One model with one engine. Times in seconds, each (clock, processor); memory in MB; `scores` of each
    clip by its group. `used` is what the engine says that it computes in: "int8" stands for a longer name."""

    model: str
    engine: str
    compute_type: str
    used: str
    load: tuple[float, float]
    first: tuple[float, float]
    steady: tuple[float, float]
    libraries_mb: float
    memory_mb: float
    peak_mb: float
    scores: Mapping[str, tuple[Score, ...]]

    @property
    def name(self) -> str:
        """As the table has it."""
        if self.engine == OPENAI:
            return f"OpenAI Whisper, {self.used}"
        return self.used if self.used == self.compute_type else f"{self.compute_type} ({self.used})"

    def error_rate(self, group: str) -> float | None:
        """In per cent; None where there was nothing to write."""
        return word_error_rate(self.scores[group]) if self.scores[group] else None

    def as_table(self) -> dict[str, object]:
        """For the file."""
        return {
            "used": self.used,
            "load_s": self.load[0],
            "load_work_s": self.load[1],
            "first_s": self.first[0],
            "first_work_s": self.first[1],
            "steady_s": self.steady[0],
            "steady_work_s": self.steady[1],
            "libraries_mb": self.libraries_mb,
            "memory_mb": self.memory_mb,
            "peak_mb": self.peak_mb,
            "wer": {group: self.error_rate(group) for group in self.scores},
        }


# --- the clips ---


def groups_of(clips: Sequence[Clip], *, english_only: bool) -> dict[str, tuple[Clip, ...]]:
    """The clips to write by their group."""
    return {
        "clean": tuple(clip for clip in clips if clip.is_average and clip.is_native),
        "noisy": tuple(clip for clip in clips if clip.is_scored and clip.derived and clip.is_native),
        "not native": tuple(
            clip
            for clip in clips
            if not clip.is_native
            and clip.kind == "speech"
            and clip.reference
            and (clip.language == "en" or not english_only)
        ),
    }


def timed_clip(clips: Sequence[Clip]) -> Clip:
    """The clip that is nearest to 13 s. Raises ValueError where no English speech is in the set."""
    return min(
        (clip for clip in clips if clip.is_average), key=lambda clip: abs(clip.seconds - TIMED_SECONDS)
    )


def normaliser_for(language: str) -> Callable[[str], str]:
    """Whisper's English normaliser, or its basic one for other languages."""
    if language == "en":
        return normaliser()
    from whisper_normalizer.basic import BasicTextNormalizer

    normalise: Callable[[str], str] = BasicTextNormalizer(split_letters=language in SPACELESS)
    return normalise


def scored(clip: Clip, text: str) -> Score:
    """How far `text` is from what was said."""
    normalise = normaliser_for(clip.language)
    return score(normalise(clip.reference).split(), normalise(text).split())


# --- measuring ---


@dataclass(frozen=True, slots=True)
class Run:
    """What all rows have in common. Every `step`th clip of each group is written."""

    clips: tuple[Clip, ...]
    step: int
    timed: Clip
    repeats: int
    threads: int

    def row(self, engine: str, weights: Path, model: str, compute_type: str) -> Row:
        """Measure in a process of its own. Raises CalledProcessError when that fails."""
        english_only = bundled_catalogue().get(model).english_only
        groups = {
            name: group[:: self.step]
            for name, group in groups_of(self.clips, english_only=english_only).items()
        }
        written = [clip for group in groups.values() for clip in group]
        task = {
            "engine": engine,
            "weights": str(weights),
            "model": model,
            "compute_type": compute_type,
            "threads": self.threads,
            "beam_size": BEAM,
            "repeats": self.repeats,
            "timed": str(self.timed.path),
            "clips": [(str(clip.path), clip.language) for clip in written],
        }
        answer = answer_of([sys.executable, "-m", "tests.benchmarks.models_child", json.dumps(task)])
        costs = answer["costs"]
        texts = iter(answer["texts"])
        return Row(
            model,
            engine,
            compute_type,
            costs["compute_type"],
            _pair(costs["load"]),
            _pair(costs["first"]),
            _median([_pair(one) for one in costs["steady"]]),
            costs["libraries_mb"],
            costs["memory_mb"],
            costs["peak_mb"],
            {name: tuple(scored(clip, next(texts)) for clip in group) for name, group in groups.items()},
        )


def answer_of(command: Sequence[str]) -> Any:  # noqa: ANN401 - JSON
    """The last line that the command prints."""
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def _pair(spent: Mapping[str, float]) -> tuple[float, float]:
    return spent["clock"], spent["work"]


def _median(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(one for one, _ in pairs), statistics.median(one for _, one in pairs)


def measure(run: Run, local: LocalModels, names: Sequence[str], folder: Path) -> list[Row]:
    """All rows, printed as they come. `folder` takes weights in OpenAI's format for a while."""
    import ctranslate2

    offered = sorted(ctranslate2.get_supported_compute_types("cpu"))
    rows: list[Row] = []
    for name in names:
        print(f"\n{name}", flush=True)
        source = local.locate(name)
        for compute_type in offered:
            if compute_type in {row.used for row in rows if row.model == name}:
                continue
            rows.append(run.row(FASTER, source, name, compute_type))
            print(line(rows[-1]), flush=True)
        if is_installed():
            target = folder / f"{name}{WEIGHTS}"
            # Converting takes memory and PyTorch: not in this process.
            command = [sys.executable, "-m", "tests.tools.ct2_to_openai", str(source), str(target)]
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            rows.append(run.row(OPENAI, target, name, OPENAI_TYPE))
            target.unlink()
            print(line(rows[-1]), flush=True)
    return rows


# --- what is told ---

HEAD: Final = (
    f"{'':26}{'load':>18}{'first':>18}{'steady':>18}{'memory':>10}{'peak':>10}"
    f"{'clean':>9}{'noisy':>9}{'not native':>12}"
)


def line(row: Row) -> str:
    """One row of the table."""
    times = "".join(
        f"{f'{clock:.2f} ({work:.2f}) s':>18}" for clock, work in (row.load, row.first, row.steady)
    )
    rates = [row.error_rate(group) for group in ("clean", "noisy", "not native")]
    words = ["–" if rate is None else f"{rate:.2f} %" for rate in rates]
    memory = f"{row.memory_mb:7.0f} MB{row.peak_mb:7.0f} MB"
    return f"  {row.name:24}{times}{memory}{words[0]:>9}{words[1]:>9}{words[2]:>12}"


@dataclass(frozen=True, slots=True)
class Ratios:
    """OpenAI's program beside CTranslate2 with its default type: how many times its time (on the clock, and
    of the processor) and memory (with the libraries and without), and both word error rates in per cent, with
    the interval of ours less theirs, in points."""

    steady: float
    steady_work: float
    load_work: float
    memory: float
    memory_of_model: float
    wer: float
    openai_wer: float
    interval: tuple[float, float]


def headline(rows: Sequence[Row], model: str) -> Ratios | None:
    """The ratios of a model; None where one of the two was not measured."""
    of_model = {(row.engine, row.compute_type): row for row in rows if row.model == model}
    ours, theirs = of_model.get((FASTER, DEFAULT_TYPE)), of_model.get((OPENAI, OPENAI_TYPE))
    if ours is None or theirs is None:
        return None
    return Ratios(
        theirs.steady[0] / ours.steady[0],
        theirs.steady[1] / ours.steady[1],
        theirs.load[1] / ours.load[1],
        theirs.memory_mb / ours.memory_mb,
        (theirs.memory_mb - theirs.libraries_mb) / (ours.memory_mb - ours.libraries_mb),
        ours.error_rate("clean") or 0.0,
        theirs.error_rate("clean") or 0.0,
        interval(ours.scores["clean"], theirs.scores["clean"]),
    )


def report(model: str, ratios: Ratios) -> str:
    """The ratios in words."""
    low, high = ratios.interval
    return (
        f"\n{model}, OpenAI Whisper beside faster-whisper with {DEFAULT_TYPE}:\n"
        f"  time    {ratios.steady_work:.1f} times (on the clock {ratios.steady:.1f})\n"
        f"  loading {ratios.load_work:.1f} times\n"
        f"  memory  {ratios.memory:.1f} times, without the libraries {ratios.memory_of_model:.1f}\n"
        f"  words   {ratios.openai_wer:.2f} % wrong, faster-whisper {ratios.wer:.2f} %: "
        f"{ratios.wer - ratios.openai_wer:+.2f} points, 95 % {low:+.2f} to {high:+.2f}"
    )


def picture(rows: Sequence[Row], names: Sequence[str]) -> str:
    """Times and memory as bars (SVG)."""
    groups = []
    for name in names:
        of_model = [(row, THEIRS if row.engine == OPENAI else OURS) for row in rows if row.model == name]
        groups.append(
            Group(
                f"{name}: processor time of a transcription",
                tuple(Bar(row.name, row.steady[1], "s", colour=colour) for row, colour in of_model),
            )
        )
        groups.append(
            Group(
                f"{name}: memory",
                tuple(Bar(row.name, row.memory_mb, "MB", colour=colour) for row, colour in of_model),
            )
        )
    return svg(groups)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="time, memory and word error rate of the speech models")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", action="append", help="one of the catalogue; may be given again")
    parser.add_argument("--quick", action="store_true", help="every eighth clip, two repeats")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    names = options.model or list(MODELS)
    clips = load_set(options.speech)
    run = Run(
        clips,
        QUICK_STEP if options.quick else 1,
        timed_clip(clips),
        QUICK_REPEATS if options.quick else REPEATS,
        threads_for(0, os.cpu_count() or 1),
    )
    print(f"{run.timed.seconds:.1f} s of speech, beam {BEAM}, threads {run.threads}\n{HEAD}")
    with models() as local, tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as folder:
        rows = measure(run, local, names, Path(folder))
    found = {name: ratios for name in names if (ratios := headline(rows, name))}
    for name, ratios in found.items():
        print(report(name, ratios))
    if not is_installed():
        print(
            "\nOpenAI Whisper was not measured: it needs PyTorch, which sh packaging/test.sh torch installs."
        )
    figures = {
        "clip_seconds": run.timed.seconds,
        "threads": run.threads,
        "models": {
            name: {f"{row.engine} {row.compute_type}": row.as_table() for row in rows if row.model == name}
            for name in names
        },
        "headline": {name: asdict(ratios) for name, ratios in found.items()},
    }
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(picture(rows, names), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
