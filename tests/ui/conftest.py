"""What the tests of the windows share: a theme and a sheet for each file, and the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.settings import Settings
from app.services.events import ModelsShelved
from app.ui.clean_up_settings import CleanUpSettings
from app.ui.main_window import MainWindow
from app.ui.models_page import ModelsPage
from app.ui.theme import Theme
from tests.ui.clean_up_scenes import styles
from tests.ui.guide_bench import guide, guide_window, wishes
from tests.ui.models_scenes import HELD, NOW, PROCESSOR_ALONE, SETTINGS, shelf
from tests.ui.settings_bench import SPEECH_MODELS
from tests.ui.settings_scenes import CATALOGUE, FOUND, bundled_styles
from tests.ui.windows import main_window, settle

__all__ = ["guide", "guide_window", "wishes"]
"""Fixtures that stand elsewhere."""


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    """Light, and nothing moves."""
    return Theme(qapp, Qt.ColorScheme.Light, motion=False)


@pytest.fixture(scope="module")
def sheet_window(theme: Theme) -> Iterator[MainWindow]:
    """In view, with a style that is not the first; each test begins with `tests.ui.sheet.as_before`."""
    with main_window(theme) as window:
        window.show_settings(Settings(enhancement=EnhancementSettings(style="formal")))
        window.show_styles(styles())
        window.show()
        yield window


@pytest.fixture
def english() -> Iterator[None]:
    """Numbers and dates as in Great Britain, whatever this computer is set to."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture(scope="module")
def transcript_window(theme: Theme) -> Iterator[MainWindow]:
    """In view, for one transcript after the other."""
    with main_window(theme) as window:
        window.resize(840, 620)
        window.show()
        yield window


@pytest.fixture
def settings_window(theme: Theme) -> Iterator[MainWindow]:
    """Opened at its settings, with everything that they are told at the start."""
    with main_window(theme) as window:
        window.show_settings(Settings())
        window.show_models(SPEECH_MODELS)
        window.show_styles(bundled_styles())
        window.show_writer_catalogue(CATALOGUE)
        window.show()
        window.open_settings()
        window.show_writers(FOUND)
        yield window


@pytest.fixture
def models_window(theme: Theme) -> Iterator[MainWindow]:
    """Opened at its models, with everything that they are told at the start."""
    with main_window(theme) as window:
        window.show()
        window.show_settings(SETTINGS)
        window.show_models_event(PROCESSOR_ALONE)
        window.show_models_event(ModelsShelved(shelf()))
        window.show_loaded(HELD, NOW)
        window.open_models()
        settle()
        yield window


@pytest.fixture
def page(models_window: MainWindow) -> ModelsPage:
    """The models in `models_window`."""
    return models_window.models


@pytest.fixture
def clean_up(settings_window: MainWindow) -> CleanUpSettings:
    """What is said and set of the clean-up in `settings_window`."""
    return settings_window.settings.clean_up
