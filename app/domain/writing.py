"""What is asked of a language model, and what comes back.

Rules: a request is complete, so that loading, warming and writing send the very same options; the words in
    it are kept out of `repr`, and with that out of every log. Sizes are in bytes, times in seconds.
Failure: a request that no model could fulfil is a ValueError when it is built; an address that cannot be
    one is WriterHostInvalid.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.clean_up import Message
from app.domain.token_budget import prompt_tokens


@dataclass(frozen=True, slots=True)
class WriteRequest:
    """All that one clean-up asks of the model.

    Args:
        model: its name with the tag, as Ollama lists it.
        messages: the fixed part first, the dictation last, so that the fixed part is read once and kept.
        num_ctx: tokens that prompt and answer may take together. Another value than the loaded model's
            loads it anew, so keep to few values.
        num_predict: tokens that the answer may have, at least 1; thinking counts as well.
        temperature: 0 always takes the likeliest token.
        keep_alive: seconds that the model stays loaded afterwards; negative for ever, 0 not at all, None as
            the server is set.
        seed: the same answer each time; None for another each time.
        stop: texts before which the answer ends.
    """

    model: str
    messages: tuple[Message, ...] = field(repr=False)
    num_ctx: int
    num_predict: int
    temperature: float = 0.3
    keep_alive: float | None = None
    seed: int | None = None
    stop: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.model:
            raise ValueError("a request needs a model")
        if not self.messages:
            raise ValueError("a request needs a message: an empty one would only load the model")
        if self.num_predict < 1 or self.num_ctx < 1:
            raise ValueError("num_predict and num_ctx must be 1 or more")
        if self.temperature < 0:
            raise ValueError("a temperature is not negative")

    @property
    def tokens_needed(self) -> int:
        """About how many tokens prompt and answer take; `num_ctx` must not be below it."""
        return prompt_tokens(self.messages) + self.num_predict


@dataclass(frozen=True, slots=True)
class Loading:
    """The model is not loaded with the options of the request; the first token waits for that."""

    model: str


@dataclass(frozen=True, slots=True)
class WrittenToken:
    """A piece of the answer: its `number`, from 1, and the `seconds` since the request began."""

    text: str = field(repr=False)
    number: int
    seconds: float


WritingPart = Loading | WrittenToken
"""What comes while the model writes."""


class EndReason(StrEnum):
    """Why a model's answer ended. Any other way is a WritingProblem."""

    COMPLETE = "complete"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class WriteEnd:
    """What became of a request.

    Args:
        text: the whole answer; what had come of it where it was stopped.
        tokens: of the answer, `prompt_tokens` of the prompt (cached ones included), as the server counts.
        prompt_seconds: what reading the uncached part of the prompt took, `load_seconds` loading the model.
        first_token_seconds: from the request to the first token; None when none came.
        tokens_per_second: of the answer; None where the server does not tell.
    """

    reason: EndReason
    text: str = field(default="", repr=False)
    tokens: int = 0
    prompt_tokens: int = 0
    prompt_seconds: float = 0.0
    load_seconds: float = 0.0
    first_token_seconds: float | None = None
    tokens_per_second: float | None = None


@dataclass(frozen=True, slots=True)
class WriterModel:
    """An installed model. `quantisation`, `parameter_size` and `family` as Ollama says them, or empty."""

    name: str
    size_bytes: int
    quantisation: str
    parameter_size: str
    family: str

    @property
    def is_remote(self) -> bool:
        """Whether Ollama passes what it is given on to a computer elsewhere."""
        return runs_elsewhere(self.name)


@dataclass(frozen=True, slots=True)
class RunningModel:
    """A loaded model.

    Args:
        gpu_share: how much of it the graphics card holds, 0 to 1; None where Ollama does not know.
        expires: when it will be unloaded, in seconds since the epoch; None where not told.
        num_ctx: the context it is loaded with; None where not told.
    """

    name: str
    size_bytes: int
    gpu_share: float | None
    expires: float | None
    num_ctx: int | None


class Thinking(StrEnum):
    """Whether a model reasons before it answers."""

    NEVER = "never"
    SWITCHABLE = "switchable"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class ModelTraits:
    """What a model can do. `context_length` is the largest it was trained for; None where not told."""

    can_write: bool
    thinking: Thinking
    context_length: int | None


@dataclass(frozen=True, slots=True)
class PullProgress:
    """How far a model has arrived, in bytes; `total` grows as the server learns of further parts.

    `status` is the server's word for what it does, for the log; not for the user.
    """

    received: int
    total: int
    status: str


def runs_elsewhere(model: str) -> bool:
    """Whether Ollama passes what the model of that name is given on to a computer elsewhere, by its name."""
    tag = model.strip().casefold().rpartition(":")[2]
    return tag == "cloud" or tag.endswith("-cloud")


def same_model(one: str, other: str) -> bool:
    """Whether two names mean the same model: a missing tag is "latest"."""
    return _tagged(one) == _tagged(other)


def _tagged(name: str) -> str:
    return name if ":" in name.rpartition("/")[2] else f"{name}:latest"
