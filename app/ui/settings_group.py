"""How the settings are divided: groups as their user thinks of them, each of one or more cards of rows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Card:
    """A title, and rows and what stands between them, from top to bottom."""

    title: str
    widgets: tuple[QWidget, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What the list of groups calls it, and its cards; the first card has the group's own title."""

    title: str
    cards: tuple[Card, ...]
