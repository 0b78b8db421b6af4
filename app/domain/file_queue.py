"""The queue of files: values, and the pure rules by which they change.

A job is known by its number, which is never used again. Times are seconds. A rule that does not apply, as
one for a job that is not there (any more), gives the queue back as it was: what is asked for may come late.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice, SoundTrack


class JobState(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    PAUSED = "paused"
    """It keeps its place and is passed over."""
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class FileJob:
    """One file. `seconds` is how long it is (None where that is not known), `done_seconds` how much of it is
    transcribed, `seconds_left` how long that will take (None where nothing is known yet).

    `sentence` and `remedy` tell what failed or, of a job that is done, what the user should know ("ends
    after 61.2 seconds"). `saved` are the paths of the files that were written.
    """

    id: int
    path: str
    state: JobState = JobState.WAITING
    choice: SoundChoice = ANY_SOUND
    tracks: tuple[SoundTrack, ...] = ()
    seconds: float | None = None
    done_seconds: float = 0.0
    seconds_left: float | None = None
    sentence: str = ""
    remedy: str = ""
    saved: tuple[str, ...] = ()
    is_from_cache: bool = False
    doubts: int = 0
    size: int = 0
    """Bytes, as it was when it was added."""
    is_edited: bool = False
    """The user has changed the transcript: to transcribe the file again would lose that."""

    @property
    def is_over(self) -> bool:
        """Whether nothing happens to it by itself any more."""
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class FileQueue:
    """All jobs in the order in which they are done; those that are over stay until they are cleared away.

    `is_paused`: no job is begun, and the running one stands still. `is_overtaken`: a dictation goes on, and
    files wait for it. `seconds_left` is for all that wait and run.
    """

    jobs: tuple[FileJob, ...] = ()
    is_paused: bool = False
    is_overtaken: bool = False
    seconds_left: float | None = None
    is_loading: bool = False
    """The speech model is on its way."""
    watched_folder: str = ""

    def find(self, id: int) -> FileJob | None:
        """The job of that number."""
        return next((job for job in self.jobs if job.id == id), None)

    @property
    def running(self) -> FileJob | None:
        """The job that is being transcribed."""
        return next((job for job in self.jobs if job.state is JobState.RUNNING), None)


OVER: Final = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})
_STILL_TO_DO: Final = frozenset({JobState.WAITING, JobState.PAUSED, JobState.RUNNING})


# --- what the user asks for ---


def added(queue: FileQueue, jobs: Sequence[FileJob]) -> FileQueue:
    """`jobs` behind all others, but for those whose file is still to be done: nobody wants it twice."""
    coming = {job.path for job in queue.jobs if job.state in _STILL_TO_DO}
    new: list[FileJob] = []
    for job in jobs:
        if job.path not in coming:
            coming.add(job.path)
            new.append(job)
    return replace(queue, jobs=(*queue.jobs, *new)) if new else queue


def moved(queue: FileQueue, id: int, place: int) -> FileQueue:
    """The job at `place`, counted from 0 in the queue as it will be; beyond either end is that end."""
    job = queue.find(id)
    if job is None:
        return queue
    others = [one for one in queue.jobs if one.id != id]
    others.insert(max(0, place), job)
    return replace(queue, jobs=tuple(others))


def paused(queue: FileQueue, id: int) -> FileQueue:
    """It is passed over until `resumed`. One that was running shows how far it had come."""

    def pause(job: FileJob) -> FileJob:
        return replace(job, state=JobState.PAUSED, seconds_left=None)

    return _from(queue, id, {JobState.WAITING, JobState.RUNNING}, pause)


def resumed(queue: FileQueue, id: int) -> FileQueue:
    """It waits for its turn again."""
    return _from(queue, id, {JobState.PAUSED}, _standing(JobState.WAITING))


def cancelled(queue: FileQueue, id: int) -> FileQueue:
    """It is not done any more."""
    return _from(queue, id, _STILL_TO_DO, _standing(JobState.CANCELLED))


def retried(queue: FileQueue, id: int) -> FileQueue:
    """One that is over waits again, as if it were new. Its transcript stays until there is another."""
    return _from(queue, id, OVER, _anew)


def chosen(queue: FileQueue, id: int, choice: SoundChoice) -> FileQueue:
    """Another sound of the file is wanted: what was done of the one before counts no more."""
    job = queue.find(id)
    if job is None or job.choice == choice:
        return queue
    state = JobState.PAUSED if job.state is JobState.PAUSED else JobState.WAITING
    chosen = next((track for track in job.tracks if track.place == choice.track), None)
    length = chosen.seconds if chosen and chosen.seconds is not None else job.seconds
    return _changed(queue, replace(_anew(job), choice=choice, state=state, seconds=length))


def removed(queue: FileQueue, id: int) -> FileQueue:
    """Without it."""
    return replace(queue, jobs=tuple(job for job in queue.jobs if job.id != id))


def cleared(queue: FileQueue) -> FileQueue:
    """Without those that are over."""
    return replace(queue, jobs=tuple(job for job in queue.jobs if not job.is_over))


# --- what happens ---


def next_job(queue: FileQueue) -> FileJob | None:
    """The one to begin now, if any: one runs at a time, and none begins while all are to stand still."""
    if queue.is_paused or queue.is_overtaken or queue.running:
        return None
    return next((job for job in queue.jobs if job.state is JobState.WAITING), None)


def looked_at(queue: FileQueue, id: int, facts: MediaFacts) -> FileQueue:
    """What its file says of itself is known."""
    job = queue.find(id)
    if job is None:
        return queue
    length = length_of(facts, job.choice)
    return _changed(
        queue, replace(job, tracks=facts.tracks, seconds=job.seconds if length is None else length)
    )


def begun(queue: FileQueue, id: int) -> FileQueue:
    """It is being transcribed."""
    return _from(queue, id, {JobState.WAITING}, lambda job: replace(_anew(job), state=JobState.RUNNING))


def gone_on(queue: FileQueue, id: int) -> FileQueue:
    """It was paused in the middle, and goes on there."""
    return _from(queue, id, {JobState.PAUSED}, lambda job: replace(job, state=JobState.RUNNING))


def given_up(queue: FileQueue, id: int) -> FileQueue:
    """It was paused in the middle, and will have to begin anew: its place at the engine is another's now."""
    return _from(queue, id, {JobState.PAUSED}, _standing(JobState.PAUSED))


def progressed(queue: FileQueue, id: int, seconds: float) -> FileQueue:
    """So much of it is transcribed; that never becomes less."""
    return _from(
        queue,
        id,
        {JobState.RUNNING},
        lambda job: replace(job, done_seconds=max(job.done_seconds, seconds)),
    )


def ended(
    queue: FileQueue, id: int, *, seconds: float, doubts: int, is_from_cache: bool, saved: Sequence[str]
) -> FileQueue:
    """It has a transcript of so many seconds of sound, written to the files `saved`."""

    def end(job: FileJob) -> FileJob:
        return replace(
            job,
            state=JobState.DONE,
            seconds=seconds,
            done_seconds=seconds,
            seconds_left=None,
            doubts=doubts,
            is_from_cache=is_from_cache,
            is_edited=False,
            saved=tuple(saved),
        )

    return _from(queue, id, {JobState.RUNNING}, end)


def failed(queue: FileQueue, id: int, sentence: str, remedy: str) -> FileQueue:
    """There will be no transcript; one cancelled or removed meanwhile stays so."""

    def fail(job: FileJob) -> FileJob:
        return replace(_standing(JobState.FAILED)(job), sentence=sentence, remedy=remedy)

    return _from(queue, id, _STILL_TO_DO | {JobState.DONE}, fail)


def told(queue: FileQueue, id: int, sentence: str, remedy: str) -> FileQueue:
    """What the user should know of it."""
    job = queue.find(id)
    return queue if job is None else _changed(queue, replace(job, sentence=sentence, remedy=remedy))


def exported(queue: FileQueue, id: int, saved: Sequence[str]) -> FileQueue:
    """These files were written of it as well."""
    job = queue.find(id)
    if job is None:
        return queue
    return _changed(queue, replace(job, saved=tuple(dict.fromkeys((*job.saved, *saved)))))


def edited(queue: FileQueue, id: int, doubts: int) -> FileQueue:
    """The user has changed its transcript, in which so many doubtful places are left."""
    job = queue.find(id)
    return queue if job is None else _changed(queue, replace(job, is_edited=True, doubts=doubts))


def restored(queue: FileQueue) -> FileQueue:
    """The queue after the program was ended, in whatever way: what was running has to begin anew."""
    jobs = tuple(
        _standing(JobState.WAITING)(job) if job.state is JobState.RUNNING else job for job in queue.jobs
    )
    return replace(queue, jobs=jobs, is_overtaken=False, is_loading=False, seconds_left=None)


# --- lengths and times ---


def length_of(facts: MediaFacts, choice: SoundChoice) -> float | None:
    """How long the chosen track is: of its own, where the file says that, or else the whole file."""
    if choice.track is None:
        wanted = next((track for track in facts.tracks if track.is_default), facts.tracks[0])
    else:
        wanted = next((track for track in facts.tracks if track.place == choice.track), facts.tracks[0])
    return facts.seconds if wanted.seconds is None else wanted.seconds


def with_times(queue: FileQueue, pace: float | None) -> FileQueue:
    """With the time that is left, at `pace`: seconds of sound in a second, None where nothing was measured.

    The time for all is known only where each length is: a guess that leaves some out would be too short.
    """
    jobs = []
    total: float | None = 0.0
    for job in queue.jobs:
        if job.state not in (JobState.RUNNING, JobState.WAITING):
            jobs.append(job)
            continue
        left = None
        if pace and job.seconds is not None:
            left = max(0.0, job.seconds - job.done_seconds) / pace
        total = None if total is None or left is None else total + left
        shown = left if job.state is JobState.RUNNING else None
        jobs.append(job if job.seconds_left == shown else replace(job, seconds_left=shown))
    has_work = any(job.state in (JobState.RUNNING, JobState.WAITING) for job in queue.jobs)
    return replace(queue, jobs=tuple(jobs), seconds_left=total if has_work else None)


# --- jobs ---


def _from(
    queue: FileQueue,
    id: int,
    states: frozenset[JobState] | set[JobState],
    change: Callable[[FileJob], FileJob],
) -> FileQueue:
    job = queue.find(id)
    return queue if job is None or job.state not in states else _changed(queue, change(job))


def _changed(queue: FileQueue, changed: FileJob) -> FileQueue:
    return replace(queue, jobs=tuple(changed if job.id == changed.id else job for job in queue.jobs))


def _standing(state: JobState) -> Callable[[FileJob], FileJob]:
    """In `state`, with nothing transcribed: what a stopped engine had is lost."""
    return lambda job: replace(job, state=state, done_seconds=0.0, seconds_left=None)


def _anew(job: FileJob) -> FileJob:
    return replace(
        job,
        state=JobState.WAITING,
        done_seconds=0.0,
        seconds_left=None,
        sentence="",
        remedy="",
        is_from_cache=False,
    )
