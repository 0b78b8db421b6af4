"""What the settings say of the hardware: what may be chosen to compute with, what it costs, and why not.

Pure functions of what was found; what is refused is told in the words of whoever looked.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.compute import CPU, CUDA, default_compute_type, device_words
from app.domain.settings import ComputeType, Device
from app.services.hardware_events import DeviceFacts, HardwareFound
from app.ui import words
from app.ui.settings_rows import Option
from app.ui.told import told


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_hardware_words", text)


def device_options(found: HardwareFound, engine: str) -> list[Option]:
    """Where to compute: what each device is, or why it cannot be chosen. `engine` is what computes now, empty
    while nothing does."""
    return [_device_option(found, device, engine) for device in Device]


def type_options(found: HardwareFound, device: Device) -> list[Option]:
    """What to compute with on `device`: what each type costs, or why it cannot be chosen."""
    facts = _used(found, device)
    return [_type_option(facts, each) for each in ComputeType]


def _used(found: HardwareFound, device: Device) -> DeviceFacts | None:
    """What is known of the device that is computed on where `device` is wished."""
    wished = {Device.CPU: (CPU,), Device.CUDA: (CUDA, CPU), Device.AUTO: (CUDA, CPU)}[device]
    known = {each.device: each for each in found.devices}
    there = (known[each] for each in wished if each in known and known[each].is_there)
    return next(there, known.get(CPU))


def _device_option(found: HardwareFound, device: Device, engine: str) -> Option:
    name, hint = words.device_words(device)
    if device is Device.AUTO:
        used = _used(found, device)
        now = ""
        if engine:
            now = _tr("In use now: %1.").replace("%1", told(engine))
        elif used is not None and used.is_there:
            now = _tr("Now the %1.").replace("%1", told(device_words(used.device)))
        return Option(device, name, f"{hint} {now}".strip())
    facts = next((each for each in found.devices if each.device == device.value), None)
    if facts is None:
        return Option(device, name, hint)
    return Option(device, name, told(facts.sentence), "" if facts.is_there else told(facts.sentence))


def _type_option(facts: DeviceFacts | None, compute_type: ComputeType) -> Option:
    name, hint = words.compute_words(compute_type)
    if facts is None:
        return Option(compute_type, name, hint)
    meant = default_compute_type(facts.device) if compute_type is ComputeType.AUTO else compute_type
    known = next((each for each in facts.types if each.compute_type is meant), None)
    if known is None:
        return Option(compute_type, name, hint)
    if compute_type is ComputeType.AUTO:
        here = _tr("Here %1.").replace("%1", meant.value)
        return Option(compute_type, name, f"{here} {told(known.cost.words)}")
    return Option(compute_type, name, told(known.cost.words), "" if known.is_usable else told(known.sentence))
