"""Deadlines: found in rows that a write renews, and computed in words for what is shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.model import deadline_index
from planbureau.model.reading import lists, terms
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.plan_heads import heads_named
from planbureau.model.rows import DeviationRow, DoneRow, PlanRecord, RequestRow
from planbureau.model.sight import unlimited
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RULES, Deadline, Deviation
from planbureau.rules.deadlines.deviations import check_deviation
from planbureau.rules.deadlines.outline import ANNOUNCED, BIRTHDAYS, BY_REQUESTS, ONCE
from planbureau.rules.dutch import inside, plain_date
from planbureau.services.calendar import terms as terms_service
from planbureau.services.calendar.deadline_stamp import deadline_stamp
from planbureau.services.calendar.overview_term import note_sent, overview_term
from planbureau.services.context import Context, told_in_words
from planbureau.services.sighting import guarded_plans
from planbureau.views import DeadlineRow

RELEVANT = (
    "plan", "plan_version", "deviation", "done", "pause", "not_applicable", "client", "person", "member",
    "relation", "custody", "measure", "request", "organisation",
)  # fmt: skip
"""Kinds of records that deadlines follow from."""


class Calendar:
    """`services.api.CalendarService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context
        context.renew_with(self._renew)

    def today(self) -> date:
        return self._context.today()

    def deadlines(
        self,
        *,
        client_id: str = "",
        household_id: str = "",
        start: date | None = None,
        end: date | None = None,
        open_only: bool = False,
        within: Collection[str] | None = None,
    ) -> tuple[DeadlineRow, ...]:
        with self._context.reading() as session:
            subjects = _linked(session, client_id, household_id)
            rules = deadline_index.rules_by_plan(
                session, self.today(), subjects=subjects, start=start, end=end, open_only=open_only
            )
            rows = list(self._rows(session, rules, start, end, open_only=open_only))
            if within is not None:
                rows = [row for row in rows if (row.household_id or row.client_id) in within]
            if not subjects and not self._context.visiting:
                rows += self._of_organisation(session, start, end, open_only=open_only)
            once = self._once(session, rows)
        return tuple(sorted(once, key=_order))

    def first(
        self, end: date, at_most: int, *, client_id: str = "", household_id: str = ""
    ) -> tuple[tuple[DeadlineRow, ...], int]:
        with self._context.reading() as session:
            subjects = _linked(session, client_id, household_id)
            today, settings = self.today(), terms_service.settings_of(session)
            rules, many = deadline_index.first_rules_by_plan(
                session, today, end, at_most, settings, subjects=subjects
            )
            every = self._rows(session, rules, None, None, open_only=True)
            rows = [row for row in every if _shows(row.deadline, today, end)]
            own = (
                []
                if subjects or self._context.visiting
                else self._of_organisation(session, None, end, open_only=True)
            )
            found = sorted(self._once(session, [*rows, *own]), key=_order)
        shown = tuple(found if len(rows) < at_most else found[:at_most])
        return shown, max(many + len(own) - len(shown), 0)

    def _rows(
        self,
        session: ReadSession,
        rules: Mapping[str, Collection[str]],
        start: date | None,
        end: date | None,
        *,
        open_only: bool,
    ) -> Iterator[DeadlineRow]:
        plans = heads_named(session, rules)
        names = lists.subject_names(session, plans)
        computed = terms_service.computed(session, self._context.formats, plans, self._context.clock, rules)
        for plan, found in computed:
            for deadline in found:
                if _within(deadline, start, end) and (deadline.status.is_open or not open_only):
                    yield DeadlineRow(
                        deadline,
                        plan.client_id,
                        names[plan.id],
                        plan.household_id,
                        plan.id,
                        plan.title,
                        plan.coordinator_id,
                    )

    def _once(self, session: ReadSession, rows: Iterable[DeadlineRow]) -> list[DeadlineRow]:
        """A request is about the whole file, a birthday about a person: each stands in the list once.

        With a plan in which it is still open, and that everybody may open, when there is one: else it would
        stay away from paper with the other. Rather with one of the client than with one of the household:
        who decides and reads is looked after there.
        """
        asked: dict[tuple[str, str], list[DeadlineRow]] = defaultdict(list)
        found = []
        for row in rows:
            deadline = row.deadline
            if deadline.subject and deadline.rule_id in ONCE:
                asked[deadline.rule_id, deadline.subject].append(row)
            else:
                found.append(row)
        several = any(len(same) > 1 for same in asked.values())
        guarded = guarded_plans(session, self._context.formats) if several else {}
        found += [
            min(same, key=lambda row: (_closed(row), row.plan_id in guarded, *_place(row)))
            for same in asked.values()
        ]
        return found

    def _of_organisation(
        self, session: ReadSession, start: date | None, end: date | None, *, open_only: bool
    ) -> list[DeadlineRow]:
        row = overview_term(session, self.today())
        if row is None or not _within(row.deadline, start, end):
            return []
        return [] if open_only and not row.deadline.status.is_open else [row]

    def note_overview_sent(self, last: date) -> Changes:
        with self._context.writing() as work:
            note_sent(work, last)
        return work.changes

    def refresh(self) -> None:
        """Computes every deadline anew when a rule or plan type changed since the last time."""
        stamp = deadline_stamp(self._context.formats)
        with self._context.reading() as session:
            if deadline_index.computed_for(session) == stamp:
                return
        if self._context.store.read_only:
            return
        with told_in_words(), self._context.store.writing(self._context.user_id) as work:
            self._compute_all(work)
            deadline_index.stamp(work.session, stamp)

    def _renew(self, work: UnitOfWork) -> None:
        if not work.changes.touches(*RELEVANT):
            return
        if work.changes.touches("organisation"):
            self._compute_all(work)
            return
        plans = terms.plans_of(work.session, self._subjects(work))
        found = terms_service.outlined(work.session, self._context.formats, plans)
        deadline_index.replace(work.session, found)

    def _subjects(self, work: UnitOfWork) -> set[str]:
        found: set[str] = set(work.changes.subjects)
        for subject in work.changes.subjects:
            found.update(people_reading.linked_subjects(work.session, subject))
        return found

    def _compute_all(self, work: UnitOfWork) -> None:
        plans = terms.all_plans(work.session)
        found = terms_service.outlined(work.session, self._context.formats, plans)
        deadline_index.replace_all(work.session, found)

    def _current(self, session: ReadSession, plan_id: str, rule_id: str, subject: str = "") -> Deadline:
        plan = plan_reading.plan_row(session, plan_id)
        for deadline in terms_service.deadlines_of_plan(
            session, self._context.formats, plan, self._context.clock
        ):
            if deadline.rule_id == rule_id and deadline.subject == subject:
                return deadline
        raise NotFoundError(
            "Deze termijn hoort niet (meer) bij dit plan.", "Er is niets veranderd. Open de agenda opnieuw."
        )

    def mark_done(self, plan_id: str, rule_id: str, subject: str, on: date, reason: str = "") -> Changes:
        if on > self._context.last_day():
            raise InvalidInputError("Deze dag moet nog komen. Er is niets veranderd.")
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, plan_id)
            current = self._current(work.session, plan_id, rule_id, subject)
            _check_day(current, on)
            late = current.last_in_time is not None and on > current.last_in_time
            if late and not reason.strip():
                raise InvalidInputError(
                    "Dit is na de uiterste datum.", "Schrijf in een zin op waarom. Er is nog niets veranderd."
                )
            if subject and rule_id in BY_REQUESTS:
                _settle_request(work, subject, on)
            told = {"rule_id": rule_id, "subject": subject, "on": on.isoformat(), "reason": reason.strip()}
            for each in _plans_with(work, plan, rule_id, subject):
                work.create(DoneRow, {"plan_id": each.id, **told})
                work.touch(each.id, each.client_id, each.household_id)
        return work.changes

    def deviate(
        self,
        plan_id: str,
        rule_id: str,
        new_date: date | None,
        reason: str,
        asked_by: str,
        *,
        told_right: bool = False,
        consent_of: Sequence[str] = (),
        subject: str = "",
    ) -> Changes:
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, plan_id)
            current = self._current(work.session, plan_id, rule_id, subject)
            deviation = Deviation(
                rule_id=rule_id,
                old_date=current.term_date,
                new_date=new_date,
                reason=reason.strip(),
                asked_by=asked_by.strip(),
                recorded_by=self._context.user_id,
                recorded_on=self.today(),
                told_gives_up_right=told_right,
                consent_of=tuple(consent_of),
                subject=subject,
            )
            check_deviation(deviation, current, terms_service.settings_of(work.session))
            work.create(
                DeviationRow,
                {
                    "plan_id": plan_id,
                    "rule_id": rule_id,
                    "old_date": current.term_date.isoformat() if current.term_date else None,
                    "new_date": new_date.isoformat() if new_date else None,
                    "reason": deviation.reason,
                    "asked_by": deviation.asked_by,
                    "told_right": told_right,
                    "consent_of": list(consent_of),
                    "subject": subject,
                    "on": self.today().isoformat(),
                },
            )
            work.touch(plan.id, plan.client_id, plan.household_id)
        return work.changes


def _linked(session: ReadSession, *subjects: str) -> list[str]:
    return [
        one for subject in subjects if subject for one in people_reading.linked_subjects(session, subject)
    ]


def _closed(row: DeadlineRow) -> bool:
    return not row.deadline.status.is_open


def _place(row: DeadlineRow) -> tuple[bool, str, str]:
    return not row.client_id, row.plan_title, row.plan_id


def _plans_with(work: UnitOfWork, plan: PlanRecord, rule_id: str, subject: str) -> list[PlanRecord]:
    """The plan, and for a birthday every other one in which it still waits: it is looked at once.

    Also one that is out of sight, as during a home visit: it is about the person and tells nothing else.
    """
    if rule_id not in BIRTHDAYS:
        return [plan]
    with unlimited(work.session):
        others = set(deadline_index.plans_with(work.session, rule_id, subject)) - {plan.id}
        return [plan, *(plan_reading.plan_row(work.session, other) for other in sorted(others))]


def _settle_request(work: UnitOfWork, request_id: str, on: date) -> None:
    """What was asked is done for the whole file, whatever plan it was looked at from."""
    request = work.get(RequestRow, request_id)
    work.change(request, {"done_on": on.isoformat()})
    work.touch(request.client_id)


def _check_day(current: Deadline, on: date) -> None:
    """Raises InvalidInputError for a day that counts for nothing: before the term began, or once more."""
    rule, began = RULES[current.rule_id], current.trigger_date
    counts = current.is_series or rule.done_after_trigger
    if current.done_on == on or (current.is_series and began == on):
        raise InvalidInputError(
            f"Op {plain_date(on)} is dit al gedaan, of begon deze termijn. Nog een keer telt niet.",
            "Er is niets veranderd. Was het een andere dag? Kies dan die dag.",
        )
    if counts and began is not None and on < began:
        raise InvalidInputError(
            f"Deze termijn begon op {plain_date(began)} ({inside(current.trigger_label)}). "
            "Wat eerder is gedaan, telt hier niet.",
            "Er is niets veranderd. Klopt de dag niet? Kies een andere. Klopt het begin niet? "
            "Verander dat bij ‘Kader en datums’.",
        )


def _within(deadline: Deadline, start: date | None, end: date | None) -> bool:
    day = deadline.last_date
    if day is None:
        return start is None and end is None
    return (start is None or day >= start) and (end is None or day <= end)


def _shows(deadline: Deadline, today: date, end: date) -> bool:
    """Whether a term lies before `end`, or is one that is announced and whose announcement has begun."""
    begun = deadline.start_date is not None and deadline.start_date <= today
    return _within(deadline, None, end) or (deadline.rule_id in ANNOUNCED and begun)


def _order(row: DeadlineRow) -> tuple[bool, date, str, str]:
    day = row.deadline.last_date
    return (day is None, day or date.max, row.client_name, row.deadline.rule_id)
