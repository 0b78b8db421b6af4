"""The hidden command that transcribes files with one speech model, and may die of it: the far end of
`app.adapters.file_engine`.

Reads orders from standard input and answers on standard output. The model stays loaded for the next order
that wants the same one. It runs with low priority, and may be suspended and resumed by whoever started it.

Rules: it ends when its input does, in the middle of a decode as well, and takes the processes that decode
sound along, which may be suspended and could not end by themselves. Where whoever started it dies while this
process is suspended, Linux kills it (`end_with_starter`) and so does Windows (by the job that it is in).
Elsewhere the system resumes it, as it is a process group of its own in the session of whoever started it
(POSIX, orphaned process groups), and so it hears that its input has ended.
Failure mode: what is no order is refused with status 2. A task that fails is answered and does not end it.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final, NoReturn

from app.adapters.allocator import ProcessMemory
from app.adapters.cores import usable_cores
from app.adapters.engine_messages import Message, from_plain, receive, send, to_plain
from app.adapters.file_messages import Begun, Ended, Order, Transcribed
from app.adapters.own_process import crash_quietly, end_with_starter, give_way, take_output
from app.adapters.process_tree import ProcessTree, free_memory
from app.commands.hidden import refused
from app.commands.speech_engine import failure, log_to_parent
from app.domain.compute import CPU, Way, fallback_words
from app.domain.problems import TaskStopped
from app.domain.settings import Apart, ComputeType, Device, SpeechEngine, SpeechSettings
from app.services.ports import Recognizer

if TYPE_CHECKING:
    from app.adapters.batch_whisper import BatchWhisper

logger = logging.getLogger(__name__)

MOST_LANES: Final = 4
"""Threads that decode a batch each; more would take memory for little."""


def run(commands: BinaryIO) -> int:
    """Transcribe what the orders say, until there are no more."""
    inbox = Inbox(commands)
    try:
        first = inbox.first()
    except (EOFError, ValueError, KeyError):
        return refused()
    return _serve(inbox, first)


def _serve(inbox: Inbox, first: Order) -> NoReturn:
    crash_quietly()
    end_with_starter()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _stand_apart()
    memory = ProcessMemory()
    with os.fdopen(take_output(), "wb") as out:
        log_to_parent()
        inbox.begin()
        Transcribing(inbox, out, memory).serve(first)


def _stand_apart() -> None:
    """A process group of its own, and low priority; children inherit both."""
    if sys.platform != "win32":
        # The system sends it with what resumes an orphaned group: the end of the input says the same.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        with suppress(OSError):  # the leader of a session is apart already
            os.setpgid(0, 0)
    give_way()


class Inbox:
    """What comes in: orders in turn, and the numbers of those that nobody wants any more."""

    def __init__(self, commands: BinaryIO) -> None:
        self._commands = commands
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._stopped = -1

    def first(self) -> Order:
        """The first order. Raises EOFError, ValueError or KeyError."""
        return from_plain(Order, receive(self._commands)["order"])

    def begin(self) -> None:
        """Listen on a thread of its own from now on."""
        threading.Thread(target=self._listen, name="commands", daemon=True).start()

    def next(self) -> Order:
        """Waits for it."""
        return self._orders.get()

    def is_wanted(self, order: Order) -> bool:
        """Whether it was not stopped. Numbers grow: whatever is stopped, all before it are."""
        return order.id > self._stopped

    def _listen(self) -> NoReturn:
        try:
            while True:
                message = receive(self._commands)
                if "stop" in message:
                    self._stopped = max(self._stopped, int(message["stop"]))
                else:
                    self._orders.put(from_plain(Order, message["order"]))
        finally:
            ProcessTree().end_below()
            # At once: a decode cannot be stopped, and there is nothing to save.
            os._exit(0)


class Transcribing:
    """Does the orders, one after the other.

    Args:
        inbox: gives them.
        out: takes the answers.
        memory: gives back what is free.
    """

    def __init__(self, inbox: Inbox, out: BinaryIO, memory: ProcessMemory) -> None:
        self._inbox = inbox
        self._out = out
        self._memory = memory
        self._model: Model | None = None

    def serve(self, order: Order) -> NoReturn:
        """Until the process is ended."""
        while True:
            self._say(order, self._answer(order))
            # What the last batch has left would stay for as long as there is nothing to do.
            self._memory.give_back()
            order = self._inbox.next()

    def _answer(self, order: Order) -> Message:
        try:
            return {"ended": to_plain(self._done(order))}
        except Exception as error:  # the far end gets an answer, whatever it is
            return failure(error)

    def _done(self, order: Order) -> Ended:
        """Raises Problem, and whatever the libraries raise besides."""
        # Imported here: who calls the command by hand is to be told at once.
        from app.adapters.file_transcription import FileTranscription
        from app.adapters.fresh_detector import FreshDetector
        from app.adapters.media_files import MediaFiles
        from app.adapters.piece_writer import PieceWriter
        from app.adapters.speech_detector import SpeechDetectors

        if not self._inbox.is_wanted(order):
            raise TaskStopped
        task = order.task
        # First of all: a file that cannot be read needs no model.
        with closing(MediaFiles().open(task.path, task.choice)) as sound:
            model = self._loaded(order)
            batches, batch = model.batches(order)
            writer = PieceWriter(model.recognizer, task.decoding, batches, by_piece=task.language_by_piece)
            return FileTranscription(
                order,
                model.facts,
                writer,
                model.lanes,
                batch,
                lambda news: self._tell(order, news),
                lambda: self._inbox.is_wanted(order),
            ).run(sound, FreshDetector(SpeechDetectors().new))

    def _loaded(self, order: Order) -> Model:
        """The model that the order wants. Raises what loading raises."""
        wish = order.task.speech
        if order.on_processor:
            wish = replace(wish, device=Device.CPU)
        if self._model and self._model.wish == wish:
            return self._model
        if self._model:
            self._model.recognizer.close()
            self._model = None
        self._model = Model.load(order, wish)
        return self._model

    def _tell(self, order: Order, news: Begun | Transcribed) -> None:
        word = "begun" if isinstance(news, Begun) else "transcribed"
        self._say(order, {word: to_plain(news)})

    def _say(self, order: Order, message: Message) -> None:
        send(self._out, {"id": order.id, **message})


class Model:
    """A loaded model, what it was wished as, and how many threads decode with it at once; `said` is what a
    load before this one could not have."""

    def __init__(
        self, wish: SpeechSettings, recognizer: Recognizer, lanes: int, said: Sequence[str] = ()
    ) -> None:
        self.wish = wish
        self.recognizer = recognizer
        self.lanes = lanes
        fallbacks = tuple(dict.fromkeys((*said, *recognizer.facts.fallbacks)))
        self.facts = replace(recognizer.facts, fallbacks=fallbacks)
        """Of the recognizer, with all that could not be had."""

    @classmethod
    def load(cls, order: Order, wish: SpeechSettings) -> Model:
        """Raises what loading raises."""
        from app.parts import loader_of

        loader = loader_of(order.folders)
        lanes, threads = lanes_and_threads(wish.threads, usable_cores())
        apart = replace(wish, apart=Apart.NEVER)  # this process is the one apart
        if wish.engine is not SpeechEngine.FASTER_WHISPER:
            return cls(wish, loader.load(apart), 1)
        if wish.device is not Device.CPU and _has_card():
            # Several workers would have the model in the card's memory several times.
            recognizer = loader.load(apart)
            if recognizer.facts.device != CPU:
                return cls(wish, recognizer, 1)
            said = recognizer.facts.fallbacks
            recognizer.close()
        else:
            said = fallback_words(wish.device, ComputeType.AUTO, {}, (), Way(CPU, ComputeType.AUTO))
        recognizer = loader.load(replace(apart, device=Device.CPU, threads=threads, workers=lanes))
        return cls(wish, recognizer, lanes, said)

    def batches(self, order: Order) -> tuple[BatchWhisper | None, int]:
        """What decodes several pieces at once, None where the engine cannot, and how many those are. Raises
        what the engine raises."""
        from app.adapters.batch_whisper import BatchWhisper, suited_batch
        from app.adapters.whisper import WhisperRecognizer

        if not isinstance(self.recognizer, WhisperRecognizer):
            return None, 1
        batch = order.task.batch or suited_batch(
            self.recognizer, _free_bytes(self.recognizer.facts.device), self.lanes
        )
        return BatchWhisper(self.recognizer, order.task.decoding, batch), batch


def lanes_and_threads(wished: int, cores: int) -> tuple[int, int]:
    """How many batches to decode at once, and with how many threads each; `wished` threads in all, 0 as many
    as there are cores. Here, unlike in dictation, nobody waits: no core is left free, as low priority gives
    way."""
    threads = wished or cores
    lanes = max(1, min(MOST_LANES, threads))
    return lanes, max(1, threads // lanes)


def _has_card() -> bool:
    from app.adapters.nvidia import NvidiaCards

    return bool(NvidiaCards().look().cards)


def _free_bytes(device: str) -> int | None:
    """Memory to spare where the model is; None where it is not known."""
    if device == CPU:
        return free_memory()
    from app.adapters.nvidia import NvidiaCards

    free = [card.free_megabytes for card in NvidiaCards().look().cards if card.free_megabytes is not None]
    return max(free) * 1024 * 1024 if free else None
