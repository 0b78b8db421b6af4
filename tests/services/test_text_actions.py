"""Copy and insert again: at the cursor of the window in use, or of the one before Sayso's own."""

from __future__ import annotations

import pytest

from app.domain.insertion import Target
from app.services.text_actions import NO_DICTATION, STEP_ASIDE_SECONDS, TextActions
from tests.fakes import FakeClipboard, FakeClock, FakeInbox

SAYSO = Target("1", "Sayso", is_own=True)
EDITOR = Target("2", "Editor")


class Cursor:
    """A desktop with two windows: Sayso's in front of an editor's."""

    def __init__(self, focused: Target) -> None:
        self.focused = focused
        self.inserted: list[tuple[int, str, Target | None, str]] = []

    def remember_target(self) -> Target | None:
        return self.focused

    def insert(self, job_id: int, text: str, target: Target | None, recording: str) -> None:
        self.inserted.append((job_id, text, target, recording))

    def step_aside(self) -> bool:
        had_focus = self.focused.is_own
        self.focused = EDITOR
        return had_focus


@pytest.fixture
def inbox() -> FakeInbox:
    return FakeInbox(FakeClock())


def test_sayso_steps_aside_before_it_inserts(inbox: FakeInbox) -> None:
    cursor = Cursor(SAYSO)
    TextActions(FakeClipboard(), cursor, inbox, cursor.step_aside).insert("hello", "rec")
    assert cursor.inserted == []
    inbox.advance(STEP_ASIDE_SECONDS)
    assert cursor.inserted == [(NO_DICTATION, "hello", EDITOR, "rec")]


def test_another_window_gets_the_text_at_once(inbox: FakeInbox) -> None:
    cursor = Cursor(EDITOR)
    TextActions(FakeClipboard(), cursor, inbox, cursor.step_aside).insert("hello", "rec")
    assert cursor.inserted == [(NO_DICTATION, "hello", EDITOR, "rec")]


def test_copying_is_for_good_and_an_empty_text_is_left_alone(inbox: FakeInbox) -> None:
    cursor, clipboard = Cursor(EDITOR), FakeClipboard()
    actions = TextActions(clipboard, cursor, inbox, cursor.step_aside)
    actions.copy("hello")
    actions.copy("")
    actions.insert("", "rec")
    assert clipboard.copied == ["hello"]
    assert cursor.inserted == []
