"""The report on disk, and what crashes leave behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from app.adapters.crash_file import CRASH_BYTES, CRASH_FILE
from app.adapters.diagnostics import about, crash_words, log_words, save_report
from app.domain.diagnostics import MANIFEST, ReportFile
from app.domain.problems import FolderUnwritable

ROOT = Path(__file__).resolve().parents[2]


def test_a_report_is_a_zip_file_with_a_manifest_of_all_that_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "report.zip"
    save_report(path, (ReportFile("a.txt", "Grüße\n"), ReportFile("log.txt", "x" * 5000)))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [MANIFEST, "a.txt", "log.txt"]
        listed = archive.read(MANIFEST).decode().splitlines()[2:]
        for line in listed:
            sha256, size, name = line.split()
            data = archive.read(name)
            assert (hashlib.sha256(data).hexdigest(), len(data)) == (sha256, int(size))
    assert [line.split()[-1] for line in listed] == ["a.txt", "log.txt"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.stat().st_size < 2000


def test_where_it_cannot_be_saved_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "no-folder").touch()
    with pytest.raises(FolderUnwritable):
        save_report(tmp_path / "no-folder" / "report.zip", ())
    assert os.listdir(tmp_path) == ["no-folder"]


def test_it_tells_versions_and_nothing_else_of_the_environment() -> None:
    told = about({"XDG_SESSION_TYPE": "x11", "USER": "ada", "SECRET": "quetzalcoatlus"})
    assert told.startswith("Sayso ")
    assert "XDG_SESSION_TYPE=x11" in told
    assert "ada" not in told.split()
    assert "quetzalcoatlus" not in told
    assert "faster-whisper 1" in told


def test_the_log_is_told_from_its_oldest_file_on(tmp_path: Path) -> None:
    assert log_words(tmp_path) == "The log is empty.\n"
    (tmp_path / "sayso.log").write_text("third\n", "utf-8")
    (tmp_path / "sayso.log.1").write_text("second\n", "utf-8")
    (tmp_path / "sayso.log.2").write_text("first\n", "utf-8")
    assert log_words(tmp_path) == "first\nsecond\nthird\n"


def test_a_crash_leaves_its_places_and_no_values(tmp_path: Path) -> None:
    code = f"""
from pathlib import Path
from app.adapters.crash_file import watch_crashes
watch_crashes(Path({str(tmp_path)!r}))
def fall(secret):
    import ctypes, resource
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.string_at(0)
fall("quetzalcoatlus")
"""
    assert crash_words(tmp_path) == "None is known.\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode < 0
    told = crash_words(tmp_path)
    assert "Segmentation fault" in told
    assert "in fall" in told
    assert "quetzalcoatlus" not in told


def test_a_long_file_of_crashes_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / CRASH_FILE).write_bytes(b"x" * (CRASH_BYTES + 1))
    code = f"""
from pathlib import Path
from app.adapters.crash_file import watch_crashes
watch_crashes(Path({str(tmp_path)!r}))()
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert (tmp_path / CRASH_FILE).read_bytes() == b""
