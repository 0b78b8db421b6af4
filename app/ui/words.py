"""What the windows say: sentences made of states, apart from any widget, so that they can be read and tested.

Everything here is a pure function of its arguments and of the language that Qt was told to speak.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from app.domain.history import Fate, HistoryEntry
from app.domain.problems import Action
from app.domain.settings import Apart, ComputeType, Device, HotkeyMode, InsertionWay, SpeechEngine
from app.services.view import CleanUpStage, Delivery, Phase, Readiness, ViewState
from app.ui import clean_up_words
from app.ui.directions import apart

QUIET_DBFS: Final = -55.0
LOUD_DBFS: Final = -12.0
"""Speech at an arm's length lies between these root-mean-square levels; the meter spans them."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)


def level_share(dbfs: float) -> float:
    """How much of the level ring is drawn, 0..1, for a level in dB relative to full scale."""
    return min(1.0, max(0.0, (dbfs - QUIET_DBFS) / (LOUD_DBFS - QUIET_DBFS)))


def state_words(state: ViewState) -> str:
    """The state line."""
    match state.phase:
        case Phase.OPENING:
            return _tr("Opening the microphone")
        case Phase.LISTENING:
            words = _tr("Listening")
        case Phase.WRITING:
            words = _tr("Writing it down")
        case Phase.ENHANCING:
            return clean_up_words.under_way(state.clean_up)
        case _:
            if state.clean_up.stage is CleanUpStage.WRITING:
                return clean_up_words.under_way(state.clean_up)
            idle = _idle_words(state.readiness)
            return idle + " · " + _tr("keys paused") if state.key_paused else idle
    if state.unfinished and state.phase is Phase.LISTENING:
        return words + " · " + _tr("%1 still being written").replace("%1", str(state.unfinished))
    return words


def _idle_words(readiness: Readiness) -> str:
    match readiness:
        case Readiness.LOADING:
            return _tr("Loading the model")
        case Readiness.TRYING:
            return _tr("Trying the graphics card")
        case Readiness.FAILED:
            return _tr("No speech model")
        case _:
            return _tr("Ready")


def key_line(state: ViewState) -> str:
    """What is written under the talk button."""
    key = chord_words(state.hotkey)
    is_open = state.phase in (Phase.OPENING, Phase.LISTENING)
    if state.key_paused and not is_open:
        return _tr("%1 is paused: click to speak").replace("%1", key)
    if not key or state.key_paused:
        return _tr("Click to finish") if is_open else _tr("Click to speak")
    if state.phase is Phase.ENHANCING:
        return _tr("Tap %1 and say nothing to take what you said").replace("%1", key)
    patterns = {
        HotkeyMode.HOLD: (_tr("Hold %1"), _tr("Let go of %1 to finish")),
        HotkeyMode.TOGGLE: (_tr("Press %1"), _tr("Press %1 to finish")),
        HotkeyMode.HYBRID: (_tr("Hold or tap %1"), _tr("Let go of %1, or tap it, to finish")),
    }
    idle, listening = patterns.get(HotkeyMode(state.hotkey_mode or "hybrid"), patterns[HotkeyMode.HYBRID])
    return (listening if is_open else idle).replace("%1", key)


def chord_words(label: str) -> str:
    """A chord by what the user's keyboard calls its keys: "Strg+Leertaste"."""
    return "+".join(QCoreApplication.translate("QShortcut", part) for part in label.split("+"))


def invitation(hotkey: str, mode: str) -> str:
    """The one thing to do while there is no text yet."""
    if not hotkey:
        return _tr("Click the round button and speak.")
    pattern = _tr("Press %1 anywhere and speak.") if mode == "toggle" else _tr("Hold %1 anywhere and speak.")
    return pattern.replace("%1", chord_words(hotkey))


def empty_words(state: ViewState) -> tuple[str, str]:
    """What the empty pane says: a heading and a hint, either may be empty."""
    match state.phase:
        case Phase.LISTENING:
            return _tr("Speak now."), ""
        case Phase.OPENING | Phase.WRITING | Phase.ENHANCING:
            return "", ""
        case _:
            return _idle_pane(state)


def _idle_pane(state: ViewState) -> tuple[str, str]:
    todo = invitation("" if state.key_paused else state.hotkey, state.hotkey_mode)
    if state.readiness is Readiness.FAILED:
        return _tr("No speech model can be used."), _tr("Choose another one above, or in Settings.")
    if state.delivery is not None and state.delivery.fate is Fate.NOTHING_HEARD:
        return _tr("Nothing was heard."), _tr("See that the right microphone is chosen above. %1").replace(
            "%1", todo
        )
    if state.readiness in (Readiness.LOADING, Readiness.TRYING):
        return todo, _tr("You can speak already. It is written down once the model is loaded.")
    if state.readiness is Readiness.UNLOADED:
        return todo, _tr("The model was not used for a while. It is loaded again while you speak.")
    return todo, _tr("Your words appear here, and where the cursor is.")


def mode_words(mode: HotkeyMode) -> tuple[str, str]:
    """Name and explanation of a hotkey mode."""
    return {
        HotkeyMode.HOLD: (_tr("Hold"), _tr("Speak while you hold the key; let go to finish.")),
        HotkeyMode.TOGGLE: (_tr("Tap"), _tr("Press once to begin, once more to finish.")),
        HotkeyMode.HYBRID: (
            _tr("Hold or tap"),
            _tr("Hold the key and let go to finish, or tap it to begin and tap again to finish."),
        ),
    }[mode]


def device_words(device: Device) -> tuple[str, str]:
    """Name and explanation of where a model computes."""
    return {
        Device.AUTO: (_tr("Automatic"), _tr("The graphics card where it works, otherwise the processor.")),
        Device.CPU: (_tr("Processor"), _tr("Works everywhere.")),
        Device.CUDA: (_tr("Graphics card (CUDA)"), _tr("The fastest way, on an NVIDIA graphics card.")),
    }[device]


def compute_words(compute: ComputeType) -> tuple[str, str]:
    """Name and explanation of a compute type."""
    names = {
        ComputeType.AUTO: _tr("Automatic"),
        ComputeType.FLOAT16: "float16",
        ComputeType.BFLOAT16: "bfloat16",
        ComputeType.FLOAT32: "float32",
    }
    hints = {
        ComputeType.AUTO: _tr("int8 on the processor, int8_float16 on the graphics card."),
        ComputeType.INT8: _tr("A quarter of the memory of float32; the fastest on a processor."),
        ComputeType.FLOAT16: _tr("Half the memory of float32; for graphics cards."),
        ComputeType.BFLOAT16: _tr("Half the memory of float32; for recent graphics cards and processors."),
        ComputeType.FLOAT32: _tr("The most memory and the slowest; the reference for accuracy."),
    }
    mixed = _tr("Weights in a quarter of the memory of float32, arithmetic in the type named last.")
    return names.get(compute, compute.value), hints.get(compute, mixed)


def engine_words(engine: SpeechEngine) -> tuple[str, str]:
    """Name and explanation of a speech engine."""
    return {
        SpeechEngine.FASTER_WHISPER: ("faster-whisper", _tr("The faster one, and the smaller in memory.")),
        SpeechEngine.OPENAI_WHISPER: (
            "OpenAI Whisper",
            _tr("On PyTorch: the way out where faster-whisper cannot use the graphics card."),
        ),
    }[engine]


def apart_words(apart: Apart) -> tuple[str, str]:
    """Name and explanation of whether the speech engine runs in a process of its own."""
    return {
        Apart.AUTO: (_tr("Automatic"), _tr("Where a graphics card computes, as its drivers may crash.")),
        Apart.ALWAYS: (_tr("Always"), _tr("A crash of the engine costs no dictation, and Sayso goes on.")),
        Apart.NEVER: (_tr("Never"), _tr("Takes the least memory.")),
    }[apart]


def way_words(way: InsertionWay) -> tuple[str, str]:
    """Name and explanation of a way to insert text."""
    return {
        InsertionWay.PASTE: (_tr("Paste"), _tr("At once, by way of the clipboard.")),
        InsertionWay.TYPE: (_tr("Type"), _tr("Key by key, for programs that refuse to paste; slower.")),
        InsertionWay.COPY: (_tr("Copy only"), _tr("Put the text on the clipboard and paste it yourself.")),
    }[way]


def action_words(action: Action) -> str:
    """What the button beside a notice says."""
    return {
        Action.OPEN_SETTINGS: _tr("Open settings"),
        Action.OPEN_MODELS: _tr("Open models"),
        Action.OPEN_PRIVACY: _tr("Open privacy"),
        Action.CHOOSE_MICROPHONE: _tr("Choose microphone"),
        Action.TRY_AGAIN: _tr("Try again"),
        Action.INSERT_AGAIN: _tr("Insert again"),
        Action.COPY: _tr("Copy"),
        Action.TRANSCRIBE_AGAIN: _tr("Transcribe again"),
        Action.RECOVER: _tr("Recover"),
        Action.SHOW_SUPPRESSED: _tr("Show it"),
        Action.ENHANCE_AGAIN: _tr("Enhance again"),
        Action.GET_WRITER: _tr("Get the model"),
        Action.HEAR_KEYS: _tr("Use the keys again"),
    }[action]


def fate_words(fate: Fate) -> str:
    """How a dictation ended."""
    return {
        Fate.WRITTEN: _tr("Written"),
        Fate.NOTHING_HEARD: _tr("Nothing heard"),
        Fate.FAILED: _tr("Could not be written"),
        Fate.INTERRUPTED: _tr("Interrupted"),
    }[fate]


def delivery_words(delivery: Delivery) -> str:
    """What was done with the last text: "Pasted into Firefox · 0.2 s"."""
    if delivery.fate is not Fate.WRITTEN:
        return fate_words(delivery.fate)
    if delivery.way is None:
        return _tr("Kept here: copy it or insert it again")
    into, plain = {
        InsertionWay.PASTE: (_tr("Pasted into %1"), _tr("Pasted")),
        InsertionWay.TYPE: (_tr("Typed into %1"), _tr("Typed")),
        InsertionWay.COPY: (_tr("Copied"), _tr("Copied")),
    }[delivery.way]
    done = into.replace("%1", delivery.target) if delivery.target else plain
    return done if delivery.wait is None else f"{done} · {seconds_words(delivery.wait)}"


def delivery_shape(delivery: Delivery) -> tuple[str, str]:
    """The icon and the colour that stand before those words."""
    match delivery.fate:
        case Fate.WRITTEN:
            return ("check", "done") if delivery.way is not None else ("info", "accent")
        case Fate.NOTHING_HEARD:
            return ("quiet", "muted")
        case _:
            return ("triangle", "live")


def headline(entry: HistoryEntry) -> str:
    """The first line of an entry in the list: its text on one line, or what became of it."""
    return " ".join(entry.text.split()) or fate_words(entry.fate)


def first_words(text: str, most: int) -> str:
    """`text` on one line and in at most `most` characters, cut behind a word where there is one."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > most // 2 else cut).rstrip() + "…"


def moment_words(begun: float, now: QDateTime, *, long: bool = False) -> str:
    """When a dictation began: "14:03" today, "Yesterday 14:03", else the date; `long` spells the date."""
    locale = QLocale()
    when = QDateTime.fromMSecsSinceEpoch(round(begun * 1000))
    time = locale.toString(when.time(), QLocale.FormatType.ShortFormat)
    if long:
        return f"{locale.toString(when.date(), QLocale.FormatType.LongFormat)}, {time}"
    days = when.date().daysTo(now.date())
    if days == 0:
        return _tr("Today") + " " + time
    if days == 1:
        return _tr("Yesterday") + " " + time
    return f"{locale.toString(when.date(), QLocale.FormatType.ShortFormat)} {time}"


def duration_words(seconds: float) -> str:
    """A length of speech: "8 s", "2 min 5 s"."""
    whole = round(seconds)
    if whole < 60:
        return _tr("%1 s").replace("%1", str(whole))
    minutes, rest = divmod(whole, 60)
    return _tr("%1 min %2 s").replace("%1", str(minutes)).replace("%2", str(rest))


def seconds_words(seconds: float) -> str:
    """A wait with its tenth: "0.4 s"."""
    return _tr("%1 s").replace("%1", QLocale().toString(seconds, "f", 1))


def size_words(size_bytes: int) -> str:
    """The size of a model: "145 MB"."""
    if size_bytes >= 1_000_000_000:
        return apart(f"{QLocale().toString(size_bytes / 1e9, 'f', 1)} GB")
    return apart(f"{round(size_bytes / 1e6)} MB")
