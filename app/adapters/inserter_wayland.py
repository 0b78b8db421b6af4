"""Sends keys on Wayland, as far as its compositors let a program do so.

Wayland has no way of its own. `wtype` speaks the virtual-keyboard protocol (Sway, Hyprland and others);
`ydotool` writes to the kernel's uinput through a daemon that the user has to run. Without either the text is
copied, and the user presses Ctrl+V. Which window has the focus, which keys are held, when one was used last
and what is selected, no one tells; so nothing is ever replaced.

Failure mode: GNOME and KDE refuse wtype, which then ends with an error: InsertionUnavailable, and the text is
copied.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from app.domain.insertion import Target
from app.domain.problems import InsertionFailed, InsertionUnavailable

logger = logging.getLogger(__name__)

SECONDS: Final = 3.0
"""How long a tool may take for one piece."""

TIMED_OUT: Final = 124

PIECE: Final = 20
"""Characters typed by one call, so that no call holds up the GUI's thread for long."""

# Kernel key codes of ydotool: linux/input-event-codes.h. left ctrl 29, v 47.
WTYPE_PASTE: Final = ("wtype", "-M", "ctrl", "-k", "v", "-m", "ctrl")
YDOTOOL_PASTE: Final = ("ydotool", "key", "29:1", "47:1", "47:0", "29:0")

Run = Callable[[Sequence[str]], int]


def run_tool(command: Sequence[str]) -> int:
    """Run a tool to its end and give its exit status; `TIMED_OUT` when it took too long."""
    try:
        done = subprocess.run(
            list(command), timeout=SECONDS, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return TIMED_OUT
    except OSError:
        return 127
    return done.returncode


def tool(environment: Mapping[str, str], which: Callable[[str], str | None]) -> str:
    """The tool that can work in this session: "wtype", "ydotool" or none."""
    if not environment.get("WAYLAND_DISPLAY"):
        return ""
    if which("wtype"):
        return "wtype"
    if which("ydotool") and Path(ydotool_socket(environment)).exists():
        return "ydotool"
    return ""


def ydotool_socket(environment: Mapping[str, str]) -> str:
    """Where ydotool's daemon listens (ydotool(1), FILES)."""
    runtime = environment.get("XDG_RUNTIME_DIR", "/tmp")
    return environment.get("YDOTOOL_SOCKET") or f"{runtime}/.ydotool_socket"


class WaylandInserter:
    """Keys on Wayland by an installed tool."""

    name = "Wayland (wtype or ydotool)"

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        which: Callable[[str], str | None] = shutil.which,
        run: Run = run_tool,
    ) -> None:
        self._environment = os.environ if environment is None else environment
        self._which = which
        self._run = run
        self._refused = False

    def is_available(self) -> bool:
        """False too once the compositor has refused."""
        return not self._refused and bool(tool(self._environment, self._which))

    def target(self) -> Target | None:
        return None

    def modifiers_are_up(self) -> bool:
        return True

    def last_input(self) -> float | None:
        return None

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        raise InsertionFailed("Wayland does not tell what is selected")

    def selected(self) -> str | None:
        return None

    def unselect(self) -> None:
        raise InsertionFailed("Wayland does not tell what is selected")

    def wants_primary(self, target: Target | None) -> bool:
        return False

    def paste(self, target: Target | None) -> None:
        self._call(WTYPE_PASTE if self._tool() == "wtype" else YDOTOOL_PASTE)

    def type_text(self, text: str) -> Iterator[float]:
        """Types by wtype the whole of Unicode; ydotool has the keys of a US keyboard and no others."""
        name = self._tool()
        if name == "ydotool" and not text.isascii():
            raise InsertionFailed("ydotool cannot type these characters")
        for start in range(0, len(text), PIECE):
            piece = text[start : start + PIECE]
            self._call(("wtype", "--", piece) if name == "wtype" else ("ydotool", "type", "--", piece))
            yield 0.0

    def _tool(self) -> str:
        name = tool(self._environment, self._which)
        if not name or self._refused:
            raise InsertionUnavailable("Wayland: no tool that may send keys")
        return name

    def _call(self, command: Sequence[str]) -> None:
        status = self._run(command)
        if status:
            self._refused = status != TIMED_OUT
            logger.warning("%s ended with status %d", command[0], status)
            raise InsertionUnavailable(f"Wayland: {command[0]} ended with status {status}")
