"""Which sound of a file is transcribed: its tracks and channels, as menus.

There is something to choose where a file has several tracks, or a track has two channels or more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.file_queue import FileJob
from app.domain.media import Channels, SoundChoice, SoundTrack
from app.ui import files_words as words


def _tr(text: str) -> str:
    return QCoreApplication.translate("files", text)


def track_of(job: FileJob) -> SoundTrack | None:
    """The track that is transcribed, None where none is known yet."""
    tracks = job.tracks
    if job.choice.track is not None:
        return next((one for one in tracks if one.place == job.choice.track), None)
    return next((one for one in tracks if one.is_default), tracks[0] if tracks else None)


def add_choices(menu: QMenu, job: FileJob, choose: Callable[[SoundChoice], None]) -> None:
    """Add a menu of the tracks and one of the channels, as far as there is a choice."""
    if len(job.tracks) > 1:
        _add_tracks(menu.addMenu(_tr("Track")), job, choose)
    track = track_of(job)
    if track is not None and track.channels > 1:
        _add_channels(menu.addMenu(_tr("Channels")), job, choose)


def _add_tracks(menu: QMenu, job: FileJob, choose: Callable[[SoundChoice], None]) -> None:
    group, now = QActionGroup(menu), track_of(job)
    for track in job.tracks:
        action = menu.addAction(words.track_words(track).replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(track == now)
        group.addAction(action)
        # Another track may have other channels.
        wanted = SoundChoice(track.place, job.choice.channels if track.channels > 1 else Channels.MIXED)
        if track != now:
            action.triggered.connect(lambda _=False, to=wanted: choose(to))


def _add_channels(menu: QMenu, job: FileJob, choose: Callable[[SoundChoice], None]) -> None:
    group = QActionGroup(menu)
    for channels in Channels:
        action = menu.addAction(words.channels_words(channels))
        action.setCheckable(True)
        action.setChecked(channels is job.choice.channels)
        group.addAction(action)
        if channels is not job.choice.channels:
            wanted = replace(job.choice, channels=channels)
            action.triggered.connect(lambda _=False, to=wanted: choose(to))
