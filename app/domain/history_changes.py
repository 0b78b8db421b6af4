"""What happens to an entry of the history: its text comes, is cleaned up, exchanged for the other version.

Every function takes an entry and gives the changed one, so that the same change can be made to the entry in
view and to the stored one. Pure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from app.domain.delivery_plan import AS_HEARD, Plan
from app.domain.enhancement import Enhanced
from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, Version
from app.domain.transcript import Transcript
from app.domain.word_timing import timing_of

Change: TypeAlias = Callable[[HistoryEntry], HistoryEntry]


def as_it_is(entry: HistoryEntry) -> HistoryEntry:
    """The change that changes nothing."""
    return entry


def with_transcript(entry: HistoryEntry, transcript: Transcript, plan: Plan = AS_HEARD) -> HistoryEntry:
    """`entry` with the text of `transcript`, as spoken, and what is known about it."""
    spoken = plan.spoken or transcript.text
    return replace(
        entry,
        text=spoken,
        heard=transcript.text,
        spoken=spoken,
        skipped=plan.skipped,
        enhancement=None,
        suppressed=transcript.suppressed_text,
        language=transcript.language,
        language_probability=transcript.language_probability,
        model=transcript.model,
        seconds=transcript.seconds,
        timing=timing_of(transcript),
    )


def transcribed_anew(transcript: Transcript, plan: Plan) -> Change:
    """The change by a recording that was decoded once more."""
    fate = Fate.WRITTEN if transcript.text else Fate.NOTHING_HEARD
    return lambda entry: replace(with_transcript(entry, transcript, plan), fate=fate, problem="")


def with_suppressed(entry: HistoryEntry) -> HistoryEntry:
    """`entry` with its suppressed text joined to the text, which is as spoken again."""
    heard = f"{entry.heard} {entry.suppressed}".strip()
    spoken = f"{entry.spoken} {entry.suppressed}".strip()
    return replace(
        entry,
        text=spoken,
        heard=heard,
        spoken=spoken,
        enhancement=None,
        suppressed="",
        fate=Fate.WRITTEN,
        # Where the words that are back were spoken is not known any more.
        timing="",
    )


def with_enhancement(entry: HistoryEntry, enhanced: Enhanced, *, in_use: bool) -> HistoryEntry:
    """`entry` with its clean-up, which is its text from now on where it is `in_use`."""
    cleaned, figures = enhanced.cleaned, enhanced.figures
    record = EnhancementRecord(
        text=cleaned.text,
        answer=cleaned.written,
        judgement=_judgement(cleaned.verdict.accepted, cleaned.refused, len(cleaned.pieces)),
        reasons=tuple(reason.sentence for reason in cleaned.verdict.reasons),
        style=figures.style,
        writer=figures.model,
        first_token=figures.first_token_seconds,
        tokens_per_second=figures.tokens_per_second,
        gpu_share=figures.gpu_share,
    )
    text = record.text if in_use and record.judgement is not Judgement.REFUSED else entry.text
    return replace(entry, enhancement=record, skipped="", text=text)


def enhancing(enhanced: Enhanced | None, heard: str, *, in_use: bool, seconds: float | None = None) -> Change:
    """The change by a clean-up of what was `heard`, or by none.

    An entry that is not as it was heard any more stays as it is, for the clean-up is not of its text: the
    recording was transcribed again meanwhile, or suppressed words were brought back. `seconds`, from the
    request to start to the end of the clean-up, is given where the entry does not know it yet.
    """

    def change(entry: HistoryEntry) -> HistoryEntry:
        if enhanced is None or entry.heard != heard:
            return entry
        if seconds is not None:
            entry = replace(entry, times=replace(entry.times, cleaned=seconds))
        return with_enhancement(entry, enhanced, in_use=in_use)

    return change


def enhanced_anew(enhanced: Enhanced, heard: str, *, whole: bool) -> Change:
    """The change by a clean-up of what was `heard` that the user has chosen.

    With what the guard lets pass, or with the `whole` of what the model wrote, against the guard. An entry
    that is not as it was heard any more stays as it is.
    """

    def change(entry: HistoryEntry) -> HistoryEntry:
        if entry.heard != heard:
            return entry
        cleaned = with_enhancement(entry, enhanced, in_use=True)
        return with_version(cleaned, Version.ENHANCED) if whole else cleaned

    return change


def with_version(entry: HistoryEntry, version: Version) -> HistoryEntry:
    """`entry` with its spoken or its enhanced text in use. Taking a refused clean-up overrules the guard,
    going back takes that back."""
    record = entry.enhancement
    if record is None or version is Version.SPOKEN:
        if record is not None and record.judgement is Judgement.OVERRULED:
            refused = Judgement.REFUSED if _same(record.text, entry.heard) else Judgement.PARTLY
            record = replace(record, judgement=refused)
        return replace(entry, text=entry.spoken, enhancement=record)
    if record.judgement is Judgement.REFUSED or (
        record.judgement is Judgement.PARTLY and entry.text == record.text
    ):
        record = replace(record, judgement=Judgement.OVERRULED)
    return replace(entry, text=record.shown, enhancement=record)


def _judgement(accepted: bool, refused: int, pieces: int) -> Judgement:
    if accepted:
        return Judgement.ACCEPTED
    return Judgement.PARTLY if refused < pieces else Judgement.REFUSED


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
