"""PyTorch is seen without being imported, and asked where it is installed."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.adapters import torch_facts
from app.adapters.compute_proof import ChildProofs
from app.domain.hardware import Torch

STAND_IN = """
class version: cuda = {cuda!r}
class cuda: is_available = staticmethod(lambda: {uses_cuda})
class backends:
    class mps: is_available = staticmethod(lambda: {uses_metal})
"""
without = pytest.mark.skipif(find_spec("torch") is not None, reason="PyTorch is installed here")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where a stand-in for PyTorch counts as installed, here and in processes that are started."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "torch-2.9.1.dist-info").mkdir()
    (tmp_path / "torch-2.9.1.dist-info" / "METADATA").write_text("Name: torch\nVersion: 2.9.1\n")
    return tmp_path


@without
def test_where_it_is_not_installed_no_process_is_started(tmp_path: Path) -> None:
    assert not torch_facts.is_installed()
    assert torch_facts.version() == ""
    assert ChildProofs([str(tmp_path / "no such program")]).torch() is None


@without
@pytest.mark.parametrize(
    ("cuda", "uses_cuda", "uses_metal", "torch"),
    [
        (None, False, False, Torch("2.9.1")),
        ("12.8", True, False, Torch("2.9.1", "12.8", uses_cuda=True)),
        (None, False, True, Torch("2.9.1", uses_metal=True)),
    ],
)
def test_it_is_asked_in_a_process_of_its_own(
    install: Path, cuda: str | None, uses_cuda: bool, uses_metal: bool, torch: Torch
) -> None:
    (install / "torch.py").write_text(STAND_IN.format(cuda=cuda, uses_cuda=uses_cuda, uses_metal=uses_metal))
    assert ChildProofs().torch() == torch
    assert "torch" not in sys.modules


@without
@pytest.mark.parametrize("what_it_does", ["raise RuntimeError", "import os; os._exit(3)", "version = None"])
def test_where_it_does_not_answer_its_version_is_told(install: Path, what_it_does: str) -> None:
    (install / "torch.py").write_text(what_it_does)
    assert torch_facts.is_installed()
    assert ChildProofs().torch() == Torch("2.9.1")
    assert "torch" not in sys.modules


@pytest.mark.torch
@pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed here")
def test_the_real_one_answers() -> None:
    found = ChildProofs().torch()
    assert found is not None
    assert found.version == torch_facts.version() != ""
