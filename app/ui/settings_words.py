"""What the settings of the clean-up say: sentences made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.enhancement import WritingFigures
from app.domain.enhancement_policy import Rule, is_accurate
from app.domain.enhancement_settings import InsertedText
from app.domain.problems import Action, WriterNotRunning
from app.domain.styles import Allowance, Check, Style
from app.domain.writer_catalogue import RecommendedWriter
from app.domain.writing import WriterModel, runs_elsewhere
from app.services.writing_events import WritersFound, WritersNotFound
from app.ui.clean_up_words import percent_words, speed_words
from app.ui.told import told
from app.ui.words import size_words

_BYTES_PER_GB: Final = 1_000_000_000


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings_words", text)


def insert_words(insert: InsertedText) -> tuple[str, str]:
    """Name and explanation of what goes to the cursor."""
    return {
        InsertedText.ENHANCED: (
            _tr("The cleaned-up text"),
            _tr("Comes once the clean-up is done; until then what you said is one key away."),
        ),
        InsertedText.SPOKEN: (
            _tr("What you said, at once"),
            _tr("The cleaned-up text stands in Sayso's window, to be inserted from there."),
        ),
        InsertedText.REPLACED: (
            _tr("What you said, then replaced"),
            _tr("What you said comes at once, and the cleaned-up text takes its place when it is done."),
        ),
    }[insert]


def rule_words(rule: Rule, model: str) -> str:
    """What a rule means for the speech model of that name."""
    if rule is Rule.ALWAYS:
        return _tr("Always")
    if rule is Rule.NEVER:
        return _tr("Never")
    return _tr("Automatic: no") if is_accurate(model) else _tr("Automatic: yes")


def gigabytes_words(gigabytes: float) -> str:
    """A size of the catalogue: "4.1 GB"."""
    return size_words(round(gigabytes * _BYTES_PER_GB))


def installed_words(model: WriterModel) -> str:
    """An installed language model in the list: "mistral:7b-instruct · 4.1 GB · Q4_0"."""
    if model.is_remote:
        return f"{model.name} · {_tr('not on this computer')}"
    parts = [model.name]
    if model.size_bytes > 0:
        parts.append(size_words(model.size_bytes))
    if model.quantisation:
        parts.append(model.quantisation)
    return " · ".join(parts)


def installed_hint(model: WriterModel) -> str:
    """What is to be known of it before it is chosen."""
    if model.is_remote or not model.parameter_size:
        return ""
    return _tr("%1 parameters.").replace("%1", model.parameter_size)


def elsewhere_words(model: str) -> str:
    """What must be known of the model of that name before it gets anything, wherever it was chosen; nothing
    where it stays on Ollama's computer."""
    if not runs_elsewhere(model):
        return ""
    return _tr("Your words leave this computer: Ollama passes them on to a computer elsewhere.")


def cost_words(writer: RecommendedWriter) -> str:
    """What a recommended model is good for and what it costs."""
    cost = _tr("Languages: %1. Takes about %2 of memory.").replace("%1", told(writer.languages))
    return f"{told(writer.summary)} " + cost.replace("%2", gigabytes_words(writer.memory_gb))


def found_words(found: WritersFound) -> str:
    """The status line: "Ollama 0.5.4 at http://localhost:11434, 3 models"."""
    count = len(found.models)
    models = {0: _tr("no models yet"), 1: _tr("1 model")}.get(count, _tr("%1 models"))
    version = f"Ollama {found.version}".strip()
    line = _tr("%1 at %2, %3").replace("%1", version).replace("%2", found.host)
    return line.replace("%3", models.replace("%1", str(count)))


def not_found_words(not_found: WritersNotFound) -> str:
    """Why not, and what to do. Some remedies name a button that is elsewhere; here it is "Look again"."""
    problem = not_found.problem
    remedy = told(problem.remedy)
    if isinstance(problem, WriterNotRunning):
        remedy = _tr("Start it, then look again; until then your text comes as it was spoken.")
    elif problem.action is Action.ENHANCE_AGAIN:
        remedy = _tr("Look again in a moment.")
    return f"{told(problem.sentence)} {remedy}".strip()


def pull_words(model: str, received: int, total: int) -> str:
    """How far a model has arrived: "Getting phi3:mini: 1.2 GB of 2.2 GB"."""
    begun = _tr("Getting %1").replace("%1", model)
    if total <= 0:
        return begun + " …"
    far = _tr("%1 of %2").replace("%1", size_words(received)).replace("%2", size_words(total))
    return f"{begun}: {far}"


def computes_words(gpu_share: float) -> str:
    """Where a model of which the graphics card holds `gpu_share` (0 to 1) computes."""
    if gpu_share >= 1:
        return _tr("Runs on the graphics card.")
    if gpu_share <= 0:
        return _tr("Runs on the processor: expect some seconds a sentence.")
    words = _tr("Only %1 % of it is on the graphics card: expect a wait.")
    return words.replace("%1", percent_words(gpu_share))


def allowance_words(style: Style) -> str:
    """What a style may do beyond cleaning up, in a sentence."""
    names = {
        Allowance.ADD_GREETING: _tr("add a greeting and a closing"),
        Allowance.DROP_WORDS: _tr("leave words out"),
        Allowance.REWORD: _tr("use other words"),
        Allowance.REORDER: _tr("change the order"),
        Allowance.CHANGE_LANGUAGE: _tr("change the language"),
        Allowance.LISTS: _tr("make a list"),
    }
    allowed = [words for each, words in names.items() if style.may(each)]
    if not allowed:
        return _tr("May tidy only: every word that matters stays, in its order.")
    return _tr("May %1.").replace("%1", ", ".join(allowed))


def unchecked_words(style: Style) -> str:
    """Which checks a style turns off, in a sentence; what is checked all the same is said behind it."""
    names = {
        Check.WORDS: _tr("that no word was added or lost"),
        Check.LENGTH: _tr("that it is about as long as what you said"),
        Check.DATES: _tr("that days and dates are the same"),
        Check.PERSON: _tr("that “I” and “you” are the same"),
        Check.LANGUAGE: _tr("that the language is the same"),
        Check.ANSWER: _tr("that no question was answered"),
        Check.CUT_OFF: _tr("that the end is there"),
        Check.REPETITION: _tr("that nothing is repeated"),
    }
    left = [words for check, words in names.items() if not style.checks(check)]
    if not left:
        return _tr("Every check is made before the text is used.")
    sentence = _tr("Not checked: %1. Numbers, names and “not” always are.")
    return sentence.replace("%1", ", ".join(left))


def trial_words(figures: WritingFigures) -> str:
    """What a try took: "mistral:7b-instruct · first token 0.3 s · 24 tokens/s"."""
    speed = speed_words(figures.first_token_seconds, figures.tokens_per_second)
    return " · ".join((figures.model, *speed))
