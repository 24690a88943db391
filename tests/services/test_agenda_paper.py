"""The calendar on paper: a month on its side and a list, tagged, with names or without."""

from __future__ import annotations

from datetime import date
from typing import Any

import pypdfium2
import pytest
from tests.demo_room import TODAY, DemoRoom, demo_room, made_demo  # noqa: F401
from tests.pdf_checks import assert_pdf_ua

from planbureau.errors import InvalidInputError
from planbureau.rules.dutch import month_name
from planbureau.services.api import AgendaPrint, NamesOnPaper, PrintedDocument, Workspace
from planbureau.views import AppointmentView, PersonView, RelationView

MONTH = TODAY.replace(day=1)


@pytest.fixture(scope="module")
def demo(made_demo: DemoRoom) -> Any:
    opened = made_demo.unlock()
    yield opened
    opened.lock()


def lines(demo: Workspace) -> tuple[Any, ...]:
    found = (*demo.calendar.deadlines(open_only=True), *demo.appointments.appointments())
    return tuple(line for line in found if not hasattr(line, "deadline") or line.deadline.last_date)


def words(printed: PrintedDocument) -> tuple[str, list[tuple[float, float]]]:
    document = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)
    sizes = [page.get_size() for page in document]
    document.close()
    return text.replace("\x02", ""), sizes  # how a broken word is read


def pages(printed: PrintedDocument) -> list[str]:
    document = pypdfium2.PdfDocument(printed.pdf)
    found = [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return [text.replace("\x02", "") for text in found]


def asked(demo: Workspace, names: NamesOnPaper, month: date | None) -> AgendaPrint:
    return AgendaPrint(f"Agenda {month_name(MONTH)}", (("Deze maand", lines(demo)),), names, month)


@pytest.mark.parametrize("month", [MONTH, None], ids=["maand", "lijst"])
@pytest.mark.parametrize("names", list(NamesOnPaper))
def test_it_validates_and_says_who_as_was_chosen(
    demo: Workspace, names: NamesOnPaper, month: date | None
) -> None:
    printed = demo.prints.render_agenda(asked(demo, names, month))
    assert_pdf_ua(printed.pdf)
    text, sizes = words(printed)
    assert all((wide > high) == (month is not None) for wide, high in sizes)
    assert ("Noor" in text) == (names is NamesOnPaper.NAMES)
    assert ("Demir" in text) == (names is NamesOnPaper.NAMES)
    assert ("N.V." in text) == (names is NamesOnPaper.INITIALS)
    assert ("VL-002" in text) == (names is NamesOnPaper.CODE)
    assert "afgezegd" in text  # what the screen says with a colour is a word
    assert "te laat" in text or month is not None


def test_what_waits_for_a_day_says_so_in_a_list_and_is_in_no_month(demo: Workspace) -> None:
    open_ones = (one for one in demo.calendar.deadlines(open_only=True) if one.deadline.last_date is None)
    waiting = tuple(open_ones)
    assert waiting
    for month, says in ((None, True), (MONTH, False)):
        text, _ = words(demo.prints.render_agenda(AgendaPrint("Agenda", (("", waiting),), month=month)))
        assert ("nog geen dag" in text) is says
        assert "9999" not in text


def test_a_day_with_too_much_for_the_page_stands_in_full_behind_it(demo: Workspace) -> None:
    day = MONTH.replace(day=11)
    busy = tuple(
        AppointmentView(f"{n}", day, f"Afspraak nummer {n:02}", starts=f"{n % 24:02}:00") for n in range(40)
    )
    printed = demo.prints.render_agenda(AgendaPrint("Agenda", (("", busy),), month=MONTH))
    assert_pdf_ua(printed.pdf)
    first, *others = pages(printed)
    assert "zie lijst" in first
    assert "Lijst van volle dagen" in others[0]
    assert all(f"Afspraak nummer {n:02}" in " ".join(others) for n in range(40))


def test_a_full_month_has_all_its_weeks_on_its_first_page(demo: Workspace) -> None:
    what = "eerst kijken hoe het daar met iedereen gaat, en dan pas een dag kiezen"
    full = tuple(
        AppointmentView(f"{day}-{n}", MONTH.replace(day=day), f"Week{day}: {what}")
        for day in (4, 11, 18, 25)
        for n in range(4)
    )
    first = pages(demo.prints.render_agenda(AgendaPrint("Agenda", (("", full),), month=MONTH)))[0]
    assert all(f"Week{day}:" in first for day in (4, 11, 18, 25))
    assert "6 december" in first


def test_an_appointment_is_not_open_and_nobody_is_named_twice(demo: Workspace) -> None:
    talk = AppointmentView("1", MONTH, "Overleg")
    assert "open" not in words(demo.prints.render_agenda(AgendaPrint("Agenda", (("", (talk,)),))))[0]
    copies = [row for row in demo.calendar.deadlines(open_only=True) if row.deadline.subject_label]
    own = next(row for row in copies if row.deadline.subject_label == row.client_name)
    text, _ = words(demo.prints.render_agenda(AgendaPrint("Agenda", (("", (own,)),))))
    assert text.count(own.client_name.split()[0]) == 1


def test_more_than_anybody_reads_is_not_laid_out(demo: Workspace) -> None:
    busy = tuple(AppointmentView(f"{n}", MONTH) for n in range(401))
    with pytest.raises(InvalidInputError, match="401 regels: te veel voor papier"):
        demo.prints.render_agenda(AgendaPrint("Agenda", (("", busy),)))


def test_an_empty_list_says_so_and_a_name_is_never_in_the_name_of_the_file(demo: Workspace) -> None:
    printed = demo.prints.render_agenda(AgendaPrint("Agenda", ()))
    assert "niets in de agenda" in words(printed)[0]
    assert printed.file_name == f"agenda-{TODAY.isoformat()}.pdf"


def test_what_is_of_a_guarded_plan_stays_out_and_the_paper_says_so(workspace: Workspace) -> None:
    shut = next(one for one in workspace.plans.formats() if one.access.value == "listed")
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan, _ = workspace.plans.start_plan(shut.id, client)
    line = AppointmentView("1", MONTH, "Overleg", client_id=client, plan_id=plan)
    printed = workspace.prints.render_agenda(AgendaPrint("Agenda", (("", (line,)),)))
    text, _ = words(printed)
    assert printed.left_out
    assert "Niet alles staat op deze afdruk" in text
    assert "Overleg" not in text


def test_the_name_of_who_is_not_for_somebody_around_stays_out_of_the_words(workspace: Workspace) -> None:
    clients = workspace.clients
    noor, _ = clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    people = {
        name: clients.add_person(PersonView(given_name=name, family_name=family))[0]
        for name, family in (("Kees", "Jansen"), ("Els", "Jansen"))
    }
    for person in people.values():
        clients.add_relation(RelationView("", noor, clients.person(person), role="buur"))
    for title in ("Bellen met Kees Jansen", "Els belt terug"):
        workspace.appointments.add(
            AppointmentView("", TODAY, title, client_id=noor, place="Bij Kees, tegenover Jansen")
        )
    found = workspace.appointments.appointments()

    def told(subject: str) -> tuple[str, bool]:
        printed = workspace.prints.render_agenda(AgendaPrint("Agenda", (("", found),), subject_id=subject))
        return words(printed)[0], printed.left_out

    text, left_out = told(noor)
    assert "Bellen met Kees Jansen" in text
    assert not left_out
    clients.restrict("person", people["Kees"], [people["Els"]], "Hij mag niet weten dat Kees er is.")
    text, left_out = told(noor)
    assert "Kees" not in text
    assert "Bellen met (naam weggelaten)" in text
    assert "Bij (naam weggelaten), tegenover Jansen" in text
    assert "Els belt terug" in text
    assert left_out
    assert "namen die niet voor iedereen zijn" in text
    text, left_out = told("")  # a list of everyone is of the team
    assert "Kees Jansen" in text
    assert not left_out


def test_the_client_of_the_paper_keeps_the_own_name(workspace: Workspace) -> None:
    clients = workspace.clients
    noor, _ = clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    els, _ = clients.add_person(PersonView(given_name="Els"))
    clients.add_relation(RelationView("", noor, clients.person(els), role="buur"))
    clients.restrict("person", clients.client(noor).person.id, [els])
    workspace.appointments.add(AppointmentView("", TODAY, "Noor gaat zwemmen", client_id=noor))
    lines = workspace.appointments.appointments()
    printed = workspace.prints.render_agenda(AgendaPrint("Agenda", (("", lines),), subject_id=noor))
    assert "Noor gaat zwemmen" in words(printed)[0]
