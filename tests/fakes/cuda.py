"""NVIDIA's library as it comes and goes when a test says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.domain.cuda_runtime import CudaRuntimeState, CudaWheel, RuntimePlace

Step = int | Exception | Callable[[], None]
"""Of getting it: so many of 1,000 bytes have arrived, or it fails, or something happens meanwhile."""
SIZE: Final = 1000
WHEEL: Final = CudaWheel(
    "https://pypi.org/simple/nvidia-cublas-cu12/",
    "12.9.1.4",
    "linux",
    "x86_64",
    "cublas.whl",
    SIZE,
    "0" * 64,
    "License.txt",
    {"lib/libcublas.so.12": 500, "lib/libcublasLt.so.12": 2500},
)


class SteppedRuntime:
    """It is got in `steps`. `refuses` is what removing raises."""

    def __init__(self, *steps: Step, wheel: CudaWheel | None = WHEEL) -> None:
        self.steps = steps or (SIZE,)
        self.wheel = wheel
        self.found = CudaRuntimeState()
        self.refuses: Exception | None = None
        self.gets = 0

    def state(self) -> CudaRuntimeState:
        return self.found

    def get(self, on_progress: Callable[[int, int], None]) -> None:
        self.gets += 1
        for step in self.steps:
            if isinstance(step, Exception):
                raise step
            if isinstance(step, int):
                self.found = replace(self.found, arrived_bytes=step)
                on_progress(step, SIZE)
            else:
                step()
        self.found = CudaRuntimeState(RuntimePlace.FOLDER, WHEEL.version, WHEEL.unpacked_bytes)

    def remove(self) -> int:
        if self.refuses:
            raise self.refuses
        freed, self.found = self.found.size_bytes, CudaRuntimeState()
        return freed
