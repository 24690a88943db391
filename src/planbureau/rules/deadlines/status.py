"""Where a deadline stands today, and how strongly it asks for attention (T11, T16)."""

from __future__ import annotations

from datetime import date, datetime

from planbureau.rules import dutch
from planbureau.rules.deadlines.deviations import Applied
from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.deadlines.kinds import Series, Severity, Shape, Status
from planbureau.rules.deadlines.known import is_short
from planbureau.rules.deadlines.occurrence import Occurrence
from planbureau.rules.deadlines.rule import DeadlineRule
from planbureau.rules.deadlines.settings import TermSettings
from planbureau.rules.mark import Mark

_LAW, _NOT_STARTED, _RUNNING, _DEVIATED = Mark.LAW, Status.NOT_STARTED, Status.RUNNING, Status.DEVIATED
_IN_TIME, _LATE_DONE, _DUE = Status.DONE_IN_TIME, Status.DONE_LATE, Shape.DUE


def not_applicable_reason(rule: DeadlineRule, facts: PlanFacts, one: Occurrence) -> str:
    """Why the rule does not hold for this plan, or an empty text.

    A person can switch off guidance and own choices with a reason; a law is never switched off (part 0).
    """
    if not rule.not_applicable_flags.isdisjoint(facts.flags):
        return rule.not_applicable_reason
    if rule.id == "FGP-02":
        stopped = facts.triggers.get("datum_afzien_fgp")
        if stopped is not None and one.anchor is not None and stopped >= one.anchor:
            return "ouders maken geen familiegroepsplan"
    if rule.mark is _LAW or not facts.not_applicable:
        return ""
    key = f"{rule.id}:{one.subject}" if one.subject else rule.id
    own = str(facts.not_applicable.get(key, ""))
    return own.strip()


def standing_of(
    rule: DeadlineRule,
    facts: PlanFacts,
    one: Occurrence,
    last: date | None,
    applied: Applied | None,
    reason: str,
) -> Status:
    """The status of a term before today is looked at; `last` is the last day after any deviation.

    A term that still has a day to come is RUNNING, or DEVIATED; `status_on` tells where it is on a day.
    """
    if reason:
        return Status.NOT_APPLICABLE
    if one.done is not None:
        in_time = last is None or (one.done <= last and not one.too_late)
        return _IN_TIME if in_time else _LATE_DONE
    if rule.done_by_flag and rule.done_by_flag in facts.flags:
        return _IN_TIME
    if applied is not None and applied.falls_away:
        return Status.DEVIATED
    if rule.lapses and (facts.ended_on is not None or _of_earlier_care(rule, facts, one)):
        return Status.LAPSED
    if last is None:
        return _NOT_STARTED
    return _RUNNING if applied is None else _DEVIATED


def _of_earlier_care(rule: DeadlineRule, facts: PlanFacts, one: Occurrence) -> bool:
    """Whether a term lapsed when an earlier care ended: it does not come back with the client (T16).

    A series goes on by the days that are known since, and an age is of the person.
    """
    before = facts.care_before
    if before is None or one.anchor is None or one.anchor > before:
        return False
    return rule.series is Series.NO and one.trigger != "geboortedatum"


_MOVING = (Status.RUNNING, Status.DEVIATED)


def status_on(
    rule: DeadlineRule, standing: Status, last: date | None, settings: TermSettings, today: date
) -> Status:
    """The status on `today` of a term with this standing and last day; `past_the_hour` knows of hours."""
    if last is None or standing not in _MOVING:
        return standing
    left = (last - today).days
    if rule.shape is not _DUE:
        return _passive(rule.shape, left)
    if left < 0:
        return Status.LATE
    if left == 0:
        return Status.TODAY
    if left > settings.bijna_dagen and left > settings.bijna_kort_dagen:
        return standing  # nearly every time
    near = left <= (settings.bijna_kort_dagen if is_short(rule, settings) else settings.bijna_dagen)
    return Status.NEAR if near else standing


def past_the_hour(status: Status, end: datetime | None, now: datetime | None) -> Status:
    """A term of hours is late as soon as its hour is past, and not only the next day (Wzd 15)."""
    late = status is Status.TODAY and end is not None and now is not None and now > end
    return Status.LATE if late else status


def _passive(shape: Shape, left: int) -> Status:
    """A window or a beginning is never late: it passes."""
    passed = left < 0 if shape is Shape.WINDOW else left <= 0
    return Status.CLOSED if passed else Status.RUNNING


def status_label(
    status: Status, rule: DeadlineRule, facts: PlanFacts, days_left: int | None, reason: str
) -> str:
    """The status in Dutch with its detail: "te laat (35 dagen)", "n.v.t. (jeugdreclassering)"."""
    if status is Status.LATE and days_left == 0:
        return "te laat (vandaag)"
    if status is Status.LATE and days_left is not None:
        return f"te laat ({-days_left} {'dag' if days_left == -1 else 'dagen'})"
    if status is Status.NOT_APPLICABLE:
        return f"n.v.t. ({reason})"
    ended_on = facts.ended_on or facts.care_before
    if status is Status.LAPSED and ended_on is not None:
        died = facts.client_died is not None and facts.client_died == facts.ended_on
        ended = "plan afgesloten" if facts.plan_closed else "zorg beëindigd"
        what = "cliënt overleden" if died else ended
        return f"vervallen ({what} op {dutch.plain_date(ended_on)})"
    if status is Status.CLOSED and rule.shape is Shape.OPENS:
        return "kan nu"
    return str(status.value)


def severity_of(rule: DeadlineRule, status: Status, one: Occurrence, warning: str, today: date) -> Severity:
    """The colour: a breach takes the colour of its rule, what is near asks for attention."""
    if status is Status.LATE:
        if one.red_on_day:
            return Severity.RED
        if one.law_limit is not None and today <= one.law_limit:
            return Severity.ORANGE
        return rule.breach_severity
    if status is Status.TODAY:
        return Severity.RED if one.red_on_day else Severity.SOON
    if status is Status.NEAR:
        return Severity.SOON
    return Severity.YELLOW if warning and status.is_open else Severity.NONE
