"""How short the encoder's window may be: word error rate and time of phrases on windows of many lengths.

    python -m tests.benchmarks.window [--speech DIR] [--model base] [--quick] [--json FILE] [--plot FILE]

Each clip of the average set is decoded as one phrase, as a dictation would: its sound ends `PADDING` seconds
behind the last speech, the beam is the model's own, and what the judge does not believe is decoded again.
Each window is decoded once for each clip, and counts for all floors and margins that lead to it. All windows
of one clip follow each other, so that what else the computer does slows them alike.

The full window is the bound: the best window is the fastest of those that make no more edits than it. The
difference is given with a paired bootstrap 95 % interval over clips.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import CTranslateEngines
from app.adapters.whisper_phrases import PhraseDecoder
from app.domain.audio import SAMPLE_RATE, Samples, seconds
from app.domain.compute import CPU, Way, threads_for
from app.domain.decoding import DecodingOptions, decoding_options
from app.domain.encoder_window import FULL_SECONDS, Window
from app.domain.settings import SpeechSettings
from app.domain.speech_regions import SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES
from tests.benchmarks.accuracy import interval
from tests.benchmarks.speech_set import Clip, Score, load_set, models, normaliser, score, word_error_rate

FLOORS: Final = (6.0, 8.0, 10.0, 12.0, 15.0, 20.0)
MARGINS: Final = (1.0, 2.0, 3.0)
QUICK_FLOORS: Final = (8.0, 15.0)
QUICK_MARGINS: Final = (3.0,)
QUICK_STEP: Final = 4
PADDING: Final = 0.4
LONGEST: Final = 28.0
FULL: Final = Window(FULL_SECONDS, 0.0)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A clip as one phrase: sound that ends soon behind its last speech, and the speech of its windows."""

    clip: Clip
    audio: Samples
    speech: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Decode:
    """What one decode of one phrase gave, whether it took a second one, and its time in seconds."""

    score: Score
    again: bool
    took: float


@dataclass(frozen=True, slots=True)
class Row:
    """One window, and the decodes of all phrases with it."""

    window: Window
    decodes: tuple[Decode, ...]

    @property
    def scores(self) -> tuple[Score, ...]:
        """One for each phrase."""
        return tuple(one.score for one in self.decodes)

    @property
    def edits(self) -> int:
        """Words that are wrong, too many or missing."""
        return sum(one.edits for one in self.scores)

    @property
    def error_rate(self) -> float:
        """In per cent."""
        return word_error_rate(self.scores)

    @property
    def again(self) -> float:
        """The share that was decoded again, in per cent."""
        return 100.0 * sum(one.again for one in self.decodes) / len(self.decodes)

    @property
    def median(self) -> float:
        """Seconds for a phrase."""
        return statistics.median(one.took for one in self.decodes)

    @property
    def total(self) -> float:
        """Seconds for all phrases."""
        return sum(one.took for one in self.decodes)


# --- measuring ---


def phrases(clips: Iterable[Clip]) -> tuple[Phrase, ...]:
    """The clips as phrases; those without speech, or too long for one phrase, are left out."""
    detectors = SpeechDetectors()
    found = []
    for clip in clips:
        samples = clip.samples()
        whole = np.pad(samples, (0, -len(samples) % WINDOW_SAMPLES))
        speech = tuple(detectors.new().feed(whole))
        voiced = [at for at, probability in enumerate(speech) if probability >= SPEECH_THRESHOLD]
        if not voiced:
            continue
        end = min(len(speech), voiced[-1] + 1 + round(PADDING * SAMPLE_RATE / WINDOW_SAMPLES))
        audio = whole[: end * WINDOW_SAMPLES]
        if seconds(audio) <= LONGEST:
            found.append(Phrase(clip, audio, speech[:end]))
    return tuple(found)


class Bench:
    """Decodes phrases, each window once.

    Args:
        engine: faster_whisper.WhisperModel.
        options: how to decode.
    """

    def __init__(self, engine: object, options: DecodingOptions) -> None:
        self._engine = engine
        self._options = options
        self._normalise = normaliser()
        self._known: dict[tuple[str, float], Decode] = {}

    def measure(self, window: Window, phrases: Sequence[Phrase]) -> Row:
        """Decode all phrases with `window`."""
        return Row(window, tuple(self._decode(window.seconds(seconds(one.audio)), one) for one in phrases))

    def _decode(self, length: float, phrase: Phrase) -> Decode:
        key = (phrase.clip.name, round(length, 3))
        if key not in self._known:
            decoder = PhraseDecoder(self._engine, Window(length, 0.0))
            options = replace(self._options, language=phrase.clip.language)
            began = time.perf_counter()
            segment = decoder.decode(phrase.audio, phrase.speech, phrase.clip.language, options).segment
            took = time.perf_counter() - began
            heard = self._normalise(segment.text if segment else "").split()
            result = score(self._normalise(phrase.clip.reference).split(), heard)
            self._known[key] = Decode(result, decoder.again > 0, took)
        return self._known[key]


def best(rows: Sequence[Row], full: Row) -> Row:
    """The fastest window that makes no more edits than the full one; the full one if there is none."""
    return min((one for one in (*rows, full) if one.edits <= full.edits), key=lambda row: row.total)


# --- telling ---


def report(rows: Sequence[Row], full: Row) -> list[dict[str, object]]:
    """Print the table; the same as data."""
    print(f"{len(full.decodes)} clips, {sum(one.words for one in full.scores)} words")
    print("floor margin   error rate  edits  against the full window     again   median    all")
    told: list[dict[str, object]] = []
    for row in (full, *rows):
        low, high = interval(row.scores, full.scores)
        print(
            f"{row.window.floor:4.0f} s {row.window.margin:4.0f} s {row.error_rate:9.2f} % {row.edits:6}"
            f"  {row.error_rate - full.error_rate:+6.2f}, 95 % {low:+5.2f} to {high:+5.2f}"
            f"  {row.again:5.1f} % {row.median:6.3f} s {row.total:6.1f} s"
        )
        told.append(
            {
                "floor": row.window.floor,
                "margin": row.window.margin,
                "wer": row.error_rate,
                "edits": row.edits,
                "interval": [low, high],
                "again": row.again,
                "median_seconds": row.median,
                "seconds": row.total,
            }
        )
    return told


_COLOURS: Final = ("#b3261e", "#2a6f97", "#3a7d44", "#6b4c9a")
_LEFT: Final = 60
_WIDTH: Final = 560
_HEIGHT: Final = 150
_STEP: Final = 220


def plot(rows: Sequence[Row], full: Row, title: str) -> str:
    """The curves over the floor, one colour for each margin, as SVG; the full window is the dashed line."""
    panels = [
        _panel("word error rate, %", [(one.window, one.error_rate) for one in rows], full.error_rate, 0),
        _panel("decoded again, %", [(one.window, one.again) for one in rows], full.again, 1),
        _panel("median decode, seconds", [(one.window, one.median) for one in rows], full.median, 2),
    ]
    width, height = _LEFT + _WIDTH + 130, 40 + len(panels) * _STEP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="12"><rect width="{width}" height="{height}" fill="white"/>'
        f'<text x="10" y="22" font-size="15">{title}</text>{"".join(panels)}</svg>\n'
    )


def _panel(name: str, points: Sequence[tuple[Window, float]], full: float, number: int) -> str:
    top = 60 + number * _STEP
    most = max(*(value for _, value in points), full) * 1.1 or 1.0

    def x(floor: float) -> float:
        return _LEFT + _WIDTH * floor / FULL_SECONDS

    def y(value: float) -> float:
        return top + _HEIGHT * (1 - value / most)

    floors = sorted({window.floor for window, _ in points})
    drawn = [
        f'<text x="10" y="{top - 10}" font-weight="bold">{name}</text>',
        f'<path d="M{_LEFT} {top}V{top + _HEIGHT}H{_LEFT + _WIDTH}" fill="none" stroke="black"/>',
        f'<text x="{_LEFT - 45}" y="{top + 10}">{most:.2f}</text>',
        f'<text x="{_LEFT - 15}" y="{top + _HEIGHT}">0</text>',
        f'<path d="M{_LEFT} {y(full):.1f}H{_LEFT + _WIDTH}" stroke="black" stroke-dasharray="4 4"/>',
        f'<text x="{_LEFT + _WIDTH + 5}" y="{y(full) + 4:.1f}">full: {full:.2f}</text>',
        *(f'<text x="{x(one) - 8:.1f}" y="{top + _HEIGHT + 16}">{one:.0f} s</text>' for one in floors),
    ]
    for index, margin in enumerate(sorted({window.margin for window, _ in points})):
        colour = _COLOURS[index % len(_COLOURS)]
        line = sorted((window.floor, value) for window, value in points if window.margin == margin)
        path = " ".join(f"{x(floor):.1f},{y(value):.1f}" for floor, value in line)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [
            f'<circle cx="{x(floor):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>'
            for floor, value in line
        ]
        drawn.append(
            f'<text x="{_LEFT + _WIDTH - 90}" y="{top + _HEIGHT - 8 - 15 * index}" fill="{colour}">'
            f"margin {margin:.0f} s</text>"
        )
    return "".join(drawn)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="word error rate and time by the encoder's window")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="every fourth clip, two windows")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    floors, margins = (QUICK_FLOORS, QUICK_MARGINS) if options.quick else (FLOORS, MARGINS)
    clips = [clip for clip in load_set(options.speech) if clip.is_average]
    settings = SpeechSettings(model=options.model)
    with models() as local:
        way = Way(CPU, "int8")
        threads = threads_for(settings.threads, os.cpu_count() or 1)
        engine = CTranslateEngines().load(local.locate(options.model), way, threads, settings.workers)
        spoken = phrases(clips[:: QUICK_STEP if options.quick else 1])
        Bench(engine, decoding_options(settings)).measure(FULL, spoken[:1])  # the first of all takes longer
        bench = Bench(engine, decoding_options(settings))
        windows = [Window(floor, margin) for margin in margins for floor in floors]
        for phrase in spoken:
            for window in (FULL, *windows):
                bench.measure(window, (phrase,))
            print(phrase.clip.name, file=sys.stderr, flush=True)
        full = bench.measure(FULL, spoken)
        rows = [bench.measure(window, spoken) for window in windows]
    print(f"{options.model} on {CPU}, int8")
    figures = report(rows, full)
    chosen = best(rows, full).window
    print(f"best: floor {chosen.floor:.0f} s, margin {chosen.margin:.0f} s")
    if options.json:
        options.json.write_text(json.dumps({"model": options.model, "windows": figures}, indent=2) + "\n")
    if options.plot:
        options.plot.write_text(plot(rows, full, f"{options.model}: the encoder's window"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
