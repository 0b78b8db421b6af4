"""A process that is killed in mid-sentence loses at most the last quarter of a second."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from app.adapters.journal import FileJournal
from app.domain.audio import SAMPLE_RATE

LOST_AT_MOST = 0.25


def kill_after(folder: Path, samples: int, *arguments: str) -> int:
    """Run the writer, kill it when so many samples have been spoken; how many had been by then."""
    command = [sys.executable, "-m", "tests.desktop.journal_writer", str(folder), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout
        spoken = 0
        for line in child.stdout:
            spoken = int(line)
            if spoken >= samples:
                break
        child.kill()
        # What it said between the decision and its death counts as spoken, too.
        for line in child.stdout:
            if line.endswith("\n"):
                spoken = int(line)
    assert child.returncode == -9
    return spoken


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("moment", [0.02, 0.5, 1.111])
def test_killed_in_mid_sentence(tmp_path: Path, moment: float) -> None:
    spoken = kill_after(tmp_path, round(moment * SAMPLE_RATE))
    journal = FileJournal(tmp_path)
    found = journal.interrupted()
    saved = round(found[0].seconds * SAMPLE_RATE) if found else 0
    assert spoken - saved <= LOST_AT_MOST * SAMPLE_RATE
    if spoken > LOST_AT_MOST * SAMPLE_RATE:
        sound = journal.read("spoken")
        assert len(sound) == saved
        expected = (np.arange(saved) % 60_000 - 30_000) / 32767.0
        assert np.allclose(sound, expected, atol=1e-6)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_before_the_first_word(tmp_path: Path) -> None:
    assert kill_after(tmp_path, 0, "begin") == 0
    assert FileJournal(tmp_path).interrupted() == ()
    assert not list(tmp_path.rglob("*.wav"))
