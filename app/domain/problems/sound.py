"""Microphones, loudspeakers and sound files."""

from __future__ import annotations

from typing import Final

from app.domain.clock_times import short_clock
from app.domain.media import Damage
from app.domain.problems.base import Action, Problem
from app.domain.texts import shown


class MicrophoneProblem(Problem):
    """Sound cannot be had."""


class NoMicrophone(MicrophoneProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "No microphone found.",
            "Plug one in, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
            detail=detail,
        )


class MicrophoneUnknown(MicrophoneProblem):
    def __init__(self, name: str) -> None:
        super().__init__(
            f"The microphone “{name}” is not connected.",
            "Plug it in, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
        )


class MicrophoneDenied(MicrophoneProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Sayso may not use the microphone.",
            "Allow it in the system's privacy settings, and close other programs that hold the microphone.",
            detail=detail,
        )


class MicrophoneLost(MicrophoneProblem):
    def __init__(self, name: str = "", detail: str = "") -> None:
        which = shown(f"The microphone “{name}”") if name else shown("The microphone")
        super().__init__(
            f"{which} went away while you were speaking.",
            "What was said until then is written; plug it in again to go on.",
            detail=detail,
        )


class MicrophoneMuted(MicrophoneProblem):
    def __init__(self, name: str = "") -> None:
        which = shown(f"The microphone “{name}”") if name else shown("The microphone")
        super().__init__(
            f"{which} sends only silence.",
            "Switch off its mute button, or raise its level in the system's sound settings.",
            action=Action.CHOOSE_MICROPHONE,
        )


class MicrophoneStalled(MicrophoneProblem):
    def __init__(self, name: str = "", detail: str = "") -> None:
        which = shown(f"The microphone “{name}”") if name else shown("The microphone")
        super().__init__(
            f"{which} stopped sending sound.",
            "Unplug it and plug it in again, or choose another in Settings.",
            action=Action.CHOOSE_MICROPHONE,
            detail=detail,
        )


class SpeakerProblem(Problem):
    """Sound cannot be played."""


class NoSpeaker(SpeakerProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "There is no loudspeaker to play on.",
            "Plug one in, or choose one in the system's sound settings.",
            detail=detail,
        )


class SpeakerLost(SpeakerProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The loudspeaker went away.",
            "Plug it in again, or choose another in the system's sound settings, then play on.",
            detail=detail,
        )


class SpeakerStalled(SpeakerProblem):
    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "The loudspeaker stopped taking sound.",
            "Choose another in the system's sound settings, or restart the computer.",
            detail=detail,
        )


class AudioProblem(Problem):
    """A file that holds no sound that can be read."""


class AudioMissing(AudioProblem):
    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file {path}.", "Check its name and folder.")


ALLOW_IT: Final = "Copy it to a folder of your own, or allow your user to read it."
CONNECT_IT: Final = "See whether its disk is still connected, then try again."
GET_IT_AGAIN: Final = "Copy or download it once more."
PLAY_IT: Final = "Play it in a media player to see whether it is whole, or convert it to WAV."


class AudioUnreadable(AudioProblem):
    """`remedy` where playing it would not help."""

    def __init__(self, path: str, reason: str, detail: str = "", remedy: str = "") -> None:
        super().__init__(f"{path} cannot be read: {reason}.", remedy or PLAY_IT, detail=detail)


class AudioIncomplete(AudioProblem):
    """Some of a file's sound is missing. Both are None where only the words came from another process."""

    cut_short: float | None = None
    """The second after which its end is missing."""
    damage: Damage | None = None
    """What is missing before."""


class AudioCutShort(AudioIncomplete):
    """The end is missing, and nothing else."""

    def __init__(self, path: str, seconds: float, detail: str = "") -> None:
        self.cut_short = seconds
        super().__init__(
            f"{path} ends after {seconds:.1f} seconds: the rest is missing or damaged.",
            "What could be read until then is transcribed.",
            detail=detail,
        )


class AudioDamaged(AudioIncomplete):
    """Sound is missing in the middle; also at the end, unless `cut_short` is None."""

    def __init__(self, path: str, damage: Damage, cut_short: float | None = None, detail: str = "") -> None:
        self.cut_short = cut_short
        self.damage = damage
        at = short_clock(damage.at)
        if cut_short is not None:
            sentence = f"{path} is damaged at {at}, and ends after {cut_short:.1f} seconds."
        elif damage.places > 1:
            sentence = f"{path} is damaged in {damage.places} places, first at {at}."
        else:
            sentence = f"{path} is damaged at {at}."
        seconds = round(damage.seconds)
        some = shown("Some of the sound is missing there; the rest is transcribed.")
        much = f"About {seconds} seconds are missing there; the rest is transcribed."
        super().__init__(sentence, much if seconds > 1 else some, detail=detail)


def incomplete(
    path: str, cut_short: float | None, damage: Damage | None, detail: str = ""
) -> AudioIncomplete | None:
    """What is to be told of the file `path`, of which this is missing; None where nothing is."""
    if damage is not None:
        return AudioDamaged(path, damage, cut_short, detail)
    return None if cut_short is None else AudioCutShort(path, cut_short, detail)
