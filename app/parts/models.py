"""The speech models: where they are, what loads them, which are in memory, and who looks after them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.adapters.allocator import ProcessMemory
from app.adapters.clock import SystemClock
from app.adapters.connections import Connections
from app.adapters.engine_process import ApartLoader
from app.adapters.folders import Folders
from app.adapters.model_files import Stamps
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue, weights_bytes
from app.adapters.nvidia import NvidiaCards
from app.adapters.openai_loader import OpenAIWhisperFiles, OpenAIWhisperLoader
from app.adapters.whisper_loader import CTranslateEngines, WhisperLoader
from app.domain.model_budget import Limits, settings_for
from app.domain.privacy_settings import PrivacySettings
from app.domain.settings import Settings, SpeechEngine, SpeechSettings
from app.parts.hardware import Hardware, build_hardware, proofs_of
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.engine_choice import EngineChoice
from app.services.model_care import ModelCare
from app.services.model_desk import ModelDesk
from app.services.model_pool import ModelPool
from app.services.model_pool_parts import Scales
from app.services.model_sizes import sizes_of
from app.services.ports import Inbox, Post, RecognizerLoader

NOTHING_ELSE: Final = PrivacySettings(this_computer_only=True)


def models_of(folders: Folders, connections: Connections | None = None) -> LocalModels:
    """The speech models of this user. Without the gate none is got, whatever is asked for."""
    hub = HuggingFaceHub(connections=connections or Connections(NOTHING_ELSE))
    return LocalModels(bundled_catalogue(), folders.models, folders.cache, hub)


def loader_of(folders: Folders) -> RecognizerLoader:
    """Loads those models in this process; on a graphics card only what has proved to work in another."""
    local = models_of(folders)
    proofs = proofs_of(folders, local, NvidiaCards(), lambda _: None)
    here = WhisperLoader(local.locate, CTranslateEngines(folders.cuda), proofs.settle)
    openai = OpenAIWhisperLoader(openai_files(folders).locate)
    return EngineChoice(here=here, apart=here, openai=openai, has_card=lambda: False)


def openai_files(folders: Folders) -> OpenAIWhisperFiles:
    """The weights of the engine that computes with PyTorch."""
    return OpenAIWhisperFiles([folders.models / "openai"], Stamps(folders.cache / "stamps"))


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
    hardware: Hardware


def build_models(
    folders: Folders,
    settings: Settings,
    disk: Inbox,
    memory: ProcessMemory,
    post: Post,
    stack: ExitStack,
    connections: Connections | None = None,
) -> Models:
    """Make and start the workers and services of the models; `stack` ends them. Nothing is loaded yet.
    `disk` is the inbox of the thread that reads and writes files."""
    clock = SystemClock()
    worker = partial(running_worker, clock=clock, post=post, stack=stack, patience=NO_PATIENCE)
    # The workers first: what they may wait for ends before they do.
    caring, getting = worker("models"), worker("model downloads")
    local = models_of(folders, connections)

    def find(wanted: SpeechSettings) -> None:
        if wanted.engine is SpeechEngine.FASTER_WHISPER:
            local.locate(wanted.model)

    hardware = build_hardware(folders, local, post, stack, connections)
    proofs = hardware.proofs
    apart = ApartLoader(folders, settle=proofs.settle)
    stack.callback(apart.close)
    loader = EngineChoice(
        here=WhisperLoader(local.locate, CTranslateEngines(folders.cuda), proofs.settle),
        apart=apart,
        openai=OpenAIWhisperLoader(openai_files(folders).locate),
        has_card=lambda: bool(hardware.cards.look().cards),
    )
    scales = Scales(sizes_of(local.catalogue, proofs.has_card, weights_bytes), memory)
    pool = ModelPool(loader, find, clock, post, scales, Limits())
    stack.callback(pool.close)
    care = ModelCare(caring, pool, hardware.limits, speech_of(settings), settings.models)
    stack.callback(care.close)
    desk = ModelDesk(disk, getting, local, clock, post)
    stack.callback(desk.close)
    return Models(local, pool, care, desk, hardware)
