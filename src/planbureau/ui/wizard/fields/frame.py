"""Step one: under which law, what applies, which dates are known, and the terms that follow at once."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import FlagDetail
from planbureau.rules.deadlines import TriggerField, triggers_for
from planbureau.rules.regime import Regime
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.wizard.fields.corrected_date import ask_reason
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.trigger_row import TriggerRow


class FrameField(Field):
    """Regimes, flags and trigger dates of the plan itself; each is saved when it is chosen."""

    MARKABLE = False

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = self._inside = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._regimes = ChipRow(self.theme, "De wet waaronder dit plan valt")
        self._regimes.set_chips((name, Regime(name).label) for name in self.desk.format.regimes)
        self._regimes.chip_toggled.connect(self.chosen)
        column.addWidget(self._regimes)
        self._flags: dict[str, QCheckBox] = {}
        if self.desk.format.flag_details:
            column.addSpacing(self.px(8))
            column.addWidget(TextLabel("Wat geldt er nog meer?", TextRole.STRONG))
        for flag in self.desk.format.flag_details:
            self._add_flag(flag)
        column.addSpacing(self.px(8))
        self._dates_title = TextLabel("Welke datums zijn bekend?", TextRole.STRONG)
        self._dates_help = TextLabel(
            "Uit deze datums volgt de agenda. Wat je nog niet weet, kan later.", TextRole.HELP
        )
        column.addWidget(self._dates_title)
        column.addWidget(self._dates_help)
        self._dates = QVBoxLayout()
        self._dates.setSpacing(self.px(14))
        column.addLayout(self._dates)
        self._rows: dict[str, TriggerRow] = {}
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def _add_flag(self, flag: FlagDetail) -> None:
        check = QCheckBox(flag.label.replace("&", "&&"))
        check.setAccessibleDescription(flag.help)
        check.clicked.connect(self.chosen)
        self._flags[flag.id] = check
        both = QVBoxLayout()
        both.setSpacing(0)
        both.addWidget(check)
        if flag.help:
            line = TextLabel(flag.help, TextRole.SMALL)
            line.setContentsMargins(self.px(36), 0, 0, self.px(2))
            both.addWidget(line)
        self._inside.addLayout(both)

    def focus_widget(self) -> QWidget:
        first = self.desk.format.regimes[0] if self.desk.format.regimes else ""
        return self._regimes.chip(first) or self.editor

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        plan = self.desk.plan
        self._regimes.set_checked(plan.regimes)
        for name, check in self._flags.items():
            check.setChecked(name in plan.flags)
        self._show_dates()

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
            row.commit()
        return super().flush()

    # Regimes and flags

    def _chosen_regimes(self) -> list[str]:
        on = self._regimes.checked()
        return [name for name in self.desk.format.regimes if name in on]

    def _chosen_flags(self) -> list[str]:
        others = [name for name in self.desk.plan.flags if name not in self._flags]
        return [name for name, check in self._flags.items() if check.isChecked()] + others

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
            plan.format.id,
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
        for name, row in self._rows.items():
            found = tuple(one for one in self.desk.plan.deadlines if one.trigger == name)
            row.show_state(self.desk.plan.triggers.get(name), found)
        self._dates_title.setVisible(bool(names))
        self._dates_help.setVisible(bool(names))

    def _make_row(self, field: TriggerField) -> TriggerRow:
        row = TriggerRow(self.theme, self.desk.context.clock, field)
        row.day_changed.connect(lambda day: self._save_day(field, day))
        return row

    def _save_day(self, field: TriggerField, day: date | None) -> None:
        plan = self.desk.plan
        before = plan.triggers.get(field.name)
        if before == day:
            return
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
