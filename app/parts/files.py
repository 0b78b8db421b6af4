"""The transcription of files: the queue with its engine and its store, and what plays them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from app.adapters.clock import SystemClock
from app.adapters.dragged_files import DraggedFiles
from app.adapters.exports import Exports
from app.adapters.file_engine import ApartFileEngine
from app.adapters.file_places import FilePlaces
from app.adapters.folder_watch import FolderWatcher
from app.adapters.folders import Folders
from app.adapters.media_files import MediaFiles
from app.adapters.model_identity import ModelIdentity
from app.adapters.player import PortAudioSpeaker
from app.adapters.portaudio import PortAudio
from app.adapters.transcript_store import SqliteTranscripts
from app.domain.problems.program import OTHER_PLACE
from app.domain.settings import Settings
from app.parts.models import models_of
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.file_desk import FileDesk
from app.services.file_desk_parts import FileParts, FileThreads, FileWishes
from app.services.playback import Playback
from app.services.ports import Post


def media_files(*, gives_way: bool = False) -> MediaFiles:
    """Reads whatever speaks; at a lower priority where nobody listens."""
    return MediaFiles(gives_way=gives_way)


def model_identity(folders: Folders) -> ModelIdentity:
    """Tells apart weights of one name."""
    local = models_of(folders)
    return ModelIdentity(local.catalogue, local.locate)


def file_engine_of(folders: Folders) -> ApartFileEngine:
    """Transcribes files."""
    return ApartFileEngine(folders)


@dataclass(frozen=True, slots=True)
class Files:
    """`desk` has the queue, `playback` plays what is on it, `dragged` writes what is dragged out."""

    desk: FileDesk
    playback: Playback
    dragged: DraggedFiles


def build_files(
    folders: Folders, settings: Settings, portaudio: PortAudio, post: Post, stack: ExitStack
) -> Files:
    """Make and start the workers and services; `stack` ends them. Nothing is begun yet."""
    clock = SystemClock()
    worker = partial(running_worker, clock=clock, post=post, stack=stack)
    store = SqliteTranscripts(folders.files_file)
    # Behind the threads that use it.
    stack.callback(store.close)
    threads = FileThreads(
        desk=worker("files"),
        running=worker("file", patience=NO_PATIENCE),
        looking=worker("file looks", patience=NO_PATIENCE),
    )
    parts = FileParts(
        media_files(gives_way=True),
        file_engine_of(folders),
        store,
        Exports(OTHER_PLACE),
        FilePlaces(),
        FolderWatcher(),
        model_identity(folders),
    )
    wishes = FileWishes(settings.files, settings.speech, settings.models)
    desk = FileDesk(threads, parts, wishes, clock, post)
    stack.callback(desk.close)
    playback = Playback(
        worker("player", patience=NO_PATIENCE), media_files(), PortAudioSpeaker(portaudio), post
    )
    stack.callback(playback.close)
    return Files(desk, playback, DraggedFiles(folders.dragged, Exports()))
