"""Starts Sayso with the system: a file of the user's on Linux and macOS, a value of the registry on Windows.

Failure: FolderUnwritable or DiskFull where it cannot be written; what cannot be read is none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from app.adapters.disk import storage_problem, write_whole
from app.domain import autostart as rules
from app.domain.autostart import Autostart

HIDDEN: Final = "--hidden"
"""The option of the command line that opens no window."""

RUN_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
VALUE: Final = "Sayso"


class Entry(Protocol):
    """Where the system looks for what it is to start."""

    def read(self) -> Autostart | None:
        """What is there. Never raises."""

    def write(self, command: tuple[str, ...]) -> None:
        """Start `command`. Raises FolderUnwritable or DiskFull."""

    def remove(self) -> None:
        """Start nothing. Raises FolderUnwritable."""


class SystemAutostart:
    """Whether Sayso starts with the system, and switching that. Used by one thread.

    Args:
        entry: where this system looks.
        command: what starts this Sayso.
    """

    def __init__(self, entry: Entry, command: tuple[str, ...]) -> None:
        self._entry = entry
        self._command = command

    def is_on(self) -> bool:
        """As it is. Never raises."""
        return rules.is_on(self._entry.read())

    def repair(self) -> bool:
        """As it is, once what leads to a program that is gone leads to this one. Raises as `set`."""
        if rules.is_to_be_repaired(self._entry.read(), self._command, os.path.exists):
            self._entry.write(self._command)
        return self.is_on()

    def set(self, is_on: bool) -> None:
        """Raises FolderUnwritable or DiskFull."""
        if is_on == self.is_on():
            return
        if is_on:
            self._entry.write(self._command)
        else:
            self._entry.remove()


class DesktopFile:
    """Linux: `path` is sayso.desktop in the folder of the user's autostart."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Autostart | None:
        try:
            return rules.read_desktop_entry(self._path.read_text("utf-8", "surrogateescape"))
        except OSError:
            return None

    def write(self, command: tuple[str, ...]) -> None:
        write_whole(self._path, rules.desktop_entry(command).encode("utf-8", "surrogateescape"))

    def remove(self) -> None:
        _remove(self._path)


class LaunchAgent:
    """macOS: `path` is the property list in the user's LaunchAgents."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Autostart | None:
        try:
            return rules.read_launch_agent(self._path.read_bytes())
        except OSError:
            return None

    def write(self, command: tuple[str, ...]) -> None:
        write_whole(self._path, rules.launch_agent(command))

    def remove(self) -> None:
        _remove(self._path)


class RunKey:
    """Windows: a value of the user's registry, and the one by which the system says that it is off."""

    def read(self) -> Autostart | None:
        if sys.platform != "win32":
            return None
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                line, _ = winreg.QueryValueEx(key, VALUE)
        except OSError:
            return None
        state = b""
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, APPROVED_KEY) as key:
            found, _ = winreg.QueryValueEx(key, VALUE)
            state = found if isinstance(found, bytes) else b""
        return Autostart(rules.read_command_line(str(line)), rules.is_approved(state))

    def write(self, command: tuple[str, ...]) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN_KEY) as key:
                    winreg.SetValueEx(key, VALUE, 0, winreg.REG_SZ, rules.command_line(command))
            except OSError as error:
                raise storage_problem(error, Path(RUN_KEY)) from error
            self._forget(APPROVED_KEY)

    def remove(self) -> None:
        self._forget(RUN_KEY)
        self._forget(APPROVED_KEY)

    def _forget(self, place: str) -> None:
        if sys.platform == "win32":
            import winreg

            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, place, access=winreg.KEY_SET_VALUE) as key,
            ):
                winreg.DeleteValue(key, VALUE)


def system_autostart(environment: Mapping[str, str] = os.environ) -> SystemAutostart:
    """That of this user and this program."""
    return SystemAutostart(_entry(environment), start_command())


def start_command() -> tuple[str, ...]:
    """What starts this program in the tray, from any folder: the bundle, the command that pip has made, or
    the source tree."""
    folder = Path(sys.executable).parent
    if getattr(sys, "frozen", False):
        # Windows' bundle has one for the terminal and one for windows.
        windowed = folder / "sayso-app.exe"
        return (str(windowed) if windowed.is_file() else sys.executable, HIDDEN)
    # The one for windows opens no terminal.
    for name in ("sayso-app.exe", "sayso-app", "sayso.exe", "sayso"):
        if (folder / name).is_file():
            return (str(folder / name), HIDDEN)
    root = str(Path(__file__).resolve().parents[2])
    code = f"import sys; sys.path.insert(0, {root!r}); from app.cli import main; sys.exit(main())"
    windowed = folder / "pythonw.exe"
    return (str(windowed) if windowed.is_file() else sys.executable, "-c", code, HIDDEN)


def _entry(environment: Mapping[str, str]) -> Entry:
    if sys.platform == "win32":
        return RunKey()
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents" / f"{rules.LABEL}.plist")
    config = environment.get("XDG_CONFIG_HOME", "")
    folder = Path(config) if config.startswith("/") else Path.home() / ".config"
    return DesktopFile(folder / "autostart" / f"{rules.NAME}.desktop")


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise storage_problem(error, path.parent) from error
