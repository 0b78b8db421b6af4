"""`sayso models` as the user runs it: the list, getting from hub, folder and packages, removing, and what is
loaded ahead, with Sayso running and without."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from app.adapters.folders import Folders
from app.adapters.local_socket import InstanceServer
from app.adapters.model_files import SMALLEST_MODEL_BYTES
from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.adapters.settings_file import TomlSettingsFile
from app.cli import parser
from app.commands.models import run
from app.domain.catalogue import MODEL_FILE, REQUIRED_FILES, VOCABULARIES
from app.domain.model_settings import ModelSettings
from app.domain.problems import Problem
from app.domain.remote import Command, Reply, Request
from app.domain.settings import Settings, SpeechSettings
from tests.hub_standin import Fault, HubStandIn, Repository
from tests.hub_standin.fixtures import FILES, NEEDED, TOTAL

NOWHERE: Final = "http://127.0.0.1:9"
SMALL: Final = bundled_catalogue().get("distil-large-v3.5")
"""The hash of its weights is not known beforehand, so that others may stand in for them."""


@pytest.fixture
def hub() -> Iterator[HubStandIn]:
    server = HubStandIn({SMALL.repository: Repository({SMALL.revision: dict(FILES)})})
    server.start()
    yield server
    server.close()


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "app.cli", "models", *arguments]


def environment(home: Path, hub: str, columns: int = 0) -> dict[str, str]:
    """`columns` of a terminal; 0 for none."""
    others = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    width = {"COLUMNS": str(columns)} if columns else {}
    return {**others, **width, "SAYSO_HOME": str(home), "HF_ENDPOINT": hub, "PYTHONUTF8": "1"}


def models(
    home: Path, *arguments: str, hub: str = NOWHERE, columns: int = 0
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        env=environment(home, hub, columns),
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def write(home: Path, settings: Settings) -> None:
    TomlSettingsFile(Folders.at(home).settings_file).save(settings)


def written(home: Path) -> Settings:
    loaded = TomlSettingsFile(Folders.at(home).settings_file).load()
    assert loaded.problems == ()
    return loaded.settings


def row(home: Path, name: str) -> str:
    """The line of that model in the list."""
    (line,) = (line for line in models(home).stdout.splitlines() if line.split()[0] == name)
    return line


def test_the_list_tells_sizes_languages_place_and_what_each_is_good_for(tmp_path: Path) -> None:
    done = models(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    headings, *rows = done.stdout.splitlines()
    assert headings.split()[:5] == ["name", "disk", "int8", "float16", "float32"]
    assert [line.split()[0] for line in rows] == [model.name for model in bundled_catalogue().models]
    for line, model in zip(rows, bundled_catalogue().models, strict=True):
        sizes = [model.size_bytes / 1e6, *(model.memory_megabytes(one) for one in headings.split()[2:5])]
        assert line.split()[1:9] == [word for size in sizes for word in (f"{size:,.0f}", "MB")]
        assert line.split()[9] == ("English" if model.english_only else str(model.languages))
        assert line.endswith(model.summary)
        # Each column stands under its heading.
        assert line.index(model.summary) == headings.index("what it is good for")
    assert done.stdout == models(tmp_path, "list").stdout
    assert "installed package" in row(tmp_path, "base")
    assert "not here" in row(tmp_path, "small")


@pytest.mark.parametrize("columns", [80, 120, 200])
def test_the_list_fits_the_terminal(tmp_path: Path, columns: int) -> None:
    write(tmp_path, Settings(models=ModelSettings(preload=("base",))))
    lines = models(tmp_path, columns=columns).stdout.splitlines()
    assert max(map(len, lines)) <= columns
    names = [line.split()[0] for line in lines if not line.startswith(" ")]
    expected = [model.name for model in bundled_catalogue().models]
    assert names == (["name", *expected] if columns == 200 else expected)
    text = " ".join(" ".join(lines).split())
    for model in bundled_catalogue().models:
        assert model.summary in text
        assert f"{model.memory_megabytes('int8'):,} MB" in text
    if columns < 200:
        assert "145 MB on disk, 99 languages, installed package, in use, preloaded." in text
        assert "In memory about 242 MB as int8, 335 MB as float16, 520 MB as float32." in text


def test_the_list_tells_which_models_are_loaded_ahead_and_the_folders_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for name in (*REQUIRED_FILES, VOCABULARIES[0]):
        (own / name).write_bytes(b"{}")
    os.truncate(own / MODEL_FILE, SMALLEST_MODEL_BYTES)
    gone = tmp_path / "gone"
    chosen = ModelSettings(preload=("large", "tiny.en", str(own)), folders=(str(own), str(gone)))
    write(tmp_path, Settings(speech=SpeechSettings(model="large-v3"), models=chosen))
    assert "in use, preloaded" in row(tmp_path, "large-v3")
    assert "preloaded" in row(tmp_path, "tiny.en")
    assert "in use" not in row(tmp_path, "tiny.en")
    assert "preloaded" not in row(tmp_path, "base")
    assert models(tmp_path).stdout.splitlines()[-2:] == [
        f"{own}  own folder  preloaded",
        f"{gone}  not here",
    ]


def test_a_model_is_got_from_the_hub_and_removed(tmp_path: Path, hub: HubStandIn) -> None:
    folder = tmp_path / "data" / "models" / SMALL.name
    done = models(tmp_path, "get", SMALL.name, hub=hub.address)
    assert (done.returncode, done.stdout) == (0, f"{folder}\n")
    costs, memory = done.stderr.splitlines()
    assert "1,513 MB" in costs
    assert "checked against the hub only" in costs
    assert "int8" in memory
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".json"} == {
        name: content for name, content in NEEDED.items() if not name.endswith(".json")
    }
    assert "models folder" in row(tmp_path, SMALL.name)
    # What is here needs no hub.
    again = models(tmp_path, "get", SMALL.name)
    assert (again.returncode, again.stdout, again.stderr) == (0, f"{folder}\n", "")
    removed = models(tmp_path, "remove", SMALL.name)
    assert (removed.returncode, removed.stdout) == (0, "")
    assert removed.stderr == f"{SMALL.name} is removed, which frees {TOTAL / 1e6:,.0f} MB.\n"
    assert not folder.exists()
    assert models(tmp_path, "remove", SMALL.name).returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal to a console's child there")
def test_an_interrupted_download_goes_on_with_the_same_command(tmp_path: Path, hub: HubStandIn) -> None:
    held = threading.Event()
    hub.faults = [Fault("model.bin"), Fault("model.bin", held=held)]
    with subprocess.Popen(
        command("get", SMALL.name),
        env=environment(tmp_path, hub.address),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as child:
        hub.wait_for("model.bin", 2, 60)
        child.send_signal(signal.SIGINT)
        said, told = child.communicate(timeout=60)
    held.set()
    assert (child.returncode, said) == (130, "")
    assert told.splitlines()[-1] == (
        f"What has arrived is kept; “sayso models get {SMALL.name}” goes on there."
    )
    assert " MB here" in row(tmp_path, SMALL.name)
    hub.asked.clear()
    assert models(tmp_path, "get", SMALL.name, hub=hub.address).returncode == 0
    assert not any(one.startswith("0-") for one in hub.ranges("model.bin"))


def test_weights_with_another_hash_than_the_catalogues_are_not_even_asked_for(tmp_path: Path) -> None:
    tiny = bundled_catalogue().get("tiny")
    server = HubStandIn({tiny.repository: Repository({tiny.revision: dict(FILES)})})
    server.start()
    try:
        done = models(tmp_path, "get", "tiny", hub=server.address)
        assert not server.ranges("model.bin")
    finally:
        server.close()
    assert (done.returncode, done.stdout) == (1, "")
    assert "checked by its hash" in done.stderr
    assert "is not what was published" in done.stderr
    assert not (tmp_path / "data" / "models" / "tiny").exists()


def test_packages_and_folders_need_no_hub(tmp_path: Path) -> None:
    base = models(tmp_path, "get", "base")
    assert base.returncode == 0
    assert Path(base.stdout.strip()) == tmp_path / "cache" / "base"
    store = LocalModels(bundled_catalogue(), tmp_path / "m", tmp_path / "c", HuggingFaceHub(NOWHERE))
    source = store.locate("tiny.en")
    copied = models(tmp_path, "get", "tiny.en", "--from", str(source))
    assert copied.returncode == 0
    folder = tmp_path / "data" / "models" / "tiny.en"
    assert copied.stdout == f"{folder}\n"
    assert (folder / "model.bin").stat().st_size == bundled_catalogue().get("tiny.en").size_bytes
    removed = models(tmp_path, "remove", "tiny.en")
    assert removed.returncode == 0
    assert "It can still be used: tiny.en belongs to an installed package." in removed.stderr


def test_the_model_in_use_is_not_removed(tmp_path: Path) -> None:
    assert models(tmp_path, "get", "base").returncode == 0
    refused = models(tmp_path, "remove", "base")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "The speech model “base” is in use, so it was not removed. Use another one" in refused.stderr
    assert (tmp_path / "cache" / "base" / "model.bin").exists()
    write(tmp_path, Settings(speech=SpeechSettings(model="tiny.en")))
    assert models(tmp_path, "remove", "base").returncode == 0
    # There is nothing to free of what belongs to a package alone, in use or not.
    assert "belongs to an installed package" in models(tmp_path, "remove", "tiny.en").stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("get", "nosuch"), "There is no speech model called “nosuch”."),
        (("get", "../models"), "There is no speech model called “../models”."),
        (("remove", "tiny"), "The speech model “tiny” is not on this computer."),
        (("remove", "tiny.en"), "The speech model “tiny.en” belongs to an installed package, so Sayso"),
        (("get", "tiny", "--from", "nosuch"), "nosuch” is not on this computer."),
        (("preload", "nosuch"), "There is no speech model called “nosuch”."),
        (("preload", "--off", "nosuch"), "There is no speech model called “nosuch”."),
        (
            ("preload", "tiny"),
            "The speech model “tiny” is not on this computer. Get it with “sayso models get",
        ),
        (("get", "tiny"), "The speech model “tiny” could not be downloaded: the hub does not answer."),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_a_remedy(
    tmp_path: Path,
    arguments: tuple[str, ...],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    # In this process, as there are many of them; how a Problem is told is the command line's own test.
    monkeypatch.setenv("HF_ENDPOINT", NOWHERE)
    with pytest.raises(Problem, match=re.escape(sentence)) as raised:
        run(parser().parse_args(["models", *arguments]), Folders.at(tmp_path))
    assert raised.value.remedy
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments",
    [("get",), ("remove",), ("bogus",), ("remove", "one", "two"), ("preload",), ("preload", "--off")],
)
def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(["models", *arguments])
    assert caught.value.code == 2
    assert "usage: sayso" in capsys.readouterr().err


# --- what is loaded ahead ---


def test_where_sayso_does_not_run_the_settings_file_is_changed_and_nothing_else_in_it(tmp_path: Path) -> None:
    before = Settings(
        speech=SpeechSettings(model="tiny.en", language="en"), models=ModelSettings(idle_minutes=5.0)
    )
    write(tmp_path, before)
    done = models(tmp_path, "preload", "tiny.en", "base")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "tiny.en is loaded ahead.\nbase is loaded ahead.\n"
    after = written(tmp_path)
    assert after.models == ModelSettings(preload=("tiny.en", "base"), idle_minutes=5.0)
    assert (after.speech, after.general) == (before.speech, before.general)
    assert models(tmp_path, "preload", "base").returncode == 0
    assert written(tmp_path) == after
    done = models(tmp_path, "preload", "--off", "base", "tiny.en", "small")
    assert done.stderr.splitlines() == [
        "base is loaded when it is needed.",
        "tiny.en is the one in use, so it is loaded ahead all the same.",
        "small is loaded when it is needed.",
    ]
    assert written(tmp_path) == before


def test_nothing_is_ticked_when_one_name_is_wrong(tmp_path: Path) -> None:
    assert models(tmp_path, "preload", "base", "nosuch").returncode == 1
    assert not Folders.at(tmp_path).settings_file.exists()


def test_any_name_of_a_model_and_a_folder_that_is_gone_can_be_unticked(tmp_path: Path) -> None:
    write(tmp_path, Settings(models=ModelSettings(preload=("large-v3", "/gone/away", "base"))))
    assert models(tmp_path, "preload", "--off", "large", "/gone/away").returncode == 0
    assert written(tmp_path).models.preload == ("base",)


@pytest.fixture
def home() -> Iterator[Path]:
    """Not pytest's: a socket's path must be short."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as name:
        yield Path(name)


@pytest.fixture
def running(home: Path) -> Iterator[Callable[[Reply], list[Request]]]:
    """Makes a Sayso that runs and answers so; gives what it is asked."""
    servers: list[InstanceServer] = []

    def run(reply: Reply) -> list[Request]:
        asked: list[Request] = []

        def answer(request: Request) -> Reply:
            asked.append(request)
            return reply

        servers.append(InstanceServer(Folders.at(home).runtime, answer))
        servers[-1].start()
        return asked

    yield run
    for server in servers:
        server.close()


def test_a_running_sayso_is_asked_and_its_settings_file_left_alone(
    home: Path, running: Callable[[Reply], list[Request]]
) -> None:
    write(home, Settings())
    before = Folders.at(home).settings_file.read_bytes()
    asked = running(Reply(ok=True))
    assert models(home, "preload", "tiny.en", "base").returncode == 0
    done = models(home, "preload", "--off", "large")
    assert (done.returncode, done.stderr) == (0, "large-v3 is loaded when it is needed.\n")
    assert asked == [
        Request(Command.PRELOAD, model="tiny.en"),
        Request(Command.PRELOAD, model="base"),
        Request(Command.PRELOAD, model="large-v3", off=True),
    ]
    assert Folders.at(home).settings_file.read_bytes() == before


def test_what_a_running_sayso_does_not_take_on_is_told(
    home: Path, running: Callable[[Reply], list[Request]]
) -> None:
    running(Reply(ok=False, text="Sayso does not understand this: no such request."))
    done = models(home, "preload", "base")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "sayso: Sayso does not understand this: no such request.\n"
    assert not Folders.at(home).settings_file.exists()
