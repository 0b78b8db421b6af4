"""What the settings say of privacy: sentences made of values, apart from any widget."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.connections import Connection, Leave, Purpose
from app.domain.privacy import Amount, Kept
from app.services.privacy_events import KeptRemoved
from app.ui.told import told_problem
from app.ui.words import size_words

_MEGABYTE: Final = 1_000_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("privacy_words", text)


# --- what is kept ---


def kept_words(kept: Kept) -> tuple[str, str]:
    """Name and explanation of what is kept."""
    return {
        Kept.SETTINGS: (_tr("Settings"), _tr("A plain text file.")),
        Kept.HISTORY: (_tr("History"), _tr("What you said and what became of it, until you delete it.")),
        Kept.RECORDINGS: (_tr("Recordings"), _tr("For as many days as is set under History.")),
        Kept.FILES: (
            _tr("Files"),
            _tr("The list and its transcripts, until you remove them, and the cache."),
        ),
        Kept.COPIES: (
            _tr("Dragged out"),
            _tr("Transcripts that you dragged into other programs, until you drag one after the next start."),
        ),
        Kept.MODELS: (_tr("Models"), _tr("Those that you got; nothing of yours is in them.")),
        Kept.LOG: (_tr("Log"), _tr("What Sayso did and what went wrong.")),
    }[kept]


def bytes_words(size: int) -> str:
    """What something takes on the disk: "12 kB", "145 MB"."""
    if size >= _MEGABYTE:
        return size_words(size)
    return _tr("%1 kB").replace("%1", QLocale().toString(-(-size // 1000)))


def amount_words(kept: Kept, amount: Amount) -> str:
    """How much there is: "412 dictations, 1 MB"."""
    if not amount.bytes and not amount.count:
        return _tr("Nothing.")
    size = bytes_words(amount.bytes)
    if kept in (Kept.SETTINGS, Kept.LOG):
        return size
    return _tr("%1, %2").replace("%1", _count_words(kept, amount.count)).replace("%2", size)


def _count_words(kept: Kept, count: int) -> str:
    one, many = {
        Kept.HISTORY: (_tr("1 dictation"), _tr("%1 dictations")),
        Kept.RECORDINGS: (_tr("1 recording"), _tr("%1 recordings")),
        Kept.FILES: (_tr("1 entry"), _tr("%1 entries")),
        Kept.MODELS: (_tr("1 model"), _tr("%1 models")),
    }.get(kept, (_tr("1 file"), _tr("%1 files")))
    return one if count == 1 else many.replace("%1", QLocale().toString(count))


def removal_words(kept: Kept) -> tuple[str, str]:
    """What the button that removes it says, and what is asked then."""
    delete = _tr("Delete")
    return {
        Kept.SETTINGS: (
            _tr("Set back"),
            _tr(
                "Set all settings back to what Sayso comes with? Your word lists and your own style go, too."
            ),
        ),
        Kept.HISTORY: (
            delete,
            _tr("Delete all dictations and their recordings? They cannot be brought back."),
        ),
        Kept.RECORDINGS: (
            delete,
            _tr("Delete all recordings? The texts stay, but cannot be heard or written down anew."),
        ),
        Kept.FILES: (
            delete,
            _tr(
                "Delete the transcripts of all files that are done, with your corrections, and the cache? "
                "Your files themselves stay."
            ),
        ),
        Kept.COPIES: (delete, _tr("Delete these copies? A program that only points at one loses it.")),
        Kept.MODELS: (
            delete,
            _tr("Delete all models but those that are set to be used? They can be got again."),
        ),
        Kept.LOG: (delete, _tr("Empty the log? When something goes wrong, it tells what.")),
    }[kept]


def removed_words(event: KeptRemoved) -> str:
    """What came of it."""
    if event.problem is not None:
        return told_problem(event.problem)
    if event.kept is Kept.SETTINGS:
        return _tr("Set back.")
    parts = [_tr("Nothing was there to be removed.")]
    if event.removed.count or event.removed.bytes:
        what = amount_words(event.kept, event.removed) if event.removed.count else ""
        parts = [_tr("Removed: %1.").replace("%1", what or bytes_words(event.removed.bytes))]
    if event.left.count and event.kept is not Kept.LOG:
        stays = _tr("In use, and kept: %1.").replace("%1", _count_words(event.kept, event.left.count))
        parts.append(stays)
    return " ".join(parts)


# --- connections ---


def purpose_words(purpose: Purpose) -> tuple[str, str]:
    """Name of a connection, and what is sent by it."""
    return {
        Purpose.CLEAN_UP: (
            _tr("Clean-up"),
            _tr("To Ollama, at each dictation that is cleaned up: your words and the rules of the style."),
        ),
        Purpose.MODELS: (
            _tr("Speech models"),
            _tr("To the hub, when you get a model: its name. Nothing of yours is sent."),
        ),
        Purpose.CUDA: (
            _tr("NVIDIA's library"),
            _tr("To the package index, when you get the library: its name. Nothing of yours is sent."),
        ),
        Purpose.UPDATES: (
            _tr("Newer versions"),
            _tr("Once a day, the request for the list of versions alone. Nothing of yours is sent."),
        ),
    }[purpose]


def leave_words(connection: Connection) -> tuple[str, str, str]:
    """What becomes of a connection, with its shape and that one's colour."""
    match connection.leave:
        case Leave.REFUSED:
            return _tr("Refused: this computer only."), "close", "muted"
        case Leave.OFF:
            return _tr("Off."), "close", "muted"
        case _ if connection.elsewhere:
            words = _tr("On: Ollama passes your words on to a computer elsewhere, where %1 runs.")
            return words.replace("%1", connection.elsewhere), "triangle", "live"
        case _ if connection.stays:
            return _tr("On, and stays on this computer."), "check", "done"
        case Leave.ASKED:
            return _tr("Only when you ask for it."), "info", "accent"
        case _:
            return _tr("On, and leaves this computer."), "triangle", "live"
