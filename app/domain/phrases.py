"""Decides while somebody speaks what is to be decoded next, and which words stand for good.

The problem: text must be there when the key comes up, however long the dictation was, and a decode cannot be
interrupted. So most of it is decoded while the user goes on speaking, and what is left at the end is short.

The rules, in windows of the voice-activity detector (512 samples, 32 ms):
- A phrase ends at a `pause`, a long one at a shorter pause; its decode is final. Long phrases are dangerous:
  Whisper stops now and then behind the first of several sentences.
- The bet: at each short silence the open phrase is decoded as if it were over. If nothing more is said, that
  is the answer. If speech goes on, the words are shown as tentative.
- Two takes that agree: when the next take begins with the words of the one before, those words stand, and the
  open phrase begins anew in the silence behind them. The later take has heard what follows, so its
  punctuation is taken; each cut is in a silence, so no word is halved.
- What is decoded alone, without the words that stand before it, is held against what was heard of it together
  with them. Where the two differ, it is decoded once more together with them, and that counts; after release
  there is no time for it.
- A take that looks wrong is decoded once more with care, unless speech went on; so is a later one that has
  lost the words of the one before, or wrote nothing for the speech since. If that has lost them too, or the
  key is up, the earlier words stand; the rest is decoded alone. Words left out between others are put back.
- Drafts show the first words soon, and words of long speech without a silence; never once silence is heard.
- A phrase that comes near Whisper's window without any of that is cut between two words, by their times.

Belongs to one dictation and one thread; decides, and decodes nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, assert_never

from app.domain.phrase_judge import FEWEST_CHARACTERS_PER_SECOND, PAUSE_SECONDS, has_echo, is_unfinished
from app.domain.seams import beginning_like, joined, kept_share, split_after, with_skipped, words_of
from app.domain.speech_regions import SILENCE_THRESHOLD, SPEECH_THRESHOLD, voiced_seconds
from app.domain.tail import WINDOW_SECONDS
from app.domain.takes import Pace, Purpose, Stretch, Take, windows
from app.domain.transcript import LiveText, Segment
from app.domain.word_times import moved, widest_gap, words_before

KEPT_SHARE: Final = 0.5
LOSS_WORDS: Final = 4
"""A take of fewer words may be corrected altogether by what follows."""

MUTE_SECONDS: Final = 0.7
"""So much speech must have left something in the text."""

FAINT: Final = 0.25
"""What is more likely speech than this, behind the end of it, may be a fading word."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Sound from `begin` on with speech between two windows; `next_begin` is set when it is over."""

    begin: int
    speech_start: int
    speech_end: int
    next_begin: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    """The words `head` that stand, from window `begin` to the open phrase's begin."""

    begin: int
    head: str


class Phrases:
    """What is known of one dictation's speech, and what is settled of it."""

    def __init__(self, pace: Pace | None = None) -> None:
        self._pace = pace or Pace()
        self.speech: list[float] = []
        """The probability of speech of every window so far."""
        self.settled: list[Segment] = []
        """Words that stand, with times in the dictation."""
        self._closed: deque[_Phrase] = deque()
        self._begin = 0
        self._speech_start: int | None = None
        self._speech_end = self._voiced = 0
        self._take: Take | None = None
        self._earlier: list[Take] = []
        self._context: _Context | None = None
        self._in_doubt: Stretch | None = None
        self._draft = ""
        self._drafted: Take | None = None
        self._tried = self._taken_to = 0
        self._hurries = self._is_wordless = False
        self._cost = 0.0

    # --- hearing ---

    def hear(self, speech: Sequence[float]) -> None:
        """More windows: the probability of speech of each."""
        for probability in speech:
            at = len(self.speech)
            self.speech.append(probability)
            if probability >= SPEECH_THRESHOLD and self._speech_start is None:
                self._speech_start = at
            if self._speech_start is None:
                continue
            self._voiced += probability >= SPEECH_THRESHOLD
            if probability >= (SPEECH_THRESHOLD if self._speech_end < at else SILENCE_THRESHOLD):
                self._speech_end = at + 1
            elif at + 1 - self._speech_end >= self._pause_windows:
                self._close(at + 1)

    @property
    def _pause_windows(self) -> int:
        """The silence that ends the open phrase. Of one of which little was heard, a long one: a single word
        is better understood with what follows, and faint speech is heard in pieces."""
        if self._voiced < windows(self._pace.short):
            return windows(self._pace.pause_when_short)
        is_long = self._speech_end - (self._speech_start or 0) >= windows(self._pace.long)
        return windows(self._pace.pause_when_long if is_long else self._pace.pause)

    def _close(self, now: int) -> None:
        """The open phrase is over; the next begins in the middle of the pause."""
        assert self._speech_start is not None
        next_begin = (self._speech_end + now) // 2
        self._closed.append(_Phrase(self._begin, self._speech_start, self._speech_end, next_begin))
        self._begin, self._speech_start, self._voiced = next_begin, None, 0
        self._settle_closed()

    # --- what next ---

    @property
    def silent_windows(self) -> int:
        """How long nothing has been said, in windows."""
        return len(self.speech) - self._speech_end

    def next(self, *, released: bool = False, over: bool = False) -> Stretch | None:
        """What to decode now, if anything. `released`: the key is up. `over`: nothing more will be heard."""
        self._hurries = released or over
        if self._in_doubt and self._is_wordless:
            end = self._closed[0].speech_end if self._closed else self._speech_end
            self._in_doubt = self._in_doubt if self._in_doubt.speech_end == end else None
        elif self._in_doubt and self._hurries:
            self._do_without(self._in_doubt)
        if self._in_doubt:
            return self._in_doubt
        if self._closed:
            return self._stretch(self._closed[0], Purpose.TAKE)
        if self._speech_start is None:
            return None
        phrase = _Phrase(self._begin, self._speech_start, self._speech_end)
        if self._take and self._take.speech_end == self._speech_end:
            full = not released and not over and self.silent_windows >= windows(self._pace.padding)
            is_whole = self._is_whole(self._take, len(self.speech), full=full)
            return None if is_whole else self._stretch(phrase, Purpose.TAKE)
        if over:
            return self._stretch(phrase, Purpose.TAKE)
        if self._speech_end - self._speech_start >= windows(self._pace.longest):
            return self._stretch(phrase, Purpose.CUT)
        if self._is_silence(released):
            return self._stretch(phrase, Purpose.TAKE)
        if self.silent_windows == 0 and not released and self._is_time_for_draft():
            return self._stretch(phrase, Purpose.DRAFT)
        return None

    def _is_whole(self, take: Take, limit: int, *, full: bool = False) -> bool:
        """Whether `take` has heard all sound of its phrase, which reaches to `limit`: where there is time to
        be sure, the `full` padding behind the speech; else all in which something faint is to be heard. A
        text that breaks off is heard once more with enough of the pause to be judged by."""
        unheard = self.speech[take.end : min(limit, take.speech_end + windows(self._pace.padding))]
        if take.segment and is_unfinished(take.segment.text, take.segment.average_log_probability):
            full = full or take.end < take.speech_end + windows(PAUSE_SECONDS)
        return not unheard if full else max(unheard, default=0.0) < FAINT

    def _is_silence(self, released: bool) -> bool:
        """Whether it is quiet enough, and worth it, to bet that the phrase is over."""
        pace, silent = self._pace, self.silent_windows
        if released:
            return silent >= windows(pace.bet_released)
        new = self._speech_end - max(self._taken_to, self._speech_start or 0)
        is_early = new >= windows(max(pace.least_new, self._cost))
        return silent >= windows(pace.bet if is_early else pace.bet_late)

    def _is_time_for_draft(self) -> bool:
        assert self._speech_start is not None
        new = self._speech_end - max(self._tried, self._speech_start)
        shown = self._draft or self._take or self.settled
        if not shown:
            return new >= windows(self._pace.first_draft)
        if self._speech_end - self._speech_start > windows(self._pace.longest_draft):
            return False
        return self._cost < self._pace.slow and new >= windows(max(self._pace.draft_every, 2 * self._cost))

    def _stretch(self, phrase: _Phrase, purpose: Purpose) -> Stretch:
        padding = windows(self._pace.padding)
        start = max(phrase.begin, phrase.speech_start - padding)
        end = min(phrase.next_begin or len(self.speech), phrase.speech_end + padding)
        if end - start > windows(self._pace.longest):
            end, purpose = start + windows(self._pace.longest), Purpose.CUT
        return Stretch(phrase.begin, start, end, min(phrase.speech_end, end), purpose)

    # --- what came of it ---

    def decoded(self, stretch: Stretch, segment: Segment | None, cost: float) -> None:
        """`segment` (times from the stretch's start; None: no words) came of `stretch` in `cost` seconds."""
        self._cost = cost
        self._tried = max(self._tried, stretch.speech_end)
        if segment is not None:
            segment = moved(segment, stretch.start * WINDOW_SECONDS)
        match stretch.purpose:
            case Purpose.DRAFT:
                if segment:
                    self._draft = segment.text.strip()
                    self._drafted = Take(stretch.speech_end, stretch.end, segment)
                return
            case Purpose.CUT:
                self._cut(stretch, segment)
            case Purpose.TAKE | Purpose.CAREFUL:
                self._in_doubt, self._is_wordless = None, False
                self._taken(stretch, segment)
            case Purpose.AGAIN:
                self._taken_again(stretch, segment)
            case _:
                assert_never(stretch.purpose)
        self._draft = ""
        self._settle_closed()

    def doubted(self, stretch: Stretch, cost: float) -> None:
        """A TAKE looked wrong, after `cost` seconds."""
        self._cost, self._tried, self._taken_to = cost, stretch.speech_end, stretch.speech_end
        self._in_doubt, self._is_wordless = replace(stretch, purpose=Purpose.CAREFUL), True

    def _taken(self, stretch: Stretch, segment: Segment | None) -> None:
        self._taken_to = stretch.speech_end
        before = self._take if self._take and self._take.segment else None
        if segment and before:
            text = with_skipped(segment.text.strip(), before.text)
            segment = replace(segment, text=" " + beginning_like(text, before.text))
        has_lost = before is not None and self._has_lost(stretch, segment, before)
        if before and has_lost and (self._hurries or stretch.purpose is Purpose.CAREFUL):
            self._stay_with(before, stretch)
            return
        if stretch.purpose is Purpose.TAKE and (has_lost or self._is_behind_draft(stretch, segment)):
            self._in_doubt = replace(stretch, purpose=Purpose.CAREFUL)
            return
        # What was heard with care is not heard once more for the sake of the last faint sound.
        heard = stretch.end + windows(self._pace.padding) * (stretch.purpose is Purpose.CAREFUL)
        self._take = Take(stretch.speech_end, heard, segment)
        if before:
            self._earlier.append(before)
        agrees = before is None or (segment is not None and bool(split_after(segment.text, before.text)))
        if not agrees and self._context:
            start = self._context.begin
            if stretch.end - start <= windows(self._pace.longest):
                self._in_doubt = replace(stretch, start=start, purpose=Purpose.AGAIN)
        elif segment and not self._closed:
            self._settle_agreed(segment, stretch)

    def _has_lost(self, stretch: Stretch, segment: Segment | None, before: Take) -> bool:
        """Whether a later take has nothing for the speech that came since, or is short and does not repeat an
        earlier one. One that says something else at length has heard better."""
        if segment is None:
            return True
        if len(words_of(before.text)) < LOSS_WORDS:
            return False
        voiced, is_mute = self._growth(stretch, segment, before)
        is_kept = kept_share(segment.text, before.text) >= KEPT_SHARE
        return is_mute and (voiced >= MUTE_SECONDS or not is_kept)

    def _is_behind_draft(self, stretch: Stretch, segment: Segment | None) -> bool:
        """Whether a take says no more than the draft before it, though much was said since."""
        draft = self._drafted
        if draft is None or not stretch.begin < draft.speech_end < stretch.speech_end:
            return False
        voiced, is_mute = self._growth(stretch, segment, draft)
        return is_mute and voiced >= MUTE_SECONDS

    def _growth(self, stretch: Stretch, segment: Segment | None, before: Take) -> tuple[float, bool]:
        """The seconds of voice since `before`, and whether the text has grown by less than they need."""
        voiced = voiced_seconds(self.speech[before.speech_end : stretch.speech_end])
        grown = len(segment.text.strip() if segment else "") - len(before.text)
        return voiced, grown < FEWEST_CHARACTERS_PER_SECOND * voiced

    def _stay_with(self, before: Take, stretch: Stretch) -> None:
        """The words of the earlier take stand."""
        if before.speech_end == stretch.speech_end:
            self._take = replace(before, end=stretch.end)
            return
        if before.segment:
            self.settled.append(before.segment)
        self._go_on_from(before.speech_end)

    def _taken_again(self, stretch: Stretch, segment: Segment | None) -> None:
        """The open phrase was decoded together with the words before it."""
        self._in_doubt = None
        parts = split_after(segment.text, self._context.head) if segment and self._context else None
        if segment and parts and not has_echo(segment.text):
            start = stretch.begin * WINDOW_SECONDS
            rest = replace(segment, text=f" {parts[1]}", start=start) if parts[1] else None
            heard = max(stretch.end, self._take.end if self._take else 0)
            self._take = Take(stretch.speech_end, heard, rest)

    def _do_without(self, doubt: Stretch) -> None:
        """There is no time for a second look, where something can be had without."""
        if doubt.purpose is Purpose.CAREFUL and not (self._take and self._take.segment):
            return
        self._in_doubt = None
        if self._take and doubt.purpose is Purpose.CAREFUL:
            self._stay_with(self._take, doubt)
        self._settle_closed()

    def _settle_closed(self) -> None:
        """Closed phrases whose last take heard all of them are settled."""
        while (
            self._closed
            and not self._in_doubt
            and self._take
            and self._take.speech_end == self._closed[0].speech_end
            and self._is_whole(self._take, self._closed[0].next_begin)
        ):
            if self._take.segment:
                self.settled.append(self._take.segment)
            self._take = self._context = self._in_doubt = self._drafted = None
            self._earlier.clear()
            self._draft = ""
            self._closed.popleft()

    def _settle_agreed(self, segment: Segment, stretch: Stretch) -> None:
        """Words on which two takes agree stand, when a phrase has grown long enough to be worth a cut."""
        if stretch.speech_end - stretch.start < windows(self._pace.settle_from):
            return
        for earlier in reversed(self._earlier):
            parts = split_after(segment.text.strip(), earlier.text)
            if parts and parts[1] and earlier.speech_end < stretch.speech_end:
                break
        else:
            return
        head, rest = parts
        at = earlier.speech_end * WINDOW_SECONDS
        self.settled.append(replace(segment, text=f" {head}", end=min(at, segment.end)))
        self._take = Take(stretch.speech_end, stretch.end, replace(segment, text=f" {rest}", start=at))
        self._context = _Context(stretch.start, head)
        self._drafted = None
        self._earlier.clear()
        self._begin_anew(earlier.speech_end)

    def _begin_anew(self, speech_end: int) -> None:
        """The open phrase begins in the silence behind window `speech_end`."""
        following = next(
            (at for at in range(speech_end, len(self.speech)) if self.speech[at] >= SPEECH_THRESHOLD),
            len(self.speech),
        )
        self._begin = (speech_end + following) // 2
        self._speech_start = following if following < self._speech_end else None

    def _cut(self, stretch: Stretch, segment: Segment | None) -> None:
        """A long stretch: the words before its widest gap stand, the rest goes with what follows."""
        at = widest_gap(segment, stretch) if segment else None
        end = stretch.end if at is None else int(at / WINDOW_SECONDS)
        kept = segment if segment is None or at is None else words_before(segment, at)
        if kept is not None:
            self.settled.append(kept)
        self._go_on_from(end)

    def _go_on_from(self, end: int) -> None:
        """What was said up to window `end` is settled: the phrase that is being decoded begins there."""
        self._take = self._context = self._drafted = None
        self._earlier.clear()
        if self._closed:
            phrase = self._closed.popleft()
            if end < phrase.speech_end:
                self._closed.appendleft(
                    replace(phrase, begin=end, speech_start=max(end, phrase.speech_start))
                )
            return
        self._begin = end
        self._speech_start = end if end < self._speech_end else None

    # --- text ---

    @property
    def live(self) -> LiveText:
        """Settled and tentative words."""
        tentative = self._take.text if self._take else ""
        if self._draft and len(self._draft) > len(tentative):
            tentative = self._draft
        return LiveText(joined(*(one.text for one in self.settled)), tentative)

    @property
    def answer(self) -> tuple[Segment, ...]:
        """All words, when there is nothing left to be decoded; each text begins with the space it needs."""
        last = self._take.segment if self._take else None
        whole, segments = "", []
        for segment in (*self.settled, last) if last else self.settled:
            text = joined(whole, segment.text)
            segments.append(replace(segment, text=text[len(whole) :]))
            whole = text
        return tuple(segments)
