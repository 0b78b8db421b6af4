"""Every connection that Sayso can make, where it leads, what is sent, and whether it is made now."""

from __future__ import annotations

from app.domain.connections import Connection, Purpose
from app.ui.controls import Line, Remark
from app.ui.privacy_words import leave_words, purpose_words
from app.ui.settings_field import Field
from app.ui.theme import Theme


class ConnectionLine(Field):
    """One connection. It is shown once it is told."""

    def __init__(self, theme: Theme, purpose: Purpose) -> None:
        self.state = Remark(theme, "good")
        title, hint = purpose_words(purpose)
        super().__init__(title, hint, self.state)
        self.shown = Line("hint")
        self.add_below(self.shown)
        self.set_offered(False)

    @property
    def words(self) -> str:
        return f"{super().words} {self.state.words.text()} {self.shown.text()}"

    def show_connection(self, connection: Connection) -> None:
        """Where it leads and what becomes of it."""
        self.state.say(*leave_words(connection))
        self.shown.setText(connection.address)
        self.set_offered(True)
