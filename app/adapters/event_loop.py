"""An asyncio event loop on a thread of its own, for a library whose waiting must end at any moment.

Problem: a blocking read in another thread cannot be ended from outside. A coroutine can, within a
    millisecond, by cancelling it.
Rules: the thread starts with the first coroutine and is a daemon; asyncio is imported with it, since the
    start of the program does not wait for what may never be needed. Parts and the end of a `Run` come to the
    thread that waits for it; the loop's thread only passes them on.
Failure: after `close` nothing starts any more, and every run ends as stopped.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    import asyncio

Part = TypeVar("Part")
End = TypeVar("End")
CLOSING_SECONDS: Final = 3.0


class EventLoopThread:
    """One event loop. `name` is the thread's name."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def submit(self, coroutine: Coroutine[Any, Any, End]) -> Future[End]:
        """Run `coroutine` there; cancelling the future cancels it. Already cancelled after `close`."""
        import asyncio

        with self._lock:
            if self._is_closed:
                coroutine.close()
                future: Future[End] = Future()
                future.cancel()
                return future
            if self._loop is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(
                    target=self._run, args=(self._loop,), name=self._name, daemon=True
                )
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    def close(self, last: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Cancel all that runs, do `last`, and end the thread; waits a few seconds at most, never raises."""
        with self._lock:
            already, self._is_closed = self._is_closed, True
            loop, thread = self._loop, self._thread
        if already or loop is None or thread is None:
            return
        import asyncio

        with contextlib.suppress(Exception, CancelledError):
            asyncio.run_coroutine_threadsafe(_end_all(last), loop).result(CLOSING_SECONDS)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(CLOSING_SECONDS)

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        import asyncio

        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.run_until_complete(loop.shutdown_asyncgens())
            asyncio.set_event_loop(None)
            loop.close()


async def _end_all(last: Callable[[], Coroutine[Any, Any, None]]) -> None:
    import asyncio

    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await last()


class Run(Generic[Part, End]):
    """One coroutine whose parts come to the thread that waits for its end. Used once.

    Args:
        loop: where it runs.
        begin: makes the coroutine; is given the function that its parts go to.
    """

    def __init__(
        self, loop: EventLoopThread, begin: Callable[[Callable[[Part], None]], Coroutine[Any, Any, End]]
    ) -> None:
        self._loop = loop
        self._begin = begin
        self._lock = threading.Lock()
        self._future: Future[End] | None = None
        self._is_stopped = False

    def run(self, on_part: Callable[[Part], None]) -> End | None:
        """Wait for its end; None when it was stopped. Raises what it raises, or what `on_part` raises,
        which stops it."""
        parts: queue.SimpleQueue[Part | None] = queue.SimpleQueue()
        with self._lock:
            if self._is_stopped:
                return None
            future = self._future = self._loop.submit(self._begin(parts.put))
        future.add_done_callback(lambda _: parts.put(None))
        try:
            while (part := parts.get()) is not None:
                if not self._is_stopped:
                    on_part(part)
            return future.result()
        except CancelledError:
            return None
        finally:
            future.cancel()

    def stop(self) -> None:
        """End it now; from any thread, at any time. Returns at once."""
        with self._lock:
            self._is_stopped = True
            future = self._future
        if future is not None:
            future.cancel()
