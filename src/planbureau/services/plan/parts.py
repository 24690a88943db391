"""Agreements and risks of a plan."""

from __future__ import annotations

from typing import Any

from planbureau.changes import Changes
from planbureau.model import codec
from planbureau.model.reading.plans import plan_row, text_mark
from planbureau.model.rows import AgreementRow, RiskRow
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context
from planbureau.views import AgreementView, RiskView


class Parts:
    """The half of `services.api.PlanService` that keeps the records of a plan."""

    def __init__(self, context: Context) -> None:
        self._parts = context

    def add_agreement(self, agreement: AgreementView) -> tuple[str, Changes]:
        return self._add(AgreementRow, agreement)

    def save_agreement(self, before: AgreementView, after: AgreementView) -> Changes:
        return self._save(AgreementRow, before, after)

    def remove_agreement(self, agreement: AgreementView) -> Changes:
        return self._remove(AgreementRow, agreement)

    def add_risk(self, risk: RiskView) -> tuple[str, Changes]:
        return self._add(RiskRow, risk)

    def save_risk(self, before: RiskView, after: RiskView) -> Changes:
        return self._save(RiskRow, before, after)

    def remove_risk(self, risk: RiskView) -> Changes:
        return self._remove(RiskRow, risk)

    def _add(self, kind: Any, view: Any) -> tuple[str, Changes]:
        with self._parts.writing() as work:
            plan = plan_row(work.session, view.plan_id)
            fields = codec.fields_of(kind, view)
            if fields.get("easy_text"):
                fields["easy_of"] = text_mark(_words(view))
            made = work.create(kind, fields)
            begin_concept(work, plan)
            work.touch(plan.id, plan.client_id, plan.household_id)
        return made.id, work.changes

    def _save(self, kind: Any, before: Any, after: Any) -> Changes:
        with self._parts.writing() as work:
            plan = plan_row(work.session, before.plan_id)
            fields = codec.difference(kind, before, after)
            if "easy_text" in fields or _confirmed(before, after):
                fields["easy_of"] = text_mark(_words(after))
            work.change(work.get(kind, before.id), fields, before.heads)
            begin_concept(work, plan)
            work.touch(plan.id, plan.client_id, plan.household_id)
        return work.changes

    def _remove(self, kind: Any, view: Any) -> Changes:
        with self._parts.writing() as work:
            plan = plan_row(work.session, view.plan_id)
            work.remove(work.get(kind, view.id), view.heads)
            begin_concept(work, plan)
            work.touch(plan.id, plan.client_id, plan.household_id)
        return work.changes


def _words(view: AgreementView | RiskView) -> str:
    """The words of professionals that an easy text is written beside."""
    return view.words if isinstance(view, RiskView) else view.what


def _confirmed(before: Any, after: Any) -> bool:
    """Whether somebody looked at an easy text that was stale, and said that it is still right."""
    return getattr(before, "easy_stale", False) and not after.easy_stale
