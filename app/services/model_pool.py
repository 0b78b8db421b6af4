"""Keeps several speech models in memory, so that switching between them is at once.

The problem: a model takes seconds to load and hundreds of MB, and dictations, files, timers and settings ask
for models, use them and drop them from several threads at once.

The rules:
- A model is used under a lease, by one thread at a time. One in use is never unloaded.
- Loading and unloading take turns: never two at once, so that memory is counted right. Only those wait that
  need a model which is not there. One that is being loaded for another is waited for, not loaded twice.
- A model that is asked for is loaded whatever the budget says, after those that may go have gone; one that
  is loaded ahead only where there is room, and after all that are asked for.
- A failed loading is raised to all that wait for it, and tried anew when asked for again. Nothing is unloaded
  for a model that is not there.
- One that died in use, as a process of its own can, is lent to nobody any more.

A thread may lease the same model again inside its lease. Two threads that each hold one model and wait for
the other's would wait for ever, so nobody waits for a second one while holding a first that others want.
Raises Problems only. Which models go is decided by `app.domain.model_budget`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from app.domain.compute import CPU, CUDA, device_words
from app.domain.model_budget import (
    Held,
    LeftOut,
    Limits,
    LoadAwaited,
    LoadBegan,
    Loaded,
    LoadFailed,
    ModelWish,
    OverBudget,
    Unloaded,
    Why,
    exactly,
    idle,
    making_room,
    over_budget,
    preload_order,
    surplus,
    wish_of,
)
from app.domain.problems import EngineDied, OutOfMemory, Problem, RecognitionFailed, Unexpected
from app.domain.settings import Device, SpeechSettings
from app.domain.texts import shown
from app.services.failures import problem_of
from app.services.model_pool_parts import Loading, PooledModel, Scales
from app.services.ports import Clock, Post, Recognizer, RecognizerLoader

logger = logging.getLogger(__name__)

Choice = Callable[[Sequence[Held]], Sequence[ModelWish]]
"""Says which of the models in memory are to go."""

LOADING: Final = shown("loading a speech model")
CLOSED: Final = "the models were unloaded for good"


class ModelPool:
    """The speech models in memory. Every method may be called from any thread.

    Args:
        loader: gives loaded and proved models.
        find: makes sure that the model of given settings is there; raises a Problem where it is not.
        clock: for last uses.
        post: takes LoadBegan, LoadAwaited, Loaded, LoadFailed, LeftOut, OverBudget and Unloaded.
        scales: what models take.
        limits: how much is kept, and how long.
    """

    def __init__(
        self,
        loader: RecognizerLoader,
        find: Callable[[SpeechSettings], object],
        clock: Clock,
        post: Post,
        scales: Scales,
        limits: Limits,
    ) -> None:
        self._loader = loader
        self._find = find
        self._clock = clock
        self._post = post
        self._scales = scales
        self._limits = limits
        self._changed = threading.Condition()
        self._models: dict[ModelWish, PooledModel] = {}
        self._loads: dict[ModelWish, Loading] = {}
        self._is_busy = False
        self._is_closed = False

    @property
    def state(self) -> tuple[Held, ...]:
        """The models in memory, in the order in which they were loaded."""
        with self._changed:
            return tuple(model.held for model in self._models.values())

    @contextmanager
    def lease(self, settings: SpeechSettings) -> Iterator[Recognizer]:
        """The model of `settings`, for this thread alone until the end of the block; loaded if it is not
        there. Raises what the loader raises, or RecognitionFailed after `close`. A block that ends with
        EngineDied takes the model out of the pool."""
        model, has_died = self._take(settings), False
        try:
            yield model.recognizer
        except EngineDied:
            has_died = True
            raise
        finally:
            with self._changed:
                model.release(self._clock.now())
                if has_died and self._models.get(model.held.wish) is model:
                    del self._models[model.held.wish]
                self._changed.notify_all()
            if has_died:
                self._scales.close(model.recognizer)
                self._post(Unloaded(model.held, Why.DIED))
            self._settle()

    def is_loaded(self, settings: SpeechSettings) -> bool:
        """Whether the model of `settings` is in memory."""
        with self._changed:
            return wish_of(settings) in self._models

    def drop(self, settings: SpeechSettings) -> None:
        """Unload the model of just these settings where nobody uses it, after a loading under way."""
        wish = wish_of(settings)
        with self._turn():
            self._unload(lambda held: [one.wish for one in held if one.wish == wish], Why.ASKED)

    def preload(self, selected: SpeechSettings, others: Sequence[SpeechSettings] = ()) -> Iterator[None]:
        """A job for spare time: loads one model with each step, the selected one first.

        Loading that one counts as a use, and is done whatever the budget says. A failure is only told.
        """
        for number, settings in enumerate(preload_order(selected, others, self._scales.expected)):
            self._preload(settings, is_wanted=number == 0)
            yield

    def tick(self) -> None:
        """Unload what has been idle too long. Call it every minute or so; never waits for a loading."""

        def choice(held: Sequence[Held]) -> Sequence[ModelWish]:
            return idle(held, self._limits, self._clock.now())

        if self._begin_turn(choice):
            try:
                self._unload(choice, Why.IDLE)
            finally:
                self._end_turn()

    def apply(self, limits: Limits) -> None:
        """Keep to other limits from now on; never waits for a loading, whose end will keep to them."""
        with self._changed:
            self._limits = limits
        self._settle()

    def unload(self, model: str) -> bool:
        """Unload `model` (a name or a folder) in all its ways, after a loading under way. False where it is
        in use, and therefore stays."""
        with self._turn():
            self._unload(lambda held: [one.wish for one in held if one.model == model], Why.ASKED)
            with self._changed:
                return all(wish.model != model for wish in self._models)

    def close(self) -> None:
        """Unload all: at once what nobody uses, the rest when its use ends. Nothing is loaded any more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()
        self._settle()

    # --- who gets which model ---

    def _take(self, settings: SpeechSettings) -> PooledModel:
        """Raises a Problem."""
        wish, user = wish_of(settings), threading.get_ident()
        while True:
            with self._changed:
                if self._is_closed:
                    raise RecognitionFailed(CLOSED)
                if model := self._models.get(wish):
                    if model.take(user, self._clock.now()):
                        return model
                    self._changed.wait()
                    continue
                load = self._loads.get(wish)
                is_mine = load is None
                if load is None:
                    load = self._loads[wish] = Loading(is_wanted=True)
                load.is_wanted = True
                self._changed.notify_all()
            if is_mine and (model := self._load(settings, load, user)):
                return model
            self._await(load, wish)

    def _await(self, load: Loading, wish: ModelWish) -> None:
        """Wait for another thread's loading. Raises its Problem, unless it was given up too soon for one who
        needs the model; RecognitionFailed after `close`."""
        self._post(LoadAwaited(wish.model))
        with self._changed:
            while not (load.is_ended or self._is_closed):
                self._changed.wait()
            if self._is_closed:
                raise RecognitionFailed(CLOSED)
        if load.problem and not load.is_hasty:
            raise load.problem

    def _preload(self, settings: SpeechSettings, *, is_wanted: bool) -> None:
        wish = wish_of(settings)
        with self._changed:
            if self._is_closed or wish in self._models or wish in self._loads:
                return
            load = self._loads[wish] = Loading(is_wanted=is_wanted)
        try:
            self._load(settings, load, None)
        except Problem as problem:
            logger.info("%s was not loaded ahead: %s", wish.model, problem)

    # --- loading ---

    def _load(self, settings: SpeechSettings, load: Loading, user: int | None) -> PooledModel | None:
        """Load and keep the model, leased to `user` if given; None where there was no room ahead of need.
        Raises a Problem, which is told as well."""
        wish = wish_of(settings)
        problem: Problem = Unexpected(LOADING)
        try:
            with self._turn(load):
                self._find(settings)
                if not self._has_room(settings, load):
                    return None
                self._post(LoadBegan(wish.model))
                recognizer = self._obtain(settings, load)
                model = self._keep(settings, recognizer, load, user)
                self._post(Loaded(model.held))
                self._unload(self._unneeded, Why.ROOM)
                self._tell_excess(model.held)
                return model
        except Exception as error:  # who waits for the model is to be told
            problem = problem_of(error, LOADING)
            self._post(LoadFailed(wish.model, problem))
            if problem is error:
                raise
            raise problem from error
        finally:
            # Also where the interpreter itself is ended in between: nobody may wait for ever.
            with self._changed:
                if not load.is_ended:
                    self._end(wish, load, problem)

    def _end(self, wish: ModelWish, load: Loading, problem: Problem | None) -> None:
        """Under the lock."""
        load.is_ended, load.problem = True, problem
        self._loads.pop(wish, None)
        self._changed.notify_all()

    def _has_room(self, settings: SpeechSettings, load: Loading) -> bool:
        """Make room for a model that is wanted; one that is only ahead of need goes without.
        Raises RecognitionFailed after `close`."""
        coming = self._scales.expected(settings)
        with self._changed:
            if self._is_closed:
                raise RecognitionFailed(CLOSED)
            held = [model.held for model in self._models.values()]
            if not load.is_wanted and over_budget(held, self._limits, coming.device, coming.size_bytes):
                load.is_hasty = True
                self._end(wish_of(settings), load, RecognitionFailed("there was no room ahead of need"))
        if load.is_hasty:
            self._post(LeftOut(settings.model, coming.device, coming.size_bytes))
            return False
        self._unload(lambda held: making_room(held, self._limits, coming), Why.ROOM)
        return True

    def _obtain(self, settings: SpeechSettings, load: Loading) -> Recognizer:
        """Load, and where other models are in the way, once more without them. Raises as the loader does."""
        try:
            loaded = self._loader.load(settings)
        except OutOfMemory:
            if not self._clear(load, (CPU, CUDA)):
                raise
            return self._loader.load(settings)
        if settings.device is Device.CPU or loaded.facts.device != CPU or not loaded.facts.fallbacks:
            return loaded
        # The card's memory may have been too short for two. Ahead of need, a slow model is no help.
        is_beside = any(held.device == CUDA for held in self.state)
        if is_beside and (self._clear(load, (CUDA,)) or load.is_hasty):
            self._scales.close(loaded)
            if load.is_hasty:
                raise OutOfMemory(device_words(CUDA))
            return self._loader.load(settings)
        return loaded

    def _clear(self, load: Loading, devices: Sequence[str]) -> bool:
        """Unload what nobody uses on `devices`, for a model that is wanted; whether anything went."""
        with self._changed:
            load.is_hasty = not load.is_wanted
        if load.is_hasty:
            return False
        return self._unload(lambda held: [one.wish for one in held if one.device in devices], Why.ROOM)

    def _keep(
        self, settings: SpeechSettings, recognizer: Recognizer, load: Loading, user: int | None
    ) -> PooledModel:
        """Raises RecognitionFailed where the pool was closed meanwhile."""
        wish, facts, now = wish_of(settings), recognizer.facts, self._clock.now()
        exact = exactly(settings, facts)
        estimate, size = (
            self._scales.estimated(exact).size_bytes,
            self._scales.expected(exact, wish).size_bytes,
        )
        with self._changed:
            if not self._is_closed:
                last_used = now if load.is_wanted else None
                held = Held(wish, facts.device, facts.compute_type, size, now, last_used, False)
                model = self._models[wish] = PooledModel(held, recognizer, estimate)
                if user is not None:
                    model.take(user, now)
                self._end(wish, load, None)
                return model
        self._scales.close(recognizer)
        raise RecognitionFailed(CLOSED)

    def _tell_excess(self, held: Held) -> None:
        with self._changed:
            excess = over_budget([model.held for model in self._models.values()], self._limits, held.device)
        if excess:
            self._post(OverBudget(held.model, held.device, excess))

    # --- unloading ---

    def _unneeded(self, held: Sequence[Held]) -> Sequence[ModelWish]:
        """Under the lock: what the budgets have no room for; everything when closed."""
        return [one.wish for one in held] if self._is_closed else surplus(held, self._limits)

    @contextmanager
    def _turn(self, load: Loading | None = None) -> Iterator[None]:
        """The right to load and unload; those who load ahead of need let all others go first."""
        with self._changed:
            while self._is_busy or (load and not load.is_wanted and self._is_awaited(load)):
                self._changed.wait()
            self._is_busy = True
        try:
            yield
        finally:
            self._end_turn()

    def _is_awaited(self, but: Loading) -> bool:
        return any(load.is_wanted for load in self._loads.values() if load is not but)

    def _end_turn(self) -> None:
        """Give the turn up, once nothing is left that could not go before: a lease may have ended."""
        while True:
            with self._changed:
                if not self._pick(self._unneeded):
                    self._is_busy = False
                    self._changed.notify_all()
                    return
                why = Why.CLOSING if self._is_closed else Why.ROOM
            self._unload(self._unneeded, why)

    def _begin_turn(self, choice: Choice) -> bool:
        """Take the turn where there is anything of `choice` to unload; not while somebody has it, who keeps
        to the limits at its end."""
        with self._changed:
            if self._is_busy or not self._pick(choice):
                return False
            self._is_busy = True
            return True

    def _settle(self) -> None:
        """Unload what is not needed any more."""
        if self._begin_turn(self._unneeded):
            self._end_turn()

    def _pick(self, choice: Choice) -> list[ModelWish]:
        """Under the lock: those of `choice` that nobody uses."""
        held = [model.held for model in self._models.values()]
        return [wish for wish in choice(held) if not self._models[wish].held.in_use]

    def _unload(self, choice: Choice, why: Why) -> bool:
        """With the turn: unload those of `choice` that nobody uses; whether there were any."""
        with self._changed:
            going = [self._models.pop(wish) for wish in self._pick(choice)]
        for model in going:
            self._scales.unload(model)
            self._post(Unloaded(model.held, why))
        return bool(going)
