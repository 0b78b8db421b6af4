"""What plays the recordings of the history, and what writes it to files.

Recordings have a player of their own, so that a file that is open keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from app.adapters.clock import SystemClock
from app.adapters.player import PortAudioSpeaker
from app.domain.problems import Problem
from app.parts.engine import Engine
from app.parts.files import media_files
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.file_events import PlayingEnded, PlayingMoved
from app.services.history_replay import HistoryReplay, Replayed, ReplayView
from app.services.playback import Playback
from app.services.ports import Post


def build_replay(
    engine: Engine, post: Post, tell: Callable[[Problem, str], None], view: ReplayView, stack: ExitStack
) -> tuple[HistoryReplay, Playback]:
    """The service and its player, whose worker `stack` ends."""

    def told(event: object) -> None:
        post(Replayed(event) if isinstance(event, PlayingMoved | PlayingEnded) else event)

    worker = running_worker("replay", SystemClock(), post, stack, NO_PATIENCE)
    playback = Playback(worker, media_files(), PortAudioSpeaker(engine.portaudio), told)
    stack.callback(playback.close)
    return HistoryReplay(engine.storage.shelf, playback, post, tell, view), playback
