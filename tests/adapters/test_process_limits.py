from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from app.adapters.own_process import DECODE_SOUND, own_command
from app.cli import parser

MEGABYTE = 1 << 20


def run(code: str) -> subprocess.CompletedProcess[str]:
    """`code` in a process that has taken 64 MB and two seconds as its limits."""
    begin = f"""
from app.adapters.process_limits import ProcessLimits
limits = ProcessLimits({64 * MEGABYTE}, 2.0)
"""
    return subprocess.run(
        [sys.executable, "-c", begin + code], capture_output=True, text=True, check=False, timeout=100
    )


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no such limit")
def test_too_much_memory_fails_and_a_little_does_not() -> None:
    code = """
held = bytearray(20_000_000)
try:
    bytearray(200_000_000)
except MemoryError:
    print("refused")
"""
    assert run(code).stdout == "refused\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there the job object ends it, with a status of its own")
def test_computing_without_progress_ends_the_process() -> None:
    ended = run("while True: pass")
    if sys.platform != "win32":
        assert ended.returncode == -signal.SIGXCPU


def test_progress_gives_more_time() -> None:
    code = """
import time
while time.process_time() < 5.0:
    limits.renew()
print("done")
"""
    assert run(code).stdout == "done\n"


def test_the_decoder_is_a_hidden_command_that_refuses_what_is_no_task() -> None:
    assert parser().parse_args([own_command(DECODE_SOUND)[-1]]).command == DECODE_SOUND
    assert DECODE_SOUND not in parser().format_help()
    ended = subprocess.run(
        own_command(DECODE_SOUND), input=b"nonsense\n", capture_output=True, check=False, timeout=60
    )
    assert ended.returncode == 2
    assert ended.stdout == b""
