"""Short recordings and longer ones with the real weights: how their pieces come to be written."""

from __future__ import annotations

from pathlib import Path

import numpy as np

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
from app.domain.settings import SpeechSettings
from tests.adapters.recorded_sound import RecordedSound

DATA = Path(__file__).parents[1] / "data"
OPTIONS = DecodingOptions(language="en", beam_size=5)
PAUSE = np.zeros(3 * SAMPLE_RATE, np.float32)


def transcribed(
    recognizer: WhisperRecognizer, samples: Samples, tmp_path: Path
) -> tuple[Ended, list[Transcribed]]:
    """What is told of the sound by one lane that decodes two pieces at once."""
    told: list[Begun | Transcribed] = []
    task = FileTask(Path("recorded.wav"), SpeechSettings(), OPTIONS)
    writer = PieceWriter(recognizer, OPTIONS, BatchWhisper(recognizer, OPTIONS, 2))
    order = Order(1, task, Folders.at(tmp_path))
    transcription = FileTranscription(order, recognizer.facts, writer, 1, 2, told.append, lambda: True)
    ended = transcription.run(RecordedSound(samples), SpeechDetectors().new())
    return ended, [one for one in told if isinstance(one, Transcribed)]


def text_of(told: list[Transcribed]) -> str:
    return " ".join(cue.text for one in told for cue in one.cues)


def test_a_short_recording_is_heard_as_it_is_heard_alone(base: WhisperRecognizer, tmp_path: Path) -> None:
    samples = AudioFiles().read(DATA / "s01.flac")
    _, told = transcribed(base, samples, tmp_path)
    assert (
        text_of(told)
        == base.transcribe(samples, OPTIONS).text
        == "We need three more chairs in the large room."
    )


def test_each_piece_of_a_short_recording_is_told_as_soon_as_it_is_written(
    tiny: WhisperRecognizer, tmp_path: Path
) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    ended, told = transcribed(tiny, np.concatenate((medium, PAUSE, medium)), tmp_path)
    assert [len(one.cues) > 0 for one in told] == [True, True]
    assert told[0].end < told[1].end <= ended.seconds


def test_a_longer_one_goes_by_batches(base: WhisperRecognizer, tmp_path: Path) -> None:
    medium = AudioFiles().read(DATA / "medium.flac")
    samples = np.concatenate((medium, PAUSE, medium, PAUSE, medium))
    _, told = transcribed(base, samples, tmp_path)
    # Two pieces in the first batch, one in the second.
    assert len(told) == 2
    assert text_of(told).count("The new printer is on the second floor.") == 3
