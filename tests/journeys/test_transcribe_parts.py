"""The parts of `sayso transcribe` by themselves: what it is given, what runs beside what, what it prints."""

from __future__ import annotations

import io
import json
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters.file_places import FilePlaces
from app.cli import parser
from app.commands.transcribe_jobs import FileEnded, FileNews, FileTaken, TranscribeJobs
from app.commands.transcribe_progress import CLEAR_LINE, UP, TranscribeProgress
from app.commands.transcribe_reports import Events, Result, Results, printed, tidied
from app.commands.transcribe_sources import Source, sources_of
from app.commands.transcribe_wishes import TranscribeWishes, wishes_of
from app.domain.decoding import DecodingOptions
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.file_task import FileTask, TaskBegun, TaskProgressed
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.media import ANY_SOUND, Channels, Damage, SoundChoice
from app.domain.problems import EngineDied, FileNotTranscribed
from app.domain.settings import Settings, SpeechSettings
from app.domain.text_layout import width
from app.domain.tidy_options import TidyOptions
from app.domain.transcript import Word
from app.services.file_run import FileOutcome, FileRun
from tests.fakes.files import FakeMediaFiles, ScriptedFileEngine, facts_of, file_transcript

PATIENCE = 30


def wishes(*arguments: str, settings: Settings | None = None) -> TranscribeWishes:
    """What those arguments ask for."""
    return wishes_of(parser().parse_args(["transcribe", *arguments, "x.wav"]), settings or Settings())


def source(number: int, name: str) -> Source:
    return Source(number, name, Path("/music") / name)


# --- what it is given ---


@pytest.fixture
def music(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in."""
    for name in ("B.mp3", "a.MP3", "notes.txt", ".hidden.mp3", "x [1].wav", "deep/er/c.ogg", "deep/d.mkv"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["B*.mp3"], ["B.mp3"]),
        (["x [1].wav"], ["x [1].wav"]),
        (["x [1]*"], ["x [1].wav"]),
        (["?.*3"], ["a.MP3", "B.mp3"]),
        (["*.txt"], ["notes.txt"]),
        (["notes.*", "B.*"], ["notes.txt", "B.mp3"]),
        (["deep"], ["deep/d.mkv", "deep/er/c.ogg"]),
        (["deep/"], ["deep/d.mkv", "deep/er/c.ogg"]),
        (["deep/*"], ["deep/d.mkv", "deep/er/c.ogg"]),
        (["**/*.ogg"], ["deep/er/c.ogg"]),
        (["deep/d.mkv", "deep", "d*/*.mkv"], ["deep/d.mkv", "deep/er/c.ogg"]),
        (["B.mp3", "B.mp3"], ["B.mp3", "B.mp3"]),
        (["missing.wav"], ["missing.wav"]),
    ],
)
def test_files_folders_and_patterns(music: Path, names: list[str], found: list[str]) -> None:
    sources = sources_of(names)
    assert [one.name.replace("\\", "/") for one in sources] == found
    assert [one.number for one in sources] == list(range(len(found)))
    assert [one.path for one in sources] == [music / name for name in found]
    assert all(one.problem is None for one in sources)


def test_what_holds_nothing_is_told_in_its_place(music: Path) -> None:
    first, second, third = sources_of(["empty", "B.mp3", "*.flac"])
    assert first.problem is not None
    assert first.problem.sentence == "There is no sound or video in the folder empty."
    assert second.problem is None
    assert third.problem is not None
    assert third.problem.sentence == "No file matches *.flac."


# --- what is asked for ---


def test_an_empty_name_is_no_file_and_not_the_current_folder(music: Path) -> None:
    empty, blank, last = sources_of(["", " ", "B.mp3"])
    assert empty.problem is not None
    assert str(empty.problem) == "A name of a file is empty. Name a file, a folder or a pattern."
    assert blank.problem is not None
    assert (last.name, last.problem) == ("B.mp3", None)


def test_settings_for_files_are_overruled_by_options(tmp_path: Path) -> None:
    settings = Settings(
        files=FileSettings(model="small", batch=4, folder=str(tmp_path), language_by_piece=True)
    )
    usual = wishes(settings=settings)
    assert (usual.speech.model, usual.files.batch, usual.files.language_by_piece) == ("small", 4, True)
    assert (usual.formats, usual.saves, usual.files.folder) == ((ExportFormat.TXT,), False, "")
    assert usual.choice == ANY_SOUND
    asked = wishes(
        *("--model", "tiny", "--batch", "0", "--track", "2", "--channels", "first", "--language", "de"),
        *("--format", "srt,json,srt", "--output", "out", "--beam", "3"),
        settings=settings,
    )
    task = asked.task(Path("/x.wav"))
    assert (task.speech.model, task.batch, task.decoding.beam_size) == ("tiny", 0, 3)
    assert task.choice == SoundChoice(1, Channels.FIRST)
    # A language that is named is that of every piece.
    assert (task.decoding.language, task.language_by_piece) == ("de", False)
    assert (asked.formats, asked.saves) == ((ExportFormat.SRT, ExportFormat.JSON), True)
    assert asked.files.folder == str(Path("out").absolute())


def test_by_piece_asks_also_where_a_language_is_set() -> None:
    task = wishes("--by-piece", settings=Settings(speech=SpeechSettings(language="de"))).task(Path("/x.wav"))
    assert (task.language_by_piece, task.decoding.language) == (True, None)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), False),
        (("--words",), True),
        (("--format", "txt"), False),
        (("--format", "json"), True),
        (("--format", "srt"), True),
        (("--json-lines",), True),
        (("--format", "json", "--no-words"), False),
    ],
)
def test_words_have_times_where_somebody_reads_them(arguments: tuple[str, ...], words: bool) -> None:
    assert wishes(*arguments).task(Path("/x.wav")).decoding.word_times is words


def test_engines_beside_each_other_share_the_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.commands.transcribe_wishes.usable_cores", lambda: 8)
    assert wishes("--jobs", "3").speech.threads == 2
    assert wishes().speech.threads == 0
    assert wishes("--jobs", "3", settings=Settings(speech=SpeechSettings(threads=5))).speech.threads == 5


def test_one_format_is_a_file_where_events_are_printed() -> None:
    assert wishes("--json-lines", "--format", "text").saves
    assert not wishes("--json-lines").saves


# --- what runs ---


def jobs_of(folder: Path, engines: Sequence[ScriptedFileEngine], *names: str) -> TranscribeJobs:
    """A file for each name, and the engines to transcribe them."""
    sources = []
    for number, name in enumerate(names):
        (folder / name).write_text(name, encoding="utf-8")
        sources.append(Source(number, name, folder / name))
    runs = [FileRun(FakeMediaFiles(), engine, FilePlaces(), None, lambda _: "m") for engine in engines]
    return TranscribeJobs(sources, runs, lambda path: FileTask(path, SpeechSettings(), DecodingOptions()))


def test_an_engine_that_dies_costs_its_file_alone(tmp_path: Path) -> None:
    engine = ScriptedFileEngine()
    engine.scripts["b"] = [EngineDied("it ended with status -11")]
    jobs = jobs_of(tmp_path, [engine], "a", "b", "c")
    ended = [event for event in jobs.events() if isinstance(event, FileEnded)]
    jobs.close()
    assert [one.source.name for one in ended] == ["a", "b", "c"]
    assert [one.outcome.transcript.text for one in ended if one.outcome] == ["a", "c"]
    assert isinstance(ended[1].problem, FileNotTranscribed)
    assert engine.said == ["stop", "close"]


def test_two_engines_work_at_once_and_no_file_is_done_twice(tmp_path: Path) -> None:
    both = threading.Barrier(2, timeout=PATIENCE)
    engines = [ScriptedFileEngine(), ScriptedFileEngine()]
    for engine in engines:
        # Neither comes through its first file before the other has one.
        engine.scripts = {"a": [both.wait], "b": [both.wait]}
    jobs = jobs_of(tmp_path, engines, "a", "b", "c", "d", "e")
    ended = [event.source.name for event in jobs.events() if isinstance(event, FileEnded)]
    jobs.close()
    assert sorted(ended) == ["a", "b", "c", "d", "e"]
    assert sorted(engines[0].names + engines[1].names) == ["a", "b", "c", "d", "e"]
    assert {frozenset(engine.names) & {"a", "b"} for engine in engines} == {frozenset("a"), frozenset("b")}


def test_stopped_in_the_middle_nothing_is_begun_any_more(tmp_path: Path) -> None:
    engine, is_at_work = ScriptedFileEngine(), threading.Event()
    engine.scripts["a"] = [is_at_work.set, lambda: engine.told_to_stop.wait(PATIENCE)]
    jobs = jobs_of(tmp_path, [engine], "a", "b")
    events = jobs.events()
    assert isinstance(next(events), FileTaken)
    assert is_at_work.wait(PATIENCE)
    jobs.close()
    assert engine.names == ["a"]
    assert engine.said == ["stop", "close"]


# --- what is printed ---


def outcome(text: str) -> FileOutcome:
    return FileOutcome(file_transcript("/music/a", text))


def nowhere() -> TranscribeProgress:
    return TranscribeProgress(None, 3, ANY_SOUND, lambda: 0.0, lambda: 80)


def test_results_are_printed_in_the_order_of_the_files(capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(wishes(), nowhere())
    results.take(Result(source(2, "c"), outcome("Third.")))
    results.take(Result(source(1, "b"), problem=EngineDied()))
    assert capsys.readouterr() == ("", "")
    results.take(Result(source(0, "a"), FileOutcome(file_transcript("a", "")), None))
    out, told = capsys.readouterr()
    assert out == "Third.\n"  # no empty line for the first, in which nobody speaks
    assert told.startswith("sayso: No speech was found in “a”. ")
    assert told.splitlines()[1].startswith("sayso: The speech engine has crashed")
    results.take(Result(source(4, "e"), outcome("Fifth.")))
    results.finish()  # the fourth never came
    assert capsys.readouterr().out == "Fifth.\n"


def test_how_it_was_computed_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(wishes(), nowhere())
    for number in range(2):
        said = FileOutcome(file_transcript("a", "Yes."), said=("There is no graphics card.",))
        results.take(Result(source(number, "a"), said))
    assert capsys.readouterr().err == "sayso: There is no graphics card.\n"


def test_a_damaged_file_is_told_with_its_text(capsys: pytest.CaptureFixture[str]) -> None:
    damaged = FileTranscript("/music/a", (Cue(0, 2, "Half."),), "en", "base", 61.2, cut_short=61.2)
    result = Result(source(0, "a"), FileOutcome(damaged))
    assert result.is_failed  # a script must not take a part for the whole
    Results(wishes(), nowhere()).take(result)
    out, told = capsys.readouterr()
    assert out == "Half.\n"
    assert "a ends after 61.2 seconds: the rest is missing or damaged." in told
    Events(wishes("--json-lines"), nowhere()).take(result)
    row = json.loads(capsys.readouterr().out)
    assert (row["event"], row["problems"][0]["kind"]) == ("done", "AudioCutShort")
    assert row["transcript"]["cut_short"] == 61.2
    hurt = replace(damaged, cut_short=None, damage=Damage(11.9, 8.06))
    Events(wishes("--json-lines"), nowhere()).take(Result(source(0, "a"), FileOutcome(hurt)))
    row = json.loads(capsys.readouterr().out)
    assert (row["problems"][0]["kind"], row["transcript"]["cut_short"]) == ("AudioDamaged", None)
    assert row["transcript"]["damage"] == {"at": 11.9, "seconds": 8.06, "places": 1}


SPOKEN = FileTranscript(
    "/music/a.wav",
    (
        Cue(0.0, 1.0, "Um, we went", (Word("Um,", 0.0, 0.2, 0.9), Word(" we went", 0.2, 1.0, 0.9))),
        Cue(1.0, 2.0, "to the shop.", (Word("to the shop.", 1.0, 2.0, 0.9),)),
        Cue(5.0, 6.0, "Uh, it was closed.", ()),
    ),
    "en",
    "base",
    6.0,
)


def test_tidied_cues_lose_the_words_that_are_no_longer_theirs() -> None:
    cues = tidied(SPOKEN, TidyOptions()).cues
    # Only where a sentence begins is there a capital to set.
    assert [cue.text for cue in cues] == ["We went", "to the shop.", "It was closed."]
    assert [bool(cue.words) for cue in cues] == [False, True, False]
    assert tidied(SPOKEN, None) is SPOKEN


def test_what_is_printed_in_each_format() -> None:
    one, other = source(0, "a.wav"), source(1, "b.wav")
    assert printed(one, SPOKEN, wishes("--tidy")) == "We went to the shop. It was closed.\n"
    row = json.loads(printed(one, SPOKEN, wishes("--tidy", "--format", "json")))
    assert (row["file"], row["text"]) == ("a.wav", "We went to the shop. It was closed.")
    assert row["segments"][0]["text"] == "Um, we went"
    table = printed(one, SPOKEN, wishes("--format", "csv"))
    assert table.startswith("start,end,speaker,text\n0.000,1.000,,")
    assert "\r" not in printed(one, SPOKEN, wishes("--format", "srt"))
    document = printed(one, SPOKEN, wishes("--format", "md"))
    assert document.startswith("# a\n")
    assert printed(other, SPOKEN, wishes("--format", "md")) == f"\n{document}"


# --- the lines of a terminal ---


class Terminal:
    """Keeps what is drawn, and what would be seen of it. The time is set by hand."""

    def __init__(self, columns: int = 80, total: int = 1) -> None:
        self.time = 0.0
        self.written = io.StringIO()
        self.progress = TranscribeProgress(self.written, total, ANY_SOUND, lambda: self.time, lambda: columns)

    def hear(self, *events: FileTaken | FileNews | FileEnded | None) -> list[str]:
        """The lines behind these events, each a second later."""
        for event in events:
            self.time += 1.0
            self.progress.hear(event)
        return self.lines

    @property
    def lines(self) -> list[str]:
        """As a terminal shows them."""
        lines, at = [""], 0
        for piece in self.written.getvalue().replace(UP, "\v").replace(CLEAR_LINE, "\a"):
            match piece:
                case "\v":
                    at -= 1
                case "\a":
                    lines[at] = ""
                case "\n":
                    at += 1
                    lines += [""] * (at - len(lines) + 1)
                case letter:
                    lines[at] += letter
        return [line for line in lines if line]


def test_a_line_for_each_file_that_is_being_transcribed() -> None:
    terminal = Terminal(total=3)
    a, b = source(0, "talks/a.mp3"), source(1, "b.mp3")
    assert terminal.hear(FileTaken(a), FileTaken(b)) == [
        "1 of 3  a.mp3  getting ready",
        "2 of 3  b.mp3  getting ready",
    ]
    assert terminal.hear(FileNews(a, TaskBegun(facts_of(600.0)))) == [
        "1 of 3  a.mp3  0%  0:00:00 of 0:10:00",
        "2 of 3  b.mp3  getting ready",
    ]
    assert terminal.hear(
        None, None, FileNews(a, TaskProgressed(60.0)), FileNews(b, TaskBegun(facts_of(None)))
    ) == ["1 of 3  a.mp3  10%  0:01:00 of 0:10:00  36 s left", "2 of 3  b.mp3  0:00:00"]
    with terminal.progress.aside():
        assert terminal.lines == []
    assert terminal.hear(FileEnded(a)) == ["2 of 3  b.mp3  0:00:00"]
    assert terminal.hear(FileEnded(b)) == []


def test_a_line_is_no_longer_than_the_terminal_is_wide() -> None:
    for name in ("a" * 200 + ".mp3", "会議" * 60 + ".mp3", "tab\tand\nbreak.mp3"):
        terminal = Terminal(columns=60)
        (line,) = terminal.hear(
            FileTaken(source(0, name)), FileNews(source(0, name), TaskBegun(facts_of(7200.0)))
        )
        assert width(line) < 60
        assert line.isprintable()
        assert line.endswith("0%  0:00:00 of 2:00:00")


def test_it_is_not_drawn_more_often_than_can_be_read() -> None:
    terminal = Terminal()
    one = source(0, "a.mp3")
    terminal.hear(FileTaken(one), FileNews(one, TaskBegun(facts_of(100.0))))
    before = terminal.written.getvalue()
    for done in (1.0, 2.0):
        terminal.progress.hear(FileNews(one, TaskProgressed(done)))
    assert terminal.written.getvalue() == before
    assert "3%" in terminal.hear(FileNews(one, TaskProgressed(3.0)))[0]
