"""The doctor tells of every part, whatever becomes of one of them."""

from __future__ import annotations

import pytest

from app.domain.problems import NoMicrophone, Unexpected
from app.services.doctor import Finding, Probe, findings


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
