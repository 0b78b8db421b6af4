"""The speech models: where they are, what loads them, which are in memory, and who looks after them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache, partial

from app.adapters.allocator import ProcessMemory
from app.adapters.clock import SystemClock
from app.adapters.computer import this_computer
from app.adapters.folders import Folders
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue, weights_bytes
from app.adapters.nvidia import NvidiaCards
from app.adapters.whisper_loader import WhisperLoader
from app.domain.model_budget import Footprint, Limits, footprint, limits_for, settings_for
from app.domain.model_settings import ModelSettings
from app.domain.settings import Settings, SpeechEngine, SpeechSettings
from app.parts.workers import running_worker
from app.services.model_care import ModelCare
from app.services.model_desk import ModelDesk
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from app.services.ports import Inbox, Post


def models_of(folders: Folders) -> LocalModels:
    """The speech models of this user."""
    return LocalModels(bundled_catalogue(), folders.models, folders.cache, HuggingFaceHub())


def loader_of(folders: Folders) -> WhisperLoader:
    """Loads those models in this process, and proves them."""
    return WhisperLoader(models_of(folders).locate)


def speech_of(settings: Settings) -> SpeechSettings:
    """How the model in use computes: with the device that the user wants for that one."""
    return settings_for(settings.speech.model, settings.speech, settings.models)


@dataclass(frozen=True, slots=True)
class Models:
    """The speech models of this computer: `pool` has those in memory, `care` looks after them, `desk` gets
    and removes."""

    local: LocalModels
    pool: ModelPool
    care: ModelCare
    desk: ModelDesk


def build_models(
    folders: Folders, settings: Settings, disk: Inbox, memory: ProcessMemory, post: Post, stack: ExitStack
) -> Models:
    """Make and start the workers and services of the models; `stack` ends them. Nothing is loaded yet.
    `disk` is the inbox of the thread that reads and writes files."""
    clock = SystemClock()
    worker = partial(running_worker, clock=clock, post=post, stack=stack)
    local = models_of(folders)

    def find(wanted: SpeechSettings) -> None:
        if wanted.engine is SpeechEngine.FASTER_WHISPER:
            local.locate(wanted.model)

    # Once: a card that sleeps takes seconds to answer.
    cards = cache(NvidiaCards().look)

    def sizes(wanted: SpeechSettings) -> Footprint:
        weights = weights_bytes(wanted.model)
        entry = bundled_catalogue().find(wanted.model)
        return footprint(wanted, entry, weights, has_card=bool(cards().cards))

    def limits(models: ModelSettings) -> Limits:
        sizes_of_cards = [card.memory_megabytes or 0 for card in cards().cards]
        return limits_for(models, this_computer().memory_megabytes, max(sizes_of_cards, default=0))

    scales = Scales(sizes, memory)
    pool = ModelPool(WhisperLoader(local.locate), find, clock, post, scales, Limits())
    stack.callback(pool.close)
    care = ModelCare(worker("models"), pool, limits, speech_of(settings), settings.models)
    stack.callback(care.close)
    desk = ModelDesk(disk, worker("model downloads"), local, clock, post)
    stack.callback(desk.close)
    return Models(local, pool, care, desk)
