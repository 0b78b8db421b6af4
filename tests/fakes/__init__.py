"""Small real implementations of the ports, which make time and failure exact. No mocks of our own classes."""

from tests.fakes.desktop import FakeClipboard, FakeHotkeys, FakeInserter
from tests.fakes.disk import FakeHistory, FakeJournal, FakeSettingsFile
from tests.fakes.sound import FakeCapture, FakeCues, FakeMicrophone, LoudnessDetector
from tests.fakes.speech import FakeLoader, FakeRecognizer, pool_of, transcript
from tests.fakes.time import FakeClock, FakeInbox
from tests.fakes.writer import ScriptedWriter

__all__ = [
    "FakeCapture",
    "FakeClipboard",
    "FakeClock",
    "FakeCues",
    "FakeHistory",
    "FakeHotkeys",
    "FakeInbox",
    "FakeInserter",
    "FakeJournal",
    "FakeLoader",
    "FakeMicrophone",
    "FakeRecognizer",
    "FakeSettingsFile",
    "LoudnessDetector",
    "ScriptedWriter",
    "pool_of",
    "transcript",
]
