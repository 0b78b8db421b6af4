"""The sheet with a clean-up on it, in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.history import Fate, Version
from app.domain.settings import InsertionWay
from app.domain.styles import Style, Styles
from app.services.view import CleanUpStage, CleanUpView, Delivery, Phase, Readiness, ViewState
from app.ui.main_window import MainWindow

Scene = Callable[[MainWindow], None]

SPOKEN: Final = (
    "um so the minutes of of the meeting go to everybody who was there and to the two who could not come uh "
    "nobody has to answer before tuesday no wait thursday but i would be glad about a short note"
)
ENHANCED: Final = (
    "So the minutes of the meeting go to everybody who was there, and to the two who could not come. "
    "Nobody has to answer before Thursday, but I would be grateful for a short note."
)
STYLES: Final = (("clean-up", "Clean up"), ("formal", "Formal"), ("e-mail", "E-mail"), ("list", "List"))

READY: Final = ViewState(
    readiness=Readiness.READY,
    microphone="Built-in microphone",
    model="base",
    hotkey="F9",
    hotkey_mode="hybrid",
)
TIDIED: Final = replace(
    READY,
    text=ENHANCED,
    delivery=Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2),
    clean_up=CleanUpView(
        CleanUpStage.DONE,
        spoken=SPOKEN,
        enhanced=ENHANCED,
        version=Version.ENHANCED,
        writer="mistral:7b-instruct",
        first_token_seconds=0.31,
        tokens_per_second=24.2,
        gpu_share=0.0,
    ),
)
REFUSED: Final = replace(
    TIDIED,
    text=SPOKEN,
    clean_up=replace(
        TIDIED.clean_up,
        stage=CleanUpStage.REFUSED,
        version=Version.SPOKEN,
        enhanced="Sure! The minutes of the meeting go to everybody. Nobody has to answer before Friday.",
        remark="It answers what you said. “Thursday” is missing.",
    ),
)
TIDYING: Final = replace(
    READY,
    phase=Phase.ENHANCING,
    clean_up=CleanUpView(
        CleanUpStage.WRITING, spoken=SPOKEN, enhanced=ENHANCED[:89], version=Version.ENHANCED
    ),
)
SKIPPED: Final = replace(
    TIDIED,
    text=ENHANCED,
    model="medium",
    clean_up=CleanUpView(
        CleanUpStage.SKIPPED,
        spoken=ENHANCED,
        remark="Not cleaned up: medium writes well enough without it.",
    ),
)


def styles() -> Styles:
    """Those of STYLES."""
    return Styles(tuple(Style(name, title, "Clean the text up.") for name, title in STYLES))


def changed(state: ViewState, **changes: object) -> ViewState:
    """With another clean-up."""
    return replace(state, clean_up=replace(state.clean_up, **changes))  # type: ignore[arg-type]


def clean_up_scenes() -> dict[str, Scene]:
    """Each by its name."""
    long = changed(TIDIED, spoken=" ".join([SPOKEN] * 6), enhanced=" ".join([ENHANCED] * 6))
    partly = changed(TIDIED, stage=CleanUpStage.PARTLY, remark="“the 14th” was not said.", gpu_share=0.62)
    return {
        "16-tidying": _scene(TIDYING),
        "16-tidying-not-begun": _scene(changed(TIDYING, enhanced="")),
        "16-tidying-loading": _scene(changed(TIDYING, enhanced="", loading="mistral:7b-instruct")),
        "16-tidying-delivered": _scene(
            changed(replace(TIDIED, text=SPOKEN), stage=CleanUpStage.WRITING, version=Version.SPOKEN),
            Version.SPOKEN,
        ),
        "17-tidied": _scene(TIDIED),
        "17-tidied-spoken": _scene(TIDIED, Version.SPOKEN),
        "17-tidied-plain": _scene(TIDIED, marks=False),
        "17-tidied-beside": _scene(TIDIED, compares=True),
        "17-tidied-long": _scene(long, compares=True),
        "18-partly": _scene(partly),
        "18-refused": _scene(REFUSED),
        "18-refused-enhanced": _scene(replace(REFUSED, has_suppressed=True), Version.ENHANCED),
        "18-overruled-spoken": _scene(
            changed(TIDIED, stage=CleanUpStage.OVERRULED, gpu_share=1.0), Version.SPOKEN
        ),
        "19-skipped": _scene(replace(SKIPPED, has_suppressed=True)),
    }


def _scene(
    state: ViewState, looked_at: Version | None = None, *, marks: bool = True, compares: bool = False
) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.show_styles(styles())
        # Another dictation was before it: what the user turned to then is over.
        window.show_state(READY)
        pane = window.dictate.pane
        pane.changes.setChecked(marks)
        pane.beside.setChecked(compares)
        window.show_state(state)
        if looked_at is not None:
            pane.texts.look_at(looked_at)

    return prepare
