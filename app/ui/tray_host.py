"""Whether this desktop shows tray icons now, and the news when that changes.

Problem: Sayso may be started before the panel is, and panels are restarted. Qt decides once, when it is first
    asked for a tray, between the two ways of a free desktop (StatusNotifierItem over D-Bus, icons that a
    manager swallows over X11), and keeps to that for good.
Rule: so Qt is not asked before one of the two is there. Which one it was then, Qt's choice holds: it brings
    the icon back by itself when that way comes back.
Failure mode: a panel of the other kind that comes later shows no icon before Sayso is started again.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusServiceWatcher

WATCHER: Final = "org.kde.StatusNotifierWatcher"
LOOK_MS: Final = 3000
"""Nobody tells of an X11 manager that comes; it is looked for this often."""


class Way(Enum):
    """How icons get into the tray."""

    NOTIFIER = "StatusNotifierItem"
    MANAGER = "X11 tray manager"
    SYSTEM = "the system's own"


class TrayHost(QObject):
    """What shows tray icons here.

    Args:
        has_manager: whether a manager of icons is there on this X server; quick, never raises.
    """

    changed = Signal(bool)
    """It is there now, or has gone."""

    def __init__(self, has_manager: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_manager = has_manager
        self._way: Way | None = None
        self._was_there = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._bus_watcher: QDBusServiceWatcher | None = None

    @property
    def is_there(self) -> bool:
        """Whether icons are shown now."""
        return self._find() is not None

    def watch(self) -> None:
        """Tell of changes from now on; `changed` is emitted at once where it is there already."""
        if _is_free_desktop():
            self._watch_bus()
        self.look()

    def look(self) -> None:
        """See whether something has changed."""
        way = self._find()
        if way is not None and self._way is None:
            self._way = way
        # Windows and macOS always have one, and the bus tells of its own.
        if _is_free_desktop() and self._way is not Way.NOTIFIER:
            self._timer.start()
        else:
            self._timer.stop()
        if (way is not None) != self._was_there:
            self._was_there = way is not None
            self.changed.emit(self._was_there)

    def close(self) -> None:
        """Tell of nothing any more."""
        self._timer.stop()
        if self._bus_watcher is not None:
            self._bus_watcher.deleteLater()
            self._bus_watcher = None

    def _find(self) -> Way | None:
        if not _is_free_desktop():
            return Way.SYSTEM if QSystemTrayIcon.isSystemTrayAvailable() else None
        if self._way is not Way.MANAGER and _has_watcher():
            return Way.NOTIFIER
        is_x11 = QGuiApplication.platformName() == "xcb"
        if self._way is not Way.NOTIFIER and is_x11 and self._has_manager():
            return Way.MANAGER
        return None

    def _watch_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        mode = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
        self._bus_watcher = QDBusServiceWatcher(WATCHER, bus, mode, self)
        self._bus_watcher.serviceRegistered.connect(self.look)
        self._bus_watcher.serviceUnregistered.connect(self.look)


def _is_free_desktop() -> bool:
    return sys.platform.startswith("linux") and QGuiApplication.platformName().startswith(("xcb", "wayland"))


def _has_watcher() -> bool:
    # Imported here: the window is shown before it is needed, and it belongs to Linux alone.
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    return bus.isConnected() and bool(bus.interface().isServiceRegistered(WATCHER).value())
