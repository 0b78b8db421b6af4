"""Sends keys to the foreground window on Windows, by SendInput.

Pasting is Ctrl+V, which the console takes too, and Shift+Insert in the few programs of `terminals`. Typing
sends UTF-16 units that no layout is asked about. What to send is decided in `key_plans`; here is only who
gets it, and `User32` is all that touches the system. A selection is made by Shift+Left, all of a chunk at
once, so that no key of the user's comes between.

Failure mode: Windows refuses keys for a program that runs as administrator, and says so only by sending fewer
than asked; the text then waits one key away.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import PureWindowsPath
from typing import Final, Protocol

from app.adapters.key_plans import (
    EXTENDED,
    KEY_UP,
    VK_SHIFT,
    WINDOWS_MODIFIERS,
    KeyInput,
    windows_paste,
    windows_typing,
)
from app.adapters.terminals import is_windows_terminal
from app.domain.insertion import Target
from app.domain.problems import InsertionFailed

CHUNK: Final = 40
"""Inputs sent at once while typing, and the seconds until the next: slow programs lose what is beyond."""
CHUNK_SECONDS: Final = 0.02
SELECT_CHUNK: Final = 20
"""Steps of the caret sent at once while selecting."""
VK_LEFT: Final = 0x25
VK_RIGHT: Final = 0x27
CONSOLES: Final = frozenset({"consolewindowclass", "cascadia_hosting_window_class", "pseudoconsolewindow"})
"""Window classes of the console and of Windows Terminal, lower case: whatever runs in them has its own say on
what keys select."""


class WindowsKeys(Protocol):
    """What is needed of Windows."""

    def foreground(self) -> int:
        """The handle of the foreground window, or 0."""

    def process(self, window: int) -> int:
        """The id of its process."""

    def program(self, process: int) -> str:
        """The path of a process's executable; empty where Windows does not tell."""

    def window_class(self, window: int) -> str:
        """The name of its class."""

    def idle(self) -> float | None:
        """Seconds since the last key or movement of the pointer; None where Windows does not tell."""

    def selected(self) -> str | None:
        """The text that is selected in the field that has the focus; None where its program does not tell."""

    def is_down(self, virtual_key: int) -> bool:
        """Whether a key is held."""

    def send(self, inputs: Sequence[KeyInput]) -> int:
        """Send keys; how many were taken."""


class WindowsInserter:
    """Keys and focus on Windows. `keys` None stands for the real ones."""

    name = "Windows (SendInput)"

    def __init__(self, keys: WindowsKeys | None = None) -> None:
        self._keys = keys or _real_keys()

    def is_available(self) -> bool:
        return self._keys is not None

    def target(self) -> Target | None:
        if self._keys is None or not (window := self._keys.foreground()):
            return None
        process = self._keys.process(window)
        program = self._keys.program(process)
        return Target(
            id=f"win:{window:#x}",
            name=PureWindowsPath(program).stem,
            is_terminal=is_windows_terminal(program),
            is_own=process == os.getpid(),
        )

    def modifiers_are_up(self) -> bool:
        return self._keys is None or not any(self._keys.is_down(key) for key in WINDOWS_MODIFIERS)

    def last_input(self) -> float | None:
        return self._keys.idle() if self._keys else None

    def select_left(self, steps: int, target: Target | None) -> Iterator[float]:
        """Not in terminals, and not where the program does not tell what is selected."""
        if target is None or target.is_terminal or self._keys is None:
            raise InsertionFailed("these keys select nothing in this window")
        if self._keys.window_class(self._keys.foreground()).lower() in CONSOLES:
            raise InsertionFailed("these keys select nothing in a console")
        if self._keys.selected() is None:
            raise InsertionFailed("this window does not tell what is selected")
        return self._select(steps)

    def _select(self, steps: int) -> Iterator[float]:
        # Extended, or they would be the keypad's, which Shift turns into digits.
        step = (KeyInput(VK_LEFT, flags=EXTENDED), KeyInput(VK_LEFT, flags=EXTENDED | KEY_UP))
        for start in range(0, steps, SELECT_CHUNK):
            count = min(SELECT_CHUNK, steps - start)
            self._send((KeyInput(VK_SHIFT), *(step * count), KeyInput(VK_SHIFT, flags=KEY_UP)))
            yield CHUNK_SECONDS

    def selected(self) -> str | None:
        return self._keys.selected() if self._keys else None

    def unselect(self) -> None:
        self._send((KeyInput(VK_RIGHT, flags=EXTENDED), KeyInput(VK_RIGHT, flags=EXTENDED | KEY_UP)))

    def wants_primary(self, target: Target | None) -> bool:
        return False

    def paste(self, target: Target | None) -> None:
        self._send(windows_paste(target is not None and target.is_terminal))

    def type_text(self, text: str) -> Iterator[float]:
        inputs = windows_typing(text)
        for start in range(0, len(inputs), CHUNK):
            self._send(inputs[start : start + CHUNK])
            yield CHUNK_SECONDS

    def _send(self, inputs: Sequence[KeyInput]) -> None:
        if self._keys is None or self._keys.foreground() == 0:
            raise InsertionFailed("no window has the focus")
        if self._keys.send(inputs) < len(inputs):
            raise InsertionFailed("the window belongs to a program that runs as administrator")


class _KeyboardInput(ctypes.Structure):
    """KEYBDINPUT."""

    _fields_ = (
        ("virtual_key", ctypes.c_ushort),
        ("scan", ctypes.c_ushort),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class _MouseInput(ctypes.Structure):
    """MOUSEINPUT: the largest member of the union, which gives INPUT its size."""

    _fields_ = (
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
        ("data", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class _Union(ctypes.Union):
    _fields_ = (("keyboard", _KeyboardInput), ("mouse", _MouseInput))


class Input(ctypes.Structure):
    """INPUT: 40 bytes on 64-bit Windows, 28 on 32-bit; SendInput takes no other size."""

    _fields_ = (("type", ctypes.c_uint32), ("union", _Union))


class _LastInput(ctypes.Structure):
    """LASTINPUTINFO: `time` is GetTickCount's, in milliseconds."""

    _fields_ = (("size", ctypes.c_uint32), ("time", ctypes.c_uint32))


KEYBOARD: Final = 1
QUERY_LIMITED_INFORMATION: Final = 0x1000


def pack(inputs: Sequence[KeyInput]) -> ctypes.Array[Input]:
    """`inputs` as SendInput takes them."""
    packed = (Input * len(inputs))()
    for place, key in zip(packed, inputs, strict=True):
        place.type = KEYBOARD
        place.union.keyboard = _KeyboardInput(key.virtual_key, key.scan, key.flags, 0, 0)
    return packed


if sys.platform == "win32":
    from app.adapters.windows_selection import ui_automation

    class User32:
        """`WindowsKeys` of the running session."""

        def __init__(self) -> None:
            self._user = ctypes.WinDLL("user32", use_last_error=True)
            self._kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            self._automation = ui_automation()
            self._kernel.GetTickCount.restype = ctypes.c_uint32
            self._user.GetClassNameW.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
            self._user.IsHungAppWindow.argtypes = (ctypes.c_void_p,)
            self._user.GetForegroundWindow.restype = ctypes.c_void_p
            self._user.GetWindowThreadProcessId.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
            self._user.GetAsyncKeyState.restype = ctypes.c_short
            self._kernel.OpenProcess.restype = ctypes.c_void_p
            self._kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
            self._kernel.QueryFullProcessImageNameW.argtypes = (
                ctypes.c_void_p,
                ctypes.c_uint32,
                ctypes.c_wchar_p,
                ctypes.c_void_p,
            )

        def foreground(self) -> int:
            return int(self._user.GetForegroundWindow() or 0)

        def process(self, window: int) -> int:
            found = ctypes.c_uint32()
            self._user.GetWindowThreadProcessId(window, ctypes.byref(found))
            return found.value

        def program(self, process: int) -> str:
            handle = self._kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, process)
            if not handle:
                return ""
            try:
                size = ctypes.c_uint32(1024)
                path = ctypes.create_unicode_buffer(size.value)
                done = self._kernel.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(size))
                return path.value if done else ""
            finally:
                self._kernel.CloseHandle(handle)

        def window_class(self, window: int) -> str:
            name = ctypes.create_unicode_buffer(256)
            return name.value if self._user.GetClassNameW(window, name, 256) else ""

        def idle(self) -> float | None:
            last = _LastInput(ctypes.sizeof(_LastInput), 0)
            if not self._user.GetLastInputInfo(ctypes.byref(last)):
                return None
            # The count begins anew after 49.7 days.
            return (int(self._kernel.GetTickCount() - last.time) & 0xFFFF_FFFF) / 1000

        def selected(self) -> str | None:
            if self._user.IsHungAppWindow(self.foreground()):
                return None
            return self._automation.selected()

        def is_down(self, virtual_key: int) -> bool:
            return bool(self._user.GetAsyncKeyState(virtual_key) & 0x8000)

        def send(self, inputs: Sequence[KeyInput]) -> int:
            packed = pack(inputs)
            return int(self._user.SendInput(len(packed), packed, ctypes.sizeof(Input)))


def _real_keys() -> WindowsKeys | None:
    if sys.platform == "win32":
        return User32()
    return None
