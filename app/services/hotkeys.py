"""From whatever hears keys here to requests: picks the backend, keeps it alive, reads its presses.

The first backend that is available and starts is used. Its events go through `ChordWatcher`, and what that
asks for is posted. The cancel key is bound only while something is listening, so that Escape is anybody's
the rest of the time. A key of the settings that cannot be one costs itself and no other. Every few seconds
the backend is looked at: a dead one is started again and that is said once; after a sleep, held keys are
forgotten and the chords bound again.

Everything happens on the thread of the inbox; the methods may be called from any thread and return at once.
Failure mode: without a backend, or with the key taken, dictation goes on by button and command line, the
user is told why once per cause, and a backend that becomes available later (a permission given, a portal
that comes up) is used without a restart.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.domain.chord_watcher import (
    CancelPressed,
    ChordPressed,
    ChordReleased,
    ChordRules,
    ChordWatcher,
    Input,
    KeysForgotten,
    ListeningChanged,
    TimePassed,
)
from app.domain.keys import Chord, KeyAction, KeyEvent
from app.domain.problems import HotkeyInvalid, HotkeyProblem, HotkeysStopped, HotkeysUnavailable, Problem
from app.domain.settings import HotkeySettings
from app.domain.sleep_watch import SleepWatch
from app.domain.texts import shown
from app.services.events import Noticed, TalkKeyHeld
from app.services.ports import Clock, Hotkeys, Inbox, Post

logger = logging.getLogger(__name__)

CHECK_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class HotkeysChosen:
    """The backend in use, or its hint, has changed. Both are empty when there is none."""

    name: str
    hint: str


_TAKEN: Final = {
    KeyAction.TALK: shown("it is the talk key already"),
    KeyAction.RAW: shown("it is the key for raw text already"),
    KeyAction.CANCEL: shown("it is the cancel key already"),
}


class HotkeyService:
    """The keys, as the rest of Sayso knows them.

    Args:
        backends: in order of preference.
        clock: the same monotonic seconds as the backends' events.
        inbox: the thread that all this runs on.
        post: gets `StartRequested`, `StopRequested`, `CancelRequested`, `TalkKeyHeld`, `Noticed` and
            `HotkeysChosen`.
        settings: the keys and how they are read.
    """

    def __init__(
        self, backends: Sequence[Hotkeys], clock: Clock, inbox: Inbox, post: Post, settings: HotkeySettings
    ) -> None:
        self._backends = backends
        self._clock = clock
        self._inbox = inbox
        self._post = post
        self._settings = settings
        self._backend: Hotkeys | None = None
        self._watcher = ChordWatcher(ChordRules.of(settings))
        self._is_listening = False
        self._armed: float | None = None
        self._sleep_watch = SleepWatch(clock.wall(), clock.now())
        self._told: set[str] = set()
        self._chosen = HotkeysChosen("", "")
        self._is_running = False
        self._is_paused = False
        self._is_tried = False
        self._is_silent = False
        self._down: set[KeyAction] = set()

    # --- from any thread ---

    def start(self) -> None:
        """Begin to hear keys."""
        self._inbox.call(self._start)

    def apply(self, settings: HotkeySettings) -> None:
        """Use other keys or rules from now on."""
        self._inbox.call(lambda: self._apply(settings))

    def listening(self, is_listening: bool) -> None:
        """Tell at every change whether a dictation is opening or listening, whoever began or ended it."""
        self._inbox.call(lambda: self._listening(is_listening))

    def slept(self) -> None:
        """The computer woke up or the session was unlocked: held keys are forgotten, chords bound again.
        Sleep is also noticed by itself."""
        self._inbox.call(self._renew)

    def pause(self, is_paused: bool) -> None:
        """Hear nothing for a while: the user is choosing a key, and must be able to press the one in use."""
        self._inbox.call(lambda: self._pause(is_paused))

    def silence(self, is_silent: bool) -> None:
        """Hear nothing until the user wants it again: his keys are other programs' meanwhile."""
        self._inbox.call(lambda: self._silence(is_silent))

    def try_out(self, is_tried: bool) -> None:
        """The user tries the talk key out: that it is held is told, and no dictation begins or ends by it."""
        self._inbox.call(lambda: self._try_out(is_tried))

    def stop(self) -> None:
        """Give every key back. Let the inbox do what it holds before closing it."""
        self._inbox.call(self._stop)

    def close(self) -> None:
        """The same at once; only on the inbox's own thread, when that does nothing any more."""
        self._stop()

    # --- on the inbox's thread ---

    def _start(self) -> None:
        if self._is_running:
            return
        self._is_running = True
        self._sleep_watch = SleepWatch(self._clock.wall(), self._clock.now())
        self._choose()
        self._inbox.call_later(CHECK_SECONDS, self._check)

    def _stop(self) -> None:
        self._is_running = False
        if self._backend:
            self._backend.stop()
            self._backend = None

    def _choose(self) -> None:
        problem = HotkeysUnavailable("this desktop offers no way to hear keys in other programs")
        for backend in self._backends:
            if not backend.is_available():
                continue
            try:
                backend.start(self._hear, self._hear_problem)
            except HotkeysUnavailable as refusal:
                if refusal.sentence not in self._told:
                    logger.warning("%s cannot be used: %s", backend.name, refusal.detail or refusal.sentence)
                problem = refusal
                continue
            self._backend = backend
            logger.info("hotkeys by %s", backend.name)
            self._bind()
            break
        else:
            self._tell(problem)
        self._show_backend()

    def _pause(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        if is_paused:
            # The release of a key that is held will not be heard any more.
            self._forget()
        self._bind()

    def _silence(self, is_silent: bool) -> None:
        self._is_silent = is_silent
        if is_silent:
            self._forget()
        self._bind()

    def _try_out(self, is_tried: bool) -> None:
        if is_tried != self._is_tried:
            # What was pressed before is let go where it is not followed any more.
            self._forget()
            self._is_tried = is_tried

    def _bind(self) -> None:
        if not self._backend:
            return
        if self._is_paused or self._is_silent:
            self._backend.bind({})
            return
        chords = self._chords()
        if not self._is_listening:
            chords.pop(KeyAction.CANCEL, None)
        try:
            self._backend.bind(chords)
        except HotkeyProblem as problem:
            self._tell(problem)

    def _chords(self) -> dict[KeyAction, Chord]:
        """Those of the settings that can be; of two that are the same, the first. Tells of the others."""
        keys, chords = self._settings, dict[KeyAction, Chord]()
        wanted = ((KeyAction.TALK, keys.talk), (KeyAction.CANCEL, keys.cancel), (KeyAction.RAW, keys.raw))
        for action, text in wanted:
            if not text.strip():
                continue
            try:
                chord = Chord.parse(text, action)
                for other, own in chords.items():
                    if own == chord:
                        raise HotkeyInvalid(text, _TAKEN[other])
                chords[action] = chord
            except HotkeyInvalid as problem:
                self._tell(problem)
        return chords

    def _apply(self, settings: HotkeySettings) -> None:
        old, self._settings = self._settings, settings
        if (settings.talk, settings.raw, settings.mode) != (old.talk, old.raw, old.mode):
            self._forget()
        self._watcher = replace(self._watcher, rules=ChordRules.of(settings))
        self._told.clear()
        self._bind()

    def _listening(self, is_listening: bool) -> None:
        # Only a change is news: a repetition may be older than what the keys have asked for meanwhile.
        if is_listening == self._is_listening:
            return
        self._is_listening = is_listening
        self._step(ListeningChanged(is_listening), self._clock.now())
        if self._is_running:
            self._bind()

    def _hear(self, event: object) -> None:
        """A backend's `post`; on the backend's thread."""
        if isinstance(event, KeyEvent):
            self._inbox.call(lambda: self._take(event))

    def _hear_problem(self, problem: Problem) -> None:
        """A backend's `on_problem`; on the backend's thread."""
        self._inbox.call(lambda: self._tell(problem))

    def _take(self, event: KeyEvent) -> None:
        if not self._is_running:
            return
        match event.action, event.pressed:
            case KeyAction.TALK | KeyAction.RAW as action, is_down if self._is_tried:
                self._hold(self._down | {action} if is_down else self._down - {action})
            case KeyAction.TALK | KeyAction.RAW as action, True:
                self._step(ChordPressed(action is KeyAction.RAW), event.at)
                self._hold(self._down | {action})
            case KeyAction.TALK | KeyAction.RAW as action, False:
                self._step(ChordReleased(action is KeyAction.RAW), event.at)
                self._hold(self._down - {action})
            case KeyAction.CANCEL, True:
                self._step(CancelPressed(), event.at)

    def _hold(self, down: set[KeyAction]) -> None:
        """`down`: the talk keys that are held now."""
        before, self._down = self._down, down
        if bool(down) != bool(before):
            self._post(TalkKeyHeld(bool(down)))

    def _forget(self) -> None:
        """Releases may have been lost, or will be."""
        self._step(KeysForgotten(), self._clock.now())
        self._hold(set())

    def _step(self, event: Input, at: float) -> None:
        self._watcher, requests = self._watcher.step(event, at)
        for request in requests:
            self._post(request)
        due = self._watcher.wake_at
        if due is not None and due != self._armed:
            self._inbox.call_later(max(0.0, due - self._clock.now()), lambda: self._wake(due))
        self._armed = due

    def _wake(self, due: float) -> None:
        # Behind what is in the inbox already: where this thread was late, the press that makes the release
        # a flicker waits there, and it happened before `due`.
        self._inbox.call(lambda: self._step(TimePassed(), due) if due == self._armed else None)

    def _check(self) -> None:
        if not self._is_running:
            return
        # First of all: whatever goes wrong below, the keys are looked at again.
        self._inbox.call_later(CHECK_SECONDS, self._check)
        self._sleep_watch, slept = self._sleep_watch.look(
            self._clock.wall(), self._clock.now(), CHECK_SECONDS
        )
        if not self._backend:
            self._choose()
        elif not self._backend.is_alive():
            self._restart(self._backend)
        elif slept:
            self._renew()
        self._show_backend()

    def _restart(self, backend: Hotkeys) -> None:
        logger.warning("%s stopped hearing keys; starting it again", backend.name)
        self._forget()
        backend.stop()
        self._backend = None
        self._choose()
        if self._backend:
            self._tell(HotkeysStopped())

    def _renew(self) -> None:
        self._forget()
        self._bind()

    def _tell(self, problem: Problem) -> None:
        """Once per cause: a key that is taken is met again at every dictation."""
        if problem.sentence not in self._told:
            self._told.add(problem.sentence)
            self._post(Noticed(problem))

    def _show_backend(self) -> None:
        backend = self._backend
        chosen = HotkeysChosen(backend.name, backend.hint) if backend else HotkeysChosen("", "")
        if chosen != self._chosen:
            self._chosen = chosen
            self._post(chosen)
