"""Paused keys are told wherever a state is told, and whoever hears of it can have them heard again."""

from __future__ import annotations

from app.domain.dictation_states import Dictations
from app.domain.problems import Action
from app.domain.settings import HotkeySettings
from app.services.hotkeys import HotkeysChosen
from app.services.notices import Notices
from app.services.screen import Screen
from app.services.view import ViewState


def test_paused_keys_are_told_until_they_are_heard_again() -> None:
    shown: list[ViewState] = []
    screen = Screen(Notices(), shown.append)
    screen.key(HotkeySettings(talk="f9"))
    screen.hotkeys_chosen(HotkeysChosen("X11 key grab", ""))
    screen.draw(Dictations(), None)
    assert not shown[-1].key_paused
    assert "key F9 by X11 key grab" in screen.status
    screen.key_paused(True)
    screen.draw(Dictations(), None)
    assert shown[-1].key_paused
    assert "key F9 paused" in screen.status
    assert [notice.action for notice in shown[-1].notices] == [Action.HEAR_KEYS]
    screen.key_paused(False)
    screen.draw(Dictations(), None)
    assert not shown[-1].key_paused
    assert shown[-1].notices == ()
    assert "key F9 by X11 key grab" in screen.status
