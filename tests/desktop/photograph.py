"""Pictures of windows on the virtual screen, for a look at what the program really shows."""

from __future__ import annotations

import subprocess

from PySide6.QtGui import QGuiApplication, QImage


def photograph(title: str) -> QImage:
    """The window whose title is `title`. Raises CalledProcessError where there is none to be seen."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"],
        capture_output=True,
        text=True,
        check=True,
    )
    window = int(found.stdout.split()[0])
    return QGuiApplication.primaryScreen().grabWindow(window).toImage()
