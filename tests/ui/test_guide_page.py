"""The guide as its user meets it: what each step says, and what each control asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.devices import InputDevice
from app.domain.guide import GuideStep
from app.domain.microphone_report import MicrophoneReport
from app.domain.problems import HotkeysUnavailable, HotkeyTaken
from app.domain.settings import HotkeyMode, HotkeySettings, Settings
from app.services.guide_view import (
    CheckStage,
    KeyStage,
    KeyView,
    MicrophoneCheckView,
)
from app.ui.guide_page import GuidePage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from app.ui.theme import Theme
from tests.ui.guide_bench import Wishes, accepted
from tests.ui.guide_scenes import (
    CLEAN_UP,
    DEVICES,
    FIRST,
    GOOD,
    KEY,
    PERMITTED,
    at,
    checked,
)
from tests.ui.windows import button, labels, main_window

# --- the way ---


def test_before_anybody_listens_nothing_can_be_pressed(theme: Theme) -> None:
    with main_window(theme) as window:
        window.show()
        window.open_place(Place.GUIDE)
        page = window.guide.page
        assert not page.microphone.test.isEnabled()
        page.show_view(FIRST)
        assert page.microphone.test.isEnabled()


def test_it_is_told_when_it_comes_into_view_and_goes_out_of_it(
    guide_window: MainWindow, guide: GuidePage
) -> None:
    seen: list[bool] = []
    guide.seen.connect(seen.append)
    guide_window.open_place(Place.HISTORY)
    guide_window.open_place(Place.GUIDE)
    assert seen == [False, True]


def test_each_step_can_be_left_and_gone_to(guide: GuidePage, wishes: Wishes) -> None:
    button(guide, "Later").click()
    guide.marks.marks[GuideStep.MODEL].click()
    button(guide, "Close the guide").click()
    assert wishes == [("put_off",), ("chosen", GuideStep.MODEL), ("closed",)]


def test_the_marks_say_where_it_is_and_what_became_of_each_step(guide: GuidePage) -> None:
    guide.show_view(CLEAN_UP)
    names = [mark.accessibleName() for mark in guide.marks.marks.values() if mark.isVisible()]
    assert names == [
        "1. The microphone: left for later",
        "2. The talk key: done",
        "3. The speech model: done",
        "4. The clean-up: open",
        "5. Your first dictation: open",
    ]
    assert "Step 4 of 5" in labels(guide)
    described = [mark.step for mark in guide.marks.marks.values() if mark.accessibleDescription()]
    assert described == [GuideStep.CLEAN_UP]


def test_permissions_are_counted_only_where_there_are_some(guide: GuidePage) -> None:
    guide.show_view(PERMITTED)
    assert "Step 5 of 6" in labels(guide)


def test_it_is_gone_through_by_the_keyboard_alone(
    guide_window: MainWindow, guide: GuidePage, wishes: Wishes
) -> None:
    guide_window.activateWindow()
    guide.microphone.test.setFocus(Qt.FocusReason.TabFocusReason)
    good = MicrophoneCheckView(CheckStage.DONE, report=GOOD)
    guide.show_view(checked(at(GuideStep.MICROPHONE, GuideStep.MICROPHONE), good))
    # What was to be done is done, so the keyboard is at the way on.
    assert guide_window.focusWidget() is guide.next
    QTest.keyClick(guide.next, Qt.Key.Key_Space)
    assert wishes == [("passed",)]
    guide.show_view(KEY)
    assert guide_window.focusWidget() is guide.key.chord
    reached = set()
    for _ in range(40):
        guide_window.focusNextPrevChild(True)
        reached.add(guide_window.focusWidget())
    for control in (guide.key.chord, guide.later, guide.close_guide, guide.marks.marks[GuideStep.MODEL]):
        assert control in reached


def test_its_tab_order_goes_from_the_step_to_the_way_on(guide_window: MainWindow, guide: GuidePage) -> None:
    guide.microphone.device.setFocus(Qt.FocusReason.TabFocusReason)
    order = []
    for _ in range(3):
        order.append(guide_window.focusWidget())
        guide_window.focusNextPrevChild(True)
    assert order == [guide.microphone.device, guide.microphone.test, guide.later]


# --- the microphone ---


def test_a_microphone_is_chosen_from_those_there_are(guide: GuidePage, wishes: Wishes) -> None:
    device = guide.microphone.device
    assert [device.itemText(at) for at in range(device.count())] == [
        "System default · Built-in microphone",
        *(one.label for one in DEVICES),
    ]
    guide.show_devices((*DEVICES, InputDevice("new", "Headset")))
    device.choose("new")
    device.activated.emit(device.currentIndex())
    assert accepted(wishes).microphone.device == "new"


def test_the_list_is_live_but_not_while_openings_are_timed(guide: GuidePage, wishes: Wishes) -> None:
    guide.microphone.timer.timeout.emit()
    assert wishes == [("devices_wanted",)]
    guide.show_view(checked(FIRST, MicrophoneCheckView(CheckStage.OPENING)))
    guide.microphone.timer.timeout.emit()
    assert len(wishes) == 1


def test_the_test_is_begun_and_stopped_by_one_button(guide: GuidePage, wishes: Wishes) -> None:
    button(guide, "Test it").click()
    guide.show_view(checked(FIRST, MicrophoneCheckView(CheckStage.LISTENING, -30.0, 3.2)))
    assert "Speak now. 3 s left." in labels(guide)
    assert guide.microphone.level.isVisible()
    assert guide.microphone.level.value() > 0
    button(guide, "Stop").click()
    assert wishes == [("check_wanted",), ("check_stopped",)]


@pytest.mark.parametrize(
    ("report", "said", "may_go_on"),
    [
        (GOOD, ("You are heard well.", "Listens 42 ms after it is opened.", "Your speech: −25 dB"), True),
        (MicrophoneReport(40, -38.0, -51.0), ("You are too quiet.", "Come closer"), True),
        (MicrophoneReport(40, -0.1, -8.0), ("You are too loud", "Lower the microphone's level"), True),
        (MicrophoneReport(640, -70.0, None), ("No speech was heard.", "wait for the start sound"), False),
    ],
)
def test_what_was_measured_is_said_with_the_remedy(
    guide: GuidePage, english: None, report: MicrophoneReport, said: tuple[str, ...], may_go_on: bool
) -> None:
    guide.show_view(checked(FIRST, MicrophoneCheckView(CheckStage.DONE, report=report)))
    for words in said:
        assert words in labels(guide)
    assert guide.next.isEnabled() is may_go_on
    assert button(guide, "Test it again").isEnabled()


# --- the key ---


def test_the_key_is_said_and_seen(guide: GuidePage) -> None:
    guide.show_view(KEY)
    assert "Press F9 and let it go." in labels(guide)
    assert not guide.next.isEnabled()
    guide.show_view(replace(KEY, key=KeyView(KeyStage.HELD)))
    assert "F9 is down. Let it go." in labels(guide)
    guide.show_view(replace(KEY, key=KeyView(KeyStage.SEEN)))
    assert "F9 works" in labels(guide)
    assert guide.next.isEnabled()


def test_a_key_that_another_program_holds_is_told(guide: GuidePage) -> None:
    guide.show_view(replace(KEY, key=KeyView(problem=HotkeyTaken("F9"))))
    assert "Another program holds the key F9. Choose another one here." in labels(guide)


def test_a_desktop_that_passes_no_key_on_has_its_own_remedy(guide: GuidePage) -> None:
    problem = HotkeysUnavailable("the desktop portal does not answer")
    guide.show_view(replace(KEY, key=KeyView(problem=problem)))
    assert str(problem) in labels(guide)
    assert "Choose another one here." not in labels(guide)
    assert guide.later.isEnabled()


def test_another_key_is_taken_by_being_pressed(guide: GuidePage, wishes: Wishes) -> None:
    guide.show_view(KEY)
    guide.key.chord.click()
    QTest.keyClick(guide.key.chord, Qt.Key.Key_F8)
    assert ("chord_recording", True) in wishes
    assert ("chord_recording", False) in wishes
    assert accepted(wishes).hotkeys.talk == "f8"


def test_a_key_that_is_another_one_of_sayso_is_refused(guide: GuidePage, wishes: Wishes) -> None:
    guide.show_view(KEY)
    guide.show_settings(Settings(hotkeys=HotkeySettings(raw="f8")))
    guide.key.chord.click()
    QTest.keyClick(guide.key.chord, Qt.Key.Key_F8)
    assert "Another key of Sayso's is that already" in labels(guide)
    assert guide.key.chord.chord == "f9"
    assert not [said for said in wishes if said[0] == "settings_accepted"]


@pytest.mark.parametrize("mode", [HotkeyMode.HOLD, HotkeyMode.TOGGLE])
def test_what_holding_means_is_chosen(guide: GuidePage, wishes: Wishes, mode: HotkeyMode) -> None:
    guide.show_view(KEY)
    assert guide.key.modes[HotkeyMode.HYBRID].isChecked()
    guide.key.modes[mode].click()
    assert accepted(wishes).hotkeys.mode is mode
