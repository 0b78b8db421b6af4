"""One file from bytes to transcript: the cache by bytes, the cache by sound, the engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.decoding import DecodingOptions
from app.domain.file_origin import Stamp
from app.domain.file_task import FileTask, TaskBegun, TaskNews, TaskProgressed
from app.domain.media import Channels, Damage, SoundChoice
from app.domain.problems import (
    AudioCutShort,
    AudioMissing,
    AudioUnreadable,
    EngineDied,
    FileNotTranscribed,
    ModelMissing,
    Problem,
    RecognitionFailed,
    TaskStopped,
)
from app.domain.settings import SpeechSettings
from app.services.file_run import LARGE, READ_SAMPLES, FileOutcome, FileRun, RunControl
from tests.fakes.files import FakeMediaFiles, ScriptedFileEngine, facts_of, file_transcript

PATIENCE = 30


class Bench:
    """A run with its cache, and a folder for files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.media, self.engine = FakeMediaFiles(), ScriptedFileEngine()
        self.store = SqliteTranscripts(folder / "cache" / "files.sqlite3")
        self.model = "base@1"
        self.limit = 1_000_000
        self.news: list[TaskNews] = []
        self.run = FileRun(
            self.media, self.engine, FilePlaces(), self.store, lambda _: self.model, lambda: self.limit
        )

    def make(self, name: str, sound: str) -> FileTask:
        path = self.folder / name
        path.write_text(sound, "utf-8")
        return FileTask(path, SpeechSettings(), DecodingOptions())

    def do(self, task: FileTask, control: RunControl | None = None) -> FileOutcome:
        return self.run.transcribe(task, self.news.append, control)


def stamp(task: FileTask) -> Stamp | None:
    return FilePlaces().stamp(task.path)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_new_file_is_transcribed_and_its_news_are_told(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    assert bench.do(task) == FileOutcome(file_transcript(task.path, "one"), heard=stamp(task))
    assert [type(news) for news in bench.news] == [TaskBegun, TaskProgressed]
    assert bench.media.streams == []  # nothing is kept: nothing is decoded for it


def test_the_same_bytes_under_another_name_are_answered_without_decoding(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.news.clear()
    again = bench.make("other.mp3", "one")
    assert bench.do(again) == FileOutcome(
        file_transcript(again.path, "one"), is_from_cache=True, heard=stamp(again)
    )
    assert (bench.engine.names, bench.news, bench.media.streams) == (["a.wav"], [], [])


def test_the_same_sound_in_another_wrapping_is_answered_after_decoding(bench: Bench) -> None:
    bench.media.lengths["one"] = 95.0  # several reads
    bench.engine.scripts["a.wav"] = [file_transcript(bench.folder / "a.wav", "one", 95.0)]
    bench.do(bench.make("a.wav", "one"))
    wrapped = bench.make("a.mkv", "one|mkv")
    expected = file_transcript(wrapped.path, "one", 95.0)
    assert bench.do(wrapped) == FileOutcome(expected, is_from_cache=True, heard=stamp(wrapped))
    assert [stream.is_closed for stream in bench.media.streams] == [True]
    # And the next time by its bytes.
    assert bench.do(wrapped).is_from_cache
    assert len(bench.media.streams) == 1
    assert bench.engine.names == ["a.wav"]


def test_another_track_of_another_file_may_be_the_same_sound(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    chosen = replace(bench.make("a.mkv", "one|mkv"), choice=SoundChoice(2))
    assert bench.do(chosen).transcript.choice == SoundChoice(2)
    assert bench.engine.names == ["a.wav"]
    # Other channels are other sound.
    assert not bench.do(replace(chosen, choice=SoundChoice(2, Channels.FIRST))).is_from_cache


def test_nothing_is_decoded_for_a_length_that_no_transcript_has(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.media.lengths["two"] = 500.0
    assert not bench.do(bench.make("b.wav", "two")).is_from_cache
    (stream,) = bench.media.streams
    assert stream.is_closed
    assert len(stream.read(READ_SAMPLES)) == READ_SAMPLES  # from the beginning: nothing was read


def test_where_the_length_is_known_not_even_that_is_looked_for(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    other = bench.make("b.wav", "two")
    assert not bench.run.transcribe(other, bench.news.append, seconds=500.0).is_from_cache
    assert bench.media.streams == []
    wrapped = bench.make("a.mkv", "one|mkv")
    assert bench.run.transcribe(wrapped, bench.news.append, seconds=10.4).is_from_cache


def test_a_file_that_does_not_know_its_length_is_decoded(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.media.lengths["two"] = None
    assert not bench.do(bench.make("b.mp3", "two")).is_from_cache
    assert len(bench.media.streams) == 1
    assert bench.engine.names == ["a.wav", "b.mp3"]


def test_other_weights_and_other_wishes_are_no_answer(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.do(task)
    assert not bench.do(replace(task, decoding=DecodingOptions(word_times=True))).is_from_cache
    bench.model = "base@2"
    assert not bench.do(task).is_from_cache
    bench.model = "base@1"
    assert bench.do(task).is_from_cache


@pytest.mark.parametrize("missing", [{"cut_short": 8.0}, {"damage": Damage(4.0, 2.0)}])
def test_damaged_files_are_neither_kept_nor_taken_for_whole_ones(
    bench: Bench, missing: dict[str, Any]
) -> None:
    cut = bench.make("cut.wav", "one")
    transcript = replace(file_transcript(cut.path, "one"), **missing)
    bench.engine.scripts["cut.wav"] = [TaskBegun(facts_of()), transcript]
    assert bench.do(cut) == FileOutcome(transcript, heard=stamp(cut))
    assert bench.store.cache_size() == (0, 0)
    bench.do(bench.make("whole.wav", "one|whole"))
    # Now there is one of the same sound; that this file is damaged must be told all the same.
    bench.media.losses["cut.wav"] = AudioCutShort("cut.wav", 8.0)
    assert bench.do(cut) == FileOutcome(transcript, heard=stamp(cut))


def test_a_file_that_changes_meanwhile_is_not_kept(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.engine.scripts["a.wav"] = [lambda: bench.make("a.wav", "one and more")]
    assert bench.do(task).heard is None
    assert bench.store.cache_size() == (0, 0)


def test_without_a_cache_nothing_is_hashed_or_kept(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.limit = 0
    bench.do(task)
    bench.limit = 1_000_000
    assert not bench.do(task).is_from_cache
    without = replace(bench.run, cache=None)
    assert not without.transcribe(task, bench.news.append).is_from_cache


def test_a_cache_that_fails_costs_nothing_but_time(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = SqliteTranscripts(tmp_path / "file" / "files.sqlite3")
    task = bench.make("a.wav", "one")
    for _ in range(2):
        assert replace(bench.run, cache=store).transcribe(task, bench.news.append) == FileOutcome(
            file_transcript(task.path, "one"), heard=stamp(task)
        )


def test_problems_pass_through(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.engine.scripts["a.wav"] = [AudioUnreadable("a.wav", "it is empty")]
    with pytest.raises(AudioUnreadable):
        bench.do(task)
    with pytest.raises(AudioMissing):
        bench.do(replace(task, path=bench.folder / "gone.wav"))

    def missing(speech: SpeechSettings) -> str:
        raise ModelMissing(speech.model)

    with pytest.raises(ModelMissing):
        replace(bench.run, identity=missing).transcribe(task, bench.news.append)


def test_one_that_is_stopped_while_it_decodes_closes_the_stream(bench: Bench) -> None:
    bench.media.lengths["one"] = 95.0
    bench.engine.scripts["a.wav"] = [file_transcript("a", "one", 95.0)]
    bench.do(bench.make("a.wav", "one"))
    wrapped = bench.make("c.wav", "one|c")
    control = RunControl(lambda _: control.stop() if bench.media.streams else None)
    with pytest.raises(TaskStopped):
        bench.do(wrapped, control)
    assert [stream.is_closed for stream in bench.media.streams] == [True]
    assert "c.wav" not in bench.engine.names


def test_one_that_is_stopped_while_its_bytes_are_read_is_not_begun(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.media.hashed.clear()
    control = RunControl(lambda _: control.stop() if bench.media.hashed else None)
    with pytest.raises(TaskStopped):
        bench.do(bench.make("b.wav", "one"), control)
    assert bench.media.hashed == ["b.wav"]
    assert bench.engine.names == ["a.wav"]


def test_where_nothing_can_be_known_the_engine_begins_before_the_bytes_are_read(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    order: list[str] = []
    bench.engine.scripts["a.wav"] = [
        TaskBegun(facts_of()),
        lambda: order.extend(bench.media.hashed),
        TaskProgressed(5.0),
        lambda: order.append("words"),
    ]
    bench.do(task)
    assert order == ["words"]
    assert bench.media.hashed == ["a.wav"]
    assert bench.do(task).is_from_cache


def test_of_what_cannot_be_read_no_byte_is_hashed(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.engine.scripts["a.wav"] = [AudioUnreadable("a.wav", "it holds no sound")]
    with pytest.raises(AudioUnreadable):
        bench.do(task)
    assert bench.media.hashed == []


def while_hashing(bench: Bench, do: Callable[[threading.Event], None]) -> RunControl:
    """Does that on the thread that hashes the file beside the engine, which meanwhile has its last words yet
    to say. The event is that with which it is to stand still no more."""
    hashing = threading.Event()

    def wait(until: threading.Event) -> None:
        if bench.media.hashed:
            hashing.set()
            do(until)

    bench.engine.scripts["a.wav"] = [
        TaskBegun(facts_of()),
        TaskProgressed(5.0),
        lambda: hashing.wait(PATIENCE),
    ]
    return RunControl(wait)


def test_one_that_is_stopped_while_it_is_hashed_beside_the_engine_ends(bench: Bench) -> None:
    control = while_hashing(bench, lambda _: control.stop())
    with pytest.raises(TaskStopped):
        bench.do(bench.make("a.wav", "one"), control)
    assert bench.media.hashed == ["a.wav"]
    assert bench.store.cache_size() == (0, 0)


def test_one_that_is_held_once_all_is_transcribed_is_kept_all_the_same(bench: Bench) -> None:
    ended: list[bool] = []
    task = bench.make("a.wav", "one")
    bench.do(task, while_hashing(bench, lambda until: ended.append(until.wait(PATIENCE))))
    assert ended == [True]
    assert bench.do(task).is_from_cache


class Large(FilePlaces):
    """Takes every file for a large one."""

    def stamp(self, path: Path) -> Stamp | None:
        stamp = super().stamp(path)
        return stamp and replace(stamp, size=LARGE)


def test_a_large_file_that_is_no_sound_is_refused_before_it_is_read(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.media.hashed.clear()
    bench.media.problems["b.wav"] = AudioUnreadable("b.wav", "it holds no sound")
    with pytest.raises(AudioUnreadable):
        replace(bench.run, places=Large()).transcribe(bench.make("b.wav", "two"), bench.news.append)
    assert (bench.media.hashed, bench.engine.names) == ([], ["a.wav"])


def test_a_large_file_of_another_length_is_begun_at_once_and_known_the_next_time(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.media.hashed.clear()
    run = replace(bench.run, places=Large())
    film = bench.make("film.mkv", "two")
    bench.media.lengths["two"] = 500.0
    before: list[str] = []
    bench.engine.scripts["film.mkv"] = [
        lambda: before.extend(bench.media.hashed),
        TaskProgressed(5.0),
        file_transcript(film.path, "two", 500.0),
    ]
    assert not run.transcribe(film, bench.news.append).is_from_cache
    assert (before, bench.media.hashed) == ([], ["film.mkv"])
    assert run.transcribe(film, bench.news.append).is_from_cache


def test_a_large_file_that_is_wrong_about_its_length_is_known_by_its_bytes(bench: Bench) -> None:
    film = bench.make("film.mkv", "two")
    bench.media.lengths["two"] = 500.0  # but its transcript is of ten seconds
    bench.do(film)
    engine = bench.engine
    engine.scripts["film.mkv"] = [
        TaskProgressed(5.0),
        lambda: engine.told_to_stop.wait(PATIENCE),
        TaskProgressed(6.0),
    ]
    outcome = replace(bench.run, places=Large()).transcribe(film, bench.news.append)
    assert outcome.transcript == file_transcript(film.path, "two")
    assert outcome.is_from_cache
    assert outcome.heard == Large().stamp(film.path)
    assert engine.said == ["stop"]


def test_one_that_is_stopped_before_it_begins_is_not_begun(bench: Bench) -> None:
    control = RunControl()
    control.stop()
    with pytest.raises(TaskStopped):
        bench.do(bench.make("a.wav", "one"), control)
    assert bench.engine.tasks == []


def test_stopped_just_before_the_engine_begins_its_first_news_stop_it(bench: Bench) -> None:
    control = RunControl(computing=lambda: control.stop())  # noqa: PLW0108 - it is not there before
    with pytest.raises(TaskStopped):
        bench.do(bench.make("a.wav", "one"), control)
    assert bench.engine.said == ["stop"]
    assert bench.store.cache_size() == (0, 0)


def test_it_waits_while_it_is_held(bench: Bench) -> None:
    waits: list[threading.Event] = []
    bench.do(bench.make("a.wav", "one"), RunControl(waits.append))
    assert len(waits) >= 2  # before anything, and before the engine begins
    waits.clear()
    bench.do(bench.make("b.wav", "one"), RunControl(waits.append))
    assert len(waits) == 2  # before anything, and between the bytes


@pytest.mark.parametrize("failure", [RecognitionFailed("CUBLAS"), EngineDied("signal 9")])
def test_an_engine_that_fails_is_told_in_words_for_files(bench: Bench, failure: Problem) -> None:
    task = bench.make("a.wav", "one")
    bench.engine.scripts["a.wav"] = [failure]
    with pytest.raises(FileNotTranscribed, match=r"a\.wav could not be transcribed") as told:
        bench.do(task)
    assert told.value.detail == failure.detail
    assert "history" not in str(told.value)
    bench.engine.scripts.clear()
    assert not bench.do(task).is_from_cache
