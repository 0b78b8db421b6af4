"""The settings as a TOML file in the user's configuration folder, which the user may edit by hand.

Rules: loading never raises and never loses what was there. A file that is not TOML is moved aside
(settings.broken-1.toml); one with wrong fields is copied aside before the repaired one takes its place; one
that a newer version wrote is left alone until something is saved, and copied aside then
(settings.newer-1.toml). A missing file is simply the standard settings.
"""

from __future__ import annotations

import logging
import tomllib
from pathlib import Path

import tomli_w

from app.adapters.disk import free_name, write_whole
from app.domain.problems import (
    FolderUnwritable,
    Problem,
    SettingsNewer,
    SettingsRepaired,
    SettingsUnreadable,
    StorageProblem,
)
from app.domain.settings import LoadedSettings, Settings
from app.domain.settings_codec import Table, from_table, is_newer, to_table

logger = logging.getLogger(__name__)


class TomlSettingsFile:
    """Fits the SettingsFile port. `path` need not exist, nor its folder."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> LoadedSettings:
        """The settings of the file and what had to be repaired. Never raises."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return LoadedSettings(Settings())
        except NotADirectoryError as error:
            return _standard(FolderUnwritable(str(self._path.parent), str(error)))
        except OSError as error:
            return _standard(SettingsUnreadable(str(self._path), str(error)))
        table = _parsed(data)
        if table is None:
            return _standard(SettingsUnreadable(str(self._set_aside("broken"))))
        settings, repairs = from_table(table)
        if is_newer(table):
            # What a newer version means by a value is not ours to repair.
            return LoadedSettings(settings, (SettingsNewer(),))
        if repairs:
            return LoadedSettings(settings, self._repair(settings, repairs))
        return LoadedSettings(settings)

    def save(self, settings: Settings) -> None:
        """All or nothing. Raises FolderUnwritable or DiskFull, and then the old file is as it was."""
        self._keep_what_is_not_ours()
        write_whole(self._path, _to_toml(settings))

    def _repair(self, settings: Settings, repairs: tuple[str, ...]) -> tuple[Problem, ...]:
        logger.warning("settings set back: %s", ", ".join(repairs))
        told = SettingsRepaired(", ".join(repairs))
        try:
            self._copy_aside("broken")
            write_whole(self._path, _to_toml(settings))
        except StorageProblem as problem:
            return told, problem
        return (told,)

    def _keep_what_is_not_ours(self) -> None:
        """Copy aside a file that saving would destroy: another version's, or one broken since it was read."""
        try:
            table = _parsed(self._path.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError:
            self._set_aside("broken")
            return
        if table is None:
            self._set_aside("broken")
        elif is_newer(table):
            self._copy_aside("newer")

    def _set_aside(self, word: str) -> Path:
        """Rename the file; where that cannot be, it stays, and its own name is the answer."""
        kept = free_name(self._path, word)
        try:
            self._path.rename(kept)
        except OSError as error:
            logger.warning("the settings file could not be moved aside: %s", error.strerror)
            return self._path
        return kept

    def _copy_aside(self, word: str) -> None:
        try:
            data = self._path.read_bytes()
        except OSError as error:
            raise FolderUnwritable(str(self._path.parent), str(error)) from error
        write_whole(free_name(self._path, word), data)


def _standard(problem: Problem) -> LoadedSettings:
    logger.warning("%s (%s)", problem.sentence, problem.detail)
    return LoadedSettings(Settings(), (problem,))


def _parsed(data: bytes) -> Table | None:
    """The table in `data`, or None when it is not TOML."""
    try:
        # Some Windows editors put a byte-order mark first. Deep nesting exhausts the parser's recursion.
        return tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        logger.warning("the settings file is not TOML: %s", type(error).__name__)
        return None


def _to_toml(settings: Settings) -> bytes:
    # A device name with half a surrogate pair must not keep the other settings from being saved.
    return tomli_w.dumps(to_table(settings)).encode("utf-8", "replace")
