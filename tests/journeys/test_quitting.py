"""The window ends, and all that it has started, whatever it is in the middle of."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.adapters.engines_apart import children_of, is_gone, until

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
