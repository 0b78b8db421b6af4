"""The program's own hidden commands, started for real."""

from __future__ import annotations

import sys

import pytest

from app import __version__
from app.adapters.own_process import leave_behind, own_command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pipe is waited for as on Unix")


def test_the_source_tree_and_the_bundle_run_the_same_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_command("word") == [sys.executable, "-m", "app.cli", "word"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command("word") == [sys.executable, "word"]


def test_a_command_has_begun_when_it_says_its_first_line(capfd: pytest.CaptureFixture[str]) -> None:
    assert leave_behind("--version", b"a task")
    assert __version__ not in capfd.readouterr().out


@pytest.mark.parametrize("executable", [sys.executable, "/nothing/there"])
def test_what_does_not_begin_is_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    assert not leave_behind("no-such-command", b"")
    (record,) = caplog.records
    assert record.getMessage().startswith("no-such-command ")
