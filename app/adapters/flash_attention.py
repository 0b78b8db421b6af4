"""Whether the installed CTranslate2 holds flash attention, and what its refusals mean.

Nothing in its interface tells. Loading a model with it on the processor is refused by every build alike
("FlashAttention only supports Ampere GPUs or newer"), and a build without it loads a model on a card and
refuses only when it computes. But the sentence of that refusal is compiled into those builds alone that lack
it: the wheel of 4.8.5 holds it, that of 4.3.1, which came with flash attention, does not. So it is looked for
in the library's own file, which takes less than a tenth of a second. Never raises: what cannot be read is not
known.
"""

from __future__ import annotations

import importlib.util
import logging
import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.adapters.engine_errors import reason
from app.domain.flash_attention import NOT_BUILT, TOO_OLD, WRONG_TYPE

logger = logging.getLogger(__name__)

PACKAGE: Final = "ctranslate2"
REFUSAL: Final = b"Flash attention 2 is not supported"
"""Of CTranslate2's flash_attention_gpu.cu, where it is compiled without."""

_REASONS: Final = (
    ("flash attention 2 is not supported", NOT_BUILT),
    ("only supports ampere", TOO_OLD),
    ("only support fp16 and bf16", WRONG_TYPE),
)


def is_built(package: str = PACKAGE) -> bool | None:
    """Whether the library holds it; None where its file cannot be found or read. Imports nothing."""
    seen = False
    for path in _libraries(package):
        try:
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                if content.find(REFUSAL) >= 0:
                    return False
        except (OSError, ValueError) as error:
            logger.info("%s cannot be read: %s", path.name, type(error).__name__)
        else:
            seen = True
    return True if seen else None


def flash_reason(error: BaseException) -> str:
    """Why computing with it failed: half a sentence for the user."""
    text = str(error).lower()
    return next((words for piece, words in _REASONS if piece in text), reason(error))


def _libraries(package: str) -> Iterator[Path]:
    """The library's files: beside the package in wheels for Linux and in a bundle, else inside it."""
    try:
        spec = importlib.util.find_spec(package)
    except (ImportError, ValueError):
        return
    for place in (spec.submodule_search_locations if spec else None) or ():
        folder = Path(place)
        for where in (folder.with_name(f"{folder.name}.libs"), folder / ".dylibs", folder, folder.parent):
            for pattern in (f"lib{PACKAGE}*", f"{PACKAGE}*.dll"):
                yield from (path for path in sorted(where.glob(pattern)) if path.is_file())
