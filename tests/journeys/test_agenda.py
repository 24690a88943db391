"""A home visit from a client to the telephone: made, locked half way, sent, called off, sent again."""

from __future__ import annotations

from pathlib import Path

import vobject
from PySide6.QtCore import Qt
from tests.journeys.office import TIMEOUT, Office

from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.send_panel import SendPanel
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.places import OpenCalendar, OpenClient, OpenToday
from planbureau.views import PersonView


def sent(office: Office, path: Path) -> dict[str, str]:
    """Sends what is proposed from the calendar; the status of each event by UID."""
    office.go(OpenCalendar())
    page = office.on(CalendarPage)
    office.press("Naar een andere agenda", page)
    panel = page.over
    assert isinstance(panel, SendPanel)
    panel._choose = lambda _: path
    panel.save_button.click()
    office.qtbot.waitUntil(lambda: page.over is None, timeout=TIMEOUT)
    text = path.read_bytes().decode()
    assert "Noor" not in text
    assert "Appelman" not in text
    return {event.uid.value: event.status.value for event in vobject.readOne(text).vevent_list}


def test_a_home_visit_reaches_the_telephone_and_is_taken_back(office: Office, tmp_path: Path) -> None:
    office.room.create().lock()
    office.start()
    office.unlock()
    client, _ = office.workspace.clients.add_client(PersonView(given_name="Noor", family_name="Appelman"))
    office.go(OpenClient(client))
    office.press("Afspraak maken", office.on(ClientsPage))
    form = office.on(CalendarPage).panel.form
    assert form is not None
    form.kind.set_value("home_visit")
    office.type_in(form.starts.line, "half drie")
    office.lock()
    office.unlock()
    assert office.workspace.appointments.appointments() == ()
    office.go(OpenToday())
    office.press("Noor Appelman: Nieuwe afspraak, nog niet bewaard", office.on(TodayPage))
    form = office.on(CalendarPage).panel.form
    assert form is not None
    assert form.starts.text() == "half drie"
    form.starts.line.clear()
    office.type_in(form.starts.line, "14.30")
    office.key(Qt.Key.Key_Return)
    office.qtbot.waitUntil(lambda: bool(office.workspace.appointments.appointments()), timeout=TIMEOUT)
    (visit,) = office.workspace.appointments.appointments()
    assert (visit.starts, visit.kind, visit.client_id) == ("14:30", "home_visit", client)

    ((uid, status),) = sent(office, tmp_path / "een.ics").items()
    assert status == "CONFIRMED"
    office.go(OpenCalendar(appointment=visit.id))
    office.press("Afzeggen", office.on(CalendarPage))
    office.qtbot.waitUntil(
        lambda: office.workspace.appointments.appointment(visit.id).cancelled, timeout=TIMEOUT
    )
    assert sent(office, tmp_path / "twee.ics") == {uid: "CANCELLED"}
