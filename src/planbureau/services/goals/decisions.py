"""What an evaluation decided is done to the goals of the plan, by moves that D2 allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from planbureau.formats.model import QuestionKind
from planbureau.formats.outcomes import GoalOutcome
from planbureau.model.reading.annexes import questions_of
from planbureau.model.rows import GoalRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import outcomes_of, state_of
from planbureau.rules.goals.evaluation import decision_of, new_day_of, result_of, steps_of, way
from planbureau.rules.goals.gas import Decision
from planbureau.rules.goals.moves import MoveContext, check_move
from planbureau.rules.goals.smart import looks_back
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of
from planbureau.services.annexes.keeping_from import keep_from
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
            changed = _apply(work, view, goal, outcomes_of(view)[goal.id], on) or changed
    if changed:
        begin_concept(work, parent)
    return changed


def correct_decisions(
    work: UnitOfWork, view: PlanView, before: PlanView, parent: PlanRecord, on: date
) -> bool:
    """Does to the goals what a corrected report decides otherwise than its version `before`.

    First a goal goes back to where the report found it, if it is still where the report brought it and D2
    knows a way back; a goal that stopped has none. Answers whether a goal changed.
    """
    facts, now, was = state_of(view, on).goals, outcomes_of(view), outcomes_of(before)
    changed = False
    for goal in view.goals:
        said, old = now.get(goal.id, GoalOutcome()), was.get(goal.id, GoalOutcome())
        if goal.id not in facts or facts[goal.id].lacks or _decided(said) == _decided(old):
            continue
        words = _take_back(work, goal, old)
        changed = _apply(work, view, goal, said, on) or words or changed
    if changed:
        begin_concept(work, parent)
    return changed


def _decided(said: GoalOutcome) -> tuple[object, ...]:
    """What of an outcome does something to the goal."""
    return (result_of(said), decision_of(said), said.new_sentence.strip(), said.new_date, said.reason.strip())


def _take_back(work: UnitOfWork, goal: GoalView, old: GoalOutcome) -> bool:
    """Undoes what the earlier decision did, as far as it still stands; whether words changed."""
    row = work.get(GoalRow, goal.id)
    found = GoalStatus(goal.status)
    brought = (steps_of(found, old) or (found,))[-1]
    if row.status == brought.value:
        for target in way(brought, found):
            fields: dict[str, Any] = {"status": target.value, "status_reason": ""}
            if target is found:
                reached = goal.reached_on.isoformat() if goal.reached_on is not None else None
                fields |= {"status_reason": goal.status_reason, "reached_on": reached}
            work.change(row, fields)
    words: dict[str, Any] = {}
    if decision_of(old) is Decision.ADJUST and old.new_sentence.strip() == row.sentence != goal.sentence:
        words["sentence"] = goal.sentence
    name = day_field(row)
    if new_day_of(old) is not None and getattr(row, name) == new_day_of(old) != getattr(goal, name):
        day = getattr(goal, name)
        words[name] = day.isoformat() if day is not None else None
    work.change(row, words)
    return bool(words)


def _apply(work: UnitOfWork, view: PlanView, goal: GoalView, said: GoalOutcome, on: date) -> bool:
    row = work.get(GoalRow, goal.id)
    told_before = row.status_reason
    # The status as it is now: somebody may have moved the goal since the annex was opened.
    status = before = GoalStatus(row.status)
    reason = said.reason.strip() or said.how_seen.strip()
    for target in steps_of(status, said):
        kind = kind_of(goal.kind)
        check_move(status, target, _ADOPTED, reason=reason, new_date=new_day_of(said) or on, kind=kind)
        # What was seen is the reason of the outcome. A goal that people work on again has no such reason.
        told = "" if target is GoalStatus.ACTIVE else reason
        fields: dict[str, Any] = {"status": target.value, "status_reason": told}
        if target is GoalStatus.REACHED:
            fields["reached_on"] = on.isoformat()
        work.change(row, fields)
        status = target
    words = _words(row, said)
    work.change(row, words)
    if "sentence" in words or row.status_reason not in ("", told_before):
        asked = questions_of(view.format, QuestionKind.GOAL_OUTCOMES)
        keep_from(work, view, [f"{name}/{goal.id}" for name in asked], row)
    return bool(words) or status is not before


def _words(row: GoalRow, said: GoalOutcome) -> dict[str, Any]:
    """The new text and the new date of a goal that goes on."""
    decision, day = decision_of(said), new_day_of(said)
    fields: dict[str, Any] = {}
    if decision is Decision.ADJUST and said.new_sentence.strip() not in ("", row.sentence):
        fields["sentence"] = said.new_sentence.strip()
    if decision in (Decision.ADJUST, Decision.CONTINUE) and day is not None:
        name = day_field(row)
        if getattr(row, name) != day:
            fields[name] = day.isoformat()
    return fields


def day_field(row: GoalRow | GoalView) -> str:
    """The day of a goal that goes on: by when, or when people look again."""
    kind = row.goal_kind if isinstance(row, GoalRow) else row.kind
    looks = looks_back(kind, row.form, no_end_date=row.no_end_date, target=row.target_date)
    return "look_date" if looks else "target_date"
