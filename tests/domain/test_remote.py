"""Requests and replies survive the line, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.remote import (
    MAX_LINE,
    MAX_TEXT,
    Command,
    MalformedLine,
    Reply,
    Request,
    decode_reply,
    decode_request,
    encode_reply,
    encode_request,
)


@pytest.mark.parametrize("command", Command)
def test_requests_come_back(command: Command) -> None:
    request = Request(command, model="small" if command is Command.PRELOAD else "")
    line = encode_request(request)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert decode_request(line) == request


@pytest.mark.parametrize("command", [Command.START, Command.TOGGLE])
def test_a_request_for_raw_text_comes_back(command: Command) -> None:
    assert decode_request(encode_request(Request(command, raw=True))) == Request(command, raw=True)


@pytest.mark.parametrize("model", ["small", "/home/jos\u00e9/my models/whisper", 'C:\\models\\"own"'])
@pytest.mark.parametrize("off", [False, True])
def test_a_model_to_be_loaded_ahead_comes_back(model: str, off: bool) -> None:
    request = Request(Command.PRELOAD, model=model, off=off)
    assert decode_request(encode_request(request)) == request


@given(st.booleans(), st.text())
def test_replies_come_back_on_one_line(ok: bool, text: str) -> None:
    line = encode_reply(Reply(ok, text))
    assert line.count(b"\n") == 1
    assert decode_reply(line) == Reply(ok, text[:MAX_TEXT])


@pytest.mark.parametrize("character", ["x", "\0", "\U0001f600", "\ud800"])
def test_the_longest_reply_fits(character: str) -> None:
    assert len(encode_reply(Reply(True, character * 100_000))) <= MAX_LINE


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"toggle\n",
        b"[]\n",
        b'"toggle"\n',
        b'{"request": "dance"}\n',
        b'{"request": 1}\n',
        b'{"request": "start", "raw": 1}\n',
        b'{"request": "preload"}\n',
        b'{"request": "preload", "model": " "}\n',
        b'{"request": "preload", "model": ["small"]}\n',
        b'{"request": "preload", "model": "small", "off": "yes"}\n',
        b'{"request": ["toggle"]}\n',
        b'{"reply": "toggle"}\n',
        b"\xff\xfe\n",
        b"[" * 4000,
        b'{"request": "toggle", "padding": "' + b"x" * MAX_LINE + b'"}\n',
    ],
)
def test_anything_else_is_refused(line: bytes) -> None:
    with pytest.raises(MalformedLine):
        decode_request(line)


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(line: bytes) -> None:
    with pytest.raises(MalformedLine):
        decode_request(line)
    with pytest.raises(MalformedLine):
        decode_reply(line)


def test_a_newer_versions_names_are_passed_over() -> None:
    assert decode_request(b'{"request": "stop", "since": 2}') == Request(Command.STOP)
    assert decode_reply(b'{"ok": true, "mood": "fine"}') == Reply(True)
