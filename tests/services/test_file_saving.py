"""Transcripts as files: beside the source, and never over somebody else's."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.file_origin import Origin, Stamp
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_transcript import FileTranscript
from app.domain.problems import DiskFull, FolderUnwritable
from app.services.file_saving import FileSaving, Saved
from tests.fakes.files import FakeExporter, file_transcript

TXT, SRT, MD = ExportFormat.TXT, ExportFormat.SRT, ExportFormat.MD
BESIDE = FileSettings()
HEARD = Stamp(100, 5)


class Bench:
    """Saves into a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "sources"
        self.folder.mkdir()
        self.exporter = FakeExporter()
        self.store = SqliteTranscripts(root / "files.sqlite3")
        self.saving = FileSaving(self.exporter, FilePlaces(), self.store)

    def origin(self, name: str) -> Origin:
        return Origin(str(self.folder / name), HEARD)

    def save(
        self, name: str, text: str = "Hello.", origin: Origin | None = None, *, is_asked: bool = False
    ) -> list[str]:
        saved = self.saving.save(
            file_transcript(self.folder / name, text),
            [TXT],
            BESIDE,
            origin or self.origin(name),
            is_asked=is_asked,
        )
        assert saved.problem is None
        return [Path(path).name for path in saved.paths]

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_each_format_is_written_beside_the_source(bench: Bench) -> None:
    saved = bench.saving.save(
        file_transcript(bench.folder / "talk.mp4"), [TXT, SRT], BESIDE, bench.origin("talk.mp4")
    )
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


def test_another_recording_under_the_same_name_costs_no_older_transcript(bench: Bench) -> None:
    first = bench.origin("REC001.flac")
    assert bench.save("REC001.flac", "First.", first) == ["REC001.txt"]
    assert bench.save("REC001.flac", "Second.", replace(first, heard=Stamp(100, 6))) == ["REC001 (2).txt"]
    # Of a file that changed while it was read nobody knows what was heard.
    assert bench.save("REC001.flac", "Third.", replace(first, heard=None)) == ["REC001 (3).txt"]
    assert bench.save("REC001.flac", "Fourth.", replace(first, heard=None)) == ["REC001 (4).txt"]
    assert bench.text("REC001.txt") == "txt: First."


def test_corrections_are_replaced_by_what_the_same_job_is_asked_to_export_and_nothing_else(
    bench: Bench,
) -> None:
    plain = replace(bench.origin("talk.mp4"), job=1)
    edited = replace(plain, is_edited=True)
    assert bench.save("talk.mp4", "Heard.", plain) == ["talk.txt"]
    assert bench.save("talk.mp4", "Corrected.", edited, is_asked=True) == ["talk.txt"]
    assert bench.save("talk.mp4", "Better.", edited, is_asked=True) == ["talk.txt"]
    # Transcribed anew, added again, or as another job's export.
    assert bench.save("talk.mp4", "Anew.", plain) == ["talk (2).txt"]
    assert bench.save("talk.mp4", "Again.", replace(plain, job=2)) == ["talk (2).txt"]
    assert bench.save("talk.mp4", "By hand.", plain, is_asked=True) == ["talk (2).txt"]
    assert bench.save("talk.mp4", "Others.", replace(edited, job=2), is_asked=True) == ["talk (2).txt"]
    assert bench.save("talk.mp4", "Once more.", plain) == ["talk (3).txt"]
    assert bench.text("talk.txt") == "txt: Better."


def test_two_sources_of_one_name_do_not_take_each_others(bench: Bench, tmp_path: Path) -> None:
    assert bench.save("talk.mp4") == ["talk.txt"]
    assert bench.save("talk.mp3") == ["talk (2).txt"]
    assert bench.save("talk.mp4") == ["talk.txt"]
    one = FileSettings(folder=str(tmp_path / "sources"))
    elsewhere = file_transcript("/elsewhere/talk.mp4")
    saved = bench.saving.save(elsewhere, [TXT], one, Origin(elsewhere.source, HEARD))
    assert saved.paths == (str(bench.folder / "talk (3).txt"),)


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
    saved = bench.saving.save(
        file_transcript(bench.folder / "talk.mp4"), [MD], settings, bench.origin("talk.mp4")
    )
    assert saved.paths == (str(tmp_path / "texts" / "talk.md"),)


def test_a_format_that_fails_leaves_the_others_and_is_told(bench: Bench) -> None:
    bench.exporter.refuses = {TXT: FolderUnwritable("/x"), MD: DiskFull("/x")}
    saved = bench.saving.save(
        file_transcript(bench.folder / "talk.mp4"), [TXT, SRT, MD], BESIDE, bench.origin("talk.mp4")
    )
    assert [Path(path).name for path in saved.paths] == ["talk.srt"]
    assert isinstance(saved.problem, FolderUnwritable)


def test_without_a_memory_no_file_is_replaced(bench: Bench, tmp_path: Path) -> None:
    bench.save("talk.mp4")
    for saving in (
        FileSaving(bench.exporter, FilePlaces()),
        FileSaving(bench.exporter, FilePlaces(), SqliteTranscripts(bench.folder / "talk.txt" / "no.sqlite3")),
    ):
        saved = saving.save(
            file_transcript(bench.folder / "talk.mp4", "Other."), [TXT], BESIDE, bench.origin("talk.mp4")
        )
        assert saved.problem is None
        (path,) = saved.paths
        assert Path(path).name.startswith("talk (")
    assert bench.text("talk.txt") == "txt: Hello."
