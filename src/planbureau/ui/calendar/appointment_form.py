"""An own appointment or home visit: what, when, where, with whom; everything but the day may stay empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.dutch import sentence
from planbureau.ui.calendar.clock_field import ClockField
from planbureau.ui.calendar.form_keys import APPOINTMENT
from planbureau.ui.people.desk import Desk, people_labels
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.not_for_button import NotForButton
from planbureau.ui.places import OpenAnnexes
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.person_picker import PersonPicker, Pick
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import AppointmentView, FormKey

_OFF = "Deze afspraak is afgezegd. Hij blijft staan, zodat je later ziet dat hij er was."


class AppointmentForm(FormPanel):
    """Without an id in `start` it makes a new one, about the client or household that `start` names."""

    def __init__(self, desk: Desk, start: AppointmentView, parent: QWidget | None = None) -> None:
        subject = start.client_id or start.household_id
        key = FormKey(APPOINTMENT, subject, start.id)
        super().__init__(desk, key, "Afspraak" if start.id else "Nieuwe afspraak", parent=parent)
        self._start, self._kept = start, start.id
        self.kept = ""  # the id, once it was saved
        theme, clock = desk.theme, desk.context.clock
        self.kind = ChoiceBox(
            "Soort", [(one.value, sentence(one.word)) for one in AppointmentKind], nothing=None
        )
        self.title = TextLine("Waarover")
        self.day = DateField(theme, clock, "Dag")
        self.starts, self.ends = ClockField(theme, "Van"), ClockField(theme, "Tot")
        self.place = TextLine("Waar")
        self.about = ChoiceBox(
            "Met wie of over wie", _subjects(desk, start), nothing="Niemand in het bijzonder"
        )
        self.plan = ChoiceBox("Hoort bij plan", (), nothing="Geen plan")
        self.who = PersonPicker(theme, "Wie gaan er heen", self._people(subject), functions=False)
        self.remark = LongTextEdit(theme, "Opmerking", lines=3)
        self.not_for = NotForButton(theme, "deze afspraak", self._readers)
        self.prepare_button = Button(theme, "Voorbereiden", ButtonKind.SECONDARY, icon="list-checks")
        self.prepare_button.setToolTip("Taken klaarzetten, teruggeteld vanaf de dag van de bespreking")
        self.off_button = Button(theme, "Afzeggen", ButtonKind.QUIET, icon="calendar-x")
        self._lay_out()
        self._fill(start)
        self.about.value_changed.connect(self._subject_chosen)
        for field in (self.kind, self.about, self.plan, self.day):
            field.value_changed.connect(self._show_preparing)
        self.off_button.clicked.connect(self._call_off)
        self.prepare_button.clicked.connect(self._prepare)
        self._show_preparing()
        self.ready()

    def _lay_out(self) -> None:
        theme = self.desk.theme
        if self._start.cancelled:
            self.body.add(TextLabel(_OFF, TextRole.MUTED))
            self.off_button.setText("Gaat toch door")
        hours = ResponsiveGrid(theme, weights=(1, 1), narrow=220)
        hours.add(FieldBox(theme, "Van (mag leeg)", self.starts))
        hours.add(FieldBox(theme, "Tot (mag leeg)", self.ends))
        when = self.fields(FieldBox(theme, "Dag", self.day), hours)
        what = self.fields(FieldBox(theme, "Soort", self.kind), FieldBox(theme, "Waarover", self.title))
        place = FieldBox(theme, "Waar", self.place)
        self.add_card("", what, when, place)
        self.add_card(
            "",
            self.fields(
                FieldBox(theme, "Met wie of over wie", self.about),
                FieldBox(theme, "Hoort bij plan", self.plan),
            ),
            FieldBox(theme, "Wie gaan er heen", self.who),
            FieldBox(theme, "Opmerking", self.remark),
            self.not_for,
        )
        self._foot.addWidget(self.prepare_button)
        self._foot.addWidget(self.off_button)
        self.off_button.setVisible(bool(self._start.id))

    def _fill(self, start: AppointmentView) -> None:
        self.kind.set_value(start.kind)
        self.title.set_value("" if start.title == sentence(start.kind_word) else start.title)
        self.day.set_value(start.day)
        self.starts.set_value(start.starts)
        self.ends.set_value(start.ends)
        self.place.set_value(start.place)
        self.about.set_value(_subject_key(start.client_id, start.household_id))
        self._offer_plans()
        self.plan.set_value(start.plan_id)
        names = dict(self._people(start.client_id or start.household_id))
        self.who.set_value(Pick(one, names.get(one, "onbekende persoon")) for one in start.who)
        self.remark.set_value(start.remark)
        for mark in self.desk.clients.restrictions((start.id,)) if start.id else ():
            self.not_for.set_value(mark.not_for, mark.reason)
        self._marked = self.not_for.typed()

    # FormPanel

    def state(self) -> object:
        lines = (self.title.value(), self.starts.text(), self.ends.text(), self.place.value())
        chosen = (self.kind.value(), self.about.value(), self.plan.value())
        return lines, chosen, self.day.value(), self.who.value(), self.remark.value(), self.not_for.value()

    def first_field(self) -> QWidget:
        return self.kind if not self._start.id else self.title

    def write(self) -> str:
        made, appointments = self._made(), self.desk.workspace.appointments
        kept = self._start.id
        if kept:
            appointments.save(self._start, made)
        else:
            kept, _ = appointments.add(made)
        self._kept = self.kept = kept
        if self.not_for.typed() != self._marked:
            readers, reason = sorted(self.not_for.value()), self.not_for.reason()
            self.desk.clients.restrict("appointment", kept, readers, reason)
        return "De afspraak is bewaard."

    def after_put_back(self) -> None:
        chosen = self.plan.value()
        self._offer_plans()
        self.plan.set_value(chosen)
        self._show_preparing()

    def _made(self) -> AppointmentView:
        kind, _, subject = self.about.value().partition(":")
        return replace(
            self._start,
            kind=self.kind.value(),
            title=self.title.value() or sentence(AppointmentKind(self.kind.value()).word),
            day=self._chosen_day(),
            starts=self.starts.value(),
            ends=self.ends.value(),
            place=self.place.value(),
            client_id=subject if kind == "client" else "",
            household_id=subject if kind == "household" else "",
            plan_id=self.plan.value(),
            who=tuple(pick.id for pick in self.who.value() if pick.id),
            remark=self.remark.value().strip(),
        )

    def _chosen_day(self) -> date:
        day = self.day.value()
        if day is None:
            raise InvalidInputError(
                "Kies de dag van de afspraak.", "Er is nog niets bewaard; wat je invulde staat er nog."
            )
        return day

    def _show_preparing(self) -> None:
        """A bespreking about a plan that is still to come can be prepared; more than that asks nothing."""
        day, talk = self.day.value(), self.kind.value() == AppointmentKind.MEETING.value
        coming = day is not None and day >= self.desk.today and not self._start.cancelled
        self.prepare_button.setVisible(talk and bool(self.plan.value()) and coming)

    def _prepare(self) -> None:
        """Keeps the appointment, sets the tasks before it ready, and goes where they stand."""
        plan_id, day = self.plan.value(), self.day.value()
        if day is None or not self.submit():
            return
        try:
            self.desk.workspace.tasks.prepare(plan_id, day, self._kept)
        except PlanbureauError as error:
            self.desk.say(str(error))
            return
        self.desk.say("De taken staan klaar. Ze staan ook op Vandaag.")
        self.desk.go(OpenAnnexes(plan_id, preparing=True))

    def _call_off(self) -> None:
        """Saves what was typed, and calls the appointment off or on again."""
        if self.changed() and not self._save_quietly():
            return
        off = not self._start.cancelled
        try:
            self.desk.workspace.appointments.cancel([self._start.id], cancelled=off)
        except PlanbureauError as error:
            self.show_error(str(error))
            return
        self._opened = self.state()
        self.desk.say("De afspraak is afgezegd." if off else "De afspraak gaat door.")
        self.closed.emit()

    def _save_quietly(self) -> bool:
        self._commit_dates()
        try:
            self.write()
        except PlanbureauError as error:
            self.show_error(str(error))
            return False
        return True

    # What follows from the subject

    def _subject_chosen(self) -> None:
        self._offer_plans()
        _, _, subject = self.about.value().partition(":")
        self.who.set_people(self._people(subject))

    def _offer_plans(self) -> None:
        _, _, subject = self.about.value().partition(":")
        rows = self.desk.workspace.plans.rows(subject) if subject else ()
        seen = [row for row in rows if self.desk.sees("".join(row.client_ids[:1]), row.household_id)]
        chosen = self.plan.value()
        self.plan.set_value("")
        self.plan.set_options(
            (row.id, row.title) for row in seen if row.status != "closed" or row.id == chosen
        )
        self.plan.set_value(chosen if chosen in {row.id for row in seen} else "")

    def _readers(self) -> tuple[tuple[str, str], ...]:
        _, _, subject = self.about.value().partition(":")
        return people_labels(self.desk.people_around(subject)) if subject else ()

    def _people(self, subject: str) -> tuple[tuple[str, str], ...]:
        """Colleagues first, then who stands around the client or household."""
        around = people_labels(self.desk.people_around(subject)) if subject else ()
        known = () if self.desk.visiting else self.desk.workspace.appointments.colleagues()
        user = self.desk.workspace.organisation.user()
        return tuple(dict((*known, (user.id, user.full_name), *around)).items())


def _subject_key(client_id: str, household_id: str) -> str:
    return f"client:{client_id}" if client_id else f"household:{household_id}" if household_id else ""


def _subjects(desk: Desk, start: AppointmentView) -> list[tuple[str, str]]:
    """Clients and households to choose from; during a home visit only those that are visited."""
    found = {
        _subject_key(client, home): name
        for client, home, name in desk.workspace.appointments.subjects()
        if desk.sees(client, home)
    }
    own = _subject_key(start.client_id, start.household_id)
    if own and own not in found:  # a client whose care has ended
        found[own] = start.subject_name or _name_of(desk, start)
    return list(found.items())


def _name_of(desk: Desk, start: AppointmentView) -> str:
    if start.client_id:
        return desk.clients.client(start.client_id).person.full_name
    return desk.clients.household(start.household_id).name
