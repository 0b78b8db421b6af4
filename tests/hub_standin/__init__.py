"""A stand-in for the model hub: a server on the loopback with the part of its interface that downloads use.

It answers `/api/models/REPOSITORY[/revision/REVISION]?blobs=true` with the commit and the files, each with
its size and its hashes as the hub sends them, and `/REPOSITORY/resolve/REVISION/FILE` in ranges, large files
by way of another address. What a real one does seldom can be ordered beforehand (`Fault`), and whatever it
was asked can be read afterwards (`Asked`). It never waits by the clock: a slow answer is held until the test
lets it go.
"""

from tests.hub_standin.server import Asked, Fault, HubStandIn, Repository, git_hash, sha256

__all__ = ["Asked", "Fault", "HubStandIn", "Repository", "git_hash", "sha256"]
