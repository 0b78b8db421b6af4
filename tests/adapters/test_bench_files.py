"""Benchmarks on the disk, and the speech that they are measured with."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.bench_file import FOLDER, MOST, BenchFiles
from app.adapters.bench_speech import LIST_FILE, ClipFile, bundled_clip, clips_in, path_of
from app.domain.audio import seconds
from app.domain.bench_codec import read_table, table_json
from app.domain.problems import AudioMissing, AudioUnreadable, FolderUnwritable
from tests.data import FOLDER as SPEECH
from tests.data import clips
from tests.fakes.bench import TABLE, TABLES, WITHOUT


def test_what_is_kept_is_found_again_newest_first(tmp_path: Path) -> None:
    files = BenchFiles(tmp_path / "data")
    assert files.load() == ()
    for table in (TABLES[1], TABLES[2], TABLES[0]):
        files.keep(table)
    assert files.load() == TABLES
    assert BenchFiles(tmp_path / "data").load() == TABLES


def test_two_of_the_same_second_are_both_kept(tmp_path: Path) -> None:
    files = BenchFiles(tmp_path)
    assert files.keep(TABLE) != files.keep(replace(TABLE, begun=TABLE.begun + 0.25))
    assert len(files.load()) == 2


def test_what_makes_no_sense_is_passed_over_and_left(tmp_path: Path) -> None:
    files = BenchFiles(tmp_path)
    files.keep(TABLE)
    folder = tmp_path / FOLDER
    newer = json.loads(table_json(TABLE)) | {"version": 99}
    (folder / "newer.json").write_text(json.dumps(newer), encoding="utf-8")
    (folder / "broken.json").write_bytes(b'{"version": 1, "models": [')
    (folder / "nested.json").write_text("[" * 100_000, encoding="utf-8")
    (folder / "huge.json").write_bytes(b" " * 1_000_001)
    (folder / "folder.json").mkdir()
    assert files.load() == (TABLE,)
    files.keep(WITHOUT)
    assert {"newer.json", "broken.json", "nested.json", "huge.json"} <= {one.name for one in folder.iterdir()}


def test_the_oldest_go(tmp_path: Path) -> None:
    files = BenchFiles(tmp_path)
    for number in range(MOST + 2):
        files.keep(replace(TABLE, begun=TABLE.begun + number * 60))
    kept = files.load()
    assert len(kept) == MOST
    assert kept[-1].begun == TABLE.begun + 120
    assert len(list((tmp_path / FOLDER).iterdir())) == MOST


def test_a_file_for_others_is_written_where_it_is_wanted(tmp_path: Path) -> None:
    files = BenchFiles(tmp_path / "data")
    files.export(tmp_path / "figures.json", TABLE)
    assert read_table((tmp_path / "figures.json").read_bytes()) == TABLE
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="this user may write anywhere")
def test_where_it_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(FolderUnwritable):
        BenchFiles(tmp_path / "data").keep(TABLE)


def test_where_there_is_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderUnwritable):
        BenchFiles(tmp_path).export(tmp_path / "nowhere" / "figures.json", TABLE)
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(FolderUnwritable):
        BenchFiles(in_the_way).keep(TABLE)
    assert BenchFiles(in_the_way).load() == ()


# --- speech ---


def test_the_bundled_clip_is_that_of_the_test_data_with_its_reference() -> None:
    bundled = bundled_clip()
    (original,) = (clip for clip in clips() if clip.path.name == "medium.flac")
    assert (bundled.language, bundled.reference) == (original.language, original.reference)
    with path_of(bundled) as path:
        assert path.read_bytes() == original.path.read_bytes()
        assert path.stat().st_size < 300_000
        assert seconds(AudioFiles().read(path)) == pytest.approx(original.seconds, abs=0.01)


def test_a_folder_s_recordings_with_a_reference_and_the_one_of_13_seconds_first() -> None:
    found = clips_in(SPEECH)
    assert found[0].path == SPEECH / "medium.flac"
    assert [clip.path for clip in found[1:]] == [
        clip.path for clip in clips() if clip.path.name != "medium.flac"
    ]
    assert all(clip.reference for clip in found)
    german = next(clip for clip in found if clip.path == SPEECH / "german.flac")
    assert german.language == "de"


def write_list(folder: Path, *rows: object) -> None:
    lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    (folder / LIST_FILE).write_text("\n".join(lines), encoding="utf-8")


def test_lengths_and_languages_need_not_be_told(tmp_path: Path) -> None:
    for name in ("a.wav", "b.wav"):
        (tmp_path / name).write_bytes(b"sound")
    write_list(tmp_path, {"file": "a.wav", "reference": " Yes. "}, "", {"file": "b.wav", "reference": "No."})
    assert clips_in(tmp_path) == (
        ClipFile(tmp_path / "a.wav", "", "Yes."),
        ClipFile(tmp_path / "b.wav", "", "No."),
    )


def test_a_folder_without_a_list_or_with_one_whose_file_is_gone(tmp_path: Path) -> None:
    with pytest.raises(AudioMissing, match="manifest"):
        clips_in(tmp_path)
    write_list(tmp_path, {"file": "gone.wav", "reference": "Yes."})
    with pytest.raises(AudioMissing, match="gone"):
        clips_in(tmp_path)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("no json", "line 1"),
        ([1], "line 1"),
        ({"reference": "Yes."}, "line 1"),
        ({"file": "a.wav", "reference": "Yes.", "seconds": "long"}, "line 1"),
        ({"file": "a.wav"}, "none of its recordings"),
    ],
)
def test_a_list_that_makes_no_sense(tmp_path: Path, row: object, words: str) -> None:
    write_list(tmp_path, row)
    with pytest.raises(AudioUnreadable, match=words):
        clips_in(tmp_path)


def test_a_list_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / LIST_FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(AudioUnreadable, match="no list"):
        clips_in(tmp_path)
