"""What the workers tell the deciding thread, besides the events of `app.domain.dictation`.

Each is a value; where one belongs to a dictation it carries that dictation's id, where it is about a
recording its name.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.catalogue import ShelvedModel
from app.domain.devices import InputDevice
from app.domain.history import HistoryEntry, InterruptedRecording
from app.domain.history_search import Search
from app.domain.models import EngineFacts, ModelState
from app.domain.problems import Problem
from app.domain.settings import InsertionWay
from app.domain.transcript import Transcript


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something the user should know of. `subject` is the recording it is about, or empty."""

    problem: Problem
    subject: str = ""


# --- sound ---


@dataclass(frozen=True, slots=True)
class LevelHeard:
    """How loud the microphone is now, in dB relative to full scale; about 20 a second while it is open."""

    dbfs: float


@dataclass(frozen=True, slots=True)
class MicrophoneChosen:
    """The microphone in use, as the user knows it."""

    label: str


@dataclass(frozen=True, slots=True)
class DevicesFound:
    """The microphones there are now."""

    devices: tuple[InputDevice, ...]


@dataclass(frozen=True, slots=True)
class CaptureClosed:
    """The tail of a dictation is in: nothing more will be heard of it."""

    id: int


# --- speech ---


@dataclass(frozen=True, slots=True)
class ModelLoading:
    """A model is being loaded."""

    model: str


@dataclass(frozen=True, slots=True)
class ModelReady:
    """A model can be used."""

    facts: EngineFacts


@dataclass(frozen=True, slots=True)
class ModelFailed:
    """A model cannot be used; `instead` is the one that still is, if there is one."""

    model: str
    problem: Problem
    instead: EngineFacts | None = None


@dataclass(frozen=True, slots=True)
class ModelsFound:
    """The models of the catalogue, and which of them are on this computer."""

    models: tuple[ModelState, ...]


@dataclass(frozen=True, slots=True)
class TranscribedAgain:
    """A stored recording was decoded once more."""

    recording: str
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class NotTranscribedAgain:
    """A stored recording could not be decoded."""

    recording: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class TranscribedAnew:
    """A stored recording was decoded once more, by a model of the user's choice, to be compared."""

    recording: str
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class NotTranscribedAnew:
    """A stored recording could not be decoded by that model."""

    recording: str
    problem: Problem


# --- cursor ---


@dataclass(frozen=True, slots=True)
class TalkKeyHeld:
    """The talk key went down or came up. While it is down, X11 gives every key to whoever grabbed it, so that
    no text can be inserted."""

    is_held: bool


@dataclass(frozen=True, slots=True)
class Inserted:
    """The text of job `id`, which is that of `recording`, went to the window called `target`."""

    id: int
    target: str
    way: InsertionWay
    recording: str = ""


@dataclass(frozen=True, slots=True)
class NotInserted:
    """`text`, of job `id` and of `recording`, waits one key away. `problem` is None where that is nobody's
    fault: Sayso's own window had the focus."""

    id: int
    problem: Problem | None
    recording: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class NotReplaced:
    """`text`, of job `id` and of `recording`, waits one key away: the spoken text stays at the cursor, as it
    was not certain that the caret is still behind it. That is nobody's fault, and no problem."""

    id: int
    recording: str
    text: str


# --- history ---


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """The history holds `entry`, with its id."""

    entry: HistoryEntry


@dataclass(frozen=True, slots=True)
class HistoryFound:
    """The answer to `search`: the ids of all that are found, newest first."""

    search: Search
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HistoryRead:
    """Those of the `ids` asked for that the history has."""

    entries: tuple[HistoryEntry, ...]
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """Entries were added, changed or removed."""


@dataclass(frozen=True, slots=True)
class RecoveryFound:
    """Dictations that a crash interrupted, oldest first."""

    recordings: tuple[InterruptedRecording, ...]


# --- speech models: getting and removing them ---


@dataclass(frozen=True, slots=True)
class ModelsShelved:
    """All speech models, and where each of them is on this computer."""

    models: tuple[ShelvedModel, ...]


@dataclass(frozen=True, slots=True)
class ModelArriving:
    """So many of `total` bytes of a speech model have arrived; `total` is 0 while that is not known, or it
    waits for its turn."""

    model: str
    received: int
    total: int


@dataclass(frozen=True, slots=True)
class ModelGetEnded:
    """Getting a speech model ended. It is not there where it was stopped or, with a problem, failed."""

    model: str
    is_there: bool
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ModelRemoveEnded:
    """Removing a speech model ended: it freed so many bytes, or there is a problem."""

    model: str
    freed_bytes: int
    problem: Problem | None = None
