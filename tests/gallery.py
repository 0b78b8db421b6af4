"""Draws every window in every state into pictures, to be looked at.

    python -m tests.gallery FOLDER [--scale 1.25] [--language he] [--longer] [--right-to-left] [--quick]
                            [--only listening] [--sizes usual small] [--grounds light]

Light and dark, the usual, the smallest and a large size, where nothing else is said. Needs no screen.
`--scale` is the zoom of a high-resolution screen, `--language` one that Sayso is translated into, `--longer`
makes all words 40 % longer, as many languages do, and `--right-to-left` mirrors the windows whatever the
language; each holds for the whole run, as on a desktop. `--quick` takes a quarter of the time, with one
window for all scenes of a size: what one of them leaves behind, as a question, is there in the next.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QApplication

    from app.ui.main_window import MainWindow
    from app.ui.theme import Theme

SIZES: Final = {"usual": (760, 560), "small": (420, 360), "large": (1400, 900)}
GROUNDS: Final = ("light", "dark")

Scene = Callable[["MainWindow"], None]


def main() -> int:
    """Draw them all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", default="1")
    parser.add_argument("--language", default="", help="in that one, as de or he")
    parser.add_argument("--longer", action="store_true", help="with words 40 %% longer")
    parser.add_argument("--right-to-left", action="store_true", help="mirrored, whatever the language")
    parser.add_argument("--only", default="", help="draw those whose name holds this")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=tuple(SIZES))
    parser.add_argument("--grounds", nargs="+", choices=GROUNDS, default=GROUNDS)
    parser.add_argument("--quick", action="store_true", help="one window for all scenes of a size")
    chosen = parser.parse_args()
    # Qt reads these once, before the application is built.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = chosen.scale
    chosen.folder.mkdir(parents=True, exist_ok=True)
    _draw_all(chosen)
    return 0


def _draw_all(chosen: argparse.Namespace) -> None:
    from PySide6.QtCore import QLocale, Qt
    from PySide6.QtWidgets import QApplication

    from app.ui.theme import Theme

    QLocale.setDefault(QLocale("en_GB"))
    application = QApplication(sys.argv[:1])
    translators = _translate(application, chosen)
    theme = Theme(application, Qt.ColorScheme.Light, motion=False)
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    for ground in chosen.grounds:
        theme.use(schemes[ground])
        for size in chosen.sizes:
            named = {_title(chosen, name, size, ground): scene for name, scene in _scenes().items()}
            wanted = {title: scene for title, scene in named.items() if chosen.only in title}
            _draw(theme, SIZES[size], wanted, chosen.folder, is_quick=chosen.quick)
    for each in translators:
        application.removeTranslator(each)


def _title(chosen: argparse.Namespace, name: str, size: str, ground: str) -> str:
    """What the picture of a scene is called."""
    parts = [name, size if size != "usual" else "", ground, chosen.scale]
    parts += [chosen.language, "longer" * chosen.longer, "rtl" * chosen.right_to_left]
    return "-".join(filter(None, parts))


def _translate(application: QApplication, chosen: argparse.Namespace) -> Iterable[QTranslator]:
    """Take up the language that was chosen."""
    from PySide6.QtCore import Qt

    from app.ui.translation import speak
    from tests.ui.longer_words import LongerWords

    if chosen.language:
        speak(application, chosen.language)
    if chosen.right_to_left:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if not chosen.longer:
        return ()
    longer = LongerWords()
    application.installTranslator(longer)
    return (longer,)


def _scenes() -> dict[str, Scene]:
    from tests.ui.overlay_scenes import overlay_scenes
    from tests.ui.scenes import all_scenes

    # Last those that lay strips over the window, which stay there.
    return all_scenes() | overlay_scenes()


def _draw(
    theme: Theme, size: tuple[int, int], scenes: dict[str, Scene], folder: Path, *, is_quick: bool
) -> None:
    from app.ui.places import Place
    from tests.ui.windows import settle

    with ExitStack() as stack:
        windows = _windows(theme, size, stack, is_quick=is_quick)
        for title, scene in scenes.items():
            window = next(windows)
            window.open_place(Place.DICTATE)
            scene(window)
            settle()
            window.grab().save(str(folder / f"{title}.png"))


def _windows(
    theme: Theme, size: tuple[int, int], stack: ExitStack, *, is_quick: bool
) -> Iterator[MainWindow]:
    """Each a new one, or always the same; the last is closed with `stack`."""
    from tests.ui.windows import main_window

    while True:
        window = stack.enter_context(main_window(theme))
        window.resize(*size)
        window.show()
        yield window
        while is_quick:
            yield window
        stack.pop_all().close()


if __name__ == "__main__":
    raise SystemExit(main())
