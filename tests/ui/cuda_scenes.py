"""NVIDIA's library on the models page, in the states that people will see it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.compute import CPU, CUDA
from app.domain.cuda_runtime import CudaOffer, CudaRuntimeState, RuntimePlace
from app.domain.problems import CudaLibraryNotGot
from app.domain.settings import ComputeType
from app.services.cuda_events import CudaEvent, CudaRuntimeArriving, CudaRuntimeEnded, CudaRuntimeFound
from app.ui.cuda_row import CudaRow
from app.ui.main_window import MainWindow
from tests.ui.models_scenes import ON_CARD, ON_PROCESSOR, WITH_CARD, WORKS, device, shown
from tests.ui.windows import settle

Scene = Callable[[MainWindow], None]

TOTAL: Final = 581_242_350
OFFER: Final = CudaOffer("NVIDIA GeForce RTX 5090", "12.9.1.4", "pypi.org", TOTAL, 854_346_880)
MISSING: Final = CudaRuntimeState()
BEGUN: Final = CudaRuntimeState(arrived_bytes=215_000_000)
HERE: Final = CudaRuntimeState(RuntimePlace.FOLDER, "12.9.1.4", 854_406_142)

OFFERED: Final = CudaRuntimeFound(MISSING, OFFER)
OFFERED_AGAIN: Final = CudaRuntimeFound(BEGUN, OFFER)
FAILED: Final = CudaRuntimeEnded(False, CudaLibraryNotGot("the package index does not answer"))

WITHOUT_LIBRARY: Final = replace(
    WITH_CARD,
    devices=(
        device(CUDA, {}, ON_CARD),
        device(CPU, {ComputeType.INT8: WORKS}, ON_PROCESSOR),
    ),
)


def cuda_row(window: MainWindow) -> CudaRow:
    """The row in the window's models page."""
    card = window.models.hardware
    row = card.findChild(CudaRow)
    if row is None:
        row = CudaRow(window.models._theme)
        card.add_below(row)
    return row


def cuda_scenes() -> dict[str, Scene]:
    """Each by its name."""

    def scene(*events: CudaEvent, is_first: bool = False) -> Scene:
        def prepare(window: MainWindow) -> None:
            shown(window)
            window.show_models_event(WITHOUT_LIBRARY)
            row = cuda_row(window)
            row.show_event(CudaRuntimeArriving(0, 0))
            for event in events:
                row.show_event(event)
            if is_first:
                row.outcome.say("")
            # Where the row is shows when all has come to rest.
            settle()
            window.models.area.ensureWidgetVisible(row)

        return prepare

    half = CudaRuntimeArriving(215_000_000, TOTAL)
    return {
        "80-cuda-offered": scene(CudaRuntimeEnded(False), OFFERED, is_first=True),
        "81-cuda-arriving": scene(OFFERED, half),
        "82-cuda-unpacking": scene(OFFERED, half, CudaRuntimeArriving(TOTAL, TOTAL)),
        "83-cuda-stopped": scene(OFFERED, half, CudaRuntimeEnded(False), OFFERED_AGAIN),
        "84-cuda-failed": scene(OFFERED, half, FAILED, OFFERED_AGAIN),
        "85-cuda-here": scene(half, CudaRuntimeEnded(True), CudaRuntimeFound(HERE, None)),
    }
