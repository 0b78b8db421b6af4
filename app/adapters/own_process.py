"""Runs the program's own hidden commands as processes, from the source tree and from the bundle alike.

A process that is left behind belongs to nobody: it gets its task on standard input, says with a first line
that it has begun, and ends by itself. Failure mode: one that cannot be started, or does not begin in time, is
told by the answer and in the log; nothing is raised, as it is asked for when the program ends.
"""

from __future__ import annotations

import logging
import select
import sys
from typing import Final

logger = logging.getLogger(__name__)

KEEP_CLIPBOARD: Final = "keep-clipboard"
"""The hidden command that holds the clipboard when Sayso has ended."""

PROVE_COMPUTE: Final = "prove-compute"
"""The hidden command that tries a way of computing, and may die of it."""

BEGIN_SECONDS: Final = 5.0
"""How long it may take to begin; usually half a second."""


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
