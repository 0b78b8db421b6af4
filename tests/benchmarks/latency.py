"""How long the text takes after the key comes up, beside plain faster-whisper; and what it costs.

    python -m tests.benchmarks.latency [--speech DIR] [--model base] [--quick] [--json FILE] [--plot FILE]

What is measured:
- Release to text, the tail after release included, for dictations of 2 to 120 s through the real services. A
  third each is let go 0, 0.3 and 1 s behind the last word. Plain is `WhisperModel.transcribe` on the whole
  recording after release, with its own voice filter (shortest silence 500 ms), with or without earlier text
  as prompt, whichever has the better word error rate.
- Word error rates of the dictations above 10 s, at all three releases, and of every clip alone, let go 0.3 s
  behind its last word, beside plain's on the same sound, with paired bootstrap 95 % intervals.
- What is written of clips in which nobody speaks.
- The first words: from where the detector hears speech begin to the first text shown.
- Cores in use: processor time of everything done for a dictation, over its seconds.

How time is counted: waiting for sound is skipped, computing takes its real time
(`tests.benchmarks.simulation`), and each distinct decode is computed once in a run; where the same comes
again, its measured time is counted again (`tests.benchmarks.decodes`). So three releases of one dictation,
and the dictations of 13, 30, 60 and 120 s that begin alike (`tests.benchmarks.dictations`), cost little more
than one. At the end some dictations are said in real time, with real threads, and must agree with the
simulation.

`--quick` takes three dictations of 2, 5, 13 and 30 s, every fourth clip, noise up to 10 s, and one dictation
in real time. `--lengths`, `--dictations` and `--without` choose parts, for work on them. `--beside-file` has
a file transcribed meanwhile, which is to stand still during each dictation. Nothing else should run.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import WhisperLoader
from app.domain.audio import Samples
from app.domain.settings import Device, SpeechSettings
from tests.benchmarks import dictations as say
from tests.benchmarks.accuracy import BEAM, plain
from tests.benchmarks.beside_file import FileFigures, file_beside
from tests.benchmarks.decodes import Decodes
from tests.benchmarks.dictations import Dictation, Recording
from tests.benchmarks.latency_figures import RELEASES, Agreement, Errors, Figures, Length, PlainTimes
from tests.benchmarks.latency_report import picture, table
from tests.benchmarks.rounds import Bench, Outcome, in_real_time, simulate
from tests.benchmarks.speech_set import (
    Clip,
    Score,
    load_set,
    models,
    normaliser,
    score,
    word_error_rate,
)

LANGUAGE: Final = "en"
ALONE: Final = 0.3
"""Seconds behind the last word at which a single clip is let go."""
REAL_LENGTHS: Final = (5.0, 13.0)
PARTS: Final = ("plain", "single", "noise", "real")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured."""

    lengths: tuple[float, ...] = (*say.LENGTHS_SINGLE, *say.LENGTHS_JOINED)
    dictations: int = 10
    clip_step: int = 1
    longest_noise: float = 60.0
    real_lengths: tuple[float, ...] = REAL_LENGTHS
    real_dictations: int = 3
    without: frozenset[str] = frozenset()


QUICK: Final = Extent(
    lengths=(2.0, 5.0, 13.0, 30.0),
    dictations=3,
    clip_step=4,
    longest_noise=10.0,
    real_lengths=(5.0,),
    real_dictations=1,
)


@dataclass(slots=True)
class Plain:
    """faster-whisper called as its manual does, both with and without earlier text as prompt: what it wrote,
    and the seconds it took, by name of the way and in the order asked for."""

    engine: Any
    normalise: Callable[[str], str]
    scores: dict[str, list[Score]] = field(default_factory=lambda: {"prompted": [], "unprompted": []})
    seconds: dict[str, list[float]] = field(default_factory=lambda: {"prompted": [], "unprompted": []})

    def write(self, dictation: Dictation) -> None:
        """Write down one dictation in both ways."""
        sound = dictation.heard(ALONE)
        for way in self.scores:
            text, seconds = self._timed(sound, BEAM, way)
            self.scores[way].append(scored(self.normalise, dictation, text))
            self.seconds[way].append(seconds)

    def beam1(self, dictation: Dictation, way: str) -> float:
        """Seconds at beam 1."""
        return self._timed(dictation.heard(ALONE), 1, way)[1]

    def better(self) -> str:
        """The way with the smaller word error rate."""
        return min(self.scores, key=lambda way: word_error_rate(self.scores[way]))

    def _timed(self, sound: Samples, beam: int, way: str) -> tuple[str, float]:
        began = time.perf_counter()
        text = plain(self.engine, prompted=way == "prompted", beam=beam)(sound, LANGUAGE)
        return text, time.perf_counter() - began


def scored(normalise: Callable[[str], str], dictation: Dictation, text: str) -> Score:
    """Edits between what was said and `text`."""
    return score(normalise(dictation.reference).split(), normalise(text).split())


class Run:
    """One run of the benchmark over one set of clips."""

    def __init__(self, bench: Bench, engine: Any, clips: Sequence[Clip], extent: Extent) -> None:  # noqa: ANN401
        self._bench = bench
        self._engine = engine
        self._clips = clips
        self._extent = extent
        self._normalise = normaliser()
        self._recorded: dict[str, Recording] = {}

    def measure(self) -> Figures:
        """Everything."""
        began, busy = time.perf_counter(), others_seconds()
        figures = Figures()
        self._lengths(figures)
        if "single" not in self._extent.without:
            self._single(figures)
        if "noise" not in self._extent.without:
            figures.noise = tuple(self._noise())
        if "real" not in self._extent.without:
            figures.real_time = [self._real_time(one) for one in figures.lengths if self._is_real(one)]
        figures.seconds = time.perf_counter() - began
        if busy is not None and (still := others_seconds()) is not None:
            figures.others_cores = (still - busy) / figures.seconds
        decodes = self._bench.decodes
        figures.computed, figures.repeated = decodes.computed, decodes.repeated
        return figures

    # --- dictations of given lengths ---

    def _lengths(self, figures: Figures) -> None:
        spoken = {length: said for length, said in self._dictations().items() if said}
        self._warm_up(next(iter(spoken.values()))[0])
        for length, said in spoken.items():
            outcomes = tuple(simulate(self._bench, one, after) for one in said for after in RELEASES)
            figures.lengths.append(Length(length, outcomes))
            tell(f"{length:g} s: {len(outcomes)} releases, median {figures.lengths[-1].waits.median:.3f} s")
        figures.joined = self._joined_errors(figures.outcomes)
        if "plain" not in self._extent.without:
            self._beside_plain(figures, spoken)

    def _dictations(self) -> dict[float, tuple[Dictation, ...]]:
        recordings = [self._recording(clip) for clip in self._clips if clip.is_average]
        count = self._extent.dictations
        wanted = self._extent.lengths
        singles = {one: say.short(recordings, one, count) for one in wanted if one in say.LENGTHS_SINGLE}
        longer = [one for one in wanted if one not in say.LENGTHS_SINGLE]
        tell(f"{len(recordings)} clips, {count} dictations of {', '.join(f'{one:g}' for one in wanted)} s")
        return {**singles, **say.joined(recordings, longer, count)}

    def _joined_errors(self, outcomes: Sequence[Outcome]) -> Errors | None:
        known = [one for one in outcomes if one.dictation.reference]
        return Errors(tuple(self._score(one) for one in known)) if known else None

    def _beside_plain(self, figures: Figures, spoken: dict[float, tuple[Dictation, ...]]) -> None:
        """The same dictations by plain, which is asked for each once; its answer counts for all releases."""
        each = Plain(self._engine, self._normalise)
        said = [one for length in spoken.values() for one in length]
        for one in said:
            each.write(one)
        way = each.better()
        tell(f"plain has written {len(said)} dictations, the better way is {way}")
        beam5 = dict(zip((id(one) for one in said), each.seconds[way], strict=True))
        scores = dict(zip((id(one) for one in said), each.scores[way], strict=True))
        figures.lengths = [
            replace(
                length,
                plain=PlainTimes(
                    tuple(beam5[id(one)] for one in spoken[length.seconds]),
                    tuple(each.beam1(one, way) for one in spoken[length.seconds]),
                ),
            )
            for length in figures.lengths
        ]
        if figures.joined:
            outcomes = [one for one in figures.outcomes if one.dictation.reference]
            figures.joined = Errors(
                figures.joined.ours,
                tuple(scores[id(one.dictation)] for one in outcomes),
                way,
                tuple(one.dictation.recording for one in outcomes),
            )

    # --- single clips and noise ---

    def _single(self, figures: Figures) -> None:
        groups: dict[str, list[Clip]] = {
            "average": [clip for clip in self._clips if clip.is_average],
            "with kitchen noise": [clip for clip in self._clips if clip.is_scored and clip.derived],
            "apart": [c for c in self._clips if c.is_scored and not c.derived and not c.is_average],
        }
        for name, clips in groups.items():
            if chosen := clips[:: self._extent.clip_step]:
                figures.single[name] = self._clip_errors(chosen)
                tell(f"{name}: {len(chosen)} clips, {figures.single[name].wer:.2f} %")

    def _clip_errors(self, clips: Sequence[Clip]) -> Errors:
        said = [say.whole(self._recording(clip)) for clip in clips]
        ours = tuple(self._score(simulate(self._bench, one, ALONE)) for one in said)
        if "plain" in self._extent.without:
            return Errors(ours)
        each = Plain(self._engine, self._normalise)
        for one in said:
            each.write(one)
        return Errors(ours, tuple(each.scores[each.better()]), each.better())

    def _noise(self) -> Iterator[Outcome]:
        """With the language to be found out, as it is unless the user fixes it."""
        bench = replace(self._bench, settings=replace(self._bench.settings, language=""))
        for clip in self._clips:
            if clip.kind == "noise" and clip.seconds <= self._extent.longest_noise:
                yield simulate(bench, say.noise(self._recording(clip)), 0.0)

    # --- in real time ---

    def _is_real(self, length: Length) -> bool:
        return length.seconds in self._extent.real_lengths

    def _real_time(self, length: Length) -> Agreement:
        simulated = length.outcomes[: self._extent.real_dictations * len(RELEASES)]
        real = [in_real_time(self._bench, one.dictation, one.after) for one in simulated]
        tell(f"{len(real)} dictations of {length.seconds:g} s in real time")
        return Agreement(
            length.seconds,
            tuple(one.wait for one in real),
            tuple(one.wait for one in simulated),
            tuple(one.cores for one in real),
        )

    # --- help ---

    def _recording(self, clip: Clip) -> Recording:
        if clip.name not in self._recorded:
            self._recorded[clip.name] = say.recorded(clip, self._bench.hear)
        return self._recorded[clip.name]

    def _score(self, outcome: Outcome) -> Score:
        return scored(self._normalise, outcome.dictation, outcome.transcript.text)

    def _warm_up(self, dictation: Dictation) -> None:
        """The first decode of either engine is slower; none of them counts."""
        simulate(replace(self._bench, decodes=Decodes()), dictation, ALONE)
        plain(self._engine, prompted=False)(dictation.heard(ALONE), LANGUAGE)


def others_seconds() -> float | None:
    """Processor seconds of all other programs since the computer started; None where nobody tells."""
    if sys.platform != "linux":
        return None
    try:
        first = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()
    except OSError:
        return None
    # user, nice, system, idle, iowait, irq, softirq: all but the two of waiting.
    ticks = sum(int(first[index]) for index in (1, 2, 3, 6, 7))
    return ticks / os.sysconf("SC_CLK_TCK") - time.process_time()


def tell(words: str) -> None:
    """A line on how far it is."""
    print(f"  {time.strftime('%H:%M:%S')} {words}", flush=True)


def chosen(options: argparse.Namespace) -> Extent:
    """How much the command line asks for."""
    extent = QUICK if options.quick else Extent()
    if options.lengths:
        extent = replace(extent, lengths=tuple(options.lengths))
    if options.dictations:
        extent = replace(extent, dictations=options.dictations)
    return replace(extent, without=frozenset(options.without))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="release to text, beside plain faster-whisper")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="few and short dictations")
    parser.add_argument("--lengths", type=float, nargs="+", help="only dictations of these seconds")
    parser.add_argument("--dictations", type=int, help="how many of each length")
    parser.add_argument("--without", nargs="+", choices=PARTS, default=[], help="parts to leave out")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    parser.add_argument("--beside-file", action="store_true", help="with a file in the queue")
    options = parser.parse_args(arguments)
    clips = load_set(options.speech)
    settings = SpeechSettings(model=options.model, device=Device.CPU, language=LANGUAGE, beam_size=BEAM)
    with models() as local:
        recognizer = WhisperLoader(local.locate).load(settings)
        facts = recognizer.facts
        print(f"{facts.model} on {facts.device}, {facts.compute_type}, beam {BEAM}")
        from faster_whisper import WhisperModel

        engine = WhisperModel(str(local.locate(options.model)), device="cpu", compute_type="int8")
        bench = Bench(recognizer, settings, SpeechDetectors(), Decodes())
        with ExitStack() as stack:
            beside = FileFigures()
            if options.beside_file:
                file = stack.enter_context(file_beside(clips, settings, beside))
                bench = replace(bench, beside=file.dictating)
            figures = Run(bench, engine, clips, chosen(options)).measure()
    print(table(figures))
    if options.beside_file:
        print(beside.words())
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(picture(figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
