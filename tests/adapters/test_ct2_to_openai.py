"""The tool that gives OpenAI Whisper the weights of the other engine."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.adapters.model_store import LocalModels
from tests.adapters.openai_bench import Converted
from tests.tools.ct2_to_openai import alignment_heads, dimensions, read_variables, weights


def test_every_weight_is_taken_over_under_its_name(local_models: LocalModels) -> None:
    variables = read_variables(local_models.locate("tiny.en") / "model.bin")
    assert dimensions(variables) == {
        "n_mels": 80,
        "n_audio_ctx": 1500,
        "n_audio_state": 384,
        "n_audio_head": 6,
        "n_audio_layer": 4,
        "n_vocab": 51864,
        "n_text_ctx": 448,
        "n_text_state": 384,
        "n_text_head": 6,
        "n_text_layer": 4,
    }
    found = weights(variables)
    fused = variables["decoder/layer_3/self_attention/linear_0/weight"]
    parts = [found[f"decoder.blocks.3.attn.{name}.weight"] for name in ("query", "key", "value")]
    assert np.array_equal(np.concatenate(parts), fused)
    assert "decoder.blocks.3.attn.key.bias" not in found
    # Whisper's keys have none, and that the conversion stores zeros shows which part the keys are.
    assert not np.split(variables["decoder/layer_3/self_attention/linear_0/bias"], 3)[1].any()
    assert not np.split(variables["decoder/layer_3/attention/linear_1/bias"], 2)[0].any()


@pytest.mark.parametrize(
    "content",
    [b"", b"\x06\x00\x00\x00", b"\x05\x00\x00\x00\x0cWhisperSpec\x00", b"an error page, not a model"],
)
def test_what_is_no_conversion_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"ends|holds|codec"):
        read_variables(path)


@pytest.mark.torch
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", ["tiny.en", "base"])
def test_the_library_knows_the_same_alignment_heads(
    converted: Converted, local_models: LocalModels, name: str
) -> None:
    import whisper

    model = whisper.load_model(str(converted(name)))
    model.set_alignment_heads(whisper._ALIGNMENT_HEADS[name])
    found = [tuple(one) for one in model.alignment_heads.indices().T.tolist()]
    assert found == alignment_heads(local_models.locate(name))
