"""After adopting: which version there is now, which dates start, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.deadlines import Deadline
from planbureau.rules.dutch import count, long_date, plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import VersionRow

NEAR = timedelta(days=400)
"""How far ahead dates are told one by one: a year, and a little."""


class AdoptedView(QWidget):
    """`print_requested` carries the name of an edition."""

    print_requested = Signal(str)
    back_requested = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        version: VersionRow,
        deadlines: Iterable[Deadline],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        without = (
            "Niet iedereen was akkoord. De reden staat bij deze versie. " if version.without_consent else ""
        )
        self.words = f"Versie {version.number} is {version.how} op {plain_date(version.adopted_on)}."
        detail = f"{without}Deze versie blijft voor altijd zoals zij nu is."
        column.addWidget(Banner(theme, self.words, Tone.OK, detail=detail))
        column.addWidget(self._next())
        column.addWidget(self._dates(deadlines, version.adopted_on + NEAR))

    def _next(self) -> QWidget:
        row = Flow(self._theme.px(10))
        self.print = Button(self._theme, "Druk het plan af", ButtonKind.PRIMARY, icon="printer")
        easy = Button(self._theme, "Makkelijke versie", icon="smile")
        back = Button(self._theme, "Terug naar het plan", icon="arrow-left")
        self.print.clicked.connect(lambda: self.print_requested.emit("professional"))
        easy.clicked.connect(lambda: self.print_requested.emit("easy"))
        back.clicked.connect(self.back_requested)
        for button in (self.print, easy, back):
            row.add(button)
        return row

    def _dates(self, deadlines: Iterable[Deadline], until: date) -> Card:
        card = Card(self._theme, "Deze datums lopen nu")
        running = [one for one in deadlines if one.status.is_open and one.last_date is not None]
        near = [one for one in running if one.last_date is not None and one.last_date <= until]
        for deadline in near:
            card.add(self._line(deadline), divided=True)
        if not running:
            card.add(TextLabel("Er lopen nu geen datums bij dit plan.", TextRole.MUTED))
        elif len(running) > len(near):
            rest = count(len(running) - len(near), "datum", "datums")
            card.add(TextLabel(f"Later nog: {rest}. Je vindt ze in de agenda.", TextRole.MUTED), divided=True)
        return card

    def _line(self, deadline: Deadline) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        day = long_date(deadline.last_date) if deadline.last_date else ""
        column.addWidget(TextLabel(f"{deadline.title}: {day}", TextRole.STRONG))
        column.addWidget(TextLabel(deadline.why, TextRole.MUTED))
        return line
