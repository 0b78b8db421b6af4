"""What Ollama says when it fails, as it says it (release 0.33 and its sources), and what the user is told."""

from __future__ import annotations

import pytest

from app.adapters.ollama_errors import STREAM_ERROR, Failure, Trouble, problem_of, pull_problem
from app.domain.problems import (
    Action,
    Problem,
    WriterAnswerOdd,
    WriterBusy,
    WriterDied,
    WriterModelMissing,
    WriterModelTooLarge,
    WriterModelUnfit,
    WriterNotRunning,
    WriterUnreachable,
    WritingContextTooSmall,
    WritingCutOff,
)

HOST = "http://localhost:11434"


def answered(status: int, text: str) -> Trouble:
    return Trouble(Failure.ANSWERED, HOST, "mistral:7b", "ResponseError", status, text)


@pytest.mark.parametrize(
    ("status", "text", "kind"),
    [
        (404, "model 'mistral:7b' not found", WriterModelMissing),
        (404, 'model "mistral" not found, try pulling it first', WriterModelMissing),
        (404, "404 page not found", WriterAnswerOdd),
        (400, '"mistral:7b" does not support chat', WriterModelUnfit),
        (400, "invalid options: num_ctx", WriterAnswerOdd),
        (400, "the input length exceeds the context length", WritingContextTooSmall),
        (
            400,
            "request (6041 tokens) exceeds the available context size",
            WritingContextTooSmall,
        ),
        (503, "server busy, please try again.  maximum pending requests exceeded", WriterBusy),
        (429, "too many requests", WriterBusy),
        (500, "model requires more system memory (5.6 GiB) than is available", WriterModelTooLarge),
        (500, "llama runner process has terminated: cudaMalloc failed: out of memory", WriterModelTooLarge),
        (500, "model runner has unexpectedly stopped, this may be due to …", WriterDied),
        (STREAM_ERROR, "an error was encountered while running the model: unexpected EOF", WriterDied),
        (307, "", WriterAnswerOdd),
        (401, "unauthorized", WriterAnswerOdd),
    ],
)
def test_each_answer_has_its_problem(status: int, text: str, kind: type[Problem]) -> None:
    assert type(problem_of(answered(status, text))) is kind


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (Failure.REFUSED, WriterNotRunning),
        (Failure.UNREACHABLE, WriterUnreachable),
        (Failure.CUT_OFF, WritingCutOff),
        (Failure.ODD, WriterAnswerOdd),
    ],
)
def test_each_failure_on_the_way_has_its_problem(failure: Failure, kind: type[Problem]) -> None:
    assert type(problem_of(Trouble(failure, HOST, "mistral", "ReadError"))) is kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("pull model manifest: file does not exist", "no such model"),
        ("write /usr/share/ollama/.ollama/models/blobs: no space left on device", "disk"),
        (
            'Get "https://registry.ollama.ai/v2/": dial tcp: lookup: no such host',
            "reached",
        ),
        ("digest mismatch, file must be downloaded again", "not what was published"),
        ("pull model manifest: 412: the model requires a newer version of Ollama", "newer Ollama"),
        ("something new", "broke off"),
    ],
)
def test_each_failed_download_has_its_reason(text: str, words: str) -> None:
    problem = pull_problem(answered(500, text))
    assert words in problem.sentence
    assert problem.action is Action.GET_WRITER


def test_a_server_that_goes_away_under_a_download_is_no_other_problem_than_one_that_is_away() -> None:
    gone = Trouble(Failure.REFUSED, HOST, "mistral", "ConnectError")
    assert type(pull_problem(gone)) is WriterNotRunning
    assert "lost" in pull_problem(Trouble(Failure.CUT_OFF, HOST, "mistral", "ReadError")).sentence


def test_nothing_that_the_server_says_is_shown_or_logged() -> None:
    secret = "error parsing tool call: raw='the merger is on friday'"
    trouble = answered(500, secret)
    for problem in (problem_of(trouble), pull_problem(trouble)):
        assert "merger" not in f"{problem} {problem.detail} {trouble!r}"
        assert problem.detail == "ResponseError, status 500"
