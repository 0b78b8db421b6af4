"""How a window shows what is said below it, in English, by the domain, the services and the adapters."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.problems import Problem

TOLD: Final = "told"
"""The context of such a text: `app.ui.translation` knows by it that its gaps are filled."""


def told(text: str) -> str:
    """`text` in the language of the windows; in English where there is no translation of it."""
    return QCoreApplication.translate(TOLD, text) if text else ""


def told_problem(problem: Problem) -> str:
    """Its sentence and its remedy."""
    return f"{told(problem.sentence)} {told(problem.remedy)}".strip()
