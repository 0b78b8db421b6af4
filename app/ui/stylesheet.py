"""The one style sheet, filled with a theme's tokens.

Widgets say what they are by the dynamic property `kind` (a label: "hint", "title", "error"; a button:
"primary", "flat", "icon"), and never carry a sheet of their own.

Labels have 13 pixels and controls 15, but for those that stand in a line of 13 (kinds "small" and "flat").
Desktops bring fonts of their own for buttons, lists and menus, which Qt takes up anew with each sheet: so
their size is said here. The focus ring is two pixels of accent everywhere; where a border is thinner before,
the padding gives way, so that nothing moves.
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.theme import Tokens

_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 8px; font-size: 13px; }

QLabel { background: transparent; }
QLabel[kind="hint"] { color: $muted; font-size: 13px; }
QLabel[kind="label"] { font-size: 15px; }
QLabel[kind="title"] { font-size: 15px; font-weight: 600; }
QLabel[kind="error"] { color: $live; font-size: 13px; }
QLabel[kind="good"] { color: $text; font-size: 13px; }
QLabel[kind="hero"] { font-size: 17px; }

QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame[kind="rail"] { background: $ground; border: none; border-$trailing: 1px solid $line; }
QFrame[kind="bar"] { background: $ground; border: none; border-top: 1px solid $line; }
QFrame[kind="line"] { background: $line; border: none; min-height: 1px; max-height: 1px; }

QPushButton, QCheckBox, QToolButton, QComboBox, QLineEdit, QAbstractItemView, QMenu { font-size: 15px; }
QCheckBox[kind="small"] { font-size: 13px; }

QPushButton { outline: none; background: $surface; color: $text; border: 1px solid $line;
  border-radius: 8px; padding: 5px 13px; min-height: 22px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; }
QPushButton:disabled { color: $muted; background: $ground; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 12px; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent; }
QPushButton[kind="primary"]:focus { border-color: $accent; }
QPushButton[kind="primary"]:disabled { background: $ground; color: $muted; border-color: $line; }
QPushButton[kind="small"] { font-size: 13px; padding: 2px 9px; min-height: 20px; }
QPushButton[kind="small"]:focus { border: 2px solid $accent; padding: 1px 8px; }
QPushButton[kind="danger"] { color: $live; border-color: $live; }
QPushButton[kind="flat"], QPushButton[kind="plain"], QPushButton[kind="icon"] {
  background: transparent; border: 2px solid transparent; padding: 4px 8px; }
QPushButton[kind="flat"], QPushButton[kind="icon"] { font-size: 13px; padding: 3px 8px; }
QPushButton[kind="icon"] { padding: 3px; }
QPushButton[kind="flat"]:hover, QPushButton[kind="plain"]:hover, QPushButton[kind="icon"]:hover {
  background: $hover; }
QPushButton[kind="flat"]:pressed, QPushButton[kind="plain"]:pressed, QPushButton[kind="icon"]:pressed {
  background: $selected; }
QPushButton[kind="flat"]:focus, QPushButton[kind="plain"]:focus, QPushButton[kind="icon"]:focus {
  border: 2px solid $accent; }
QPushButton[kind="flat"]:disabled, QPushButton[kind="plain"]:disabled { color: $muted; }
QPushButton::menu-indicator { image: none; width: 0; }

QToolButton[kind="place"] { background: transparent; color: $muted; border: 2px solid transparent;
  border-radius: 8px; padding: 6px 4px; font-size: 13px; }
QToolButton[kind="place"]:hover { background: $hover; }
QToolButton[kind="place"]:checked { background: $selected; color: $text; }
QToolButton[kind="place"]:focus { border-color: $accent; }

QTextEdit { background: transparent; color: $text; border: 2px solid transparent; border-radius: 4px;
  padding: 2px 4px; font-size: 17px;
  selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit:focus { border-color: $accent; }
QLineEdit { background: $surface; color: $text; border: 1px solid $handle; border-radius: 8px;
  padding: 5px 9px; min-height: 22px; placeholder-text-color: $muted;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus { border: 2px solid $accent; padding: 4px 8px; }
QPushButton[wrong="true"] { border: 2px solid $live; padding: 4px 12px; }
QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }

QComboBox { combobox-popup: 0; border: 1px solid $line; border-radius: 8px; padding: 5px 32px 5px 9px;
  min-height: 22px; background: $surface; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line; outline: none;
  padding: 4px; selection-background-color: $selected; selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; border-radius: 4px; }
QComboBox QAbstractItemView::item:disabled { color: $muted; }

QListView { background: transparent; border: none; outline: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $handle; border-radius: 3px; min-height: 32px; }
QScrollBar::handle:vertical:hover { background: $muted; }
QScrollBar[idle="true"]::handle:vertical { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(tokens: Tokens, *, selected: str, hover: str, handle: str, is_mirrored: bool) -> str:
    """The sheet for one ground; the others are the tints that the palette has no role for. `is_mirrored`: the
    windows run from right to left."""
    trailing = "left" if is_mirrored else "right"
    return _SHEET.substitute(asdict(tokens), selected=selected, hover=hover, handle=handle, trailing=trailing)
