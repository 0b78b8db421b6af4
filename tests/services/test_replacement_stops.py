"""A replacement that something comes in the way of: the old text stays, and the caret goes back behind it."""

from __future__ import annotations

import pytest

from app.domain.paste import MODIFIER_TIME_OUT, TIME_OUT
from app.domain.problems import InsertionFailed, InsertionUnavailable
from app.domain.replacement import SELECTION_TIME_OUT
from app.domain.settings import InsertionWay
from app.services.events import Inserted
from tests.fakes import FakeInserter
from tests.services.insertion_bench import (
    EDITOR,
    NEW,
    OLD,
    OTHER,
    REPLACED,
    SENT,
    WAITS,
    BrokenRestore,
    Desk,
    placed,
    replace,
    selecting,
)


@pytest.mark.parametrize("begun", [0.0, 0.005, 0.03, SENT, SENT + 0.05, SENT + 0.09])
def test_a_pointer_that_moves_meanwhile_stops_it(begun: float) -> None:
    desk = placed(Desk())
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(begun)
    assert len(desk.inserter.pastes) == 1  # the insertion's
    desk.clock.time += 0.04  # more than our own key's margin
    desk.inserter.touch()
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.chosen == 0
    assert desk.clipboard.content == "earlier"


def test_a_focus_that_moves_meanwhile_stops_it_and_the_other_window_gets_no_key() -> None:
    desk = selecting(placed(Desk()))
    chosen = desk.inserter.chosen
    assert 0 < chosen < len(OLD)
    desk.inserter.focused = OTHER
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert (desk.inserter.chosen, desk.inserter.unselected) == (chosen, 0)


def test_a_clipboard_that_is_taken_meanwhile_is_not_pasted() -> None:
    desk = selecting(placed(Desk()))
    desk.clipboard.take_over("theirs")
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.chosen == 0
    assert desk.clipboard.content == "theirs"


def test_the_talk_key_stops_it_and_the_caret_goes_back_before_the_next_text() -> None:
    desk = selecting(placed(Desk()))
    assert desk.inserter.chosen > 0
    desk.service.pause(True)
    desk.service.insert(2, " more", EDITOR, "s")
    desk.inbox.advance(60)
    assert desk.inserter.unselected == 0
    desk.service.pause(False)
    desk.inbox.advance(20)
    assert desk.events == [WAITS, Inserted(2, "Editor", InsertionWay.PASTE, "s")]
    assert desk.inserter.text == "Dear all, um so words more"


def test_held_modifiers_are_waited_for_before_the_caret_goes_back() -> None:
    desk = selecting(placed(Desk()))
    desk.inserter.modifiers_up = False
    desk.clock.time += 0.04
    desk.inserter.touch()
    desk.inbox.advance(MODIFIER_TIME_OUT / 2)
    assert desk.inserter.unselected == 0
    desk.inserter.modifiers_up = True
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert (desk.inserter.chosen, desk.inserter.unselected) == (0, 1)


def test_modifiers_that_stay_held_end_it_without_a_key() -> None:
    desk = selecting(placed(Desk()))
    desk.inserter.modifiers_up = False
    desk.clock.time += 0.04
    desk.inserter.touch()
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert desk.inserter.unselected == 0


@pytest.mark.parametrize("problem", [InsertionFailed("no keys"), InsertionUnavailable()])
def test_keys_that_are_refused_in_the_middle_leave_the_text(problem: InsertionFailed) -> None:
    desk = selecting(placed(Desk()))
    desk.inserter.refuses = problem
    desk.inbox.advance(20)
    assert desk.events == [WAITS]
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.chosen == 0
    assert desk.clipboard.copied == []
    assert desk.clipboard.content == "earlier"


def test_a_window_that_does_not_take_the_new_text_keeps_the_old_one() -> None:
    desk = placed(Desk())
    desk.delay = 30
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(SENT + TIME_OUT + SELECTION_TIME_OUT)
    assert desk.events == [WAITS]
    assert desk.inserter.text == "Dear all, um so words"
    assert (desk.inserter.chosen, desk.inserter.unselected) == (0, 1)
    assert desk.clipboard.content == "earlier"


def test_the_new_text_stays_copied_where_the_user_wants_it() -> None:
    desk = placed(Desk(restore_clipboard=False, trailing_space=True))
    assert replace(desk) == REPLACED
    assert desk.clipboard.content == NEW


def test_a_defect_ends_one_replacement_and_not_the_queue() -> None:
    class Defective(FakeInserter):
        def selected(self) -> str | None:
            raise RuntimeError

    desk = placed(Desk(inserter=Defective(EDITOR)))
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.service.insert(2, " more", EDITOR, "s")
    desk.inbox.advance(20)
    assert desk.events == [WAITS, Inserted(2, "Editor", InsertionWay.PASTE, "s")]
    assert desk.inserter.text == "Dear all, um so words more"


@pytest.mark.parametrize("begun", [0.0, 0.03, SENT, SENT + 0.05])
def test_ended_before_the_chord_the_text_the_caret_and_the_clipboard_are_as_before(begun: float) -> None:
    desk = placed(Desk())
    ended: list[object] = []
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(begun)
    desk.service.finish(lambda: ended.append(desk.clipboard.content))
    assert ended == ["earlier"]
    desk.inbox.advance(20)
    assert desk.inserter.text == "Dear all, um so words"
    assert desk.inserter.chosen == 0


def test_ended_after_the_chord_the_new_text_arrives() -> None:
    desk = placed(Desk(delay=0.5))
    ended: list[object] = []
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(0.5)
    assert len(desk.inserter.pastes) == 2
    desk.service.finish(lambda: ended.append(desk.clipboard.content))
    assert ended == []
    desk.inbox.advance(2)
    assert ended == ["earlier"]
    assert desk.inserter.text == "Dear all, So: words."
    assert desk.inserter.unselected == 0


def test_ended_while_the_clipboard_cannot_be_given_back_it_does_not_wait_for_ever() -> None:
    desk = placed(Desk(clipboard=BrokenRestore("earlier")))
    ended: list[bool] = []
    selecting(desk)
    desk.service.finish(lambda: ended.append(True))
    assert ended == [True]
    assert desk.inserter.chosen == 0
