"""How fast a file is transcribed, and how well, beside faster-whisper on the same computer (P6).

    python -m tests.benchmarks.files [--speech DIR] [--model base] [--quick] [--hours H] [--json FILE]
                                  [--plot FILE]

The average clips are joined with pauses into one file of at least ten minutes (two with --quick), written as
FLAC. It is transcribed by Sayso's engine, by faster-whisper's plain way, and by its batched pipeline at batch
4, 8 and 16 with time marks (times of segments, as Sayso has them), and at 8 without. Each run is a process of
its own, in turn, round after round, so that whatever else the computer does meets all of them. Beam 5, all
cores, int8, English, the same low priority; the model is loaded before.

Printed are the median of the seconds, the word error rate, and the peak of the memory of all processes of a
way. On two cores the whole takes about 17 minutes with base. With --hours the joined file is repeated to that
length and Sayso alone transcribes it: its peak beside that of ten minutes is what length costs. How high that
is depends on which batches meet, so the ten minutes have three rounds to meet them in.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.domain.audio import SAMPLE_RATE, Samples, to_pcm16
from tests.benchmarks.accuracy import BEAM
from tests.benchmarks.files_child import BATCHED, SAYSO, SEQUENTIAL
from tests.benchmarks.models import answer_of
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group, svg
from tests.benchmarks.speech_set import Clip, load_set, models, normaliser, score, word_error_rate

PAUSE_SECONDS: Final = 0.8
LEAST_SECONDS: Final = 600.0
QUICK_SECONDS: Final = 120.0
WARM_SECONDS: Final = 5.0
ROUNDS: Final = 3
QUICK_ROUNDS: Final = 1
BATCHES: Final = (4, 8, 16)
LENGTH_MB: Final = 50.0
"""So much more than ten minutes may hours take."""
MARKLESS_BATCH: Final = 8
"""Without time marks as well: that changes the words, and how many are decoded at once does not."""


@dataclass(slots=True)
class Way:
    """One way of transcribing, and what came of it."""

    name: str
    task: dict[str, Any]
    seconds: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)
    text: str = ""

    @property
    def median(self) -> float:
        """Of its seconds."""
        return statistics.median(self.seconds)

    def error_rate(self, reference: str) -> float:
        """In per cent."""
        normalise = normaliser()
        return word_error_rate([score(normalise(reference).split(), normalise(self.text).split())])


def ways(rounds_of: dict[str, Any]) -> list[Way]:
    """All ways; `rounds_of` is what their tasks have in common."""
    found = [
        Way("Sayso", {**rounds_of, "way": SAYSO}),
        Way("sequential", {**rounds_of, "way": SEQUENTIAL}),
    ]
    found.extend(
        Way(f"batched {batch}", {**rounds_of, "way": BATCHED, "batch": batch, "time_marks": True})
        for batch in BATCHES
    )
    markless = {**rounds_of, "way": BATCHED, "batch": MARKLESS_BATCH, "time_marks": False}
    found.append(Way(f"batched {MARKLESS_BATCH}, no marks", markless))
    return found


def chosen(clips: Sequence[Clip], least: float) -> list[Clip]:
    """Average clips, again and again, until they make so many seconds. Raises ValueError without any."""
    average = [clip for clip in clips if clip.is_average]
    if not average:
        raise ValueError("no English speech with references in this set")
    found: list[Clip] = []
    length = 0.0
    while length < least:
        found.append(average[len(found) % len(average)])
        length += found[-1].seconds + PAUSE_SECONDS
    return found


def joined(clips: Sequence[Clip]) -> Iterator[Samples]:
    """The sound of the clips, each with a pause behind it."""
    for clip in clips:
        yield clip.samples()
        yield np.zeros(round(PAUSE_SECONDS * SAMPLE_RATE), np.float32)


def write_flac(path: Path, blocks: Iterator[Samples]) -> float:
    """Write blocks (float32 mono 16 kHz) as they come; how many seconds they were."""
    import av

    count = 0
    with av.open(str(path), "w", format="flac") as container:
        stream = container.add_stream("flac", rate=SAMPLE_RATE, layout="mono")
        for block in blocks:
            samples = np.frombuffer(to_pcm16(block), "<i2")[np.newaxis]
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            count += len(block)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return count / SAMPLE_RATE


def repeated(clips: Sequence[Clip], seconds: float) -> Iterator[Samples]:
    """The joined clips, again and again, up to about so many seconds."""
    blocks = tuple(joined(clips))
    count = 0
    while count < seconds * SAMPLE_RATE:
        for block in blocks:
            count += len(block)
            yield block


def measure(found: Sequence[Way], rounds: int) -> None:
    """Run all ways in turn; who begins changes from round to round."""
    for number in range(rounds):
        for place in range(len(found)):
            way = found[(place + number) % len(found)]
            answer = answer_of([sys.executable, "-m", "tests.benchmarks.files_child", json.dumps(way.task)])
            way.seconds.append(answer["seconds"])
            way.peaks.append(answer["peak_mb"])
            way.text = answer["text"]


def figures(found: Sequence[Way], reference: str) -> dict[str, float]:
    """The figures by the names that stay."""
    own = next(way for way in found if way.task["way"] == SAYSO)
    plain = next(way for way in found if way.task["way"] == SEQUENTIAL)
    # Both with times of segments.
    batched = min(
        (way for way in found if way.task["way"] == BATCHED and way.task["time_marks"]),
        key=lambda way: way.median,
    )
    return {
        "sayso_s": own.median,
        "sequential_s": plain.median,
        "batched_s": batched.median,
        "wer": own.error_rate(reference),
        "batched_wer": batched.error_rate(reference),
        "peak_mb": max(own.peaks),
    }


def picture(found: Sequence[Way], reference: str, longer: Way | None = None) -> str:
    """The figures as SVG: Sayso's limit of seconds is the best batched time, of words its errors, of memory
    that of ten minutes and `LENGTH_MB`. `longer` is the one of `found` that says the reference many times."""
    peers = [way for way in found if way.task["way"] == BATCHED and way.task["time_marks"]]
    best = min(peers, key=lambda way: way.median, default=None)

    def bar(way: Way, value: float, unit: str, limit: float | None = None) -> Bar:
        own = way.task["way"] == SAYSO
        return Bar(way.name, value, unit, limit if own else None, OURS if own else THEIRS)

    short = [way for way in found if way is not longer]
    limit_mb = max(short[0].peaks) + LENGTH_MB if longer else None
    return svg(
        (
            Group(
                "Time of a file, lower is better",
                tuple(bar(way, way.median, "s", best.median if best else None) for way in short),
            ),
            Group(
                "Words wrong",
                tuple(
                    bar(way, way.error_rate(reference), "%", best.error_rate(reference) if best else None)
                    for way in short
                ),
            ),
            Group(
                "Memory at its peak",
                tuple(bar(way, max(way.peaks), "MB", limit_mb if way is longer else None) for way in found),
            ),
        )
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="speed, word error rate and memory of transcribing files")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base", help="one of the catalogue")
    parser.add_argument("--quick", action="store_true", help="two minutes of sound, one round")
    parser.add_argument("--hours", type=float, help="Sayso alone, on a file of that length: its memory")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    clips = chosen(load_set(options.speech), QUICK_SECONDS if options.quick else LEAST_SECONDS)
    reference = " ".join(clip.reference for clip in clips)
    with models() as local, tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as folder:
        sound, warm = Path(folder, "speech.flac"), Path(folder, "warm.flac")
        length = write_flac(sound, joined(clips))
        write_flac(warm, iter([clips[0].samples()[: round(WARM_SECONDS * SAMPLE_RATE)]]))
        weights = str(local.locate(options.model))
        common = {"weights": weights, "sound": str(sound), "warm": str(warm), "beam_size": BEAM}
        found = ways(common)
        longer: Way | None = None
        print(f"{length:.0f} s of joined speech, {options.model}, int8, beam {BEAM}", flush=True)
        if options.hours:
            found = found[:1]
            long = Path(folder, "long.flac")
            length = write_flac(long, repeated(clips, options.hours * 3600))
            longer = Way(f"Sayso, {length / 3600:.1f} hours", {**common, "way": SAYSO, "sound": str(long)})
            measure(found, ROUNDS)
            measure([longer], 1)
            found.append(longer)
            told = {
                "peak_mb": max(found[0].peaks),
                "long_peak_mb": longer.peaks[0],
                "long_s": longer.median,
            }
        else:
            measure(found, QUICK_ROUNDS if options.quick else ROUNDS)
            told = figures(found, reference)
    for way in found:
        # The hours say the reference again and again.
        wrong = "" if way is longer else f"{way.error_rate(reference):8.2f} %"
        print(f"  {way.name:22}{way.median:8.1f} s{max(way.peaks):8.0f} MB{wrong}")
    if not options.hours:
        print(f"Sayso takes {told['sayso_s'] / told['batched_s']:.2f} of the best batched time")
    if options.json:
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(picture(found, reference, longer), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
