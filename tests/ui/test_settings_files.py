"""The settings of files: formats as ticks, folders to choose, and limits that agree with their part."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.file_settings import MAX_CACHE_MEGABYTES, ExportFormat, FileSettings
from app.domain.problems.program import OTHER_PLACE
from app.domain.settings import Settings
from app.ui.main_window import MainWindow
from app.ui.settings_files_rows import FilesRows, FolderRow
from tests.ui.settings_bench import row, saved
from tests.ui.windows import button, settle


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


@pytest.fixture
def rows(window: MainWindow) -> FilesRows:
    return window.settings.form.files


def test_a_format_is_a_tick(window: MainWindow, rows: FilesRows, qtbot: QtBot) -> None:
    ticked = [each for each, tick in rows.formats.ticks.items() if tick.isChecked()]
    assert ticked == [ExportFormat.TXT, ExportFormat.SRT]
    button(window, "DOCX, a document for Word").click()
    button(window, "TXT, plain text").click()
    assert saved(window, qtbot).files.formats == (ExportFormat.SRT, ExportFormat.DOCX)


def test_no_format_at_all_can_be_saved(window: MainWindow, rows: FilesRows, qtbot: QtBot) -> None:
    for each in (ExportFormat.TXT, ExportFormat.SRT):
        rows.formats.ticks[each].click()
    assert saved(window, qtbot).files.formats == ()


def test_the_order_of_formats_stays_as_it_was_set(window: MainWindow, rows: FilesRows) -> None:
    other = Settings(files=FileSettings(formats=(ExportFormat.VTT, ExportFormat.CSV, ExportFormat.TXT)))
    window.show_settings(other)
    assert window.settings.draft == other
    assert not button(window, "Save").isEnabled()
    rows.formats.ticks[ExportFormat.MD].click()
    rows.formats.ticks[ExportFormat.MD].click()
    assert window.settings.draft == other


def test_the_formats_are_gone_through_by_the_keyboard(window: MainWindow, rows: FilesRows) -> None:
    window.open_settings("formats")
    settle()
    ticks = list(rows.formats.ticks.values())
    assert ticks[0].hasFocus()
    for one, following in pairwise(ticks):
        assert one.hasFocus()
        window.focusNextChild()
        assert following.hasFocus()
    QTest.keyClick(ticks[-1], Qt.Key.Key_Space)
    assert rows.formats.value == (ExportFormat.TXT, ExportFormat.SRT, ExportFormat.DOCX)
    window.focusNextChild()
    assert rows.formats.back is not None
    assert rows.formats.back.hasFocus()


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("field", ["folder", "watched_folder"])
def test_a_folder_is_chosen_and_given_up_again(window: MainWindow, qtbot: QtBot, field: str) -> None:
    one = row(window, f"files.{field}")
    assert isinstance(one, FolderRow)
    none = one.choice.currentText()
    one.pick.click()
    dialog = one.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/home/anna/Transcripts")
    dialog.reject()
    assert one.choice.toolTip() == "/home/anna/Transcripts"
    assert getattr(saved(window, qtbot).files, field) == "/home/anna/Transcripts"
    assert one.back is not None
    assert one.back.toolTip() == f"Back to {none}"
    one.back.click()
    assert one.value == ""
    assert one.choice.currentText() == none


def test_what_a_folder_means_is_said(window: MainWindow) -> None:
    one = row(window, "files.folder")
    assert one.hint.text() == "In the folder that the file is in."
    one.show_value("/home/anna/Transcripts")
    assert one.hint.text() == "All transcripts are saved in this folder."


def test_the_remedy_of_a_folder_that_takes_nothing_names_the_setting(window: MainWindow) -> None:
    title = row(window, "files.folder").title.text().replace("&", "")
    assert f"“{title}”" in OTHER_PLACE


def test_the_model_of_files_is_that_of_dictation_or_one_that_is_here(
    window: MainWindow, rows: FilesRows, qtbot: QtBot
) -> None:
    names = [rows.model.choice.itemText(at) for at in range(rows.model.choice.count())]
    assert names == ["The same as for dictation", "base", "medium"]
    rows.model.show_value("medium")
    assert saved(window, qtbot).files.model == "medium"


def limits(field: str, value: int) -> dict[str, Any]:
    """The arguments of the part, with one that is another."""
    return {field: value}


@pytest.mark.parametrize(
    ("field", "low", "high"),
    [
        ("batch", 0, 64),
        ("cache_megabytes", 0, MAX_CACHE_MEGABYTES),
        ("subtitle_characters", 20, 80),
        ("subtitle_lines", 1, 4),
        ("subtitle_speed", 8, 40),
    ],
)
def test_the_limits_are_those_of_the_part(window: MainWindow, field: str, low: int, high: int) -> None:
    one = row(window, f"files.{field}")
    for fits in (low, high):
        one.show_value(fits)
        assert one.error.text() == ""
    for wrong in (low - 1, high + 1):
        with pytest.raises(ValueError, match=field):
            FileSettings(**limits(field, wrong))
        one.show_value(wrong)
        assert one.error.text().startswith(f"Between {low} and ")
        assert not button(window, "Save").isEnabled()
