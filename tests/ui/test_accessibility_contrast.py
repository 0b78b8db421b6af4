"""The shapes that tell what a control is, and where, reach 3 : 1 on both grounds (WCAG 2.2, 1.4.11); what
is written 4.5 : 1 (1.4.3), by the colours and as it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.main_window import MainWindow
from app.ui.marked_text import REMOVED_TINT
from app.ui.places import Place
from app.ui.theme import Theme, blend, contrast
from tests.ui.legibility import illegible
from tests.ui.scenes import all_scenes
from tests.ui.windows import main_window, settle

SCENES: Final = all_scenes()


@pytest.fixture(scope="module", params=[Qt.ColorScheme.Light, Qt.ColorScheme.Dark], ids=["light", "dark"])
def ground(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    return Theme(qapp, request.param, motion=False)


@pytest.fixture(scope="module")
def window(ground: Theme) -> Iterator[MainWindow]:
    with main_window(ground) as window:
        window.resize(760, 560)
        window.show()
        yield window


def test_edges_handles_and_the_focus_ring_stand_out(ground: Theme) -> None:
    colours = ground.colours
    for under in (colours.ground, colours.surface):
        for shape in (colours.handle, colours.accent, colours.muted, colours.live, colours.work):
            assert contrast(shape.name(), under.name()) >= 3, (shape.name(), under.name())
    for under in (colours.selected, colours.hover):
        assert contrast(colours.accent.name(), under.name()) >= 3
    # The ring within what is filled, and the mark on it.
    assert contrast(colours.on_accent.name(), colours.accent.name()) >= 3
    assert contrast(colours.on_live.name(), colours.live.name()) >= 3


def test_a_bar_stands_out_from_the_rest_of_its_line(ground: Theme) -> None:
    tokens = ground.tokens
    for filled in (tokens.accent, tokens.live, tokens.work):
        assert contrast(filled, tokens.line) >= 3, filled


def test_words_are_legible_on_what_marks_them(ground: Theme) -> None:
    tokens, colours = ground.tokens, ground.colours
    removed = blend(tokens.text, tokens.surface, REMOVED_TINT)
    heard = blend(tokens.accent, tokens.surface, 0.26)
    for mark in (colours.selected.name(), colours.hover.name(), removed, heard):
        assert contrast(tokens.text, mark) >= 4.5, mark
    assert contrast(tokens.muted, colours.selected.name()) >= 4.5


@pytest.mark.parametrize("scene", ["04-listening", "08-notices", "17-tidied-beside", "61-files"])
def test_words_are_legible_as_they_are_drawn(window: MainWindow, scene: str) -> None:
    window.open_place(Place.DICTATE)
    SCENES[scene](window)
    settle()
    assert illegible(window) == []
