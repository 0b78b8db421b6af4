"""The hidden command that holds one speech model and decodes with it, and may die of it: the far end of
`app.adapters.engine_process`.

Reads what to load and then what to decode from standard input, answers on standard output, and ends when its
input does, in the middle of a decode as well: whoever started it has gone then, or wants it no more. What
libraries write to standard output goes to standard error; what is for Sayso's log is marked there.
Failure mode: what is no command is refused with status 2. A model that cannot be loaded ends it after its
answer; a decode that fails does not.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, NoReturn

from app.adapters.allocator import ProcessMemory
from app.adapters.engine_messages import (
    LOG_MARK,
    Message,
    from_plain,
    problem_to_plain,
    receive,
    send,
    to_plain,
)
from app.adapters.engine_sound import take
from app.adapters.folders import Folders
from app.adapters.own_process import crash_quietly, take_output
from app.commands.hidden import refused
from app.domain.compute import CPU, device_words
from app.domain.decoding import DecodingOptions
from app.domain.problems import OutOfMemory, Problem, Unexpected
from app.domain.settings import Apart, SpeechSettings
from app.domain.transcript import Transcript
from app.services.ports import Recognizer

logger = logging.getLogger(__name__)


class _Stopped(Exception):
    """Nobody wants the rest of a decode."""


def run(commands: BinaryIO) -> int:
    """Load what the first command says, and decode until there is no more."""
    try:
        question = receive(commands)
        settings = from_plain(SpeechSettings, question["load"])
        folders = from_plain(Folders, question["folders"])
        file = from_plain(int, question["file"])
    except (EOFError, ValueError, KeyError):
        return refused()
    crash_quietly()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory = ProcessMemory()
    with os.fdopen(take_output(), "wb") as out:
        log_to_parent()
        inbox: queue.SimpleQueue[Message] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(commands, inbox), name="commands", daemon=True).start()
        try:
            recognizer = _load(folders, settings)
        except Exception as error:  # the far end gets an answer, whatever it is
            send(out, failure(error))
        else:
            memory.give_back()
            send(out, {"value": to_plain(recognizer.facts)})
            Engine(recognizer, inbox, out, file).serve()
    return 0


def _load(folders: Folders, settings: SpeechSettings) -> Recognizer:
    """Raises what loading raises."""
    # Imported here: who calls the command by hand is to be told at once.
    from app.parts import loader_of

    # This process is the one apart.
    return loader_of(folders).load(replace(settings, apart=Apart.NEVER))


class Engine:
    """Decodes what it is asked for.

    Args:
        recognizer: the model, loaded.
        inbox: gives the commands in turn.
        out: takes the answers.
        file: the descriptor of the memory that holds the sound.
    """

    def __init__(
        self, recognizer: Recognizer, inbox: queue.SimpleQueue[Message], out: BinaryIO, file: int
    ) -> None:
        self._recognizer = recognizer
        self._inbox = inbox
        self._out = out
        self._file = file

    def serve(self) -> NoReturn:
        """Until the process is ended."""
        while True:
            send(self._out, self._answer(self._inbox.get()))

    def _answer(self, question: Message) -> Message:
        try:
            return {"value": to_plain(self._decode(question))}
        except Exception as error:  # as above
            return failure(error)

    def _decode(self, question: Message) -> Transcript:
        """Raises Problem, _Stopped, and whatever the libraries raise besides."""
        audio = take(self._file, str(question["sound"]), int(question["samples"]))
        if "phrase" in question:
            return self._recognizer.decode_phrase(
                audio,
                tuple(question["speech"]),
                from_plain(DecodingOptions, question["phrase"]),
                draft=bool(question["draft"]),
                careful=bool(question["careful"]),
                once=bool(question["once"]),
            )
        options = from_plain(DecodingOptions, question["transcribe"])
        on_progress: Callable[[float], None] | None = self._tell if question["tells"] else None
        return self._recognizer.transcribe(audio, options, on_progress)

    def _tell(self, progress: float) -> None:
        """Tell how far it is, and hear whether to go on. Raises _Stopped."""
        send(self._out, {"progress": progress})
        if not self._inbox.get()["go_on"]:
            raise _Stopped


def _listen(commands: BinaryIO, inbox: queue.SimpleQueue[Message]) -> NoReturn:
    """Hand the commands on, and end the process behind the last one."""
    try:
        while True:
            inbox.put(receive(commands))
    finally:
        # At once: a decode cannot be stopped, and there is nothing to save.
        os._exit(0)


def failure(error: Exception) -> Message:
    """The answer where an attempt failed. Of what nobody expected only the kind and the place are told: its
    message may quote what was said."""
    if isinstance(error, Problem):
        problem = error
    elif isinstance(error, MemoryError):
        problem = OutOfMemory(device_words(CPU), detail="MemoryError")
    elif isinstance(error, _Stopped):
        problem = Unexpected("the speech engine", detail="stopped")
    else:
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{type(error).__name__} in {os.path.basename(place.filename)}, line {place.lineno}"
        problem = Unexpected("the speech engine", detail=detail)
    return {"problem": problem_to_plain(problem)}


class _OneLine(logging.Formatter):
    """A record on one marked line, its level as a number; of an exception only the kind."""

    def format(self, record: logging.LogRecord) -> str:
        words = " ".join(record.getMessage().split())
        if record.exc_info and record.exc_info[0]:
            words = f"{words} ({record.exc_info[0].__name__})"
        # What a library has written may not have ended its line.
        return f"\n{LOG_MARK}{record.levelno} {record.name}: {words}"


def log_to_parent() -> None:
    """Sayso's own records as its log takes them, other libraries' from warnings on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_OneLine())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("app").setLevel(logging.INFO)
