"""The queue of files: values, and the pure rules by which they change.

A job is known by its number, which is never used again. Times are seconds. A rule that does not apply, as
one for a job that is not there (any more), gives the queue back as it was: what is asked for may come late.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from app.domain.file_origin import Stamp
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice, SoundTrack, length_of


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
    """Bytes, as it was when it was added; of one that is done, as it was transcribed."""
    changed: int = 0
    """The file's time then, in nanoseconds; 0 where that is not known."""
    has_transcript: bool = False
    """There is one: of a job that is not done, that of an earlier time."""
    is_edited: bool = False
    """The user has changed the transcript: to transcribe the file again would lose that."""
    outdated: tuple[str, ...] = ()
    """Those of `saved` that do not have the user's last changes."""
    is_silent: bool = False
    """Nobody was heard speaking: the transcript has no text."""

    @property
    def is_over(self) -> bool:
        """Whether nothing happens to it by itself any more."""
        return self.state in OVER

    @property
    def is_precious(self) -> bool:
        """Whether more would be lost with it than what can be transcribed again: corrections, or a transcript
        that was kept when there was to be another."""
        return self.is_edited or (self.has_transcript and self.state is not JobState.DONE)

    @property
    def stamp(self) -> Stamp | None:
        """By what its file is seen to be another one now; None where that is not known."""
        return Stamp(self.size, self.changed) if self.changed else None


@dataclass(frozen=True, slots=True)
class FileQueue:
    """All jobs in the order in which they are done; those that are over stay until they are cleared away.

    `is_paused`: no job is begun, and the running one stands still. `is_overtaken`: a dictation goes on, and
    files wait for it. `seconds_left` is for all that wait and run; `is_more_left`: and that for files of
    unknown length comes on top.
    """

    jobs: tuple[FileJob, ...] = ()
    is_paused: bool = False
    is_overtaken: bool = False
    seconds_left: float | None = None
    is_more_left: bool = False
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


def job_of(id: int, path: str, stamp: Stamp | None) -> FileJob:
    """A new one, of a file that is so now; None where there is none."""
    return FileJob(id, path) if stamp is None else _stamped(FileJob(id, path), stamp)


def added(queue: FileQueue, jobs: Sequence[FileJob]) -> FileQueue:
    """`jobs` behind all others, but for those whose file is still to be done: nobody wants it twice."""
    coming = {job.path for job in queue.jobs if job.state in _STILL_TO_DO}
    new: list[FileJob] = []
    for job in jobs:
        if job.path not in coming:
            coming.add(job.path)
            new.append(job)
    return replace(queue, jobs=(*queue.jobs, *new)) if new else queue


def done_files(queue: FileQueue) -> frozenset[tuple[str, Stamp | None]]:
    """The files that are done: their paths, and how they were then."""
    found = ((job.path, job.stamp) for job in queue.jobs if job.state is JobState.DONE)
    return frozenset((path, stamp) for path, stamp in found if stamp is not None)


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
    """It waits for its turn again; what was transcribed of it counts."""
    return _from(queue, id, {JobState.PAUSED}, lambda job: replace(job, state=JobState.WAITING))


def cancelled(queue: FileQueue, id: int) -> FileQueue:
    """It is not done any more."""
    return _from(queue, id, _STILL_TO_DO, _standing(JobState.CANCELLED))


def retried(queue: FileQueue, id: int) -> FileQueue:
    """One that is over waits again. Its transcript stays until there is another."""
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
    """What its file says of itself is known; lengths that were measured stay where it says none."""
    job = queue.find(id)
    if job is None:
        return queue
    measured = {track.place: track.seconds for track in job.tracks}
    tracks = tuple(
        replace(track, seconds=measured.get(track.place)) if track.seconds is None else track
        for track in facts.tracks
    )
    length = length_of(replace(facts, tracks=tracks), job.choice)
    return _changed(queue, replace(job, tracks=tracks, seconds=job.seconds if length is None else length))


def begun(queue: FileQueue, id: int) -> FileQueue:
    """It is being transcribed."""

    def begin(job: FileJob) -> FileJob:
        # How far it was stands until the engine tells.
        return replace(_anew(job), state=JobState.RUNNING, done_seconds=job.done_seconds)

    return _from(queue, id, {JobState.WAITING}, begin)


def gone_on(queue: FileQueue, id: int) -> FileQueue:
    """It was paused in the middle, and goes on there."""
    return _from(queue, id, {JobState.PAUSED}, lambda job: replace(job, state=JobState.RUNNING))


def found_at(queue: FileQueue, id: int, seconds: float) -> FileQueue:
    """The engine has come to it, and so much of it was transcribed before: nobody else knows what of that
    still counts."""
    states = {JobState.RUNNING, JobState.PAUSED}
    return _from(queue, id, states, lambda job: replace(job, done_seconds=seconds))


def wanted_anew(queue: FileQueue, ids: Collection[int]) -> FileQueue:
    """These are wanted otherwise now: what stands transcribed of those that are still to be done counts no
    more."""
    standing = {JobState.WAITING, JobState.PAUSED}
    jobs = (
        replace(job, done_seconds=0.0) if job.id in ids and job.state in standing else job
        for job in queue.jobs
    )
    return replace(queue, jobs=tuple(jobs))


def progressed(queue: FileQueue, id: int, seconds: float) -> FileQueue:
    """So much of it is transcribed; that never becomes less."""
    return _from(
        queue,
        id,
        {JobState.RUNNING},
        lambda job: replace(job, done_seconds=max(job.done_seconds, seconds)),
    )


def ended(
    queue: FileQueue,
    id: int,
    *,
    seconds: float,
    doubts: int,
    is_from_cache: bool,
    saved: Sequence[str],
    is_silent: bool = False,
    heard: Stamp | None = None,
) -> FileQueue:
    """It has a transcript of so many seconds of sound, written to the files `saved`. `heard` is the stamp of
    the file as it was transcribed, None where that is not known."""

    def end(job: FileJob) -> FileJob:
        return replace(
            _stamped(job, heard),
            state=JobState.DONE,
            seconds=seconds,
            done_seconds=seconds,
            seconds_left=None,
            doubts=doubts,
            is_from_cache=is_from_cache,
            has_transcript=True,
            is_edited=False,
            is_silent=is_silent,
            saved=tuple(saved),
            outdated=(),
        )

    return _from(queue, id, {JobState.RUNNING}, end)


def failed(queue: FileQueue, id: int, sentence: str, remedy: str) -> FileQueue:
    """There will be no transcript but an earlier one, if there is any; one cancelled or removed meanwhile
    stays so."""

    def fail(job: FileJob) -> FileJob:
        return replace(_standing(JobState.FAILED)(job), sentence=sentence, remedy=remedy)

    return _from(queue, id, _STILL_TO_DO, fail)


def lost(queue: FileQueue, id: int, sentence: str, remedy: str) -> FileQueue:
    """The transcript that it had cannot be read any more: one that was done has failed."""

    def lose(job: FileJob) -> FileJob:
        none = replace(job, has_transcript=False, is_edited=False, doubts=0)
        if job.state in (JobState.WAITING, JobState.RUNNING):
            # There will be another.
            return none
        if job.state is JobState.DONE:
            none = _standing(JobState.FAILED)(none)
        return replace(none, sentence=sentence, remedy=remedy)

    return _from(queue, id, frozenset(JobState), lose)


def told(queue: FileQueue, id: int, sentence: str, remedy: str) -> FileQueue:
    """What the user should know of it."""
    job = queue.find(id)
    return queue if job is None else _changed(queue, replace(job, sentence=sentence, remedy=remedy))


def exported(queue: FileQueue, id: int, saved: Sequence[str], *, is_latest: bool = True) -> FileQueue:
    """These files were written of it as well; not `is_latest`: as it was before the user's last change."""
    job = queue.find(id)
    if job is None:
        return queue
    outdated = [path for path in job.outdated if path not in saved] + ([] if is_latest else [*saved])
    all_saved = tuple(dict.fromkeys((*job.saved, *saved)))
    return _changed(queue, replace(job, saved=all_saved, outdated=tuple(outdated)))


def edited(queue: FileQueue, id: int, doubts: int, *, is_silent: bool = False) -> FileQueue:
    """The user has changed its transcript, in which so many doubtful places are left; `is_silent`: and no
    text. Files that were written of it are as they were."""
    job = queue.find(id)
    if job is None:
        return queue
    return _changed(
        queue, replace(job, is_edited=True, doubts=doubts, is_silent=is_silent, outdated=job.saved)
    )


def restored(queue: FileQueue) -> FileQueue:
    """The queue after the program was ended, in whatever way: what was running waits for its turn."""
    jobs = tuple(
        _standing(JobState.WAITING)(job) if job.state is JobState.RUNNING else job for job in queue.jobs
    )
    return replace(queue, jobs=jobs, is_overtaken=False, is_loading=False, seconds_left=None)


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


def _stamped(job: FileJob, stamp: Stamp | None) -> FileJob:
    """A time before 1970 is none that can be known again."""
    if stamp is None:
        return replace(job, changed=0)
    return replace(job, size=stamp.size, changed=max(0, stamp.changed))


def _standing(state: JobState) -> Callable[[FileJob], FileJob]:
    """In `state`, with nothing transcribed, as far as is known here."""
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
