"""The commands that need a microphone, a key or a running Sayso, as their users run them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import xcffib
import xcffib.xproto

from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.journal import FileJournal
from app.domain.audio import SAMPLE_RATE
from app.domain.history import Fate, HistoryEntry
from app.domain.problems import HotkeyTaken, MicrophoneMuted, MicrophoneUnknown
from tests.data import FOLDER, clips
from tests.ollama_standin.fixtures import ollama, ollama_process
from tests.ollama_standin.process import MODEL, StandInProcess

__all__ = ["ollama", "ollama_process"]

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(240)]

END_SECONDS = 120
LISTENING = "Listening. Enter ends it."
SAID = "This computer is much faster than the old one."
SECONDS = {clip.path.stem: clip.seconds for clip in clips()}
ON_ITS_WAY = 0.1
"""Seconds of sound between the loudspeaker of the test and the file of the recording, and more."""


class Dictation:
    """`sayso dictate` in a home of its own."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.folders = Folders.at(home)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "dictate", "--model", "tiny.en", *arguments],
            env={**os.environ, "SAYSO_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def wait_until_it_listens(self) -> None:
        assert self.process.stderr
        assert self.process.stderr.readline() == LISTENING + "\n"

    def speak(self, name: str) -> None:
        sink = os.environ["VD_MIC_SINK"]
        subprocess.run(["paplay", "-d", sink, str(FOLDER / f"{name}.flac")], check=True, timeout=60)

    def end(self) -> tuple[int, str, str]:
        """Its exit status, and what it printed; standard input stays open until then."""
        assert self.process.stdout
        assert self.process.stderr
        told, said = self.process.stderr.read(), self.process.stdout.read()
        return self.process.wait(END_SECONDS), said, told

    def history(self) -> tuple[HistoryEntry, ...]:
        store, problems = SqliteHistory.open(self.folders.history_file)
        assert not problems
        try:
            return store.find()
        finally:
            store.close()


@pytest.fixture
def dictate(tmp_path: Path) -> Iterator[Callable[..., Dictation]]:
    begun: list[Dictation] = []

    def begin(*arguments: str) -> Dictation:
        begun.append(Dictation(tmp_path, *arguments))
        return begun[-1]

    yield begin
    for one in begun:
        one.process.kill()
        one.process.communicate()


def only_silence(told: str) -> bool:
    """Whether nothing was told but that a microphone between two clips sends digital silence. ALSA's own
    words on a computer that is too busy are not Sayso's."""
    silence = MicrophoneMuted("Monitor of Virtual-Microphone")
    lines = {line for line in told.splitlines() if not line.startswith("ALSA lib ")}
    return lines <= {f"sayso: {silence}"}


def test_a_dictation_ends_by_itself_after_a_silence(dictate: Callable[..., Dictation]) -> None:
    dictation = dictate("--silence", "1.2")
    dictation.wait_until_it_listens()
    dictation.speak("s21")
    status, said, told = dictation.end()
    assert (status, said) == (0, SAID + "\n")
    assert only_silence(told)
    (entry,) = dictation.history()
    assert (entry.text, entry.fate, entry.target) == (SAID, Fate.WRITTEN, "standard output")
    assert entry.times.delivered is not None
    log = (dictation.folders.log / "sayso.log").read_text("utf-8")
    assert "faster than the old" not in log


def test_a_dictation_ends_with_enter(dictate: Callable[..., Dictation]) -> None:
    dictation = dictate("--silence", "0")
    dictation.wait_until_it_listens()
    dictation.speak("s21")
    assert dictation.process.stdin
    dictation.process.stdin.write("\n")
    dictation.process.stdin.flush()
    status, said, told = dictation.end()
    assert (status, said) == (0, SAID + "\n")
    assert only_silence(told)


def test_interrupted_it_prints_nothing_and_keeps_the_recording(dictate: Callable[..., Dictation]) -> None:
    dictation = dictate("--silence", "0")
    dictation.wait_until_it_listens()
    dictation.speak("s21")
    dictation.process.send_signal(signal.SIGINT)
    status, said, told = dictation.end()
    assert (status, said) == (130, "")
    assert only_silence(told)
    (found,) = FileJournal(dictation.folders.data).interrupted()
    # What was still on its way from the microphone is not in it.
    assert found.seconds >= SECONDS["s21"] - ON_ITS_WAY
    sound = FileJournal(dictation.folders.data).read(found.recording)
    assert len(sound) == round(found.seconds * SAMPLE_RATE)
    assert dictation.history() == ()


def test_an_unknown_microphone_is_told_and_listens_to_no_other(dictate: Callable[..., Dictation]) -> None:
    dictation = dictate("--device", "nosuch")
    assert dictation.end() == (1, "", f"sayso: {MicrophoneUnknown('nosuch')}\n")
    assert dictation.history() == ()


def test_a_model_that_cannot_be_used_is_told_once_and_the_recording_is_kept(
    dictate: Callable[..., Dictation], tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "models" / "tiny.en"
    folder.mkdir(parents=True)
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes(b"{}")
    dictation = dictate("--silence", "0")
    assert dictation.process.stderr
    lines = [dictation.process.stderr.readline(), dictation.process.stderr.readline()]
    assert any("is damaged" in line for line in lines)
    assert LISTENING + "\n" in lines
    dictation.speak("s21")
    assert dictation.process.stdin
    dictation.process.stdin.write("\n")
    dictation.process.stdin.flush()
    status, said, told = dictation.end()
    assert (status, said) == (1, "")
    assert only_silence(told)
    (entry,) = dictation.history()
    assert (entry.fate, entry.has_audio) == (Fate.FAILED, True)
    assert "is damaged" in entry.problem


# --- what is there ---


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app.cli", *arguments],
        env={**os.environ, "SAYSO_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=END_SECONDS,
        check=False,
    )


def test_the_microphones_are_listed_and_the_default_is_marked(tmp_path: Path) -> None:
    done = run(tmp_path, "devices")
    assert (done.returncode, done.stderr) == (0, "")
    (default,) = [line for line in done.stdout.splitlines() if line.startswith("*")]
    assert os.environ["VD_MIC_SINK"] in default


def test_for_the_doctor_all_is_well_without_ollama(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    settings = Folders.at(tmp_path).settings_file
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[enhancement]\nhost = "127.0.0.1:{port}"\n', encoding="utf-8")
    done = run(tmp_path, "doctor")
    assert f"warn Clean-up: Ollama is not running at http://127.0.0.1:{port}.\n     Start it" in done.stdout
    assert "FAIL" not in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


def test_the_doctor_finds_everything_and_names_a_key_that_is_taken(
    tmp_path: Path, ollama: StandInProcess
) -> None:
    settings = Folders.at(tmp_path).settings_file
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[enhancement]\nhost = "{ollama.host}"\nmodel = "{MODEL}"\n', encoding="utf-8")
    done = run(tmp_path, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    assert "ok   Microphone: Monitor of Virtual-Microphone\n" in done.stdout
    assert "ok   Hotkey: F9 by X11 key grab." in done.stdout
    assert f"ok   Clean-up: {MODEL}, " in done.stdout
    assert "FAIL" not in done.stdout
    connection: Any = xcffib.connect()  # type: ignore[no-untyped-call]
    root = connection.setup.roots[0].root
    f9 = 75
    connection.core.GrabKey(False, root, 0, f9, 1, 1, is_checked=True).check()
    try:
        done = run(tmp_path, "doctor")
    finally:
        connection.disconnect()
    assert done.returncode == 1
    taken = HotkeyTaken("F9")
    assert f"FAIL Hotkey: {taken.sentence}\n     {taken.remedy}\n" in done.stdout
    assert done.stdout.count("FAIL") == 1
