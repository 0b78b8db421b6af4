"""The one gate of all connections, and where they lead."""

from __future__ import annotations

from contextlib import ExitStack

from app.adapters.connections import Connections
from app.adapters.cuda_runtime import pinned_wheel
from app.adapters.model_hub import hub_address
from app.adapters.update_feed import bundled_feed
from app.domain.connections import Places
from app.domain.settings import Settings


def build_connections(settings: Settings, stack: ExitStack) -> Connections:
    """The gate of this process, as the settings have it; it looks at every socket until `stack` ends."""
    gate = Connections(settings.privacy).guard()
    # Kept by the stack: the hook behind it holds nothing.
    stack.callback(gate.close)
    return gate


def places() -> Places:
    """Where Sayso fetches from."""
    wheel = pinned_wheel()
    return Places(hub_address(), wheel.index if wheel else "", bundled_feed())
