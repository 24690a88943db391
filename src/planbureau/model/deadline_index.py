"""When each plan has what to do, as rows: a list reads these, and computes only what it shows.

The rows hold outlines: a day that passes changes none of them, so they are renewed on a write or when the
rules change, and never because a day began.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, not_, or_, select
from sqlalchemy.orm import Session

from planbureau.clock import Clock
from planbureau.model.reading.among import among
from planbureau.model.reading.plan_heads import PlanHead
from planbureau.model.rows import DeadlineIndexRow, LocalRow, PlanRecord
from planbureau.rules.dates import add_hours
from planbureau.rules.deadlines import RULES, Status, TermSettings
from planbureau.rules.deadlines.known import amount_of, is_short
from planbureau.rules.deadlines.outline import (
    ANNOUNCED,
    BIRTHDAYS,
    HOURLY,
    ONCE,
    OPENING,
    PASSING,
    Outline,
)
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.status import past_the_hour, status_on
from planbureau.views import NextDeadline

COMPUTED = "deadlines"
"""The local key that tells for which rules the index was computed."""

_INDEX = DeadlineIndexRow


def replace(session: Session, computed: Iterable[tuple[PlanHead, Iterable[Outline]]]) -> None:
    """Puts the deadlines of these plans in the index, in place of what stood there."""
    rows, plans = [], []
    for plan, outlines in computed:
        plans.append(plan.id)
        rows += [_row(plan, one) for one in outlines]
    _delete(session, among(_INDEX.plan_id, plans))
    _insert(session, rows)


def replace_all(session: Session, computed: Iterable[tuple[PlanHead, Iterable[Outline]]]) -> None:
    """Makes the index anew of all plans there are."""
    rows = [_row(plan, one) for plan, outlines in computed for one in outlines]
    _delete(session)
    _insert(session, rows)


def _delete(session: Session, *which: ColumnElement[bool]) -> None:
    session.execute(delete(_INDEX).where(*which), execution_options={"synchronize_session": False})


def _insert(session: Session, rows: list[dict[str, object]]) -> None:
    if rows:
        session.connection().execute(insert(_INDEX), rows)


def _row(plan: PlanHead, one: Outline) -> dict[str, object]:
    return {
        "plan_id": plan.id,
        "client_id": plan.client_id,
        "household_id": plan.household_id,
        "rule_id": one.rule_id,
        "subject": one.subject,
        "last_date": one.last_date,
        "status": one.standing.value,
        "open": one.can_be_open,
    }


def _open_on(today: date, is_open: ColumnElement[bool] | None = None) -> ColumnElement[bool]:
    """What can still be open: a term that closes by itself is not, once its day has come."""
    return and_(
        _INDEX.open if is_open is None else is_open,
        not_(
            or_(
                and_(_INDEX.last_date < today, _INDEX.rule_id.in_(PASSING)),
                and_(_INDEX.last_date <= today, _INDEX.rule_id.in_(OPENING)),
            )
        ),
    )


def _moved_away(today: date, settings: TermSettings) -> ColumnElement[bool]:
    """A term that was moved asks for nothing until its new day is near."""
    near, soon = today + timedelta(settings.bijna_dagen), today + timedelta(settings.bijna_kort_dagen)
    short = [rule.id for rule in RULES.values() if is_short(rule, settings)]
    return and_(
        _INDEX.status == Status.DEVIATED.value,
        or_(_INDEX.last_date > near, and_(_INDEX.last_date > soon, _INDEX.rule_id.in_(short))),
    )


def rules_by_plan(
    session: Session,
    today: date,
    *,
    subjects: Iterable[str] = (),
    start: date | None = None,
    end: date | None = None,
    open_only: bool = False,
) -> Mapping[str, set[str]]:
    """For each plan the rules of which a term of these subjects may lie between these days."""
    conditions = _terms_of(today, subjects, start, end, open_only=open_only)
    return _by_plan(session.execute(select(_INDEX.plan_id, _INDEX.rule_id).where(*conditions)))


def first_rules_by_plan(
    session: Session,
    today: date,
    end: date,
    at_most: int,
    settings: TermSettings,
    *,
    subjects: Iterable[str] = (),
) -> tuple[Mapping[str, set[str]], int]:
    """As `rules_by_plan`, of the first open terms until `end`, and those that are announced earlier.

    Also tells how many there are in all.
    """
    conditions = [*_terms_of(today, subjects, None, None, open_only=True), *_shown_on(today, end, settings)]
    # What was asked for hangs on the whole file, a birthday on a person: it counts once, not with every plan.
    alone = and_(_INDEX.rule_id.in_(sorted(ONCE)), _INDEX.subject != "")
    once = case((alone, ""), else_=_INDEX.plan_id)
    terms = select(_INDEX.plan_id, _INDEX.rule_id, once, _INDEX.subject).where(*conditions)
    found = session.execute(terms.order_by(_INDEX.last_date, _INDEX.plan_id).limit(at_most)).all()
    rules = _by_plan((plan_id, rule_id) for plan_id, rule_id, *_ in found)
    if len(found) < at_most:
        return rules, len({(of, rule_id, subject) for _, rule_id, of, subject in found})
    many = select(once, _INDEX.rule_id, _INDEX.subject).where(*conditions).distinct().subquery()
    return rules, session.scalars(select(func.count()).select_from(many)).one()


def _shown_on(today: date, end: date, settings: TermSettings) -> list[ColumnElement[bool]]:
    ahead = {rule: today + timedelta(getattr(settings, setting)) for rule, setting in ANNOUNCED.items()}
    early = [and_(_INDEX.rule_id == rule, _INDEX.last_date <= day) for rule, day in ahead.items()]
    # The outer limit is for SQLite: it reads no further than the day that is furthest ahead.
    return [_INDEX.last_date <= max([end, *ahead.values()]), or_(_INDEX.last_date <= end, *early)]


def _terms_of(
    today: date, subjects: Iterable[str], start: date | None, end: date | None, *, open_only: bool
) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    wanted = [subject for subject in subjects if subject]
    if wanted:
        conditions.append(or_(_INDEX.client_id.in_(wanted), _INDEX.household_id.in_(wanted)))
    if start is not None:
        conditions.append(_INDEX.last_date >= start)
    if end is not None:
        conditions.append(_INDEX.last_date <= end)
    if open_only and wanted:
        # Wrapped, so that SQLite begins with these few, and does not pass the open terms of everyone.
        conditions.append(_open_on(today, func.coalesce(_INDEX.open, 0)))
    elif open_only:
        conditions.append(_open_on(today))
    return conditions


def _by_plan(terms: Iterable[Sequence[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for plan_id, rule_id in terms:
        found[plan_id].add(rule_id)
    return found


def nearest(session: Session, clock: Clock, settings: TermSettings) -> dict[str, NextDeadline]:
    """The first open term of each client and household that has one, as it stands now."""
    today = clock.today()
    columns = (_INDEX.client_id, _INDEX.household_id, _INDEX.last_date)
    more = (_INDEX.plan_id, _INDEX.rule_id, _INDEX.status)
    query = (
        select(*columns, *more)
        .where(_open_on(today), not_(_moved_away(today, settings)), _INDEX.last_date.is_not(None))
        .order_by(_INDEX.last_date)
    )
    found: dict[str, NextDeadline] = {}
    for client_id, household_id, day, plan_id, rule_id, standing in session.execute(query):
        subjects = [subject for subject in (client_id, household_id) if subject and subject not in found]
        if subjects:
            assert day is not None
            rule = RULES[rule_id]
            status = status_on(rule, Status(standing), day, settings, today)
            if status is Status.TODAY and rule_id in HOURLY:
                status = past_the_hour(status, _end_of(session, plan_id, rule, settings), clock.now())
            due = NextDeadline(plan_id, rule_id, rule.title, day, status)
            found.update(dict.fromkeys(subjects, due))
    return found


def plans_with(session: Session, rule_id: str, subject: str) -> list[str]:
    """The plans in which this term about this subject is open."""
    query = select(_INDEX.plan_id).where(_INDEX.open, _INDEX.rule_id == rule_id, _INDEX.subject == subject)
    return list(session.scalars(query))


def reached(session: Session, plan_id: str, subject: str, day: date) -> list[str]:
    """The rules of the birthdays of this person that wait in a plan, and that have come on `day`."""
    query = select(_INDEX.rule_id).where(
        _INDEX.plan_id == plan_id,
        _INDEX.subject == subject,
        _INDEX.rule_id.in_(sorted(BIRTHDAYS)),
        _INDEX.open,
        _INDEX.last_date <= day,
    )
    return list(session.scalars(query))


def _end_of(session: Session, plan_id: str, rule: DeadlineRule, settings: TermSettings) -> datetime | None:
    """The moment on which a term of hours ends: the index keeps its day only."""
    moments = session.scalar(select(PlanRecord.moments).where(PlanRecord.id == plan_id)) or {}
    begun = moments.get(rule.triggers[0])
    return None if begun is None else add_hours(datetime.fromisoformat(begun), amount_of(rule, settings))


def late(
    session: Session, today: date, rules: Iterable[str], plans: Iterable[str] | None = None
) -> dict[str, date]:
    """For each plan the earliest last day that has passed of these rules."""
    conditions = [_open_on(today), _INDEX.last_date < today, _INDEX.rule_id.in_(sorted(rules))]
    if plans is not None:
        conditions.append(among(_INDEX.plan_id, plans))
    query = select(_INDEX.plan_id, func.min(_INDEX.last_date)).where(*conditions)
    found = session.execute(query.group_by(_INDEX.plan_id))
    return {str(plan_id): day for plan_id, day in found if day is not None}


def computed_for(session: Session) -> str:
    """For which rules the index stands; empty when never."""
    row = session.get(LocalRow, COMPUTED)
    return row.value if row else ""


def stamp(session: Session, rules: str) -> None:
    """Remembers for which rules the index stands."""
    session.merge(LocalRow(key=COMPUTED, value=rules))
