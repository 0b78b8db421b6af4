"""An exception that has ended something: what the user is told of it, and what the log is."""

import logging

import pytest

from app.domain.problems import DiskFull, Unexpected
from app.services.failures import problem_of

SPOKEN = "meet me at the old mill"


def test_a_problem_is_told_as_it_is(caplog: pytest.LogCaptureFixture) -> None:
    problem = DiskFull("the folder", "no space left")
    assert problem_of(problem, "getting a speech model") is problem
    (record,) = caplog.records
    assert record.getMessage() == "getting a speech model failed: DiskFull no space left"


def test_a_defect_is_told_by_its_kind_and_place_alone(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        raise KeyError(SPOKEN)

    with caplog.at_level(logging.DEBUG), pytest.raises(KeyError) as raised:
        fail()
    problem = problem_of(raised.value, "writing down what you said")
    assert isinstance(problem, Unexpected)
    assert "writing down what you said" in problem.sentence
    assert problem.detail == "KeyError"
    assert "in fail" in caplog.text
    assert SPOKEN not in caplog.text + str(problem) + problem.detail
