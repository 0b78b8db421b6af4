"""Speech models on their page: got, paused, checked, removed, taken from folders, and looked at closely."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Place, ShelvedModel
from app.domain.model_budget import LoadFailed
from app.domain.problems import DownloadFailed, ModelStays, OutOfMemory
from app.domain.settings import Device, SpeechSettings
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved
from app.ui.main_window import MainWindow
from app.ui.models_page import ModelsPage
from tests.ui.models_bench import of, state
from tests.ui.models_scenes import (
    FINE_TUNED,
    SETTINGS,
    shelf,
)
from tests.ui.settings_bench import OTHERS
from tests.ui.windows import button, labels, settle


@pytest.fixture
def window(models_window: MainWindow) -> MainWindow:
    return models_window


def shelved(changed: ShelvedModel) -> tuple[ShelvedModel, ...]:
    """The shelf with `changed` in the place of the model of that name."""
    return tuple(changed if one.name == changed.name else one for one in shelf())


def on_shelf(name: str) -> ShelvedModel:
    return next(one for one in shelf() if one.name == name)


# --- getting and removing ---


@pytest.mark.parametrize(
    ("model", "act", "signal"),
    [
        ("tiny", "Get 76 MB", "get_requested"),
        ("large-v3", "Get 3.1 GB", "get_requested"),
        ("turbo", "Go on, 1.2 GB left", "get_requested"),
        ("turbo", "Throw away", "cancel_requested"),
        ("small", "Use", "use_requested"),
        (FINE_TUNED, "Use", "use_requested"),
    ],
)
def test_the_button_of_a_model_asks_for_the_next_thing(
    page: ModelsPage, qtbot: QtBot, model: str, act: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page.wishes, signal)) as asked:
        button(of(page, model), act).click()
    assert asked.args == [model]


def test_the_model_in_use_has_no_such_button_and_the_next_one_gets_it(
    window: MainWindow, page: ModelsPage
) -> None:
    assert not of(page, "base").main.isVisible()
    window.show_settings(replace(SETTINGS, speech=SpeechSettings(model="small")))
    assert not of(page, "small").main.isVisible()
    assert of(page, "base").main.text() == "Use"
    assert state(page, "small") == "In use · on this computer"


def test_a_download_shows_how_far_it_is_and_can_be_paused_and_cancelled(
    window: MainWindow, page: ModelsPage, qtbot: QtBot
) -> None:
    row = of(page, "medium")
    window.show_models_event(ModelArriving("medium", 0, 0))
    assert (state(page, "medium"), row.bar.value()) == ("Waiting for its turn …", 0)
    window.show_models_event(ModelArriving("medium", 765_000_000, 1_530_000_000))
    assert (state(page, "medium"), row.bar.value()) == ("765 MB of 1.5 GB here", 500)
    assert row.bar.accessibleName() == "medium: 765 MB of 1.5 GB here"
    for act, signal in (("Pause", page.wishes.pause_requested), ("Cancel", page.wishes.cancel_requested)):
        with qtbot.waitSignal(signal) as asked:
            button(row, act).click()
        assert asked.args == ["medium"]


def test_a_paused_download_is_gone_on_with(window: MainWindow, page: ModelsPage) -> None:
    window.show_models_event(ModelArriving("medium", 430_000_000, 1_530_000_000))
    window.show_models_event(ModelGetEnded("medium", is_there=False))
    window.show_models_event(ModelsShelved(shelved(replace(on_shelf("medium"), arrived_bytes=430_000_000))))
    row = of(page, "medium")
    assert state(page, "medium") == "430 MB of 1.5 GB here"
    assert row.main.text() == "Go on, 1.1 GB left"
    assert row.bar.isVisible()
    assert not row.outcome.isVisible()


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        ("medium", "It is here now, whole and as it was published."),
        ("distil-large-v3.5", "It is here now, checked against the hub only."),
    ],
)
def test_a_model_that_has_arrived_says_how_it_was_checked(
    window: MainWindow, page: ModelsPage, model: str, sentence: str
) -> None:
    window.show_models_event(ModelArriving(model, 1, 2))
    window.show_models_event(ModelGetEnded(model, is_there=True))
    window.show_models_event(
        ModelsShelved(shelved(replace(on_shelf(model), place=Place.MODELS_FOLDER, path=Path("/m"))))
    )
    assert of(page, model).outcome.words.text() == sentence
    assert of(page, model).main.text() == "Use"
    assert not of(page, model).bar.isVisible()


def test_a_download_that_fails_says_why_until_it_is_tried_again(window: MainWindow, page: ModelsPage) -> None:
    window.show_models_event(ModelArriving("medium", 1, 2))
    window.show_models_event(ModelGetEnded("medium", False, DownloadFailed("medium", "the hub is away")))
    outcome = of(page, "medium").outcome
    assert outcome.glyph.name == "triangle"
    assert outcome.words.text() == (
        "The speech model “medium” could not be downloaded: the hub is away. "
        "Check the connection and try again; what has arrived is kept."
    )
    window.show_models_event(ModelArriving("medium", 0, 0))
    assert not outcome.isVisible()


def test_a_model_is_removed_only_when_the_question_is_answered(page: ModelsPage, qtbot: QtBot) -> None:
    row = of(page, "small")
    button(row, "Details of small").click()
    settle()
    with qtbot.assertNotEmitted(page.wishes.remove_requested):
        button(row, "Remove, frees 486 MB: small").click()
        assert "Remove small from this computer? 486 MB are freed." in labels(row)
        button(row, "Keep small").click()
        button(row, "Remove, frees 486 MB: small").click()
    with qtbot.waitSignal(page.wishes.remove_requested) as asked:
        button(row, "Remove small now").click()
    assert asked.args == ["small"]
    assert "Remove small from this computer?" not in labels(row)


def test_the_keyboard_stays_with_the_question(page: ModelsPage, qtbot: QtBot) -> None:
    row = of(page, "small")
    row.more.click()
    settle()
    assert row.details is not None
    remove = row.details.remove
    remove.ask.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(remove.ask, Qt.Key.Key_Space)
    assert page.focusWidget() is remove.keep
    with qtbot.assertNotEmitted(page.wishes.remove_requested):
        QTest.keyClick(remove.keep, Qt.Key.Key_Escape)
    assert page.focusWidget() is remove.ask
    assert remove.ask.isVisible()
    assert not remove.question.isVisible()


@pytest.mark.parametrize(
    ("event", "shape", "sentence"),
    [
        (ModelRemoveEnded("small", 486_000_000), "check", "Removed; 486 MB of the disk are free again."),
        (
            ModelRemoveEnded("small", 0, ModelStays("small")),
            "triangle",
            "The speech model “small” belongs to an installed package, so Sayso cannot remove it. "
            "Uninstall that package with pip to free its space.",
        ),
    ],
)
def test_what_came_of_removing_is_said(
    window: MainWindow, page: ModelsPage, event: ModelRemoveEnded, shape: str, sentence: str
) -> None:
    window.show_models_event(event)
    outcome = of(page, "small").outcome
    assert (outcome.glyph.name, outcome.words.text()) == (shape, sentence)


def test_an_old_failure_goes_when_other_settings_hold(window: MainWindow, page: ModelsPage) -> None:
    window.show_models_event(LoadFailed("small", OutOfMemory("graphics card")))
    outcome = of(page, "small").outcome
    assert outcome.isVisible()
    window.show_settings(replace(SETTINGS, speech=SpeechSettings(model="small", device=Device.CPU)))
    assert state(page, "small").startswith("In use")
    assert not outcome.isVisible()
    window.show_models_event(LoadFailed("small", OutOfMemory("processor")))
    window.show_settings(
        replace(SETTINGS, speech=SpeechSettings(model="small", device=Device.CPU), general=OTHERS.general)
    )
    assert outcome.isVisible()


@pytest.mark.parametrize(
    ("model", "sentence"),
    [
        ("tiny.en", "It belongs to an installed package; uninstall that with pip to free its space."),
        ("base", "It is in use; use another one before you remove it."),
    ],
)
def test_what_cannot_be_removed_says_why(page: ModelsPage, model: str, sentence: str) -> None:
    row = of(page, model)
    row.more.click()
    settle()
    assert row.details is not None
    assert (row.details.remove.isVisible(), row.details.stays.text()) == (False, sentence)


def test_a_joined_copy_of_a_package_can_be_freed(window: MainWindow, page: ModelsPage) -> None:
    window.show_settings(replace(SETTINGS, speech=SpeechSettings(model="small")))
    row = of(page, "base")
    row.more.click()
    settle()
    button(row, "Free 145 MB: base").click()
    assert "Free 145 MB? It is put together from its package again when it is next used." in labels(row)


def test_the_details_say_memory_origin_place_and_check(page: ModelsPage) -> None:
    for model in ("small", "distil-large-v3.5", FINE_TUNED):
        of(page, model).more.click()
    settle()
    said = labels(of(page, "small"))
    assert "Memory when loaded: about 455 MB with int8, 760 MB with float16, 1.4 GB with float32." in said
    assert "Its weights are used only when they agree with the hash that Sayso knows of them." in said
    assert "Published at huggingface.co/Systran/faster-whisper-small (536b0662)" in said
    assert "Lies in /home/anna/.local/share/sayso/models/small" in said
    away = labels(of(page, "distil-large-v3.5"))
    assert (
        "Checked against the hub only: Sayso knows no hash of its own, so it believes what the hub says."
        in away
    )
    assert "Lies in" not in away
    own = labels(of(page, FINE_TUNED))
    assert "Sayso knows nothing of this model, so nothing of it is checked." in own
    assert "Memory when loaded" not in own


def test_details_close_again_and_say_so(page: ModelsPage) -> None:
    more = of(page, "small").more
    said = []
    for _ in range(3):
        said.append(more.accessibleDescription())
        more.click()
    assert said == ["Closed", "Open", "Closed"]


# --- folders ---


def chosen_folder(window: QWidget, folder: Path) -> None:
    """Answer the dialog that is open."""
    (dialog,) = [each for each in window.findChildren(QFileDialog) if each.isVisible()]
    dialog.fileSelected.emit(str(folder))
    dialog.close()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_model_is_got_from_a_folder(page: ModelsPage, qtbot: QtBot, tmp_path: Path) -> None:
    row = of(page, "medium")
    row.more.click()
    settle()
    button(row, "Get medium from a folder").click()
    with qtbot.waitSignal(page.wishes.get_from_requested) as asked:
        chosen_folder(row, tmp_path)
    assert asked.args == ["medium", tmp_path]


def test_only_what_is_not_here_is_got_from_a_folder(page: ModelsPage) -> None:
    row = of(page, "small")
    row.more.click()
    settle()
    assert row.details is not None
    assert not row.details.get_from.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_folder_of_ones_own_is_added_and_taken_off_the_list(
    page: ModelsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    button(page, "Add the folder of a model of your own").click()
    with qtbot.waitSignal(page.wishes.folder_added) as added:
        chosen_folder(page, tmp_path)
    assert added.args == [tmp_path]
    # Its row comes last of all, so it is gone to as soon as it is there.
    own = ShelvedModel(str(tmp_path), None, Place.OWN_FOLDER, tmp_path)
    page.show_event(ModelsShelved((*shelf(), own)))
    assert page.focusWidget() is of(page, str(tmp_path)).more
    page.show_event(ModelsShelved(shelf()))
    row = of(page, FINE_TUNED)
    row.more.click()
    settle()
    button(row, f"Take off the list: {row.name}").click()
    assert "Take it off the list? The folder stays as it is." in labels(row)
    with (
        qtbot.assertNotEmitted(page.wishes.remove_requested),
        qtbot.waitSignal(page.wishes.folder_removed) as removed,
    ):
        button(row, f"Remove {row.name} now").click()
    assert removed.args == [FINE_TUNED]


def test_rows_come_and_go_with_the_shelf_and_keep_what_is_open(window: MainWindow, page: ModelsPage) -> None:
    before = of(page, "small")
    before.more.click()
    window.show_models_event(ModelsShelved(shelf()[:-2]))
    assert FINE_TUNED not in page.rows
    assert of(page, "small") is before
    assert before.details is not None
    assert not before.details.isHidden()
