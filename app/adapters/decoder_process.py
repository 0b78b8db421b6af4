"""The process that decodes one file's sound, as seen from whoever wants the sound.

Rules: one process for each stream of sound. It ends when its standard input does, so it never stays behind.
A thread takes its answers from the pipe, a few blocks ahead and no more. That thread starts it as well: it
lives as long as the process, which on Linux is killed when the thread that started it has gone, so that it
does not stay behind suspended either.
Time: `next` gives up after so many seconds without an answer, but counts only those in which this process
itself was running. Both may be suspended together for minutes while somebody dictates; a clock would call
that a hang right after. So it waits in short turns and counts turns: whatever happens in a turn, it counts as
no more than its length.
Failure: a process that dies, makes no sense or does not answer in time is ended, and `next` raises
DecoderDied.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, BinaryIO, Final, cast

from app.adapters.child_pipes import start_reading
from app.adapters.decoder_messages import Answer, DecodeTask, receive_answer, write_task

logger = logging.getLogger(__name__)

TURN_SECONDS: Final = 0.25
"""How long one turn of waiting is."""
BLOCKS_AHEAD: Final = 4
"""So many blocks are taken from the pipe before they are asked for; some 100 kB each."""
PATIENCE_SECONDS: Final = 2.0
"""How long the end of a process that was killed is waited for."""
OUT_OF_TIME: Final = -24
"""The exit status of a process that had no more of the processor's time: SIGXCPU."""
CALM: Final = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
"""Nothing is computed that threads would serve, and they take address space and time at the start."""


class DecoderDied(Exception):
    """There is no more to come, and not because the sound has ended."""

    def __init__(self, why: str, *, is_late: bool = False) -> None:
        super().__init__(why)
        self.is_late = is_late


class DecoderProcess:
    """Runs `command` for one task. `next` belongs to one thread, `close` to any.

    Raises DecoderDied where it cannot be started.
    """

    def __init__(self, command: Sequence[str], task: DecodeTask, silence: float) -> None:
        self._silence = silence
        self._answers: queue.Queue[Answer | None] = queue.Queue(BLOCKS_AHEAD)
        self._is_closed = False
        try:
            process = start_reading(
                command,
                "decoder answers",
                self._read,
                errors=subprocess.DEVNULL,
                environment={**os.environ, **CALM},
                new_session=True,
            )
        except OSError as error:
            raise DecoderDied(f"it could not be started: {type(error).__name__}") from error
        assert process.stdin is not None
        self._process = process
        self._input = process.stdin
        with suppress(OSError):  # it has ended already, which the end of its answers tells
            self._input.write(write_task(task))
            self._input.flush()

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended."""
        return self._process.pid

    def next(self) -> Answer | None:
        """The next answer; None after `close`. Raises DecoderDied."""
        turns = 0
        while not self._is_closed:
            try:
                answer = self._answers.get(timeout=TURN_SECONDS)
            except queue.Empty:
                turns += 1
                if turns * TURN_SECONDS >= self._silence:
                    self.close()
                    raise DecoderDied("it did not answer in time", is_late=True) from None
                continue
            if answer is not None or self._is_closed:
                return answer
            self.close()
            raise DecoderDied(self._death(), is_late=self._process.returncode == OUT_OF_TIME)
        return None

    def close(self) -> None:
        """End the process. Never raises."""
        self._is_closed = True
        with suppress(OSError):
            self._input.close()
        with suppress(OSError):
            self._process.kill()
        # The thread may wait for room; one that waits for answers gets the end of the pipe.
        with suppress(queue.Empty):
            while True:
                self._answers.get_nowait()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(PATIENCE_SECONDS)

    def _death(self) -> str:
        """What an exit status says, for the log."""
        status = self._process.returncode
        words = "it could not be ended" if status is None else f"it ended with status {status}"
        logger.info("the decoder %s has died: %s", self.pid, words)
        return words

    def _read(self, pipe: IO[bytes]) -> None:
        """Put every answer into the queue; None behind the last one."""
        with pipe, suppress(EOFError, OSError, ValueError):
            while not self._is_closed:
                self._answers.put(receive_answer(cast(BinaryIO, pipe)))
        if not self._is_closed:
            self._answers.put(None)
