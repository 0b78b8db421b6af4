"""Texts below the windows that a window shows, marked where nothing else tells them from other strings."""

from __future__ import annotations


def shown(text: str) -> str:
    """`text` as it is. The domain speaks English, as the log and the command line do; a window asks for the
    translation of what it shows, and `packaging/language_texts.py` finds by this what there is to translate.
    """
    return text
