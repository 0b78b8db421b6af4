"""Obeys the dictation machine: carries out its effects and keeps the record of each dictation.

It lives on the deciding thread (the GUI's). Everything it calls returns at once; the answers come back as
events. The order in which a finished text travels is fixed here: the history first, the cursor second,
the screen third, so that whatever fails later, the words are kept. A text that has to wait, for its clean-up
or for its turn, is in the history before it waits, and is amended there when it goes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Final, Protocol, assert_never

from app.domain.delivery_plan import AS_HEARD, Plan, Way
from app.domain.dictation import step
from app.domain.dictation_events import (
    Abandon,
    CaptureOpened,
    Deliver,
    Drop,
    Effect,
    Enhance,
    EnhanceAgain,
    EnhanceRequested,
    Event,
    Hurry,
    Keep,
    Offer,
    Shelve,
    SpeechEnded,
    StartCapture,
    StartRequested,
    StopCapture,
    StopEnhancing,
    StopRequested,
    Tell,
    TextHeard,
)
from app.domain.dictation_states import Dictations, Ended, Enhancement, Enhancing, Failure, NothingHeard
from app.domain.enhancement import Enhanced, EnhancementEnded
from app.domain.history import Fate, HistoryEntry, StageTimes, Version
from app.domain.history_changes import (
    Change,
    as_it_is,
    enhancing,
    transcribed_anew,
    with_suppressed,
    with_transcript,
    with_version,
)
from app.domain.insertion import Target
from app.domain.problems import Problem
from app.domain.transcript import LiveText, Transcript
from app.services.events import CaptureClosed, Inserted, NotInserted, NotReplaced
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
    def replace(self, job_id: int, old: str, new: str, target: Target | None, recording: str) -> None: ...


class Keeping(Protocol):
    """What the controller asks of the storage service."""

    def keep(self, entry: HistoryEntry) -> None: ...
    def amend(self, recording: str, change: Change) -> None: ...


class CleanUp(Protocol):
    """What the controller asks of the clean-up service."""

    def plan(self, transcript: Transcript, *, raw: bool) -> Plan: ...
    def prepare(self) -> None: ...
    def heard(self, id: int, text: LiveText) -> None: ...
    def enhance(self, id: int, transcript: Transcript) -> None: ...
    def enhance_again(self, id: int, request: EnhanceRequested) -> None: ...
    def stop(self, id: int) -> None: ...
    def forget(self, id: int) -> None: ...
    def hurry(self, id: int) -> None: ...


@dataclass(slots=True)
class Record:
    """What is known of one dictation besides its state. `asked` is monotonic seconds of the request;
    `is_kept`: the history has its text already."""

    id: int
    recording: str
    begun: float
    asked: float
    target: Target | None
    raw: bool = False
    is_kept: bool = False
    times: StageTimes = field(default_factory=StageTimes)


@dataclass(frozen=True, slots=True)
class Beside:
    """The clean-up of a text that is delivered already, or of one of the past.

    Args:
        heard: what is cleaned up.
        spoken: what may be replaced in `target`.
        asked: when its dictation was asked for, monotonic seconds; None for a text of the past, whose
            clean-up the user wants to see in use.
    """

    recording: str
    heard: str = field(repr=False)
    spoken: str = field(default="", repr=False)
    target: Target | None = None
    asked: float | None = None


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
        clean_up: what is done to a text before it is delivered.
        clock: for the times of the stages and the names of recordings.
        tell: gets each problem with the recording it is about.
    """

    def __init__(
        self,
        capture: CaptureControl,
        keeping: Keeping,
        insertion: Insertion,
        clean_up: CleanUp,
        clock: Clock,
        tell: Callable[[Problem, str], None],
    ) -> None:
        self._capture = capture
        self._keeping = keeping
        self._insertion = insertion
        self._clean_up = clean_up
        self._clock = clock
        self._tell = tell
        self._records: dict[int, Record] = {}
        self._beside: dict[int, Beside] = {}
        self._replacing: dict[int, Beside] = {}
        self._texts: dict[str, str] = {}
        self.dictations = Dictations()
        """All that are not over; replaced, never changed."""
        self.last: HistoryEntry | None = None

    def handle(self, event: Event) -> None:
        """One event of the machine."""
        match event:
            case CaptureOpened(id):
                self._mark(id, opened=self._since_asked(id))
            case TextHeard(id, text):
                self._heard(id, text)
            case SpeechEnded(id, transcript) if record := self._records.get(id):
                self._mark(id, written=self._since_asked(id))
                event = replace(event, plan=self._clean_up.plan(transcript, raw=record.raw))
            case EnhancementEnded(id):
                self._mark(id, cleaned=self._since_asked(id))
        self.dictations, effects = step(self.dictations, event)
        if isinstance(event, SpeechEnded):
            self._keep_if_waiting(event)
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
        elif beside := self._replacing.pop(event.id, None):
            # Its second insertion: the first may be told when the other is asked for already.
            self.change(beside.recording, lambda entry: with_version(entry, Version.ENHANCED))

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

    def not_replaced(self, event: NotReplaced) -> None:
        """The spoken text stays at the cursor, its clean-up waits in the pane."""
        beside = self._replacing.pop(event.id, None)
        if beside and beside.target and beside.target.is_own:
            # It was never anywhere but in the pane, and is replaced there.
            self.change(beside.recording, lambda entry: with_version(entry, Version.ENHANCED))

    def transcribed_again(self, recording: str, transcript: Transcript) -> None:
        """A stored recording has a new text: that is the last one now. The history has it already."""
        plan = self._clean_up.plan(transcript, raw=False)
        # A dictation that is under way is later than it.
        earliest = HistoryEntry(recording, 0.0, Fate.WRITTEN)
        self.last = transcribed_anew(transcript, plan)(earliest)

    def bring_back_suppressed(self) -> None:
        """What was taken for invented was said: it joins the last text, here and in the history."""
        if self.last is None or not self.last.suppressed:
            return
        self.change(self.last.recording, with_suppressed)

    def use(self, version: Version) -> None:
        """Take the spoken or the enhanced text of the last dictation, here and in the history."""
        if self.last is not None:
            self.change(self.last.recording, lambda entry: with_version(entry, version))

    def enhance_last(self, style: str = "") -> None:
        """Clean the last text up once more, or now after all."""
        if self.last is not None and self.last.heard:
            self.handle(EnhanceRequested(self.last.recording, self.last.heard, self.last.language, style))

    @property
    def enhancement_of_last(self) -> Enhancement | None:
        """The newest clean-up of the last text that no delivery waits for, while it is under way."""
        for one in reversed(self.dictations.enhancements):
            if self.last and (beside := self._beside.get(one.id)) and beside.recording == self.last.recording:
                return one
        return None

    def text_of(self, recording: str) -> str:
        """The text of `recording` that could not be inserted, if it is one of the last `REMEMBERED`; else
        nothing."""
        return self._texts.get(recording, "")

    # --- effects ---

    def _do(self, effect: Effect) -> None:
        match effect:
            case StartCapture(id, raw):
                self._start(id, raw)
            case StopCapture(id):
                self._mark(id, released=self._since_asked(id))
                self._capture.stop(id)
            case Abandon(id):
                # The capture's sink drops the recording and the decode as well.
                self._capture.abandon(id)
                self._clean_up.forget(id)
                self._records.pop(id, None)
            case Deliver(id, transcript, plan, enhanced):
                self._deliver(self._records[id], transcript, plan, enhanced)
            case Shelve(id, transcript, plan):
                shelved = self._records.pop(id)
                self._finish(shelved, entry_of(shelved, Fate.WRITTEN, transcript, plan))
            case Keep(id, outcome):
                self._clean_up.forget(id)
                self._keep(self._records.pop(id), outcome)
            case Tell(id, problem):
                record = self._records.get(id)
                beside = self._beside.get(id)
                self._tell(problem, record.recording if record else beside.recording if beside else "")
            case Enhance(id, transcript):
                self._clean_up.enhance(id, transcript)
            case EnhanceAgain(id, request):
                self._beside[id] = Beside(request.recording, request.heard)
                self._clean_up.enhance_again(id, request)
            case StopEnhancing(id):
                self._beside.pop(id, None)
                self._clean_up.stop(id)
            case Hurry(id):
                self._clean_up.hurry(id)
            case Offer(id, enhanced, replaces):
                self._offer(id, self._beside.pop(id), enhanced, replaces)
            case Drop(id):
                self._beside.pop(id, None)
            case _:
                assert_never(effect)

    def _start(self, id: int, raw: bool) -> None:
        begun = self._clock.wall()
        target = self._insertion.remember_target()
        record = Record(id, recording_name(begun, id), begun, self._clock.now(), target, raw)
        self._records[id] = record
        self._capture.start(id, record.recording)
        if not raw:
            self._clean_up.prepare()

    def _heard(self, id: int, text: LiveText) -> None:
        if (record := self._records.get(id)) and not record.raw:
            self._clean_up.heard(id, text)

    def _keep_if_waiting(self, event: SpeechEnded) -> None:
        """Sayso may be ended, or killed, before the text goes out."""
        record, state = self._records.get(event.id), self.dictations.find(event.id)
        if record and not record.is_kept and isinstance(state, Enhancing | Ended):
            record.is_kept = True
            self._keeping.keep(entry_of(record, Fate.WRITTEN, event.transcript, event.plan))

    def _deliver(self, record: Record, transcript: Transcript, plan: Plan, enhanced: Enhanced | None) -> None:
        # One that is ready before its turn need not replace anything.
        in_use = plan.way in (Way.ENHANCED, Way.REPLACED)
        spoken = entry_of(record, Fate.WRITTEN, transcript, plan)
        entry = self._finish(record, spoken, enhancing(enhanced, spoken.heard, in_use=in_use))
        self._insertion.insert(record.id, entry.text, record.target, record.recording)
        if not plan.way.asks_writer:
            self._clean_up.forget(record.id)
        elif self.dictations.enhancement(record.id):
            self._beside[record.id] = Beside(
                record.recording, spoken.heard, spoken.spoken, record.target, record.asked
            )

    def _offer(self, id: int, beside: Beside, enhanced: Enhanced, replaces: bool) -> None:
        took = None if beside.asked is None else self._clock.now() - beside.asked
        change = enhancing(enhanced, beside.heard, in_use=took is None, seconds=took)
        self.change(beside.recording, change)
        if replaces:
            self._replace(id, beside, enhanced)

    def _replace(self, id: int, beside: Beside, enhanced: Enhanced) -> None:
        new = enhanced.cleaned.text
        if enhanced.cleaned.refused < len(enhanced.cleaned.pieces) and new != beside.spoken:
            self._replacing[id] = beside
            self._insertion.replace(id, beside.spoken, new, beside.target, beside.recording)

    def change(self, recording: str, change: Change) -> None:
        """The same change to the last text, where it is that one, and to the history."""
        if self.last is not None and self.last.recording == recording:
            self.last = change(self.last)
        self._keeping.amend(recording, change)

    def _keep(self, record: Record, outcome: NothingHeard | Failure) -> None:
        match outcome:
            case NothingHeard(transcript):
                self._finish(record, entry_of(record, Fate.NOTHING_HEARD, transcript))
            case Failure(problem):
                self._finish(record, replace(entry_of(record, Fate.FAILED), problem=problem.sentence))
            case _:
                assert_never(outcome)

    def _finish(self, record: Record, entry: HistoryEntry, change: Change = as_it_is) -> HistoryEntry:
        """Keep what `change` makes of it, and show it unless a later one with text is in view."""
        times = record.times
        entry = change(entry)
        if self.last is None or not self.last.text or entry.begun >= self.last.begun:
            self.last = entry
        if record.is_kept:
            self._keeping.amend(record.recording, lambda kept: replace(change(kept), times=times))
        else:
            self._keeping.keep(entry)
        return entry

    # --- records ---

    def _since_asked(self, id: int) -> float:
        record = self._records.get(id)
        return self._clock.now() - record.asked if record else 0.0

    def _mark(self, id: int, **reached: float) -> None:
        if record := self._records.get(id):
            record.times = replace(record.times, **reached)


def entry_of(
    record: Record, fate: Fate, transcript: Transcript | None = None, plan: Plan = AS_HEARD
) -> HistoryEntry:
    """What the history is to keep of a dictation, `transcript` being what came of it, if anything."""
    entry = HistoryEntry(record.recording, record.begun, fate, times=record.times)
    return entry if transcript is None else with_transcript(entry, transcript, plan)
