"""What the window shows before there is anything behind it: no other than what comes a moment later."""

from __future__ import annotations

from app.domain.dictation_states import Dictations
from app.domain.settings import HotkeySettings, MicrophoneSettings, Settings
from app.services.first_view import first_view
from app.services.notices import Notices
from app.services.screen import Screen
from app.services.view import ViewState


def test_it_is_what_the_screen_says_at_first() -> None:
    settings = Settings(
        hotkeys=HotkeySettings(talk="ctrl+alt+space"), microphone=MicrophoneSettings(pre_roll_seconds=1.0)
    )
    shown: list[ViewState] = []
    screen = Screen(Notices(), shown.append)
    screen.key(settings.hotkeys)
    screen.language(settings.speech.language)
    screen.pre_roll(settings.microphone.pre_roll_seconds > 0)
    screen.draw(Dictations(), None)
    assert shown == [first_view(settings)]
    assert first_view(settings).hotkey != ""
    assert first_view(settings).pre_roll


def test_a_key_that_cannot_be_one_is_shown_as_it_is_written() -> None:
    assert first_view(Settings(hotkeys=HotkeySettings(talk="no such key"))).hotkey == "no such key"
