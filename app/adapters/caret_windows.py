"""Where the user writes on Windows: the caret as classic programs tell it, else the window in front.

Asked of user32 by its C functions. Areas are physical pixels of a process that is aware of them, as Qt's are.
Failure mode: what cannot be asked is not told.
"""

from __future__ import annotations

import ctypes
import sys

from app.domain.overlay_place import Area, Focused


class Rectangle(ctypes.Structure):
    """RECT."""

    _fields_ = (
        ("left", ctypes.c_long),
        ("top", ctypes.c_long),
        ("right", ctypes.c_long),
        ("bottom", ctypes.c_long),
    )

    @property
    def area(self) -> Area:
        """The same as corner and size."""
        return Area(self.left, self.top, self.right - self.left, self.bottom - self.top)


class Point(ctypes.Structure):
    """POINT."""

    _fields_ = (("x", ctypes.c_long), ("y", ctypes.c_long))


class GuiThread(ctypes.Structure):
    """GUITHREADINFO."""

    _fields_ = (
        ("size", ctypes.c_ulong),
        ("flags", ctypes.c_ulong),
        ("active", ctypes.c_void_p),
        ("focus", ctypes.c_void_p),
        ("capture", ctypes.c_void_p),
        ("menu_owner", ctypes.c_void_p),
        ("move_size", ctypes.c_void_p),
        ("caret", ctypes.c_void_p),
        ("caret_area", Rectangle),
    )


class WindowsFocusedPlace:
    """Asks when asked."""

    def look(self) -> Focused | None:
        """None where no window is in front."""
        if sys.platform != "win32":
            return None
        user = ctypes.WinDLL("user32")
        user.GetForegroundWindow.restype = ctypes.c_void_p
        window = user.GetForegroundWindow()
        if not window:
            return None
        area = Rectangle()
        if not user.GetWindowRect(ctypes.c_void_p(window), ctypes.byref(area)):
            return None
        facts = GuiThread(size=ctypes.sizeof(GuiThread))
        # Thread 0 is that of the window in front.
        if not user.GetGUIThreadInfo(0, ctypes.byref(facts)) or not facts.caret:
            return Focused(area.area)
        corner = Point(facts.caret_area.left, facts.caret_area.top)
        if not user.ClientToScreen(ctypes.c_void_p(facts.caret), ctypes.byref(corner)):
            return Focused(area.area)
        caret = facts.caret_area.area
        return Focused(area.area, Area(corner.x, corner.y, caret.width, caret.height))

    def has_compositor(self) -> bool:
        """Always, since Windows 8."""
        return True
