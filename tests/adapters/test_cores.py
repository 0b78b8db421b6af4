"""How many cores a process may use."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from app.adapters.cores import usable_cores

SINGLE = """
import os
from app.adapters.cores import usable_cores
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
print(usable_cores())
"""


def test_there_is_one_and_not_more_than_the_computer_has() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell a process its own cores")
def test_a_process_that_was_given_one_core_uses_one() -> None:
    command = [sys.executable, "-c", SINGLE]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "1\n"
