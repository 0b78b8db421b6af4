"""Global shortcuts by a desktop portal on a real bus."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.adapters.hotkeys_portal import PortalHotkeys
from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeysUnavailable
from tests.desktop.heard import Heard
from tests.desktop.portal import REFUSED, Portal
from tests.desktop.sound_server import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.light]

TALK = {KeyAction.TALK: Chord.parse("f9")}
BOTH = {**TALK, KeyAction.CANCEL: Chord.parse("escape")}
PRESS, RELEASE = (KeyAction.TALK, True), (KeyAction.TALK, False)
SET = "Your desktop has set it to “Press F9”; change it in the desktop's settings."


@pytest.fixture
def portal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    portal = Portal()
    yield portal
    portal.close()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def hotkeys(portal: Portal, heard: Heard) -> Iterator[PortalHotkeys]:
    hotkeys = PortalHotkeys()
    hotkeys.start(heard.post, heard.problems.put)
    yield hotkeys
    hotkeys.stop()


def bound(hotkeys: PortalHotkeys, chords: dict[KeyAction, Chord] = TALK, hint: str = SET) -> None:
    hotkeys.bind(chords)
    wait_for("the desktop's answer", lambda: hotkeys.hint == hint)


def test_it_is_there_on_wayland_where_the_portal_is(monkeypatch: pytest.MonkeyPatch, portal: Portal) -> None:
    assert PortalHotkeys().is_available()
    portal.close()
    assert not PortalHotkeys().is_available()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    assert not PortalHotkeys().is_available()


def test_the_key_is_wished_for_and_presses_and_releases_are_heard(
    portal: Portal, hotkeys: PortalHotkeys, heard: Heard
) -> None:
    bound(hotkeys)
    assert portal.named == [{"talk": "F9", "cancel": None}]
    portal.press("talk")
    portal.release("talk")
    assert [heard.next(), heard.next()] == [PRESS, RELEASE]
    assert heard.problems.empty()


def test_cancel_is_heard_only_while_it_is_bound_and_asks_nobody_again(
    portal: Portal, hotkeys: PortalHotkeys, heard: Heard
) -> None:
    bound(hotkeys)
    portal.press("cancel")
    portal.press("talk")
    assert heard.next() == PRESS
    hotkeys.bind(BOTH)
    portal.press("cancel")
    portal.release("cancel")
    assert [heard.next(), heard.next()] == [(KeyAction.CANCEL, True), (KeyAction.CANCEL, False)]
    hotkeys.bind(TALK)
    portal.press("cancel")
    portal.release("talk")
    assert heard.next() == RELEASE
    assert heard.all() == []
    assert len(portal.named) == 1


def test_another_key_is_another_session(portal: Portal, hotkeys: PortalHotkeys, heard: Heard) -> None:
    bound(hotkeys)
    other = {KeyAction.TALK: Chord.parse("ctrl+alt+space")}
    bound(hotkeys, other, SET.replace("F9", "CTRL+ALT+space"))
    assert portal.named[1:] == [{"talk": "CTRL+ALT+space", "cancel": None}]
    assert len(portal.closed) == 1
    portal.press("talk")
    assert heard.next() == PRESS


def test_the_raw_key_is_named_where_there_is_one_and_heard(
    portal: Portal, hotkeys: PortalHotkeys, heard: Heard
) -> None:
    two = {**TALK, KeyAction.RAW: Chord.parse("shift+f9")}
    bound(hotkeys, two)
    assert portal.named == [{"talk": "F9", "raw": "SHIFT+F9", "cancel": None}]
    portal.press("raw")
    portal.release("raw")
    assert [heard.next(), heard.next()] == [(KeyAction.RAW, True), (KeyAction.RAW, False)]
    hotkeys.bind({**two, KeyAction.CANCEL: Chord.parse("escape")})
    hotkeys.bind(two)
    hotkeys.bind(TALK)  # no raw key any more: the desktop is to forget it
    wait_for("the session without it", lambda: len(portal.named) == 2)
    assert portal.named[1:] == [{"talk": "F9", "cancel": None}]
    assert len(portal.closed) == 1


def test_a_refusal_is_told_and_the_next_wish_asks_again(
    portal: Portal, hotkeys: PortalHotkeys, heard: Heard
) -> None:
    portal.verdict = REFUSED
    hotkeys.bind(TALK)
    problem = heard.problems.get(timeout=10)
    assert isinstance(problem, HotkeysUnavailable)
    assert "the desktop has not allowed a global shortcut" in problem.sentence
    assert hotkeys.is_alive()
    portal.verdict = 0
    bound(hotkeys)
    portal.press("talk")
    assert heard.next() == PRESS


def test_a_session_that_the_desktop_ends_is_noticed_and_a_new_start_asks_again(
    portal: Portal, hotkeys: PortalHotkeys, heard: Heard
) -> None:
    bound(hotkeys)
    assert hotkeys.is_alive()
    portal.end_session()
    wait_for("the end of the session", lambda: not hotkeys.is_alive())
    with pytest.raises(HotkeysUnavailable):
        hotkeys.bind(TALK)
    hotkeys.stop()
    hotkeys.start(heard.post, heard.problems.put)
    bound(hotkeys)
    portal.press("talk")
    assert heard.next() == PRESS


def test_a_portal_that_ends_is_noticed(portal: Portal, hotkeys: PortalHotkeys) -> None:
    bound(hotkeys)
    portal.close()
    wait_for("the end of the portal", lambda: not hotkeys.is_alive())


def test_stopping_closes_the_session(portal: Portal, hotkeys: PortalHotkeys, heard: Heard) -> None:
    bound(hotkeys)
    hotkeys.stop()
    wait_for("the end of the session", lambda: len(portal.closed) == 1)
    assert not hotkeys.is_alive()
