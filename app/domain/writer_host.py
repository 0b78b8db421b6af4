"""Where the language models' server is: its address, checked."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from app.domain.problems import WriterHostInvalid

DEFAULT_HOST: Final = "http://localhost:11434"
OLLAMA_PORT: Final = 11434


def checked_host(text: str) -> str:
    """The address of Ollama in full, as "http://localhost:11434". Raises WriterHostInvalid.

    Without a port it is Ollama's, but for https. The addresses that a server listens on (0.0.0.0 and ::)
    are none to call; the computer's own takes their place.
    """
    entered = text.strip()
    scheme, separator, rest = entered.partition("://")
    address = rest if separator else entered
    scheme = scheme.lower() if separator else "http"
    if not address:
        raise WriterHostInvalid(entered or "nothing", "it is empty")
    if scheme not in ("http", "https"):
        raise WriterHostInvalid(entered, "it must begin with http or https")
    if any(character.isspace() for character in address):
        raise WriterHostInvalid(entered, "it has a blank in it")
    try:
        parts = urlsplit(f"{scheme}://{address}")
        name, port = parts.hostname or "", parts.port
    except ValueError:
        raise WriterHostInvalid(entered, "its port or its name is not valid") from None
    if parts.username is not None or parts.query or parts.fragment:
        raise WriterHostInvalid(entered, "it may only have a name, a port and a path")
    if port == 0:
        raise WriterHostInvalid(entered, "its port or its name is not valid")
    name = {"": "localhost", "0.0.0.0": "127.0.0.1", "::": "::1"}.get(name, name)
    shown = f"[{name}]" if ":" in name else name
    port = port or (443 if scheme == "https" else OLLAMA_PORT)
    path = parts.path.strip("/")
    return f"{scheme}://{shown}:{port}" + (f"/{path}" if path else "")
