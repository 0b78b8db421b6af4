"""What PortAudio's refusals are to the user."""

from __future__ import annotations

import pytest

from app.adapters.portaudio import problem_of
from app.domain.problems import MicrophoneDenied, NoMicrophone, Problem


class PortAudioError(Exception):
    """As sounddevice raises it: a message, PortAudio's code, and what the system's own code was."""


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        # Another program holds it alone, or the system's privacy settings say no (E_ACCESSDENIED).
        (("Device unavailable", -9985), MicrophoneDenied),
        (("Unanticipated host error", -9999, (3, -2147024891, "")), MicrophoneDenied),
        (("Unanticipated host error", -9999, (3, -2004287480, "")), NoMicrophone),
        (("Invalid device", -9996), NoMicrophone),
        (("Error querying device -1",), NoMicrophone),
        ((), NoMicrophone),
    ],
)
def test_refusals(arguments: tuple[object, ...], kind: type[Problem]) -> None:
    problem = problem_of(PortAudioError(*arguments))
    assert type(problem) is kind
    assert problem.detail.startswith("PortAudioError: ")


def test_what_is_not_allowed_is_told_with_its_remedy() -> None:
    problem = problem_of(PortAudioError("Device unavailable", -9985))
    assert problem.sentence == "Sayso may not use the microphone."
    assert "privacy settings" in problem.remedy
