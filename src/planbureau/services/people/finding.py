"""Keeping the full-text index in step with the records."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import replace

from planbureau.clock import AMSTERDAM
from planbureau.errors import VaultError
from planbureau.formats.model import Access
from planbureau.model import search
from planbureau.model.reading import access, lists
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import AppointmentRow, ClientRecord, HouseholdRow, NoteRow, PlanRecord
from planbureau.model.sight import unlimited
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.notes.notes import NoteKind
from planbureau.services.context import Context
from planbureau.views import SearchHit

CLIENT_KINDS = ("client", "person", "member", "relation", "household")
PLAN_KINDS = ("plan", "answer", "goal", "action", "agreement", "plan_goal")


class Finding:
    """The search over clients and plans."""

    def __init__(self, context: Context) -> None:
        self._context = context
        context.renew_with(self._renew)

    def search(self, text: str, limit: int = 30) -> tuple[SearchHit, ...]:
        """Clients, households, plans, notes and appointments that hold every typed word; clients first."""
        with self._context.reading() as session:
            behind = search.behind(session)
        if behind and not self._context.store.read_only:
            # A full disk keeps the index behind, and nobody from searching.
            with suppress(VaultError), self._context.writing() as work, unlimited(work.session):
                self._catch_up(work.session, _behind(work))
                work.on_disk = work.on_disk._replace(behind=frozenset())
        with self._context.reading() as session:
            found = search.find(session, text, limit, self._context.sight().hidden)
            whole = tuple(one for hit in found if (one := _whole(session, hit)) is not None)
            lost = self._lost(session, [hit.record_id for hit in whole if hit.kind == "plan"])
            return tuple(replace(hit, lost=True) if hit.record_id in lost else hit for hit in whole)

    def _lost(self, session: ReadSession, plan_ids: Sequence[str]) -> set[str]:
        """Those of these plans whose plan type is gone or broken."""
        types = lists.types_of_plans(session, plan_ids)
        return {plan for plan, kind in types.items() if not self._context.formats.has(*kind)}

    def _renew(self, work: UnitOfWork) -> None:
        changes = work.changes
        if changes.touches(*CLIENT_KINDS):
            for subject in changes.subjects | _who_live_in(work.session, changes.subjects):
                row = work.session.get(ClientRecord, subject)
                home = work.session.get(HouseholdRow, subject) if row is None else None
                if row is not None:
                    put_client(work.session, row)
                elif home is not None:
                    put_household(work.session, home)
        for change in changes.changed:
            note = work.session.get(NoteRow, change.record_id) if change.kind == "note" else None
            if note is not None:
                put_note(work.session, note)
            own = work.session.get(AppointmentRow, change.record_id) if change.kind == "appointment" else None
            if own is not None:
                put_appointment(work.session, own)
        if changes.touches(*PLAN_KINDS):
            # All words of a plan at each of its fields would make saving slow: the plan that somebody is
            # writing in follows when another one is written in, or when somebody searches.
            behind = _behind(work)
            if behind != changes.subjects:
                self._catch_up(work.session, behind - changes.subjects)
                search.mark_behind(work.session, changes.subjects - behind)
            work.on_disk = work.on_disk._replace(behind=changes.subjects)

    def _catch_up(self, session: ReadSession, record_ids: Collection[str]) -> None:
        types = self._context.formats.formats
        known, of_client = {one.id for one in types}, {one.id for one in types if one.access is Access.OWNER}
        for record_id in record_ids:
            appointment = session.get(AppointmentRow, record_id)
            if appointment is not None:
                put_appointment(session, appointment)
            plan = session.get(PlanRecord, record_id) if appointment is None else None
            if plan is not None:
                own = plan.format_id in of_client
                # Of a type that is not there, a code tells that the plan is the client's own.
                lost = plan.format_id not in known and access.code(session, plan.id) is not None
                put_plan(session, plan, with_words=not (own or lost))
        if record_ids:
            search.caught_up(session, record_ids)


def _behind(work: UnitOfWork) -> frozenset[str]:
    known = work.on_disk.behind
    return known if known is not None else frozenset(search.behind(work.session))


def _whole(session: ReadSession, hit: SearchHit) -> SearchHit | None:
    """The hit with its household, when it is about no client alone. None for what may not be seen now.

    An appointment of a plan that does not exist for who looks is not found either.
    """
    if hit.kind == "appointment":
        own = session.get(AppointmentRow, hit.record_id)
        return replace(hit, household_id=own.household_id) if own is not None else None
    if hit.client_id or hit.kind not in ("note", "plan"):
        return hit
    if hit.kind == "note":
        note = session.get(NoteRow, hit.record_id)
        return replace(hit, household_id=note.household_id) if note is not None else hit
    plan = session.get(PlanRecord, hit.record_id)
    return replace(hit, household_id=plan.household_id) if plan is not None else hit


def _who_live_in(session: ReadSession, subjects: Collection[str]) -> set[str]:
    """The clients in these households: they are found by the names of those they live with."""
    homes = [home for home in (session.get(HouseholdRow, i) for i in subjects) if home and not home.removed]
    members = (member for home in homes for member in people_reading.household(session, home.id).members)
    return {member.client_id for member in members if member.client_id}


def put_client(session: ReadSession, row: ClientRecord) -> None:
    """Puts a client in the index, with code, contact details and the people around."""
    if row.removed:
        search.drop(session, row.id)
        return
    client = people_reading.client(session, row.id)
    around = [r.person.full_name for r in people_reading.relations(session, [row.id])]
    for home in client.household_ids:
        around.extend(m.person.full_name for m in people_reading.household(session, home).members)
    person = client.person
    born = person.birth_date.strftime("%d-%m-%Y") if person.birth_date else ""
    body = " ".join(
        [
            person.given_name,
            client.code,
            born,
            *(f"{a.street} {a.postcode} {a.city}" for a in person.addresses),
            *(c.value for c in person.contacts),
            *around,
        ]
    )
    search.put(session, SearchHit("client", row.id, row.id, person.full_name, client.code), body)


def put_household(session: ReadSession, row: HouseholdRow) -> None:
    """Puts a household in the index, with the names of its members and of the people around it."""
    if row.removed:
        search.drop(session, row.id)
        return
    names = [member.person.full_name for member in people_reading.household(session, row.id).members]
    around = [relation.person.full_name for relation in people_reading.relations(session, [row.id])]
    hit = SearchHit("household", row.id, "", row.name, ", ".join(names))
    search.put(session, hit, " ".join([*names, *around]))


def put_plan(session: ReadSession, row: PlanRecord, *, with_words: bool = True) -> None:
    """Puts a plan in the index; `with_words` with those of its answers, goals and agreements."""
    if row.removed:
        search.drop(session, row.id)
        return
    words = _all_words(session, row) if with_words else []
    name = lists.subject_names(session, [row])[row.id]
    search.put(session, SearchHit("plan", row.id, row.client_id, row.title, name), " ".join(words))


def _all_words(session: ReadSession, row: PlanRecord) -> list[str]:
    words = [_words(view.answer.value) for view in plan_reading.answers(session, row.id).values()]
    for goal in plan_reading.goals(session, [row.id]):
        words += [goal.sentence, goal.origin, *(action.what for action in goal.actions)]
    return words + [agreement.what for agreement in plan_reading.agreements(session, row.id)]


def put_note(session: ReadSession, row: NoteRow) -> None:
    """Puts a progress note in the index, with all that was written in it."""
    if row.removed:
        search.drop(session, row.id)
        return
    day = plain_date(row.happened_at.astimezone(AMSTERDAM).date())
    title = f"{sentence(NoteKind(row.note_kind).word)}, {day}"
    said = [str(part["words"]) for part in row.text]
    more = (row.question, row.incident_kind, row.incident_course, row.incident_people)
    subject = row.client_id or row.household_id
    name = people_reading.name_of_subject(session, subject)
    hit = SearchHit("note", row.id, row.client_id, title, name)
    search.put(session, hit, " ".join(("".join(said), *more)))


def put_appointment(session: ReadSession, row: AppointmentRow) -> None:
    """Puts an appointment in the index, with where it is, who takes part and what was remarked."""
    if row.removed:
        search.drop(session, row.id)
        return
    kind = AppointmentKind(row.appointment_kind).word
    off = " (afgezegd)" if row.cancelled else ""
    title = f"{row.title or sentence(kind)}, {plain_date(row.day)}{off}"
    subject = row.client_id or row.household_id
    name = people_reading.name_of_subject(session, subject) if subject else ""
    who = (person.full_name for person in people_reading.persons(session, set(row.who)).values())
    hit = SearchHit("appointment", row.id, row.client_id, title, name)
    search.put(session, hit, " ".join((kind, row.place, row.remark, *who)))


def _words(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return " ".join(_words(part) for part in value.values())
    if isinstance(value, list):
        return " ".join(_words(part) for part in value)
    return ""
