"""What happens to an entry: text, clean-up, one version for the other, and back."""

from __future__ import annotations

from dataclasses import replace

from app.domain.clean_up_pieces import CleanUp, Piece
from app.domain.delivery_plan import Plan
from app.domain.enhancement import Enhanced
from app.domain.guard.verdict import Reason, Verdict
from app.domain.history import Fate, HistoryEntry, Judgement, Version
from app.domain.history_changes import (
    enhancing,
    with_enhancement,
    with_suppressed,
    with_transcript,
    with_version,
)
from app.domain.styles import Check
from tests.fakes import transcript
from tests.fakes.speech import enhanced

EMPTY = HistoryEntry("rec", 1000.0, Fate.WRITTEN)
NO = Verdict((Reason(Check.NUMBERS, "A number was changed."),))


def heard(text: str = "um hello", suppressed: str = "") -> HistoryEntry:
    return with_transcript(EMPTY, transcript(text, suppressed=suppressed), Plan(spoken="Hello"))


def in_pieces(*pieces: Piece) -> Enhanced:
    """A clean-up of `pieces`."""
    reasons = tuple(reason for piece in pieces for reason in piece.verdict.reasons)
    cleaned = CleanUp(
        " ".join(piece.spoken for piece in pieces),
        " ".join(piece.text for piece in pieces),
        " ".join(piece.written for piece in pieces),
        Verdict(reasons),
        pieces,
    )
    return replace(enhanced("any"), cleaned=cleaned)


def test_a_new_text_is_spoken_and_has_no_clean_up() -> None:
    old = with_enhancement(heard(), enhanced("Hello."), in_use=True)
    new = with_transcript(old, transcript("bye"), Plan(spoken="Bye", skipped="Too short."))
    assert (new.heard, new.spoken, new.text, new.skipped) == ("bye", "Bye", "Bye", "Too short.")
    assert new.enhancement is None
    assert new.version is Version.SPOKEN


def test_an_accepted_clean_up_is_used_where_it_was_waited_for() -> None:
    used = with_enhancement(heard(), enhanced("Hello."), in_use=True)
    offered = with_enhancement(heard(), enhanced("Hello."), in_use=False)
    assert (used.text, used.version) == ("Hello.", Version.ENHANCED)
    assert (offered.text, offered.version) == ("Hello", Version.SPOKEN)
    assert with_version(offered, Version.ENHANCED).text == "Hello."
    assert with_version(used, Version.SPOKEN).text == "Hello"


def test_a_clean_up_counts_only_for_the_text_that_it_was_made_of() -> None:
    change = enhancing(enhanced("Hello."), "um hello", in_use=True, seconds=2.5)
    changed = change(heard())
    assert (changed.text, changed.times.cleaned) == ("Hello.", 2.5)
    for other in (heard("um hello there"), with_suppressed(heard(suppressed="goodbye"))):
        assert change(other) is other
    assert enhancing(None, "um hello", in_use=True)(heard()) == heard()


def test_of_a_partly_refused_one_the_good_passages_are_used_and_all_of_it_with_a_second_key() -> None:
    pieces = in_pieces(Piece("one apple", "One apple."), Piece("two pears", "Three pears.", NO))
    entry = with_enhancement(heard(), pieces, in_use=True)
    assert entry.enhancement is not None
    assert entry.enhancement.judgement is Judgement.PARTLY
    assert (entry.text, entry.enhancement.shown) == ("One apple. two pears", "One apple. two pears")
    overruled = with_version(entry, Version.ENHANCED)
    assert overruled.text == "One apple. Three pears."
    assert overruled.enhancement is not None
    assert overruled.enhancement.judgement is Judgement.OVERRULED
    back = with_version(overruled, Version.SPOKEN)
    assert back.enhancement == entry.enhancement
    assert back.text == "Hello"


def test_from_the_spoken_text_the_first_key_takes_the_good_passages() -> None:
    pieces = in_pieces(Piece("one apple", "One apple."), Piece("two pears", "Three pears.", NO))
    offered = with_enhancement(heard(), pieces, in_use=False)
    assert with_version(offered, Version.ENHANCED).text == "One apple. two pears"


def test_a_wholly_refused_one_is_shown_but_not_used_until_overruled() -> None:
    entry = with_enhancement(heard(), in_pieces(Piece("um hello", "Hi! How are you?", NO)), in_use=True)
    assert (entry.text, entry.version) == ("Hello", Version.SPOKEN)
    assert entry.enhancement is not None
    assert entry.enhancement.shown == "Hi! How are you?"
    assert entry.enhancement.reasons == ("A number was changed.",)
    overruled = with_version(entry, Version.ENHANCED)
    assert (overruled.text, overruled.version) == ("Hi! How are you?", Version.ENHANCED)


def test_without_a_clean_up_there_is_one_version() -> None:
    assert with_version(heard(), Version.ENHANCED) == heard()
    assert with_version(heard(), Version.SPOKEN) == heard()


def test_what_was_left_out_joins_the_spoken_text_and_ends_the_clean_up() -> None:
    entry = with_enhancement(heard(suppressed="goodbye"), enhanced("Hello."), in_use=True)
    back = with_suppressed(entry)
    assert (back.text, back.heard, back.suppressed) == ("Hello goodbye", "um hello goodbye", "")
    assert back.enhancement is None
