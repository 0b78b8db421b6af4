"""Where everything that Sayso keeps lies on this system, as one value that is handed down.

Rules: the system's own conventions (XDG, Library, AppData), each folder for its user alone. SAYSO_HOME puts
all of them below one folder, for a second instance or a stick. Nothing else in the program knows a folder by
name.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

from app.adapters.disk import make_guarded_folder, make_private_folder

HOME_VARIABLE: Final = "SAYSO_HOME"


@dataclass(frozen=True, slots=True)
class Folders:
    """Absolute folders. `runtime` holds the socket and the lock of the one running instance."""

    config: Path
    data: Path
    cache: Path
    runtime: Path
    log: Path

    @classmethod
    def of_user(cls, environment: Mapping[str, str] = os.environ) -> Folders:
        """This user's, by the system's conventions or below SAYSO_HOME."""
        if home := environment.get(HOME_VARIABLE):
            return cls.at(Path(home).expanduser())
        system = PlatformDirs("sayso", appauthor=False, roaming=False)
        data = system.user_data_path
        runtime = _session_folder(environment) or data / "run"
        return cls(system.user_config_path, data, system.user_cache_path, runtime, system.user_log_path)

    @classmethod
    def at(cls, root: Path) -> Folders:
        """All of them below `root`."""
        root = Path(os.path.abspath(root))
        return cls(root / "config", root / "data", root / "cache", root / "run", root / "log")

    @property
    def settings_file(self) -> Path:
        return self.config / "settings.toml"

    @property
    def history_file(self) -> Path:
        return self.data / "history.sqlite3"

    @property
    def files_file(self) -> Path:
        """The queue of files, their transcripts, and the cache."""
        return self.data / "files.sqlite3"

    @property
    def dragged(self) -> Path:
        """Copies of transcripts for the programs that they were dragged into."""
        return self.cache / "dragged"

    @property
    def recordings(self) -> Path:
        return self.data / "recordings"

    @property
    def models(self) -> Path:
        return self.data / "models"

    @property
    def cuda(self) -> Path:
        return self.data / "cuda"

    def create(self) -> None:
        """Make those that are missing, for this user alone (0700). Raises FolderUnwritable or DiskFull."""
        for folder in (self.config, self.data, self.cache, self.log):
            make_private_folder(folder)
        make_guarded_folder(self.runtime)


def _session_folder(environment: Mapping[str, str]) -> Path | None:
    """Sayso's place in the folder that a Linux session gives each user (XDG Base Directory: the user's own,
    0700, gone at log-out), or None where there is no such folder or it is another user's, as under sudo."""
    if sys.platform != "linux":
        return None
    session = Path(environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}")
    try:
        found = session.lstat()
    except OSError:
        return None
    is_own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
    return session / "sayso" if is_own and session.is_absolute() else None
