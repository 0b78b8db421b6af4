"""The cards of the settings about the clean-up: by a language model, its styles, and without one.

They hold the rows and everything that stands between them; what they are told comes from the page, and what
is wanted goes out as signals.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.enhancement_settings import MAX_TEMPERATURE, MAX_TERM, EnhancementSettings, InsertedText
from app.domain.models import ModelState
from app.domain.settings import Settings
from app.domain.styles import MAX_INSTRUCTION, Styles
from app.domain.tidy_settings import ARROW, MAX_REPLACEMENT, TidySettings
from app.domain.writer_catalogue import RecommendedWriter
from app.domain.writer_host import DEFAULT_HOST
from app.services.style_preview import PreviewState
from app.services.view import ViewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui.clean_up_rows import ENHANCEMENT, KeepRow, RulesRow, StyleRow
from app.ui.controls import NumberBox
from app.ui.settings_group import Card
from app.ui.settings_rows import ChoiceRow, NumberRow, Option, Place, TickRow
from app.ui.settings_text_rows import InstructionRow, LinesRow, TextRow
from app.ui.settings_words import insert_words
from app.ui.style_editor import OWN, StyleTrial, StyleViewer
from app.ui.theme import Theme
from app.ui.writer_list import WriterRow, WriterStatus

TIDY: Final = "tidy"


class CleanUpSettings(QObject):
    """Three cards."""

    writers_wanted = Signal()
    pull_requested = Signal(str)
    pull_stopped = Signal()
    preview_requested = Signal(str, str)
    preview_stopped = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cards = (
            Card(self.tr("Clean-up"), (*self._what(), *self._who(), *self._when())),
            Card(self.tr("Clean-up · Styles"), self._styles()),
            Card(self.tr("Clean-up · Without a language model"), self._tidying()),
        )
        self.model.followers.append(self.status)
        self.status.writers_wanted.connect(self.writers_wanted)
        self.status.pull_stopped.connect(self.pull_stopped)
        self.model.pull_requested.connect(self._pull)
        self.trial.preview_stopped.connect(self.preview_stopped)
        self.trial.preview_requested.connect(lambda text: self.preview_requested.emit(text, self.viewer.name))

    # --- what is shown ---

    def show_styles(self, styles: Styles) -> None:
        """All styles."""
        self.style.show_styles(styles)
        self.viewer.show_styles(styles)
        own = styles.find(OWN)
        self.own.set_offered(own is not None)
        self.own.box.setPlaceholderText(own.instruction if own is not None else "")
        self.trial.show_ready()

    def show_writers(self, found: WritersFound | WritersNotFound) -> None:
        """What came of looking for Ollama."""
        self.status.show_found(found)
        self.model.show_found(found)

    def show_writer_catalogue(self, writers: tuple[RecommendedWriter, ...]) -> None:
        """The language models that are recommended."""
        self.model.show_catalogue(writers)

    def show_pull(self, pull: PullProgressed | PullEnded) -> None:
        """How far a language model is."""
        self.status.show_pull(pull)
        self.model.show_pulling(isinstance(pull, PullProgressed))

    def show_preview(self, preview: PreviewState) -> None:
        """What came of trying a style."""
        self.trial.show_preview(preview)

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The speech models; a rule is offered for those on this computer."""
        self.rules.show_installed([model.name for model in models if model.path is not None])

    def show_settings(self, settings: Settings) -> None:
        """What is in force; the rows are told by the page."""
        self.rules.show_in_use(settings.speech.model)

    def show_state(self, state: ViewState) -> None:
        """Where the last clean-up was computed."""
        self.model.show_state(state)

    def show_unsaved(self, is_unsaved: bool) -> None:
        """Whether the clean-up has changes that are not saved."""
        self.trial.show_unsaved(is_unsaved)

    # --- the cards ---

    def _pull(self, model: str) -> None:
        self.status.show_asked(model)
        self.model.show_pulling(True)
        self.pull_requested.emit(model)

    def _what(self) -> tuple[QWidget, ...]:
        enabled = TickRow(
            self._theme,
            Place(ENHANCEMENT, "enabled"),
            self.tr("Clean up what I dictate"),
            self.tr(
                "A language model on this computer mends punctuation, grammar and slips of the tongue. "
                "Every text can be cleaned up by hand as well."
            ),
        )
        insert = ChoiceRow(
            self._theme,
            Place(ENHANCEMENT, "insert"),
            self.tr("Put at the cursor"),
            [Option(each, *insert_words(each)) for each in InsertedText],
        )
        self.style = StyleRow(self._theme, self.tr("Style"))
        return enabled, insert, self.style

    def _who(self) -> tuple[QWidget, ...]:
        self.status = WriterStatus(self._theme)
        self.model = WriterRow(self._theme, self.tr("Language model"))
        host = TextRow(
            self._theme,
            Place(ENHANCEMENT, "host"),
            self.tr("Address of Ollama"),
            self.tr("What you say goes there to be cleaned up, and nowhere else."),
            self.tr("Write it like %1.").replace("%1", DEFAULT_HOST),
        )
        temperature = NumberRow(
            Place(ENHANCEMENT, "temperature"),
            self.tr("Temperature"),
            self.tr("0 takes the likeliest word each time; more is livelier and strays further."),
            NumberBox(self._theme, (0, MAX_TEMPERATURE, 0.1), 2, ""),
        )
        unit = self.tr(" min")
        self.keep = KeepRow(self._theme, self.tr("Keep it loaded"), unit)
        unload = TickRow(
            self._theme,
            Place(ENHANCEMENT, "unload_at_exit"),
            self.tr("Free its memory when Sayso ends"),
            self.tr("Otherwise it stays loaded for as long as is set above."),
        )
        return self.status, self.model, self.model.others, host, temperature, self.keep, unload

    def _when(self) -> tuple[QWidget, ...]:
        pieces = TickRow(
            self._theme,
            Place(ENHANCEMENT, "pieces"),
            self.tr("Clean up while I speak"),
            self.tr("Finished sentences are done before you are, so that the wait at the end is short."),
        )
        yields = TickRow(
            self._theme,
            Place(ENHANCEMENT, "yields_to_speech"),
            self.tr("Let writing down go first"),
            self.tr(
                "Where the language model runs on the processor, it waits while what you say is written down."
            ),
        )
        self.rules = RulesRow(
            self._theme,
            self.tr("Clean up after the speech model"),
            self.tr("Automatic leaves the text of medium and larger ones as it is: they write well enough."),
        )
        vocabulary = LinesRow(
            self._theme,
            Place(ENHANCEMENT, "vocabulary"),
            self.tr("Names and terms"),
            self.tr("One on each line, spelled as it is to be written."),
            self._wrong_term,
        )
        return pieces, yields, self.rules, vocabulary

    def _styles(self) -> tuple[QWidget, ...]:
        self.viewer = StyleViewer(self._theme, self.tr("Look at"))
        self.own = InstructionRow(
            self._theme,
            Place(ENHANCEMENT, "own_style"),
            self.tr("Your own instruction"),
            self.tr("What the language model is told in the style of your own. Empty: as it came."),
            MAX_INSTRUCTION,
        )
        self.trial = StyleTrial(self._theme, self.tr("Try it on"))
        return self.viewer, self.own, self.trial

    def _tidying(self) -> tuple[QWidget, ...]:
        fillers = TickRow(
            self._theme,
            Place(TIDY, "fillers"),
            self.tr("Leave out “um” and “uh”"),
            self.tr("Sounds and words that only fill."),
        )
        stutters = TickRow(
            self._theme,
            Place(TIDY, "stutters"),
            self.tr("Leave out stutters"),
            self.tr("“the the meeting” becomes “the meeting”."),
        )
        capitals = TickRow(
            self._theme,
            Place(TIDY, "capitals"),
            self.tr("Begin sentences with a capital, and mend spaces"),
            self.tr("“it rains today .” becomes “It rains today.”"),
        )
        spoken = TickRow(
            self._theme,
            Place(TIDY, "spoken_punctuation"),
            self.tr("Write “comma” and “new line” as marks"),
            self.tr("Say them and the marks are written; the words themselves are then never."),
        )
        self.replacements = LinesRow(
            self._theme,
            Place(TIDY, "replacements"),
            self.tr("Replacements"),
            self.tr("One on each line: as said %1 as written. Whole words, in any case.").replace(
                "%1", ARROW
            ),
            self._wrong_replacement,
            self.tr("say so %1 Sayso").replace("%1", ARROW),
        )
        return fillers, stutters, capitals, spoken, self.replacements

    def _wrong_term(self, line: str) -> str:
        try:
            EnhancementSettings(vocabulary=(line,))
        except ValueError:
            return self.tr("at most %1 characters.").replace("%1", str(MAX_TERM))
        return ""

    def _wrong_replacement(self, line: str) -> str:
        try:
            TidySettings(replacements=(line,))
        except ValueError:
            if len(line) > MAX_REPLACEMENT:
                return self.tr("at most %1 characters.").replace("%1", str(MAX_REPLACEMENT))
            return self.tr("write it as “as said %1 as written”.").replace("%1", ARROW)
        return ""
