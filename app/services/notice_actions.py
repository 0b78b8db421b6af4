"""What the button beside a notice does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.domain.problems import Action
from app.services.notices import Notices
from app.services.view import Notice


class NoticeActions:
    """Does what a notice offers, and takes the notice away.

    Args:
        actions: what to do for each `Action`; gets the recording that the notice is about, or "".
        notices: the stack that the notice is taken from.
    """

    def __init__(self, actions: Mapping[Action, Callable[[str], None]], notices: Notices) -> None:
        self._actions = actions
        self._notices = notices

    def act(self, notice: Notice) -> None:
        """The button was pressed. The notice goes first: what is done may tell of a new problem."""
        self._notices.dismiss(notice.key)
        if notice.action is not None:
            self._actions[notice.action](notice.subject)
