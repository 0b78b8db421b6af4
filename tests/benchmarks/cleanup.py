"""How soon the cleaned-up text is there, warm and cold, short and long; how true it is; and that the raw text
does not wait for it.

    python -m tests.benchmarks.cleanup [--host URL] [--model NAME] [--speech DIR] [--quick] [--json FILE]
        [--plot FILE]

Without `--host` a small real model is asked, behind a stand-in for Ollama that is started for it
(packaging/no-deps.txt). It is too small to judge quality by; the ratios are those of any model.

What is measured:
- First token of one request: with the model unloaded, with it loaded and the prompt not cached (cold), and
  with the fixed part of the prompt cached (warm). The same text each time.
- The wait of a dictation: from the moment its text is in hand after release to its clean-up, judged and
  posted, through the real service on a real worker; for 5 s and 60 s of speech, cleaned up in pieces while
  spoken and as a whole; beside it one plain streamed call with the same messages and options. The prompt's
  fixed part is cached in each case, and nothing else of it. Both ways' quality with it: how many words the
  guard lets pass, and how many the model kept.
- Our prompt beside one long list of rules, each with and without a limit of tokens: tokens, time, what the
  guard lets pass, what is kept, answers without end (`tests.benchmarks.cleanup_prompts`).
- Release to raw text with the clean-up at work beside the recognizer and without it, in real time, on the
  recordings of `--speech` or the project's own (`tests.benchmarks.cleanup_speech`).
- What the guard makes of both halves of its corpus.

How time is counted, but for the raw text: speech comes sentence by sentence at `WORDS_PER_SECOND`, each
settled a second after it was said, and the last one only with the release. Computing takes its real time;
what is left of it until the next sentence is skipped. Temperature 0. Nothing else should run meanwhile.

`--quick` takes fewer of everything; `--without` leaves parts out, for work on the others.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.benchmarks.cleanup_bench import Bench, dictation
from tests.benchmarks.cleanup_figures import Figures, Way, picture, table
from tests.benchmarks.cleanup_prompts import WAYS, compare, texts
from tests.benchmarks.cleanup_speech import measure_raw
from tests.benchmarks.plots import svg
from tests.data.cleanup import is_held_back, load_pairs
from tests.domain.guard.corpus_figures import figures as guard_figures
from tests.ollama_standin.process import MODEL, StandInProcess, missing

PARTS: Final = ("prompts", "raw")


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: dictations of each length by their text, texts of either kind for the prompts,
    and recorded dictations of each of the lengths in seconds."""

    repeats: int = 10
    statements: int = 40
    asking: int = 20
    raw_lengths: tuple[float, ...] = (5.0, 13.0, 30.0)
    raw_dictations: int = 6


QUICK: Final = Extent(repeats=3, statements=4, asking=2, raw_lengths=(5.0, 13.0), raw_dictations=2)


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


def compare_prompts(bench: Bench, extent: Extent) -> dict[str, Way]:
    """All ways on the same texts."""
    said = texts(extent.statements, extent.asking, bench.requests.style)
    ways: dict[str, Way] = {}
    for way in WAYS:
        ways[way.name] = Way(tuple(compare(bench, way, said)))
        tell(f"prompt, {way.name}: {ways[way.name].seconds:.2f} s")
    return ways


@contextmanager
def served(host: str | None, model: str, threads: int) -> Iterator[Bench]:
    """The Ollama at `host`, or a stand-in with so many threads."""
    with ExitStack() as stack:
        if not host:
            standin = StandInProcess(threads=threads)
            stack.callback(standin.end)
            host = standin.host
        yield stack.enter_context(closing(Bench(host, model)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description="clean-up: first token, wait after release, prompts, guard")
    parser.add_argument("--speech", type=Path, help="a folder with a manifest.jsonl, for the raw text's wait")
    parser.add_argument("--host", help="an Ollama; a stand-in with a small model is started without it")
    parser.add_argument("--model", default=MODEL, help="as Ollama lists it")
    parser.add_argument("--threads", type=int, default=1, help="of the stand-in, but beside the recognizer")
    parser.add_argument("--quick", action="store_true", help="three dictations of each length, few texts")
    parser.add_argument("--without", nargs="+", choices=PARTS, default=[], help="parts to leave out")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    if not options.host and (lack := missing()):
        parser.error(lack)
    extent = QUICK if options.quick else Extent()
    with served(options.host, options.model, options.threads) as bench:
        figures = measure(bench, extent.repeats)
        if "prompts" not in options.without:
            figures.ways = compare_prompts(bench, extent)
    if "raw" not in options.without:
        with served(options.host, options.model, os.cpu_count() or 1) as bench:
            lengths, count = extent.raw_lengths, extent.raw_dictations
            figures.raw = measure_raw(bench, options.speech, lengths, count, tell)
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(picture(figures)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
