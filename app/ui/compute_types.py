"""The ways of computing as a table: what each costs in memory, speed and accuracy, whether it works here, and
a button for each that failed to try it again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.compute import Way
from app.services.hardware_events import ComputeTypeFacts, DeviceFacts, HardwareFound
from app.ui import hardware_words as words
from app.ui.buttons import Button
from app.ui.controls import Reflow, Remark, label, margins
from app.ui.models_told import ModelWishes
from app.ui.theme import Theme
from app.ui.told import told

TURN: Final = 420
"""Narrower than this the costs stand below the name."""

_NAME_WIDTH: Final = 140


class TypeRow(Reflow):
    """One compute type on one device."""

    def __init__(self, theme: Theme, wishes: ModelWishes, way: Way) -> None:
        super().__init__(TURN, 4)
        self.about = label("", "hint")
        self.cost = label("", "good", wrap=True)
        self.proof = Remark(theme, "good")
        self.again = Button(theme, self.tr("Try again"), "again")
        self.again.setAccessibleName(self.tr("Try %1 again").replace("%1", words.way_words(way)))
        self.again.clicked.connect(lambda: wishes.prove_again_requested.emit(way))
        name = QWidget()
        left = QVBoxLayout(name)
        margins(left, 0, 0, 0, 0, 0)
        left.addWidget(label(way.compute_type, "label"))
        left.addWidget(self.about)
        name.setMinimumWidth(_NAME_WIDTH)
        said = QWidget()
        right = QVBoxLayout(said)
        margins(right, 0, 2, 0, 0, 4)
        right.addWidget(self.cost)
        right.addWidget(self.proof)
        right.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self.row.addWidget(said, 1)

    def show_facts(self, facts: ComputeTypeFacts, *, is_in_use: bool, may_try: bool) -> None:
        """What is known of it; `is_in_use` while a model computes so, `may_try` while nothing else is being
        tried."""
        about = words.about_words(facts)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.cost.setText(words.cost_words(facts))
        if facts.proof is None and is_in_use:
            self.proof.say(self.tr("In use now."), "check", "done")
        else:
            self.proof.say(told(facts.sentence), *words.type_shape(facts))
        self.again.setVisible(facts.proof is not None and not facts.proof.works)
        self.again.setEnabled(may_try)


class ComputeTypes(QWidget):
    """Those of all devices that are there."""

    def __init__(self, theme: Theme, wishes: ModelWishes) -> None:
        super().__init__()
        self._theme, self._wishes = theme, wishes
        self.rows: dict[Way, TypeRow] = {}
        self._shown: list[QWidget] = []
        self.title = label("", "hint", wrap=True)
        self._column = QVBoxLayout(self)
        margins(self._column, 0, 0, 0, 0, 12)
        self._column.addWidget(self.title)
        self.flash = Remark(theme)
        self.torch = label("", "hint", wrap=True)
        for last in (self.flash, self.torch):
            self._column.addWidget(last)

    def show_found(self, found: HardwareFound, in_use: Collection[Way] = (), *, may_try: bool) -> None:
        """What is known now; models in memory compute `in_use`. While the same is there rows stay where they
        are, and the keyboard with them."""
        self.title.setText(words.costs_title(found))
        flash = found.flash_attention
        self.flash.say(told(flash.sentence), "info", "accent" if flash.is_offered else "muted")
        self.torch.setText(told(found.torch.words) if found.torch is not None else "")
        self.torch.setVisible(found.torch is not None)
        shown = [device for device in found.devices if device.is_there]
        offered = [Way(device.device, one.compute_type) for device in shown for one in _offered(device)]
        if list(self.rows) != offered:
            self._lay_out(shown)
        for device in shown:
            for one in _offered(device):
                way = Way(device.device, one.compute_type)
                self.rows[way].show_facts(one, is_in_use=way in in_use, may_try=may_try)

    def controls(self) -> list[QWidget]:
        """What takes the focus, in its order."""
        return [row.again for row in self.rows.values()]

    def _lay_out(self, devices: list[DeviceFacts]) -> None:
        for gone in self._shown:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown.clear()
        self.rows = {}
        for device in devices:
            self._shown.append(label(words.device_title(device.device), "title"))
            for one in _offered(device):
                way = Way(device.device, one.compute_type)
                self.rows[way] = TypeRow(self._theme, self._wishes, way)
                self._shown.append(self.rows[way])
            missing = [one.compute_type for one in device.types if not one.is_offered]
            if missing:
                self._shown.append(label(words.not_offered_words(missing), "hint", wrap=True))
        for at, each in enumerate(self._shown, start=1):
            self._column.insertWidget(at, each)
            # A layout shows what comes later in its own time, and until then it counts as hidden.
            each.show()
        for each in self.findChildren(QWidget):
            each.ensurePolished()


def _offered(device: DeviceFacts) -> list[ComputeTypeFacts]:
    return [one for one in device.types if one.is_offered]
