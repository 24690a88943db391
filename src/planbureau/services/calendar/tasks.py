"""Preparing a talk about a plan: tasks counted back from its day, that move along when it moves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model import codec
from planbureau.model.reading import annexes as annex_reading
from planbureau.model.reading import appointments as appointment_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import tasks as reading
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import NEXT_EVALUATION
from planbureau.model.rows import PlanRecord, TaskRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.preparation import USUAL_STEPS, Planned, PreparationStep, chain, of_a_family
from planbureau.services.api.tasks import PlannedMeeting
from planbureau.services.context import Context
from planbureau.views import AppointmentView, TaskView

ANOTHER_DAY = "Kies een andere dag. Er is niets veranderd."


class Tasks:
    """`services.api.TaskService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def tasks(
        self,
        *,
        plan_id: str = "",
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
        open_only: bool = False,
    ) -> tuple[TaskView, ...]:
        with self._context.reading() as session:
            subjects: list[str] = []
            for subject in (client_id, household_id):
                if subject:
                    subjects.extend(people_reading.linked_subjects(session, subject))
            day = self._context.today() if open_only else None
            return reading.tasks(
                session, plan_id=plan_id, subjects=subjects, start=start, end=end, open_on=day
            )

    def meetings(self, plan_id: str) -> tuple[PlannedMeeting, ...]:
        today = self._context.today()
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            found = self._annexes(session, plan) + self._appointments(session, plan, today)
            coming = [one for one in found if one.on >= today]
            if not coming:
                coming = _agreed(session, plan.id, today)
        return tuple(sorted(coming, key=lambda one: one.on))

    def _annexes(self, session: ReadSession, plan: PlanRecord) -> list[PlannedMeeting]:
        """Reports that were begun and say when the talk is."""
        found = []
        for annex in annex_reading.annex_records(session, [plan.id]):
            day = day_of(self._context, session, annex) if not annex.version else None
            if day is not None:
                found.append(PlannedMeeting(annex.id, day, annex.title))
        return found

    def _appointments(self, session: ReadSession, plan: PlanRecord, today: date) -> list[PlannedMeeting]:
        subjects = [one for one in (plan.client_id, plan.household_id) if one]
        found = appointment_reading.appointments(session, subjects=subjects, start=today)
        return [PlannedMeeting(one.id, one.day, one.title) for one in found if _prepares(one, plan.id)]

    def prepare(self, plan_id: str, on: date, meeting_id: str = "") -> Changes:
        if on < self._context.today():
            raise InvalidInputError("De dag van het gesprek is al voorbij.", ANOTHER_DAY)
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, plan_id)
            if not move(work, plan_id, meeting_id, on):
                done = reading.done_of(work.session, plan_id, meeting_id, on)
                asked = [one for one in chain(on, steps_of(work.session, plan)) if one.step.title not in done]
                _make(work, plan, meeting_id, asked, on)
            work.touch(plan_id, plan.client_id, plan.household_id)
        return work.changes

    def settle(self, task_ids: Sequence[str], *, done: bool = True) -> Changes:
        with self._context.writing() as work:
            by = people_reading.person(work.session, work.author).full_name if done else ""
            on = self._context.today().isoformat() if done else None
            for one in task_ids:
                row = work.get(TaskRow, one)
                work.change(row, {"done_on": on, "done_by": by})
                work.touch(row.plan_id, row.client_id, row.household_id)
        return work.changes

    def drop(self, plan_id: str, meeting_id: str = "") -> Changes:
        with self._context.writing() as work:
            drop(work, plan_id, meeting_id)
        return work.changes


def steps_of(session: ReadSession, plan: PlanRecord) -> tuple[PreparationStep, ...]:
    """The tasks that the organisation asks for a plan; the usual ones when it chose nothing."""
    steps = people_reading.organisation(session).preparation or USUAL_STEPS
    return steps if plan.client_id else of_a_family(steps)


def day_of(context: Context, session: ReadSession, annex: PlanRecord) -> date | None:
    """The day of the talk that a report is about."""
    form = context.formats.get(annex.format_id, annex.format_version).annex
    if form is None or not form.dated_by:
        return None
    answer = annex_reading.answer_of(session, annex.id, form.dated_by)
    return day_and_moment(answer)[0]


def move(work: UnitOfWork, plan_id: str, meeting_id: str, on: date) -> bool:
    """Moves the open tasks of a talk along with its day; whether it had any tasks."""
    rows = reading.rows_of(work.session, plan_id, meeting_id)
    for row in rows:
        if row.meeting_on != on:
            due = row.due + (on - row.meeting_on)
            work.change(row, {"due": due.isoformat(), "meeting_on": on.isoformat()})
            work.touch(row.plan_id, row.client_id, row.household_id)
    return bool(rows)


def drop(work: UnitOfWork, plan_id: str, meeting_id: str) -> None:
    """Calls the open tasks of a talk off."""
    for row in reading.rows_of(work.session, plan_id, meeting_id):
        work.change(row, {"cancelled": True})
        work.touch(row.plan_id, row.client_id, row.household_id)


def _agreed(session: ReadSession, plan_id: str, today: date) -> list[PlannedMeeting]:
    """The first day that was agreed for looking back, when no talk was planned yet."""
    days = [row.on for row in annex_reading.done_rows(session, plan_id, NEXT_EVALUATION) if row.on >= today]
    return [PlannedMeeting("", min(days), "Zoals afgesproken")] if days else []


def _prepares(one: AppointmentView, plan_id: str) -> bool:
    """Whether this is a talk about the plan; a visit or another appointment is not."""
    return not one.cancelled and one.plan_id == plan_id and one.kind == AppointmentKind.MEETING.value


def _make(work: UnitOfWork, plan: PlanRecord, meeting_id: str, planned: Sequence[Planned], on: date) -> None:
    for order, one in enumerate(planned):
        task = TaskView(
            "", plan.id, plan.client_id, "" if plan.client_id else plan.household_id, meeting_id, on,
            one.step.title, one.step.role, one.due, order,
        )  # fmt: skip
        work.create(TaskRow, codec.fields_of(TaskRow, task))
