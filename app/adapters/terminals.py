"""Programs that take Shift+Insert for pasting, where Ctrl+V means something else.

Data only, lower case. X11 names are the class or instance of WM_CLASS; Windows names are executables. Emacs
and Vim are here because Ctrl+V scrolls or selects in them.
"""

from __future__ import annotations

from typing import Final

X11_CLASSES: Final = frozenset(
    {
        "alacritty", "blackbox", "com.raggesilver.blackbox", "contour", "cool-retro-term", "deepin-terminal",
        "emacs", "eterm", "foot", "gnome-terminal", "gnome-terminal-server", "guake", "gvim",
        "com.mitchellh.ghostty", "ghostty", "hyper", "io.elementary.terminal", "kgx", "kitty", "koi8rxterm",
        "konsole", "lilyterm", "lxterminal", "mate-terminal", "mlterm", "mrxvt", "org.gnome.console",
        "org.gnome.ptyxis", "org.kde.konsole", "org.kde.yakuake", "org.wezfurlong.wezterm", "ptyxis",
        "qterminal", "rio", "rxvt", "sakura", "st", "st-256color", "stterm", "tabby", "termite", "terminator",
        "terminology", "tilda", "tilix", "urxvt", "urxvtd", "uxterm", "vim", "warp", "wezterm",
        "x-terminal-emulator", "xfce4-terminal", "xterm", "yakuake",
    }
)  # fmt: skip

WINDOWS_PROGRAMS: Final = frozenset(
    {
        "alacritty.exe", "emacs.exe", "gvim.exe", "kitty.exe", "mintty.exe", "putty.exe", "wezterm-gui.exe",
    }
)  # fmt: skip
"""Those of Windows that refuse Ctrl+V. The console and Windows Terminal take it."""


def is_x11_terminal(wm_class: str) -> bool:
    """Whether a class or instance of WM_CLASS is one of `X11_CLASSES`."""
    return wm_class.lower() in X11_CLASSES


def is_windows_terminal(program: str) -> bool:
    """Whether the path of an executable names one of `WINDOWS_PROGRAMS`."""
    return program.replace("\\", "/").rsplit("/", 1)[-1].lower() in WINDOWS_PROGRAMS
