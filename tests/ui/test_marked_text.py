"""A text with its changes marked: what is seen, and that only the text itself is copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.differences import Change, differences, in_one
from app.domain.transcript import LiveText
from app.ui.marked_text import REMOVED_TINT, MarkedTextEdit
from app.ui.theme import Theme, blend, contrast

SPOKEN = "um we meet tuesday no wait thursday 🎉 uh then"
ENHANCED = "We meet Thursday 🎉 then."


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> MarkedTextEdit:
    made = MarkedTextEdit(theme, Change.ADDED)
    qtbot.addWidget(made)
    made.resize(300, 120)
    made.show()
    return made


def words_with(edit: MarkedTextEdit, has: str) -> str:
    """The characters whose format says yes to `has`, others as spaces, words apart."""
    found, cursor = [], QTextCursor(edit.document())
    for position in range(edit.document().characterCount() - 1):
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat()
        yes = {
            "line": shape.fontUnderline(),
            "strike": shape.fontStrikeOut(),
            "dashes": shape.underlineStyle() is QTextCharFormat.UnderlineStyle.DashUnderline,
            "tint": shape.background().style() is not Qt.BrushStyle.NoBrush,
        }[has]
        found.append(cursor.selectedText() if yes else " ")
    return " ".join("".join(found).split())


def test_added_words_are_underlined_and_removed_ones_struck(edit: MarkedTextEdit) -> None:
    edit.show_runs(in_one(differences(SPOKEN, ENHANCED)))
    assert words_with(edit, "line") == "We Thursday then."
    assert words_with(edit, "strike") == "um tuesday no wait uh"
    assert words_with(edit, "tint") == "um We tuesday no wait Thursday uh then."


def test_the_old_form_of_a_small_change_is_not_struck(edit: MarkedTextEdit) -> None:
    edit.show_runs([run for run in differences(SPOKEN, ENHANCED) if run.change is not Change.ADDED])
    assert words_with(edit, "strike") == "um tuesday no wait uh"
    assert words_with(edit, "dashes") == "we thursday then"


def test_what_was_removed_is_never_copied(edit: MarkedTextEdit) -> None:
    edit.show_runs(in_one(differences(SPOKEN, ENHANCED)))
    edit.selectAll()
    assert edit.createMimeDataFromSelection().text() == ENHANCED
    cursor = edit.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(len("um We meet tues"), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    assert edit.createMimeDataFromSelection().text() == "We meet "


def test_a_long_marked_text_is_copied_whole_after_it_wrapped_anew(edit: MarkedTextEdit) -> None:
    spoken, enhanced = " ".join([SPOKEN] * 80), "\r\n".join([ENHANCED] * 80)
    edit.show_runs(in_one(differences(spoken, enhanced)))
    edit.resize(411, 200)
    edit.selectAll()
    assert edit.createMimeDataFromSelection().text() == enhanced.replace("\r\n", "\n")
    assert words_with(edit, "strike") == " ".join(["um tuesday no wait uh"] * 80)


def test_the_plain_text_carries_no_marks_of_the_one_before(edit: MarkedTextEdit) -> None:
    edit.show_runs(in_one(differences(SPOKEN, ENHANCED)))
    edit.show_text(LiveText(ENHANCED))
    assert edit.toPlainText() == ENHANCED
    assert words_with(edit, "tint") == words_with(edit, "line") == words_with(edit, "strike") == ""


def test_the_same_text_stays_where_it_was_scrolled_to_and_another_begins_at_its_top(
    edit: MarkedTextEdit,
) -> None:
    spoken, enhanced = " ".join([SPOKEN] * 30), " ".join([ENHANCED] * 30)
    bar = edit.verticalScrollBar()
    edit.show_text(LiveText(enhanced))
    bar.setValue(90)
    edit.show_runs(in_one(differences(spoken, enhanced)))
    assert bar.value() == 90
    edit.show_text(LiveText(enhanced))
    assert bar.value() == 90
    edit.show_runs(in_one(differences(enhanced, spoken)))
    assert bar.value() == 0


def test_the_marks_follow_light_and_dark(edit: MarkedTextEdit, theme: Theme) -> None:
    edit.show_runs(in_one(differences(SPOKEN, ENHANCED)))

    def ink() -> str:
        cursor = QTextCursor(edit.document())
        cursor.setPosition(1)
        return cursor.charFormat().foreground().color().name()

    light = ink()
    theme.use(Qt.ColorScheme.Dark)
    dark = ink()
    theme.use(Qt.ColorScheme.Light)
    assert light == theme.colours.text.name() == ink() != dark


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_marked_words_are_legible(qapp: QApplication, scheme: Qt.ColorScheme) -> None:
    tokens = Theme(qapp, scheme, motion=False).tokens
    assert contrast(tokens.text, blend(tokens.text, tokens.surface, REMOVED_TINT)) >= 4.5
