"""What can be done with a file in the list: which acts there are for each state, how they are called, and
their keys. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.file_queue import FileJob, JobState


def _tr(text: str) -> str:
    return QCoreApplication.translate("files", text)


class Act(StrEnum):
    """The value is the name of its icon."""

    OPEN = "transcript"
    PAUSE = "pause"
    RESUME = "play"
    CANCEL = "stop"
    RETRY = "again"
    FOLDER = "folder"
    UP = "up"
    DOWN = "down"
    REMOVE = "trash"
    MORE = "more"
    """Everything, in a menu."""


KEYS: Final = {
    Act.OPEN: "Return",
    Act.PAUSE: "Space",
    Act.RESUME: "Space",
    Act.CANCEL: "Ctrl+.",
    Act.RETRY: "F5",
    Act.FOLDER: "Ctrl+Return",
    Act.UP: "Ctrl+Up",
    Act.DOWN: "Ctrl+Down",
    Act.REMOVE: "Delete",
}
"""As Qt spells them."""

_LASTING: Final = (Act.OPEN, Act.FOLDER)
"""What is there for every transcript, also for that of an earlier time."""

_ACTS: Final = {
    JobState.WAITING: (Act.PAUSE, Act.REMOVE),
    JobState.PAUSED: (Act.RESUME, Act.REMOVE),
    JobState.RUNNING: (Act.OPEN, Act.PAUSE, Act.CANCEL, Act.REMOVE),
    JobState.DONE: (Act.OPEN, Act.FOLDER, Act.RETRY, Act.REMOVE),
    JobState.FAILED: (Act.RETRY, Act.FOLDER, Act.REMOVE),
    JobState.CANCELLED: (Act.RETRY, Act.REMOVE),
}

_SHOWN: Final = {
    JobState.WAITING: (Act.PAUSE, Act.REMOVE),
    JobState.PAUSED: (Act.RESUME, Act.REMOVE),
    JobState.RUNNING: (Act.PAUSE, Act.CANCEL),
    JobState.DONE: (Act.OPEN, Act.FOLDER),
    JobState.FAILED: (Act.RETRY, Act.REMOVE),
    JobState.CANCELLED: (Act.RETRY, Act.REMOVE),
}

_EARLIER: Final = {
    JobState.WAITING: (Act.PAUSE, Act.OPEN),
    JobState.PAUSED: (Act.RESUME, Act.OPEN),
    JobState.FAILED: (Act.OPEN, Act.RETRY),
    JobState.CANCELLED: (Act.OPEN, Act.RETRY),
}
"""Instead, where there is a transcript of an earlier time."""


def acts_of(job: FileJob) -> tuple[Act, ...]:
    """All that can be done with it, but for moving it."""
    acts = _ACTS[job.state]
    return tuple(dict.fromkeys((*_LASTING, *acts))) if job.has_transcript else acts


def shown_acts(job: FileJob, *, is_narrow: bool) -> tuple[Act, ...]:
    """Those that have a button in its row, the menu with all of them last; where there is little room, the
    first alone."""
    shown = _SHOWN[job.state]
    if job.has_transcript:
        shown = _EARLIER.get(job.state, shown)
    return (*(shown[:1] if is_narrow else shown), Act.MORE)


def act_words(act: Act, job: FileJob) -> str:
    """What it is called of that job."""
    if act is Act.FOLDER and not job.saved:
        return _tr("Show the file in its folder")
    if act is Act.RETRY and job.state is JobState.DONE:
        return _tr("Transcribe again")
    return {
        Act.OPEN: _tr("Open the transcript"),
        Act.PAUSE: _tr("Pause"),
        Act.RESUME: _tr("Resume"),
        Act.CANCEL: _tr("Cancel"),
        Act.RETRY: _tr("Try again"),
        Act.FOLDER: _tr("Show what was saved"),
        Act.UP: _tr("Move up"),
        Act.DOWN: _tr("Move down"),
        Act.REMOVE: _tr("Remove from the list"),
        Act.MORE: _tr("More"),
    }[act]


def folder_path(job: FileJob) -> str:
    """The file that is shown in its folder: what was saved of it, else itself."""
    return job.saved[0] if job.saved else job.path
