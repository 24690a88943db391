"""The question for whom a goal is, asked when nobody was chosen yet."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from planbureau.ui.goals.binding import Labelled
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.inline_message import MessageLevel


class WhoDialog(ConfirmDialog):
    """After Accepted `chips.value()` holds at least one person."""

    def __init__(
        self,
        context: ThemeContext,
        people: Iterable[tuple[str, str]],
        group: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context,
            "Voor wie is dit doel?",
            "Kies een of meer mensen. Hun naam komt in de zin.",
            action="Doel maken",
            parent=parent,
        )
        self.chips = PeopleChips(context, "Voor wie", everyone="Hele gezin")
        self.chips.set_people(people, group)
        self._field = Labelled(context, "Voor wie", self.chips)
        self.extra.addWidget(self._field)
        self.chips.focus_target().setFocus()

    def accept(self) -> None:
        """Close only when somebody is chosen."""
        if self.chips.value():
            super().accept()
        else:
            self._field.message.show_message(MessageLevel.TODO, "Kies eerst voor wie dit doel is.")
