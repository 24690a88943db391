"""Dates to another calendar, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbureau.cli.dutch import Options
from planbureau.cli.opening import opened
from planbureau.clock import Clock
from planbureau.errors import InvalidInputError
from planbureau.rules.dutch import count

if TYPE_CHECKING:
    from planbureau.views import AppointmentView, DeadlineRow, TaskView

WHOSE = {"voorletters": "initials", "code": "code", "niets": "nobody"}
MONTHS = 12


def calendar(options: Options, clock: Clock) -> int:
    """Writes what is new, changed or fell away to a calendar file that only its owner may read."""
    from planbureau.rules.dates import add_months
    from planbureau.services.api.sending import SendChoice, Whose

    if not 1 <= options.months <= MONTHS * 5:
        raise InvalidInputError("Kies een aantal maanden van 1 tot en met 60.")
    choice = SendChoice(Whose(WHOSE[options.names]), options.titles, options.places)
    today = clock.today()
    with opened(options, clock) as workspace:
        end = add_months(today, options.months)
        terms = workspace.calendar.deadlines(start=today, end=end, open_only=True)
        appointments = workspace.appointments.appointments(start=today, end=end)
        tasks = workspace.tasks.tasks(start=today, end=end, open_only=True)
        lines: list[DeadlineRow | AppointmentView | TaskView] = [*terms, *appointments, *tasks]
        found = workspace.sending.outgoing(lines, choice)
        items = [one.item for one in found if one.proposed or (options.all and not one.guarded)]
        if not items:
            print("Er is niets nieuws voor de andere agenda. Er is geen bestand gemaakt.")
            return 0
        workspace.sending.write(lines, choice, items, options.out)
    print(f"De agenda staat in: {options.out} ({count(len(items), 'datum', 'datums')}, zonder namen).")
    guarded = sum(one.guarded for one in found)
    if guarded:
        told = count(guarded, "datum van een afgeschermd plan", "datums van een afgeschermd plan")
        print(f"Niet in het bestand: {told}. Die kies je in het venster.")
    return 0
