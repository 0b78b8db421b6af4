"""One file from bytes to transcript: the cache by bytes, the cache by sound, the engine."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.adapters.file_places import FilePlaces
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.decoding import DecodingOptions
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
from app.services.file_run import READ_SAMPLES, FileOutcome, FileRun, RunControl
from tests.fakes.files import FakeMediaFiles, ScriptedFileEngine, facts_of, file_transcript


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


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_new_file_is_transcribed_and_its_news_are_told(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    assert bench.do(task) == FileOutcome(file_transcript(task.path, "one"))
    assert [type(news) for news in bench.news] == [TaskBegun, TaskProgressed]
    assert bench.media.streams == []  # nothing is kept: nothing is decoded for it


def test_the_same_bytes_under_another_name_are_answered_without_decoding(bench: Bench) -> None:
    bench.do(bench.make("a.wav", "one"))
    bench.news.clear()
    again = bench.make("other.mp3", "one")
    assert bench.do(again) == FileOutcome(file_transcript(again.path, "one"), is_from_cache=True)
    assert (bench.engine.names, bench.news, bench.media.streams) == (["a.wav"], [], [])


def test_the_same_sound_in_another_wrapping_is_answered_after_decoding(bench: Bench) -> None:
    bench.media.lengths["one"] = 95.0  # several reads
    bench.engine.scripts["a.wav"] = [file_transcript(bench.folder / "a.wav", "one", 95.0)]
    bench.do(bench.make("a.wav", "one"))
    wrapped = bench.make("a.mkv", "one|mkv")
    expected = file_transcript(wrapped.path, "one", 95.0)
    assert bench.do(wrapped) == FileOutcome(expected, is_from_cache=True)
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
    assert bench.do(cut) == FileOutcome(transcript)
    assert bench.store.cache_size() == (0, 0)
    bench.do(bench.make("whole.wav", "one|whole"))
    # Now there is one of the same sound; that this file is damaged must be told all the same.
    bench.media.losses["cut.wav"] = AudioCutShort("cut.wav", 8.0)
    assert bench.do(cut) == FileOutcome(transcript)


def test_a_file_that_changes_meanwhile_is_not_kept(bench: Bench) -> None:
    task = bench.make("a.wav", "one")
    bench.engine.scripts["a.wav"] = [lambda: bench.make("a.wav", "one and more")]
    bench.do(task)
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
            file_transcript(task.path, "one")
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
    control = RunControl(lambda _: control.stop() if bench.media.hashed else None)
    with pytest.raises(TaskStopped):
        bench.do(bench.make("a.wav", "one"), control)
    assert bench.media.hashed == ["a.wav"]
    assert bench.engine.tasks == []


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
    assert len(waits) == 3  # before the bytes are read, between them, and before the engine begins


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
