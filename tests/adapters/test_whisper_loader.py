from __future__ import annotations

import gc
import os
import shutil
import weakref
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.adapters.model_store import LocalModels
from app.adapters.spoken_proof import proof_clip
from app.adapters.whisper import Engine, WhisperRecognizer
from app.adapters.whisper_loader import CTranslateEngines, WayFailed, WhisperLoader
from app.domain.audio import Samples, seconds
from app.domain.compute import CPU, CUDA, Way
from app.domain.compute_proof import Settled
from app.domain.flash_attention import TOO_OLD
from app.domain.problems import ModelDamaged, ModelMissing, ModelUnusable, OutOfMemory
from app.domain.settings import ComputeType, Device, SpeechSettings

TINY = SpeechSettings(model="tiny.en")
GPU = frozenset({"int8_float16", "float16", "float32"})


class FailingEngine:
    """A model that loads and fails at its first computation, as CUDA's do."""

    supported_languages: list[str] = ["en"]  # noqa: RUF012 - the library's attribute

    def __init__(self, way: Way, error: Exception | None, texts: Iterable[str] = ()) -> None:
        self.model = _Model(way)
        self.error = error
        self.texts = texts

    def transcribe(self, audio: Samples, **options: object) -> tuple[Iterable[Any], Any]:
        if self.error:
            raise self.error
        return [_Text(text) for text in self.texts], _Info()

    def feature_extractor(self, audio: Samples) -> Samples:
        return np.zeros((80, 300), np.float32)

    def encode(self, features: object) -> object:
        raise self.error or RuntimeError("no computation is expected of it")


class _Model:
    is_multilingual = False
    n_mels = 80

    def __init__(self, way: Way) -> None:
        self.device, self.compute_type = way.device, way.compute_type

    def unload_model(self) -> None:
        pass


class _Info:
    language, language_probability = "en", 1.0


class _Text:
    start, end, words = 0.0, 2.9, ()
    avg_logprob, no_speech_prob, compression_ratio, temperature = -0.3, 0.0, 1.0, 0.0

    def __init__(self, text: str) -> None:
        self.text = text


class EngineOnCard:
    """The real engine on the processor, which says that it is on the card."""

    def __init__(self, real: Engine, way: Way) -> None:
        self._real = real
        self.model = ModelOnCard(real.model, way)
        self.supported_languages = real.supported_languages

    def transcribe(self, audio: Samples, **options: object) -> tuple[Iterable[Any], Any]:
        return self._real.transcribe(audio, **options)

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


class ModelOnCard(_Model):
    def __init__(self, real: object, way: Way) -> None:
        super().__init__(way)
        self._real = real

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


class CudaThatFails:
    """The real engines on the processor, beside a graphics card on which some compute types fail."""

    def __init__(self, failures: Mapping[str, Exception | str], *, at_load: bool = False) -> None:
        self.failures = failures
        self.at_load = at_load
        self.tried: list[Way] = []
        self.asked_cards: list[bool] = []
        self.real = CTranslateEngines()

    def offers(self, *, cards: bool = True) -> Mapping[str, frozenset[str]]:
        self.asked_cards.append(cards)
        return {**self.real.offers(cards=False), **({CUDA: GPU} if cards else {})}

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        self.tried.append(way)
        if way.device == CPU:
            return self.real.load(folder, way, threads, workers)
        failure = self.failures.get(way.compute_type)
        if isinstance(failure, Exception) and self.at_load:
            raise failure
        if isinstance(failure, Exception):
            return FailingEngine(way, failure)
        if failure is not None:
            return FailingEngine(way, None, (failure,))
        return EngineOnCard(self.real.load(folder, Way(CPU, "int8"), threads, workers), way)


def test_a_model_is_proved_and_its_facts_are_read_back(tiny: WhisperRecognizer) -> None:
    assert (tiny.facts.model, tiny.facts.device, tiny.facts.multilingual) == ("tiny.en", "cpu", False)
    assert tiny.facts.compute_type.startswith("int8")
    assert tiny.facts.fallbacks == ()
    assert tiny.facts.load_seconds > 0


def test_the_proof_clip_is_short() -> None:
    assert 2.0 < seconds(proof_clip()) < 4.0


def test_a_graphics_card_that_computes_is_used(local_models: LocalModels) -> None:
    engines = CudaThatFails({})
    facts = WhisperLoader(local_models.locate, engines).load(TINY).facts
    assert (facts.device, facts.compute_type, facts.fallbacks) == ("cuda", "int8_float16", ())


class FullWindowOnly(EngineOnCard):
    """Fails with shapes of its own, as int8 did on some cards."""

    def encode(self, features: object) -> object:
        raise RuntimeError("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED")


class CudaWithoutShortWindows(CudaThatFails):
    """Recordings can be transcribed with int8_float16, phrases cannot."""

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        engine = super().load(folder, way, threads, workers)
        return FullWindowOnly(engine, way) if way.compute_type == "int8_float16" else engine


def test_the_short_window_of_phrases_is_proved_as_well(local_models: LocalModels) -> None:
    facts = WhisperLoader(local_models.locate, CudaWithoutShortWindows({})).load(TINY).facts
    assert (facts.device, facts.compute_type) == ("cuda", "float16")


@pytest.mark.parametrize("at_load", [False, True])
def test_what_fails_is_replaced_by_the_next_way_and_said(local_models: LocalModels, at_load: bool) -> None:
    unsupported = RuntimeError("cuBLAS failed with status CUBLAS_STATUS_NOT_SUPPORTED")
    engines = CudaThatFails({"int8_float16": unsupported}, at_load=at_load)
    facts = WhisperLoader(local_models.locate, engines).load(TINY).facts
    assert (facts.device, facts.compute_type) == ("cuda", "float16")
    assert facts.fallbacks == (
        "The graphics card, int8_float16, could not be used: it does not support this compute type.",
        "In use instead: graphics card, float16.",
    )


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (RuntimeError("CUDA failed with error out of memory"), "there is not enough memory for it"),
        (RuntimeError("Library libcublas.so.12 is not found or cannot be loaded"), "cuBLAS 12 is missing"),
        (" !!!!!!!!!!!!!!!!!!!!!!!", "it failed in a trial"),
    ],
)
def test_a_card_that_fails_altogether_gives_way_to_the_processor(
    local_models: LocalModels, failure: Exception | str, words: str
) -> None:
    engines = CudaThatFails(dict.fromkeys(GPU, failure))
    loaded = WhisperLoader(local_models.locate, engines).load(TINY)
    assert loaded.facts.device == "cpu"
    assert [way.compute_type for way in engines.tried] == ["int8_float16", "float16", "float32", "int8"]
    assert words in loaded.facts.fallbacks[0]
    assert loaded.facts.fallbacks[-1] == "In use instead: processor, int8."
    loaded.close()


def test_wishes_this_computer_cannot_meet_are_said(load_tiny: Callable[..., WhisperRecognizer]) -> None:
    facts = load_tiny(device=Device.CUDA, compute_type=ComputeType.FLOAT16).facts
    if facts.device == "cpu":
        assert any("processor" in sentence for sentence in facts.fallbacks)
    else:
        assert facts.compute_type == "float16"


# --- what was proved elsewhere ---


def test_where_a_way_was_proved_elsewhere_no_other_is_tried_on_the_card(local_models: LocalModels) -> None:
    engines = CudaThatFails(dict.fromkeys(GPU, RuntimeError("CUDA failed with error out of memory")))

    def settle(settings: SpeechSettings) -> Settled:
        exact = replace(settings, device=Device.CUDA, compute_type=ComputeType.FLOAT16)
        return Settled(exact, ("The graphics card, int8_float16, could not be used.",), Way(CUDA, "float16"))

    loaded = WhisperLoader(local_models.locate, engines, settle).load(TINY)
    loaded.close()
    assert [way.words for way in engines.tried] == ["graphics card, float16", "processor, int8"]
    assert loaded.facts.device == "cpu"
    assert loaded.facts.fallbacks == (
        "The graphics card, int8_float16, could not be used.",
        "The graphics card, float16, could not be used: there is not enough memory for it.",
        "In use instead: processor, int8.",
    )


def test_settings_that_want_the_processor_leave_the_card_alone(local_models: LocalModels) -> None:
    engines = CudaThatFails({})

    def settle(settings: SpeechSettings) -> Settled:
        return Settled(replace(settings, device=Device.CPU), ("In use instead: processor.",))

    loaded = WhisperLoader(local_models.locate, engines, settle).load(TINY)
    loaded.close()
    assert engines.asked_cards == [False]
    assert (loaded.facts.device, loaded.facts.fallbacks) == ("cpu", ("In use instead: processor.",))


def test_what_settling_finds_missing_is_raised(local_models: LocalModels) -> None:
    def settle(_: SpeechSettings) -> Settled:
        raise ModelMissing("tiny.en")

    with pytest.raises(ModelMissing):
        WhisperLoader(local_models.locate, CudaThatFails({}), settle).load(TINY)


def test_a_way_that_failed_gives_its_memory_back_before_the_next(local_models: LocalModels) -> None:
    class Watched(CudaThatFails):
        last: weakref.ref[object] | None = None

        def load(
            self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
        ) -> Engine:
            if self.last is not None:
                gc.collect()
                assert self.last() is None
            engine = super().load(folder, way, threads, workers)
            self.last = weakref.ref(engine)
            return engine

    engines = Watched(dict.fromkeys(GPU, RuntimeError("something new")))
    WhisperLoader(local_models.locate, engines).load(TINY).close()
    assert len(engines.tried) == 4


# --- flash attention ---


class CudaWithFlash(CudaThatFails):
    """A card on which flash attention works, or fails with `error` when it computes."""

    def __init__(self, error: Exception | None) -> None:
        super().__init__({})
        self.error = error
        self.with_flash: list[tuple[str, bool]] = []

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        self.with_flash.append((way.device, flash_attention))
        if flash_attention and self.error:
            return FailingEngine(way, self.error)
        return super().load(folder, way, threads, workers)


FLASH = replace(TINY, flash_attention=True)


def test_flash_attention_that_works_is_used_on_the_card(local_models: LocalModels) -> None:
    engines = CudaWithFlash(None)
    facts = WhisperLoader(local_models.locate, engines).load(FLASH).facts
    assert (engines.with_flash, facts.fallbacks) == ([(CUDA, True)], ())


def test_flash_attention_that_fails_is_left_away_and_said(local_models: LocalModels) -> None:
    engines = CudaWithFlash(RuntimeError("Flash attention 2 is not supported"))
    facts = WhisperLoader(local_models.locate, engines).load(FLASH).facts
    assert engines.with_flash == [(CUDA, True), (CUDA, False)]
    assert (facts.device, facts.compute_type) == ("cuda", "int8_float16")
    assert facts.fallbacks == (
        "Flash attention could not be used: this build of CTranslate2 comes without it.",
    )


def test_on_the_processor_nobody_asks_for_flash_attention(local_models: LocalModels) -> None:
    engines = CudaWithFlash(None)
    loaded = WhisperLoader(local_models.locate, engines).load(replace(FLASH, device=Device.CPU))
    loaded.close()
    assert (engines.with_flash, loaded.facts.fallbacks) == ([(CPU, False)], ())


def test_the_library_refuses_flash_attention_on_the_processor(local_models: LocalModels) -> None:
    loader = WhisperLoader(local_models.locate)
    with pytest.raises(WayFailed) as caught:
        loader.load_one(Way(CPU, "int8"), FLASH)
    assert caught.value.reason == TOO_OLD
    assert not caught.value.is_out_of_memory


# --- when nothing works ---


class NothingWorks(CudaThatFails):
    """Neither card nor processor."""

    def load(
        self, folder: Path, way: Way, threads: int, workers: int, *, flash_attention: bool = False
    ) -> Engine:
        return FailingEngine(
            way, self.failures["all"] if isinstance(self.failures["all"], Exception) else None
        )


@pytest.mark.parametrize(
    ("error", "problem"),
    [(MemoryError("std::bad_alloc"), OutOfMemory), (RuntimeError("illegal instruction"), ModelUnusable)],
)
def test_when_nothing_works_it_is_told(
    local_models: LocalModels, error: Exception, problem: type[Exception]
) -> None:
    with pytest.raises(problem, match="processor"):
        WhisperLoader(local_models.locate, NothingWorks({"all": error})).load(TINY)


def test_a_computer_that_offers_nothing_is_told(local_models: LocalModels) -> None:
    class NoWay(CudaThatFails):
        def offers(self, *, cards: bool = True) -> Mapping[str, frozenset[str]]:
            return {CPU: frozenset()}

    with pytest.raises(ModelUnusable, match="no way to compute"):
        WhisperLoader(local_models.locate, NoWay({})).load(TINY)


@pytest.fixture
def own(local_models: LocalModels, tmp_path: Path) -> Path:
    return Path(shutil.copytree(local_models.locate("tiny.en"), tmp_path / "own"))


def test_a_folder_of_ones_own_is_loaded(local_models: LocalModels, own: Path) -> None:
    loaded = WhisperLoader(local_models.locate).load(SpeechSettings(model=str(own), beam_size=1))
    assert loaded.facts.model == "own"
    loaded.close()


@pytest.mark.parametrize(
    ("name", "content"),
    [("model.bin", b"not weights" * 200_000), ("config.json", b"{"), ("tokenizer.json", b"not JSON")],
)
def test_damage_that_only_loading_shows_names_the_file(
    local_models: LocalModels, own: Path, name: str, content: bytes
) -> None:
    (own / name).write_bytes(content)
    with pytest.raises(ModelDamaged) as caught:
        WhisperLoader(local_models.locate).load(SpeechSettings(model=str(own)))
    assert name in caught.value.sentence


def test_weights_that_were_cut_off_are_damaged(local_models: LocalModels, own: Path) -> None:
    os.truncate(own / "model.bin", 30_000_000)
    with pytest.raises(ModelDamaged):
        WhisperLoader(local_models.locate).load(SpeechSettings(model=str(own)))


def test_a_folder_without_a_tokenizer_is_never_completed_from_the_hub(
    local_models: LocalModels, own: Path
) -> None:
    (own / "tokenizer.json").unlink()
    with pytest.raises(ModelMissing) as caught:
        WhisperLoader(local_models.locate).load(SpeechSettings(model=str(own)))
    assert "tokenizer.json" in caught.value.remedy
