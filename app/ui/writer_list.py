"""The language models of the clean-up: what Ollama says of itself, which model is used, and getting another.

It shows what it is told (`show_found`, `show_pull`, `show_catalogue`) and says what is wanted; nothing is
remembered but what came last.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.writer_catalogue import RecommendedWriter, find_writer
from app.domain.writing import WriterModel, same_model
from app.services.view import ViewState
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui import settings_words as words
from app.ui.buttons import Button
from app.ui.clean_up_rows import ENHANCEMENT
from app.ui.controls import Choice, Outcome, Reflow, Remark, card, label, margins
from app.ui.progress_line import ProgressLine
from app.ui.settings_rows import ChoiceRow, Option, Place
from app.ui.text_box import TextField
from app.ui.theme import Theme
from app.ui.told import told_problem

TURN: Final = 300
"""Narrower than this a button stands below the words that it belongs to."""

SENTENCE_TURN: Final = 400
"""The same, where the words are a sentence."""


class WriterStatus(QWidget):
    """Whether Ollama is there, and how far a model has arrived."""

    writers_wanted = Signal()
    pull_stopped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = Remark(theme, "good")
        self.look = Button(theme, self.tr("Look again"), "again")
        self.look.setAccessibleName(self.tr("Look for Ollama again"))
        self.look.clicked.connect(self.ask)
        self.outcome = Outcome(theme, "good")
        self.pulled = label("", "good", wrap=True)
        self.bar = ProgressLine(theme)
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.setAccessibleName(self.tr("Stop getting the language model"))
        self.stop.clicked.connect(self.pull_stopped)
        self._lay_out()
        self.line.say(self.tr("Looking for Ollama …"), "info", "muted")

    def ask(self) -> None:
        """Look again."""
        self.line.say(self.tr("Looking for Ollama …"), "info", "muted")
        self.writers_wanted.emit()

    def show_found(self, found: WritersFound | WritersNotFound) -> None:
        """What came of looking."""
        if isinstance(found, WritersFound):
            self.line.say(words.found_words(found), "check", "done")
        else:
            self.line.say(words.not_found_words(found), "triangle", "live")

    def show_asked(self, model: str) -> None:
        """`model` has been asked for; nothing has arrived yet."""
        self.show_pull(PullProgressed(model, 0, 0))

    def show_pull(self, pull: PullProgressed | PullEnded) -> None:
        """How far it is, or how it ended."""
        is_going = isinstance(pull, PullProgressed)
        self.pull.setVisible(is_going)
        if isinstance(pull, PullProgressed):
            self.outcome.say("")
            sentence = words.pull_words(pull.model, pull.received, pull.total)
            self.pulled.setText(sentence)
            self.bar.setAccessibleName(sentence)
            self.bar.show_share(pull.received / pull.total if pull.total > 0 else 0.0)
        elif pull.is_there:
            self.outcome.say(self.tr("%1 is here now.").replace("%1", pull.model), "check", "done")
        elif pull.problem is not None:
            whole = told_problem(pull.problem)
            self.outcome.say(whole, "triangle", "live")
        else:
            self.outcome.say(self.tr("Stopped. What has arrived of %1 is kept.").replace("%1", pull.model))

    def _lay_out(self) -> None:
        top = Reflow(SENTENCE_TURN)
        top.row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        top.row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.pull = QWidget()
        below = QVBoxLayout(self.pull)
        margins(below, 0, 0, 0, 0, 4)
        row = QHBoxLayout()
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(self.pulled, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        below.addLayout(row)
        below.addWidget(self.bar)
        self.pull.hide()
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 8)
        for each in (top, self.pull, self.outcome):
            column.addWidget(each)


class RecommendedEntry(QWidget):
    """One model of the catalogue: what it is good for, what it costs, and the button to get or use it."""

    get_wanted = Signal(str)
    use_wanted = Signal(str)

    def __init__(self, theme: Theme, writer: RecommendedWriter) -> None:
        super().__init__()
        self.writer = writer
        self._installed: tuple[str, ...] = ()
        self._in_use, self._may_get = "", True
        self.precision = Choice(theme)
        self.precision.setAccessibleName(self.tr("Precision of %1").replace("%1", writer.title))
        self._sizes = _precisions(writer)
        for name, (quantisation, download) in self._sizes.items():
            self.precision.add(name, f"{quantisation} · {words.gigabytes_words(download)}")
        self.precision.currentIndexChanged.connect(lambda _: self._tell())
        self.act = Button(theme, "")
        self.act.clicked.connect(self._act)
        self._lay_out()
        self._tell()

    @property
    def name(self) -> str:
        """The model at the precision chosen."""
        return str(self.precision.value)

    def show_place(self, installed: Sequence[str], in_use: str, *, may_get: bool) -> None:
        """Which models are there, which one is used, and whether one can be got now."""
        self._installed, self._in_use, self._may_get = tuple(installed), in_use, may_get
        self._tell()

    def _is_here(self) -> bool:
        return any(same_model(self.name, each) for each in self._installed)

    def _tell(self) -> None:
        _, download = self._sizes[self.name]
        if same_model(self.name, self._in_use) and self._is_here():
            shown, can = self.tr("In use"), False
        elif self._is_here():
            shown, can = self.tr("Use"), True
        else:
            size = words.gigabytes_words(download)
            shown, can = self.tr("Get (%1)").replace("%1", size), self._may_get
        self.act.setText(shown)
        self.act.setAccessibleName(f"{shown}: {self.name}")
        self.act.setEnabled(can)
        self.act.updateGeometry()

    def _act(self) -> None:
        (self.use_wanted if self._is_here() else self.get_wanted).emit(self.name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margins(column, 0, 0, 0, 0, 4)
        column.addWidget(label(self.writer.title, "title", wrap=True))
        column.addWidget(label(words.cost_words(self.writer), "hint", wrap=True))
        row = QHBoxLayout()
        margins(row, 0, 4, 0, 0, 8)
        row.addWidget(self.precision, 1)
        row.addWidget(self.act)
        column.addLayout(row)
        self.precision.setVisible(len(self._sizes) > 1)
        if len(self._sizes) == 1:
            row.addStretch(1)


class WriterRow(ChoiceRow):
    """The language model: of those installed, of those recommended, or by any name.

    `others` is the list behind the button "Other models"; it stands below the row, as wide as the section.
    """

    pull_requested = Signal(str)

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, Place(ENHANCEMENT, "model"), title)
        self._theme = theme
        self._found: WritersFound | None = None
        self._catalogue: tuple[RecommendedWriter, ...] = ()
        self._shares: dict[str, float] = {}
        self._is_pulling, self._is_open = False, False
        self.elsewhere = Remark(theme)
        self.missing = Remark(theme)
        self.computes = Remark(theme)
        self.get = Button(theme, "")
        self.get.clicked.connect(lambda: self.pull_requested.emit(str(self.value)))
        self.more = Button(theme, self.tr("Other models"), kind="plain")
        self.more.has_chevron = True
        self.more.clicked.connect(self._toggle)
        self.entries: tuple[RecommendedEntry, ...] = ()
        self.others = self._make_others()
        for remark in (self.elsewhere, self.missing, self.computes):
            self.add_below(remark)
        acts = Reflow(TURN)
        for act in (self.get, self.more):
            # A column would make it as wide as itself.
            acts.row.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        acts.row.addStretch(1)
        self.add_below(acts)
        self.get.hide()
        self.others.hide()
        self.choice.currentIndexChanged.connect(lambda _: self._tell())

    def show_catalogue(self, writers: Sequence[RecommendedWriter]) -> None:
        """The recommended ones."""
        if tuple(writers) == self._catalogue:
            return
        self._catalogue = tuple(writers)
        for entry in self.entries:
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = tuple(RecommendedEntry(self._theme, writer) for writer in self._catalogue)
        for entry in self.entries:
            entry.get_wanted.connect(self.pull_requested)
            entry.use_wanted.connect(self.choose)
            self._list.addWidget(entry)
            # Words that are dressed only when they are shown take their height from another font before.
            for each in entry.findChildren(QWidget):
                each.ensurePolished()
        # What is added later comes last to the tab key, wherever it stands.
        controls = [control for entry in self.entries for control in (entry.precision, entry.act)]
        for one, following in pairwise([self.more, *controls, self.typed]):
            QWidget.setTabOrder(one, following)
        self._tell()

    def show_found(self, found: WritersFound | WritersNotFound) -> None:
        """Those installed, and where the loaded ones compute."""
        self._found = found if isinstance(found, WritersFound) else None
        running = self._found.running if self._found is not None else ()
        self._shares = {one.name: one.gpu_share for one in running if one.gpu_share is not None}
        self._offer(self.value)

    def show_pulling(self, is_pulling: bool) -> None:
        """While one is being got, no other can be."""
        self._is_pulling = is_pulling
        self._tell()

    def show_state(self, state: ViewState) -> None:
        """Where the last clean-up was computed."""
        seen = state.clean_up
        if seen.writer and seen.gpu_share is not None and self._share(seen.writer) != seen.gpu_share:
            self._shares[seen.writer] = seen.gpu_share
            self._tell()

    def show_value(self, value: object) -> None:
        self._offer(value)
        super().show_value(value)
        self._tell()

    def choose(self, name: str) -> None:
        """Use this one, whether it is there or not."""
        name = name.strip()
        if name:
            self._offer(name)
            self.choice.choose(name)

    def _share(self, name: str) -> float | None:
        return next((share for each, share in self._shares.items() if same_model(each, name)), None)

    def _offer(self, chosen: object) -> None:
        found = self._found.models if self._found is not None else ()
        self.offer(
            [
                Option(_spelled(model, chosen), words.installed_words(model), words.installed_hint(model))
                for model in found
            ]
        )
        self._tell()

    def _tell(self) -> None:
        name = str(self.value or "")
        self.elsewhere.say(words.elsewhere_words(name), "triangle", "live")
        installed = [model.name for model in self._found.models] if self._found is not None else []
        is_here = any(same_model(name, each) for each in installed)
        is_missing = bool(name) and self._found is not None and not is_here
        self.missing.say(self.tr("Ollama does not have this model yet.") if is_missing else "")
        self.get.setVisible(is_missing)
        self.get.setEnabled(not self._is_pulling)
        self.get.setText(self._get_words(name))
        self.get.setAccessibleName(f"{self.get.text()}: {name}")
        share = self._share(name)
        if share is None:
            self.computes.say("")
        else:
            shape, colour = ("check", "done") if share >= 1 else ("triangle", "live")
            self.computes.say(words.computes_words(share), shape, colour)
        for entry in self.entries:
            entry.show_place(installed, name, may_get=self._found is not None and not self._is_pulling)

    def _get_words(self, name: str) -> str:
        writer = find_writer(self._catalogue, name)
        if writer is None:
            return self.tr("Get it")
        sizes = _precisions(writer)
        size = next(size for each, (_, size) in sizes.items() if same_model(each, name))
        return self.tr("Get it (%1)").replace("%1", words.gigabytes_words(size))

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self._follow()
        self.more.setAccessibleDescription(self.tr("Open") if self._is_open else self.tr("Closed"))

    def _follow(self) -> None:
        super()._follow()
        self.others.setVisible(self.is_in_view and self._is_open)

    def _use_typed(self) -> None:
        self.choose(self.typed.text())
        self.typed.clear()

    def _make_others(self) -> QWidget:
        others = card()
        column = QVBoxLayout(others)
        margins(column, 12, 12, 12, 12, 16)
        self._list = QVBoxLayout()
        margins(self._list, 0, 0, 0, 0, 16)
        column.addLayout(self._list)
        self.typed = TextField(self._theme)
        self.typed.setPlaceholderText(self.tr("Any other, such as qwen3:4b"))
        self.typed.setAccessibleName(self.tr("Name of another language model"))
        self.typed.returnPressed.connect(self._use_typed)
        self.use = Button(self._theme, self.tr("Use"))
        self.use.setAccessibleName(self.tr("Use the model of that name"))
        self.use.setEnabled(False)
        self.typed.textChanged.connect(lambda text: self.use.setEnabled(bool(text.strip())))
        self.use.clicked.connect(self._use_typed)
        row = QHBoxLayout()
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(self.typed, 1)
        row.addWidget(self.use)
        column.addLayout(row)
        return others


def _spelled(model: WriterModel, chosen: object) -> str:
    """The model's name as the settings spell it, where they mean it."""
    return str(chosen) if isinstance(chosen, str) and same_model(chosen, model.name) else model.name


def _precisions(writer: RecommendedWriter) -> dict[str, tuple[str, float]]:
    """Each name of it: quantisation, and what has to be got, in GB."""
    variants = {each.name: (each.quantisation, each.download_gb) for each in writer.variants}
    return {writer.name: (writer.quantisation, writer.download_gb)} | variants
