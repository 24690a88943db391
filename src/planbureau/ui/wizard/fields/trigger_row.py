"""One trigger date with what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM, Clock
from planbureau.rules.deadlines import Deadline, TriggerField
from planbureau.rules.deadlines.triggers import can_lie_ahead
from planbureau.rules.dutch import long_date, plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.views import CorrectionView

_WIDEST = 380
_AHEAD = (
    "Deze dag moet nog komen. De termijnen tellen alvast vanaf die dag. Komt het anders? Verander hem dan."
)
_TOO_EARLY = "Deze dag moet nog komen. Vul hem in als het is gebeurd. Wat je typte blijft hier staan."
_ALWAYS_AHEAD = "einddatum_beschikking"


class TriggerRow(QWidget):
    """`day_changed` carries the new day, or None when it was emptied.

    `last_day` is the last day that can have passed, as the vault knows it.
    """

    day_changed = Signal(object)

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        field: TriggerField,
        last_day: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._last_day = last_day
        self.field = field
        self._shown: Sequence[Deadline] | None = None
        self.date = DateField(context, clock, field.label)
        self.date.setMaximumWidth(context.px(_WIDEST))
        self.date.value_changed.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        column.addWidget(FieldLabel(field.label, self.date))
        if field.help:
            column.addWidget(TextLabel(field.help, TextRole.HELP))
        column.addWidget(self.date)
        if field.why:
            column.addWidget(HelpBubble(context, field.why, about=field.label))
        self._follows = QFrame()
        self._follows.setProperty("card", "sunken")
        self._lines = QVBoxLayout(self._follows)
        self._lines.setContentsMargins(context.px(12), context.px(8), context.px(12), context.px(8))
        self._lines.setSpacing(context.px(2))
        column.addWidget(self._follows)
        self._ahead = TextLabel(_AHEAD, TextRole.SMALL)
        self._ahead.hide()
        column.addWidget(self._ahead)
        self._earlier = TextLabel("", TextRole.SMALL)
        self._earlier.hide()
        column.addWidget(self._earlier)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _tell(self) -> None:
        if not self.date.is_valid():
            return  # what is no date does not empty the date that was known
        day = self.date.value()
        if day is not None and day > self._last_day() and not can_lie_ahead(self.field.name):
            self.date.refuse(_TOO_EARLY)
        else:
            self.day_changed.emit(day)

    def commit(self) -> None:
        """Reads the line now."""
        self.date.commit()

    def show_earlier(self, corrections: Sequence[CorrectionView]) -> None:
        """Shows what stood here before, who changed it, when and why; the latest first (rules T13)."""
        self._earlier.setText("\n".join(_earlier_words(one) for one in corrections))
        self._earlier.setVisible(bool(corrections))

    def show_state(self, day: date | None, deadlines: Sequence[Deadline]) -> None:
        """Shows the stored day and the terms that follow from it, each with its why."""
        if self.date.value() != day and self.date.is_valid():
            self.date.set_value(day)
        self._ahead.setVisible(
            day is not None and day > self._last_day() and self.field.name != _ALWAYS_AHEAD
        )
        found = [one for one in deadlines if one.last_date is not None and day is not None]
        if found == self._shown:
            return
        self._shown = found
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in found:
            when = long_date(one.last_date) if one.last_date else ""
            self._lines.addWidget(TextLabel(f"{one.title}: {when}", TextRole.STRONG))
            self._lines.addWidget(TextLabel(one.why, TextRole.SMALL))
        self._follows.setVisible(bool(found))


def _earlier_words(one: CorrectionView) -> str:
    old = plain_date(one.old) if one.old is not None else "leeg"
    at = plain_date(one.at.astimezone(AMSTERDAM).date())
    by = f" door {one.by}" if one.by else ""
    why = f": {one.why}" if one.why else ""
    return f"Eerst {old}. Veranderd op {at}{by}{why}"
