"""Remembered proofs: whole or not at all, and one bad entry never costs another."""

from __future__ import annotations

import math
import stat
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.proof_file import MOST, ProofFile
from app.domain.compute_proof import LASTING, Proof, ProofKey, Verdict
from app.domain.problems import FolderUnwritable

KEY = ProofKey("570.1", "RTX 4070", "cuda", "float16", "CTranslate2 4.8.5")
WORKS = Proof(Verdict.WORKS, "", "base", 5, "float16", 2.5, 0.08)
CRASHED = Proof(Verdict.CRASHED, "its driver crashed", "base", 5)

texts = st.text(st.characters())  # halves of surrogate pairs among them: drivers name cards as they like
seconds = st.floats(0.0, 1e9)
keys = st.builds(ProofKey, texts, texts, texts, texts, texts, st.booleans())
lasting = st.builds(
    Proof, st.sampled_from(sorted(LASTING)), texts, texts, st.integers(0, 20), texts, seconds, seconds
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "proofs.json"


@given(st.dictionaries(keys, lasting, max_size=5))
def test_what_is_saved_comes_back_in_its_order(proofs: dict[ProofKey, Proof]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = ProofFile(Path(folder, "proofs.json"))
        file.save(proofs)
        assert list(file.load().items()) == list(proofs.items())


def test_nothing_is_remembered_at_first(path: Path) -> None:
    assert ProofFile(path).load() == {}
    path.parent.parent.joinpath("data").write_text("a file where the folder should be")
    assert ProofFile(path).load() == {}


@pytest.mark.parametrize("verdict", sorted(set(Verdict) - LASTING))
def test_what_does_not_last_is_not_remembered(path: Path, verdict: Verdict) -> None:
    other = ProofKey("", "Ryzen 7", "cpu", "int8", "CTranslate2 4.8.5")
    ProofFile(path).save({other: Proof(verdict, "memory was short"), KEY: WORKS})
    assert ProofFile(path).load() == {KEY: WORKS}


def test_old_ones_make_room_for_new_ones(path: Path) -> None:
    proofs = {ProofKey(f"driver {n}", "", "cuda", "float16", ""): WORKS for n in range(MOST + 3)}
    ProofFile(path).save(proofs)
    assert list(ProofFile(path).load()) == list(proofs)[3:]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"verdict": "works"', '"verdict": "splendid"'),
        ('"verdict": "works"', '"verdict": "no room"'),
        ('"verdict": "works"', '"verdict": 1'),
        ('"card": "RTX 4070"', '"card": 4070'),
        ('"flash_attention": false', '"flash_attention": "no"'),
        ('"flash_attention": false', '"flash_attention": 0'),
        ('"card": "RTX 4070"', '"cards": "RTX 4070"'),
        ('"beam_size": 5', '"beam_size": 5.0'),
        ('"beam_size": 5', '"beam_size": true'),
        ('"beam_size": 5', '"beam_size": -1'),
        ('"sentence_seconds": 0.08', '"sentence_seconds": NaN'),
        ('"sentence_seconds": 0.08', '"sentence_seconds": Infinity'),
        ('"sentence_seconds": 0.08', '"sentence_seconds": "soon"'),
    ],
)
def test_an_entry_that_makes_no_sense_costs_no_other(path: Path, right: str, wrong: str) -> None:
    other = ProofKey("570.1", "RTX 4070", "cuda", "int8_float16", "CTranslate2 4.8.5")
    ProofFile(path).save({KEY: WORKS, other: CRASHED})
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    assert ProofFile(path).load() == {other: CRASHED}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"no JSON",
        b"[" * 100_000,
        b"[]",
        b'{"version": 2, "proofs": []}',
        b'{"proofs": []}',
        b'{"version": 1, "proofs": 5}',
        b'{"version": 1, "proofs": [1]}',
    ],
)
def test_a_file_that_is_none_of_ours_counts_as_empty_and_is_written_over(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert ProofFile(path).load() == {}
    ProofFile(path).save({KEY: WORKS})
    assert ProofFile(path).load() == {KEY: WORKS}


def test_entries_of_older_versions_are_without_flash_attention(path: Path) -> None:
    with_it = replace(KEY, flash_attention=True)
    ProofFile(path).save({KEY: WORKS, with_it: CRASHED})
    assert ProofFile(path).load() == {KEY: WORKS, with_it: CRASHED}
    older = path.read_text("utf-8").replace('"flash_attention": false,', "")
    path.write_text(older, "utf-8")
    assert ProofFile(path).load() == {KEY: WORKS, with_it: CRASHED}


def test_whole_numbers_that_a_hand_wrote_are_seconds_too(path: Path) -> None:
    ProofFile(path).save({KEY: WORKS})
    path.write_text(path.read_text("utf-8").replace('"load_seconds": 2.5', '"load_seconds": 3'), "utf-8")
    loaded = ProofFile(path).load()[KEY].load_seconds
    assert (loaded, type(loaded)) == (3.0, float)
    assert math.isfinite(loaded)


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(path: Path) -> None:
    ProofFile(path).save({KEY: WORKS})
    blocked = ProofFile(path / "below a file.json")
    with pytest.raises(FolderUnwritable):
        blocked.save({KEY: CRASHED})
    assert ProofFile(path).load() == {KEY: WORKS}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folders private by itself")
def test_the_file_is_its_users_alone(path: Path) -> None:
    ProofFile(path).save({KEY: WORKS})
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
