"""How fast a long history is searched, listed and scrolled, and what it takes in memory.

    python -m tests.benchmarks.history [--rows 10000] [--quick] [--json FILE] [--plot FILE]

What is measured, with dictations of invented words that are as frequent as those of a language:
- A search of each kind: one rare word, one frequent word, its first letter, several words, a word of a script
  without spaces, a program's name, a filter alone, a filter with words, everything. Once with the index, once
  as where SQLite lacks FTS5. All ids that are found, as the list needs them.
- Reading one page of entries.
- Scrolling through the whole list page by page: moving, reading what comes into view, drawing it. The program
  reads on another thread; here it is counted, so the figure is the worst that is seen.
- Memory (proportional set size) that the list has come to take at its end. Linux alone tells it.
- Deleting one, and a tenth of all, with all traces in the index.

The limit is 50 ms for the 95th percentile of all searches with the index. Nothing else should run meanwhile.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from app.adapters.history_store import SqliteHistory
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement
from app.domain.history_search import EVERYTHING, Narrowing, Search
from tests.benchmarks.latency_figures import Spread, spread
from tests.benchmarks.plots import OURS, THEIRS, Bar, Group, svg
from tests.benchmarks.start import memory

ROWS: Final = 10_000
QUICK_ROWS: Final = 1_000
ROUNDS: Final = 25
QUICK_ROUNDS: Final = 5
LIMIT_SECONDS: Final = 0.05
PAGE: Final = 50
STEPS: Final = 400
"""Pages that are scrolled through at most."""
FIRST_DAY: Final = 1_700_000_000.0
APART: Final = 600.0
"""Seconds from one dictation to the next."""
UNSPACED: Final = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"


@dataclass(frozen=True, slots=True)
class Texts:
    """What is said: the words of an invented language, the frequent first."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    @classmethod
    def invent(cls, dice: random.Random, count: int = 8000) -> Texts:
        """So many words; how often one is said goes by its rank."""
        words = dict.fromkeys(
            "".join(dice.choice("bdfgklmnprst") + dice.choice("aeiou") for _ in range(dice.randint(1, 5)))
            for _ in range(count)
        )
        return cls(tuple(words), tuple(1 / rank for rank in range(1, len(words) + 1)))

    def say(self, dice: random.Random) -> str:
        """One dictation; each twentieth is in a script without spaces."""
        if dice.random() < 0.05:
            return "".join(dice.choices(UNSPACED, k=dice.randint(8, 120)))
        return " ".join(dice.choices(self.words, self.weights, k=dice.randint(3, 140))).capitalize() + "."


def entries(rows: int, texts: Texts, dice: random.Random) -> Iterator[HistoryEntry]:
    """So many dictations, the oldest first; one in three is cleaned up, one in ten has failed."""
    for number in range(rows):
        text = texts.say(dice)
        record = EnhancementRecord(f"{text} So.", f"{text} So.", Judgement.ACCEPTED, writer="phi3:mini")
        yield HistoryEntry(
            recording=f"recording {number}",
            begun=FIRST_DAY + number * APART,
            fate=Fate.FAILED if number % 10 == 0 else Fate.WRITTEN,
            text=record.text if number % 3 == 0 else text,
            heard=text.lower(),
            spoken=text,
            enhancement=record if number % 3 == 0 else None,
            language="en",
            model="base",
            seconds=len(text) / 15,
            target=dice.choice(("Firefox", "Thunderbird", "Editor")),
            has_audio=number > rows // 2,
            timing=json.dumps([[word, 1000 * at, 1000 * at + 400] for at, word in enumerate(text.split())]),
        )


def searches(rows: int, texts: Texts) -> dict[str, tuple[str, Narrowing]]:
    """By what each is about."""
    last_tenth = Narrowing(FIRST_DAY + 0.9 * rows * APART, frozenset({Fate.FAILED}), with_recording=True)
    return {
        "everything": ("", EVERYTHING),
        "a rare word": (texts.words[len(texts.words) // 2], EVERYTHING),
        "a frequent word": (texts.words[0], EVERYTHING),
        "its first letter": (texts.words[0][0], EVERYTHING),
        "three words": (" ".join(texts.words[:3]), EVERYTHING),
        "without spaces": (UNSPACED[4:6], EVERYTHING),
        "a program": ("thunderbird", EVERYTHING),
        "a filter": ("", last_tenth),
        "a filter and words": (" ".join(texts.words[:2]), last_tenth),
    }


@dataclass(slots=True)
class Figures:
    """Seconds, and megabytes."""

    rows: int
    index: dict[str, Spread] = field(default_factory=dict)
    plain: dict[str, Spread] = field(default_factory=dict)
    found: dict[str, int] = field(default_factory=dict)
    pages: Spread = field(default_factory=lambda: Spread(0.0, 0.0))
    scrolling: Spread = field(default_factory=lambda: Spread(0.0, 0.0))
    memory_mb: float | None = None
    delete_one: float = 0.0
    delete_many: float = 0.0

    @property
    def slowest(self) -> float:
        """The worst 95th percentile of a search with the index."""
        return max(each.p95 for each in self.index.values())

    @property
    def is_within(self) -> bool:
        """Whether every search is fast enough."""
        return self.slowest < LIMIT_SECONDS

    def as_table(self) -> dict[str, object]:
        """For the JSON file."""
        return {
            "rows": self.rows,
            "search": {name: each.as_table("_s") for name, each in self.index.items()},
            "search_without_index": {name: each.as_table("_s") for name, each in self.plain.items()},
            "page": self.pages.as_table("_s"),
            "scroll": self.scrolling.as_table("_s"),
            "memory_mb": None if self.memory_mb is None else round(self.memory_mb, 1),
            "delete": {"one_s": round(self.delete_one, 4), "tenth_s": round(self.delete_many, 4)},
        }


def timed(act: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def measure_searches(store: SqliteHistory, rows: int, texts: Texts, rounds: int) -> dict[str, Spread]:
    """Every search so often, after one that is not counted."""
    measured = {}
    for name, (words, narrowing) in searches(rows, texts).items():
        ask = partial(store.ids, words, narrowing)
        ask()
        measured[name] = spread([timed(ask) for _ in range(rounds)])
    return measured


def scroll(store: SqliteHistory, steps: int) -> tuple[Spread, float | None]:
    """Seconds for each page of the list, and the megabytes that it took."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QWidget

    from app.ui.history_page import HistoryPage
    from app.ui.theme import Theme

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    # A window without sizes of its own, of which the offscreen platform knows nothing.
    window = QWidget()
    page = HistoryPage(Theme(application))
    page.setParent(window)
    page.wanted.connect(lambda ids: page.show_entries(store.rows(ids), ids))
    page.resize(1200, 800)
    window.resize(1200, 800)
    window.show()
    before = _memory()
    page.show_found(Search(), store.ids())
    application.processEvents()
    bar = page.list.verticalScrollBar()
    seconds: list[float] = []

    def step() -> None:
        bar.setValue(bar.value() + bar.pageStep())
        page.list.viewport().repaint()
        application.processEvents()

    while bar.value() < bar.maximum() and len(seconds) < steps:
        seconds.append(timed(step))
    bar.setValue(bar.maximum())
    application.processEvents()
    after = _memory()
    window.close()
    window.deleteLater()
    return spread(seconds), None if before is None or after is None else after - before


def _memory() -> float | None:
    with suppress(OSError):
        return memory(os.getpid())
    return None


def measure(path: Path, rows: int, rounds: int, steps: int) -> Figures:
    """All of it, in a new history of so many rows."""
    dice = random.Random(7)
    texts, figures = Texts.invent(dice), Figures(rows)
    store = SqliteHistory(path)
    store.save_all(entries(rows, texts, dice))
    figures.found = {name: len(store.ids(*each)) for name, each in searches(rows, texts).items()}
    figures.index = measure_searches(store, rows, texts, rounds)
    ids = store.ids()
    pages = [ids[start : start + PAGE] for start in range(0, len(ids), PAGE)]
    figures.pages = spread([timed(partial(store.rows, page)) for page in pages])
    figures.scrolling, figures.memory_mb = scroll(store, steps)
    figures.delete_one = timed(lambda: store.delete(ids[len(ids) // 2]))
    figures.delete_many = timed(lambda: store.delete_all(ids[: rows // 10]))
    store.close()
    plain = SqliteHistory(path, full_text=False)
    figures.plain = measure_searches(plain, rows, texts, rounds)
    plain.close()
    return figures


def table(figures: Figures) -> str:
    """What was measured, in milliseconds."""

    def row(name: str, found: str, *values: float) -> str:
        return f"{name:<22}{found:>8}" + "".join(f"{1000 * value:>12.1f}" for value in values)

    lines = [f"{'ms':<22}{'found':>8}{'median':>12}{'p95':>12}{'no index':>12}{'p95':>12}"]
    for name, each in figures.index.items():
        plain = figures.plain[name]
        values = each.median, each.p95, plain.median, plain.p95
        lines.append(row(name, f"{figures.found[name]}", *values))
    lines += [
        row(f"reading {PAGE}", "", figures.pages.median, figures.pages.p95),
        row("scrolling a page", "", figures.scrolling.median, figures.scrolling.p95),
        row("deleting one", "", figures.delete_one),
        row("deleting a tenth", "", figures.delete_many),
    ]
    if figures.memory_mb is not None:
        lines.append(f"{'the list in memory':<22}{figures.memory_mb:>20.1f} MB")
    lines.append(
        f"slowest search, p95: {1000 * figures.slowest:.1f} ms (limit {1000 * LIMIT_SECONDS:.0f} ms)"
    )
    return "\n".join(lines)


def groups(figures: Figures) -> tuple[Group, ...]:
    """The same as bars, in milliseconds."""

    def bar(name: str, seconds: float, limit: float | None = None, colour: str = OURS) -> Bar:
        return Bar(name, 1000 * seconds, "ms", None if limit is None else 1000 * limit, colour)

    found = ((f"{name} ({figures.found[name]})", each.p95) for name, each in figures.index.items())
    return (
        Group("Searches with the index, p95", tuple(bar(*each, LIMIT_SECONDS) for each in found)),
        Group(
            "Searches where SQLite has no index, p95",
            tuple(bar(name, each.p95, colour=THEIRS) for name, each in figures.plain.items()),
        ),
        Group(
            "The list",
            (
                bar(f"reading {PAGE}, p95", figures.pages.p95),
                bar("scrolling a page, p95", figures.scrolling.p95),
                bar("deleting one", figures.delete_one),
                bar("deleting a tenth", figures.delete_many),
            ),
        ),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 1 where a search takes longer than it may."""
    parser = argparse.ArgumentParser(description="searching and scrolling a long history")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ROWS} rows, fewer rounds")
    parser.add_argument("--json", type=Path, help="where to write the figures")
    parser.add_argument("--plot", type=Path, help="where to draw them (SVG)")
    options = parser.parse_args(arguments)
    rows, rounds = (QUICK_ROWS, QUICK_ROUNDS) if options.quick else (options.rows, ROUNDS)
    with tempfile.TemporaryDirectory(prefix="sayso-benchmark-") as folder:
        figures = measure(Path(folder) / "history.sqlite3", rows, rounds, STEPS)
    print(table(figures))
    if options.json:
        options.json.write_text(json.dumps(figures.as_table(), indent=2) + "\n", encoding="utf-8")
    if options.plot:
        options.plot.write_text(svg(groups(figures)), encoding="utf-8")
    return 0 if figures.is_within else 1


if __name__ == "__main__":
    sys.exit(main())
