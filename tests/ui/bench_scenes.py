"""The benchmark's page in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from app.domain.bench import BenchProgress, BenchTable, Step
from app.domain.models import ModelState
from app.domain.problems import Unexpected
from app.services.bench_events import BenchEnded, BenchExported, BenchProgressed
from app.ui.bench_page import BenchPage
from app.ui.main_window import MainWindow
from tests.fakes.bench import TABLE, TABLES, TINY

Scene = Callable[[MainWindow], None]

MODELS: Final = tuple(
    ModelState(name, "", size, name.endswith(".en"), path, "package")
    for name, size, path in (
        ("tiny.en", 75_000_000, Path("/models/tiny.en")),
        ("base", 145_000_000, Path("/models/base")),
        ("large-v3", 3_090_000_000, None),
    )
)
UNDER_WAY: Final = BenchProgressed(BenchProgress(12, 18, "base", Step.STEADY, 3, 5), (TINY,))


def bench_page(window: MainWindow) -> BenchPage:
    """The page, in view."""
    window.open_benchmark()
    page = window.pages.findChild(BenchPage)
    assert page is not None
    page.show_models(MODELS)
    page.show_end(BenchEnded(TABLE))
    page.show_tables(())
    page.outcome.say("")
    return page


def bench_scenes() -> dict[str, Scene]:
    """Each by its name."""
    return {
        "70-bench-empty": lambda window: bench_page(window).show_tables(()),
        "71-bench-running": _scene((), UNDER_WAY),
        "72-bench-done": _scene(TABLES[1:], BenchEnded(TABLE)),
        "73-bench-away": _scene(TABLES[1:]),
        "74-bench-card": _scene(TABLES[2:]),
        "75-bench-failed": _scene((), BenchEnded(problem=Unexpected("measuring"))),
        "76-bench-again": _scene(TABLES, UNDER_WAY),
        "77-bench-saved": _scene(TABLES, BenchExported(Path("benchmarks") / "sayso-benchmark.json")),
        "78-bench-plot": _plot,
    }


def _scene(
    tables: tuple[BenchTable, ...], event: BenchProgressed | BenchEnded | BenchExported | None = None
) -> Scene:
    def prepare(window: MainWindow) -> None:
        page = bench_page(window)
        page.show_tables(tables)
        if event is not None:
            page.show_event(event)

    return prepare


def _plot(window: MainWindow) -> None:
    _scene(TABLES)(window)
    QApplication.processEvents()
    page = window.pages.findChild(BenchPage)
    assert page is not None
    page.area.ensureWidgetVisible(page.notes)
