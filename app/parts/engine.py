"""From the microphone to the text and the history: the same under the window and on the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from app.adapters.allocator import ProcessMemory
from app.adapters.audio_files import AudioFiles
from app.adapters.clock import SystemClock
from app.adapters.connections import Connections
from app.adapters.cues import PortAudioCues, start_sound
from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.journal import FileJournal
from app.adapters.microphone import PortAudioMicrophone, sound_server
from app.adapters.portaudio import PortAudio
from app.adapters.speech_detector import SpeechDetectors
from app.domain.settings import Settings
from app.parts.models import Models, build_models, speech_of
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.capture import AudioSink, CaptureService, SoundParts
from app.services.events import Noticed
from app.services.fan_out import FanOut
from app.services.ports import Post
from app.services.speech import SpeechService
from app.services.storage import StorageService
from app.services.worker import Worker


def audio_files() -> AudioFiles:
    """Reads sound files."""
    return AudioFiles()


@dataclass(frozen=True, slots=True)
class Engine:
    """All of it. `disk` is the storage worker, for whatever else reads or writes files."""

    clock: SystemClock
    disk: Worker
    storage: StorageService
    models: Models
    speech: SpeechService
    capture: CaptureService
    portaudio: PortAudio


def build_engine(
    folders: Folders,
    settings: Settings,
    memory: ProcessMemory,
    post: Post,
    stack: ExitStack,
    around: Callable[[AudioSink], AudioSink] = lambda sink: sink,
    connections: Connections | None = None,
) -> Engine:
    """Make and start the workers and their services; `stack` ends them. `around` may put something in the
    way of the sound that the microphone sends to journal and recognizer. `memory` was made before any thread;
    without `connections` nothing is got from elsewhere.

    Raises FolderUnwritable or DiskFull when there is no place for the history.
    """
    clock = SystemClock()
    worker = partial(running_worker, clock=clock, post=post, stack=stack)
    history, problems = SqliteHistory.open(folders.history_file)
    for problem in problems:
        post(Noticed(problem))
    disk = worker("storage")
    storage = StorageService(FileJournal(folders.data), history, disk, clock, post, settings.history)
    stack.callback(storage.close)
    # Before the models: they end first, and with them what it may wait for.
    speaking = worker("speech", patience=NO_PATIENCE)
    models = build_models(folders, settings, disk, memory, post, stack, connections)
    speech = SpeechService(speaking, models.pool, post, speech_of(settings))
    portaudio = PortAudio()
    stack.callback(portaudio.close)
    sound = SoundParts(
        PortAudioMicrophone(portaudio, sound_server()),
        PortAudioCues(portaudio, start_sound()),
        SpeechDetectors().new,
    )
    sink = around(FanOut(storage, speech))
    capture = CaptureService(sound, worker("microphone"), clock, sink, post, settings.microphone)
    stack.callback(capture.close)
    return Engine(clock, disk, storage, models, speech, capture, portaudio)
