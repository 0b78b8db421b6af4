"""What a report tells of the settings, and what it leaves out."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args, get_origin, get_type_hints

import pytest

from app.domain.diagnostics import (
    A_FOLDER,
    ELSEWHERE,
    NAMES_OF_THINGS,
    host_words,
    manifest,
    scrubbed,
    settings_words,
)
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.file_settings import FileSettings
from app.domain.settings import Settings, SpeechSettings

WORD = "Quetzalcoatlus"


def lines(settings: Settings) -> dict[str, str]:
    pairs = (line.partition(" = ") for line in settings_words(settings).splitlines())
    return {name: value for name, _, value in pairs}


def filled(settings: Settings) -> Settings:
    """Every text and every list of texts that the settings have, but names of things, says the word."""
    for part in fields(settings):
        values = getattr(settings, part.name)
        hints = get_type_hints(type(values))
        for field in fields(values):
            if f"{part.name}.{field.name}" in NAMES_OF_THINGS:
                continue
            kind = hints[field.name]
            if kind is str:
                new: object = f"/home/ada/{WORD}"
            elif get_origin(kind) is tuple and get_args(kind)[0] is str:
                new = (f"{WORD} = {WORD}",)
            else:
                continue
            object.__setattr__(values, field.name, new)  # whatever the part would say to it
    return settings


def test_no_text_of_the_users_is_told_whatever_settings_there_come_to_be() -> None:
    settings = filled(replace(Settings(), speech=SpeechSettings(), files=FileSettings()))
    assert WORD in str(settings)
    told = settings_words(settings)
    assert WORD.casefold() not in told.casefold()
    assert "ada" not in told
    assert lines(settings)["speech.hints"] == "1 left out"


def test_every_setting_has_a_line_and_what_helps_is_told() -> None:
    told = lines(Settings())
    assert len(told) == sum(len(fields(getattr(Settings(), part.name))) for part in fields(Settings))
    assert told["speech.model"] == "base"
    assert told["speech.beam_size"] == "0"
    assert told["hotkeys.mode"] == "hybrid"
    assert told["files.formats"] == "txt, srt"
    assert told["enhancement.host"] == "this computer, port 11434"
    assert told["models.preload"] == "none"


def test_names_of_things_that_no_setting_has_any_more_are_not_kept() -> None:
    assert set(lines(Settings())) >= NAMES_OF_THINGS


@pytest.mark.parametrize("model", ["/home/ada/models/mine", "~/mine", r"C:\Users\ada\mine", "./mine"])
def test_a_model_of_ones_own_is_a_folder(model: str) -> None:
    settings = Settings(speech=SpeechSettings(model=model))
    assert lines(settings)["speech.model"] == A_FOLDER


def test_names_with_a_stroke_are_names() -> None:
    settings = Settings(enhancement=EnhancementSettings(model="hf.co/bartowski/x:Q4"))
    assert lines(settings)["enhancement.model"] == "hf.co/bartowski/x:Q4"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://localhost:11434", "this computer, port 11434"),
        ("http://127.0.0.1:80/x", "this computer, port 80"),
        ("https://attic.example", ELSEWHERE),
        ("http://192.0.2.7:11434", f"{ELSEWHERE}, port 11434"),
    ],
)
def test_of_a_server_only_the_place_is_told(address: str, told: str) -> None:
    assert host_words(address) == told


def test_the_users_folder_and_other_computers_lose_their_names() -> None:
    text = "cannot write to /home/ada/.local/x, nor /home/adam; http://Attic.example:11434 and attic.example2"
    assert (
        scrubbed(text, "/home/ada", ("attic.example",))
        == f"cannot write to ~/.local/x, nor /home/adam; http://{ELSEWHERE}:11434 and attic.example2"
    )
    assert scrubbed("at http://localhost:1", "/", ("localhost",)) == "at http://localhost:1"
    assert scrubbed(r"C:\Users\ada\x", r"C:\Users\ada") == r"~\x"


def test_the_manifest_lists_each() -> None:
    text = manifest([("log.txt", 12, "ab" * 32)])
    assert text.splitlines()[-1] == f"{'ab' * 32}         12  log.txt"
