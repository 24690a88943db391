"""Gradual scales of goals, and the moments at which people looked at a goal (rules D3, D4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.marks import Mark
from planbureau.formats.outcomes import GoalOutcome
from planbureau.model import codec
from planbureau.model.reading import lists
from planbureau.model.reading import looks as look_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import GoalRow, LookRow, PlanRecord, ScaleRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import outcomes_of
from planbureau.rules.goals.gas import check_rescale
from planbureau.rules.goals.looks import LookFacts, problem_with
from planbureau.rules.goals.smart import GoalForm
from planbureau.services.concept import begin_concept
from planbureau.services.context import Context
from planbureau.views import GoalView, LookView, PlanView, ScaleView

EVALUATION, NOTE = "evaluation", "note"
"""Where a look comes from, beside the card of the goal itself."""
_TAKEN_OUT = "In het verslag weggehaald."
_KEPT = "Er is nog niets bewaard; wat je koos, staat er nog."


class Looks:
    """`services.api.LookService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of_plan(self, plan_id: str) -> tuple[LookView, ...]:
        with self._context.reading() as session:
            return looks_of_plan(session, plan_id)

    def of_goal(self, goal_id: str) -> tuple[LookView, ...]:
        with self._context.reading() as session:
            return look_reading.looks_at(session, [goal_id])

    def of_subject(self, subject_id: str) -> tuple[LookView, ...]:
        with self._context.reading() as session:
            plans = lists.plan_rows(session, people_reading.linked_subjects(session, subject_id))
            goals = plan_reading.goals(session, [plan.id for plan in plans])
            return look_reading.looks_at(session, [goal.id for goal in goals])

    def add_scale(self, scale: ScaleView) -> tuple[str, Changes]:
        with self._context.writing() as work:
            goal, plan = _goal_in_plan(work, scale.goal_id)
            if goal.form == GoalForm.GOZ.value:
                raise InvalidInputError(
                    "Een richting heeft geen schaal.", "Schrijf het doel als SMART op, of kijk samen terug."
                )
            if goal.scale is not None and not _is_scored(work.session, goal.scale):
                raise InvalidInputError(
                    "Dit doel heeft al een schaal zonder score.",
                    "Verander die schaal. Er is niets veranderd.",
                )
            order = max((one.order for one in goal.scales), default=0) + 1
            made_on = scale.made_on or self._context.today()
            made = replace(scale, order=order, made_on=made_on)
            row = work.create(ScaleRow, codec.fields_of(ScaleRow, made))
            _written(work, plan)
        return row.id, work.changes

    def save_scale(self, before: ScaleView, after: ScaleView) -> Changes:
        with self._context.writing() as work:
            _, plan = _goal_in_plan(work, before.goal_id)
            row = work.get(ScaleRow, before.id)
            fields = codec.difference(ScaleRow, before, replace(after, order=before.order))
            stands = codec.view_of(row, ScaleView)
            changed = replace(stands, **{name: getattr(after, name) for name in fields})
            scored = _is_scored(work.session, stands)
            check_rescale(stands.gas, changed.gas, scored=scored)
            if scored and changed.variable != stands.variable:
                check_rescale(stands.gas, replace(stands.gas, levels={}), scored=True)
            work.change(row, fields, before.heads)
            _written(work, plan)
        return work.changes

    def remove_scale(self, scale: ScaleView) -> Changes:
        with self._context.writing() as work:
            _, plan = _goal_in_plan(work, scale.goal_id)
            if _is_scored(work.session, scale):
                raise InvalidInputError(
                    "Met deze schaal is al gescoord. Zij blijft bij het doel staan.",
                    "Maak een nieuwe schaal als deze niet meer past.",
                )
            work.remove(work.get(ScaleRow, scale.id))
            _written(work, plan)
        return work.changes

    def add(self, look: LookView, next_on: date | None = None) -> tuple[str, Changes]:
        with self._context.writing() as work:
            made = write_look(work, look, self._context)
            if next_on is not None:
                if next_on <= look.on:
                    raise InvalidInputError("De volgende kijkdatum ligt na dit kijkmoment.", _KEPT)
                work.change(work.get(GoalRow, look.goal_id), {"look_date": next_on.isoformat()})
        return made, work.changes


def looks_of_plan(session: ReadSession, plan_id: str) -> tuple[LookView, ...]:
    """The moments at which people looked at the goals of a plan; for an annex those of its plan."""
    plan = plan_reading.plan_row(session, plan_id)
    goals = plan_reading.goals(session, [plan.parent_id or plan.id])
    return look_reading.looks_at(session, [goal.id for goal in goals])


def write_look(work: UnitOfWork, look: LookView, context: Context) -> str:
    """Adds one moment within a write of its own; answers its id. Raises InvalidInputError."""
    goal, plan = _goal_in_plan(work, look.goal_id)
    scale = goal.scale if look.score is not None else None
    said = any((look.change, look.meaningful, look.next_step.strip(), look.remark.strip(), look.feeling))
    facts = LookFacts(look.on, look.score, scale.gas if scale else None, said)
    wrong = problem_with(facts, context.last_day())
    if wrong:
        raise InvalidInputError(wrong, _KEPT)
    if look.replaces and work.get(LookRow, look.replaces).goal_id != goal.id:
        raise InvalidInputError("Deze verbetering hoort bij een ander doel.", _KEPT)
    author = people_reading.person(work.session, work.author)
    made = replace(
        look,
        scale_id=scale.id if scale else "",
        author_id=author.id,
        author=author.full_name,
        written_at=context.clock.now(),
    )
    row = work.create(LookRow, codec.fields_of(LookRow, made))
    work.touch(plan.id, plan.client_id, plan.household_id)
    return row.id


def keep_scores(
    context: Context,
    work: UnitOfWork,
    view: PlanView,
    on: date,
    before: PlanView | None = None,
    before_on: date | None = None,
) -> None:
    """Keeps the scores of a finished evaluation with the goals; a goal without a whole scale keeps none.

    Of a report that was finished before only what it says otherwise, in the place of what it said then.
    """
    outcomes, known = outcomes_of(view), outcomes_of(before) if before is not None else {}
    for goal in view.goals:
        said = outcomes.get(goal.id, GoalOutcome())
        was = known.get(goal.id, GoalOutcome())
        if before is not None and on == before_on and _scored(said) == _scored(was):
            continue
        old = _last_look(work.session, goal.id, view.id) if before is not None else ""
        score = said.score if goal.scale is not None else None
        if score is not None and problem_with(_facts(goal, on, score), context.last_day()):
            score = None
        nothing = score is None and said.feeling is None
        if nothing and not old:
            continue
        look = LookView(
            "", goal.id, on, score=score, mark=said.mark, mark_of=said.mark_of,
            remark=_TAKEN_OUT if nothing else "", source=EVALUATION, source_id=view.id, replaces=old,
        )  # fmt: skip
        write_look(work, look, context)


def _scored(said: GoalOutcome) -> tuple[int | None, Mark | None]:
    return said.score, said.feeling


def _last_look(session: ReadSession, goal_id: str, report_id: str) -> str:
    """The look that came from this report, or what replaced it since; empty when there is none."""
    looks = {look.id: look for look in look_reading.looks_at(session, [goal_id])}
    last = next((look for look in looks.values() if look.source_id == report_id and not look.replaces), None)
    while last is not None and last.replaced_by:
        last = looks[last.replaced_by]
    return last.id if last is not None else ""


def _facts(goal: GoalView, on: date, score: int) -> LookFacts:
    return LookFacts(on, score, goal.scale.gas if goal.scale else None)


def _goal_in_plan(work: UnitOfWork, goal_id: str) -> tuple[GoalView, PlanRecord]:
    goal = plan_reading.goal(work.session, goal_id)
    return goal, plan_reading.plan_row(work.session, goal.plan_id)


def _is_scored(session: ReadSession, scale: ScaleView) -> bool:
    looks = look_reading.looks_at(session, [scale.goal_id])
    return any(look.scale_id == scale.id for look in looks)


def _written(work: UnitOfWork, plan: PlanRecord) -> None:
    """A scale is part of the words of a plan; a score is progress and makes no new version."""
    begin_concept(work, plan)
    work.touch(plan.id, plan.client_id, plan.household_id)
