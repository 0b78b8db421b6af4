"""`sayso devices`: the microphones there are, one a line, the system's default marked."""

from __future__ import annotations

from app.adapters.microphone import PortAudioMicrophone, sound_server
from app.adapters.portaudio import PortAudio
from app.domain.problems import NoMicrophone


def run() -> int:
    """Print them. Raises NoMicrophone when there is none."""
    portaudio = PortAudio()
    try:
        devices = PortAudioMicrophone(portaudio, sound_server()).devices()
    finally:
        portaudio.close()
    if not devices:
        raise NoMicrophone
    for device in devices:
        mark = "*" if device.is_default else " "
        named = device.label if device.label == device.name else f"{device.label}  [{device.name}]"
        print(f"{mark} {named}")
    return 0
