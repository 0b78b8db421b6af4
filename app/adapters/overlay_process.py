"""The strip of a dictation in progress, drawn by a process of its own.

Problem: Wayland lets no window of Sayso's choose its place or stay without the focus. Programs of the X
    server that its desktops run beside it may do both, and the child is one.
Rules: the child is a hidden command (`app.strip`). Messages (`app.adapters.engine_messages`) cross its
    standard input, what is to be seen and the level, and its output, that the user has stopped or moved it.
    Whoever shows something waits for nothing: a thread starts the child and writes to it. The child ends when
    its input does.
Failure mode: a child that has died is started again with the next dictation, a few times; then, or where it
    could not be started, there is no strip, and the log says so.
"""

from __future__ import annotations

import logging
import os
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import IO, BinaryIO, Final, cast

from app.adapters.child_pipes import read_messages, start_reading
from app.adapters.engine_messages import Message, from_plain, send, to_plain
from app.domain.overlay_look import OverlayDress, OverlayLook
from app.domain.overlay_place import Place

logger = logging.getLogger(__name__)

STARTS: Final = 3
"""A child that dies each time is not started for ever."""
MOST_WAITING: Final = 50
"""So many messages may wait for a child that is busy; a level more is not worth the memory."""
PATIENCE_SECONDS: Final = 2.0
ON_X11: Final = {"QT_QPA_PLATFORM": "xcb"}
"""What makes it a program of the X server."""


class OverlayProcess:
    """The child and the way to it. Its methods wait for nothing, and may be called from any thread.

    Args:
        command: what runs it.
        told: gets the place that the user has given it, or None when its stop was pressed; on a thread.
        environment: besides this process's.
        patience: seconds that it has to end, before it is killed.
    """

    def __init__(
        self,
        command: Sequence[str],
        told: Callable[[Place | None], None],
        environment: Mapping[str, str] = ON_X11,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._command = tuple(command)
        self._told = told
        self._patience = patience
        self._environment = {**os.environ, **environment}
        self._inbox: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        self._process: subprocess.Popen[bytes] | None = None
        self._starts = 0
        self._is_given_up = False
        self._dress: Message = {}
        self._thread: threading.Thread | None = None

    def begin(self, dress: OverlayDress) -> None:
        """Have it ready, dressed like that."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._serve, name="strip", daemon=True)
            self._thread.start()
        self._inbox.put({"dress": to_plain(dress)})

    def show(self, look: OverlayLook | None, place: Place) -> None:
        """Show that, there if it is not in view yet; None takes it away."""
        self._inbox.put({"look": None if look is None else to_plain(look), "place": to_plain(place)})

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale."""
        if self._inbox.qsize() < MOST_WAITING:
            self._inbox.put({"level": dbfs})

    def close(self) -> None:
        """End it, and wait for that."""
        if self._thread is not None:
            self._inbox.put(None)
            self._thread.join(self._patience)
            while self._thread.is_alive():
                # A child that hangs reads nothing, and the pipe to it may be full.
                self._is_given_up = True
                if (process := self._process) is not None:
                    process.kill()
                self._thread.join(self._patience)
            self._thread = None

    # --- on the thread ---

    def _serve(self) -> None:
        while (message := self._inbox.get()) is not None:
            if "gone" not in message:
                self._deliver(message)
            elif message["gone"] == self._starts:
                self._end()
        self._end()

    def _deliver(self, message: Message) -> None:
        if "dress" in message:
            self._dress = message
        if self._process is None or not self._sent(message):
            self._end()
            # A level or an end is nothing without what was shown before it.
            if message.get("look") or (message is self._dress and not self._starts):
                self._start(message)

    def _sent(self, message: Message) -> bool:
        assert self._process is not None
        try:
            send(cast(BinaryIO, self._process.stdin), message)
        except (OSError, ValueError):
            return False
        return True

    def _start(self, first: Message) -> None:
        if self._starts >= STARTS or self._is_given_up:
            return
        self._starts += 1
        number = self._starts
        try:
            self._process = start_reading(
                self._command,
                "strip answers",
                lambda pipe: read_messages(pipe, lambda message: self._hear(message, number)),
                errors=subprocess.DEVNULL,
                environment=self._environment,
                new_session=True,
            )
        except OSError as error:
            logger.warning("the strip could not be started: %s", type(error).__name__)
            return
        if self._sent(self._dress) and first is not self._dress:
            self._sent(first)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            cast(IO[bytes], process.stdin).close()
        try:
            status = process.wait(self._patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            logger.warning("the strip did not end in time")
        else:
            if status:
                logger.warning("the strip has ended with status %s", status)

    # --- on the thread that reads ---

    def _hear(self, message: Message | None, number: int) -> None:
        if message is None:
            self._inbox.put({"gone": number})
            return
        with suppress(ValueError):  # not one of ours
            self._told(from_plain(Place, message["moved"]) if "moved" in message else None)
