"""The answer of the deadline engine: a rule applied to one plan, with its dates and its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planbureau.rules.deadlines.acts import Act
from planbureau.rules.deadlines.facts import Deviation
from planbureau.rules.deadlines.kinds import Severity, Status
from planbureau.rules.mark import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One term of one plan, as it stands on the day it was computed for (T10, T11).

    `target_date` (streefdatum) drives reminders, `term_date` (termijn) is the computed day, `last_date`
    (uiterste datum) drives the status. `start_date` is the day from which the task may be shown.
    `days_left` is negative when late. Dates are None while the trigger is empty or the term fell away.
    `act` is what the button beside it does, with `annex` the report that is begun then.
    `movable_until` is how far a pause of the care allows the date to move (T14).
    """

    plan_id: str
    rule_id: str
    subject: str
    subject_label: str
    title: str
    what_now: str
    mark: Mark
    source: str
    trigger: str
    trigger_label: str
    trigger_date: date | None
    start_date: date | None
    target_date: date | None
    term_date: date | None
    last_date: date | None
    last_moment: datetime | None
    status: Status
    status_label: str
    severity: Severity
    days_left: int | None
    why: str
    warning: str
    done_on: date | None
    is_series: bool
    deviation_allowed: bool
    deviation_condition: str
    deviation: Deviation | None
    deviation_check: bool
    movable_until: date | None
    needs_reason: bool
    act: Act = Act.OPEN
    annex: str = ""

    @property
    def key(self) -> str:
        """Identifies the deadline within its plan: the rule, and the subject where there are several."""
        return f"{self.rule_id}:{self.subject}" if self.subject else self.rule_id

    @property
    def about(self) -> str:
        """Whom or what it is about, where several are of its kind and the title does not say it."""
        return "" if self.subject_label in self.title else self.subject_label

    @property
    def last_in_time(self) -> date | None:
        """The last day that needs no reason; of a term of hours that is late today, the day before."""
        passed = self.is_late and self.days_left == 0
        return self.last_date - timedelta(days=1) if passed and self.last_date is not None else self.last_date

    @property
    def is_to_do(self) -> bool:
        """Whether somebody still has to act on it; a moved date still has to be met."""
        return self.status.is_open or (self.status is Status.DEVIATED and self.last_date is not None)

    @property
    def is_late(self) -> bool:
        """Whether the last day has passed while nothing was done."""
        return self.status is Status.LATE
