"""A field that takes a chord by its keys being pressed.

The field shows the chord; pressed, it listens, and the next key that is not a modifier is taken with the
modifiers held. What cannot be a hotkey is told at once, in the words of `app.domain.keys`. Letters are
taken by what they write; on a keyboard that writes other letters than Latin ones, by where they are.
"""

from __future__ import annotations

import sys
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from app.domain.key_names import DIGITS, FUNCTION_KEYS, LETTERS
from app.domain.keys import Chord, KeyAction
from app.domain.problems import HotkeyInvalid
from app.ui.buttons import Button
from app.ui.controls import restyle
from app.ui.theme import Theme
from app.ui.told import told
from app.ui.words import chord_words

_KEY: Final = Qt.Key

_NAMED: Final[dict[int, str]] = {
    **{getattr(_KEY, f"Key_{letter.upper()}").value: letter for letter in LETTERS},
    **{getattr(_KEY, f"Key_{digit}").value: digit for digit in DIGITS},
    **{getattr(_KEY, f"Key_{name.upper()}").value: name for name in FUNCTION_KEYS},
    _KEY.Key_Space.value: "space",
    _KEY.Key_Tab.value: "tab",
    _KEY.Key_Backtab.value: "tab",
    _KEY.Key_Return.value: "enter",
    _KEY.Key_Enter.value: "numenter",
    _KEY.Key_Backspace.value: "backspace",
    _KEY.Key_Delete.value: "delete",
    _KEY.Key_Home.value: "home",
    _KEY.Key_End.value: "end",
    _KEY.Key_PageUp.value: "pageup",
    _KEY.Key_PageDown.value: "pagedown",
    _KEY.Key_Up.value: "up",
    _KEY.Key_Down.value: "down",
    _KEY.Key_Left.value: "left",
    _KEY.Key_Right.value: "right",
    _KEY.Key_Escape.value: "escape",
    _KEY.Key_Insert.value: "insert",
    _KEY.Key_Pause.value: "pause",
    _KEY.Key_ScrollLock.value: "scrolllock",
    _KEY.Key_Print.value: "print",
    _KEY.Key_Menu.value: "menu",
    _KEY.Key_CapsLock.value: "capslock",
    _KEY.Key_NumLock.value: "numlock",
    _KEY.Key_Minus.value: "minus",
    _KEY.Key_Equal.value: "equal",
    _KEY.Key_BracketLeft.value: "bracketleft",
    _KEY.Key_BracketRight.value: "bracketright",
    _KEY.Key_Backslash.value: "backslash",
    _KEY.Key_Semicolon.value: "semicolon",
    _KEY.Key_Apostrophe.value: "apostrophe",
    _KEY.Key_QuoteLeft.value: "grave",
    _KEY.Key_Comma.value: "comma",
    _KEY.Key_Period.value: "period",
    _KEY.Key_Slash.value: "slash",
    _KEY.Key_Less.value: "less",
    _KEY.Key_MediaTogglePlayPause.value: "playpause",
    _KEY.Key_MediaPlay.value: "playpause",
    _KEY.Key_MediaStop.value: "mediastop",
    _KEY.Key_MediaNext.value: "nexttrack",
    _KEY.Key_MediaPrevious.value: "previoustrack",
    _KEY.Key_VolumeMute.value: "mute",
    _KEY.Key_VolumeUp.value: "volumeup",
    _KEY.Key_VolumeDown.value: "volumedown",
}

_PLACES: Final = {
    **dict(zip(range(2, 14), (*"1234567890", "minus", "equal"), strict=True)),
    **dict(zip(range(16, 28), (*"qwertyuiop", "bracketleft", "bracketright"), strict=True)),
    **dict(zip(range(30, 42), (*"asdfghjkl", "semicolon", "apostrophe", "grave"), strict=True)),
    **dict(zip(range(43, 54), ("backslash", *"zxcvbnm", "comma", "period", "slash"), strict=True)),
    86: "less",
}
"""Keys by their scan code of the IBM PC, which Windows and the evdev of Linux share; X11 adds 8."""

_KEYPAD: Final = {
    **{digit: f"num{digit}" for digit in DIGITS},
    "minus": "numsubtract",
    "period": "numdecimal",
    "comma": "numdecimal",
    "slash": "numdivide",
}
_MODIFIERS: Final = frozenset(
    key.value
    for key in (
        _KEY.Key_Control,
        _KEY.Key_Shift,
        _KEY.Key_Alt,
        _KEY.Key_AltGr,
        _KEY.Key_Meta,
        _KEY.Key_Super_L,
        _KEY.Key_Super_R,
    )
)


def key_name(event: QKeyEvent, system: str = sys.platform) -> str:
    """Sayso's name of the key of `event`, or empty when it has none."""
    name = _NAMED.get(event.key(), "")
    if not name and system != "darwin":
        offset = 0 if system == "win32" else 8
        name = _PLACES.get(event.nativeScanCode() - offset, "")
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier and system != "darwin":
        if event.key() == _KEY.Key_Plus.value:
            return "numadd"
        if event.key() == _KEY.Key_Asterisk.value:
            return "nummultiply"
        name = _KEYPAD.get(name, name)
    return name


def chord_text(event: QKeyEvent, system: str = sys.platform) -> str:
    """The chord of `event` as `Chord.parse` reads it, or empty when its key has no name.
    On macOS, Qt calls Command "control" and Control "meta"."""
    name = key_name(event, system)
    if not name:
        return ""
    flag = Qt.KeyboardModifier
    control, meta = ("super", "ctrl") if system == "darwin" else ("ctrl", "super")
    held = [
        word
        for modifier, word in (
            (flag.ControlModifier, control),
            (flag.AltModifier, "alt"),
            (flag.ShiftModifier, "shift"),
            (flag.MetaModifier, meta),
        )
        if event.modifiers() & modifier
    ]
    return "+".join([*held, name])


class ChordField(Button):
    """Shows a chord; pressed, it takes the next one."""

    changed = Signal()
    refused = Signal(str)
    recording = Signal(bool)
    """True while it takes keys, so that the global hotkey can be let go meanwhile."""

    # Here and not in the constructor: Qt sends events while the base class is still being built.
    _is_recording = False

    def __init__(self, theme: Theme, action: KeyAction) -> None:
        super().__init__(theme, "")
        self._action = action
        self._chord = ""
        self.setMinimumWidth(160)
        self.clicked.connect(self._begin)

    @property
    def chord(self) -> str:
        """As `Chord.parse` reads it."""
        return self._chord

    def show_chord(self, chord: str) -> None:
        """Another one, as the settings have it."""
        self._chord = chord
        self._write()

    def _begin(self) -> None:
        if self._is_recording:
            return
        self._is_recording = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.recording.emit(True)
        self._write()

    def _end(self) -> None:
        if self._is_recording:
            self._is_recording = False
            self.recording.emit(False)
        self._write()

    def _write(self) -> None:
        try:
            shown = chord_words(Chord.parse(self._chord).label(sys.platform))
        except HotkeyInvalid:
            shown = self._chord
        self.setText(self.tr("Press the keys …") if self._is_recording else shown)
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        restyle(self)

    def event(self, event: QEvent) -> bool:
        # Tab, Escape and the window's shortcuts are chords like any other while it listens.
        if self._is_recording and isinstance(event, QKeyEvent):
            if event.type() is QKeyEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QKeyEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_recording:
            super().keyPressEvent(event)
            return
        event.accept()
        if event.key() in _MODIFIERS or event.isAutoRepeat():
            return
        self._take(chord_text(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._end()

    def _take(self, text: str) -> None:
        try:
            chord = str(Chord.parse(text, self._action)) if text else ""
        except HotkeyInvalid as problem:
            self._end()
            self.refused.emit(told(problem.sentence))
            return
        if not chord:
            self._end()
            self.refused.emit(self.tr("This key cannot be a hotkey."))
            return
        self._chord = chord
        self._end()
        self.changed.emit()
