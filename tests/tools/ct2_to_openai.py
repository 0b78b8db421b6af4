"""Turns a Whisper model converted for CTranslate2 back into OpenAI's own format.

    python -m tests.tools.ct2_to_openai FOLDER FILE.pt

So that both engines can be measured with the same weights where only those for CTranslate2 can be had. Needs
PyTorch, and a conversion in float16 or float32; one in int8 has lost what OpenAI's program wants.

Sources: the binary format is what ctranslate2/specs/model_spec.py writes (ModelSpec._serialize, version 6);
the names are those of its whisper_spec.py and transformer_spec.py, made as converters/transformers.py does.
Query, key and value of self-attention are fused into linear_0, key and value of attention to the sound into
linear_1; Whisper's keys have no bias, which is stored as zeros.

Raises ValueError for what is no such model.
"""

from __future__ import annotations

import argparse
import json
import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import numpy.typing as npt

VERSION: Final = 6
SPEC: Final = "WhisperSpec"
TYPES: Final = (np.float32, np.int8, np.int16, np.int32, np.float16)
"""In the order of CTranslate2's DataType; bfloat16 would follow, which numpy does not have."""

Array = npt.NDArray[Any]


def read_variables(path: Path) -> dict[str, Array]:
    """The variables of a model.bin by their names; an alias is the variable that it stands for."""
    with path.open("rb") as file:
        version, spec, _revision = _number(file, "I"), _string(file), _number(file, "I")
        if (version, spec) != (VERSION, SPEC):
            raise ValueError(f"{path.name} holds {spec} in version {version}")
        found = {}
        for _ in range(_number(file, "I")):
            name = _string(file)
            shape = [_number(file, "I") for _ in range(_number(file, "B"))]
            kind = _number(file, "B")
            if kind >= len(TYPES):
                raise ValueError(f"{name} is of a type that cannot be converted")
            data = _bytes(file, _number(file, "I"))
            found[name] = np.frombuffer(data, TYPES[kind]).reshape(shape)
        for _ in range(_number(file, "I")):
            alias, name = _string(file), _string(file)
            found[alias] = found[name]
    return found


def _bytes(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) != count:
        raise ValueError("the file ends in the middle")
    return data


def _number(file: BinaryIO, form: str) -> int:
    return int(struct.unpack(f"<{form}", _bytes(file, struct.calcsize(f"<{form}")))[0])


def _string(file: BinaryIO) -> str:
    return _bytes(file, _number(file, "H"))[:-1].decode("utf-8")


# --- the dimensions and the weights by OpenAI's names ---


def dimensions(variables: Mapping[str, Array]) -> dict[str, int]:
    """What whisper.model.ModelDimensions holds."""
    vocabulary, text_state = variables["decoder/embeddings/weight"].shape
    audio_state, mels, _ = variables["encoder/conv1/weight"].shape
    return {
        "n_mels": mels,
        "n_audio_ctx": len(variables["encoder/position_encodings/encodings"]),
        "n_audio_state": audio_state,
        "n_audio_head": int(variables["encoder/num_heads"]),
        "n_audio_layer": _layers(variables, "encoder"),
        "n_vocab": vocabulary,
        "n_text_ctx": len(variables["decoder/position_encodings/encodings"]),
        "n_text_state": text_state,
        "n_text_head": int(variables["decoder/num_heads"]),
        "n_text_layer": _layers(variables, "decoder"),
    }


def _layers(variables: Mapping[str, Array], side: str) -> int:
    names = {name.split("/")[1] for name in variables if name.startswith(f"{side}/layer_")}
    return sum(1 for name in names if name.removeprefix("layer_").isdigit())


def weights(variables: Mapping[str, Array]) -> dict[str, Array]:
    """The state of whisper.model.Whisper, by its names. Raises ValueError for weights that are not floats, or
    where something is left over."""
    used = {"decoder/projection/weight"}  # the same as the embeddings, which OpenAI's program knows itself
    found = {}
    for theirs, ours, part in _names(dimensions(variables)):
        used.add(ours)
        value = variables[ours]
        if value.dtype not in (np.float16, np.float32):
            raise ValueError(f"{ours} is in {value.dtype}: only float16 and float32 can be converted")
        if part is not None:
            index, of = part
            value = np.split(value, of)[index]
        found[theirs] = value
    left = {name for name, value in variables.items() if value.ndim} - used
    if left:
        raise ValueError(f"unknown: {', '.join(sorted(left))}")
    return found


_Name = tuple[str, str, tuple[int, int] | None]
"""OpenAI's name, CTranslate2's, and which of how many parts of that it is."""


def _names(size: Mapping[str, int]) -> Iterator[_Name]:
    for conv in ("conv1", "conv2"):
        yield from _pair(f"encoder.{conv}", f"encoder/{conv}")
    yield "encoder.positional_embedding", "encoder/position_encodings/encodings", None
    yield from _norm("encoder.ln_post", "encoder/layer_norm")
    yield "decoder.token_embedding.weight", "decoder/embeddings/weight", None
    yield "decoder.positional_embedding", "decoder/position_encodings/encodings", None
    yield from _norm("decoder.ln", "decoder/layer_norm")
    for side, count in (("encoder", size["n_audio_layer"]), ("decoder", size["n_text_layer"])):
        for layer in range(count):
            yield from _block(f"{side}.blocks.{layer}", f"{side}/layer_{layer}", crosses=side == "decoder")


def _block(theirs: str, ours: str, *, crosses: bool) -> Iterator[_Name]:
    attention = f"{ours}/self_attention"
    for index, name in enumerate(("query", "key", "value")):
        yield from _pair(f"{theirs}.attn.{name}", f"{attention}/linear_0", (index, 3))
    yield from _pair(f"{theirs}.attn.out", f"{attention}/linear_1")
    yield from _norm(f"{theirs}.attn_ln", f"{attention}/layer_norm")
    if crosses:
        yield from _pair(f"{theirs}.cross_attn.query", f"{ours}/attention/linear_0")
        for index, name in enumerate(("key", "value")):
            yield from _pair(f"{theirs}.cross_attn.{name}", f"{ours}/attention/linear_1", (index, 2))
        yield from _pair(f"{theirs}.cross_attn.out", f"{ours}/attention/linear_2")
        yield from _norm(f"{theirs}.cross_attn_ln", f"{ours}/attention/layer_norm")
    yield from _pair(f"{theirs}.mlp.0", f"{ours}/ffn/linear_0")
    yield from _pair(f"{theirs}.mlp.2", f"{ours}/ffn/linear_1")
    yield from _norm(f"{theirs}.mlp_ln", f"{ours}/ffn/layer_norm")


def _pair(theirs: str, ours: str, part: tuple[int, int] | None = None) -> Iterator[_Name]:
    yield f"{theirs}.weight", f"{ours}/weight", part
    if not theirs.endswith(".key"):
        yield f"{theirs}.bias", f"{ours}/bias", part


def _norm(theirs: str, ours: str) -> Iterator[_Name]:
    yield f"{theirs}.weight", f"{ours}/gamma", None
    yield f"{theirs}.bias", f"{ours}/beta", None


# --- files ---


def alignment_heads(folder: Path) -> list[tuple[int, int]]:
    """Layer and head of each attention that word times are read from, by the conversion's config.json."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return [(int(layer), int(head)) for layer, head in config["alignment_heads"]]


def convert(folder: Path, target: Path) -> Path:
    """Write the model in `folder` to the file `target`, which whisper.load_model takes. OpenAI's files do not
    hold the alignment heads: the loader knows them by the model's name, so the file should bear it."""
    import torch

    variables = read_variables(folder / "model.bin")
    state = {name: torch.from_numpy(value.copy()) for name, value in weights(variables).items()}
    torch.save({"dims": dimensions(variables), "model_state_dict": state}, target)
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    """Convert one model."""
    parser = argparse.ArgumentParser(description="a CTranslate2 Whisper model in OpenAI's own format")
    parser.add_argument("folder", type=Path, help="holds model.bin and config.json")
    parser.add_argument("target", type=Path, help="the file to write, such as base.pt")
    options = parser.parse_args(arguments)
    print(convert(options.folder, options.target))
    return 0


if __name__ == "__main__":
    sys.exit(main())
