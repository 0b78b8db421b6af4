"""Removes what Sayso keeps, each by those who own it, and tells what went.

Rules: files are looked at and removed on the storage thread, where recordings and history are written. The
list of files and the models have desks of their own: they are asked, and the answer waits until they have
done it. One removal of a kind at a time; further ones are that one.
Failure: told with the answer; the thread lives on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol

from app.domain.catalogue import ShelvedModel
from app.domain.privacy import Amount, Kept
from app.domain.problems import Problem
from app.services.events import HistoryChanged, ModelRemoveEnded
from app.services.failures import problem_of
from app.services.ports import Inbox, Post
from app.services.privacy_events import KeptMeasured, KeptRemoved


class KeptStore(Protocol):
    """What lies on the disk."""

    def amount(self, kept: Kept) -> Amount:
        """How much there is. Never raises."""

    def remove(self, kept: Kept) -> None:
        """Remove what is not in use. Raises StorageProblem."""


class Privacy:
    """Belongs to the GUI thread, which the events come to.

    Args:
        disk: the inbox of the storage thread.
        store: what lies on the disk.
        clear_files: has the list of files and its cache cleared; `files_cleared` is called then.
        remove_model: has one model removed; `model_removed` is called then.
        post: takes KeptMeasured, KeptRemoved and HistoryChanged.
    """

    def __init__(
        self,
        disk: Inbox,
        store: KeptStore,
        clear_files: Callable[[], None],
        remove_model: Callable[[str], None],
        post: Post,
    ) -> None:
        self._disk = disk
        self._store = store
        self._clear_files = clear_files
        self._remove_model = remove_model
        self._post = post
        self._before: dict[Kept, Amount] = {}
        self._models: set[str] = set()
        self._freed: list[int] = []
        self._model_problem: Problem | None = None

    def look(self) -> None:
        """KeptMeasured."""
        self._disk.call(lambda: self._post(KeptMeasured({kept: self._store.amount(kept) for kept in Kept})))

    def remove(self, kept: Kept, shelf: Iterable[ShelvedModel] = (), in_use: Iterable[str] = ()) -> None:
        """Remove all of it but what is in use: KeptRemoved. Of models, those on the `shelf` that hold
        something, and none that is `in_use`."""
        if kept is Kept.MODELS:
            self._remove_models(
                {one.name for one in shelf if one.entry and one.path and one.holds_bytes} - set(in_use)
            )
        elif kept is Kept.FILES:
            if kept not in self._before:
                self._disk.call(partial(self._begin, kept))
                self._clear_files()
        else:
            self._disk.call(partial(self._remove, kept))

    def files_cleared(self) -> None:
        """The list of files and its cache are empty, for whatever reason."""
        self._disk.call(self._end_files)

    def model_removed(self, event: ModelRemoveEnded) -> None:
        """A model went, or could not."""
        if event.model not in self._models:
            return
        self._models.discard(event.model)
        if event.problem:
            self._model_problem = event.problem
        else:
            self._freed.append(event.freed_bytes)
        if not self._models:
            self._end_models()

    # --- models ---

    def _remove_models(self, names: set[str]) -> None:
        if self._models:
            return
        self._models, self._freed, self._model_problem = set(names), [], None
        if not names:
            self._end_models()
        for name in sorted(names):
            self._remove_model(name)

    def _end_models(self) -> None:
        removed, problem = Amount(len(self._freed), sum(self._freed)), self._model_problem
        self._disk.call(
            lambda: self._post(KeptRemoved(Kept.MODELS, removed, self._store.amount(Kept.MODELS), problem))
        )

    # --- on the storage thread ---

    def _begin(self, kept: Kept) -> None:
        self._before[kept] = self._store.amount(kept)

    def _end_files(self) -> None:
        before = self._before.pop(Kept.FILES, None)
        if before is not None:
            self._remove(Kept.FILES, before)

    def _remove(self, kept: Kept, before: Amount | None = None) -> None:
        before = before or self._store.amount(kept)
        problem = None
        try:
            self._store.remove(kept)
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, f"removing what is kept ({kept})")
        left = self._store.amount(kept)
        self._post(KeptRemoved(kept, before.less(left), left, problem))
        if kept in (Kept.HISTORY, Kept.RECORDINGS):
            self._post(HistoryChanged())
            self.look()
