"""What the speech models will take of memory, before any of them is loaded."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.catalogue import Catalogue
from app.domain.model_budget import Footprint, footprint
from app.domain.settings import SpeechSettings


def sizes_of(
    catalogue: Catalogue, has_card: Callable[[], bool], weights_bytes: Callable[[str], int]
) -> Callable[[SpeechSettings], Footprint]:
    """Tells what the model of given settings will take.

    Args:
        has_card: whether a graphics card is used where that is left to Sayso.
        weights_bytes: the size of the model.bin in a folder of the user's own, in bytes; 0 where it cannot be
            read, which loading will tell of. Asked for folders alone.
    """

    def sizes(settings: SpeechSettings) -> Footprint:
        entry = catalogue.find(settings.model)
        weights = weights_bytes(settings.model) if entry is None else 0
        return footprint(settings, entry, weights, has_card=has_card())

    return sizes
