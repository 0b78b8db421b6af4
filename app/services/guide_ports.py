"""What the guide asks of the outside world."""

from __future__ import annotations

from typing import Protocol

from app.domain.permissions import PermissionFacts


class SystemPermissions(Protocol):
    """Tells what the system allows Sayso."""

    def look(self) -> PermissionFacts:
        """As it is now. Never on the GUI's thread: a desktop's portal may take a second to answer. Never
        raises; what cannot be found out is UNKNOWN."""
