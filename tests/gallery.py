"""Draws every window in every state into pictures, to be looked at.

    python -m tests.gallery FOLDER [--scale 1.25] [--longer] [--only listening]

Light and dark, the usual, the smallest and a large size. Needs no screen. `--scale` is the zoom of a
high-resolution screen, `--longer` makes all words 40 % longer, as other languages do; both hold for the
whole run, as on a desktop.
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

SIZES = {"": (760, 560), "-small": (420, 360), "-large": (1400, 900)}


def main() -> int:
    """Draw them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--longer", action="store_true", help="with words 40 %% longer")
    parser.add_argument("--only", default="", help="draw those whose name holds this")
    chosen = parser.parse_args()
    # Qt reads these once, before the application is built.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    chosen.folder.mkdir(parents=True, exist_ok=True)
    _draw_all(chosen.folder, chosen.scale, chosen.only, longer=chosen.longer)
    return 0


def _draw_all(folder: Path, scale: str, only: str, *, longer: bool) -> None:
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from app.ui.theme import Theme
    from tests.ui.longer_words import LongerWords
    from tests.ui.windows import settle

    QLocale.setDefault(QLocale("en_GB"))
    application = QApplication(sys.argv[:1])
    words = LongerWords()
    if longer:
        application.installTranslator(words)
    theme = Theme(application, Qt.ColorScheme.Light, motion=False)
    for ground, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
        theme.use(scheme)
        for name, size, prepare in _scenes():
            title = f"{name}-{ground}-{scale}" + "-longer" * longer
            if only and only not in title:
                continue
            window = MainWindow(theme)
            window.resize(*size)
            window.show()
            prepare(window)
            settle()
            window.grab().save(str(folder / f"{title}.png"))
            window.close()
            window.deleteLater()
            application.processEvents()


def _scenes() -> Iterator[tuple[str, tuple[int, int], Callable[[MainWindow], None]]]:
    from tests.ui import scenes
    from tests.ui.overlay_scenes import overlay_scenes

    for name, prepare in (scenes.all_scenes() | overlay_scenes()).items():
        for suffix, size in SIZES.items():
            yield f"{name}{suffix}", size, prepare


if __name__ == "__main__":
    raise SystemExit(main())
