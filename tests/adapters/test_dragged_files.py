"""Files that are dragged out of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.adapters.dragged_files import DraggedFiles
from app.adapters.exports import Exports
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.problems import StorageProblem

SETTINGS = FileSettings()


def talk(source: str, text: str) -> FileTranscript:
    return FileTranscript(source, (Cue(0.0, 1.0, text),), "en", "base", 1.0)


def test_it_has_the_name_of_its_source_and_holds_the_text(tmp_path: Path) -> None:
    files = DraggedFiles(tmp_path / "dragged", Exports())
    path = files.write(talk("/talks/Grüße aus Köln.mp4", "Hello."), ExportFormat.TXT, SETTINGS)
    assert path.name == "Grüße aus Köln.txt"
    assert path.read_text(encoding="utf-8").strip() == "Hello."


def test_two_sources_of_one_name_do_not_meet(tmp_path: Path) -> None:
    files = DraggedFiles(tmp_path / "dragged", Exports())
    first = files.write(talk("/one/talk.wav", "One."), ExportFormat.TXT, SETTINGS)
    second = files.write(talk("/two/talk.wav", "Two."), ExportFormat.TXT, SETTINGS)
    assert first.name == second.name
    assert "One." in first.read_text(encoding="utf-8")
    assert "Two." in second.read_text(encoding="utf-8")


def test_those_of_an_earlier_start_go_with_the_first_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "dragged"
    old = DraggedFiles(folder, Exports()).write(talk("/a/old.wav", "Old."), ExportFormat.TXT, SETTINGS)
    files = DraggedFiles(folder, Exports())
    assert old.exists()
    new = files.write(talk("/a/new.wav", "New."), ExportFormat.SRT, SETTINGS)
    assert not old.exists()
    again = files.write(talk("/a/newer.wav", "Newer."), ExportFormat.SRT, SETTINGS)
    assert new.exists()
    assert again.exists()


def test_a_folder_that_cannot_be_had_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageProblem):
        DraggedFiles(tmp_path / "file" / "dragged", Exports()).write(
            talk("/a/b.wav", "B."), ExportFormat.TXT, SETTINGS
        )
