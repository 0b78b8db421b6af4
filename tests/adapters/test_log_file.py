"""The log tells what went wrong, never what was said."""

from __future__ import annotations

import logging
import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.adapters.log_file import FILE_NAME, KEPT_FILES, LEVEL_VARIABLE, MAX_BYTES, open_log
from app.domain.problems import RecognitionFailed

SAID = "the meeting is at noon"
ours = logging.getLogger("app.services.something")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Opens the log, with an environment, and answers with its file."""
    closers: list[Callable[[], None]] = []

    def begin(**environment: str) -> Path:
        closers.append(open_log(tmp_path / "log", environment))
        return tmp_path / "log" / FILE_NAME

    yield begin
    for close in closers:
        close()


def raising(error: Exception) -> None:
    try:
        raise error
    except Exception:
        ours.exception("a task failed")


@pytest.mark.parametrize(
    "error",
    [
        ValueError(SAID),
        KeyError(SAID),
        TypeError(f"cannot join {SAID!r}"),
        UnicodeEncodeError("ascii", SAID, 0, 3, SAID),
        AssertionError(SAID),
    ],
)
def test_a_value_that_an_exception_quotes_is_left_out(opened: Callable[..., Path], error: Exception) -> None:
    path = opened()
    raising(error)
    text = path.read_text("utf-8")
    assert "a task failed" in text
    assert type(error).__name__ in text
    assert "in raising" in text  # the place is told
    assert "noon" not in text


def test_neither_does_a_cause_quote_it(opened: Callable[..., Path]) -> None:
    path = opened()
    try:
        try:
            raise KeyError(SAID)
        except KeyError as cause:
            raise RecognitionFailed("decoder: step 3") from cause
    except RecognitionFailed:
        ours.exception("a task failed")
    text = path.read_text("utf-8")
    assert "KeyError" in text
    assert "RecognitionFailed: decoder: step 3" in text
    assert "noon" not in text


def test_what_the_system_says_is_told(opened: Callable[..., Path]) -> None:
    path = opened()
    raising(OSError(28, "No space left on device"))
    assert "No space left on device" in path.read_text("utf-8")


def test_libraries_are_heard_from_warnings_on(opened: Callable[..., Path]) -> None:
    path = opened()
    logging.getLogger("faster_whisper").info("Processing audio with %s", SAID)
    logging.getLogger("faster_whisper").warning("a warning")
    ours.info("begun")
    ours.debug("a detail")
    text = path.read_text("utf-8")
    assert ("noon" in text, "a warning" in text, "begun" in text, "a detail" in text) == (
        False,
        True,
        True,
        False,
    )


def test_the_level_can_be_set(opened: Callable[..., Path]) -> None:
    path = opened(**{LEVEL_VARIABLE: "debug"})
    ours.debug("a detail")
    assert "a detail" in path.read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the profile's folders itself")
def test_only_its_user_can_read_it(opened: Callable[..., Path]) -> None:
    path = opened()
    ours.info("begun")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_stays_small(opened: Callable[..., Path]) -> None:
    path = opened()
    line = "x" * 10_000
    for _ in range((KEPT_FILES + 3) * MAX_BYTES // len(line)):
        ours.info(line)
    files = list(path.parent.iterdir())
    assert len(files) == KEPT_FILES + 1
    assert all(file.stat().st_size <= MAX_BYTES + len(line) for file in files)


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    close = open_log(tmp_path / "file" / "log", os.environ)
    ours.info("begun")
    close()


def test_closed_it_writes_nothing_more(tmp_path: Path) -> None:
    close = open_log(tmp_path, {})
    close()
    ours.error("too late")
    assert "too late" not in (tmp_path / FILE_NAME).read_text("utf-8")
