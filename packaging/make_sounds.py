"""Makes resources/sounds/start.wav: a quiet, short, rising pair of tones. Run it to make it anew.

80 ms, so that it is over before the first word; -24 dBFS at most, so that it startles nobody and hardly
comes back through the microphone; raised-cosine ends, so that it does not click.
"""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

RATE = 48_000
TONES = ((660.0, 0.040), (990.0, 0.040))  # Hz, seconds: a fifth upwards means "go"
PEAK = 10 ** (-24 / 20)
FADE_SECONDS = 0.008


def tones() -> np.ndarray:
    """Both tones joined without a jump in phase, faded in and out; float64 within -1..1."""
    frequency = np.concatenate([np.full(round(RATE * length), pitch) for pitch, length in TONES])
    sound = np.sin(2 * np.pi * np.cumsum(frequency) / RATE)
    fade = 0.5 - 0.5 * np.cos(np.pi * np.arange(round(RATE * FADE_SECONDS)) / (RATE * FADE_SECONDS))
    sound[: len(fade)] *= fade
    sound[-len(fade) :] *= fade[::-1]
    return sound * PEAK


def main() -> None:
    target = Path(__file__).parent.parent / "resources" / "sounds" / "start.wav"
    target.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.rint(tones() * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
