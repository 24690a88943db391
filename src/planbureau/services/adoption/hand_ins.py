"""Whether a plan that was handed in is being answered, or written in again by whom it is of (rules C12)."""

from __future__ import annotations

from planbureau.formats.hand_in import answer_questions, only_answered
from planbureau.services.adoption.versions import last_version
from planbureau.services.context import Context
from planbureau.views import PlanView


def is_answer(context: Context, plan: PlanView) -> bool:
    """Whether all that was written since this plan was handed in is the answer of whom it was handed to."""
    written = plan.status == "concept_beside_active" and bool(plan.versions) and plan.versions[-1].handed_in
    if not written or not answer_questions(plan.format):
        return False
    with context.reading() as session:
        last = last_version(context, session, plan.id)
    before = {key: one.answer for key, one in last.answers.items()} if last is not None else {}
    return only_answered(plan.format, before, {key: one.answer for key, one in plan.answers.items()})
