"""How the program looks on this device, and when it locks. A choice holds at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.device import Device, DeviceChoices
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

SYSTEM = "systeem"
LOOKS = (
    (SYSTEM, "Volg het systeem"),
    (Look.LIGHT.value, "Licht"),
    (Look.DARK.value, "Donker"),
    (Look.CONTRAST.value, "Hoog contrast"),
)
SIZES = tuple((size.name.casefold(), f"{size.value} %") for size in TextSize)
MINUTES = (2, 5, 10, 15, 30, 60)


class DeviceCard(Card):
    """Three choices, kept by `device`."""

    def __init__(self, theme: ThemeContext, device: Device) -> None:
        super().__init__(theme, "Dit apparaat")
        self._device = device
        choices = device.choices
        minutes = sorted({*MINUTES, choices.idle_minutes} - {0})
        self.look = ChoiceBox("Uiterlijk", LOOKS, nothing=None)
        self.size_box = ChoiceBox("Tekstgrootte", SIZES, nothing=None)
        self.idle = ChoiceBox(
            "Op slot na", [(str(count), f"{count} minuten") for count in minutes], nothing=None
        )
        self.look.set_value(choices.look or SYSTEM)
        self.size_box.set_value(choices.text_size)
        self.idle.set_value(str(choices.idle_minutes))
        grid = ResponsiveGrid(theme, weights=(1, 1, 1))
        for label, box in (
            ("Uiterlijk", self.look),
            ("Tekstgrootte", self.size_box),
            ("Op slot als niemand iets doet", self.idle),
        ):
            grid.add(_labelled(theme, label, box))
            box.value_changed.connect(self._choose)
        self.add(grid)
        self.add(TextLabel("De kluis gaat ook op slot met Ctrl+L.", TextRole.HELP))

    def _choose(self) -> None:
        look = self.look.value()
        self._device.choose(
            replace(
                self._device.choices,
                look="" if look == SYSTEM else look,
                text_size=self.size_box.value(),
                idle_minutes=int(self.idle.value() or DeviceChoices().idle_minutes),
            )
        )


def _labelled(theme: ThemeContext, label: str, box: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(4))
    column.addWidget(FieldLabel(label, box))
    column.addWidget(box)
    return both
