"""The benchmark of files: what it joins, writes and tells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import psutil
import pytest

from app.adapters.audio_files import AudioFiles
from app.domain.audio import seconds
from tests.benchmarks.files import Way, chosen, figures, joined, picture, repeated, ways, write_flac
from tests.benchmarks.files_child import SAYSO, taken_by
from tests.benchmarks.plots import OVER
from tests.benchmarks.speech_set import load_set


def test_clips_make_as_many_seconds_as_are_wanted(tmp_path: Path) -> None:
    clips = chosen(load_set(None), 30.0)
    path = tmp_path / "speech.flac"
    length = write_flac(path, joined(clips))
    assert length > 30.0
    assert seconds(AudioFiles().read(path)) == pytest.approx(length, abs=0.01)
    assert write_flac(path, repeated(clips[:1], 3 * clips[0].seconds)) > 3 * clips[0].seconds


def test_a_set_without_speech_is_refused() -> None:
    with pytest.raises(ValueError, match="no English speech"):
        chosen([], 1.0)


def test_the_best_batched_time_with_time_marks_is_the_peers() -> None:
    found = ways({})
    for way in found:
        way.seconds, way.peaks, way.text = [10.0], [100.0], "a house"
    fast, bare = (
        next(way for way in found if way.name == name) for name in ("batched 8", "batched 8, no marks")
    )
    fast.seconds, bare.seconds, fast.text = [5.0, 6.0, 7.0], [1.0], "a mouse"
    told = figures(found, "a house")
    assert told == {
        "sayso_s": 10.0,
        "sequential_s": 10.0,
        "batched_s": 6.0,
        "wer": 0.0,
        "batched_wer": 50.0,
        "peak_mb": 100.0,
    }
    assert isinstance(found[0], Way)


def test_what_is_slower_or_wrong_more_often_than_the_best_peer_is_red() -> None:
    found = ways({})
    for way in found:
        way.seconds, way.peaks, way.text = [10.0], [100.0], "a house"
    assert OVER not in picture(found, "a house")
    (best,) = [way for way in found if way.name == "batched 4"]
    best.seconds = [8.0]
    told = picture(found, "a house")
    assert told.count(OVER) == 1
    assert "Sayso: 10.00 s, limit 8" in told
    found[0].text, found[0].seconds = "a mouse", [7.0]
    told = picture(found, "a house")
    assert told.count(OVER) == 1
    assert "Sayso: 50.00 %, limit 0" in told


def test_hours_may_take_fifty_megabytes_more() -> None:
    short, longer = Way("Sayso", {"way": SAYSO}), Way("Sayso, 3.0 hours", {"way": SAYSO})
    short.seconds, short.peaks, short.text = [40.0], [300.0, 320.0], "a house"
    longer.seconds, longer.peaks, longer.text = [900.0], [370.0], "a house a house"
    told = picture([short, longer], "a house", longer)
    assert "Sayso, 3.0 hours: 370.00 MB, limit 370" in told
    assert "900.00 s" not in told
    assert OVER not in told
    longer.peaks = [371.0]
    assert OVER in picture([short, longer], "a house", longer)


def test_the_memory_of_a_process_is_what_it_holds() -> None:
    before = taken_by(psutil.Process())
    held = np.ones(64_000_000, np.uint8)
    assert taken_by(psutil.Process()) - before == pytest.approx(held.nbytes / 1e6, abs=8.0)
