"""What the models page says of the computer: sentences made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak; what the
services have put into sentences already is passed on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.compute import CPU, CUDA, Way
from app.domain.hardware import Computer, GraphicsCard
from app.domain.model_budget import Held
from app.domain.recommendation import Recommendation
from app.domain.settings import ComputeType, Device, SpeechSettings
from app.services.hardware_events import ComputeTypeFacts, DeviceFacts, HardwareFound, ProvingEnded
from app.ui.told import told
from app.ui.words import size_words

_MEGABYTE: Final = 1_000_000

Shape = tuple[str, str]


def _tr(text: str) -> str:
    return QCoreApplication.translate("hardware_words", text)


def processor_words(computer: Computer) -> str:
    """ "AMD Ryzen 7 5800X, 16 cores"."""
    cores = _tr("1 core") if computer.cores == 1 else _tr("%1 cores").replace("%1", str(computer.cores))
    return f"{computer.processor or _tr('Unknown')}, {cores}"


def memory_words(computer: Computer) -> str:
    """ "16.8 GB, 9.1 GB free"."""
    sizes = _sizes(computer.memory_megabytes, computer.available_megabytes)
    return sizes or _tr("The system does not tell how much there is.")


def cards_words(found: HardwareFound) -> str:
    """Each graphics card with its memory, and why none can be computed on."""
    said = [_card_words(card) for card in found.graphics.cards]
    device = device_of(found, CUDA)
    if device is None or not device.is_there or not said:
        said.append(told(device.sentence) if device else _tr("No NVIDIA graphics card was found."))
    return "\n".join(said)


def device_of(found: HardwareFound, device: str) -> DeviceFacts | None:
    """What is known of "cpu" or "cuda"."""
    return next((one for one in found.devices if one.device == device), None)


def _card_words(card: GraphicsCard) -> str:
    sizes = _sizes(card.memory_megabytes, card.free_megabytes)
    return f"{card.name}: {sizes}" if sizes else card.name


def _sizes(whole: int | None, free: int | None) -> str:
    if whole is None:
        return ""
    if free is None:
        return _tr("%1 of memory").replace("%1", size_words(whole * _MEGABYTE))
    return (
        _tr("%1 of memory, %2 free")
        .replace("%1", size_words(whole * _MEGABYTE))
        .replace("%2", size_words(free * _MEGABYTE))
    )


def computes_words(held: Sequence[Held], selected: str, loading: frozenset[str]) -> str:
    """Where the model in use computes now: "base on the processor, int8"."""
    names = {CPU: _tr("%1 on the processor, %2"), CUDA: _tr("%1 on the graphics card, %2")}
    for one in held:
        if one.model == selected and one.device in names:
            pattern = names[one.device]
            return pattern.replace("%1", short(selected)).replace("%2", one.compute_type)
    if selected in loading:
        return _tr("%1 is being loaded …").replace("%1", short(selected))
    return _tr("Nothing yet: %1 is loaded when it is needed.").replace("%1", short(selected))


def short(model: str) -> str:
    """A model's name; of a folder the last part."""
    return model.rstrip("/\\").replace("\\", "/").rpartition("/")[2] or model


# --- ways of computing ---


def way_words(way: Way, *, flash_attention: bool = False) -> str:
    """ "graphics card, float16"."""
    names = {CPU: _tr("processor, %1"), CUDA: _tr("graphics card, %1")}
    said = names.get(way.device, f"{way.device}, %1").replace("%1", way.compute_type)
    return _tr("%1, flash attention").replace("%1", said) if flash_attention else said


def device_title(device: str) -> str:
    """The heading of its compute types."""
    return {CPU: _tr("Processor"), CUDA: _tr("Graphics card")}.get(device, device)


def type_shape(facts: ComputeTypeFacts) -> Shape:
    """The icon and the colour that stand before the sentence about it."""
    if facts.proof is None:
        return "info", "muted"
    return ("check", "done") if facts.proof.works else ("triangle", "live")


def about_words(facts: ComputeTypeFacts) -> str:
    """ "about 243 MB"; empty where that is not known."""
    size = facts.cost.memory_megabytes
    return "" if size is None else _tr("about %1").replace("%1", size_words(size * _MEGABYTE))


def cost_words(facts: ComputeTypeFacts) -> str:
    """Speed and accuracy."""
    return f"{told(facts.cost.speed)} {told(facts.cost.accuracy)}"


def not_offered_words(types: Sequence[ComputeType]) -> str:
    """Those that cannot be had; empty where there is none."""
    return _tr("Not offered: %1.").replace("%1", ", ".join(types)) if types else ""


def tally_words(found: HardwareFound, in_use: Collection[Way] = ()) -> str:
    """How many ways of computing work: "1 works, 1 does not, 2 not tried yet". A model that computes `in_use`
    has shown that it works."""
    offered = [(device, one) for device in found.devices for one in device.types if one.is_offered]
    untold = [Way(device.device, one.compute_type) for device, one in offered if one.proof is None]
    proofs = [one.proof for _, one in offered]
    used = sum(1 for way in untold if way in in_use)
    works = sum(1 for proof in proofs if proof is not None and proof.works)
    fails = sum(1 for proof in proofs if proof is not None and not proof.works)
    untried = len(untold) - used
    said = []
    if used:
        said.append(_tr("%1 in use").replace("%1", str(used)))
    if works:
        said.append(_tr("1 works") if works == 1 else _tr("%1 work").replace("%1", str(works)))
    if fails:
        said.append(_tr("1 does not") if fails == 1 else _tr("%1 do not").replace("%1", str(fails)))
    if untried:
        said.append(_tr("%1 not tried yet").replace("%1", str(untried)))
    return ", ".join(said)


def costs_title(found: HardwareFound) -> str:
    """Whose costs they are, and who computes."""
    by = f" ({found.library})" if found.library else ""
    return _tr("What each costs with %1").replace("%1", short(found.model)) + by


# --- measuring and what is recommended ---


def ended_words(ended: ProvingEnded) -> tuple[str, Shape]:
    """What came of trying."""
    said = " ".join(map(told, ended.sentences))
    if ended.used is None:
        return said or _tr("Nothing was found out."), ("triangle", "live")
    if said:
        return said, ("info", "accent")
    best = _tr("Works: %1.").replace("%1", way_words(ended.used))
    return best, ("check", "done")


def recommended_words(recommendation: Recommendation) -> str:
    """The model and its settings in a sentence."""
    where = {Device.CPU: _tr("on the processor"), Device.CUDA: _tr("on the graphics card")}
    said = [recommendation.model]
    if recommendation.device in where:
        said.append(where[recommendation.device])
    if recommendation.compute_type is not ComputeType.AUTO:
        said.append(_tr("with %1").replace("%1", recommendation.compute_type))
    return _tr("Recommended for this computer: %1.").replace("%1", " ".join(said))


def is_followed(recommendation: Recommendation, speech: SpeechSettings) -> bool:
    """Whether it is what is set."""
    wished = (recommendation.model, recommendation.device, recommendation.compute_type)
    return wished == (speech.model, speech.device, speech.compute_type)
