"""Which weights a name stands for."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.model_identity import ModelIdentity
from app.adapters.model_store import bundled_catalogue
from app.domain.catalogue import MODEL_FILE
from app.domain.problems import ModelMissing
from app.domain.settings import SpeechEngine, SpeechSettings


def nowhere(model: str) -> Path:
    raise ModelMissing(model)


def test_published_weights_are_known_by_their_hash_wherever_they_are() -> None:
    catalogue = bundled_catalogue()
    identity = ModelIdentity(catalogue, nowhere)
    base = identity(SpeechSettings(model="base"))
    assert catalogue.get("base").hashes[MODEL_FILE] in base
    assert identity(SpeechSettings(model="base", threads=3)) == base
    assert identity(SpeechSettings(model="small")) != base


def test_weights_of_ones_own_are_known_by_their_file(tmp_path: Path) -> None:
    identity = ModelIdentity(bundled_catalogue(), Path)
    speech = SpeechSettings(model=str(tmp_path))
    with pytest.raises(ModelMissing):
        identity(speech)
    (tmp_path / MODEL_FILE).write_bytes(b"weights")
    os.utime(tmp_path / MODEL_FILE, ns=(1, 1))
    first = identity(speech)
    assert identity(replace(speech, beam_size=2)) == first
    os.utime(tmp_path / MODEL_FILE, ns=(1, 2))
    assert identity(speech) != first


def test_another_engine_has_weights_of_its_own(tmp_path: Path) -> None:
    identity = ModelIdentity(bundled_catalogue(), nowhere)
    openai = SpeechSettings(model="base", engine=SpeechEngine.OPENAI_WHISPER)
    assert identity(openai) != identity(SpeechSettings(model="base"))
    own = tmp_path / "own.pt"
    own.write_bytes(b"weights")
    first = identity(replace(openai, model=str(own)))
    own.write_bytes(b"other weights")
    assert identity(replace(openai, model=str(own))) != first
