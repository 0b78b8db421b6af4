"""Phrases: what is decoded when, and that every word stands exactly once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.phrases import Phrases
from app.domain.tail import WINDOW_SECONDS
from app.domain.takes import Pace, Purpose, Stretch, windows
from app.domain.transcript import LiveText, Segment, Word

VOICE, QUIET = 0.95, 0.02


@dataclass
class Spoken:
    """A scripted speaker whose recognizer hears every word that lies wholly in a stretch.

    `words` are (text, first window, window behind the last); `mishears` maps a word to what is heard instead
    where it is the first of a stretch.
    """

    words: list[tuple[str, int, int]] = field(default_factory=list)
    speech: list[float] = field(default_factory=list)
    mishears: dict[str, str] = field(default_factory=dict)
    decoded: list[Stretch] = field(default_factory=list)

    def say(self, text: str, seconds: float = 0.3) -> Spoken:
        begin = len(self.speech)
        self.speech += [VOICE] * windows(seconds)
        self.words.append((text, begin, len(self.speech)))
        return self

    def pause(self, seconds: float, probability: float = QUIET) -> Spoken:
        self.speech += [probability] * windows(seconds)
        return self

    @property
    def text(self) -> str:
        return " ".join(text for text, _, _ in self.words)

    def hear(self, stretch: Stretch) -> Segment | None:
        self.decoded.append(stretch)
        found = [one for one in self.words if stretch.start <= one[1] and one[2] <= stretch.end]
        if not found:
            return None
        texts = [text for text, _, _ in found]
        texts[0] = self.mishears.get(texts[0], texts[0])
        words = tuple(
            Word(
                f" {text}",
                (one[1] - stretch.start) * WINDOW_SECONDS,
                (one[2] - stretch.start) * WINDOW_SECONDS,
                0.9,
            )
            for text, one in zip(texts, found, strict=True)
        )
        return Segment(
            " " + " ".join(texts),
            0.0,
            (stretch.end - stretch.start) * WINDOW_SECONDS,
            words if stretch.purpose is Purpose.CUT else (),
        )


@dataclass
class Dictation:
    """Plays what was spoken into `Phrases`, with a recognizer that takes `cost` seconds for a decode."""

    spoken: Spoken
    pace: Pace = field(default_factory=Pace)
    cost: float = 0.0
    lives: list[LiveText] = field(default_factory=list)

    def run(self, *, released_at: int | None = None) -> Phrases:
        phrases = Phrases(self.pace)
        busy_until = 0
        for at, probability in enumerate(self.spoken.speech):
            phrases.hear([probability])
            released = released_at is not None and at >= released_at
            while at >= busy_until and (stretch := phrases.next(released=released)):
                phrases.decoded(stretch, self.spoken.hear(stretch), self.cost)
                busy_until = at + windows(self.cost)
                self.lives.append(phrases.live)
        return phrases

    def finish(self, phrases: Phrases) -> str:
        while stretch := phrases.next(over=True):
            phrases.decoded(stretch, self.spoken.hear(stretch), self.cost)
        return "".join(one.text for one in phrases.answer).strip()


def takes(spoken: Spoken) -> list[Stretch]:
    return [one for one in spoken.decoded if one.purpose is Purpose.TAKE]


def test_silence_alone_is_never_decoded() -> None:
    spoken = Spoken().pause(30.0)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == ""
    assert spoken.decoded == []


def test_the_bet_is_the_answer_when_nothing_more_is_said() -> None:
    spoken = Spoken().pause(0.5).say("one").say("two").pause(0.16)
    dictation = Dictation(spoken)
    phrases = dictation.run()
    decoded = len(spoken.decoded)
    assert phrases.next(over=True) is None
    assert dictation.finish(phrases) == "one two"
    assert len(spoken.decoded) == decoded


def test_a_bet_that_speech_overtakes_is_shown_and_the_answer_has_all() -> None:
    spoken = Spoken().say("one", 1.0).pause(0.2).say("two", 1.0)
    dictation = Dictation(spoken)
    phrases = dictation.run()
    assert any(live.tentative == "one" for live in dictation.lives)
    assert dictation.finish(phrases) == "one two"


def test_a_pause_settles_the_phrase_for_good() -> None:
    spoken = Spoken().say("one", 1.0).pause(5.0).say("two", 1.0).pause(0.2)
    dictation = Dictation(spoken)
    phrases = dictation.run()
    assert phrases.live.settled == "one"
    assert dictation.finish(phrases) == "one two"
    assert all(one.end <= windows(1.0) + windows(0.4) or one.start > windows(3.0) for one in spoken.decoded)


def test_words_on_which_two_takes_agree_stand_and_are_not_decoded_again() -> None:
    spoken = Spoken()
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight"):
        spoken.say(word, 1.0).pause(0.2)
    dictation = Dictation(spoken)
    phrases = dictation.run()
    assert phrases.live.settled.startswith("one two")
    assert dictation.finish(phrases) == spoken.text
    assert max(one.end - one.start for one in spoken.decoded) < windows(6.0)


def test_what_is_misheard_without_its_context_is_decoded_again_with_it() -> None:
    spoken = Spoken(mishears={"three": "free"})
    for word in ("one", "two", "three", "four", "five"):
        spoken.say(word, 1.3).pause(0.2)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == spoken.text
    assert any(one.purpose is Purpose.AGAIN for one in spoken.decoded)


def test_a_faint_ending_behind_the_bet_is_still_heard() -> None:
    spoken = Spoken().say("one", 1.0).pause(0.1)
    begin = len(spoken.speech)
    spoken.pause(0.16, probability=0.3)
    spoken.words.append(("two", begin, len(spoken.speech)))
    spoken.pause(0.16)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == "one two"


def test_the_first_words_are_drafted_soon_and_no_draft_begins_in_silence() -> None:
    spoken = Spoken().pause(0.5)
    for _ in range(30):
        spoken.say("word", 0.2)
    spoken.pause(1.0)
    Dictation(spoken).run()
    drafts = [one for one in spoken.decoded if one.purpose is Purpose.DRAFT]
    assert drafts[0].speech_end <= windows(0.5) + windows(Pace().first_draft) + 1
    assert all(spoken.speech[one.end - 1] == VOICE for one in drafts)


def test_after_release_no_draft_begins() -> None:
    spoken = Spoken()
    for _ in range(30):
        spoken.say("word", 0.2)
    Dictation(spoken).run(released_at=0)
    assert spoken.decoded == []


def test_released_the_last_phrase_is_decoded_before_the_tail_is_over() -> None:
    spoken = Spoken().say("one", 0.9).pause(0.128)
    dictation = Dictation(spoken)
    phrases = dictation.run(released_at=windows(0.9))
    assert takes(spoken)
    assert takes(spoken)[-1].speech_end == windows(0.9)
    assert phrases.next(over=True) is None


def test_a_minute_without_a_pause_is_cut_between_words_and_loses_none() -> None:
    spoken = Spoken()
    for number in range(150):
        spoken.say(f"word{number}", 0.4)
    dictation = Dictation(spoken)
    phrases = dictation.run()
    assert len(phrases.live.settled.split()) > 80
    assert dictation.finish(phrases) == spoken.text
    assert max(one.end - one.start for one in spoken.decoded) <= windows(20.5)


def test_what_was_said_while_the_model_was_loading_is_caught_up_phrase_by_phrase() -> None:
    spoken = Spoken()
    for number in range(12):
        spoken.say(f"word{number}", 4.0).pause(1.0)
    phrases = Phrases()
    phrases.hear(spoken.speech)
    dictation = Dictation(spoken)
    assert dictation.finish(phrases) == spoken.text
    assert max(one.end - one.start for one in spoken.decoded) < windows(6.0)


def test_a_sentence_said_twice_on_purpose_stays_twice() -> None:
    spoken = Spoken()
    for _ in range(2):
        for word in ("stop", "that", "now"):
            spoken.say(word, 0.5).pause(0.15)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == "stop that now stop that now"


def test_a_slow_recognizer_makes_neither_drafts_nor_a_bet_at_every_gap() -> None:
    spoken = Spoken()
    for number in range(40):
        spoken.say(f"word{number}", 0.5).pause(0.1)
    dictation = Dictation(spoken, cost=3.0)
    assert dictation.finish(dictation.run()) == spoken.text
    assert len(spoken.decoded) < 12
    assert [one.purpose for one in spoken.decoded].count(Purpose.DRAFT) <= 2  # until there are words to show


def test_a_word_keeps_the_case_it_had_in_its_sentence() -> None:
    phrases = Phrases(Pace(settle_from=1.0))
    phrases.hear([VOICE] * 40 + [QUIET] * 5)
    first = phrases.next()
    assert first is not None
    phrases.decoded(first, Segment(" We went to town.", 0.0, 1.3), 0.0)
    phrases.hear([VOICE] * 40 + [QUIET] * 5)
    second = phrases.next()
    assert second is not None
    phrases.decoded(second, Segment(" We went to town and bought milk.", 0.0, 2.7), 0.0)
    assert phrases.live == LiveText("We went to town", "and bought milk.")
    phrases.hear([VOICE] * 40 + [QUIET] * 5)
    third = phrases.next()
    assert third is not None
    phrases.decoded(third, Segment(" And bought milk and bread.", 0.0, 2.7), 0.0)
    assert "".join(one.text for one in phrases.answer) == "We went to town and bought milk and bread."


speakers = st.lists(
    st.tuples(st.floats(0.1, 3.0), st.sampled_from((0.0, 0.05, 0.1, 0.15, 0.3, 0.5, 0.9, 2.0))),
    min_size=1,
    max_size=25,
)


@settings(max_examples=100)
@given(
    script=speakers,
    cost=st.sampled_from((0.0, 0.1, 0.4, 1.2, 4.0)),
    released=st.booleans(),
    mishears=st.booleans(),
)
def test_every_word_stands_exactly_once_and_settled_text_only_grows(
    script: list[tuple[float, float]], cost: float, released: bool, mishears: bool
) -> None:
    spoken = Spoken(mishears={"w3": "three", "w7": "seven"} if mishears else {})
    for number, (length, silence) in enumerate(script):
        spoken.say(f"w{number}", length).pause(silence)
    dictation = Dictation(spoken, cost=cost)
    phrases = dictation.run(released_at=len(spoken.speech) - 10 if released else None)
    text = dictation.finish(phrases).replace("three", "w3").replace("seven", "w7")
    assert text.split() == spoken.text.split()
    for earlier, later in zip(dictation.lives, dictation.lives[1:], strict=False):
        assert later.settled.startswith(earlier.settled)


@pytest.mark.parametrize("seconds", [25.0, 70.0])
def test_one_endless_sound_is_taken_in_stretches_that_fit_the_window(seconds: float) -> None:
    spoken = Spoken()
    spoken.speech = [VOICE] * windows(seconds)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == ""
    assert max(one.end - one.start for one in spoken.decoded) <= windows(20.5)


def test_phrases_in_a_script_without_spaces_are_joined_without_any() -> None:
    phrases = Phrases()
    for text in (" 今日はいい天気です。", " 散歩に行きましょう。"):
        phrases.hear([VOICE] * 40 + [QUIET] * 30)
        stretch = phrases.next()
        assert stretch is not None
        phrases.decoded(stretch, Segment(text, 0.0, 1.3), 0.0)
    assert "".join(one.text for one in phrases.answer) == "今日はいい天気です。散歩に行きましょう。"


def test_a_later_take_that_wrote_nothing_for_more_speech_is_not_believed() -> None:
    phrases = Phrases()
    phrases.hear([VOICE] * 60 + [QUIET] * 5)
    first = phrases.next()
    assert first is not None
    phrases.decoded(first, Segment(" We went to town yesterday.", 0.0, 2.0), 0.0)
    phrases.hear([VOICE] * 60 + [QUIET] * 5)
    second = phrases.next()
    assert second is not None
    phrases.decoded(second, Segment(" We went to town yesterday.", 0.0, 4.0), 0.0)
    careful = phrases.next()
    assert careful == replace(second, purpose=Purpose.CAREFUL)
    phrases.decoded(careful, Segment(" We went to town yesterday.", 0.0, 4.0), 0.0)
    rest = phrases.next(over=True)
    assert rest is not None
    assert rest.start >= 60
    phrases.decoded(rest, Segment(" Then it rained.", 0.0, 2.0), 0.0)
    text = "".join(one.text for one in phrases.answer)
    assert text == "We went to town yesterday. Then it rained."


def test_a_take_that_is_behind_the_draft_is_decoded_with_care() -> None:
    phrases = Phrases()
    phrases.hear([VOICE] * 60)
    draft = phrases.next()
    assert draft is not None
    assert draft.purpose is Purpose.DRAFT
    phrases.decoded(draft, Segment(" We went to town and then", 0.0, 2.0), 0.0)
    phrases.hear([VOICE] * 60 + [QUIET] * 5)
    take = phrases.next()
    assert take is not None
    phrases.decoded(take, Segment(" We went to town.", 0.0, 4.0), 0.0)
    assert phrases.next() == replace(take, purpose=Purpose.CAREFUL)
    phrases.decoded(
        replace(take, purpose=Purpose.CAREFUL), Segment(" We went. Then it rained.", 0.0, 4.0), 0.0
    )
    assert phrases.next(over=True) is None
    assert "".join(one.text for one in phrases.answer) == "We went. Then it rained."


def test_a_text_that_breaks_off_is_heard_once_more_with_the_pause() -> None:
    phrases = Phrases()
    phrases.hear([VOICE] * 60 + [QUIET] * 3)
    take = phrases.next(released=True)
    assert take is not None
    unsure = Segment(" At that high level", 0.0, 2.0, average_log_probability=-0.6)
    phrases.decoded(take, unsure, 0.0)
    phrases.hear([QUIET])
    again = phrases.next(over=True)
    assert again is not None
    assert again.end == take.end + 1
    phrases.decoded(again, unsure, 0.0)
    assert phrases.next(over=True) is None


def test_a_single_word_is_decoded_together_with_what_follows_it() -> None:
    spoken = Spoken().say("yes", 0.4).pause(1.2).say("please", 0.8).pause(0.2)
    dictation = Dictation(spoken)
    assert dictation.finish(dictation.run()) == spoken.text
    assert {one.begin for one in spoken.decoded} == {0}


def test_words_on_which_an_earlier_take_agrees_stand_though_the_last_one_misheard_its_end() -> None:
    phrases = Phrases(Pace(settle_from=2.0))
    said = (
        " We went to town.",
        " We went to town and brought milk",
        " We went to town and bought milk today.",
    )
    for text in said:
        phrases.hear([VOICE] * 20 + [QUIET] * 8)
        take = phrases.next()
        assert take is not None
        phrases.decoded(take, Segment(text, 0.0, 1.0), 0.0)
    assert phrases.live == LiveText("We went to town", "and bought milk today.")


def test_after_release_no_time_is_spent_on_words_that_stand() -> None:
    phrases = Phrases()
    said = (
        " We went to town.",
        " We went to town and bought milk.",
        " And brought silk, and then we left again.",
    )
    for text in said:
        phrases.hear([VOICE] * 60 + [QUIET] * 6)
        take = phrases.next()
        assert take is not None
        phrases.decoded(take, Segment(text, 0.0, 1.0), 0.0)
    again = phrases.next()
    assert again is not None
    assert again.purpose is Purpose.AGAIN
    assert phrases.next(over=True) is None
    assert phrases.live.settled == "We went to town"
