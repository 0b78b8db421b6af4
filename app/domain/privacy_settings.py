"""What the user sets about what may leave this computer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    """`this_computer_only` refuses every connection to another computer (`app.domain.connections`);
    `update_notice` asks once a day whether there is a newer Sayso."""

    this_computer_only: bool = False
    update_notice: bool = False
