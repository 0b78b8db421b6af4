"""The main window: a rail with the places there are, and the place itself.

It shows what it is told and says what the user wants; it decides nothing. Closing it is told (`closing`)
and hides it; whether Sayso goes on in the tray or ends is the business of whoever listens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from app.services.view import Phase, ViewState
from app.ui import late_pages
from app.ui.controls import margins
from app.ui.dictate_page import DictatePage
from app.ui.history_page import HistoryPage
from app.ui.late_place import LatePlace
from app.ui.places import Place
from app.ui.rail import Rail
from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.domain.devices import InputDevice
    from app.domain.model_budget import Held
    from app.domain.models import ModelState
    from app.domain.settings import Settings
    from app.domain.styles import Styles
    from app.domain.writer_catalogue import RecommendedWriter
    from app.services.bench_events import BenchEvent
    from app.services.style_preview import PreviewState
    from app.services.view_trial import TrialView
    from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
    from app.ui.bench_page import BenchPage
    from app.ui.files_page import FilesPage
    from app.ui.models_page import ModelsPage
    from app.ui.models_told import ModelsEvent
    from app.ui.settings_page import SettingsPage
    from app.ui.transcript_page import TranscriptPage

NARROW: Final = 600
"""Below this width the rail shows icons alone."""

UNSEEN_MS: Final = 1000
"""A window on another desktop is not painted; whoever waits for that goes on after so long."""


class MainWindow(QWidget):
    """All places of the window, and every wish of the user as a signal."""

    start_requested = Signal()
    stop_requested = Signal()
    cancel_requested = Signal()
    copy_requested = Signal()
    insert_again_requested = Signal()
    suppressed_wanted = Signal()
    stop_enhancing_requested = Signal()
    version_chosen = Signal(object)
    """The `Version` of the last text that is to be used."""
    enhance_requested = Signal(str)
    """The name of a style; empty is that of the settings."""
    notice_acted = Signal(object)
    notice_dismissed = Signal(str)
    history_searched = Signal(object)
    history_wanted = Signal(object)
    history_copy = Signal(int)
    history_insert = Signal(int)
    history_again = Signal(str, str)
    history_enhance = Signal(str, str)
    history_chosen = Signal(str, object)
    history_delete = Signal(object)
    history_bring_back = Signal()
    history_play = Signal(str, float)
    history_pause = Signal()
    settings_accepted = Signal(object)
    writers_wanted = Signal()
    pull_requested = Signal(str)
    pull_stopped = Signal()
    preview_requested = Signal(str, str)
    preview_stopped = Signal()
    chord_recording = Signal(bool)
    files_dropped = Signal(list)
    """The `Path`s of files and folders that were let go over another place than the files'."""
    quit_requested = Signal()
    closing = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._phase = Phase.IDLE
        self._begin: Callable[[], None] | None = None
        self.setWindowTitle("Sayso")
        self.setWindowIcon(theme.application_icon())
        self.setMinimumSize(420, 360)
        self.resize(760, 560)
        with theme.undressed():
            self._lay_out(theme)
        self._connect()
        self._add_shortcuts()
        self.open_place(Place.DICTATE)
        self.show_state(ViewState())
        # Nothing has the focus ring before the tab key is used.
        self.setFocus()

    def _lay_out(self, theme: Theme) -> None:
        self.dictate = DictatePage(theme)
        self._files = LatePlace(lambda: late_pages.files_page(theme))
        self._transcript = LatePlace(lambda: late_pages.transcript_page(theme))
        self.history = HistoryPage(theme)
        self._models = LatePlace(lambda: late_pages.models_page(theme))
        self._bench = LatePlace(lambda: late_pages.bench_page(theme))
        self._settings = LatePlace(lambda: late_pages.settings_page(theme))
        self.guide = LatePlace(lambda: late_pages.guide_page(theme))
        self.pages = QStackedWidget()
        for page in (
            self.dictate,
            self._files,
            self.history,
            self._models,
            self._settings,
            self._bench,
            self._transcript,
            self.guide,
        ):  # in the order of Place
            self.pages.addWidget(page)
        places = (
            ("mic", self.tr("Dictate")),
            ("files", self.tr("Files")),
            ("history", self.tr("History")),
            ("models", self.tr("Models")),
            ("settings", self.tr("Settings")),
        )
        self.rail = Rail(theme, places)
        self.rail.chosen.connect(self.open_place)
        row = QHBoxLayout(self)
        margins(row, 0, 0, 0, 0, 0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)

    # --- what is shown ---

    def show_state(self, state: ViewState) -> None:
        """Everything but the level is a function of this."""
        self._phase = state.phase
        self._escape.setEnabled(state.phase is not Phase.IDLE)
        self.dictate.show_state(state)
        self.history.show_state(state)
        self._settings.tell("state", lambda page: page.show_state(state))
        self.guide.tell("state", lambda page: page.show_state(state))

    def show_level(self, dbfs: float) -> None:
        """The level of the microphone, dB relative to full scale; may come 20 times a second."""
        self.dictate.show_level(dbfs)

    def show_devices(self, devices: tuple[InputDevice, ...]) -> None:
        """The microphones there are."""
        self.dictate.line.show_devices(devices)
        self._settings.tell("devices", lambda page: page.show_devices(devices))

    def show_models(self, models: tuple[ModelState, ...]) -> None:
        """The models of the catalogue; only those on this computer are offered."""
        self.dictate.line.show_models(models)
        self.history.show_models(models)
        self._settings.tell("models", lambda page: page.show_models(models))
        self._bench.tell("models", lambda page: page.show_models(models))

    def show_settings(self, settings: Settings) -> None:
        """The settings in force."""
        self.dictate.line.show_settings(settings)
        self.dictate.pane.show_style(settings.enhancement.style)
        self.history.show_style(settings.enhancement.style)
        self._models.tell("settings", lambda page: page.show_settings(settings))
        self._settings.tell("settings", lambda page: page.show_settings(settings))
        self._files.tell("settings", lambda page: page.show_settings(settings.files))
        self._transcript.tell("settings", lambda page: page.show_settings(settings.files))
        self.guide.tell("settings", lambda page: page.show_settings(settings))

    def show_styles(self, styles: Styles) -> None:
        """The ways to clean up a text."""
        self.dictate.pane.show_styles(styles)
        self.history.show_styles(styles)
        self._settings.tell("styles", lambda page: page.clean_up.show_styles(styles))

    def show_writers(self, found: WritersFound | WritersNotFound) -> None:
        """What came of looking for the language models."""
        self._settings.tell("writers", lambda page: page.clean_up.show_writers(found))

    def show_writer_catalogue(self, writers: tuple[RecommendedWriter, ...]) -> None:
        """The language models that are recommended."""
        self._settings.tell("catalogue", lambda page: page.clean_up.show_writer_catalogue(writers))

    def show_pull(self, pull: PullProgressed | PullEnded) -> None:
        """How far a language model has arrived."""
        self._settings.tell("pull", lambda page: page.clean_up.show_pull(pull))

    def show_preview(self, preview: PreviewState) -> None:
        """What came of trying a style."""
        self._settings.tell("preview", lambda page: page.clean_up.show_preview(preview))

    def show_models_event(self, event: ModelsEvent) -> None:
        """What is told of the speech models and of what they compute with."""
        # Whoever tells of it has these modules; the first paint is not to wait for them.
        from app.services.hardware_events import HardwareFound
        from app.ui.models_told import kind_of

        self._models.tell(kind_of(event), lambda page: page.show_event(event))
        if isinstance(event, HardwareFound):
            self._settings.tell("hardware", lambda page: page.show_hardware(event))

    def show_loaded(self, held: tuple[Held, ...], now: float) -> None:
        """The speech models in memory; `now` is the moment by their clock, in monotonic seconds."""
        since = QElapsedTimer()
        since.start()
        self._models.tell("held", lambda page: page.show_loaded(held, now + since.elapsed() / 1000))

    def show_trial(self, trial: TrialView) -> None:
        """How far the trial of a speech model is."""
        self._models.tell("trial", lambda page: page.show_trial(trial))

    def show_bench_event(self, event: BenchEvent) -> None:
        """What is told of benchmarks."""
        self._bench.tell(type(event).__name__, lambda page: page.show_event(event))

    def tell_files(self, what: str, act: Callable[[FilesPage], None]) -> None:
        """Do `act` with the page of the files, once there is one; the last of each `what`."""
        self._files.tell(what, act)

    def tell_transcript(self, what: str, act: Callable[[TranscriptPage], None]) -> None:
        """Do `act` with the page of a file's transcript, once there is one; the last of each `what`."""
        self._transcript.tell(what, act)

    def take_files(self) -> None:
        """Files may be dropped on any place from now on, and theirs is opened."""
        from app.ui.file_drops import FileDrops

        drops = FileDrops(self._theme, self)
        drops.dropped.connect(lambda _: self.open_files())
        drops.dropped.connect(self.files_dropped)
        drops.told.connect(self._say_of_files)

    def _say_of_files(self, sentence: str) -> None:
        if sentence:
            self.open_files()
        self.tell_files("told", lambda page: page.show_refusal(sentence))

    def on_bench(self, connect: Callable[[BenchPage], None]) -> None:
        """Once there is a page of the benchmarks, `connect` it with those who do what it wishes."""
        self._bench.tell("others", connect)

    def on_models(self, connect: Callable[[ModelsPage], None]) -> None:
        """Once there is a page of the models, `connect` it with those who do what it wishes."""
        self._models.tell("wishes", connect)

    def on_settings(self, connect: Callable[[SettingsPage], None], what: str = "others") -> None:
        """Once there is a page of the settings, tell it what stays as it is, and `connect` the rest; the last
        of each `what`."""
        self._settings.tell(what, connect)

    @property
    def shown_text(self) -> str:
        """The text that is looked at: what is to be copied or inserted again."""
        return self.dictate.pane.shown_text

    def show_first(self, begin: Callable[[], None]) -> None:
        """Show the window, and call `begin` once it is painted; after `UNSEEN_MS` where nobody sees it."""
        self._begin = begin
        QTimer.singleShot(UNSEEN_MS, self._begin_once)
        self.show()

    @property
    def settings(self) -> SettingsPage:
        """The page of the settings, made now where it was not needed before."""
        return self._settings.page

    @property
    def models(self) -> ModelsPage:
        """The page of the models, made now where it was not needed before."""
        return self._models.page

    # --- where the user is ---

    def open_place(self, place: int) -> None:
        """Go to one of `Place`."""
        self.pages.setCurrentIndex(place)
        self.rail.choose(Place(place).in_rail)

    def open_settings(self, field: str = "") -> None:
        """Go to the settings, to the row of `field` ("device", "model", "talk"…) when it is named."""
        self.open_place(Place.SETTINGS)
        if field:
            self.settings.focus_field(field)

    def open_models(self, model: str = "") -> None:
        """Go to the models, to the row of `model` when it is named."""
        self.open_place(Place.MODELS)
        if model:
            self.models.focus_model(model)

    def open_files(self) -> None:
        """Go to the files."""
        self.open_place(Place.FILES)

    def open_transcript(self) -> None:
        """Go to the transcript of a file, which is a part of their place."""
        self.open_place(Place.TRANSCRIPT)

    def open_benchmark(self) -> None:
        """Go to the benchmarks, which are a part of the models' place."""
        self.open_place(Place.BENCHMARK)

    def open_history(self) -> None:
        """Go to the history, ready to search."""
        self.open_place(Place.HISTORY)
        self.history.focus_search()

    # --- Qt's ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < NARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._begin:
            # After the pages, which are painted now, and their way to the screen.
            QTimer.singleShot(0, self._begin_once)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closing.emit()

    def _begin_once(self) -> None:
        begin, self._begin = self._begin, None
        if begin:
            begin()

    def _connect(self) -> None:
        page = self.dictate
        page.bar.start_requested.connect(self.start_requested)
        page.bar.stop_requested.connect(self.stop_requested)
        page.pane.cancel_requested.connect(self.cancel_requested)
        page.pane.copy_requested.connect(self.copy_requested)
        page.pane.insert_again_requested.connect(self.insert_again_requested)
        page.pane.suppressed_wanted.connect(self.suppressed_wanted)
        page.pane.stop_enhancing_requested.connect(self.stop_enhancing_requested)
        page.pane.version_chosen.connect(self.version_chosen)
        page.pane.enhance_requested.connect(self.enhance_requested)
        page.notices.acted.connect(self.notice_acted)
        page.notices.dismissed.connect(self.notice_dismissed)
        page.line.settings_accepted.connect(self.settings_accepted)
        page.line.settings_wanted.connect(self.open_settings)
        self.history.searched.connect(self.history_searched)
        self.history.wanted.connect(self.history_wanted)
        self.history.delete_requested.connect(self.history_delete)
        self.history.bring_back_requested.connect(self.history_bring_back)
        detail = self.history.detail
        detail.copy_requested.connect(self.history_copy)
        detail.insert_requested.connect(self.history_insert)
        detail.again_requested.connect(self.history_again)
        detail.enhance_requested.connect(self.history_enhance)
        detail.anew_chosen.connect(self.history_chosen)
        detail.play_requested.connect(self.history_play)
        detail.pause_requested.connect(self.history_pause)
        self._settings.tell("wishes", self._connect_settings)
        self._models.tell("ways", self._connect_models)
        self._bench.tell("ways", self._connect_bench)

    def _connect_models(self, page: ModelsPage) -> None:
        page.wishes.benchmark_wanted.connect(self.open_benchmark)

    def _connect_bench(self, page: BenchPage) -> None:
        page.back_wanted.connect(self.open_models)

    def _connect_settings(self, page: SettingsPage) -> None:
        page.accepted.connect(self.settings_accepted)
        page.chord_recording.connect(self.chord_recording)
        page.models_wanted.connect(self.open_models)
        page.guide_wanted.connect(lambda: self.open_place(Place.GUIDE))
        clean_up = page.clean_up
        clean_up.writers_wanted.connect(self.writers_wanted)
        clean_up.pull_requested.connect(self.pull_requested)
        clean_up.pull_stopped.connect(self.pull_stopped)
        clean_up.preview_requested.connect(self.preview_requested)
        clean_up.preview_stopped.connect(self.preview_stopped)

    def _add_shortcuts(self) -> None:
        for index in range(len(self.rail.buttons)):
            QShortcut(QKeySequence(f"Ctrl+{index + 1}"), self, lambda at=index: self.open_place(at))
        QShortcut(QKeySequence.StandardKey.Find, self, self.open_history)
        QShortcut(QKeySequence("Ctrl+,"), self, self.open_settings)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit_requested.emit)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.cancel_requested.emit)
