"""A day with a time as people write it ("1 mei 14.00", "gisteren 9u30"), or now with one press."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.clock import AMSTERDAM, Clock
from planbureau.rules.dutch import long_date, plain_date
from planbureau.rules.dutch_moment_input import parse_moment
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.typed_field import TypedField


class MomentField(TypedField[datetime]):
    """The button beside the line takes the present moment. The value is aware."""

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        name: str = "",
        *,
        weekday: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        self.now = Button(context, "Nu", icon="clock")
        super().__init__(context, QLineEdit(), self.now, parent)
        self._clock = clock
        self._words = long_date if weekday else plain_date
        self.line.setPlaceholderText("bijv. 1-3-2026 14:00")
        self.set_name(name)
        self.now.clicked.connect(self._set_now)

    def set_name(self, name: str) -> None:
        """Names the field for a screen reader."""
        self.line.setAccessibleName(name)
        self.now.setAccessibleName(f"Nu, bij {name}" if name else "Nu")

    def _read(self, text: str) -> datetime | None:
        return parse_moment(text, self._clock.now())

    def _shown(self, value: datetime) -> str:
        local = value.astimezone(AMSTERDAM)
        return f"{self._words(local.date())} {local:%H:%M}"

    def _set_now(self) -> None:
        self._accept(parse_moment("nu", self._clock.now()))
        self.line.setFocus()
