"""What is selected in the field that has the focus on macOS, asked of the accessibility interface.

The leave that sending keys needs covers this question too. It is put by the system's C functions, as no
library that Sayso has brings them.

Failure mode: a program that does not tell, or not within `SECONDS`, gives None.
"""

from __future__ import annotations

import ctypes
from typing import Final

SECONDS: Final = 0.1
UTF8: Final = 0x0800_0100
"""kCFStringEncodingUTF8."""
FOCUSED: Final = b"AXFocusedUIElement"
SELECTED: Final = b"AXSelectedText"
FRAMEWORKS: Final = "/System/Library/Frameworks"


class Accessibility:
    """The accessibility interface of the running session. Raises OSError on other systems."""

    def __init__(self) -> None:
        handle = ctypes.c_void_p
        self._core = core = ctypes.CDLL(f"{FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
        core.CFStringCreateWithCString.argtypes = (handle, ctypes.c_char_p, ctypes.c_uint32)
        core.CFStringCreateWithCString.restype = handle
        core.CFStringGetLength.argtypes = (handle,)
        core.CFStringGetLength.restype = ctypes.c_long
        core.CFStringGetCString.argtypes = (handle, ctypes.c_char_p, ctypes.c_long, ctypes.c_uint32)
        core.CFStringGetCString.restype = ctypes.c_ubyte
        core.CFGetTypeID.argtypes = (handle,)
        core.CFGetTypeID.restype = ctypes.c_ulong
        core.CFStringGetTypeID.restype = ctypes.c_ulong
        core.CFRelease.argtypes = (handle,)
        core.CFRelease.restype = None
        self._ax = ax = ctypes.CDLL(f"{FRAMEWORKS}/ApplicationServices.framework/ApplicationServices")
        ax.AXUIElementCreateSystemWide.restype = handle
        ax.AXUIElementSetMessagingTimeout.argtypes = (handle, ctypes.c_float)
        ax.AXUIElementCopyAttributeValue.argtypes = (handle, handle, ctypes.POINTER(handle))
        ax.AXUIElementCopyAttributeValue.restype = ctypes.c_int32
        self._system = ax.AXUIElementCreateSystemWide()
        # That of the whole system holds for each of its elements.
        ax.AXUIElementSetMessagingTimeout(self._system, SECONDS)

    def selected(self) -> str | None:
        """The selected text, empty where none is; None where the program does not tell."""
        focused = self._attribute(self._system, FOCUSED)
        if not focused:
            return None
        try:
            found = self._attribute(focused, SELECTED)
            if not found:
                return None
            try:
                return self._string(found)
            finally:
                self._core.CFRelease(found)
        finally:
            self._core.CFRelease(focused)

    def _attribute(self, element: int, name: bytes) -> int:
        """An attribute of `element`, to be released; 0 where it has none."""
        key = self._core.CFStringCreateWithCString(None, name, UTF8)
        try:
            found = ctypes.c_void_p()
            failed = self._ax.AXUIElementCopyAttributeValue(element, key, ctypes.byref(found))
            return 0 if failed else found.value or 0
        finally:
            self._core.CFRelease(key)

    def _string(self, found: int) -> str | None:
        if self._core.CFGetTypeID(found) != self._core.CFStringGetTypeID():
            return None
        # A UTF-16 unit takes three bytes of UTF-8 at most.
        size = 3 * int(self._core.CFStringGetLength(found)) + 1
        buffer = ctypes.create_string_buffer(size)
        if not self._core.CFStringGetCString(found, buffer, size, UTF8):
            return None
        return buffer.value.decode("utf-8", "replace")
