"""'Zorg lag stil': days without care of one plan, and the ones that were recorded before (rules T14)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.rules.deadlines.pauses import PauseKind, pause_words
from planbureau.ui.calendar.done_form import foot
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import PauseView

ABOUT = (
    "Een pauze verandert geen datum vanzelf. Termijnen die geen wet zijn, mag je daarna met een reden zoveel "
    "dagen later zetten. Termijnen uit de wet blijven staan."
)


class PauseForm(QWidget):
    """`save_requested` carries the pause as it was, or None, and as it is now; `remove_requested` a pause.

    `foot` holds the buttons; a window may put it elsewhere.
    """

    cancelled = Signal()
    save_requested = Signal(object, object)
    remove_requested = Signal(object)

    def __init__(
        self,
        theme: ThemeContext,
        clock: Clock,
        plan_id: str,
        pauses: Sequence[PauseView],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan_id = plan_id
        self._before: PauseView | None = None
        self.first = DateField(theme, clock, "Eerste dag zonder zorg")
        self.last = DateField(theme, clock, "Laatste dag zonder zorg")
        self.kind = ChoiceBox("Waarom", tuple((one.value, one.label) for one in PauseKind))
        self.reason = LongTextEdit(theme, "Toelichting", lines=2)
        self._message = InlineMessage(theme, self.first.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(TextLabel(ABOUT, TextRole.MUTED))
        for pause in pauses:
            column.addWidget(self._line(pause))
        for label, field in (
            ("Eerste dag zonder zorg", self.first),
            ("Laatste dag zonder zorg (leeg: nog bezig)", self.last),
            ("Waarom", self.kind),
            ("Toelichting (mag leeg)", self.reason),
        ):
            column.addWidget(FieldLabel(label, field))
            column.addWidget(field)
        column.addWidget(self._message)
        save = Button(theme, "Pauze vastleggen", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        self.foot = foot(theme, save, self.cancel_button)
        column.addWidget(self.foot)
        save.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancelled)

    def _line(self, pause: PauseView) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        assert pause.first_day is not None
        days = pause_words(pause.first_day, pause.last_day)
        why = PauseKind(pause.kind).label if pause.kind in {one.value for one in PauseKind} else ""
        line.addWidget(TextLabel(" · ".join(part for part in (days, why, pause.reason) if part)), 1)
        edit = IconButton(self._theme, "pencil", f"Pauze van {days} wijzigen")
        edit.clicked.connect(lambda: self._edit(pause))
        line.addWidget(edit)
        remove = IconButton(self._theme, "trash-2", f"Pauze van {days} weghalen")
        remove.clicked.connect(lambda: self.remove_requested.emit(pause))
        line.addWidget(remove)
        return row

    def _edit(self, pause: PauseView) -> None:
        self._before = pause
        self.first.set_value(pause.first_day)
        self.last.set_value(pause.last_day)
        self.kind.set_value(pause.kind)
        self.reason.set_value(pause.reason)
        self.last.line.setFocus()

    def focus_target(self) -> QWidget:
        """What gets the focus when the form opens."""
        return self.first.line

    def after_put_back(self) -> None:
        """What was typed stands in the fields again; nothing follows from it."""

    def show_problem(self, text: str) -> None:
        """Say why it was not kept; what was typed stays."""
        self._message.show_message(MessageLevel.ERROR, text)

    def _save(self) -> None:
        self.first.commit()
        self.last.commit()
        if self.first.is_valid() and self.last.is_valid():
            first, last = self.first.value(), self.last.value()
            start = self._before or PauseView("", self._plan_id)
            kind, reason = self.kind.value(), self.reason.value().strip()
            made = replace(start, first_day=first, last_day=last, kind=kind, reason=reason)
            self.save_requested.emit(self._before, made)
