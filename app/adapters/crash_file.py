"""What a crash of the whole process leaves behind: the places of the program at which its threads were.

It holds no values, and so no words. Failure: where it cannot be written it is done without.
"""

from __future__ import annotations

import faulthandler
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from app.adapters.disk import make_private_folder
from app.domain.problems import Problem

CRASH_FILE: Final = "crashes.txt"
CRASH_BYTES: Final = 200_000
"""More than this is begun anew at the next start."""


def watch_crashes(folder: Path) -> Callable[[], None]:
    """From now on a crash of this process writes where it was, places of the program alone, into `folder`;
    the answer ends that. Never raises."""
    path = folder / CRASH_FILE
    try:
        make_private_folder(folder)
        is_long = path.is_file() and path.stat().st_size > CRASH_BYTES
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_long else os.O_APPEND)
        file = os.fdopen(os.open(path, flags, 0o600), "ab")
    except (OSError, Problem):
        return lambda: None
    faulthandler.enable(file)

    def end() -> None:
        faulthandler.disable()
        file.close()

    return end
