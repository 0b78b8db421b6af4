"""What `sayso transcribe` is asked for: the user's settings for files, overruled by the options."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from app.adapters.cores import usable_cores
from app.commands.options import speech_settings
from app.domain.decoding import decoding_options
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import FileTask
from app.domain.media import Channels, SoundChoice
from app.domain.model_budget import settings_for
from app.domain.settings import Settings, SpeechSettings
from app.domain.tidy_options import TidyOptions

_LINES: Final = frozenset({ExportFormat.TXT, ExportFormat.JSON})
"""What is one line for each file on standard output."""
_IN_A_ROW: Final = _LINES | {ExportFormat.MD}
"""What can follow another one of its kind there."""


@dataclass(frozen=True, slots=True)
class TranscribeWishes:
    """`speech` says what computes, and `choice` which sound is heard. `formats` are at least one; `saves`:
    they become files, where `files` say, and otherwise go to standard output. `tidying` None: texts stay as
    they were heard. `events`: standard output has an event on each line."""

    speech: SpeechSettings
    files: FileSettings
    formats: tuple[ExportFormat, ...]
    saves: bool
    choice: SoundChoice
    words: bool
    tidying: TidyOptions | None
    jobs: int
    uses_cache: bool
    events: bool

    def task(self, path: Path) -> FileTask:
        """How that file is transcribed."""
        return FileTask(
            path,
            self.speech,
            decoding_options(self.speech, word_times=self.words),
            self.choice,
            self.files.language_by_piece and not self.speech.language,
            self.files.batch,
        )


def wishes_of(options: argparse.Namespace, settings: Settings) -> TranscribeWishes:
    """What is wanted. Raises LanguageUnknown."""
    named = tuple(dict.fromkeys(options.format or ()))
    formats = named or (ExportFormat.TXT,)
    saves = bool(options.output) or len(formats) > 1 or bool(options.json_lines and named)
    files = settings.files
    speech = speech_settings(
        options, settings_for(_model(options, settings), settings.speech, settings.models)
    )
    if options.by_piece:
        speech = replace(speech, language="")
    if options.jobs > 1 and not speech.threads:
        # Shared among the engines: more threads than cores slow all of them down.
        speech = replace(speech, threads=max(1, usable_cores() // options.jobs))
    return TranscribeWishes(
        speech=speech,
        files=replace(
            files,
            folder=os.path.abspath(options.output) if options.output else "",
            language_by_piece=options.by_piece or files.language_by_piece,
            batch=files.batch if options.batch is None else options.batch,
        ),
        formats=formats,
        saves=saves,
        choice=SoundChoice(
            None if options.track is None else options.track - 1, Channels(options.channels or Channels.MIXED)
        ),
        words=_wants_words(options, formats, files),
        tidying=settings.tidy.options if options.tidy else None,
        jobs=options.jobs,
        uses_cache=not options.no_cache,
        events=options.json_lines,
    )


def wrong_use(options: argparse.Namespace, number: int) -> str:
    """Why `number` files cannot be transcribed so; empty where they can."""
    if options.by_piece and options.language:
        return "--by-piece finds the language of each piece: leave --language out."
    named = frozenset(options.format or ())
    if options.output or options.json_lines or len(named) > 1:
        return ""
    if ExportFormat.DOCX in named:
        return "A document cannot be printed: name the folder it goes to with --output."
    if number > 1 and not named <= _IN_A_ROW:
        (one,) = named
        return f"Several files cannot be printed as one {one}: name the folder they go to with --output."
    return ""


def _model(options: argparse.Namespace, settings: Settings) -> str:
    return options.model or settings.files.model or settings.speech.model


def _wants_words(options: argparse.Namespace, formats: Sequence[ExportFormat], files: FileSettings) -> bool:
    """Text alone needs no times, and is there sooner without; JSON has had them always."""
    if options.words is not None:
        return bool(options.words)
    if options.json_lines or ExportFormat.JSON in formats:
        return True
    return files.word_times and set(formats) != {ExportFormat.TXT}
