"""A dictation as a row of the history's table, and the way back.

Rules: what an older program or another form of the table left out is filled in here. A text that is neither
the spoken nor the enhanced one was written by an older program, which knows of no versions: it is all that
is known then. Fails with TypeError or ValueError where a damaged row holds something else than it must.
"""

from __future__ import annotations

import json
from typing import Any

from app.domain.history import EnhancementRecord, Fate, HistoryEntry, Judgement, StageTimes
from app.domain.search import fold


def values_of(entry: HistoryEntry) -> tuple[object, ...]:
    """In the order of `app.adapters.history_schema.COLUMNS`."""
    times = entry.times
    return (
        clean(entry.recording),
        entry.begun,
        entry.fate.value,
        clean(entry.text),
        clean(entry.suppressed),
        clean(entry.language),
        entry.language_probability,
        clean(entry.model),
        entry.seconds,
        clean(entry.target),
        clean(entry.problem),
        entry.has_audio,
        times.opened,
        times.released,
        times.captured,
        times.written,
        times.delivered,
        clean(entry.heard),
        clean(entry.spoken),
        clean(entry.skipped),
        times.cleaned,
        *_enhancement_values(entry.enhancement),
        clean(entry.timing),
    )


def entry_of(row: tuple[Any, ...]) -> HistoryEntry:
    """The inverse of `values_of`, with the id in front."""
    id, recording, begun, fate, text, suppressed, language, probability, model, *rest = row
    seconds, target, problem, has_audio, opened, released, captured, written, delivered, *rest = rest
    heard, spoken, skipped, cleaned, *rest = rest
    *rest, timing = rest
    enhancement = _enhancement(text, *rest)
    known = {spoken} if enhancement is None else {spoken, enhancement.text, enhancement.answer}
    if text and text not in known:
        heard, spoken, skipped, enhancement, timing = text, text, "", None, ""
    return HistoryEntry(
        recording=recording,
        begun=float(begun),
        fate=_fate(fate, text),
        text=text,
        heard=heard or "",
        spoken=spoken or "",
        skipped=skipped or "",
        enhancement=enhancement,
        suppressed=suppressed,
        language=language,
        language_probability=float(probability),
        model=model,
        seconds=float(seconds),
        target=target,
        problem=problem,
        has_audio=bool(has_audio),
        times=StageTimes(opened, released, captured, written, cleaned, delivered),
        timing=timing or "",
        id=int(id),
    )


def words_of(entry: HistoryEntry) -> str:
    """What a search looks at, folded: the words of the text in use, and those that only its other texts have,
    the program that it went to, and the models that wrote it."""
    record = entry.enhancement
    others = [entry.spoken, entry.heard]
    others += [record.shown, record.writer] if record else []
    words = fold(entry.text).split()
    known = set(words)
    for text in (*others, entry.target, entry.model):
        new = dict.fromkeys(word for word in fold(text).split() if word not in known)
        words += new
        known.update(new)
    return clean(" ".join(words))


def clean(text: str) -> str:
    """`text` as a file can hold it: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def _enhancement_values(record: EnhancementRecord | None) -> tuple[object, ...]:
    if record is None:
        return ("", "", "", "", "", "", None, None, None)
    return (
        clean(record.text),
        clean(record.answer),
        record.judgement.value,
        clean(json.dumps(record.reasons, ensure_ascii=False)),
        clean(record.style),
        clean(record.writer),
        record.first_token,
        record.tokens_per_second,
        record.gpu_share,
    )


def _enhancement(
    in_use: str,
    text: str,
    answer: str,
    judgement: str,
    reasons: str,
    style: str,
    writer: str,
    first_token: float | None,
    tokens_per_second: float | None,
    gpu_share: float | None,
) -> EnhancementRecord | None:
    if not judgement:
        return None
    return EnhancementRecord(
        text=text,
        answer=answer,
        judgement=_judgement(judgement, in_use, text, answer),
        reasons=_reasons(reasons),
        style=style,
        writer=writer,
        first_token=first_token,
        tokens_per_second=tokens_per_second,
        gpu_share=gpu_share,
    )


def _reasons(written: str) -> tuple[str, ...]:
    try:
        found = json.loads(written)
    except ValueError:
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _judgement(value: str, in_use: str, text: str, answer: str) -> Judgement:
    try:
        return Judgement(value)
    except ValueError:
        # A newer version's word: what is in use must be among the texts that are shown.
        if in_use == text:
            return Judgement.ACCEPTED
        return Judgement.OVERRULED if in_use == answer else Judgement.REFUSED


def _fate(value: str, text: str) -> Fate:
    try:
        return Fate(value)
    except ValueError:
        # A newer version's word.
        return Fate.WRITTEN if text else Fate.FAILED
