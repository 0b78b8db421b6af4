"""What the models page says of a model: sentences made of values, apart from any widget.

Everything here is a pure function of its arguments and of the language that Qt was told to speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.catalogue import CatalogueModel, Place, ShelvedModel
from app.domain.compute import CUDA
from app.domain.enhancement_policy import short_name
from app.domain.model_budget import Held
from app.domain.problems import Problem
from app.domain.settings import ComputeType, Device
from app.services.events import ModelArriving, ModelGetEnded, ModelRemoveEnded
from app.services.view_trial import TrialStage, TrialView
from app.ui.told import told, told_problem
from app.ui.words import seconds_words, size_words

Shape = tuple[str, str]
"""An icon and the name of its colour."""

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR


def _tr(text: str) -> str:
    return QCoreApplication.translate("models_words", text)


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """All that is known of one model now.

    `device` is the user's wish for this model alone, AUTO where there is none. `now` is the monotonic clock
    by which `held` is dated. `arriving` while it is being got; `is_loading` while it is being loaded.
    """

    shelved: ShelvedModel
    is_selected: bool = False
    is_preloaded: bool = False
    device: Device = Device.AUTO
    held: tuple[Held, ...] = ()
    now: float = 0.0
    is_loading: bool = False
    arriving: ModelArriving | None = None

    @property
    def name(self) -> str:
        """A name of the catalogue, or a folder."""
        return self.shelved.name

    @property
    def is_here(self) -> bool:
        """Whether it can be used."""
        return self.shelved.path is not None

    @property
    def is_of_catalogue(self) -> bool:
        """Whether it is a published one, and no folder of the user's own."""
        return self.shelved.entry is not None


class Act(Enum):
    """What the one button of a model does."""

    GET = auto()
    GO_ON = auto()
    PAUSE = auto()
    USE = auto()
    NONE = auto()


def act_of(facts: ModelFacts) -> Act:
    """What is to be done next with the model."""
    if facts.arriving is not None:
        return Act.PAUSE
    if facts.is_here:
        return Act.NONE if facts.is_selected else Act.USE
    if not facts.is_of_catalogue:
        return Act.NONE
    return Act.GO_ON if facts.shelved.arrived_bytes else Act.GET


def act_words(facts: ModelFacts) -> str:
    """What that button says; empty where there is none."""
    match act_of(facts):
        case Act.PAUSE:
            return _tr("Pause")
        case Act.USE:
            return _tr("Use")
        case Act.GET:
            return _tr("Get %1").replace("%1", size_words(_size(facts)))
        case Act.GO_ON:
            left = max(0, _size(facts) - facts.shelved.arrived_bytes)
            return _tr("Go on, %1 left").replace("%1", size_words(left))
        case Act.NONE:
            return ""


def name_words(shelved: ShelvedModel) -> str:
    """What it is called: of a folder the last part."""
    return shelved.name if shelved.entry is not None else short_name(shelved.name) or shelved.name


def about_words(shelved: ShelvedModel) -> str:
    """What it is good for."""
    return told(shelved.entry.summary) if shelved.entry is not None else _tr("A folder of your own.")


def traits_words(shelved: ShelvedModel) -> str:
    """Languages, size and how it is checked: "99 languages · 145 MB · checked by its hash"."""
    entry = shelved.entry
    if entry is None:
        return _tr("Not checked, as Sayso does not know it")
    check = _tr("checked by its hash") if entry.is_pinned else _tr("checked against the hub only")
    return " · ".join((languages_words(entry), size_words(entry.size_bytes), check))


def languages_words(entry: CatalogueModel) -> str:
    """How many languages it knows."""
    if entry.english_only:
        return _tr("English only")
    return _tr("%1 languages").replace("%1", str(entry.languages))


def state_words(facts: ModelFacts) -> tuple[str, Shape]:
    """Where it is and what it does, with its shape and colour."""
    if facts.arriving is not None:
        return _arriving_words(facts.arriving), ("download", "accent")
    if facts.shelved.problem is not None:
        return told_problem(facts.shelved.problem), ("triangle", "live")
    place = _place_words(facts)
    said = [_tr("in use"), place] if facts.is_selected else [place]
    if facts.is_loading:
        said.append(_tr("being loaded"))
    said.extend(held_words(one, facts.now) for one in facts.held)
    sentence = " · ".join(said)
    sentence = sentence[:1].upper() + sentence[1:]
    if facts.is_selected:
        return sentence, ("check", "done") if facts.is_here else ("triangle", "live")
    return sentence, ("model", "accent") if facts.held else ("folder", "muted") if facts.is_here else (
        "download",
        "muted",
    )


def held_words(held: Held, now: float) -> str:
    """A model in memory: "loaded 12 min ago, last used 3 min ago, 243 MB on the processor (int8)"."""
    said = [_tr("loaded %1").replace("%1", age_words(now - held.loaded_at))]
    if held.in_use:
        said.append(_tr("at work now"))
    elif held.last_used is None:
        said.append(_tr("not used so far"))
    else:
        said.append(_tr("last used %1").replace("%1", age_words(now - held.last_used)))
    pattern = _tr("%1 on the graphics card (%2)") if held.device == CUDA else _tr("%1 on the processor (%2)")
    said.append(pattern.replace("%1", size_words(held.size_bytes)).replace("%2", held.compute_type))
    return ", ".join(said)


def age_words(seconds: float) -> str:
    """How long ago: "just now", "12 min ago", "3 h ago", "2 days ago"."""
    if seconds < _MINUTE:
        return _tr("just now")
    if seconds < _HOUR:
        return _tr("%1 min ago").replace("%1", str(int(seconds // _MINUTE)))
    if seconds < _DAY:
        return _tr("%1 h ago").replace("%1", str(int(seconds // _HOUR)))
    days = int(seconds // _DAY)
    return _tr("1 day ago") if days == 1 else _tr("%1 days ago").replace("%1", str(days))


def _arriving_words(arriving: ModelArriving) -> str:
    if not arriving.total:
        return _tr("Waiting for its turn …")
    return _of_words(arriving.received, arriving.total)


def _of_words(arrived: int, total: int) -> str:
    return _tr("%1 of %2 here").replace("%1", size_words(arrived)).replace("%2", size_words(total))


def _place_words(facts: ModelFacts) -> str:
    match facts.shelved.place:
        case Place.MODELS_FOLDER:
            return _tr("on this computer")
        case Place.PACKAGE:
            return _tr("installed package")
        case Place.SHIPPED:
            return _tr("part of Sayso")
        case Place.OWN_FOLDER:
            return _tr("your own folder")
        case Place.NOWHERE if facts.shelved.arrived_bytes:
            return _of_words(facts.shelved.arrived_bytes, _size(facts))
        case _:
            return _tr("not here")


def _size(facts: ModelFacts) -> int:
    return facts.shelved.entry.size_bytes if facts.shelved.entry is not None else facts.shelved.holds_bytes


def share_arrived(facts: ModelFacts) -> float | None:
    """How much of it is here, 0 to 1, while it is got or waits to be gone on with; else None."""
    if facts.arriving is not None:
        return facts.arriving.received / facts.arriving.total if facts.arriving.total else 0.0
    if not facts.is_here and facts.shelved.arrived_bytes and _size(facts):
        return min(1.0, facts.shelved.arrived_bytes / _size(facts))
    return None


# --- what came of getting and removing ---


def ended_words(ended: ModelGetEnded, entry: CatalogueModel | None) -> tuple[str, Shape]:
    """How getting a model ended; empty where it was stopped, which the state says."""
    if ended.problem is not None:
        return problem_words(ended.problem)
    if not ended.is_there:
        return "", ("info", "accent")
    if entry is None or entry.is_pinned:
        return _tr("It is here now, whole and as it was published."), ("check", "done")
    return _tr("It is here now, checked against the hub only."), ("check", "done")


def removed_words(ended: ModelRemoveEnded) -> tuple[str, Shape]:
    """How removing a model ended."""
    if ended.problem is not None:
        return problem_words(ended.problem)
    freed = size_words(ended.freed_bytes)
    return _tr("Removed; %1 of the disk are free again.").replace("%1", freed), ("check", "done")


def problem_words(problem: Problem) -> tuple[str, Shape]:
    """What went wrong, and the remedy."""
    return told_problem(problem), ("triangle", "live")


# --- details ---


def memory_words(entry: CatalogueModel) -> str:
    """What it takes with each width of numbers."""
    return (
        _tr("Memory when loaded: about %1 with int8, %2 with float16, %3 with float32.")
        .replace("%1", _memory(entry, ComputeType.INT8))
        .replace("%2", _memory(entry, ComputeType.FLOAT16))
        .replace("%3", _memory(entry, ComputeType.FLOAT32))
    )


def _memory(entry: CatalogueModel, compute_type: ComputeType) -> str:
    return size_words(entry.memory_megabytes(compute_type) * 1_000_000)


def check_words(shelved: ShelvedModel) -> str:
    """How far it is certain that it is what was published."""
    entry = shelved.entry
    if entry is None:
        return _tr("Sayso knows nothing of this model, so nothing of it is checked.")
    if entry.is_pinned:
        return _tr("Its weights are used only when they agree with the hash that Sayso knows of them.")
    return _tr(
        "Checked against the hub only: Sayso knows no hash of its own, so it believes what the hub says."
    )


def source_words(entry: CatalogueModel) -> str:
    """Where it is published."""
    pinned = f" ({entry.revision[:8]})" if entry.revision else ""
    return _tr("Published at %1").replace("%1", f"huggingface.co/{entry.repository}{pinned}")


def lies_words(shelved: ShelvedModel) -> str:
    """Where it is on this computer; empty where it is not."""
    return "" if shelved.path is None else _tr("Lies in %1").replace("%1", str(shelved.path))


def device_words(device: Device) -> str:
    """Where one model computes."""
    return {
        Device.AUTO: _tr("As set for all models"),
        Device.CPU: _tr("Processor"),
        Device.CUDA: _tr("Graphics card"),
    }[device]


def stays_words(facts: ModelFacts) -> str:
    """Why it cannot be removed; empty where it can, or there is nothing to remove."""
    if facts.shelved.place is Place.SHIPPED and not facts.shelved.holds_bytes:
        return _tr("It is a part of Sayso, and goes when that is uninstalled.")
    if facts.shelved.place is Place.PACKAGE and not facts.shelved.holds_bytes:
        return _tr("It belongs to an installed package; uninstall that with pip to free its space.")
    if facts.is_selected and facts.is_here:
        return _tr("It is in use; use another one before you remove it.")
    return ""


def remove_words(facts: ModelFacts) -> tuple[str, str]:
    """What the button says that removes it, and what is asked before."""
    if not facts.is_of_catalogue:
        return _tr("Take off the list"), _tr("Take it off the list? The folder stays as it is.")
    name, size = name_words(facts.shelved), size_words(facts.shelved.holds_bytes)
    if facts.shelved.place is Place.PACKAGE:
        return (
            _tr("Free %1").replace("%1", size),
            _tr("Free %1? It is put together from its package again when it is next used.").replace(
                "%1", size
            ),
        )
    return (
        _tr("Remove, frees %1").replace("%1", size),
        _tr("Remove %1 from this computer? %2 are freed.").replace("%1", name).replace("%2", size),
    )


# --- all together ---


def shelf_words(models: tuple[ModelFacts, ...]) -> str:
    """What is here: "2 of 14 models are here. 1 is loaded and takes 243 MB of memory."."""
    here = sum(1 for one in models if one.is_here)
    sentence = _tr("%1 of %2 models are here.").replace("%1", str(here)).replace("%2", str(len(models)))
    held = [each for one in models for each in one.held]
    if not held:
        return sentence + " " + _tr("None is loaded.")
    size = size_words(sum(each.size_bytes for each in held))
    pattern = (
        _tr("1 is loaded and takes %2 of memory.")
        if len(held) == 1
        else _tr("%1 are loaded and take %2 of memory.")
    )
    return sentence + " " + pattern.replace("%1", str(len(held))).replace("%2", size)


# --- a trial ---


def trial_words(trial: TrialView) -> tuple[str, Shape]:
    """How far a trial is, or what came of it."""
    match trial.stage:
        case TrialStage.LISTENING:
            left = str(max(1, round(trial.seconds_left)))
            return _tr("Speak now. %1 s left.").replace("%1", left), ("dot", "live")
        case TrialStage.WRITING:
            return f"{_tr('Writing it down …')} {told(trial.sentence)}".strip(), ("dot", "work")
        case TrialStage.DONE:
            took = _tr("Written in %1.").replace("%1", seconds_words(trial.seconds))
            if not trial.text:
                return told(trial.sentence) or _tr("Nothing was heard."), ("quiet", "muted")
            return f"{took} {told(trial.sentence)}".strip(), ("check", "done")
        case TrialStage.FAILED:
            return told(trial.sentence) or _tr("The trial failed. Try again."), ("triangle", "live")
        case TrialStage.IDLE:
            return "", ("info", "accent")


def is_trial_running(trial: TrialView) -> bool:
    """Whether it listens or writes."""
    return trial.stage in (TrialStage.LISTENING, TrialStage.WRITING)
