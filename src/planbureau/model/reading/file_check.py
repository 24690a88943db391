"""What the file check needs of every plan and goal, in a few questions for all of them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, func, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
from planbureau.formats.wishes import WHOLE_PLAN, WishAsk
from planbureau.model import deadline_index
from planbureau.model.reading.among import among
from planbureau.model.reading.plan_heads import NO_ANNEX
from planbureau.model.rows import (
    ActionRow,
    AgreementRow,
    AnswerRow,
    ClientRecord,
    ConsentRow,
    GoalRow,
    MemberRow,
    NoteRow,
    PlanGoalRow,
    PlanRecord,
    PlanVersionRow,
)
from planbureau.rules.consent.record import SIGNED, ConsentOutcome
from planbureau.rules.file_check import EVALUATION_RULES, GoalFile, PlanFile, Wish
from planbureau.rules.goals.smart import looks_back
from planbureau.rules.goals.status import GoalStatus

_COUNTS = frozenset({ConsentOutcome.AGREED.value, ConsentOutcome.PARTLY.value})
_SIGNED = frozenset(form.value for form in SIGNED)
_OPEN = tuple(status.value for status in GoalStatus if status.is_open)


class PlanLine(NamedTuple):
    """One plan with what is known about it."""

    id: str
    title: str
    client_id: str
    household_id: str
    plan_format: tuple[str, int]
    file: PlanFile


class GoalLine(NamedTuple):
    """One goal in one plan."""

    id: str
    plan_id: str
    number: int
    sentence: str
    file: GoalFile


def plan_count(session: Session) -> int:
    """How many plans there are, whatever their state."""
    return session.scalar(select(func.count()).select_from(PlanRecord).where(NO_ANNEX)) or 0


def plan_lines(
    session: Session,
    today: date,
    form_free: Collection[str],
    subjects: Sequence[str] = (),
    asks: Mapping[tuple[str, int], Sequence[WishAsk]] = MappingProxyType({}),
) -> dict[str, PlanLine]:
    """The plans of these clients and households, or of everyone, that are in use.

    `form_free` are plan types that the client or family makes: nothing is asked of those. A plan that its
    client keeps shut is left out too. `asks` are the questions of each plan type, with its version, that hold
    wishes outside the life domains.
    """
    columns = (PlanRecord.id, PlanRecord.title, PlanRecord.client_id, PlanRecord.household_id)
    more = (PlanRecord.version, PlanRecord.adopted_on, PlanRecord.format_id, PlanRecord.format_version)
    ended = select(ClientRecord.id).where(ClientRecord.care_ended_on.is_not(None))
    query = select(*columns, *more).where(
        PlanRecord.removed.is_(False),
        NO_ANNEX,
        PlanRecord.status != "closed",
        PlanRecord.format_id.not_in(sorted(form_free)),
        PlanRecord.client_id.not_in(ended),
        *_about(PlanRecord, subjects),
    )
    rows = session.execute(query).all()
    ids = None if not subjects else [row[0] for row in rows]
    told, reports = _adoptions(session, ids), _open_reports(session, ids)
    late = deadline_index.late(session, today, EVALUATION_RULES, ids)
    wishes, aimed = _wished(session, ids), _aimed(session, ids)
    told_wishes = _told_wishes(session, ids, asks)
    lines = {}
    for plan_id, title, client_id, household_id, version, adopted_on, name, number in rows:
        if version and plan_id not in told:  # the content is kept from who looks
            continue
        agreed, said = told[plan_id] if version else (False, False)
        lines[plan_id] = PlanLine(
            plan_id, title, client_id, household_id, (name, number),
            PlanFile(
                version, adopted_on, agreed, said,
                evaluation_due=late.get(plan_id), open_report=reports.get(plan_id),
                wishes=(
                    *wishes.get(plan_id, ()),
                    *_outside(asks.get((name, number), ()), told_wishes.get(plan_id, {})),
                ),
                aimed=frozenset(aimed.get(plan_id, ())),
            ),
        )  # fmt: skip
    return lines


def goal_lines(session: Session, plans: Mapping[str, PlanLine], *, some: bool = False) -> list[GoalLine]:
    """The open goals of these plans; with `some` the questions are asked for these plans alone."""
    columns = (
        GoalRow.id, PlanGoalRow.plan_id, PlanGoalRow.number, GoalRow.sentence, GoalRow.status, GoalRow.form,
        GoalRow.area, GoalRow.origin != "", GoalRow.measure != "", GoalRow.observe_what != "", GoalRow.start,
        GoalRow.target_date, GoalRow.look_date, GoalRow.no_end_date, GoalRow.goal_kind,
    )  # fmt: skip
    query = (
        select(*columns)
        .join(PlanGoalRow, PlanGoalRow.goal_id == GoalRow.id)
        .where(GoalRow.removed.is_(False), PlanGoalRow.removed.is_(False), GoalRow.status.in_(_OPEN))
        .order_by(PlanGoalRow.number)
    )
    if some:
        query = query.where(among(PlanGoalRow.plan_id, plans))
    rows = [row for row in session.execute(query) if row[1] in plans]
    goal_ids = {row[0] for row in rows} if some else None
    acted = _with_actions(session, goal_ids)
    agreed = _agreed_areas(session, plans if some else None)
    noted = _noted(session, goal_ids, _writing_about(session, plans.values()) if some else None)
    decided = _decided(session, plans if some else None)
    lines = []
    for row in rows:
        goal_id, plan_id, number, sentence, status, form, area, origin, measure, observed, *days = row
        start, target, look, no_end, kind = days
        goz = form == "goz"
        looks = looks_back(kind, form, no_end_date=no_end, target=target)
        file = GoalFile(
            status=GoalStatus(status),
            has_wish=bool(origin) or area in _areas(plans[plan_id].file.wishes),
            has_measure=bool(observed if goz else measure),
            has_doing=goal_id in acted or bool(area and (plan_id, area) in agreed),
            noted_on=noted.get(goal_id),
            begun_on=start,
            due_on=look if looks else target,
            decided_on=decided.get(goal_id),
        )
        lines.append(GoalLine(goal_id, plan_id, number, sentence, file))
    return lines


def clients_without_plan(session: Session, subjects: Sequence[str] = ()) -> list[tuple[str, date]]:
    """Clients in care without a plan of their own, with the day on which they came in the program.

    A plan of their household counts: whoever asks looks at the households too.
    """
    own = select(PlanRecord.client_id).where(PlanRecord.removed.is_(False), PlanRecord.client_id != "")
    query = select(ClientRecord.id, ClientRecord.made_at).where(
        ClientRecord.removed.is_(False), ClientRecord.care_ended_on.is_(None), ClientRecord.id.not_in(own)
    )
    if subjects:
        query = query.where(among(ClientRecord.id, subjects))
    return [(str(row[0]), row[1].astimezone(AMSTERDAM).date()) for row in session.execute(query)]


def _about(row: Any, subjects: Sequence[str]) -> list[ColumnElement[bool]]:
    return [or_(among(row.client_id, subjects), among(row.household_id, subjects))] if subjects else []


def _of(column: Any, ids: Iterable[str] | None) -> list[ColumnElement[bool]]:
    return [] if ids is None else [among(column, ids)]


def _adoptions(session: Session, ids: Iterable[str] | None) -> dict[str, tuple[bool, bool]]:
    """For each plan whether its version has an agreement or a reason, and a signature or a note."""
    agreed: set[tuple[str, int]] = set()
    signed: set[tuple[str, int]] = set()
    withdrawn: set[tuple[str, int]] = set()
    consents = select(
        ConsentRow.plan_id, ConsentRow.version, ConsentRow.outcome, ConsentRow.form, ConsentRow.withdrawn_on
    ).where(ConsentRow.removed.is_(False), *_of(ConsentRow.plan_id, ids))
    for plan_id, version, outcome, form, gone in session.execute(consents):
        key = (plan_id, version)
        if gone is not None:
            withdrawn.add(key)
        elif outcome in _COUNTS:
            agreed.add(key)
            signed |= {key} if form in _SIGNED else set()
    meeting = type_coerce(PlanVersionRow.meeting, String)
    versions = (
        select(
            PlanVersionRow.plan_id,
            PlanVersionRow.number,
            PlanVersionRow.without_consent,
            PlanVersionRow.reason != "",
            meeting,
        )
        .where(*_of(PlanVersionRow.plan_id, ids))
        .order_by(PlanVersionRow.number)
    )
    found = {}
    for plan_id, number, without, reason, text in session.execute(versions):
        key, talk = (plan_id, number), json.loads(text or "{}")
        by_hand = talk.get("handed_in") is True
        everybody = not without and key not in withdrawn
        note = bool(talk.get("present") or talk.get("present_others")) and bool(talk.get("client_said"))
        found[plan_id] = (by_hand or everybody or bool(reason) or key in agreed,
                          by_hand or note or key in signed)  # fmt: skip
    return found


def _open_reports(session: Session, ids: Iterable[str] | None) -> dict[str, tuple[str, date]]:
    query = select(PlanRecord.parent_id, PlanRecord.id, PlanRecord.made_at).where(
        PlanRecord.parent_id != "",
        PlanRecord.removed.is_(False),
        PlanRecord.version == 0,
        *_of(PlanRecord.parent_id, ids),
    )
    found: dict[str, tuple[str, date]] = {}
    for plan_id, annex_id, made in session.execute(query.order_by(PlanRecord.made_at)):
        found.setdefault(plan_id, (annex_id, made.astimezone(AMSTERDAM).date()))
    return found


def _with_actions(session: Session, goal_ids: Iterable[str] | None) -> set[str]:
    query = select(ActionRow.goal_id).where(ActionRow.removed.is_(False), ActionRow.cancelled.is_(False))
    return set(session.scalars(query.where(*_of(ActionRow.goal_id, goal_ids)).distinct()))


def _agreed_areas(session: Session, plans: Iterable[str] | None) -> set[tuple[str, str]]:
    query = select(AgreementRow.plan_id, AgreementRow.area).where(
        AgreementRow.removed.is_(False), AgreementRow.area != "", *_of(AgreementRow.plan_id, plans)
    )
    return {(str(row[0]), str(row[1])) for row in session.execute(query)}


def _writing_about(session: Session, plans: Iterable[PlanLine]) -> set[str]:
    """The clients in whose notes a goal of these plans can stand: of a family also who left it since."""
    homes = {plan.household_id for plan in plans if plan.household_id}
    members = (
        select(ClientRecord.id)
        .join(MemberRow, MemberRow.person_id == ClientRecord.person_id)
        .where(among(MemberRow.household_id, homes))
    )
    return {plan.client_id for plan in plans} | set(session.scalars(members) if homes else ())


def _noted(session: Session, goal_ids: set[str] | None, clients: Collection[str] | None) -> dict[str, date]:
    """The day of the last note about each goal or one of its actions."""
    about = func.json_each(NoteRow.about).table_valued("value")
    topic = func.json_extract(about.c.value, "$.id")
    day = func.max(type_coerce(NoteRow.happened_at, String))
    notes = select(topic, day).select_from(NoteRow).join(about, true())
    query = notes.where(NoteRow.removed.is_(False))
    if clients is not None:
        query = query.where(or_(among(NoteRow.client_id, clients), NoteRow.household_id != ""))
    told = {str(row[0]): _day(row[1]) for row in session.execute(query.group_by(topic))}
    actions = select(ActionRow.id, ActionRow.goal_id).where(*_of(ActionRow.goal_id, goal_ids))
    found: dict[str, date] = dict(told)
    for action_id, goal_id in session.execute(actions):
        if action_id in told:
            found[goal_id] = max(told[action_id], found.get(goal_id, date.min))
    return found


def _decided(session: Session, plans: Iterable[str] | None) -> dict[str, date]:
    """The day of the last finished annex that decided about each goal."""
    decision = func.json_extract(AnswerRow.value, "$.v.decision")
    query = (
        select(AnswerRow.key, PlanRecord.adopted_on)
        .join(PlanRecord, PlanRecord.id == AnswerRow.plan_id)
        .where(
            PlanRecord.parent_id != "",
            PlanRecord.version > 0,
            AnswerRow.removed.is_(False),
            decision.is_not(None),
            *_of(PlanRecord.parent_id, plans),
        )
    )
    found: dict[str, date] = {}
    for key, day in session.execute(query):
        goal_id = key.partition("/")[2]
        if goal_id and day is not None:
            found[goal_id] = max(day, found.get(goal_id, date.min))
    return found


def _wished(session: Session, ids: Iterable[str] | None) -> dict[str, list[Wish]]:
    """The life domains of each plan in which somebody said what should change or stay."""
    wish = func.json_extract(AnswerRow.value, "$.v.change")
    reason = func.json_extract(AnswerRow.value, "$.v.no_goal")
    query = select(AnswerRow.plan_id, AnswerRow.key, reason, wish).where(
        AnswerRow.removed.is_(False),
        func.coalesce(wish, "") != "",
        func.coalesce(func.json_extract(AnswerRow.value, "$.v.state"), "open") == "open",
        *_of(AnswerRow.plan_id, ids),
    )
    found: dict[str, list[Wish]] = defaultdict(list)
    for plan_id, key, why, words in session.execute(query.order_by(AnswerRow.key)):
        found[plan_id].append(Wish(key, key.rpartition("/")[2], _text(why), _text(words)))
    return found


def _told_wishes(
    session: Session, ids: Iterable[str] | None, asks: Mapping[tuple[str, int], Sequence[WishAsk]]
) -> dict[str, dict[str, Any]]:
    """What stands in the questions that hold wishes or the reason why no goal came of one, by plan."""
    every = [one for found in asks.values() for one in found]
    keys = {one.question_id for one in every} | {one.reason for one in every if not one.table} - {""}
    query = select(AnswerRow.plan_id, AnswerRow.key, AnswerRow.value).where(
        AnswerRow.removed.is_(False), AnswerRow.key.in_(sorted(keys)), *_of(AnswerRow.plan_id, ids)
    )
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for plan_id, key, value in session.execute(query):
        found[plan_id][key] = (value or {}).get("v")
    return found


def _outside(asks: Sequence[WishAsk], said: Mapping[str, Any]) -> Iterator[Wish]:
    """The wishes of one plan outside its life domains."""
    for ask in asks:
        value = said.get(ask.question_id)
        if ask.table:
            for row in value if isinstance(value, list) else ():
                key = f"{ask.question_id}/{row.get('id', '')}"
                if _text(row.get(ask.wish)):  # a wish that is not followed: no goal answers it
                    yield Wish(key, key, _text(row.get(ask.reason)), _text(row.get(ask.wish)))
        elif _text(value):
            area = "" if ask.area == WHOLE_PLAN else ask.area
            yield Wish(ask.question_id, area, _text(said.get(ask.reason)), _text(value))


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _areas(wishes: Iterable[Wish]) -> set[str]:
    return {wish.area for wish in wishes if wish.area}


def _aimed(session: Session, ids: Iterable[str] | None) -> dict[str, set[str]]:
    """The areas of each plan that have a goal, also one that ended, or an agreement; "" is one without."""
    goals = (
        select(PlanGoalRow.plan_id, GoalRow.area)
        .join(GoalRow, GoalRow.id == PlanGoalRow.goal_id)
        .where(
            GoalRow.removed.is_(False), PlanGoalRow.removed.is_(False), *_of(PlanGoalRow.plan_id, ids)
        )
    )  # fmt: skip
    agreements = select(AgreementRow.plan_id, AgreementRow.area).where(
        AgreementRow.removed.is_(False), *_of(AgreementRow.plan_id, ids)
    )
    found: dict[str, set[str]] = defaultdict(set)
    for plan_id, area in (*session.execute(goals), *session.execute(agreements)):
        found[plan_id].add(area)
    return found


def _day(moment: str) -> date:
    return datetime.fromisoformat(f"{moment}+00:00").astimezone(AMSTERDAM).date()
