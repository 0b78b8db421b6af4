"""Makes the parts that the window and the command line share, with plain constructor arguments.

Nothing here is kept anywhere: what is made is handed to whoever asked, and what must be closed again goes
onto the caller's ExitStack, so that the parts end in the reverse order of their beginning.
"""

from app.parts.desktop import clipboard_system, hotkey_backends, inserter, inserters
from app.parts.engine import Engine, audio_files, build_engine
from app.parts.models import Models, loader_of, models_of, speech_of
from app.parts.writers import Writers, build_writers

__all__ = [
    "Engine",
    "Models",
    "Writers",
    "audio_files",
    "build_engine",
    "build_writers",
    "clipboard_system",
    "hotkey_backends",
    "inserter",
    "inserters",
    "loader_of",
    "models_of",
    "speech_of",
]
