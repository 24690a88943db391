"""The list of who may open a plan: reading it, adding somebody, taking somebody off."""

from __future__ import annotations

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model.columns import Record
from planbureau.model.reading import access
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import PlanAccessRow, PlanRecord
from planbureau.model.sight import unlimited
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.context import Context
from planbureau.services.sight.openings import has_list
from planbureau.views import AccessLine, OpeningLine, PersonView, PlanAccessView

MADE_IT = "maakte het plan"
KEPT = "Er is niets veranderd."


def put_maker_on_list(work: UnitOfWork, plan_id: str, person_id: str) -> None:
    """The first one on the list of a new plan."""
    fields = {"plan_id": plan_id, "person_id": person_id, "reason": MADE_IT, "given_by": person_id}
    work.create(PlanAccessRow, fields)


class Protection:
    """`services.api.ProtectionService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def set_visiting(self, *, visiting: bool) -> None:
        self._context.visiting = visiting
        self._context.look_again()

    def hidden_plans(self, subject_id: str) -> int:
        context = self._context
        if context.visiting:
            return 0
        hidden = context.sight().hidden
        if not hidden:
            return 0
        with context.reading() as session, unlimited(session):
            subjects = people_reading.linked_subjects(session, subject_id)
            rows = [session.get(PlanRecord, plan_id) for plan_id in hidden]
        return sum(
            row is not None
            and not row.removed
            and not row.parent_id
            and bool({row.client_id, row.household_id} & set(subjects))
            for row in rows
        )

    def listed(self, plan_id: str) -> bool:
        with self._context.reading() as session:
            return has_list(self._context, plan_reading.plan_row(session, plan_id).format_id)

    def access(self, plan_id: str) -> PlanAccessView:
        with self._context.reading() as session:
            plan_reading.plan_row(session, plan_id)
            rows = access.listed(session, plan_id)
            lines = [_line(session, row) for row in rows]
            if not any(line.until is None for line in lines):
                lines.append(_maker(session, plan_id))
            noted = [
                OpeningLine(_name(session, row.person_id), row.what, row.made_at)
                for row in access.openings(session, plan_id)
            ]
        return PlanAccessView(plan_id, tuple(lines), tuple(noted))

    def candidates(self, plan_id: str) -> tuple[PersonView, ...]:
        on_list = {line.person_id for line in self.access(plan_id).now}
        with self._context.reading() as session:
            found = people_reading.all_persons(session)
        return tuple(one for one in found if one.professional and one.id not in on_list)

    def allow(self, plan_id: str, person_id: str, reason: str) -> Changes:
        if not reason.strip():
            raise InvalidInputError(f"Schrijf op waarom deze collega het plan mag openen. {KEPT}")
        if person_id not in {one.id for one in self.candidates(plan_id)}:
            raise InvalidInputError(f"Kies een collega die nog niet op de lijst staat. {KEPT}")
        with self._context.writing() as work:
            row = plan_reading.plan_row(work.session, plan_id)
            if all(one.removed for one in access.listed(work.session, plan_id)):
                put_maker_on_list(work, plan_id, access.maker_of(work.session, plan_id))
            fields = {"plan_id": plan_id, "person_id": person_id, "reason": reason.strip()}
            work.create(PlanAccessRow, fields | {"given_by": self._context.user_id})
            work.touch(plan_id, row.client_id, row.household_id)
        return work.changes

    def withdraw(self, plan_id: str, person_id: str, reason: str) -> Changes:
        if not reason.strip():
            raise InvalidInputError(f"Schrijf op waarom deze collega van de lijst gaat. {KEPT}")
        with self._context.writing() as work:
            row = plan_reading.plan_row(work.session, plan_id)
            listed = [one for one in access.listed(work.session, plan_id) if not one.removed]
            if len({one.person_id for one in listed}) < 2:
                raise InvalidInputError(
                    f"De laatste op de lijst kan er niet af: dan kan niemand het plan nog openen. {KEPT}",
                    "Zet eerst een collega op de lijst.",
                )
            for one in listed:
                if one.person_id == person_id:
                    work.change(one, {"removed_reason": reason.strip()})
                    work.remove(one)
            work.touch(plan_id, row.client_id, row.household_id)
        return work.changes


def _line(session: ReadSession, row: PlanAccessRow) -> AccessLine:
    until = row.edited_at if row.removed else None
    return AccessLine(
        row.person_id,
        _name(session, row.person_id),
        row.reason,
        _name(session, row.given_by),
        row.made_at,
        until,
        row.removed_reason,
    )


def _maker(session: ReadSession, plan_id: str) -> AccessLine:
    maker = access.maker_of(session, plan_id)
    plan: Record = plan_reading.plan_row(session, plan_id)
    return AccessLine(maker, _name(session, maker), MADE_IT, _name(session, maker), plan.made_at)


def _name(session: ReadSession, person_id: str) -> str:
    return people_reading.full_name(session, person_id, "(onbekend)")
