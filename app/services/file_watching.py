"""The folder that is to be watched for files, as long as it is wanted: it may go away, as a stick does, and
come back.

Rules: where it is not there, it is tried again every few seconds, and what was put there in the meantime is
    taken in. That it cannot be watched is told as a problem once, and by `watched` each time.
Failure: files can be added by hand all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from app.services.events import Noticed
from app.services.failures import problem_of
from app.services.file_ports import FolderWatch
from app.services.ports import Inbox, Post

AGAIN_SECONDS: Final = 3.0
"""As often is a folder tried that is not there."""


class FileWatching:
    """Belongs to the thread behind `inbox`.

    Args:
        inbox: the thread that waits for disks.
        watch: watches one folder.
        on_files: gets what came; called on any thread.
        watched: gets the folder that is watched from now on, empty for none; called on this thread.
        post: takes Noticed.
    """

    def __init__(
        self,
        inbox: Inbox,
        watch: FolderWatch,
        on_files: Callable[[Sequence[Path]], None],
        watched: Callable[[str], None],
        post: Post,
    ) -> None:
        self._inbox = inbox
        self._watch = watch
        self._on_files = on_files
        self._watched = watched
        self._post = post
        self._folder = ""
        self._round = 0

    def want(self, folder: str) -> None:
        """Watch that folder and no other; none where it is empty."""
        self._watch.close()
        self._folder = folder
        if error := self._begin():
            self._post(Noticed(problem_of(error, "watching a folder")))

    def close(self) -> None:
        """Watch none, and try no more."""
        self._round += 1
        self._watch.close()

    def _begin(self) -> Exception | None:
        """Watch it, or try again later: then why not. Of all the tries but the first the log has nothing."""
        self._round += 1
        if not self._folder:
            self._watched("")
            return None
        again = partial(self._again, self._round)
        try:
            self._watch.watch(Path(self._folder), self._on_files, lambda: self._inbox.call(again))
        except Exception as error:  # it may be there later
            self._watched("")
            self._inbox.call_later(AGAIN_SECONDS, again)
            return error
        self._watched(self._folder)
        return None

    def _again(self, round: int) -> None:
        """It is lost, or was not there a while ago."""
        if round == self._round:
            self._begin()
