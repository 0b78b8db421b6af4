"""The doctor tells of every part, whatever becomes of one of them."""

from __future__ import annotations

import pytest

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import (
    NoMicrophone,
    Unexpected,
    WriterAnswerOdd,
    WriterModelMissing,
    WriterNotRunning,
)
from app.domain.writing import WriterModel
from app.services.doctor import Finding, Probe, clean_up, findings
from tests.fakes import ScriptedWriter


def fails_as(error: Exception) -> Probe:
    def examine() -> str:
        raise error

    return Probe("Microphone", examine)


def test_a_part_that_works_says_what_was_found() -> None:
    assert list(findings([Probe("Model", lambda: "base, int8")])) == [Finding("Model", True, "base, int8")]


def test_a_problem_becomes_its_sentence_and_remedy() -> None:
    (finding,) = findings([fails_as(NoMicrophone())])
    assert finding == Finding("Microphone", False, NoMicrophone().sentence, NoMicrophone().remedy)


def test_any_other_failure_names_the_part_and_the_rest_is_examined(caplog: pytest.LogCaptureFixture) -> None:
    error = OSError("no such thing")
    first, second = findings([fails_as(error), Probe("History", lambda: "3 dictations")])
    expected = Unexpected("Microphone")
    assert first == Finding("Microphone", False, expected.sentence, expected.remedy)
    assert second.works
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
    assert finding == Finding("Clean-up", True, "switched off in the settings")


def test_a_model_that_is_there_is_named_with_its_server() -> None:
    finding = of_clean_up(EnhancementSettings(model="mistral"), server("gemma:7b", "mistral:latest"))
    assert finding.works
    assert finding.sentence == "mistral:latest, 4.1 GB, by Ollama 0.33.0 at http://localhost:11434"


def test_a_model_elsewhere_is_told() -> None:
    finding = of_clean_up(EnhancementSettings(model="big:cloud"), server("big:cloud", size_bytes=0))
    assert finding.works
    assert finding.sentence == (
        "big:cloud, by Ollama 0.33.0 at http://localhost:11434; "
        "Ollama passes what you say on to a computer elsewhere"
    )


def test_a_server_that_is_away_is_to_be_started() -> None:
    writer = server("mistral:latest")
    writer.refuses = WriterNotRunning(writer.host)
    finding = of_clean_up(EnhancementSettings(), writer)
    assert (finding.works, finding.sentence) == (False, "Ollama is not running at http://localhost:11434.")
    assert "ollama.com" in finding.remedy
    assert "Enhance again" not in finding.remedy  # a button of the window


def test_a_model_that_is_missing_is_to_be_got() -> None:
    finding = of_clean_up(EnhancementSettings(model="mistral:7b-instruct"), server("mistral:latest"))
    assert finding == Finding(
        "Clean-up",
        False,
        WriterModelMissing("mistral:7b-instruct").sentence,
        "Get it with “ollama pull mistral:7b-instruct”, or choose another in Settings.",
    )


def test_what_is_no_ollama_is_told_as_everywhere() -> None:
    writer = server("mistral:latest")
    writer.refuses = problem = WriterAnswerOdd(writer.host)
    finding = of_clean_up(EnhancementSettings(), writer)
    assert finding == Finding("Clean-up", False, problem.sentence, problem.remedy)
