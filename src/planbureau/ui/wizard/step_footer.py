"""Back, where one is, and onward."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import last_stop_in


class StepFooter(QWidget):
    """`step_requested` carries the id of the step to open."""

    step_requested = Signal(str)

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._here = ""
        self._back_to = ""
        self.back = Button(context, "Vorige", icon="arrow-left")
        self.onward = Button(context, "Volgende", ButtonKind.PRIMARY, icon="arrow-right", icon_after=True)
        self.where = TextLabel("", TextRole.MUTED, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(18))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.where)
        row.addWidget(self.onward)
        self.back.clicked.connect(lambda: self._go(-1))
        self.onward.clicked.connect(lambda: self._go(1))

    def set_steps(self, ids: Sequence[str], here: str, back_to: str = "") -> None:
        """Tells where one is. An empty `here` is the list of what is still needed; `back_to` leads out."""
        self._ids = tuple(ids)
        self._here = here
        self._back_to = back_to if back_to in self._ids else ""
        number = self._ids.index(here) + 1 if here in self._ids else 0
        self.where.setText(f"Stap {number} van {len(self._ids)}" if number else "")
        self.back.setEnabled(number > 1 or bool(self._back_to))
        self.onward.setEnabled(0 < number < len(self._ids))

    def stand_after(self, page: QWidget) -> None:
        """Lets Tab come here from the last field of a step: each step is made later than this bar."""
        last = last_stop_in(page)
        if last is not None:
            QWidget.setTabOrder(last, self.back)
            QWidget.setTabOrder(self.back, self.onward)

    def _go(self, step: int) -> None:
        if self._back_to:
            self.step_requested.emit(self._back_to)
        elif self._here in self._ids:
            self.step_requested.emit(self._ids[self._ids.index(self._here) + step])
