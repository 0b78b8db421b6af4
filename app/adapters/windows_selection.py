"""What is selected in the field that has the focus on Windows, asked of UI Automation by its bare interfaces.

Programs tell it that have the TextPattern: those of Win32, WPF, browsers, Word. Methods are called by their
place in the interface, which stays as it is for ever (UIAutomationClient.h), IUnknown's three counted in.

Failure mode: a program without the pattern, one that has gone or that hangs gives None, as does a Windows
without UI Automation. One that begins to hang in the middle of the question holds it up until Windows gives
it up; so the question is put only to a program that has just taken a text.
"""

from __future__ import annotations

import ctypes
import sys
import uuid
from collections.abc import Callable
from typing import Final

CLIENT: Final = "ff48dba4-60ef-4201-aa87-54103eef594e"
"""The class CUIAutomation."""
AUTOMATION: Final = "30cbe57d-d9d0-452a-ab13-7ac5ac4825ee"
TEXT_PATTERN: Final = "32eba289-3583-42c9-9c59-3b6d9a1e9b6a"
TEXT_PATTERN_ID: Final = 10014
IN_PROCESS: Final = 1
"""CLSCTX_INPROC_SERVER."""
MOST: Final = 8000
"""UTF-16 units asked for: more than any text that is replaced has."""

# Places: IUIAutomation, IUIAutomationElement, -TextPattern, -TextRangeArray, -TextRange.
RELEASE: Final = 2
FOCUSED_ELEMENT: Final = 8
PATTERN_AS: Final = 14
SELECTION: Final = 5
LENGTH: Final = 3
ELEMENT: Final = 4
TEXT: Final = 12


def guid(text: str) -> ctypes.Array[ctypes.c_char]:
    """A GUID as Windows lays it out in memory: 16 bytes."""
    return ctypes.create_string_buffer(uuid.UUID(text).bytes_le, 16)


if sys.platform == "win32":
    PROTOTYPE = ctypes.WINFUNCTYPE
else:
    PROTOTYPE = ctypes.CFUNCTYPE  # for tests: only Windows has a calling convention of its own


class UiAutomation:
    """A client of UI Automation. Belongs to the GUI thread, where Qt has set up COM.

    Args:
        create: makes the client and gives its IUIAutomation; called when first asked. Raises OSError.
        free: lets go of a string that Windows made.
    """

    def __init__(self, create: Callable[[], int], free: Callable[[int], None]) -> None:
        self._create = create
        self._free = free
        self._client = 0

    def selected(self) -> str | None:
        """The selected text, empty where none is; None where the program does not tell."""
        held: list[int] = []
        try:
            return self._selected(held)
        except OSError:
            return None
        finally:
            for pointer in reversed(held):
                _method(pointer, RELEASE)(pointer)

    def _selected(self, held: list[int]) -> str | None:
        self._client = self._client or self._create()
        focused = _pointer(self._client, FOCUSED_ELEMENT, held)
        wanted = ctypes.c_int(TEXT_PATTERN_ID)
        pattern = _pointer(focused, PATTERN_AS, held, wanted, guid(TEXT_PATTERN))
        ranges = _pointer(pattern, SELECTION, held)
        count = ctypes.c_int()
        _call(ranges, LENGTH, ctypes.byref(count))
        if count.value == 0:
            return ""
        if count.value > 1:
            return None
        return self._text(_pointer(ranges, ELEMENT, held, ctypes.c_int(0)))

    def _text(self, text_range: int) -> str:
        found = ctypes.c_void_p()
        _call(text_range, TEXT, ctypes.c_int(MOST), ctypes.byref(found))
        if not found.value:
            return ""
        try:
            return ctypes.wstring_at(found.value)
        finally:
            self._free(found.value)


def _method(pointer: int, place: int, *kinds: type) -> Callable[..., int]:
    """Method number `place` of the interface at `pointer`; it answers with 32 bits."""
    table = ctypes.c_void_p.from_address(pointer).value or 0
    address = ctypes.c_void_p.from_address(table + place * ctypes.sizeof(ctypes.c_void_p)).value or 0
    return PROTOTYPE(ctypes.c_uint32, ctypes.c_void_p, *kinds)(address)


def _call(pointer: int, place: int, *arguments: object) -> None:
    """Call a method that answers with an HRESULT. Raises OSError where that is a failure, or there is no
    interface."""
    if not pointer:
        raise OSError("no interface")
    kinds = [ctypes.c_int if isinstance(value, ctypes.c_int) else ctypes.c_void_p for value in arguments]
    status = _method(pointer, place, *kinds)(pointer, *arguments)
    if status & 0x8000_0000:
        raise OSError(status)


def _pointer(pointer: int, place: int, held: list[int], *arguments: object) -> int:
    """The interface that a method hands out, noted in `held`; 0 for none. Raises OSError."""
    found = ctypes.c_void_p()
    _call(pointer, place, *arguments, ctypes.byref(found))
    if found.value:
        held.append(found.value)
    return found.value or 0


if sys.platform == "win32":

    def ui_automation() -> UiAutomation:
        """That of the running session."""
        ole, strings = ctypes.OleDLL("ole32"), ctypes.WinDLL("oleaut32")
        strings.SysFreeString.argtypes = (ctypes.c_void_p,)
        strings.SysFreeString.restype = None

        def create() -> int:
            found = ctypes.c_void_p()
            ole.CoCreateInstance(guid(CLIENT), None, IN_PROCESS, guid(AUTOMATION), ctypes.byref(found))
            return found.value or 0

        return UiAutomation(create, strings.SysFreeString)
