"""Where speech is: Silero's voice-activity detector (MIT), run by onnxruntime window by window.

The weights are the ones that faster-whisper brings along, so that what is judged while the user speaks is
what the decoder's own filter would judge. They are found without importing faster-whisper, which takes
far longer than this whole detector.

One `SpeechDetectors` holds the weights; each stream gets a `SileroDetector` with its own state: the
recurrent h and c of shape (1, 1, 128), and the last 64 samples of the window before, which go in front
of each window of 512 (576 in all, zeros at the beginning).

Failure mode: weights that are missing or not loadable raise Unexpected at `new`; the microphone then
works without, with full tails.
"""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from app.domain.audio import Samples
from app.domain.problems import Unexpected
from app.domain.tail import WINDOW_SAMPLES

CONTEXT_SAMPLES: Final = 64
_STATE_SHAPE: Final = (1, 1, 128)
_PACKAGE: Final = "faster_whisper"
_FILE: Final = ("assets", "silero_vad_v6.onnx")

_State = npt.NDArray[np.float32]


def weights_path() -> Path:
    """Where faster-whisper keeps the detector's weights. Raises Unexpected."""
    spec = importlib.util.find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, *_FILE)
        if path.is_file():
            return path
    raise Unexpected("the speech detector", detail="its weights are not beside faster_whisper")


class SpeechDetectors:
    """Makes detectors that share one set of weights. Nothing is loaded before the first one is made."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._session: Any = None

    def new(self) -> SileroDetector:
        """A detector for a new stream. Raises Unexpected."""
        with self._lock:
            if self._session is None:
                self._session = _load(self._path or weights_path())
        return SileroDetector(self._session)


class SileroDetector:
    """The detector of one stream. Fits the port SpeechDetector; used by one thread."""

    def __init__(self, session: Any) -> None:  # noqa: ANN401  onnxruntime has no types
        self._session = session
        self._h: _State = np.zeros(_STATE_SHAPE, np.float32)
        self._c: _State = np.zeros(_STATE_SHAPE, np.float32)
        self._context: Samples = np.zeros(CONTEXT_SAMPLES, np.float32)
        self._rest: Samples = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> Sequence[float]:
        """The probability of speech, 0..1, of each whole window of 512 samples (float32 mono 16 kHz) that
        `samples` completes; the rest is kept for the next call."""
        audio = np.concatenate((self._rest, samples)).astype(np.float32, copy=False)
        count = len(audio) // WINDOW_SAMPLES
        self._rest = audio[count * WINDOW_SAMPLES :]
        if not count:
            return ()
        windows = audio[: count * WINDOW_SAMPLES].reshape(count, WINDOW_SAMPLES)
        contexts = np.concatenate((self._context[np.newaxis], windows[:-1, -CONTEXT_SAMPLES:]))
        # The model takes the rows as steps in time, so one call does all windows that are there.
        feeds = {"input": np.concatenate((contexts, windows), axis=1), "h": self._h, "c": self._c}
        probabilities, self._h, self._c = self._session.run(None, feeds)
        self._context = windows[-1, -CONTEXT_SAMPLES:].copy()
        return tuple(float(one) for one in np.ravel(probabilities))


def _load(path: Path) -> Any:  # noqa: ANN401  onnxruntime has no types
    # Imported here: it takes a tenth of a second that the window need not wait for.
    try:
        import onnxruntime

        # As `app` has asked for by the environment, for builds that do not read that.
        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        # One window is 0.1 ms of work: more threads would only spin.
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        return onnxruntime.InferenceSession(
            str(path), sess_options=options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime's kinds are private to it
        raise Unexpected("the speech detector", detail=f"{type(error).__name__}: {error}") from error
