"""What CTranslate2, PyTorch and their libraries say when they fail, in the user's words.

They raise RuntimeError, ValueError or MemoryError with a text and no code, so the text is all there is to go
by. Only fixed pieces of it are looked for; nothing of it is shown.
"""

from __future__ import annotations

import traceback
from typing import Final

from app.domain.compute import CPU, CUDA, device_words
from app.domain.problems import OutOfMemory, RecognitionFailed, RecognitionProblem
from app.domain.texts import shown

UNLOADED: Final = shown("the model has been unloaded")
"""What is told of a recognizer that is asked after it was closed."""

_REASONS: Final = (
    # What PyTorch says on the processor begins with its allocator (c10/core/impl/alloc_cpu.cpp).
    (
        ("out of memory", "bad_alloc", "bad allocation", "defaultcpuallocator"),
        shown("there is not enough memory for it"),
    ),
    (
        ("libcublas", "cublas64", "libcudnn", "cudnn"),
        # Said in the window and on the command line alike.
        shown(
            "NVIDIA's library cuBLAS 12 is missing (get it on the Models page of Sayso's window, or with"
            " Sayso's extra “cuda”)"
        ),
    ),
    (
        ("driver version is insufficient", "no cuda-capable device"),
        shown("its driver is missing or too old"),
    ),
    (
        ("cublas_status_not_supported", "do not support efficient"),
        shown("it does not support this compute type"),
    ),
)

_DAMAGE: Final = (
    (("payload size", "is incomplete", "binary version", "unable to open file 'model.bin'"), "model.bin"),
    (("json.exception",), "config.json"),
    (("vocabulary",), shown("its vocabulary")),
    # The tokenizer's library tells where in its JSON it stumbled.
    ((" at line ",), "tokenizer.json"),
)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory, the processor's or the graphics card's, ran out."""
    text = str(error).lower()
    return isinstance(error, MemoryError) or any(piece in text for piece in _REASONS[0][0])


def reason(error: BaseException) -> str:
    """Why a way of computing failed: half a sentence for the user."""
    if is_out_of_memory(error):
        return _REASONS[0][1]
    text = str(error).lower()
    for pieces, words in _REASONS[1:]:
        if any(piece in text for piece in pieces):
            return words
    return shown("it failed in a trial")


def kind_of(device: str) -> str:
    """ "cpu" or "cuda", which stands for any graphics card where Sayso speaks of devices."""
    return CPU if device == CPU else CUDA


def recognition_problem(error: BaseException, device: str) -> RecognitionProblem:
    """The problem that a failed transcription on `device`, by its library's name, is for the user."""
    detail = f"{type(error).__name__} on {device}: {error}"
    if is_out_of_memory(error):
        return OutOfMemory(device_words(kind_of(device)), detail=detail)
    return RecognitionFailed(detail=detail)


def let_go(error: BaseException | None) -> None:
    """Forget what the functions had in hand in which `error`, or what led to it, was raised: the model, whose
    memory is wanted."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def damaged_file(error: BaseException) -> str | None:
    """The model's file that is at fault, whatever the device; None when it is something else."""
    text = str(error).lower()
    return next((file for pieces, file in _DAMAGE if any(piece in text for piece in pieces)), None)
