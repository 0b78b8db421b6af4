"""The guide's step of the clean-up: whether Ollama is there, how to get it, a small model, or without."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.guide import GuideStep
from app.domain.settings import Settings
from app.domain.writer_catalogue import RecommendedWriter
from app.domain.writing import same_model
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui import guide_words as words
from app.ui.act_row import ActRow
from app.ui.buttons import Button
from app.ui.controls import Choice, Remark, Tick, label
from app.ui.guide_step import StepBox
from app.ui.settings_words import installed_words
from app.ui.theme import Theme
from app.ui.writer_list import RecommendedEntry, WriterStatus

DOWNLOAD: Final = "https://ollama.com/download"


class CleanUpStep(StepBox):
    """A function of the settings and of what came of looking for Ollama."""

    settings_accepted = Signal(object)
    pull_requested = Signal(str)
    page_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(GuideStep.CLEAN_UP)
        self._theme = theme
        self._settings = Settings()
        self._found: WritersFound | None = None
        self._has_looked = False
        self._is_pulling = False
        self.wanted = Tick(theme, self.tr("Clean up what I say"))
        self.wanted.clicked.connect(self._want)
        self.status = WriterStatus(theme)
        self.download = Button(theme, self.tr("Get Ollama"), "download")
        self.download.setToolTip(DOWNLOAD)
        self.download.setAccessibleDescription(self.tr("Opens its page in the browser"))
        self.download.clicked.connect(lambda: self.page_wanted.emit(DOWNLOAD))
        self._way = ActRow(self.download)
        self.missing = Remark(theme)
        self.installed = label(self.tr("Language model:"), "hint", wrap=True)
        self.model = Choice(theme)
        self.model.setAccessibleName(self.tr("Language model"))
        self.model.activated.connect(lambda _: self._use(str(self.model.value)))
        self.small: RecommendedEntry | None = None
        self._add((self.wanted, self.status, self._way, self.installed, self.model, self.missing))
        self._tell()

    @property
    def first(self) -> QWidget:
        """Looking again, or what can be used."""
        return self.wanted

    @property
    def may_go_on(self) -> bool:
        """Once it is known whether there is an Ollama, or that it does not matter."""
        return self._has_looked or not self._settings.enhancement.enabled

    @property
    def next_words(self) -> str:
        return words.go_on_words(is_there=not self._is_missing, is_wanted=self._settings.enhancement.enabled)

    def going_on(self) -> None:
        """To go on without Ollama is to do without the clean-up."""
        if self._is_missing and self._settings.enhancement.enabled:
            self._want(False)

    def show_settings(self, settings: Settings) -> None:
        """Whether it is wanted, and the model that is set."""
        if settings != self._settings:
            self._settings = settings
            self._tell()

    def show_writers(self, found: WritersFound | WritersNotFound) -> None:
        """What came of looking."""
        self._found = found if isinstance(found, WritersFound) else None
        self._has_looked = True
        self.status.show_found(found)
        self._tell()

    def show_catalogue(self, writers: tuple[RecommendedWriter, ...]) -> None:
        """Of those that are recommended, the smallest is offered: it is here soonest."""
        if self.small is not None or not writers:
            return
        smallest = min(writers, key=lambda one: one.download_gb)
        self.small = RecommendedEntry(self._theme, smallest)
        self.small.get_wanted.connect(self._get)
        self.small.use_wanted.connect(self._use)
        self._column.insertWidget(self._column.count() - 1, self.small)
        order = [self.wanted, self.status.look, self.status.stop, self.download, self.model]
        for one, following in pairwise([*order, self.small.precision, self.small.act]):
            QWidget.setTabOrder(one, following)
        self._tell()

    def show_pull(self, pull: PullProgressed | PullEnded) -> None:
        """How far a language model has arrived."""
        self._is_pulling = isinstance(pull, PullProgressed)
        self.status.show_pull(pull)
        self._tell()

    # --- within ---

    @property
    def _is_missing(self) -> bool:
        return self._has_looked and self._found is None

    def _tell(self) -> None:
        enhancement, found = self._settings.enhancement, self._found
        self.wanted.setChecked(enhancement.enabled)
        self.status.setVisible(enhancement.enabled)
        self._way.setVisible(enhancement.enabled and self._is_missing)
        is_there = enhancement.enabled and found is not None
        names = [one.name for one in found.models] if found is not None else []
        self._offer(is_there=is_there)
        has_it = any(same_model(enhancement.model, name) for name in names)
        lacking = self.tr("%1 is set, and Ollama does not have it yet.").replace("%1", enhancement.model)
        self.missing.say(lacking if is_there and not has_it else "", "info", "accent")
        if self.small is not None:
            self.small.setVisible(is_there)
            self.small.show_place(names, enhancement.model, may_get=not self._is_pulling)
        self.may_go_on_changed.emit()

    def _offer(self, *, is_there: bool) -> None:
        models = self._found.models if self._found is not None and is_there else ()
        for each in (self.installed, self.model):
            each.setVisible(bool(models))
        self.model.clear()
        for one in models:
            self.model.add(one.name, installed_words(one))
        chosen = self._settings.enhancement.model
        at = next((at for at, one in enumerate(models) if same_model(one.name, chosen)), -1)
        self.model.setCurrentIndex(at)

    def _want(self, is_wanted: bool) -> None:
        enhancement = replace(self._settings.enhancement, enabled=is_wanted)
        self.settings_accepted.emit(replace(self._settings, enhancement=enhancement))

    def _use(self, model: str) -> None:
        enhancement = replace(self._settings.enhancement, model=model)
        self.settings_accepted.emit(replace(self._settings, enhancement=enhancement))

    def _get(self, model: str) -> None:
        """What is got here is to be used."""
        self.status.show_asked(model)
        self.pull_requested.emit(model)
        self._use(model)
