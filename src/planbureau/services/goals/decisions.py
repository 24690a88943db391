"""What an evaluation decided is done to the goals of the plan, by moves that D2 allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from planbureau.formats.outcomes import GoalOutcome
from planbureau.model.rows import GoalRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import outcomes_of, state_of
from planbureau.rules.gas import Decision
from planbureau.rules.goal_evaluation import decision_of, new_day_of, steps_of
from planbureau.rules.goal_status import GoalStatus, MoveContext, check_move
from planbureau.services.concept import begin_concept
from planbureau.views import GoalView, PlanView

_ADOPTED = MoveContext(adopted_before=True)
"""No move of an evaluation asks who agreed: what is still a concept is not evaluated."""


def apply_decisions(work: UnitOfWork, view: PlanView, parent: PlanRecord, on: date) -> bool:
    """Moves and rewrites the goals; the concept of the next version begins when a goal changed.

    Answers whether one did.

    A goal about which something is still open stays as it is: an annex may ask about goals without need.
    """
    facts = state_of(view, on).goals
    changed = False
    for goal in view.goals:
        if goal.id in facts and not facts[goal.id].lacks:
            changed = _apply(work, goal, outcomes_of(view)[goal.id], on) or changed
    if changed:
        begin_concept(work, parent)
    return changed


def _apply(work: UnitOfWork, goal: GoalView, said: GoalOutcome, on: date) -> bool:
    row = work.get(GoalRow, goal.id)
    # The status as it is now: somebody may have moved the goal since the annex was opened.
    status = GoalStatus(row.status)
    reason = said.reason.strip() or said.how_seen.strip()
    for target in steps_of(status, said):
        check_move(status, target, _ADOPTED, reason=reason, new_date=new_day_of(said) or on)
        # What was seen is the reason of the outcome. A goal that people work on again has no such reason.
        told = "" if target is GoalStatus.ACTIVE else reason
        fields: dict[str, Any] = {"status": target.value, "status_reason": told}
        if target is GoalStatus.REACHED:
            fields["reached_on"] = on.isoformat()
        work.change(row, fields)
        status = target
    words = _words(row, said)
    work.change(row, words)
    return bool(words) or status.value != goal.status


def _words(row: GoalRow, said: GoalOutcome) -> dict[str, Any]:
    """The new text and the new date of a goal that goes on."""
    decision, day = decision_of(said), new_day_of(said)
    fields: dict[str, Any] = {}
    if decision is Decision.ADJUST and said.new_sentence.strip() not in ("", row.sentence):
        fields["sentence"] = said.new_sentence.strip()
    if decision in (Decision.ADJUST, Decision.CONTINUE) and day is not None:
        name = "look_date" if row.no_end_date or row.form == "goz" else "target_date"
        if getattr(row, name) != day:
            fields[name] = day.isoformat()
    return fields
