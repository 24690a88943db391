"""The whole view of a plan, put together from its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from planbureau.formats.model import PlanFormat, QuestionKind, Subject
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.earlier import earlier_marks
from planbureau.model.reading.kept import kept_at
from planbureau.model.reading.looks import looks_at
from planbureau.model.reading.wzd_care import listed_care
from planbureau.model.rows import PlanRecord
from planbureau.rules.deadlines import Deadline
from planbureau.views import (
    AnswerView,
    ClientView,
    GoalView,
    HouseholdView,
    PersonView,
    PlanView,
    VersionRow,
)

WZD = "wzd_van_toepassing"


def plan_view(
    session: Session, row: PlanRecord, plan_format: PlanFormat, deadlines: tuple[Deadline, ...] = ()
) -> PlanView:
    """Everything that a plan's wizard and documents show; its deadlines are computed by the caller."""
    client, clients, household = _subjects(session, row, plan_format)
    subjects = [i for i in (row.client_id, row.household_id) if i]
    client_ids = [c.id for c in clients]
    answers = plan_reading.answers(session, row.id)
    goals = plan_reading.goals(session, [row.id])
    agreements = plan_reading.agreements(session, row.id)
    risks = plan_reading.risks(session, row.id)
    consents = plan_reading.consents(session, row.id)
    doers = {*_in_goals(goals), *(a.who for a in agreements), *(r.who for r in risks)}
    doers.update(consent.person_id for consent in consents)
    people = _people(session, subjects, row, answers.values(), doers)
    named_files = files_named(plan_format, answers, clients, people.values())
    number = row.version if row.status in ("active", "closed") else row.version + 1
    targets: list[str] = [
        *people, *subjects, row.id, *(g.id for g in goals), *(a.id for g in goals for a in g.actions),
        *(a.id for a in agreements), *(r.id for r in risks),
        *(address.id for p in people.values() for address in p.addresses),
        *(contact.id for p in people.values() for contact in p.contacts),
    ]  # fmt: skip
    return PlanView(
        id=row.id,
        format=plan_format,
        title=row.title,
        status=row.status,
        version=row.version,
        client=client,
        clients=clients,
        household=household,
        regimes=tuple(row.regimes),
        flags=tuple(row.flags),
        triggers={name: date.fromisoformat(day) for name, day in row.triggers.items()},
        coordinator=people.get(row.coordinator_id),
        answers=answers,
        goals=goals,
        agreements=agreements,
        risks=risks,
        consents=consents,
        relations=people_reading.relations(session, subjects),
        custody=people_reading.custody(session, client_ids),
        measures=people_reading.measures(session, client_ids),
        people=people,
        attachments=plan_reading.attachments(session, named_files),
        restrictions=people_reading.restrictions(session, targets),
        versions=plan_reading.versions(session, row.id),
        looks=looks_at(session, [goal.id for goal in goals]),
        then=earlier_marks(session, row.id, number, plan_format),
        deadlines=deadlines,
        organisation=people_reading.organisation(session).name,
        edited_at=kept_at(session, row.id),
        heads=tuple(row.heads),
        listed_care=listed_care(session, row) if WZD in row.flags else (),
        moments={name: datetime.fromisoformat(moment) for name, moment in row.moments.items()},
    )


def _subjects(
    session: Session, row: PlanRecord, plan_format: PlanFormat
) -> tuple[ClientView | None, tuple[ClientView, ...], HouseholdView | None]:
    client = people_reading.client(session, row.client_id) if row.client_id else None
    household = people_reading.household(session, row.household_id) if row.household_id else None
    if plan_format.subject is Subject.HOUSEHOLD and household is not None:
        ids = [member.client_id for member in household.members if member.client_id]
        return client, tuple(people_reading.client(session, i) for i in ids), household
    return client, (client,) if client else (), household


def _people(
    session: Session,
    subjects: list[str],
    row: PlanRecord,
    answers: Iterable[AnswerView],
    doers: Iterable[str],
) -> dict[str, PersonView]:
    """Family and network, and everyone else who is named: a colleague who does something needs no tie."""
    found: dict[str, PersonView] = {}
    for subject in subjects:
        found.update((p.id, p) for p in people_reading.people_of(session, subject))
    versions = plan_reading.versions(session, row.id)
    found.update(people_named(session, answers, versions, set(found), row.coordinator_id, *doers))
    return found


def _in_goals(goals: Iterable[GoalView]) -> Iterator[str]:
    for goal in goals:
        yield from (*goal.for_whom, *goal.agreed_by, goal.observe_who)
        for action in goal.actions:
            yield from (action.responsible_person, *action.helpers, *action.for_whom)
        for scale in goal.scales:
            yield from scale.made_with


def people_named(
    session: Session,
    answers: Iterable[AnswerView],
    versions: Iterable[VersionRow],
    known: set[str],
    *more: str,
) -> dict[str, PersonView]:
    """Everyone whom these answers and versions name, and these ids, without those who are known already."""
    named = {*more, *(i for a in answers for i in _named(a.answer.value))}
    named.update(version.adopted_by for version in versions)
    return people_reading.persons(session, named - known)


def _named(value: object) -> Iterable[str]:
    if isinstance(value, dict):
        if isinstance(value.get("person"), str):
            yield value["person"]
        for part in value.values():
            yield from _named(part)
    elif isinstance(value, list):
        for part in value:
            yield from _named(part)


def files_named(
    plan_format: PlanFormat,
    answers: Mapping[str, AnswerView],
    clients: tuple[ClientView, ...],
    people: Iterable[PersonView] = (),
) -> set[str]:
    """The SHA-256 of every file that the answers name, and of the photos of clients and other people."""
    wanted = {
        question.id
        for section in plan_format.sections
        for question in section.questions
        if question.kind is QuestionKind.ATTACHMENTS
    }
    files = {sha256 for sha256 in (*(c.photo for c in clients), *(p.photo for p in people)) if sha256}
    for key, view in answers.items():
        files.update(file.sha256 for file in view.answer.files)
        if key in wanted and isinstance(view.answer.value, list):
            files.update(str(item.get("sha256", "")) for item in view.answer.value)
    return files
