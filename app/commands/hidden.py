"""What the commands have in common that Sayso runs itself: whoever calls one by hand is refused."""

from __future__ import annotations

import sys
from typing import Final

WRONG_USE: Final = 2
"""The exit status, as of every wrong command line."""


def refused() -> int:
    """Say so, and answer with the exit status."""
    print("sayso: This command is for Sayso itself alone.", file=sys.stderr)
    return WRONG_USE
