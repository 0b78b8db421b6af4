"""The hidden command that decodes the sound of one file, and may die of it: the far end of
`app.adapters.media_files`.

Reads one line of task from standard input, and writes facts, sound and the end of it to standard output; the
pipe takes no more than is read from it, so whoever reads slowly is waited for. Ends at once when its input
does. It holds itself to limits of memory and of the processor's time.
Failure mode: what is no task is refused with status 2; a file that is not readable is told as a problem; one
that kills FFmpeg takes this process and nothing else.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import BinaryIO, Final

from app.adapters.decoder_messages import (
    LONGEST_TASK,
    DecodeTask,
    SoundEnd,
    read_task,
    send_sound,
)
from app.adapters.engine_messages import problem_to_plain, send, to_plain
from app.adapters.own_process import crash_quietly, end_with, end_with_starter, give_way, take_output
from app.adapters.process_limits import ProcessLimits
from app.commands.hidden import refused
from app.domain.audio import Samples
from app.domain.media import MediaFacts
from app.domain.problems import AudioMissing, AudioUnreadable, Problem
from app.domain.problems.sound import ALLOW_IT, CONNECT_IT

MEMORY_BYTES: Final = 1 << 30
"""What a file may take; ordinary ones take some ten megabytes."""
BUSY_SECONDS: Final = 60.0
"""How long it may compute without a block of sound; ordinary ones take some milliseconds."""


def run(question: BinaryIO) -> int:
    """Decode what `question` holds."""
    try:
        task = read_task(question.readline(LONGEST_TASK))
    except ValueError:
        return refused()
    crash_quietly()
    end_with_starter()
    if task.gives_way:
        give_way()
    # Ctrl+C goes to the whole group: whoever started this ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with(question)
    with os.fdopen(take_output(), "wb") as out:
        try:
            for said in _decoded(task):
                _say(out, said)
        except BrokenPipeError:
            return 1
    return 0


def _decoded(task: DecodeTask) -> Iterator[MediaFacts | Samples | SoundEnd | Problem]:
    """All answers; a problem is the last."""
    # Imported here: what is loaded first is what the limits are above.
    import numpy as np

    from app.adapters import media_decoder

    limits = ProcessLimits(MEMORY_BYTES, BUSY_SECONDS)
    path = str(task.path)
    try:
        # Unbuffered: FFmpeg has a buffer of its own.
        with task.path.open("rb", buffering=0) as file, np.errstate(all="ignore"):
            if task.looks_only:
                yield media_decoder.look(file, task.path)
                return
            for said in media_decoder.decode(file, task.path, task.choice, task.start):
                limits.renew()
                yield said
    except Problem as problem:
        yield problem
    except FileNotFoundError:
        yield AudioMissing(path)
    except PermissionError as error:
        yield AudioUnreadable(path, "your user may not read it", type(error).__name__, ALLOW_IT)
    except OSError as error:
        yield AudioUnreadable(path, "the disk does not give it", f"errno {error.errno}", CONNECT_IT)
    except MemoryError:
        yield AudioUnreadable(path, "it takes too much memory")


def _say(out: BinaryIO, said: MediaFacts | Samples | SoundEnd | Problem) -> None:
    match said:
        case MediaFacts():
            send(out, {"facts": to_plain(said)})
        case SoundEnd():
            send(out, {"end": to_plain(said)})
        case Problem():
            send(out, {"problem": problem_to_plain(said)})
        case _:
            send_sound(out, said)
