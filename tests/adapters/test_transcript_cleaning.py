"""A transcript cleaned up by a real small model behind the stand-in for Ollama: what it makes of it may be
wrong, but every cue stays, each stretch is told, and a dictation's text goes first."""

from __future__ import annotations

import threading
from dataclasses import replace

from app.adapters.ollama import OllamaWriter
from app.domain.enhancement import EnhancementEnded
from app.domain.file_transcript import Cue, FileTranscript
from app.services.file_events import CleaningEnded, CueCleaned
from app.services.transcript_cleaning import SharedModel, TranscriptCleaning
from tests.adapters.test_writing_service import FIRST, SETTINGS, STORY, Bench, benched
from tests.ollama_standin.process import StandInProcess

CUES = tuple(half.strip() for one in STORY for half in (one[: len(one) // 2], one[len(one) // 2 :]))
"""Each a part of a sentence, some cut inside a word."""
TALK = FileTranscript(
    "talk.mp3", tuple(Cue(float(at), at + 1.0, text) for at, text in enumerate(CUES)), "en", "base", 16.0
)


def cleaning_of(bench: Bench, writer: OllamaWriter) -> TranscriptCleaning:
    shared = SharedModel(bench.service.runs, bench.service.model, lambda: True)
    return TranscriptCleaning(bench.worker, writer, bench._post, replace(SETTINGS, host=writer.host), shared)


def test_a_transcript_keeps_its_cues_and_makes_way(ollama: StandInProcess, writer: OllamaWriter) -> None:
    with benched(writer, ollama.host) as bench:
        cleaning = cleaning_of(bench, writer)
        told = threading.Event()

        def at(event: object) -> None:
            if isinstance(event, CueCleaned) and not told.is_set():
                told.set()
                bench.service.enhance(1, FIRST, "", "en")

        bench.at(at)
        cleaning.clean(3, TALK)
        bench.until(CleaningEnded)
        cleaned = [one for one in bench.posted if isinstance(one, CueCleaned)]
        assert [one for one in bench.posted if isinstance(one, CleaningEnded)] == [CleaningEnded(3)]
        assert [one.first for one in cleaned] == sorted({one.first for one in cleaned})
        texts = [text for one in cleaned for text in one.texts]
        assert len(texts) == len(CUES)
        assert all(texts)
        for one in cleaned:
            if not one.kept:
                assert one.sentence.endswith(".")
                assert one.texts == CUES[one.first : one.first + len(one.texts)]
        (ended,) = bench.answers(1)
        assert isinstance(ended, EnhancementEnded)
        assert bench.posted.index(ended) < bench.posted.index(cleaned[1])
        cleaning.close()
        assert bench.errors == []
