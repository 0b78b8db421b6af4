"""What Sayso and the process that decodes a file's sound say to each other.

The task is one line of JSON on the decoder's standard input, which then stays open for as long as the sound
is wanted. The decoder answers with framed messages (`app.adapters.engine_messages`): the file's facts, blocks
of sound, each followed by its samples as bytes, and the end; or a problem in the place of any of them.

Failure mode: whatever is none of these raises ValueError, an answer that breaks off EOFError.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np

from app.adapters.engine_messages import from_plain, problem_from_plain, receive, send, to_plain
from app.domain.audio import Samples
from app.domain.media import ANY_SOUND, Damage, MediaFacts, SoundChoice
from app.domain.problems import Problem

LONGEST_TASK: Final = 1_000_000
"""Bytes; the longest path takes some thousand."""
MOST_SAMPLES: Final = 1 << 18
"""So many samples at most are in one block: 16 seconds, a megabyte."""
SAMPLE_BYTES: Final = 4


@dataclass(frozen=True, slots=True)
class DecodeTask:
    """What to decode; nothing but the facts where `looks_only`. `gives_way`: at a lower priority, since
    nobody listens."""

    path: Path
    choice: SoundChoice = ANY_SOUND
    start: float = 0.0
    looks_only: bool = False
    gives_way: bool = False


@dataclass(frozen=True, slots=True)
class SoundEnd:
    """There is no more. `cut_short` is the second after which the end of the sound is missing, `damage` what
    is missing before; None where nothing is."""

    cut_short: float | None = None
    damage: Damage | None = None
    detail: str = ""
    fingerprint: str = ""


Answer = MediaFacts | Samples | SoundEnd | Problem
"""What the decoder says."""


def write_task(task: DecodeTask) -> bytes:
    """`task` as a line."""
    return json.dumps(to_plain(task)).encode("ascii") + b"\n"


def read_task(line: bytes) -> DecodeTask:
    """What `write_task` wrote. Raises ValueError."""
    return from_plain(DecodeTask, json.loads(line))


def send_sound(pipe: BinaryIO, samples: Samples) -> None:
    """Write float32 mono 16 kHz samples (n,), in as many blocks as it takes; where there are none, an empty
    block, which says that the decoder is alive. Raises OSError."""
    for begin in range(0, max(1, len(samples)), MOST_SAMPLES):
        block = samples[begin : begin + MOST_SAMPLES]
        send(pipe, {"sound": len(block)})
        if len(block):
            pipe.write(np.ascontiguousarray(block, np.float32).data.cast("B"))
    pipe.flush()


def receive_answer(pipe: BinaryIO) -> Answer:
    """Wait for the next answer. Raises EOFError, ValueError, OSError."""
    message = receive(pipe)
    if "sound" in message:
        count = from_plain(int, message["sound"])
        if not 0 <= count <= MOST_SAMPLES:
            raise ValueError("not a block of sound")
        data = pipe.read(count * SAMPLE_BYTES) if count else b""
        if len(data) < count * SAMPLE_BYTES:
            raise EOFError
        return np.frombuffer(data, np.float32)
    if "facts" in message:
        return from_plain(MediaFacts, message["facts"])
    if "end" in message:
        return from_plain(SoundEnd, message["end"])
    return problem_from_plain(message.get("problem"))
