"""Who hears what the guide of the first start wants, and what it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.adapters.style_file import bundled_writers
from app.domain import model_choices as choices
from app.domain.dictation_events import StartRequested, StopRequested
from app.domain.guide import (
    Guide,
    GuideClosed,
    GuideSeen,
    GuideStep,
    StepChosen,
    StepPassed,
    StepPutOff,
    kept_guide,
    kept_words,
)
from app.domain.model_budget import settings_for
from app.domain.permissions import PermissionFacts
from app.domain.recommendation import Recommendation, settings_of
from app.domain.settings import Settings
from app.services import events
from app.services.guide import GuideHands, GuideService
from app.services.guide_view import GuideView, MicrophoneCheckView
from app.services.hotkeys import HotkeysChosen
from app.services.settings_controller import part
from app.services.writing_events import PullEnded, PullProgressed, WritersFound, WritersNotFound
from app.ui.models_told import ModelsEvent, ModelWishes, kind_of
from app.ui.places import Place
from app.wiring.program import Program, do

if TYPE_CHECKING:
    from app.ui.guide_page import GuidePage


def wire_guide(program: Program) -> None:
    """The guide, its place in the window, and everybody that it hears of."""
    place, current = program.face.window.guide, program.settings.current.general

    def show(view: GuideView) -> None:
        place.tell("view", lambda page: page.show_view(view))

    hands = GuideHands(
        keep=partial(_keep, program),
        finish=partial(_finish, program),
        try_key=program.hotkeys.try_out,
        look=partial(_look, program),
        drop_check=program.guide.check.drop,
        make_way=program.guide.check.make_way,
    )
    guide = GuideService(kept_guide(current.guide_steps), hands, show)
    _follow_facts(program, guide)
    _tell_page(program)
    place.tell("others", partial(_wire_page, program, guide))
    if not current.guide_done:
        # From now on it goes on where it was, and this home is not an old one without settings.
        program.settings.keep()


# --- what it hears of ---


def _follow_facts(program: Program, guide: GuideService) -> None:
    """What its steps are passed by."""
    on, controller = program.dispatcher.on, program.controller
    on(MicrophoneCheckView, guide.checked)
    on(PermissionFacts, guide.permissions_found)
    on(events.TalkKeyHeld, guide.talk_key)
    on(events.Noticed, guide.noticed)
    on(HotkeysChosen, guide.backend_chosen)
    program.settings.follow(part(lambda s: s.hotkeys, guide.keys_changed))
    program.dispatcher.afterwards(
        lambda: guide.followed(controller.dictations, controller.last, program.notices.all)
    )


def _tell_page(program: Program) -> None:
    """What its page shows besides."""
    on, place = program.dispatcher.on, program.face.window.guide

    def tell(what: str, act: Callable[[GuidePage], None]) -> None:
        place.tell(what, act)

    on(events.LevelHeard, lambda e: place.page.show_level(e.dbfs) if place.is_made else None)
    on(events.DevicesFound, lambda e: tell("devices", lambda page: page.show_devices(e.devices)))
    for kind in get_args(ModelsEvent):
        on(kind, lambda e: tell(kind_of(e), lambda page: page.show_models_event(e)))

    def found(event: WritersFound | WritersNotFound) -> None:
        tell("writers", lambda page: page.show_writers(event))

    def pulled(event: PullProgressed | PullEnded) -> None:
        tell("pull", lambda page: page.show_pull(event))

    on(WritersFound, found)
    on(WritersNotFound, found)
    on(PullProgressed, pulled)
    on(PullEnded, pulled)


# --- what it has others do ---


def _keep(program: Program, guide: Guide) -> None:
    def kept(settings: Settings) -> Settings:
        is_done = settings.general.guide_done or guide.has_proved
        general = replace(settings.general, guide_steps=kept_words(guide), guide_done=is_done)
        return replace(settings, general=general)

    _change(program, kept)


def _finish(program: Program) -> None:
    _change(program, lambda s: replace(s, general=replace(s.general, guide_done=True)))
    program.face.window.open_place(Place.DICTATE)


def _look(program: Program, step: GuideStep) -> None:
    """What the step shows, as it is now. Whether there is a step of the permissions shows at any of them."""
    _look_at_permissions(program)
    match step:
        case GuideStep.MICROPHONE:
            program.engine.capture.list_devices()
        case GuideStep.MODEL:
            current, models = program.settings.current, program.engine.models
            models.desk.look((*current.models.folders, current.speech.model))
            speech = settings_for(current.speech.model, current.speech, current.models)
            models.hardware.service.look(speech)
        case GuideStep.CLEAN_UP:
            program.writers.desk.look()
        case GuideStep.KEY | GuideStep.PERMISSIONS | GuideStep.DICTATION:
            pass


def _look_at_permissions(program: Program) -> None:
    parts, post = program.guide, program.face.pump.post
    parts.looks.call(lambda: post(parts.permissions.look()))


# --- what its user wants ---


def _wire_page(program: Program, guide: GuideService, page: GuidePage) -> None:
    window, post = program.face.window, program.face.pump.post
    page.show_view(guide.view)
    page.show_writer_catalogue(bundled_writers())
    page.seen.connect(lambda is_seen: guide.handle(GuideSeen(is_seen)))
    page.passed.connect(lambda: guide.handle(StepPassed()))
    page.put_off.connect(lambda: guide.handle(StepPutOff()))
    page.chosen.connect(lambda step: guide.handle(StepChosen(step)))
    page.closed.connect(lambda: guide.handle(GuideClosed()))
    page.settings_accepted.connect(lambda new: do(program, lambda: program.settings.accept(new)))
    page.page_wanted.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
    page.microphone.check_wanted.connect(program.guide.check.run)
    page.microphone.check_stopped.connect(program.guide.check.drop)
    page.microphone.devices_wanted.connect(program.engine.capture.list_devices)
    page.key.chord_recording.connect(program.hotkeys.pause)
    page.clean_up.status.writers_wanted.connect(program.writers.desk.look)
    page.clean_up.status.pull_stopped.connect(program.writers.desk.stop_pull)
    page.clean_up.pull_requested.connect(program.writers.desk.pull)
    page.permissions.look_wanted.connect(lambda: _look_at_permissions(program))
    page.dictation.start_requested.connect(lambda: post(StartRequested()))
    page.dictation.stop_requested.connect(lambda: post(StopRequested()))
    _wire_models(program, page.model.wishes)
    # It may have been in view before anybody listened.
    if page.isVisible() and window.isVisible():
        guide.handle(GuideSeen(True))


def _wire_models(program: Program, wishes: ModelWishes) -> None:
    """As on the page of the models."""
    desk = program.engine.models.desk
    wishes.get_requested.connect(desk.get)
    wishes.pause_requested.connect(desk.pause)
    wishes.use_requested.connect(lambda name: _change(program, lambda s: choices.with_model(s, name)))
    wishes.recommendation_accepted.connect(lambda advice: _change(program, partial(_as_advised, advice)))
    wishes.folder_added.connect(partial(_use_folder, program))


def _as_advised(advice: Recommendation, settings: Settings) -> Settings:
    return replace(settings, speech=settings_of(advice, settings.speech))


def _use_folder(program: Program, folder: Path) -> None:
    """A model that lies there is listed, and used at once: why else would it be chosen here."""
    name = str(folder)
    _change(program, lambda s: choices.with_model(choices.with_folder(s, name), name))
    _look(program, GuideStep.MODEL)


def _change(program: Program, change: Callable[[Settings], Settings]) -> None:
    do(program, lambda: program.settings.accept(change(program.settings.current)))
