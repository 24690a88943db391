"""The actions of one person that must be done by now, over all plans that count."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.model.reading import lists
from planbureau.model.reading.plan_heads import COUNTS, NO_ANNEX
from planbureau.model.rows import ActionRow, GoalRow, PlanGoalRow, PlanRecord
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.letters import action_code
from planbureau.rules.goals.status import GoalStatus
from planbureau.views.lists import DueAction

_AT_WORK = tuple(one.value for one in (GoalStatus.AGREED, GoalStatus.ACTIVE))
_TO_DO = tuple(one.value for one in ActionStatus if one.is_open and one is not ActionStatus.PAUSED)


def due_actions(session: Session, person_id: str, until: date) -> tuple[DueAction, ...]:
    """What this person would have done on `until` at the latest, and is still open; the longest late first.

    What lies still asks nothing, and neither does a plan that was not adopted yet or has ended.
    """
    query = (
        select(ActionRow, PlanGoalRow, PlanRecord)
        .join(GoalRow, GoalRow.id == ActionRow.goal_id)
        .join(PlanGoalRow, PlanGoalRow.goal_id == GoalRow.id)
        .join(PlanRecord, PlanRecord.id == PlanGoalRow.plan_id)
        .where(
            ActionRow.responsible_person == person_id,
            ActionRow.done_by <= until,
            ActionRow.status.in_(_TO_DO),
            ActionRow.cancelled.is_(False),
            ActionRow.removed.is_(False),
            GoalRow.status.in_(_AT_WORK),
            GoalRow.removed.is_(False),
            PlanGoalRow.removed.is_(False),
            PlanRecord.status.in_(COUNTS),
            PlanRecord.removed.is_(False),
            NO_ANNEX,
        )
        .order_by(ActionRow.done_by, PlanGoalRow.number, ActionRow.letter, ActionRow.id)
    )
    found: dict[str, tuple[ActionRow, PlanGoalRow, PlanRecord]] = {}
    for action, goal, plan in session.execute(query):
        found.setdefault(action.id, (action, goal, plan))  # of a goal that several plans share, once
    names = lists.subject_names(session, [plan for _, _, plan in found.values()])
    return tuple(
        DueAction(
            plan_id=plan.id,
            goal_id=goal.goal_id,
            code=action_code(goal.number, action.letter),
            what=action.what,
            done_by=action.done_by,
            subject_name=names[plan.id],
            client_id=plan.client_id,
            household_id=plan.household_id,
        )
        for action, goal, plan in found.values()
        if action.done_by is not None
    )
