"""Fixtures that all tests on the virtual desktop share."""

from tests.desktop.desk import desk, layout
from tests.desktop.sound_bench import microphone, portaudio, server

__all__ = ["desk", "layout", "microphone", "portaudio", "server"]
