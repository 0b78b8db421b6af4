"""The rows that few ever need: what the speech engine is told beyond its model, and times of the keys."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.settings import MAX_BEAM_SIZE, Apart, SpeechEngine
from app.ui import words
from app.ui.controls import NumberBox
from app.ui.settings_group import Card
from app.ui.settings_rows import ChoiceRow, NumberRow, Option, Place, TickRow
from app.ui.theme import Theme


class AdvancedRows(QObject):
    """Two cards: the speech engine, and the keys."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = (
            Card(self.tr("Advanced · Speech"), (*self._engine(), *self._decoding())),
            Card(self.tr("Advanced · Keys"), self._keys()),
        )
        self._refused = ""
        self.show_engines(False)
        self.engine.choice.currentIndexChanged.connect(self._explain_engine)
        self.show_flash_attention(False, self.tr("Not known yet whether this computer can use it."))

    def show_engines(self, torch_is_there: bool) -> None:
        """Whether the engine on PyTorch can be used."""
        refused = (
            ""
            if torch_is_there
            else self.tr("OpenAI Whisper needs the extra “torch”, which is not installed.")
        )
        reasons = {SpeechEngine.OPENAI_WHISPER: refused}
        self.engine.offer(
            [Option(each, *words.engine_words(each), reasons.get(each, "")) for each in SpeechEngine]
        )
        self._refused = refused
        self._explain_engine()

    def show_flash_attention(self, is_offered: bool, sentence: str) -> None:
        """Whether flash attention can be used, and why not."""
        self.flash.refuse("" if is_offered else sentence)

    def _explain_engine(self) -> None:
        # Of the one that is chosen the hint says it already.
        is_chosen = self.engine.value is SpeechEngine.OPENAI_WHISPER
        self.engine.set_note("" if is_chosen else self._refused)

    def _engine(self) -> tuple[ChoiceRow, ChoiceRow, TickRow]:
        self.engine = ChoiceRow(
            self._theme,
            Place("speech", "engine"),
            self.tr("Speech engine"),
            [Option(each, *words.engine_words(each)) for each in SpeechEngine],
        )
        apart = ChoiceRow(
            self._theme,
            Place("speech", "apart"),
            self.tr("In a process of its own"),
            [Option(each, *words.apart_words(each)) for each in Apart],
        )
        self.flash = TickRow(
            self._theme,
            Place("speech", "flash_attention"),
            self.tr("Flash attention"),
            self.tr("Faster on newer graphics cards."),
        )
        return self.engine, apart, self.flash

    def _decoding(self) -> tuple[NumberRow, ...]:
        best = NumberRow(
            Place("speech", "best_of"),
            self.tr("Best of"),
            self.tr("So many tries are compared when a doubtful passage is decoded once more."),
            NumberBox(self._theme, (1, MAX_BEAM_SIZE, 1), 0, ""),
        )
        repeats = NumberRow(
            Place("speech", "compression_ratio_threshold"),
            self.tr("Compression-ratio threshold"),
            self.tr("A passage that repeats itself more than this is decoded once more."),
            NumberBox(self._theme, (1, 10, 0.1), 2, ""),
        )
        doubts = NumberRow(
            Place("speech", "log_probability_threshold"),
            self.tr("Log-probability threshold"),
            self.tr("A passage of which the model is less sure than this is decoded once more."),
            NumberBox(self._theme, (-10, 0, 0.1), 2, ""),
        )
        silence = NumberRow(
            Place("speech", "minimum_silence_ms"),
            self.tr("Shortest silence"),
            self.tr("Pauses shorter than this are left in."),
            NumberBox(self._theme, (50, 5000, 50), 0, self.tr(" ms")),
        )
        threads = NumberRow(
            Place("speech", "threads"),
            self.tr("Threads"),
            self.tr("Cores of the processor that one model computes on. 0 takes what suits it."),
            NumberBox(self._theme, (0, 256, 1), 0, ""),
        )
        workers = NumberRow(
            Place("speech", "workers"),
            self.tr("Workers"),
            self.tr("So many passages may be computed side by side; each takes memory of its own."),
            NumberBox(self._theme, (1, 16, 1), 0, ""),
        )
        return best, repeats, doubts, silence, threads, workers

    def _keys(self) -> tuple[NumberRow, ...]:
        tap = NumberRow(
            Place("hotkeys", "tap_ms"),
            self.tr("Longest tap"),
            self.tr("Let go within this time, the key counts as tapped and not as held."),
            NumberBox(self._theme, (100, 1000, 50), 0, self.tr(" ms")),
        )
        grace = NumberRow(
            Place("hotkeys", "release_grace_ms"),
            self.tr("Wait after release"),
            self.tr("A release counts only if no press follows within this time, as from a worn key."),
            NumberBox(self._theme, (0, 500, 10), 0, self.tr(" ms")),
        )
        return tap, grace
