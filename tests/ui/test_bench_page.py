"""The benchmark's page: what it shows and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.bench import BenchProgress, BenchWish, Step
from app.domain.problems import DiskFull, Unexpected
from app.services.bench_events import BenchEnded, BenchesFound, BenchExported, BenchProgressed
from app.ui import bench_words as words
from app.ui.bench_page import FILE_NAME, BenchPage
from app.ui.bench_plot import description_of, groups_of
from app.ui.bench_table import FigureRow, FigureTable
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.fakes.bench import NO_ROOM, ON_CARD, TABLE, TABLES, TINY, WITHOUT
from tests.ui.bench_scenes import MODELS, UNDER_WAY, bench_page
from tests.ui.windows import labels, main_window, settle

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture(scope="module")
def house(theme: Theme) -> Iterator[MainWindow]:
    """A window for one page after the other."""
    with main_window(theme) as window:
        window.resize(840, 560)
        window.show()
        yield window


@pytest.fixture
def page(house: MainWindow, theme: Theme) -> Iterator[BenchPage]:
    page = BenchPage(theme)
    page.show_models(MODELS)
    house.pages.addWidget(page)
    house.pages.setCurrentWidget(page)
    settle()
    yield page
    house.open_place(Place.DICTATE)
    house.pages.removeWidget(page)
    page.deleteLater()


def cells(table: FigureTable) -> list[list[str]]:
    return [
        [item.text() if (item := table.item(row, column)) else "" for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


# --- what it asks for ---


def test_at_first_it_says_what_it_is_for_and_offers_the_one_button(page: BenchPage) -> None:
    page.show_event(BenchesFound(()))
    said = labels(page)
    assert "Nothing measured yet." in said
    assert "How fast and how well" in said
    assert not page.save.isVisible()
    assert not page.stop.isVisible()
    wishes: list[object] = []
    page.run_requested.connect(wishes.append)
    page.measure.click()
    assert wishes == [BenchWish()]


@pytest.mark.parametrize(
    ("chosen", "models"),
    [(0, ()), (1, ("tiny.en", "base")), (2, ("tiny.en",)), (3, ("base",))],
)
def test_what_is_measured_can_be_chosen_among_what_is_here(
    page: BenchPage, chosen: int, models: tuple[str, ...]
) -> None:
    assert page.models.count() == 4  # large-v3 is not here
    page.models.setCurrentIndex(chosen)
    page.clean_up.setChecked(False)
    wishes: list[object] = []
    page.run_requested.connect(wishes.append)
    page.measure.click()
    assert wishes == [BenchWish(models, clean_up=False)]


def test_told_the_same_models_again_the_choice_stays(page: BenchPage) -> None:
    page.models.setCurrentIndex(3)
    page.show_models(MODELS)
    assert page.models.currentText() == "base"


def test_what_was_found_before_is_wanted_when_it_comes_into_view(
    house: MainWindow, page: BenchPage, qtbot: QtBot
) -> None:
    house.open_place(Place.DICTATE)
    with qtbot.waitSignal(page.tables_wanted):
        house.pages.setCurrentWidget(page)


# --- while it runs ---


def test_a_run_shows_how_far_it_is_and_can_be_stopped(page: BenchPage, qtbot: QtBot) -> None:
    page.show_event(UNDER_WAY)
    assert "base: transcribing again, 3 of 5 · 67 %" in labels(page)
    assert page.bar.isVisible()
    assert page.bar.value() == round(page.bar.maximum() * 12 / 18)
    assert cells(page.so_far)[1][0] == "tiny.en"
    assert not page.measure.isEnabled()
    with qtbot.waitSignal(page.stop_requested):
        page.stop.click()
    page.show_event(BenchEnded())
    assert "Stopped. Nothing of it is kept." in labels(page)
    assert not page.stop.isVisible()
    assert page.measure.isEnabled()


def test_every_step_has_words() -> None:
    said = {words.step_words(BenchProgress(0, 1, "base", step)) for step in Step}
    assert len(said) == len(Step)
    assert words.step_words(BenchProgress(0, 1)) == "Getting ready · 0 %"


def test_what_went_wrong_is_told_and_gone_with_the_next_run(page: BenchPage) -> None:
    page.show_event(UNDER_WAY)
    page.show_event(BenchEnded(problem=Unexpected("measuring")))
    assert Unexpected("measuring").sentence in labels(page)
    assert "Nothing measured yet." in labels(page)
    page.show_event(BenchProgressed(BenchProgress(0, 1)))
    assert "Something went wrong" not in labels(page)


# --- what was found ---


def test_a_table_is_shown_when_a_run_ends(page: BenchPage) -> None:
    page.show_event(BenchesFound((WITHOUT,)))
    page.show_event(UNDER_WAY)
    page.show_event(BenchEnded(TABLE))
    page.show_event(BenchesFound((TABLE, WITHOUT)))
    assert "Measured, and kept with the others." in labels(page)
    settle()
    assert cells(page.table) == [
        ["Model", "Load", "First", "Steady", "Speed", "Memory", "Peak", "Errors"],
        ["tiny.en", "0.82 s", "0.41 s", "0.40 s", "31.5×", "66 MB", "185 MB", "3.0 %"],
        ["base", "1.42 s", "1.22 s", "1.20 s", "10.5×", "147 MB", "290 MB", "0.0 %"],
    ]
    assert cells(page.clean_up_table)[1][1:] == ["12.1 s", "0.31 s", "4.20 s", "24.0", "0 %", "Passed"]
    assert page.runs.count() == 2


def test_earlier_runs_can_be_chosen_by_their_date(page: BenchPage) -> None:
    page.show_event(BenchesFound(TABLES))
    assert "tiny.en, base" in page.runs.itemText(0)
    assert "/2025" in page.runs.itemText(0)
    page.runs.setCurrentIndex(2)
    assert "NVIDIA GeForce RTX 3060" in page.head.text()
    assert "recordings/of my own" in page.head.text()
    assert "Errors are over 24 recordings." in page.head.text()
    assert not page.clean_up_table.isVisible()
    # Told of all of them anew, the chosen one stays.
    page.show_event(BenchesFound(TABLES))
    assert page.runs.currentIndex() == 2
    assert "RTX 3060" in page.head.text()
    page.show_event(BenchesFound(()))
    assert "Nothing measured yet." in labels(page)


def test_what_has_no_figures_has_its_sentence(page: BenchPage) -> None:
    page.show_event(BenchesFound((WITHOUT,)))
    settle()
    shown = str(cells(page.table))
    assert NO_ROOM.problem in shown
    assert "Ollama is not running at http://localhost:11434." in str(cells(page.clean_up_table))


def test_what_each_model_computed_with_is_told() -> None:
    assert words.ways_words(WITHOUT) == (
        "Processor, int8_float32, beam 1: tiny.en. Processor, int8_float32, beam 5: base, distil-small.en."
    )
    assert "could not be used: it does not offer it." in words.ways_words(ON_CARD)


def test_the_plan_is_somebody_else_s(page: BenchPage) -> None:
    page.show_event(BenchesFound((TABLE,)))
    assert page.notes.text().startswith("The outlined bars are somebody else's")
    assert "not measured here" in page.notes.text()
    assert "OpenAI Whisper base took 5–10 s for 13 s of speech and 10 s more" in page.notes.text()
    assert "an 8B language model 55 s; 65 s in all" in page.notes.text()
    page.show_event(BenchesFound((ON_CARD,)))
    assert "outlined" not in page.notes.text()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # without a screen no window can be given a least size
def test_it_is_saved_where_the_user_says(page: BenchPage, tmp_path: Path) -> None:
    page.show_event(BenchesFound((TABLE,)))
    wanted: list[tuple[object, object]] = []
    page.export_requested.connect(lambda path, table: wanted.append((path, table)))
    page.save.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(dialog.selectedFiles()[0]).name == FILE_NAME
    dialog.fileSelected.emit(str(tmp_path / "x.json"))
    dialog.close()
    assert wanted == [(tmp_path / "x.json", TABLE)]
    page.show_event(BenchExported(tmp_path / "x.json"))
    assert f"Saved as {tmp_path / 'x.json'}." in labels(page)
    page.show_event(BenchExported(tmp_path / "x.json", DiskFull("here")))
    assert "The disk that holds here is full." in labels(page)


# --- the plot ---


def test_bars_are_of_one_scale_each_and_the_plan_s_are_outlined() -> None:
    steady, first, clean_up, memory = groups_of(TABLE)
    assert steady.title == "Writing down 12.6 s of speech"
    assert [(bar.name, bar.value, bar.said) for bar in steady.bars[:2]] == [
        ("tiny.en", 0.4, "0.40 s"),
        ("base", 1.2, "1.20 s"),
    ]
    plan = steady.bars[-1]
    assert (plan.name, plan.low, plan.value, plan.said) == ("The plan's machine (RTX 5090)", 5, 10, "5–10 s")
    assert plan.is_foreign
    assert (first.bars[-1].low, first.bars[-1].value) == (15, 20)
    assert [bar.value for bar in clean_up.bars] == [4.2, 55.0]
    assert [bar.is_foreign for group in (steady, first, clean_up, memory) for bar in group.bars] == [
        *(False, False, True),
        *(False, False, True),
        *(False, True),
        *(False, False),
    ]


def test_other_lengths_of_speech_are_not_compared_with_the_plan() -> None:
    assert not any(bar.is_foreign for group in groups_of(ON_CARD) for bar in group.bars)


def test_without_figures_there_are_no_bars() -> None:
    assert groups_of(replace(WITHOUT, models=(NO_ROOM,))) == ()


def test_to_screen_readers_the_plot_is_one_description(page: BenchPage) -> None:
    page.show_event(BenchesFound((TABLE,)))
    said = page.plot.accessibleDescription()
    assert said == description_of(groups_of(TABLE))
    assert "tiny.en 0.40 s; base 1.20 s; The plan's machine (RTX 5090) 5–10 s" in said


# --- the table ---


def test_narrow_each_model_is_a_block_of_lines_and_wide_a_row(theme: Theme, qtbot: QtBot) -> None:
    table = FigureTable(theme, "Figures")
    qtbot.addWidget(table)
    sentence = "There is not enough memory for it, and some more words that wrap where it is narrow."
    table.show_rows(
        "Model", ("Load", "First"), [FigureRow("a", ("1 s", "2 s")), FigureRow("b", (), sentence)]
    )
    heights = {}
    for width in (600, 170):
        table.resize(width, table.heightForWidth(width))
        table.show()
        settle()
        heights[width] = sum(table.rowHeight(row) for row in range(table.rowCount()))
        assert heights[width] == table.heightForWidth(width)
        assert sum(table.columnWidth(column) for column in range(table.columnCount())) == width
    assert table.is_narrow
    assert cells(table) == [["a", ""], ["Load", "1 s"], ["First", "2 s"], ["b", ""], [sentence, ""]]
    assert heights[170] > heights[600]


def test_the_keyboard_goes_through_the_figures_and_each_says_what_it_is_of(page: BenchPage) -> None:
    page.show_event(BenchesFound((TABLE,)))
    settle()
    table = page.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    table.setCurrentCell(1, 0)
    QTest.keyClick(table, Qt.Key.Key_Right)
    item = table.currentItem()
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "tiny.en, Load: 0.82 s"
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()
    assert not item.flags() & Qt.ItemFlag.ItemIsEditable or table.editTriggers() == FigureTable.EditTrigger(0)


def test_figures_follow_the_language_of_the_computer() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert words.model_cells(TINY, 12.59, has_card=False)[:4] == ("0,82 s", "0,41 s", "0,40 s", "31,5×")
    assert words.percent_words(None) == words.megabytes_words(None) == words.times_words(None) == "–"


# --- in the window ---


def test_the_page_of_the_scenes_is_one(house: MainWindow) -> None:
    page = bench_page(house)
    assert bench_page(house) is page
    house.pages.removeWidget(page)
    page.deleteLater()
