"""Calls into a thread that waits on a socket: the X11 and D-Bus connections each belong to one thread.

Such a thread puts the queue beside its socket into `select`; whoever calls waits for the answer, for as long
as is given. When the thread has ended, or does not answer in time, the caller gets `NoAnswer`.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

Answer = TypeVar("Answer")


class NoAnswer(Exception):
    """The thread has ended or is busy for too long."""


class CallQueue:
    """Used by one thread that serves and any number that call."""

    def __init__(self) -> None:
        self._wake, self._waker = socket.socketpair()
        self._wake.setblocking(False)
        self._waker.setblocking(False)
        self._lock = threading.Lock()
        self._waiting: deque[tuple[Callable[[], Any], Future[Any]]] = deque()
        self._is_closed = False

    def fileno(self) -> int:
        """Readable while calls wait."""
        return self._wake.fileno()

    def call(self, task: Callable[[], Answer], timeout: float) -> Answer:
        """Do `task` on the serving thread; its answer, or what it raises. Raises NoAnswer."""
        answer: Future[Answer] = Future()
        with self._lock:
            if self._is_closed:
                raise NoAnswer
            self._waiting.append((task, answer))
            # A full socket is as good: the other side is awake then.
            with contextlib.suppress(BlockingIOError):
                self._waker.send(b"\0")
        try:
            return answer.result(timeout)
        except TimeoutError:
            answer.cancel()
            raise NoAnswer from None

    def serve(self) -> None:
        """On the serving thread: do what waits."""
        with contextlib.suppress(BlockingIOError):
            while self._wake.recv(4096):
                pass
        while True:
            with self._lock:
                if not self._waiting:
                    return
                task, answer = self._waiting.popleft()
            if not answer.set_running_or_notify_cancel():
                continue
            try:
                answer.set_result(task())
            except Exception as error:  # it is raised where the answer is waited for
                answer.set_exception(error)

    def close(self) -> None:
        """On the serving thread, at its end: nobody waits any longer."""
        with self._lock:
            self._is_closed = True
            waiting = list(self._waiting)
            self._waiting.clear()
            self._wake.close()
            self._waker.close()
        for _, answer in waiting:
            if answer.set_running_or_notify_cancel():
                answer.set_exception(NoAnswer())
