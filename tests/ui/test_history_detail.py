"""An entry of the history with a clean-up: both texts can be looked at, and what is done is done with the one
in view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, Version
from app.ui.clean_up_tabs import VERSIONS
from app.ui.history_detail import HistoryDetail, enhancement_words
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.settings_scenes import bundled_styles
from tests.ui.windows import main_window, settle, show_history

SPOKEN = "so bring 5 umbrellas"
ENHANCED = "Bring 5 umbrellas."
ANSWER = "Bring 15 umbrellas, Sir."
REASONS = ("The number “5” became “15”.", "“Sir” was not said.")
STYLES = (("clean-up", "Clean up"), ("formal", "Formal"))
RECORD = EnhancementRecord(ENHANCED, ENHANCED, Judgement.ACCEPTED, (), "formal", "mistral:7b-instruct")
PARTLY = replace(RECORD, answer=ANSWER, judgement=Judgement.PARTLY, reasons=REASONS)
REFUSED = EnhancementRecord(SPOKEN, ANSWER, Judgement.REFUSED, REASONS, "formal", "mistral:7b-instruct")
PLAIN = HistoryEntry("rec", 1_760_000_000.0, Fate.WRITTEN, SPOKEN, f"um {SPOKEN}", SPOKEN, id=7)
CLEANED = replace(PLAIN, text=ENHANCED, enhancement=RECORD)


@pytest.fixture
def window(theme: Theme) -> Iterator[MainWindow]:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.HISTORY)
        yield window


@pytest.fixture
def detail(window: MainWindow) -> HistoryDetail:
    show(window, PLAIN)
    return window.history.detail


def show(window: MainWindow, *entries: HistoryEntry) -> None:
    """As the controller has them shown."""
    show_history(window, entries)
    settle()


def look_at(detail: HistoryDetail, version: Version) -> None:
    """A click on its tab."""
    place = detail.versions.tabRect(VERSIONS.index(version)).center()
    QTest.mouseClick(detail.versions, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def seen(detail: HistoryDetail) -> str:
    assert detail.text.isVisible()
    assert detail.text.toPlainText() == detail.shown_text
    return detail.shown_text


def test_without_a_clean_up_there_is_one_text_and_no_word_of_it(detail: HistoryDetail) -> None:
    assert seen(detail) == SPOKEN
    assert not detail.versions.isVisible()
    assert not detail.clean_up.isVisible()


@pytest.mark.parametrize(
    ("entry", "in_use", "other"),
    [
        (CLEANED, ENHANCED, SPOKEN),
        (replace(CLEANED, text=SPOKEN), SPOKEN, ENHANCED),
        (replace(CLEANED, enhancement=PARTLY), ENHANCED, SPOKEN),
        (replace(PLAIN, enhancement=REFUSED), SPOKEN, ANSWER),
        (
            replace(PLAIN, text=ANSWER, enhancement=replace(REFUSED, judgement=Judgement.OVERRULED)),
            ANSWER,
            SPOKEN,
        ),
    ],
    ids=["accepted", "taken back", "partly", "refused", "overruled"],
)
def test_the_text_in_use_comes_first_and_the_other_is_a_click_away(
    window: MainWindow, detail: HistoryDetail, entry: HistoryEntry, in_use: str, other: str
) -> None:
    show(window, entry)
    assert detail.versions.isVisible()
    assert seen(detail) == in_use
    tabs, ours = detail.versions, VERSIONS.index(entry.version)
    assert tabs.accessibleTabName(ours).endswith(", in use")
    assert not tabs.accessibleTabName(1 - ours).endswith(", in use")
    look_at(detail, VERSIONS[1 - ours])
    assert seen(detail) == other
    # To look at it does not mean to use it.
    assert tabs.accessibleTabName(ours).endswith(", in use")
    look_at(detail, entry.version)
    assert seen(detail) == in_use


def test_copy_and_insert_are_about_the_text_in_view(
    window: MainWindow, detail: HistoryDetail, qtbot: QtBot
) -> None:
    show(window, CLEANED)
    taken: list[tuple[int, str]] = []
    for signal in (window.history_copy, window.history_insert):
        signal.connect(lambda id: taken.append((id, detail.shown_text)))
    detail.acts.copy.click()
    look_at(detail, Version.SPOKEN)
    detail.acts.insert.click()
    assert taken == [(7, ENHANCED), (7, SPOKEN)]


def test_what_is_looked_at_stays_while_the_list_is_renewed(window: MainWindow, detail: HistoryDetail) -> None:
    show(window, CLEANED)
    look_at(detail, Version.SPOKEN)
    show(window, replace(PLAIN, recording="new", text="new", id=8), replace(CLEANED, target="Firefox"))
    assert "Firefox" in detail.facts.text()
    assert seen(detail) == SPOKEN


def test_another_text_in_use_or_another_entry_is_shown_with_the_text_in_use(
    window: MainWindow, detail: HistoryDetail
) -> None:
    show(window, CLEANED)
    look_at(detail, Version.SPOKEN)
    longer = replace(RECORD, text=f"{ENHANCED} Now.", answer=f"{ENHANCED} Now.")
    show(window, replace(CLEANED, text=longer.text, enhancement=longer))
    assert seen(detail) == longer.text
    look_at(detail, Version.SPOKEN)
    detail.show_entry(replace(CLEANED, id=8))
    assert seen(detail) == ENHANCED


def test_a_clean_up_that_comes_later_can_be_looked_at_and_goes_with_a_new_transcript(
    window: MainWindow, detail: HistoryDetail
) -> None:
    show(window, replace(PLAIN, enhancement=RECORD))
    assert seen(detail) == SPOKEN
    look_at(detail, Version.ENHANCED)
    assert seen(detail) == ENHANCED
    show(window, PLAIN)
    assert seen(detail) == SPOKEN
    assert not detail.versions.isVisible()


@pytest.mark.parametrize(
    "entry",
    [
        replace(CLEANED, text=SPOKEN, enhancement=replace(RECORD, text=SPOKEN, answer=SPOKEN)),
        # It was cut off before its first word.
        replace(PLAIN, enhancement=replace(REFUSED, answer="")),
        replace(CLEANED, text="", fate=Fate.FAILED),
    ],
    ids=["the same", "nothing written", "no text"],
)
def test_there_is_no_choice_where_there_is_but_one_text(
    window: MainWindow, detail: HistoryDetail, entry: HistoryEntry
) -> None:
    show(window, entry)
    assert detail.shown_text == entry.text
    assert not detail.versions.isVisible()


BY = "Cleaned up by mistral:7b-instruct, Formal."


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (PLAIN, ""),
        (replace(PLAIN, skipped="Clean-up is switched off."), "Clean-up is switched off."),
        (CLEANED, BY),
        (replace(CLEANED, text=SPOKEN), f"{BY} The spoken text is in use."),
        (replace(PLAIN, enhancement=replace(RECORD, text=SPOKEN)), f"{BY} Nothing had to be changed."),
        (replace(CLEANED, enhancement=PARTLY), f"{BY} Partly used: {' '.join(REASONS)}"),
        (replace(PLAIN, enhancement=REFUSED), f"{BY} Not used: {' '.join(REASONS)}"),
        (replace(PLAIN, enhancement=replace(REFUSED, reasons=())), f"{BY} Not used."),
        (
            replace(PLAIN, text=ANSWER, enhancement=replace(REFUSED, judgement=Judgement.OVERRULED)),
            f"{BY} Used all the same: {' '.join(REASONS)}",
        ),
        (
            replace(CLEANED, enhancement=replace(RECORD, style="clean-up")),
            "Cleaned up by mistral:7b-instruct.",
        ),
        (replace(CLEANED, enhancement=replace(RECORD, style="", writer="")), "Cleaned up."),
        (
            replace(CLEANED, enhancement=replace(RECORD, style="gone")),
            "Cleaned up by mistral:7b-instruct, gone.",
        ),
    ],
)
def test_one_line_says_who_cleaned_up_or_why_not(
    window: MainWindow, detail: HistoryDetail, entry: HistoryEntry, words: str
) -> None:
    window.history.show_styles(bundled_styles())
    show(window, entry)
    assert detail.clean_up.text() == words
    assert detail.clean_up.isVisible() == bool(words)


def test_a_style_is_known_by_its_name_until_its_title_is(window: MainWindow, detail: HistoryDetail) -> None:
    show(window, CLEANED)
    assert detail.clean_up.text() == "Cleaned up by mistral:7b-instruct, formal."
    window.history.show_styles(bundled_styles())
    assert detail.clean_up.text() == BY


def test_reasons_told_twice_are_said_once() -> None:
    record = replace(REFUSED, reasons=(REASONS[0], REASONS[1], REASONS[0]))
    words = enhancement_words(replace(PLAIN, enhancement=record), dict(STYLES))
    assert words.count(REASONS[0]) == 1


def test_many_reasons_leave_room_for_the_text_and_are_all_in_the_tooltip(
    window: MainWindow, detail: HistoryDetail
) -> None:
    reasons = tuple(f"The number “{number}” became “{number + 1}”." for number in range(40))
    entry = replace(PLAIN, enhancement=replace(REFUSED, reasons=reasons))
    for size, most in (((760, 560), 4), ((420, 360), 1)):
        window.resize(*size)
        show(window, entry)
        window.history.list.clicked.emit(window.history.model.index(0))
        settle()
        detail.grab()
        lines = detail.clean_up.lines
        assert len(lines) == most
        assert lines[-1].endswith("…")
        assert entry.enhancement
        assert all(reason in detail.clean_up.toolTip() for reason in reasons)
        assert detail.text.height() >= 44
    show(window, replace(PLAIN, enhancement=REFUSED))
    window.resize(1400, 900)
    settle()
    detail.grab()
    assert detail.clean_up.toolTip() == ""
    assert "".join(detail.clean_up.lines) == detail.clean_up.text()


def test_the_keyboard_turns_to_the_other_text(window: MainWindow, detail: HistoryDetail) -> None:
    show(window, CLEANED)
    detail.versions.setFocus()
    QTest.keyClick(detail.versions, Qt.Key.Key_Left)
    assert seen(detail) == SPOKEN
    QTest.keyClick(detail.versions, Qt.Key.Key_Right)
    assert seen(detail) == ENHANCED


def test_the_tab_key_goes_from_top_to_bottom(window: MainWindow, detail: HistoryDetail) -> None:
    show(window, CLEANED)
    window.activateWindow()
    detail.versions.setFocus()
    for expected in (detail.text, detail.acts.copy, detail.acts.insert, detail.acts.delete):
        detail.window().focusNextChild()
        found: QWidget | None = QApplication.focusWidget()
        assert found is expected
