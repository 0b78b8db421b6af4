"""The insertion service on a desk: a fake window, a fake clipboard, and exact time."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.insertion import Target
from app.domain.settings import InsertionSettings, InsertionWay
from app.services.events import Inserted, NotInserted, NotReplaced
from app.services.insertion import InsertionService
from tests.fakes import FakeClipboard, FakeClock, FakeInbox, FakeInserter

EDITOR = Target("1", "Editor")
OTHER = Target("2", "Other")


class Desk:
    """The service with a window that takes what is on the clipboard `delay` seconds after the chord."""

    def __init__(
        self,
        *,
        delay: float = 0.02,
        inserter: FakeInserter | None = None,
        clipboard: FakeClipboard | None = None,
        **settings: object,
    ) -> None:
        self.clock = FakeClock()
        self.inbox = FakeInbox(self.clock)
        self.inserter = inserter or FakeInserter(EDITOR)
        self.clipboard = clipboard or FakeClipboard("earlier")
        self.events: list[object] = []
        self.received: list[object] = []
        self.delay = delay
        self.inserter.now = self.clock.now
        self.inserter.on_paste = lambda: self.inbox.call_later(self.delay, self.receive)
        self.service = InsertionService(
            self.inserter,
            self.clipboard,
            self.inbox,
            self.clock,
            self.events.append,
            InsertionSettings(**{"trailing_space": False, **settings}),  # type: ignore[arg-type]  # any of its fields
        )

    def receive(self) -> None:
        self.received.append(self.clipboard.ask())
        self.inserter.take(str(self.received[-1]))

    def problem(self, index: int = 0) -> object:
        event = self.events[index]
        assert isinstance(event, NotInserted)
        return event.problem


class Borrowing(FakeInserter):
    """Counts how often what typing had borrowed was given back."""

    given_back = 0

    def type_text(self, text: str) -> Iterator[float]:
        try:
            yield from super().type_text(text)
        finally:
            self.given_back += 1


class BrokenRestore(FakeClipboard):
    """Cannot give back what was there."""

    def restore(self, snapshot: object) -> None:
        raise RuntimeError


# --- replacing ---

OLD = "um so words"
NEW = "So: words."
SENT = 0.07
"""From the beginning of a replacement until the first keys: the clipboard is lent by then."""
WAITS = NotReplaced(1, "r", NEW)
REPLACED = Inserted(1, "Editor", InsertionWay.PASTE, "r")


def placed(desk: Desk, text: str = OLD, *, before: str = "Dear all, ") -> Desk:
    """`desk` with a text at the cursor, behind what the user had written."""
    desk.inserter.text = before
    desk.service.insert(1, text, EDITOR, "r")
    desk.inbox.advance(4)
    assert desk.inserter.text.rstrip() == (before + text).rstrip()
    assert len(desk.events) == 1
    desk.events.clear()
    return desk


def replace(desk: Desk, *, old: str = OLD, new: str = NEW, target: Target | None = EDITOR) -> object:
    """What becomes of a replacement."""
    desk.service.replace(1, old, new, target, "r")
    desk.inbox.advance(20)
    (event,) = desk.events
    assert desk.inbox.waiting == 0
    return event


def selecting(desk: Desk) -> Desk:
    """`desk` in the middle of a replacement: some of the old text is selected."""
    desk.service.replace(1, OLD, NEW, EDITOR, "r")
    desk.inbox.advance(SENT + 0.05)
    return desk
