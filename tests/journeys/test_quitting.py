"""The window ends, and all that it has started, whatever it is in the middle of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import wave
from pathlib import Path

import pytest

from app.adapters.folders import Folders
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.audio import SAMPLE_RATE, to_pcm16
from app.domain.file_queue import FileJob, JobState
from tests.adapters.engines_apart import children_of, clip, is_gone, until

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at as on Linux"),
    pytest.mark.timeout(300),
]

CARD = """
    class Memory:
        total = free = 8 << 30

    def nvmlInit(): pass
    def nvmlShutdown(): pass
    def nvmlSystemGetDriverVersion(): return "570.1"
    def nvmlDeviceGetCount(): return 1
    def nvmlDeviceGetHandleByIndex(index): return index
    def nvmlDeviceGetName(card): return "RTX 4070"
    def nvmlDeviceGetMemoryInfo(card): return Memory
    def nvmlDeviceGetCudaComputeCapability(card): return 8, 9
"""
"""NVIDIA's management library on a computer with a card."""

HANGS = """
    import sys, threading
    if sys.orig_argv[-1] == "{word}":
        threading.Event().wait()
"""
"""A driver that never comes back from a call, in the process of one command."""


@pytest.mark.parametrize(("word", "apart"), [("prove-compute", "auto"), ("speech-engine", "always")])
def test_a_process_that_hangs_while_the_model_is_loaded_does_not_outlive_the_window(
    tmp_path: Path, word: str, apart: str
) -> None:
    before = tmp_path / "before"
    before.mkdir()
    (before / "sitecustomize.py").write_text(textwrap.dedent(HANGS.format(word=word)))
    if apart == "auto":
        (before / "pynvml.py").write_text(textwrap.dedent(CARD))
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'version = 1\n[speech]\napart = "{apart}"\n')
    environment = {
        **os.environ,
        "SAYSO_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(before),
        "QT_QPA_PLATFORM": "offscreen",
    }
    with subprocess.Popen([sys.executable, "-m", "app.cli"], env=environment) as sayso:
        until(lambda: children_of(sayso.pid, word), "the process that hangs is started")
        (child,) = children_of(sayso.pid, word)
        sayso.send_signal(signal.SIGTERM)
        assert sayso.wait(100) == 0
    assert is_gone(child)


def test_a_file_in_the_middle_ends_with_the_window_and_is_done_again_next_time(tmp_path: Path) -> None:
    talk = tmp_path / "talk.wav"
    with wave.open(str(talk), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(to_pcm16(clip("medium")) * 200)
    home = Folders.at(tmp_path / "home")
    home.config.mkdir(parents=True)
    home.settings_file.write_text('version = 1\n[speech]\nmodel = "tiny.en"\n')
    store = SqliteTranscripts(home.files_file)
    store.save([(0, FileJob(1, str(talk)))], [], is_paused=False)
    environment = {**os.environ, "SAYSO_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen([sys.executable, "-m", "app.cli"], env=environment) as sayso:
        until(lambda: children_of(sayso.pid, "transcribe-files"), "the file is begun")
        (engine,) = children_of(sayso.pid, "transcribe-files")
        until(lambda: children_of(engine, "decode-sound"), "its sound is read")
        decoders = children_of(engine, "decode-sound")
        sayso.send_signal(signal.SIGTERM)
        assert sayso.wait(100) == 0
    until(lambda: all(map(is_gone, (engine, *decoders))), "all that it had started has ended")
    (job,) = store.load().jobs
    store.close()
    assert job.state is JobState.RUNNING
    assert not list(tmp_path.glob("talk*.txt"))
