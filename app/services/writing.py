"""From spoken to cleaned-up text, on the one thread that asks the language model.

The problem: a model may take minutes to load and seconds to write, while the user speaks on, stops it, or
begins the next dictation. So everything goes through one inbox, in order; what can be done before it is asked
for (loading, warming, pieces of what is still being spoken) is done in the time to spare between, and makes
way for an enhancement that is asked for.

The rules:
- Every public method may be called from any thread and returns at once.
- Each `enhance` is answered once, by EnhancementEnded, EnhancementStopped or EnhancementFailed, unless it was
  abandoned. A stop ends what runs at that moment; a number that was stopped stays so.
- A model on the processor does not begin anything in advance while the recognizer computes, and a piece that
  it is writing then is dropped, to be written later.
- No answer is ever cut: what reaches its limit, or does not fit, is split or stays as it was spoken.
- What fails in advance is not told: it is tried again when it is asked for. But where the server was found
  away at the key's going down, the text of that dictation does not wait for it to be away once more, which
  takes seconds on some systems.

Failure mode: a Problem becomes EnhancementFailed, any other exception too, with Unexpected; the worker lives
on.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from app.domain import clean_up_pieces as pieces_of
from app.domain.clean_up_pieces import Piece
from app.domain.enhancement import (
    Enhanced,
    EnhancementBegun,
    EnhancementEnded,
    EnhancementFailed,
    EnhancementStopped,
    TokenWritten,
    WritingFigures,
)
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.problems import Problem, WriterNotRunning, WriterUnreachable
from app.domain.styles import Styles
from app.domain.transcript import LiveText
from app.domain.writing import (
    EndReason,
    Loading,
    WriteEnd,
    WritingPart,
    WrittenToken,
)
from app.services.failures import problem_of
from app.services.model_in_use import ModelInUse
from app.services.passage_writer import PassageWriter, Tally
from app.services.ports import Post, SpareInbox
from app.services.writing_events import WriterLoading
from app.services.writing_ports import Writer, Writing
from app.services.writing_requests import Requests
from app.services.writing_runs import WARMING, Answer, Runs

logger = logging.getLogger(__name__)

POLL_SECONDS: Final = 0.1
"""How often is looked whether the recognizer is idle, while something waits for that."""
MOST_INTERRUPTIONS: Final = 3
"""Of the pieces of one dictation; then the rest waits for the release, and no more work is thrown away."""


@dataclass(slots=True)
class _Spoken:
    """A dictation that is going on."""

    text: str = ""
    language: str = ""
    requests: Requests | None = None
    pieces: tuple[Piece, ...] = ()
    interruptions: int = 0
    is_given_up: bool = False


class WritingService:
    """Cleans dictations up.

    Args:
        inbox: of the writing worker.
        writer: the language models.
        post: takes EnhancementEvents, and of `app.services.writing_events` WriterLoading and WriterReady.
        styles: those there are.
        settings: what is wanted; nothing is asked of the writer before `prepare` or `enhance`.
        is_idle: whether the recognizer does nothing at this moment; called on the worker.
    """

    def __init__(
        self,
        inbox: SpareInbox,
        writer: Writer,
        post: Post,
        styles: Styles,
        settings: EnhancementSettings,
        is_idle: Callable[[], bool],
    ) -> None:
        self._inbox = inbox
        self._writer = writer
        self._post = post
        self._settings = settings
        self._is_idle = is_idle
        self._runs = Runs(post)
        self._model = ModelInUse(writer, post, styles)
        self._spoken: dict[int, _Spoken] = {}
        self._enhanced: set[int] = set()
        self._is_cold = False
        self._away: Problem | None = None
        self._is_at_work = False
        self._is_polling = False

    def apply(self, settings: EnhancementSettings) -> None:
        """Use these settings from the next request on. The host is checked already."""
        self._inbox.call(lambda: self._apply(settings))

    def prepare(self) -> None:
        """A dictation begins: have the model loaded and its fixed prompt read when the text comes."""
        self._inbox.call(self._prepare)

    def heard(self, id: int, text: LiveText, language: str = "") -> None:
        """What is settled of dictation `id` by now; `language` is its Whisper code, where it is known.

        Ends with `enhance` or `abandon`.
        """
        self._inbox.call(lambda: self._heard(id, text.settled, language))

    def enhance(self, id: int, spoken: str, style: str = "", language: str = "") -> None:
        """Clean `spoken` up.

        Args:
            id: of the dictation, or a new one for another enhancement of the same text; used once.
            spoken: as it was heard: what is written of its beginning by then is used only if it is the same.
            style: by its name; empty is the one of the settings.
            language: Whisper's code, or empty.
        """
        self._runs.want(id)
        self._inbox.call(lambda: self._enhance(id, spoken, style, language))

    def stop(self, id: int) -> None:
        """End it now; the spoken text stands. May come at any time, and for one that never began."""
        self._runs.stop(id)

    def abandon(self, id: int) -> None:
        """It is wanted no more: do not answer. May come at any time, and for one that never began."""
        self._runs.abandon(id)
        self._inbox.call(lambda: self._forget(id))

    @property
    def runs(self) -> Runs:
        """What runs on the worker, for others who ask the model there and make way."""
        return self._runs

    @property
    def model(self) -> ModelInUse:
        """The model in use, for the same others."""
        return self._model

    def close(self) -> None:
        """End what runs; unload the model if the user wants that."""
        self._runs.close()
        self._inbox.call(self._close)

    # --- on the worker ---

    def _apply(self, settings: EnhancementSettings) -> None:
        if settings.host != self._settings.host:
            self._writer.use_host(settings.host)
        if (settings.host, settings.model) != (self._settings.host, self._settings.model):
            self._model.forget()
        self._settings = settings

    def _prepare(self) -> None:
        if self._settings.enabled:
            self._is_cold, self._away = True, None
            self._work_ahead()

    def _heard(self, id: int, settled: str, language: str) -> None:
        settings = self._settings
        if not settings.enabled or not settings.pieces or id in self._enhanced or self._runs.is_over(id):
            return
        spoken = self._spoken.setdefault(id, _Spoken())
        spoken.text, spoken.language = settled, language
        self._work_ahead()

    def _forget(self, id: int) -> None:
        # What was put in before is done, so nothing of it can come any more but a late enhance.
        self._spoken.pop(id, None)
        # The next who asks is not the dictation at whose beginning the server was away.
        self._away = None

    def _close(self) -> None:
        if self._settings.unload_at_exit:
            try:
                self._writer.unload(self._settings.model)
            except Problem as problem:
                logger.info("the model was not unloaded: %s", problem.detail)

    # --- in advance ---

    def _work_ahead(self) -> None:
        if not self._is_at_work:
            self._is_at_work = True
            self._inbox.spare(self._ahead())

    def _ahead(self) -> Iterator[None]:
        """Each step is one request; what came into the inbox meanwhile is done before the next."""
        try:
            while self._can_begin() and self._step_ahead():
                yield
        finally:
            self._is_at_work = False

    def _can_begin(self) -> bool:
        if not self._must_wait():
            return True
        if (self._is_cold or self._spoken) and not self._is_polling:
            self._is_polling = True
            self._inbox.call_later(POLL_SECONDS, self._poll)
        return False

    def _poll(self) -> None:
        self._is_polling = False
        self._work_ahead()

    def _must_wait(self) -> bool:
        """Whether the model would take the processor away from the recognizer."""
        return self._settings.yields_to_speech and not self._model.is_on_gpu and not self._is_idle()

    def _step_ahead(self) -> bool:
        """Warm the model up, or write a piece; whether there was anything to do."""
        if self._is_cold:
            self._is_cold = False
            problem = self._tried(self._warm)
            self._away = problem if isinstance(problem, WriterNotRunning | WriterUnreachable) else None
            return True
        for id, spoken in tuple(self._spoken.items()):
            if self._runs.is_over(id):
                self._forget(id)
            elif not spoken.is_given_up and self._piece(id, spoken):
                return True
        return False

    def _warm(self) -> None:
        requests = self._model.requests(self._settings)
        request = requests.warming()
        if not self._model.look(request):
            self._run(WARMING, self._writer.load(request), _nothing)
            self._model.look(request)
        if self._must_wait():
            # Loaded it is; reading the prompt has to wait.
            self._is_cold = True
        else:
            self._run(WARMING, self._writer.warm(request), _nothing)

    def _piece(self, id: int, spoken: _Spoken) -> bool:
        """Clean the next piece of a dictation up; whether there was one."""
        spoken.pieces = pieces_of.standing(spoken.pieces, spoken.text)
        text = pieces_of.next_piece(spoken.text, spoken.pieces)
        if not text:
            return False
        if self._tried(lambda: self._write_piece(id, spoken, text)):
            spoken.is_given_up = True
        return True

    def _write_piece(self, id: int, spoken: _Spoken, text: str) -> None:
        requests = self._model.requests(self._settings)
        if not pieces_of.can_be_pieced(requests.style):
            spoken.is_given_up = True
            return
        if spoken.requests != requests:
            spoken.requests, spoken.pieces = requests, ()
            text = pieces_of.next_piece(spoken.text) or text
        writer = PassageWriter(
            requests, self._writer, lambda writing, on_part: self._run_piece(id, spoken, writing, on_part)
        )
        written = writer.write(text, spoken.pieces, spoken.language, is_last=False)
        if written is not None:
            spoken.pieces += written

    def _run_piece(
        self, id: int, spoken: _Spoken, writing: Writing, on_part: Callable[[WritingPart], None]
    ) -> WriteEnd:
        def make_way(part: WritingPart) -> None:
            on_part(part)
            if self._must_wait():
                writing.stop()

        end = self._run(id, writing, make_way)
        if end.reason is EndReason.STOPPED and self._must_wait():
            spoken.interruptions += 1
            spoken.is_given_up = spoken.interruptions >= MOST_INTERRUPTIONS
        return end

    def _tried(self, work: Callable[[], object]) -> Problem | None:
        """Do what nobody has asked for yet; what went wrong. The user hears of it when asking."""
        try:
            work()
        except Problem as problem:
            logger.info("not done in advance: %s %s", type(problem).__name__, problem.detail)
            self._model.forget()
            return problem
        return None

    # --- when asked ---

    def _enhance(self, id: int, text: str, style: str, language: str) -> None:
        if not self._runs.begin(id):
            return
        self._enhanced.add(id)
        spoken = self._spoken.pop(id, None) or _Spoken()
        away, self._away = self._away, None
        answer: Answer
        try:
            if away is not None:
                raise away
            answer = self._cleaned_up(id, text, spoken, style, language)
        except Exception as error:  # who asked is answered whatever happens
            self._model.forget()
            answer = EnhancementFailed(id, problem_of(error, "cleaning up what you said"))
        self._runs.answer(id, answer)
        self._work_ahead()

    def _cleaned_up(self, id: int, text: str, spoken: _Spoken, style: str, language: str) -> Answer:
        self._tell(id, EnhancementBegun(id))
        requests = self._model.requests(self._settings, style)
        done = pieces_of.standing(spoken.pieces, text) if spoken.requests == requests else ()
        if language != spoken.language:
            done = tuple(self._judged_again(one, requests, language) for one in done)
        if done:
            self._tell(id, EnhancementBegun(id, pieces_of.join(done, requests.style).rstrip()))
        ready, tally = len(done), Tally()
        left = pieces_of.rest(text, done, pieces_of.passage_bytes(requests.style))
        for number, passage in enumerate(left, start=1):
            if done and (gap := pieces_of.gap(done[-1].spoken, requests.style)):
                self._tell(id, TokenWritten(id, gap))
            written = PassageWriter(
                requests,
                self._writer,
                lambda writing, on_part: self._run_told(id, writing, on_part),
                tally,
                self._model.following(self._settings, requests),
            ).write(passage, done, language, is_last=number == len(left))
            if written is None:
                return EnhancementStopped(id)
            done += written
        if tally.problem is not None and len(done) == 1:
            return EnhancementFailed(id, tally.problem)
        if self._model.gpu_share is None:
            self._tried(lambda: self._model.look(requests.warming()))
        figures = WritingFigures(
            requests.model,
            requests.style.name,
            tally.first_token_seconds,
            tally.tokens,
            tally.tokens_per_second,
            len(done),
            ready,
            self._model.gpu_share,
        )
        whole = pieces_of.whole(done, requests.style, language, requests.vocabulary)
        return EnhancementEnded(id, Enhanced(whole, figures))

    def _judged_again(self, piece: Piece, requests: Requests, language: str) -> Piece:
        if not piece.written:
            return piece
        return pieces_of.judged(piece.spoken, piece.written, requests.style, language, requests.vocabulary)

    def _run_told(self, id: int, writing: Writing, on_part: Callable[[WritingPart], None]) -> WriteEnd:
        def tell(part: WritingPart) -> None:
            on_part(part)
            if isinstance(part, WrittenToken):
                self._tell(id, TokenWritten(id, part.text))

        return self._run(id, writing, tell)

    def _tell(self, id: int, event: object) -> None:
        if not self._runs.is_over(id):
            self._post(event)

    # --- the model ---

    def _run(self, id: int, writing: Writing, on_part: Callable[[WritingPart], None]) -> WriteEnd:
        def watch(part: WritingPart) -> None:
            if isinstance(part, Loading):
                self._post(WriterLoading(part.model))
            on_part(part)

        return self._runs.run(id, writing, watch)


def _nothing(_: WritingPart) -> None:
    """For those whose parts are nobody's concern."""
