"""Everything the user may be told: one sentence and a remedy, in plain words; every kind of problem."""

from __future__ import annotations

import inspect

import pytest

from app.domain import problems
from app.domain.media import Damage
from app.domain.problems import AudioCutShort, AudioDamaged, ModelDamaged, ModelMissing, NoTray, Problem
from app.domain.problems.sound import incomplete

GROUPS = {
    problems.Problem,
    problems.AudioIncomplete,
    problems.AudioProblem,
    problems.ConnectionProblem,
    problems.DefectProblem,
    problems.DesktopProblem,
    problems.GraphicsProblem,
    problems.HotkeyProblem,
    problems.InsertionProblem,
    problems.InstanceProblem,
    problems.LanguageProblem,
    problems.MicrophoneProblem,
    problems.ModelProblem,
    problems.RecognitionProblem,
    problems.SettingsProblem,
    problems.SpeakerProblem,
    problems.StorageProblem,
    problems.WritingProblem,
}
KINDS = sorted(
    (
        kind
        for kind in vars(problems).values()
        if isinstance(kind, type) and issubclass(kind, Problem) and kind not in GROUPS
    ),
    key=lambda kind: kind.__name__,
)
EXAMPLES = {"float": 3.7, "Damage": Damage(71.2, 8.1)}
SECRET = "Traceback: errno 13"


def example(kind: type[Problem], *, named: bool) -> Problem:
    """One of that kind. `detail` is always given; what may be left out is only where `named`."""
    values: dict[str, object] = {}
    for name, parameter in inspect.signature(kind).parameters.items():
        if name == "detail":
            values[name] = SECRET
        elif name == "remedy":
            values[name] = "Do the thing." if named else ""
        elif parameter.default is inspect.Parameter.empty or (named and parameter.default == ""):
            values[name] = EXAMPLES.get(parameter.annotation, "the thing")
    return kind(**values)  # type: ignore[arg-type]  # any of its fields


def test_the_tree_at_the_top_of_the_module_is_the_whole_tree() -> None:
    drawn = set((problems.__doc__ or "").split())
    assert {kind.__name__ for kind in KINDS} <= drawn
    assert {kind.__name__ for kind in GROUPS} <= drawn


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_each_is_one_sentence_and_a_remedy(kind: type[Problem], named: bool) -> None:
    problem = example(kind, named=named)
    for text in (problem.sentence, problem.remedy):
        assert text == " ".join(text.split())
        assert text[0].isupper() or text.startswith(("“", "the thing"))
        assert text.endswith(".")
        assert "please" not in text.lower()
        assert "  " not in text
        assert "“”" not in text
        assert SECRET not in text
    assert problem.sentence.count(". ") == 0
    assert str(problem) == f"{problem.sentence} {problem.remedy}"


def test_without_a_tray_it_is_told_what_closing_the_window_does() -> None:
    assert "closing the window ends Sayso" in NoTray().sentence
    assert "Settings" in NoTray().remedy
    assert NoTray().action is problems.Action.OPEN_SETTINGS


def test_a_speech_model_that_is_missing_is_got_where_the_models_are() -> None:
    assert ModelMissing("base").action is problems.Action.OPEN_MODELS
    assert ModelDamaged("base", "model.bin").action is problems.Action.OPEN_MODELS


@pytest.mark.parametrize(
    ("damage", "cut_short", "told"),
    [
        (Damage(11.9, 8.1), None, "a is damaged at 0:11. About 8 seconds are missing there"),
        (Damage(3723.0), None, "a is damaged at 1:02:03. Some of the sound is missing there"),
        (Damage(11.9, 1.2), None, "a is damaged at 0:11. Some of the sound is missing there"),
        (Damage(11.9, 8.1, 3), None, "a is damaged in 3 places, first at 0:11. About 8 seconds are missing"),
        (Damage(11.9, 8.1), 61.25, "a is damaged at 0:11, and ends after 61.2 seconds. About 8 seconds"),
        (None, 61.25, "a ends after 61.2 seconds: the rest is missing or damaged. What could be read until"),
    ],
)
def test_where_sound_is_missing_is_told(damage: Damage | None, cut_short: float | None, told: str) -> None:
    problem = incomplete("a", cut_short, damage)
    assert type(problem) is (AudioCutShort if damage is None else AudioDamaged)
    assert str(problem).startswith(told)
    assert (problem.cut_short, problem.damage) == (cut_short, damage)


def test_of_a_whole_file_nothing_is_told() -> None:
    assert incomplete("a", None, None) is None
