from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import parse_catalogue
from app.domain.compute import CPU, CUDA, Way, memory_megabytes, ways
from app.domain.compute_proof import Proof, Verdict
from app.domain.hardware import Computer, Graphics, GraphicsCard
from app.domain.recommendation import (
    MEMORY_SHARE,
    RANKS,
    SENTENCE_SECONDS,
    Candidate,
    Recommendation,
    estimated_seconds,
    recommend,
    settings_of,
)
from app.domain.settings import ComputeType, Device, SpeechSettings

CATALOGUE = parse_catalogue(files("resources").joinpath("models.toml").read_text(encoding="utf-8"))
MODELS = tuple(
    Candidate(model.name, model.parameters_millions, model.english_only) for model in CATALOGUE.models
)
NAMED = {model.name: model for model in MODELS}
ON_CPU = {CPU: frozenset({"int8", "int8_float32", "float32"})}
ON_BOTH = {**ON_CPU, CUDA: frozenset({"int8_float16", "float16", "float32"})}
TWO_CORES = Computer("EPYC", 2, 16_000, 12_000)
BIG_CARD = Graphics("570.1", (GraphicsCard("NVIDIA GeForce RTX 5090", 34_000, 30_000, "12.0"),))
INT8 = Way(CPU, "int8")
BEST = Way(CUDA, "int8_float16")


def works(model: str, seconds: float) -> Proof:
    return Proof(Verdict.WORKS, model=model, beam_size=5, used="int8", sentence_seconds=seconds)


def recommended(
    computer: Computer = TWO_CORES,
    graphics: Graphics = Graphics(),  # noqa: B008 - a value
    offers: dict[str, frozenset[str]] | None = None,
    proofs: dict[Way, Proof] | None = None,
    language: str = "",
) -> Recommendation:
    found = recommend(computer, graphics, offers or ON_CPU, proofs or {}, MODELS, language)
    assert found is not None
    return found


def test_every_model_of_the_catalogue_has_a_rank() -> None:
    assert sorted(RANKS) == sorted(NAMED)


def test_before_anything_is_measured_only_what_is_known_to_keep_up_is_recommended() -> None:
    found = recommended()
    assert (found.model, found.device, found.compute_type) == ("base", Device.AUTO, ComputeType.AUTO)
    assert (found.seconds, found.is_proved) == (None, False)
    assert found.figures == (
        "The processor: EPYC, 2 cores, 16,000 MB of memory, 12,000 MB free.",
        "base takes about 242 MB with int8.",
        "Its speed here has not been measured yet.",
    )
    assert recommended(Computer("Atom", 1, 4_000, 3_000)).model == "tiny"
    assert recommended(graphics=BIG_CARD, offers=ON_BOTH).model == "turbo"


@pytest.mark.parametrize(
    ("seconds", "model"),
    [
        (2.5, "tiny"),
        (1.1, "tiny"),
        (0.59, "base"),
        (0.31, "base"),
        (0.30, "small"),
        (0.095, "medium"),
        (0.09, "turbo"),
        (0.04, "large-v3"),
    ],
)
def test_a_measurement_on_the_processor_decides(seconds: float, model: str) -> None:
    found = recommended(proofs={INT8: works("base", seconds)})
    assert found.model == model
    assert found.is_proved
    assert found.seconds == pytest.approx(seconds * NAMED[model].parameters_millions / 74)


def test_the_figures_say_what_was_measured_and_what_follows_from_it() -> None:
    assert recommended(proofs={INT8: works("base", 0.59)}).figures[-1] == (
        "A short sentence takes 0.6 s with it, measured here."
    )
    assert recommended(proofs={INT8: works("tiny.en", 0.15)}).figures[-1] == (
        "A short sentence will take about 0.9 s with it, as measured here with tiny.en."
    )


def test_one_small_model_measured_on_a_fast_card_opens_the_largest() -> None:
    found = recommended(graphics=BIG_CARD, offers=ON_BOTH, proofs={BEST: works("tiny.en", 0.05)})
    assert found.model == "large-v3"
    assert found.seconds == pytest.approx(0.5)
    assert "NVIDIA GeForce RTX 5090, 34,000 MB of memory, 30,000 MB free" in found.figures[0]


@pytest.mark.parametrize(
    ("free", "model"),
    [(30_000, "turbo"), (2_000, "small"), (1_000, "small"), (800, "base"), (400, "tiny")],
)
def test_half_of_the_free_memory_of_the_card_is_left_to_others(free: int, model: str) -> None:
    card = Graphics("570.1", (GraphicsCard("Card", 34_000, free), GraphicsCard("Bigger", 64_000, 60_000)))
    assert recommended(graphics=card, offers=ON_BOTH).model == model


def test_a_card_without_any_room_gives_way_to_the_processor() -> None:
    full = Graphics("570.1", (GraphicsCard("Card", 8_000, 100),))
    found = recommended(graphics=full, offers=ON_BOTH)
    assert (found.model, found.device, found.compute_type) == ("base", Device.CPU, ComputeType.INT8)


def test_a_card_of_which_nothing_is_known_is_taken_for_a_small_one() -> None:
    assert recommended(graphics=Graphics(), offers=ON_BOTH).model == "small"


def test_little_memory_beside_the_processor_counts_as_well() -> None:
    fast = {INT8: works("base", 0.01)}
    assert recommended(Computer("Pi", 4, 4_000, 1_000), proofs=fast).model == "small"
    # Where what is free is not told, half of all is taken to be.
    assert recommended(Computer("M1", 8, 8_000, None), proofs=fast).model == "turbo"
    assert recommended(Computer("?", 8), proofs=fast).model == "large-v3"


def test_ways_that_failed_their_proof_are_avoided_by_name() -> None:
    crashed = Proof(Verdict.CRASHED, "its driver crashed")
    float16 = recommended(
        graphics=BIG_CARD, offers=ON_BOTH, proofs={BEST: crashed, Way(CUDA, "float16"): works("base", 0.05)}
    )
    assert (float16.device, float16.compute_type) == (Device.AUTO, ComputeType.FLOAT16)
    every = {Way(CUDA, one): crashed for one in ON_BOTH[CUDA]}
    without = recommended(graphics=BIG_CARD, offers=ON_BOTH, proofs=every)
    assert (without.device, without.compute_type) == (Device.CPU, ComputeType.INT8)


def test_english_models_are_for_those_who_dictate_english() -> None:
    assert recommended(language="en").model == "base.en"
    assert recommended(language="de").model == "base"


def test_nothing_is_recommended_where_nothing_is_left() -> None:
    assert recommend(TWO_CORES, Graphics(), {}, {}, MODELS) is None
    assert recommend(TWO_CORES, Graphics(), ON_CPU, {}, [Candidate("own", 100)]) is None
    failed = Proof(Verdict.REFUSED, "it failed")
    assert recommend(TWO_CORES, Graphics(), {CPU: frozenset({"int8"})}, {INT8: failed}, MODELS) is None


def test_a_type_that_a_card_offers_as_well_is_recommended_for_the_processor_by_name() -> None:
    # By itself Sayso never computes with it on a card, but would where it is asked for this type.
    offers = {CUDA: frozenset({"int8_float32"}), CPU: frozenset({"int8", "int8_float32"})}
    found = recommend(TWO_CORES, Graphics(), offers, {INT8: Proof(Verdict.REFUSED, "it failed")}, MODELS)
    assert found is not None
    assert (found.device, found.compute_type) == (Device.CPU, ComputeType.INT8_FLOAT32)


def test_speed_is_scaled_by_parameters_on_the_processor_and_as_published_on_a_card() -> None:
    tiny, base, large = NAMED["tiny.en"], NAMED["base"], NAMED["large-v3"]
    # Measured on one thread: 0.32 s and 0.59 s.
    assert estimated_seconds(base, CPU, tiny, 0.32) == pytest.approx(0.59, rel=0.05)
    assert estimated_seconds(large, CUDA, tiny, 0.1) == pytest.approx(1.0)
    assert estimated_seconds(Candidate("own", 100), CUDA, tiny, 0.1) is None


some_computers = st.builds(
    Computer,
    st.text(),
    st.integers(1, 128),
    st.none() | st.integers(500, 200_000),
    st.none() | st.integers(0, 200_000),
)
some_cards = st.lists(
    st.builds(
        GraphicsCard, st.text(), st.none() | st.integers(0, 99_999), st.none() | st.integers(0, 99_999)
    ),
    max_size=3,
)
some_proofs = st.builds(
    Proof,
    st.sampled_from(Verdict),
    st.just("it failed"),
    st.sampled_from([*NAMED, "own"]),
    st.just(5),
    st.just("int8"),
    st.just(1.0),
    st.floats(0.001, 60.0),
)


@given(
    some_computers,
    st.builds(Graphics, st.text(), some_cards.map(tuple)),
    st.dictionaries(st.sampled_from([CPU, CUDA]), st.frozensets(st.sampled_from([*ComputeType][1:]))),
    st.dictionaries(st.sampled_from([Way(d, t) for d, ts in ON_BOTH.items() for t in ts]), some_proofs),
    st.sampled_from(["", "en", "de"]),
)
def test_no_advice_ever_breaks_a_limit(
    computer: Computer,
    graphics: Graphics,
    offers: dict[str, frozenset[str]],
    proofs: dict[Way, Proof],
    language: str,
) -> None:
    found = recommend(computer, graphics, offers, proofs, MODELS, language)
    order = ways(Device.AUTO, ComputeType.AUTO, offers)
    able = [way for way in order if way not in proofs or proofs[way].works]
    if found is None:
        assert not able
        return
    # What the settings lead to is a way that has not failed.
    meant = ways(found.device, found.compute_type, offers)[0]
    assert meant in able
    assert found.is_proved == (meant in proofs)
    assert language == "en" or not NAMED[found.model].english_only
    assert len(found.figures) == 3
    if found.model not in ("tiny", "tiny.en"):  # the last resort may be too large and too slow
        assert found.seconds is None or found.seconds <= SENTENCE_SECONDS
        free = computer.available_megabytes
        if meant.device == CPU and free is not None:
            takes = memory_megabytes(NAMED[found.model].parameters_millions, meant.compute_type)
            assert takes <= free * MEMORY_SHARE


def test_what_is_recommended_becomes_settings_and_the_rest_stays() -> None:
    found = Recommendation("small", Device.CPU, ComputeType.INT8_FLOAT32, (), 0.5, True)
    mine = SpeechSettings(
        model="base", device=Device.CUDA, beam_size=3, threads=2, language="de", hints=("Sayso",)
    )
    assert settings_of(found, mine) == SpeechSettings(
        model="small",
        device=Device.CPU,
        compute_type=ComputeType.INT8_FLOAT32,
        threads=2,
        language="de",
        hints=("Sayso",),
    )
    assert settings_of(found, SpeechSettings(model="small", beam_size=3)).beam_size == 3
