"""Which deadlines show: of whom, by what kind of rule, and whether what is done shows too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.rules.deadlines import Mark
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import Chip, ChipMode, ChipRow
from planbureau.ui.widgets.flow_layout import FlowLayout
from planbureau.ui.widgets.search_field import SearchField
from planbureau.views import DeadlineRow

_MARKS = (Mark.LAW, Mark.GUIDANCE, Mark.OWN)


@dataclass(frozen=True)
class Filters:
    """What is asked for. No marks chosen means every mark; `query` is part of a name."""

    query: str = ""
    marks: frozenset[Mark] = frozenset()
    only_open: bool = True

    def has_mark(self, row: DeadlineRow) -> bool:
        """Whether the rule of a deadline is of a kind that is asked for."""
        return not self.marks or row.deadline.mark in self.marks


class FilterBar(QWidget):
    """`filters_changed` after each choice; `subject_cleared` when the shown client is let go."""

    filters_changed = Signal()
    subject_cleared = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(theme, "Zoek een cliënt of gezin")
        self.search.setMinimumWidth(theme.px(230))
        self._subject = ChipRow(theme, "Alleen de datums van", ChipMode.REMOVE)
        self._subject.hide()
        self._open = Chip(theme, "Alleen open", ChipMode.TOGGLE, "list-checks")
        self._open.setChecked(True)
        self._marks = {mark: Chip(theme, mark.label.capitalize(), ChipMode.TOGGLE) for mark in _MARKS}
        row = FlowLayout(self, gap=theme.px(8))
        for widget in (self.search, self._subject, self._open, *self._marks.values()):
            row.addWidget(widget)
        for mark, chip in self._marks.items():
            chip.setAccessibleName(f"Soort regel: {mark.label}")
            chip.clicked.connect(lambda _=False: self.filters_changed.emit())
        self._open.clicked.connect(lambda _=False: self.filters_changed.emit())
        self.search.query_changed.connect(lambda _: self.filters_changed.emit())
        self._subject.remove_requested.connect(lambda _: self.subject_cleared.emit())

    def filters(self) -> Filters:
        """What is asked for now."""
        query = "" if self.search.isHidden() else self.search.query()
        marks = frozenset(mark for mark, chip in self._marks.items() if chip.isChecked())
        return Filters(query, marks, self._open.isChecked())

    def show_subject(self, name: str, *, removable: bool = True) -> None:
        """Say whose dates show; an empty name means everyone's, and then one can be searched for."""
        self._subject.setVisible(bool(name) and removable)
        self._subject.set_chips((("subject", name),) if name and removable else ())
        self.search.setVisible(not name)
