"""What it costs to have the speech engine in a process of its own: time for each decode, and memory.

    python -m tests.benchmarks.apart [--speech DIR] [--model base] [--quick] [--json FILE] [--plot FILE]

What is measured:
- Every phrase is decoded in this process and apart, in turn, so that whatever else the computer does meets
  both; who begins changes from round to round. The difference of such a pair is what the way there and back
  costs, and the noise of two decodes. The smallest time of each way over all rounds has the least of it.
- Sound of 28 s that nobody speaks in, decoded by a recognizer that does nothing, in a process of its own as
  ever: what crossing alone takes.
- Memory as proportional set size (what is shared with other programs counts by its part): of this process
  before, and with the model in it; of both, with the model apart. Each with one decode behind it.

Both texts must be the same. Linux alone tells the memory; elsewhere it is left out. Nothing else should run
meanwhile.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

import numpy as np

from app.adapters.engine_process import ApartLoader
from app.adapters.folders import Folders
from app.adapters.own_process import SPEECH_ENGINE
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import WhisperLoader
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import DecodingOptions, decoding_options
from app.domain.settings import Device, SpeechSettings
from app.parts import models_of
from app.services.ports import Recognizer
from tests.benchmarks.latency_figures import Spread, spread
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group, svg
from tests.benchmarks.speech_set import Clip, load_set
from tests.benchmarks.start import pss_of

LIMIT_SECONDS: Final = 0.02
"""A decode may take so much longer apart."""

LONGEST: Final = 28.0
"""Seconds of one phrase."""

ROUNDS: Final = 5
QUICK_ROUNDS: Final = 3
QUICK_CLIPS: Final = 8
CROSSINGS: Final = 200

IDLE_ENGINE: Final = f"""
import sys
from dataclasses import replace
import app.parts
from app.domain.models import EngineFacts
from app.domain.transcript import Segment, Transcript, Word
WORDS = (Word(" word", 0.0, 1.0, 0.5),) * 80
TEXT = Transcript((Segment(" word" * 80, 0.0, 28.0, WORDS),), "en", 1.0, "", 28.0)
class Idle:
    facts = EngineFacts("idle", "cpu", "none", True, 0.0)
    def load(self, settings): return self
    def decode_phrase(self, *_, **__): return TEXT
app.parts.loader_of = lambda folders: Idle()
from app.cli import main
sys.argv[1:] = ["{SPEECH_ENGINE}"]
main()
"""
"""A speech engine that answers at once, with as much text as 28 s of speech can be, and with word times."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One phrase in one round: seconds in this process and apart."""

    phrase: str
    here: float
    apart: float


@dataclass(frozen=True, slots=True)
class Memory:
    """MB (10^6 bytes): of this process before, with the model in it, and with the model in the other one."""

    before: float
    here: float
    apart: float
    child: float


@dataclass(slots=True)
class Figures:
    """What was measured. `crossings` are seconds."""

    pairs: list[Pair] = field(default_factory=list)
    crossings: list[float] = field(default_factory=list)
    different: list[str] = field(default_factory=list)
    memory: Memory | None = None

    @property
    def here(self) -> Spread:
        """Seconds of a decode in this process."""
        return spread([pair.here for pair in self.pairs])

    @property
    def apart(self) -> Spread:
        """Seconds of a decode apart."""
        return spread([pair.apart for pair in self.pairs])

    @property
    def differences(self) -> Spread:
        """How many seconds longer a decode took apart than the one beside it."""
        return spread([pair.apart - pair.here for pair in self.pairs])

    @property
    def best_differences(self) -> Spread:
        """The same of the shortest decode of each phrase."""
        phrases = dict.fromkeys(pair.phrase for pair in self.pairs)
        return spread([self._best(phrase) for phrase in phrases])

    @property
    def is_within(self) -> bool:
        """Whether it costs no more than it may, and changes no word."""
        return self.differences.median <= LIMIT_SECONDS >= self.best_differences.p95 and not self.different

    def _best(self, phrase: str) -> float:
        pairs = [pair for pair in self.pairs if pair.phrase == phrase]
        return min(pair.apart for pair in pairs) - min(pair.here for pair in pairs)

    def as_table(self) -> dict[str, object]:
        """Everything, for JSON."""
        return {
            "pairs": [asdict(pair) for pair in self.pairs],
            "crossing_ms": _milliseconds(spread(self.crossings)),
            "here_ms": _milliseconds(self.here),
            "apart_ms": _milliseconds(self.apart),
            "difference_ms": _milliseconds(self.differences),
            "best_difference_ms": _milliseconds(self.best_differences),
            "limit_ms": LIMIT_SECONDS * 1000,
            "different_texts": self.different,
            "memory_mb": None if self.memory is None else asdict(self.memory),
        }


def table(figures: Figures) -> str:
    """The figures for people."""
    rows = [
        f"{'':34}{'median':>10}{'95th perc.':>12}",
        _row("decode in this process", figures.here),
        _row("decode apart", figures.apart),
        _row("apart - here, each pair", figures.differences),
        _row("apart - here, best of each phrase", figures.best_differences),
        _row("crossing alone (28 s, 80 words)", spread(figures.crossings)),
        f"{len(figures.pairs)} pairs, {len(figures.different)} texts that differ;"
        f" limit {LIMIT_SECONDS * 1000:.0f} ms: {'kept' if figures.is_within else 'NOT KEPT'}",
    ]
    if memory := figures.memory:
        rows += [
            f"memory (PSS): {memory.before:.0f} MB before; {memory.here:.0f} MB with the model here;",
            f"  {memory.apart + memory.child:.0f} MB with it apart:"
            f" {memory.apart:.0f} MB here and {memory.child:.0f} MB there",
        ]
    return "\n".join(rows)


def _row(name: str, values: Spread) -> str:
    return f"{name:34}{values.median * 1000:>7.1f} ms{values.p95 * 1000:>9.1f} ms"


def _milliseconds(values: Spread) -> dict[str, float]:
    return {"median": values.median * 1000, "p95": values.p95 * 1000}


def groups(figures: Figures) -> tuple[Group, ...]:
    """The same as bars; where it took longer in this process, that is nothing."""

    def milliseconds(name: str, seconds: float, limit: float | None = None, colour: str = OURS) -> Bar:
        return Bar(name, max(0.0, seconds * 1000), "ms", None if limit is None else limit * 1000, colour)

    return (
        Group(
            "What a decode takes longer apart",
            (
                milliseconds("each pair, median", figures.differences.median, LIMIT_SECONDS),
                milliseconds("best of each phrase, p95", figures.best_differences.p95, LIMIT_SECONDS),
                milliseconds("crossing alone, p95", spread(figures.crossings).p95),
            ),
        ),
        Group(
            "A decode, median",
            (
                milliseconds("apart", figures.apart.median),
                milliseconds("in this process", figures.here.median, colour=THEIRS),
            ),
        ),
        Group("Texts that differ", (Bar("of all phrases", len(figures.different), "texts", 0),)),
        Group("Memory (PSS)", _memory_bars(figures.memory)),
    )


def _memory_bars(memory: Memory | None) -> tuple[Bar, ...]:
    if memory is None:
        return ()
    return (
        Bar("apart, both processes", memory.apart + memory.child, "MB", colour=OURS),
        Bar("in this process", memory.here, "MB", colour=THEIRS),
        Bar("before", memory.before, "MB", colour=THEIRS),
    )


# --- measuring ---


@dataclass(frozen=True, slots=True)
class Phrase:
    """Sound that is decoded as one phrase, and the detector's opinion of it."""

    name: str
    sound: Samples
    speech: Sequence[float]

    def decode(self, recognizer: Recognizer, options: DecodingOptions) -> tuple[str, float]:
        """Its text, and the seconds that took."""
        began = time.perf_counter()
        text = recognizer.decode_phrase(self.sound, self.speech, options).text
        return text, time.perf_counter() - began


def phrases_of(clips: Iterable[Clip], hear: Callable[[Samples], Sequence[float]]) -> list[Phrase]:
    """Those clips of English speech that are no longer than a phrase."""
    return [
        Phrase(clip.name, sound, hear(sound))
        for clip in clips
        if clip.is_scored and clip.seconds <= LONGEST
        for sound in [clip.samples()]
    ]


def compare(
    here: Recognizer,
    apart: Recognizer,
    phrases: Sequence[Phrase],
    options: DecodingOptions,
    rounds: int,
    figures: Figures,
) -> None:
    """Decode each phrase in turn by both."""
    for recognizer in (here, apart):
        phrases[0].decode(recognizer, options)  # the first is slower
    for number in range(rounds):
        for phrase in phrases:
            ways = (here, apart) if number % 2 == 0 else (apart, here)
            found = {id(one): phrase.decode(one, options) for one in ways}
            (text, seconds), (other, seconds_apart) = found[id(here)], found[id(apart)]
            figures.pairs.append(Pair(phrase.name, seconds, seconds_apart))
            if text != other and phrase.name not in figures.different:
                figures.different.append(phrase.name)
        print(f"  round {number + 1} of {rounds}", flush=True)


def crossings(folders: Folders, settings: SpeechSettings) -> list[float]:
    """Seconds that sound and text take there and back."""
    longest = Phrase("", np.zeros(int(LONGEST) * SAMPLE_RATE, np.float32), [0.123456789] * 875)
    idle = ApartLoader(folders, [sys.executable, "-c", IDLE_ENGINE]).load(settings)
    taken = [longest.decode(idle, DecodingOptions())[1] for _ in range(CROSSINGS)]
    idle.close()
    return taken[1:]


def memory(
    folders: Folders, settings: SpeechSettings, phrase: Phrase, options: DecodingOptions
) -> Memory | None:
    """The memory of either way, one after the other, so that they share nothing."""
    if sys.platform != "linux":
        return None
    before = _pss("self")
    apart = ApartLoader(folders).load(settings)
    phrase.decode(apart, options)
    ours, child = _pss("self"), _pss(apart.pid)
    apart.close()
    recognizer = WhisperLoader(models_of(folders).locate).load(settings)
    phrase.decode(recognizer, options)
    here = _pss("self")
    recognizer.close()
    return Memory(before, here, ours, child)


def _pss(process: int | str) -> float:
    return pss_of(Path(f"/proc/{process}/smaps_rollup").read_text("ascii"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 where it costs more than it may."""
    parser = argparse.ArgumentParser(description="the speech engine in this process and in one of its own")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_CLIPS} phrases, fewer rounds")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    settings = SpeechSettings(model=options.model, device=Device.CPU, language="en")
    how = replace(decoding_options(settings), temperatures=(0.0,))
    figures = Figures()
    with tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as home:
        folders = Folders.at(Path(home))
        phrases = phrases_of(load_set(options.speech), SpeechDetectors().new().feed)
        if options.quick:
            phrases = phrases[:: max(1, len(phrases) // QUICK_CLIPS)][:QUICK_CLIPS]
        figures.memory = memory(folders, settings, phrases[0], how)
        figures.crossings = crossings(folders, settings)
        here = WhisperLoader(models_of(folders).locate).load(settings)
        apart = ApartLoader(folders).load(settings)
        print(f"{here.facts.model}, {here.facts.compute_type}, {len(phrases)} phrases", flush=True)
        compare(here, apart, phrases, how, QUICK_ROUNDS if options.quick else ROUNDS, figures)
        apart.close()
        here.close()
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(groups(figures)), encoding="utf-8")
    return 0 if figures.is_within else 1


if __name__ == "__main__":
    sys.exit(main())
