"""What crosses the pipe comes out as it went in: every field of every value, for any value at all."""

from __future__ import annotations

import io
import json
import math
import struct
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.engine_messages import (
    MAX_BYTES,
    from_plain,
    pack,
    problem_from_plain,
    problem_to_plain,
    receive,
    send,
    to_plain,
)
from app.adapters.folders import Folders
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import Problem
from app.domain.settings import Apart, ComputeType, Device, SpeechEngine, SpeechSettings
from app.domain.transcript import Segment, Transcript, Word
from tests.domain.test_problems import KINDS, example

FLOATS = st.floats()
# Any code point, half of a surrogate pair as well: a damaged text is no reason to lose the rest.
TEXTS = st.text(st.characters(exclude_categories=()), max_size=20)
WORDS = st.builds(Word, TEXTS, FLOATS, FLOATS, FLOATS)
SEGMENTS = st.builds(
    Segment, TEXTS, FLOATS, FLOATS, st.lists(WORDS, max_size=3).map(tuple), FLOATS, FLOATS, FLOATS, FLOATS
)
MANY = st.lists(SEGMENTS, max_size=3).map(tuple)
TRANSCRIPTS = st.builds(Transcript, MANY, TEXTS, FLOATS, TEXTS, FLOATS, MANY, st.booleans())
OPTIONS = st.builds(
    DecodingOptions,
    language=st.none() | TEXTS,
    beam_size=st.integers(),
    best_of=st.integers(),
    temperatures=st.lists(FLOATS, max_size=6).map(tuple),
    compression_ratio_threshold=FLOATS,
    log_probability_threshold=FLOATS,
    no_speech_threshold=FLOATS,
    voice_detection=st.booleans(),
    minimum_silence_ms=st.integers(),
    word_times=st.booleans(),
    hints=st.lists(TEXTS, max_size=3).map(tuple),
)
FACTS = st.builds(
    EngineFacts,
    TEXTS,
    TEXTS,
    TEXTS,
    st.booleans(),
    FLOATS,
    st.lists(TEXTS, max_size=3).map(tuple),
    st.booleans(),
)
SETTINGS = st.builds(
    SpeechSettings,
    model=TEXTS.filter(lambda text: bool(text.strip())),
    engine=st.sampled_from(SpeechEngine),
    apart=st.sampled_from(Apart),
    device=st.sampled_from(Device),
    compute_type=st.sampled_from(ComputeType),
    flash_attention=st.booleans(),
    language=st.sampled_from(["", "en", "de"]),
    beam_size=st.integers(0, 20),
    threads=st.integers(0, 256),
    log_probability_threshold=st.floats(-10.0, 0.0),
    hints=st.lists(TEXTS, max_size=3).map(tuple),
)


def crossed(value: Any) -> Any:  # noqa: ANN401 - any value of the domain
    """`value`, as it comes out at the far end."""
    pipe = io.BytesIO(pack({"value": to_plain(value)}))
    return from_plain(type(value), receive(pipe)["value"])


def parts(value: object) -> object:
    """`value` down to its bits, so that no number equals another and the one that equals nothing does."""
    if isinstance(value, float):
        return struct.pack(">d", math.nan if math.isnan(value) else value)
    if isinstance(value, tuple):
        return tuple(map(parts, value))
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is None:
        return type(value), value
    return type(value), tuple(parts(getattr(value, name)) for name in names)


@given(TRANSCRIPTS)
def test_a_transcript_crosses_exactly(value: Transcript) -> None:
    assert parts(crossed(value)) == parts(value)


@given(OPTIONS)
def test_options_cross_exactly(value: DecodingOptions) -> None:
    assert parts(crossed(value)) == parts(value)


@given(FACTS)
def test_facts_cross_exactly(value: EngineFacts) -> None:
    assert parts(crossed(value)) == parts(value)


@given(SETTINGS)
def test_settings_cross_exactly(value: SpeechSettings) -> None:
    assert parts(crossed(value)) == parts(value)


def test_folders_cross_exactly(tmp_path: Path) -> None:
    assert crossed(Folders.at(tmp_path / "ä b")) == Folders.at(tmp_path / "ä b")


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_a_problem_is_the_same_on_the_other_side(kind: type[Problem], named: bool) -> None:
    before = example(kind, named=named)
    after = problem_from_plain(json.loads(json.dumps(problem_to_plain(before))))
    assert type(after) is kind
    assert (str(after), after.sentence, after.remedy) == (str(before), before.sentence, before.remedy)
    assert (after.action, after.detail, after.args) == (before.action, before.detail, before.args)


@pytest.mark.parametrize(
    "data",
    [
        None,
        {},
        {"kind": "Action"},
        {"kind": "annotations"},
        {"kind": "EngineDied"},
        {"kind": "EngineDied", "sentence": "", "remedy": "", "detail": "", "action": "explode"},
    ],
)
def test_what_is_no_problem_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"not a|is not a valid"):
        problem_from_plain(data)


GOOD: dict[str, object] = to_plain(Transcript((), "en", 1.0, "base", 2.0))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (float, True),
        (float, "1"),
        (int, 1.0),
        (int, True),
        (bool, 1),
        (str, None),
        (Device, "abacus"),
        (Transcript, None),
        (Transcript, []),
        (Transcript, {name: value for name, value in GOOD.items() if name != "language"}),
        (Transcript, {**GOOD, "segments": "none"}),
        (Transcript, {**GOOD, "segments": [5]}),
        (Transcript, {**GOOD, "seconds": None}),
        (SpeechSettings, {**to_plain(SpeechSettings()), "beam_size": 21}),
    ],
)
def test_what_is_no_such_value_is_refused(kind: type, data: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_plain(kind, data)


def test_a_whole_number_serves_as_a_float() -> None:
    assert from_plain(float, 3) == 3


def test_choices_cross_as_their_words() -> None:
    assert all(
        to_plain(one) == one.value and not isinstance(to_plain(one), Enum) for one in (*Device, *Apart)
    )


# --- framing ---


class Dripping(io.RawIOBase):
    """A pipe that gives one byte at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def read(self, size: int = -1, /) -> bytes:
        return self._data.read(min(size, 1))


def test_messages_come_out_one_by_one_however_they_arrive() -> None:
    out = io.BytesIO()
    send(out, {"first": "ü\ud800\u2028"})
    send(out, {"second": []})
    pipe: Any = Dripping(out.getvalue())
    assert [receive(pipe), receive(pipe)] == [{"first": "ü\ud800\u2028"}, {"second": []}]
    with pytest.raises(EOFError):
        receive(pipe)


@pytest.mark.parametrize("length", [0, 1, 3, 4, 5, 10])
def test_a_message_that_breaks_off_is_the_end(length: int) -> None:
    with pytest.raises(EOFError):
        receive(io.BytesIO(pack({"value": 5})[:length]))


@pytest.mark.parametrize("data", [b"[]", b"5", b"{", b"\xff\xfe", b""])
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        receive(io.BytesIO(struct.pack(">I", len(data)) + data))


def test_a_message_that_never_ends_is_refused_before_it_is_read() -> None:
    with pytest.raises(ValueError, match="too long"):
        receive(io.BytesIO(struct.pack(">I", MAX_BYTES + 1)))
