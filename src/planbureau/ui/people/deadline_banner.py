"""The nearest date across the page, with the way to what has to be done."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.rules.dutch import inside, plain_date, relative_day, sentence
from planbureau.ui.people.client_model import look_of
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenPlan
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.views import DeadlineRow

SOON = 42
"""How many days ahead a date stands on top of the page."""


def nearest_of(rows: Iterable[DeadlineRow]) -> DeadlineRow | None:
    """The one that is late, or that comes first within six weeks."""
    near = [
        row
        for row in rows
        if row.deadline.last_date is not None
        and row.deadline.days_left is not None
        and row.deadline.days_left <= SOON
    ]
    return min(near, key=lambda row: (row.deadline.days_left, row.deadline.rule_id), default=None)


class DeadlineBanner(Banner):
    """Amber when it is near, red when it is late, quiet when there is time."""

    def __init__(self, desk: Desk, row: DeadlineRow) -> None:
        deadline = row.deadline
        _, tone = look_of(deadline.status, deadline.rule_id)
        day = deadline.last_date
        assert day is not None
        late = deadline.is_late
        words = f"{'Te laat: ' if late else ''}{inside(deadline.title) if late else sentence(deadline.title)}"
        when = f"{relative_day(day, desk.today)} ({plain_date(day)})"
        super().__init__(
            desk.theme,
            f"{words}, {when}",
            Tone.INFO if tone is Tone.IDLE else tone,
            action=f"Naar het {inside(row.plan_title)}" if len(row.plan_title) < 24 else "Naar het plan",
        )
        self.setToolTip(deadline.what_now)
        self.action_requested.connect(lambda: desk.go(OpenPlan(row.plan_id)))
