"""The tray's menu under a real pointer, in a panel that swallows icons as on older desktops."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.adapters.folders import Folders
from app.adapters.tray_manager_x11 import X11TrayManager
from app.ui.tray_host import LOOK_MS, TrayHost
from tests.desktop.desk import Desk
from tests.desktop.inside import Inside, running_inside
from tests.desktop.journey import WITHOUT_CLEAN_UP, said, words
from tests.desktop.x_server import Server

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(1200)]

MENU_MS = 400
"""A click sooner after a menu has appeared belongs to the one that opened it, and is passed over."""


@pytest.fixture
def inside(desk: Desk, qapp: QApplication, tmp_path: Path) -> Iterator[Inside]:
    folders = Folders.at(tmp_path / "s")
    folders.config.mkdir(parents=True)
    folders.settings_file.write_text(WITHOUT_CLEAN_UP, encoding="utf-8")
    with running_inside(folders, qapp) as program:
        yield Inside(desk, program, "tray")


def click(inside: Inside, at: QPoint, button: int = 1) -> None:
    inside.desk.xdotool("mousemove", str(at.x()), str(at.y()), "click", str(button))


def open_menu(inside: Inside) -> QMenu:
    icon = inside.program.face.tray.icon
    assert icon
    inside.until(lambda: icon.geometry().width() > 0)
    click(inside, icon.geometry().center(), 3)
    menu = inside.program.face.tray.menu
    inside.until(menu.isVisible)
    inside.desk.bot.wait(MENU_MS)
    return menu


def choose(inside: Inside, menu: QMenu, action: QAction) -> None:
    click(inside, menu.mapToGlobal(menu.actionGeometry(action).center()))


def test_the_text_comes_to_the_window_that_had_the_focus_before_the_menu(inside: Inside) -> None:
    inside.dictate("s02")
    inside.expect("s02")
    tray = inside.program.face.tray
    inside.until(tray.menu.insert.isEnabled)
    assert inside.editor.has_focus()
    choose(inside, open_menu(inside), tray.menu.insert)
    inside.until(lambda: words(inside.editor.text) == said("s02", "s02"))
    assert not tray.menu.isVisible()
    assert inside.editor.has_focus()
    # One of the submenu, by its own click.
    menu = open_menu(inside)
    inside.look("menu")
    choose(inside, menu, tray.menu.recent.menuAction())
    inside.until(tray.menu.recent.isVisible)
    inside.desk.bot.wait(MENU_MS)
    choose(inside, tray.menu.recent, tray.menu.recent.actions()[0])
    inside.until(lambda: words(inside.editor.text) == said("s02", "s02", "s02"))
    assert inside.editor.has_focus()


@pytest.mark.slow
def test_a_click_on_the_icon_opens_the_window(inside: Inside) -> None:
    icon = inside.program.face.tray.icon
    assert icon
    inside.until(lambda: icon.geometry().width() > 0)
    inside.window.hide()
    click(inside, icon.geometry().center())
    inside.until(inside.window.isVisible)


def test_a_manager_of_icons_is_found_and_a_server_without_one_or_gone_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = X11TrayManager()
    assert here.is_there()
    here.close()
    server = Server()
    monkeypatch.setenv("DISPLAY", server.display)
    bare = X11TrayManager()
    assert not bare.is_there()
    server.end()
    assert not bare.is_there()
    monkeypatch.delenv("DISPLAY")
    assert not X11TrayManager().is_there()
    bare.close()


def test_a_tray_that_comes_and_goes_is_told_of(qtbot: QtBot) -> None:
    is_there = False
    host = TrayHost(lambda: is_there)
    told: list[bool] = []
    host.changed.connect(told.append)
    host.watch()
    assert told == []
    assert not host.is_there
    for is_there in (True, False, True):
        # It is looked for by itself.
        qtbot.waitUntil(partial(_is_last, told, is_there), timeout=4 * LOOK_MS)
        assert host.is_there is is_there
    assert told == [True, False, True]
    host.close()


def _is_last(told: list[bool], value: bool) -> bool:
    return told[-1:] == [value]
