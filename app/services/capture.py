"""From the request to listen to blocks of sound: opening, tail, pre-roll, overlap, loss.

The problem: no first or last word may be lost, whatever the microphone does. Streams open late, deliver
late, end without a word or stop without ending; the user lets go while the last word is under way, and
begins the next dictation before the tail of the last one is in.

The rules:
- Everything happens on the microphone worker. Every public method may be called from any thread and
  returns at once; the moment of release is when `stop` was called.
- A dictation is open at its first real block, not before: `CaptureOpened` and the start sound wait for it.
- One that is let go while it is opening still opens, hears its tail and finishes.
- The tail is `app.domain.tail`'s. One stream serves all dictations; a new one hears it at once while the
  one before is still in its tail.
- With pre-roll the stream stays open between dictations, its newest seconds in memory alone; they go in
  front of the next dictation, unless the one before has them already.
- A stream that ends, or sends nothing for `STALLED_SECONDS`, ends what is being captured: the machine is
  told, and what was heard is finished.

The sink hears of each dictation: `begin`, its blocks in order, then `finish`, also where nothing could be
captured, so that each is answered; or `abandon`, which may come at any time.

What is captured for another end than a dictation has an id below 0 and an `Outlet` of its own: its sound and
all that is told of it go there, so that neither journal nor recognizer nor the machine can take it for one.

Failure mode: Problems of the microphone become `Failed` of the dictations that need it. A detector that
cannot be had, or fails in the middle, is told once and done without: no word is lost to it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.audio import Samples
from app.domain.dictation_events import CaptureOpened, Failed
from app.domain.problems import MicrophoneMuted, MicrophoneStalled, Problem, Unexpected
from app.domain.settings import MicrophoneSettings
from app.services.capture_parts import AudioSink, BlockQueue, Meter, Outlet, Session
from app.services.events import CaptureClosed, DevicesFound, LevelHeard, MicrophoneChosen, Noticed
from app.services.ports import Capture, Clock, Cues, Inbox, Microphone, Post, SpeechDetector

__all__ = ["AudioSink", "CaptureService", "Outlet", "SoundParts"]

logger = logging.getLogger(__name__)

WATCH_SECONDS: Final = 0.25
STALLED_SECONDS: Final = 0.7
"""No block for so long, seen twice in a row: blocks come every 20 ms, and a busy computer delays them by
some 100 ms."""

FIRST_BLOCK_SECONDS: Final = 3.0
"""Bluetooth headsets send their first sound up to two seconds after they were opened."""

RETRY_SECONDS: Final = 5.0
"""How soon a microphone that should stay open for pre-roll is tried again."""


@dataclass(frozen=True, slots=True)
class SoundParts:
    """The devices that the service works with. `new_detector` may raise a Problem."""

    microphone: Microphone
    cues: Cues
    new_detector: Callable[[], SpeechDetector]


class _Stream:
    """An open microphone and what waits of its sound. `capture` is set as soon as it is open."""

    capture: Capture

    def __init__(self, device: str, opened: float) -> None:
        self.device = device
        self.queue = BlockQueue(opened)
        self.is_suspect = False


class CaptureService:
    """Opens the microphone for dictations and hands on their sound.

    Args:
        parts: microphone, cues and detectors.
        inbox: the microphone worker's.
        clock: for release, arrival and silence.
        sink: gets the sound of the dictations.
        post: gets CaptureOpened, Failed, CaptureClosed, LevelHeard, MicrophoneChosen, Noticed, DevicesFound.
        settings: as `apply` takes them.
    """

    def __init__(
        self,
        parts: SoundParts,
        inbox: Inbox,
        clock: Clock,
        sink: AudioSink,
        post: Post,
        settings: MicrophoneSettings,
    ) -> None:
        self._parts = parts
        self._inbox = inbox
        self._clock = clock
        self._dictations = Outlet(sink, post)
        self._post = post
        self._settings = settings
        self._stream: _Stream | None = None
        self._sessions: list[Session] = []
        self._meter = Meter()
        self._label = ""
        self._is_watching = False
        self._is_retrying = False
        self._told_deaf = False
        self._told_closed = False

    # --- from any thread ---

    def prepare(self) -> None:
        """Load what the first dictation would otherwise wait for, and open the microphone if it is to stay
        open."""
        self._inbox.call(self._prepare)

    def start(self, id: int, recording: str, outlet: Outlet | None = None) -> None:
        """Capture dictation `id`, kept under the name `recording`; or something else, for that `outlet`."""
        self._inbox.call(lambda: self._start(id, recording, outlet or self._dictations))

    def stop(self, id: int) -> None:
        """The user let go now: hear the tail, then finish. Harmless when it is over."""
        released = self._clock.now()
        self._inbox.call(lambda: self._stop(id, released))

    def abandon(self, id: int, outlet: Outlet | None = None) -> None:
        """Drop dictation `id`, whatever became of it; or what was captured for that `outlet`."""
        self._inbox.call(lambda: self._abandon(id, outlet or self._dictations))

    def apply(self, settings: MicrophoneSettings) -> None:
        """Take other settings; a device counts from the next opening on."""
        self._inbox.call(lambda: self._apply(settings))

    def list_devices(self) -> None:
        """Answered by DevicesFound; with a Noticed before it when they cannot be listed."""
        self._inbox.call(self._list_devices)

    def close(self) -> None:
        """End for good. What is being spoken is not finished: its recording counts as interrupted."""
        self._inbox.call(self._close)

    # --- requests, on the worker ---

    def _prepare(self) -> None:
        if self._stream is None:
            self._parts.microphone.refresh()
        self._new_detector()
        self._rest()

    def _start(self, id: int, recording: str, outlet: Outlet) -> None:
        self._sessions.append(Session(id, recording, outlet, self._new_detector()))
        if self._stream and self._silent_for(self._stream) > STALLED_SECONDS and len(self._sessions) == 1:
            # It was kept open for pre-roll and died unnoticed.
            self._close_stream()
        if self._stream is None:
            try:
                self._open()
            except Problem as problem:
                self._fail(problem)
                return
        self._watch_from_now_on()
        if self._stream:
            self._stream.queue.pass_on()
            self._drain(self._stream)

    def _stop(self, id: int, released: float) -> None:
        for session in self._sessions:
            if session.id == id and session.released is None:
                session.released = released
                if session.has_begun:
                    session.outlet.sink.released(id)
                self._finish_if_over(session)
                return

    def _abandon(self, id: int, outlet: Outlet) -> None:
        self._sessions = [session for session in self._sessions if session.id != id]
        outlet.sink.abandon(id)
        if not self._sessions:
            self._rest()

    def _apply(self, settings: MicrophoneSettings) -> None:
        self._settings = settings
        if not self._sessions:
            self._rest()

    def _list_devices(self) -> None:
        try:
            if self._stream is None:
                self._parts.microphone.refresh()
            devices = self._parts.microphone.devices()
        except Problem as problem:
            devices = ()
            self._post(Noticed(problem))
        self._post(DevicesFound(devices))

    def _close(self) -> None:
        self._settings = MicrophoneSettings()
        self._sessions.clear()
        self._close_stream()

    def _new_detector(self) -> SpeechDetector | None:
        try:
            return self._parts.new_detector()
        except Problem as problem:
            self._tell_deaf(problem)
            return None

    def _tell_deaf(self, problem: Problem) -> None:
        if not self._told_deaf:
            self._told_deaf = True
            logger.error("no speech detector: %s", problem.detail)
            self._post(Noticed(problem))

    # --- the stream ---

    def _open(self) -> None:
        """Raises what the microphone raises."""
        stream = _Stream(self._settings.device, self._clock.now())

        def deliver(samples: Samples) -> None:
            if stream.queue.put(samples, self._clock.now()):
                self._inbox.call(lambda: self._drain(stream))

        def lost(problem: Problem) -> None:
            self._inbox.call(lambda: self._lost(stream, problem))

        stream.capture = self._parts.microphone.open(stream.device, deliver, lost)
        self._stream = stream
        self._tell_label(stream)

    def _close_stream(self) -> None:
        if self._stream:
            self._stream.capture.close()
            self._stream = None

    def _rest(self) -> None:
        """No dictation is being captured: close the stream, or keep it open for pre-roll."""
        stream, wanted = self._stream, self._settings.pre_roll_seconds
        if stream and (not wanted or stream.device != self._settings.device):
            self._close_stream()
        if not wanted:
            return
        if self._stream is None:
            try:
                self._open()
            except Problem as problem:
                self._try_again_later(problem)
                return
        self._told_closed = False
        if self._stream:
            self._stream.queue.keep(wanted)

    def _try_again_later(self, problem: Problem) -> None:
        """A microphone for pre-roll cannot be had now: that is told once, not at every attempt."""
        if not self._told_closed:
            self._told_closed = True
            self._post(Noticed(problem))
        if not self._is_retrying:
            self._is_retrying = True
            self._inbox.call_later(RETRY_SECONDS, self._try_again)

    def _try_again(self) -> None:
        self._is_retrying = False
        if not self._sessions:
            self._rest()

    def _lost(self, stream: _Stream, problem: Problem) -> None:
        """The stream ended by itself."""
        if stream is not self._stream:
            return
        self._drain(stream)
        if self._sessions:
            self._hear_rest(stream)
            self._fail(problem)
        elif stream is self._stream:
            self._close_stream()
            self._try_again_later(problem)

    def _fail(self, problem: Problem) -> None:
        """No dictation can be captured any more; what was heard of each is finished."""
        self._close_stream()
        for session in tuple(self._sessions):
            if session.released is None or not session.has_begun:
                # Told before it is finished: the machine must wait for the text, not for a release.
                session.outlet.post(Failed(session.id, problem))
            if not session.has_begun:
                # The machine may already wait for the text of one that was let go while opening.
                session.outlet.sink.begin(session.id, session.recording)
            self._finish(session)

    # --- watching ---

    def _watch_from_now_on(self) -> None:
        if not self._is_watching:
            self._is_watching = True
            self._inbox.call_later(WATCH_SECONDS, self._watch)

    def _watch(self) -> None:
        """See to it that sound still comes, and from where."""
        self._is_watching = False
        stream = self._stream
        if stream is None or not self._sessions:
            return
        self._tell_label(stream)
        limit = STALLED_SECONDS if stream.queue.has_delivered else FIRST_BLOCK_SECONDS
        is_late = self._silent_for(stream) > limit
        if is_late and stream.is_suspect:
            self._hear_rest(stream)
            self._fail(MicrophoneStalled(stream.capture.device, "no block came in time"))
            return
        # Seen once it may be this computer that stood still, and the blocks are about to come.
        stream.is_suspect = is_late
        self._watch_from_now_on()

    def _silent_for(self, stream: _Stream) -> float:
        return self._clock.now() - stream.queue.last_arrival

    def _tell_label(self, stream: _Stream) -> None:
        label = stream.capture.device
        if label != self._label:
            self._label = label
            self._post(MicrophoneChosen(label))

    # --- sound ---

    def _drain(self, stream: _Stream) -> None:
        """Hear all blocks that wait, as long as somebody listens."""
        while self._sessions and stream is self._stream and (block := stream.queue.next()):
            samples = stream.capture.convert(block.samples)
            latency = stream.capture.latency
            if (level := self._meter.hear(samples)) is not None:
                for outlet in {id(one.outlet): one.outlet for one in self._sessions}.values():
                    outlet.post(LevelHeard(level))
            for session in tuple(self._sessions):
                self._begin(session)
                self._hear(session, samples)
                session.note_time(block.arrived, latency)
                self._finish_if_over(session)

    def _hear_rest(self, stream: _Stream) -> None:
        """What the resampler still holds, before the stream is given up."""
        rest = stream.capture.flush()
        for session in self._sessions:
            if session.has_begun:
                self._hear(session, rest)

    def _begin(self, session: Session) -> None:
        if session.has_begun:
            return
        session.has_begun = True
        session.outlet.sink.begin(session.id, session.recording)
        session.outlet.post(CaptureOpened(session.id))
        if self._settings.start_sound and session.outlet.plays_cue and session.released is None:
            self._parts.cues.play_start()

    def _hear(self, session: Session, samples: Samples) -> None:
        if not len(samples):
            return
        session.outlet.sink.hear(session.id, samples, self._speech_in(session, samples))
        if session.released is None and self._stream and session.turns_out_muted(samples):
            muted = MicrophoneMuted(self._stream.capture.device)
            session.outlet.post(Noticed(muted, session.recording))

    def _speech_in(self, session: Session, samples: Samples) -> Sequence[float]:
        try:
            return session.hear(samples)
        except Exception as error:  # whatever a detector raises
            self._tell_deaf(Unexpected("the speech detector", detail=type(error).__name__))
            session.do_without_detector()
            return session.hear(samples)

    def _finish_if_over(self, session: Session) -> None:
        if session.is_over(self._settings.tail_seconds):
            self._finish(session)

    def _finish(self, session: Session) -> None:
        self._sessions.remove(session)
        session.outlet.post(CaptureClosed(session.id))
        session.outlet.sink.finish(session.id)
        if not self._sessions:
            self._rest()
