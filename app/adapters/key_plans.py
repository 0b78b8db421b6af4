"""Which keys to press on Windows and macOS, as plain values. No I/O, so that all of it is tested anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

# Windows virtual keys and flags: winuser.h.
VK_TAB: Final = 0x09
VK_RETURN: Final = 0x0D
VK_SHIFT: Final = 0x10
VK_CONTROL: Final = 0x11
VK_MENU: Final = 0x12
VK_INSERT: Final = 0x2D
VK_V: Final = 0x56
VK_LWIN: Final = 0x5B
VK_RWIN: Final = 0x5C
WINDOWS_MODIFIERS: Final = (VK_SHIFT, VK_CONTROL, VK_MENU, VK_LWIN, VK_RWIN)
EXTENDED: Final = 0x0001
KEY_UP: Final = 0x0002
UNICODE: Final = 0x0004

# macOS virtual keys: HIToolbox/Events.h; flags: CGEventTypes.h.
MAC_RETURN: Final = 36
MAC_TAB: Final = 48
MAC_V: Final = 9
MAC_COMMAND: Final = 0x0010_0000
MAC_MODIFIERS: Final = 0x0002_0000 | 0x0004_0000 | 0x0008_0000 | MAC_COMMAND
"""Shift, control, option, command."""
MAC_UNITS: Final = 20
"""UTF-16 units that one event carries: CGEventKeyboardSetUnicodeString drops what is beyond."""


@dataclass(frozen=True, slots=True)
class KeyInput:
    """One KEYBDINPUT of SendInput: a virtual key, or with UNICODE a UTF-16 unit in `scan`."""

    virtual_key: int = 0
    scan: int = 0
    flags: int = 0


@dataclass(frozen=True, slots=True)
class MacKey:
    """One key of macOS, pressed and let go; `text` is what it types, whatever the layout says."""

    keycode: int = 0
    text: str = ""
    flags: int = 0


def lines(text: str) -> str:
    """`text` with every end of line as a newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def windows_chord(modifier: int, key: int, *, extended: bool = False) -> list[KeyInput]:
    """`modifier` down, `key` down and up, `modifier` up."""
    flags = EXTENDED if extended else 0
    return [
        KeyInput(modifier),
        KeyInput(key, flags=flags),
        KeyInput(key, flags=flags | KEY_UP),
        KeyInput(modifier, flags=KEY_UP),
    ]


def windows_paste(shift_insert: bool) -> list[KeyInput]:
    """Ctrl+V, or Shift+Insert; Insert is an extended key, or it would be the keypad's 0."""
    if shift_insert:
        return windows_chord(VK_SHIFT, VK_INSERT, extended=True)
    return windows_chord(VK_CONTROL, VK_V)


def windows_typing(text: str) -> list[KeyInput]:
    """`text` as UTF-16 units, each down and up; newline and tab are keys, as programs expect them."""
    inputs: list[KeyInput] = []
    for character in lines(text):
        key = {"\n": VK_RETURN, "\t": VK_TAB}.get(character)
        if key is not None:
            inputs += [KeyInput(key), KeyInput(key, flags=KEY_UP)]
            continue
        for unit in utf16_units(character):
            inputs += [KeyInput(scan=unit, flags=UNICODE), KeyInput(scan=unit, flags=UNICODE | KEY_UP)]
    return inputs


def utf16_units(text: str) -> list[int]:
    """The UTF-16 units of `text`; a character beyond the first 65536 is two."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[index : index + 2], "little") for index in range(0, len(data), 2)]


def mac_paste() -> MacKey:
    """Command+V. The text makes it a "v" where the layout has another letter on that key."""
    return MacKey(MAC_V, "v", MAC_COMMAND)


def mac_typing(text: str) -> Iterator[MacKey]:
    """`text` in pieces that one event can carry, no character torn; newline and tab are keys."""
    piece, units = "", 0
    for character in lines(text):
        key = {"\n": MAC_RETURN, "\t": MAC_TAB}.get(character)
        size = len(utf16_units(character))
        if piece and (key is not None or units + size > MAC_UNITS):
            yield MacKey(text=piece)
            piece, units = "", 0
        if key is not None:
            yield MacKey(key)
        else:
            piece, units = piece + character, units + size
    if piece:
        yield MacKey(text=piece)
