"""Short recordings and longer ones with the real weights: how their pieces come to be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.adapters.audio_files import AudioFiles
from app.adapters.batch_whisper import BatchWhisper
from app.adapters.file_messages import Begun, Ended, Order, Transcribed
from app.adapters.file_transcription import FileTranscription
from app.adapters.folders import Folders
from app.adapters.piece_writer import PieceWriter
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.whisper import WhisperRecognizer
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.decoding import DecodingOptions
from app.domain.file_task import FileTask
from app.domain.problems import Problem, TaskStopped
from app.domain.settings import SpeechSettings
from tests.adapters.recorded_sound import RecordedSound
from tests.fakes.files import facts_of

DATA = Path(__file__).parents[1] / "data"
OPTIONS = DecodingOptions(language="en", beam_size=5)
PAUSE = np.zeros(3 * SAMPLE_RATE, np.float32)


def transcription_of(
    recognizer: WhisperRecognizer,
    tmp_path: Path,
    tell: Callable[[Begun | Transcribed], None] = lambda told: None,
    *,
    batch: int = 2,
    begin: float = 0.0,
    is_wanted: Callable[[], bool] = lambda: True,
) -> FileTranscription:
    """By one lane that decodes `batch` pieces at once."""
    task = FileTask(Path("recorded.wav"), SpeechSettings(), OPTIONS)
    writer = PieceWriter(recognizer, OPTIONS, BatchWhisper(recognizer, OPTIONS, batch))
    order = Order(1, task, Folders.at(tmp_path), begin=begin)
    return FileTranscription(order, recognizer.facts, writer, 1, batch, tell, is_wanted)


def transcribed(
    recognizer: WhisperRecognizer, samples: Samples, tmp_path: Path, batch: int = 2
) -> tuple[Ended, list[Transcribed]]:
    """What is told of the sound."""
    told: list[Begun | Transcribed] = []
    transcription = transcription_of(recognizer, tmp_path, told.append, batch=batch)
    ended = transcription.run(RecordedSound(samples), SpeechDetectors().new())
    return ended, [one for one in told if isinstance(one, Transcribed)]


def text_of(told: list[Transcribed]) -> str:
    return " ".join(cue.text for one in told for cue in one.cues)


def test_a_short_recording_is_heard_as_it_is_heard_alone(base: WhisperRecognizer, tmp_path: Path) -> None:
    samples = AudioFiles().read(DATA / "s01.flac")
    _, told = transcribed(base, samples, tmp_path)
    # Processors differ in the third decimal, and with it in whether chairs or cars are needed.
    assert text_of(told) == base.transcribe(samples, OPTIONS).text
    assert text_of(told).startswith("We need three more ")


def test_each_piece_of_a_short_recording_is_told_as_soon_as_it_is_written(
    tiny: WhisperRecognizer, tmp_path: Path
) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    ended, told = transcribed(tiny, np.concatenate((medium, PAUSE, medium)), tmp_path)
    assert [len(one.cues) > 0 for one in told] == [True, True]
    assert told[0].end < told[1].end <= ended.seconds


def test_a_longer_one_goes_by_batches(base: WhisperRecognizer, tmp_path: Path) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    samples = np.concatenate((medium, PAUSE) * 5)
    _, told = transcribed(base, samples, tmp_path)
    # Two pieces in each of two batches, one in the third.
    assert len(told) == 3
    assert text_of(told).count("The new printer is on the second floor.") == 5


def test_what_is_short_does_not_depend_on_how_many_are_decoded_at_once(
    tiny: WhisperRecognizer, tmp_path: Path
) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    samples = np.concatenate((medium, PAUSE, medium, PAUSE, medium))
    alone, many = (transcribed(tiny, samples, tmp_path, batch) for batch in (1, 8))
    assert [len(one.cues) > 0 for one in many[1]] == [True, True, True]
    assert alone[1] == many[1]


class Endless:
    """Silence without end; counts how often it is read."""

    def __init__(self) -> None:
        self.facts = facts_of(None)
        self.loss: Problem | None = None
        self.fingerprint = ""
        self.blocks = 0

    def read(self, samples: int) -> Samples:
        self.blocks += 1
        return np.zeros(samples, np.float32)


@pytest.mark.parametrize("begin", [0.0, 3600.0])
def test_what_is_no_longer_wanted_ends_in_silence_as_well(
    tiny: WhisperRecognizer, tmp_path: Path, begin: float
) -> None:
    sound = Endless()
    transcription = transcription_of(tiny, tmp_path, is_wanted=lambda: sound.blocks < 3, begin=begin)
    with pytest.raises(TaskStopped):
        transcription.run(sound, SpeechDetectors().new())
    assert sound.blocks == 3
