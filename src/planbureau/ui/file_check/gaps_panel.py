"""The list of what is missing, with a name and a kind to look for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.rules.dutch import sentence
from planbureau.rules.file_check import GapKind
from planbureau.ui.file_check.gap_list import GapList
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.search_field import SearchField
from planbureau.views import GapRow

ANSWERED = "answered"
"""The choice that shows wishes of which no goal is made on purpose; those are no gaps."""


class GapsPanel(QWidget):
    """`gap_opened` carries a GapRow; `filtered` says that another part of the gaps shows."""

    gap_opened = Signal(object)
    filtered = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self._gaps: tuple[GapRow, ...] = ()
        self._answered: tuple[GapRow, ...] = ()
        self.shown: tuple[GapRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        filters = ResponsiveGrid(theme, weights=(2, 2), narrow=520)
        self.search = SearchField(theme, "Zoek een naam")
        kinds = [(one.value, sentence(one.word)) for one in GapKind]
        kinds.append((ANSWERED, "Wens zonder doel, met de reden"))
        self.kind = ChoiceBox("Wat ontbreekt", kinds, nothing="Alles wat ontbreekt")
        filters.add(self.search)
        filters.add(self.kind)
        column.addWidget(filters)
        self.list = GapList(theme)
        column.addWidget(self.list, 1)
        self.nothing = EmptyState(
            theme,
            "Hier ontbreekt niets",
            "Elk doel heeft een wens, acties en rapportages, en elk plan is besproken en op tijd bekeken.",
            icon="circle-check",
        )
        column.addWidget(self.nothing, 1)
        self.search.query_changed.connect(lambda _: self._filter())
        self.search.results_requested.connect(self.list.setFocus)
        self.kind.value_changed.connect(self._filter)
        self.list.gap_opened.connect(self.gap_opened)

    def show_gaps(
        self, gaps: tuple[GapRow, ...], answered: tuple[GapRow, ...] = (), *, of_everyone: bool
    ) -> None:
        """Shows these, and on request what was answered; a name is looked for only among everyone."""
        self._gaps, self._answered = gaps, answered
        self.search.setVisible(of_everyone)
        if not of_everyone:
            self.search.clear()
        self._filter()

    def first_focus(self) -> QWidget:
        """The list, or what leads to one."""
        return self.list if self.shown else self.kind

    def chosen(self) -> str:
        """The filters in words, for paper; empty when all that is missing shows."""
        parts = [self.kind.currentText()] if self.kind.value() else []
        query = self.search.query().strip() if not self.search.isHidden() else ""
        return ", ".join([*parts, *([f'naam met "{query}"'] if query else [])])

    def _filter(self) -> None:
        query, kind = self.search.query().casefold(), self.kind.value()
        rows = self._answered if kind == ANSWERED else self._gaps
        self.shown = tuple(
            row
            for row in rows
            if query in row.subject_name.casefold() and kind in ("", ANSWERED, row.gap.kind.value)
        )
        self.list.show_gaps(self.shown)
        self.list.setVisible(bool(self.shown))
        self.nothing.setVisible(not self.shown)
        self.filtered.emit()
