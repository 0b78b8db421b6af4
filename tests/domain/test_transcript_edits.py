"""What the user changes in a transcript can be taken back exactly, and words that stay keep their times."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.cue_words import retexted, seconds_at, spans, word_at
from app.domain.file_transcript import Cue, Doubt, DoubtKind, FileTranscript
from app.domain.transcript import Word
from app.domain.transcript_edits import (
    MOST_STEPS,
    Edits,
    cleaned,
    delete,
    merge,
    rename_speaker,
    retext,
    rewritten,
    set_speaker,
    set_speaker_onwards,
    settle,
    speakers,
    split,
    without_empty,
)

SPACED = st.sampled_from(
    ["the", "The", "so", "um,", "e-mail", "—", "it's", "🎉", "naïve", "12", "שלום", "end."]
)
SPACELESS = st.sampled_from(["会議", "は", "木", "曜日"])
NAMES = st.sampled_from(["", "Ada", "Bo"])


def cue_of(texts: list[str], start: float = 0.0, speaker: str = "") -> Cue:
    """Half a second for each word, and nothing between them."""
    words = tuple(
        Word(text, start + n / 2, start + n / 2 + 0.5, 0.25 + n / 100) for n, text in enumerate(texts)
    )
    end = words[-1].end if words else start
    return Cue(start, end, "".join(texts).strip(), words, speaker)


def transcript_of(*cues: Cue, **other: object) -> FileTranscript:
    return replace(FileTranscript("talk.wav", cues, "en", "base", cues[-1].end if cues else 0.0), **other)  # type: ignore[arg-type]


@st.composite
def cues(draw: st.DrawFn, start: float = 0.0) -> Cue:
    spaced = draw(st.booleans())
    found = draw(st.lists(SPACED if spaced else SPACELESS, min_size=1, max_size=8))
    made = cue_of([f" {each}" for each in found] if spaced else found, start, draw(NAMES))
    return made if draw(st.booleans()) else replace(made, words=())


@st.composite
def transcripts(draw: st.DrawFn) -> FileTranscript:
    found = tuple(replace(draw(cues(10.0 * n))) for n in range(draw(st.integers(1, 5))))
    languages = draw(st.sampled_from([(), ("en", "de", "fr", "ja", "he")[: len(found)]]))
    return transcript_of(*found, languages=languages)


@st.composite
def changes(draw: st.DrawFn, transcript: FileTranscript) -> FileTranscript:
    """One change of any kind."""
    count = len(transcript.cues)
    cue = draw(st.integers(0, max(0, count - 1)))
    last = draw(st.integers(cue, count))
    match draw(st.integers(0, 6)):
        case 0:
            return retext(transcript, cue, draw(st.text(max_size=20))) if count else transcript
        case 1:
            return merge(transcript, cue)
        case 2:
            return split(transcript, cue, draw(st.integers(-1, 30)))
        case 3:
            return delete(transcript, cue, last)
        case 4:
            return set_speaker(transcript, cue, last, draw(NAMES))
        case 5:
            return rename_speaker(transcript, draw(NAMES), draw(NAMES))
        case _:
            return rewritten(transcript, cue, last, draw(st.lists(st.text(max_size=8), max_size=4)))


def spelt(cue: Cue) -> bool:
    return not cue.words or "".join(word.text for word in cue.words).strip() == cue.text


# --- taking back ---


@given(data=st.data(), transcript=transcripts())
def test_undo_gives_back_exactly_what_was_there(data: st.DataObject, transcript: FileTranscript) -> None:
    edits = Edits(transcript)
    seen = [transcript]
    for _ in range(data.draw(st.integers(0, 6))):
        before, edits = edits, edits.do(data.draw(changes(edits.present)))
        if edits is not before:
            seen.append(edits.present)
    for expected in reversed(seen):
        assert edits.present == expected
        edits = edits.undo()
    assert edits.undo() is edits
    for expected in seen:
        assert edits.present == expected
        edits = edits.redo()
    assert edits.redo() is edits


@given(data=st.data(), transcript=transcripts())
def test_whatever_is_changed_words_spell_their_cue_and_lie_in_order(
    data: st.DataObject, transcript: FileTranscript
) -> None:
    for _ in range(4):
        transcript = data.draw(changes(transcript))
        for cue in transcript.cues:
            assert spelt(cue)
            assert cue.text == cue.text.strip()
            assert cue.start <= cue.end
            starts = [word.start for word in cue.words]
            assert starts == sorted(starts)
            assert all(word.start <= word.end for word in cue.words)
        assert len(transcript.languages) in (0, len(transcript.cues))


def test_letters_typed_in_one_go_are_one_step() -> None:
    first = transcript_of(cue_of([" one"]))
    edits = Edits(first)
    for text in ("ones", "ones m", "ones mo"):
        edits = edits.do(retext(edits.present, 0, text), "typing 0")
    assert edits.undo().present == first
    edits = edits.sealed().do(retext(edits.present, 0, "ones more"), "typing 0")
    assert edits.undo().present.cues[0].text == "ones mo"


def test_a_new_step_ends_what_could_be_done_again() -> None:
    edits = Edits(transcript_of(cue_of([" one"])))
    edits = edits.do(retext(edits.present, 0, "two")).undo()
    assert edits.redo().present.cues[0].text == "two"
    edits = edits.do(retext(edits.present, 0, "three"))
    assert edits.redo() is edits


def test_no_change_is_no_step_and_old_steps_are_forgotten() -> None:
    edits = Edits(transcript_of(cue_of([" one"])))
    assert edits.do(retext(edits.present, 0, " one ")) is edits
    for n in range(MOST_STEPS + 5):
        edits = edits.do(retext(edits.present, 0, f"number {n}"))
    assert len(edits.past) == MOST_STEPS
    assert edits.past[0].cues[0].text == "number 4"


# --- dividing and joining ---


@given(data=st.data(), cue=cues())
def test_what_is_divided_and_joined_again_is_the_same(data: st.DataObject, cue: Cue) -> None:
    transcript = transcript_of(cue)
    ends = [end for _, end in spans(cue)[:-1]] or [n for n, each in enumerate(cue.text) if each.isspace()]
    if not ends:
        return
    parted = split(transcript, 0, data.draw(st.sampled_from(ends)))
    assert len(parted.cues) == 2
    assert merge(parted, 0) == transcript


@given(data=st.data(), cue=cues())
def test_wherever_a_cue_with_words_is_divided_it_is_joined_to_the_same_text(
    data: st.DataObject, cue: Cue
) -> None:
    if not cue.words:
        return
    transcript = transcript_of(cue)
    parted = split(transcript, 0, data.draw(st.integers(0, len(cue.text))))
    whole = merge(parted, 0)
    assert [each.text for each in whole.cues] == [cue.text]
    assert spelt(whole.cues[0])
    assert (whole.cues[0].start, whole.cues[0].end) == (cue.start, cue.end)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Yes, of course.", 3),
        ('He came. "No!" he said', 12),
        ("a list (short) of", 13),
        ("and so on… then", 9),
        ("she said 'tis late", 9),
        ("it is .5 or", 6),
        ("so …and then", 3),
        ("wait — what", 5),
        ("¿Qué? ¿Cómo?", 6),
        ("er sagte »Hallo« zu ihr", 9),
        ("会議、木曜日。次は", 2),
        ("ok。次は", 2),
    ],
)
def test_without_words_too_a_mark_goes_back_to_what_is_before_it(text: str, at: int) -> None:
    transcript = transcript_of(Cue(0.0, 4.0, text))
    assert merge(split(transcript, 0, at), 0).cues[0].text == text


@pytest.mark.parametrize(("at", "languages"), [(7, ()), (8, ()), (7, ("fr",))])
def test_a_french_mark_keeps_its_distance(at: int, languages: tuple[str, ...]) -> None:
    language = "" if languages else "fr"
    bare = transcript_of(Cue(0.0, 4.0, "Bonjour ! Ça"), language=language or "en", languages=languages)
    assert merge(split(bare, 0, at), 0).cues[0].text == "Bonjour ! Ça"
    # Its words know it without the language.
    with_words = transcript_of(cue_of([" Bonjour !", " Ça"]))
    again = merge(split(with_words, 0, at), 0).cues[0]
    assert again.text == "Bonjour ! Ça"
    assert spelt(again)
    assert again.words


def test_a_word_that_was_divided_is_one_again() -> None:
    transcript = transcript_of(cue_of([" some", " times,", " yes"]))
    for at in (2, 7, 10):
        assert merge(split(transcript, 0, at), 0) == transcript


def test_a_cue_is_divided_where_its_words_are_heard() -> None:
    parted = split(transcript_of(cue_of([" one", " two", " three"], 4.0, "Ada")), 0, 4)
    one, other = parted.cues
    assert (one.start, one.end, one.text, one.speaker) == (4.0, 4.5, "one", "Ada")
    assert (other.start, other.end, other.text, other.speaker) == (4.5, 5.5, "two three", "Ada")


def test_a_word_that_is_divided_shares_its_time() -> None:
    one, other = split(transcript_of(cue_of([" some", " times"])), 0, 7).cues
    assert [word.text for word in one.words] == [" some", " ti"]
    assert one.end == other.start == pytest.approx(0.7)
    assert other.words[0].text == "mes"


def test_without_words_a_cue_is_divided_by_its_characters() -> None:
    one, other = split(transcript_of(Cue(10.0, 20.0, "abcd efghi")), 0, 4).cues
    assert (one.end, other.start) == (14.0, 14.0)
    assert (one.text, other.text) == ("abcd", "efghi")


@pytest.mark.parametrize("at", [-1, 0, 3, 4, 99])
def test_a_cue_is_not_divided_where_a_part_would_be_empty(at: int) -> None:
    transcript = transcript_of(cue_of([" one"]))
    assert split(transcript, 0, at) is transcript


def test_the_last_cue_has_nothing_to_be_joined_with() -> None:
    transcript = transcript_of(cue_of([" one"]))
    assert merge(transcript, 0) is transcript
    assert merge(transcript, 7) is transcript


def test_a_joined_cue_has_the_first_speaker_there_is() -> None:
    transcript = transcript_of(cue_of([" one"]), cue_of([" two"], 3.0, "Bo"))
    assert merge(transcript, 0).cues == (
        Cue(0.0, 3.5, "one two", (Word(" one", 0, 0.5, 0.25), Word(" two", 3, 3.5, 0.25)), "Bo"),
    )


# --- another text ---


def test_words_that_stay_keep_their_times_and_a_new_one_takes_those_of_the_old() -> None:
    cue = cue_of([" Send", " it", " to", " Anna,", " now."])
    changed = retexted(cue, "Send it to Hannah, now.")
    assert changed.words[:3] + changed.words[4:] == cue.words[:3] + cue.words[4:]
    assert changed.words[3] == Word(" Hannah,", 1.5, 2.0, 1.0)


def test_words_put_in_share_the_time_between_their_neighbours() -> None:
    cue = Cue(0.0, 4.0, "one two", (Word("one", 0.0, 1.0, 0.5), Word(" two", 3.0, 4.0, 0.5)))
    changed = retexted(cue, "one and a half two")
    assert [word.text for word in changed.words] == ["one", " and", " a", " half", " two"]
    assert [(word.start, word.end) for word in changed.words[1:4]] == [(1.0, 1.75), (1.75, 2.0), (2.0, 3.0)]


@given(cue=cues(), text=st.text(max_size=40))
@example(cue=cue_of([" it", " is", " is"]), text="is")
def test_another_text_is_taken_as_it_is(cue: Cue, text: str) -> None:
    changed = retexted(cue, text)
    assert changed.text == text.strip()
    assert bool(changed.words) == bool(spans(cue) and changed.text)
    assert (changed.start, changed.end, changed.speaker) == (cue.start, cue.end, cue.speaker)


def test_words_that_do_not_spell_their_cue_are_given_up_with_the_first_change() -> None:
    odd = replace(cue_of([" one", " two"]), text="something else")
    assert spans(odd) == ()
    assert retexted(odd, "another").words == ()


def test_a_range_of_cues_becomes_as_many_as_there_are_texts() -> None:
    transcript = transcript_of(
        cue_of([" a", " b"], 0.0), cue_of([" c", " d"], 10.0), cue_of([" e", " f"], 20.0)
    )
    changed = rewritten(transcript, 0, 3, ("a f",))
    assert [(cue.start, cue.end, cue.text) for cue in changed.cues] == [(0.0, 21.0, "a f")]
    assert changed.cues[0].words == (transcript.cues[0].words[0], transcript.cues[2].words[1])
    more = rewritten(transcript, 1, 2, ("c", "", "d"))
    assert [(cue.start, cue.end, cue.text) for cue in more.cues[1:4]] == [
        (10.0, 10.5, "c"),
        (10.5, 10.5, ""),
        (10.5, 11.0, "d"),
    ]
    assert without_empty(more).cues == (*more.cues[:2], *more.cues[3:])


def test_each_cue_keeps_its_language() -> None:
    transcript = transcript_of(cue_of([" a", " b"], 0.0), cue_of([" c", " d"], 10.0), languages=("en", "de"))
    assert split(transcript, 1, 1).languages == ("en", "de", "de")
    assert merge(transcript, 0).languages == ("en",)
    assert delete(transcript, 0, 1).languages == ("de",)
    assert without_empty(retext(transcript, 0, "")).languages == ("de",)


# --- speakers, doubts, clean-up ---


def test_speakers_are_set_renamed_and_told_in_their_order() -> None:
    transcript = transcript_of(*(cue_of([" a"], 10.0 * n) for n in range(4)))
    told = set_speaker(set_speaker(transcript, 2, 4, "Bo"), 0, 2, " Ada  L. ")
    assert speakers(told) == ("Ada L.", "Bo")
    assert speakers(rename_speaker(told, "Ada L.", "Bo")) == ("Bo",)
    assert rename_speaker(told, "nobody", "Bo") is told
    onwards = set_speaker_onwards(told, 1, "Cy")
    assert [cue.speaker for cue in onwards.cues] == ["Ada L.", "Cy", "Bo", "Bo"]
    assert set_speaker_onwards(told, 9, "Cy") is told


def test_a_place_that_was_listened_to_is_no_longer_in_doubt() -> None:
    doubt = Doubt(DoubtKind.UNSURE, 0.0, 1.0, "a")
    transcript = transcript_of(cue_of([" a"]), doubts=(doubt, replace(doubt, start=0.5)))
    assert settle(transcript, doubt).doubts == (replace(doubt, start=0.5),)
    assert settle(settle(transcript, doubt), doubt) == settle(transcript, doubt)


def test_a_clean_up_leaves_alone_what_was_changed_meanwhile() -> None:
    asked = transcript_of(cue_of([" um", " yes"], 0.0), cue_of([" no", " no"], 10.0), cue_of([" so"], 20.0))
    now = set_speaker(retext(split(asked, 0, 2), 2, "no, never"), 0, 4, "Ada")
    made = cleaned(now, asked, 0, ("Yes.", "No.", "So."))
    assert [cue.text for cue in made.cues] == ["um", "yes", "no, never", "So."]
    assert made.cues[3].speaker == "Ada"
    assert cleaned(asked, asked, 1, ("No.", "")).cues[2] == asked.cues[2]


# --- places ---


def test_a_place_in_the_text_and_a_second_are_told_from_each_other() -> None:
    cue = cue_of([" one", " two", " three"], 4.0)
    assert spans(cue) == ((0, 3), (4, 7), (8, 13))
    assert [seconds_at(cue, at) for at in (0, 3, 5, 13, 50)] == [4.0, 4.5, 4.5, 5.0, 5.0]
    assert [word_at(cue, at) for at in (3.9, 4.0, 4.49, 4.5, 99.0)] == [None, 0, 0, 1, 2]
    assert seconds_at(Cue(10.0, 20.0, "abcd efghi"), 5) == 15.0
