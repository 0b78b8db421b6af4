"""Fixtures that all tests on the virtual desktop share."""

from tests.desktop.desk import desk, layout

__all__ = ["desk", "layout"]
