"""The time that is left for the files of a queue. Pure."""

from __future__ import annotations

from dataclasses import replace

from app.domain.file_queue import FileQueue, JobState


def with_times(queue: FileQueue, pace: float | None) -> FileQueue:
    """With the time that is left, at `pace`: seconds of sound in a second, None where nothing was measured.

    The time for all leaves those out whose length is not known, and `is_more_left` says so. Where none is
    known, neither is it.
    """
    jobs = []
    total: float | None = None
    is_more_left = False
    for job in queue.jobs:
        if job.state not in (JobState.RUNNING, JobState.WAITING):
            jobs.append(job)
            continue
        left = None
        if pace and job.seconds is not None:
            left = max(0.0, job.seconds - job.done_seconds) / pace
        if left is None:
            is_more_left = True
        else:
            total = (total or 0.0) + left
        shown = left if job.state is JobState.RUNNING else None
        jobs.append(job if job.seconds_left == shown else replace(job, seconds_left=shown))
    return replace(
        queue, jobs=tuple(jobs), seconds_left=total, is_more_left=is_more_left and total is not None
    )
