"""Files that come to be in a real folder, told once each and only when they are whole."""

from __future__ import annotations

import queue
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from app.adapters.folder_watch import FolderWatcher
from app.adapters.watched_folder import Ripening
from app.domain.problems import FolderUnwatchable

PATIENCE = 20.0


class Told:
    """What a watcher told, waited for."""

    def __init__(self) -> None:
        self._files: queue.Queue[Path] = queue.Queue()
        self._lost: queue.Queue[None] = queue.Queue()

    def hear(self, files: Sequence[Path]) -> None:
        for file in files:
            self._files.put(file)

    def lose(self) -> None:
        self._lost.put(None)

    def wait_lost(self) -> None:
        self._lost.get(timeout=PATIENCE)

    def next(self) -> str:
        return self._files.get(timeout=PATIENCE).name


@pytest.fixture
def watcher() -> Iterator[FolderWatcher]:
    watcher = FolderWatcher(still_seconds=0.1, look_seconds=0.05, lost_seconds=0.05, wall=lambda: 0.0)
    yield watcher
    watcher.close()


def test_files_that_come_are_told_and_those_that_were_there_are_not(
    watcher: FolderWatcher, tmp_path: Path
) -> None:
    (tmp_path / "old.mp3").write_bytes(b"x")
    told = Told()
    watcher.watch(tmp_path, told.hear, told.lose)
    (tmp_path / "notes.txt").write_bytes(b"x")
    (tmp_path / ".half.mp3").write_bytes(b"x")
    (tmp_path / "new.mp3").write_bytes(b"x")
    assert told.next() == "new.mp3"
    # What is changed later is not told again: the next that is told is the next that comes.
    (tmp_path / "new.mp3").write_bytes(b"xy")
    (tmp_path / "old.mp3").write_bytes(b"xy")
    (tmp_path / "last.wav").write_bytes(b"x")
    assert told.next() == "last.wav"


def test_a_file_that_gets_its_name_at_the_end_is_told_by_that(watcher: FolderWatcher, tmp_path: Path) -> None:
    watched, elsewhere = tmp_path / "watched", tmp_path / "elsewhere"
    watched.mkdir()
    elsewhere.mkdir()
    told = Told()
    watcher.watch(watched, told.hear, told.lose)
    (watched / "talk.mp3.part").write_bytes(b"x")
    (watched / "talk.mp3.part").rename(watched / "talk.mp3")
    assert told.next() == "talk.mp3"
    (elsewhere / "moved.mp4").write_bytes(b"x")
    (elsewhere / "moved.mp4").rename(watched / "moved.mp4")
    assert told.next() == "moved.mp4"
    # A better one in the place of the other is another file.
    (elsewhere / "talk.mp3").write_bytes(b"xy")
    (elsewhere / "talk.mp3").replace(watched / "talk.mp3")
    assert told.next() == "talk.mp3"


def test_only_the_last_folder_is_watched_and_after_the_end_none(
    watcher: FolderWatcher, tmp_path: Path
) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    first.mkdir()
    second.mkdir()
    told = Told()
    watcher.watch(first, told.hear, told.lose)
    watcher.watch(second, told.hear, told.lose)
    (first / "a.mp3").write_bytes(b"x")
    (second / "b.mp3").write_bytes(b"x")
    assert told.next() == "b.mp3"
    watcher.close()
    (second / "c.mp3").write_bytes(b"x")
    watcher.watch(first, told.hear, told.lose)
    (first / "d.mp3").write_bytes(b"x")
    assert told.next() == "d.mp3"


def test_a_folder_that_is_not_there_cannot_be_watched(watcher: FolderWatcher, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    for path in (tmp_path / "gone", tmp_path / "file"):
        with pytest.raises(FolderUnwatchable):
            watcher.watch(path, lambda _: None, lambda: None)
    told = Told()
    watcher.watch(tmp_path, told.hear, told.lose)
    (tmp_path / "a.mp3").write_bytes(b"x")
    assert told.next() == "a.mp3"


def test_the_watcher_may_be_closed_by_what_it_tells(watcher: FolderWatcher, tmp_path: Path) -> None:
    told = Told()

    def hear(files: Sequence[Path]) -> None:
        watcher.close()
        told.hear(files)

    watcher.watch(tmp_path, hear, told.lose)
    (tmp_path / "a.mp3").write_bytes(b"x")
    assert told.next() == "a.mp3"


@pytest.mark.parametrize("way", ["deleted", "moved"])
def test_a_folder_that_goes_away_is_lost_and_what_is_there_when_it_is_back_has_come(
    watcher: FolderWatcher, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "old.mp3").write_bytes(b"x")
    told = Told()
    watcher.watch(folder, told.hear, told.lose)
    (folder / "done.mp3").write_bytes(b"x")
    assert told.next() == "done.mp3"
    kept = tmp_path / "kept"
    if way == "moved":
        folder.rename(kept)
    else:
        shutil.copytree(folder, kept)
        shutil.rmtree(folder)
    told.wait_lost()
    with pytest.raises(FolderUnwatchable):
        watcher.watch(folder, told.hear, told.lose)
    # What it held is no news, as that of a stick; what was put there in the meantime is.
    kept.rename(folder)
    (folder / "new.mp3").write_bytes(b"x")
    watcher.watch(folder, told.hear, told.lose)
    assert told.next() == "new.mp3"
    (folder / "last.mp3").write_bytes(b"x")
    assert told.next() == "last.mp3"


def test_a_folder_in_the_place_of_another_is_watched_for_what_is_new_in_it(
    watcher: FolderWatcher, tmp_path: Path
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.mp3").write_bytes(b"x")
    told = Told()
    watcher.watch(folder, told.hear, told.lose)
    shutil.rmtree(folder)
    folder.mkdir()  # perhaps with the very number of the one before
    told.wait_lost()
    (folder / "a.mp3").write_bytes(b"another")
    watcher.watch(folder, told.hear, told.lose)
    assert told.next() == "a.mp3"


def test_of_a_folder_that_was_not_there_what_was_put_there_since_has_come(tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    told = Told()
    for since, is_new in ((0.0, True), (time.time() + 3600, False)):
        watcher = FolderWatcher(still_seconds=0.1, look_seconds=0.05, wall=lambda: since)  # noqa: B023
        with pytest.raises(FolderUnwatchable):
            watcher.watch(folder, told.hear, told.lose)
        folder.mkdir()
        (folder / "a.mp3").write_bytes(b"x")
        watcher.watch(folder, told.hear, told.lose)
        if is_new:
            assert told.next() == "a.mp3"
        (folder / "b.mp3").write_bytes(b"x")
        assert told.next() == "b.mp3"
        watcher.close()
        shutil.rmtree(folder)


def test_another_folder_begins_anew(watcher: FolderWatcher, tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "2").mkdir()
    told = Told()
    watcher.watch(tmp_path / "1", told.hear, told.lose)
    watcher.watch(tmp_path / "2", told.hear, told.lose)
    (tmp_path / "1" / "a.mp3").write_bytes(b"x")
    watcher.watch(tmp_path / "1", told.hear, told.lose)
    (tmp_path / "1" / "b.mp3").write_bytes(b"x")
    assert told.next() == "b.mp3"


def test_a_file_is_whole_once_it_stood_still_for_so_many_looks(tmp_path: Path) -> None:
    file = tmp_path / "a.mp3"
    file.write_bytes(b"1")
    ripening = Ripening(looks=2)
    ripening.came(file)
    assert ripening.look() == ()
    file.write_bytes(b"12")
    assert ripening.look() == ()  # it grew
    assert ripening.look() == ()
    assert ripening.look() == (file,)
    assert ripening.is_empty
    assert ripening.look() == ()


def test_an_empty_file_is_waited_for_and_one_that_goes_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "a.mp3"
    file.touch()
    ripening = Ripening(looks=1)
    ripening.came(file)
    assert [ripening.look() for _ in range(5)] == [()] * 5
    assert not ripening.is_empty
    file.unlink()
    assert ripening.look() == ()
    assert ripening.is_empty
