"""OpenAI Whisper on PyTorch with a model loaded, and what the two libraries offer.

Both belong to Sayso's extra `torch`, which few people need: they are imported here alone, and only when such
a model is wanted (it takes seconds).

Two things of the library do not work on Apple's cards, one of them on Intel's either, and are put right here:
a sparse tensor, and arithmetic of 64 bits in the alignment behind word times.

Raises what PyTorch raises, but ModelDamaged for a file that is none of OpenAI Whisper's, and ModelUnusable
where the libraries are missing.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from app.adapters.allocator import give_back
from app.adapters.engine_errors import is_out_of_memory
from app.adapters.openai_whisper import Engine
from app.domain.audio import Samples
from app.domain.compute import CPU, CUDA, Way
from app.domain.problems import ModelDamaged, ModelUnusable
from app.domain.settings import ComputeType
from app.domain.texts import shown

WEIGHTS: Final = ".pt"
MPS: Final = "mps"
"""Apple's graphics cards, by PyTorch's name."""
XPU: Final = "xpu"
"""Intel's."""

NOT_INSTALLED: Final = shown("OpenAI Whisper is not installed")
INSTALL_REMEDY: Final = (
    'Install it with pip install "sayso[torch]", or choose the engine faster-whisper in Settings.'
)


def is_installed() -> bool:
    """Whether the extra is there, without importing it."""
    return all(find_spec(name) is not None for name in ("torch", "whisper"))


def published(model: str) -> Mapping[str, str]:
    """Addresses of OpenAI's models by their names, each ".../SHA-256/FILE". Raises ModelUnusable, naming
    `model`, where the library is missing."""
    try:
        import whisper

        found: Mapping[str, str] = whisper._MODELS
    except (ImportError, AttributeError, OSError) as error:
        # Another package of the same name has no models; a PyTorch without its libraries raises OSError.
        raise not_installed(Path(model).name, error) from error
    return found


def not_installed(model: str, error: Exception) -> ModelUnusable:
    """The problem that the extra is missing."""
    return ModelUnusable(model, NOT_INSTALLED, remedy=INSTALL_REMEDY, detail=repr(error))


def model_name(weights: Path) -> str:
    """What the model of a file of weights is called."""
    return weights.name.removesuffix(WEIGHTS)


class TorchEngines:
    """The real ones."""

    def offers(self) -> Mapping[str, frozenset[str]]:
        """The compute types for each device that PyTorch finds."""
        import torch

        both, one = frozenset({"float16", "float32"}), frozenset({"float32"})
        found = {
            CUDA: both if torch.cuda.is_available() else None,
            XPU: both if torch.xpu.is_available() else None,
            MPS: both if torch.backends.mps.is_available() else None,
            CPU: one,
        }
        return {device: types for device, types in found.items() if types is not None}

    def load(self, weights: Path, way: Way, threads: int) -> Engine:
        """Load the file. `threads` are PyTorch's for the whole process."""
        import torch
        import whisper

        torch.set_num_threads(threads)
        try:
            model = whisper.load_model(str(weights), device=CPU)
            if (heads := whisper._ALIGNMENT_HEADS.get(model_name(weights))) is not None:
                model.set_alignment_heads(heads)
        except Exception as error:  # unpickling may raise nearly anything (Python's documentation of pickle)
            if isinstance(error, OSError) or is_out_of_memory(error):
                raise
            raise ModelDamaged(model_name(weights), weights.name, detail=repr(error)) from error
        # It is sparse, which not every device can hold, and is only ever read on the processor.
        heads = model.alignment_heads
        del model.alignment_heads
        model = model.to(way.device).eval()
        model.alignment_heads = heads
        if way.device not in (CPU, CUDA):
            align_on_processor(model)
        return TorchEngine(model, is_half=way.compute_type == ComputeType.FLOAT16)


def align_on_processor(model: Any) -> None:  # noqa: ANN401 - the library has no types
    """Take what word times are aligned by to the processor: the library reckons with it in 64 bits."""

    def taken(_module: object, _given: object, output: tuple[Any, Any]) -> tuple[Any, Any]:
        attended, weights = output
        return attended, None if weights is None else weights.cpu()

    for block in model.decoder.blocks:
        block.cross_attn.register_forward_hook(taken)


class TorchEngine:
    """OpenAI Whisper with a model loaded.

    Args:
        model: whisper.Whisper, which has no types.
        is_half: whether it computes in float16.
    """

    def __init__(self, model: Any, *, is_half: bool) -> None:  # noqa: ANN401 - as above
        self._model = model
        self._is_half = is_half
        self._computed_in = ""

    @property
    def device(self) -> str:
        """Where it is."""
        return str(self._model.device.type)

    @property
    def compute_type(self) -> str:
        """What the encoder has last computed in; empty before it has."""
        return self._computed_in

    @property
    def languages(self) -> frozenset[str]:
        """The codes of the languages that the model writes."""
        from whisper.tokenizer import LANGUAGES

        if not self._model.is_multilingual:
            return frozenset({"en"})
        return frozenset(list(LANGUAGES)[: self._model.num_languages])

    def transcribe(self, audio: Samples, options: Mapping[str, object]) -> Sequence[Mapping[str, Any]]:
        """The segments that `whisper.transcribe` gives."""
        import whisper

        with warnings.catch_warnings():
            # It warns where a faster kernel cannot be had, or a card is not used: nothing for a user to do.
            warnings.simplefilter("ignore")
            found = whisper.transcribe(self._model, audio, fp16=self._is_half, **options)
        segments: Sequence[Mapping[str, Any]] = found["segments"]
        return segments

    def encode(self, audio: Samples) -> Any:  # noqa: ANN401 - as above
        """What the encoder makes of the first 30 s of `audio`."""
        import torch
        import whisper

        features = whisper.log_mel_spectrogram(whisper.pad_or_trim(audio), self._model.dims.n_mels)
        features = features.to(self._model.device, torch.float16 if self._is_half else torch.float32)
        with torch.inference_mode():
            encoded = self._model.embed_audio(features[None])[0]
        self._computed_in = str(encoded.dtype).removeprefix("torch.")
        return encoded

    def detect_language(self, encoded: Any) -> tuple[str, float]:  # noqa: ANN401 - as above
        """The likeliest language, and its probability."""
        _, probabilities = self._model.detect_language(encoded)
        likeliest = max(probabilities, key=probabilities.get)
        return str(likeliest), float(probabilities[likeliest])

    def decode(self, encoded: Any, options: Mapping[str, object]) -> Any:  # noqa: ANN401 - as above
        """`whisper.DecodingResult` of what `encode` gave."""
        import whisper

        return whisper.decode(self._model, encoded, whisper.DecodingOptions(fp16=self._is_half, **options))

    def unload(self) -> None:
        """Give the memory back, the card's as well."""
        import torch

        device, self._model = self.device, None
        for name, card in ((CUDA, torch.cuda), (XPU, torch.xpu), (MPS, torch.mps)):
            if name == device:
                card.empty_cache()
        give_back()
