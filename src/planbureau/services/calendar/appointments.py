"""Own appointments and home visits: made, changed, and called off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.model import codec
from planbureau.model.reading import appointments as reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import AppointmentRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.appointments import problem_with
from planbureau.rules.dutch import sentence
from planbureau.services.calendar import tasks
from planbureau.services.context import Context
from planbureau.views import AppointmentView

NOTHING_YET = "Er is nog niets bewaard; wat je invulde staat er nog."


class Appointments:
    """`services.api.AppointmentService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def appointments(
        self,
        *,
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
    ) -> tuple[AppointmentView, ...]:
        with self._context.reading() as session:
            subjects: list[str] = []
            for subject in (client_id, household_id):
                if subject:
                    subjects.extend(people_reading.linked_subjects(session, subject))
            return reading.appointments(session, subjects=subjects, start=start, end=end)

    def appointment(self, appointment_id: str) -> AppointmentView:
        with self._context.reading() as session:
            found = reading.appointments(session, ids=[appointment_id]) if appointment_id else ()
        if not found:
            raise NotFoundError(
                "Deze afspraak staat niet (meer) in de agenda.",
                "Er is niets veranderd. Open de agenda opnieuw.",
            )
        return found[0]

    def colleagues(self) -> tuple[tuple[str, str], ...]:
        with self._context.reading() as session:
            return reading.colleagues(session, self._context.user_id)

    def subjects(self) -> tuple[tuple[str, str, str], ...]:
        with self._context.reading() as session:
            return reading.subjects(session)

    def add(self, appointment: AppointmentView) -> tuple[str, Changes]:
        with self._context.writing() as work:
            made = _checked(work, appointment)
            row = work.create(AppointmentRow, codec.fields_of(AppointmentRow, made))
            _touch(work, made)
        return row.id, work.changes

    def save(self, before: AppointmentView, after: AppointmentView) -> Changes:
        with self._context.writing() as work:
            made = _checked(work, after)
            row = work.get(AppointmentRow, before.id)
            work.change(row, codec.difference(AppointmentRow, before, made), before.heads)
            if before.plan_id and before.plan_id != made.plan_id:
                tasks.drop(work, before.plan_id, row.id)
            if made.plan_id:
                tasks.move(work, made.plan_id, row.id, made.day)
            _touch(work, before)
            _touch(work, made)
        return work.changes

    def cancel(self, appointment_ids: Sequence[str], *, cancelled: bool = True) -> Changes:
        with self._context.writing() as work:
            for one in appointment_ids:
                row = work.get(AppointmentRow, one)
                if row.cancelled != cancelled:
                    work.change(row, {"cancelled": cancelled})
                    if cancelled and row.plan_id:
                        tasks.drop(work, row.plan_id, row.id)
                    work.touch(row.client_id, row.household_id)
        return work.changes


def _checked(work: UnitOfWork, appointment: AppointmentView) -> AppointmentView:
    """The appointment as it is kept: one subject, a title, and a plan only when it is about that subject."""
    wrong = problem_with(appointment.day, appointment.starts, appointment.ends)
    if wrong:
        raise InvalidInputError(wrong, NOTHING_YET)
    home = "" if appointment.client_id else appointment.household_id
    plan_id = appointment.plan_id
    if plan_id:
        plan = plan_reading.plan_row(work.session, plan_id)
        subject = appointment.client_id or home
        linked = people_reading.linked_subjects(work.session, subject) if subject else ()
        if not {plan.client_id, plan.household_id} & set(linked):
            plan_id = ""
    title = appointment.title.strip() or sentence(appointment.kind_word)
    return replace(appointment, title=title, household_id=home, plan_id=plan_id)


def _touch(work: UnitOfWork, appointment: AppointmentView) -> None:
    work.touch(appointment.client_id, appointment.household_id, appointment.plan_id)
