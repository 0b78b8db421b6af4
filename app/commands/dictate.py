"""`sayso dictate`: microphone to standard output, until Enter or a silence.

The same machine, microphone, recognizer and history as the window; the cursor is standard output. Interrupted
with Ctrl+C nothing is printed, and the recording is offered by the window as any other that was cut off.
What goes wrong is told once, on standard error; a model that cannot be used is told before anybody has spoken
in vain, and the recording is kept all the same.
"""

from __future__ import annotations

import argparse
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import TypeAlias

from app.adapters.allocator import ProcessMemory
from app.adapters.folders import Folders
from app.adapters.log_file import open_log
from app.commands.options import settings_of, speech_settings, tell
from app.domain.dictation_events import (
    CaptureOpened,
    Failed,
    SpeechEnded,
    StartRequested,
    StopRequested,
    TextHeard,
)
from app.domain.history import Fate
from app.domain.insertion import Target
from app.domain.languages import language_problem
from app.domain.problems import Problem
from app.domain.settings import InsertionWay, Settings
from app.parts import Engine, build_engine
from app.services.capture import AudioSink
from app.services.clean_up import Tidying
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.events import (
    CaptureClosed,
    EntrySaved,
    HistoryChanged,
    Inserted,
    LevelHeard,
    MicrophoneChosen,
    ModelFailed,
    ModelLoading,
    ModelReady,
    Noticed,
    NotReplaced,
)
from app.services.ports import Post
from app.services.silence_stop import SilenceStop

TARGET = "standard output"

SHOWN_BY_WINDOWS = (ModelLoading, MicrophoneChosen, LevelHeard, EntrySaved, HistoryChanged)
"""What the command line has no place for."""

LOOK_SECONDS = 0.2
"""Between two looks for Ctrl+C: Windows does not interrupt a wait that has no end."""

Events: TypeAlias = queue.SimpleQueue[object]


class Teller:
    """Tells each problem once, however many parts meet it."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    @property
    def has_told(self) -> bool:
        """Whether there was anything to tell."""
        return bool(self._told)

    def tell(self, problem: Problem, recording: str = "") -> None:
        """One line on standard error."""
        if problem.sentence not in self._told:
            self._told.add(problem.sentence)
            tell(problem)


class StandardOutput:
    """Where the text goes in place of a cursor."""

    def __init__(self, post: Post) -> None:
        self._post = post

    def remember_target(self) -> Target | None:
        """There is only one."""
        return None

    def insert(self, job_id: int, text: str, target: Target | None, recording: str) -> None:
        """Print `text`."""
        print(text, flush=True)
        self._post(Inserted(job_id, TARGET, InsertionWay.TYPE, recording))

    def replace(self, job_id: int, old: str, new: str, target: Target | None, recording: str) -> None:
        """What is printed stays."""
        self._post(NotReplaced(job_id, recording, new))


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Dictate once; status 1 when no text came of it for a reason that was told."""
    memory = ProcessMemory()
    folders.create()
    settings = _settings(options, settings_of(folders))
    events: Events = queue.SimpleQueue()
    teller = Teller()

    def around(sink: AudioSink) -> AudioSink:
        return SilenceStop(sink, events.put, options.silence) if options.silence else sink

    with ExitStack() as stack:
        stack.callback(open_log(folders.log))
        engine = build_engine(folders, settings, memory, events.put, stack, around)
        engine.speech.prepare()
        threading.Thread(target=_wait_for_enter, args=(events.put,), name="enter", daemon=True).start()
        status = _dictate(engine, events, teller, settings)
    # The disk may have refused the text while everything was being closed.
    for event in _waiting(events):
        if isinstance(event, Noticed):
            teller.tell(event.problem)
    return status


def _settings(options: argparse.Namespace, settings: Settings) -> Settings:
    device = settings.microphone.device if options.device is None else options.device
    return replace(
        settings,
        speech=speech_settings(options, settings.speech),
        microphone=replace(settings.microphone, device=device),
    )


def _dictate(engine: Engine, events: Events, teller: Teller, settings: Settings) -> int:
    """Handle events until the one dictation is over."""

    def failed(error: Exception) -> None:
        raise error

    def ready(event: ModelReady) -> None:
        if problem := language_problem(event.facts, settings.speech.language):
            teller.tell(problem)

    output = StandardOutput(events.put)
    tidying = Tidying(settings.tidy)
    controller = DictationController(
        engine.capture, engine.storage, output, tidying, engine.clock, teller.tell
    )
    dispatcher = Dispatcher(failed)
    dispatcher.on(StartRequested, controller.handle)
    dispatcher.on(StopRequested, controller.handle)
    dispatcher.on(SpeechEnded, controller.handle)
    dispatcher.on(Failed, controller.handle)
    dispatcher.on(TextHeard, controller.handle)
    dispatcher.on(CaptureOpened, controller.handle)
    dispatcher.on(CaptureOpened, lambda _: print("Listening. Enter ends it.", file=sys.stderr))
    dispatcher.on(CaptureClosed, controller.capture_closed)
    dispatcher.on(Inserted, controller.inserted)
    dispatcher.on(Noticed, lambda event: teller.tell(event.problem))
    dispatcher.on(ModelReady, ready)
    dispatcher.on(ModelFailed, lambda event: teller.tell(event.problem))
    for kind in SHOWN_BY_WINDOWS:
        dispatcher.on(kind, lambda _: None)
    dispatcher.dispatch(StartRequested())
    while controller.dictations.ongoing:
        with suppress(queue.Empty):
            dispatcher.dispatch(events.get(timeout=LOOK_SECONDS))
    for event in _waiting(events):
        dispatcher.dispatch(event)
    if controller.last is None:
        return 1 if teller.has_told else 0
    return 1 if controller.last.fate is Fate.FAILED else 0


def _waiting(events: Events) -> Iterator[object]:
    """What is there already."""
    with suppress(queue.Empty):
        while True:
            yield events.get_nowait()


def _wait_for_enter(post: Post) -> None:
    """A line on standard input ends the dictation; when there is no standard input, only silence does."""
    if sys.stdin and sys.stdin.readline():
        post(StopRequested())
