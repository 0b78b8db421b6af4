"""What is told of NVIDIA's library cuBLAS."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from app.domain.cuda_runtime import CudaOffer, CudaRuntimeState
from app.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class CudaRuntimeFound:
    """Where the library is now, and what is offered to be got; None where nothing is wanted."""

    state: CudaRuntimeState
    offer: CudaOffer | None


@dataclass(frozen=True, slots=True)
class CudaRuntimeArriving:
    """It is on its way: so many bytes of so many have arrived. All of them are there while it is unpacked."""

    received: int
    total: int


@dataclass(frozen=True, slots=True)
class CudaRuntimeEnded:
    """Getting it has ended. When it is not there and there is no `problem`, it was stopped."""

    is_there: bool
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class CudaRuntimeRemoved:
    """It was removed, which freed so many bytes; or it could not be."""

    freed: int
    problem: Problem | None = None


CudaEvent: TypeAlias = CudaRuntimeFound | CudaRuntimeArriving | CudaRuntimeEnded | CudaRuntimeRemoved
