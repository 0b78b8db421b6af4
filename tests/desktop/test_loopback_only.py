"""No word and no question leaves the computer: dictation and files in a network that leads nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.data import FOLDER
from tests.desktop.desk import Desk
from tests.desktop.journey import Journey, said, words
from tests.desktop.loopback import ROOT, Watch, can_enter

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not can_enter(), reason="this system lets nobody have a network of its own"),
]

SETTINGS = """
[general]
guide_done = true
[speech]
language = "en"
model = "tiny.en"
hints = ["Quetzalcoatlus"]
[privacy]
this_computer_only = {only}
update_notice = true
"""
"""The clean-up is on, and there is no Ollama: it is asked for, on this computer."""
OLLAMA = "('127.0.0.1', 11434)"
SHORT = 5
"""Letters of a word that may be anywhere by chance."""


def watch_of(path: Path) -> Watch:
    text = path.read_text("utf-8")
    watch = eval(text, {"Watch": Watch})
    assert isinstance(watch, Watch)
    return watch


def sayso(home: Path, told: Path, *arguments: str) -> str:
    """What a command prints, that runs in such a network and tries nothing."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.loopback", "--program", str(told), *arguments],
        cwd=ROOT,
        env={**os.environ, "SAYSO_HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert watch_of(told).is_clean, watch_of(told)
    return done.stdout


def report_of(home: Path, folder: Path) -> str:
    """All that is in a report, of every file and of their names."""
    report = folder / "report.zip"
    sayso(home, folder / "watch-report", "diagnose", str(report))
    with zipfile.ZipFile(report) as archive:
        return "\n".join((name + "\n" + archive.read(name).decode()) for name in archive.namelist())


def told_of(text: str, report: str) -> list[str]:
    """The words of `text` that are in the report, but short ones, which anything may be made of."""
    return [word for word in words(text) if len(word) > SHORT and word in report.lower()]


@pytest.mark.parametrize("only", ["true", pytest.param("false", marks=pytest.mark.slow)])
def test_a_dictation_reaches_nobody_but_this_computer_and_is_in_no_report(
    desk: Desk, tmp_path: Path, only: str
) -> None:
    told = tmp_path / "watch"
    command = ("-m", "tests.desktop.loopback", "--program", str(told))
    journey = Journey(desk, tmp_path / "s", SETTINGS.format(only=only), command)
    journey.hold_and_speak("s16")
    journey.expect("s16")
    journey.rest()
    journey.close()
    watch = watch_of(told)
    assert watch.is_clean, watch
    # The watchers do see: Ollama was asked for.
    assert any(OLLAMA in one for one in watch.own), watch
    report = report_of(tmp_path / "s", tmp_path)
    (entry,) = journey.sayso.history()
    assert [word for word in words(entry.text) if len(word) > SHORT]
    assert told_of(entry.text, report) == []
    assert told_of("quetzalcoatlus", report) == []
    assert "speech.hints = 1 left out" in report
    assert "is loaded on" in report


def test_a_file_reaches_nobody_and_is_in_no_report(tmp_path: Path) -> None:
    home = tmp_path / "s"
    settings = home / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS.format(only="false"), "utf-8")
    file = tmp_path / "Quetzalcoatlus.flac"
    file.write_bytes((FOLDER / "s16.flac").read_bytes())
    found = json.loads(sayso(home, tmp_path / "watch", "transcribe", "--format", "json", str(file)))
    assert words(found["text"]) == said("s16")
    assert told_of(f"{found['text']} quetzalcoatlus", report_of(home, tmp_path)) == []


def test_the_kernel_counts_what_any_process_tries() -> None:
    code = """
import subprocess
from tests.desktop.loopback import enter, no_routes
enter()
print(no_routes())
subprocess.run(["bash", "-c", "exec 3<>/dev/tcp/192.0.2.7/9"], stderr=subprocess.DEVNULL)
print(no_routes())
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    before, after = map(int, done.stdout.split())
    assert (before, after) == (0, 1)
