from __future__ import annotations

import importlib

import pytest

from app.domain.languages import CODES, language_problem
from app.domain.models import EngineFacts
from app.domain.problems import EnglishOnly

MANY = EngineFacts("base", "cpu", "int8", True, 0.1)
ENGLISH = EngineFacts("base.en", "cpu", "int8", False, 0.1)


def test_the_codes_are_those_of_whisper() -> None:
    tokenizer = importlib.import_module("faster_whisper.tokenizer")
    assert set(tokenizer._LANGUAGE_CODES) == CODES


@pytest.mark.parametrize(("facts", "language"), [(MANY, "de"), (MANY, ""), (ENGLISH, ""), (ENGLISH, "en")])
def test_what_a_model_writes_is_no_problem(facts: EngineFacts, language: str) -> None:
    assert language_problem(facts, language) is None


def test_a_model_for_english_alone_writes_no_other_language() -> None:
    problem = language_problem(ENGLISH, "de")
    assert isinstance(problem, EnglishOnly)
    assert "“base.en”" in problem.sentence
    assert "“de”" in problem.sentence
