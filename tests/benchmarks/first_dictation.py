"""Whether the first dictation after the start is as fast as the tenth, and none is lost to a loading model.

    python -m tests.benchmarks.first_dictation [--speech DIR] [--model base] [--quick] [--json FILE]
                                            [--plot FILE]

Each start is a process of its own, in which nothing was imported, loaded or decoded before. There a model is
loaded as the program does it, and then ten times the same is dictated, the clip nearest to five seconds, and
let go as its last word ends. `ratio` is the wait for the first text over the median wait for the others: at
most `RATIO_LIMIT` in the median of the starts. `computed_ratio` is the same of the processor's seconds in the
whole dictation, which other programs hardly disturb. In one more start the same is dictated while the model
is being loaded: it may have no more wrong words than the others, which differ among themselves, because what
is decoded as one phrase depends on what was computed by then.

Waiting for sound is skipped, computing takes its real time (`tests.benchmarks.simulation`), and every decode
is computed anew. Nothing else should run meanwhile. `--quick` makes two starts instead of five.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper_loader import WhisperLoader
from app.domain.dictation_events import SpeechEnded
from app.domain.settings import Device, MicrophoneSettings, SpeechSettings
from app.domain.transcript import Transcript
from app.services.capture import CaptureService, SoundParts
from app.services.events import ModelReady
from app.services.fan_out import FanOut
from app.services.ports import Recognizer, RecognizerLoader
from app.services.speech import SpeechService
from tests.benchmarks import dictations as say
from tests.benchmarks.decodes import Decode, Decodes, RememberingRecognizer
from tests.benchmarks.dictations import Dictation
from tests.benchmarks.plots import THEIRS, Bar, Group, svg
from tests.benchmarks.rounds import Events, NoJournal
from tests.benchmarks.simulation import SimulatedMicrophone, Simulation
from tests.benchmarks.speech_set import load_set, models, normaliser, score
from tests.fakes.sound import FakeCues
from tests.fakes.speech import pool_of

RATIO_LIMIT: Final = 1.2
DICTATIONS: Final = 10
STARTS: Final = 5
QUICK_STARTS: Final = 2
SECONDS: Final = 5.0
CLIPS: Final = 12
"""So many are listened to, to choose one."""
APART: Final = 1.0
"""Seconds between two dictations, and before the first."""
PATIENCE: Final = 600.0


class EachDecode(Decodes):
    """Remembers nothing, since how long the same takes again is what is asked."""

    def of(self, key: tuple[object, ...], decode: Callable[[], Transcript]) -> Decode:
        """Computed by `decode`."""
        made = super().of(key, decode)
        self._known.clear()
        return made


class SimulatedLoader:
    """Fits the RecognizerLoader port: what is decoded takes its real time on the simulated clock."""

    def __init__(self, loader: RecognizerLoader, simulation: Simulation) -> None:
        self._loader = loader
        self._simulation = simulation

    def load(self, settings: SpeechSettings) -> Recognizer:
        """Raises as the loader does."""
        return RememberingRecognizer(self._loader.load(settings), EachDecode(), self._simulation)


@dataclass(frozen=True, slots=True)
class Start:
    """One start: the seconds of loading, and of each dictation those from release to text, those that the
    processor computed, and the text."""

    loading: float
    waits: tuple[float, ...]
    computed: tuple[float, ...]
    texts: tuple[str, ...]

    @property
    def ratio(self) -> float:
        """The first wait over the median of the others."""
        return self.waits[0] / median(self.waits[1:])

    @property
    def computed_ratio(self) -> float:
        """The same of computing."""
        return self.computed[0] / median(self.computed[1:])


class Program:
    """The services as after a start, over one microphone that says the same at every opening."""

    def __init__(self, loader: RecognizerLoader, settings: SpeechSettings, dictation: Dictation) -> None:
        self._simulation = Simulation()
        clock = self._simulation.clock
        self._events = Events(clock)
        self._dictation = dictation
        self._microphone = SimulatedMicrophone(self._simulation, dictation.sound)
        for_sound, for_speech = self._simulation.worker(), self._simulation.worker()
        pool = pool_of(SimulatedLoader(loader, self._simulation), clock)
        speech = SpeechService(for_speech, pool, self._events.post, settings)
        parts = SoundParts(self._microphone, FakeCues(), SpeechDetectors().new)
        self._capture = CaptureService(
            parts, for_sound, clock, FanOut(NoJournal(), speech), self._events.post, MicrophoneSettings()
        )
        self._began = clock.now()
        speech.prepare()
        self._capture.prepare()

    def load(self) -> float:
        """Wait for the model; the seconds that it took."""
        self._simulation.run()
        self._events.raise_problems()
        return next(at for at, event in self._events.all if isinstance(event, ModelReady)) - self._began

    def dictate(self, id: int, after: float = APART) -> tuple[float, float, str]:
        """Begin `after` seconds from now, and say it: seconds from release to text, those computed, the
        text."""
        simulation, ended = self._simulation, self._answer
        simulation.cpu_seconds = 0.0
        self._microphone.opened = None
        simulation.at(simulation.clock.now() + after, lambda: self._capture.start(id, self._dictation.name))
        simulation.run(lambda: self._microphone.opened is not None)
        opened = self._microphone.opened
        assert opened is not None
        release = opened + self._dictation.last_word_ends
        simulation.at(release, lambda: self._capture.stop(id))
        simulation.run(lambda: ended(id) is not None)
        self._events.raise_problems()
        answer = ended(id)
        assert answer is not None
        return answer[0] - release, simulation.cpu_seconds, answer[1]

    def _answer(self, id: int) -> tuple[float, str] | None:
        for at, event in self._events.all:
            if isinstance(event, SpeechEnded) and event.id == id:
                return at, event.transcript.text
        return None


def ready(
    loader: RecognizerLoader, settings: SpeechSettings, dictation: Dictation, count: int = DICTATIONS
) -> Start:
    """Dictate `count` times after the model was loaded. Raises what a failed dictation tells."""
    program = Program(loader, settings, dictation)
    loading = program.load()
    waits, computed, texts = zip(*(program.dictate(id) for id in range(1, count + 1)), strict=True)
    return Start(loading, waits, computed, texts)


def while_loading(loader: RecognizerLoader, settings: SpeechSettings, dictation: Dictation) -> Start:
    """Dictate once while the model is being loaded, which may end before that does."""
    program = Program(loader, settings, dictation)
    wait, computed, text = program.dictate(1, after=0.0)
    return Start(program.load(), (wait,), (computed,), (text,))


# --- figures ---


@dataclass(frozen=True, slots=True)
class Figures:
    """All starts, and the one that was dictated into; `reference` is what was said."""

    starts: tuple[Start, ...]
    early: Start
    reference: str

    @property
    def ratio(self) -> float:
        """The median of the starts'."""
        return median(one.ratio for one in self.starts)

    @property
    def computed_ratio(self) -> float:
        """The same of computing."""
        return median(one.computed_ratio for one in self.starts)

    @property
    def errors(self) -> int:
        """Wrong, missing and added words of what was said while the model was loading."""
        return self._errors(self.early.texts[0])

    @property
    def errors_of_others(self) -> int:
        """The most of any that was said afterwards."""
        return max(self._errors(text) for one in self.starts for text in one.texts)

    def _errors(self, text: str) -> int:
        normalise = normaliser()
        return score(normalise(self.reference).split(), normalise(text).split()).edits

    @property
    def is_good(self) -> bool:
        """Whether the limit is kept and nothing was lost."""
        return self.ratio <= RATIO_LIMIT and self.errors <= self.errors_of_others

    def as_table(self) -> dict[str, object]:
        """Under the names by which results are compared over time."""
        return {
            "first_s": round(median(one.waits[0] for one in self.starts), 4),
            "others_s": round(median(wait for one in self.starts for wait in one.waits[1:]), 4),
            "ratio": round(self.ratio, 3),
            "ratios": [round(one.ratio, 3) for one in self.starts],
            "computed_ratio": round(self.computed_ratio, 3),
            "loading_s": round(median(one.loading for one in self.starts), 3),
            "while_loading": {
                "loading_s": round(self.early.loading, 3),
                "wait_s": round(self.early.waits[0], 4),
                "errors": self.errors,
                "errors_of_others": self.errors_of_others,
            },
        }


def table(figures: Figures) -> str:
    """For the reader."""
    lines = ["start  loading     first  the others (median, slowest)  ratio  computed"]
    for number, one in enumerate(figures.starts, start=1):
        others = f"{median(one.waits[1:]):.3f} s, {max(one.waits[1:]):.3f} s"
        ratios = f"{one.ratio:5.2f}  {one.computed_ratio:8.2f}"
        lines.append(f"{number:>5}  {one.loading:5.2f} s  {one.waits[0]:6.3f} s  {others:<28}  {ratios}")
    early = figures.early
    errors = f"{figures.errors} wrong words, the others up to {figures.errors_of_others}"
    lines += [
        f"in the median {figures.ratio:.2f} and {figures.computed_ratio:.2f}; at most {RATIO_LIMIT} is good",
        f"spoken while the model was loading ({early.loading:.2f} s): {early.waits[0]:.3f} s, {errors}",
        "good" if figures.is_good else "MISSED",
    ]
    return "\n".join(lines)


def groups(figures: Figures) -> tuple[Group, ...]:
    """The same as bars."""
    later = median(wait for one in figures.starts for wait in one.waits[1:])
    early = figures.early
    return (
        Group(
            "The first wait over the median of the others",
            (
                Bar("median of the starts", figures.ratio, "times", RATIO_LIMIT),
                *(Bar(f"start {at}", one.ratio, "times") for at, one in enumerate(figures.starts, start=1)),
                Bar("computing, median of the starts", figures.computed_ratio, "times"),
            ),
        ),
        Group(
            "From release to text",
            (
                Bar("the first, median", median(one.waits[0] for one in figures.starts), "s"),
                Bar("the others, median", later, "s", colour=THEIRS),
                Bar("spoken while the model was loading", early.waits[0], "s"),
                Bar("that loading", early.loading, "s", colour=THEIRS),
            ),
        ),
        Group(
            "Wrong words",
            (Bar("of that one", figures.errors, "words", figures.errors_of_others),),
        ),
    )


# --- processes ---


def spoken(folder: Path | None) -> Dictation:
    """What is dictated, of the set in `folder`. Raises ValueError where it has no English speech."""
    detectors = SpeechDetectors()
    clips = sorted(
        (clip for clip in load_set(folder) if clip.is_average), key=lambda clip: abs(clip.seconds - SECONDS)
    )
    recordings = [say.recorded(clip, lambda sound: detectors.new().feed(sound)) for clip in clips[:CLIPS]]
    said = [say.whole(one) for one in recordings if one.speech]
    if not said:
        raise ValueError("there is no English speech in this set")
    return min(said, key=lambda one: abs(one.last_word_ends - SECONDS))


def save(dictation: Dictation, path: Path) -> None:
    """For another process."""
    np.savez(path, sound=dictation.sound, times=[dictation.speech_begins, dictation.last_word_ends])


def load(path: Path) -> Dictation:
    """What `save` has written."""
    with np.load(path) as held:
        begins, ends = held["times"].tolist()
        return Dictation(path.stem, held["sound"], begins, ends)


def in_this_process(model: str, weights: Path, dictation: Dictation, *, early: bool) -> Start:
    """One start with the weights in that folder."""
    settings = SpeechSettings(model=model, device=Device.CPU, language="en")
    return (while_loading if early else ready)(WhisperLoader(lambda _: weights), settings, dictation)


def in_new_process(model: str, weights: Path, dictation: Path, *, early: bool) -> Start:
    """The same with nothing done before. Raises CalledProcessError."""
    command = [sys.executable, "-m", "tests.benchmarks.first_dictation", "--model", model]
    command += ["--one", str(weights), str(dictation), *(["--early"] if early else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", timeout=PATIENCE, check=True)
    made = json.loads(done.stdout.splitlines()[-1])
    return Start(made["loading"], tuple(made["waits"]), tuple(made["computed"]), tuple(made["texts"]))


def measure(model: str, dictation: Dictation, starts: int) -> Figures:
    """All starts, one after the other."""
    with models() as local, tempfile.TemporaryDirectory() as folder:
        weights, path = local.locate(model), Path(folder) / "dictation.npz"
        save(dictation, path)
        made: list[Start] = []
        for number in range(1, starts + 1):
            made.append(in_new_process(model, weights, path, early=False))
            print(f"  start {number} of {starts}: ratio {made[-1].ratio:.2f}", flush=True)
        early = in_new_process(model, weights, path, early=True)
        return Figures(tuple(made), early, dictation.reference)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="the first dictation after the start beside the tenth")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl")
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="two starts instead of five")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    parser.add_argument(
        "--one", type=Path, nargs=2, metavar=("WEIGHTS", "DICTATION"), help="one start, in this process"
    )
    parser.add_argument("--early", action="store_true", help="with --one: dictate while the model is loading")
    options = parser.parse_args(arguments)
    if options.one:
        weights, path = options.one
        made = in_this_process(options.model, weights, load(path), early=options.early)
        print(json.dumps(asdict(made)))
        return 0
    figures = measure(options.model, spoken(options.speech), QUICK_STARTS if options.quick else STARTS)
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(groups(figures)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
