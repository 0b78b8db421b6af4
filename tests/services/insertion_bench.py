"""The insertion service on a desk: a fake window, a fake clipboard, and exact time."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.insertion import Target
from app.domain.settings import InsertionSettings
from app.services.events import NotInserted
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
        self.inserter.on_paste = lambda: self.inbox.call_later(self.delay, self.receive)
        self.service = InsertionService(
            self.inserter,
            self.clipboard,
            self.inbox,
            self.clock,
            self.events.append,
            InsertionSettings(**{"trailing_space": False, **settings}),  # type: ignore[arg-type]
        )

    def receive(self) -> None:
        self.received.append(self.clipboard.ask())

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
