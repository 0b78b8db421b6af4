"""What the settings say of the hardware, of the engines and of privacy, as it is told to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.adapters.folders import Folders
from app.adapters.privacy_places import kept_places
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.flash_attention import FlashAttention
from app.domain.privacy import Kept, KeptPlace
from app.domain.settings import (
    ComputeType,
    Device,
    InsertionSettings,
    InsertionWay,
    Settings,
    SpeechEngine,
    SpeechSettings,
)
from app.services.hardware_events import HardwareFound
from app.services.view import ViewState
from app.ui.controls import Choice
from app.ui.main_window import MainWindow
from app.ui.privacy_places import PlaceLine
from tests.ui.settings_bench import row
from tests.ui.settings_scenes import CARD, NO_CARD, PLACES, PROCESSOR, hardware
from tests.ui.windows import button, labels, settle


@pytest.fixture
def window(settings_window: MainWindow) -> MainWindow:
    return settings_window


def choice(window: MainWindow, field: str) -> Choice:
    control = row(window, field).control
    assert isinstance(control, Choice)
    return control


def greyed(window: MainWindow, field: str) -> dict[str, str]:
    """What cannot be chosen, each with its reason."""
    control = choice(window, field)
    model = control.model()
    indexes = [model.index(at, 0) for at in range(control.count())]
    return {
        str(index.data()): str(index.data(Qt.ItemDataRole.ToolTipRole))
        for index in indexes
        if not index.flags() & Qt.ItemFlag.ItemIsEnabled
    }


def hint(window: MainWindow, field: str) -> str:
    return row(window, field).hint.text()


# --- devices and compute types ---


def test_before_anything_was_found_everything_can_be_chosen(window: MainWindow) -> None:
    assert greyed(window, "speech.device") == greyed(window, "compute_type") == {}


def test_without_a_card_it_is_greyed_out_and_so_is_what_the_processor_lacks(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))
    assert greyed(window, "speech.device") == {"Graphics card (CUDA)": "No NVIDIA graphics card was found."}
    assert greyed(window, "compute_type") == {
        each: f"It does not offer {each}."
        for each in ("int8_float16", "int8_bfloat16", "float16", "bfloat16")
    }
    assert "Now the processor." in hint(window, "speech.device")
    assert "Here int8. About 242 MB." in hint(window, "compute_type")
    assert choice(window, "compute_type").accessibleDescription() == hint(window, "compute_type")


def test_what_the_types_cost_is_that_of_the_device_chosen(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(CARD, PROCESSOR))
    assert "Now the graphics card." in hint(window, "speech.device")
    assert greyed(window, "compute_type") == {
        "int8": "Does not work: the card refuses it.",
        "int8_bfloat16": "It does not offer int8_bfloat16.",
    }
    assert "Here int8_float16." in hint(window, "compute_type")
    row(window, "speech.device").show_value(Device.CPU)
    assert "int8" not in greyed(window, "compute_type")
    assert "bfloat16" in greyed(window, "compute_type")
    assert "AMD Ryzen 7 7840U, 8 cores" in hint(window, "speech.device")
    row(window, "speech.device").show_value(Device.CUDA)
    assert "RTX 5090, 34,190 MB of memory, 30,200 MB free." in hint(window, "speech.device")
    row(window, "compute_type").show_value(ComputeType.FLOAT16)
    assert "About 335 MB." in hint(window, "compute_type")


@pytest.mark.parametrize("found", [hardware(NO_CARD, PROCESSOR), hardware(CARD, PROCESSOR)])
def test_what_a_type_costs_takes_two_lines_at_the_usual_size(
    window: MainWindow, found: HardwareFound
) -> None:
    window.resize(760, 560)
    window.settings.show_hardware(found)
    window.show_state(ViewState(engine="processor, int8"))
    compute = row(window, "compute_type")
    for device in Device:
        row(window, "speech.device").show_value(device)
        for each in ComputeType:
            compute.show_value(each)
            settle()
            lines = (
                compute.hint.heightForWidth(compute.hint.width()) / compute.hint.fontMetrics().lineSpacing()
            )
            assert round(lines) <= 2, (device, each, compute.hint.text())


def test_what_computes_now_is_told_where_the_device_is_chosen(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(CARD, PROCESSOR))
    window.show_state(ViewState(engine="processor, int8"))
    assert hint(window, "speech.device").endswith("In use now: processor, int8.")
    window.show_state(ViewState())
    assert hint(window, "speech.device").endswith("Now the graphics card.")


def test_what_is_set_and_cannot_be_used_stays_set_and_says_why(window: MainWindow) -> None:
    odd = Settings(speech=SpeechSettings(device=Device.CUDA, compute_type=ComputeType.BFLOAT16))
    window.show_settings(odd)
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))
    assert window.settings.draft == odd
    assert not button(window, "Save").isEnabled()
    assert hint(window, "speech.device") == "No NVIDIA graphics card was found."
    assert hint(window, "compute_type").startswith("It does not offer bfloat16.")
    row(window, "compute_type").show_value(ComputeType.INT8)
    draft = window.settings.draft
    assert draft is not None
    assert draft.speech.compute_type is ComputeType.INT8


def test_the_arrow_keys_pass_over_what_is_greyed_out(window: MainWindow) -> None:
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))
    control = choice(window, "compute_type")
    passed = []
    for _ in range(control.count()):
        QTest.keyClick(control, Qt.Key.Key_Down)
        passed.append(control.currentText())
    assert list(dict.fromkeys(passed)) == ["int8", "int8_float32", "float32"]


def test_flash_attention_is_greyed_out_with_its_reason_and_can_be_switched_off(window: MainWindow) -> None:
    flash = row(window, "flash_attention")
    assert not flash.control.isEnabled()
    window.settings.show_hardware(hardware(NO_CARD, PROCESSOR))
    assert "none was found" in flash.hint.text()
    window.show_settings(Settings(speech=SpeechSettings(flash_attention=True)))
    assert flash.control.isEnabled()
    flash.show_value(False)
    assert not flash.control.isEnabled()
    window.settings.show_hardware(hardware(CARD, PROCESSOR, flash=FlashAttention(True, "It can be had.")))
    assert flash.control.isEnabled()
    assert flash.hint.text() == "Faster on newer graphics cards."


def test_the_engine_on_pytorch_is_greyed_out_until_it_is_there(window: MainWindow) -> None:
    reason = "OpenAI Whisper needs the extra “torch”, which is not installed."
    assert greyed(window, "engine") == {"OpenAI Whisper": reason}
    assert reason in hint(window, "engine")
    window.show_settings(Settings(speech=SpeechSettings(engine=SpeechEngine.OPENAI_WHISPER)))
    assert hint(window, "engine") == reason
    window.settings.show_engines(torch_is_there=True)
    assert greyed(window, "engine") == {}
    assert reason not in labels(window)


# --- privacy ---


@pytest.mark.parametrize(
    ("settings", "sentence", "shape"),
    [
        (Settings(), "is done by Ollama on this computer", "check"),
        (
            Settings(enhancement=EnhancementSettings(host="http://127.0.0.1:9999")),
            "on this computer; your words go nowhere else.",
            "check",
        ),
        (
            Settings(enhancement=EnhancementSettings(host="big.example:11434")),
            "sends your words to the computer at big.example:11434.",
            "triangle",
        ),
        (
            Settings(enhancement=EnhancementSettings(model="gpt-oss:120b-cloud")),
            "a computer elsewhere: gpt-oss:120b-cloud runs there.",
            "triangle",
        ),
    ],
)
def test_it_says_where_the_words_go(
    window: MainWindow, settings: Settings, sentence: str, shape: str
) -> None:
    window.show_settings(settings)
    remark = window.settings.form.privacy.clean_up.remark
    assert sentence in remark.words.text()
    assert remark.glyph.name == shape


@pytest.mark.parametrize(
    ("insertion", "sentence"),
    [
        (InsertionSettings(), "marked as secret"),
        (InsertionSettings(restore_clipboard=False), "stays on the clipboard"),
        (InsertionSettings(InsertionWay.COPY), "stays on the clipboard"),
        (InsertionSettings(InsertionWay.TYPE), "does not come onto the clipboard"),
    ],
)
def test_it_says_whether_the_clipboard_keeps_the_text(
    window: MainWindow, insertion: InsertionSettings, sentence: str
) -> None:
    window.show_settings(replace(Settings(), insertion=insertion))
    assert sentence in window.settings.form.privacy.clipboard.words


def test_it_shows_where_things_are_kept_and_asks_for_their_folder(window: MainWindow, qtbot: QtBot) -> None:
    assert shown(window) == []
    window.settings.show_places(PLACES)
    assert len(shown(window)) == len(Kept) == len(PLACES)
    assert str(PLACES[2].path) in labels(window)
    for place in PLACES:
        name = window.settings.form.privacy.places[place.kept].title.text()
        with qtbot.waitSignal(window.settings.folder_wanted) as wanted:
            button(window, f"Open the folder: {name}").click()
        assert wanted.args == [place.path]


def test_only_the_places_that_are_told_are_shown(window: MainWindow) -> None:
    window.settings.show_places((KeptPlace(Kept.LOG, Path("log")),))
    assert [each.title.text() for each in shown(window)] == ["Log"]


def test_sayso_tells_the_place_of_everything_that_it_keeps(tmp_path: Path) -> None:
    folders = Folders.at(tmp_path)
    places = {place.kept: place.path for place in kept_places(folders)}
    assert set(places) == set(Kept)
    assert places[Kept.FILES] == folders.files_file
    # A folder for all of these, so none of them is kept anywhere else.
    assert {path.relative_to(tmp_path).parts[0] for path in places.values()} == {
        "config",
        "data",
        "cache",
        "log",
    }


def shown(window: MainWindow) -> list[PlaceLine]:
    return [each for each in window.settings.form.privacy.places.values() if each.isVisible()]
