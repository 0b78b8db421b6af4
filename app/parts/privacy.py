"""What the user's privacy is made of: the gate, what is kept, starting with the system, newer versions."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final

from app import __version__
from app.adapters.autostart import system_autostart
from app.adapters.connections import Connections
from app.adapters.folders import Folders
from app.adapters.line_process import LineProcess
from app.adapters.own_process import own_command
from app.adapters.privacy_places import KeptThings, kept_places
from app.adapters.update_feed import AskedFile, UpdateFeed
from app.domain import connections as rules
from app.domain.connections import Connection, Places
from app.domain.privacy import KeptPlace
from app.domain.settings import Settings
from app.parts.connections import places
from app.parts.engine import Engine
from app.parts.files import Files
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.autostart import AutostartService
from app.services.diagnostics import ReportDesk
from app.services.ports import Post
from app.services.privacy import Privacy
from app.services.updates import UpdateService

ASKED_FILE: Final = "asked-for-newer"


@dataclass(frozen=True, slots=True)
class PrivacyParts:
    """`kept` removes what is kept, `places` says where that is and `leads` where connections go to."""

    gate: Connections
    kept: Privacy
    places: tuple[KeptPlace, ...]
    leads: Places
    autostart: AutostartService
    updates: UpdateService
    reports: ReportDesk

    def connections(self, settings: Settings) -> tuple[Connection, ...]:
        """All that there are with these settings."""
        return rules.connections(settings, self.leads, self.gate.is_own)


def build_privacy(
    folders: Folders, gate: Connections, engine: Engine, files: Files, post: Post, stack: ExitStack
) -> PrivacyParts:
    """Make all of it; nothing is begun, and nobody asked."""
    leads = places()

    def clear_files() -> None:
        files.desk.clear()
        files.desk.clear_cache()

    def remove_model(name: str) -> None:
        engine.models.care.unload(name)
        engine.models.desk.remove(name)

    feed = UpdateFeed(leads.updates, gate) if leads.updates else None
    updates = UpdateService(
        # Few want it, and a thread that nobody needs is not begun.
        lambda: running_worker("updates", engine.clock, post, stack, NO_PATIENCE),
        feed,
        AskedFile(folders.cache / ASKED_FILE),
        engine.clock,
        __version__,
        post,
    )
    diagnosing = LineProcess(own_command("diagnose"))
    stack.callback(diagnosing.close)
    reports = ReportDesk(
        lambda: running_worker("report", engine.clock, post, stack, NO_PATIENCE), diagnosing, post
    )
    return PrivacyParts(
        gate,
        Privacy(engine.disk, KeptThings(folders), clear_files, remove_model, post),
        kept_places(folders),
        leads,
        AutostartService(engine.disk, system_autostart(), post),
        updates,
        reports,
    )
