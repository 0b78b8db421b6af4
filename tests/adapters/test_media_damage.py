"""Files that are damaged or hostile, and decoders that die of them."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import numpy as np
import psutil
import pytest

from app.adapters.media_files import MediaFiles
from app.adapters.own_process import LOWER_PRIORITY
from app.domain.audio import SAMPLE_RATE
from app.domain.problems import AudioCutShort, AudioUnreadable
from tests.adapters.media_reading import LEFT, heard, likeness, read_all
from tests.fuzz.__main__ import fuzz
from tests.media_maker import Track, cut, mono, playlists, tone, write_media


@pytest.mark.parametrize("name", ["a.wav", "a.mp3", "a.flac", "a.ogg", "a.mkv", "a.aiff", "fast.mp4"])
def test_a_file_that_was_cut_gives_what_there_is_and_says_so(tmp_path: Path, name: str) -> None:
    options = {"movflags": "faststart"} if name == "fast.mp4" else None
    whole = write_media(tmp_path / name, [Track(mono(LEFT))], options=options)
    sound = MediaFiles().open(cut(whole, tmp_path / f"cut {name}", 0.6))
    samples = read_all(sound)
    assert 0.3 * len(LEFT) < len(samples) < 0.8 * len(LEFT)
    assert isinstance(sound.loss, AudioCutShort)
    whole_sound = MediaFiles().open(whole)
    read_all(whole_sound)
    assert whole_sound.loss is None


def test_what_begins_and_then_breaks_off_at_once_is_unreadable(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    os.truncate(path, 44)
    with pytest.raises(AudioUnreadable):
        MediaFiles().open(path).read(1)


@pytest.mark.parametrize("is_finished", [True, False], ids=["download", "recording"])
def test_of_a_film_without_its_table_it_is_told_that_the_end_is_missing(
    tmp_path: Path, is_finished: bool
) -> None:
    whole = write_media(tmp_path / "a.mp4", [Track(mono(LEFT))], picture=True)
    path = cut(whole, tmp_path / "b.mp4", 0.6)
    if not is_finished:  # a recorder fills in how long it was at the end
        data = path.read_bytes()
        at = data.index(b"mdat") - 4
        path.write_bytes(data[:at] + bytes(4) + data[at + 4 :])
    with pytest.raises(AudioUnreadable, match="its end is missing") as caught:
        MediaFiles().look(path)
    assert caught.value.remedy == "Copy or download it once more."


def test_what_only_looks_like_a_film_lacks_no_end(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"\0\0\0\x10ftypisom\0\0\0\0" + b"\xff\xfe" * 300)
    with pytest.raises(AudioUnreadable, match="it is not a sound file"):
        MediaFiles().look(path)


def test_playing_it_is_no_remedy_for_a_file_that_is_empty(tmp_path: Path) -> None:
    (empty := tmp_path / "a.wav").touch()
    with pytest.raises(AudioUnreadable, match="it is empty") as caught:
        MediaFiles().look(empty)
    assert caught.value.remedy == "Copy or record it once more."


def test_values_that_are_no_numbers_become_silence(tmp_path: Path) -> None:
    wild = tone(2.0)
    wild[8000:9000] = np.nan
    wild[12000:12100] = np.inf
    wild[20000:20100] = 1e30
    samples = heard(write_media(tmp_path / "a.wav", [Track(mono(wild), "pcm_f32le")]))
    assert np.isfinite(samples).all()
    assert np.abs(samples).max() <= 1.0
    assert not samples[8000:9000].any()
    assert likeness(samples[:8000], tone(2.0)[:8000]) > 0.99


@pytest.mark.parametrize("name", sorted(playlists(Path("x"))))
def test_no_list_leads_into_other_files(tmp_path: Path, name: str) -> None:
    secret = write_media(tmp_path / "secret.wav", [Track(mono(LEFT))])
    path = tmp_path / name
    path.write_text(playlists(secret)[name])
    with pytest.raises(AudioUnreadable) as caught:
        MediaFiles().open(path).read(1)
    assert name not in caught.value.detail


def test_files_that_are_damaged_at_random_crash_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        write_media(tmp_path / "a.m4a", [Track(mono(LEFT))]),
        write_media(tmp_path / "b.mkv", [Track(mono(LEFT), "flac")], picture=True),
        write_media(tmp_path / "c.wav", [Track(mono(LEFT))]),
    ]
    assert fuzz(files, rounds=12, seed=5, keep=None) == 0
    assert "decoders died" in capsys.readouterr().out


# --- the process ---


def test_little_is_held_however_long_the_sound_is(tmp_path: Path) -> None:
    path = write_media(tmp_path / "long.flac", [Track(mono(np.tile(LEFT, 300)))])  # 20 minutes
    sound = MediaFiles().open(path)
    sound.read(SAMPLE_RATE)
    child = psutil.Process(sound.pid)
    used = []
    for _ in range(10):
        sound.read(110 * SAMPLE_RATE)
        used.append(child.memory_info().rss)
    assert max(used) - used[0] < 8_000_000
    assert child.cpu_times().user < 30
    sound.close()
    assert not psutil.pid_exists(child.pid)


def test_a_decoder_that_is_killed_loses_the_rest_alone(tmp_path: Path) -> None:
    path = write_media(tmp_path / "long.flac", [Track(mono(np.tile(LEFT, 100)))])
    sound = MediaFiles().open(path)
    began = sound.read(SAMPLE_RATE)
    psutil.Process(sound.pid).kill()
    rest = read_all(sound)
    assert likeness(np.concatenate((began, rest)), np.tile(LEFT, 100)) > 0.99
    assert isinstance(sound.loss, AudioCutShort)
    assert sound.fingerprint == ""


def test_closing_ends_the_process_whoever_waits(tmp_path: Path) -> None:
    path = write_media(tmp_path / "long.flac", [Track(mono(np.tile(LEFT, 100)))])
    sound = MediaFiles().open(path)
    psutil.Process(sound.pid).suspend()
    read: list[int] = []
    reader = threading.Thread(target=lambda: read.append(len(sound.read(10_000 * SAMPLE_RATE))))
    reader.start()
    sound.close()
    reader.join(10)
    assert not reader.is_alive()
    assert not psutil.pid_exists(sound.pid)


def script(tmp_path: Path, code: str) -> list[str]:
    """A decoder that behaves as `code` says, once it has its task."""
    path = tmp_path / "decoder.py"
    path.write_text(f"import sys, time, os\nsys.stdin.readline()\n{code}\n")
    return [sys.executable, str(path)]


@pytest.mark.parametrize(
    ("code", "reason", "silence"),
    [
        ("os.abort()", "its sound is damaged", 60.0),
        ("print('nonsense ' * 100, flush=True); sys.stdin.read()", "its sound is damaged", 60.0),
        ("sys.stdin.read()", "it takes too long to decode", 0.5),
    ],
    ids=["dies", "talks nonsense", "hangs"],
)
def test_a_decoder_that_fails_makes_the_file_unreadable(
    tmp_path: Path, code: str, reason: str, silence: float
) -> None:
    path = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    with pytest.raises(AudioUnreadable, match=reason):
        MediaFiles(script(tmp_path, code), silence=silence).open(path)


SUSPENDED = """
import sys
from pathlib import Path
from app.adapters import media_decoder
from app.adapters.media_files import MediaFiles
from app.domain.problems import Problem
try:
    MediaFiles(sys.argv[2:], silence=1.5).open(Path(sys.argv[1]))
except Problem as problem:
    print(problem.detail)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders")
def test_time_in_which_both_are_suspended_is_no_silence(tmp_path: Path) -> None:
    """While somebody dictates, the process that waits and the one that decodes stand still together."""
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "ready")
        os.mkfifo(tmp_path / "go")
    path = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    code = (
        f"open({str(tmp_path / 'ready')!r}, 'w').close(); open({str(tmp_path / 'go')!r}).read(); os._exit(7)"
    )
    command = [sys.executable, "-c", SUSPENDED, str(path), *script(tmp_path, code)]
    with psutil.Popen(command, stdout=subprocess.PIPE, text=True) as waiting:
        (tmp_path / "ready").open().close()  # the decoder has its task, and says nothing
        both = [waiting, *waiting.children(recursive=True)]
        assert len(both) == 2
        for one in both:
            one.suspend()
        with pytest.raises(psutil.TimeoutExpired):
            psutil.Process(waiting.pid).wait(2.0)  # longer than a decoder may be silent
        for one in both:
            one.resume()
        (tmp_path / "go").open("w").close()
        said, _ = waiting.communicate(timeout=30)
    assert said == "it ended with status 7\n"


KILLED = """
import sys
from pathlib import Path
from app.adapters.media_files import MediaFiles
sound = MediaFiles().open(Path(sys.argv[1]))
sound.read(1)
print(sound.pid, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends what is suspended with who started it")
def test_a_suspended_decoder_does_not_outlive_who_started_it(tmp_path: Path) -> None:
    if sys.platform != "linux":  # said again for the type checker
        return
    path = write_media(tmp_path / "long.flac", [Track(mono(np.tile(LEFT, 100)))])
    command = [sys.executable, "-c", KILLED, str(path)]
    with psutil.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as starter:
        decoder = int(starter.stdout.readline())
        psutil.Process(decoder).suspend()
        handle = os.pidfd_open(decoder)
        starter.kill()
        ended, _, _ = select.select([handle], [], [], 20)
        os.close(handle)
    assert ended


def test_what_nobody_listens_to_is_decoded_at_a_lower_priority(tmp_path: Path) -> None:
    path = write_media(tmp_path / "long.flac", [Track(mono(np.tile(LEFT, 100)))])
    priorities = []
    for files in (MediaFiles(), MediaFiles(gives_way=True)):
        with closing(files.open(path)) as sound:  # far from its end: its decoder waits
            priorities.append(psutil.Process(sound.pid).nice())
    assert priorities[0] == psutil.Process().nice()
    if sys.platform == "win32":
        assert priorities[1] == psutil.BELOW_NORMAL_PRIORITY_CLASS
    else:
        assert priorities[1] == min(19, priorities[0] + LOWER_PRIORITY)


def test_a_decoder_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    path = write_media(tmp_path / "a.wav", [Track(mono(LEFT))])
    with pytest.raises(AudioUnreadable, match="no decoder could be started"):
        MediaFiles([str(tmp_path / "none")]).open(path)
