"""Sound in memory that two processes share: it arrives to the last bit and nothing stays behind."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from app.adapters.engine_sound import NO_FILE, SharedSound, take
from tests.adapters.engines_apart import clip, shared_names

linux = pytest.mark.skipif(sys.platform != "linux", reason="memory without a name is looked at as on Linux")
unix = pytest.mark.skipif(sys.platform == "win32", reason="on Windows the memory is no file")


@pytest.mark.parametrize("count", [0, 1, 1023, 1024, 1025, 500_000, 3])
def test_sound_arrives_to_the_last_bit(count: int) -> None:
    one = SharedSound()
    samples = np.random.default_rng(count).normal(size=count).astype(np.float32)
    samples[:3] = (np.nan, -0.0, np.inf)[:count]
    name = one.put(samples)
    assert take(one.file, name, count).tobytes() == samples.tobytes()
    one.clear()
    one.close()


def test_one_sound_after_the_other_longer_and_shorter() -> None:
    one = SharedSound()
    for name in ("long", "s01", "medium"):
        samples = clip(name)
        place = one.put(samples)
        assert np.array_equal(take(one.file, place, len(samples)), samples)
        one.clear()
    one.close()


def test_every_second_sample_of_a_recording_is_a_sound_too() -> None:
    one = SharedSound()
    samples = clip("s01")[::2]
    place = one.put(samples)
    taken = take(one.file, place, len(samples))
    one.close()
    assert np.array_equal(taken, samples)
    taken[0] = 5.0  # it is a copy, which outlives the memory and may be written to


def test_nothing_is_put_there_after_the_end() -> None:
    one = SharedSound()
    one.close()
    one.close()
    one.clear()
    with pytest.raises(OSError, match="closed"):
        one.put(clip("s01"))


@unix
def test_what_was_not_put_there_cannot_be_taken() -> None:
    one = SharedSound()
    one.put(clip("s01"))
    one.clear()
    with pytest.raises(ValueError, match="mmap"):
        take(one.file, "", 100)
    one.close()


@unix
def test_the_memory_is_given_back_with_each_sound() -> None:
    one = SharedSound()
    one.put(clip("long"))
    assert os.fstat(one.file).st_size == 4 * len(clip("long"))
    one.clear()
    assert os.fstat(one.file).st_size == 0
    one.close()


@linux
def test_the_memory_has_no_name_and_no_other_program_inherits_it() -> None:
    before = shared_names()
    one = SharedSound()
    one.put(clip("long"))
    assert one.file != NO_FILE
    assert shared_names() == before
    assert os.fstat(one.file).st_nlink == 0
    assert not os.get_inheritable(one.file)
    code = f"import os; os.fstat({one.file})"
    assert subprocess.run([sys.executable, "-c", code], stderr=subprocess.DEVNULL, check=False).returncode
    one.close()
