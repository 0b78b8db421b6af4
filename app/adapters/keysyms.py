"""What X11 and the Wayland portal call the keys: keysym names and numbers (X.Org's keysymdef.h and
XF86keysym.h), and where letters and digits lie on the board."""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import Final

from app.domain.keys import Modifier

_NAMED: Final[dict[str, tuple[str, int]]] = {
    "space": ("space", 0x0020),
    "apostrophe": ("apostrophe", 0x0027),
    "comma": ("comma", 0x002C),
    "minus": ("minus", 0x002D),
    "period": ("period", 0x002E),
    "slash": ("slash", 0x002F),
    "semicolon": ("semicolon", 0x003B),
    "less": ("less", 0x003C),
    "equal": ("equal", 0x003D),
    "bracketleft": ("bracketleft", 0x005B),
    "backslash": ("backslash", 0x005C),
    "bracketright": ("bracketright", 0x005D),
    "grave": ("grave", 0x0060),
    "backspace": ("BackSpace", 0xFF08),
    "tab": ("Tab", 0xFF09),
    "enter": ("Return", 0xFF0D),
    "pause": ("Pause", 0xFF13),
    "scrolllock": ("Scroll_Lock", 0xFF14),
    "escape": ("Escape", 0xFF1B),
    "home": ("Home", 0xFF50),
    "left": ("Left", 0xFF51),
    "up": ("Up", 0xFF52),
    "right": ("Right", 0xFF53),
    "down": ("Down", 0xFF54),
    "pageup": ("Prior", 0xFF55),
    "pagedown": ("Next", 0xFF56),
    "end": ("End", 0xFF57),
    "print": ("Print", 0xFF61),
    "insert": ("Insert", 0xFF63),
    "menu": ("Menu", 0xFF67),
    "delete": ("Delete", 0xFFFF),
    "numenter": ("KP_Enter", 0xFF8D),
    "nummultiply": ("KP_Multiply", 0xFFAA),
    "numadd": ("KP_Add", 0xFFAB),
    "numsubtract": ("KP_Subtract", 0xFFAD),
    "numdecimal": ("KP_Decimal", 0xFFAE),
    "numdivide": ("KP_Divide", 0xFFAF),
    "volumedown": ("XF86AudioLowerVolume", 0x1008FF11),
    "mute": ("XF86AudioMute", 0x1008FF12),
    "volumeup": ("XF86AudioRaiseVolume", 0x1008FF13),
    "playpause": ("XF86AudioPlay", 0x1008FF14),
    "mediastop": ("XF86AudioStop", 0x1008FF15),
    "previoustrack": ("XF86AudioPrev", 0x1008FF16),
    "nexttrack": ("XF86AudioNext", 0x1008FF17),
}

KEYSYMS: Final[dict[str, tuple[str, int]]] = {
    **{letter: (letter, ord(letter)) for letter in ascii_lowercase},
    **{digit: (digit, ord(digit)) for digit in digits},
    **{f"f{number}": (f"F{number}", 0xFFBD + number) for number in range(1, 25)},
    **{f"num{digit}": (f"KP_{digit}", 0xFFB0 + int(digit)) for digit in digits},
    **_NAMED,
}
"""Sayso's name -> the keysym's name and number."""

POSITIONS: Final[dict[str, int]] = {
    key: first + place
    for first, row in ((10, "1234567890"), (24, "qwertyuiop"), (38, "asdfghjkl"), (52, "zxcvbnm"))
    for place, key in enumerate(row)
}
"""X keycode of the US position of letters and digits (evdev code + 8), for layouts that do not write them."""

NUM_LOCK: Final = 0xFF7F
MODIFIER_KEYSYMS: Final = {
    0xFFE9: Modifier.ALT,
    0xFFEA: Modifier.ALT,
    0xFFEB: Modifier.SUPER,
    0xFFEC: Modifier.SUPER,
}
"""Alt_L, Alt_R, Super_L and Super_R: which of Mod1 to Mod5 they are differs from keyboard to keyboard."""
