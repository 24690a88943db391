"""Begins a home visit: from then on only one home is on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from planbureau.ui.people.desk import Desk
from planbureau.ui.places import HomeVisit
from planbureau.ui.visiting import menu_of_homes
from planbureau.ui.widgets.buttons import Button
from planbureau.views import HouseholdView


class VisitButton(Button):
    """For a client with two homes it first asks which of them is visited."""

    def __init__(self, desk: Desk, client_id: str, homes: tuple[HouseholdView, ...]) -> None:
        super().__init__(desk.theme, "Huisbezoek (F9)", icon="house")
        self._desk = desk
        self._client_id = client_id
        self._homes = homes
        self.clicked.connect(self._begin)

    def menu_of_homes(self) -> QMenu:
        """The homes to choose from."""
        return menu_of_homes(self, self._homes, self._visit)

    def _begin(self) -> None:
        if len(self._homes) < 2:
            self._visit("")
            return
        menu = self.menu_of_homes()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _visit(self, household_id: str) -> None:
        self._desk.go(HomeVisit(self._client_id, household_id))
