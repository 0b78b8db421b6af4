"""Requests to a language model, and the address of its server."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.clean_up import Message
from app.domain.problems import WriterHostInvalid
from app.domain.writer_host import checked_host
from app.domain.writing import (
    EndReason,
    WriteEnd,
    WriteRequest,
    WriterModel,
    WrittenToken,
    same_model,
)

SECRET = "the merger is on friday"
REQUEST = WriteRequest("mistral", (Message("user", SECRET),), num_ctx=2048, num_predict=64)


@pytest.mark.parametrize(
    ("entered", "host"),
    [
        ("http://localhost:11434", "http://localhost:11434"),
        (" localhost ", "http://localhost:11434"),
        ("HTTP://Nas.Local/", "http://nas.local:11434"),
        ("nas:8080", "http://nas:8080"),
        ("https://models.example.org", "https://models.example.org:443"),
        ("https://example.org:8443/ollama/", "https://example.org:8443/ollama"),
        ("0.0.0.0", "http://127.0.0.1:11434"),
        ("http://0.0.0.0:11434", "http://127.0.0.1:11434"),
        ("[::]", "http://[::1]:11434"),
        ("http://[fe80::1]:5000", "http://[fe80::1]:5000"),
        (":5000", "http://localhost:5000"),
    ],
)
def test_an_address_is_made_whole(entered: str, host: str) -> None:
    assert checked_host(entered) == host
    assert checked_host(host) == host


@pytest.mark.parametrize(
    ("entered", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("http://", "empty"),
        ("ftp://nas", "http or https"),
        ("my nas", "blank"),
        ("nas:port", "port"),
        ("nas:99999", "port"),
        ("nas:0", "port"),
        ("http://[::1", "not valid"),
        ("http://me:secret@nas", "only have"),
        ("nas?key=1", "only have"),
    ],
)
def test_what_is_no_address_is_told(entered: str, reason: str) -> None:
    with pytest.raises(WriterHostInvalid, match=reason):
        checked_host(entered)


@pytest.mark.parametrize(
    "wrong",
    [{"model": ""}, {"messages": ()}, {"num_ctx": 0}, {"num_predict": 0}, {"temperature": -0.1}],
)
def test_a_request_that_cannot_be_fulfilled_is_not_built(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"request|num_|temperature"):
        replace(REQUEST, **wrong)  # type: ignore[arg-type]  # any of its fields


def test_words_are_kept_out_of_the_log() -> None:
    values = (REQUEST, WriteEnd(EndReason.COMPLETE, SECRET), WrittenToken(SECRET, 1, 0.1))
    assert not any(SECRET in repr(value) for value in values)


def test_what_a_request_needs_is_its_prompt_and_its_answer() -> None:
    more = replace(REQUEST, num_predict=REQUEST.num_predict + 100)
    assert more.tokens_needed - REQUEST.tokens_needed == 100
    assert REQUEST.tokens_needed > REQUEST.num_predict + len(SECRET) / 3


def test_a_missing_tag_is_the_latest() -> None:
    assert same_model("mistral", "mistral:latest")
    assert same_model("hub.example:5000/me/mistral", "hub.example:5000/me/mistral:latest")
    assert not same_model("mistral", "mistral:7b-instruct")


@pytest.mark.parametrize(
    ("name", "is_remote"),
    [
        ("gpt-oss:120b-cloud", True),
        ("GLM:Cloud", True),
        ("cloud:7b", False),
        ("mistral", False),
        ("a:cloudy", False),
    ],
)
def test_models_that_run_elsewhere_are_known(name: str, is_remote: bool) -> None:
    assert WriterModel(name, 0, "", "", "").is_remote is is_remote
