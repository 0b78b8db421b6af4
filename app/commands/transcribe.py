"""`sayso transcribe FILE…`: what files of sound and video say, as text on standard output or as files.

The files are transcribed by the same engine as those of the window, in processes of their own, and from the
same cache. A file that cannot be read, or that kills its engine, is told, and the others go on.

Exit status: 0 all is done, 1 a problem with some, or only a part of one as it is damaged, 2 wrong usage, 130
interrupted: what was done until then stays.
Failure mode: a speech model that cannot be used is told once, and nothing is transcribed.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.adapters.connections import keep_to_this_computer
from app.adapters.disk import storage_problem
from app.adapters.file_engine import ApartFileEngine
from app.adapters.file_places import FilePlaces
from app.adapters.folders import Folders
from app.adapters.media_files import MediaFiles
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_identity import ModelIdentity
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.transcript_store import SqliteTranscripts
from app.commands.hidden import WRONG_USE
from app.commands.options import settings_of
from app.commands.transcribe_jobs import FileEnded, TranscribeJobs
from app.commands.transcribe_progress import progress_of
from app.commands.transcribe_reports import Events, Report, Result, Results, tidied
from app.commands.transcribe_sources import sources_of
from app.commands.transcribe_wishes import TranscribeWishes, wishes_of, wrong_use
from app.domain.file_origin import Origin
from app.domain.file_transcript import FileTranscript
from app.domain.languages import ENGLISH
from app.domain.media import MediaFacts
from app.domain.problems import EnglishOnly, LanguageProblem, ModelProblem, Problem
from app.domain.settings import SpeechEngine
from app.services.file_run import MEGABYTE, FileRun
from app.services.file_saving import FileSaving, Saved

OTHER_OUTPUT: Final = "Name another folder with --output."
"""The remedy where a folder takes no transcripts."""


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Transcribe all of `options.files`. Raises Problem."""
    sources = sources_of(options.files)
    if problem := wrong_use(options, len(sources)):
        print(f"sayso: {problem}", file=sys.stderr)
        return WRONG_USE
    wishes = wishes_of(options, settings_of(folders))
    # Not by app.parts: that imports what the window is made of, which takes longer than a short file.
    models = LocalModels(
        bundled_catalogue(),
        folders.models,
        folders.cache,
        HuggingFaceHub(connections=keep_to_this_computer()),
    )
    _check(wishes, models)
    with ExitStack() as stack:
        store = SqliteTranscripts(folders.files_file)
        stack.callback(store.close)
        runs = [
            FileRun(
                MediaFiles(),
                ApartFileEngine(folders),
                FilePlaces(),
                store if wishes.uses_cache else None,
                ModelIdentity(models.catalogue, models.locate),
                lambda: wishes.files.cache_megabytes * MEGABYTE,
            )
            for _ in range(min(wishes.jobs, len(sources)))
        ]
        jobs = TranscribeJobs(sources, runs, wishes.task)
        stack.callback(jobs.close)
        saving = _saving(store) if wishes.saves else None
        return _printed(jobs, wishes, saving, len(sources))


def _check(wishes: TranscribeWishes, models: LocalModels) -> None:
    """Tell what would stop every file, before the first is begun. Raises Problem."""
    speech = wishes.speech
    if speech.engine is SpeechEngine.FASTER_WHISPER:
        models.locate(speech.model)
    known = models.catalogue.find(speech.model)
    if known and known.english_only and speech.language not in ("", ENGLISH):
        raise EnglishOnly(known.name, speech.language)
    if wishes.files.folder:
        folder = Path(wishes.files.folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_problem(error, folder, elsewhere=OTHER_OUTPUT) from error


def _saving(store: SqliteTranscripts) -> FileSaving:
    # Imported here: text alone is to be there soon.
    from app.adapters.exports import Exports

    return FileSaving(Exports(OTHER_OUTPUT), FilePlaces(), store)


def _printed(jobs: TranscribeJobs, wishes: TranscribeWishes, saving: FileSaving | None, total: int) -> int:
    """Print, and write, what comes of the files; the exit status. Raises what would stop all of them."""
    progress = progress_of(total, wishes.choice, time.monotonic)
    report: Report = (Events if wishes.events else Results)(wishes, progress)
    failed = False
    try:
        for event in jobs.events():
            report.hear(event)
            if isinstance(event, FileEnded):
                result = _result(event, wishes, saving)
                report.take(result)
                failed = failed or result.is_failed
    except (Problem, KeyboardInterrupt):
        report.finish()
        raise
    report.finish()
    return 1 if failed else 0


def _result(event: FileEnded, wishes: TranscribeWishes, saving: FileSaving | None) -> Result:
    """What came of a file, which is written where that is wanted. Raises ModelProblem and LanguageProblem:
    they are not of this file alone."""
    if isinstance(event.problem, ModelProblem | LanguageProblem):
        raise event.problem
    if event.outcome is None:
        return Result(event.source, problem=event.problem)
    transcript = event.outcome.transcript
    wished = wishes.speech.language
    if wished and transcript.language != wished:
        # Of a model in a folder of the user's own, only the engine knows what it writes.
        raise EnglishOnly(transcript.model, wished)
    saved = Saved()
    if saving is not None:
        # The same sound may be kept as that of a file with another name.
        named = replace(transcript, source=str(event.source.path))
        origin = Origin(named.source, event.outcome.heard)
        saved = saving.save(tidied(named, wishes.tidying), wishes.formats, wishes.files, origin)
    return Result(event.source, event.outcome, saved=saved, facts=_facts(transcript, event.source.path))


def _facts(transcript: FileTranscript, path: Path) -> MediaFacts | None:
    """What the file says of itself, where nothing was found in it: other sound of it may have the speech."""
    if transcript.text.strip():
        return None
    try:
        return MediaFiles().look(path)
    except Problem:
        return None
