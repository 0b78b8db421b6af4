"""A file system of 256 kB with a scenario run on it in a child process, so that a full disk is a real one.

The child has a mount table of its own, so nothing is left behind. Where the system lets neither root nor
this user have one, the tests that need it are skipped and say so.
"""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_MOUNT = 'mount -t tmpfs -o size=256k none "$0" && exec "$@"'


def run_on_small_disk(scenario: Callable[[Path], object], folder: Path) -> object:
    """What `scenario(folder)` answers (JSON values) when `folder` is a disk of 256 kB.

    Skips where no such disk can be mounted.

    `scenario` is a function of a test module's top level.
    """
    if sys.platform != "linux":
        pytest.skip("a file system of one's own is to be had on Linux only")
    for unshare in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        prefix = [*unshare, "sh", "-c", _MOUNT, str(folder)]
        if subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode == 0:
            module = inspect.getmodule(scenario)
            assert module
            command = [
                *prefix,
                sys.executable,
                "-m",
                __name__,
                module.__name__,
                scenario.__name__,
                str(folder),
            ]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
            assert done.returncode == 0, done.stderr
            answer: object = json.loads(done.stdout)
            return answer
    pytest.skip("this user may not mount a file system, not even in a namespace")


def fill(folder: Path) -> None:
    """Take what space is left."""
    with (folder / "filling").open("wb", buffering=0) as file:
        size = 65536
        while size:
            try:
                file.write(b"x" * size)
            except OSError:
                size //= 2


def _main() -> None:
    module, scenario, folder = sys.argv[1:]
    imported = __import__(module, fromlist=[scenario])
    print(json.dumps(getattr(imported, scenario)(Path(folder))))


if __name__ == "__main__":
    _main()
