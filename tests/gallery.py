"""Draws every window in every state into pictures, to be looked at.

    python -m tests.gallery FOLDER [--scale 1.25]

Light and dark, the usual and the smallest size, with short words and with words of German length. Needs no
screen. `--scale` is the zoom of a high-resolution screen; it holds for the whole run, as on a desktop.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow

WIDE, SMALL = (760, 560), (420, 360)


def main() -> int:
    """Draw them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--only", default="", help="draw those whose name holds this")
    chosen = parser.parse_args()
    # Qt reads these once, before the application is built.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    chosen.folder.mkdir(parents=True, exist_ok=True)
    _draw_all(chosen.folder, chosen.scale, chosen.only)
    return 0


def _draw_all(folder: Path, scale: str, only: str) -> None:
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from app.ui.theme import Theme

    QLocale.setDefault(QLocale("en_GB"))
    application = QApplication(sys.argv[:1])
    theme = Theme(application, Qt.ColorScheme.Light, motion=False)
    for ground, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
        theme.use(scheme)
        for name, size, prepare in _scenes():
            title = f"{name}-{ground}-{scale}"
            if only and only not in title:
                continue
            window = MainWindow(theme)
            window.resize(*size)
            window.show()
            prepare(window)
            for _ in range(3):
                application.processEvents()
            window.grab().save(str(folder / f"{title}.png"))
            window.close()
            window.deleteLater()
            application.processEvents()


def _scenes() -> Iterator[tuple[str, tuple[int, int], Callable[[MainWindow], None]]]:
    from tests.ui import scenes

    for name, prepare in scenes.all_scenes().items():
        yield name, WIDE, prepare
        yield f"{name}-small", SMALL, prepare


if __name__ == "__main__":
    raise SystemExit(main())
