"""The benchmarks of this computer, run as a process of their own."""

from __future__ import annotations

from contextlib import ExitStack

from app.adapters.bench_file import BenchFiles
from app.adapters.clock import SystemClock
from app.adapters.folders import Folders
from app.adapters.line_process import LineProcess
from app.adapters.own_process import own_command
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.bench_desk import BenchDesk
from app.services.ports import Inbox, Post


def build_benchmarks(folders: Folders, disk: Inbox, post: Post, stack: ExitStack) -> BenchDesk:
    """Make and start what measures; `stack` ends it. `disk` is the inbox of the thread that reads and writes
    files."""
    measuring = running_worker("benchmark", SystemClock(), post, stack, NO_PATIENCE)
    desk = BenchDesk(disk, measuring, LineProcess(own_command("bench")), BenchFiles(folders.data), post)
    stack.callback(desk.close)
    return desk
