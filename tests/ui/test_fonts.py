"""Controls have one size of font, whatever the desktop gives to their kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.buttons import Button
from app.ui.controls import Choice, Tick
from app.ui.settings_finder import GroupList
from app.ui.theme import CONTROL_PX, LABEL_PX, Theme

KINDS = ("QAbstractItemView", "QCheckBox", "QComboBox", "QLineEdit", "QMenu", "QPushButton", "QToolButton")


@pytest.fixture
def desktop_fonts(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """As a desktop's theme sets them, for each kind of control."""
    ours = qapp.font()
    small = qapp.font()
    small.setPointSize(8)
    for kind in KINDS:
        QApplication.setFont(small, kind)  # type: ignore[arg-type]  # bytes are refused
    yield
    # Setting that of all forgets those of the kinds.
    QApplication.setFont(ours)


def test_controls_have_the_size_of_controls(theme: Theme, desktop_fonts: None, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    names = ("Get 76 MB", "plain"), ("Use", ""), ("Measure", "primary"), ("Remove", "danger")
    usual: list[QWidget] = [Button(theme, text, kind=kind) for text, kind in names]
    usual += [Tick(theme, "Load at start"), Choice(theme), QLineEdit(), QToolButton(), QListWidget()]
    changes = Tick(theme, "Show changes")
    changes.setProperty("kind", "small")
    small = [changes, Button(theme, "Copy", kind="flat"), Button(theme, "Look again", kind="small")]
    for each in (*usual, *small):
        each.setParent(box)
    menu = QMenu(box)
    box.show()
    menu.ensurePolished()
    assert [each.font().pixelSize() for each in (*usual, menu)] == [CONTROL_PX] * (len(usual) + 1)
    assert [each.font().pixelSize() for each in small] == [LABEL_PX] * len(small)


def test_the_groups_fit_into_their_list(theme: Theme, desktop_fonts: None, qtbot: QtBot) -> None:
    titles = ["General", "Microphone and more of that"]
    box = QWidget()
    qtbot.addWidget(box)
    groups = GroupList(theme, titles)
    groups.setParent(box)
    box.show()
    assert groups.width() > groups.fontMetrics().horizontalAdvance(titles[1])
