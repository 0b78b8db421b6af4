"""One file from its bytes to its transcript: the cache first, then the engine. For window and command line.

Rules, in this order:
1. The hash of the file: the same bytes under any name are answered at once. Where nothing is kept that was
   wanted in the same way, it is only read beside the engine, from the first words on, so that the file is
   known the next time. A large file (`LARGE`) is looked at before: what is no sound is refused at once, and
   where nothing of its length is kept, the engine begins. Should the hash find it all the same, as a file may
   be wrong about its length, that is the answer.
2. The fingerprint of its sound: the same sound, wrapped in another container without loss, is answered after
   decoding alone. That takes seconds for an hour, so it is done only where there can be an answer: where a
   transcript is kept that was wanted in the same way and is of about the same length.
3. The engine, which tells the fingerprint at the end: the result is kept under both. It goes on behind what
   was transcribed before the same task was stopped (`app.services.file_unfinished`).
Transcripts of damaged files are not kept, nor taken for them: another copy may be whole, or more of it may
come. Nor is one kept of a file that changed while it was read: nobody knows what was heard of it.
Failure: Problems of files and engines pass through. A cache that cannot be read or written costs but time.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Protocol, TypeVar

from app.domain.cache_key import file_key, sound_key, unfinished_key, wish_key
from app.domain.file_origin import Stamp
from app.domain.file_task import FileTask, TaskNews, TaskProgressed, TaskResult
from app.domain.file_transcript import FileTranscript
from app.domain.media import length_of
from app.domain.problems import (
    EngineDied,
    FileNotTranscribed,
    RecognitionFailed,
    StorageProblem,
    TaskStopped,
)
from app.domain.settings import SpeechSettings
from app.services.file_ports import FileEngine, MediaFiles
from app.services.file_store import TranscriptCache
from app.services.file_unfinished import Unfinished
from app.services.late_hash import LateHash

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

READ_SAMPLES: Final = 16_000 * 30
"""Half a minute of sound at a time: some milliseconds of decoding, after which a dictation may overtake."""

MEGABYTE: Final = 1_000_000
LARGE: Final = 256 * MEGABYTE
"""Bytes; a smaller file is hashed within a second, also on a slow disk."""


class FilePlaces(Protocol):
    """Looks at files from outside."""

    def stamp(self, path: Path) -> Stamp | None:
        """By what it is seen to change; None where there is no file. Never raises."""

    def is_taken(self, path: Path) -> bool:
        """Whether there is anything under that name. Never raises."""

    def is_folder(self, path: Path) -> bool:
        """Whether `walk` looks for files in it. Never raises."""

    def walk(self, path: Path) -> Iterator[tuple[Path, ...]]:
        """What is dropped with `path`: itself where it is a file (or nothing at all, which its transcription
        will say), and of a folder the files in it and below that may hold sound, sorted, folder by folder.
        Hidden ones are passed over. Never raises."""


class RunControl:
    """How the outside stops a run or has it wait, and hears that it takes long. `stop` may be called from any
    thread."""

    def __init__(
        self,
        wait: Callable[[threading.Event], None] | None = None,
        computing: Callable[[], None] | None = None,
    ) -> None:
        self._stopped = threading.Event()
        self._wait = wait
        self._computing = computing

    @property
    def is_stopped(self) -> bool:
        """Whether it is not wanted any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """It is not wanted any more. The engine is to be stopped as well."""
        self._stopped.set()

    def computing(self) -> None:
        """Nothing is known of the file, and the engine is next."""
        if self._computing:
            self._computing()

    def stand_still(self, until: threading.Event) -> None:
        """Wait while it is to stand still, or until the event is set: for what goes on beside it."""
        if self._wait:
            with suppress(TaskStopped):
                self._wait(until)

    def check(self) -> None:
        """Wait while it is to stand still. Raises TaskStopped."""
        if self._wait:
            self._wait(self._stopped)
        if self._stopped.is_set():
            raise TaskStopped()


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What came of a file; `said` are sentences on how it was computed, where that was not as wished. `heard`
    is the stamp of what was transcribed; None where the file changed meanwhile."""

    transcript: FileTranscript
    is_from_cache: bool = False
    said: tuple[str, ...] = ()
    heard: Stamp | None = None


@dataclass(frozen=True, slots=True)
class _Keys:
    """Under what a transcript is found."""

    wish: str
    file: Callable[[str], str]
    sound: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One run: what is wanted, who hears of it and may stop it, the file as it was before, and who keeps what
    is written of it, if anybody does."""

    task: FileTask
    hear: Callable[[TaskNews], None]
    control: RunControl
    before: Stamp | None
    unfinished: Unfinished | None


@dataclass(frozen=True, slots=True)
class FileRun:
    """Transcribes files, one at a time on one thread.

    Args:
        media: reads files.
        engine: computes.
        places: tells whether a file has changed.
        cache: None does without.
        identity: tells the weights that such settings load apart from others under the same name; raises what
            locating them does.
        limit: bytes that the cache may take; asked anew each time.
    """

    media: MediaFiles
    engine: FileEngine
    places: FilePlaces
    cache: TranscriptCache | None
    identity: Callable[[SpeechSettings], str]
    limit: Callable[[], int] = field(default=lambda: 200 * MEGABYTE)

    def transcribe(
        self,
        task: FileTask,
        hear: Callable[[TaskNews], None],
        control: RunControl | None = None,
        *,
        seconds: float | None = None,
        unfinished: Unfinished | None = None,
    ) -> FileOutcome:
        """All of the task. `hear` is called on the calling thread; not at all where the cache answers.
        `seconds` is how long the sound is, where somebody has looked already: it saves a look. `unfinished`
        keeps what is written where it is stopped, and has what was; None: nobody does.
        Raises what FileEngine.transcribe raises, but FileNotTranscribed where the engine fails or dies."""
        control = control or RunControl()
        control.check()
        wanted = _Wanted(task, hear, control, self.places.stamp(task.path), unfinished)
        keys = self._keys(task)
        if keys is None or self.cache is None:
            return self._outcome(self._computed(wanted), wanted)
        digest = ""
        if self._may_be_known(self.cache, keys, wanted, seconds):
            digest = self.media.file_hash(task.path, control.check)
            if known := self._from_cache(self.cache, keys, digest, task, control, seconds):
                return FileOutcome(known, is_from_cache=True, heard=self._still(wanted))
        return self._kept(self.cache, keys, digest, wanted)

    def _kept(self, cache: TranscriptCache, keys: _Keys, digest: str, wanted: _Wanted) -> FileOutcome:
        """What the engine makes of it, which is kept; the file's hash is read meanwhile, unless it is known.
        Raises what `transcribe` does."""
        task, control = wanted.task, wanted.control
        answers: list[FileTranscript] = []

        def found(late: str) -> None:
            if known := self._asked(lambda: cache.of_file(keys.file(late))):
                answers.append(known)
                self.engine.stop()

        late = LateHash(
            lambda between: self.media.file_hash(task.path, between),
            control.stand_still,
            lambda: control.is_stopped,
            found,
            digest,
        )
        try:
            result = self._computed(wanted, late.begin)
            transcript = result.transcript
            if transcript.is_whole and result.fingerprint:
                digest = late.finish()
                if control.is_stopped:
                    raise TaskStopped
                if digest and self._still(wanted):
                    self._keep(cache, keys, digest, transcript, result.fingerprint)
        except TaskStopped:
            if not answers or control.is_stopped:
                raise
            return FileOutcome(_named(answers[0], task), is_from_cache=True, heard=self._still(wanted))
        finally:
            late.drop()
        return self._outcome(result, wanted)

    def _computed(self, wanted: _Wanted, has_words: Callable[[], None] | None = None) -> TaskResult:
        """What the engine makes of it; `has_words` is called with every word of it. Raises what `transcribe`
        does."""
        task, control = wanted.task, wanted.control
        # What is not there now is no file to come back to.
        unfinished = wanted.unfinished if wanted.before else None
        control.check()
        control.computing()
        before = None
        if unfinished and wanted.before:
            before = unfinished.begin(unfinished_key(wanted.before, task, self.identity(task.speech)))

        def hearing(news: TaskNews) -> None:
            # Stopped just before the engine had begun, it did not hear of it.
            if control.is_stopped:
                self.engine.stop()
            wanted.hear(news)
            if isinstance(news, TaskProgressed):
                if unfinished:
                    unfinished.progressed(news.seconds, self.engine.unfinished)
                if has_words:
                    has_words()

        try:
            return self.engine.transcribe(task, hearing, before)
        except TaskStopped:
            if unfinished:
                unfinished.keep(self.engine.unfinished())
            raise
        except (RecognitionFailed, EngineDied) as problem:
            # Their words are those of a dictation, whose recording is in the history.
            raise FileNotTranscribed(str(task.path), problem.detail) from problem

    def _outcome(self, result: TaskResult, wanted: _Wanted) -> FileOutcome:
        return FileOutcome(result.transcript, said=result.said, heard=self._still(wanted))

    def _still(self, wanted: _Wanted) -> Stamp | None:
        """What the file was before, where it still is."""
        return wanted.before if self.places.stamp(wanted.task.path) == wanted.before else None

    def _keys(self, task: FileTask) -> _Keys | None:
        if self.cache is None or self.limit() <= 0:
            return None
        model = self.identity(task.speech)
        return _Keys(
            wish_key(task, model),
            lambda file_hash: file_key(file_hash, task, model),
            lambda fingerprint: sound_key(fingerprint, task, model),
        )

    def _may_be_known(
        self, cache: TranscriptCache, keys: _Keys, wanted: _Wanted, seconds: float | None
    ) -> bool:
        """Whether the hash is worth its time before anything is computed. Raises AudioMissing or
        AudioUnreadable."""
        if not self._asked(lambda: cache.may_know(keys.wish, None)):
            return False
        task, stamp = wanted.task, wanted.before
        if stamp is None or stamp.size < LARGE:
            return True
        length = length_of(self.media.look(task.path), task.choice) if seconds is None else seconds
        return bool(self._asked(lambda: cache.may_know(keys.wish, length)))

    def _from_cache(
        self,
        cache: TranscriptCache,
        keys: _Keys,
        digest: str,
        task: FileTask,
        control: RunControl,
        seconds: float | None,
    ) -> FileTranscript | None:
        file = keys.file(digest)
        known = self._asked(lambda: cache.of_file(file))
        if known is None and self._asked(lambda: cache.may_know(keys.wish, seconds)):
            fingerprint = self._fingerprint(cache, keys, task, control)
            if fingerprint:
                known = self._asked(lambda: cache.of_sound(keys.sound(fingerprint), file))
        return known and _named(known, task)

    def _fingerprint(
        self, cache: TranscriptCache, keys: _Keys, task: FileTask, control: RunControl
    ) -> str | None:
        """That of the sound; None where no transcript can be known under it, or the file is damaged."""
        control.check()
        stream = self.media.open(task.path, task.choice)
        try:
            length = length_of(stream.facts, task.choice)
            if not self._asked(lambda: cache.may_know(keys.wish, length)):
                return None
            while len(stream.read(READ_SAMPLES)) == READ_SAMPLES:
                control.check()
            return None if stream.loss else stream.fingerprint
        finally:
            stream.close()

    def _keep(
        self, cache: TranscriptCache, keys: _Keys, digest: str, transcript: FileTranscript, fingerprint: str
    ) -> None:
        self._asked(
            lambda: cache.keep(
                transcript,
                file_key=keys.file(digest),
                sound_key=keys.sound(fingerprint),
                wish_key=keys.wish,
                limit=self.limit(),
            )
        )

    def _asked(self, question: Callable[[], Answer]) -> Answer | None:
        """What the cache answers; None where it cannot."""
        try:
            return question()
        except StorageProblem as problem:
            logger.warning("the cache of transcripts: %s %s", type(problem).__name__, problem.detail)
            return None


def _named(known: FileTranscript, task: FileTask) -> FileTranscript:
    """What is kept of the same sound, as that of this file."""
    return replace(known, source=str(task.path), choice=task.choice)
