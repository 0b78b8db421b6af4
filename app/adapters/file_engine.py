"""Transcribes files in a process of its own, which stands still while somebody dictates.

The process (`app.commands.transcribe_files`) holds the model, reads the file and tells of every few pieces
that are done. What it has told is kept here: when it dies, another one goes on behind the last of it, without
the graphics card, which may have been the cause; so it does where the card's memory is too small.

Rules: one task at a time, on one thread. A task that is stopped ends here at once, and there as soon as what
is being computed has come to an end; its late answers are known by their number. Time in which the process is
suspended is no silence of it. The model stays loaded for the next task that wants the same.
Failure: a process that dies, makes no sense, or tells nothing for `SILENCE_SECONDS` raises EngineDied where
nothing was written since the last one died so; Problems of it are the same Problems here.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from app.adapters.engine_messages import from_plain, problem_from_plain, to_plain
from app.adapters.file_messages import Begun, Ended, Order, Transcribed
from app.adapters.folders import Folders
from app.adapters.own_process import TRANSCRIBE_FILES, own_command
from app.domain.cue_seams import without_stop
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed, TaskResult
from app.domain.file_transcript import Cue, Doubt, FileTranscript
from app.domain.problems import EngineDied, OutOfMemory, TaskStopped
from app.domain.settings import Device, SpeechEngine

if TYPE_CHECKING:
    from app.adapters.file_process import FileProcess

logger = logging.getLogger(__name__)

SILENCE_SECONDS: Final = 1800.0
"""The slowest computer may take that long for loading, or for a few pieces with the largest model."""
STEP_SECONDS: Final = 1.0
"""Silence is counted in such steps; a step in which the computer slept counts once."""


RESTARTED: Final = "The speech engine crashed and was started again."
CARD_TOO_SMALL: Final = "There is not enough memory on the graphics card, so the processor is used."


@dataclass(slots=True)
class _Heard:
    """What the process has told of a task."""

    end: float = 0.0
    cues: list[Cue] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    language: str = ""
    probability: float = 1.0
    has_begun: bool = False
    is_short: bool = False
    said: list[str] = field(default_factory=list)

    @classmethod
    def behind(cls, before: FileTranscript | None) -> _Heard:
        """As if the process had told what was transcribed before."""
        if before is None:
            return cls()
        return cls(
            before.seconds,
            list(before.cues),
            list(before.doubts),
            list(before.languages),
            before.language,
            before.language_probability,
        )

    def say(self, sentence: str) -> None:
        """Keep a sentence for the user, once."""
        if sentence not in self.said:
            self.said.append(sentence)


class ApartFileEngine:
    """Fits the port FileEngine.

    Args:
        folders: where the models are.
        command: what to run; the program's own hidden command when left out.
        silence: seconds that the process may say nothing.
    """

    def __init__(
        self, folders: Folders, command: Sequence[str] | None = None, silence: float = SILENCE_SECONDS
    ) -> None:
        self._folders = folders
        self._command = tuple(command or own_command(TRANSCRIBE_FILES))
        self._silence = silence
        self._lock = threading.Lock()
        """Guards what follows; no process's beginning or end is waited for under it, as whoever begins to
        dictate waits for it in `hold`."""
        self._process: FileProcess | None = None
        self._held = False
        self._task = 0
        self._last: tuple[FileTask, _Heard] | None = None
        """Belongs to the thread of the tasks."""
        self._is_running = False
        self._is_stopped = False
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """The number of the process; None where there is none."""
        process = self._process
        return process.pid if process and process.is_alive else None

    def transcribe(
        self, task: FileTask, hear: Callable[[TaskNews], None], before: FileTranscript | None = None
    ) -> TaskResult:
        """Transcribe all of it, as the port says."""
        heard = _Heard.behind(before)
        self._last = task, heard
        with self._lock:
            if self._is_closed:
                raise TaskStopped
            self._is_running = True
            self._is_stopped = False
        try:
            ended = self._ended(task, heard, hear)
            return TaskResult(_written(task, heard, ended), ended.fingerprint, (*heard.said, *ended.said))
        finally:
            with self._lock:
                self._is_running = False

    def unfinished(self) -> FileTranscript | None:
        """As the port says."""
        if self._last is None:
            return None
        task, heard = self._last
        return None if heard.is_short or heard.end <= 0 else _written(task, heard)

    def hold(self) -> None:
        """Suspend the process and those that it has started."""
        with self._lock:
            if not self._held:
                self._held = True
                if self._process:
                    self._process.hold()

    def go_on(self) -> None:
        """Resume them."""
        with self._lock:
            if self._held:
                self._held = False
                if self._process:
                    self._process.go_on()

    def stop(self) -> None:
        """End the task that runs, if there is one."""
        with self._lock:
            if self._is_running:
                self._is_stopped = True
                if self._process:
                    self._process.wake()

    def unload(self) -> None:
        """End the process, unless a task runs in it."""
        with self._lock:
            process = None if self._is_running else self._taken()
        _end(process)

    def close(self) -> None:
        """End the process, and transcribe nothing any more."""
        with self._lock:
            self._is_closed = self._is_stopped = True
            process = self._taken()
        _end(process)

    # --- one task ---

    def _ended(self, task: FileTask, heard: _Heard, hear: Callable[[TaskNews], None]) -> Ended:
        died_at: float | None = None
        is_first = True
        while True:
            # PyTorch's engine has its own ways back, and CPU means there as well.
            on_processor = not is_first and task.speech.engine is SpeechEngine.FASTER_WHISPER
            try:
                return self._try(task, heard, hear, on_processor=on_processor)
            except EngineDied as died:
                if died_at is not None and heard.end <= died_at:
                    raise
                died_at = heard.end
                logger.warning("the transcription goes on in another process: %s", died.detail)
                heard.say(RESTARTED)
            except OutOfMemory as problem:
                if not is_first or task.speech.device is Device.CPU:
                    raise
                logger.warning("the transcription goes on on the processor: %s", problem.detail)
                heard.say(CARD_TOO_SMALL)
            is_first = False

    def _try(
        self, task: FileTask, heard: _Heard, hear: Callable[[TaskNews], None], *, on_processor: bool
    ) -> Ended:
        process = self._ready()
        with self._lock:
            self._task += 1
            id = self._task
        order = Order(
            id,
            task=replace(task, path=task.path.absolute()),
            folders=self._folders,
            begin=heard.end,
            language=heard.language,
            language_probability=heard.probability,
            on_processor=on_processor,
            last=heard.cues[-1] if heard.cues else None,
        )
        try:
            process.send({"order": to_plain(order)})
            return self._listen(process, id, heard, hear)
        except EngineDied:
            self._drop(process)
            raise
        except BaseException:  # TaskStopped, what `hear` raises, an interrupt
            self._let_go(process, id)
            raise

    def _listen(
        self, process: FileProcess, id: int, heard: _Heard, hear: Callable[[TaskNews], None]
    ) -> Ended:
        while True:
            answer = self._next(process)
            if answer.get("id") != id:
                continue
            try:
                if "problem" in answer:
                    raise problem_from_plain(answer["problem"])
                if "ended" in answer:
                    return from_plain(Ended, answer["ended"])
                news = self._news(answer, heard)
            except (ValueError, KeyError) as error:
                raise EngineDied("its answer made no sense") from error
            if news is not None:
                hear(news)

    @staticmethod
    def _news(answer: dict[str, object], heard: _Heard) -> TaskNews | None:
        """What to tell of an answer, which is kept. Raises ValueError or KeyError."""
        if "begun" in answer:
            begun = from_plain(Begun, answer["begun"])
            is_new, heard.has_begun = not heard.has_begun, True
            return TaskBegun(begun.facts, heard.end, tuple(heard.cues)) if is_new else None
        done = from_plain(Transcribed, answer["transcribed"])
        heard.end, heard.is_short = done.end, done.is_short
        if done.goes_on and heard.cues:
            # It was told with its stop; the result has it without.
            heard.cues[-1] = without_stop(heard.cues[-1])
        heard.cues.extend(done.cues)
        heard.doubts.extend(done.doubts)
        heard.languages.extend(done.languages)
        heard.language, heard.probability = done.language, done.language_probability
        return TaskProgressed(done.end, done.cues)

    def _next(self, process: FileProcess) -> dict[str, object]:
        """The next answer. Raises TaskStopped or EngineDied."""
        quiet = 0.0
        while True:
            if self._is_stopped:
                raise TaskStopped
            try:
                answer = process.next(STEP_SECONDS)
            except queue.Empty:
                # Nobody answers while suspended, and that is no fault.
                quiet = 0.0 if self._held else quiet + STEP_SECONDS
                if quiet >= self._silence:
                    raise EngineDied("it did not answer in time") from None
                continue
            if answer is None:
                if self._is_stopped:
                    raise TaskStopped
                raise EngineDied(f"it ended with status {process.status}")
            if answer:
                return answer

    # --- the process ---

    def _ready(self) -> FileProcess:
        """A process that may be asked; suspended while everything is. Raises EngineDied or TaskStopped."""
        # Imported here: most people start Sayso to dictate.
        from app.adapters.file_process import FileProcess

        with self._lock:
            if self._is_stopped:
                raise TaskStopped
            if self._process and self._process.is_alive:
                return self._process
            dead = self._taken()
        _end(dead)
        process = FileProcess(self._command)
        with self._lock:
            if not self._is_closed:
                self._process = process
                if self._held:
                    process.hold()
                return process
        _end(process)
        raise TaskStopped

    def _let_go(self, process: FileProcess, id: int) -> None:
        """Nobody wants the rest of a task."""
        try:
            process.send({"stop": id})
        except EngineDied:
            self._drop(process)

    def _drop(self, process: FileProcess) -> None:
        with self._lock:
            if self._process is process:
                self._process = None
        _end(process)

    def _taken(self) -> FileProcess | None:
        """The process, which is nobody's any more. Under the lock; its end is waited for outside it."""
        process, self._process = self._process, None
        return process


def _written(task: FileTask, heard: _Heard, ended: Ended | None = None) -> FileTranscript:
    """What was told of a task; of one that has not `ended`, up to where it is."""
    return FileTranscript(
        str(task.path),
        tuple(heard.cues),
        ended.language if ended else heard.language,
        ended.model if ended else task.speech.model,
        ended.seconds if ended else heard.end,
        ended.language_probability if ended else heard.probability,
        task.choice,
        ended.cut_short if ended else None,
        tuple(heard.doubts),
        tuple(heard.languages) if len(heard.languages) == len(heard.cues) else (),
        ended.damage if ended else None,
    )


def _end(process: FileProcess | None) -> None:
    if process:
        process.close()
