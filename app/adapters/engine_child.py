"""The process of a speech engine as seen from Sayso: its pipes, its shared memory, its death.

Rules: one question at a time, and each has a limit. The process ends when its standard input does, so it
never stays behind. Keys that interrupt a terminal's programs do not reach it. The lines that it marks for the
log are in this process's log, and nothing else that it or its libraries write.
Failure: a process that dies, makes no sense or does not answer in time is ended, and that question and every
later one raise EngineDied; one that cannot even be killed is left to the system.
"""

from __future__ import annotations

import logging
import queue
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, BinaryIO, Final, TypeVar, cast

from app.adapters.child_pipes import APART, log_lines, read_messages
from app.adapters.engine_errors import UNLOADED, is_out_of_memory
from app.adapters.engine_messages import Message, from_plain, problem_from_plain, send
from app.adapters.engine_sound import NO_FILE, SharedSound
from app.domain.audio import Samples
from app.domain.compute import CPU, device_words
from app.domain.problems import EngineDied, OutOfMemory, Problem, RecognitionFailed

logger = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE_SECONDS: Final = 2.0
"""How long a child that was asked to end, or was killed, is waited for."""

LAST_BYTES: Final = 4096
"""Of what the child's libraries write, as much is looked through for a lack of memory."""


class EngineProcess:
    """The child and the pipes to it. Raises EngineDied where it cannot be started."""

    def __init__(self, command: Sequence[str]) -> None:
        self._calls = threading.Lock()
        self._sending = threading.Lock()
        self._answers: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._is_closed = False
        self._death = ""
        self._last_said = b""
        try:
            self._sound = SharedSound()
        except OSError as error:
            raise EngineDied(f"no memory could be shared: {type(error).__name__}") from error
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=() if self._sound.file == NO_FILE else (self._sound.file,),
                start_new_session=True,
                creationflags=APART,
            )
        except OSError as error:
            self._sound.close()
            raise EngineDied(f"it could not be started: {type(error).__name__}") from error
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self._commands = cast(BinaryIO, self._process.stdin)
        answers = threading.Thread(
            target=self._read, args=(self._process.stdout,), name="engine answers", daemon=True
        )
        self._log = threading.Thread(
            target=self._drain, args=(self._process.stderr,), name="engine log", daemon=True
        )
        answers.start()
        self._log.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def file(self) -> int:
        """The descriptor of the shared memory, the same in the child."""
        return self._sound.file

    @property
    def is_alive(self) -> bool:
        """Whether it runs and may be asked."""
        return not self._is_closed and not self._death and self._process.poll() is None

    @property
    def ran_out_of_memory(self) -> bool:
        """Whether that is what its libraries said last."""
        return is_out_of_memory(RuntimeError(self._last_said.decode("utf-8", "replace")))

    def ask(
        self,
        question: Message,
        kind: type[T],
        limit: float,
        audio: Samples | None = None,
        on_progress: Callable[[float], None] | None = None,
    ) -> T:
        """The answer to `question`, a value of type `kind`, within `limit` seconds; `audio` goes along.

        Raises the Problem that the child answers with, EngineDied, OutOfMemory where there is no memory to
        share, RecognitionFailed after `close`; and what `on_progress` raises, once the child has stopped.
        """
        with self._calls:
            if not self.is_alive:
                raise self._ended()
            if audio is not None:
                try:
                    question = {**question, "sound": self._sound.put(audio), "samples": len(audio)}
                except OSError as error:
                    if self._is_closed:
                        raise self._ended() from error
                    raise OutOfMemory(device_words(CPU), detail=type(error).__name__) from error
            try:
                return self._ask(question, kind, time.monotonic() + limit, on_progress)
            finally:
                if audio is not None:
                    self._sound.clear()

    def close(self) -> None:
        """Ask it to end, and after a short patience kill it. Never raises."""
        if self._is_closed:
            return
        self._is_closed = True
        self._free()

    # --- a call ---

    def _ask(
        self, question: Message, kind: type[T], deadline: float, on_progress: Callable[[float], None] | None
    ) -> T:
        self._send(question)
        while True:
            answer = self._next(deadline)
            try:
                if "value" in answer:
                    return from_plain(kind, answer["value"])
                problem = problem_from_plain(answer["problem"]) if "problem" in answer else None
                progress = 0.0 if problem else from_plain(float, answer["progress"])
            except (ValueError, KeyError) as error:
                self._process.kill()
                raise self._ended("its answer made no sense") from error
            if problem:
                raise problem
            self._tell(progress, on_progress, deadline)

    def _tell(self, progress: float, on_progress: Callable[[float], None] | None, deadline: float) -> None:
        """Tell it; the child waits for a word on whether to go on."""
        try:
            if on_progress is not None:
                on_progress(progress)
        except BaseException:  # what it raises to stop the decode, an interrupt too
            # The next answer must be the next question's.
            with suppress(Problem):
                self._send({"go_on": False})
                self._next(deadline)
            raise
        self._send({"go_on": True})

    def _send(self, message: Message) -> None:
        try:
            with self._sending:
                send(self._commands, message)
        except (OSError, ValueError) as error:
            raise self._ended() from error

    def _next(self, deadline: float) -> Message:
        try:
            answer = self._answers.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            self._process.kill()
            raise self._ended("it did not answer in time") from None
        if answer is None:
            raise self._ended()
        return answer

    # --- its end ---

    def _ended(self, why: str = "") -> Problem:
        """The problem of a call to a child that has ended, or is to: `why`, or what became of it."""
        if self._is_closed:
            return RecognitionFailed(UNLOADED)
        if not self._death:
            status = self._free()
            memory = ", out of memory" if self.ran_out_of_memory else ""
            self._death = (why or _status_words(status)) + memory
            logger.warning("the speech engine %s has died: %s", self.pid, self._death)
        return EngineDied(self._death)

    def _free(self) -> int | None:
        """End the child and give back what belongs to it; its exit status, None where even killing did not
        end it in time."""
        self._hang_up()
        status = self._wait()
        if status is None:
            self._process.kill()
            status = self._wait()
        # What it said last may still be on its way.
        self._log.join(PATIENCE_SECONDS)
        self._sound.close()
        return status

    def _hang_up(self) -> None:
        """Close its standard input, which it takes as the end. It may be full, and a thread wait in it."""
        for _ in range(2):
            if self._sending.acquire(timeout=PATIENCE_SECONDS):
                with suppress(OSError):
                    self._commands.close()
                self._sending.release()
                return
            self._process.kill()

    def _wait(self) -> int | None:
        try:
            return self._process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            return None

    # --- threads of their own: pipes cannot be waited for with a limit everywhere ---

    def _read(self, pipe: IO[bytes]) -> None:
        """Put every answer into the queue; None behind the last one."""
        read_messages(pipe, self._answers.put)

    def _drain(self, pipe: IO[bytes]) -> None:
        """Log what is for the log, and keep the last of the rest."""
        for line in log_lines(pipe, self.pid):
            self._last_said = (self._last_said + line)[-LAST_BYTES:]


def _status_words(status: int | None) -> str:
    """What an exit status says, for the log."""
    if status is None:
        return "it could not be ended"
    if status < 0:
        with suppress(ValueError):
            return f"ended by {signal.Signals(-status).name}"
    return f"ended with status {status:#x}" if status > 255 else f"ended with status {status}"
