"""What was recorded about one deadline: done, deviations, corrected dates, and what was taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import TermRecordView


class RecordsPart(QWidget):
    """`take_back_requested` carries the record."""

    take_back_requested = Signal(object)

    def __init__(
        self, theme: ThemeContext, records: Sequence[TermRecordView], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for record in records:
            column.addWidget(TextLabel(record.words, TextRole.BODY))
            if record.reason:
                column.addWidget(TextLabel(f"Reden: {record.reason}", TextRole.SMALL))
            column.addWidget(TextLabel(record_line(record), TextRole.SMALL))
            if record.id and not record.taken_back:
                back = Button(theme, "Terugnemen", ButtonKind.LINK, icon="undo-2")
                back.setAccessibleName(f"Terugnemen: {record.words}")
                back.clicked.connect(lambda _=False, record=record: self.take_back_requested.emit(record))
                column.addWidget(back)


def record_line(record: TermRecordView) -> str:
    """When and by whom it was recorded, and whether it was taken back."""
    at = plain_date(record.at.astimezone(AMSTERDAM).date())
    noted = f"Vastgelegd op {at} door {record.by}." if record.by else f"Vastgelegd op {at}."
    return f"{noted} Later {record.taken_back}." if record.taken_back else noted
