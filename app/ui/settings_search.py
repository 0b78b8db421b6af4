"""Finding a setting by what its user calls it: words of its title, its hint, its group, or others like them.

Every word that is typed must be found, in any order, at any place of a word, without regard to capitals and
accents. The other names are lists of their own, so that each language can have those that its people use.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.settings_rows import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_search", text)


def folded(text: str) -> str:
    """`text` without capitals and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each))


def is_found(query: str, text: str) -> bool:
    """Whether all words of `query` are in `text`; true of none."""
    whole = folded(text)
    return all(word in whole for word in folded(query).split())


def other_names(row: Row) -> str:
    """What else people call what `row` sets; empty where its own words say enough."""
    names = OTHER_NAMES.get(row.place.part, {}).get(row.place.field)
    return _tr(str(names)) if names else ""


OTHER_NAMES: Final = {
    "general": {
        "interface_language": QT_TRANSLATE_NOOP(
            "settings_search", "translation locale english deutsch german hebrew"
        ),
        "close_to_tray": QT_TRANSLATE_NOOP(
            "settings_search", "background quit exit minimise minimize notification area"
        ),
        "start_hidden": QT_TRANSLATE_NOOP("settings_search", "minimised minimized background tray window"),
        "overlay": QT_TRANSLATE_NOOP("settings_search", "overlay pill bar floating indicator hud level"),
        "start_with_system": QT_TRANSLATE_NOOP(
            "settings_search", "autostart startup boot login session launch automatically"
        ),
    },
    "microphone": {
        "device": QT_TRANSLATE_NOOP("settings_search", "input audio sound headset recording mic source"),
        "tail_seconds": QT_TRANSLATE_NOOP(
            "settings_search", "end cut off last word tail post-roll delay release"
        ),
        "pre_roll_seconds": QT_TRANSLATE_NOOP(
            "settings_search", "beginning start first word pre-roll preroll buffer"
        ),
        "start_sound": QT_TRANSLATE_NOOP("settings_search", "beep cue chime tone feedback"),
    },
    "speech": {
        "model": QT_TRANSLATE_NOOP(
            "settings_search", "whisper tiny base small medium large turbo distil accuracy recognition"
        ),
        "language": QT_TRANSLATE_NOOP("settings_search", "translate german french spanish detect automatic"),
        "hints": QT_TRANSLATE_NOOP(
            "settings_search", "vocabulary prompt names spelling dictionary jargon terms hotwords"
        ),
        "device": QT_TRANSLATE_NOOP(
            "settings_search", "gpu cpu cuda nvidia graphics card processor hardware"
        ),
        "compute_type": QT_TRANSLATE_NOOP(
            "settings_search",
            "quantisation quantization precision int8 float16 float32 bfloat16 gpu memory speed",
        ),
        "beam_size": QT_TRANSLATE_NOOP("settings_search", "accuracy search speed decoding"),
        "voice_detection": QT_TRANSLATE_NOOP("settings_search", "vad silence noise hallucination detector"),
        "engine": QT_TRANSLATE_NOOP(
            "settings_search", "openai whisper pytorch torch faster-whisper ctranslate2 backend"
        ),
        "apart": QT_TRANSLATE_NOOP("settings_search", "process crash isolation subprocess separate"),
        "flash_attention": QT_TRANSLATE_NOOP("settings_search", "gpu cuda speed graphics card"),
        "best_of": QT_TRANSLATE_NOOP("settings_search", "candidates sampling temperature fallback retries"),
        "threads": QT_TRANSLATE_NOOP("settings_search", "cpu cores processor speed"),
        "workers": QT_TRANSLATE_NOOP("settings_search", "parallel batch cores memory"),
        "compression_ratio_threshold": QT_TRANSLATE_NOOP(
            "settings_search", "repetition loop hallucination fallback gzip"
        ),
        "log_probability_threshold": QT_TRANSLATE_NOOP(
            "settings_search", "confidence doubt unsure fallback logprob"
        ),
        "minimum_silence_ms": QT_TRANSLATE_NOOP("settings_search", "vad pause gap voice detection"),
    },
    "models": {
        "idle_minutes": QT_TRANSLATE_NOOP("settings_search", "idle timeout free memory keep loaded unload"),
        "memory_megabytes": QT_TRANSLATE_NOOP("settings_search", "ram limit budget unload"),
        "card_megabytes": QT_TRANSLATE_NOOP("settings_search", "vram gpu cuda limit budget memory"),
    },
    "enhancement": {
        "enabled": QT_TRANSLATE_NOOP(
            "settings_search", "ai llm gpt language model grammar punctuation rewrite enhance ollama on off"
        ),
        "insert": QT_TRANSLATE_NOOP("settings_search", "raw text output result deliver"),
        "style": QT_TRANSLATE_NOOP("settings_search", "formal e-mail email list notes tone"),
        "model": QT_TRANSLATE_NOOP("settings_search", "llm mistral llama qwen gemma phi ollama ai gpt"),
        "host": QT_TRANSLATE_NOOP("settings_search", "server url port localhost remote network ollama"),
        "temperature": QT_TRANSLATE_NOOP("settings_search", "creativity randomness llm"),
        "keep_alive_minutes": QT_TRANSLATE_NOOP(
            "settings_search", "idle timeout unload memory keep alive ollama"
        ),
        "unload_at_exit": QT_TRANSLATE_NOOP("settings_search", "quit close memory ollama"),
        "pieces": QT_TRANSLATE_NOOP("settings_search", "streaming early sentences speed"),
        "yields_to_speech": QT_TRANSLATE_NOOP("settings_search", "priority cpu wait speed"),
        "always": QT_TRANSLATE_NOOP("settings_search", "rule per model never always skip automatic enhance"),
        "vocabulary": QT_TRANSLATE_NOOP("settings_search", "dictionary spelling names jargon words"),
        "own_style": QT_TRANSLATE_NOOP("settings_search", "prompt custom instruction"),
    },
    "hotkeys": {
        "talk": QT_TRANSLATE_NOOP("settings_search", "hotkey shortcut push to talk ptt keyboard binding"),
        "mode": QT_TRANSLATE_NOOP("settings_search", "hold toggle hybrid tap push to talk ptt"),
        "raw": QT_TRANSLATE_NOOP("settings_search", "hotkey shortcut verbatim without clean-up keyboard"),
        "cancel": QT_TRANSLATE_NOOP("settings_search", "hotkey shortcut escape abort stop discard keyboard"),
        "tap_ms": QT_TRANSLATE_NOOP("settings_search", "time hold toggle double press delay milliseconds"),
        "release_grace_ms": QT_TRANSLATE_NOOP(
            "settings_search", "bounce debounce chatter repeat delay milliseconds"
        ),
    },
    "tidy": {
        "fillers": QT_TRANSLATE_NOOP("settings_search", "um uh er hesitation"),
        "stutters": QT_TRANSLATE_NOOP("settings_search", "repeat double word"),
        "capitals": QT_TRANSLATE_NOOP("settings_search", "uppercase capitalise capitalize case spaces"),
        "spoken_punctuation": QT_TRANSLATE_NOOP(
            "settings_search", "dictate comma full stop period new line paragraph"
        ),
        "replacements": QT_TRANSLATE_NOOP(
            "settings_search", "snippets substitute text expansion correct autocorrect shortcut"
        ),
    },
    "insertion": {
        "way": QT_TRANSLATE_NOOP("settings_search", "paste type clipboard keystrokes output ctrl+v"),
        "trailing_space": QT_TRANSLATE_NOOP("settings_search", "blank gap space"),
        "restore_clipboard": QT_TRANSLATE_NOOP("settings_search", "copy copied clipboard restore"),
    },
    "files": {
        "model": QT_TRANSLATE_NOOP("settings_search", "whisper large turbo transcribe audio video accuracy"),
        "formats": QT_TRANSLATE_NOOP(
            "settings_search", "export output txt md srt vtt json csv docx word excel subtitles captions"
        ),
        "folder": QT_TRANSLATE_NOOP("settings_search", "output directory destination export path"),
        "watched_folder": QT_TRANSLATE_NOOP(
            "settings_search", "watch hot folder automatic directory inbox monitor import"
        ),
        "word_times": QT_TRANSLATE_NOOP("settings_search", "timestamps alignment karaoke word level"),
        "language_by_piece": QT_TRANSLATE_NOOP("settings_search", "multilingual bilingual mixed detect"),
        "batch": QT_TRANSLATE_NOOP("settings_search", "parallel speed memory gpu"),
        "cache_megabytes": QT_TRANSLATE_NOOP("settings_search", "cache storage disk limit again"),
        "subtitle_characters": QT_TRANSLATE_NOOP("settings_search", "captions srt vtt line length width"),
        "subtitle_lines": QT_TRANSLATE_NOOP("settings_search", "captions srt vtt rows"),
        "subtitle_speed": QT_TRANSLATE_NOOP("settings_search", "captions srt vtt cps duration"),
    },
    "history": {
        "audio_days": QT_TRANSLATE_NOOP(
            "settings_search", "retention delete recordings audio storage disk privacy"
        ),
        "text_days": QT_TRANSLATE_NOOP(
            "settings_search", "retention delete history texts dictations expire storage privacy"
        ),
    },
    "privacy": {
        "this_computer_only": QT_TRANSLATE_NOOP(
            "settings_search", "offline network internet firewall airplane local connection telemetry"
        ),
        "update_notice": QT_TRANSLATE_NOOP(
            "settings_search", "update upgrade new version release check automatic"
        ),
    },
}
"""By part and field. A translation may have quite other ones; order and number are free."""
