"""Terms of the law that the organisation keeps shorter for itself (rules G1: stricter always)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.deadlines.kinds import Unit
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.setting_words import DAYS, MONTHS, SettingWords
from planbureau.rules.deadlines.settings import stricter_rules
from planbureau.rules.mark import Mark
from planbureau.services.api import OrganisationService
from planbureau.ui.settings.term_row import TermRow
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

KEPT_IN = "strenger"
ABOUT = (
    "Deze termijnen staan in de wet. Je organisatie kan ze voor zichzelf korter maken, nooit langer. Een "
    "termijn die van de cliënt of de gemeente is, staat hier niet."
)
_UNITS = {Unit.MONTHS: MONTHS, Unit.WORKING_DAYS: "werkdagen", Unit.HOURS: "uren"}


class StricterCard(Card):
    """The rows are made when somebody opens them; each saves itself."""

    saved = Signal()

    def __init__(self, theme: ThemeContext, service: OrganisationService) -> None:
        super().__init__(theme, "Strenger dan de wet")
        self._theme = theme
        self._service = service
        self.rows: dict[str, TermRow] = {}
        self.add(TextLabel(ABOUT, TextRole.MUTED))
        self.open_button = Button(theme, "Toon de termijnen uit de wet", icon="chevron-down")
        self.open_button.clicked.connect(self.open_rows)
        self.add(self.open_button)

    def open_rows(self) -> None:
        """Shows the rows, with what is kept."""
        if self.rows:
            return
        self.open_button.hide()
        grid = ResponsiveGrid(self._theme, narrow=760, gap=(36, 10))
        rules = stricter_rules()
        half = (len(rules) + 1) // 2
        for some in (rules[:half], rules[half:]):
            grid.add(self._column(some))
        self.add(grid)
        self.show_terms()
        first: QWidget = next(iter(self.rows.values())).editor
        first.setFocus()

    def _column(self, rules: Sequence[DeadlineRule]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(6))
        for rule in rules:
            self.rows[rule.id] = self._row(rule)
            column.addWidget(self.rows[rule.id])
        column.addStretch()
        return box

    def _row(self, rule: DeadlineRule) -> TermRow:
        assert rule.interval is not None
        unit = _UNITS.get(rule.interval.unit, DAYS)
        words = SettingWords("", f"{rule.title} ({rule.source})", unit, Mark.LAW)
        row = TermRow(self._theme, rule.id, words, rule.interval.amount)
        row.changed.connect(lambda: self._save(row))
        return row

    def show_terms(self) -> None:
        """Shows what is kept."""
        kept = self._kept()
        for name, row in self.rows.items():
            if not row.message.text():
                row.set_value(kept.get(name))

    def _kept(self) -> dict[str, int]:
        kept = self._service.organisation().terms.get(KEPT_IN)
        return (
            {str(name): int(str(amount)) for name, amount in kept.items()} if isinstance(kept, dict) else {}
        )

    def _save(self, row: TermRow) -> None:
        before, kept = self._service.organisation(), self._kept()
        after = {name: amount for name, amount in kept.items() if name != row.name}
        value = row.value()
        if isinstance(value, int):
            after[row.name] = value
        if after == kept:
            row.show_fault("")
            return
        terms = {name: one for name, one in before.terms.items() if name != KEPT_IN}
        if after:
            terms[KEPT_IN] = dict(after)
        try:
            self._service.save(before, replace(before, terms=terms))
        except PlanbureauError as problem:
            row.show_fault(str(problem))
            return
        row.show_fault("")
        self.saved.emit()
