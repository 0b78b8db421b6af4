"""Who hears what is told of privacy and of starting with the system, and who answers the page's wishes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app import __version__
from app.domain.privacy import Kept
from app.domain.problems import NewerVersion
from app.domain.settings import Settings
from app.services.autostart import AutostartFound
from app.services.events import HistoryChanged, ModelRemoveEnded
from app.services.file_events import CacheMeasured
from app.services.privacy_events import KeptMeasured, KeptRemoved, ReportEnded
from app.services.updates import UpdateFound
from app.wiring.program import Program, do

if TYPE_CHECKING:
    from app.ui.settings_page import SettingsPage


def wire_privacy(program: Program) -> None:
    """Everything of it."""
    on, window, kept = program.dispatcher.on, program.face.window, program.privacy.kept
    on(KeptMeasured, lambda e: window.on_settings(lambda page: page.form.privacy.show_amounts(e), "amounts"))
    on(KeptRemoved, partial(_removed, program))
    on(CacheMeasured, lambda _: kept.files_cleared())
    on(ModelRemoveEnded, kept.model_removed)
    on(HistoryChanged, lambda _: window.on_settings(partial(_look_where_seen, program), "history changed"))
    on(ReportEnded, lambda e: window.on_settings(lambda p: p.form.privacy.report.show_ended(e), "report"))
    on(AutostartFound, partial(_autostart_found, program))
    on(
        UpdateFound,
        lambda e: program.notices.add(NewerVersion(e.release.version, __version__, e.release.page)),
    )
    window.on_settings(partial(_wire_page, program), "privacy")


def begin_privacy(program: Program) -> None:
    """Look at what is there, behind all that a dictation needs."""
    program.privacy.autostart.look()
    program.privacy.updates.apply(program.settings.current.privacy)


def _wire_page(program: Program, page: SettingsPage) -> None:
    rows = page.form.privacy
    page.show_places(program.privacy.places)
    rows.show_connections(program.privacy.connections)
    rows.remove_wanted.connect(partial(_remove, program))
    rows.report.wanted.connect(program.privacy.reports.save)
    page.looked_at.connect(partial(_look, program))
    _look(program)


def _look(program: Program) -> None:
    """What may have changed while nobody looked."""
    program.privacy.kept.look()
    program.privacy.autostart.look()


def _look_where_seen(program: Program, page: SettingsPage) -> None:
    """What has changed before the eyes of the user; otherwise it is looked at when he comes."""
    if page.isVisible():
        program.privacy.kept.look()


def _remove(program: Program, kept: Kept) -> None:
    settings, local = program.settings.current, program.engine.models.local
    if kept is Kept.SETTINGS:
        do(program, lambda: program.settings.accept(_as_sayso_comes(settings)))
    in_use = {settings.speech.model, settings.files.model, *settings.models.preload}
    program.privacy.kept.remove(kept, local.shelf() if kept is Kept.MODELS else (), in_use)


def _as_sayso_comes(settings: Settings) -> Settings:
    """All set back but what the guide has been through: it is not to begin anew by itself."""
    standard = Settings()
    done = replace(
        standard.general,
        guide_done=settings.general.guide_done,
        guide_steps=settings.general.guide_steps,
    )
    return replace(standard, general=done)


def _removed(program: Program, event: KeptRemoved) -> None:
    program.face.window.on_settings(
        lambda page: page.form.privacy.show_removed(event), f"removed {event.kept}"
    )


def _autostart_found(program: Program, event: AutostartFound) -> None:
    """What is there counts: the setting follows."""
    current = program.settings.current
    if program.privacy.autostart.is_newest(event) and current.general.start_with_system != event.is_on:
        general = replace(current.general, start_with_system=event.is_on)
        do(program, lambda: program.settings.accept(replace(current, general=general)))
