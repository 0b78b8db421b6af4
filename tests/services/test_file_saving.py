"""Transcripts as files: beside the source, and never over somebody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.problems import DiskFull, FolderUnwritable
from app.services.file_saving import FileSaving, Saved
from tests.fakes.files import FakeExporter, file_transcript

TXT, SRT, MD = ExportFormat.TXT, ExportFormat.SRT, ExportFormat.MD
BESIDE = FileSettings()


class Bench:
    """Saves into a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "sources"
        self.folder.mkdir()
        self.exporter = FakeExporter()
        self.store = SqliteTranscripts(root / "files.sqlite3")
        self.saving = FileSaving(self.exporter, FilePlaces(), self.store)

    def save(self, name: str, text: str = "Hello.", settings: FileSettings = BESIDE) -> list[str]:
        saved = self.saving.save(file_transcript(self.folder / name, text), [TXT], settings)
        assert saved.problem is None
        return [Path(path).name for path in saved.paths]

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_each_format_is_written_beside_the_source(bench: Bench) -> None:
    saved = bench.saving.save(file_transcript(bench.folder / "talk.mp4"), [TXT, SRT], BESIDE)
    assert saved == Saved((str(bench.folder / "talk.txt"), str(bench.folder / "talk.srt")))
    assert (bench.text("talk.txt"), bench.text("talk.srt")) == ("txt: Hello.", "srt: Hello.")


def test_our_own_of_the_same_source_is_replaced(bench: Bench) -> None:
    assert bench.save("talk.mp4") == ["talk.txt"]
    assert bench.save("talk.mp4", "Better.") == ["talk.txt"]
    assert bench.text("talk.txt") == "txt: Better."
    assert len(list(bench.folder.iterdir())) == 1


def test_a_foreign_file_is_never_written_over(bench: Bench) -> None:
    (bench.folder / "talk.txt").write_text("my notes")
    (bench.folder / "talk (2).txt").mkdir()
    assert bench.save("talk.mp4") == ["talk (3).txt"]
    assert bench.save("talk.mp4", "Better.") == ["talk (3).txt"]
    assert (bench.text("talk.txt"), bench.text("talk (3).txt")) == ("my notes", "txt: Better.")


def test_what_somebody_corrected_in_our_file_is_left_alone(bench: Bench) -> None:
    bench.save("talk.mp4")
    (bench.folder / "talk.txt").write_text("txt: Hallo.")
    os.utime(bench.folder / "talk.txt", ns=(1, 1))
    assert bench.save("talk.mp4") == ["talk (2).txt"]
    assert bench.text("talk.txt") == "txt: Hallo."


def test_two_sources_of_one_name_do_not_take_each_others(bench: Bench, tmp_path: Path) -> None:
    assert bench.save("talk.mp4") == ["talk.txt"]
    assert bench.save("talk.mp3") == ["talk (2).txt"]
    assert bench.save("talk.mp4") == ["talk.txt"]
    one = FileSettings(folder=str(tmp_path / "sources"))
    assert bench.saving.save(file_transcript("/elsewhere/talk.mp4"), [TXT], one).paths == (
        str(bench.folder / "talk (3).txt"),
    )


def test_a_name_that_is_being_written_is_not_given_to_another(bench: Bench) -> None:
    others: list[str] = []

    class Slow(FakeExporter):
        """While it writes the first, the same name is wanted of another source."""

        def save(
            self, transcript: FileTranscript, path: Path, format: ExportFormat, settings: FileSettings
        ) -> None:
            if transcript.source.endswith(".mp4"):
                others.extend(bench.save("talk.mp3", "Other."))
            super().save(transcript, path, format, settings)

    bench.saving = FileSaving(Slow(), FilePlaces(), bench.store)
    assert bench.save("talk.mp4") == ["talk.txt"]
    assert others == ["talk (2).txt"]
    assert (bench.text("talk.txt"), bench.text("talk (2).txt")) == ("txt: Hello.", "txt: Other.")
    assert bench.save("talk.mp4", "Better.") == ["talk.txt"]


def test_the_source_itself_is_no_transcript(bench: Bench) -> None:
    (bench.folder / "talk.txt").write_text("sound, whatever its name")
    assert bench.save("talk.txt") == ["talk (2).txt"]


def test_all_go_to_the_folder_that_is_set(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    settings = FileSettings(folder=str(tmp_path / "texts"))
    saved = bench.saving.save(file_transcript(bench.folder / "talk.mp4"), [MD], settings)
    assert saved.paths == (str(tmp_path / "texts" / "talk.md"),)


def test_a_format_that_fails_leaves_the_others_and_is_told(bench: Bench) -> None:
    bench.exporter.refuses = {TXT: FolderUnwritable("/x"), MD: DiskFull("/x")}
    saved = bench.saving.save(file_transcript(bench.folder / "talk.mp4"), [TXT, SRT, MD], BESIDE)
    assert [Path(path).name for path in saved.paths] == ["talk.srt"]
    assert isinstance(saved.problem, FolderUnwritable)


def test_without_a_memory_no_file_is_replaced(bench: Bench, tmp_path: Path) -> None:
    bench.save("talk.mp4")
    for saving in (
        FileSaving(bench.exporter, FilePlaces()),
        FileSaving(bench.exporter, FilePlaces(), SqliteTranscripts(bench.folder / "talk.txt" / "no.sqlite3")),
    ):
        saved = saving.save(file_transcript(bench.folder / "talk.mp4", "Other."), [TXT], BESIDE)
        assert saved.problem is None
        (path,) = saved.paths
        assert Path(path).name.startswith("talk (")
    assert bench.text("talk.txt") == "txt: Hello."
