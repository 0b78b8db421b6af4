"""Downloads against a stand-in for the hub on this computer: what arrives, and going on after a stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.adapters.download import (
    FIRST_PIECE,
    LARGEST_PIECE,
    SMALLEST_PIECE,
    WAITS,
    next_piece,
)
from app.adapters.model_files import read_receipt
from tests.adapters.download_bench import UNPINNED, Download, Stopped
from tests.hub_standin import Fault, HubStandIn, sha256
from tests.hub_standin.fixtures import (
    FILES,
    FIRST,
    NEEDED,
    PINNED,
    REPOSITORY,
    SECOND,
    TOTAL,
    WEIGHTS,
    hub,
)

__all__ = ["hub"]


@pytest.fixture
def download(hub: HubStandIn, tmp_path: Path) -> Download:
    return Download(hub.address, tmp_path / "one")


# --- all goes well ---


def test_all_that_is_needed_arrives_with_its_progress(hub: HubStandIn, download: Download) -> None:
    download.run()
    assert download.arrived == NEEDED
    received = [done for done, _ in download.steps]
    assert received == sorted(set(received))
    assert download.steps[-1] == (TOTAL, TOTAL)
    assert {total for _, total in download.steps} == {TOTAL}
    assert {one.authorization for one in hub.asked} == {""}


def test_the_weights_are_asked_for_in_pieces_of_which_none_is_missing(
    hub: HubStandIn, download: Download
) -> None:
    download.run()
    ranges = [tuple(map(int, one.split("-"))) for one in hub.ranges("model.bin")]
    assert ranges[0] == (0, FIRST_PIECE - 1)
    assert [first for first, _ in ranges[1:]] == [last + 1 for _, last in ranges[:-1]]
    assert ranges[-1][1] == len(WEIGHTS) - 1
    assert {last - first + 1 for first, last in ranges[1:-1]} == {SMALLEST_PIECE}


def test_the_next_piece_is_what_takes_about_a_second() -> None:
    assert next_piece(1_000_000, 0.5) == 2_000_000
    assert next_piece(1_000_000, 100.0) == SMALLEST_PIECE
    assert next_piece(1_000_000, 0.0) == LARGEST_PIECE


def test_the_receipt_tells_the_commit_and_every_hash(download: Download) -> None:
    download.run()
    receipt = read_receipt(download.folder)
    assert receipt is not None
    assert (receipt.repository, receipt.revision) == (REPOSITORY, FIRST)
    assert receipt.hashes == {name: sha256(content) for name, content in NEEDED.items()}


def test_what_is_there_and_whole_is_not_asked_for_again(hub: HubStandIn, download: Download) -> None:
    download.run()
    hub.asked.clear()
    download.run()
    assert [one.kind for one in hub.asked] == ["list"]
    assert download.steps[-1] == (TOTAL, TOTAL)


def test_a_file_that_was_changed_on_disk_is_got_anew(hub: HubStandIn, download: Download) -> None:
    download.run()
    (download.folder / "model.bin").write_bytes(WEIGHTS[:-1] + b"?")
    (download.folder / "config.json").write_bytes(b"?" * len(FILES["config.json"]))
    hub.asked.clear()
    download.run()
    assert download.arrived == NEEDED
    assert not hub.ranges("tokenizer.json")


# --- stopped and gone on with ---


def test_a_stopped_download_goes_on_where_it_was(hub: HubStandIn, download: Download) -> None:
    with pytest.raises(Stopped):
        download.run(stop=lambda received: received > FIRST_PIECE)
    part = download.folder / "model.bin.part"
    assert part.read_bytes() == WEIGHTS[:FIRST_PIECE]
    hub.asked.clear()
    download.run()
    assert download.arrived == NEEDED
    assert hub.ranges("model.bin")[0].startswith(f"{FIRST_PIECE}-")
    assert not hub.ranges("config.json")


def test_what_a_crash_left_of_a_piece_is_gone_on_with(hub: HubStandIn, download: Download) -> None:
    with pytest.raises(Stopped):
        download.run(stop=lambda received: received > FIRST_PIECE)
    (download.folder / "model.bin.part").write_bytes(WEIGHTS[:12_345])
    hub.asked.clear()
    download.run()
    assert (download.folder / "model.bin").read_bytes() == WEIGHTS
    assert hub.ranges("model.bin")[0].startswith("12345-")


def test_a_part_that_is_longer_than_the_file_is_begun_anew(hub: HubStandIn, download: Download) -> None:
    with pytest.raises(Stopped):
        download.run(stop=lambda received: received > FIRST_PIECE)
    (download.folder / "model.bin.part").write_bytes(WEIGHTS + b"more")
    download.run()
    assert (download.folder / "model.bin").read_bytes() == WEIGHTS


def test_a_stop_while_the_hub_is_waited_for_is_at_once(hub: HubStandIn, download: Download) -> None:
    hub.faults = [Fault("model.bin", times=100, status=503)]
    with pytest.raises(Stopped):
        download.run(stop=lambda _: len(hub.ranges("model.bin")) == 2)
    assert download.waited == WAITS[0]


def test_without_a_pin_it_goes_on_with_the_commit_it_began_with(hub: HubStandIn, download: Download) -> None:
    with pytest.raises(Stopped):
        download.run(UNPINNED, stop=lambda received: received > FIRST_PIECE)
    hub.repositories[REPOSITORY].commits[SECOND] = {**FILES, "model.bin": WEIGHTS[::-1]}
    download.run(UNPINNED)
    assert download.arrived == NEEDED
    receipt = read_receipt(download.folder)
    assert receipt is not None
    assert receipt.revision == FIRST


def test_without_a_pin_a_commit_that_is_gone_gives_way_to_the_newest(
    hub: HubStandIn, download: Download
) -> None:
    with pytest.raises(Stopped):
        download.run(UNPINNED, stop=lambda received: received > FIRST_PIECE)
    newer = {**FILES, "model.bin": WEIGHTS[::-1]}
    hub.repositories[REPOSITORY].commits = {SECOND: newer}
    hub.asked.clear()
    download.run(UNPINNED)
    assert download.arrived["model.bin"] == WEIGHTS[::-1]
    assert hub.ranges("model.bin")[0].startswith("0-")


def test_parts_of_another_commit_than_the_pinned_one_are_thrown_away(
    hub: HubStandIn, download: Download
) -> None:
    hub.repositories[REPOSITORY].commits[SECOND] = {**FILES, "model.bin": WEIGHTS[::-1]}
    with pytest.raises(Stopped):
        download.run(UNPINNED, stop=lambda received: received > FIRST_PIECE)
    hub.asked.clear()
    download.run(PINNED)
    assert download.arrived == NEEDED
    assert hub.ranges("model.bin")[0].startswith("0-")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"repository": 1, "revision": "x", "hashes": 3}', "\0"])
def test_a_receipt_that_cannot_be_read_begins_the_download_anew(
    hub: HubStandIn, download: Download, text: str
) -> None:
    with pytest.raises(Stopped):
        download.run(UNPINNED, stop=lambda received: received > FIRST_PIECE)
    (download.folder / "download.json").write_text(text)
    hub.asked.clear()
    download.run(UNPINNED)
    assert download.arrived == NEEDED
    assert hub.ranges("model.bin")[0].startswith("0-")
