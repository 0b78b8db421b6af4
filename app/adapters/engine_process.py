"""The speech engine in a process of its own, so that what kills it does not take the dictation along.

The problem: a driver that fails, a library that crashes and memory that runs out end the process they are in,
and some calls never come back. Here that process is a child (`app.commands.speech_engine`), one for each
loaded model; its recognizer fits the same port as one in this process. Commands and texts cross pipes
(`app.adapters.engine_messages`), sound crosses shared memory (`app.adapters.engine_sound`).

Rules: one call at a time. A Problem of the child is the same Problem here. Closing ends the child, so that
its memory is back; when this process ends in whatever way, the child ends by itself.
Failure: a child that dies, makes no sense or does not answer in time is ended, and that call and every later
one raise EngineDied. It is not started again here: who uses the model leases another.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.adapters.engine_child import EngineProcess
from app.adapters.engine_errors import UNLOADED
from app.adapters.engine_messages import to_plain
from app.adapters.folders import Folders
from app.adapters.own_process import SPEECH_ENGINE, own_command
from app.domain.audio import Samples, seconds
from app.domain.compute import CPU, device_words
from app.domain.compute_proof import Settled
from app.domain.decoding import DecodingOptions
from app.domain.models import EngineFacts
from app.domain.problems import EngineDied, OutOfMemory, Problem, RecognitionFailed
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.domain.transcript import Transcript

CRASHED: Final = "The speech engine crashed while it was loading, so the processor is used."


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds that a child has to answer: for loading, and for decoding so many and so many more for each
    second of sound. A new graphics card's first computation can take minutes."""

    load: float = 600.0
    decode: float = 30.0
    decode_each_second: float = 10.0

    def of_decoding(self, audio: Samples) -> float:
        """For decoding `audio`."""
        return self.decode + self.decode_each_second * seconds(audio)


class ApartLoader:
    """Loads models, each in a process of its own.

    Args:
        folders: where the models are.
        command: what to run; the program's own hidden command when left out.
        limits: how long to wait for answers.
        settle: says what to load settings with, as for `app.adapters.whisper_loader.WhisperLoader`.
    """

    def __init__(
        self,
        folders: Folders,
        command: Sequence[str] | None = None,
        limits: Limits | None = None,
        settle: Callable[[SpeechSettings], Settled] = Settled,
    ) -> None:
        self._folders = folders
        self._settle = settle
        self._command = tuple(command or own_command(SPEECH_ENGINE))
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._loading: set[EngineProcess] = set()
        self._is_closed = False

    def load(self, settings: SpeechSettings) -> ApartRecognizer:
        """Load `settings.model`, proved by one short transcription; falls back and says so in `facts`, also
        to the processor when the process dies of it.

        Raises what loading in this process raises, EngineDied, and RecognitionFailed after `close`.
        """
        settled = self._settle(settings)
        settings = settled.settings
        wishes = [settings]
        if settings.device is not Device.CPU:
            wishes.append(replace(settings, device=Device.CPU, compute_type=ComputeType.AUTO))
        problem: Problem | None = None
        for wish in wishes:
            began = time.perf_counter()
            process = self._started()
            question = {"load": to_plain(wish), "folders": to_plain(self._folders), "file": process.file}
            try:
                facts = process.ask(question, EngineFacts, self._limits.load)
            except EngineDied as died:
                problem = died
                if process.ran_out_of_memory:
                    problem = OutOfMemory(device_words(CPU), detail=died.detail)
            except BaseException:  # an interrupt leaves no process behind either
                process.close()
                raise
            else:
                said = (*settled.fallbacks, *((CRASHED,) if problem else ()), *facts.fallbacks)
                taken = time.perf_counter() - began
                facts = replace(facts, apart=True, fallbacks=said, load_seconds=taken)
                return ApartRecognizer(process, facts, self._limits)
            finally:
                with self._lock:
                    self._loading.discard(process)
        assert problem is not None
        raise problem

    def close(self) -> None:
        """End what is being loaded, and load nothing any more; may be called from any thread. What has been
        loaded belongs to whoever asked for it."""
        with self._lock:
            self._is_closed = True
            loading = tuple(self._loading)
        for process in loading:
            process.close()

    def _started(self) -> EngineProcess:
        """A process that is to load. Raises EngineDied, and RecognitionFailed after `close`."""
        with self._lock:
            if self._is_closed:
                raise RecognitionFailed(UNLOADED)
            process = EngineProcess(self._command)
            self._loading.add(process)
            return process


class ApartRecognizer:
    """A loaded model in a process of its own. `close` may be called from any thread."""

    def __init__(self, process: EngineProcess, facts: EngineFacts, limits: Limits) -> None:
        self._process = process
        self._facts = facts
        self._limits = limits

    @property
    def facts(self) -> EngineFacts:
        """What is in use."""
        return self._facts

    @property
    def pid(self) -> int:
        """The number of the process, also when it has ended."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process runs; False once a call has raised EngineDied, and after `close`."""
        return self._process.is_alive

    def transcribe(
        self, audio: Samples, options: DecodingOptions, on_progress: Callable[[float], None] | None = None
    ) -> Transcript:
        """Decode `audio` (float32 mono 16 kHz). Inventions are already moved to `suppressed`.

        `on_progress` is told the seconds of audio decoded so far, and stops it by raising.
        Raises RecognitionFailed, OutOfMemory or EngineDied.
        """
        question = {"transcribe": to_plain(options), "tells": on_progress is not None}
        limit = self._limits.of_decoding(audio)
        return self._process.ask(question, Transcript, limit, audio, on_progress)

    def decode_phrase(
        self,
        audio: Samples,
        speech: Sequence[float],
        options: DecodingOptions,
        *,
        draft: bool = False,
        careful: bool = False,
        once: bool = False,
    ) -> Transcript:
        """Decode one phrase, as `app.adapters.whisper.WhisperRecognizer.decode_phrase` does.

        Raises RecognitionFailed, OutOfMemory or EngineDied.
        """
        question = {
            "phrase": to_plain(options),
            "speech": [float(one) for one in speech],
            "draft": draft,
            "careful": careful,
            "once": once,
        }
        return self._process.ask(question, Transcript, self._limits.of_decoding(audio), audio)

    def close(self) -> None:
        """End the process, whatever it does; a call that waits for it raises RecognitionFailed."""
        self._process.close()
