"""Proof that the recovery code is on paper: two of its groups are typed from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.ui.start.code_text import Pick, groups_of, pick_at_random, signs_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

ASKED = 2


class ConfirmStep(QWidget):
    """Asks two groups by number. Whoever types the whole code in the first field is right too."""

    submit_requested = Signal()

    def __init__(self, theme: ThemeContext, code: str, pick: Pick = pick_at_random) -> None:
        super().__init__()
        self._code = code
        groups = groups_of(code)
        self._asked = sorted(pick(range(len(groups)), ASKED))
        self._groups = groups
        self.fields: list[QLineEdit] = []
        grid = ResponsiveGrid(theme, narrow=260)
        for number in self._asked:
            grid.add(self._field(theme, number))
        self.message = InlineMessage(theme, self.fields[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(grid)
        column.addWidget(self.message)

    def _field(self, theme: ThemeContext, number: int) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        field = QLineEdit()
        column.addWidget(FieldLabel(f"Groep {number + 1}", field))
        column.addWidget(field)
        field.returnPressed.connect(self.submit_requested)
        field.textEdited.connect(lambda _: self.message.clear())
        self.fields.append(field)
        return box

    @property
    def asked(self) -> tuple[int, ...]:
        """The numbers of the groups that are asked, from 0."""
        return tuple(self._asked)

    def focus_target(self) -> QWidget:
        """What gets the focus when the widget does."""
        return self.fields[0]

    def complete(self) -> bool:
        """Whether the groups are right; says which one is not."""
        typed = [signs_of(field.text()) for field in self.fields]
        if signs_of(self._code) in typed:
            return True
        for field, number, signs in zip(self.fields, self._asked, typed, strict=True):
            if signs != signs_of(self._groups[number]):
                self.message.show_message(
                    MessageLevel.ERROR, f"Groep {number + 1} klopt nog niet. Kijk op je papier."
                )
                field.setFocus()
                field.selectAll()
                return False
        return True
