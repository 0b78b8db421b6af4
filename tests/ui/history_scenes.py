"""What the page of the history looks like: narrowed, played, chosen, deleted, interrupted, long."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel

from app.domain.history import Fate, HistoryEntry
from app.domain.history_search import Outcome, Period, Search
from app.domain.problems import WriterModelMissing
from app.domain.transcript import Segment, Transcript
from app.domain.word_timing import timing_of
from app.services.view_anew import AnewView, CleanedAnew, trouble_of
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.settings_scenes import bundled_styles
from tests.ui.windows import show_history

Scene = Callable[[MainWindow], None]

SAID = (
    "The umbrella stand in the hall is full again, so put the two black ones into the car, and bring the red "
    "one in for Aunt Margaret, who comes at half past four."
)
TIMING = timing_of(Transcript((Segment(f" {SAID}", 0.4, 11.2),), "en", 1.0, "base", 12.0))


def history_scenes(entries: Sequence[HistoryEntry]) -> dict[str, Scene]:
    """By name; `entries` fill the list."""
    played = replace(
        entries[0], text=SAID, heard=SAID, spoken=SAID, seconds=12.0, has_audio=True, timing=TIMING
    )
    cut = replace(
        entries[1],
        fate=Fate.INTERRUPTED,
        text="",
        heard="",
        spoken="",
        problem="",
        has_audio=True,
        seconds=74.0,
    )
    long = replace(played, text=" ".join([SAID] * 40), heard="", timing="", seconds=640.0)
    return {
        "25-history-filtered-empty": lambda window: _filtered(window, ()),
        "25-history-filtered": lambda window: _filtered(window, entries),
        "26-history-playing": lambda window: _playing(window, (played, *entries[1:])),
        "26-history-interrupted": lambda window: _shown(window, (cut, *entries[2:])),
        "26-history-long": lambda window: _shown(window, (long, *entries[1:])),
        "26-history-comparing": lambda window: _comparing(window, (played, *entries[1:])),
        **{
            f"26-history-enhancing-{name}": partial(_anew, entries=(played, *entries[1:]), anew=anew)
            for name, anew in _enhancing().items()
        },
        "27-history-chosen": lambda window: _chosen(window, entries),
        "27-history-deleted": lambda window: _deleted(window, entries),
        "27-history-question": lambda window: _asked(window, entries),
    }


def _shown(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _listed(window, entries)
    window.history.list.clicked.emit(window.history.model.index(0))


def _listed(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    window.open_place(Place.HISTORY)
    show_history(window, entries)


def _filtered(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    window.open_place(Place.HISTORY)
    window.history.filter.choose(Search("", Period.WEEK, Outcome.FAILED, with_recording=True))
    show_history(window, entries)


def _playing(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _shown(window, entries)
    window.history.show_replay(entries[0].recording, 5.2)


def _comparing(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _shown(window, entries)
    new = SAID.replace("stand", "stands").replace("two black ones", "two blue ones").replace("again, ", "")
    window.history.show_anew(entries[0].recording, AnewView("small", SAID, new))


def _enhancing() -> dict[str, AnewView]:
    """Of `SAID`, by what is to be seen."""
    list_ = "- Put the two black ones into the car\n- Bring the red one in for Aunt Margaret"
    invented = SAID.replace("half past four", "half past five, Madam")
    reasons = ("“four” became “five”.", "“Madam” was not said.")
    writer, missing = "mistral:7b-instruct", trouble_of(WriterModelMissing("mistral"), "")
    partly = CleanedAnew("formal", reasons=reasons, whole=invented)
    return {
        "growing": AnewView(cleaned=CleanedAnew("list", written=list_)),
        "loading": AnewView(cleaned=CleanedAnew("list", loading="mistral:7b-instruct")),
        "done": AnewView(writer, SAID, list_, CleanedAnew("list")),
        "partly": AnewView(writer, SAID, SAID.replace("again, so put", "again. Put"), partly),
        "refused": AnewView(writer, SAID, invented, replace(partly, is_refused=True, whole="")),
        "trouble": AnewView(cleaned=CleanedAnew("list"), trouble=missing),
    }


def _anew(window: MainWindow, entries: Sequence[HistoryEntry], anew: AnewView) -> None:
    _shown(window, entries)
    window.history.show_styles(bundled_styles())
    window.history.show_anew(entries[0].recording, anew)


def _chosen(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _listed(window, entries)
    page = window.history
    for row in (1, 2, 4):
        page.list.selectionModel().select(page.model.index(row), QItemSelectionModel.SelectionFlag.Select)


def _deleted(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _listed(window, entries)
    window.history.show_deleted(12)


def _asked(window: MainWindow, entries: Sequence[HistoryEntry]) -> None:
    _listed(window, entries)
    menu = window.history.more.menu()
    menu.aboutToShow.emit()
    _choose_all, delete_all = menu.actions()[:2]
    delete_all.trigger()
