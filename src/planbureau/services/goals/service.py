"""Goals and their actions: numbers and letters that never move, statuses that only move as allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.goals import GoalLibrary
from planbureau.model import codec
from planbureau.model.reading import lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.own_actions import due_actions
from planbureau.model.rows import ActionRow, GoalRow, PlanGoalRow, PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.goals.action_status import ActionStatus, check_action_move
from planbureau.rules.goals.letters import next_letter
from planbureau.rules.goals.moves import MoveContext, check_move
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of
from planbureau.rules.people import names
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context
from planbureau.services.goals.decisions import day_field
from planbureau.views import ActionView, DueAction, GoalView

PROGRESS = frozenset({"status", "status_reason", "reached_on", "help_ends_on", "meaningful"})
"""Fields that tell how it goes; changing them makes no new version of the plan."""


class Goals:
    """`services.api.GoalService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def library(self) -> GoalLibrary:
        return self._context.goal_library

    def goals_of(self, subject_id: str) -> tuple[GoalView, ...]:
        with self._context.reading() as session:
            subjects = people_reading.linked_subjects(session, subject_id)
            plans = lists.plan_rows(session, subjects)
            return plan_reading.goals(session, [plan.id for plan in plans])

    def goal(self, goal_id: str) -> GoalView:
        with self._context.reading() as session:
            return plan_reading.goal(session, goal_id)

    def due_actions(self) -> tuple[DueAction, ...]:
        with self._context.reading() as session:
            return due_actions(session, self._context.user_id, self._context.today())

    def tick(
        self, plan_id: str, code: str, person_ids: Sequence[str], spoken: Sequence[str] = ()
    ) -> tuple[str, Changes]:
        found = self.library().goal(code)
        if not person_ids:
            raise InvalidInputError("Kies voor wie dit doel is.", "Er is niets veranderd.")
        with self._context.reading() as session:
            people = people_reading.persons(session, person_ids)
        spoken = spoken or [people[i].short_name for i in person_ids if i in people]
        goal = GoalView(
            id="",
            plan_id=plan_id,
            number=0,
            matrix_code=found.code,
            area=found.area,
            for_whom=tuple(person_ids),
            sentence=names.fill(found.sentence, spoken),
            easy_text=names.fill(found.easy_text, spoken),
            pictograms=found.pictograms,
        )
        return self.add_goal(goal)

    def add_goal(self, goal: GoalView) -> tuple[str, Changes]:
        with self._context.writing() as work:
            made = create_goal(work, plan_reading.plan_row(work.session, goal.plan_id), goal)
        return made, work.changes

    def save_goal(self, before: GoalView, after: GoalView) -> Changes:
        if after.status != before.status:
            raise InvalidInputError(
                "De status van een doel verandert alleen met de knoppen voor de status.",
                "De rest van je tekst is er nog.",
            )
        with self._context.writing() as work:
            row = work.get(GoalRow, before.id)
            fields = codec.difference(GoalRow, before, after)
            if "easy_text" in fields or _still_right(before, after):
                fields["easy_of"] = plan_reading.text_mark(after.sentence)
            work.change(row, fields, before.heads)
            self._written(work, before.plan_id, fields)
        return work.changes

    def _written(self, work: UnitOfWork, plan_id: str, fields: dict[str, Any]) -> None:
        plan = plan_reading.plan_row(work.session, plan_id)
        if set(fields) - PROGRESS:
            begin_concept(work, plan)
        _touch(work, plan)

    def move_goal(self, goal_id: str, status: str, reason: str = "", on: date | None = None) -> Changes:
        with self._context.writing() as work:
            view = plan_reading.goal(work.session, goal_id)
            plan = plan_reading.plan_row(work.session, view.plan_id)
            target = GoalStatus(status)
            check_move(
                GoalStatus(view.status),
                target,
                self._move_context(work, plan),
                reason=reason,
                new_date=on,
                kind=kind_of(view.kind),
            )
            fields: dict[str, Any] = {"status": target.value, "status_reason": reason.strip()}
            if target is GoalStatus.REACHED:
                fields["reached_on"] = (on or self._context.today()).isoformat()
            if target is GoalStatus.ACTIVE and on is not None:
                fields[day_field(view)] = on.isoformat()
            row = work.get(GoalRow, goal_id)
            work.change(row, fields)
            if target is GoalStatus.REMOVED:
                work.remove(row)
            _touch(work, plan)
        return work.changes

    def _move_context(self, work: UnitOfWork, plan: PlanRecord) -> MoveContext:
        versions = plan_reading.versions(work.session, plan.id)
        if not versions:
            return MoveContext()
        return MoveContext(adopted_before=True, agreed_by=versions[-1].agreed_by)

    def untick(self, goal_id: str, *, mistake: bool, reason: str = "") -> Changes:
        target = GoalStatus.REMOVED if mistake else GoalStatus.STOPPED
        return self.move_goal(goal_id, target.value, reason)

    def add_action(self, action: ActionView) -> tuple[str, Changes]:
        with self._context.writing() as work:
            goal = plan_reading.goal(work.session, action.goal_id)
            used = plan_reading.used_letters(work.session, action.goal_id)
            fields = codec.fields_of(ActionRow, replace(action, letter=next_letter(used)))
            if fields["easy_text"]:
                fields["easy_of"] = plan_reading.text_mark(action.what)
            made = work.create(ActionRow, fields)
            self._written(work, goal.plan_id, {"what": action.what})
        return made.id, work.changes

    def save_action(self, before: ActionView, after: ActionView) -> Changes:
        with self._context.writing() as work:
            goal = plan_reading.goal(work.session, before.goal_id)
            fields = codec.difference(ActionRow, before, replace(after, letter=before.letter))
            if "status" in fields:
                check_action_move(ActionStatus(before.status), ActionStatus(after.status))
            if "easy_text" in fields or _still_right(before, after):
                fields["easy_of"] = plan_reading.text_mark(after.what)
            work.change(work.get(ActionRow, before.id), fields, before.heads)
            self._written(work, goal.plan_id, fields)
        return work.changes

    def cancel_action(self, action: ActionView) -> Changes:
        return self.save_action(action, replace(action, cancelled=True, status="lapsed"))


def create_goal(work: UnitOfWork, plan: PlanRecord, goal: GoalView) -> str:
    """Writes a new goal with the next number of its plan, and answers its id."""
    fields = codec.fields_of(GoalRow, goal)
    fields |= {"client_id": plan.client_id, "household_id": plan.household_id}
    if fields["easy_text"]:
        fields["easy_of"] = plan_reading.text_mark(goal.sentence)
    made = work.create(GoalRow, fields)
    number = plan_reading.next_goal_number(work.session, plan.id)
    work.create(PlanGoalRow, {"plan_id": plan.id, "goal_id": made.id, "number": number})
    begin_concept(work, plan)
    _touch(work, plan)
    return made.id


def _still_right(before: GoalView | ActionView, after: GoalView | ActionView) -> bool:
    """Whether somebody read the easy text beside the new text, and found it still right."""
    return before.easy_stale and not after.easy_stale


def _touch(work: UnitOfWork, plan: PlanRecord) -> None:
    work.touch(plan.id, plan.client_id, plan.household_id)
