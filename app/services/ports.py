"""The ports: what the services ask of the outside world, and in which words.

An adapter fits a port by shape and imports nothing from here. Every method that can fail raises a
`app.domain.problems.Problem` and nothing else. Where a port speaks back later, it does so by a callable
that may be called from any thread and must return at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from app.domain.audio import Samples
from app.domain.decoding import DecodingOptions
from app.domain.devices import InputDevice
from app.domain.history import HistoryEntry, InterruptedRecording
from app.domain.history_search import EVERYTHING, Narrowing
from app.domain.insertion import Target
from app.domain.keys import Chord, KeyAction
from app.domain.models import EngineFacts
from app.domain.problems import Problem
from app.domain.settings import LoadedSettings, Settings, SpeechSettings
from app.domain.transcript import Transcript

Post = Callable[[object], None]
"""Hands an event to the thread that decides; may be called from any thread, returns at once."""


# --- time ---


class Clock(Protocol):
    """Time as the services see it, so that tests can make it exact."""

    def now(self) -> float:
        """Monotonic seconds."""

    def wall(self) -> float:
        """Seconds since the epoch."""


class Inbox(Protocol):
    """One thread's inbox: what is put in is done in order, on that thread."""

    def call(self, task: Callable[[], None]) -> None:
        """Do `task` after all that was put in before."""

    def call_later(self, delay: float, task: Callable[[], None]) -> None:
        """Do `task` no sooner than `delay` seconds from now."""


class SpareInbox(Inbox, Protocol):
    """An inbox whose thread has time to spare."""

    def spare(self, job: Iterator[None]) -> None:
        """Resume `job` piece by piece, whenever the inbox is empty."""


# --- sound ---


class Capture(Protocol):
    """An open microphone."""

    @property
    def device(self) -> str:
        """The label of the microphone in use."""

    @property
    def latency(self) -> float:
        """Seconds from a sound at the microphone to its sample coming out of `convert`."""

    def convert(self, raw: Samples) -> Samples:
        """Mono at the device's own rate, as delivered -> float32 mono 16 kHz (samples,), streaming: keeps the
        resampler's state, so blocks must come in order and the result may lag by some milliseconds."""

    def flush(self) -> Samples:
        """What the resampler still holds; after it nothing is converted any more."""

    def close(self) -> None:
        """Stop and free the stream. May take long when the sound server hangs; never raises."""


class Microphone(Protocol):
    """Opens microphones. Called on one worker thread only, never on the GUI's."""

    def devices(self) -> tuple[InputDevice, ...]:
        """Those there are now."""

    def open(
        self, device: str, deliver: Callable[[Samples], None], lost: Callable[[Problem], None]
    ) -> Capture:
        """Open `device` (a name, empty for the system's default).

        `deliver` gets each block (float32 mono at the device's rate, a copy) on the sound library's thread
        and must only put it somewhere. `lost` is told when the stream ends by itself.
        Raises NoMicrophone, MicrophoneUnknown, MicrophoneDenied or MicrophoneStalled.
        """

    def refresh(self) -> None:
        """Forget the list of devices and look again; only while nothing is open."""


class Cues(Protocol):
    """Short sounds."""

    def play_start(self) -> None:
        """Say that Sayso is listening. Returns at once; never raises."""


class SpeechDetector(Protocol):
    """Voice-activity detector of one stream."""

    def feed(self, samples: Samples) -> Sequence[float]:
        """The probability of speech, 0..1, of each whole window of 512 samples (32 ms) that `samples`
        (float32 mono 16 kHz) completes; the rest is kept for the next call."""


# --- recognition ---


class Recognizer(Protocol):
    """A loaded speech model. Used by one thread at a time."""

    @property
    def facts(self) -> EngineFacts:
        """What is in use."""

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """Decode `audio` (float32 mono 16 kHz). Inventions are already moved to `suppressed`.

        `on_progress` is told the seconds of audio decoded so far. Silence gives an empty transcript.
        Raises RecognitionFailed or OutOfMemory.
        """

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        """Decode one phrase (float32 mono 16 kHz, at most 28 s) as fast as can be, in one segment at most.

        `speech` is the detector's probability of speech of each of its windows of 512 samples. A `draft` is
        for show: greedy, and without words where it looks wrong; `careful` is slower and surer. What looks
        wrong is decoded again with care, which takes seconds; asked for `once`, it comes back without words
        as `is_doubtful`. An invention is already in `suppressed`.
        Raises RecognitionFailed or OutOfMemory.
        """

    def close(self) -> None:
        """Give the memory back."""


class RecognizerLoader(Protocol):
    """Loads models and proves them."""

    def load(self, settings: SpeechSettings) -> Recognizer:
        """Load `settings.model`, proved by one short transcription; falls back and says so in `facts`.
        Raises ModelUnknown, ModelMissing, ModelDamaged, ModelUnusable or OutOfMemory."""


class AudioFiles(Protocol):
    """Reads sound out of files."""

    def read(self, path: Path, on_problem: Callable[[Problem], None] | None = None) -> Samples:
        """The whole of `path` as float32 mono 16 kHz (samples,).

        A file that is damaged gives what there is and tells `on_problem` AudioIncomplete.
        Raises AudioMissing or AudioUnreadable."""


# --- keys and cursor ---


class Hotkeys(Protocol):
    """A way to hear keys in every program."""

    @property
    def name(self) -> str:
        """As shown: "X11 key grab"."""

    @property
    def hint(self) -> str:
        """One sentence on its limits, or empty."""

    def is_available(self) -> bool:
        """Whether this way can work in this session; quick, never raises."""

    def start(self, post: Post, on_problem: Callable[[Problem], None]) -> None:
        """Begin to listen; `post` gets `KeyEvent`s. Raises HotkeysUnavailable."""

    def bind(self, chords: Mapping[KeyAction, Chord]) -> None:
        """Listen for exactly these from now on, and swallow them; replaces what was bound.
        Raises HotkeyTaken or HotkeyInvalid naming the first that cannot be had; the others are bound."""

    def is_alive(self) -> bool:
        """Whether keys would still be heard."""

    def stop(self) -> None:
        """Give every key back. Never raises."""


class Inserter(Protocol):
    """Sends keys to the foreign window that has the focus."""

    @property
    def name(self) -> str:
        """As shown: "X11 (XTEST)"."""

    def is_available(self) -> bool:
        """Whether it can work in this session; quick, never raises."""

    def target(self) -> Target | None:
        """The window that has the focus now; None where the system does not tell."""

    def modifiers_are_up(self) -> bool:
        """Whether neither shift, ctrl, alt nor super is held; True where the system does not tell."""

    def paste(self, target: Target | None) -> None:
        """Send the chord that pastes in `target`. Raises InsertionFailed or InsertionUnavailable."""

    def type_text(self, text: str) -> Iterator[float]:
        """Type `text`, the whole of Unicode; yields the seconds to wait before it is resumed.
        Raises InsertionFailed or InsertionUnavailable."""

    def last_input(self) -> float | None:
        """Seconds since the last key or movement of the pointer, those counted that were sent by `paste` and
        its like before this is asked; None where the system does not tell. Never raises."""

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        """Select from the caret so many caret steps to the left; yields the seconds to wait before it is
        resumed, and sends no key before it is. Raises InsertionFailed or InsertionUnavailable, at once
        where `target` would not tell in `selected` what came of it."""

    def selected(self) -> str | None:
        """What has been selected since `select_left` began: empty where nothing has as yet, None where the
        system does not tell. Takes 0.1 s at most. Raises InsertionFailed or InsertionUnavailable."""

    def unselect(self) -> None:
        """Put the caret at the right end of what is selected. Raises InsertionFailed or
        InsertionUnavailable."""

    def wants_primary(self, target: Target | None) -> bool:
        """Whether the paste chord of `target` reads the X11 PRIMARY selection."""


class Clipboard(Protocol):
    """The system's clipboard. Belongs to the GUI thread."""

    def snapshot(self) -> object:
        """All that is on it, in every format, to be given to `restore`."""

    def offer(self, text: str, *, primary: bool, concealed: bool, on_request: Callable[[], None]) -> None:
        """Put `text` on it, rendered when asked for; `on_request` is told each time someone asks.
        `concealed` sets the systems' marks that keep it out of clipboard histories."""

    def is_ours(self) -> bool:
        """Whether all that `offer` put there is still on it, PRIMARY included."""

    def has_manager(self) -> bool:
        """Whether a clipboard manager is running that reads what is put there."""

    def restore(self, snapshot: object) -> None:
        """Put back what `snapshot` kept, only where the offer is still in place."""

    def copy(self, text: str) -> None:
        """Put `text` on it for good, as the user's own copy."""

    def holds_copy(self, text: str) -> bool:
        """Whether `text` is on it still, by `copy`, and nothing else was put there since."""


# --- disk ---


class Journal(Protocol):
    """Recordings on disk while they are being spoken. Called on the storage thread."""

    def begin(self, recording: str) -> None:
        """Start a file. Raises FolderUnwritable or DiskFull, and Unexpected for a name that was begun before
        or is unfit."""

    def append(self, recording: str, samples: Samples) -> None:
        """Write at once, so that it survives the death of this process; nothing for one that was not begun.
        Raises DiskFull."""

    def sync(self) -> None:
        """Survive a loss of power, too: flush every open file to the disk."""

    def finish(self, recording: str) -> None:
        """The dictation has ended and is in the history: keep the file as a recording of it."""

    def discard(self, recording: str) -> None:
        """Remove the file, wherever it is now. Unknown ones are none of its concern."""

    def interrupted(self) -> tuple[InterruptedRecording, ...]:
        """Those that were begun and never finished or discarded, oldest first."""

    def read(self, recording: str) -> Samples:
        """A finished or interrupted one. Raises AudioMissing or AudioUnreadable."""

    def path(self, recording: str) -> Path | None:
        """Its file, if there is one."""


class HistoryStore(Protocol):
    """The dictations of the past. Called on the storage thread; raises StorageProblems only."""

    def save(self, entry: HistoryEntry) -> HistoryEntry:
        """Add it (`id` 0) or replace the one of the same `id`; answers with the id filled in."""

    def find(self, words: str = "", limit: int = 100, before: int | None = None) -> tuple[HistoryEntry, ...]:
        """Newest first, those whose text holds all of `words`; `before` is an id, for the next page."""

    def ids(self, words: str = "", narrowing: Narrowing = EVERYTHING) -> tuple[int, ...]:
        """All of those that hold the words and are what is asked for beside them, newest first."""

    def rows(self, ids: Sequence[int]) -> tuple[HistoryEntry, ...]:
        """Those of `ids` that there are, in that order."""

    def get(self, id: int) -> HistoryEntry | None:
        """One of them."""

    def of_recording(self, recording: str) -> HistoryEntry | None:
        """The one that tells of `recording`."""

    def delete(self, id: int) -> None:
        """Remove it for good."""

    def delete_all(self, ids: Sequence[int]) -> None:
        """Remove them for good."""

    def renew_words(self, limit: int) -> bool:
        """Let up to `limit` of those that older programs wrote be found by all of their texts; whether there
        are more."""

    def older(self, begun_before: float, limit: int) -> tuple[HistoryEntry, ...]:
        """Up to `limit` that began before that moment (seconds since the epoch), oldest first."""

    def expired(self, begun_before: float) -> tuple[HistoryEntry, ...]:
        """Those with a recording that began before that moment (seconds since the epoch)."""

    def close(self) -> None:
        """Nothing is called afterwards."""


class SettingsFile(Protocol):
    """The settings on disk."""

    def load(self) -> LoadedSettings:
        """Never raises: what cannot be read is set back and told."""

    def save(self, settings: Settings) -> None:
        """All or nothing. Raises FolderUnwritable or DiskFull."""
