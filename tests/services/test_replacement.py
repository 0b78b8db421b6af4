"""Replacing what was inserted, in exact time, in a fake window: only where the caret is surely behind it."""

from __future__ import annotations

import pytest

from app.domain.insertion import Target
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted, NotReplaced
from tests.fakes import FakeInserter
from tests.services.insertion_bench import EDITOR, NEW, OLD, OTHER, REPLACED, WAITS, Desk, placed, replace


def test_the_clean_up_takes_the_place_of_what_was_inserted() -> None:
    desk = placed(Desk())
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    assert desk.events == []  # it returns at once
    desk.inbox.advance(20)
    assert desk.events == [REPLACED]
    assert desk.inserter.text == "Dear all, So: words."
    assert desk.clipboard.content == "earlier"
    assert desk.inbox.waiting == 0


def test_the_space_behind_goes_with_it_and_comes_again() -> None:
    desk = placed(Desk(trailing_space=True))
    assert replace(desk) == REPLACED
    assert desk.inserter.text == "Dear all, So: words. "


def test_the_space_is_that_of_the_insertion_whatever_was_set_since() -> None:
    desk = placed(Desk(trailing_space=True))
    desk.service.apply(InsertionSettings(trailing_space=False))
    assert replace(desk) == REPLACED
    assert desk.inserter.text == "Dear all, So: words. "


def test_what_was_typed_is_replaced_too() -> None:
    desk = placed(Desk(way=InsertionWay.TYPE))
    assert replace(desk) == REPLACED
    assert desk.inserter.text == "Dear all, So: words."


def test_a_replacement_can_be_replaced() -> None:
    desk = placed(Desk(trailing_space=True))
    assert replace(desk) == REPLACED
    desk.events.clear()
    assert replace(desk, old=NEW, new=OLD) == REPLACED
    assert desk.inserter.text == "Dear all, um so words "


def test_a_target_that_was_not_known_then_is_the_one_that_got_the_text() -> None:
    desk = placed(Desk())
    assert replace(desk, target=None) == REPLACED


def test_it_comes_behind_the_text_that_it_replaces() -> None:
    desk = Desk()
    desk.service.insert(1, OLD, EDITOR, "r")
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(20)
    assert desk.events == [REPLACED, REPLACED]
    assert desk.inserter.text == NEW


@pytest.mark.parametrize("typed", ["", "!"])
def test_once_the_user_has_touched_anything_the_text_stays(typed: str) -> None:
    desk = placed(Desk())
    desk.inserter.touch(typed)
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words" + typed
    assert desk.inserter.unselected == 0
    assert len(desk.clipboard.offered) == 1  # the insertion's


def test_what_was_touched_before_the_insertion_does_not_count() -> None:
    desk = Desk()
    desk.inbox.advance(5)
    desk.inserter.touch()
    desk.inbox.advance(0.2)
    placed(desk)
    assert replace(desk) == REPLACED


def test_without_news_of_input_nothing_is_replaced() -> None:
    inserter = FakeInserter(EDITOR)
    inserter.tells_input = False
    desk = placed(Desk(inserter=inserter))
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words"


@pytest.mark.parametrize(("late", "outcome"), [(9, REPLACED), (10, WAITS)])
def test_answers_that_come_too_late_to_tell_are_asked_for_again_but_not_for_ever(
    late: int, outcome: object
) -> None:
    class Late(FakeInserter):
        left = 0

        def last_input(self) -> float | None:
            idle = super().last_input()
            if self.left:
                self.left -= 1
                desk.clock.time += 0.5
            return idle

    inserter = Late(EDITOR)
    desk = placed(Desk(inserter=inserter))
    inserter.left = late
    assert replace(desk) == outcome


def test_without_news_of_the_selection_nothing_is_replaced() -> None:
    desk = placed(Desk())
    desk.inserter.tells_selection = False
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.chosen == 0


@pytest.mark.parametrize("text", ["two\nlines", "two\tcolumns", "שלום", "x" * 2001])
def test_a_text_that_cannot_be_counted_back_stays(text: str) -> None:
    desk = placed(Desk(), text)
    assert replace(desk, old=text) == WAITS
    assert desk.inserter.text == "Dear all, " + text


def test_a_long_text_is_replaced() -> None:
    desk = placed(Desk(), "x" * 500)
    assert replace(desk, old="x" * 500) == REPLACED
    assert desk.inserter.text == "Dear all, So: words."


def test_only_the_last_text_is_replaced() -> None:
    desk = placed(Desk())
    desk.service.insert(2, "more", EDITOR, "s")
    desk.inbox.advance(4)
    desk.events.clear()
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so wordsmore"


def test_after_a_text_that_failed_nothing_is_certain() -> None:
    desk = placed(Desk())
    desk.service.insert(2, "more", OTHER, "s")
    desk.inbox.advance(4)
    assert isinstance(desk.events.pop(), NotInserted)
    assert replace(desk) == WAITS


@pytest.mark.parametrize(("old", "new"), [("other words", NEW), ("", NEW), (OLD, "")])
def test_only_a_text_by_a_text(old: str, new: str) -> None:
    desk = placed(Desk())
    assert replace(desk, old=old, new=new) == NotReplaced(1, "r", new)
    assert desk.inserter.text == "Dear all, um so words"


def test_another_window_gets_nothing() -> None:
    desk = placed(Desk())
    desk.inserter.focused = OTHER
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.clipboard.content == "earlier"


def test_a_text_for_another_window_than_the_one_that_has_the_old_one_waits() -> None:
    desk = placed(Desk())
    assert replace(desk, target=OTHER) == WAITS
    assert desk.inserter.text == "Dear all, um so words"


def test_a_terminal_is_left_alone() -> None:
    terminal = Target("5", "XTerm", is_terminal=True)
    desk = Desk(inserter=FakeInserter(terminal))
    desk.service.insert(1, OLD, terminal, "r")
    desk.inbox.advance(4)
    desk.events.clear()
    assert replace(desk, target=terminal) == WAITS
    assert desk.inserter.text == OLD


def test_copied_texts_are_not_replaced() -> None:
    desk = placed(Desk())
    desk.service.apply(InsertionSettings(way=InsertionWay.COPY))
    assert replace(desk) == WAITS
    assert desk.clipboard.copied == []


def test_a_copied_text_is_replaced_on_the_clipboard() -> None:
    desk = Desk(way=InsertionWay.COPY)
    desk.service.insert(1, OLD, EDITOR, "r")
    desk.inbox.advance(4)
    desk.events.clear()
    assert replace(desk) == Inserted(1, "", InsertionWay.COPY, "r")
    assert desk.clipboard.content == NEW
    assert desk.inserter.pastes == []


def test_what_the_user_copied_since_is_not_replaced() -> None:
    desk = Desk(way=InsertionWay.COPY)
    desk.service.insert(1, OLD, EDITOR, "r")
    desk.inbox.advance(4)
    desk.clipboard.take_over("theirs")
    desk.events.clear()
    assert replace(desk) == WAITS
    assert desk.clipboard.content == "theirs"


def test_a_field_that_changed_what_was_pasted_keeps_what_it_has() -> None:
    desk = placed(Desk(trailing_space=True))
    desk.inserter.text = "Dear all, um so words"  # the space was dropped
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words"
    assert (desk.inserter.chosen, desk.inserter.unselected) == (0, 1)
    assert desk.clipboard.content == "earlier"


def test_a_slow_window_is_waited_for() -> None:
    class Slow(FakeInserter):
        asked = 0

        def selected(self) -> str | None:
            self.asked += 1
            return super().selected() if self.asked > 20 else ""

    desk = placed(Desk(inserter=Slow(EDITOR)))
    assert replace(desk) == REPLACED
    assert desk.inserter.text == "Dear all, So: words."


def test_a_window_that_selects_slowly_is_waited_for_as_long_as_it_gets_on() -> None:
    class Slower(FakeInserter):
        told = 0

        def selected(self) -> str | None:
            self.told += 1
            return (super().selected() or "")[-(self.told // 40) :] if self.told >= 40 else ""

    desk = placed(Desk(inserter=Slower(EDITOR)))
    assert replace(desk) == REPLACED
    assert desk.inserter.text == "Dear all, So: words."


def test_a_window_that_tells_the_same_again_and_again_is_not_waited_for_for_ever() -> None:
    class Stubborn(FakeInserter):
        told = 0

        def selected(self) -> str | None:
            self.told += 1
            return "so words" if self.told % 2 else ""

    desk = placed(Desk(inserter=Stubborn(EDITOR)))
    assert replace(desk) == WAITS
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.unselected == 1
