"""What is open beside the dates: one deadline with all it says, or the form of one appointment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.ui.calendar.acting import act_label, act_place
from planbureau.ui.calendar.appointment_form import AppointmentForm
from planbureau.ui.calendar.consenters import consenters
from planbureau.ui.calendar.deadline_panel import BACK, DeadlinePanel
from planbureau.ui.calendar.deadline_query import DeadlineQuery
from planbureau.ui.calendar.recording import Recording
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenToday, Place
from planbureau.ui.widgets.card import Card
from planbureau.views import AppointmentView, DeadlineRow

TO_TODAY = "Terug naar Vandaag"


class AgendaPanel(Card):
    """`opened` and `closed` come when it begins and stops to show something.

    `form_closed` comes when an appointment was saved or left, with its id when it was saved; `written` after
    a verb about a deadline, upon which it is to be refreshed, and `back_requested` when nobody needs the one
    that shows any more. `came_from` is where what shows was opened; None in the calendar itself.
    """

    opened = Signal()
    closed = Signal()
    form_closed = Signal(str)
    back_requested = Signal()
    written = Signal()
    plan_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        self.is_open = False
        self.came_from: Place | None = None
        self.form: AppointmentForm | None = None
        self._anew = False  # what was recorded shows, also when no date changed
        context, workspace = desk.context, desk.workspace
        self._deadline = DeadlinePanel(
            context.theme,
            context.clock,
            workspace.forms,
            lambda row: act_label(row, workspace),
            lambda: None if workspace.clock_checks.doubt() else context.clock.today(),
        )
        self.add(self._deadline)
        self._deadline.back_requested.connect(self.back_requested)
        self._deadline.plan_requested.connect(self.plan_requested)
        self._deadline.act_requested.connect(self._act)
        self._recording = Recording(self._deadline, workspace)
        self._recording.written.connect(self._written)

    def show_deadline(self, row: DeadlineRow, came_from: Place | None = None) -> bool:
        """Shows a deadline; False when the form that is open cannot be left yet."""
        if not self.put_away():
            return False
        terms, deadline = self._desk.workspace.terms, row.deadline
        of_plan = bool(row.plan_id)  # the overview for the inspectorate is of the organisation
        records = terms.records(row.plan_id, deadline.rule_id, deadline.subject) if of_plan else ()
        pauses = terms.pauses(row.plan_id) if of_plan else ()
        self.came_from = came_from
        self._deadline.back.set_label(TO_TODAY if isinstance(came_from, OpenToday) else BACK)
        self._deadline.show_deadline(row, consenters(self._desk.context, row), records, pauses)
        self._deadline.show()
        self._open()
        self._deadline.back.setFocus()
        return True

    def show_appointment(self, appointment: AppointmentView, came_from: Place | None = None) -> None:
        """Shows the form of an appointment, without an id that of a new one."""
        if not self.put_away():
            return
        self.came_from = came_from
        self.form = AppointmentForm(self._desk, appointment)
        self.form.closed.connect(self._form_left)
        self._deadline.hide()
        self.add(self.form)
        self._open()
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes, query: DeadlineQuery) -> None:
        """Something was written: shows the deadline anew, or nothing when it is gone."""
        del changes
        shown = self._deadline.row
        if not self.is_open or self.form is not None or shown is None or self._recording.busy:
            return
        anew, self._anew = self._anew, False
        try:
            found = query.one(shown.plan_id, shown.deadline.key)
        except NotFoundError:
            found = None
        if found is None:
            self.back_requested.emit()
        elif anew or found != shown:
            self.show_deadline(found, self.came_from)

    def first_focus(self) -> QWidget:
        """Where the keyboard starts."""
        return self.form.first_field() if self.form is not None else self._deadline.back

    def put_away(self) -> bool:
        """Before something else shows: what was typed in a form is saved. False when that cannot be yet."""
        if self.form is not None and not self.form.leave():
            return False
        self._drop_form()
        return True

    def leave(self) -> bool:
        """Before another page shows; False when something cannot be kept now."""
        if self.form is not None and not self.form.leave():
            return False
        if self._deadline.keep() or self._desk.workspace.read_only:
            return True
        self._deadline.show_problem("Wat je typte kan nu niet worden bewaard. Het staat nog op het scherm.")
        return False

    def keep_unfinished(self) -> bool:
        """At a lock: keeps what is not saved as a draft."""
        kept = self.form is None or self.form.keep_unfinished()
        return self._deadline.keep() and kept

    def close_all(self) -> None:
        """Shows nothing any more."""
        self._drop_form()
        self._deadline.show()
        was, self.is_open = self.is_open, False
        if was:
            self.closed.emit()

    def _open(self) -> None:
        self.is_open = True
        self.opened.emit()

    def _form_left(self) -> None:
        kept = self.form.kept if self.form is not None else ""
        self.close_all()
        self.form_closed.emit(kept)

    def _drop_form(self) -> None:
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    # Verbs about a deadline

    def _act(self) -> None:
        row = self._deadline.row
        if row is None:
            return
        try:
            place = act_place(row, self._desk.workspace)
        except PlanbureauError as problem:
            self._desk.say(str(problem))
        else:
            self._desk.go(place)

    def _written(self, message: str) -> None:
        self._deadline.settle()
        self._anew = True
        self.written.emit()
        self._desk.say(message)
