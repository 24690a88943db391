"""Agreement after adopting: a later answer and a withdrawal, with both days kept (rules B1.7, B6, PLZ-01).

The words of the version stay as they are: consent lies outside the content hash.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model.reading import lists, terms
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import ConsentRow, PlanRecord, PlanVersionRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.rules.consent.topics import is_treatment
from planbureau.rules.dutch import plain_date
from planbureau.services.adoption.adopting import (
    all_agreed,
    asked_triggers,
    record_consents,
    require_consent,
)
from planbureau.services.adoption.terms import agreed_on, settle_birthdays
from planbureau.services.adoption.versions import read_version
from planbureau.services.api import VersionConsents
from planbureau.services.consent.expected import expected
from planbureau.services.context import Context
from planbureau.views import ConsentView, PlanView, WaitingConsent

WITHDRAWABLE = frozenset({ConsentOutcome.AGREED.value, ConsentOutcome.PARTLY.value})
_NO_ANSWER = frozenset({"", ConsentOutcome.NOT_ASKED.value, ConsentOutcome.UNREACHABLE.value})
_UNCHANGED = "Er is niets veranderd."


def latest(consents: Iterable[ConsentView]) -> dict[tuple[str, str], ConsentView]:
    """The last answer of each person in each capacity, withdrawn or not."""
    return {(one.person_id, one.capacity): one for one in consents if one.outcome}


def answers_now(context: Context, session: ReadSession, plan: PlanRecord) -> VersionConsents:
    """Who was asked about the version that counts, each with the answer that stands or an open one."""
    row = _version(session, plan)
    view = read_version(context, session, row)
    people = expected(view, row.adopted_on, _unable(row))
    said = latest(view.consents)
    heard = tuple(said.pop((one.person_id, one.capacity), one) for one in people.heard)
    asked = tuple(said.pop((one.person_id, one.capacity), one) for one in people.asked)
    return VersionConsents(
        row.number, (*asked, *said.values()), heard, people.resists, medical=is_treatment(view.format.family)
    )


def waiting(context: Context, session: ReadSession, plan: PlanRecord) -> WaitingConsent:
    """Who was asked about the version that counts and has not answered: not asked yet, or not reached."""
    asked = answers_now(context, session, plan).asked
    open_ones = dict.fromkeys(one.person_id for one in asked if one.outcome in _NO_ANSWER)
    people = people_reading.persons(session, open_ones)
    names = tuple(people[one].full_name for one in open_ones if one in people)
    return WaitingConsent(plan.id, plan.title, lists.subject_names(session, [plan])[plan.id], names)


def record(context: Context, consent: ConsentView) -> Changes:
    """Writes down what somebody answered about the version that counts. Raises InvalidInputError."""
    with context.writing() as work:
        plan, row, view = _counting(context, work, consent.plan_id)
        day = consent.on
        if not consent.outcome or day is None:
            raise InvalidInputError("Kies wat het antwoord is, en op welke dag dat was.", _UNCHANGED)
        require_consent(view, consent, day, context.today())
        before = latest(view.consents).get((consent.person_id, consent.capacity))
        _require_later(before, day)
        record_consents(work, [replace(consent, id="", heads=())], row.number, row.content_hash, day)
        settle_birthdays(work, plan.id, [consent], row.adopted_on)
        _finish(context, work, plan)
    return work.changes


def withdraw(context: Context, consent: ConsentView, on: date, reason: str = "") -> Changes:
    """Withdraws an agreement; the day of the answer stays beside that of the withdrawal (B1.7)."""
    with context.writing() as work:
        plan, _, view = _counting(context, work, consent.plan_id)
        standing = latest(view.consents).get((consent.person_id, consent.capacity))
        if standing is None or standing.id != consent.id or not is_withdrawable(standing):
            raise InvalidInputError("Dit akkoord staat er niet meer zo.", _UNCHANGED)
        if on > context.last_day():
            raise InvalidInputError("De dag van intrekken moet nog komen.", _UNCHANGED)
        if standing.on is not None and on < standing.on:
            raise InvalidInputError(
                f"Intrekken kan niet voor de dag van het antwoord, {plain_date(standing.on)}.", _UNCHANGED
            )
        work.change(
            work.get(ConsentRow, standing.id),
            {"withdrawn_on": on.isoformat(), "withdrawn_reason": reason.strip()},
            consent.heads,
        )
        _finish(context, work, plan)
    return work.changes


def is_withdrawable(consent: ConsentView) -> bool:
    """Whether there is an agreement that still stands."""
    return consent.outcome in WITHDRAWABLE and consent.withdrawn_on is None


def follow_answers(context: Context, work: UnitOfWork, plan: PlanRecord) -> None:
    """Whether everybody agrees with the version that counts follows from the answers that stand now."""
    rows = terms.version_rows(work.session, plan.id)
    if not rows or rows[-1].meeting.get("handed_in") is True:
        return
    row = rows[-1]
    view = read_version(context, work.session, row)
    standing = [one for one in latest(view.consents).values() if one.withdrawn_on is None]
    without = not all_agreed(view, standing, row.adopted_on, _unable(row))
    if without != row.without_consent:
        work.change(row, {"without_consent": without})
    last = max((one.on for one in standing if one.on is not None), default=None)
    if not without and last is not None:
        names = asked_triggers(plan, view.format)
        days = agreed_on(plan.triggers, names, last)
        if days != plan.triggers:
            work.change(plan, {"triggers": days})


def _counting(
    context: Context, work: UnitOfWork, plan_id: str
) -> tuple[PlanRecord, PlanVersionRow, PlanView]:
    plan = plan_reading.plan_row(work.session, plan_id)
    if plan.status == "closed":
        raise InvalidInputError("Dit plan is afgesloten. Er is niets veranderd.")
    row = _version(work.session, plan)
    return plan, row, read_version(context, work.session, row)


def _version(session: ReadSession, plan: PlanRecord) -> PlanVersionRow:
    rows = terms.version_rows(session, plan.id)
    if not rows:
        raise InvalidInputError("Er is nog geen versie vastgesteld om akkoord op te geven.", _UNCHANGED)
    return rows[-1]


def _require_later(before: ConsentView | None, day: date) -> None:
    if before is None:
        return
    if before.outcome == ConsentOutcome.AGREED.value and before.withdrawn_on is None:
        raise InvalidInputError("Er is al akkoord gegeven. Trek dat eerst in.", _UNCHANGED)
    last = before.withdrawn_on or before.on
    if last is not None and day < last:
        raise InvalidInputError(
            f"Er is al een antwoord van {plain_date(last)}. Kies die dag of een dag daarna.", _UNCHANGED
        )


def _finish(context: Context, work: UnitOfWork, plan: PlanRecord) -> None:
    work.session.flush()
    follow_answers(context, work, plan)
    work.touch(*{plan.id, plan.parent_id or plan.id}, plan.client_id, plan.household_id)


def _unable(row: PlanVersionRow) -> tuple[str, ...]:
    """The clients who were judged not able to decide, in the talk in which it was adopted."""
    return tuple(row.meeting.get("not_competent") or ())
