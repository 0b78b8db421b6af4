"""Which language models there are, and getting one.

Problem: a download takes minutes, and while it runs the settings still want to know what is there.
Rules: two threads, one that asks and one that waits for the download: the writer may be asked from any
    thread while it gets a model. Models are got one after the other; one that is on its way or waits is not
    asked for twice. Every `pull` that was taken up ends with one PullEnded. Progress is told at most ten
    times a second, and nothing of it after the end.
Failure: every exception ends as a Problem in an event; the threads live on.
"""

from __future__ import annotations

import math
import threading
from collections import deque

from app.domain.writing import PullProgress, same_model
from app.services.failures import problem_of
from app.services.pace import PROGRESS_SECONDS
from app.services.ports import Clock, Inbox, Post
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.services.writing_ports import Pulling, Writer


class WriterDesk:
    """The language models of the server in use. All methods may be called from any thread and return at once.

    Args:
        questions: the inbox of the thread that asks the server; its answers take some seconds at most.
        downloads: that of the thread that waits for downloads.
        writer: the server.
        clock: what the pace of the progress is measured with.
        post: takes WritersFound, WritersNotFound, PullProgressed and PullEnded.
    """

    def __init__(self, questions: Inbox, downloads: Inbox, writer: Writer, clock: Clock, post: Post) -> None:
        self._questions = questions
        self._downloads = downloads
        self._writer = writer
        self._post = post
        self._lock = threading.Lock()
        self._is_closed = False
        self._is_asking = False
        self._waiting: deque[str] = deque()
        self._current = ""
        self._pulling: Pulling | None = None
        self._is_stopped = False
        self._progress = _Progress(questions, clock, post)

    def look(self) -> None:
        """Find out what is there: WritersFound or WritersNotFound. Asking anew before that was begun is
        asking once."""
        with self._lock:
            if self._is_closed or self._is_asking:
                return
            self._is_asking = True
        self._questions.call(self._look)

    def pull(self, model: str) -> None:
        """Get `model` (its name with the tag), after those that were asked for before. Ends with PullEnded,
        and with a look where it was got. Nothing happens where it is on its way, or the name is empty."""
        name = model.strip()
        with self._lock:
            on_its_way = [one for one in (self._current, *self._waiting) if one]
            if self._is_closed or not name or any(same_model(name, one) for one in on_its_way):
                return
            self._waiting.append(name)
        self._downloads.call(self._pull_next)

    def stop_pull(self) -> None:
        """End the download that runs, or else the next one that waits; those behind it go on. The server
        keeps what has arrived."""
        unbegun = ""
        with self._lock:
            if self._current:
                self._stop_current()
            elif self._waiting:
                unbegun = self._waiting.popleft()
        if unbegun:
            self._post(PullEnded(unbegun, is_there=False))

    def close(self) -> None:
        """End all, and take nothing up any more."""
        with self._lock:
            self._is_closed = True
            unbegun = tuple(self._waiting)
            self._waiting.clear()
            if self._current:
                self._stop_current()
        for model in unbegun:
            self._post(PullEnded(model, is_there=False))

    def _stop_current(self) -> None:
        self._is_stopped = True
        if self._pulling:
            self._pulling.stop()

    # --- on the thread of the questions ---

    def _look(self) -> None:
        with self._lock:
            self._is_asking = False
            if self._is_closed:
                return
        host = self._writer.host
        try:
            # The version first: it is the quickest way to see that nobody answers.
            version = self._writer.version()
            found = WritersFound(host, version, self._writer.models(), self._writer.running())
        except Exception as error:  # the thread lives on
            self._post(WritersNotFound(host, problem_of(error, "asking which language models there are")))
        else:
            self._post(found)

    # --- on the thread of the downloads ---

    def _pull_next(self) -> None:
        with self._lock:
            # Stopped before its turn, it is not there any more.
            if not self._waiting:
                return
            model = self._current = self._waiting.popleft()
            self._is_stopped = False
        is_there, problem = False, None
        self._progress.begin(model)
        try:
            is_there = self._run(model)
        except Exception as error:  # what was begun ends with an event
            problem = problem_of(error, "getting a language model")
        self._progress.end()
        with self._lock:
            self._current, self._pulling = "", None
            if self._is_stopped:
                problem = None
        self._post(PullEnded(model, is_there, problem))
        if is_there:
            self.look()

    def _run(self, model: str) -> bool:
        pulling = self._writer.pull(model)
        with self._lock:
            self._pulling = pulling
            if self._is_stopped:
                pulling.stop()
        return pulling.run(self._progress.tell)


class _Progress:
    """The pace at which the progress of downloads is told.

    What comes too soon waits until its time has come, and gives way to what comes after it. It is told on the
    thread of the inbox then, since that of the download is busy.
    """

    def __init__(self, inbox: Inbox, clock: Clock, post: Post) -> None:
        self._inbox = inbox
        self._clock = clock
        self._post = post
        # Reentrant, and held while posting: nothing may be told after the end.
        self._lock = threading.RLock()
        self._model = ""
        self._told: PullProgressed | None = None
        self._told_at = -math.inf
        self._held: PullProgressed | None = None
        self._is_due = False

    def begin(self, model: str) -> None:
        """Tell that `model` is on its way."""
        with self._lock:
            self._model = model
            self._offer(PullProgressed(model, 0, 0))

    def tell(self, progress: PullProgress) -> None:
        """How far it has come."""
        with self._lock:
            event = PullProgressed(self._model, progress.received, progress.total)
            if event != (self._held or self._told):
                self._offer(event)

    def end(self) -> None:
        """Nothing more is told of it."""
        with self._lock:
            self._held = None

    def _offer(self, event: PullProgressed) -> None:
        """Tell it, now or as soon as that may be."""
        wait = self._told_at + PROGRESS_SECONDS - self._clock.now()
        if wait <= 0:
            self._held = None
            self._told, self._told_at = event, self._clock.now()
            self._post(event)
            return
        self._held = event
        if not self._is_due:
            self._is_due = True
            self._inbox.call_later(wait, self._release)

    def _release(self) -> None:
        with self._lock:
            self._is_due = False
            if self._held is not None:
                self._offer(self._held)
