"""A stand-in with one model that is small enough for tests, and large enough to arrive in many pieces."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.domain.catalogue import CatalogueModel
from tests.hub_standin.server import HubStandIn, Repository, sha256

REPOSITORY = "house/one"
FIRST, SECOND = "1" * 40, "2" * 40
WEIGHTS = bytes(range(256)) * 10_000
"""2.56 MB: one piece of the first size, and the rest."""
FILES = {
    "model.bin": WEIGHTS,
    "config.json": b'{"alignment_heads": []}',
    "tokenizer.json": b'{"model": {}}',
    "vocabulary.txt": b"a\nb\n",
    "README.md": b"Not needed.",
}
NEEDED = {name: content for name, content in FILES.items() if name != "README.md"}
TOTAL = sum(map(len, NEEDED.values()))


def catalogue_model(hash: str = "", revision: str = "") -> CatalogueModel:
    """The model of the stand-in as a catalogue knows it; `hash` is that of its weights."""
    hashes = {"model.bin": hash} if hash else {}
    return CatalogueModel("one", "Good.", REPOSITORY, len(WEIGHTS), 39, False, hashes, revision)


PINNED = catalogue_model(sha256(WEIGHTS), FIRST)


@pytest.fixture
def hub() -> Iterator[HubStandIn]:
    """A hub with one commit of one model."""
    server = HubStandIn({REPOSITORY: Repository({FIRST: dict(FILES)})})
    server.start()
    yield server
    server.close()
