from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.settings import Apart, Device, SpeechEngine, SpeechSettings
from app.services.engine_choice import EngineChoice
from tests.fakes.speech import FakeLoader, FakeRecognizer

SETTINGS = SpeechSettings()


@pytest.mark.parametrize(
    ("settings", "has_card", "chosen"),
    [
        (SETTINGS, False, "here"),
        (SETTINGS, True, "apart"),
        (replace(SETTINGS, device=Device.CPU), True, "here"),
        (replace(SETTINGS, device=Device.CPU, apart=Apart.ALWAYS), False, "apart"),
        (replace(SETTINGS, apart=Apart.NEVER), True, "here"),
        (replace(SETTINGS, engine=SpeechEngine.OPENAI_WHISPER, apart=Apart.ALWAYS), True, "openai"),
    ],
)
def test_the_settings_and_the_card_choose_the_engine(
    settings: SpeechSettings, has_card: bool, chosen: str
) -> None:
    loaders = {name: FakeLoader(FakeRecognizer()) for name in ("here", "apart", "openai")}
    EngineChoice(**loaders, has_card=lambda: has_card).load(settings)
    assert {name: loader.loaded for name, loader in loaders.items() if loader.loaded} == {chosen: [settings]}


def test_nobody_looks_for_a_card_that_would_not_be_used() -> None:
    def has_card() -> bool:
        raise AssertionError("looked")

    here = FakeLoader(FakeRecognizer())
    choice = EngineChoice(here, here, here, has_card)
    choice.load(replace(SETTINGS, device=Device.CPU))
    choice.load(replace(SETTINGS, apart=Apart.NEVER))
    assert len(here.loaded) == 2
