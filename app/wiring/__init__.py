"""Who hears what: every event of the workers, and every wish of the user, with those who answer to it.

Nothing is decided here, and nothing made: `app.program` builds the parts and hands them in as one `Program`.
"""

from __future__ import annotations

from app.wiring.files import wire_files
from app.wiring.guide import wire_guide
from app.wiring.history import wire_history
from app.wiring.models import wire_models
from app.wiring.overlay import begin_overlay, build_overlay, wire_overlay
from app.wiring.privacy import begin_privacy, wire_privacy
from app.wiring.program import Face, Program, draw
from app.wiring.tray import begin_tray, wire_tray
from app.wiring.window import wire_clean_up, wire_window
from app.wiring.workers import wire_dictation, wire_enhancement, wire_facts

__all__ = ["Face", "Program", "begin_overlay", "begin_privacy", "begin_tray", "build_overlay", "draw", "wire"]


def wire(program: Program) -> None:
    """Everything. Called once."""
    wire_dictation(program)
    wire_enhancement(program)
    wire_facts(program)
    wire_models(program)
    wire_files(program)
    wire_history(program)
    wire_window(program)
    wire_clean_up(program)
    wire_tray(program)
    wire_overlay(program)
    wire_privacy(program)
    wire_guide(program)
