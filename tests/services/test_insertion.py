"""The queue of insertions, in exact time, against a fake window and a fake clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.insertion import Target
from app.domain.paste import MODIFIER_TIME_OUT
from app.domain.problems import FocusMoved, InsertionFailed, InsertionUnavailable, Unexpected
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted
from tests.fakes import FakeClipboard
from tests.services.insertion_bench import EDITOR, OTHER, Borrowing, BrokenRestore, Desk


def test_a_text_is_pasted_where_the_dictation_began() -> None:
    desk = Desk()
    target = desk.service.remember_target()
    desk.service.insert(7, "words", target)
    assert desk.events == []  # it returns at once
    desk.inbox.advance(3)
    assert desk.received == ["words"]
    assert desk.inserter.pastes == [EDITOR]
    assert desk.events == [Inserted(7, "Editor", InsertionWay.PASTE)]
    assert desk.clipboard.content == "earlier"
    assert desk.inbox.waiting == 0


def test_what_becomes_of_a_text_is_told_of_its_recording() -> None:
    desk = Desk()
    desk.service.insert(1, "moved", OTHER, "first")
    desk.service.insert(2, "words", EDITOR, "second")
    desk.service.insert(3, "ours", Target("3", "Sayso", is_own=True), "third")
    desk.inbox.advance(9)
    moved, inserted, ours = desk.events
    assert isinstance(moved, NotInserted)
    assert (moved.recording, moved.text) == ("first", "moved")
    assert inserted == Inserted(2, "Editor", InsertionWay.PASTE, "second")
    assert ours == NotInserted(3, None, "third", "ours")


def test_twenty_in_a_row_come_in_order_and_the_clipboard_is_back() -> None:
    desk = Desk(delay=0.4)
    for number in range(20):
        desk.service.insert(number, f"text {number}", EDITOR)
    desk.inbox.advance(60)
    assert desk.received == [f"text {number}" for number in range(20)]
    assert [event.id for event in desk.events if isinstance(event, Inserted)] == list(range(20))
    assert desk.clipboard.content == "earlier"


def test_a_space_follows_unless_the_text_ends_with_one() -> None:
    desk = Desk(trailing_space=True)
    desk.service.insert(1, "words", EDITOR)
    desk.service.insert(2, "line\n", EDITOR)
    desk.inbox.advance(9)
    assert desk.received == ["words ", "line\n"]


def test_a_failed_one_does_not_hold_up_the_next() -> None:
    desk = Desk()
    desk.service.insert(1, "first", OTHER)
    desk.service.insert(2, "second", EDITOR)
    desk.inbox.advance(9)
    assert isinstance(desk.problem(), FocusMoved)
    assert desk.received == ["second"]
    assert desk.events[1] == Inserted(2, "Editor", InsertionWay.PASTE)


def test_a_window_that_takes_nothing_is_told_and_the_clipboard_is_back() -> None:
    desk = Desk(delay=30)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(9)
    assert isinstance(desk.problem(), InsertionFailed)
    assert desk.clipboard.content == "earlier"


def test_somebody_copying_meanwhile_keeps_their_copy() -> None:
    desk = Desk()
    desk.clipboard.manager = True
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.3)
    assert desk.received == ["words"]
    desk.clipboard.take_over("theirs")
    desk.inbox.advance(9)
    assert desk.clipboard.content == "theirs"


def test_a_manager_makes_it_stay_for_longer() -> None:
    desk = Desk()
    desk.clipboard.manager = True
    desk.service.insert(1, "words", EDITOR)
    contents = []
    for _ in range(2):
        desk.inbox.advance(0.7)
        contents.append(desk.clipboard.content)
    assert contents == ["words", "earlier"]


def test_our_own_window_gets_nothing_and_nobody_is_to_blame() -> None:
    desk = Desk()
    desk.service.insert(1, "words", Target("3", "Sayso", is_own=True))
    desk.inbox.advance(9)
    assert desk.events == [NotInserted(1, None, text="words")]
    assert desk.clipboard.offered == []


def test_copying_is_for_good() -> None:
    desk = Desk(way=InsertionWay.COPY, trailing_space=True)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(9)
    assert desk.events == [Inserted(1, "", InsertionWay.COPY)]
    assert desk.clipboard.content == "words"
    assert desk.inserter.pastes == []


@pytest.mark.parametrize("way", [InsertionWay.PASTE, InsertionWay.TYPE])
def test_where_no_keys_can_be_sent_the_text_is_copied(way: InsertionWay) -> None:
    desk = Desk(way=way, trailing_space=True)
    desk.inserter.available = False
    desk.service.insert(1, "words", None)
    desk.inbox.advance(9)
    assert isinstance(desk.problem(), InsertionUnavailable)
    assert desk.clipboard.content == "words"


@pytest.mark.parametrize("way", [InsertionWay.PASTE, InsertionWay.TYPE])
def test_where_keys_are_refused_at_the_last_moment_the_text_is_copied(way: InsertionWay) -> None:
    desk = Desk(way=way)
    desk.inserter.refuses = InsertionUnavailable()
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(9)
    assert isinstance(desk.problem(), InsertionUnavailable)
    assert desk.clipboard.content == "words"


def test_the_text_stays_copied_where_the_user_wants_it() -> None:
    desk = Desk(restore_clipboard=False, trailing_space=True)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(9)
    assert desk.received == ["words "]
    assert desk.clipboard.content == "words"


def test_new_settings_hold_from_the_next_text_on() -> None:
    desk = Desk()
    desk.service.insert(1, "pasted", EDITOR)
    desk.inbox.advance(0.01)
    desk.service.apply(InsertionSettings(way=InsertionWay.TYPE, trailing_space=False))
    desk.service.insert(2, "typed", EDITOR)
    desk.inbox.advance(9)
    assert desk.received == ["pasted"]
    assert "".join(desk.inserter.typed) == "typed"


def test_typing_goes_piece_by_piece() -> None:
    desk = Desk(way=InsertionWay.TYPE)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.07)
    assert 0 < len(desk.inserter.typed) < 5
    desk.inbox.advance(1)
    assert "".join(desk.inserter.typed) == "words"
    assert desk.events == [Inserted(1, "Editor", InsertionWay.TYPE)]
    assert desk.clipboard.offered == []


def test_typing_stops_when_the_focus_moves_and_waits_while_keys_are_held() -> None:
    desk = Desk(way=InsertionWay.TYPE)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.07)
    typed = len(desk.inserter.typed)
    desk.inserter.modifiers_up = False
    desk.inbox.advance(1)
    assert len(desk.inserter.typed) == typed
    desk.inserter.modifiers_up = True
    desk.inserter.focused = OTHER
    desk.inbox.advance(1)
    assert len(desk.inserter.typed) == typed
    assert isinstance(desk.problem(), InsertionFailed)


def test_typing_never_begins_in_another_window_or_under_held_keys() -> None:
    desk = Desk(way=InsertionWay.TYPE)
    desk.service.insert(1, "words", OTHER)
    desk.inbox.advance(1)
    assert isinstance(desk.problem(), FocusMoved)
    desk.inserter.modifiers_up = False
    desk.service.insert(2, "words", EDITOR)
    desk.inbox.advance(MODIFIER_TIME_OUT + 1)
    assert isinstance(desk.problem(1), InsertionFailed)
    assert desk.inserter.typed == []


def test_typing_closes_what_it_broke_off() -> None:
    inserter = Borrowing(EDITOR)
    desk = Desk(inserter=inserter, way=InsertionWay.TYPE)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.07)
    inserter.focused = OTHER
    desk.inbox.advance(1)
    assert inserter.given_back == 1


class BrokenSnapshot(FakeClipboard):
    def snapshot(self) -> object:
        raise RuntimeError


class BrokenOffer(FakeClipboard):
    def offer(self, text: str, *, primary: bool, concealed: bool, on_request: Callable[[], None]) -> None:
        raise RuntimeError


@pytest.mark.parametrize("broken", [BrokenSnapshot, BrokenOffer, BrokenRestore])
def test_a_defect_ends_one_text_and_not_the_queue(broken: type[FakeClipboard]) -> None:
    desk = Desk(clipboard=broken("earlier"))
    desk.service.insert(1, "first", EDITOR)
    desk.service.insert(2, "second", EDITOR)
    desk.inbox.advance(9)
    assert len(desk.events) == 2
    if broken is BrokenRestore:
        assert desk.received == ["first", "second"]
    else:
        assert isinstance(desk.problem(0), Unexpected)
        assert isinstance(desk.problem(1), Unexpected)


def test_an_unknown_target_is_named_by_what_has_the_focus() -> None:
    desk = Desk()
    desk.service.insert(1, "words", None)
    desk.inbox.advance(9)
    assert desk.events == [Inserted(1, "Editor", InsertionWay.PASTE)]


def test_a_terminal_is_offered_the_primary_selection_too() -> None:
    offers: list[tuple[bool, bool]] = []

    class Watched(FakeClipboard):
        def offer(self, text: str, *, primary: bool, concealed: bool, on_request: Callable[[], None]) -> None:
            offers.append((primary, concealed))
            super().offer(text, primary=primary, concealed=concealed, on_request=on_request)

    desk = Desk(clipboard=Watched("earlier"))
    terminal = Target("5", "XTerm", is_terminal=True)
    desk.inserter.focused = terminal
    desk.service.insert(1, "words", terminal)
    desk.inbox.advance(9)
    assert offers == [(True, True)]


def test_while_the_talk_key_is_held_texts_wait_and_then_come_in_order() -> None:
    desk = Desk()
    desk.service.pause(True)
    desk.service.insert(1, "one", EDITOR)
    desk.service.insert(2, "two", EDITOR)
    desk.inbox.advance(60)
    assert desk.received == []
    assert desk.events == []
    desk.service.pause(False)
    desk.inbox.advance(10)
    assert desk.received == ["one", "two"]


@pytest.mark.parametrize("begun", [0.0, 0.005, 0.03, 0.055])
def test_a_paste_under_way_sends_no_chord_while_the_talk_key_is_held(begun: float) -> None:
    desk = Desk()
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(begun)
    desk.service.pause(True)
    desk.inbox.advance(60)
    assert desk.inserter.pastes == []
    assert desk.events == []
    desk.service.pause(False)
    desk.inbox.advance(3)
    assert desk.received == ["words"]
    assert desk.events == [Inserted(1, "Editor", InsertionWay.PASTE)]
    assert desk.clipboard.content == "earlier"


def test_after_the_chord_the_clipboard_is_given_back_though_the_talk_key_is_held() -> None:
    desk = Desk()
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.1)
    assert desk.received == ["words"]
    desk.service.pause(True)
    desk.inbox.advance(1)
    assert desk.clipboard.content == "earlier"


def test_typing_stops_while_the_talk_key_is_held_and_goes_on_where_it_was() -> None:
    desk = Desk(way=InsertionWay.TYPE)
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.07)
    typed = len(desk.inserter.typed)
    assert 0 < typed < 5
    desk.service.pause(True)
    desk.inbox.advance(60)
    assert len(desk.inserter.typed) == typed
    desk.service.pause(False)
    desk.inbox.advance(1)
    assert "".join(desk.inserter.typed) == "words"
    assert desk.events == [Inserted(1, "Editor", InsertionWay.TYPE)]
