"""Keys, a foreign window and a clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from app.domain.insertion import Target
from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeysUnavailable, Problem
from app.services.ports import Post


class FakeHotkeys:
    """Remembers what is bound; `refuses` is raised when it is started, `taken` chords when bound."""

    name = "fake keys"
    hint = ""

    def __init__(self, *, available: bool = True, refuses: HotkeysUnavailable | None = None) -> None:
        self.available = available
        self.refuses = refuses
        self.bound: dict[KeyAction, Chord] = {}
        self.alive = False
        self.starts = 0
        self.taken: dict[str, Problem] = {}
        self.post: Post | None = None

    def is_available(self) -> bool:
        return self.available

    def start(self, post: Post, on_problem: Callable[[Problem], None]) -> None:
        if self.refuses:
            raise self.refuses
        self.starts += 1
        self.alive = True
        self.post = post

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        free = {action: chord for action, chord in chords.items() if chord.key not in self.taken}
        self.bound = dict(free)
        for chord in chords.values():
            if chord.key in self.taken:
                raise self.taken[chord.key]

    def is_alive(self) -> bool:
        return self.alive

    def stop(self) -> None:
        self.alive = False
        self.bound = {}


class FakeInserter:
    """A foreign window that takes what is pasted or typed, while it is the focused one.

    `text` is what is in it, with the caret at the end and the last `chosen` characters selected. `now` is the
    clock by which it knows when keys or pointer were used last.
    """

    name = "fake cursor"

    def __init__(self, target: Target | None = None) -> None:
        self.focused: Target | None = target or Target("1", "Notepad")
        self.available = True
        self.modifiers_up = True
        self.refuses: Problem | None = None
        self.pastes: list[Target | None] = []
        self.typed: list[str] = []
        self.on_paste: Callable[[], None] = lambda: None
        self.now: Callable[[], float] = lambda: 0.0
        self.touched_at = 0.0
        self.tells_input = True
        self.tells_selection = True
        self.text = ""
        self.chosen = 0
        self.unselected = 0

    def is_available(self) -> bool:
        return self.available

    def target(self) -> Target | None:
        return self.focused

    def modifiers_are_up(self) -> bool:
        return self.modifiers_up

    def touch(self, text: str = "") -> None:
        """The user moves the pointer, or types `text`."""
        self.touched_at = self.now()
        self.take(text)

    def take(self, text: str) -> None:
        """What arrives takes the place of what is selected."""
        if text:
            self.text = self.text[: len(self.text) - self.chosen] + text
            self.chosen = 0

    def paste(self, target: Target | None) -> None:
        if self.refuses:
            raise self.refuses
        self.pastes.append(target)
        self.touched_at = self.now()
        self.on_paste()

    def type_text(self, text: str) -> Iterator[float]:
        if self.refuses:
            raise self.refuses
        for character in text:
            self.typed.append(character)
            self.touch(character)
            yield 0.01

    def last_input(self) -> float | None:
        return self.now() - self.touched_at if self.tells_input else None

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        for _ in range(steps):
            if self.refuses:
                raise self.refuses
            self.chosen = min(self.chosen + 1, len(self.text))
            self.touched_at = self.now()
            yield 0.01

    def selected(self) -> str | None:
        return self.text[len(self.text) - self.chosen :] if self.tells_selection else None

    def unselect(self) -> None:
        self.chosen = 0
        self.unselected += 1
        self.touched_at = self.now()

    def wants_primary(self, target: Target | None) -> bool:
        return bool(target and target.is_terminal)


class FakeClipboard:
    """A clipboard that holds one value; `ask` is what a target does when it pastes."""

    def __init__(self, content: object = "before") -> None:
        self.content: object = content
        self.manager = False
        self.copied: list[str] = []
        self.offered: list[str] = []
        self._ours = False
        self._on_request: Callable[[], None] = lambda: None

    def snapshot(self) -> object:
        return self.content

    def offer(self, text: str, *, primary: bool, concealed: bool, on_request: Callable[[], None]) -> None:
        self.content, self._ours, self._on_request = text, True, on_request
        self.offered.append(text)

    def ask(self) -> object:
        """Somebody reads what is on it."""
        if self._ours:
            self._on_request()
        return self.content

    def take_over(self, content: object) -> None:
        """Somebody else copies."""
        self.content, self._ours = content, False

    def is_ours(self) -> bool:
        return self._ours

    def has_manager(self) -> bool:
        return self.manager

    def restore(self, snapshot: object) -> None:
        if self._ours:
            self.content, self._ours = snapshot, False

    def copy(self, text: str) -> None:
        self.copied.append(text)
        self.content, self._ours = text, False

    def holds_copy(self, text: str) -> bool:
        return self.copied[-1:] == [text] and self.content == text
