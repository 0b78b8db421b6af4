"""The doctor tells of every part, whatever becomes of one of them."""

from __future__ import annotations

import sys

import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.media_files import MediaFiles
from app.commands.doctor import sound_files
from app.domain.compute import CPU, CUDA
from app.domain.compute_proof import Proof, ProofKey, Verdict
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.hardware import Computer, Graphics, GraphicsCard
from app.domain.problems import (
    NoMicrophone,
    Unexpected,
    WriterAnswerOdd,
    WriterModelMissing,
    WriterNotRunning,
)
from app.domain.writing import WriterModel
from app.services.doctor import (
    DoneWithout,
    Finding,
    Probe,
    State,
    clean_up,
    findings,
    graphics_card,
    trials,
)
from tests.fakes import ScriptedWriter


def fails_as(error: Exception) -> Probe:
    def examine() -> str:
        raise error

    return Probe("Microphone", examine)


def test_a_part_that_works_says_what_was_found() -> None:
    assert list(findings([Probe("Model", lambda: "base, int8")])) == [
        Finding("Model", State.WORKS, "base, int8")
    ]


def test_a_problem_becomes_its_sentence_and_remedy() -> None:
    (finding,) = findings([fails_as(NoMicrophone())])
    assert finding == Finding("Microphone", State.FAILS, NoMicrophone().sentence, NoMicrophone().remedy)


def test_any_other_failure_names_the_part_and_the_rest_is_examined(caplog: pytest.LogCaptureFixture) -> None:
    error = OSError("no such thing")
    first, second = findings([fails_as(error), Probe("History", lambda: "3 dictations")])
    expected = Unexpected("Microphone")
    assert first == Finding("Microphone", State.FAILS, expected.sentence, expected.remedy)
    assert second.state is State.WORKS
    (record,) = caplog.records
    assert record.getMessage() == "examining Microphone failed"
    assert record.exc_info is not None
    assert record.exc_info[1] is error


# --- clean-up ---


def server(*names: str, size_bytes: int = 4_100_000_000) -> ScriptedWriter:
    """One with these models installed."""
    writer = ScriptedWriter()
    writer.installed = [WriterModel(name, size_bytes, "Q4_0", "7B", "llama") for name in names]
    return writer


def of_clean_up(settings: EnhancementSettings, writer: ScriptedWriter) -> Finding:
    (finding,) = findings([Probe("Clean-up", lambda: clean_up(settings, writer))])
    return finding


def test_a_clean_up_that_is_switched_off_is_no_trouble_and_nobody_is_asked() -> None:
    writer = server()
    writer.refuses = WriterNotRunning(writer.host)
    finding = of_clean_up(EnhancementSettings(enabled=False), writer)
    assert finding == Finding("Clean-up", State.WORKS, "switched off in the settings")


def test_a_model_that_is_there_is_named_with_its_server() -> None:
    finding = of_clean_up(EnhancementSettings(model="mistral"), server("gemma:7b", "mistral:latest"))
    assert finding.state is State.WORKS
    assert finding.sentence == "mistral:latest, 4.1 GB, by Ollama 0.33.0 at http://localhost:11434"


def test_a_model_elsewhere_is_told() -> None:
    finding = of_clean_up(EnhancementSettings(model="big:cloud"), server("big:cloud", size_bytes=0))
    assert finding.state is State.WORKS
    assert finding.sentence == (
        "big:cloud, by Ollama 0.33.0 at http://localhost:11434; "
        "Ollama passes what you say on to a computer elsewhere"
    )


def test_a_server_that_is_away_is_to_be_started() -> None:
    writer = server("mistral:latest")
    writer.refuses = WriterNotRunning(writer.host)
    finding = of_clean_up(EnhancementSettings(), writer)
    assert finding.state is State.WARNS  # dictations come all the same
    assert finding.sentence == "Ollama is not running at http://localhost:11434."
    assert "ollama.com" in finding.remedy
    assert "Enhance again" not in finding.remedy  # a button of the window


def test_a_model_that_is_missing_is_to_be_got() -> None:
    finding = of_clean_up(EnhancementSettings(model="mistral:7b-instruct"), server("mistral:latest"))
    assert finding == Finding(
        "Clean-up",
        State.FAILS,
        WriterModelMissing("mistral:7b-instruct").sentence,
        "Get it with “ollama pull mistral:7b-instruct”, or choose another in Settings.",
    )


def test_what_is_no_ollama_is_told_as_everywhere() -> None:
    writer = server("mistral:latest")
    writer.refuses = problem = WriterAnswerOdd(writer.host)
    finding = of_clean_up(EnhancementSettings(), writer)
    assert finding == Finding("Clean-up", State.FAILS, problem.sentence, problem.remedy)


# --- what there is to compute with ---

HERE = Computer("Ryzen 7", 8)
CARD = Graphics("570.1", (GraphicsCard("RTX 4070", 12_878, 11_000),))
LIBRARY = "CTranslate2 4.8.5"
BY_CARD = ProofKey("570.1", "RTX 4070", CUDA, "float16", LIBRARY)
BY_PROCESSOR = ProofKey("", "Ryzen 7", CPU, "int8", LIBRARY)
WORKS = Proof(Verdict.WORKS, model="base", beam_size=5, sentence_seconds=0.2)


def test_cards_are_named_with_memory_and_driver() -> None:
    assert graphics_card(CARD) == "RTX 4070, 12,878 MB of memory, 11,000 MB free, driver 570.1"
    assert graphics_card(Graphics()) == "none by NVIDIA was found, so the processor computes"


def test_a_driver_that_hangs_is_a_warning() -> None:
    with pytest.raises(DoneWithout) as caught:
        graphics_card(Graphics(problem="its driver does not answer"))
    assert str(caught.value).startswith("The graphics card cannot be used: its driver does not answer. ")
    (finding,) = findings([Probe("Graphics card", lambda: graphics_card(Graphics(problem="it hangs")))])
    assert (finding.state, bool(finding.remedy)) == (State.WARNS, True)


def test_what_was_tried_here_is_told_and_what_was_elsewhere_is_not() -> None:
    flash = ProofKey("570.1", "RTX 4070", CUDA, "float16", LIBRARY, True)
    older = ProofKey("560.0", "RTX 4070", CUDA, "float32", LIBRARY)
    crashed = Proof(Verdict.CRASHED, "its driver crashed")
    assert trials(
        {BY_PROCESSOR: WORKS, BY_CARD: WORKS, flash: crashed, older: WORKS}, HERE, CARD, LIBRARY
    ) == (
        "graphics card, float16, works: 0.20 s for a short sentence with base; "
        "graphics card, float16, with flash attention, does not work: its driver crashed; "
        "processor, int8, works: 0.20 s for a short sentence with base"
    )
    assert trials({older: WORKS}, HERE, CARD, LIBRARY) == "nothing has been measured yet"


def test_a_decoder_that_cannot_be_started_is_told_of_sayso_and_not_of_a_file() -> None:
    broken = AudioFiles(MediaFiles((sys.executable, "-c", "raise SystemExit(3)")))
    (told,) = findings([Probe("Files", lambda: sound_files(broken))])
    assert (told.state, told.sentence) == (State.FAILS, "No sound file can be decoded.")
    assert told.remedy.startswith("Set Sayso up again")
