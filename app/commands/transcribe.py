"""`sayso transcribe FILE…`: the words of files on standard output, tidied where that is asked for.

A file that cannot be read or decoded is told on standard error, the others go on, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from app.adapters.folders import Folders
from app.commands.options import settings_of, speech_settings, tell
from app.domain.decoding import DecodingOptions, decoding_options
from app.domain.languages import language_problem
from app.domain.problems import Problem
from app.domain.tidy import tidy
from app.domain.transcript import Segment, Transcript
from app.parts import audio_files, loader_of
from app.services.ports import Recognizer


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Transcribe all of `options.files` with one loaded model. Raises Problem."""
    all_settings = settings_of(folders)
    settings = speech_settings(options, all_settings.speech)
    tidying = all_settings.tidy.options if options.tidy else None
    recognizer = loader_of(folders).load(settings)
    if problem := language_problem(recognizer.facts, settings.language):
        recognizer.close()
        raise problem
    for fallback in recognizer.facts.fallbacks:
        tell(Problem(fallback))
    is_json = options.format == "json"
    decoding = replace(decoding_options(settings), word_times=is_json)
    failed = False
    for name in options.files:
        try:
            transcript = _transcribe(Path(name), recognizer, decoding)
        except Problem as problem:
            failed = True
            tell(problem)
            continue
        text = transcript.text
        if tidying is not None:
            text = tidy(text, transcript.language, tidying)
        print(as_json(name, transcript, text) if is_json else text, flush=True)
    recognizer.close()
    return 1 if failed else 0


def _transcribe(path: Path, recognizer: Recognizer, decoding: DecodingOptions) -> Transcript:
    samples = audio_files().read(path, on_problem=tell)
    return recognizer.transcribe(samples, decoding)


def as_json(name: str, transcript: Transcript, text: str) -> str:
    """One line: the file, its `text`, its language, and the segments and words as they were heard, with times
    in seconds."""
    table = {
        "file": name,
        "text": text,
        "language": transcript.language,
        "language_probability": round(transcript.language_probability, 4),
        "model": transcript.model,
        "seconds": round(transcript.seconds, 3),
        "segments": [_segment(segment) for segment in transcript.segments],
        "suppressed": [_segment(segment) for segment in transcript.suppressed],
    }
    return json.dumps(table, ensure_ascii=False)


def _segment(segment: Segment) -> dict[str, object]:
    return {
        "start": round(segment.start, 3),
        "end": round(segment.end, 3),
        "text": segment.text.strip(),
        "average_log_probability": round(segment.average_log_probability, 4),
        "no_speech_probability": round(segment.no_speech_probability, 4),
        "words": [
            {
                "word": word.text.strip(),
                "start": round(word.start, 3),
                "end": round(word.end, 3),
                "probability": round(word.probability, 4),
            }
            for word in segment.words
        ],
    }
