"""The steps of Whisper that take the most memory, done in turn by the threads that share a model.

The problem: encoding a window and aligning a text with it take a moment each, and much more memory than all
    that lies between them. Measured with base, int8, on the processor: the attention of the encoder 70 MB for
    a window of 30 s, an alignment 100 MB for one long text, the search 20 MB. Two threads that are in such a
    step at once make the peak, and over hours they will be: three hours took 95 MB more than ten minutes.
Rules: half of the threads may be in such a step, of two one. What it has freed is given back before the next
    one begins; else the allocator would keep it beside what that takes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final

from app.adapters.allocator import give_back

STEPS: Final = ("encode", "find_alignment")
"""Methods of faster_whisper.WhisperModel, which calls them itself as well."""


def take_turns(engine: object, threads: int) -> None:
    """Have the greedy steps of `engine`, a faster_whisper.WhisperModel of so many threads, done in turn."""
    turns = threading.BoundedSemaphore(max(1, threads // 2))
    for name in STEPS:
        setattr(engine, name, _in_turn(getattr(engine, name), turns))


def _in_turn(step: Callable[..., Any], turns: threading.BoundedSemaphore) -> Callable[..., Any]:
    def taken(*arguments: object, **named: object) -> object:
        with turns:
            try:
                return step(*arguments, **named)
            finally:
                give_back()

    return taken
