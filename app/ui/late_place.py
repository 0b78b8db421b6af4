"""A place in the window whose page is made when it is first gone to.

Problem: the settings and the models hold more widgets than all other pages together, and few dictations need
    them; the window would be on the screen tenths of a second later for them.
Rule: what the page is told before it is there, it is told when it is made: the last of each kind, in the
    order in which they came.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.controls import margins

PageT = TypeVar("PageT", bound=QWidget)


class LatePlace(QWidget, Generic[PageT]):
    """Stands for the page until there is one, and holds it then. `make` makes it; its module should not be
    loaded before."""

    def __init__(self, make: Callable[[], PageT]) -> None:
        super().__init__()
        self._make_page = make
        self._page: PageT | None = None
        self._told: dict[str, Callable[[PageT], None]] = {}
        self._box = QVBoxLayout(self)
        margins(self._box, 0, 0, 0, 0, 0)

    def tell(self, what: str, act: Callable[[PageT], None]) -> None:
        """Do `act` with the page; while there is none, the last of each `what` waits for it."""
        if self._page is not None:
            act(self._page)
        else:
            # The newest goes to the end: it came after the others.
            self._told.pop(what, None)
            self._told[what] = act

    @property
    def page(self) -> PageT:
        """The page, made now where it was not needed before."""
        return self._make() if self._page is None else self._page

    @property
    def is_made(self) -> bool:
        """Whether there is a page."""
        return self._page is not None

    def showEvent(self, event: QShowEvent) -> None:
        if self._page is None:
            self._make()
        super().showEvent(event)

    def _make(self) -> PageT:
        self._page = page = self._make_page()
        for act in self._told.values():
            act(page)
        self._told.clear()
        self._box.addWidget(page)
        page.show()
        return page
