"""The guide of the first start in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.devices import InputDevice
from app.domain.guide import Guide, GuideStep
from app.domain.microphone_report import MicrophoneReport
from app.domain.permissions import Grant, Permission, PermissionState
from app.domain.problems import DownloadFailed, HotkeyTaken, MicrophoneDenied
from app.domain.settings import Settings
from app.domain.transcript import LiveText
from app.services.events import ModelArriving, ModelGetEnded, ModelsShelved
from app.services.guide_view import (
    CheckStage,
    GuideView,
    KeyStage,
    KeyView,
    MicrophoneCheckView,
    TryStage,
    TryView,
)
from app.services.view import Phase, Readiness, ViewState
from app.services.writing_events import PullEnded, PullProgressed
from app.ui.guide_page import GuidePage
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.models_scenes import PROCESSOR_ALONE, RECOMMENDED, shelf
from tests.ui.settings_scenes import CATALOGUE, FOUND, NOT_FOUND

Scene = Callable[[MainWindow], None]

READY: Final = ViewState(
    readiness=Readiness.READY,
    microphone="Built-in microphone",
    model="base",
    hotkey="F9",
    hotkey_mode="hybrid",
    hotkey_backend="X11 key grab",
    hotkey_hint="While another program has the keyboard to itself, the key is not heard.",
)
DEVICES: Final = (
    InputDevice("alsa_input.pci", "Built-in microphone", is_default=True),
    InputDevice("alsa_input.usb", "Blue Yeti Nano Premium USB Microphone Analog Stereo"),
)
GOOD: Final = MicrophoneReport(42, -9.4, -24.6)
STEPS: Final = tuple(GuideStep)
FIRST: Final = GuideView(Guide(is_open=True, is_seen=True))
NO_NETWORK: Final = DownloadFailed(RECOMMENDED.model, "huggingface.co cannot be reached")
SENTENCE: Final = "The minutes go to everybody who was there, and to the two who could not come."
ALLOWED: Final = (
    PermissionState(Permission.MICROPHONE, Grant.GIVEN),
    PermissionState(Permission.INPUT_MONITORING, Grant.UNKNOWN),
    PermissionState(Permission.ACCESSIBILITY, Grant.MISSING),
)
ON_WAYLAND: Final = (
    PermissionState(Permission.SHORTCUTS, Grant.MISSING),
    PermissionState(Permission.TYPING, Grant.MISSING),
)


def at(step: GuideStep, *passed: GuideStep, later: tuple[GuideStep, ...] = ()) -> GuideView:
    """The guide at `step`, with others behind it."""
    guide = replace(FIRST.guide, at=step, passed=frozenset(passed), later=frozenset(later))
    return replace(FIRST, guide=guide)


def checked(view: GuideView, check: MicrophoneCheckView) -> GuideView:
    """With a check of the microphone so far."""
    return replace(view, microphone=check)


KEY: Final = at(GuideStep.KEY, GuideStep.MICROPHONE)
MODEL: Final = at(GuideStep.MODEL, GuideStep.MICROPHONE, GuideStep.KEY)
CLEAN_UP: Final = at(GuideStep.CLEAN_UP, GuideStep.KEY, GuideStep.MODEL, later=(GuideStep.MICROPHONE,))
LAST: Final = at(GuideStep.DICTATION, *STEPS[:4])
PERMITTED: Final = replace(
    at(GuideStep.PERMISSIONS, *STEPS[:4]),
    guide=replace(FIRST.guide, steps=STEPS, at=GuideStep.PERMISSIONS, passed=frozenset(STEPS[:4])),
    permissions=ALLOWED,
)


def guide_scenes() -> dict[str, Scene]:
    """Each by its name."""
    microphone = at(GuideStep.MICROPHONE)
    listening = MicrophoneCheckView(CheckStage.LISTENING, level_dbfs=-26.0, seconds_left=2.6)
    quiet = MicrophoneReport(640, -38.0, -51.0)
    denied = MicrophoneCheckView(CheckStage.FAILED, sentence=str(MicrophoneDenied()))
    worked = TryView(TryStage.WORKED, SENTENCE, 0.4)
    failed = TryView(TryStage.FAILED, sentence=str(MicrophoneDenied()))
    return {
        "95-guide-microphone": scene(microphone),
        "95-guide-opening": scene(checked(microphone, MicrophoneCheckView(CheckStage.OPENING))),
        "95-guide-listening": scene(checked(microphone, listening)),
        "95-guide-heard": scene(
            checked(
                at(GuideStep.MICROPHONE, GuideStep.MICROPHONE),
                MicrophoneCheckView(CheckStage.DONE, report=GOOD),
            )
        ),
        "95-guide-quiet": scene(checked(microphone, MicrophoneCheckView(CheckStage.DONE, report=quiet))),
        "95-guide-denied": scene(checked(microphone, denied)),
        "96-guide-key": scene(KEY),
        "96-guide-key-held": scene(replace(KEY, key=KeyView(KeyStage.HELD))),
        "96-guide-key-taken": scene(replace(KEY, key=KeyView(problem=HotkeyTaken("F9")))),
        "97-guide-model-looking": _looking,
        "97-guide-model": scene(MODEL, *_told()),
        "97-guide-model-arriving": scene(MODEL, *_told(), _arriving),
        "97-guide-model-offline": scene(MODEL, *_told(), _offline),
        "98-guide-clean-up": scene(CLEAN_UP, lambda page: page.show_writers(FOUND)),
        "98-guide-clean-up-absent": scene(CLEAN_UP, lambda page: page.show_writers(NOT_FOUND)),
        "98-guide-clean-up-arriving": scene(CLEAN_UP, lambda page: page.show_writers(FOUND), _pulling),
        "99-guide-permissions": scene(PERMITTED),
        "99-guide-permissions-wayland": scene(replace(PERMITTED, permissions=ON_WAYLAND)),
        "99-guide-dictation": scene(LAST),
        "99-guide-dictation-listening": scene(replace(LAST, dictation=TryView(TryStage.UNDER_WAY)), _live),
        "99-guide-dictation-worked": scene(replace(LAST, dictation=worked)),
        "99-guide-dictation-failed": scene(replace(LAST, dictation=failed)),
    }


def scene(view: GuideView, *acts: Callable[[GuidePage], None]) -> Scene:
    """The page with everything that it is told at the start, and then `acts`."""

    def prepare(window: MainWindow) -> None:
        window.show_state(READY)
        window.show_settings(Settings())
        window.open_place(Place.GUIDE)
        page = window.guide.page
        page.show_devices(DEVICES)
        page.show_writer_catalogue(CATALOGUE)
        page.show_pull(PullEnded("phi3:mini", is_there=False))
        page.show_view(view)
        for act in acts:
            act(page)

    return prepare


def _told() -> tuple[Callable[[GuidePage], None], ...]:
    return (
        lambda page: page.show_models_event(PROCESSOR_ALONE),
        lambda page: page.show_models_event(ModelsShelved(shelf())),
        lambda page: page.show_models_event(ModelGetEnded("turbo", is_there=False)),
    )


def _looking(window: MainWindow) -> None:
    """Only what the settings say is known."""
    scene(MODEL)(window)


def _arriving(page: GuidePage) -> None:
    page.show_models_event(PROCESSOR_ALONE)
    page.show_models_event(ModelArriving("turbo", 430_000_000, 1_617_000_000))


def _offline(page: GuidePage) -> None:
    ended = ModelGetEnded(RECOMMENDED.model, is_there=False, problem=NO_NETWORK)
    page.show_models_event(ended)


def _pulling(page: GuidePage) -> None:
    page.show_pull(PullProgressed("phi3:mini", 700_000_000, 2_200_000_000))


def _live(page: GuidePage) -> None:
    live = LiveText("The minutes go to everybody", "who was there and")
    page.show_state(replace(READY, phase=Phase.LISTENING, live=live))
    page.show_level(-25.0)
