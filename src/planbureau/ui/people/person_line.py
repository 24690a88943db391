"""One person on a card: name and role, phone number, and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.title_button import TitleButton


class PersonLine(QWidget):
    """`open_person` opens the record of the person, `edit` what he or she is here."""

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        detail: str,
        *,
        open_person: Callable[[], object],
        edit: Callable[[], object],
        edit_name: str,
        icon: str = "",
        marks: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(6))
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(context.px(4))
        self.name_button = TitleButton(context, name)
        self.name_button.clicked.connect(open_person)
        first.addWidget(self.name_button, 0, Qt.AlignmentFlag.AlignLeft)
        if icon:
            first.addWidget(IconLabel(context, icon, "primary", 15))
        first.addStretch()
        words.addLayout(first)
        if detail:
            small = TextLabel(detail, TextRole.SMALL)
            small.setIndent(context.px(6))
            words.addWidget(small)
        row.addLayout(words, 1)
        for mark in marks:
            row.addWidget(mark)
        self.edit_button = IconButton(context, "pencil", edit_name)
        self.edit_button.clicked.connect(edit)
        row.addWidget(self.edit_button)
