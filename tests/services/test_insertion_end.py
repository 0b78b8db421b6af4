"""Sayso ends in the middle of an insertion: the clipboard and the keys are the user's again."""

from __future__ import annotations

import pytest

from app.domain.paste import GRACE, TIME_OUT
from app.domain.problems import InsertionFailed
from app.domain.settings import InsertionWay
from tests.services.insertion_bench import EDITOR, Borrowing, BrokenRestore, Desk


@pytest.mark.parametrize("begun", [0.0, 0.005, 0.015, 0.03, 0.055])
def test_ended_before_the_chord_the_clipboard_is_back_at_once_and_nothing_more_is_begun(begun: float) -> None:
    desk = Desk()
    ended: list[object] = []
    desk.service.insert(1, "words", EDITOR)
    desk.service.insert(2, "more", EDITOR)
    desk.inbox.advance(begun)
    desk.service.finish(lambda: ended.append(desk.clipboard.content))
    assert ended == ["earlier"]
    desk.service.insert(3, "late", EDITOR)
    desk.inbox.advance(60)
    assert desk.inserter.pastes == []
    assert desk.clipboard.content == "earlier"
    assert len(ended) == 1


@pytest.mark.parametrize("delay", [0.02, 0.5, 30])
def test_ended_after_the_chord_the_target_has_its_text_before_the_clipboard_is_back(delay: float) -> None:
    desk = Desk(delay=delay)
    ended: list[float] = []
    desk.service.insert(1, "words", EDITOR)
    desk.service.insert(2, "more", EDITOR)
    desk.inbox.advance(0.07)
    assert desk.inserter.pastes == [EDITOR]
    desk.service.finish(lambda: ended.append(desk.clock.now()))
    assert ended == []
    begun = desk.clock.now()
    desk.inbox.advance(TIME_OUT)
    assert desk.clipboard.content == "earlier"
    (moment,) = ended
    assert moment - begun == pytest.approx(min(delay + GRACE, TIME_OUT), abs=0.02)
    assert desk.received == (["words"] if delay < TIME_OUT else [])
    assert desk.inserter.pastes == [EDITOR]


def test_ended_while_nothing_is_inserted_there_is_nothing_to_wait_for() -> None:
    desk = Desk()
    ended: list[bool] = []
    desk.service.finish(lambda: ended.append(True))
    assert ended == [True]


def test_ended_while_the_clipboard_cannot_be_given_back_it_does_not_wait_for_ever() -> None:
    desk = Desk(clipboard=BrokenRestore("earlier"))
    ended: list[bool] = []
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.03)
    desk.service.finish(lambda: ended.append(True))
    assert ended == [True]


def test_ended_while_it_types_the_keys_are_given_back_and_nothing_more_is_typed() -> None:
    inserter = Borrowing(EDITOR)
    desk = Desk(inserter=inserter, way=InsertionWay.TYPE)
    ended: list[int] = []
    desk.service.insert(1, "words", EDITOR)
    desk.inbox.advance(0.07)
    typed = len(inserter.typed)
    assert 0 < typed < 5
    desk.service.finish(lambda: ended.append(typed))
    assert inserter.given_back == 1
    desk.inbox.advance(60)
    assert len(inserter.typed) == typed
    assert ended == [typed]
    assert isinstance(desk.problem(), InsertionFailed)
