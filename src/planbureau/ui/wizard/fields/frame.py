"""Step one: under which law, what applies, which dates are known, and the terms that follow at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import FlagDetail
from planbureau.rules.dates import age_on
from planbureau.rules.deadlines import TriggerField, triggers_for
from planbureau.rules.regime import Regime
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.wizard.fields.corrected_date import ask_reason
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.trigger_row import TriggerRow
from planbureau.views import CorrectionView

_OF_AGE = 18
# Law: both are about a minor and end when somebody comes of age (BW 1:233, 1:255, 1:245).
_FOR_MINORS = frozenset({"gi_ots", "gi_voogdij"})


class FrameField(Field):
    """Regimes, flags and trigger dates of the plan itself; each is saved when it is chosen."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._regimes = ChipRow(self.theme, "De wet waaronder dit plan valt")
        self._regimes.set_chips((name, Regime(name).label) for name in self.desk.format.regimes)
        self._regimes.chip_toggled.connect(self.chosen)
        column.addWidget(self._regimes)
        self._regimes.setVisible(bool(self.desk.format.regimes))
        beside = ResponsiveGrid(self.theme)
        self._flags: dict[str, CheckLine] = {}
        if self.desk.format.flag_details:
            beside.add(self._make_flags())
        beside.add(self._make_dates())
        column.addSpacing(self.px(4))
        column.addWidget(beside)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _make_flags(self) -> QWidget:
        """What applies stands left of the dates: who ticks something sees at once which date it asks for."""
        flags, column = self._half("Wat geldt er nog meer?")
        for flag in self.desk.format.flag_details:
            self._add_flag(flag, column)
        column.addStretch()
        return flags

    def _make_dates(self) -> QWidget:
        self._dates_half, column = self._half("Welke datums zijn bekend?" if self.desk.format.regimes else "")
        if self.desk.format.regimes:
            words = "Uit deze datums volgt de agenda. Wat je nog niet weet, kan later."
            column.addWidget(TextLabel(words, TextRole.HELP))
        self._dates = QVBoxLayout()
        self._dates.setSpacing(self.px(14))
        column.addLayout(self._dates)
        column.addStretch()
        self._rows: dict[str, TriggerRow] = {}
        return self._dates_half

    def _half(self, title: str) -> tuple[QWidget, QVBoxLayout]:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        if title:
            column.addWidget(TextLabel(title, TextRole.STRONG))
        return half, column

    def _add_flag(self, flag: FlagDetail, column: QVBoxLayout) -> None:
        check = CheckLine(self.theme, flag.label, flag.help)
        check.clicked.connect(self.chosen)
        self._flags[flag.id] = check
        column.addWidget(check)

    def focus_widget(self) -> QWidget:
        first = self.desk.format.regimes[0] if self.desk.format.regimes else ""
        return self._regimes.chip(first) or self.editor

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        plan = self.desk.plan
        self._regimes.set_checked(plan.regimes)
        adults = self._all_adults()
        for name, check in self._flags.items():
            check.set_checked(name in plan.flags)
            check.setVisible(name in plan.flags or not (adults and name in _FOR_MINORS))
        self._show_dates()

    def _all_adults(self) -> bool:
        """Whether everybody the plan is about is known to be of age."""
        plan, today = self.desk.plan, self.desk.today()
        members = plan.household.members if plan.household else ()
        people = [*(client.person for client in plan.clients), *(member.person for member in members)]
        ages = [age_on(one.birth_date, today) if one.birth_date else 0 for one in people]
        return bool(ages) and min(ages) >= _OF_AGE

    def refresh(self) -> None:
        if self.kept.dirty:
            self._show_dates()
        else:
            self._show_stored()
        self._look()

    def draft(self) -> str:
        return ""

    def typed(self) -> None:
        """Nothing is typed here that is not a date, and a date is saved when it is read."""

    def flush(self) -> bool:
        for row in self._rows.values():
            # A date that was known asks why it changes, and who left the page cannot answer.
            if not (self.desk.resting and self.desk.plan.triggers.get(row.field.name)):
                row.commit()
        return super().flush()

    # Regimes and flags

    def _chosen_regimes(self) -> list[str]:
        on = self._regimes.checked()
        return [name for name in self.desk.format.regimes if name in on]

    def _chosen_flags(self) -> list[str]:
        others = [name for name in self.desk.plan.flags if name not in self._flags]
        return [name for name, check in self._flags.items() if check.checked()] + others

    def _save(self) -> bool:
        plan = self.desk.plan
        regimes, flags = self._chosen_regimes(), self._chosen_flags()
        if regimes == list(plan.regimes) and flags == list(plan.flags):
            return True
        plans = self.desk.context.workspace.plans
        done = self.desk.write(lambda: plans.save_frame(plan, regimes, flags, dict(plan.triggers)))
        if done:
            self._show_stored()
        return done

    # Dates

    def _wanted(self) -> tuple[TriggerField, ...]:
        plan = self.desk.plan
        return triggers_for(
            plan.format.family,
            frozenset(Regime(name) for name in plan.regimes),
            frozenset(plan.flags),
            frozenset(plan.format.deadlines),
        )

    def _show_dates(self) -> None:
        wanted = self._wanted()
        names = [field.name for field in wanted]
        if names != list(self._rows):
            for row in self._rows.values():
                self._dates.removeWidget(row)
                if row.field.name not in names:
                    row.hide()
                    row.deleteLater()
            self._rows = {field.name: self._rows.get(field.name) or self._make_row(field) for field in wanted}
            for row in self._rows.values():
                self._dates.addWidget(row)
        corrections = self._corrections() if names else ()
        for name, row in self._rows.items():
            row.show_earlier([one for one in corrections if one.trigger == name])
            found = tuple(one for one in self.desk.plan.deadlines if one.trigger == name)
            row.show_state(self.desk.plan.triggers.get(name), found)
        self._dates_half.setVisible(bool(names))

    def _corrections(self) -> tuple[CorrectionView, ...]:
        desk = self.desk
        found: list[CorrectionView] = []
        desk.ask(lambda: found.extend(desk.context.workspace.terms.corrections(desk.plan_id)))
        return tuple(found)

    def _make_row(self, field: TriggerField) -> TriggerRow:
        context = self.desk.context
        row = TriggerRow(self.theme, context.clock, field, context.workspace.clock_checks.last_day)
        row.day_changed.connect(lambda day: self._save_day(field, day))
        return row

    def _save_day(self, field: TriggerField, day: date | None) -> None:
        plan = self.desk.plan
        before = plan.triggers.get(field.name)
        if before == day:
            return
        if self.desk.resting and before is not None:
            return  # the line lost the focus because its page went: what was typed is kept already
        reason: str | None = ""
        if before is not None:
            reason = ask_reason(self.theme, field.label, before, day, self)
            if reason is None:
                self._show_dates()
                return
        triggers = {**plan.triggers, field.name: day}
        words = reason or ""
        plans = self.desk.context.workspace.plans
        flags, regimes = self._chosen_flags(), self._chosen_regimes()
        if self.desk.write(lambda: plans.save_frame(plan, regimes, flags, triggers, words)):
            self._show_stored()
