"""Whether CTranslate2 was built with flash attention: seen in libraries of every layout, and the real one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.adapters.flash_attention import REFUSAL, flash_reason, is_built
from app.domain.flash_attention import NOT_BUILT, TOO_OLD, WRONG_TYPE

PLACES = [
    "{package}.libs/libctranslate2-0a1b.so.4.8.5",
    "{package}/.dylibs/libctranslate2.4.8.5.dylib",
    "{package}/ctranslate2.dll",
    "libctranslate2.so.4",
]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty package that can be found."""
    name = "package_of_an_engine"
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    return name


def put(folder: Path, package: str, place: str, content: bytes) -> None:
    path = folder / place.format(package=package)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("content", "built"), [(b"\0" + REFUSAL + b"\0", False), (b"\0flash_attention_gpu.cu\0", True)]
)
def test_the_refusal_in_the_library_tells(
    tmp_path: Path, package: str, place: str, content: bytes, built: bool
) -> None:
    put(tmp_path, package, place, content)
    assert is_built(package) is built
    assert package not in sys.modules


def test_what_cannot_be_found_or_read_is_not_known(tmp_path: Path, package: str) -> None:
    assert is_built("package_that_nobody_has") is None
    assert is_built("package_that_nobody_has.inside") is None
    assert is_built(package) is None
    put(tmp_path, package, PLACES[0], b"")  # nothing that could be mapped
    assert is_built(package) is None


def test_the_installed_library_tells() -> None:
    assert is_built() in (True, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Flash attention 2 is not supported", NOT_BUILT),
        ("FlashAttention only supports Ampere GPUs or newer.", TOO_OLD),
        ("FlashAttention only support fp16 and bf16 data type", WRONG_TYPE),
        ("CUDA failed with error out of memory", "there is not enough memory for it"),
        ("something new", "it failed in a trial"),
    ],
)
def test_what_the_library_says_becomes_half_a_sentence(text: str, words: str) -> None:
    assert flash_reason(RuntimeError(text)) == words
