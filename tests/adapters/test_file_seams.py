"""A sentence that goes on from one group of pieces to the next: told with its stop, kept without."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from app.adapters.file_engine import ApartFileEngine
from app.adapters.file_messages import Begun, Order, Transcribed
from app.adapters.file_transcription import FileTranscription
from app.adapters.folders import Folders
from app.adapters.piece_reader import SoundPiece
from app.adapters.piece_writer import PieceText, PieceWriter
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import DecodingOptions
from app.domain.file_task import FileTask, TaskNews, TaskProgressed
from app.domain.file_transcript import Cue, FileTranscript
from app.domain.models import EngineFacts
from app.domain.settings import SpeechSettings
from app.domain.tail import WINDOW_SAMPLES
from tests.adapters.recorded_sound import RecordedSound

TASK = FileTask(Path("talk.wav"), SpeechSettings(), DecodingOptions(language="en"))
FACTS = EngineFacts("base", "cpu", "int8", multilingual=True, load_seconds=0.0)
SAID = ("It was a cost of casting.", "setting or printing.", "And so it was.")


class Talk(PieceWriter):
    """Writes down, of each piece, the next of some texts."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self._again = 0

    def write(
        self, pieces: Sequence[SoundPiece], language: str, *, is_short: bool = False
    ) -> list[PieceText]:
        found = []
        for one in pieces:
            start, end = one.piece.regions[0].start, one.piece.regions[-1].end
            cue = Cue(start / SAMPLE_RATE, end / SAMPLE_RATE, next(self._texts, "And so on."))
            found.append(PieceText((cue,), (), language))
        return found


class AllSpeech:
    """Hears speech throughout."""

    def feed(self, samples: Samples) -> Sequence[float]:
        return [1.0] * (len(samples) // WINDOW_SAMPLES)


def test_each_group_tells_whether_the_sentence_before_goes_on_in_it(tmp_path: Path) -> None:
    told: list[Begun | Transcribed] = []
    writer = Talk(iter(SAID))
    order = Order(1, TASK, Folders.at(tmp_path))
    sound = RecordedSound(np.zeros(70 * SAMPLE_RATE, np.float32))
    FileTranscription(order, FACTS, writer, 1, 1, told.append, lambda: True).run(sound, AllSpeech())
    groups = [one for one in told if isinstance(one, Transcribed)][: len(SAID)]
    said = [(one.cues[0].text, one.goes_on) for one in groups]
    assert said == list(zip(SAID, (False, True, False), strict=True))


def test_so_it_does_where_another_process_goes_on(tmp_path: Path) -> None:
    told: list[Begun | Transcribed] = []
    order = Order(1, TASK, Folders.at(tmp_path), begin=5.0, last=Cue(0.0, 5.0, SAID[0]))
    sound = RecordedSound(np.zeros(70 * SAMPLE_RATE, np.float32))
    talk = Talk(iter(SAID[1:]))
    FileTranscription(order, FACTS, talk, 1, 1, told.append, lambda: True).run(sound, AllSpeech())
    groups = [one for one in told if isinstance(one, Transcribed)][:2]
    assert [(one.cues[0].text, one.goes_on) for one in groups] == [(SAID[1], True), (SAID[2], False)]


RESUMED = """
import sys
from app.adapters.engine_messages import receive, send, to_plain
from app.adapters.file_messages import Ended, Transcribed
from app.domain.file_transcript import Cue
order = receive(sys.stdin.buffer)["order"]
assert order["begin"] == 1.0 and order["last"]["text"] == {last!r}, order
id, more = order["id"], Transcribed(2.0, (Cue(1, 2, {text!r}),), (), (), "en", 1.0, True)
send(sys.stdout.buffer, {{"id": id, "transcribed": to_plain(more)}})
send(sys.stdout.buffer, {{"id": id, "ended": to_plain(Ended("base", "en", 1.0, 2.0, None, "abc"))}})
sys.stdout.buffer.flush()
sys.stdin.buffer.read()
"""


def test_what_was_written_before_a_stop_loses_its_full_stop_as_well(tmp_path: Path) -> None:
    before = FileTranscript(str(TASK.path), (Cue(0.0, 1.0, SAID[0]),), "en", "base", 1.0)
    child = RESUMED.format(last=SAID[0], text=SAID[1])
    engine = ApartFileEngine(Folders.at(tmp_path), [sys.executable, "-c", child])
    try:
        cues = engine.transcribe(TASK, lambda _: None, before).transcript.cues
    finally:
        engine.close()
    assert [one.text for one in cues] == ["It was a cost of casting", SAID[1]]


CHILD = """
import sys
from app.adapters.engine_messages import receive, send, to_plain
from app.adapters.file_messages import Ended, Transcribed
from app.domain.file_transcript import Cue
id = receive(sys.stdin.buffer)["order"]["id"]
for at, (text, goes_on) in enumerate({said!r}):
    cue = Cue(at, at + 1, text)
    send(sys.stdout.buffer, {{
        "id": id, "transcribed": to_plain(Transcribed(at + 1.0, (cue,), (), (), "en", 1.0, goes_on))
    }})
send(sys.stdout.buffer, {{"id": id, "ended": to_plain(Ended("base", "en", 1.0, 3.0, None, "abc"))}})
sys.stdout.buffer.flush()
sys.stdin.buffer.read()
"""


def test_what_was_told_with_its_stop_is_without_it_in_the_result(tmp_path: Path) -> None:
    child = CHILD.format(said=list(zip(SAID, (False, True, False), strict=True)))
    engine = ApartFileEngine(Folders.at(tmp_path), [sys.executable, "-c", child])
    news: list[TaskNews] = []
    try:
        cues = engine.transcribe(TASK, news.append).transcript.cues
    finally:
        engine.close()
    assert [one.text for one in cues] == ["It was a cost of casting", *SAID[1:]]
    assert [cue.text for one in news if isinstance(one, TaskProgressed) for cue in one.cues] == list(SAID)
