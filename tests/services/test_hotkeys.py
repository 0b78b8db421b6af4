"""The hotkey service over fake backends, in exact time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.dictation_events import CancelRequested, StartRequested, StopRequested
from app.domain.keys import KeyAction, KeyEvent
from app.domain.problems import (
    HotkeyInvalid,
    HotkeysStopped,
    HotkeysUnavailable,
    HotkeyTaken,
    Problem,
)
from app.domain.settings import HotkeyMode, HotkeySettings
from app.services.events import Noticed, TalkKeyHeld
from app.services.hotkeys import CHECK_SECONDS, HotkeysChosen, HotkeyService
from app.services.ports import Post
from tests.fakes import FakeClock, FakeHotkeys, FakeInbox
from tests.services.hotkeys_bench import Desk

START, STOP, CANCEL = StartRequested(), StopRequested(), CancelRequested()


def test_a_hold_is_a_start_at_once_and_a_stop_one_grace_after_the_release() -> None:
    desk = Desk()
    desk.key(True)
    assert desk.take() == [START]
    desk.inbox.advance(1.0)
    desk.key(False)
    desk.inbox.advance(0.039)
    assert desk.take() == []
    desk.inbox.advance(0.002)
    assert desk.take() == [STOP]


def test_a_flicker_that_waits_behind_a_late_timer_is_still_a_flicker() -> None:
    desk = Desk()
    desk.key(True)
    desk.take()
    desk.key(False)
    # This thread was busy: the grace is over, and the press that came within it is in the inbox.
    assert desk.backend.post is not None
    desk.backend.post(KeyEvent(KeyAction.TALK, True, desk.clock.now() + 0.01))
    desk.clock.time += 0.1
    desk.inbox.run()
    assert desk.take() == []


def test_the_cancel_key_is_bound_only_while_something_is_listening() -> None:
    desk = Desk()
    assert desk.bound() == {KeyAction.TALK: "f9"}
    desk.listen(True)
    assert desk.bound() == {KeyAction.TALK: "f9", KeyAction.CANCEL: "escape"}
    desk.key(True, KeyAction.CANCEL)
    desk.key(False, KeyAction.CANCEL)
    assert desk.take() == [CANCEL]
    desk.listen(False)
    assert desk.bound() == {KeyAction.TALK: "f9"}


def test_no_cancel_key_at_all() -> None:
    desk = Desk(settings=HotkeySettings(cancel=""))
    desk.listen(True)
    assert desk.bound() == {KeyAction.TALK: "f9"}
    assert desk.problems() == []


def test_a_dictation_begun_by_a_button_is_stopped_by_a_tap() -> None:
    desk = Desk()
    desk.listen(True)
    desk.key(True)
    assert desk.take() == [STOP]


def test_the_same_news_twice_is_no_news() -> None:
    desk = Desk()
    desk.key(True)
    desk.listen(False)  # older than the start that has just been asked for
    desk.key(False)
    desk.inbox.advance(0.1)
    assert desk.take() == [START, STOP]


def test_the_first_backend_that_is_available_and_starts_is_used_and_named() -> None:
    absent = FakeHotkeys(available=False)
    refusing = FakeHotkeys(refuses=HotkeysUnavailable("it is not allowed"))
    good, spare = FakeHotkeys(), FakeHotkeys()
    good.name, good.hint = "good keys", "only here"
    desk = Desk(absent, refusing, good, spare)
    assert [backend.starts for backend in (absent, refusing, good, spare)] == [0, 0, 1, 0]
    assert desk.posted == [HotkeysChosen("good keys", "only here")]


def test_no_backend_is_told_once_and_one_that_comes_up_later_is_used() -> None:
    late = FakeHotkeys(available=False)
    desk = Desk(late)
    assert desk.problems() == [HotkeysUnavailable]
    desk.inbox.advance(5 * CHECK_SECONDS)
    assert desk.problems() == []
    late.available = True
    desk.inbox.advance(CHECK_SECONDS)
    assert HotkeysChosen("fake keys", "") in desk.posted
    desk.take()
    desk.key(True)
    assert desk.take() == [START]


def test_the_refusal_of_the_last_backend_is_what_the_user_reads() -> None:
    desk = Desk(FakeHotkeys(refuses=HotkeysUnavailable("macOS has not allowed it")))
    [noticed] = desk.take()
    assert isinstance(noticed, Noticed)
    assert "macOS has not allowed it" in noticed.problem.sentence


def test_a_key_that_is_taken_is_told_once_per_choice_of_keys() -> None:
    backend = FakeHotkeys()
    backend.taken = {"escape": HotkeyTaken("Escape")}
    desk = Desk(backend)
    for _ in range(3):
        desk.listen(True)
        desk.listen(False)
    assert desk.problems() == [HotkeyTaken]
    assert desk.bound() == {KeyAction.TALK: "f9"}
    desk.service.apply(HotkeySettings(talk="f8"))
    desk.listen(True)
    assert desk.problems() == [HotkeyTaken]
    assert desk.bound() == {KeyAction.TALK: "f8"}


@pytest.mark.parametrize("settings", [HotkeySettings(talk="a"), HotkeySettings(talk="f99")])
def test_a_talk_key_that_cannot_be_is_told(settings: HotkeySettings) -> None:
    desk = Desk(settings=settings)
    assert desk.problems() == [HotkeyInvalid]
    assert desk.bound() == {}


def test_one_key_cannot_talk_and_cancel() -> None:
    desk = Desk(settings=HotkeySettings(talk="f9", cancel="F9"))
    desk.listen(True)
    assert desk.problems() == [HotkeyInvalid]
    assert desk.bound() == {KeyAction.TALK: "f9"}


def test_other_keys_and_another_mode_need_no_restart() -> None:
    desk = Desk()
    desk.service.apply(HotkeySettings(talk="ctrl+alt+space", mode=HotkeyMode.TOGGLE))
    desk.inbox.run()
    assert desk.bound() == {KeyAction.TALK: "ctrl+alt+space"}
    assert desk.backend.starts == 1
    desk.key(True)
    desk.key(False)
    desk.inbox.advance(1.0)
    assert desk.take() == [START]


def test_changing_the_key_while_it_is_held_ends_the_hold() -> None:
    desk = Desk()
    desk.key(True)
    desk.service.apply(HotkeySettings(talk="f8", mode=HotkeyMode.HOLD))
    desk.inbox.run()
    assert desk.take() == [START, STOP]


def test_a_backend_that_dies_is_started_again_and_that_is_said_once() -> None:
    desk = Desk()
    desk.key(True)
    desk.listen(True)
    desk.take()
    desk.backend.alive = False
    desk.inbox.advance(CHECK_SECONDS)
    stopped, noticed = desk.take()
    assert stopped == STOP
    assert isinstance(noticed, Noticed)
    assert isinstance(noticed.problem, HotkeysStopped)
    assert desk.backend.starts == 2
    assert desk.bound() == {KeyAction.TALK: "f9", KeyAction.CANCEL: "escape"}
    desk.backend.alive = False
    desk.inbox.advance(CHECK_SECONDS)
    assert desk.backend.starts == 3
    assert desk.take() == []


def test_a_backend_that_cannot_be_started_again_is_told_and_tried_again() -> None:
    desk = Desk()
    desk.backend.alive = False
    desk.backend.refuses = HotkeysUnavailable("the X server does not answer")
    desk.inbox.advance(CHECK_SECONDS)
    assert HotkeysChosen("", "") in desk.posted
    assert desk.problems() == [HotkeysUnavailable]
    desk.inbox.advance(3 * CHECK_SECONDS)
    assert desk.problems() == []
    desk.backend.refuses = None
    desk.inbox.advance(CHECK_SECONDS)
    desk.key(True)
    assert START in desk.take()


def test_after_a_sleep_a_hold_is_over_and_the_chords_are_bound_again() -> None:
    desk = Desk()
    desk.key(True)
    desk.backend.bound = {}
    desk.clock.sleep(3600)
    desk.inbox.advance(CHECK_SECONDS)
    assert desk.take() == [START, STOP]
    assert desk.bound() == {KeyAction.TALK: "f9"}
    assert desk.backend.starts == 1


def test_being_told_of_a_wake_up_does_the_same() -> None:
    desk = Desk()
    desk.key(True)
    desk.service.slept()
    desk.inbox.run()
    assert desk.take() == [START, STOP]


def test_a_problem_of_the_backends_own_thread_is_posted() -> None:
    class Talking(FakeHotkeys):
        def start(self, post: Post, on_problem: Callable[[Problem], None]) -> None:
            super().start(post, on_problem)
            on_problem(HotkeyTaken("F9"))

    assert Desk(Talking()).problems() == [HotkeyTaken]


def test_a_hint_that_changes_is_shown() -> None:
    desk = Desk()
    desk.posted.clear()
    desk.backend.hint = "Press F9"
    desk.inbox.advance(CHECK_SECONDS)
    assert desk.posted == [HotkeysChosen("fake keys", "Press F9")]


def test_after_stop_nothing_is_bound_heard_or_looked_at() -> None:
    desk = Desk()
    post = desk.backend.post
    assert post is not None
    desk.service.stop()
    desk.inbox.run()
    assert not desk.backend.alive
    desk.posted.clear()
    post(KeyEvent(KeyAction.TALK, True, desk.clock.now()))
    desk.listen(True)
    desk.inbox.advance(2 * CHECK_SECONDS)
    assert desk.posted == []
    assert desk.bound() == {}
    assert desk.backend.starts == 1
    assert desk.inbox.waiting == 0


def test_a_pause_gives_the_keys_back_until_it_ends() -> None:
    clock = FakeClock()
    inbox, backend = FakeInbox(clock), FakeHotkeys()
    service = HotkeyService([backend], clock, inbox, lambda _: None, HotkeySettings(talk="f9"))
    service.start()
    inbox.run()
    assert set(backend.bound) == {KeyAction.TALK}
    service.pause(True)
    inbox.run()
    assert backend.bound == {}
    service.pause(False)
    inbox.run()
    assert set(backend.bound) == {KeyAction.TALK}


def test_a_pause_ends_a_hold_whose_release_will_not_be_heard() -> None:
    desk = Desk()
    desk.key(True)
    desk.service.pause(True)
    desk.inbox.run()
    assert TalkKeyHeld(False) in desk.posted
    assert desk.take() == [START, STOP]
    desk.service.pause(False)
    desk.key(True)
    assert desk.take() == [START]


def test_a_backend_that_raises_when_it_is_looked_at_is_looked_at_again() -> None:
    class Raising(FakeHotkeys):
        looks = 0

        def is_alive(self) -> bool:
            self.looks += 1
            if self.looks == 1:
                raise RuntimeError("nobody foresaw this")
            return super().is_alive()

    backend = Raising()
    desk = Desk(backend)
    with pytest.raises(RuntimeError):
        desk.inbox.advance(CHECK_SECONDS)
    backend.alive = False
    desk.inbox.advance(2 * CHECK_SECONDS)
    assert backend.starts == 2
    desk.take()
    desk.key(True)
    assert desk.take() == [START]


def test_it_is_told_when_the_talk_key_is_held_and_never_stays_so() -> None:
    desk = Desk()
    desk.key(True)
    desk.key(True)
    desk.key(False)
    desk.key(True)
    desk.service.slept()
    desk.inbox.run()
    assert desk.held() == [True, False, True, False]


def test_while_the_user_has_paused_the_keys_they_are_other_programs() -> None:
    desk = Desk()
    assert desk.bound() == {KeyAction.TALK: "f9"}
    desk.key(True)
    desk.service.silence(True)
    desk.inbox.run()
    assert desk.bound() == {}
    assert desk.held()[-1] is False  # its release is not heard any more
    # Choosing a key meanwhile, or a dictation begun by the button, does not bring them back.
    desk.service.pause(True)
    desk.service.pause(False)
    desk.listen(True)
    assert desk.bound() == {}
    desk.service.silence(False)
    desk.inbox.run()
    assert desk.bound() == {KeyAction.TALK: "f9", KeyAction.CANCEL: "escape"}


def test_a_key_that_is_tried_out_is_told_as_held_and_begins_nothing() -> None:
    desk = Desk()
    desk.service.try_out(True)
    desk.inbox.run()
    desk.key(True)
    desk.inbox.advance(2.0)
    assert desk.held() == [True]
    desk.key(False)
    desk.inbox.advance(1.0)
    assert desk.held() == [True, False]
    assert desk.take() == []
    assert desk.bound() == {KeyAction.TALK: "f9"}  # still no other program's
    desk.service.try_out(False)
    desk.key(True)
    assert desk.take() == [START]


def test_a_key_that_is_held_when_the_trial_ends_must_be_pressed_again() -> None:
    desk = Desk()
    desk.service.try_out(True)
    desk.inbox.run()
    desk.key(True)
    desk.service.try_out(False)
    desk.inbox.run()
    assert desk.held() == [True, False]
    desk.key(False)
    desk.inbox.advance(1.0)
    assert desk.take() == []


def test_a_dictation_that_is_held_when_the_trial_begins_ends() -> None:
    desk = Desk()
    desk.key(True)
    desk.listen(True)
    desk.service.try_out(True)
    desk.inbox.run()
    assert desk.take() == [START, STOP]
