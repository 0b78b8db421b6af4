"""Servers in Ollama's place."""

from __future__ import annotations

from tests.ollama_standin.fixtures import serve_foreign

__all__ = ["serve_foreign"]
