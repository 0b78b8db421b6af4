"""Windows in the states that people will see them in: for the gallery, and for tests that look at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.domain.devices import InputDevice
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, StageTimes
from app.domain.models import ModelState
from app.domain.problems import (
    Action,
    DictationInterrupted,
    FocusMoved,
    HotkeyTaken,
    MicrophoneLost,
    NoMicrophone,
    Problem,
)
from app.domain.settings import InsertionWay, Settings
from app.domain.transcript import LiveText
from app.services.view import Delivery, Notice, Phase, Readiness, ViewState
from app.ui.main_window import MainWindow
from app.ui.places import Place
from tests.ui.bench_scenes import bench_scenes
from tests.ui.clean_up_scenes import clean_up_scenes
from tests.ui.cuda_scenes import cuda_scenes
from tests.ui.files_scenes import files_scenes
from tests.ui.guide_scenes import guide_scenes
from tests.ui.history_scenes import history_scenes
from tests.ui.models_scenes import models_scenes
from tests.ui.settings_scenes import bundled_styles, settings_scenes
from tests.ui.transcript_scenes import transcript_scenes
from tests.ui.windows import show_history

Scene = Callable[[MainWindow], None]

SENTENCE = "The minutes of the meeting go to everybody who was there, and to the two who could not come."
LONG = " ".join([SENTENCE, "Nobody has to answer before Thursday."] * 9)
GERMAN = (
    "Die Niederschrift der Besprechung geht an alle Anwesenden sowie an die Geschwindigkeitsbegrenzungs"
    "überwachungsbeauftragten, die nicht kommen konnten."
)
NOW = 1_760_000_000.0

READY = ViewState(
    readiness=Readiness.READY,
    microphone="Built-in microphone",
    model="base",
    engine="processor, int8",
    hotkey="F9",
    hotkey_mode="hybrid",
    hotkey_backend="X11 key grab",
    hotkey_hint="While another program has the keyboard to itself, the key is not heard.",
)
DONE = replace(
    READY,
    text=SENTENCE,
    delivery=Delivery(Fate.WRITTEN, InsertionWay.PASTE, "Firefox", 0.2),
    has_suppressed=True,
)
DEVICES = (
    InputDevice("alsa_input.pci", "Built-in microphone", is_default=True),
    InputDevice("alsa_input.usb", "Blue Yeti Nano Premium USB Microphone Analog Stereo"),
)
MODELS = (
    ModelState("tiny", "Fastest, for slow computers.", 78_000_000, False, Path("/models/tiny"), "package"),
    ModelState(
        "base", "Quick, and good enough for most.", 145_000_000, False, Path("/models/base"), "package"
    ),
    ModelState("large-v3", "The most accurate.", 3_090_000_000, False, None, ""),
)


def notice(problem: Problem, *, is_trouble: bool = True) -> Notice:
    """As the services make it."""
    return Notice(
        type(problem).__name__, problem.sentence, problem.remedy, problem.action, is_trouble=is_trouble
    )


def entries(count: int = 40) -> tuple[HistoryEntry, ...]:
    """A past with every kind of end in it, newest first."""
    texts = (SENTENCE, LONG, GERMAN, "Yes.", "Buy milk, bread and a new light bulb for the hall.")
    made = []
    for number in range(count, 0, -1):
        entry = HistoryEntry(
            recording=f"r{number}",
            begun=NOW - (count - number) * 5400,
            fate=Fate.WRITTEN,
            text=texts[number % len(texts)],
            language="en",
            language_probability=0.98,
            model="base",
            seconds=4.0 + number,
            target="Firefox",
            has_audio=True,
            times=StageTimes(released=1.0, written=1.42),
            id=1000 - number,
        )
        if number % 7 == 4:
            entry = replace(
                entry, fate=Fate.FAILED, text="", problem="What you said could not be written down."
            )
        if number % 9 == 5:
            entry = replace(entry, fate=Fate.NOTHING_HEARD, text="", target="", has_audio=False)
        made.append(entry)
    return tuple(made)


SPOKEN = "so the minutes go to everybody who was there and to the two who could not come by 5 on thursday"
ENHANCED = "The minutes go to everybody who was there, and to the two who could not come, by 5 on Thursday."
REASONS = (
    "The number “5” became “15”.",
    "“Thursday” is missing.",
    "“kindly”, “regards” and “assistance” were not said.",
    "It answers what you said.",
)


def cleaned_entry(judgement: Judgement, text: str) -> HistoryEntry:
    """One that was cleaned up; `text` is in use."""
    reasons = () if judgement is Judgement.ACCEPTED else REASONS
    record = EnhancementRecord(
        ENHANCED, ENHANCED, judgement, reasons, "formal", "mistral:7b-instruct", 0.4, 31.5, 1.0
    )
    return replace(
        entries(1)[0],
        text=text,
        heard=f"um {SPOKEN}",
        spoken=SPOKEN,
        enhancement=record,
        times=StageTimes(released=1.0, written=1.42, cleaned=2.6),
    )


def all_scenes() -> dict[str, Scene]:
    """Each by its name."""
    return {
        "01-loading": _state(ViewState(model="base", hotkey="F9", hotkey_mode="hold")),
        "02-ready": _state(replace(READY, pre_roll=True)),
        "03-opening": _state(replace(READY, phase=Phase.OPENING)),
        "04-listening": _state(
            replace(
                READY,
                phase=Phase.LISTENING,
                unfinished=1,
                live=LiveText("The minutes of the meeting go to everybody", "who was there and"),
            ),
            -25.0,
        ),
        "05-writing": _state(replace(READY, phase=Phase.WRITING, live=LiveText(SENTENCE, ""))),
        "06-done": _state(DONE),
        "07-long": _state(replace(DONE, text=LONG)),
        "08-notices": _state(_troubled()),
        "09-german": _state(_german()),
        "10-failed": _state(
            replace(READY, readiness=Readiness.FAILED, hotkey="", notices=(notice(HotkeyTaken("F9")),))
        ),
        "11-nothing": _state(replace(READY, delivery=Delivery(Fate.NOTHING_HEARD))),
        "12-nothing-left-out": _state(
            replace(READY, delivery=Delivery(Fate.NOTHING_HEARD), has_suppressed=True)
        ),
        "13-three-notices": _state(_wordy()),
        "14-no-key": _state(replace(DONE, hotkey="", pre_roll=True, has_suppressed=False)),
        "15-loading-open": _state(
            ViewState(
                model="distil-large-v3.5",
                microphone="Monitor of the virtual microphone",
                hotkey="F9",
                hotkey_mode="hold",
                pre_roll=True,
            )
        ),
        **clean_up_scenes(),
        "20-history": _history(entries()),
        "21-history-entry": _history_entry,
        "22-history-failed": lambda window: _history_row(window, 1),
        "23-history-empty": _empty_history,
        "24-history-one": _history(entries(1)),
        "25-history-not-found": _vain_search,
        "26-history-enhanced": _history_cleaned(cleaned_entry(Judgement.ACCEPTED, ENHANCED)),
        "27-history-refused": _history_cleaned(cleaned_entry(Judgement.REFUSED, SPOKEN)),
        "28-history-overruled": _history_cleaned(cleaned_entry(Judgement.OVERRULED, ENHANCED)),
        "29-history-skipped": _history_cleaned(
            replace(entries(1)[0], skipped="Not cleaned up: large-v3 writes well enough without it.")
        ),
        "30-settings": _settings(""),
        "31-settings-hotkey": _settings("cancel"),
        "32-settings-speech": _settings("compute_type"),
        "33-settings-text": _settings("trailing_space"),
        "34-settings-end": _settings("start_hidden"),
        "35-settings-wrong": _wrong_settings,
        **settings_scenes(_settings),
        **models_scenes(),
        **cuda_scenes(),
        **bench_scenes(),
        **files_scenes(),
        **transcript_scenes(),
        **guide_scenes(),
        **history_scenes(entries()),
    }


def _state(state: ViewState, level: float | None = None) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.show_state(state)
        if level is not None:
            window.show_level(level)

    return prepare


def _troubled() -> ViewState:
    problems = (NoMicrophone(), FocusMoved(), MicrophoneLost("Blue Yeti Nano Premium USB"))
    return replace(
        DONE,
        delivery=Delivery(Fate.WRITTEN),
        notices=(
            *(notice(problem) for problem in problems),
            notice(DictationInterrupted(12.0), is_trouble=False),
        ),
    )


def _wordy() -> ViewState:
    """Three notices of two long sentences each, while a dictation is under way."""
    sentence = "The graphics card has no room left for the model, so the processor writes in its place."
    remedy = "Close other programs that use the card, or choose a smaller model in Settings."
    actions = (Action.OPEN_SETTINGS, Action.TRANSCRIBE_AGAIN, None)
    return replace(
        READY,
        phase=Phase.LISTENING,
        live=LiveText(SENTENCE, "Nobody has to answer"),
        notices=tuple(Notice(str(number), sentence, remedy, action) for number, action in enumerate(actions)),
    )


def _german() -> ViewState:
    return replace(
        DONE,
        text=GERMAN,
        microphone="Mikrofonanordnung des eingebauten Klanggeräts (Analog Stereo)",
        model="distil-large-v3.5",
        hotkey="Strg+Umschalt+Leertaste",
        hotkey_mode="hybrid",
        delivery=Delivery(Fate.WRITTEN, InsertionWay.TYPE, "LibreOffice Textverarbeitung – Unbenannt 1", 1.4),
    )


def _history(shown: tuple[HistoryEntry, ...]) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.open_place(Place.HISTORY)
        show_history(window, shown)

    return prepare


def _empty_history(window: MainWindow) -> None:
    window.show_state(READY)
    _history(())(window)


def _vain_search(window: MainWindow) -> None:
    _history(())(window)
    window.history.search.setText("Geschwindigkeit")
    show_history(window, ())


def _history_row(window: MainWindow, row: int) -> None:
    _history(entries())(window)
    page = window.history
    page.list.setCurrentIndex(page.model.index(row))
    page.list.clicked.emit(page.model.index(row))


def _history_cleaned(entry: HistoryEntry) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.history.show_styles(bundled_styles())
        _history((entry,))(window)
        window.history.list.clicked.emit(window.history.model.index(0))

    return prepare


def _history_entry(window: MainWindow) -> None:
    _history_row(window, 3)


def _settings(field: str) -> Scene:
    def prepare(window: MainWindow) -> None:
        window.show_settings(Settings())
        window.show_devices(DEVICES)
        window.show_models(MODELS)
        window.show_state(READY)
        window.open_settings(field)

    return prepare


def _wrong_settings(window: MainWindow) -> None:
    _settings("pre_roll_seconds")(window)
    row = window.settings.form.row("pre_roll_seconds")
    assert row is not None
    row.show_value(40.0)
