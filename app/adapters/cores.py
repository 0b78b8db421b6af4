"""How many processor cores this process may use.

Fewer than the computer has where it runs in a container, or where its user has given it some cores only: more
threads than cores would wait for each other.
"""

from __future__ import annotations

import os
import sys


def usable_cores() -> int:
    """At least 1."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
