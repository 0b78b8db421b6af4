"""What can be seen of a program's window, and done to it, by another client of the X server.

So a benchmark measures what a user would see, and the program under test needs no switch that tells it
that it is being watched.
"""

from __future__ import annotations

from typing import Any, Final

EDGE: Final = 60
"""Pixels from the window's left edge that are watched: the icons of the places."""

PAINTED_COLOURS: Final = 4
"""A plain ground and a border are fewer; drawn icons are many more."""

# X11 protocol and XTEST: kinds of events, formats of pictures, all planes, keysyms.
_KEY_PRESS: Final = 2
_KEY_RELEASE: Final = 3
_MOTION: Final = 6
_Z_PIXMAP: Final = 2
_ALL_PLANES: Final = 0xFFFF_FFFF
_CONTROL_L: Final = 0xFFE3
_DIGIT_2: Final = 0x32
_ANY_TYPE: Final = 0


class Onlooker:
    """Another client of the X server: sees windows as they are shown, and presses keys."""

    def __init__(self) -> None:
        import xcffib
        import xcffib.xproto
        import xcffib.xtest

        self._library: Any = xcffib  # generated, without types
        self._connection: Any = self._library.connect()
        self._core = self._connection.core
        self._xtest = self._connection(self._library.xtest.key)
        self._root = self._connection.get_setup().roots[0].root
        names = ("_NET_CLIENT_LIST", "_NET_WM_PID")
        self._atoms = {name: self._core.InternAtom(False, len(name), name).reply().atom for name in names}
        self._keys = self._keycodes(_CONTROL_L, _DIGIT_2)
        # Out of the window: what lies under the pointer is drawn otherwise.
        self._xtest.FakeInput(_MOTION, 0, 0, self._root, 0, 0, 0)
        self._connection.flush()

    def painted_window_of(self, pid: int) -> int | None:
        """The window of process `pid` that the window manager lists and that shows something.

        Only such a one: the icon for the tray is a window for a moment, too, until the tray takes it in.
        """
        for window in self._property(self._root, "_NET_CLIENT_LIST"):
            if self._property(window, "_NET_WM_PID") == (pid,) and is_painted(self.edge(window)):
                return window
        return None

    def edge(self, window: int) -> bytes:
        """The pixels of the window's left edge, 4 bytes each; nothing while it cannot be seen, or is
        narrower."""
        try:
            height = self._core.GetGeometry(window).reply().height
            picture = self._core.GetImage(_Z_PIXMAP, window, 0, 0, EDGE, height, _ALL_PLANES).reply()
        except self._library.Error:
            return b""
        return bytes(picture.data.buf())

    def has_keyboard(self, window: int) -> bool:
        """Whether keys go to `window`."""
        return bool(self._core.GetInputFocus().reply().focus == window)

    def press_second_place(self) -> None:
        """Ctrl+2, down and up: the second of the window's places."""
        for kind, keys in ((_KEY_PRESS, self._keys), (_KEY_RELEASE, self._keys[::-1])):
            for key in keys:
                self._xtest.FakeInput(kind, key, 0, self._root, 0, 0, 0)
        self._connection.flush()

    def close(self) -> None:
        """Let go of the server."""
        self._connection.disconnect()

    def _property(self, window: int, name: str) -> tuple[int, ...]:
        """A property of 32-bit numbers; empty when the window lacks it or is gone."""
        try:
            found = self._core.GetProperty(False, window, self._atoms[name], _ANY_TYPE, 0, 1024).reply()
        except self._library.Error:
            return ()
        return tuple(found.value.to_atoms())

    def _keycodes(self, *keysyms: int) -> tuple[int, ...]:
        setup = self._connection.get_setup()
        first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
        mapping = self._core.GetKeyboardMapping(first, count).reply()
        table, width = list(mapping.keysyms), mapping.keysyms_per_keycode
        return tuple(first + table.index(keysym) // width for keysym in keysyms)


def is_painted(pixels: bytes) -> bool:
    """Whether more is seen than a ground and a border."""
    return len(set(memoryview(pixels).cast("I"))) >= PAINTED_COLOURS if pixels else False
