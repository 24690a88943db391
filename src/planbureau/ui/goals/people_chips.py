"""People as chips that are on or off: for whom a goal is, who said yes, who helps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow

EVERYONE = "*"


class PeopleChips(QWidget):
    """`everyone` gives a chip that stands for all `people` together ("Hele gezin")."""

    value_changed = Signal()

    def __init__(
        self, context: ThemeContext, name: str, *, everyone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._everyone = everyone
        self._group: tuple[str, ...] = ()
        self._order: tuple[str, ...] = ()
        self.row = ChipRow(context, name, ChipMode.TOGGLE)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.row.chip_toggled.connect(self._toggled)

    def set_people(self, people: Iterable[tuple[str, str]], group: Iterable[str] = ()) -> None:
        """Offer these people; `group` are those whom the chip for everyone stands for."""
        known = tuple(people)
        order = tuple(person for person, _ in known)
        group_ids = tuple(group)
        if (order, group_ids) == (self._order, self._group):
            return
        self._order, self._group = order, group_ids
        whole = ((EVERYONE, self._everyone),) if self._everyone and len(self._group) > 1 else ()
        self.row.set_chips((*whole, *known))

    def value(self) -> tuple[str, ...]:
        """The ids of who is on, in the order of the chips."""
        on = self.row.checked()
        return tuple(person for person in self._order if person in on)

    def set_value(self, ids: Iterable[str]) -> None:
        """Show who is on without emitting anything."""
        on = set(ids)
        if self._group and on >= set(self._group):
            on.add(EVERYONE)
        self.row.set_checked(on)

    def focus_target(self) -> QWidget:
        """What gets the focus when the question does."""
        first = self.row.chip(EVERYONE) or (self.row.chip(self._order[0]) if self._order else None)
        return first or self.row

    def _toggled(self, chip_id: str) -> None:
        on = set(self.row.checked())
        if chip_id == EVERYONE:
            on = on | set(self._group) if EVERYONE in on else on - set(self._group)
        on.discard(EVERYONE)
        self.set_value(on)
        self.value_changed.emit()
