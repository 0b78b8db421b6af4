"""What is kept of files between two starts, beside their transcripts."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.file_queue import FileJob


@dataclass(frozen=True, slots=True)
class KeptQueue:
    """The jobs in their order as they were last saved; `next_id` was never any job's number."""

    jobs: tuple[FileJob, ...] = ()
    is_paused: bool = False
    next_id: int = 1
