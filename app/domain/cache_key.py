"""What two transcriptions must have in common for the one to stand for the other.

Rules: every wish that the words, their times or their form depend on is in the key, and nothing else. Where
the file lies makes no other words. How many threads compute and how many pieces at once does now and then, as
the pieces of a batch share an encoder's window, but it makes none that anybody asked for. The sound is known
by the hash of the file, or by the fingerprint of what was decoded of it.

A key is a hash: it tells nothing of the words that the user expects, which are part of what is hashed.
"""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Any, Final

from app.domain.file_origin import Stamp
from app.domain.file_task import FileTask

WAY: Final = 2
"""Counts the ways in which Sayso makes a transcript of sound; raised with each that makes other words, so
that no transcript of an older way stands for one of a newer."""


def file_key(file_hash: str, task: FileTask, model: str) -> str:
    """For a file of these bytes. `model` tells the weights apart, also those under one name."""
    return _hashed("file", file_hash, _wishes(task, model) | {"track": task.choice.track})


def sound_key(fingerprint: str, task: FileTask, model: str) -> str:
    """For decoded sound: that of one track, wherever in a file it was."""
    return _hashed("sound", fingerprint, _wishes(task, model))


def wish_key(task: FileTask, model: str) -> str:
    """What is wanted of any sound: only among those of the same wish can there be the same transcript."""
    return _hashed("wish", "", _wishes(task, model))


def unfinished_key(stamp: Stamp, task: FileTask, model: str) -> str:
    """For what was transcribed of a file before it was stopped: its bytes are taken for the same while its
    stamp is, as a file is hashed only when all of it is wanted."""
    state = f"{stamp.size} {stamp.changed}"
    return _hashed("unfinished", state, _wishes(task, model) | {"track": task.choice.track})


def _wishes(task: FileTask, model: str) -> dict[str, Any]:
    speech, decoding = task.speech, task.decoding
    return {
        "way": WAY,
        "model": model,
        "engine": speech.engine.value,
        # Other arithmetic, other words, now and then.
        "device": speech.device.value,
        "compute_type": speech.compute_type.value,
        "flash_attention": speech.flash_attention,
        "channels": task.choice.channels.value,
        "by_piece": task.language_by_piece,
        "language": decoding.language,
        "beam_size": decoding.beam_size,
        "best_of": decoding.best_of,
        "temperatures": decoding.temperatures,
        "compression_ratio_threshold": decoding.compression_ratio_threshold,
        "log_probability_threshold": decoding.log_probability_threshold,
        "no_speech_threshold": decoding.no_speech_threshold,
        "voice_detection": decoding.voice_detection,
        "minimum_silence_ms": decoding.minimum_silence_ms,
        "word_times": decoding.word_times,
        "hints": decoding.hints,
    }


def _hashed(kind: str, sound: str, wishes: dict[str, Any]) -> str:
    text = json.dumps([kind, sound, wishes], sort_keys=True)
    return blake2b(text.encode(), digest_size=20).hexdigest()
