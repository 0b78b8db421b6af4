"""The last texts, for a menu."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.history import Fate, HistoryEntry
from app.services.recent import LOOKED_THROUGH, RECENT, RecentFound, RecentText, RecentTexts


class Shelf:
    """Has entries, the newest first."""

    def __init__(self, *entries: HistoryEntry) -> None:
        self.entries = entries

    def newest(self, count: int, answer: Callable[[tuple[HistoryEntry, ...]], None]) -> None:
        assert count == LOOKED_THROUGH
        answer(self.entries[:count])


def entry(number: int, text: str, fate: Fate = Fate.WRITTEN) -> HistoryEntry:
    return HistoryEntry(f"r{number}", float(number), fate, text)


def test_those_with_a_text_are_found_the_newest_first() -> None:
    posted: list[RecentFound] = []

    def post(event: object) -> None:
        assert isinstance(event, RecentFound)
        posted.append(event)

    shelf = Shelf(entry(3, "three"), entry(2, "", Fate.NOTHING_HEARD), entry(1, " \n"), entry(0, "zero"))
    recent = RecentTexts(shelf, post)
    recent.look()
    assert posted == [RecentFound((RecentText("r3", "three"), RecentText("r0", "zero")))]
    assert recent.text_of("r3") == ""  # not told yet
    recent.found(posted[0])
    assert [recent.text_of(name) for name in ("r3", "r2", "r0", "r9")] == ["three", "", "zero", ""]


def test_no_more_than_a_menu_can_hold_and_no_words_where_it_may_be_logged() -> None:
    posted: list[object] = []
    RecentTexts(Shelf(*(entry(n, f"secret {n}") for n in range(30, 0, -1))), posted.append).look()
    (found,) = posted
    assert isinstance(found, RecentFound)
    assert [each.recording for each in found.texts] == [f"r{n}" for n in range(30, 30 - RECENT, -1)]
    assert "secret" not in repr(found)
