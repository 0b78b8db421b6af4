"""Which weights a speech model's name stands for now, so that what one made is not taken for what another
would.

Rules: weights that are checked against a hash known beforehand are known by it, also while they are not on
this computer. Others are known by their file's place, size and time: a folder of the user's own may get other
weights under the same name. OpenAI's are checked by their own hash when they are loaded: a name is enough.
Failure: raises what locating the model does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.domain.catalogue import MODEL_FILE, Catalogue
from app.domain.problems import ModelMissing
from app.domain.settings import SpeechEngine, SpeechSettings


class ModelIdentity:
    """Tells weights apart.

    Args:
        catalogue: the published models.
        locate: the folder of a model, by name or path; raises a ModelProblem.
    """

    def __init__(self, catalogue: Catalogue, locate: Callable[[str], Path]) -> None:
        self._catalogue = catalogue
        self._locate = locate

    def __call__(self, speech: SpeechSettings) -> str:
        """The same text for the same weights. Raises what locating them does."""
        if speech.engine is SpeechEngine.OPENAI_WHISPER:
            weights = Path(speech.model)
            if not weights.is_file():
                return f"openai {speech.model}"
        else:
            known = self._catalogue.find(speech.model)
            if known is not None and known.is_pinned:
                return f"sha256 {known.hashes[MODEL_FILE]}"
            weights = self._locate(speech.model) / MODEL_FILE
        try:
            found = weights.stat()
        except OSError as error:
            raise ModelMissing(speech.model) from error
        return f"file {weights} {found.st_size} {found.st_mtime_ns}"
