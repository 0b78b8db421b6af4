"""What all tests have in common."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes says nothing on a busy computer: speed is measured by the benchmarks.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
