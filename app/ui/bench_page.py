"""The benchmark's page: begin one, see how far it is, read what it found, and those of before.

It shows what it is told (`show_event`, `show_models`) and says what the user wants by signals; it decides
nothing. What is measured is done by another process, so that the window goes on meanwhile.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.bench import BenchTable, BenchWish, ModelResult
from app.domain.models import ModelState
from app.services.bench_events import BenchEnded, BenchesFound, BenchEvent, BenchExported, BenchProgressed
from app.ui import bench_words as words
from app.ui.bench_plot import BenchPlot
from app.ui.bench_table import FigureRow, FigureTable
from app.ui.buttons import Button
from app.ui.controls import Choice, Outcome, Reflow, Tick, card, label, margins
from app.ui.progress_line import ProgressLine
from app.ui.theme import Theme
from app.ui.told import told, told_problem

WIDEST: Final = 860
"""Of the cards: longer lines are hard to read."""

TURN: Final = 520
FILE_NAME: Final = "sayso-benchmark.json"


class BenchPage(QWidget):
    """A card to begin, one for what is going on, and one for a result."""

    run_requested = Signal(object)
    """The BenchWish."""
    stop_requested = Signal()
    export_requested = Signal(object, object)
    """A file's Path, and the BenchTable that is to be written there."""
    back_wanted = Signal()
    tables_wanted = Signal()
    """It has come into view: those of before are wanted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._tables: tuple[BenchTable, ...] | None = None
        self._shown: BenchTable | None = None
        self._here: tuple[str, ...] = ()
        self.is_running = False
        self.back = Button(theme, self.tr("Models"), "back")
        self.back.clicked.connect(self.back_wanted)
        self.back.setAccessibleName(self.tr("Back to the models"))
        self.empty = label(self.tr("Nothing measured yet."), "hero", wrap=True)
        self.models = Choice(theme)
        self.models.setAccessibleName(self.tr("Models to measure"))
        self.clean_up = Tick(theme, self.tr("Measure the clean-up, too"))
        self.clean_up.setChecked(True)
        self.measure = Button(theme, self.tr("Measure this computer"), kind="primary", widest=360)
        self.measure.clicked.connect(self._measure)
        self.outcome = Outcome(theme, "good")
        self.doing = label("", wrap=True)
        self.bar = ProgressLine(theme)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.stop = Button(theme, self.tr("Stop"), "stop")
        self.stop.clicked.connect(self.stop_requested)
        self.so_far = FigureTable(theme, self.tr("What is measured so far"))
        self.runs = Choice(theme)
        self.runs.setAccessibleName(self.tr("Measured when"))
        self.runs.currentIndexChanged.connect(lambda _: self._choose())
        self.save = Button(theme, self.tr("Save as JSON …"))
        self.save.clicked.connect(self._ask_file)
        self.head = label("", "hint", wrap=True)
        self.table = FigureTable(theme, self.tr("The speech models"))
        self.ways = label("", "hint", wrap=True)
        self.clean_up_table = FigureTable(theme, self.tr("The clean-up"))
        self.plot = BenchPlot(theme)
        self.notes = label("", "hint", wrap=True)
        self.show_models(())
        self._lay_out()
        self._arrange()

    # --- what is shown ---

    def show_event(self, event: BenchEvent) -> None:
        """What is told of benchmarks."""
        match event:
            case BenchesFound(tables):
                self.show_tables(tables)
            case BenchProgressed():
                self.show_progress(event)
            case BenchEnded():
                self.show_end(event)
            case BenchExported():
                self._show_exported(event)

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models of the catalogue; those on this computer can be measured."""
        here = tuple(model.name for model in models if model.path is not None)
        if here == self._here and self.models.count():
            return
        chosen = self.models.value
        self._here = here
        self.models.clear()
        self.models.add((), self.tr("Models up to small"))
        if here:
            self.models.add(here, self.tr("All models on this computer"))
        for name in here:
            self.models.add((name,), name)
        self.models.setCurrentIndex(max(0, self.models.findData(chosen)))

    def show_tables(self, tables: tuple[BenchTable, ...]) -> None:
        """Those of before, the newest first; the chosen one stays chosen."""
        self._tables = tables
        kept = next((one for one in tables if self._shown and one.begun == self._shown.begun), None)
        self._offer(tables, kept or (tables[0] if tables else None))

    def show_table(self, table: BenchTable) -> None:
        """What one of them found."""
        self._shown = table
        self.head.setText(words.head_words(table))
        has_card = any(one.card_mb is not None for one in table.models)
        self._fill(self.table, table.models, table.speech.seconds, has_card=has_card)
        self.ways.setText(words.ways_words(table))
        self.ways.setVisible(bool(self.ways.text()))
        if (clean_up := table.clean_up) is not None:
            cells = words.clean_up_cells(clean_up) if clean_up.is_measured else ()
            row = FigureRow(clean_up.model, cells, told(clean_up.problem))
            self.clean_up_table.show_rows(self.tr("Clean-up"), words.clean_up_titles(), (row,))
        self.clean_up_table.setVisible(clean_up is not None)
        self.plot.show_table(table)
        self.notes.setText("\n\n".join((words.plan_words(table), *words.notes(table))))
        self._arrange()

    def show_progress(self, event: BenchProgressed) -> None:
        """How far it is, and what is measured so far."""
        if not self.is_running:
            self.is_running = True
            self.outcome.say("")
        progress = event.progress
        self.bar.show_share(progress.share)
        self.doing.setText(words.step_words(progress))
        self._fill(self.so_far, event.models, None, has_card=False)
        self.so_far.setVisible(bool(event.models))
        self._arrange()

    def show_end(self, event: BenchEnded) -> None:
        """It is over."""
        self.is_running = False
        if event.problem is not None:
            self.outcome.say(told_problem(event.problem), "triangle", "live")
        elif event.table is None:
            self.outcome.say(self.tr("Stopped. Nothing of it is kept."))
        else:
            self.outcome.say(self.tr("Measured, and kept with the others."), "check", "done")
            others = (one for one in self._tables or () if one.begun != event.table.begun)
            self._tables = (event.table, *others)
            self._offer(self._tables, event.table)
        self._arrange()

    # --- Qt's ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.tables_wanted.emit()

    # --- within ---

    def _fill(
        self, table: FigureTable, models: tuple[ModelResult, ...], speech_s: float | None, *, has_card: bool
    ) -> None:
        rows = [
            FigureRow(
                one.model,
                words.model_cells(one, speech_s, has_card) if one.is_measured else (),
                told(one.problem),
            )
            for one in models
        ]
        table.show_rows(self.tr("Model"), words.model_titles(has_card), rows)

    def _offer(self, tables: tuple[BenchTable, ...], chosen: BenchTable | None) -> None:
        now = QDateTime.currentDateTime()
        self.runs.blockSignals(True)
        self.runs.clear()
        for one in tables:
            self.runs.add(one.begun, words.run_words(one, now))
        if chosen is not None:
            self.runs.choose(chosen.begun)
        self.runs.blockSignals(False)
        if chosen is None:
            self._shown = None
            self._arrange()
        elif chosen != self._shown:
            self.show_table(chosen)

    def _choose(self) -> None:
        chosen = next((one for one in self._tables or () if one.begun == self.runs.value), None)
        if chosen is not None:
            self.show_table(chosen)

    def _measure(self) -> None:
        chosen = self.models.value
        names = tuple(map(str, chosen)) if isinstance(chosen, (tuple, list)) else ()
        self.run_requested.emit(BenchWish(names, self.clean_up.isChecked()))

    def _ask_file(self) -> None:
        table = self._shown
        if table is None:
            return
        dialog = QFileDialog(
            self, self.tr("Save the benchmark"), str(Path.home() / FILE_NAME), "JSON (*.json)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export_requested.emit(Path(name), table))
        dialog.open()

    def _show_exported(self, event: BenchExported) -> None:
        if event.problem is not None:
            self.outcome.say(told_problem(event.problem), "triangle", "live")
        else:
            self.outcome.say(self.tr("Saved as %1.").replace("%1", str(event.path)), "check", "done")

    def _arrange(self) -> None:
        self.empty.setVisible(self._shown is None and not self.is_running)
        self._progress.setVisible(self.is_running)
        for each in (self.models, self.measure, self.clean_up):
            each.setEnabled(not self.is_running)
        self._result.setVisible(self._shown is not None)

    def _lay_out(self) -> None:
        page, sheet = QWidget(), QWidget()
        sheet.setMaximumWidth(WIDEST)
        whole = QHBoxLayout(page)
        margins(whole, 16, 12, 12, 16, 0)
        whole.addWidget(sheet, 1)
        whole.addStretch()
        column = QVBoxLayout(sheet)
        margins(column, 0, 0, 0, 0, 12)
        for each in (self._lay_out_begin(), self._lay_out_progress(), self._lay_out_result()):
            column.addWidget(each)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidget(page)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box = QVBoxLayout(self)
        margins(box, 0, 0, 0, 0, 0)
        box.addWidget(self.area)

    def _lay_out_begin(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        margins(column, 16, 12, 16, 16, 8)
        top = QHBoxLayout()
        margins(top, 0, 0, 0, 0, 8)
        top.addWidget(label(self.tr("Benchmark"), "title"), 1)
        top.addWidget(self.back)
        column.addLayout(top)
        column.addWidget(self.empty)
        told = self.tr(
            "How fast and how well the speech models and the clean-up do on this computer. It takes some"
            " minutes and all of the processor. What else the computer does meanwhile makes the figures"
            " worse."
        )
        column.addWidget(label(told, "hint", wrap=True))
        self._begin = Reflow(TURN)
        self._begin.row.addWidget(self.models, 1)
        self._begin.row.addWidget(self.measure, 0)
        column.addWidget(self._begin)
        column.addWidget(self.clean_up)
        column.addWidget(self.outcome)
        return frame

    def _lay_out_progress(self) -> QWidget:
        self._progress = card()
        column = QVBoxLayout(self._progress)
        margins(column, 16, 12, 16, 16, 8)
        row = QHBoxLayout()
        margins(row, 0, 0, 0, 0, 8)
        row.addWidget(self.doing, 1)
        row.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.bar)
        column.addWidget(self.so_far)
        return self._progress

    def _lay_out_result(self) -> QWidget:
        self._result = card()
        column = QVBoxLayout(self._result)
        margins(column, 16, 12, 16, 16, 12)
        choose = Reflow(TURN)
        choose.row.addWidget(self.runs, 1)
        choose.row.addWidget(self.save, 0)
        for each in (choose, self.head, self.table, self.ways, self.clean_up_table, self.plot, self.notes):
            column.addWidget(each)
        return self._result
