"""`sayso models` as the user runs it: the list, getting from hub, folder and packages, and removing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app.adapters.model_hub import HuggingFaceHub
from app.adapters.model_store import LocalModels, bundled_catalogue
from app.cli import parser
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


def environment(home: Path, hub: str) -> dict[str, str]:
    return {**os.environ, "SAYSO_HOME": str(home), "HF_ENDPOINT": hub, "PYTHONUTF8": "1"}


def models(home: Path, *arguments: str, hub: str = NOWHERE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*arguments),
        env=environment(home, hub),
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )


def row(home: Path, name: str) -> str:
    """The line of that model in the list."""
    (line,) = (line for line in models(home).stdout.splitlines() if line.split()[0] == name)
    return line


def test_the_list_tells_size_languages_place_and_what_each_is_good_for(tmp_path: Path) -> None:
    done = models(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    assert [line.split()[0] for line in rows] == [model.name for model in bundled_catalogue().models]
    for line, model in zip(rows, bundled_catalogue().models, strict=True):
        assert model.summary in line
        assert f"{model.size_bytes / 1e6:,.0f} MB" in line
        assert ("English" if model.english_only else f"{model.languages} languages") in line
    assert done.stdout == models(tmp_path, "list").stdout
    assert "installed package" in row(tmp_path, "base")
    assert "not here" in row(tmp_path, "small")


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


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("get", "nosuch"), "There is no speech model called “nosuch”."),
        (("get", "../models"), "There is no speech model called “../models”."),
        (("remove", "tiny"), "The speech model “tiny” is not on this computer."),
        (("remove", "tiny.en"), "The speech model “tiny.en” belongs to an installed package, so Sayso"),
        (("get", "tiny", "--from", "nosuch"), "nosuch” is not on this computer."),
        (("get", "tiny"), "The speech model “tiny” could not be downloaded: the hub does not answer."),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_a_remedy(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = models(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    last = done.stderr.splitlines()[-1]
    assert last.startswith("sayso: ")
    assert sentence in last
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [("get",), ("remove",), ("bogus",), ("remove", "one", "two")])
def test_wrong_usage_is_told(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(["models", *arguments])
    assert caught.value.code == 2
    assert "usage: sayso" in capsys.readouterr().err
