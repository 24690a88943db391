"""Step 1: what the plan itself still needs, each line leading to its question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.services.api import Gate
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout

SHOWN = 5
"""How many lines show before somebody asks for all of them."""


class GatesCard(Card):
    """`gate_opened` carries the gate that somebody wants to see in the plan."""

    gate_opened = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        title: str = "1. Nog nodig in het plan",
        ready: str = "Alles wat in het plan nodig is, is ingevuld.",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title, parent=parent)
        self._theme = theme
        self._complete = ready
        self._gates: Sequence[Gate] = ()
        self._all = False
        self._list = QWidget()
        self.add(self._list)
        self._more = Button(theme, "", ButtonKind.LINK, icon="chevron-down")
        self._more.clicked.connect(self._show_all)
        self.add(self._more)

    def show_gates(self, gates: Sequence[Gate]) -> None:
        """Show what may harm somebody, then what is needed, then what deserves a look."""
        self._gates = sorted(gates, key=lambda gate: (not gate.danger, not gate.blocks))
        self._fill()

    def focus_target(self) -> QWidget:
        """The first line, or the card itself when nothing is needed."""
        return next(iter(self._list.findChildren(Button)), self)

    def _fill(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        if not self._gates:
            column.addWidget(self._ready())
        shown = self._gates if self._all else self._gates[:SHOWN]
        for gate in shown:
            column.addWidget(self._line(gate))
        self.body.replaceWidget(self._list, lines)
        lines.show()
        self._list.hide()
        self._list.deleteLater()
        self._list = lines
        rest = len(self._gates) - len(shown)
        self._more.set_label(f"Nog {rest} tonen")
        self._more.setVisible(rest > 0)
        follow_layout(self, self._more)

    def _ready(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(StatusBadge(self._theme, "compleet", Tone.OK))
        row.addWidget(TextLabel(self._complete), 1)
        return line

    def _line(self, gate: Gate) -> QWidget:
        theme = self._theme
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        word, tone, icon = (
            ("nog nodig", Tone.ERR, "circle-alert") if gate.blocks else ("let op", Tone.WARN, "")
        )
        if gate.danger:
            tone, icon = Tone.ERR, "triangle-alert"
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(StatusBadge(theme, word, tone, icon=icon), 0, top)
        head.addWidget(TextLabel(gate.text, TextRole.STRONG), 1)
        where = "Naar de verslagen" if gate.in_annexes else "Naar de vraag"
        open_it = Button(theme, where, ButtonKind.LINK, icon="arrow-right", icon_after=True)
        open_it.setAccessibleName(f"{where}: {gate.text} ({word})")
        open_it.clicked.connect(lambda: self.gate_opened.emit(gate))
        head.addWidget(open_it, 0, top)
        column.addLayout(head)
        why = " ".join(part for part in (gate.why, f"Bron: {gate.source}." if gate.source else "") if part)
        if why:
            column.addWidget(TextLabel(why, TextRole.SMALL))
        return line

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        self.focus_target().setFocus()
