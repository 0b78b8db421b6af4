"""Makes the parts that the window and the command line share, with plain constructor arguments.

Nothing here is kept anywhere: what is made is handed to whoever asked, and what must be closed again goes
onto the caller's ExitStack, so that the parts end in the reverse order of their beginning.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.adapters.audio_files import AudioFiles
from app.adapters.clock import SystemClock
from app.adapters.cues import PortAudioCues, start_sound
from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.journal import FileJournal
from app.adapters.microphone import PortAudioMicrophone, sound_server
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.ollama import OllamaWriter
from app.adapters.portaudio import PortAudio
from app.adapters.speech_detector import SpeechDetectors
from app.adapters.style_file import bundled_styles
from app.adapters.whisper_loader import WhisperLoader
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import Problem, Unexpected
from app.domain.settings import Settings
from app.domain.styles import Styles
from app.services.capture import AudioSink, CaptureService, SoundParts
from app.services.events import Noticed
from app.services.fan_out import FanOut
from app.services.ports import Hotkeys, Inserter, Post
from app.services.speech import SpeechService
from app.services.storage import StorageService
from app.services.worker import Worker
from app.services.writers import WriterDesk
from app.services.writing import WritingService

if TYPE_CHECKING:
    from app.adapters.inserter_macos import MacPasteboard
    from app.adapters.inserter_x11 import X11ClipboardProbe


def models_of(folders: Folders) -> LocalModels:
    """The speech models of this user."""
    return LocalModels(bundled_catalogue(), folders.models, folders.cache, HuggingFaceHub())


def loader_of(folders: Folders) -> WhisperLoader:
    """Loads those models, and proves them."""
    return WhisperLoader(models_of(folders).locate)


def audio_files() -> AudioFiles:
    """Reads sound files."""
    return AudioFiles()


def hotkey_backends() -> Sequence[Hotkeys]:
    """Every way to hear keys that this system may offer, the best first."""
    if sys.platform == "win32":
        from app.adapters.hotkeys_windows import WindowsHotkeys

        return (WindowsHotkeys(),)
    if sys.platform == "darwin":
        from app.adapters.hotkeys_macos import MacHotkeys

        return (MacHotkeys(),)
    from app.adapters.hotkeys_portal import PortalHotkeys
    from app.adapters.hotkeys_x11 import X11Hotkeys

    # Under Wayland an X server is there, too, but it hears keys only while one of its own windows has them.
    return (PortalHotkeys(), X11Hotkeys())


def inserters() -> Sequence[Inserter]:
    """Every way to send keys that this system may offer, the best first."""
    if sys.platform == "win32":
        from app.adapters.inserter_windows import WindowsInserter

        return (WindowsInserter(),)
    if sys.platform == "darwin":
        from app.adapters.inserter_macos import MacInserter

        return (MacInserter(),)
    from app.adapters.inserter_wayland import WaylandInserter
    from app.adapters.inserter_x11 import X11Inserter

    return (WaylandInserter(), X11Inserter())


def inserter() -> Inserter:
    """The first that works here, or the last, which says why it does not.

    The last is not asked: that would connect to the X server, while the window waits.
    """
    ways = inserters()
    return next((way for way in ways[:-1] if way.is_available()), ways[-1])


def clipboard_system(stack: ExitStack) -> X11ClipboardProbe | MacPasteboard | None:
    """What the system tells of its clipboard beyond Qt; None where there is nothing to ask."""
    if sys.platform == "win32":
        return None
    if sys.platform == "darwin":
        from app.adapters.inserter_macos import MacPasteboard

        return MacPasteboard()
    from app.adapters.inserter_x11 import X11ClipboardProbe

    probe = X11ClipboardProbe()
    stack.callback(probe.close)
    return probe


@dataclass(frozen=True, slots=True)
class Engine:
    """From the microphone to the text and the history: the same under the window and on the command line.

    `disk` is the storage worker, for whatever else reads or writes files.
    """

    clock: SystemClock
    disk: Worker
    storage: StorageService
    speech: SpeechService
    capture: CaptureService


def build_engine(
    folders: Folders,
    settings: Settings,
    post: Post,
    stack: ExitStack,
    around: Callable[[AudioSink], AudioSink] = lambda sink: sink,
) -> Engine:
    """Make and start the workers and their services; `stack` ends them. `around` may put something in the
    way of the sound that the microphone sends to journal and recognizer.

    Raises FolderUnwritable or DiskFull when there is no place for the history.
    """
    clock = SystemClock()
    worker = partial(_worker, clock=clock, post=post, stack=stack)
    history, problems = SqliteHistory.open(folders.history_file)
    for problem in problems:
        post(Noticed(problem))
    disk = worker("storage")
    storage = StorageService(FileJournal(folders.data), history, disk, clock, post, settings.history)
    stack.callback(storage.close)
    speech = SpeechService(worker("speech"), loader_of(folders), post, settings.speech)
    stack.callback(speech.close)
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
    return Engine(clock, disk, storage, speech, capture)


@dataclass(frozen=True, slots=True)
class Writers:
    """The language models' side: cleaning up, and what there is to clean up with."""

    styles: Styles
    service: WritingService
    desk: WriterDesk


def build_writers(
    settings: EnhancementSettings, post: Post, is_idle: Callable[[], bool], stack: ExitStack
) -> Writers:
    """Make and start the language models' workers and services; `stack` ends them. Nothing is asked of the
    server before a dictation or the user wants it. `is_idle` says whether the recognizer does nothing.
    """
    clock = SystemClock()
    writer = OllamaWriter(settings.host)
    stack.callback(writer.close)
    worker = partial(_worker, clock=clock, post=post, stack=stack)
    styles = bundled_styles()
    service = WritingService(worker("writing"), writer, post, styles, settings, is_idle)
    stack.callback(service.close)
    desk = WriterDesk(worker("writers"), worker("downloads"), writer, clock, post)
    stack.callback(desk.close)
    return Writers(styles, service, desk)


def _worker(name: str, clock: SystemClock, post: Post, stack: ExitStack) -> Worker:
    """One that runs; what it fails at is told."""

    def failed(error: Exception) -> None:
        post(Noticed(error if isinstance(error, Problem) else Unexpected(name, detail=repr(error))))

    one = Worker(name, clock, failed)
    one.start()
    stack.callback(one.close)
    return one
