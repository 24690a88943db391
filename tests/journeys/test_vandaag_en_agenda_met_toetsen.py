"""A day at work with the keyboard alone: the calendar, notes of colleagues, tasks and terms.

Only keys are pressed, on whatever has the keyboard, and after each act it is told where the keyboard is.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import icalendar
from PySide6.QtCore import Qt
from tests.demo_room import TODAY, demo, demo_room, made_demo
from tests.journeys.demo_window import hands, page, window
from tests.journeys.keyboard import CONTROL, SHIFT, Keyboard

from planbureau.rules.notes.text import said_text
from planbureau.services.api import Workspace
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.send_panel import SendPanel
from planbureau.ui.shell.main_window import MainWindow
from planbureau.views import AppointmentView, NoteView

__all__ = ["demo", "demo_room", "hands", "made_demo", "window"]

K = Qt.Key


def fill(hands: Keyboard, where: str, words: str) -> None:
    """Goes to a line with Tab, and types in place of what stood there."""
    hands.to(where)
    hands.key(K.Key_A, CONTROL)
    hands.type(words)


def pick(hands: Keyboard, where: str, letters: str) -> None:
    """Goes to a drop-down with Tab, and to the choice that begins with these letters."""
    hands.to(where)
    hands.type(letters)


def coming(demo: Workspace) -> dict[str, AppointmentView]:
    """The appointments from today on, by what they are about."""
    return {one.title: one for one in demo.appointments.appointments(start=TODAY)}


def test_an_appointment_is_made_moved_and_called_off(hands: Keyboard, demo: Workspace) -> None:
    hands.press("Afspraak maken")
    assert hands.at == "Soort"
    hands.type("Huis")
    hands.to("Waarover")
    hands.type("Kijken naar de post en de was")
    fill(hands, "Van", "10u")
    pick(hands, "Met wie of over wie", "Rosa")
    hands.key(K.Key_S, CONTROL)
    made = coming(demo)["Kijken naar de post en de was"]
    assert (made.kind, made.day, made.starts, made.subject_name) == (
        "home_visit", TODAY, "10:00", "Rosa Demo-Fictief"
    )  # fmt: skip
    hands.to("Afspraken van vandaag")
    hands.row("Kijken naar de post")
    fill(hands, "Dag", "2-12-2026")
    hands.key(K.Key_Return)
    assert coming(demo)["Kijken naar de post en de was"].day == date(2026, 12, 2)
    assert hands.at == "Afspraken van vandaag", "whoever moved it is back where he was"

    hands.key(K.Key_3, CONTROL)
    hands.key(K.Key_Right)
    hands.key(K.Key_Return)  # what stands alone on a day opens at once
    fill(hands, "Dag", "3-12-2026")
    hands.key(K.Key_Return)
    assert hands.at == "Maandkalender"
    assert coming(demo)["Kijken naar de lunch"].day == date(2026, 12, 3)
    hands.key(K.Key_Return)  # the month went along to the day on which it is now
    hands.press("Afzeggen")
    assert coming(demo)["Kijken naar de lunch"].cancelled
    assert hands.at == "Maandkalender"


def test_notes_of_colleagues_are_read_answered_and_corrected(hands: Keyboard, demo: Workspace) -> None:
    (asked,) = demo.notes.waiting()
    hands.press("Ongelezen")
    (first, *_), many = demo.notes.unread(), len(demo.notes.unread())
    hands.press("Vraag afvinken")
    assert demo.notes.waiting() == ()
    assert hands.at.startswith("Niet gelezen"), "the next note came in the place of the question"
    hands.press("Gelezen")
    assert len(demo.notes.unread()) == many - 1
    assert first.id not in {note.id for note in demo.notes.unread()}
    before = hands.pressed
    hands.press("Gelezen")
    assert hands.pressed - before <= 3, "the buttons of a note come right after the note"
    hands.press("Alles gelezen")
    assert demo.notes.unread() == ()

    hands.key(K.Key_1, CONTROL)
    hands.key(K.Key_2, CONTROL)
    hands.type("Rosa")
    hands.key(K.Key_Return)
    hands.key(K.Key_R, CONTROL)
    hands.type("Rosa belde met de bank.")
    hands.key(K.Key_Return, CONTROL)
    note = newest(demo, "Rosa belde")
    assert note.for_client
    hands.press("Alle rapportages")
    hands.press("Verbeteren")
    hands.press("De cliënt mag dit lezen")
    hands.key(K.Key_Return, CONTROL)
    later = newest(demo, "Rosa belde")
    assert (later.replaces, later.for_client) == (note.id, False)
    assert asked.id not in {one.id for one in demo.notes.waiting()}


def newest(demo: Workspace, words: str) -> NoteView:
    """The note with these words that was written last."""
    rosa = next(row.id for row in demo.clients.rows() if row.full_name.startswith("Rosa"))
    found = [one for one in demo.notes.notes([rosa]) if words in said_text(one.text) and not one.replaced_by]
    return max(found, key=lambda note: note.written_at)


def test_a_task_and_a_term_of_today(hands: Keyboard, window: MainWindow, demo: Workspace) -> None:
    tasks = demo.tasks.tasks(end=TODAY + timedelta(days=14), open_only=True)
    hands.press(tasks[0].title)
    assert hands.at == tasks[1].title, "whoever ticks one off stands at the next"
    hands.key(K.Key_Space)
    assert hands.at == tasks[2].title
    hands.press(f"{tasks[0].subject_name}: Zorgleefplan, voorbereiding openen")
    assert hands.at == tasks[4].title, "the first that is open, and not the reports below"

    hands.key(K.Key_1, CONTROL)
    hands.to("Te laat en dichtbij")
    hands.row("Fatma", "Samen terugkijken")
    assert hands.at == "Terug naar Vandaag"
    hands.press("Gedaan op")
    hands.key(K.Key_Escape)
    assert hands.at == "Gedaan op…"
    hands.key(K.Key_Escape)
    assert hands.at == "Te laat en dichtbij"
    hands.key(K.Key_Return)  # still on that line
    # Another journey in the same demo may have begun it already.
    fatma = [row for row in demo.annexes.unfinished(9) if row.subject_name.startswith("Fatma")]
    known = "Evaluatieverslag" in {row.title for row in fatma}
    hands.press(f"{'Verder met' if known else 'Begin'}: Evaluatieverslag")
    begun = [row for row in demo.annexes.unfinished(9) if row.title == "Evaluatieverslag"]
    assert begun
    assert type(page(window)).__name__ == "PlanPage"


def test_dates_are_chosen_and_sent(
    hands: Keyboard, window: MainWindow, demo: Workspace, tmp_path: Path
) -> None:
    hands.key(K.Key_3, CONTROL)
    hands.press("Afspraken")
    hands.to("Zoek een cliënt", back=True)
    hands.type("Demir")
    hands.key(K.Key_Down)
    assert hands.at == "Maandkalender"
    hands.press("Naar een andere agenda")
    calendar = page(window)
    assert isinstance(calendar, CalendarPage)
    assert isinstance(calendar.over, SendPanel)
    target = tmp_path / "agenda.ics"
    calendar.over._choose = lambda _: target  # the window of the system itself
    assert hands.at == "Wat gaat er mee"
    hands.key(K.Key_Down)
    hands.key(K.Key_Space)  # the second stays at home
    hands.key(K.Key_S, CONTROL)
    assert hands.at == "Maandkalender"
    sent = icalendar.Calendar.from_ical(target.read_bytes())
    days = [f"{event.start:%d-%m-%Y}" for event in sent.events]
    assert days == ["23-11-2026", "02-12-2026", "18-01-2027"]


def test_a_full_day_on_a_small_screen(hands: Keyboard, window: MainWindow) -> None:
    window.resize(683, 384)
    hands.key(K.Key_3, CONTROL)
    hands.press("Maand", back=True)
    hands.to("Maandkalender")
    hands.key(K.Key_Return)
    assert hands.at == "Week", "there is no room beside the month: the days stand below each other"
    hands.row("Huisbezoek")
    hands.key(K.Key_Escape)
    hands.to("Filters", back=True)
    hands.key(K.Key_Space)
    hands.press("Soort regel: wet")
    hands.key(K.Key_Tab, SHIFT)
    assert hands.at == "Stand"
