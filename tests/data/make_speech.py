"""Makes the spoken test files of this folder and their manifest.jsonl. Run it to make them anew.

The voices are espeak-ng's, so the files are free of any speaker's rights and can be made again: needs the
programs espeak-ng and flac. Sentences, voice and speed were chosen so that Whisper base writes each of
them exactly (after Whisper's own normaliser); `--check FOLDER` tries that with the model in FOLDER.

Noise is made here too, from a fixed seed: nothing may be written of it.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import wave
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent
RATE = 16_000
LEAD_SECONDS = 0.25
TAIL_SECONDS = 0.35
ROOM_DBFS = -66.0

Sound = npt.NDArray[np.float64]

SENTENCES = (
    "We need three more chairs in the large room.",
    "She opened the window and looked at the garden.",
    "I will call you back as soon as I can.",
    "The new printer is on the second floor.",
    "He wrote a long letter to his brother.",
    "The children are playing in the park today.",
    "Can you tell me where the station is?",
    "My sister works in a hospital.",
    "The weather will be better tomorrow afternoon.",
    "We should talk about the budget next week.",
    "The doctor asked him to come back on Friday.",
    "I have already answered all of your questions.",
    "We will have dinner at seven this evening.",
    "Could you open the door for me?",
    "My brother wants to learn how to swim.",
    "It was raining when we left the house.",
    "I would like a cup of tea with milk.",
    "You can park your car behind the building.",
    "His answer to my question was very short.",
    "After dinner we went for a walk.",
    "This computer is much faster than the old one.",
    "I am looking forward to seeing you again.",
)

MEDIUM = " ".join(SENTENCES[number] for number in (1, 2, 3, 4))
LONG = " ".join(SENTENCES[number] for number in (0, 1, 2, 5, 6, 13, 8, 9, 11))
GERMAN = "Wir fahren im Sommer mit dem Auto nach Italien."


@dataclass(frozen=True)
class Spoken:
    """A file to be spoken: `voice` and `speed` (words a minute) are espeak-ng's, `gap` is in 10 ms."""

    file: str
    language: str
    reference: str
    voice: str = "en-us"
    speed: int = 140
    gap: int = 2


def plan() -> list[Spoken]:
    """All spoken files."""
    short = [Spoken(f"s{number:02}.flac", "en", text) for number, text in enumerate(SENTENCES, 1)]
    longer = [
        Spoken("medium.flac", "en", MEDIUM, speed=150, gap=1),
        Spoken("long.flac", "en", LONG),
        Spoken("german.flac", "de", GERMAN, voice="de", speed=130),
    ]
    return short + longer


def speak(what: Spoken) -> Sound:
    """`what` at 16 kHz with a quiet room around it, float64 within -1..1."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw.wav")
        command = ["espeak-ng", "-v", what.voice, "-s", str(what.speed), "-g", str(what.gap), "-a", "120"]
        subprocess.run([*command, "-w", str(raw), what.reference], check=True)
        with wave.open(str(raw)) as file:
            rate = file.getframerate()
            data = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(np.float64) / 32768
    import soxr  # type: ignore[import-untyped]

    spoken = np.asarray(soxr.resample(data, rate, RATE, quality="VHQ"))
    spoken *= 0.5 / max(float(np.max(np.abs(spoken))), 1e-9)
    sound = np.concatenate(
        [np.zeros(round(LEAD_SECONDS * RATE)), spoken, np.zeros(round(TAIL_SECONDS * RATE))]
    )
    room = pink(len(sound), seed=len(what.reference))
    return sound + room * 10 ** (ROOM_DBFS / 20)


def pink(samples: int, seed: int) -> Sound:
    """Noise whose power falls with the frequency, root mean square 1."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(samples))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    noise = np.fft.irfft(spectrum, samples)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)))


def noises() -> dict[str, Sound]:
    """The files in which nothing is said."""
    count = 5 * RATE
    time = np.arange(count) / RATE
    hum = sum(np.sin(2 * np.pi * 50 * n * time) / n for n in (1, 2, 3, 5))
    return {
        "silence.flac": np.zeros(count),
        "room.flac": pink(count, 1) * 10 ** (-60 / 20),
        "pink.flac": pink(count, 2) * 10 ** (-36 / 20),
        "hiss.flac": np.random.default_rng(3).standard_normal(count) * 10 ** (-40 / 20),
        "hum.flac": np.asarray(hum) * 10 ** (-34 / 20),
    }


def write(path: Path, sound: Sound) -> float:
    """Write `sound` as FLAC; its length in seconds."""
    data = np.rint(np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
    options = ["--sign=signed", "--endian=little", "--channels=1", "--bps=16", f"--sample-rate={RATE}"]
    command = ["flac", "--silent", "--force", "--best", "--force-raw-format", *options, "-o", str(path), "-"]
    subprocess.run(command, input=data, check=True)
    return round(len(sound) / RATE, 2)


def make() -> None:
    """All files and the manifest."""
    rows: list[dict[str, object]] = []
    for one in plan():
        seconds = write(FOLDER / one.file, speak(one))
        rows.append(
            row(one.file, seconds, one.language, one.reference, "speech") | {"voice": asdict(one)["voice"]}
        )
    for name, sound in noises().items():
        rows.append(row(name, write(FOLDER / name, sound), "", "", "noise"))
    lines = [json.dumps(one, ensure_ascii=False) for one in rows]
    (FOLDER / "manifest.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def row(file: str, seconds: float, language: str, reference: str, kind: str) -> dict[str, object]:
    """One line of the manifest."""
    made = {"speaker": "espeak-ng" if kind == "speech" else "", "source": "make_speech.py", "licence": "MIT"}
    return {
        "file": file,
        "seconds": seconds,
        "language": language,
        "reference": reference,
        "kind": kind,
    } | made


def check(model_folder: str) -> int:
    """Transcribe every spoken file with the model in `model_folder`; how many are not exact."""
    from faster_whisper import WhisperModel
    from whisper_normalizer.basic import BasicTextNormalizer
    from whisper_normalizer.english import EnglishTextNormalizer

    model = WhisperModel(model_folder, device="cpu", compute_type="int8")
    wrong = 0
    for line in (FOLDER / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["kind"] != "speech":
            continue
        normal = EnglishTextNormalizer() if one["language"] == "en" else BasicTextNormalizer()
        texts = []
        for beam in (5, 1):
            segments, _ = model.transcribe(
                str(FOLDER / one["file"]), language=one["language"], beam_size=beam, vad_filter=True
            )
            texts.append("".join(segment.text for segment in segments).strip())
        exact = all(normal(text) == normal(one["reference"]) for text in texts)
        wrong += not exact
        print("right" if exact else "WRONG", one["file"], one["seconds"], *([] if exact else texts))
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", metavar="FOLDER", help="transcribe them with the model in FOLDER")
    arguments = parser.parse_args()
    if arguments.check:
        sys.exit(1 if check(arguments.check) else 0)
    make()
