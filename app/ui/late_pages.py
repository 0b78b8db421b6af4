"""Makes the pages that are not needed for the first paint; their modules are imported no sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.bench_page import BenchPage
    from app.ui.files_page import FilesPage
    from app.ui.guide_page import GuidePage
    from app.ui.models_page import ModelsPage
    from app.ui.settings_page import SettingsPage
    from app.ui.transcript_page import TranscriptPage


def files_page(theme: Theme) -> FilesPage:
    """The queue of files."""
    from app.ui.files_page import FilesPage

    return FilesPage(theme)


def transcript_page(theme: Theme) -> TranscriptPage:
    """The transcript of a file."""
    from app.ui.transcript_page import TranscriptPage

    return TranscriptPage(theme)


def models_page(theme: Theme) -> ModelsPage:
    """The speech models."""
    from app.ui.models_page import ModelsPage

    return ModelsPage(theme)


def bench_page(theme: Theme) -> BenchPage:
    """The benchmarks."""
    from app.ui.bench_page import BenchPage

    return BenchPage(theme)


def settings_page(theme: Theme) -> SettingsPage:
    """The settings."""
    from app.ui.settings_page import SettingsPage

    return SettingsPage(theme)


def guide_page(theme: Theme) -> GuidePage:
    """The guide of the first start."""
    from app.ui.guide_page import GuidePage

    return GuidePage(theme)
