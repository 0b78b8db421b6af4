"""Downloads against a stand-in for the hub that sends wrong things, or fails, and on a disk that fails."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pytest

from app.adapters.disk import MORE_ROOM_TO_GO_ON
from app.adapters.download import (
    FIRST_PIECE,
    LONGEST_WAIT,
    WAITS,
)
from app.domain.catalogue import CatalogueModel
from app.domain.problems import DiskFull, DownloadFailed, FolderUnwritable
from tests.adapters.download_bench import UNPINNED, Download
from tests.hub_standin import Fault, HubStandIn
from tests.hub_standin.fixtures import (
    FILES,
    FIRST,
    NEEDED,
    REPOSITORY,
    SECOND,
    TOTAL,
    WEIGHTS,
    catalogue_model,
    hub,
)

__all__ = ["hub"]


NOWHERE: Final = "http://127.0.0.1:9"


@pytest.fixture
def download(hub: HubStandIn, tmp_path: Path) -> Download:
    return Download(hub.address, tmp_path / "one")


# --- what is sent is not what was published ---


def test_weights_with_another_hash_than_the_hub_tells_are_thrown_away(
    hub: HubStandIn, download: Download
) -> None:
    hub.repositories[REPOSITORY].told = dict(FILES)
    hub.repositories[REPOSITORY].commits[FIRST]["model.bin"] = WEIGHTS[:-1] + b"?"
    with pytest.raises(DownloadFailed, match=r"model\.bin is not what was published"):
        download.run(UNPINNED)
    assert not list(download.folder.glob("model.bin*"))
    # Nothing wrong is left to go on with: it works as soon as the hub sends the right thing.
    hub.repositories[REPOSITORY].commits[FIRST]["model.bin"] = WEIGHTS
    download.run(UNPINNED)
    assert download.arrived == NEEDED


def test_a_small_file_with_another_git_object_is_thrown_away(hub: HubStandIn, download: Download) -> None:
    hub.repositories[REPOSITORY].told = dict(FILES)
    hub.repositories[REPOSITORY].commits[FIRST]["config.json"] = b"?" * len(FILES["config.json"])
    with pytest.raises(DownloadFailed, match=r"config\.json is not what was published"):
        download.run()
    assert not list(download.folder.glob("config.json*"))


def test_a_hub_that_tells_another_hash_than_the_catalogue_is_asked_for_nothing(
    hub: HubStandIn, download: Download
) -> None:
    with pytest.raises(DownloadFailed, match="not what was published") as caught:
        download.run(catalogue_model("0" * 64))
    assert "choose another model" in caught.value.remedy
    assert [one.kind for one in hub.asked] == ["list"]
    assert not download.folder.exists()


def test_a_small_file_with_another_hash_than_the_catalogues_is_thrown_away(
    hub: HubStandIn, download: Download
) -> None:
    model = CatalogueModel("one", "Good.", REPOSITORY, 1, 39, False, {"config.json": "0" * 64})
    with pytest.raises(DownloadFailed, match=r"config\.json is not what was published"):
        download.run(model)
    assert not list(download.folder.glob("config.json*"))


def test_a_repository_without_all_files_is_refused(hub: HubStandIn, download: Download) -> None:
    del hub.repositories[REPOSITORY].commits[FIRST]["tokenizer.json"]
    with pytest.raises(DownloadFailed, match="does not have all"):
        download.run()


def test_another_program_at_the_same_file_is_noticed(hub: HubStandIn, download: Download) -> None:
    def interfere(received: int) -> bool:
        if FIRST_PIECE < received < len(WEIGHTS):
            with (download.folder / "model.bin.part").open("ab") as other:
                other.write(b"from another program")
        return False

    with pytest.raises(DownloadFailed, match="another program"):
        download.run(stop=interfere)


# --- the hub fails ---


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_busy_hub_is_asked_again_and_nothing_is_lost(
    hub: HubStandIn, download: Download, status: int
) -> None:
    hub.faults = [Fault("list", status=status), Fault("model.bin", times=2, status=status)]
    download.run()
    assert download.arrived == NEEDED
    assert download.waited == WAITS[0] + WAITS[0] + WAITS[1]


def test_a_hub_that_stays_busy_is_given_up_and_what_arrived_is_kept(
    hub: HubStandIn, download: Download
) -> None:
    hub.faults = [Fault("model.bin", times=100, status=503)]
    with pytest.raises(DownloadFailed, match="the hub is busy") as caught:
        download.run()
    assert download.waited == sum(WAITS)
    assert "kept" in caught.value.remedy
    hub.faults.clear()
    download.run()
    assert download.arrived == NEEDED


@pytest.mark.parametrize("header", [{"Retry-After": "7"}, {"RateLimit": '"api";r=0;t=7'}])
def test_a_hub_that_asks_for_a_pause_gets_it(
    hub: HubStandIn, download: Download, header: dict[str, str]
) -> None:
    hub.faults = [Fault("config.json", status=429, headers=header)]
    download.run()
    assert download.arrived == NEEDED
    assert download.waited == 7.0


def test_a_hub_that_asks_for_a_long_pause_is_told_with_its_length(
    hub: HubStandIn, download: Download
) -> None:
    hub.faults = [Fault("model.bin", status=429, headers={"Retry-After": str(int(LONGEST_WAIT) + 1)})]
    with pytest.raises(DownloadFailed, match="the hub is busy") as caught:
        download.run()
    assert "in 2 minutes" in caught.value.remedy
    assert download.waited == 0.0


def test_a_connection_that_is_cut_is_taken_up_again(hub: HubStandIn, download: Download) -> None:
    hub.faults = [Fault("model.bin", times=3, cut=1000)]
    download.run()
    assert download.arrived == NEEDED
    assert download.waited == sum(WAITS[:3])


def test_fewer_bytes_than_asked_for_are_gone_on_from(hub: HubStandIn, download: Download) -> None:
    hub.faults = [Fault("model.bin", short=1000)]
    download.run()
    assert download.arrived == NEEDED
    assert hub.ranges("model.bin")[1].startswith("1000-")


@pytest.mark.parametrize("fault", [Fault("model.bin", whole=True), Fault("model.bin", short=0)])
def test_an_answer_that_is_no_range_is_refused(hub: HubStandIn, download: Download, fault: Fault) -> None:
    hub.faults = [fault]
    with pytest.raises(DownloadFailed, match="something else than asked for"):
        download.run()
    assert not (download.folder / "model.bin").exists()


def test_a_hub_that_knows_no_such_model_is_told(download: Download) -> None:
    unknown = CatalogueModel("two", "Good.", "house/two", 5, 39, False, {})
    with pytest.raises(DownloadFailed, match="no such model"):
        download.run(unknown)
    with pytest.raises(DownloadFailed, match="no such model"):
        download.run(catalogue_model(revision=SECOND))
    assert download.waited == 0.0


def test_a_file_that_went_away_is_told_and_not_asked_for_again(hub: HubStandIn, download: Download) -> None:
    hub.faults = [Fault("model.bin", times=100, status=404)]
    with pytest.raises(DownloadFailed, match="no such model"):
        download.run()
    assert len(hub.ranges("model.bin")) == 1


def test_nobody_there_is_told_without_waiting(tmp_path: Path) -> None:
    download = Download(NOWHERE, tmp_path)
    with pytest.raises(DownloadFailed, match="does not answer") as caught:
        download.run()
    assert download.waited == 0.0
    assert "Check the connection" in caught.value.remedy


def test_no_problem_shows_the_text_of_what_the_library_raised(hub: HubStandIn, download: Download) -> None:
    hub.faults = [Fault("list", status=418)]
    with pytest.raises(DownloadFailed) as caught:
        download.run()
    assert "418" in caught.value.detail
    assert "418" not in str(caught.value)


# --- the disk fails ---


def test_too_little_space_is_told_before_anything_arrives(
    hub: HubStandIn, download: Download, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, TOTAL - 1))
    with pytest.raises(DiskFull) as caught:
        download.run()
    assert caught.value.remedy == MORE_ROOM_TO_GO_ON
    assert not hub.ranges("config.json")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, TOTAL))
    download.run()
    assert download.arrived == NEEDED


def test_a_folder_that_cannot_be_made_is_told(hub: HubStandIn, download: Download) -> None:
    download.folder.write_text("in the way")
    with pytest.raises(FolderUnwritable):
        download.run()


def test_the_receipt_is_plain_json(download: Download) -> None:
    download.run()
    written = json.loads((download.folder / "download.json").read_text(encoding="utf-8"))
    assert set(written) == {"repository", "revision", "hashes"}
