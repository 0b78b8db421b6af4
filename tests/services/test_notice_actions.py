"""The button of a notice does its one thing, about its own recording."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.problems import Action, FocusMoved, RecognitionFailed
from app.services.notice_actions import NoticeActions
from app.services.notices import Notices


def test_the_action_gets_the_recording_and_the_notice_goes() -> None:
    done: list[tuple[Action, str]] = []
    notices = Notices()
    notices.add(RecognitionFailed(), "a recording")
    notices.add(FocusMoved())

    def does(action: Action) -> Callable[[str], None]:
        return lambda subject: done.append((action, subject))

    actions = NoticeActions({action: does(action) for action in Action}, notices)
    for notice in notices.all:
        actions.act(notice)
    assert done == [(Action.TRANSCRIBE_AGAIN, "a recording"), (Action.INSERT_AGAIN, "")]
    assert not notices.all


def test_a_problem_told_by_the_action_itself_stays() -> None:
    notices = Notices()
    notices.add(FocusMoved())
    again = NoticeActions({Action.INSERT_AGAIN: lambda _: notices.add(FocusMoved())}, notices)
    again.act(notices.all[0])
    assert len(notices.all) == 1
