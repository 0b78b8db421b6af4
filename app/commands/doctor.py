"""`sayso doctor`: every part on one line: found, works, or the remedy.

Status 1 when one does not work. What is not there and can be done without, as Ollama, is a warning alone.
"""

from __future__ import annotations

import os
import platform
import sys
import threading
from collections.abc import Sequence
from contextlib import closing
from typing import Final

from app import __version__
from app.adapters.audio_files import AudioFiles
from app.adapters.bench_speech import bundled_clip, path_of
from app.adapters.compute_proof import library_version
from app.adapters.computer import this_computer
from app.adapters.connections import Connections
from app.adapters.folders import Folders
from app.adapters.history_store import SqliteHistory
from app.adapters.hotkeys_portal import PortalHotkeys
from app.adapters.local_socket import send
from app.adapters.log_file import open_log
from app.adapters.microphone import PortAudioMicrophone, sound_server
from app.adapters.nvidia import NvidiaCards
from app.adapters.ollama import OllamaWriter
from app.adapters.portaudio import PortAudio
from app.adapters.proof_file import FILE_NAME, ProofFile
from app.adapters.settings_file import TomlSettingsFile
from app.domain.audio import seconds
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.hardware import Graphics, computer_words
from app.domain.keys import Chord, KeyAction
from app.domain.problems import (
    AudioProblem,
    HotkeysUnavailable,
    InsertionUnavailable,
    MicrophoneStalled,
    NoMicrophone,
    NotRunning,
    Problem,
)
from app.domain.remote import Command, Request
from app.domain.settings import Settings
from app.parts import audio_files, hotkey_backends, inserters, loader_of
from app.services.capture import FIRST_BLOCK_SECONDS
from app.services.doctor import Probe, State, clean_up, findings, graphics_card, trials

SET_UP_AGAIN: Final = "Set Sayso up again; if that does not help, report it with the log."
MARKS: Final = {State.WORKS: "ok  ", State.WARNS: "warn", State.FAILS: "FAIL"}


def run(folders: Folders) -> int:
    """Examine and print."""
    status = 0
    close_log = open_log(folders.log)
    try:
        for finding in findings(probes(folders)):
            if finding.state is State.FAILS:
                status = 1
            print(f"{MARKS[finding.state]} {finding.part}: {finding.sentence}", flush=True)
            if finding.remedy:
                print(f"     {finding.remedy}", flush=True)
    finally:
        close_log()
    return status


def probes(folders: Folders) -> Sequence[Probe]:
    """Every part that a dictation needs, in the order in which it needs them."""
    loaded = TomlSettingsFile(folders.settings_file).load()
    cards = NvidiaCards()

    def settings() -> str:
        for problem in loaded.problems:
            raise problem
        return str(folders.settings_file)

    return (
        Probe("Sayso", lambda: f"{__version__} on Python {platform.python_version()}, {platform.platform()}"),
        Probe("Folders", lambda: _folders(folders)),
        Probe("Settings", settings),
        Probe("Microphone", lambda: _microphone(loaded.settings)),
        Probe("Processor", lambda: computer_words(this_computer())),
        Probe("Graphics card", lambda: graphics_card(cards.look())),
        Probe("Computing", lambda: _trials(folders, cards.look())),
        Probe("Speech model", lambda: _model(folders, loaded.settings)),
        Probe("Files", lambda: sound_files(audio_files())),
        Probe(
            "Clean-up",
            lambda: _clean_up(loaded.settings.enhancement, Connections(loaded.settings.privacy).guard()),
        ),
        Probe("Hotkey", lambda: _hotkey(folders, loaded.settings)),
        Probe("Insertion", _insertion),
        Probe("History", lambda: _history(folders)),
        Probe("Window", _window),
        Probe("Running Sayso", lambda: _running(folders)),
    )


def _folders(folders: Folders) -> str:
    folders.create()
    return str(folders.data)


def _trials(folders: Folders, graphics: Graphics) -> str:
    proofs = ProofFile(folders.data / FILE_NAME).load()
    return trials(proofs, this_computer(), graphics, library_version())


def _microphone(settings: Settings) -> str:
    """Open it and hear one block. Raises what the microphone raises, and MicrophoneStalled."""
    portaudio = PortAudio()
    heard = threading.Event()
    try:
        microphone = PortAudioMicrophone(portaudio, sound_server())
        if not microphone.devices():
            raise NoMicrophone
        capture = microphone.open(settings.microphone.device, lambda _: heard.set(), lambda _: None)
        try:
            if not heard.wait(FIRST_BLOCK_SECONDS):
                raise MicrophoneStalled(capture.device, "no block came in time")
            return capture.device
        finally:
            capture.close()
    finally:
        portaudio.close()


def _model(folders: Folders, settings: Settings) -> str:
    recognizer = loader_of(folders).load(settings.speech)
    facts = recognizer.facts
    recognizer.close()
    said = "".join(f"; {fallback}" for fallback in facts.fallbacks)
    return (
        f"{facts.model} on {facts.device}, {facts.compute_type}, proved in {facts.load_seconds:.1f} s{said}"
    )


def sound_files(files: AudioFiles) -> str:
    """Decode the clip that comes with Sayso, as every file is decoded. Raises Problem."""
    lost: list[Problem] = []
    try:
        with path_of(bundled_clip()) as path:
            samples = files.read(path, on_problem=lost.append)
        for problem in lost:
            raise problem
    except AudioProblem as problem:
        # That clip is whole: its remedy would lead astray.
        raise Problem("No sound file can be decoded.", SET_UP_AGAIN, detail=problem.detail) from problem
    return f"sound can be decoded, tried on {seconds(samples):.0f} s in a process of its own"


def _clean_up(settings: EnhancementSettings, connections: Connections) -> str:
    with closing(OllamaWriter(settings.host, connections=connections)) as writer:
        return clean_up(settings, writer)


def _hotkey(folders: Folders, settings: Settings) -> str:
    """Take the talk key and give it back. Raises HotkeysUnavailable, HotkeyInvalid or HotkeyTaken."""
    chord = Chord.parse(settings.hotkeys.talk, KeyAction.TALK)
    refusal = HotkeysUnavailable("this session offers no way to hear keys in other programs")
    for backend in hotkey_backends():
        if not backend.is_available():
            continue
        try:
            backend.start(lambda _: None, lambda _: None)
            # A running Sayso has taken the key, and a portal would ask its user for it.
            if not (isinstance(backend, PortalHotkeys) or _is_running(folders)):
                backend.bind({KeyAction.TALK: chord})
            return f"{chord.label(sys.platform)} by {backend.name}. {backend.hint}".strip()
        except HotkeysUnavailable as problem:
            refusal = problem
        finally:
            backend.stop()
    raise refusal


def _insertion() -> str:
    for way in inserters():
        if way.is_available():
            return way.name
    raise InsertionUnavailable


def _history(folders: Folders) -> str:
    history, problems = SqliteHistory.open(folders.history_file)
    try:
        for problem in problems:
            raise problem
        return "empty" if not history.find(limit=1) else "can be read"
    finally:
        history.close()


def _window() -> str:
    """Whether there is a screen; nothing is opened on it."""
    if sys.platform.startswith("linux"):
        screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
        return f"screen {screen}" if screen else "no screen here: the command line works without one"
    return "a screen"


def _is_running(folders: Folders) -> bool:
    try:
        return send(folders.runtime, Request(Command.PING)).ok
    except NotRunning:
        return False


def _running(folders: Folders) -> str:
    try:
        return send(folders.runtime, Request(Command.STATUS)).text or "yes"
    except NotRunning:
        return "not running"
