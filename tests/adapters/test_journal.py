"""Recordings on disk: what a crash leaves, what a full disk does, and that nobody else may read them."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.journal import FileJournal
from app.domain.audio import SAMPLE_RATE, Samples
from app.domain.problems import AudioMissing, AudioUnreadable, DiskFull, FolderUnwritable, Problem, Unexpected

BLOCK = SAMPLE_RATE // 50


def ramp(seconds: float, first: int = 0) -> Samples:
    """Every sample differs from its neighbours by one step of 16 bits, so that a lost one shows."""
    steps = (np.arange(round(seconds * SAMPLE_RATE)) + first) % 60_000 - 30_000
    return np.asarray(steps / 32767.0, np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def journal(folder: Path) -> Iterator[FileJournal]:
    journal = FileJournal(folder)
    yield journal
    journal.close()


def speak(journal: FileJournal, recording: str, sound: Samples) -> None:
    for at in range(0, len(sound), BLOCK):
        journal.append(recording, sound[at : at + BLOCK])


def test_what_was_appended_is_read_back(journal: FileJournal) -> None:
    sound = ramp(1.0)
    journal.begin("a")
    speak(journal, "a", sound)
    journal.finish("a")
    assert np.allclose(journal.read("a"), sound, atol=1e-6)


def test_it_lies_in_the_journal_while_spoken_and_in_the_recordings_afterwards(
    journal: FileJournal, folder: Path
) -> None:
    journal.begin("a")
    assert journal.path("a") == folder / "journal" / "a.wav"
    speak(journal, "a", ramp(0.1))
    journal.finish("a")
    assert journal.path("a") == folder / "recordings" / "a.wav"
    assert not (folder / "journal" / "a.wav").exists()
    assert journal.interrupted() == ()


def test_another_program_can_play_it_at_any_moment(journal: FileJournal, folder: Path) -> None:
    journal.begin("a")
    for count in range(5):
        with wave.open(str(folder / "journal" / "a.wav")) as file:
            assert file.getparams()[:4] == (1, 2, SAMPLE_RATE, count * BLOCK)
        journal.append("a", ramp(0.02))


def test_each_block_is_on_disk_when_append_returns(journal: FileJournal, folder: Path) -> None:
    journal.begin("a")
    for count in range(1, 5):
        journal.append("a", ramp(0.02))
        assert (folder / "journal" / "a.wav").stat().st_size == 44 + 2 * BLOCK * count
    journal.sync()


@pytest.mark.skipif(os.name != "posix", reason="Windows guards the user's own folders itself")
def test_nobody_else_may_read_them(journal: FileJournal, folder: Path) -> None:
    before = os.umask(0)
    try:
        (folder / "journal").mkdir(parents=True, mode=0o755)
        journal.begin("a")
        speak(journal, "a", ramp(0.1))
        journal.finish("a")
        journal.begin("b")
    finally:
        os.umask(before)
    for path, rights in [
        ("journal", 0o700),
        ("recordings", 0o700),
        ("recordings/a.wav", 0o600),
        ("journal/b.wav", 0o600),
    ]:
        assert stat.S_IMODE((folder / path).stat().st_mode) == rights


def test_discard_removes_it_wherever_it_is(journal: FileJournal, folder: Path) -> None:
    journal.begin("spoken")
    journal.begin("kept")
    journal.finish("kept")
    for name in ("spoken", "kept", "unknown"):
        journal.discard(name)
        assert journal.path(name) is None
    assert not list(folder.rglob("*.wav"))


def test_two_dictations_at_once(journal: FileJournal) -> None:
    journal.begin("a")
    journal.begin("b")
    for number in range(10):
        journal.append("a", ramp(0.02, number * BLOCK))
        journal.append("b", ramp(0.02, 7))
    journal.finish("a")
    journal.append("b", ramp(0.02, 7))
    journal.finish("b")
    assert np.allclose(journal.read("a"), ramp(0.2), atol=1e-6)
    assert len(journal.read("b")) == 11 * BLOCK


def test_begun_twice(journal: FileJournal) -> None:
    journal.begin("a")
    journal.append("a", ramp(0.1))
    with pytest.raises(Unexpected):
        journal.begin("a")
    journal.finish("a")
    with pytest.raises(Unexpected):
        journal.begin("a")
    assert len(journal.read("a")) == SAMPLE_RATE // 10


def test_names_that_lead_elsewhere_are_refused(journal: FileJournal) -> None:
    for name in ("", "../a", "a/b", "a\\b", ".a", "c:a", "a\0"):
        with pytest.raises(Unexpected):
            journal.begin(name)


def test_what_was_never_begun_is_passed_over(journal: FileJournal) -> None:
    journal.append("a", ramp(0.1))
    journal.finish("a")
    journal.discard("a")
    with pytest.raises(AudioMissing):
        journal.read("a")


def test_interrupted_ones_oldest_first(journal: FileJournal, folder: Path) -> None:
    for name, moment, length in (("young", 2000.0, 1.0), ("old", 1000.0, 2.5)):
        journal.begin(name)
        speak(journal, name, ramp(length))
        os.utime(folder / "journal" / f"{name}.wav", (moment, moment))
    journal.close()
    again = FileJournal(folder)
    found = again.interrupted()
    assert [(one.recording, one.begun, one.seconds) for one in found] == [
        ("old", 997.5, 2.5),
        ("young", 1999.0, 1.0),
    ]
    # Looking does not change when they were spoken.
    assert again.interrupted() == found
    assert len(again.read("old")) == 2.5 * SAMPLE_RATE
    again.finish("old")
    again.discard("young")
    assert again.interrupted() == ()
    assert again.path("old") == folder / "recordings" / "old.wav"


def test_empty_ones_are_removed(journal: FileJournal, folder: Path) -> None:
    journal.begin("header-only")
    journal.close()
    (folder / "journal" / "no-byte.wav").touch()
    (folder / "journal" / "half-a-header.wav").write_bytes(b"RIFF")
    assert journal.interrupted() == ()
    assert not list(folder.rglob("*.wav"))


def test_those_still_being_spoken_are_not_interrupted(journal: FileJournal, folder: Path) -> None:
    journal.begin("empty")
    journal.begin("living")
    journal.append("living", ramp(0.1))
    assert journal.interrupted() == ()
    # Nor for another program of the same user, such as the command line beside the window.
    assert FileJournal(folder).interrupted() == ()
    code = (
        "import sys; from pathlib import Path; from app.adapters.journal import FileJournal;"
        "print(FileJournal(Path(sys.argv[1])).interrupted())"
    )
    out = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "()"
    assert journal.path("empty") is not None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cut=st.integers(0, 2 * SAMPLE_RATE // 5 + 100))
def test_whatever_length_a_crash_leaves_can_be_read(tmp_path: Path, cut: int) -> None:
    folder = tmp_path / str(cut)
    journal = FileJournal(folder)
    journal.begin("a")
    speak(journal, "a", ramp(0.2))
    journal.close()
    path = folder / "journal" / "a.wav"
    whole = path.read_bytes()
    path.write_bytes(whole[: max(0, len(whole) - cut)])
    left = max(0, (len(whole) - cut - 44) // 2)
    found = FileJournal(folder).interrupted()
    assert [one.seconds for one in found] == ([left / SAMPLE_RATE] if left > 0 else [])
    if left:
        assert np.allclose(FileJournal(folder).read("a"), ramp(0.2)[:left], atol=1e-6)
        with wave.open(str(path)) as file:
            assert file.getnframes() == left
        path.unlink()


def test_a_header_that_lags_behind_is_put_right(journal: FileJournal, folder: Path) -> None:
    journal.begin("a")
    journal.append("a", ramp(0.1))
    journal.close()
    path = folder / "journal" / "a.wav"
    with path.open("ab") as file:
        file.write(b"\1\0" * 100 + b"\1")
    [one] = journal.interrupted()
    assert one.seconds == pytest.approx(0.1 + 100 / SAMPLE_RATE)
    with wave.open(str(path)) as reader:
        assert reader.getnframes() == SAMPLE_RATE // 10 + 100


def test_a_file_that_is_no_recording(journal: FileJournal, folder: Path) -> None:
    (folder / "recordings").mkdir(parents=True)
    (folder / "recordings" / "a.wav").write_bytes(b"something else that is long enough to be a header ...")
    with pytest.raises(AudioUnreadable):
        journal.read("a")


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    journal = FileJournal(tmp_path / "data")
    with pytest.raises(FolderUnwritable) as caught:
        journal.begin("a")
    assert str(tmp_path) in caught.value.sentence
    journal.append("a", ramp(0.1))
    journal.finish("a")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write(journal: FileJournal, folder: Path) -> None:
    journal.begin("a")
    journal.finish("a")
    folder.chmod(0o500)
    try:
        with pytest.raises(FolderUnwritable):
            FileJournal(folder / "deeper").begin("b")
    finally:
        folder.chmod(0o700)


def fill(journal: FileJournal) -> Problem | None:
    """Append until it is refused; the refusal."""
    for number in range(5000):
        try:
            journal.append("a", ramp(0.02, number * BLOCK))
        except Problem as problem:
            return problem
    return None


def write_beyond_the_limit(folder: Path) -> list[str]:
    """Fill a recording in a process whose files may not grow (EFBIG); what each attempt was refused with."""
    if sys.platform == "win32":
        return []
    import resource

    limit = 44 + 2 * (10 * BLOCK) + 101
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    journal = FileJournal(folder)
    journal.begin("a")
    refusals = [type(fill(journal)).__name__, type(fill(journal)).__name__]
    journal.finish("a")
    return refusals


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    # In a process of its own: the limit would hold for what this one writes, too, its report among it.
    program = (
        "import json, pathlib, sys; from tests.adapters.test_journal import write_beyond_the_limit as run;"
        "print(json.dumps(run(pathlib.Path(sys.argv[1]))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == ["DiskFull", "DiskFull"]
    # Whole blocks only: the one that was cut is not there in part.
    assert np.allclose(FileJournal(tmp_path).read("a"), ramp(0.2), atol=1e-6)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "tmpfs", str(place)]
    try:
        made = subprocess.run(command, check=False, capture_output=True, text=True).returncode == 0
    except FileNotFoundError:
        made = False
    if not made:
        pytest.skip("this user may not mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    journal = FileJournal(small_disk)
    journal.begin("a")
    refused = fill(journal)
    assert isinstance(refused, DiskFull)
    assert str(small_disk) in refused.sentence
    written = journal.path("a")
    assert written is not None
    with wave.open(str(written)) as file:
        count = file.getnframes()
    assert count > 0
    # Somebody makes room: the recording goes on.
    (small_disk / "filler").write_bytes(b"")
    journal.finish("a")
    assert np.allclose(journal.read("a"), ramp(count / SAMPLE_RATE), atol=1e-6)
    (small_disk / "filler").write_bytes(bytes(64 * 1024 - 4096 * -(-written_size(journal) // 4096)))
    with pytest.raises(DiskFull):
        journal.begin("b")
    assert journal.path("b") is None
    journal.close()


def written_size(journal: FileJournal) -> int:
    path = journal.path("a")
    assert path is not None
    return path.stat().st_size
