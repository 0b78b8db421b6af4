"""What user and log are told of an exception that has ended something."""

from __future__ import annotations

import logging
import traceback

from app.domain.problems import Problem, Unexpected

logger = logging.getLogger(__name__)


def problem_of(error: Exception, where: str) -> Problem:
    """`error` where it is a Problem, otherwise Unexpected in `where`, which reads "loading a speech model".

    A defect is logged by its kind and stack alone: its text could hold what was said, or a server's answer.
    """
    if isinstance(error, Problem):
        logger.warning("%s failed: %s %s", where, type(error).__name__, error.detail)
        return error
    stack = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s failed with %s\n%s", where, type(error).__name__, stack)
    return Unexpected(where, detail=type(error).__name__)
