"""What makes other words makes another key, and nothing else does."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import pytest

from app.domain.cache_key import file_key, sound_key, wish_key
from app.domain.decoding import DecodingOptions
from app.domain.file_task import FileTask
from app.domain.media import Channels, SoundChoice
from app.domain.settings import Apart, ComputeType, Device, SpeechEngine, SpeechSettings

TASK: Final = FileTask(Path("/a.wav"), SpeechSettings(), DecodingOptions())

DECODING: Final[dict[str, Any]] = {
    "language": "de",
    "beam_size": 1,
    "best_of": 1,
    "temperatures": (0.0,),
    "compression_ratio_threshold": 2.0,
    "log_probability_threshold": -0.5,
    "no_speech_threshold": 0.5,
    "voice_detection": False,
    "minimum_silence_ms": 100,
    "word_times": True,
    "hints": ("Sayso",),
}
SPEECH: Final[dict[str, Any]] = {
    "engine": SpeechEngine.OPENAI_WHISPER,
    "device": Device.CUDA,
    "compute_type": ComputeType.FLOAT32,
    "flash_attention": True,
}
SPEECH_WITHOUT_WORDS: Final[dict[str, Any]] = {
    "apart": Apart.ALWAYS,
    "threads": 7,
    "workers": 2,
}


def keys(task: FileTask, model: str = "base@1") -> tuple[str, str, str]:
    return file_key("bytes", task, model), sound_key("sound", task, model), wish_key(task, model)


def unlike(task: FileTask) -> list[bool]:
    return [one != other for one, other in zip(keys(task), keys(TASK), strict=True)]


def test_every_way_to_decode_matters() -> None:
    assert DECODING.keys() == {field.name for field in fields(DecodingOptions)}
    for name, value in DECODING.items():
        changed = replace(TASK, decoding=replace(TASK.decoding, **{name: value}))
        assert unlike(changed) == [True, True, True], name


def test_what_computes_matters_as_far_as_words_depend_on_it() -> None:
    for name, value in SPEECH.items():
        assert unlike(replace(TASK, speech=replace(TASK.speech, **{name: value}))) == [True] * 3, name
    for name, value in SPEECH_WITHOUT_WORDS.items():
        assert unlike(replace(TASK, speech=replace(TASK.speech, **{name: value}))) == [False] * 3, name
    # The rest is in the decoding options, and the model in its identity.
    elsewhere = {field.name for field in fields(DecodingOptions)} | {"model"}
    all_names = {field.name for field in fields(SpeechSettings)}
    assert all_names <= SPEECH.keys() | SPEECH_WITHOUT_WORDS.keys() | elsewhere


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (replace(TASK, path=Path("/other/b.mp3")), [False, False, False]),
        (replace(TASK, batch=16), [False, False, False]),
        (replace(TASK, language_by_piece=True), [True, True, True]),
        (replace(TASK, choice=SoundChoice(None, Channels.FIRST)), [True, True, True]),
        # The fingerprint is that of the track: which number it has in a file says nothing more.
        (replace(TASK, choice=SoundChoice(1)), [True, False, False]),
    ],
)
def test_the_rest_of_a_task(task: FileTask, expected: list[bool]) -> None:
    assert {field.name for field in fields(FileTask)} == {
        *("path", "speech", "decoding", "choice", "language_by_piece", "batch")
    }
    assert unlike(task) == expected


def test_other_weights_and_other_sound_are_other_keys() -> None:
    assert len({*keys(TASK), *keys(TASK, "base@2")}) == 6
    assert file_key("bytes", TASK, "m") != file_key("other", TASK, "m")
    assert sound_key("sound", TASK, "m") != sound_key("other", TASK, "m")
    # A file's hash is no sound's.
    assert file_key("same", TASK, "m") != sound_key("same", TASK, "m")


def test_a_key_tells_nothing_of_the_words_that_are_expected() -> None:
    task = replace(TASK, decoding=replace(TASK.decoding, hints=("Rumpelstilzchen",)))
    for key in keys(task):
        assert len(key) == 40
        assert set(key) <= set("0123456789abcdef")
