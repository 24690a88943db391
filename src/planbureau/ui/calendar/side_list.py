"""The list beside the month: what comes first, or what is on one day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.clock import Clock
from planbureau.rules.dutch import long_date, sentence
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole

NEAREST = "Eerstvolgend"


class SideList(Card):
    """`entry_opened` carries the id of a line, `new_requested` a day; `all_requested` leaves the one day."""

    entry_opened = Signal(str)
    all_requested = Signal()
    new_requested = Signal(object)

    def __init__(self, theme: ThemeContext, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(theme, NEAREST, parent=parent)
        self._day: date | None = None
        self._list = AgendaList(theme, clock, NEAREST, folds=True)
        self._nothing = TextLabel("", TextRole.MUTED)
        self._all = Button(theme, NEAREST, ButtonKind.LINK, icon="arrow-left")
        self.new_button = Button(theme, "Afspraak op deze dag", ButtonKind.QUIET, icon="calendar-plus")
        self.add(self._all)
        self.add(self._nothing)
        self.add(self._list)
        self.add(self.new_button)
        self._list.entry_opened.connect(self.entry_opened)
        self._all.clicked.connect(self.all_requested)
        self.new_button.clicked.connect(lambda: self.new_requested.emit(self._day))

    def show_nearest(self, entries: Iterable[AgendaEntry]) -> None:
        """Show what comes first."""
        self._show(NEAREST, tuple(entries), "Er is het komende jaar niets te doen.")

    def show_day(self, day: date, entries: Sequence[AgendaEntry]) -> None:
        """Show what is on one day."""
        self._show(sentence(long_date(day)), entries, "Op deze dag is er niets.", day)

    def focus_day(self) -> None:
        """Gives the keyboard to what is on the day, or to the button that adds something."""
        (self.new_button if self._list.isHidden() else self._list).setFocus()

    def _show(self, title: str, entries: Sequence[AgendaEntry], empty: str, day: date | None = None) -> None:
        self._day = day
        if self.heading is not None:
            self.heading.set_title(title)
        self._all.setVisible(day is not None)
        self.new_button.setVisible(day is not None)
        self._nothing.setText("" if entries else empty)
        self._nothing.setVisible(not entries)
        self._list.set_entries(entries)
        self._list.setVisible(bool(entries))
