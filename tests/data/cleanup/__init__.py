"""Spoken texts and clean-ups of them, good and bad: what a guard of clean-ups is judged by.

pairs.jsonl, one object a line:
  id        "p001"…, unique
  spoken    the dictation as Whisper's base model writes it: fillers, stutters, little punctuation
  written   the clean-up, line breaks included
  style     "clean up", "formal", "e-mail", "list" or "notes": what had been asked for
  language  of the spoken text, ISO 639-1
  label     "good": faithful, whatever its beauty; "bad": must not be delivered
  fault     of a bad one, the fault that weighs most (see FAULTS); null for a good one
  source    "model": real output, unchanged but for what is told below; "written": by hand
  model     which model, or null
  note      what the pair is about, or what exactly is wrong; may be null

What is good: fillers, stutters and false starts gone; spoken corrections carried out, or left standing word
  for word; numbers as digits; words joined or split; contractions written out in "formal"; greeting and
  closing lines in "e-mail"; a list or notes made of a sentence, with its frame words ("we need") gone; the
  text unchanged; missing punctuation alone.
What is bad: anything that the speaker did not say, or said and finds changed or missing. A greeting or a
  closing may be added in "e-mail" and nowhere else; nothing may be told in it.
A bad one may have several faults; `fault` names the one that a reader would see first.

asks.jsonl: 40 dictations that ask, command or try to inject, with what the same model answered through a
  clean-up prompt. The same fields as above but for style and source; beside them "prompt" ("few-shot", or
  "plain": one request with the text in it) and "temperature". No pair has the same spoken text.

How they were made: all people, places and stories are invented. The written pairs are by someone who had not
  seen the rules of any guard. The model's come from SmolLM2-135M-Instruct (Q4_1) under llama.cpp, at
  temperatures 0.3 to 1.0, through four clean-up prompts: few-shot (four bland pairs, a question and an
  instruction that are not answered among them), a system text alone, one request with the text in it, and
  the dictation in tags with the style's request. The word "Cleaned:", which the few-shot layout asks for, is
  taken off the front, and space at either end. A model's "cut-off" has run into its token limit, often a
  limit set too low on purpose. Each output was read and labelled by hand.

The held-back half is chosen by a hash of the pair (`is_held_back`), so nobody picks it: tune on the other
  half, and open it once.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

FOLDER = Path(__file__).parent

Style = Literal["clean up", "formal", "e-mail", "list", "notes"]
Label = Literal["good", "bad"]
Source = Literal["model", "written"]
Fault = Literal[
    "answer",
    "refusal",
    "obeyed instruction",
    "invention",
    "changed number",
    "changed name",
    "negation lost or added",
    "changed weekday or date",
    "changed person",
    "dropped end or middle",
    "translation",
    "prompt echo",
    "cut-off",
]

STYLES: tuple[Style, ...] = get_args(Style)
FAULTS: tuple[Fault, ...] = get_args(Fault)


@dataclass(frozen=True)
class Pair:
    """A line of pairs.jsonl; `fault` is there exactly when the label is "bad"."""

    id: str
    spoken: str
    written: str
    style: Style
    language: str
    label: Label
    fault: Fault | None
    source: Source
    model: str | None
    note: str | None


@dataclass(frozen=True)
class Ask:
    """A line of asks.jsonl: a dictation that asks, commands or injects, and a model's real answer."""

    id: str
    spoken: str
    written: str
    language: str
    label: Label
    fault: Fault | None
    model: str
    prompt: Literal["few-shot", "plain"]
    temperature: float
    note: str | None


def load_pairs() -> list[Pair]:
    """All pairs, in the file's order."""
    lines = (FOLDER / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [Pair(**json.loads(line)) for line in lines]


def load_asks() -> list[Ask]:
    """All asking dictations, in the file's order."""
    lines = (FOLDER / "asks.jsonl").read_text(encoding="utf-8").splitlines()
    return [Ask(**json.loads(line)) for line in lines]


def is_held_back(pair: Pair) -> bool:
    """Whether the pair belongs to the half that nothing is tuned on.

    The rule, fixed before any tuning: the first hex digit of sha256(spoken + "\\n" + written), in UTF-8, is
    8 or above.
    """
    digest = hashlib.sha256(f"{pair.spoken}\n{pair.written}".encode()).hexdigest()
    return digest[0] >= "8"
