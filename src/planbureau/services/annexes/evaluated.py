"""What the last finished evaluation said about each goal: two queries, for any number of goals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import PlanFormat, QuestionKind
from planbureau.formats.outcomes import GoalOutcome
from planbureau.model.reading import annexes as reading
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.services.adoption.versions import last_version
from planbureau.services.answers.annex_answers import CORRECTING
from planbureau.services.context import Context
from planbureau.views import EvaluatedGoal


def evaluated_goals(
    context: Context, session: ReadSession, plan_ids: Iterable[str]
) -> dict[str, EvaluatedGoal]:
    """By goal id. A report that is being corrected says what it said until it is finished again."""
    finished = [row for row in reading.annex_records(session, plan_ids) if row.version]
    values = reading.values(session, [row.id for row in finished])
    found: dict[str, EvaluatedGoal] = {}
    for row in finished:
        given = values.get(row.id, {})
        known = context.formats.has(row.format_id, row.format_version)  # a file that is gone comes back
        if not known or not any("/" in key for key in given):
            continue  # it says nothing about single goals
        annex = context.formats.get(row.format_id, row.format_version)
        for one in _said(row, annex, _standing(context, session, row, given)):
            before = found.get(one.goal_id)
            if before is None or (before.on or date.min) <= (one.on or date.min):
                found[one.goal_id] = one
    return found


def _standing(
    context: Context, session: ReadSession, row: PlanRecord, given: Mapping[str, JsonValue]
) -> Mapping[str, JsonValue]:
    """The answers that hold."""
    before = last_version(context, session, row.id) if row.status == CORRECTING else None
    return given if before is None else {key: one.answer.value for key, one in before.answers.items()}


def _said(row: PlanRecord, annex: PlanFormat, given: Mapping[str, JsonValue]) -> Iterable[EvaluatedGoal]:
    on = reading.talked_on(annex, row, given)
    asked = reading.questions_of(annex, QuestionKind.GOAL_OUTCOMES)
    for key, value in given.items():
        question, _, goal_id = key.partition("/")
        said = GoalOutcome.read(value) if question in asked and goal_id else GoalOutcome()
        if not said.empty:
            yield EvaluatedGoal(goal_id, said, on)
