"""How a deadline looks in lists, in the month and in its panel: icon, words and tone together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.deadlines import Deadline, Severity, Status
from planbureau.rules.dutch import count, long_date, relative_day
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.month_model import CalendarItem
from planbureau.views import DeadlineRow

_SEPARATOR = "|"

_CALM = {
    Status.NOT_STARTED: (Tone.IDLE, "circle-dashed"),
    Status.RUNNING: (Tone.INFO, "calendar-clock"),
    Status.NEAR: (Tone.WARN, "clock"),
    Status.TODAY: (Tone.WARN, "bell"),
    Status.LATE: (Tone.WARN, "triangle-alert"),
    Status.DONE_IN_TIME: (Tone.OK, "circle-check"),
    Status.DONE_LATE: (Tone.WARN, "circle-check"),
    Status.DEVIATED: (Tone.INFO, "calendar-check"),
    Status.NOT_APPLICABLE: (Tone.IDLE, "ban"),
    Status.LAPSED: (Tone.IDLE, "calendar-x"),
    Status.CLOSED: (Tone.IDLE, "circle-minus"),
}


@dataclass(frozen=True)
class DeadlineLook:
    """Tone and icon of one deadline, and in words how far away it is."""

    tone: Tone
    icon: str
    when: str


def look_of(deadline: Deadline, today: date) -> DeadlineLook:
    """The look of a deadline; only a breach of a law, or its last day, is red (rules T16)."""
    tone, icon = _CALM[deadline.status]
    if deadline.severity is Severity.RED:
        tone, icon = Tone.ERR, "circle-alert"
    return DeadlineLook(tone, icon, _when(deadline, today))


def _when(deadline: Deadline, today: date) -> str:
    last = deadline.last_date
    if deadline.is_late and last is not None:
        if last == today:
            return f"sinds {_hour(deadline)} te laat"
        return f"{count((today - last).days, 'dag', 'dagen')} te laat"
    if is_to_do(deadline) and last is not None:
        until = f", tot {_hour(deadline)}" if deadline.last_moment is not None and last >= today else ""
        return f"{relative_day(last, today)}{until}"
    return deadline.status_label


def _hour(deadline: Deadline) -> str:
    """The hour on the last day; only a term of hours has one (Wzd 15)."""
    return f"{deadline.last_moment:%H:%M} uur" if deadline.last_moment is not None else "vandaag"


def is_to_do(deadline: Deadline) -> bool:
    """Whether somebody still has to act on it; a moved date still has to be met."""
    return deadline.is_to_do


def full_title(deadline: Deadline) -> str:
    """What the deadline is about, with whom or what when there are several of its kind."""
    return f"{deadline.title}: {deadline.about}" if deadline.about else deadline.title


def _titled(row: DeadlineRow, *, named: bool) -> tuple[str, str]:
    """Whose it is, when that has to be said, and its title, which then does not say that name again."""
    deadline = row.deadline
    if not named:
        return "", full_title(deadline)
    return row.client_name, deadline.title if deadline.about == row.client_name else full_title(deadline)


def row_id(row: DeadlineRow) -> str:
    """Identifies a deadline among those of all plans."""
    return f"{row.plan_id}{_SEPARATOR}{row.deadline.key}"


def agenda_entry(row: DeadlineRow, today: date, *, named: bool = True) -> AgendaEntry | None:
    """The line of a deadline in a list; None without a date. `named` puts whose it is first."""
    day = row.deadline.last_date
    if day is None:
        return None
    look = look_of(row.deadline, today)
    done = not is_to_do(row.deadline)
    title = " · ".join(part for part in _titled(row, named=named) if part)
    return AgendaEntry(
        row_id(row),
        day,
        title,
        row.plan_title,
        look.when,
        look.tone,
        look.icon,
        done,
        late=row.deadline.is_late,
    )


def calendar_item(row: DeadlineRow, today: date, *, named: bool = True) -> CalendarItem | None:
    """The chip of a deadline in the month; None without a date. `named` puts whose it is first."""
    day = row.deadline.last_date
    if day is None:
        return None
    look = look_of(row.deadline, today)
    text = ": ".join(part for part in _titled(row, named=named) if part)
    _, title = _titled(row, named=True)
    sentence = f"{title}, {row.client_name}, uiterlijk {long_date(day)}, {row.deadline.status_label}"
    return CalendarItem(row_id(row), day, text, look.icon, look.tone, sentence)
