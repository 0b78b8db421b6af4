"""Which speech model and which settings suit this computer, with the figures that say so.

Three limits: the model must fit into half of the free memory of the device (a language model, the screen and
the user's own programs want the rest), a short sentence must be written down within a second, and the way of
computing must not have failed its proof. Of what is left the most accurate one is recommended. How long a
model takes is scaled from a measurement of another one; without any, only what is known to be fast enough is
recommended. It is advice: nothing is ever set by it. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.compute import CPU, CUDA, Way, memory_megabytes, ways
from app.domain.compute_proof import Proof
from app.domain.hardware import Computer, Graphics, device_sentence
from app.domain.settings import ComputeType, Device, SpeechSettings

SENTENCE_SECONDS: Final = 1.0
"""The longest wait for a short sentence that does not break one's train of thought."""

MEMORY_SHARE: Final = 0.5
"""Of the free memory, what the speech model may take at most."""

UNKNOWN_CARD_MEGABYTES: Final = 2000
"""What a graphics card is taken to have free where nobody tells: less than any that is sold today."""

RANKS: Final = (
    "tiny",
    "tiny.en",
    "base",
    "base.en",
    "distil-small.en",
    "small",
    "small.en",
    "distil-medium.en",
    "medium",
    "medium.en",
    "distil-large-v3",
    "distil-large-v3.5",
    "turbo",
    "large-v3",
)
"""From the least to the most accurate, an English one after its sister for all languages."""

UNMEASURED: Final = {CPU: "base.en", CUDA: "turbo"}
"""The most that is recommended before anything was measured: base keeps up with a speaker on two cores, and
by the published speeds turbo takes a card no longer than base does."""

SLOWEST_CORES: Final = 2
"""With fewer, and nothing measured, only the smallest model is trusted to keep up."""

_SPEEDS_ON_CARD: Final = {
    "tiny": 10.0,
    "base": 7.0,
    "small": 4.0,
    "medium": 2.0,
    "large-v3": 1.0,
    "turbo": 8.0,
    "distil-small": 5.6,
    "distil-medium": 6.8,
    "distil-large-v3": 6.3,
    "distil-large-v3.5": 6.3,
}
"""On a graphics card, relative to large: as published with Whisper and with Distil-Whisper. The newest of the
latter is taken to be as fast as its forerunner, which has the same shape."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A model that could be recommended."""

    name: str
    parameters_millions: int
    english_only: bool = False


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A model and its settings. `figures` are the sentences that say why; `seconds` is about how long a short
    sentence takes, None where nothing was measured. `is_proved`: the way of computing has proved to work."""

    model: str
    device: Device
    compute_type: ComputeType
    figures: tuple[str, ...]
    seconds: float | None
    is_proved: bool


@dataclass(frozen=True, slots=True)
class _Choice:
    way: Way
    candidate: Candidate
    seconds: float | None
    measured_with: str


def recommend(
    computer: Computer,
    graphics: Graphics,
    offers: Mapping[str, frozenset[str]],
    proofs: Mapping[Way, Proof],
    candidates: Sequence[Candidate],
    language: str = "",
) -> Recommendation | None:
    """The best model for this computer; None where no way of computing or no candidate is left.

    Args:
        offers: the compute types that the engine offers for each device that is there.
        proofs: what is known of each way; those that failed are not recommended.
        candidates: the models to choose from; one that `RANKS` does not hold is left out.
        language: the one that is dictated; models for English alone are recommended for "en" only.
    """
    order = ways(Device.AUTO, ComputeType.AUTO, offers)
    able = [way for way in order if (proof := proofs.get(way)) is None or proof.works]
    fit = [
        one
        for one in sorted(candidates, key=lambda one: _rank(one.name))
        if _rank(one.name) >= 0 and (language == "en" or not one.english_only)
    ]
    if not able or not fit:
        return None
    choice = _first_choice(able, fit, computer, graphics, proofs, candidates)
    device, compute_type = _wish(choice.way, order[0], offers)
    return Recommendation(
        model=choice.candidate.name,
        device=device,
        compute_type=compute_type,
        figures=_figures(choice, computer, graphics),
        seconds=choice.seconds,
        is_proved=choice.way in proofs,
    )


def settings_of(recommendation: Recommendation, settings: SpeechSettings) -> SpeechSettings:
    """`settings` with what is recommended. The beam is left to the model, because a beam of the user's own
    was chosen for another one; what was set of languages and hints stays."""
    same = recommendation.model == settings.model
    return replace(
        settings,
        model=recommendation.model,
        device=recommendation.device,
        compute_type=recommendation.compute_type,
        beam_size=settings.beam_size if same else 0,
    )


def estimated_seconds(
    model: Candidate, device: str, measured: Candidate, sentence_seconds: float
) -> float | None:
    """About how long a short sentence takes with `model`, where `measured` took `sentence_seconds` for it on
    the same way; None where the two cannot be compared.

    On the processor the encoder is nearly all of it, and its work grows with the number of parameters. A
    graphics card is not filled by small models, so that the published speeds are taken there.
    """
    if device == CPU:
        return sentence_seconds * model.parameters_millions / measured.parameters_millions
    one, other = _speed_on_card(model.name), _speed_on_card(measured.name)
    return sentence_seconds * other / one if one and other else None


def _wish(way: Way, first: Way, offers: Mapping[str, frozenset[str]]) -> tuple[Device, ComputeType]:
    """The settings that lead to `way`, where `first` is tried before all others. What is tried first anyhow
    is left to Sayso, so that it stays right with another card."""
    compute_type = ComputeType.AUTO if way == first else ComputeType(way.compute_type)
    # With a type of its own another device may come first.
    is_first = way.device == first.device and ways(Device.AUTO, compute_type, offers)[0] == way
    return Device.AUTO if is_first else Device(way.device), compute_type


def _first_choice(
    able: Sequence[Way],
    fit: Sequence[Candidate],
    computer: Computer,
    graphics: Graphics,
    proofs: Mapping[Way, Proof],
    known: Sequence[Candidate],
) -> _Choice:
    """The first way with any model that keeps to all limits; else the smallest model on the last resort.

    Of each device only the best way that is left counts: those below it are slower and take more memory.
    """
    best = {way.device: way for way in reversed(able)}
    for way in sorted(best.values(), key=able.index):
        room = _room(way, computer, graphics)
        for one in reversed(fit):
            if room is not None and memory_megabytes(one.parameters_millions, way.compute_type) > room:
                continue
            seconds, with_what = _seconds(one, way, proofs.get(way), known)
            fast = seconds <= SENTENCE_SECONDS if seconds is not None else _is_known_fast(one, way, computer)
            if fast:
                return _Choice(way, one, seconds, with_what)
    way = best.get(CPU, able[0])
    smallest = min(fit, key=lambda one: one.parameters_millions)
    return _Choice(way, smallest, *_seconds(smallest, way, proofs.get(way), known))


def _seconds(
    model: Candidate, way: Way, proof: Proof | None, known: Sequence[Candidate]
) -> tuple[float | None, str]:
    """About how long a short sentence takes, and by which model's measurement."""
    measured = next((one for one in known if proof is not None and one.name == proof.model), None)
    if proof is None or measured is None or not proof.works:
        return None, ""
    return estimated_seconds(model, way.device, measured, proof.sentence_seconds), measured.name


def _room(way: Way, computer: Computer, graphics: Graphics) -> float | None:
    """What the model may take there, in MB; None where nothing is known of the memory."""
    if way.device == CUDA:
        return _free_on_card(graphics) * MEMORY_SHARE
    if computer.available_megabytes is not None:
        return computer.available_megabytes * MEMORY_SHARE
    # Half of all that there is may well be in use.
    return None if computer.memory_megabytes is None else computer.memory_megabytes / 2 * MEMORY_SHARE


def _free_on_card(graphics: Graphics) -> int:
    """Of several cards the fullest: which of them computes is not known."""
    told = [card.free_megabytes for card in graphics.cards if card.free_megabytes is not None]
    return min(told, default=UNKNOWN_CARD_MEGABYTES)


def _is_known_fast(model: Candidate, way: Way, computer: Computer) -> bool:
    """Whether it keeps up without any measurement."""
    if way.device == CPU and computer.cores < SLOWEST_CORES:
        return _rank(model.name) <= _rank("tiny.en")
    return _rank(model.name) <= _rank(UNMEASURED[way.device])


def _rank(name: str) -> int:
    return RANKS.index(name) if name in RANKS else -1


def _speed_on_card(name: str) -> float | None:
    return _SPEEDS_ON_CARD.get(name.removesuffix(".en"))


def _figures(choice: _Choice, computer: Computer, graphics: Graphics) -> tuple[str, ...]:
    """The sentences that say why."""
    way, model = choice.way, choice.candidate
    said = [device_sentence(way.device, computer, graphics)]
    takes = memory_megabytes(model.parameters_millions, way.compute_type)
    said.append(f"{model.name} takes about {takes:,} MB with {way.compute_type}.")
    if choice.seconds is None:
        said.append("Its speed here has not been measured yet.")
    elif choice.measured_with == model.name:
        said.append(f"A short sentence takes {choice.seconds:.1f} s with it, measured here.")
    else:
        said.append(
            f"A short sentence will take about {choice.seconds:.1f} s with it, "
            f"as measured here with {choice.measured_with}."
        )
    return tuple(said)
