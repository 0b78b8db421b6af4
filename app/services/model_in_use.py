"""The language model in use: how it is asked, what it can do, and where it is loaded.

What it can do is asked once and kept until something fails or another model is chosen; where it is loaded is
looked up, as the server may unload it at any time.

Failure: WritingProblems of the writer pass through.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.domain.enhancement_settings import EnhancementSettings
from app.domain.styles import Allowance, Style, Styles
from app.domain.writing import ModelTraits, WriteRequest, same_model
from app.services.ports import Post
from app.services.writing_events import WriterReady
from app.services.writing_ports import Writer
from app.services.writing_requests import Requests

OWN: Final = "own"
"""The style whose instruction the user writes."""


class ModelInUse:
    """Belongs to the writing worker.

    Args:
        post: takes WriterReady.
        styles: those there are.
    """

    def __init__(self, writer: Writer, post: Post, styles: Styles) -> None:
        self._writer = writer
        self._post = post
        self._styles = styles
        self._traits: dict[str, ModelTraits] = {}
        self.gpu_share: float | None = None

    @property
    def is_on_gpu(self) -> bool:
        """Whether it leaves the processor alone; False while that is not known."""
        return self.gpu_share is not None and self.gpu_share >= 1.0

    def forget(self) -> None:
        """It may be another one from now on."""
        self._traits.clear()
        self.gpu_share = None

    def look(self, request: WriteRequest) -> bool:
        """Whether it is loaded as `request` needs it; finds out where, and tells."""
        for one in self._writer.running():
            if same_model(one.name, request.model) and one.num_ctx in (None, request.num_ctx):
                self.gpu_share = one.gpu_share
                self._post(WriterReady(request.model, one.gpu_share))
                return True
        return False

    def requests(self, settings: EnhancementSettings, style: str = "") -> Requests:
        """How it is asked for `style`, or for the one that is set where that is empty or unknown."""
        return self._requests(settings, self._styles.find(style) or self._styles.find(settings.style))

    def following(self, settings: EnhancementSettings, first: Requests) -> Requests:
        """How it is asked for the passages behind one that was written by `first`: a greeting stands once, so
        the rest of a long e-mail is only cleaned up."""
        return self._requests(settings, None) if first.style.may(Allowance.ADD_GREETING) else first

    def _requests(self, settings: EnhancementSettings, style: Style | None) -> Requests:
        chosen = style or self._styles.default
        if chosen.name == OWN and settings.own_style.strip():
            chosen = replace(chosen, instruction=settings.own_style.strip())
        if settings.model not in self._traits:
            self._traits[settings.model] = self._writer.traits(settings.model)
        return Requests(
            settings.model,
            chosen,
            settings.vocabulary,
            settings.temperature,
            settings.keep_alive_seconds,
            self._traits[settings.model],
        )
