"""How soon the cleaned-up text is there, warm and cold, short and long; and how well the guard judges.

    python -m tests.benchmarks.cleanup [--host URL] [--model NAME] [--quick] [--json FILE] [--plot FILE]

Without `--host` a small real model is asked, behind a stand-in for Ollama that is started for it
(packaging/no-deps.txt). It is too small to judge quality by; the ratios are those of any model.

What is measured:
- First token of one request: with the model unloaded, with it loaded and the prompt not cached (cold), and
  with the fixed part of the prompt cached (warm). The same text each time.
- The wait of a dictation: from the moment its text is in hand after release to its clean-up, judged and
  posted, through the real service on a real worker; for 5 s and 60 s of speech, cleaned up in pieces while
  spoken and as a whole; beside it one plain streamed call with the same messages and options. The prompt's
  fixed part is cached in each case, and nothing else of it.
- What the guard makes of both halves of its corpus.

How time is counted: speech comes sentence by sentence at `WORDS_PER_SECOND`, each settled a second after it
was said, and the last one only with the release. Computing takes its real time; what is left of it until the
next sentence is skipped. Temperature 0. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from app.adapters.ollama import OllamaWriter
from app.domain.enhancement import EnhancementEnded, EnhancementFailed
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.passages import sentences
from app.domain.problems import WritingLimitReached, WritingUnfinished
from app.domain.styles import parse_styles
from app.domain.transcript import LiveText
from app.domain.writing import WriteRequest
from app.services.worker import Worker
from app.services.writing import WritingService
from app.services.writing_requests import Requests
from tests.benchmarks.cleanup_figures import Figures, Wait, picture, table
from tests.benchmarks.plots import svg
from tests.data.cleanup import is_held_back, load_pairs
from tests.domain.guard.corpus_figures import figures as guard_figures
from tests.ollama_standin.process import MODEL, StandInProcess, missing

WORDS_PER_SECOND: Final = 2.5
SETTLING_SECONDS: Final = 1.0
PATIENCE: Final = 600.0
REPEATS: Final = 10
QUICK_REPEATS: Final = 3

SAID: Final = (
    "So um the garden behind the house is larger than we thought at first.",
    "There are four apple trees and and a small shed with a broken door.",
    "My brother Thomas wants to repair the door before the winter comes.",
    "Can you ask the neighbour whether uh he still has the long ladder?",
    "We need twelve boards, a box of nails and a can of green paint.",
    "On Friday the truck does not come, it comes on Saturday at nine.",
    "Write a list of the tools that are missing and bring it along.",
    "I do not know where the the key to the cellar is at the moment.",
    "The meeting with the roofer was moved to the last week of October.",
    "He told us that the old tiles can stay on the northern side.",
    "Um we should also think about the fence along the road this year.",
    "What does a new gate cost and how long does it take to arrive?",
    "The children want to plant beans and pumpkins beside the path.",
    "Please tell Maria that the soup was very good and we liked it.",
    "It rained so much that the the water stood in the cellar again.",
    "Tomorrow I will call the bank and ask about the second account.",
)


def dictation(seconds: float, number: int) -> str:
    """What is said in about so many seconds; another text for each number."""
    said: list[str] = []
    while len(" ".join(said).split()) < seconds * WORDS_PER_SECOND * 0.95:
        said.append(SAID[(number * 5 + len(said)) % len(SAID)])
    return " ".join(said)


class Bench:
    """The service on its worker, and the server that it asks."""

    def __init__(self, host: str, model: str) -> None:
        self.host = host
        self.writer = OllamaWriter(host)
        self.settings = EnhancementSettings(host=host, model=model, temperature=0.0, keep_alive_minutes=30)
        self.styles = parse_styles(files("resources").joinpath("styles.toml").read_text(encoding="utf-8"))
        self._answered = threading.Event()
        self._answer: EnhancementEnded | EnhancementFailed | None = None
        self._at = 0.0
        self._ids = 0
        self.worker = Worker("writing", _Clock(), _raise)
        self.service = WritingService(
            self.worker, self.writer, self._post, self.styles, self.settings, lambda: True
        )
        self.worker.start()
        self.requests = Requests(
            model, self.styles.default, (), 0.0, self.settings.keep_alive_seconds, self.writer.traits(model)
        )

    def close(self) -> None:
        self.service.close()
        self.worker.close()
        self.writer.close()

    def request(self, text: str) -> WriteRequest:
        """For the whole of a short text."""
        request = self.requests.writing(text)
        assert request is not None
        return request

    def warm(self) -> None:
        """Only the fixed part of the prompt is cached afterwards."""
        self.writer.warm(self.requests.warming()).run()

    def first_token(self, state: str, text: str) -> float:
        """Seconds to the first token with the model in that state."""
        if state == "warm":
            self.warm()
        else:
            self.writer.unload(self.settings.model)
            if state == "cold":
                self.writer.load(self.requests.warming()).run()
        first = self.writer.write(self.request(text)).run().first_token_seconds
        assert first is not None
        return first

    def wait(self, text: str, *, in_pieces: bool) -> Wait:
        """One dictation."""
        self.service.apply(replace(self.settings, pieces=in_pieces))
        self.service.prepare()
        self._idle_within(PATIENCE)
        self._ids += 1
        if in_pieces:
            self._speak(self._ids, text)
        self._answered.clear()
        began = time.perf_counter()
        self.service.enhance(self._ids, text, language="en")
        if not self._answered.wait(PATIENCE) or self._answer is None:
            raise RuntimeError("no answer came")
        if isinstance(self._answer, EnhancementFailed):
            if not isinstance(self._answer.problem, WritingLimitReached | WritingUnfinished):
                raise self._answer.problem
            # The model did not find an end: the spoken text is delivered, as when the guard refuses.
            return Wait(self._at - began, None, 0, refused=1)
        figures, cleaned = self._answer.enhanced.figures, self._answer.enhanced.cleaned
        return Wait(
            self._at - began,
            figures.first_token_seconds,
            figures.tokens,
            figures.ready / figures.pieces,
            figures.pieces,
            cleaned.refused,
        )

    def plain(self, text: str) -> Wait:
        """One streamed call, as anybody would write it."""
        self.warm()
        request = self.request(text)
        body = {
            "model": request.model,
            "messages": [{"role": one.role, "content": one.content} for one in request.messages],
            "stream": True,
            "keep_alive": request.keep_alive,
            "options": {"num_ctx": request.num_ctx, "num_predict": request.num_predict, "temperature": 0.0},
        }
        asked = urllib.request.Request(f"{self.host}/api/chat", json.dumps(body).encode())
        first: float | None = None
        tokens = 0
        began = time.perf_counter()
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(
            asked, timeout=PATIENCE
        ) as lines:
            for line in lines:
                part: dict[str, Any] = json.loads(line)
                if part["message"]["content"]:
                    tokens += 1
                    first = first or time.perf_counter() - began
        return Wait(time.perf_counter() - began, first, tokens)

    def _speak(self, id: int, text: str) -> None:
        """All but the last sentence, at the pace of speech; what the service does not need is skipped."""
        settled = ""
        said = sentences(text)
        for number, (sentence, following) in enumerate(pairwise(said), start=2):
            settled += sentence
            self.service.heard(id, LiveText(settled.strip()), "en")
            # The key comes up as the last one ends; the one before it was settled late.
            late = SETTLING_SECONDS if number == len(said) else 0.0
            self._idle_within(len(following.split()) / WORDS_PER_SECOND - late)

    def _idle_within(self, seconds: float) -> None:
        """Until nothing is left to do, but no longer than that."""
        done = threading.Event()

        def mark() -> Iterator[None]:
            done.set()
            yield

        # Behind the pieces, which are a job as well.
        self.worker.call(lambda: self.worker.spare(mark()))
        if seconds > 0:
            done.wait(seconds)

    def _post(self, event: object) -> None:
        if isinstance(event, EnhancementEnded | EnhancementFailed):
            self._at = time.perf_counter()
            self._answer = event
            self._answered.set()


class _Clock:
    def now(self) -> float:
        return time.monotonic()

    def wall(self) -> float:
        return time.time()


def _raise(error: Exception) -> None:
    raise error


def measure(bench: Bench, repeats: int) -> Figures:
    """Everything."""
    figures = Figures(model=f"{bench.settings.model}, context {bench.requests.num_ctx}")
    short = [dictation(5, number) for number in range(repeats)]
    long = [dictation(60, number) for number in range(repeats)]
    bench.first_token("cold", short[0])  # the disk's cache and the connection do not count
    for state in ("unloaded", "cold", "warm"):
        figures.first_token[state] = [bench.first_token(state, text) for text in short]
        tell(f"first token, {state}: {figures.first(state):.3f} s")
    # Side by side, so that whatever else happens on the computer happens to all.
    names = ("5", "whole 5", "plain 5", "60", "whole 60")
    figures.waits = {name: [] for name in names}
    for number in range(repeats):
        figures.waits["5"].append(bench.wait(short[number], in_pieces=True))
        figures.waits["whole 5"].append(bench.wait(short[number], in_pieces=False))
        figures.waits["plain 5"].append(bench.plain(short[number]))
        figures.waits["60"].append(bench.wait(long[number], in_pieces=True))
        figures.waits["whole 60"].append(bench.wait(long[number], in_pieces=False))
        tell(", ".join(f"{name} s: {figures.waits[name][-1].seconds:.2f} s" for name in names))
    pairs = load_pairs()
    figures.guard["tuned on"] = guard_figures(one for one in pairs if not is_held_back(one))
    figures.guard["held back"] = guard_figures(one for one in pairs if is_held_back(one))
    return figures


def tell(words: str) -> None:
    """A line on how far it is."""
    print(f"  {time.strftime('%H:%M:%S')} {words}", flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="clean-up: first token, wait after release, guard")
    parser.add_argument("--speech", type=Path, help="not needed here: texts are given")
    parser.add_argument("--host", help="an Ollama; a stand-in with a small model is started without it")
    parser.add_argument("--model", default=MODEL, help="as Ollama lists it")
    parser.add_argument("--threads", type=int, default=1, help="of the stand-in")
    parser.add_argument("--quick", action="store_true", help="three dictations of each length")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    with ExitStack() as open_things:
        host = options.host
        if not host:
            if lack := missing():
                parser.error(lack)
            standin = StandInProcess(threads=options.threads)
            open_things.callback(standin.end)
            host = standin.host
        bench = Bench(host, options.model)
        open_things.callback(bench.close)
        figures = measure(bench, QUICK_REPEATS if options.quick else REPEATS)
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(picture(figures)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
