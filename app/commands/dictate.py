"""`sayso dictate`: microphone to standard output, until Enter or a silence.

The same machine, microphone, recognizer and history as the window; the cursor is standard output. Interrupted
with Ctrl+C nothing is printed, and the recording is offered by the window as any other that was cut off.
"""

from __future__ import annotations

import argparse
import queue
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace

from app.adapters.folders import Folders
from app.commands.options import settings_of, speech_settings, tell
from app.domain.dictation import CaptureOpened, Failed, SpeechEnded, StartRequested, StopRequested
from app.domain.insertion import Target
from app.domain.problems import Problem
from app.domain.settings import InsertionWay, Settings
from app.parts import Engine, build_engine
from app.services.capture import AudioSink
from app.services.dictation_controller import DictationController
from app.services.dispatcher import Dispatcher
from app.services.events import CaptureClosed, Inserted, Noticed
from app.services.ports import Post
from app.services.silence_stop import SilenceStop

TARGET = "standard output"


class StandardOutput:
    """Where the text goes in place of a cursor."""

    def __init__(self, post: Post) -> None:
        self._post = post

    def remember_target(self) -> Target | None:
        """There is only one."""
        return None

    def insert(self, job_id: int, text: str, target: Target | None) -> None:
        """Print `text`."""
        print(text, flush=True)
        self._post(Inserted(job_id, TARGET, InsertionWay.TYPE))


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Dictate once; status 1 when no text came of it for a reason that was told."""
    folders.create()
    settings = _settings(options, settings_of(folders))
    events: queue.SimpleQueue[object] = queue.SimpleQueue()

    def around(sink: AudioSink) -> AudioSink:
        return SilenceStop(sink, events.put, options.silence) if options.silence else sink

    with ExitStack() as stack:
        engine = build_engine(folders, settings, events.put, stack, around)
        engine.speech.prepare()
        threading.Thread(target=_wait_for_enter, args=(events.put,), name="enter", daemon=True).start()
        return _dictate(engine, events)


def _settings(options: argparse.Namespace, settings: Settings) -> Settings:
    device = settings.microphone.device if options.device is None else options.device
    return replace(
        settings,
        speech=speech_settings(options, settings.speech),
        microphone=replace(settings.microphone, device=device),
    )


def _dictate(engine: Engine, events: queue.SimpleQueue[object]) -> int:
    """Handle events until the one dictation is over."""
    problems: list[Problem] = []

    def told(problem: Problem, _: str = "") -> None:
        problems.append(problem)
        tell(problem)

    def failed(error: Exception) -> None:
        raise error

    controller = DictationController(
        engine.capture, engine.storage, StandardOutput(events.put), engine.clock, told
    )
    dispatcher = Dispatcher(failed)
    dispatcher.on(StartRequested, controller.handle)
    dispatcher.on(StopRequested, controller.handle)
    dispatcher.on(SpeechEnded, controller.handle)
    dispatcher.on(Failed, controller.handle)
    dispatcher.on(CaptureOpened, controller.handle)
    dispatcher.on(CaptureOpened, lambda _: print("Listening. Enter ends it.", file=sys.stderr))
    dispatcher.on(CaptureClosed, controller.capture_closed)
    dispatcher.on(Inserted, controller.inserted)
    dispatcher.on(Noticed, lambda event: told(event.problem))
    dispatcher.dispatch(StartRequested())
    while controller.dictations.ongoing:
        dispatcher.dispatch(events.get())
    return 1 if problems and controller.last is None else 0


def _wait_for_enter(post: Post) -> None:
    """A line on standard input ends the dictation; when there is no standard input, only silence does."""
    if sys.stdin and sys.stdin.readline():
        post(StopRequested())
