"""Sayso: hold a key anywhere, speak, let go, and the text is at the cursor."""

__version__ = "0.1.0"
