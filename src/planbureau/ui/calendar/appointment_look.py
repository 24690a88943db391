"""How an appointment looks in lists and in the month: icon and words together."""

from __future__ import annotations

from datetime import date

from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.dutch import long_date, relative_day, sentence
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.month_model import CalendarItem
from planbureau.views import AppointmentView

PREFIX = "afspraak|"
_ICONS = {
    AppointmentKind.APPOINTMENT.value: "calendar",
    AppointmentKind.HOME_VISIT.value: "house",
    AppointmentKind.MEETING.value: "users",
}
CANCELLED = "afgezegd"


def appointment_row_id(appointment: AppointmentView) -> str:
    """Identifies an appointment among the lines of a calendar."""
    return f"{PREFIX}{appointment.id}"


def name_of(appointment: AppointmentView) -> str:
    """What it is: the kind, and the title when that says more."""
    kind = sentence(appointment.kind_word)
    return kind if appointment.title == kind else f"{kind}: {appointment.title}"


def icon_of(appointment: AppointmentView) -> str:
    """The icon of its kind; of a called-off one a crossed-out calendar."""
    return "calendar-x" if appointment.cancelled else _ICONS[appointment.kind]


def is_over(appointment: AppointmentView, today: date) -> bool:
    """Whether nothing has to be done for it any more: it is past, or called off."""
    return appointment.cancelled or appointment.day < today


def appointment_entry(appointment: AppointmentView, today: date, *, named: bool = True) -> AgendaEntry:
    """The line of an appointment in a list. `named` puts whose it is first."""
    whose = appointment.subject_name if named else ""
    when = CANCELLED if appointment.cancelled else relative_day(appointment.day, today)
    if not appointment.cancelled and appointment.day == today and appointment.starts:
        when = f"vandaag {appointment.starts}"
    return AgendaEntry(
        appointment_row_id(appointment),
        appointment.day,
        " · ".join(part for part in (whose, name_of(appointment)) if part),
        " · ".join(part for part in (appointment.time, appointment.place) if part),
        when,
        Tone.IDLE if is_over(appointment, today) else Tone.INFO,
        icon_of(appointment),
        is_over(appointment, today),
    )


def appointment_item(appointment: AppointmentView, *, named: bool = True) -> CalendarItem:
    """The chip of an appointment in the month."""
    whose = appointment.subject_name if named else ""
    name = name_of(appointment)
    off = f"{CANCELLED}: " if appointment.cancelled else ""
    text = ": ".join(part for part in (whose, name) if part)
    hours = f"van {appointment.time.replace('-', ' tot ')}" if appointment.ends else appointment.starts
    said = (f"{off}{name}", appointment.subject_name, long_date(appointment.day), hours, appointment.place)
    return CalendarItem(
        appointment_row_id(appointment),
        appointment.day,
        off + " ".join(part for part in (appointment.starts, text) if part),
        icon_of(appointment),
        Tone.IDLE if appointment.cancelled else Tone.INFO,
        ", ".join(part for part in said if part),
    )
