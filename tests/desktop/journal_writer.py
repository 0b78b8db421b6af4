"""A program that speaks into a journal in real time until it is killed, for test_journal_sigkill.py.

Each line on its standard output tells how many samples had been spoken when it was written, before the
journal was given them. Arguments: the data folder, and "begin" to stop right after the file was begun.
"""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import numpy as np

from app.adapters.clock import SystemClock
from app.adapters.journal import FileJournal
from app.domain.audio import SAMPLE_RATE
from app.services.worker import Worker

BLOCK = SAMPLE_RATE // 50


def main(folder: Path, only_begin: bool) -> None:
    """Blocks of 20 ms go to the storage worker's inbox, as in the program."""
    journal = FileJournal(folder)
    storage = Worker("storage", SystemClock(), lambda error: None)
    storage.start()
    storage.call(lambda: journal.begin("spoken"))
    if only_begin:
        storage.call(lambda: print(0, flush=True))
        threading.Event().wait()
    spoken = 0
    start = time.monotonic()
    pause = threading.Event()
    while True:
        pause.wait(max(0.0, start + (spoken + BLOCK) / SAMPLE_RATE - time.monotonic()))
        numbers = (np.arange(spoken, spoken + BLOCK) % 60_000 - 30_000) / 32767.0
        block = np.asarray(numbers, np.float32)
        spoken += BLOCK
        print(spoken, flush=True)
        storage.call(lambda block=block: journal.append("spoken", block))  # type: ignore[misc]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] == ["begin"])
