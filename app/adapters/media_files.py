"""Reads the sound of whatever speaks: any file that FFmpeg knows, of any length, in little memory.

The problem: a file may be made or damaged so that the decoder crashes, never ends or takes all memory. So
each stream of sound has a process of its own (`app.commands.decode_sound`), which may die; what it decoded
until then counts, and the rest is told as a loss.

Rules: a few blocks of sound are held at any time, and the decoder waits until they are read. Memory does not
grow with the length. What is no regular file is refused before anything opens it.
Raises AudioMissing or AudioUnreadable, each naming the file and one reason.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import stat
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from app.adapters.decoder_messages import DecodeTask, SoundEnd
from app.adapters.decoder_process import DecoderDied, DecoderProcess
from app.adapters.own_process import DECODE_SOUND, own_command
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.media import ANY_SOUND, MediaFacts, SoundChoice
from app.domain.problems import AudioIncomplete, AudioMissing, AudioUnreadable, Problem
from app.domain.problems.sound import ALLOW_IT, CONNECT_IT, incomplete
from app.domain.texts import shown

logger = logging.getLogger(__name__)

SILENCE_SECONDS: Final = 90.0
"""How long a decoder may say nothing at all; a hanging network drive is the slowest of what still answers."""
HASH_BYTES: Final = 1 << 20
DIGEST_BYTES: Final = 32
LINK_UNRESOLVED: Final = 1921
"""Windows' number (ERROR_CANT_RESOLVE_FILENAME) for links that lead in a circle."""


class MediaFiles:
    """Fits the port of the same name. May be used from any number of threads at once.

    Args:
        command: what decodes; the program's own hidden command when left out.
        silence: seconds that it may say nothing.
        gives_way: decode at a lower priority, as nobody listens.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        silence: float = SILENCE_SECONDS,
        *,
        gives_way: bool = False,
    ) -> None:
        self._command = tuple(command or own_command(DECODE_SOUND))
        self._silence = silence
        self._gives_way = gives_way

    def look(self, path: Path) -> MediaFacts:
        """What the file says of itself, and its length also where it does not say it, if that can be known in
        some seconds. Raises AudioMissing or AudioUnreadable."""
        stream = self._stream(DecodeTask(path, looks_only=True, gives_way=self._gives_way), path)
        stream.close()
        return stream.facts

    def open(self, path: Path, choice: SoundChoice = ANY_SOUND, start: float = 0.0) -> DecodedSound:
        """The sound from second `start` on. Raises AudioMissing or AudioUnreadable."""
        task = DecodeTask(path, choice, max(0.0, start), gives_way=self._gives_way)
        return self._stream(task, path)

    def file_hash(self, path: Path, between: Callable[[], None] | None = None) -> str:
        """A hash of the file's bytes, in hexadecimal. `between` is called behind every piece of them, and
        stops it by raising. Raises AudioMissing or AudioUnreadable."""
        _check(path)
        digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
        try:
            with path.open("rb", buffering=0) as file:
                while piece := file.read(HASH_BYTES):
                    digest.update(piece)
                    if between:
                        between()
        except OSError as error:
            raise _unreadable(path, error) from error
        return digest.hexdigest()

    def _stream(self, task: DecodeTask, path: Path) -> DecodedSound:
        _check(path)
        try:
            process = DecoderProcess(self._command, task, self._silence)
        except DecoderDied as died:
            raise AudioUnreadable(str(path), "no decoder could be started", detail=str(died)) from died
        try:
            return DecodedSound(process, path, task.start)
        except BaseException:  # an interrupt leaves no process behind either
            process.close()
            raise


class DecodedSound:
    """Sound that is being decoded; fits the port SoundStream. Belongs to one thread, `close` to any. Of one
    that was closed nothing more is read."""

    def __init__(self, process: DecoderProcess, path: Path, start: float) -> None:
        self._process = process
        self._path = path
        self._start = start
        self._blocks: deque[Samples] = deque()
        self._held = 0
        self._count = 0
        self._is_over = False
        self._loss: AudioIncomplete | None = None
        self._fingerprint = ""
        self._problem: Problem | None = None
        facts = self._next()
        if not isinstance(facts, MediaFacts):
            process.close()
            raise self._problem or AudioUnreadable(str(path), "its sound is damaged")
        self._facts = facts

    @property
    def facts(self) -> MediaFacts:
        """What the file says of itself."""
        return self._facts

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended."""
        return self._process.pid

    @property
    def loss(self) -> Problem | None:
        """AudioIncomplete once the end was read of a file that is damaged, None of one that is whole."""
        return self._loss

    @property
    def fingerprint(self) -> str:
        """A hash of all decoded sound of the track, once the end was read; empty where it does not begin at
        second 0 or the decoder died."""
        return self._fingerprint

    def read(self, samples: int) -> Samples:
        """The next samples, float32 mono 16 kHz (n,), at most so many; fewer only at the end, none behind it.
        Raises AudioUnreadable where nothing at all could be decoded."""
        while self._held < samples and not self._is_over:
            answer = self._next()
            if isinstance(answer, np.ndarray):
                if len(answer):
                    self._blocks.append(answer)
                    self._held += len(answer)
                    self._count += len(answer)
                continue
            self._is_over = True
            if isinstance(answer, SoundEnd):
                self._end(answer)
        if self._problem is not None:
            raise self._problem
        return self._taken(samples)

    def close(self) -> None:
        """Stop decoding. Never raises."""
        self._process.close()

    def _next(self) -> MediaFacts | Samples | SoundEnd | None:
        """The next answer; None where there is no more, and `_problem` or `_loss` says why."""
        try:
            answer = self._process.next()
        except DecoderDied as died:
            self._fail(
                shown("it takes too long to decode") if died.is_late else "its sound is damaged", str(died)
            )
            return None
        if isinstance(answer, Problem):
            self._fail("", answer.detail, answer)
            return None
        return answer

    def _fail(self, reason: str, detail: str, problem: Problem | None = None) -> None:
        """What there is counts; where there is nothing, nothing could be read."""
        self._process.close()
        if self._count:
            self._end(SoundEnd(self._start + self._count / SAMPLE_RATE, detail=detail))
        else:
            self._problem = problem or AudioUnreadable(str(self._path), reason, detail=detail)

    def _end(self, end: SoundEnd) -> None:
        self._process.close()
        self._fingerprint = end.fingerprint
        self._loss = incomplete(str(self._path), end.cut_short, end.damage, end.detail)
        if self._loss is None:
            return
        if self._count == 0 and not self._start:
            self._problem = AudioUnreadable(
                str(self._path), "it breaks off before its sound begins", detail=end.detail
            )
            self._loss = None
            return
        logger.info("a file lacks sound: %s, %s; %s", end.damage, end.cut_short, end.detail)

    def _taken(self, samples: int) -> Samples:
        parts: list[Samples] = []
        wanted = min(samples, self._held)
        while wanted > 0:
            block = self._blocks.popleft()
            if len(block) > wanted:
                self._blocks.appendleft(block[wanted:])
                block = block[:wanted]
            parts.append(block)
            wanted -= len(block)
            self._held -= len(block)
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _check(path: Path) -> None:
    """Refuse what is no regular file: opening a pipe or a device could wait for ever."""
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise AudioMissing(str(path)) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(state.st_mode):
        raise AudioUnreadable(str(path), "it is a folder", remedy="Choose a file in it.")
    if not stat.S_ISREG(state.st_mode):
        reason = shown("it is not a file but a device or a pipe")
        raise AudioUnreadable(str(path), reason, remedy="Record its sound to a file, and choose that.")
    if state.st_size == 0:
        raise AudioUnreadable(str(path), "it is empty", remedy="Copy or record it once more.")


def _unreadable(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError) or error.errno == errno.ENAMETOOLONG:
        return AudioMissing(str(path))
    if isinstance(error, PermissionError):
        return AudioUnreadable(str(path), "your user may not read it", _kind(error), ALLOW_IT)
    if error.errno == errno.ELOOP or getattr(error, "winerror", None) == LINK_UNRESOLVED:
        reason = shown("it is a link that leads back to itself")
        return AudioUnreadable(str(path), reason, _kind(error), "Choose the file itself.")
    return AudioUnreadable(str(path), "the disk does not give it", _kind(error), CONNECT_IT)


def _kind(error: OSError) -> str:
    """An error for the log, without the file's name."""
    return f"{type(error).__name__} {error.errno or ''}".strip()
