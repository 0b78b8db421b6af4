"""The settings file is never lost, whatever is in it, and never stops the program."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.settings_file import TomlSettingsFile
from app.domain.problems import (
    DiskFull,
    FolderUnwritable,
    SettingsNewer,
    SettingsRepaired,
    SettingsUnreadable,
)
from app.domain.settings import (
    GeneralSettings,
    HistorySettings,
    LoadedSettings,
    MicrophoneSettings,
    Settings,
    SpeechSettings,
)
from app.domain.settings_codec import VERSION
from tests.adapters.small_disk import fill, run_on_small_disk

NO_GUIDE = GeneralSettings(guide_done=True)
"""As a file of before the guide has it."""

CHANGED = Settings(
    microphone=MicrophoneSettings(device='Desk "mike"\\ \t ü', tail_seconds=0.1),
    speech=SpeechSettings(hints=("Sayso", "日本語")),
    history=HistorySettings(audio_days=3, text_days=90),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def beside(path: Path) -> list[str]:
    return sorted(child.name for child in path.parent.iterdir())


def test_a_missing_file_is_the_standard_settings(path: Path) -> None:
    assert TomlSettingsFile(path).load() == LoadedSettings(Settings())
    assert not path.parent.exists()


def test_settings_come_back(path: Path) -> None:
    TomlSettingsFile(path).save(CHANGED)
    assert TomlSettingsFile(path).load() == LoadedSettings(CHANGED)
    assert beside(path) == ["settings.toml"]


@settings(deadline=None, max_examples=50)
@given(st.text(), st.lists(st.text()).map(tuple))
def test_any_text_comes_back(device: str, hints: tuple[str, ...]) -> None:
    wished = Settings(microphone=MicrophoneSettings(device=device), speech=SpeechSettings(hints=hints))
    with tempfile.TemporaryDirectory() as folder:
        file = TomlSettingsFile(Path(folder) / "settings.toml")
        file.save(wished)
        assert file.load() == LoadedSettings(wished)


@settings(deadline=None, max_examples=50)
@given(st.binary() | st.text().map(str.encode))
def test_any_content_loads(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settings.toml"
        path.write_bytes(content)
        TomlSettingsFile(path).load()


def test_half_a_surrogate_pair_does_not_keep_the_rest_from_being_saved(path: Path) -> None:
    TomlSettingsFile(path).save(
        Settings(microphone=MicrophoneSettings(device="\ud800"), history=HistorySettings(audio_days=3))
    )
    assert TomlSettingsFile(path).load().settings.history.audio_days == 3


def test_the_mark_of_windows_editors_is_read(path: Path) -> None:
    put(path, b"\xef\xbb\xbf[history]\r\naudio_days = 3\r\n")
    assert TomlSettingsFile(path).load() == LoadedSettings(
        Settings(general=NO_GUIDE, history=HistorySettings(audio_days=3))
    )


@pytest.mark.parametrize(
    "content",
    [
        "this is no TOML",
        b"\xff\xfe\x00",
        "a = 1\na = 2",
        "[history\naudio_days = 3",
        "x = " + "[" * 100_000,
        "big = " + "9" * 10_000,
    ],
    ids=["prose", "bytes", "twice", "open bracket", "deep", "long number"],
)
def test_a_broken_file_is_moved_aside_and_told(path: Path, content: str | bytes) -> None:
    put(path, content)
    loaded = TomlSettingsFile(path).load()
    kept = path.with_name("settings.broken-1.toml")
    assert loaded.settings == Settings()
    assert [type(problem) for problem in loaded.problems] == [SettingsUnreadable]
    assert str(kept) in loaded.problems[0].remedy
    assert kept.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert TomlSettingsFile(path).load().problems == ()


def test_deep_tables_load(path: Path) -> None:
    put(path, f"{'.'.join('a' * 5_000)} = 1\n[history]\naudio_days = 3\n")
    assert TomlSettingsFile(path).load().settings in (
        Settings(general=NO_GUIDE, history=HistorySettings(audio_days=3)),
        Settings(history=HistorySettings(audio_days=3)),
        Settings(),
    )


def test_bad_fields_are_set_back_told_once_and_the_old_file_is_kept(path: Path) -> None:
    old = '[speech]\nbeam_size = "five"\nthreads = 3\n'
    put(path, old)
    loaded = TomlSettingsFile(path).load()
    assert loaded.settings == Settings(general=NO_GUIDE, speech=SpeechSettings(threads=3))
    assert [type(problem) for problem in loaded.problems] == [SettingsRepaired]
    assert "speech.beam_size" in loaded.problems[0].sentence
    assert path.with_name("settings.broken-1.toml").read_text() == old
    assert TomlSettingsFile(path).load() == LoadedSettings(loaded.settings)


def test_a_newer_file_is_read_left_alone_and_kept_when_saving(path: Path) -> None:
    newer = f'version = {VERSION + 1}\n[history]\naudio_days = 3\n[speech]\ndevice = "quantum"\n'
    put(path, newer)
    loaded = TomlSettingsFile(path).load()
    assert loaded.settings == Settings(history=HistorySettings(audio_days=3))
    assert [type(problem) for problem in loaded.problems] == [SettingsNewer]
    assert path.read_text() == newer
    assert beside(path) == ["settings.toml"]
    TomlSettingsFile(path).save(CHANGED)
    assert path.with_name("settings.newer-1.toml").read_text() == newer
    assert TomlSettingsFile(path).load() == LoadedSettings(CHANGED)


def test_a_file_broken_since_it_was_read_is_kept_when_saving(path: Path) -> None:
    put(path, "half a li")
    TomlSettingsFile(path).save(CHANGED)
    assert path.with_name("settings.broken-1.toml").read_text() == "half a li"
    assert TomlSettingsFile(path).load() == LoadedSettings(CHANGED)


def test_a_folder_in_its_place_is_told_and_kept(path: Path) -> None:
    (path / "inside").mkdir(parents=True)
    loaded = TomlSettingsFile(path).load()
    assert loaded.settings == Settings()
    assert [type(problem) for problem in loaded.problems] == [SettingsUnreadable]
    TomlSettingsFile(path).save(CHANGED)
    assert (path.with_name("settings.broken-1.toml") / "inside").is_dir()
    assert TomlSettingsFile(path).load() == LoadedSettings(CHANGED)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    file = TomlSettingsFile(tmp_path / "file" / "settings.toml")
    assert [type(problem) for problem in file.load().problems] == [FolderUnwritable]
    with pytest.raises(FolderUnwritable):
        file.save(CHANGED)


def test_a_file_system_that_takes_nothing_is_told() -> None:
    if not os.path.isdir("/proc/self"):
        pytest.skip("only Linux has a folder that takes files from nobody, not even root")
    with pytest.raises(FolderUnwritable):
        TomlSettingsFile(Path("/proc/self/settings.toml")).save(CHANGED)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folders by other means")
def test_only_the_user_may_read_it(path: Path) -> None:
    TomlSettingsFile(path).save(CHANGED)
    path.chmod(0o644)
    TomlSettingsFile(path).save(CHANGED)
    assert path.stat().st_mode & 0o777 == 0o600


def save_on_full_disk(folder: Path) -> object:
    path = folder / "settings.toml"
    TomlSettingsFile(path).save(CHANGED)
    fill(folder)
    try:
        TomlSettingsFile(path).save(Settings())
    except DiskFull:
        return TomlSettingsFile(path).load() == LoadedSettings(CHANGED)
    return "saved"


def repair_on_full_disk(folder: Path) -> object:
    path = folder / "settings.toml"
    path.write_text("[speech]\nbeam_size = 99\nthreads = 3\n")
    fill(folder)
    loaded = TomlSettingsFile(path).load()
    return [loaded.settings.speech.threads, [type(problem).__name__ for problem in loaded.problems]]


def test_a_full_disk_is_told_and_the_old_settings_stay(tmp_path: Path) -> None:
    assert run_on_small_disk(save_on_full_disk, tmp_path) is True


def test_a_repair_that_does_not_fit_is_made_in_memory(tmp_path: Path) -> None:
    assert run_on_small_disk(repair_on_full_disk, tmp_path) == [3, ["SettingsRepaired", "DiskFull"]]
