"""What the guide says: sentences made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.guide import GuideStep, StepState
from app.domain.microphone_report import MicrophoneReport, MicrophoneVerdict
from app.domain.permissions import Grant, Permission
from app.domain.problems import HotkeyInvalid, HotkeyTaken
from app.services.guide_view import CheckStage, KeyStage, KeyView, MicrophoneCheckView, TryStage, TryView
from app.ui.told import told, told_problem
from app.ui.words import seconds_words

Shape = tuple[str, str]
"""An icon and the name of its colour."""

SLOW_START_MS: Final = 300
"""A microphone that takes longer than this to send is waited for with every dictation, as is a headset."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("guide_words", text)


# --- the steps ---


def title_words(step: GuideStep) -> str:
    """What a step is called."""
    return {
        GuideStep.MICROPHONE: _tr("The microphone"),
        GuideStep.KEY: _tr("The talk key"),
        GuideStep.MODEL: _tr("The speech model"),
        GuideStep.CLEAN_UP: _tr("The clean-up"),
        GuideStep.PERMISSIONS: _tr("What the system allows"),
        GuideStep.DICTATION: _tr("Your first dictation"),
    }[step]


def about_words(step: GuideStep) -> str:
    """What it is for."""
    return {
        GuideStep.MICROPHONE: _tr(
            "Choose the one that you will speak into, and test it: read a sentence aloud. Nothing of it is "
            "kept, and nothing is played."
        ),
        GuideStep.KEY: _tr("It works in every program. Try it here: nothing is written down now."),
        GuideStep.MODEL: _tr(
            "It writes down what you say, on this computer. Larger ones make fewer mistakes and take longer."
        ),
        GuideStep.CLEAN_UP: _tr(
            "A language model on this computer can mend punctuation and grammar. It is run by Ollama, a free "
            "program of its own. Without it, your texts come as you spoke them."
        ),
        GuideStep.PERMISSIONS: _tr("Sayso needs this to hear you and to write for you."),
        GuideStep.DICTATION: _tr("Your words appear here; in other programs they come to the cursor."),
    }[step]


def state_words(state: StepState) -> str:
    """What became of a step."""
    return {
        StepState.OPEN: _tr("open"),
        StepState.PASSED: _tr("done"),
        StepState.LATER: _tr("left for later"),
    }[state]


def place_words(number: int, count: int) -> str:
    """Where the guide is."""
    return _tr("Step %1 of %2").replace("%1", str(number)).replace("%2", str(count))


# --- the microphone ---


def check_words(check: MicrophoneCheckView) -> tuple[str, Shape]:
    """How far the check is, or what came of it; empty before it."""
    match check.stage:
        case CheckStage.IDLE:
            return "", ("info", "accent")
        case CheckStage.OPENING:
            return _tr("Opening the microphone three times, to see how soon it listens …"), ("mic", "work")
        case CheckStage.LISTENING:
            left = str(max(1, round(check.seconds_left)))
            return _tr("Speak now. %1 s left.").replace("%1", left), ("dot", "live")
        case CheckStage.DONE if check.report is not None:
            return verdict_words(check.report)
        case _:
            return told(check.sentence), ("triangle", "live")


def verdict_words(report: MicrophoneReport) -> tuple[str, Shape]:
    """Whether the microphone will do: one sentence, and the remedy where there is one."""
    match report.verdict:
        case MicrophoneVerdict.GOOD:
            return _tr("You are heard well."), ("check", "done")
        case MicrophoneVerdict.QUIET:
            return (
                _tr("You are too quiet. Come closer, or raise the microphone's level in the sound settings."),
                ("triangle", "live"),
            )
        case MicrophoneVerdict.LOUD:
            return (
                _tr(
                    "You are too loud, and words are cut off. Lower the microphone's level, or go back a bit."
                ),
                ("triangle", "live"),
            )
        case _:
            return (
                _tr("No speech was heard. Choose another microphone, or see that this one is not muted."),
                ("triangle", "live"),
            )


def figures_words(report: MicrophoneReport) -> str:
    """What was measured, in plain words."""
    said = []
    if report.delay_ms is not None:
        pattern = (
            _tr("Listens %1 ms after it is opened; wait for the start sound before you speak.")
            if report.delay_ms > SLOW_START_MS
            else _tr("Listens %1 ms after it is opened.")
        )
        said.append(pattern.replace("%1", str(report.delay_ms)))
    if report.speech_dbfs is not None:
        levels = _tr("Your speech: %1 dB, at its loudest %2 dB; 0 dB is the most there is.")
        said.append(levels.replace("%1", _level(report.speech_dbfs)).replace("%2", _level(report.peak_dbfs)))
    else:
        said.append(_tr("The loudest sound: %1 dB.").replace("%1", _level(report.peak_dbfs)))
    return " ".join(said)


def _level(dbfs: float) -> str:
    # The minus sign of typography, which is as wide as a digit.
    return QLocale().toString(round(dbfs)).replace("-", "\N{MINUS SIGN}")


# --- the key ---


def key_words(key: KeyView, label: str) -> tuple[str, Shape]:
    """What was seen of the talk key, or why it is not heard."""
    if isinstance(key.problem, HotkeyTaken | HotkeyInvalid):
        return f"{told(key.problem.sentence)} {_tr('Choose another one here.')}", ("triangle", "live")
    if key.problem is not None:
        return told_problem(key.problem), ("triangle", "live")
    match key.stage:
        case KeyStage.WAITING:
            return _tr("Press %1 and let it go.").replace("%1", label), ("info", "accent")
        case KeyStage.HELD:
            return _tr("%1 is down. Let it go.").replace("%1", label), ("dot", "live")
        case KeyStage.SEEN:
            return _tr("%1 works: it was seen going down and up.").replace("%1", label), ("check", "done")


# --- the clean-up ---


def go_on_words(*, is_there: bool, is_wanted: bool) -> str:
    """What the button says that goes on from the clean-up."""
    return _tr("Go on without it") if is_wanted and not is_there else _tr("Next")


# --- permissions ---


def permission_words(permission: Permission) -> tuple[str, str]:
    """What it is called, and what it is for."""
    return {
        Permission.MICROPHONE: (_tr("Microphone"), _tr("To hear you.")),
        Permission.ACCESSIBILITY: (
            _tr("Accessibility"),
            _tr("To press the keys that put your text at the cursor."),
        ),
        Permission.INPUT_MONITORING: (
            _tr("Input monitoring"),
            _tr("To see the talk key while you are in another program."),
        ),
        Permission.SHORTCUTS: (
            _tr("Global shortcuts"),
            _tr("Your desktop passes the talk key on to Sayso, and asks you once which key that is."),
        ),
        Permission.TYPING: (
            _tr("Typing into other programs"),
            _tr("By wtype or ydotool, as Wayland has no way of its own."),
        ),
    }[permission]


def grant_words(permission: Permission, grant: Grant) -> tuple[str, Shape]:
    """Whether it is given, and what to do where it is not."""
    if grant is Grant.GIVEN:
        return _tr("Given."), ("check", "done")
    if grant is Grant.UNKNOWN:
        return _tr("Not known yet: the system asks when it is first needed."), ("info", "muted")
    missing = {
        Permission.SHORTCUTS: _tr("Not offered. Bind a key of your desktop to “sayso toggle”."),
        Permission.TYPING: _tr(
            "Not there. Install wtype; until then texts are copied, and you press Ctrl+V."
        ),
    }
    allow = _tr("Not given. Allow it in the system's settings, then look again.")
    return missing.get(permission, allow), ("triangle", "live")


# --- the dictation ---


def try_words(tried: TryView) -> tuple[str, Shape]:
    """What came of the first dictation; empty before there is anything to say."""
    match tried.stage:
        case TryStage.WAITING | TryStage.UNDER_WAY:
            return "", ("info", "accent")
        case TryStage.WORKED:
            if tried.wait_seconds is None:
                return _tr("It works."), ("check", "done")
            wait = seconds_words(tried.wait_seconds)
            sentence = _tr("It works: your text was there %1 after you let go.").replace("%1", wait)
            return sentence, ("check", "done")
        case TryStage.NOTHING_HEARD:
            sentence = _tr("Nothing was heard. Speak up and try again, or test the microphone once more.")
            return sentence, ("quiet", "live")
        case TryStage.FAILED:
            return told(tried.sentence) or _tr("It could not be written down. Try again."), (
                "triangle",
                "live",
            )
