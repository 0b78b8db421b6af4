"""The language models' side: cleaning up, and what there is to clean up with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from app.adapters.clock import SystemClock
from app.adapters.connections import Connections
from app.adapters.ollama import OllamaWriter
from app.adapters.style_file import bundled_styles
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.styles import Styles
from app.parts.workers import running_worker
from app.services.ports import Post
from app.services.transcript_cleaning import SharedModel, TranscriptCleaning
from app.services.writers import WriterDesk
from app.services.writing import WritingService


@dataclass(frozen=True, slots=True)
class Writers:
    """The language models' side: cleaning up, and what there is to clean up with."""

    styles: Styles
    service: WritingService
    cleaning: TranscriptCleaning
    desk: WriterDesk


def build_writers(
    settings: EnhancementSettings,
    connections: Connections,
    post: Post,
    is_idle: Callable[[], bool],
    stack: ExitStack,
) -> Writers:
    """Make and start the language models' workers and services; `stack` ends them. Nothing is asked of the
    server before a dictation or the user wants it. `is_idle` says whether the recognizer does nothing.
    """
    clock = SystemClock()
    writer = OllamaWriter(settings.host, connections=connections)
    stack.callback(writer.close)
    worker = partial(running_worker, clock=clock, post=post, stack=stack)
    styles = bundled_styles()
    writing = worker("writing")
    service = WritingService(writing, writer, post, styles, settings, is_idle)
    stack.callback(service.close)
    shared = SharedModel(service.runs, service.model, is_idle)
    cleaning = TranscriptCleaning(writing, writer, post, settings, shared)
    stack.callback(cleaning.close)
    desk = WriterDesk(worker("writers"), worker("downloads"), writer, clock, post)
    stack.callback(desk.close)
    return Writers(styles, service, cleaning, desk)
