"""What the commands that recognise speech have in common: the user's settings, overruled by the options."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from app.adapters.folders import Folders
from app.adapters.settings_file import TomlSettingsFile
from app.domain.languages import CODES
from app.domain.problems import LanguageUnknown, Problem
from app.domain.settings import Settings, SpeechSettings


def settings_of(folders: Folders) -> Settings:
    """The user's settings; what had to be repaired is told on standard error."""
    loaded = TomlSettingsFile(folders.settings_file).load()
    for problem in loaded.problems:
        tell(problem)
    return loaded.settings


def speech_settings(options: argparse.Namespace, settings: SpeechSettings) -> SpeechSettings:
    """`settings` with what `--model`, `--beam` and `--language` say. Raises LanguageUnknown."""
    return replace(
        settings,
        model=options.model or settings.model,
        beam_size=settings.beam_size if options.beam is None else options.beam,
        language=settings.language if options.language is None else _language(options.language),
    )


def _language(wished: str) -> str:
    """The code that is meant by `wished`, which may be empty. Raises LanguageUnknown."""
    code = wished.strip().lower()
    if code and code not in CODES:
        raise LanguageUnknown(wished)
    return code


def tell(problem: Problem) -> None:
    """One line on standard error."""
    print(f"sayso: {problem}", file=sys.stderr)
