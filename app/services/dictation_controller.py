"""Obeys the dictation machine: carries out its effects and keeps the record of each dictation.

It lives on the deciding thread (the GUI's). Everything it calls returns at once; the answers come back as
events. The order in which a finished text travels is fixed here: the history first, the cursor second,
the screen third, so that whatever fails later, the words are kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Protocol, assert_never

from app.domain.dictation import (
    Abandon,
    CaptureOpened,
    Deliver,
    Dictations,
    Effect,
    Event,
    Failure,
    Keep,
    NothingHeard,
    SpeechEnded,
    StartCapture,
    StartRequested,
    StopCapture,
    StopRequested,
    Tell,
    step,
)
from app.domain.history import Fate, HistoryEntry, StageTimes
from app.domain.insertion import Target
from app.domain.problems import Problem
from app.domain.transcript import Transcript
from app.services.events import CaptureClosed, Inserted, NotInserted
from app.services.ports import Clock

REMEMBERED: Final = 32
"""Texts that could not be inserted, for the notices that offer them again; notices are fewer."""


class CaptureControl(Protocol):
    """What the controller asks of the capture service."""

    def start(self, id: int, recording: str) -> None: ...
    def stop(self, id: int) -> None: ...
    def abandon(self, id: int) -> None: ...


class Insertion(Protocol):
    """What the controller asks of the insertion service."""

    def remember_target(self) -> Target | None: ...
    def insert(self, job_id: int, text: str, target: Target | None, recording: str) -> None: ...


class Keeping(Protocol):
    """What the controller asks of the storage service."""

    def keep(self, entry: HistoryEntry) -> None: ...
    def amend(self, recording: str, change: Callable[[HistoryEntry], HistoryEntry]) -> None: ...


@dataclass(slots=True)
class Record:
    """What is known of one dictation besides its state. `asked` is monotonic seconds of the request."""

    id: int
    recording: str
    begun: float
    asked: float
    target: Target | None
    times: StageTimes = field(default_factory=StageTimes)


def recording_name(begun: float, id: int) -> str:
    """A file name for a recording begun at `begun` (seconds since the epoch, UTC in the name): sorts by
    time, is unique within a millisecond and a process, and is allowed on every system."""
    moment = datetime.fromtimestamp(begun, UTC)
    return f"{moment:%Y-%m-%dT%H-%M-%S}-{moment.microsecond // 1000:03d}-{id}"


class DictationController:
    """Feeds events to the machine and does what it says.

    Args:
        capture: opens and closes the microphone; its sound goes to journal and recognizer by itself.
        keeping: the history.
        insertion: the cursor.
        clock: for the times of the stages and the names of recordings.
        tell: gets each problem with the recording it is about.
    """

    def __init__(
        self,
        capture: CaptureControl,
        keeping: Keeping,
        insertion: Insertion,
        clock: Clock,
        tell: Callable[[Problem, str], None],
    ) -> None:
        self._capture = capture
        self._keeping = keeping
        self._insertion = insertion
        self._clock = clock
        self._tell = tell
        self._records: dict[int, Record] = {}
        self._texts: dict[str, str] = {}
        self.dictations = Dictations()
        """All that are not over; replaced, never changed."""
        self.last: HistoryEntry | None = None

    def handle(self, event: Event) -> None:
        """One event of the machine."""
        match event:
            case CaptureOpened(id):
                self._mark(id, opened=self._since_asked(id))
            case SpeechEnded(id, _):
                self._mark(id, written=self._since_asked(id))
        self.dictations, effects = step(self.dictations, event)
        for effect in effects:
            self._do(effect)

    def toggle(self) -> None:
        """Start, or stop what is being captured."""
        self.handle(StopRequested() if self.dictations.capturing else StartRequested())

    def capture_closed(self, event: CaptureClosed) -> None:
        """The tail is in."""
        self._mark(event.id, captured=self._since_asked(event.id))

    def inserted(self, event: Inserted) -> None:
        """The text is at the cursor: the history learns where and when."""
        self._texts.pop(event.recording, None)
        self._mark(event.id, delivered=self._since_asked(event.id))
        if record := self._records.pop(event.id, None):
            self._keeping.amend(
                record.recording, lambda entry: replace(entry, target=event.target, times=record.times)
            )

    def not_inserted(self, event: NotInserted) -> None:
        """The text waits in the pane and in the history."""
        self._records.pop(event.id, None)
        if event.problem is None:
            return
        self._texts.pop(event.recording, None)
        self._texts[event.recording] = event.text
        if len(self._texts) > REMEMBERED:
            del self._texts[next(iter(self._texts))]
        self._tell(event.problem, event.recording)

    def transcribed_again(self, recording: str, transcript: Transcript) -> None:
        """A stored recording has a new text: that is the last one now. The history has it already."""
        fate = Fate.WRITTEN if transcript.text else Fate.NOTHING_HEARD
        self.last = with_transcript(HistoryEntry(recording, self._clock.wall(), fate), transcript)

    def bring_back_suppressed(self) -> None:
        """What was taken for invented was said: it joins the last text, here and in the history."""
        if self.last is None or not self.last.suppressed:
            return
        self.last = with_suppressed(self.last)
        self._keeping.amend(self.last.recording, with_suppressed)

    def text_of(self, recording: str) -> str:
        """The text of `recording` that could not be inserted, if it is one of the last `REMEMBERED`; else
        nothing."""
        return self._texts.get(recording, "")

    # --- effects ---

    def _do(self, effect: Effect) -> None:
        match effect:
            case StartCapture(id):
                self._start(id)
            case StopCapture(id):
                self._mark(id, released=self._since_asked(id))
                self._capture.stop(id)
            case Abandon(id):
                # The capture's sink drops the recording and the decode as well.
                self._capture.abandon(id)
                self._records.pop(id, None)
            case Deliver(id, transcript):
                self._deliver(self._records[id], transcript)
            case Keep(id, outcome):
                self._keep(self._records.pop(id), outcome)
            case Tell(id, problem):
                record = self._records.get(id)
                self._tell(problem, record.recording if record else "")
            case _:
                assert_never(effect)

    def _start(self, id: int) -> None:
        begun = self._clock.wall()
        target = self._insertion.remember_target()
        record = Record(id, recording_name(begun, id), begun, self._clock.now(), target)
        self._records[id] = record
        self._capture.start(id, record.recording)

    def _deliver(self, record: Record, transcript: Transcript) -> None:
        self.last = entry_of(record, Fate.WRITTEN, transcript)
        self._keeping.keep(self.last)
        self._insertion.insert(record.id, transcript.text, record.target, record.recording)

    def _keep(self, record: Record, outcome: NothingHeard | Failure) -> None:
        match outcome:
            case NothingHeard(transcript):
                self.last = entry_of(record, Fate.NOTHING_HEARD, transcript)
            case Failure(problem):
                self.last = replace(entry_of(record, Fate.FAILED), problem=problem.sentence)
            case _:
                assert_never(outcome)
        self._keeping.keep(self.last)

    # --- records ---

    def _since_asked(self, id: int) -> float:
        record = self._records.get(id)
        return self._clock.now() - record.asked if record else 0.0

    def _mark(self, id: int, **reached: float) -> None:
        if record := self._records.get(id):
            record.times = replace(record.times, **reached)


def entry_of(record: Record, fate: Fate, transcript: Transcript | None = None) -> HistoryEntry:
    """What the history is to keep of a dictation, `transcript` being what came of it, if anything."""
    entry = HistoryEntry(record.recording, record.begun, fate, times=record.times)
    return entry if transcript is None else with_transcript(entry, transcript)


def with_suppressed(entry: HistoryEntry) -> HistoryEntry:
    """`entry` with its suppressed text joined to the text."""
    text = f"{entry.text} {entry.suppressed}".strip()
    return replace(entry, text=text, suppressed="", fate=Fate.WRITTEN)


def with_transcript(entry: HistoryEntry, transcript: Transcript) -> HistoryEntry:
    """`entry` with the text of `transcript` and what is known about it."""
    return replace(
        entry,
        text=transcript.text,
        suppressed=transcript.suppressed_text,
        language=transcript.language,
        language_probability=transcript.language_probability,
        model=transcript.model,
        seconds=transcript.seconds,
    )
