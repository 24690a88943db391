"""Under which name a form of the calendar is kept while it is not finished, and the way back to it."""

from __future__ import annotations

from planbureau.ui.calendar.deadline_look import full_title
from planbureau.ui.places import OpenCalendar, OpenForm, OpenNotes, OpenPlan, OpenSettings
from planbureau.views import DeadlineRow, FormKey

DONE, DEVIATION, NOT, PAUSE = "gedaan", "afwijken", "geldt-niet", "pauze"
NOTE = "note"
"""The form of a progress note, as `ui.notes.note_form` calls it."""
APPOINTMENT = "appointment"
"""The form of an appointment, as `ui.calendar.appointment_form` calls it."""
READY_GOAL = "kant-en-klaar-doel"
"""The form of a ready-made goal, as `ui.goals.wording_dialog` calls it."""
CLOCK = "klok-klopt"
"""The form that calls the clock right, as `ui.shell.clock_dialog` calls it."""
_TITLES = {DONE: "Gedaan op", DEVIATION: "Afwijken", NOT: "Geldt hier niet", PAUSE: "Zorg lag stil"}


def key_of(form: str, row: DeadlineRow) -> FormKey:
    """The key of a form about this deadline."""
    return FormKey(form, row.client_id or row.household_id, f"{row.plan_id}:{row.deadline.key}")


def title_of(form: str, row: DeadlineRow) -> str:
    """What the form is called where it waits."""
    return f"{_TITLES[form]}: {full_title(row.deadline)}"


def place_of(key: FormKey) -> OpenCalendar | OpenPlan | OpenForm | OpenNotes | OpenSettings:
    """Where a form that was not finished opens again."""
    if key.form in _TITLES:
        plan_id, _, deadline = key.record_id.partition(":")
        if not deadline:  # begun from the menu of the plan
            return OpenPlan(plan_id)
        return OpenCalendar(plan_id=plan_id, deadline=deadline)
    if key.form == NOTE:
        return OpenNotes(key.subject_id, write=True, correct=key.record_id)
    if key.form == APPOINTMENT:
        return OpenCalendar(appointment=key.record_id, new=not key.record_id, about=key.subject_id)
    if key.form in (READY_GOAL, CLOCK):
        return OpenSettings()
    # Lazy: they bring in the whole wizard, and the first page only shows that a form waits.
    from planbureau.ui.wizard.fields import consents_now
    from planbureau.ui.wizard.leftovers import FORM

    if key.form in consents_now.TITLES:
        return OpenPlan(key.record_id.partition(":")[0], question_id=consents_now.QUESTION)
    return OpenPlan(key.record_id) if key.form == FORM else OpenForm(key)
