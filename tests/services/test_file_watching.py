"""The watched folder: what appears in it is done, and it may go away and come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.file_settings import FileSettings
from app.domain.problems import FolderUnwatchable
from app.services.events import Noticed
from app.services.file_watching import AGAIN_SECONDS
from tests.services.file_bench import Files


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


def test_files_that_appear_in_the_watched_folder_are_done(tmp_path: Path) -> None:
    files = Files(tmp_path, FileSettings(watched_folder=str(tmp_path / "files"), formats=()))
    files.desk.begin()
    files.work()
    assert files.queue.watched_folder == str(files.folder)
    files.watch.on_files([files.make("a.mp3")])
    files.work()
    assert files.states() == {"a.mp3": "done"}
    files.desk.apply(FileSettings())
    files.work()
    assert (files.watch.folder, files.queue.watched_folder) == (None, "")


def test_a_folder_that_cannot_be_watched_is_told_once_and_watched_as_soon_as_it_is_there(
    files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    files.watch.refuses = FolderUnwatchable("/gone")
    files.desk.begin()
    files.desk.apply(replace(files.settings, watched_folder="/gone"))
    for _ in range(5):
        files.wait(AGAIN_SECONDS)
    assert [type(event.problem) for event in files.all(Noticed)] == [FolderUnwatchable]
    assert files.watch.tries == 6
    assert len(caplog.records) == 1
    assert files.queue.watched_folder == ""
    files.watch.refuses = None
    files.wait(AGAIN_SECONDS)
    assert files.queue.watched_folder == "/gone"
    tries = files.watch.tries
    files.wait(60)
    assert files.watch.tries == tries


def test_a_folder_that_goes_away_is_told_and_watched_again_when_it_is_back(tmp_path: Path) -> None:
    files = Files(tmp_path, FileSettings(watched_folder=str(tmp_path / "files"), formats=()))
    files.desk.begin()
    files.work()
    files.watch.refuses = FolderUnwatchable(str(files.folder))
    files.watch.on_lost()
    files.work()
    assert files.queue.watched_folder == ""
    assert files.all(Noticed) == []  # nobody did anything wrong
    files.watch.refuses = None
    files.wait(AGAIN_SECONDS)
    assert files.queue.watched_folder == str(files.folder)
    files.watch.on_files([files.make("a.mp3")])
    files.work()
    assert files.states() == {"a.mp3": "done"}


def test_a_folder_that_is_wanted_no_more_is_not_tried_again(files: Files) -> None:
    files.desk.begin()
    files.desk.apply(replace(files.settings, watched_folder="/stick"))
    files.work()
    lost = files.watch.on_lost
    files.watch.refuses = FolderUnwatchable("/stick")
    lost()
    files.work()
    files.watch.refuses = None
    files.desk.apply(files.settings)
    lost()
    tries = files.watch.tries
    files.wait(60)
    assert (files.watch.tries, files.watch.folder, files.queue.watched_folder) == (tries, None, "")
    files.watch.refuses = FolderUnwatchable("/gone")
    files.desk.apply(replace(files.settings, watched_folder="/gone"))
    files.work()
    files.desk.close()
    tries = files.watch.tries
    files.wait(60)
    assert files.watch.tries == tries
