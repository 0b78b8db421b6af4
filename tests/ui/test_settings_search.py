"""Finding a setting: by its words, by others like them, by its group, by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.settings_browser import SettingsBrowser
from app.ui.settings_finder import COUNT_ROLE
from app.ui.settings_search import OTHER_NAMES, folded, is_found
from tests.ui.settings_bench import row
from tests.ui.settings_scenes import PLACES
from tests.ui.windows import button, labels, settle


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


@pytest.fixture
def browser(window: MainWindow) -> SettingsBrowser:
    return window.settings.browser


def found(window: MainWindow) -> list[str]:
    """The fields in view."""
    return [each.place.field for each in window.settings.form.rows if each.isVisible()]


def marked(browser: SettingsBrowser) -> str:
    """The group that list and choice say is in view."""
    assert browser.choice.currentText() == browser.list.currentItem().text()
    return browser.choice.currentText()


# --- what is found ---


@pytest.mark.parametrize(
    ("query", "text", "is_there"),
    [
        ("", "anything", True),
        ("   ", "anything", True),
        ("KEY talk", "Talk key", True),
        ("talk lock", "Talk key", False),
        ("ol", "Öl und Wasser", True),
        ("straße", "Die STRASSE", True),
        ("cle", "Clé", True),
    ],
)
def test_all_words_are_found_anywhere_without_capitals_and_accents(
    query: str, text: str, is_there: bool
) -> None:
    assert is_found(query, text) is is_there
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("talk key", ["raw", "talk", "mode"]),
        ("push to talk", ["talk", "mode"]),
        ("VRAM", ["card_megabytes"]),
        ("llama3:8b", ["model"]),
        ("german", ["interface_language", "language"]),
        ("beep", ["start_sound"]),
        ("hallucination", ["voice_detection", "compression_ratio_threshold"]),
        ("autostart", ["start_with_system"]),
        ("firewall", ["this_computer_only"]),
        ("upgrade", ["update_notice"]),
        ("advanced keys", ["tap_ms", "release_grace_ms"]),
        ("microphone", ["device", "tail_seconds", "pre_roll_seconds", "start_sound"]),
        ("int8 quantisation", ["compute_type"]),
    ],
)
def test_a_setting_is_found_by_title_hint_choices_group_and_other_names(
    window: MainWindow, browser: SettingsBrowser, query: str, fields: list[str]
) -> None:
    browser.search.setText(query)
    assert sorted(found(window)) == sorted(fields)
    browser.search.clear()
    assert found(window) == [each.place.field for each in window.settings.form.rows]


def test_other_names_are_those_of_fields_that_have_a_row(window: MainWindow) -> None:
    rows = {(each.place.part, each.place.field) for each in window.settings.form.rows}
    named = {(part, field) for part, names in OTHER_NAMES.items() for field in names}
    assert named == rows


def test_what_was_found_stands_under_its_group_and_is_counted(
    window: MainWindow, browser: SettingsBrowser
) -> None:
    browser.search.setText("clipboard")
    cards = [frame.accessibleName() for _, _, frame in browser._cards if frame.isVisible()]
    assert cards == ["Insertion", "Privacy"]
    assert "Insertion" in labels(window)
    counts = {browser.list.item(at).text(): browser.list.item(at).data(COUNT_ROLE) for at in range(9)}
    assert counts["Insertion"] == 2
    assert counts["Keys"] == 0
    assert not browser.list.item(4).flags() & Qt.ItemFlag.ItemIsEnabled
    names = [browser.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(9)]
    assert "Insertion, 2 found" in names
    browser.search.clear()
    assert all(browser.list.item(at).flags() & Qt.ItemFlag.ItemIsEnabled for at in range(9))
    assert browser.list.item(4).data(COUNT_ROLE) is None


def test_what_cannot_be_found_is_said(window: MainWindow, browser: SettingsBrowser) -> None:
    browser.search.setText(" telepathy ")
    assert found(window) == []
    assert "Nothing is called “telepathy”.\nTry fewer or other words." in labels(window)
    browser.search.setText("")
    assert "Nothing is called" not in labels(window)


def test_what_is_closed_or_not_offered_stays_so_after_a_search(
    window: MainWindow, browser: SettingsBrowser
) -> None:
    model = window.settings.clean_up.model
    places = window.settings.form.privacy.places.values()
    browser.search.setText("language model")
    browser.search.clear()
    assert model.others.isHidden()
    assert window.settings.clean_up.status.isVisible()
    assert not any(each.isVisible() for each in places)
    button(window, "Other models").click()
    browser.search.setText("beep")
    assert model.others.isHidden()
    assert window.settings.clean_up.status.isHidden()
    browser.search.clear()
    assert model.others.isVisible()
    window.settings.show_places(PLACES)
    browser.search.setText("recordings")
    assert [each.path.name for each in places if each.isVisible()] == ["recordings"]


def test_a_search_changes_nothing_and_loses_nothing_that_was_changed(
    window: MainWindow, browser: SettingsBrowser
) -> None:
    row(window, "audio_days").show_value(3)
    browser.search.setText("beep")
    draft = window.settings.draft
    assert draft is not None
    assert draft.history.audio_days == 3
    assert button(window, "Save").isEnabled()


# --- the keyboard ---


@pytest.mark.parametrize(
    ("focus", "keys"),
    [
        ("", "Ctrl+F"),
        ("", "/"),
        ("device", "Ctrl+F"),
        ("device", "/"),
        ("start_hidden", "Ctrl+F"),
        ("start_hidden", "/"),
        ("tap_ms", "Ctrl+F"),
        ("host", "Ctrl+F"),
        ("vocabulary", "Ctrl+F"),
        ("talk", "Ctrl+F"),
        ("talk", "/"),
    ],
)
def test_the_search_is_a_key_away_wherever_the_focus_is(window: MainWindow, focus: str, keys: str) -> None:
    browser, place = window.settings.browser, window.pages.currentIndex()
    if focus:
        window.open_settings(focus)
    else:
        window.setFocus()
    focused = window.focusWidget()
    target = window if focused is None else focused
    if keys == "/":
        QTest.keyClick(target, Qt.Key.Key_Slash)
    else:
        QTest.keyClick(target, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert browser.search.hasFocus()
    assert browser.search.text() == ""
    assert window.pages.currentIndex() == place


def test_a_slash_can_be_typed_into_a_text(window: MainWindow) -> None:
    window.open_settings("host")
    host = window.focusWidget()
    assert host is not None
    QTest.keyClicks(host, "/")
    assert host.hasFocus()
    assert str(row(window, "host").value).endswith("/")


def test_elsewhere_the_same_key_searches_the_history(window: MainWindow) -> None:
    window.open_place(Place.DICTATE)
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.history.search.hasFocus()


def test_escape_empties_the_search_and_return_goes_to_what_was_found(
    window: MainWindow, browser: SettingsBrowser
) -> None:
    browser.focus_search()
    QTest.keyClicks(browser.search, "beep")
    assert found(window) == ["start_sound"]
    QTest.keyClick(browser.search, Qt.Key.Key_Return)
    assert row(window, "start_sound").control.hasFocus()
    browser.focus_search()
    QTest.keyClick(browser.search, Qt.Key.Key_Escape)
    assert browser.search.text() == ""
    assert len(found(window)) == len(window.settings.form.rows)


def test_a_field_that_is_asked_for_is_shown_whatever_was_searched(window: MainWindow) -> None:
    window.settings.browser.search.setText("beep")
    window.open_settings("talk")
    settle()
    control = row(window, "talk").control
    assert control.hasFocus()
    assert control.visibleRegion().boundingRect() == control.rect()
    assert window.settings.browser.search.text() == ""


# --- the groups ---


@pytest.mark.parametrize("size", [(420, 360), (760, 560), (1400, 900)])
def test_each_group_can_be_gone_to_and_is_then_marked_and_in_view(
    window: MainWindow, browser: SettingsBrowser, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle()
    is_narrow = size[0] == 420
    assert browser.list.isVisible() is not is_narrow
    assert browser.choice.isVisible() is is_narrow
    for at in (8, 0, 7, 2, 6):
        if is_narrow:
            browser.choice.activated.emit(at)
        else:
            browser.list.setCurrentRow(at)
        settle()
        title = browser.choice.itemText(at)
        assert marked(browser) == title
        frame = next(frame for group, _, frame in browser._cards if group == at)
        assert not frame.visibleRegion().isEmpty()
        view = browser.area.verticalScrollBar()
        assert frame.y() == view.value() or view.value() == view.maximum()


def test_the_group_in_view_is_marked_while_scrolling(window: MainWindow, browser: SettingsBrowser) -> None:
    bar = browser.area.verticalScrollBar()
    settle()
    assert marked(browser) == "General"
    passed: list[str] = []
    for value in range(0, bar.maximum() + 200, 200):
        bar.triggerAction(bar.SliderAction.SliderMove)
        bar.setValue(value)
        if not passed or passed[-1] != marked(browser):
            passed.append(marked(browser))
    titles = [browser.choice.itemText(at) for at in range(browser.choice.count())]
    assert passed == [title for title in titles if title in passed]
    assert {"General", "Speech", "Clean-up", "Advanced"} <= set(passed)


def test_the_arrows_go_from_group_to_group(window: MainWindow, browser: SettingsBrowser) -> None:
    browser.list.setFocus()
    QTest.keyClick(browser.list, Qt.Key.Key_Down)
    QTest.keyClick(browser.list, Qt.Key.Key_Down)
    settle()
    assert marked(browser) == "Speech"
    assert not window.settings.form.speech.model.visibleRegion().isEmpty()
    assert browser.list.hasFocus()


def test_opening_a_field_marks_its_group(window: MainWindow, browser: SettingsBrowser) -> None:
    for field, title in (("tap_ms", "Advanced"), ("audio_days", "History"), ("device", "Microphone")):
        window.open_settings(field)
        settle()
        assert marked(browser) == title


def test_a_group_that_was_left_for_a_row_does_not_come_back_by_itself(
    window: MainWindow, browser: SettingsBrowser
) -> None:
    browser.go_to(2)
    settle()
    idle = row(window, "idle_minutes")
    idle.control.setFocus()
    # As the tab key does.
    browser.area.ensureWidgetVisible(idle.control, 0, 48)
    idle.show_value(-1)
    settle()
    assert not idle.error.visibleRegion().isEmpty()


def test_the_choice_of_the_groups_is_no_setting(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.settings_accepted):
        window.settings.browser.go_to(5)
    assert not button(window, "Save").isEnabled()
