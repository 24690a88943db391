"""Risks: what may happen, how one sees it, and what is done."""

from __future__ import annotations

from typing import Any

from planbureau.rules.dutch import plain_date
from planbureau.ui.wizard.fields.record_card import RecordKind
from planbureau.ui.wizard.fields.record_parts import RISK
from planbureau.ui.wizard.fields.records import RecordsField
from planbureau.views import RiskView


class RisksField(RecordsField):
    """Suggestions are only offered: nobody has to go through a list."""

    def kind(self) -> RecordKind:
        plans = self.desk.context.workspace.plans
        return RecordKind(
            "risico",
            "risk",
            self.parts(RISK),
            easy=True,
            detail=self._detail,
            add=plans.add_risk,
            save=plans.save_risk,
            remove=plans.remove_risk,
            find=lambda wanted: next((r for r in self.records() if r.id == wanted), None),
        )

    def records(self) -> tuple[Any, ...]:
        return self.desk.plan.risks

    def fresh(self, what: str) -> RiskView:
        return RiskView("", self.desk.plan_id, order=len(self.records()), what=what)

    def _detail(self, one: RiskView) -> str:
        who = self.desk.person_name(one.who) if one.who else one.who_function
        chance = f"kans {one.likelihood}" if one.likelihood else ""
        impact = f"gevolg {one.impact}" if one.impact else ""
        again = f"opnieuw kijken op {plain_date(one.look_again_on)}" if one.look_again_on else ""
        return " · ".join(part for part in (who, chance, impact, again) if part)
