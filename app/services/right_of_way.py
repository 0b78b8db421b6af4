"""A dictation goes first: what else computes or sounds makes way for it.

Rule: from the press of the key until every text is delivered. Each is told once when it begins and once when
it is over, in the order given, at the moment itself: what stands still a second later has cost that second.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.domain.dictation_states import Dictations


class RightOfWay:
    """Belongs to the deciding thread.

    Args:
        others: told True when a dictation begins, and False when none goes on any more; returns at once.
    """

    def __init__(self, others: Sequence[Callable[[bool], None]]) -> None:
        self._others = tuple(others)
        self._is_taken = False

    def follow(self, dictations: Dictations) -> None:
        """Something has become of these."""
        is_taken = bool(dictations.ongoing)
        if is_taken is self._is_taken:
            return
        self._is_taken = is_taken
        for other in self._others:
            other(is_taken)
