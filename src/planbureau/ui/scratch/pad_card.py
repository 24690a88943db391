"""The pad of one visit: its lines, until when they may wait, and the way to close it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date, relative_day, sentence
from planbureau.ui.scratch.line_row import LineRow
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ScratchPadView

CLOSE = "Kladblad wegdoen"


class PadCard(Card):
    """`close_requested` carries the id of the pad."""

    close_requested = Signal(str)

    def __init__(self, theme: ThemeContext, pad: ScratchPadView, today: date) -> None:
        day = pad.started_at.astimezone(AMSTERDAM).date()
        self.close_button = Button(theme, CLOSE, ButtonKind.QUIET, icon="trash-2")
        words = relative_day(day, today)
        super().__init__(theme, f"Bezoek van {words}", action=self.close_button)
        self.pad = pad
        self.close_button.setAccessibleName(f"{CLOSE}: bezoek van {words}")
        self.close_button.clicked.connect(lambda: self.close_requested.emit(pad.id))
        self.rows = [LineRow(theme, line) for line in pad.lines]
        for row in self.rows:
            self.add(row, divided=True)
        late = pad.clear_by <= today
        left = "Alles is verwerkt." if not pad.left else f"Nog te verwerken: {pad.left}."
        by = "Doe dit kladblad weg" if not pad.left else "Verwerk de regels en doe het kladblad weg"
        tone = Tone.WARN if late else None
        note = f"{sentence(left)} {by}, uiterlijk op {plain_date(pad.clear_by)}."
        self.add(TextLabel(note, TextRole.SMALL, tone=tone), divided=True)
