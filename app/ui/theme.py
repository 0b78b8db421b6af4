"""Light and dark, after the system's wish: the tokens of `resources/theme/theme.toml` as palette and sheet.

Widgets that paint themselves ask `Theme.colours` when they paint, the others are dressed by one style
sheet; so nothing has to be told when the system goes from light to dark but the application itself.
A theme file that lacks a colour is a mistake of the program and raises KeyError.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from app.ui.directions import is_mirrored
from app.ui.icons import Icons
from app.ui.stylesheet import stylesheet

SPACES: Final = (4, 8, 12, 16, 24, 32)
"""The only distances between things, in logical pixels."""

RADIUS: Final = 8
LABEL_PX: Final = 13
CONTROL_PX: Final = 15
PANE_PX: Final = 17


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one ground as "#RRGGBB"; what each is for stands in the theme file."""

    ground: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    live: str
    on_live: str
    work: str
    done: str


def load_tokens(ground: str) -> Tokens:
    """The colours of `ground`, "light" or "dark"."""
    table = tomllib.loads(files("resources").joinpath("theme", "theme.toml").read_text("utf-8"))[ground]
    return Tokens(**{each.name: table[each.name] for each in fields(Tokens)})


def tray_colours() -> dict[str, str]:
    """The colours of the mark in the panel, which is light or dark whatever the windows are: "mark" when
    nothing goes on, "live" while it listens, "work" while it writes."""
    table = tomllib.loads(files("resources").joinpath("theme", "theme.toml").read_text("utf-8"))
    return {name: str(colour) for name, colour in table["tray"].items()}


def blend(over: str, under: str, share: float) -> str:
    """`share` (0..1) of `over` laid on `under`, as "#rrggbb"."""
    top, ground = QColor(over), QColor(under)
    mixed = (
        round(a * share + b * (1 - share))
        for a, b in zip(
            (top.red(), top.green(), top.blue()), (ground.red(), ground.green(), ground.blue()), strict=True
        )
    )
    return QColor(*mixed).name()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1..21, as WCAG 2.2 defines it."""

    def luminance(name: str) -> float:
        colour = QColor(name)
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@dataclass(frozen=True, slots=True)
class Colours:
    """The tokens as QColor, for widgets that paint themselves; the last three are tints. `handle`, of scroll
    bars and the edges of fields, reaches 3 : 1."""

    ground: QColor
    surface: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    on_accent: QColor
    live: QColor
    on_live: QColor
    work: QColor
    done: QColor
    selected: QColor
    hover: QColor
    handle: QColor

    @classmethod
    def of(cls, tokens: Tokens) -> Colours:
        """From the names."""
        named = {each.name: QColor(getattr(tokens, each.name)) for each in fields(Tokens)}
        return cls(
            **named,
            # At 0.12 `live` would not reach 4.5 : 1 on it.
            selected=QColor(blend(tokens.accent, tokens.surface, 0.10)),
            hover=QColor(blend(tokens.text, tokens.ground, 0.06)),
            handle=QColor(blend(tokens.muted, tokens.ground, 0.72)),
        )


class Theme(QObject):
    """Dresses the application and keeps it dressed as the system goes from light to dark.

    `scheme` fixes one of them (for pictures and tests); Unknown follows the system. `motion` None asks
    the system.
    """

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown,
        motion: bool | None = None,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self.icons = Icons()
        self.motion = _system_wants_motion(application) if motion is None else motion
        self._read()
        application.setStyle("Fusion")
        self._dress()
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def is_dark(self) -> bool:
        """Whether the dark ground is shown."""
        wanted = self._scheme
        if wanted is Qt.ColorScheme.Unknown:
            wanted = QGuiApplication.styleHints().colorScheme()
        return wanted is Qt.ColorScheme.Dark

    def application_icon(self) -> QIcon:
        """The speech mark whose tail is a text cursor."""
        return self.icons.icon("sayso", self.colours.text)

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """While a window is built: the sheet is put on once, at the end. Otherwise Qt looks at it again for
        each widget that moves into its layout, and building takes twice as long."""
        sheet = self._application.styleSheet()
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(sheet)

    def use(self, scheme: Qt.ColorScheme) -> None:
        """Fix light or dark; Unknown follows the system again."""
        self._scheme = scheme
        self._follow()

    def _read(self) -> None:
        self.tokens = load_tokens("dark" if self.is_dark else "light")
        self.colours = Colours.of(self.tokens)

    def _follow(self) -> None:
        self._read()
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        font = self._application.font()
        font.setPixelSize(CONTROL_PX)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.colours))
        colours = self.colours
        selected, hover, handle = (each.name() for each in (colours.selected, colours.hover, colours.handle))
        self._application.setStyleSheet(
            stylesheet(self.tokens, selected=selected, hover=hover, handle=handle, is_mirrored=is_mirrored())
        )


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for each, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.ground),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.BrightText, colours.live),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Mid, colours.line),
    ):
        palette.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, colours.muted)
    return palette


def _system_wants_motion(application: QApplication) -> bool:
    """What the system says of animations, as far as Qt passes it on: Windows by its interface effects,
    the other desktops by the duration that their style was given."""
    if sys.platform == "win32":
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return application.style().styleHint(hint, None, None) > 0
