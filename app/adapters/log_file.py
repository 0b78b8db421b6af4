"""The log: a small rotating file in the user's log folder, for finding out later what went wrong.

Rules: it never holds what was said. So values that exceptions carry in their messages are left out where
they may be text (of ValueError, KeyError and the like only the kind and the place are written), other
libraries are heard from warnings on, and the texts of dictations are nobody's to log. Failure mode: a log
that cannot be written is done without, silently; it never stops a dictation.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import traceback
from collections.abc import Callable, Mapping
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import Final, TypeAlias

from app.adapters.disk import make_private_folder
from app.domain.problems import Problem

LEVEL_VARIABLE: Final = "SAYSO_LOG_LEVEL"
FILE_NAME: Final = "sayso.log"
MAX_BYTES: Final = 1_000_000
KEPT_FILES: Final = 3

_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")
_MAY_QUOTE_VALUES: Final = (ValueError, LookupError, TypeError, AssertionError, StopIteration)
_ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


def open_log(folder: Path, environment: Mapping[str, str] = os.environ) -> Callable[[], None]:
    """Log to `folder`/sayso.log from now on; the answer ends that.

    The level is INFO, or what SAYSO_LOG_LEVEL says (DEBUG, INFO, WARNING, ERROR). Never raises.
    """
    try:
        make_private_folder(folder)
        handler = _PrivateFile(folder / FILE_NAME)
    except (OSError, Problem):
        return lambda: None
    wished = environment.get(LEVEL_VARIABLE, "").upper()
    own = logging.getLogger("app")
    before = own.level
    own.setLevel(wished if wished in _LEVELS else "INFO")
    logging.getLogger().addHandler(handler)

    def close_log() -> None:
        logging.getLogger().removeHandler(handler)
        own.setLevel(before)
        handler.close()

    return close_log


class _PrivateFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its user can read, and that keeps silent when it cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", errors="replace")
        self.setFormatter(_Discreet("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
        self.addFilter(_is_ours_or_grave)

    def _open(self) -> TextIOWrapper:
        # Also called at each rotation.
        os.close(os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Nobody reads the standard error of a window, and a full disk must not fill it."""


class _Discreet(logging.Formatter):
    """Writes exceptions without the values that their messages may quote."""

    def format(self, record: logging.LogRecord) -> str:
        # Another handler may have written the exception out already, values and all, and left it there.
        written, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = written

    def formatException(self, ei: _ExceptionInfo) -> str:
        return "\n".join(_lines(ei[1])) if ei[1] is not None else ""


def _lines(error: BaseException) -> list[str]:
    """The places an exception came through and what it is, its causes first."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_lines(earlier), "which led to:"] if earlier is not None else []
    lines += [line.rstrip() for line in traceback.format_tb(error.__traceback__)]
    return [*lines, f"{type(error).__qualname__}{_message(error)}"]


def _message(error: BaseException) -> str:
    if isinstance(error, Problem):
        return f": {error.detail}" if error.detail else ""
    if isinstance(error, _MAY_QUOTE_VALUES):
        return " (its message is left out)"
    return f": {error}"


def _is_ours_or_grave(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] == "app" or record.levelno >= logging.WARNING
