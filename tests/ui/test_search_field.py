"""The field for a search: its own mark empties it, and the keys lead to what was found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.search_field import SearchField
from app.ui.theme import Theme


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[SearchField]:
    box = QWidget()
    qtbot.addWidget(box)
    field = SearchField(theme, "Search", "Search the attic")
    field.setParent(box)
    box.show()
    yield field
    theme.use(Qt.ColorScheme.Light)


def mark(field: SearchField) -> QToolButton:
    return next(each for each in field.findChildren(QToolButton) if each.defaultAction() is field.empty)


def test_the_mark_is_there_with_words_only_and_empties_it(field: SearchField) -> None:
    assert field.accessibleName() == "Search the attic"
    assert not field.empty.isVisible()
    QTest.keyClicks(field, "rain")
    assert field.empty.isVisible()
    mark(field).click()
    assert field.text() == ""
    assert not field.empty.isVisible()


def test_the_mark_takes_the_colour_of_the_ground(field: SearchField, theme: Theme) -> None:
    QTest.keyClicks(field, "rain")
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        theme.use(scheme)
        image = field.empty.icon().pixmap(16, 16).toImage()
        solid = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert solid == {theme.colours.muted.name()}


def test_escape_empties_it_and_return_leads_to_what_was_found(field: SearchField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "rain")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
        with qtbot.waitSignal(field.left):
            QTest.keyClick(field, key)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
