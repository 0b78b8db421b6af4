"""Who hears what is told of the speech models and what computes them, and who answers that page's wishes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, get_args

from app.domain import model_choices as choices
from app.domain.compute import CUDA
from app.domain.dictation_events import SpeechEnded
from app.domain.model_budget import (
    LeftOut,
    LoadAwaited,
    Loaded,
    LoadFailed,
    OverBudget,
    Unloaded,
    settings_for,
)
from app.domain.recommendation import Recommendation, settings_of
from app.domain.remote import Request
from app.domain.settings import Device, Settings, SpeechSettings
from app.services import cuda_events, events
from app.services.bench_desk import BenchDesk
from app.services.bench_events import BenchEvent
from app.services.hardware_events import HardwareFound, ProvingEnded
from app.services.view_trial import TrialView
from app.ui.models_told import ModelsEvent
from app.wiring.program import Program, do

if TYPE_CHECKING:
    from app.ui.bench_page import BenchPage
    from app.ui.models_page import ModelsPage


def wire_models(program: Program) -> None:
    """The models, the hardware under them, and the page that shows both."""
    on, window, models = program.dispatcher.on, program.face.window, program.engine.models
    for kind in get_args(ModelsEvent):
        on(kind, window.show_models_event)
    for told in (Loaded, Unloaded, SpeechEnded):
        on(told, lambda _: _show_loaded(program))
    # The page asks the pool itself what is in memory, and the log has the rest.
    for quiet in (LoadAwaited, LeftOut, OverBudget):
        on(quiet, lambda _: None)
    on(LoadFailed, partial(_load_failed, program))
    on(events.ModelReady, lambda _: models.care.switched())
    on(events.ModelGetEnded, partial(_got, program))
    on(events.ModelsShelved, lambda _: _look_for_models(program))
    on(HardwareFound, models.hardware.cuda.look)
    on(cuda_events.CudaRuntimeEnded, partial(_cuda_ended, program))
    on(ProvingEnded, partial(_proving_ended, program))
    on(TrialView, window.show_trial)
    window.on_models(partial(_wire_page, program))
    for kind in get_args(BenchEvent):
        on(kind, window.show_bench_event)
    window.on_bench(partial(_wire_benchmarks, program.benchmarks))


def preload(program: Program, request: Request) -> None:
    """What `sayso models preload` wants."""
    # A settings file, from which the name may be, is not looked into again.
    model = program.engine.models.local.catalogue.name_of(request.model)
    _choose(program, lambda settings: choices.with_preload(settings, model, is_on=not request.off))


# --- what is told ---


def _show_loaded(program: Program) -> None:
    held = program.engine.models.pool.state
    program.face.window.show_loaded(held, program.engine.clock.now())
    program.screen.models_held(held)


def _load_failed(program: Program, event: LoadFailed) -> None:
    # That of the model in use is told by `ModelFailed`.
    if event.model != program.settings.current.speech.model:
        program.screen.model_refused(event.problem)


def _got(program: Program, event: events.ModelGetEnded) -> None:
    if event.is_there:
        program.engine.speech.got(event.model)


def _look_for_models(program: Program) -> None:
    """What may be chosen elsewhere has changed as well."""
    post, local = program.face.pump.post, program.engine.models.local
    program.engine.disk.call(lambda: post(events.ModelsFound(local.list())))


def _cuda_ended(program: Program, event: cuda_events.CudaRuntimeEnded) -> None:
    """With NVIDIA's library there, what failed for want of it is tried again."""
    if event.is_there:
        program.engine.models.hardware.service.prove_anew(_speech(program))


def _proving_ended(program: Program, event: ProvingEnded) -> None:
    """A card that has proved to work only now is used at once."""
    wishes = program.settings.current.speech.device
    if event.used and event.used.device == CUDA and wishes is not Device.CPU and not program.screen.uses_card:
        program.engine.speech.reload()


# --- what the user wants ---


def _wire_page(program: Program, page: ModelsPage) -> None:
    wishes, models = page.wishes, program.engine.models
    desk, hardware = models.desk, models.hardware
    wishes.look_wanted.connect(lambda: _look(program))
    wishes.get_requested.connect(desk.get)
    wishes.get_from_requested.connect(desk.get)
    wishes.pause_requested.connect(desk.pause)
    wishes.cancel_requested.connect(desk.cancel)
    wishes.remove_requested.connect(models.care.unload)
    wishes.remove_requested.connect(desk.remove)
    wishes.use_requested.connect(
        lambda name: _choose(program, lambda settings: choices.with_model(settings, name))
    )
    wishes.preload_changed.connect(
        lambda name, is_on: _choose(program, lambda s: choices.with_preload(s, name, is_on=is_on))
    )
    wishes.device_chosen.connect(
        lambda name, device: _choose(program, lambda s: choices.with_device(s, name, device))
    )
    wishes.folder_added.connect(
        lambda folder: _choose(program, lambda s: choices.with_folder(s, str(folder)), look=True)
    )
    wishes.folder_removed.connect(
        lambda name: _choose(
            program, lambda s: choices.without_folder(s, name, SpeechSettings().model), look=True
        )
    )
    wishes.trial_requested.connect(lambda name: program.trial.try_out(_speech(program, name)))
    wishes.trial_stopped.connect(program.trial.stop)
    wishes.measure_requested.connect(lambda: hardware.service.measure(_speech(program)))
    wishes.prove_again_requested.connect(lambda way: hardware.service.try_again(way, _speech(program)))
    wishes.proving_stopped.connect(hardware.service.stop)
    wishes.recommendation_accepted.connect(partial(_follow, program))
    page.cuda.get_requested.connect(hardware.cuda.get)
    page.cuda.stop_requested.connect(hardware.cuda.stop)
    page.cuda.remove_requested.connect(hardware.cuda.remove)


def _wire_benchmarks(desk: BenchDesk, page: BenchPage) -> None:
    page.run_requested.connect(desk.run)
    page.stop_requested.connect(desk.stop)
    page.export_requested.connect(desk.export)
    page.tables_wanted.connect(desk.look)


def _look(program: Program) -> None:
    """What is here now, of models, memory and hardware."""
    current, models = program.settings.current, program.engine.models
    # A folder in use is listed, whether it was added to the list or chosen in the settings.
    models.desk.look((*current.models.folders, current.speech.model))
    models.hardware.service.look(_speech(program))
    _show_loaded(program)


def _follow(program: Program, recommendation: Recommendation) -> None:
    def chosen(settings: Settings) -> Settings:
        return replace(settings, speech=settings_of(recommendation, settings.speech))

    _choose(program, chosen)


def _choose(program: Program, change: Callable[[Settings], Settings], *, look: bool = False) -> None:
    do(program, lambda: program.settings.accept(change(program.settings.current)))
    if look:
        _look(program)


def _speech(program: Program, model: str = "") -> SpeechSettings:
    """How `model` computes, or the one in use where it is left out."""
    current = program.settings.current
    return settings_for(model or current.speech.model, current.speech, current.models)
