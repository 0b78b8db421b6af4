"""A dictation written down once more: both texts in view, and the choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.differences import Change
from app.domain.history import Fate, HistoryEntry
from app.domain.models import ModelState
from app.services.view_anew import AnewView
from app.ui.history_page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.windows import button, labels, main_window, settle, show_history

OLD, NEW = "It rains at moon.", "It rains at noon."
ENTRY = HistoryEntry("rec", 1_760_000_000.0, Fate.WRITTEN, OLD, OLD, OLD, has_audio=True, id=7)
OTHER = replace(ENTRY, recording="other", id=6)


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.HISTORY)
        show_history(window, (ENTRY, OTHER))
        settle()
        yield window


@pytest.fixture
def page(window: MainWindow) -> HistoryPage:
    return window.history


def state(name: str, *, is_here: bool) -> ModelState:
    return ModelState(name, "", 1, False, Path(name) if is_here else None, "")


def test_the_models_of_this_computer_are_offered_where_there_is_a_choice(
    window: MainWindow, page: HistoryPage, qtbot: QtBot
) -> None:
    window.show_models((state("base", is_here=True), state("medium", is_here=False)))
    assert not page.detail.by.isVisible()
    window.show_models((state("base", is_here=True), state("small", is_here=True)))
    assert page.detail.by.isVisible()
    base, small = page.detail.by.menu().actions()
    assert (base.text(), small.text()) == ("base", "small")
    with qtbot.waitSignal(window.history_again) as asked:
        small.trigger()
    assert asked.args == ["rec", "small"]
    show_history(window, (replace(ENTRY, has_audio=False),))
    assert not page.detail.by.isVisible()


def test_the_text_stays_in_view_until_the_new_one_is_there(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small"))
    assert "Writing it down with small …" in labels(page)
    assert page.detail.text.isVisible()
    assert not page.detail.again.isEnabled()
    page.show_anew("rec", AnewView("small", OLD, NEW))
    assert not page.detail.text.isVisible()
    runs = page.detail.anew.text.runs
    assert [run.text.strip() for run in runs if run.change is Change.REMOVED] == ["moon."]
    assert [run.text.strip() for run in runs if run.change is Change.ADDED] == ["noon."]


@pytest.mark.parametrize(("words", "is_new"), [("Use the new text", True), ("Keep the old one", False)])
def test_the_user_chooses(
    window: MainWindow, page: HistoryPage, qtbot: QtBot, words: str, is_new: bool
) -> None:
    page.show_anew("rec", AnewView("small", OLD, NEW))
    with qtbot.waitSignal(window.history_chosen) as chosen:
        button(page, words).click()
    assert chosen.args == ["rec", is_new]
    page.show_anew("rec", None)
    assert page.detail.text.isVisible()
    assert page.detail.again.isEnabled()
    assert not page.detail.anew.isVisible()


def test_the_same_text_leaves_no_choice(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small", OLD, OLD))
    assert "small wrote the same." in labels(page)
    assert not page.detail.anew.use.isVisible()
    assert page.detail.anew.keep.isVisible()


def test_it_belongs_to_its_entry_alone(page: HistoryPage) -> None:
    page.show_anew("rec", AnewView("small", OLD, NEW))
    page.list.setCurrentIndex(page.model.index(1))
    assert page.detail.text.isVisible()
    assert not page.detail.anew.isVisible()
    page.list.setCurrentIndex(page.model.index(0))
    assert page.detail.anew.isVisible()
    assert not page.detail.text.isVisible()
