"""Whatever a window says in any scene was given to a translator, but for names and what the user said.

Failure mode: a text that is painted without a widget of its own is not seen here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.marked_words import MarkedWords, untranslated
from tests.ui.scenes import all_scenes
from tests.ui.windows import main_window, settle

NAMES: Final = (
    r"“[^”]*”",  # what somebody said or wrote, the instructions for the language model among it
    r"You tidy dictated text.*",
    r"/home/anna/[\w /]+",
    r"\S*[^\s⟧]?[/\\][^\s⟦]+|\w\S*[.:]\w[^\s⟦⟧,;]*",  # addresses, paths, models by their whole names
    r"Built-in microphone|Blue Yeti [\w ]+|Mikrofonanordnung [^⟦]+|Monitor of the virtual microphone",
    r"AMD Ryzen 7 5800X(?: 8-Core Processor)?|RTX \d+|Ada Lovelace|Niederschriften [\w ]+",
    r"The minutes go to everybody.*|Board meeting, .*",
    r"Sayso|Ollama|OpenAI|Whisper|faster-whisper(?!-)|PyTorch|CTranslate2|NVIDIA|GeForce|cuBLAS",
    r"Mistral 7B Instruct|Phi-3 Mini",
    r"(?:faster-whisper-|distil-|whisper-)?(?:base|tiny|small|medium(?:-med-de)?|turbo|large(?:-v\d)?(?:-ct2)?)"
    r"(?:-turbo)?",
    r"JSON|CSV",
    r"b?float\d+|int8(?:_b?float\d+)?|MB|GB",
    r"Ctrl|Shift|Alt|Return|Escape|Space",  # Qt's own to translate
    r"English|Deutsch|עברית",  # languages by their own names
    r"\w+day, \d+ \w+ \d+",
)
"""What nobody translates: names, and what a user or a maker has said."""


DAILY: Final = frozenset(
    {
        "08-notices",
        "14-no-key",
        "18-refused-enhanced",
        "19-skipped",
        "25-history-filtered",
        "26-history-comparing",
        "27-history-refused",
        "40-clean-up",
        "43-clean-up-models",
        "51-styles-refused",
        "58-settings-advanced",
        "60-settings-card",
        "61-files",
        "62-models-types",
        "64-privacy-refused",
        "66-models-rows",
        "74-bench-card",
        "75-settings-files-more",
        "80-cuda-offered",
        "94-transcript-cleaned",
        "95-guide-microphone",
        "98-guide-clean-up",
    }
)
"""At least one of each place; the others take minutes."""


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """One for all scenes, of which every word is marked."""
    marked = MarkedWords()
    qapp.installTranslator(marked)
    with main_window(Theme(qapp, Qt.ColorScheme.Light, motion=False)) as window:
        window.resize(1000, 760)
        window.show()
        yield window
    qapp.removeTranslator(marked)


def said(widget: QWidget) -> Iterator[str]:
    """All that it says to eyes and ears."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    match widget:
        case QPushButton():
            yield widget.text()
            yield from offered(widget.menu())
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QAbstractSpinBox():
            yield widget.text()


def offered(menu: QObject | None) -> Iterator[str]:
    """All that a menu would offer if it were opened now."""
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()
        for action in menu.actions():
            yield from (action.text(), action.toolTip())
            yield from offered(action.menu())


@pytest.mark.parametrize(
    "scene",
    [pytest.param(each, marks=() if each in DAILY else pytest.mark.slow) for each in all_scenes()],
)
def test_nothing_is_said_untranslated(window: MainWindow, scene: str) -> None:
    window.open_place(Place.DICTATE)
    all_scenes()[scene](window)
    settle()
    visible = [each for each in window.findChildren(QWidget) if each.isVisible()]
    found = {text: rest for each in visible for text in said(each) if (rest := untranslated(text, NAMES))}
    assert not found, "\n".join(f"{rest} in {text!r}" for text, rest in found.items())


def test_what_is_marked_is_told_from_what_is_not() -> None:
    assert untranslated("⟦Heard by: ⟦X11 key grab⟧.⟧ · Ollama", NAMES) == []
    assert untranslated("⟦Use⟧: tiny.en, ⟦from %1⟧ /home/ada/a b", ()) == ["tiny", "en", "home", "ada"]
    assert untranslated("⟦Ready⟧ · keys paused", NAMES) == ["keys", "paused"]
