"""Text that grows under the eyes of its reader: nothing jumps, nothing selected is lost, nothing is slow."""

from __future__ import annotations

import random
import statistics
import time
from itertools import accumulate

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.transcript import NO_TEXT, LiveText
from app.ui.live_text import LiveTextEdit
from app.ui.theme import Theme

SENTENCES = "The minutes of the meeting go to everybody who was there, and to the two who could not come. "
WORDS = ("a", "I", "of", "the", "Geschwindigkeit", "naïve", "🎉🎉", "weather.", "日本語のテキスト", "ok")
BUDGET_MS = 5.0


@pytest.fixture
def edit(qtbot: QtBot, theme: Theme) -> LiveTextEdit:
    return shown(LiveTextEdit(theme), qtbot)


def shown(edit: LiveTextEdit, qtbot: QtBot) -> LiveTextEdit:
    qtbot.addWidget(edit)
    edit.resize(400, 300)
    edit.show()
    return edit


def lines(edit: LiveTextEdit) -> list[str]:
    """What stands on each line, as it is laid out."""
    found, document = [], edit.document()
    document.documentLayout().documentSize()
    block = document.begin()
    while block.isValid():
        raw, layout = block.text().encode("utf-16-le"), block.layout()
        for line in (layout.lineAt(n) for n in range(layout.lineCount())):
            start, end = line.textStart(), line.textStart() + line.textLength()
            found.append(raw[2 * start : 2 * end].decode("utf-16-le"))
        block = block.next()
    return found


def select(edit: LiveTextEdit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def copied(edit: LiveTextEdit) -> str:
    return edit.createMimeDataFromSelection().text()


@pytest.mark.parametrize("seed", range(3))
def test_growing_text_is_laid_out_and_copied_as_if_written_at_once(
    edit: LiveTextEdit, qtbot: QtBot, theme: Theme, seed: int
) -> None:
    draw, settled, text = random.Random(seed), "", NO_TEXT
    for _ in range(150):
        added = " ".join(draw.choices(WORDS, k=draw.randint(1, 30)))
        settled = f"{settled} {added}".strip()
        if draw.random() < 0.1:
            # Taken back and written anew, as a final decoding may.
            settled = settled[: -draw.randint(1, min(900, len(settled)))] + "x"
        if draw.random() < 0.1:
            edit.resize(draw.randint(200, 700), 300)
        text = LiveText(settled, " ".join(draw.choices(WORDS, k=draw.randint(0, 40))))
        edit.show_text(text, follow=True)
    at_once = shown(LiveTextEdit(theme), qtbot)
    at_once.resize(edit.size())
    at_once.show_text(text)
    assert lines(edit) == lines(at_once)
    edit.selectAll()
    assert copied(edit) == text.text


def test_tentative_words_differ_by_more_than_colour(edit: LiveTextEdit) -> None:
    edit.show_text(LiveText("It is", "raining"))
    cursor = QTextCursor(edit.document())
    underlined = []
    for position in range(1, len("It is raining") + 1):
        cursor.setPosition(position)
        underlined.append(
            cursor.charFormat().fontUnderline() or bool(cursor.charFormat().underlineStyle().value)
        )
    assert underlined == [False] * len("It is ") + [True] * len("raining")
    edit.show_text(LiveText("It is raining"))
    cursor.setPosition(len("It is raining"))
    assert not cursor.charFormat().underlineStyle().value


def test_the_end_is_followed_unless_the_reader_has_scrolled_away(edit: LiveTextEdit) -> None:
    bar = edit.verticalScrollBar()
    texts = [LiveText(each) for each in accumulate([SENTENCES] * 40)]
    for text in texts[:20]:
        edit.show_text(text, follow=True)
        assert edit.is_at_end
    bar.setValue(37)
    for text in texts[20:39]:
        edit.show_text(text, follow=True)
        assert bar.value() == 37
    bar.setValue(bar.maximum())
    edit.show_text(texts[39], follow=True)
    assert bar.value() == bar.maximum() > 0


def test_words_do_not_wrap_anew_when_the_scroll_bar_appears(edit: LiveTextEdit) -> None:
    edit.show_text(LiveText(SENTENCES * 2))
    before = lines(edit)
    assert edit.verticalScrollBar().maximum() == 0
    edit.show_text(LiveText(SENTENCES * 20))
    assert edit.verticalScrollBar().maximum() > 0
    assert lines(edit)[: len(before) - 1] == before[:-1]


def test_another_text_is_shown_from_its_beginning(edit: LiveTextEdit) -> None:
    edit.show_text(LiveText(SENTENCES * 40), follow=True)
    edit.show_other(LiveText(SENTENCES * 41))
    assert edit.verticalScrollBar().value() == 0


def test_a_selection_survives_redraws_and_growth(edit: LiveTextEdit, theme: Theme) -> None:
    text = LiveText(SENTENCES * 60)
    edit.show_text(text)
    select(edit, 4, 1000)
    wanted = copied(edit)
    assert wanted == text.settled[4 : 4 + len(wanted)]
    edit.show_text(text)
    edit.resize(311, 300)
    theme.use(Qt.ColorScheme.Dark)
    theme.use(Qt.ColorScheme.Light)
    edit.show_text(LiveText(text.settled + "And so on.", "and"))
    assert copied(edit) == wanted


@pytest.mark.parametrize("backwards", [False, True])
def test_new_words_are_not_selected_with_those_before_them(edit: LiveTextEdit, backwards: bool) -> None:
    edit.show_text(LiveText("It is raining"))
    ends = (6, len("It is raining"))
    select(edit, *(reversed(ends) if backwards else ends))
    edit.show_text(LiveText("It is raining again"))
    assert copied(edit) == "raining"


def test_nothing_is_selected_in_a_text_just_shown(edit: LiveTextEdit) -> None:
    edit.show_text(LiveText(SENTENCES * 40, "and"), follow=True)
    edit.show_text(NO_TEXT)
    edit.show_text(LiveText(SENTENCES * 40))
    assert not edit.textCursor().hasSelection()


def test_an_update_of_a_long_dictation_is_cheap(edit: LiveTextEdit) -> None:
    settled = " ".join((SENTENCES * 270).split()[:5000])
    edit.show_text(LiveText(settled), follow=True)
    spent = []
    for _ in range(30):
        settled += " rain"
        begun = time.process_time()
        edit.show_text(LiveText(settled, "and more of it"), follow=True)
        QApplication.processEvents()
        spent.append((time.process_time() - begun) * 1000)
    assert statistics.median(spent) < BUDGET_MS
