"""How tests of the settings look at the window that is opened there, and what they set."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pytestqt.qtbot import QtBot

from app.domain.enhancement_settings import EnhancementSettings, InsertedText
from app.domain.file_settings import ExportFormat, FileSettings
from app.domain.model_settings import ModelSettings
from app.domain.models import ModelState
from app.domain.privacy_settings import PrivacySettings
from app.domain.settings import (
    Apart,
    ComputeType,
    Device,
    GeneralSettings,
    HistorySettings,
    HotkeyMode,
    HotkeySettings,
    InsertionSettings,
    InsertionWay,
    MicrophoneSettings,
    Settings,
    SpeechEngine,
    SpeechSettings,
)
from app.domain.tidy_settings import TidySettings
from app.ui.main_window import MainWindow
from app.ui.settings_rows import Row
from tests.ui.windows import button

SPEECH_MODELS: Final = (
    ModelState("base", "Quick.", 1, False, Path("/models/base"), "package"),
    ModelState("medium", "Slow.", 1, False, Path("/models/medium"), "package"),
    ModelState("tiny", "Not here.", 1, False, None, ""),
)

OTHERS: Final = Settings(
    general=GeneralSettings(
        interface_language="he",
        start_hidden=True,
        start_with_system=True,
        close_to_tray=False,
        overlay=False,
    ),
    microphone=MicrophoneSettings("usb", 0.25, 0.75, start_sound=False),
    hotkeys=HotkeySettings("f8", "f7", HotkeyMode.HOLD, "f6", 350, 55),
    speech=SpeechSettings(
        model="medium",
        engine=SpeechEngine.OPENAI_WHISPER,
        apart=Apart.NEVER,
        device=Device.CPU,
        compute_type=ComputeType.FLOAT32,
        flash_attention=True,
        language="de",
        beam_size=3,
        best_of=7,
        threads=6,
        workers=2,
        compression_ratio_threshold=3.1,
        log_probability_threshold=-1.25,
        voice_detection=False,
        minimum_silence_ms=800,
        hints=("Sayso", "Dr. Öz"),
    ),
    models=ModelSettings(idle_minutes=12.5, memory_megabytes=4000, card_megabytes=123_456),
    tidy=TidySettings(False, False, False, True, ("say so = Sayso",)),
    enhancement=EnhancementSettings(
        enabled=False,
        insert=InsertedText.REPLACED,
        always=("medium",),
        never=("base",),
        host="http://127.0.0.1:9999",
        model="llama3:8b",
        style="formal",
        temperature=0.75,
        keep_alive_minutes=45.0,
        pieces=False,
        yields_to_speech=False,
        unload_at_exit=True,
        vocabulary=("Sayso", "Dr. Öz"),
        own_style="Write as a pirate.",
    ),
    insertion=InsertionSettings(InsertionWay.TYPE, trailing_space=False, restore_clipboard=False),
    history=HistorySettings(audio_days=3, text_days=90),
    files=FileSettings(
        model="medium",
        formats=(ExportFormat.DOCX, ExportFormat.VTT),
        folder="/home/anna/Transcripts",
        watched_folder="/home/anna/Recorder",
        word_times=False,
        language_by_piece=True,
        batch=12,
        cache_megabytes=50,
        subtitle_characters=37,
        subtitle_lines=3,
        subtitle_speed=15.5,
    ),
    privacy=PrivacySettings(this_computer_only=True, update_notice=True),
)
"""Differs from the standard in every field that has a row."""


def row(window: MainWindow, field: str) -> Row:
    found = window.settings.form.row(field)
    assert found is not None
    return found


def saved(window: MainWindow, qtbot: QtBot) -> Settings:
    """What Save hands over."""
    with qtbot.waitSignal(window.settings_accepted) as accepted:
        button(window, "Save").click()
    (new,) = accepted.args
    assert isinstance(new, Settings)
    return new
