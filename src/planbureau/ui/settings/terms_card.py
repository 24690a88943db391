"""The organisation's own terms: stricter than the law may, looser may not (rules G1)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines.setting_words import SETTING_WORDS
from planbureau.rules.deadlines.settings import DEFAULT_SETTINGS
from planbureau.services.api import OrganisationService
from planbureau.ui.settings.term_row import TermRow
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

EXPLANATION = (
    "Hier kies je eigen termijnen. ‘Wet’ is een grens van de wet: die kun je alleen strenger maken. "
    "Alle datums in de agenda rekenen er meteen mee."
)


class TermsCard(Card):
    """Each row saves itself; what cannot be stands below its row, and the old value holds."""

    saved = Signal()

    def __init__(self, theme: ThemeContext, service: OrganisationService) -> None:
        super().__init__(theme, "Eigen termijnen")
        self._theme = theme
        self._service = service
        self.rows: dict[str, TermRow] = {}
        self.add(TextLabel(EXPLANATION, TextRole.MUTED))
        grid = ResponsiveGrid(theme, narrow=760, gap=(36, 10))
        for group in dict.fromkeys(words.group for words in SETTING_WORDS.values()):
            grid.add(self._group(group))
        self.add(grid)
        self.show_terms()

    def _group(self, group: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, self._theme.px(8), 0, 0)
        column.setSpacing(self._theme.px(6))
        column.addWidget(TextLabel(group, TextRole.HEADING))
        for name, words in SETTING_WORDS.items():
            if words.group == group:
                row = TermRow(self._theme, name, words, getattr(DEFAULT_SETTINGS, name))
                row.changed.connect(lambda row=row: self._save(row))
                self.rows[name] = row
                column.addWidget(row)
        column.addStretch()
        return box

    def show_terms(self) -> None:
        """Shows what is kept."""
        terms = self._service.organisation().terms
        for name, row in self.rows.items():
            if not row.message.text():
                row.set_value(terms.get(name))

    def _save(self, row: TermRow) -> None:
        before = self._service.organisation()
        terms = {name: value for name, value in before.terms.items() if name != row.name}
        value = row.value()
        if value is not None:
            terms[row.name] = value
        if terms == dict(before.terms):
            row.show_fault("")
            return
        try:
            self._service.save(before, replace(before, terms=terms))
        except PlanbureauError as problem:
            row.show_fault(str(problem))
            return
        row.show_fault("")
        self.saved.emit()
