"""What an adopted version tells the agenda: the days agreed for looking back, and terms that end by it.

Rules A2: GZP-02 and MLD-01 count the dates that were agreed with the family, and PPL-04 holds only for who
needs support after eighteen. The answers stand in the plan, so nobody writes them a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from planbureau.formats.answered import filled_rows
from planbureau.formats.flow import steps
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import Question
from planbureau.model import deadline_index
from planbureau.model.reading.annexes import done_rows, not_applicable_rows
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import IN_PLAN, NEXT_EVALUATION
from planbureau.model.rows import DoneRow, NotApplicableRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import state_of
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.views import ConsentView, PlanView

AGREED = "datum_akkoord"
MOMENTS, DAY = "evaluatie_momenten", "datum"
SUPPORT, APPLIED_ON, APPLYING = "toegang_nodig", "toegang_op", "PPL-04"
OWN_SAY = ("LFT-12", "LFT-16")
NO_SUPPORT = "Na 18 jaar is er geen hulp van de gemeente nodig. Dat staat in het plan."


def agreed_on(days: dict[str, Any], asked: Collection[str], day: date) -> dict[str, Any]:
    """The triggers with the day on which everybody agreed, when a rule asks for it and none stands there."""
    if AGREED not in asked or days.get(AGREED):
        return days
    return {**days, AGREED: day.isoformat()}


def tell_agenda(work: UnitOfWork, view: PlanView, on: date) -> None:
    """Writes what follows from the answers of the version that is adopted on this day."""
    shown = {
        question.id: question
        for step in steps(view.format, state_of(view, on))
        for question in step.questions
    }
    _agree_on_days(work, view, shown.get(MOMENTS), on)
    if SUPPORT in shown:
        _settle_applying(work, view, on)


def _agree_on_days(work: UnitOfWork, view: PlanView, question: Question | None, on: date) -> None:
    """The days of this version take the place of those of the version before it."""
    rows = filled_rows(question, state_of(view, on), view.format) if question else []
    agreed = {day for row in rows if (day := day_and_moment(row.get(DAY))[0]) is not None}
    for before in done_rows(work.session, view.id, NEXT_EVALUATION):
        if before.subject != IN_PLAN:
            continue
        if before.on in agreed:
            agreed.remove(before.on)
        else:
            work.remove(before)
    for day in sorted(agreed):
        _done(work, view.id, NEXT_EVALUATION, day, IN_PLAN)


def _settle_applying(work: UnitOfWork, view: PlanView, on: date) -> None:
    state = state_of(view, on)
    needed = plan_answer(SUPPORT, state, view.format).value
    left_out = [
        row for row in not_applicable_rows(work.session, view.id, APPLYING) if row.reason == NO_SUPPORT
    ]
    if needed == "nee" and not left_out:
        work.create(
            NotApplicableRow,
            {
                "plan_id": view.id,
                "rule_id": APPLYING,
                "subject": "",
                "reason": NO_SUPPORT,
                "on": on.isoformat(),
            },
        )
    if needed != "nee":
        for row in left_out:
            work.remove(row)
    applied, _ = day_and_moment(plan_answer(APPLIED_ON, state, view.format).value)
    if (
        needed == "ja"
        and applied is not None
        and applied <= on
        and not done_rows(work.session, view.id, APPLYING)
    ):
        _done(work, view.id, APPLYING, applied)


def settle_birthdays(work: UnitOfWork, plan_id: str, consents: Iterable[ConsentView], adopted: date) -> None:
    """Whoever became twelve or sixteen and agreed with a version that was adopted since then has been asked.

    Eighteen asks more: another law, who pays, perhaps somebody who represents (rules A2, LFT-18).
    """
    for consent in consents:
        day = consent.on or adopted
        if consent.outcome != ConsentOutcome.AGREED.value or consent.capacity != Capacity.CLIENT.value:
            continue
        for rule_id in deadline_index.reached(work.session, plan_id, consent.person_id, min(adopted, day)):
            if rule_id in OWN_SAY:
                _done(work, plan_id, rule_id, day, consent.person_id)


def _done(work: UnitOfWork, plan_id: str, rule_id: str, day: date, subject: str = "") -> None:
    work.create(
        DoneRow,
        {"plan_id": plan_id, "rule_id": rule_id, "subject": subject, "on": day.isoformat(), "reason": ""},
    )
