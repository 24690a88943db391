"""Annexes of a plan: which there are, and the view of one, put together with that of its plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from planbureau.formats.answers import JsonValue
from planbureau.formats.family_words import annex_about
from planbureau.formats.model import PlanFormat, Question, QuestionKind, Subject
from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.vocabulary import TRIGGER_BIND
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.among import among
from planbureau.model.reading.assembling import files_named, people_named
from planbureau.model.reading.days import day_and_moment
from planbureau.model.rows import AnswerRow, DoneRow, NotApplicableRow, PlanRecord
from planbureau.rules.goals.gas import Decision
from planbureau.rules.goals.status import GoalStatus
from planbureau.views import AnnexOf, AnswerView, GoalView, PlanView

K = QuestionKind
_ENDED = frozenset({GoalStatus.REACHED.value, GoalStatus.PARTLY.value, GoalStatus.NOT_REACHED.value})
_RUNNING = frozenset(one.value for one in GoalStatus if one.is_open) - {GoalStatus.CONCEPT.value}


def annex_records(session: Session, plan_ids: Iterable[str]) -> list[PlanRecord]:
    """The annexes of these plans, the first begun first."""
    query = select(PlanRecord).where(among(PlanRecord.parent_id, plan_ids), PlanRecord.removed.is_(False))
    return list(session.scalars(query.order_by(PlanRecord.made_at, PlanRecord.id)))


def unfinished(session: Session, limit: int) -> list[PlanRecord]:
    """The annexes that somebody still works on, the last edited first."""
    query = select(PlanRecord).where(
        PlanRecord.parent_id > "", PlanRecord.removed.is_(False), PlanRecord.status != "active"
    )
    return list(session.scalars(query.order_by(PlanRecord.edited_at.desc()).limit(limit)))


def done_rows(session: Session, plan_id: str, rule_id: str) -> list[DoneRow]:
    """What stands written as done of one rule of a plan."""
    query = select(DoneRow).where(
        DoneRow.plan_id == plan_id, DoneRow.rule_id == rule_id, DoneRow.removed.is_(False)
    )
    return list(session.scalars(query))


def not_applicable_rows(session: Session, plan_id: str, rule_id: str) -> list[NotApplicableRow]:
    """What stands written about one rule that does not hold for a plan."""
    query = select(NotApplicableRow).where(
        NotApplicableRow.plan_id == plan_id,
        NotApplicableRow.rule_id == rule_id,
        NotApplicableRow.removed.is_(False),
    )
    return list(session.scalars(query))


def closed_records(session: Session, plan_id: str, kind: str) -> set[str]:
    """The ids of the finished annexes of this kind with a plan."""
    query = select(PlanRecord.id).where(
        PlanRecord.parent_id == plan_id, PlanRecord.format_id == kind, PlanRecord.version > 0
    )
    return set(session.scalars(query))


def parents_of(session: Session, annexes: Iterable[PlanRecord]) -> list[PlanRecord]:
    """The plans that these annexes belong to."""
    wanted = {annex.parent_id for annex in annexes}
    return list(session.scalars(select(PlanRecord).where(among(PlanRecord.id, wanted))))


def answer_of(session: Session, annex_id: str, key: str) -> JsonValue:
    """The value of one answer; None when nothing was answered."""
    query = select(AnswerRow.value).where(
        AnswerRow.plan_id == annex_id, AnswerRow.key == key, AnswerRow.removed.is_(False)
    )
    found = session.scalar(query)
    return found.get("v") if found else None


def values(session: Session, annex_ids: Iterable[str]) -> dict[str, dict[str, JsonValue]]:
    """The values of every answer of these annexes, by annex and key."""
    query = select(AnswerRow.plan_id, AnswerRow.key, AnswerRow.value)
    wanted = (among(AnswerRow.plan_id, annex_ids), AnswerRow.removed.is_(False))
    found: dict[str, dict[str, JsonValue]] = {}
    for annex_id, key, value in session.execute(query.where(*wanted)):
        found.setdefault(annex_id, {})[key] = value.get("v")
    return found


def counts(session: Session, plan_ids: Iterable[str]) -> dict[str, int]:
    """How many annexes each of these plans has; a plan without any is not in it."""
    query = (
        select(PlanRecord.parent_id, func.count())
        .where(among(PlanRecord.parent_id, plan_ids), PlanRecord.removed.is_(False))
        .group_by(PlanRecord.parent_id)
    )
    return {str(row[0]): int(row[1]) for row in session.execute(query)}


def annex_view(session: Session, row: PlanRecord, annex: PlanFormat, parent: PlanView) -> PlanView:
    """Everything that the wizard and the print of an annex show."""
    answers = plan_reading.answers(session, row.id)
    versions = plan_reading.versions(session, row.id)
    people = {**parent.people, **people_named(session, answers.values(), versions, set(parent.people))}
    more = people_reading.restrictions(session, [row.id, *(set(people) - set(parent.people))])
    known = {mark.id for mark in parent.restrictions}
    days, moments = bound_days(annex, {key: view.answer.value for key, view in answers.items()})
    files = plan_reading.attachments(session, files_named(annex, answers, parent.clients))
    goals = _goals_asked_about(session, row, parent) if questions_of(annex, K.GOAL_OUTCOMES) else ()
    return replace(
        parent,
        id=row.id,
        format=annex_about(annex, parent.format.subject),
        title=row.title,
        status=row.status,
        version=row.version,
        answers=answers,
        triggers=days,
        moments=moments,
        goals=goals,
        agreements=parent.agreements if questions_of(annex, K.AGREEMENT_REVIEWS) else (),
        risks=parent.risks if questions_of(annex, K.RISK_REVIEWS) else (),
        consents=plan_reading.consents(session, row.id),
        people=people,
        attachments=files,
        restrictions=(*parent.restrictions, *(mark for mark in more if mark.id not in known)),
        versions=versions,
        deadlines=(),
        edited_at=row.edited_at,
        heads=tuple(row.heads),
        parent=AnnexOf(
            parent.id, parent.title, parent.format.id, parent.format.subject.value, parent.version
        ),
    )


def of_the_same_subject(annex: PlanFormat, view: PlanView) -> PlanFormat:
    """The format of a kept annex, about whom its plan was: its own text does not say."""
    return annex if view.parent is None else annex_about(annex, Subject(view.parent.subject))


def bound_questions(annex: PlanFormat) -> dict[str, Question]:
    """The questions of an annex that give a trigger of the plan, by their id."""
    return {
        question.id: question
        for section in annex.sections
        for question in section.questions
        if question.bind.startswith(TRIGGER_BIND)
    }


def bound_days(
    annex: PlanFormat, values: Mapping[str, JsonValue]
) -> tuple[dict[str, date], dict[str, datetime]]:
    """The days, and the moments, that an annex gives to triggers of the plan; `values` by question id."""
    days: dict[str, date] = {}
    moments: dict[str, datetime] = {}
    for name, question in bound_questions(annex).items():
        field = question.bind.removeprefix(TRIGGER_BIND)
        day, moment = day_and_moment(values.get(name))
        if day is not None:
            days[field] = day
        if moment is not None:
            moments[field] = moment
    return days, moments


def talked_on(annex: PlanFormat, row: PlanRecord, given: Mapping[str, JsonValue]) -> date | None:
    """The day that an annex is about, by its answers; else the day on which it was finished."""
    dated_by = annex.annex.dated_by if annex.annex is not None else ""
    return day_and_moment(given.get(dated_by))[0] or row.adopted_on


def questions_of(plan_format: PlanFormat, kind: QuestionKind) -> frozenset[str]:
    """The questions of this kind, such as those in which an annex looks back on the goals of its plan."""
    questions = (question for section in plan_format.sections for question in section.questions)
    return frozenset(question.id for question in questions if question.kind is kind)


def _goals_asked_about(session: Session, row: PlanRecord, parent: PlanView) -> tuple[GoalView, ...]:
    """The goals people work on, and those that ended without an annex that decided so."""
    decided: set[str] = set()
    for other in annex_records(session, [row.parent_id]):
        if other.id != row.id and other.version:
            decided |= _decided(plan_reading.answers(session, other.id).values())
    return tuple(
        goal
        for goal in parent.goals
        if goal.status in _RUNNING or (goal.status in _ENDED and goal.id not in decided)
    )


def _decided(answers: Iterable[AnswerView]) -> set[str]:
    """The goals of which this annex says that the work is done."""
    ending = {Decision.KEEP.value, Decision.STOP.value}
    return {
        view.key.partition("/")[2]
        for view in answers
        if GoalOutcome.read(view.answer.value).decision in ending
    } - {""}
