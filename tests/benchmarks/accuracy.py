"""Word error rate of Sayso's recognizer beside faster-whisper called plainly, and what it writes of noise.

    python -m tests.benchmarks.accuracy [--speech DIR] [--model base] [--quick] [--json FILE] [--plot FILE]

Plain is `WhisperModel.transcribe` at beam 5 with its own voice filter (shortest silence 500 ms), once with
and once without earlier text as prompt; the better of the two counts. Both decode the same clips in one run.
The difference is given with a paired bootstrap 95 % interval over clips: Sayso is worse only when the whole
interval lies above zero.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np

from app.adapters.whisper_loader import WhisperLoader
from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions, decoding_options
from app.domain.settings import Device, SpeechSettings
from app.domain.transcript import Transcript
from tests.benchmarks.speech_set import Clip, Score, load_set, models, normaliser, score, word_error_rate

BEAM: Final = 5
RESAMPLES: Final = 10_000
QUICK_STEP: Final = 4

Write = Callable[[Samples, str], str]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to write, with its scores on a list of clips and the seconds it took."""

    name: str
    scores: tuple[Score, ...]
    seconds: float

    @property
    def error_rate(self) -> float:
        """In per cent."""
        return word_error_rate(self.scores)


def interval(ours: Sequence[Score], theirs: Sequence[Score]) -> tuple[float, float]:
    """The paired bootstrap 95 % interval of the difference of two word error rates, in points."""
    random = np.random.default_rng(20_000)
    words = np.array([one.words for one in ours], dtype=np.float64)
    change = np.array([a.edits - b.edits for a, b in zip(ours, theirs, strict=True)], dtype=np.float64)
    drawn = random.integers(0, len(words), size=(RESAMPLES, len(words)))
    differences = 100.0 * change[drawn].sum(axis=1) / words[drawn].sum(axis=1)
    low, high = np.percentile(differences, [2.5, 97.5])
    return float(low), float(high)


def measure(name: str, write: Write, clips: Sequence[Clip]) -> Way:
    """Write all clips one way and score them."""
    normalise = normaliser()
    scores = []
    spent = 0.0
    for clip in clips:
        samples = clip.samples()
        began = time.perf_counter()
        text = write(samples, clip.language)
        spent += time.perf_counter() - began
        scores.append(score(normalise(clip.reference).split(), normalise(text).split()))
    return Way(name, tuple(scores), spent)


def plain(engine: Any, *, prompted: bool, beam: int = BEAM) -> Write:  # noqa: ANN401 - faster-whisper has no types
    """faster-whisper called as its manual does."""

    def write(samples: Samples, language: str) -> str:
        segments, _ = engine.transcribe(
            samples,
            beam_size=beam,
            language=language,
            vad_filter=True,
            vad_parameters={"min_silence_duration_ms": 500},
            condition_on_previous_text=prompted,
        )
        return "".join(segment.text for segment in segments)

    return write


def compare(clips: Sequence[Clip], plainly: Any, sayso: Write) -> tuple[Way, Way, Way]:  # noqa: ANN401
    """Sayso, and plain with and without a prompt."""
    return (
        measure("Sayso", sayso, clips),
        measure("plain, prompted", plain(plainly, prompted=True), clips),
        measure("plain, unprompted", plain(plainly, prompted=False), clips),
    )


def report(title: str, ways: tuple[Way, Way, Way]) -> dict[str, object]:
    """Print one group's table; the same as data."""
    ours, *plain_ways = ways
    best = min(plain_ways, key=lambda way: way.error_rate)
    low, high = interval(ours.scores, best.scores)
    print(f"\n{title}: {len(ours.scores)} clips, {sum(one.words for one in ours.scores)} words")
    for way in ways:
        edits = sum(one.edits for one in way.scores)
        print(f"  {way.name:20} {way.error_rate:6.2f} %  {edits:4} edits  {way.seconds:7.1f} s")
    difference = ours.error_rate - best.error_rate
    print(f"  Sayso - best plain   {difference:+6.2f} points, 95 % {low:+.2f} to {high:+.2f}")
    return {
        "clips": len(ours.scores),
        "wer": ours.error_rate,
        "plain_wer": best.error_rate,
        "plain_wer_prompted": plain_ways[0].error_rate,
        "plain_wer_unprompted": plain_ways[1].error_rate,
        "interval": [low, high],
        "seconds": ours.seconds,
        "plain_seconds": best.seconds,
    }


def noise(clips: Sequence[Clip], transcribe: Callable[[Samples, str], Transcript]) -> dict[str, object]:
    """What is written of clips in which nobody speaks."""
    written = {}
    suppressed = 0
    for clip in clips:
        transcript = transcribe(clip.samples(), "")
        suppressed += bool(transcript.suppressed)
        if transcript.text:
            written[clip.name] = transcript.text
    print(f"\nnoise: {len(clips)} clips, {len(written)} written, {suppressed} with suppressed text")
    for name, text in written.items():
        print(f"  {name}: {text}")
    return {"clips": len(clips), "written": len(written), "suppressed": suppressed}


def lost(clips: Sequence[Clip], transcribe: Callable[[Samples, str], Transcript]) -> dict[str, object]:
    """Whether anything really spoken was taken for invented, over all clips with speech."""
    found = {clip.name: transcribe(clip.samples(), clip.language).suppressed_text for clip in clips}
    taken = {name: text for name, text in found.items() if text}
    print(f"\nspeech: {len(clips)} clips, {len(taken)} with something suppressed")
    for name, text in taken.items():
        print(f"  {name}: {text}")
    return {"clips": len(clips), "suppressed": len(taken)}


def plot(file: Path, groups: dict[str, dict[str, object]]) -> None:
    """Draw the word error rates as bars (SVG)."""
    bars = []
    for row, (title, group) in enumerate(groups.items()):
        for column, (key, colour) in enumerate((("wer", "#2a6f97"), ("plain_wer", "#b0b7bd"))):
            value = float(str(group[key]))
            y = 30 + row * 60 + column * 22
            label = f"{title}, {'Sayso' if key == 'wer' else 'plain'}: {value:.2f} %"
            bars.append(
                f'<rect x="250" y="{y}" width="{value * 12:.1f}" height="18" fill="{colour}"/>'
                f'<text x="10" y="{y + 14}">{label}</text>'
            )
    height = 40 + len(groups) * 60
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="700" height="{height}" font-family="sans-serif" '
        f'font-size="13"><rect width="100%" height="100%" fill="white"/>{"".join(bars)}</svg>'
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="word error rate of Sayso and of plain faster-whisper")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="every fourth clip")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    clips = load_set(options.speech)[:: QUICK_STEP if options.quick else 1]
    with models() as local:
        settings = SpeechSettings(model=options.model, device=Device.CPU, beam_size=BEAM)
        recognizer = WhisperLoader(local.locate).load(settings)
        facts = recognizer.facts
        print(f"{facts.model} on {facts.device}, {facts.compute_type}, beam {BEAM}")
        from faster_whisper import WhisperModel

        plainly = WhisperModel(str(local.locate(options.model)), device="cpu", compute_type="int8")
        decoding = decoding_options(settings)

        def transcribe(samples: Samples, language: str) -> Transcript:
            return recognizer.transcribe(samples, _in(decoding, language))

        def write(samples: Samples, language: str) -> str:
            return transcribe(samples, language).text

        results = _groups(clips, plainly, write)
        figures: dict[str, object] = dict(results)
        figures["noise"] = noise([clip for clip in clips if clip.kind == "noise"], transcribe)
        if not options.quick:
            figures["speech"] = lost([clip for clip in clips if clip.kind in ("speech", "long")], transcribe)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.plot:
        plot(options.plot, results)
    return 0


def _in(decoding: DecodingOptions, language: str) -> DecodingOptions:
    return replace(decoding, language=language or None)


def _groups(clips: Sequence[Clip], plainly: Any, write: Write) -> dict[str, dict[str, object]]:  # noqa: ANN401
    groups = {
        "average": [clip for clip in clips if clip.is_average],
        "with kitchen noise": [clip for clip in clips if clip.is_scored and clip.derived],
        "apart": [clip for clip in clips if clip.is_scored and not clip.derived and not clip.is_average],
    }
    return {
        title: report(title, compare(chosen, plainly, write)) for title, chosen in groups.items() if chosen
    }


if __name__ == "__main__":
    sys.exit(main())
