"""Dictations of given lengths, made of recorded clips, each with a known last word.

Short ones are clips, or clips cut where the detector hears a word end. Long ones are clips joined in random
order with pauses of natural length; the shorter of them are beginnings of the longer ones, always of whole
clips, so that what should be written is known.

The rules:
- The last word ends where the detector's last speech ends, without padding. The recording is cut there.
- Pauses and what follows the last word are the clip's own room tone: its quietest stretch, looped with
  cross-fades. Never digital zero, which no microphone delivers and no detector takes for a pause.
- The same set gives the same dictations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.speech_regions import Region, speech_regions
from app.domain.tail import WINDOW_SAMPLES
from tests.benchmarks.speech_set import Clip

Hear = Callable[[Samples], Sequence[float]]
"""The probabilities of speech of all windows of 512 samples, by a detector that has heard nothing before."""

LENGTHS_SINGLE: Final = (2.0, 5.0)
LENGTHS_JOINED: Final = (13.0, 30.0, 60.0, 120.0)
"""Seconds from the beginning to the last word's end."""

SEED: Final = 20_000
ROOM_SECONDS: Final = 2.0
"""Room tone behind the last word: the latest release, the longest tail, and something to spare."""
TONE_SECONDS: Final = 2.5
FADE: Final = SAMPLE_RATE // 100
PAUSES: Final = (0.25, 1.2)
LEAD: Final = int(0.15 * SAMPLE_RATE)
TRAIL: Final = int(0.1 * SAMPLE_RATE)
"""What is kept of a clip before its first and behind its last speech when it is joined; within a pause."""
SILENCE_MS: Final = 100
"""Speech ends where it is silent for so long."""
TONE_SAMPLES: Final = (4800, 2400, 1280)
"""Lengths of the stretch that is looped, the best first; tightly cut clips are quiet for moments only."""
FAINT: Final = 1e-4
ORDERS: Final = 300


@dataclass(frozen=True, slots=True)
class Dictation:
    """Something to say. `sound` (float32 mono 16 kHz) goes on with `ROOM_SECONDS` of room tone behind the
    last word; times are seconds in it. `recording` is the same for those that begin alike; `reference` is
    empty where what is said is not known."""

    name: str
    sound: Samples
    speech_begins: float
    last_word_ends: float
    reference: str = ""
    recording: str = ""

    def heard(self, after: float) -> Samples:
        """What was heard until `after` seconds behind the last word."""
        return self.sound[: round((self.last_word_ends + after) * SAMPLE_RATE)]


# --- room tone ---


def room_tone(samples: Samples, count: int, hear: Hear) -> Samples:
    """`count` samples of the sound of the room in which `samples` were spoken."""
    for length in TONE_SAMPLES:
        place = quietest(samples, length)
        if place is not None:
            tone = looped(samples[place : place + length], max(count, SAMPLE_RATE))
            if max(hear(tone)) < 0.35:
                return tone[:count]
    noise: Samples = np.random.default_rng(SEED).normal(0.0, FAINT, count).astype(np.float32)
    return noise


def quietest(samples: Samples, length: int) -> int | None:
    """Where the quietest stretch of `length` samples begins that is not digital silence."""
    if len(samples) < length:
        return None
    power = _sums(np.square(samples, dtype=np.float64), length)
    alike = _sums(np.append(samples[1:] == samples[:-1], False).astype(np.float64), length)
    power[alike > 0.9 * length] = np.inf
    place = int(np.argmin(power))
    return place if np.isfinite(power[place]) else None


def _sums(values: npt.NDArray[np.float64], length: int) -> npt.NDArray[np.float64]:
    """The sum of each stretch of `length`."""
    total = np.concatenate(([0.0], np.cumsum(values)))
    return total[length:] - total[:-length]


def looped(stretch: Samples, count: int) -> Samples:
    """`stretch` again and again, cross-faded, `count` samples in all."""
    made = stretch
    while len(made) < count:
        made = faded(made, stretch)
    return made[:count]


def faded(first: Samples, second: Samples, fade: int = FADE) -> Samples:
    """`second` behind `first`, `fade` samples of both on top of each other, at constant power."""
    fade = min(fade, len(first), len(second))
    turn = np.linspace(0.0, np.pi / 2, fade, dtype=np.float32)
    both = first[len(first) - fade :] * np.cos(turn) + second[:fade] * np.sin(turn)
    return np.concatenate((first[: len(first) - fade], both, second[fade:]))


# --- where speech is ---


def speech_in(samples: Samples, tone: Samples, hear: Hear) -> tuple[Region, ...]:
    """The stretches of speech, without padding. The room's `tone` is heard behind it, so that the last one
    ends, too."""
    longer = np.concatenate((samples, tone[:SAMPLE_RATE]))
    longer = longer[: len(longer) // WINDOW_SAMPLES * WINDOW_SAMPLES]
    found = speech_regions(hear(longer), len(longer), SILENCE_MS, padding_ms=0)
    return tuple(Region(one.start, min(one.end, len(samples))) for one in found if one.start < len(samples))


def ended(samples: Samples, end: int, tone: Samples) -> Samples:
    """`samples` up to `end`, unchanged, followed by `ROOM_SECONDS` of the room's `tone`."""
    behind = samples[end : end + FADE]
    spoken = np.concatenate((samples[:end], behind, np.zeros(FADE - len(behind), np.float32)))
    return faded(spoken, tone[: int(ROOM_SECONDS * SAMPLE_RATE)])


@dataclass(frozen=True, slots=True)
class Recording:
    """A clip with its sound, its speech and `TONE_SECONDS` of its room."""

    clip: Clip
    samples: Samples
    speech: tuple[Region, ...]
    tone: Samples


def recorded(clip: Clip, hear: Hear) -> Recording:
    """Read `clip` and listen to it once."""
    samples = clip.samples()
    tone = room_tone(samples, int(TONE_SECONDS * SAMPLE_RATE), hear)
    return Recording(clip, samples, speech_in(samples, tone, hear), tone)


# --- single clips ---


def whole(one: Recording) -> Dictation:
    """A clip up to its last word; where no speech is heard in it, to its end."""
    end = one.speech[-1].end if one.speech else len(one.samples)
    return _single(one, end, one.clip.name, one.clip.reference)


def noise(one: Recording) -> Dictation:
    """A clip in which nobody speaks, to its end."""
    return _single(one, len(one.samples), one.clip.name)


def short(recordings: Sequence[Recording], length: float, count: int) -> tuple[Dictation, ...]:
    """`count` dictations of about `length` seconds out of single clips, each of another clip as long as there
    are enough, cut at an end of speech."""
    choices: list[tuple[int, float, Recording, int]] = []
    for one in recordings:
        ends = sorted((region.end for region in one.speech), key=lambda end: _off(end, length))
        choices += [(rank, _off(end, length), one, end) for rank, end in enumerate(ends)]
    choices.sort(key=lambda choice: (choice[0], choice[1], choice[2].clip.name))
    return tuple(
        _single(one, end, f"{one.clip.name} to {end / SAMPLE_RATE:.1f} s")
        for _, _, one, end in (choices * count)[:count]
    )


def _off(end: int, length: float) -> float:
    return abs(end / SAMPLE_RATE - length)


def _single(one: Recording, end: int, name: str, reference: str = "") -> Dictation:
    begins = one.speech[0].start if one.speech else 0
    sound = ended(one.samples, end, one.tone)
    return Dictation(name, sound, begins / SAMPLE_RATE, end / SAMPLE_RATE, reference, name)


# --- joined clips ---


@dataclass(frozen=True, slots=True)
class Part:
    """A clip to be joined: from `LEAD` before its first speech to `TRAIL` behind its last, which ends at
    sample `end`; `begin` is where it begins."""

    samples: Samples
    begin: int
    end: int
    tone: Samples
    reference: str


def part(one: Recording) -> Part:
    """A clip in which there is speech as a part."""
    begin, end = one.speech[0].start, one.speech[-1].end
    first = max(0, begin - LEAD)
    samples = one.samples[first : end + TRAIL]
    return Part(samples, begin - first, end - first, one.tone, one.clip.reference)


@dataclass(frozen=True, slots=True)
class Plan:
    """Parts in order, the samples of room tone behind each, and where the last word of each ends."""

    parts: tuple[Part, ...]
    tones: tuple[int, ...]
    ends: tuple[int, ...]

    def nearest(self, length: float) -> int:
        """The part that ends nearest to `length` seconds."""
        return min(range(len(self.ends)), key=lambda one: abs(self.ends[one] / SAMPLE_RATE - length))

    def strays(self, lengths: Sequence[float]) -> float:
        """How far off the worst of `lengths` is, as a share of it."""
        return max(abs(self.ends[self.nearest(one)] / SAMPLE_RATE - one) / one for one in lengths)


def plan(parts: Sequence[Part], longest: float, random: np.random.Generator) -> Plan:
    """A random order for more than `longest` seconds; no part comes again before all have come."""
    order: list[Part] = []
    tones: list[int] = []
    ends: list[int] = []
    place = 0
    while not ends or ends[-1] < longest * SAMPLE_RATE:
        for index in random.permutation(len(parts)):
            one = parts[index]
            pause = int(random.uniform(*PAUSES) * SAMPLE_RATE)
            order.append(one)
            ends.append(place + one.end)
            # Both cross-fades come out of the tone.
            tones.append(max(2 * FADE, pause - LEAD - (len(one.samples) - one.end)) + 2 * FADE)
            place += len(one.samples) + tones[-1] - 2 * FADE
            if ends[-1] >= longest * SAMPLE_RATE:
                break
    return Plan(tuple(order), tuple(tones), tuple(ends))


def joined(
    recordings: Sequence[Recording], lengths: Sequence[float], count: int
) -> dict[float, tuple[Dictation, ...]]:
    """`count` dictations of about each of `lengths` seconds; the n-th of each length begin alike."""
    parts = [part(one) for one in recordings if one.speech]
    made: dict[float, list[Dictation]] = {length: [] for length in lengths}
    for number in range(count if lengths else 0):
        random = np.random.default_rng((SEED, number))
        plans = [plan(parts, max(LENGTHS_JOINED) * 1.1, random) for _ in range(ORDERS)]
        best = min(plans, key=lambda one: one.strays(LENGTHS_JOINED))
        sound = _sound(best)
        for length in lengths:
            made[length].append(_beginning(best, sound, length, f"joined {number + 1}"))
    return {length: tuple(dictations) for length, dictations in made.items()}


def _sound(chosen: Plan) -> Samples:
    """All parts with their pauses."""
    pieces: list[Samples] = []
    for one, tone in zip(chosen.parts, chosen.tones, strict=True):
        pieces += [one.samples, one.tone[:tone]]
    sound = pieces[0]
    for piece in pieces[1:]:
        sound = faded(sound, piece)
    return sound


def _beginning(chosen: Plan, sound: Samples, length: float, recording: str) -> Dictation:
    """The first parts, up to the one that ends nearest to `length`."""
    last = chosen.nearest(length)
    end = chosen.ends[last]
    return Dictation(
        f"{recording}, {length:g} s",
        ended(sound, end, chosen.parts[last].tone),
        chosen.parts[0].begin / SAMPLE_RATE,
        end / SAMPLE_RATE,
        " ".join(one.reference for one in chosen.parts[: last + 1]),
        recording,
    )
