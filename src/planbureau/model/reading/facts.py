"""The facts that the deadline rules need, of one plan or of ten thousand, read in a few queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, literal, select, union_all
from sqlalchemy.orm import Session

from planbureau.clock import AMSTERDAM
from planbureau.formats.model import PlanFormat, Subject
from planbureau.model.reading.care_periods import earlier_ends, last_end_before
from planbureau.model.reading.last_changes import last_changes
from planbureau.model.reading.plan_heads import PlanHead
from planbureau.model.rows import (
    ClientRecord,
    DeviationRow,
    DoneRow,
    MemberRow,
    NotApplicableRow,
    PauseRow,
    PersonRow,
    PlanVersionRow,
    RelationRow,
    RequestRow,
)
from planbureau.plan_state import GP_ROLES
from planbureau.rules.deadlines import (
    RULES,
    Deviation,
    Organisation,
    Pause,
    PersonFacts,
    PersonRole,
    PlanFacts,
    Request,
    RequestKind,
)
from planbureau.rules.deadlines.facts import STARTS_OF_CARE, flags_with
from planbureau.rules.deadlines.outline import BY_ORGANISATIONS, BY_PERSONS, BY_REQUESTS
from planbureau.rules.deadlines.requests import RequesterRole
from planbureau.views import PersonView

FEW = 2_000
"""Up to this many ids a query asks by name; for more it is quicker to read the table whole."""
_HOUSEHOLD = Subject.HOUSEHOLD
_ON_PAPER, _ANOTHER = RequestKind.IN_WRITING.name, RequesterRole.OTHER.value

EVALUATION = "evaluatie"
"""Stands for a rule in `done`: on this day the plan was evaluated, whatever rules ask for it."""
ORDINARY = "gewoon"
"""The subject of such a day when the report was none of the Wzd: it did not ask about involuntary care."""
NEXT_EVALUATION = "volgende evaluatie"
"""Stands for a rule in `done`: this day was agreed for the next evaluation."""
IN_PLAN = "plan"
"""The subject of such a day that stands in the adopted plan itself, and not in a report."""
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_ORDINARY = f"{EVALUATION}:{ORDINARY}"
_IN_PLAN = f"{NEXT_EVALUATION}:{IN_PLAN}"
_AGREED = tuple(rule.id for rule in RULES.values() if rule.counts_agreed_dates)

_SETTLING = frozenset(name for rule in RULES.values() for name in rule.done_by)
_NEVER: frozenset[date] = frozenset()

Grouped = dict[str, list[Any]]


class _Table(NamedTuple):
    """A question for all rows, and for some. Written once: writing one takes as long as asking it."""

    whole: Any
    part: Any


def _table(query: Any, column: Any) -> _Table:
    wanted = func.json_each(bindparam("wanted")).table_valued("value")
    return _Table(query, query.where(column.in_(select(wanted.c.value))))


PERSON = (PersonRow.call_name, PersonRow.given_name, PersonRow.family_name, PersonRow.birth_date)
_DONE = _table(
    select(DoneRow.plan_id, DoneRow.rule_id, DoneRow.subject, DoneRow.on, DoneRow.reason)
    .where(DoneRow.removed.is_(False))
    .order_by(DoneRow.on),
    DoneRow.plan_id,
)
_DEVIATIONS = _table(
    select(DeviationRow.plan_id, DeviationRow)
    .where(DeviationRow.removed.is_(False))
    .order_by(DeviationRow.on),
    DeviationRow.plan_id,
)
_NOTED = union_all(
    select(
        PauseRow.plan_id,
        literal("").label("rule_id"),
        literal("").label("subject"),
        PauseRow.reason,
        PauseRow.first_day,
        PauseRow.last_day,
    ).where(PauseRow.removed.is_(False)),
    select(
        NotApplicableRow.plan_id,
        NotApplicableRow.rule_id,
        NotApplicableRow.subject,
        NotApplicableRow.reason,
        NotApplicableRow.on,
        NotApplicableRow.on,
    ).where(NotApplicableRow.removed.is_(False)),
).subquery()
"""Pauses, without a rule, and terms that do not hold, in one question: nearly every plan has neither."""
_EXCEPTIONS = _table(select(_NOTED), _NOTED.c.plan_id)
_ADOPTIONS = _table(
    select(PlanVersionRow.plan_id, PlanVersionRow.adopted_on).order_by(PlanVersionRow.number),
    PlanVersionRow.plan_id,
)
_CLIENTS = _table(
    select(
        ClientRecord.id,
        ClientRecord.care_ended_on,
        ClientRecord.edited_at != ClientRecord.made_at,
        PersonRow.id,
        *PERSON,
        PersonRow.deceased_on,
    ).join(PersonRow, PersonRow.id == ClientRecord.person_id),
    ClientRecord.id,
)
_MEMBERS = _table(
    select(MemberRow.household_id, PersonRow.id, *PERSON, PersonRow.deceased_on)
    .join(PersonRow, PersonRow.id == MemberRow.person_id)
    .where(MemberRow.removed.is_(False)),
    MemberRow.household_id,
)
_AT_HOME = _table(
    select(MemberRow.household_id, ClientRecord.id)
    .join(ClientRecord, ClientRecord.person_id == MemberRow.person_id)
    .where(MemberRow.removed.is_(False), ClientRecord.removed.is_(False)),
    MemberRow.household_id,
)
_RELATIONS = _table(
    select(RelationRow.subject_id, RelationRow.role, RelationRow.made_at, PersonRow.organisation)
    .join(PersonRow, PersonRow.id == RelationRow.person_id)
    .where(RelationRow.removed.is_(False), PersonRow.professional.is_(True)),
    RelationRow.subject_id,
)
_REQUESTS = _table(
    select(RequestRow.client_id, RequestRow).where(RequestRow.removed.is_(False)), RequestRow.client_id
)


class FactBook:
    """What is known of these plans, ready to be asked plan by plan."""

    def __init__(
        self, session: Session, plans: Sequence[PlanHead], only: Mapping[str, Collection[str]] | None = None
    ) -> None:
        """Reads what the rules need; `only` names the rules that will be asked for each plan id."""
        self._session = session
        plan_ids = {plan.id for plan in plans}
        self._at_home = self._grouped(
            _AT_HOME, {one.household_id for one in plans if not one.client_id} - {""}
        )
        clients = self._clients_of(plans)
        aged, joined, asked = (
            [plan for plan in plans if only is None or not rules.isdisjoint(only[plan.id])]
            for rules in (BY_PERSONS, BY_ORGANISATIONS, BY_REQUESTS)
        )
        self._done = self._grouped(_DONE, plan_ids)
        self._deviations = self._grouped(_DEVIATIONS, plan_ids)
        self._exceptions = self._grouped(_EXCEPTIONS, plan_ids)
        self._adoptions = self._grouped(_ADOPTIONS, plan_ids)
        self._clients = self._grouped(_CLIENTS, clients)
        self._members = self._grouped(_MEMBERS, _subjects(aged))
        around = self._clients_of(joined) | _subjects(joined)
        self._relations = self._grouped(_RELATIONS, around)
        self._requests = self._grouped(_REQUESTS, self._clients_of(asked))
        # The plans of one client have the same people, organisations and requests around them.
        self._ends = {plan.id: end for plan in plans if (end := self._endings(plan)) != (None, None)}
        self._before = earlier_ends(session, self._begun_anew(plans))
        self._changed = last_changes(session, [plan for plan in plans if plan.id in self._ends])
        self._known_persons: dict[tuple[str, str], tuple[PersonFacts, ...]] = {}
        self._known_organisations: dict[tuple[str, ...], tuple[Organisation, ...]] = {}
        self._named: dict[tuple[str, int], frozenset[str] | None] = {}
        self._known_requests: dict[tuple[str, ...], tuple[Request, ...]] = {}

    def _clients_of(self, plans: Iterable[PlanHead]) -> set[str]:
        return {client_id for plan in plans for client_id in self._clients_in(plan)}

    def _clients_in(self, plan: PlanHead) -> tuple[str, ...]:
        """The client of a plan; for a plan of a household everyone in it who is a client."""
        if plan.client_id:
            return (plan.client_id,)
        return tuple(row[1] for row in self._at_home[plan.household_id]) if plan.household_id else ()

    def _grouped(self, table: _Table, wanted: set[str]) -> Grouped:
        found: Grouped = defaultdict(list)
        if not wanted:
            return found
        if len(wanted) <= FEW:
            rows = self._session.execute(table.part, {"wanted": json.dumps(sorted(wanted))})
        else:
            rows = self._session.execute(table.whole)
        for row in rows:
            found[row[0]].append(row)
        return found

    def facts(self, plan: PlanHead, plan_format: PlanFormat) -> PlanFacts:
        """The facts of one of the plans."""
        series: dict[str, tuple[date, ...]] = {}
        reasons: dict[str, str] = {}
        for _, rule_id, subject, on, reason in self._done.get(plan.id, ()):
            key = f"{rule_id}:{subject}" if subject else rule_id
            series[key] = (*series.get(key, ()), on)
            if reason:
                reasons[key] = reason
        noted = self._exceptions.get(plan.id)
        evaluations, agreed = series.pop(EVALUATION, ()), series.pop(NEXT_EVALUATION, ())
        agreed += series.pop(_IN_PLAN, ())
        ordinary = series.pop(_ORDINARY, ())
        ended, died = self._ends.get(plan.id, (None, None))
        return PlanFacts(
            plan_id=plan.id,
            plan_type=plan_format.family,
            regimes=plan.regimes,
            flags=flags_with(plan.flags, plan.triggers),
            triggers=plan.triggers,
            moments=plan.moments,
            evaluations=evaluations + ordinary,
            ordinary_evaluations=frozenset(ordinary).difference(evaluations) if ordinary else _NEVER,
            agreed_dates=dict.fromkeys(_AGREED, agreed) if agreed else _NOTHING,
            adoptions=tuple(row[1] for row in self._adoptions.get(plan.id, ())),
            done={key: days[-1] for key, days in series.items()},
            series_done=series,
            late_reasons=reasons,
            persons=self._persons(plan, plan_format),
            organisations=self._organisations(plan),
            requests=self._asked(plan),
            care_ended=ended,
            care_before=self._before_care(plan) if self._before else None,
            client_died=died,
            plan_closed=plan.status == "closed",
            pauses=_pauses(noted) if noted else (),
            not_applicable=_not_applicable(noted) if noted else _NOTHING,
            deviations=tuple(_deviation(row[1]) for row in self._deviations.get(plan.id, ())),
            last_file_change=self._changed.get(plan.id, plan.edited_on),
            created_on=plan.made_on,
            rule_ids=self._rules_named(plan_format),
        )

    def _rules_named(self, plan_format: PlanFormat) -> frozenset[str] | None:
        key = (plan_format.id, plan_format.version)
        if key not in self._named:
            self._named[key] = frozenset(plan_format.deadlines) or None
        return self._named[key]

    def _begun_anew(self, plans: Iterable[PlanHead]) -> set[str]:
        """The clients with a plan in which something was done before its care began.

        One of these may be of an earlier care. The end of that was written in the record of the client, so a
        record that never changed has none.
        """
        changed = {client_id for client_id, rows in self._clients.items() if any(row[2] for row in rows)}
        return {
            client_id
            for plan in plans
            if plan.id not in self._ends
            and (clients := self._clients_in(plan))
            and changed.issuperset(clients)
            and self._done_before(plan)
            for client_id in clients
        }

    def _done_before(self, plan: PlanHead) -> bool:
        began = _care_began(plan)
        days = (row[1] for row in self._adoptions.get(plan.id, ()))
        told = (row[3] for row in self._done.get(plan.id, ()))
        given = (day for name, day in plan.triggers.items() if name in _SETTLING)
        return any(day < began for day in chain(days, told, given))

    def _before_care(self, plan: PlanHead) -> date | None:
        """The last end of the care that lies before this plan's care began, if the client came back.

        A plan of a household begins anew when the care for everybody in it had ended.
        """
        began, found = _care_began(plan), []
        for client_id in self._clients_in(plan):
            ends = self._before.get(client_id, ())
            ended = last_end_before(self._session, plan.id, began, ends) if ends else None
            if ended is None:
                return None
            found.append(ended)
        return max(found, default=None)

    def _endings(self, plan: PlanHead) -> tuple[date | None, date | None]:
        if plan.status == "closed":
            return plan.closed_on or plan.edited_on, None
        ends = [
            (row[1], row[-1]) for client in self._clients_in(plan) for row in self._clients.get(client, ())
        ]
        if not ends or any(ended is None and died is None for ended, died in ends):
            return None, None  # a plan of a household goes on as long as there is care for one of them
        return max(ends, key=lambda end: min(day for day in end if day is not None))

    def _persons(self, plan: PlanHead, plan_format: PlanFormat) -> tuple[PersonFacts, ...]:
        household = plan.household_id if plan_format.subject is _HOUSEHOLD else ""
        key = (plan.client_id, household)
        if key not in self._known_persons:
            self._known_persons[key] = self._persons_of(*key)
        return self._known_persons[key]

    def _persons_of(self, client_id: str, household_id: str) -> tuple[PersonFacts, ...]:
        found: dict[str, PersonFacts] = {}
        for _, person_id, *parts, died in self._members[household_id] if household_id else []:
            # Whoever died has no birthdays to come, though the plan of the family goes on.
            role = PersonRole.MEMBER if died is None else PersonRole.OTHER
            found[person_id] = _person(person_id, parts, role)
        for _, _, _, person_id, *parts, _ in self._clients[client_id] if client_id else []:
            found[person_id] = _person(person_id, parts, PersonRole.CLIENT)
        return tuple(found.values())

    def _organisations(self, plan: PlanHead) -> tuple[Organisation, ...]:
        key = (*self._clients_in(plan), plan.household_id)
        if key not in self._known_organisations:
            self._known_organisations[key] = self._organisations_of(*key)
        return self._known_organisations[key]

    def _organisations_of(self, *subjects: str) -> tuple[Organisation, ...]:
        found: dict[str, Organisation] = {}
        for subject in subjects:
            for _, role, made_at, organisation in self._relations[subject] if subject else []:
                name = organisation.strip()
                day = made_at.astimezone(AMSTERDAM).date()
                known = found.get(name.casefold())
                if name and (known is None or day < known.added_on):
                    found[name.casefold()] = Organisation(name, day, is_gp=role in GP_ROLES)
        return tuple(found.values())

    def _asked(self, plan: PlanHead) -> tuple[Request, ...]:
        clients = self._clients_in(plan)
        if clients not in self._known_requests:
            self._known_requests[clients] = tuple(
                Request(r.id, RequestKind[r.request_kind], r.asked_on, r.requester, r.written, r.done_on)
                for client_id in clients
                for _, r in self._requests.get(client_id, ())
                if r.request_kind != _ON_PAPER or r.requester_role != _ANOTHER
            )
        return self._known_requests[clients]


def _care_began(plan: PlanHead) -> date:
    """The last day on which care began by this plan; before every other day without one."""
    return max((day for name in STARTS_OF_CARE if (day := plan.triggers.get(name))), default=date.min)


def _subjects(plans: Iterable[PlanHead]) -> set[str]:
    """The households of these plans."""
    return {plan.household_id for plan in plans} - {""}


def _person(person_id: str, parts: Iterable[Any], role: PersonRole) -> PersonFacts:
    call_name, given, family, born = parts
    name = PersonView(given_name=given, family_name=family, call_name=call_name).short_name
    return PersonFacts(person_id, name, born, role)


def _pauses(noted: Iterable[Any]) -> tuple[Pause, ...]:
    return tuple(Pause(row[4], row[5], row[3]) for row in noted if not row[1])


def _not_applicable(noted: Iterable[Any]) -> dict[str, str]:
    return {f"{row[1]}:{row[2]}" if row[2] else row[1]: row[3] for row in noted if row[1]}


def _deviation(row: DeviationRow) -> Deviation:
    return Deviation(
        rule_id=row.rule_id,
        old_date=row.old_date,
        new_date=row.new_date,
        reason=row.reason,
        asked_by=row.asked_by,
        recorded_by=row.edited_by,
        recorded_on=row.on,
        told_gives_up_right=row.told_right,
        consent_of=tuple(row.consent_of),
        subject=row.subject,
    )
