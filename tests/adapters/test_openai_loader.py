"""Loading OpenAI Whisper's models: ways of computing, what is said when one fails, and the files of weights.

What needs PyTorch bears the mark `torch`: sh packaging/test.sh torch.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.adapters import openai_engine
from app.adapters.model_files import Stamps
from app.adapters.openai_engine import TorchEngines, is_installed, published
from app.adapters.openai_loader import OpenAIWhisperFiles, OpenAIWhisperLoader, ways
from app.adapters.openai_whisper import Engine, OpenAIWhisperRecognizer
from app.adapters.spoken_proof import proof_clip
from app.domain.compute import CPU, Way
from app.domain.problems import ModelDamaged, ModelMissing, ModelUnusable, OutOfMemory, Problem
from app.domain.settings import ComputeType, Device, SpeechSettings
from tests.adapters.openai_bench import Answer, Converted, FixedEngine, loaded
from tests.adapters.recognizer_contract import FAST

# --- ways, and what is said when one fails ---

BOTH, ONE = frozenset({"float16", "float32"}), frozenset({"float32"})


@pytest.mark.parametrize(
    ("device", "wished", "offers", "expected"),
    [
        (Device.AUTO, ComputeType.AUTO, {"cpu": ONE}, ["cpu float32"]),
        (
            Device.AUTO,
            ComputeType.AUTO,
            {"cuda": BOTH, "cpu": ONE},
            ["cuda float16", "cuda float32", "cpu float32"],
        ),
        (Device.AUTO, ComputeType.AUTO, {"mps": BOTH, "cpu": ONE}, ["mps float32", "cpu float32"]),
        (
            Device.CUDA,
            ComputeType.FLOAT16,
            {"mps": BOTH, "cpu": ONE},
            ["mps float16", "mps float32", "cpu float32"],
        ),
        (
            Device.AUTO,
            ComputeType.FLOAT32,
            {"xpu": BOTH, "cpu": ONE},
            ["xpu float32", "xpu float16", "cpu float32"],
        ),
        (Device.CPU, ComputeType.AUTO, {"cuda": BOTH, "cpu": ONE}, ["cpu float32"]),
        (Device.AUTO, ComputeType.INT8, {"cpu": ONE}, ["cpu float32"]),
    ],
)
def test_ways_are_tried_from_the_best_down_to_the_processor(
    device: Device, wished: ComputeType, offers: Mapping[str, frozenset[str]], expected: list[str]
) -> None:
    assert [f"{way.device} {way.compute_type}" for way in ways(device, wished, offers)] == expected


class CardsThatFail:
    """Engines of fixed answers; a device of `failures` fails in every computation, or says other words."""

    def __init__(
        self, failures: Mapping[str, Exception | str], devices: Sequence[str] = ("mps", CPU)
    ) -> None:
        self.failures = failures
        self.devices = devices
        self.built: list[FixedEngine] = []

    def offers(self) -> Mapping[str, frozenset[str]]:
        return dict.fromkeys(self.devices, ONE)

    def load(self, weights: Path, way: Way, threads: int) -> Engine:
        failure = self.failures.get(way.device)
        engine = FixedEngine(device=way.device)
        engine.error = failure if isinstance(failure, Exception) else None
        engine.said = failure if isinstance(failure, str) else engine.said
        engine.answer = Answer(engine.said)
        self.built.append(engine)
        return engine


BASE = SpeechSettings(model="base")


def found_at(_model: str) -> Path:
    return Path("base.pt")


def test_a_card_that_computes_is_used() -> None:
    facts = OpenAIWhisperLoader(found_at, CardsThatFail({})).load(BASE).facts
    assert (facts.model, facts.device, facts.fallbacks) == ("base", "mps", ())


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (RuntimeError("MPS backend out of memory"), "there is not enough memory for it"),
        (TypeError("Cannot convert a MPS Tensor to float64"), None),
        (RuntimeError("no kernel image is available"), "it failed in a trial"),
        (" !!!!!!!!", "it failed in a trial"),
    ],
)
def test_a_card_that_fails_gives_way_to_the_processor(failure: Exception | str, said: str | None) -> None:
    engines = CardsThatFail({"mps": failure})
    loader = OpenAIWhisperLoader(found_at, engines)
    facts = loader.load(BASE).facts
    assert facts.device == "cpu"
    assert facts.fallbacks == (
        f"The graphics card, float32, could not be used: {said or 'it failed in a trial'}.",
        "In use instead: processor, float32.",
    )
    # What failed is given back before the next is tried.
    assert [engine.unloaded for engine in engines.built] == [1, 0]


def test_a_wish_that_cannot_be_met_is_said() -> None:
    loader = OpenAIWhisperLoader(found_at, CardsThatFail({}, [CPU]))
    facts = loader.load(replace(BASE, device=Device.CUDA, compute_type=ComputeType.INT8)).facts
    assert facts.device == "cpu"
    assert any("processor" in sentence for sentence in facts.fallbacks)
    assert any("int8" in sentence for sentence in facts.fallbacks)


@pytest.mark.parametrize(
    ("failure", "problem"),
    [(MemoryError(), OutOfMemory), (RuntimeError("illegal instruction"), ModelUnusable)],
)
def test_when_nothing_works_it_is_told(failure: Exception, problem: type[Problem]) -> None:
    with pytest.raises(problem, match="processor"):
        OpenAIWhisperLoader(found_at, CardsThatFail({"mps": failure, CPU: failure})).load(BASE)


def test_a_computer_that_offers_nothing_is_told() -> None:
    with pytest.raises(ModelUnusable, match="no way to compute"):
        OpenAIWhisperLoader(found_at, CardsThatFail({}, ())).load(BASE)


# --- the library, and its files ---


@pytest.fixture
def without_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    # None in its place makes Python say that there is no such module.
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.setitem(sys.modules, "whisper", None)


@pytest.mark.usefixtures("without_torch")
def test_without_the_extra_the_remedy_is_named(tmp_path: Path) -> None:
    files = OpenAIWhisperFiles((tmp_path,), Stamps(tmp_path / "stamps"))
    with pytest.raises(ModelUnusable) as caught:
        OpenAIWhisperLoader(files.locate).load(BASE)
    assert 'pip install "sayso[torch]"' in caught.value.remedy
    own = tmp_path / "own.pt"
    own.write_bytes(b"weights")
    with pytest.raises(ModelUnusable) as caught:
        OpenAIWhisperLoader(files.locate).load(SpeechSettings(model=str(own)))
    assert 'pip install "sayso[torch]"' in caught.value.remedy


def test_whether_the_extra_is_there_is_told_without_importing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"torch", "whisper"}
    monkeypatch.setattr(openai_engine, "find_spec", lambda name: name if name in installed else None)
    assert is_installed()
    installed.remove("torch")
    assert not is_installed()


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder with a file that OpenAI's names are made to point to, as the library's own table would."""
    library = type(sys)("whisper")
    hash = hashlib.sha256(b"weights").hexdigest()
    address = f"https://example.org/models/{hash}/large.pt"
    library.__dict__["_MODELS"] = {"large": address, "turbo": address}
    monkeypatch.setitem(sys.modules, "whisper", library)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "large.pt").write_bytes(b"weights")
    return tmp_path / "models"


def test_openais_files_are_found_by_name_and_verified(shelf: Path, tmp_path: Path) -> None:
    files = OpenAIWhisperFiles((shelf,), Stamps(tmp_path / "stamps"))
    assert files.locate("turbo") == files.locate("large") == shelf / "large.pt"
    (shelf / "large.pt").write_bytes(b"an error page")
    with pytest.raises(ModelDamaged):
        files.locate("large")


def test_what_the_library_has_downloaded_itself_is_found(shelf: Path, tmp_path: Path) -> None:
    own = tmp_path / "cache" / "whisper"
    own.mkdir(parents=True)
    (shelf / "large.pt").rename(own / "large.pt")
    assert OpenAIWhisperFiles((shelf,), Stamps(tmp_path / "stamps")).locate("large") == own / "large.pt"


def test_what_is_not_there_names_the_folder(shelf: Path, tmp_path: Path) -> None:
    files = OpenAIWhisperFiles((shelf,), Stamps(tmp_path / "stamps"))
    (shelf / "large.pt").unlink()
    with pytest.raises(ModelMissing) as caught:
        files.locate("large")
    assert f"large.pt into {shelf}" in caught.value.remedy
    with pytest.raises(ModelUnusable) as unknown:
        files.locate("distil-small.en")
    assert "faster-whisper" in unknown.value.remedy


def test_a_file_of_ones_own_is_taken_as_it_is(tmp_path: Path) -> None:
    own = tmp_path / "tuned.pt"
    own.write_bytes(b"weights")
    files = OpenAIWhisperFiles((tmp_path,), Stamps(tmp_path / "stamps"))
    assert files.locate(str(own)) == own
    own.unlink()
    with pytest.raises(ModelMissing, match=r"tuned\.pt"):
        files.locate(str(own))


@pytest.mark.torch
@pytest.mark.timeout(600)
class TestLibrary:
    def test_all_its_names_have_a_hash_and_a_file(self) -> None:
        found = published("base")
        assert {"tiny.en", "base", "small", "medium", "large-v3", "turbo"} <= found.keys()
        for address in found.values():
            *_, hash, name = address.split("/")
            assert len(bytes.fromhex(hash)) == 32
            assert name.endswith(".pt")

    @pytest.mark.parametrize("content", [b"", b"an error page", b"PK\x03\x04 broken off"])
    def test_what_is_no_model_is_told(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "own.pt"
        path.write_bytes(content)
        with pytest.raises(ModelDamaged, match=r"own\.pt"):
            loaded(path)

    def test_a_file_of_other_weights_is_told(self, tmp_path: Path) -> None:
        import torch

        path = tmp_path / "own.pt"
        torch.save({"state_dict": {}}, path)
        with pytest.raises(ModelDamaged, match=r"own\.pt"):
            loaded(path)

    def test_words_are_aligned_alike_on_the_processor(self, converted: Converted) -> None:
        """What Apple's and Intel's cards need changes nothing where it is not needed."""
        plain = loaded(converted("tiny.en"), device=Device.CPU)
        options = replace(FAST, word_times=True)
        engine = TorchEngines().load(converted("tiny.en"), Way(CPU, "float32"), 1)
        openai_engine.align_on_processor(engine._model)  # type: ignore[attr-defined]  # the library's own
        there = OpenAIWhisperRecognizer(engine, plain.facts)
        ours, theirs = (
            [word for segment in one.transcribe(proof_clip(), options).segments for word in segment.words]
            for one in (there, plain)
        )
        assert [word.text for word in ours] == [word.text for word in theirs]
        # Not to the last bit: how PyTorch adds up depends on where its memory lies.
        for one, other in zip(ours, theirs, strict=True):
            assert (one.start, one.end) == pytest.approx((other.start, other.end), abs=0.021)
            assert one.probability == pytest.approx(other.probability, abs=1e-3)
        plain.close()
        engine.unload()
