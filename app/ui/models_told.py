"""What the models page is told by the workers, and the wishes of its user."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from app.domain.model_budget import LoadBegan, Loaded, LoadFailed
from app.services.cuda_events import CudaEvent
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded, ModelsShelved
from app.services.hardware_events import HardwareFound, ProofBegun, ProofEnded, ProvingEnded

ModelEvent: TypeAlias = ModelArriving | ModelGetEnded | ModelRemoveEnded | LoadBegan | LoadFailed
"""About one model, by its name."""

ModelsEvent: TypeAlias = (
    ModelEvent | ModelsShelved | Loaded | HardwareFound | ProofBegun | ProofEnded | ProvingEnded | CudaEvent
)


def kind_of(event: ModelsEvent) -> str:
    """Of two events of one kind only the later counts for a page that was told of neither."""
    match event:
        case ModelArriving() | ModelGetEnded() | ModelRemoveEnded() | LoadBegan() | LoadFailed():
            return f"{type(event).__name__} {event.model}"
        case Loaded(held):
            return f"Loaded {held.model}"
        case _:
            return type(event).__name__


class ModelWishes(QObject):
    """Every wish of the user on the models page. Models go by the name in `ShelvedModel.name`."""

    look_wanted = Signal()
    """The page has come into view: what is here now, of models and of hardware?"""

    get_requested = Signal(str)
    get_from_requested = Signal(str, object)
    """The model, and the folder (Path) to get it from."""
    pause_requested = Signal(str)
    cancel_requested = Signal(str)
    remove_requested = Signal(str)

    use_requested = Signal(str)
    preload_changed = Signal(str, bool)
    device_chosen = Signal(str, object)
    """The model and its `Device`; AUTO is as for the others."""
    folder_added = Signal(object)
    """A Path."""
    folder_removed = Signal(str)

    trial_requested = Signal(str)
    trial_stopped = Signal()

    measure_requested = Signal()
    prove_again_requested = Signal(object)
    """A `Way`."""
    proving_stopped = Signal()
    recommendation_accepted = Signal(object)
    """The `Recommendation`."""
    benchmark_wanted = Signal()
