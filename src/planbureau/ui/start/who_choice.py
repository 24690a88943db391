"""“Wie ben je?”: whose password follows. It only shows for a vault that more people open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.ui.background import Job
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import FieldLabel

if TYPE_CHECKING:
    from planbureau.services.api.users import Opener
    from planbureau.ui.start.services import StartServices
    from planbureau.ui.widgets.choice_box import ChoiceBox

QUESTION = "Wie ben je?"


class WhoChoice(QWidget):
    """`look` finds out who there are, beside the window; `last` is the slot that opened the vault last."""

    def __init__(self, theme: ThemeContext, last: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._last = last
        self._job: Job[tuple[Opener, ...]] | None = None
        self._slots: frozenset[str] = frozenset()
        self.box: ChoiceBox | None = None
        """The list of names; made when there is more than one."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.hide()

    def look(self, services: StartServices, folder: Path) -> None:
        """Asks who has a password for the vault in `folder`."""
        self._job = Job(lambda: services.openers(folder), self._found, self._not_found, self)

    def _found(self, openers: tuple[Opener, ...]) -> None:
        if len(openers) < 2:
            return
        self._slots = frozenset(one.slot_id for one in openers)
        box = self._shown_box()
        box.set_options((one.slot_id, one.name) for one in openers)
        if self._last in self._slots:
            box.set_value(self._last)
        self.show()

    def _shown_box(self) -> ChoiceBox:
        if self.box is None:
            # Not prepared at every start: most vaults have one person.
            from planbureau.ui.widgets.choice_box import ChoiceBox

            self.box = ChoiceBox(QUESTION, (), nothing="Kies je naam")
            self._column.addWidget(FieldLabel(QUESTION, self.box))
            self._column.addWidget(self.box)
            QWidget.setTabOrder(self, self.box)  # Order: Tab comes here where the list stands.
        return self.box

    def _not_found(self, problem: Exception) -> None:
        """Opening the vault meets the same problem and tells it."""

    @property
    def several(self) -> bool:
        """Whether there is something to choose."""
        return bool(self._slots)

    def slot_id(self) -> str:
        """The slot that was chosen; empty when nobody was, or there is one person."""
        return "" if self.box is None else self.box.value()

    def waits(self) -> bool:
        """Whether the choice still has to be made; it then gets the focus."""
        if self.box is None or not self.several or self.slot_id():
            return False
        self.box.setFocus()
        return True
