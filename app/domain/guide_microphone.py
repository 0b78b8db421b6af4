"""What a few seconds of speech tell of a microphone: how soon it sends sound, and how loud it is.

Loudness is that of the speech alone, by the detector's windows: the silence between words would make every
voice seem quiet. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

import numpy as np

from app.domain.audio import SILENCE_DBFS, Samples, level_dbfs
from app.domain.microphone_report import MicrophoneReport
from app.domain.speech_regions import SPEECH_THRESHOLD
from app.domain.tail import WINDOW_SAMPLES

OPENINGS: Final = 3
"""How often it is opened to see how soon it sends: one alone may have been unlucky."""

SHORTEST_SPEECH: Final = 10
"""Windows of 32 ms with speech in them, below which it counts as none: a cough has fewer."""


def report(samples: Samples, speech: Sequence[float], delays: Sequence[float]) -> MicrophoneReport:
    """What `samples` (float32 mono 16 kHz) tell, with the detector's probability of each of their windows of
    512 samples, and the `delays` of the openings in seconds."""
    spoken = [
        samples[index * WINDOW_SAMPLES : (index + 1) * WINDOW_SAMPLES]
        for index, probability in enumerate(speech)
        if probability >= SPEECH_THRESHOLD
    ]
    return MicrophoneReport(
        delay_ms=round(1000 * median(delays)) if delays else None,
        peak_dbfs=peak_dbfs(samples),
        speech_dbfs=level_dbfs(np.concatenate(spoken)) if len(spoken) >= SHORTEST_SPEECH else None,
    )


def peak_dbfs(samples: Samples) -> float:
    """The loudest sample in dB relative to full scale, from `SILENCE_DBFS` up."""
    peak = float(np.max(np.abs(samples))) if len(samples) else 0.0
    return max(SILENCE_DBFS, 20.0 * float(np.log10(peak))) if peak > 0.0 else SILENCE_DBFS
