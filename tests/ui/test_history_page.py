"""The list of past dictations: what it reads, what narrows it, and what is deleted from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.history import Fate, HistoryEntry
from app.domain.history_search import Outcome, Period, Search
from app.ui.history_list import ENTRY_ROLE, KEPT, PAGE, HistoryModel
from app.ui.history_page import HistoryPage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.windows import button, labels, main_window, settle, show_history


def entry(id: int, text: str = "") -> HistoryEntry:
    return HistoryEntry(f"rec {id}", 1_760_000_000.0 + id, Fate.WRITTEN, text or f"Text {id}.", id=id)


class Store:
    """Answers at once, and writes down what was asked of it."""

    def __init__(self, model: HistoryModel) -> None:
        self.asked: list[tuple[int, ...]] = []
        self.gone: set[int] = set()
        self._model = model
        model.wanted.connect(self.read)

    def read(self, ids: Sequence[int]) -> None:
        self.asked.append(tuple(ids))
        self._model.show_entries([entry(id) for id in ids if id not in self.gone], ids)


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.HISTORY)
        yield window


@pytest.fixture
def page(window: MainWindow) -> HistoryPage:
    return window.history


def show(page: HistoryPage, *ids: int) -> None:
    show_history_of(page, [entry(id) for id in ids])


def show_history_of(page: HistoryPage, entries: Sequence[HistoryEntry]) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    show_history(window, entries)
    settle()


def choose_row(page: HistoryPage, row: int, flag: QItemSelectionModel.SelectionFlag) -> None:
    page.list.selectionModel().setCurrentIndex(page.model.index(row), flag)


ONE = QItemSelectionModel.SelectionFlag.ClearAndSelect
ALSO = QItemSelectionModel.SelectionFlag.Select

# --- reading ---


def test_only_what_is_seen_is_read_page_by_page(page: HistoryPage) -> None:
    store = Store(page.model)
    page.show_found(Search(), range(10_000, 0, -1))
    settle()
    page.list.grab()
    assert store.asked == [tuple(range(10_000, 10_000 - PAGE, -1))]
    page.list.scrollTo(page.model.index(5_000), page.list.ScrollHint.PositionAtTop)
    page.list.grab()
    assert len(store.asked) == 2
    assert 5_000 in store.asked[1]
    assert page.model.rowCount() == 10_000


def test_as_many_entries_as_are_needed_are_kept(qtbot: QtBot) -> None:
    model = HistoryModel()
    store = Store(model)
    model.show_found(range(1, 2 * KEPT + 1))
    for row in range(2 * KEPT):
        found = model.entry(row)
        assert found is not None
        assert found.id == row + 1
    asked = len(store.asked)
    # The last ones are here, the first ones are read anew.
    assert model.entry(2 * KEPT - 1) is not None
    assert len(store.asked) == asked
    assert model.entry(0) is not None
    assert len(store.asked) == asked + 1


def test_what_is_on_its_way_is_not_asked_for_again_and_what_is_gone_stays_blank(qtbot: QtBot) -> None:
    model = HistoryModel()
    asked: list[tuple[int, ...]] = []
    model.wanted.connect(asked.append)
    model.show_found((3, 2, 1))
    assert model.index(0).data(ENTRY_ROLE) is None
    assert model.index(1).data(Qt.ItemDataRole.DisplayRole) is None
    assert asked == [(3, 2, 1)]
    model.show_entries([entry(3), entry(1)], (3, 2, 1))
    assert model.index(0).data(Qt.ItemDataRole.DisplayRole) == "Text 3."
    assert model.entry(1) is None


def test_a_changed_history_is_read_anew_and_the_old_stays_in_view_until_then(qtbot: QtBot) -> None:
    model = HistoryModel()
    store = Store(model)
    model.show_found((2, 1))
    assert model.entry(0) == entry(2)
    model.wanted.disconnect(store.read)
    asked: list[tuple[int, ...]] = []
    model.wanted.connect(asked.append)
    model.show_found((3, 2, 1))
    assert model.entry(1) == entry(2)
    assert asked == [(3, 2, 1)]
    model.show_entries([entry(2, "Corrected.")], (3, 2, 1))
    assert model.entry(1) == entry(2, "Corrected.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((5, 4, 3), (6, 5, 4, 3)),
        ((5, 4, 3), (5, 3)),
        ((5, 4, 3, 2, 1), (7, 6, 4, 2)),
        ((5, 3, 1), (5, 4, 3, 2, 1)),
        ((3, 2, 1), (9, 8)),
        ((3, 2, 1), ()),
        ((), (2, 1)),
        ((1, 2, 3), (3, 2, 1)),
    ],
)
def test_rows_follow_what_is_found(qtbot: QtBot, before: tuple[int, ...], after: tuple[int, ...]) -> None:
    model = HistoryModel()
    store = Store(model)
    model.show_found(before)
    model.show_found(after)
    assert model.ids == after
    assert model.rowCount() == len(after)
    assert [found.id for row in range(len(after)) if (found := model.entry(row))] == list(after)
    assert [model.row_of(id) for id in after] == list(range(len(after)))
    assert all(model.row_of(id) == -1 for id in set(before) - set(after))
    assert bool(store.asked) == bool(after)


def test_the_chosen_entry_stays_chosen_while_others_come(page: HistoryPage) -> None:
    show(page, 3, 2, 1)
    choose_row(page, 1, ONE)
    assert page.detail.shown_text == "Text 2."
    show(page, 5, 4, 3, 2, 1)
    assert page.chosen_ids == (2,)
    assert page.detail.shown_text == "Text 2."


# --- narrowing ---


def test_the_filter_and_the_words_go_out_together(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.setText("rain")
    with qtbot.waitSignal(page.searched) as first:
        page.filter.choose(Search(period=Period.WEEK))
    assert first.args == [Search("rain", Period.WEEK)]
    with qtbot.waitSignal(page.searched) as second:
        page.filter.choose(Search(period=Period.WEEK, outcome=Outcome.FAILED, with_recording=True))
    assert second.args == [Search("rain", Period.WEEK, Outcome.FAILED, with_recording=True)]
    assert "Last 7 days · Failed or interrupted · With a recording" in labels(page)


def test_each_choice_of_the_menu_narrows_by_itself(page: HistoryPage) -> None:
    found: list[Search] = []
    page.searched.connect(found.append)
    menu = page.filter.menu()
    for words in ("Today", "Written down", "With a recording", "At any time"):
        menu.aboutToShow.emit()
        (action,) = [each for each in menu.actions() if each.text() == words]
        action.trigger()
    assert found == [
        Search(period=Period.TODAY),
        Search(period=Period.TODAY, outcome=Outcome.WRITTEN),
        Search(period=Period.TODAY, outcome=Outcome.WRITTEN, with_recording=True),
        Search(outcome=Outcome.WRITTEN, with_recording=True),
    ]
    menu.aboutToShow.emit()
    checked = [each.text() for each in menu.actions() if each.isChecked()]
    assert checked == ["At any time", "Written down", "With a recording"]


@pytest.mark.parametrize(
    ("words", "narrowed", "hint"),
    [
        ("", Search(), "Every dictation is kept here"),
        ("rain", Search(), "Try fewer or other words."),
        ("", Search(period=Period.TODAY), "The filter leaves out what is not “Today”."),
        (
            "rain",
            Search(outcome=Outcome.FAILED),
            "The filter leaves out what is not “Failed or interrupted”.",
        ),
    ],
)
def test_nothing_found_says_why_and_how_to_get_out(
    page: HistoryPage, qtbot: QtBot, words: str, narrowed: Search, hint: str
) -> None:
    page.search.setText(words)
    page.filter.choose(narrowed)
    show(page)
    assert hint in labels(page)
    assert page.unfilter.isVisible() == narrowed.is_filtered
    if narrowed.is_filtered:
        with qtbot.waitSignal(page.searched) as asked:
            page.unfilter.click()
        assert asked.args == [Search(words)]
        assert not page.filtered.isVisible()


# --- deleting ---


def test_several_are_chosen_and_deleted_by_the_keyboard(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, 5, 4, 3, 2, 1)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2 chosen" in labels(page)
    with qtbot.waitSignal(page.delete_requested) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert asked.args == [(4, 3)]


def test_in_place_of_what_is_gone_the_next_is_chosen(page: HistoryPage) -> None:
    show(page, 5, 4, 3, 2, 1)
    choose_row(page, 1, ONE)
    choose_row(page, 2, ALSO)
    assert page.chosen_ids == (4, 3)
    show(page, 5, 2, 1)
    assert len(page.chosen_ids) == 1
    assert page.detail.shown_text in ("Text 2.", "Text 1.")
    assert not page.chosen.isVisible()


def test_a_deletion_can_be_taken_back_by_button_and_by_key(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, 2, 1)
    page.show_deleted(3)
    assert "3 deleted." in labels(page)
    with qtbot.waitSignal(page.bring_back_requested):
        button(page, "Bring back").click()
    page.list.setFocus()
    with qtbot.waitSignal(page.bring_back_requested):
        QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.show_deleted(0)
    assert not page.deleted.isVisible()
    with qtbot.assertNotEmitted(page.bring_back_requested):
        QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_entry_in_view_is_deleted_by_its_button(page: HistoryPage, qtbot: QtBot) -> None:
    show(page, 2, 1)
    choose_row(page, 1, ONE)
    with qtbot.waitSignal(page.delete_requested) as asked:
        page.detail.acts.delete.click()
    assert asked.args == [(1,)]


def test_all_that_is_listed_is_deleted_only_after_a_question(page: HistoryPage, qtbot: QtBot) -> None:
    page.search.setText("text")
    show(page, 3, 2, 1)
    page.more.menu().aboutToShow.emit()
    (delete,) = [each for each in page.more.menu().actions() if each.text().startswith("Delete all")]
    with qtbot.assertNotEmitted(page.delete_requested):
        delete.trigger()
        assert "Delete all 3 dictations that are found, with their recordings?" in labels(page)
        assert page.question.keep.hasFocus()
        QTest.keyClick(page.question.keep, Qt.Key.Key_Escape)
    assert not page.question.isVisible()
    assert page.list.hasFocus()
    delete.trigger()
    with qtbot.waitSignal(page.delete_requested) as asked:
        button(page, "Delete all").click()
    assert asked.args == [(3, 2, 1)]


def test_where_nothing_is_listed_nothing_can_be_done_with_all(page: HistoryPage) -> None:
    show(page)
    page.more.menu().aboutToShow.emit()
    assert not [each for each in page.more.menu().actions() if each.isEnabled() and each.text()]
