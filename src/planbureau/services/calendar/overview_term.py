"""The term of the overview for the inspectorate: of the whole organisation, not of a plan (WZD-09).

It runs from the last day of the period that was sent before, and only where there is involuntary care.
"""

from __future__ import annotations

from datetime import date

from planbureau.model.reading.annexes import done_rows
from planbureau.model.reading.wzd_overview import finished_annexes
from planbureau.model.rows import DoneRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RULES, PlanFacts
from planbureau.rules.deadlines.engine import compute_of_organisation
from planbureau.rules.wzd.steps import CARE, EMERGENCY, EXECUTION, WIDER_TALK
from planbureau.services.calendar.terms import settings_of
from planbureau.views import DeadlineRow

RULE = "WZD-09"
NO_PLAN = ""
"""What stands for the plan in the record of what was sent."""
_END = "datum_einde_periode_igj"
WHOSE, ABOUT = "De organisatie", "Wet zorg en dwang"
SENT = "overzicht verstuurd"


def overview_term(session: ReadSession, today: date) -> DeadlineRow | None:
    """When the next overview has to be sent; None while there never was any involuntary care."""
    last = last_period(session)
    if last is None and not finished_annexes(session, {CARE, WIDER_TALK, EXECUTION, EMERGENCY}):
        return None
    facts = PlanFacts(
        plan_id=NO_PLAN,
        plan_type="",
        triggers={} if last is None else {_END: last},
    )
    (deadline,) = compute_of_organisation(RULES[RULE], facts, today, settings_of(session))
    return DeadlineRow(deadline, "", WHOSE, "", NO_PLAN, ABOUT)


def last_period(session: ReadSession) -> date | None:
    """The last day of the period of the overview that was sent last."""
    return max((row.on for row in done_rows(session, NO_PLAN, RULE)), default=None)


def note_sent(work: UnitOfWork, last: date) -> None:
    """Remembers until which day the overview that was sent reaches."""
    fields = {"plan_id": NO_PLAN, "rule_id": RULE, "subject": "", "on": last.isoformat(), "reason": SENT}
    work.create(DoneRow, fields)
