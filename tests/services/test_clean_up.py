"""What the clean-up service hands to the language model, and when it stays away from it."""

from __future__ import annotations

import pytest

from app.domain.delivery_plan import AS_HEARD, Plan, Way
from app.domain.dictation_events import EnhanceRequested, PatienceEnded
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.settings import SpeechSettings
from app.domain.tidy_settings import TidySettings
from app.domain.transcript import LiveText
from app.services.clean_up import PATIENCE_SECONDS, CleanUpService, Tidying
from tests.fakes import FakeClock, FakeInbox, transcript


class NotingWriting:
    """A writing service that notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def apply(self, settings: EnhancementSettings) -> None:
        self.asked.append(("apply", settings))

    def prepare(self) -> None:
        self.asked.append(("prepare",))

    def heard(self, id: int, text: LiveText, language: str = "") -> None:
        self.asked.append(("heard", id, text.settled, language))

    def enhance(self, id: int, spoken: str, style: str = "", language: str = "") -> None:
        self.asked.append(("enhance", id, spoken, style, language))

    def stop(self, id: int) -> None:
        self.asked.append(("stop", id))

    def abandon(self, id: int) -> None:
        self.asked.append(("abandon", id))


@pytest.fixture
def writing() -> NotingWriting:
    return NotingWriting()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def inbox(clock: FakeClock) -> FakeInbox:
    return FakeInbox(clock)


@pytest.fixture
def posted() -> list[object]:
    return []


@pytest.fixture
def service(writing: NotingWriting, inbox: FakeInbox, posted: list[object]) -> CleanUpService:
    speech = SpeechSettings(language="de")
    return CleanUpService(writing, inbox, posted.append, TidySettings(), EnhancementSettings(), speech)


def test_text_goes_to_the_model_as_heard_with_the_language_known_then(
    service: CleanUpService, writing: NotingWriting
) -> None:
    service.prepare()
    service.heard(1, LiveText("um hello", "there"))
    service.enhance(1, transcript("um hello there"))
    service.enhance_again(2, EnhanceRequested("rec", "um bye", "fr", "formal"))
    service.stop(1)
    service.forget(2)
    assert writing.asked == [
        ("prepare",),
        ("heard", 1, "um hello", "de"),
        ("enhance", 1, "um hello there", "", "en"),
        ("enhance", 2, "um bye", "formal", "fr"),
        ("stop", 1),
        ("abandon", 2),
    ]


def test_nothing_is_made_ready_for_a_model_whose_text_is_not_cleaned_up(
    service: CleanUpService, writing: NotingWriting
) -> None:
    service.apply_speech(SpeechSettings(model="large-v3"))
    service.prepare()
    service.heard(1, LiveText("hello"))
    assert writing.asked == []


def test_settings_hold_from_the_next_text_on(service: CleanUpService, writing: NotingWriting) -> None:
    text = transcript("um we meet at the harbour")
    assert service.plan(text, raw=False) == Plan(Way.ENHANCED, "We meet at the harbour")
    off = EnhancementSettings(enabled=False)
    service.apply_enhancement(off)
    service.apply_tidying(TidySettings(fillers=False))
    assert service.plan(text, raw=False) == Plan(Way.SPOKEN, "Um we meet at the harbour")
    service.prepare()
    assert writing.asked == [("apply", off)]


def test_raw_is_as_heard(service: CleanUpService) -> None:
    assert service.plan(transcript("um hello"), raw=True) is AS_HEARD
    assert Tidying(TidySettings()).plan(transcript("um hello"), raw=True) is AS_HEARD
    assert Tidying(TidySettings()).plan(transcript("um hello"), raw=False) == Plan(spoken="Hello")


def test_patience_ends_after_its_time_and_not_before(
    service: CleanUpService, inbox: FakeInbox, clock: FakeClock, posted: list[object]
) -> None:
    service.hurry(3)
    inbox.advance(PATIENCE_SECONDS - 0.1)
    assert posted == []
    inbox.advance(0.2)
    assert posted == [PatienceEnded(3)]
