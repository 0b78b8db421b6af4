"""The names of the keys, the same on every system, and how users read them.

A name is a position's usual label on a US keyboard, in lower case and without spaces: "a", "f9", "pageup",
"num5". Each adapter has a table from these names to what its system calls the key; one that lacks a key
says so when it is bound. Caps Lock, Num Lock and single modifiers are left out on purpose: every press of
them changes what the keyboard types next, whether the press is swallowed or not.
"""

from __future__ import annotations

from string import ascii_lowercase, digits
from typing import Final

LETTERS: Final = tuple(ascii_lowercase)
DIGITS: Final = tuple(digits)
FUNCTION_KEYS: Final = tuple(f"f{number}" for number in range(1, 25))
PUNCTUATION: Final = {
    "minus": "-",
    "equal": "=",
    "bracketleft": "[",
    "bracketright": "]",
    "backslash": "\\",
    "semicolon": ";",
    "apostrophe": "'",
    "grave": "`",
    "comma": ",",
    "period": ".",
    "slash": "/",
    "less": "<",
}
_EDITING: Final = {
    "space": "Space",
    "tab": "Tab",
    "enter": "Enter",
    "backspace": "Backspace",
    "delete": "Delete",
    "home": "Home",
    "end": "End",
    "pageup": "Page Up",
    "pagedown": "Page Down",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
}
_NUMPAD: Final = {
    **{f"num{digit}": f"Num {digit}" for digit in digits},
    "numadd": "Num +",
    "numsubtract": "Num -",
    "nummultiply": "Num *",
    "numdivide": "Num /",
    "numdecimal": "Num .",
    "numenter": "Num Enter",
}
_FREE: Final = {
    "escape": "Escape",
    "insert": "Insert",
    "pause": "Pause",
    "scrolllock": "Scroll Lock",
    "print": "Print",
    "menu": "Menu",
    "playpause": "Play/Pause",
    "mediastop": "Stop",
    "nexttrack": "Next Track",
    "previoustrack": "Previous Track",
    "mute": "Mute",
    "volumeup": "Volume Up",
    "volumedown": "Volume Down",
}

LABELS: Final[dict[str, str]] = {
    **{letter: letter.upper() for letter in LETTERS},
    **{digit: digit for digit in DIGITS},
    **{key: key.upper() for key in FUNCTION_KEYS},
    **PUNCTUATION,
    **_EDITING,
    **_NUMPAD,
    **_FREE,
}
"""Every key there is, by name, as it is shown."""

TYPING_KEYS: Final = frozenset({*LETTERS, *DIGITS, *PUNCTUATION, *_EDITING, *_NUMPAD})
"""Keys that write or move the cursor: bound without a modifier, they would be missed in every program."""

ALIASES: Final = {
    **{sign: name for name, sign in PUNCTUATION.items()},
    "esc": "escape",
    "return": "enter",
    "spacebar": "space",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "break": "pause",
    "prtsc": "print",
    "printscreen": "print",
    "apps": "menu",
    "quote": "apostrophe",
    "backquote": "grave",
    "dot": "period",
    "numplus": "numadd",
    "numminus": "numsubtract",
}
"""Other ways in which people write them; spaces, hyphens and underscores are left out before looking."""

LOCK_KEYS: Final = frozenset({"capslock", "numlock"})
"""Known, but of no use as hotkeys."""
