"""After finishing: what there is now, what it did to the plan, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.deadlines import Deadline
from planbureau.rules.dutch import long_date, plain_date
from planbureau.services.api.annexes import FinishedAnnex
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole

STAYS = "Het blijft voor altijd zoals het nu is."
NEXT = "Wat jullie besloten en afspraken, staat in het plan. De volgende versie staat als concept klaar."


class FinishedView(QWidget):
    """`print_requested` carries the name of an edition."""

    print_requested = Signal(str)
    plan_requested = Signal()
    list_requested = Signal()

    def __init__(
        self,
        theme: ThemeContext,
        title: str,
        made: FinishedAnnex,
        stays: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(14))
        detail = f"{NEXT} {stays or STAYS}" if made.plan_changed else stays or STAYS
        self.words = f"{title} is afgesloten op {plain_date(made.version.adopted_on)}."
        column.addWidget(Banner(theme, self.words, Tone.OK, detail=detail))
        self.next = TextLabel("", TextRole.STRONG)
        self.next.hide()
        column.addWidget(self.next)
        row = Flow(theme.px(10))
        self.plan = Button(theme, "Naar het plan", ButtonKind.PRIMARY, icon="arrow-right")
        self.print = Button(theme, "Afdrukken", icon="printer")
        easy = Button(theme, "Makkelijke versie", icon="smile")
        others = Button(theme, "Alle verslagen en bijlagen", icon="files")
        self.plan.clicked.connect(self.plan_requested)
        self.print.clicked.connect(lambda: self.print_requested.emit("professional"))
        easy.clicked.connect(lambda: self.print_requested.emit("easy"))
        others.clicked.connect(self.list_requested)
        for button in (self.plan, self.print, easy, others):
            row.add(button)
        column.addWidget(row)

    def show_next(self, deadline: Deadline | None) -> None:
        """Says what the agenda asks of the plan first; nothing when it asks nothing."""
        if deadline is not None and deadline.last_date is not None:
            self.next.setText(
                f"Hierna in de agenda: {deadline.title}, uiterlijk {long_date(deadline.last_date)}."
            )
        self.next.setVisible(deadline is not None)
