"""The clean-up benchmark's own sums: names, ratios, limits, the texts that it dictates; and its way through
the services, with a server that gives one answer to all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from xml.etree import ElementTree

import pytest

from app.adapters.speech_detector import SpeechDetectors
from app.domain.clean_up_pieces import judged
from app.domain.passages import sentences
from app.domain.problems import WritingLimitReached
from app.domain.settings import SpeechSettings
from tests.benchmarks import rounds
from tests.benchmarks.cleanup_bench import WORDS_PER_SECOND, Answer, Bench, dictation, endless
from tests.benchmarks.cleanup_figures import Figures, RawWaits, Trial, Wait, Way, picture, refused, table
from tests.benchmarks.cleanup_prompts import LONG_PROMPT, RUNAWAY_TIMES, WAYS, Text, compare, texts, trial
from tests.benchmarks.cleanup_quality import Quality, quality_of, total
from tests.benchmarks.cleanup_speech import dictate
from tests.benchmarks.decodes import Decodes
from tests.benchmarks.dictations import recorded, whole
from tests.benchmarks.plots import svg
from tests.benchmarks.speech_set import load_set
from tests.domain.guard.corpus_figures import STYLES, Share
from tests.fakes.speech import FakeRecognizer
from tests.ollama_standin.foreign import ForeignServer

MODEL = "mini:1b"
SPOKEN = "so um the the room is free again at nine"
CORRECTED = "the parcel parcel came on tuesday no wait wednesday with three lamps"


def figures(wait_60: float = 1.4, warm: float = 0.2, raw: float = 0.5) -> Figures:
    shares = {"good": Share(97, 100), "bad": Share(94, 100)}
    return Figures(
        first_token={"unloaded": [2.0, 3.0], "cold": [1.1], "warm": [warm, warm]},
        waits={
            "5": [Wait(1.0, 0.1, 20), Wait(1.2, 0.1, 20), Wait(0.8, 0.1, 20)],
            "whole 5": [Wait(1.0, 0.1, 20)],
            "plain 5": [Wait(1.0, 0.1, 20), Wait(1.0, 0.1, 20), Wait(1.0, 0.1, 20)],
            "60": [
                Wait(wait_60, 0.1, 20, 0.9, 10, 1, Quality(100, 90, 80, 70)),
                Wait(wait_60, None, 0, 1.0, 10, 0, Quality(100, 100, 80, 78)),
            ],
            "whole 60": [Wait(6.0, None, 0, refused=1, quality=Quality(100, 0, 100, 0))],
        },
        guard={"tuned on": shares, "held back": shares},
        ways={
            "ours": Way(
                (
                    Trial(500, 20, 0.5, True, True, False, Quality(10, 10, 8, 8)),
                    Trial(504, 60, 1.5, False, False, True, Quality(10, 0, 8, 0)),
                )
            ),
            "long": Way((Trial(300, 40, 2.0, True, True, False, Quality(10, 10, 8, 6)),)),
        },
        raw=RawWaits([raw, raw, raw + 0.2], [0.1, 0.2, 0.3], [Wait(1.0, 0.1, 20, 0.5, 2)]),
        model="mini",
    )


def test_the_names_under_which_results_are_compared() -> None:
    named = figures().as_table()
    assert named["first_token"] == {"unloaded_s": 2.5, "cold_s": 1.1, "warm_s": 0.2}
    assert named["wait"] == {"5": 1.0, "60": 1.4, "plain_5": 1.0, "whole_5": 1.0, "whole_60": 6.0}
    assert named["guard"] == {"good_kept": 0.97, "bad_refused": 0.94}
    assert named["refused"] == {"5": 0.0, "whole 5": 0.0, "60": 0.05, "whole 60": 1.0}
    nothing = {"accepted": 0.0, "kept": 0.0}
    pieces = {"accepted": 0.95, "kept": 0.925}
    assert named["quality"] == {"5": nothing, "whole 5": nothing, "60": pieces, "whole 60": nothing}
    assert named["raw_s"] == {"median": 0.5, "p95": pytest.approx(0.68), "off_median": 0.2}
    assert named["prompts"] == {
        "ours": {
            "prompt_tokens": 502,
            "answer_tokens": 40,
            "seconds": 1.0,
            "accepted": 0.5,
            "accepted_asking": 0.0,
            "kept": 0.5,
            "endless": 0.5,
        },
        "long": {
            "prompt_tokens": 300,
            "answer_tokens": 40,
            "seconds": 2.0,
            "accepted": 1.0,
            "accepted_asking": 0.0,
            "kept": 0.75,
            "endless": 0.0,
        },
    }


def test_parts_that_are_left_out_are_not_named() -> None:
    one = figures()
    one.ways, one.raw = {}, None
    assert {"prompts", "raw_s"}.isdisjoint(one.as_table())
    assert "raw text" not in table(one)
    assert "prompts" not in table(one)
    assert "raw text" not in svg(picture(one))


def test_ratios() -> None:
    one = figures()
    assert (one.warm_times, one.long_times, one.plain_times) == pytest.approx((5.5, 1.4, 1.0))
    assert refused([]) == 0.0


def missed(one: Figures) -> list[str]:
    """The rows that the table marks."""
    rows = [line for line in table(one).splitlines() if line.endswith("MISSED")]
    return [row.strip().partition("   ")[0] for row in rows]


def test_the_table_says_which_limits_are_missed() -> None:
    guard = [row for row in missed(figures()) if "refused" in row]
    assert missed(figures()) == guard
    assert len(guard) == 2
    slow = missed(figures(wait_60=1.6, warm=0.3, raw=0.7))
    assert slow == ["cold in times of warm", "60 s in times of 5 s", "with clean-up, median", *guard]


def test_the_picture_is_one() -> None:
    root = ElementTree.fromstring(svg(picture(figures())))
    words = " ".join(text.text or "" for text in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "60 s, not in pieces: 6.00 s" in words
    assert "bad: 6.00 %, limit 5" in words
    assert "clean-up beside: 0.50 s, limit 0.6" in words
    assert "long: 2.00 s" in words


@pytest.mark.parametrize("seconds", [5, 60])
def test_dictations_are_as_long_as_they_say_and_differ(seconds: float) -> None:
    texts = [dictation(seconds, number) for number in range(10)]
    assert len(set(texts)) == 10
    for text in texts:
        assert 0.9 <= len(text.split()) / WORDS_PER_SECOND / seconds <= 1.3
    assert {len(sentences(text)) for text in texts} == ({1} if seconds == 5 else {11, 12})


# --- quality ---


@pytest.mark.parametrize(
    ("spoken", "written", "expected"),
    [
        (SPOKEN, "So the room is free again at nine.", Quality(10, 10, 3, 3)),
        (SPOKEN, SPOKEN, Quality(10, 10, 3, 3)),
        (SPOKEN, "The room is free.", Quality(10, 0, 3, 2)),
        (SPOKEN, "The weather will be lovely.", Quality(10, 0, 3, 0)),
        (CORRECTED, "The parcel came on Wednesday with 3 lamps.", Quality(12, 12, 5, 5)),
        (CORRECTED, CORRECTED, Quality(12, 12, 7, 7)),
    ],
    ids=["tidied", "unchanged", "cut", "invented", "corrected", "correction kept"],
)
def test_words_that_are_due_are_counted(spoken: str, written: str, expected: Quality) -> None:
    assert quality_of(judged(spoken, written, STYLES.default, "en"), "en") == expected


def test_what_has_no_end_keeps_nothing() -> None:
    one = quality_of(endless(SPOKEN, WritingLimitReached()), "en")
    assert (one.words, one.accepted_share, one.kept_share) == (10, 0.0, 0.0)
    assert total([one, Quality(10, 10, 8, 8)]).accepted_share == 0.5
    assert (Quality().accepted_share, Quality().kept_share) == (0.0, 0.0)


# --- prompts ---


def test_texts_are_spread_over_the_corpus_and_fit_one_request() -> None:
    chosen = texts(40, 20, STYLES.default)
    assert [one.asks for one in chosen] == [False] * 40 + [True] * 20
    assert len({one.spoken for one in chosen}) == 60
    assert all(len(one.spoken.encode()) <= 400 and len(one.spoken.split()) >= 4 for one in chosen)
    few = texts(10_000, 10_000, STYLES.default)
    assert {*chosen} <= {*few}
    assert len({*few}) == len(few) < 10_000


def told(written: str, reason: str = "stop") -> dict[str, object]:
    """An answer to all that is asked of a model."""
    message = {"role": "assistant", "content": written}
    counted = {"prompt_eval_count": 300, "eval_count": 64 if reason == "length" else 12}
    chat = {"model": MODEL, "message": message, "done": True, "done_reason": reason, **counted}
    return {
        "/api/show": {"model_info": {}, "capabilities": ["completion"]},
        "/api/ps": {"models": [{"name": MODEL, "model": MODEL, "size": 10, "size_vram": 0}]},
        "/api/chat": chat,
    }


@pytest.fixture
def bench_on(
    serve_foreign: Callable[..., ForeignServer],
) -> Iterator[Callable[..., tuple[Bench, ForeignServer]]]:
    """Makes the bench and the server that it asks."""
    benches: list[Bench] = []

    def make(written: str, reason: str = "stop") -> tuple[Bench, ForeignServer]:
        server = serve_foreign(told(written, reason))
        benches.append(Bench(server.host, MODEL))
        return benches[-1], server

    yield make
    for bench in benches:
        bench.close()


def test_each_way_asks_in_its_own_words_within_its_own_limit(
    bench_on: Callable[..., tuple[Bench, ForeignServer]],
) -> None:
    bench, _ = bench_on("Words.")
    ours, unlimited, long, limited = (way.messages(bench, SPOKEN) for way in WAYS)
    assert ours == unlimited == bench.request(SPOKEN).messages
    assert [one.content for one in long] == [LONG_PROMPT, SPOKEN]
    assert limited == long
    limit = bench.request(SPOKEN).num_predict
    assert [way.limit(bench, SPOKEN) for way in WAYS] == [
        limit,
        RUNAWAY_TIMES * limit,
        RUNAWAY_TIMES * limit,
        limit,
    ]


def test_a_way_is_tried_on_all_texts(bench_on: Callable[..., tuple[Bench, ForeignServer]]) -> None:
    bench, server = bench_on("So the room is free again at nine.")
    before = server.asked.count("/api/chat")
    said = (Text(SPOKEN, asks=False), Text("what time does the shop open", asks=True))
    tidied, answered = compare(bench, WAYS[0], said)
    assert server.asked.count("/api/chat") == before + 3
    assert (tidied.accepted, tidied.is_whole, tidied.asks) == (True, True, False)
    assert (answered.accepted, answered.is_whole, answered.asks) == (False, True, True)
    assert (tidied.prompt_tokens, tidied.tokens) == (300, 12)
    assert tidied.seconds > 0.0


def test_a_runaway_is_not_let_pass(bench_on: Callable[..., tuple[Bench, ForeignServer]]) -> None:
    bench, _ = bench_on("So the room is free again at nine.", "length")
    answer = bench.ask(bench.request(SPOKEN).messages, 64)
    assert not answer.is_whole
    assert answer.first_token is not None
    assert answer.first_token <= answer.seconds
    one = trial(answer, Text(SPOKEN, asks=False), bench)
    assert (one.accepted, one.is_whole, one.quality.kept) == (False, False, 0)
    whole_one = trial(
        Answer("The room is free again at nine.", 1.0, 0.1, 300, 12, True), Text(SPOKEN, False), bench
    )
    assert whole_one.accepted


def test_a_server_that_fails_ends_the_benchmark(serve_foreign: Callable[..., ForeignServer]) -> None:
    answers = {**told(""), "/api/chat": {"error": "out of memory"}}
    with (
        closing(Bench(serve_foreign(answers).host, MODEL)) as bench,
        pytest.raises(RuntimeError, match="memory"),
    ):
        bench.ask(bench.request(SPOKEN).messages, 64)


# --- dictations ---


def test_a_text_goes_through_the_service(bench_on: Callable[..., tuple[Bench, ForeignServer]]) -> None:
    bench, _ = bench_on("So the room is free again at nine.")
    one = bench.wait(SPOKEN, in_pieces=True)
    assert (one.pieces, one.refused, one.in_advance, one.tokens) == (1, 0, 0.0, 12)
    assert one.quality == Quality(10, 10, 3, 3)
    assert one.seconds > 0.0


def test_a_runaway_keeps_the_spoken_text(bench_on: Callable[..., tuple[Bench, ForeignServer]]) -> None:
    bench, _ = bench_on("So the room is free again at nine.", "length")
    one = bench.wait(SPOKEN, in_pieces=False)
    assert one.refused == 1
    assert (one.quality.words, one.quality.accepted, one.quality.kept) == (10, 0, 0)


def test_a_recording_is_dictated_with_and_without_the_model_beside(
    bench_on: Callable[..., tuple[Bench, ForeignServer]],
) -> None:
    bench, server = bench_on("Words.")
    ear = rounds.Bench(FakeRecognizer(), SpeechSettings(), SpeechDetectors(), Decodes())
    clip = min((one for one in load_set(None) if one.is_average), key=lambda one: one.seconds)
    said = whole(recorded(clip, ear.hear))
    waits = RawWaits()
    dictate(ear, said, 0.0, None, waits)
    assert "/api/chat" not in server.asked
    dictate(ear, said, 0.0, bench, waits)
    # The fixed part of the prompt, and the text.
    assert server.asked.count("/api/chat") >= 2
    assert (len(waits.on), len(waits.off), len(waits.cleaned)) == (1, 1, 1)
    assert min(*waits.on, *waits.off, waits.cleaned[0].seconds) > 0.0
    assert waits.cleaned[0].quality.words >= 1
    assert bench.is_idle()
