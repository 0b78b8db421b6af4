"""The header of a recording, read by Python's own reader as the judge."""

from __future__ import annotations

import io
import wave as peer

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.domain import wave
from app.domain.audio import to_pcm16


def test_another_program_reads_what_is_written() -> None:
    data = to_pcm16(np.linspace(-1, 1, 1000, dtype=np.float32))
    with peer.open(io.BytesIO(wave.header(len(data)) + data)) as file:
        assert file.getparams()[:4] == (1, 2, 16000, 1000)
        assert file.readframes(1000) == data


@given(st.integers(0, 2**40))
def test_every_header_is_recognised(size: int) -> None:
    header = wave.header(size)
    assert len(header) == wave.HEADER_BYTES
    assert wave.is_header(header)


def test_other_files_are_not() -> None:
    good = wave.header(0)
    assert not wave.is_header(good[:43])
    assert not wave.is_header(b"RIFX" + good[4:])
    stereo = bytearray(good)
    stereo[22] = 2
    assert not wave.is_header(bytes(stereo))


def test_only_whole_samples_count() -> None:
    assert [wave.data_bytes(size) for size in (0, 43, 44, 45, 46, 47)] == [0, 0, 0, 0, 2, 2]
