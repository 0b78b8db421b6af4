"""The queue of files as it is worked off: which job is next, how far it is, and how it ended.

Rules: all changes of the queue are pure (`app.domain.file_queue`), on the disk at once, and told as
FilesChanged. After each it is settled what that means for the job that has the engine: one that is not to run
any more is stopped; one that is paused stands still at the engine for as long as no other is to be done, and
otherwise gives its place up and goes on later behind what is written (`app.services.file_unfinished`). Where
nothing is done for as long as a model may stay unused, the engine gives its memory back.
Failure: a job that fails is told in its row, and the next one is begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from app.domain import file_queue as rules
from app.domain.file_queue import FileJob, FileQueue, JobState
from app.domain.file_task import TaskBegun, TaskNews
from app.domain.file_times import with_times
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import MediaFacts, length_of
from app.domain.problems import Problem
from app.services.file_desk_parts import Fates, FileParts, FileThreads, FileWishes, Running
from app.services.file_events import FileCuesHeard, FilesChanged
from app.services.file_hold import FileHold, Reason
from app.services.file_keeping import QueueKeeper
from app.services.file_looks import FileLooks
from app.services.file_run import FileRun, RunControl
from app.services.file_saving import FileSaving
from app.services.file_work import FileWork, WorkEnded, remarks
from app.services.pace import Pace
from app.services.ports import Clock, Post

MEASURED_SECONDS: Final = 1.0
"""A pace that was measured in less says nothing of the next minutes."""


class FileLine:
    """Belongs to the thread "files". `post` takes FilesChanged, FileCuesHeard and Noticed."""

    def __init__(
        self, threads: FileThreads, parts: FileParts, wishes: FileWishes, clock: Clock, post: Post
    ) -> None:
        self._threads = threads
        self._parts = parts
        self._wishes = wishes
        self._post = post
        self._telling = Pace(clock, post)
        self.hold = FileHold(parts.engine, clock)
        self.looks = FileLooks(threads.looking, parts.media, self._looked)
        self.keeper = QueueKeeper(parts.store, post)
        self.saving = FileSaving(parts.exporter, parts.places, parts.store)
        run = FileRun(
            parts.media,
            parts.engine,
            parts.places,
            parts.store,
            parts.identity,
            lambda: self._wishes.cache_bytes,
        )
        self._work = FileWork(run, self.saving, parts.store, self.keeper.ask)
        self.queue = FileQueue()
        self.unsaved: dict[int, FileTranscript] = {}
        """Transcripts that the store did not take."""
        self._running: Running | None = None
        self._pace: float | None = None
        self._next_id = 1
        self._rests = 0
        self._is_resting = False
        self._may_hold_model = False
        self._is_loaded = False
        self._is_begun = False
        self._is_closed = False

    # --- the whole ---

    def load(self) -> None:
        """Have the queue of last time, if it is not here yet."""
        if self._is_loaded:
            return
        self._is_loaded = True
        kept = self.keeper.load()
        self._next_id = kept.next_id
        self.hold.set(Reason.PAUSE, kept.is_paused)
        self.queue = rules.restored(replace(self.queue, jobs=kept.jobs, is_paused=kept.is_paused))
        self.keeper.keep(self.queue)
        self._post(FilesChanged(self.queue))
        for job in self.queue.jobs:
            self._want_look(job)

    def begin(self) -> None:
        """Work from now on."""
        self._is_begun = True
        self._settle()

    @property
    def wishes(self) -> FileWishes:
        """What the user has set."""
        return self._wishes

    def apply(self, wishes: FileWishes) -> None:
        """The next job is done with these settings."""
        before, self._wishes = self._wishes, wishes
        self._is_resting = False
        jobs = (job for job in self.queue.jobs if job.done_seconds and not job.is_over)
        otherwise = {job.id for job in jobs if before.task(job) != wishes.task(job)}
        self.change(rules.wanted_anew(self.queue, otherwise))

    def close(self) -> None:
        """Begin none any more, and stop what runs: it stays running on the disk, and goes on next time."""
        self._is_closed = True
        if self._running:
            self._running.control.stop()

    def change(self, queue: FileQueue) -> None:
        """The queue is so from now on."""
        if queue != self.queue:
            self.queue = with_times(queue, self._pace)
            self.keeper.keep(self.queue)
            self._post(FilesChanged(self.queue))
        self._settle()

    # --- what is asked for ---

    def add(self, paths: Sequence[Path], *, only_new: bool = False) -> Fates:
        """These files, behind all others; `only_new`: but for those that were transcribed as they are now."""
        before = len(self.queue.jobs)
        new = []
        for path in paths:
            new.append(rules.job_of(self._next_id, str(path), self._parts.places.stamp(path)))
            self._next_id += 1
        done = rules.done_files(self.queue) if only_new else frozenset()
        wanted = [job for job in new if (job.path, job.stamp) not in done]
        self.change(rules.added(self.queue, wanted))
        came = self.queue.jobs[before:]
        for job in came:
            self._want_look(job)
        ids = {job.id for job in came}
        listed = tuple(job.path for job in wanted if job.id not in ids)
        return Fates(tuple(job.path for job in came), len(new) - len(wanted), listed)

    def resume(self, id: int) -> None:
        """It goes on where it was, if it still has the engine, and otherwise waits for its turn."""
        running = self._running
        if running and running.job == id and not running.control.is_stopped:
            self.hold.set(Reason.JOB_PAUSE, False)
            self.change(rules.gone_on(self.queue, id))
        else:
            self.change(rules.resumed(self.queue, id))

    def remove(self, id: int) -> None:
        """It is gone, with its transcript."""
        self.looks.drop(id)
        self.unsaved.pop(id, None)
        self.change(rules.removed(self.queue, id))

    def pause_all(self, paused: bool) -> None:
        """Nothing is computed, or all goes on."""
        self.hold.set(Reason.PAUSE, paused)
        self.change(replace(self.queue, is_paused=paused))

    def overtake(self, overtaken: bool) -> None:
        """A dictation goes on, or has ended. Where no file is to be done, nobody need be told."""
        queue = replace(self.queue, is_overtaken=overtaken)
        if any(not job.is_over for job in self.queue.jobs):
            self.change(queue)
        else:
            self.queue = queue

    def heard_so_far(self, id: int) -> FileCuesHeard | None:
        """The text of the job that runs; None of any other."""
        running = self._running
        is_it = running is not None and running.job == id and not running.control.is_stopped
        return FileCuesHeard(id, running.cues) if running and is_it else None

    # --- the job that runs ---

    def _settle(self) -> None:
        if self._running:
            self._settle_running(self._running)
        if not self._running and self._is_begun and not self._is_closed:
            job = rules.next_job(self.queue)
            if job is None:
                self._rest()
            else:
                self._start(job)

    def _settle_running(self, running: Running) -> None:
        if running.control.is_stopped:
            return
        job = self.queue.find(running.job)
        is_same = job is not None and job.choice == running.choice
        if job is not None and is_same and job.state is JobState.RUNNING:
            return
        if job is not None and is_same and job.state is JobState.PAUSED:
            self.hold.set(Reason.JOB_PAUSE, True)
            if rules.next_job(self.queue) is None:
                return
        running.control.stop()
        self._parts.engine.stop()
        # Only now: it must not compute once more before it ends.
        self.hold.set(Reason.JOB_PAUSE, False)
        self.change(replace(self.queue, is_loading=False))

    def _control(self) -> RunControl:
        def computing() -> None:
            self._threads.desk.call(lambda: self._loading(control))

        control = RunControl(self.hold.wait, computing)
        return control

    def _start(self, job: FileJob) -> None:
        self._rests += 1
        self._is_resting = False
        running = self._running = Running(job.id, job.choice, self._control())
        self.change(rules.begun(self.queue, job.id))
        work = partial(
            self._work.do,
            job.id,
            self._wishes.task(job),
            self._wishes.files,
            running.control,
            seconds=job.seconds,
            hear=lambda news: self._threads.desk.call(partial(self._heard, running, news)),
            ended=lambda end: self._threads.desk.call(partial(self._ended, running, end)),
        )
        self._threads.running.call(work)

    def _loading(self, control: RunControl) -> None:
        self._may_hold_model = True
        if self._running and self._running.control is control and not control.is_stopped:
            self.change(replace(self.queue, is_loading=True))

    def _heard(self, running: Running, news: TaskNews) -> None:
        if not self._is_current(running):
            return
        if isinstance(news, TaskBegun):
            running.began, running.before = self.hold.working_time(), news.seconds
            queue = rules.looked_at(self.queue, running.job, news.facts)
            queue = rules.found_at(queue, running.job, news.seconds)
            if length_of(news.facts, running.choice) is not None:
                self.looks.drop(running.job)
            self.change(replace(queue, is_loading=False))
            self._tell_of(running, news.cues)
            return
        took = self.hold.working_time() - running.began
        if took >= MEASURED_SECONDS and news.seconds > running.before:
            self._pace = (news.seconds - running.before) / took
        queue = rules.progressed(replace(self.queue, is_loading=False), running.job, news.seconds)
        self.queue = with_times(queue, self._pace)
        self._telling.tell(FilesChanged(self.queue))
        self._tell_of(running, news.cues)

    def _tell_of(self, running: Running, cues: tuple[Cue, ...]) -> None:
        if cues:
            self._post(FileCuesHeard(running.job, cues, len(running.cues)))
            running.cues += cues

    def _ended(self, running: Running, end: WorkEnded) -> None:
        self._running = None
        self.hold.set(Reason.JOB_PAUSE, False)
        id = running.job
        if self._is_closed:
            return
        if self.queue.find(id) is None:
            # Kept in the moment in which it was removed.
            self.keeper.remove(id)
            self._settle()
            return
        # One that was paused in its last moment is done all the same.
        queue = replace(self.queue, is_loading=False)
        queue = queue if running.control.is_stopped else rules.gone_on(queue, id)
        if running.control.is_stopped:
            pass
        elif end.problem is not None:
            queue = rules.failed(queue, id, end.problem.sentence, end.problem.remedy)
        elif end.transcript is None:
            queue = rules.cancelled(queue, id)
        else:
            queue = self._done(queue, id, end.transcript, end)
        self.change(queue)

    def _done(self, queue: FileQueue, id: int, transcript: FileTranscript, end: WorkEnded) -> FileQueue:
        self.unsaved.pop(id, None)
        if not end.is_kept:
            self.unsaved[id] = transcript
        queue = rules.ended(
            queue,
            id,
            seconds=transcript.seconds,
            doubts=len(transcript.doubts),
            is_from_cache=end.is_from_cache,
            is_silent=not transcript.text,
            saved=end.saved.paths,
            heard=end.heard,
        )
        return rules.told(queue, id, *remarks(transcript, end.saved.problem, end.said))

    def _is_current(self, running: Running) -> bool:
        return self._running is running and not running.control.is_stopped

    # --- looks and rests ---

    def _want_look(self, job: FileJob) -> None:
        if not job.is_over and (not job.tracks or job.seconds is None):
            self.looks.want(job.id, job.path)

    def _looked(self, id: int, answer: MediaFacts | Problem) -> None:
        self._threads.desk.call(partial(self._found, id, answer))

    def _found(self, id: int, answer: MediaFacts | Problem) -> None:
        job = self.queue.find(id)
        if job is None:
            return
        if not isinstance(answer, Problem):
            self.change(rules.looked_at(self.queue, id, answer))
        elif job.state in (JobState.WAITING, JobState.PAUSED):
            # To be told now, and not after the hours of those before it.
            self.change(rules.failed(self.queue, id, answer.sentence, answer.remedy))

    def _rest(self) -> None:
        minutes = self._wishes.models.idle_minutes
        if minutes and self._may_hold_model and not self._is_resting:
            self._is_resting = True
            self._rests += 1
            self._threads.desk.call_later(minutes * 60, partial(self._unload, self._rests))

    def _unload(self, rest: int) -> None:
        if rest == self._rests and not self._is_closed:
            self._may_hold_model = False
            # On the thread of its tasks: one that begins now is behind it, and loads anew.
            self._threads.running.call(self._parts.engine.unload)
