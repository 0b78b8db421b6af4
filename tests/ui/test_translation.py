"""The windows speak the language that was chosen, in its direction and with its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from shiboken6 import delete

from app.domain.problems import ModelMissing, Problem
from app.ui.languages import language_name, languages
from app.ui.theme import Theme
from app.ui.told import told, told_problem
from app.ui.translation import available, chosen, is_qts, native_name, speak, spoken
from app.ui.words import chord_words
from tests.ui.windows import button, labels, main_window

Speak = Callable[[str], str]


@pytest.fixture
def say(qapp: QApplication) -> Iterator[Speak]:
    """Takes up a language, and goes back to English behind the test."""
    before, locale = qapp.findChildren(QTranslator), QLocale()
    yield lambda wish: speak(qapp, wish)
    for each in qapp.findChildren(QTranslator):
        if each not in before:
            qapp.removeTranslator(each)
            # At once: its end takes a lock that a translator holds, within which it would be collected.
            delete(each)
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def qts_own_buttons() -> list[str]:
    """What Qt writes on buttons of its own."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    try:
        return [each.text().replace("&", "") for each in box.buttons()]
    finally:
        box.deleteLater()


def test_a_window_in_german(say: Speak, theme: Theme) -> None:
    assert say("de") == "de"
    assert spoken() == "de"
    with main_window(theme) as window:
        window.show()
        assert button(window, "Einstellungen").isVisible()
        assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert qts_own_buttons() == ["Abbrechen"]
    assert QLocale().toString(1.5, "f", 1) == "1,5"
    assert chord_words("Ctrl+Space") == "Strg+Leertaste"
    assert language_name("fr") == "Französisch"


def test_a_window_in_hebrew_runs_from_the_right(say: Speak, theme: Theme) -> None:
    assert say("he") == "he"
    with main_window(theme) as window:
        window.show()
        assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        assert "הגדרות" in button(window, "הגדרות").text() + button(window, "הגדרות").accessibleName()
        assert labels(window)
    assert qts_own_buttons() == ["ביטול"]


def test_what_the_domain_says_is_told_in_german(say: Speak) -> None:
    say("de")
    missing = ModelMissing("base")
    assert told(missing.sentence) == "Das Erkennungsmodell „base“ ist nicht auf diesem Computer."
    assert missing.remedy not in told_problem(missing)
    assert told_problem(Problem("Nobody knows this.")) == "Nobody knows this."


def test_english_needs_no_translator(say: Speak, qapp: QApplication) -> None:
    before = qapp.findChildren(QTranslator)
    assert say("en") == "en"
    assert spoken() == ""
    assert qapp.findChildren(QTranslator) == before
    assert told("No microphone found.") == "No microphone found."
    assert QCoreApplication.translate("files", "%n files", "", 3) == "3 files"


def test_languages_stand_in_the_order_of_the_language_they_are_told_in(say: Speak) -> None:
    say("de")
    names = [name for _, name in languages()]
    assert names.index("Äthiopisch" if "Äthiopisch" in names else "Amharisch") < names.index("Bengalisch")


@pytest.mark.parametrize(
    ("wish", "system", "language"),
    [
        ("", ["de-Latn-DE", "de-DE", "de"], "de"),
        ("", ["fr-FR", "fr", "he-IL"], "he"),
        ("", ["en-GB", "en", "de"], "en"),
        ("", ["C"], "en"),
        ("", ["pt-BR"], "pt_BR"),
        ("de", ["he-IL"], "de"),
        ("en", ["de-DE"], "en"),
        ("fr", ["de-DE"], "en"),
    ],
)
def test_which_language_is_spoken(wish: str, system: list[str], language: str) -> None:
    assert chosen(wish, system, ["en", "de", "he", "pt_BR"]) == language


def test_each_language_is_offered_by_the_name_that_its_readers_know() -> None:
    assert [native_name(code) for code in available()] == ["English", "Deutsch", "עברית"]


def test_qts_own_classes_are_known_by_their_names() -> None:
    assert is_qts("QShortcut")
    assert not is_qts("Question")
    assert not is_qts("Q")
