"""The doctor tells of every part, whatever becomes of one of them."""

from __future__ import annotations

from app.domain.problems import NoMicrophone
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


def test_any_other_failure_is_a_finding_and_the_rest_is_examined() -> None:
    first, second = findings([fails_as(OSError("no such thing")), Probe("History", lambda: "3 dictations")])
    assert not first.works
    assert "no such thing" in first.sentence
    assert first.remedy
    assert second.works
