"""Runs the program's own hidden commands as processes, from the source tree and from the bundle alike.

A process that is left behind belongs to nobody: it gets its task on standard input, says with a first line
that it has begun, and ends by itself. Failure mode: one that cannot be started, or does not begin in time, is
told by the answer and in the log; nothing is raised, as it is asked for when the program ends.
"""

from __future__ import annotations

import logging
import os
import select
import stat
import sys
import threading
from contextlib import suppress
from typing import BinaryIO, Final

logger = logging.getLogger(__name__)

KEEP_CLIPBOARD: Final = "keep-clipboard"
"""The hidden command that holds the clipboard when Sayso has ended."""

PROVE_COMPUTE: Final = "prove-compute"
"""The hidden command that tries a way of computing, and may die of it."""

SPEECH_ENGINE: Final = "speech-engine"
"""The hidden command that holds a speech model, and may die of it."""

BENCH_MODEL: Final = "bench-model"
"""The hidden command that measures one speech model for a benchmark."""

DECODE_SOUND: Final = "decode-sound"
"""The hidden command that decodes a file's sound, and may die of it."""

TRANSCRIBE_FILES: Final = "transcribe-files"
"""The hidden command that holds a speech model for files, and may die of it."""

DRAW_STRIP: Final = "draw-strip"
"""The hidden command that draws the strip of a dictation in progress, on Wayland desktops."""

BEGIN_SECONDS: Final = 5.0
"""How long it may take to begin; usually half a second."""

LOWER_PRIORITY: Final = 10
"""Of a process that gives way, more than that of others (nice)."""


def own_command(word: str) -> list[str]:
    """What runs `sayso word`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    return [sys.executable, "-m", "app.cli", word]


def leave_behind(word: str, task: bytes) -> bool:
    """Start `sayso word` for longer than this process lives, give it `task`, and answer whether it has begun
    within `BEGIN_SECONDS`. Unix only: elsewhere a pipe cannot be waited for."""
    # Imported here: the command line reads this module's names at its start.
    import subprocess

    try:
        process = subprocess.Popen(
            own_command(word),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdout, process.stdin:
            process.stdin.write(task)
            process.stdin.close()
            begun = bool(
                select.select([process.stdout], [], [], BEGIN_SECONDS)[0] and process.stdout.readline()
            )
    except OSError as error:
        logger.warning("%s could not be started: %s", word, type(error).__name__)
        return False
    if not begun:
        logger.warning("%s has not begun in time", word)
    process.returncode = 0  # nobody waits for its end, and Python is not to complain of that
    return begun


# --- at the beginning of such a process ---


def take_input() -> BinaryIO:
    """The standard input, which from now on is empty for all others.

    On Windows whoever asks what kind of file it is waits as long as a thread reads from it, and some
    libraries ask while they are loaded.
    """
    kept = os.dup(0)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        # A program with windows keeps the old one otherwise.
        standard_input = -10  # STD_INPUT_HANDLE of processenv.h
        ctypes.windll.kernel32.SetStdHandle(standard_input, ctypes.c_void_p(msvcrt.get_osfhandle(0)))
    return os.fdopen(kept, "rb")


def end_with(commands: BinaryIO) -> None:
    """From now on this process ends, with status 1 and in the middle of whatever it does, as soon as
    `commands` do: whoever started it has gone then, or wants it no more."""

    def listen() -> None:
        commands.read()
        os._exit(1)

    threading.Thread(target=listen, name="parent", daemon=True).start()


def end_with_pipe() -> None:
    """As `end_with` with the standard input, where that is a pipe: who holds none open, as a script that a
    timer has started, asks for no end."""
    with suppress(OSError, ValueError):  # a program with windows may have no standard input at all
        if stat.S_ISFIFO(os.fstat(0).st_mode):
            end_with(take_input())


def take_output() -> int:
    """A file descriptor of the standard output, which from now on goes to standard error for all others:
    libraries write there as they like."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return kept


def give_way() -> None:
    """This process, and whatever it starts from now on, has a lower priority than others."""
    if sys.platform == "win32":
        import ctypes

        this_process, below_normal = ctypes.c_void_p(-1), 0x4000  # of processthreadsapi.h
        ctypes.windll.kernel32.SetPriorityClass(this_process, below_normal)
    else:
        os.nice(LOWER_PRIORITY)


def end_with_starter() -> None:
    """From now on this process is killed as soon as the thread that started it ends, also while it is
    suspended, when it could not hear of the end of a pipe. Linux alone has this."""
    if sys.platform == "linux":
        import ctypes
        import signal

        set_death_signal = 1  # PR_SET_PDEATHSIG of linux/prctl.h
        ctypes.CDLL(None).prctl(set_death_signal, int(signal.SIGKILL), 0, 0, 0)


def crash_quietly() -> None:
    """No memory dump on the disk, and no window that waits to be closed."""
    if sys.platform == "win32":
        import ctypes

        no_box_for_failures, no_box_for_faults = 0x0001, 0x0002  # SEM_... of errhandlingapi.h
        ctypes.windll.kernel32.SetErrorMode(no_box_for_failures | no_box_for_faults)
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
