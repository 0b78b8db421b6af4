"""What the user wants of a window before anybody listens to it: kept, and said again in the same order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal, SignalInstance


class EarlyWishes:
    """Hears every signal of its own that the class of `source` has, until `carry_out`."""

    def __init__(self, source: QObject) -> None:
        self._kept: list[tuple[SignalInstance, tuple[object, ...]]] = []
        self._heard: Final = tuple(self._hear(getattr(source, name)) for name in own_signals(source))

    def carry_out(self) -> None:
        """Say again what was said so far, to those who listen now, and hear no more."""
        for signal, connection in self._heard:
            signal.disconnect(connection)
        for signal, arguments in self._kept:
            signal.emit(*arguments)
        self._kept.clear()

    def _hear(self, signal: SignalInstance) -> tuple[SignalInstance, Callable[..., None]]:
        def keep(*arguments: object) -> None:
            self._kept.append((signal, arguments))

        signal.connect(keep)
        return signal, keep


def own_signals(source: QObject) -> tuple[str, ...]:
    """The names of the signals that the class of `source` declares itself."""
    return tuple(name for name, value in vars(type(source)).items() if isinstance(value, Signal))
