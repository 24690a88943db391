"""Standing agreements: what, who, when, and what to note."""

from __future__ import annotations

from typing import Any

from planbureau.rules.dutch import plain_date
from planbureau.ui.wizard.fields.record_card import RecordKind
from planbureau.ui.wizard.fields.record_parts import AGREEMENT, Part
from planbureau.ui.wizard.fields.records import RecordsField
from planbureau.views import AgreementView


class AgreementsField(RecordsField):
    """Each agreement names who does it, has an easy text and pictograms."""

    def kind(self) -> RecordKind:
        plans = self.desk.context.workspace.plans
        return RecordKind(
            "afspraak",
            "agreement",
            self.parts(self._all_parts()),
            easy=True,
            detail=self._detail,
            add=plans.add_agreement,
            save=plans.save_agreement,
            remove=plans.remove_agreement,
            find=lambda wanted: next((r for r in self.records() if r.id == wanted), None),
        )

    def _all_parts(self) -> tuple[Part, ...]:
        """With the life domain, where the plan type orders agreements by domain."""
        name = self.question.domain_set
        if not name:
            return AGREEMENT
        domains = tuple((one.id, one.label) for one in self.desk.format.domain_set(name).domains)
        what, *others = AGREEMENT
        return (what, Part("area", "Domein", "choice", options=domains), *others)

    def records(self) -> tuple[Any, ...]:
        return self.desk.plan.agreements

    def fresh(self, what: str) -> AgreementView:
        return AgreementView("", self.desk.plan_id, order=len(self.records()), what=what)

    def _detail(self, one: AgreementView) -> str:
        who = self.desk.person_name(one.who) if one.who else one.who_function
        until = f"tot en met {plain_date(one.valid_until)}" if one.valid_until else ""
        return " · ".join(part for part in (self._domain(one.area), who, one.when, until) if part)

    def _domain(self, area: str) -> str:
        name = self.question.domain_set
        domains = self.desk.format.domain_set(name).domains if name and area else ()
        return next((domain.label for domain in domains if domain.id == area), "")
