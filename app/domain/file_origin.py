"""What a file was written of, and when it may be written over. Pure.

Problem: a transcript saved by itself must never take the place of one that the user has corrected, nor of
    that of another recording which had the same name before.
Rules: a file is ours only where it is as we left it. A save that nobody asked for replaces what was written,
    without corrections, of the same content of the same source. An export that was asked for also replaces
    what the same job wrote before; but where that holds corrections, only by what holds corrections too: a
    job that was transcribed anew has lost them. What is not known is not taken.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is seen to change: its size in bytes and its time, in nanoseconds."""

    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Of what a file is written: the path of the `source`; `heard` is its stamp as it was transcribed, None
    where that is not known; `job` the number of the job, 0 of none; `is_edited` that the user has changed the
    transcript."""

    source: str
    heard: Stamp | None = None
    job: int = 0
    is_edited: bool = False


def may_replace(written: Origin, new: Origin, *, is_asked: bool) -> bool:
    """Whether what is of `new` may take the place of what is of `written`; `is_asked`: by the user's own
    export, and not by itself."""
    if written.source != new.source:
        return False
    if is_asked and new.job and written.job == new.job and (new.is_edited or not written.is_edited):
        return True
    return not written.is_edited and written.heard is not None and written.heard == new.heard
