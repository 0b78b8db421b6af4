"""New settings reach those whose part has changed, and the file."""

from __future__ import annotations

from dataclasses import replace

from app.domain.settings import HistorySettings, Settings, SpeechSettings
from app.services.settings_controller import SettingsController, part


def test_only_those_whose_part_has_changed_are_told_and_the_whole_is_saved() -> None:
    told: list[object] = []
    saved: list[Settings] = []
    controller = SettingsController(
        Settings(),
        (part(lambda s: s.speech, told.append), part(lambda s: s.history, told.append)),
        saved.append,
    )
    new = replace(Settings(), history=HistorySettings(audio_days=3))
    controller.accept(new)
    assert told == [HistorySettings(audio_days=3)]
    assert saved == [new]
    assert controller.current == new

    newer = replace(new, speech=SpeechSettings(model="tiny.en"))
    controller.accept(newer)
    assert told[1:] == [SpeechSettings(model="tiny.en")]


def test_the_same_settings_again_are_neither_told_nor_saved() -> None:
    saved: list[Settings] = []
    SettingsController(Settings(), (), saved.append).accept(Settings())
    assert saved == []


def test_one_who_follows_later_is_told_after_the_others() -> None:
    told: list[str] = []
    controller = SettingsController(
        Settings(), (part(lambda s: s.history, lambda _: told.append("first")),), lambda _: None
    )
    controller.follow(part(lambda s: s.history, lambda _: told.append("later")))
    controller.accept(replace(Settings(), history=HistorySettings(audio_days=3)))
    assert told == ["first", "later"]


def test_those_in_force_can_be_written_down_though_nothing_has_changed() -> None:
    saved: list[Settings] = []
    SettingsController(Settings(), (), saved.append).keep()
    assert saved == [Settings()]
