"""The list beside the month: what comes first, or what is on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.clock import Clock
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole

NEAREST = "Eerstvolgend"


class SideList(Card):
    """`entry_opened` carries the id of a deadline; `all_requested` leaves the one day."""

    entry_opened = Signal(str)
    all_requested = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, NEAREST, parent=parent)
        self._list = AgendaList(theme, clock, NEAREST)
        self._nothing = TextLabel("", TextRole.MUTED)
        self._all = Button(theme, NEAREST, ButtonKind.LINK, icon="arrow-left")
        self.add(self._all)
        self.add(self._nothing)
        self.add(self._list)
        self._list.entry_opened.connect(self.entry_opened)
        self._all.clicked.connect(self.all_requested)

    def show_nearest(self, entries: Iterable[AgendaEntry]) -> None:
        """Show what comes first."""
        self._show(NEAREST, tuple(entries), "Er is de komende weken niets te doen.", one_day=False)

    def show_day(self, title: str, entries: Sequence[AgendaEntry]) -> None:
        """Show what is on one day."""
        self._show(title, entries, "Op deze dag is er niets te doen.", one_day=True)

    def _show(self, title: str, entries: Sequence[AgendaEntry], empty: str, *, one_day: bool) -> None:
        if self.heading is not None:
            self.heading.set_title(title)
        self._all.setVisible(one_day)
        self._nothing.setText("" if entries else empty)
        self._nothing.setVisible(not entries)
        self._list.set_entries(entries)
        self._list.setVisible(bool(entries))
