"""From an empty laptop to a printed ondersteuningsplan, by hand, and everything still there after locking."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.hands import Hands, pick, type_day
from tests.journeys.office import Office, choose, text_of
from tests.pdf_checks import assert_pdf_ua

from planbureau.formats.model import QuestionKind
from planbureau.ui.calendar.calendar_page import CalendarPage
from planbureau.ui.calendar.deadline_panel import DeadlinePanel
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.not_for_button import NotForButton
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.places import AdoptPlan, OpenCalendar, OpenClient, OpenClients, OpenPlan, PrintPlan
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.wizard.plan_page import PlanPage

CASE = {
    "belangrijk_voor_mij": "Ik wil elke dag de kippen voeren. Op zondag bel ik mijn zus Riet.",
    "belangrijk_voor_mij/makkelijk": "Ik voer de kippen.",
    "benaderen": "Praat rustig en geef mij de tijd om te antwoorden.",
    "moet_je_weten": "Ik hoor slecht met mijn linkeroor.",
    "mogelijkheden": "Bram smeert zelf zijn brood en kent de weg naar het dorp.",
    "beperkingen": "Bram heeft hulp nodig bij geld en bij het plannen van zijn week.",
    "vorm_van_het_plan": ["tekst", "beelden"],
    "leefgebieden": {
        "lichaam": {"now": "Bram slaapt goed sinds de verhuizing.", "satisfied": "ja", "mark_now": "8"},
        "meedoen": {"change": "Ik wil weer naar de kaartclub."},
    },
    "risicos": [
        {"what": "Vallen", "signs": "Bram schuifelt.", "measures": "Samen de trap op en af.", "who": "ja"}
    ],
    "doelen": [
        {
            "sentence": "Ik ga elke woensdag zelf met de bus naar de kaartclub.",
            "easy": "Ik ga met de bus naar de kaartclub.",
            "origin": "Ik mis de jongens van de club.",
            "measure": "Vier woensdagen achter elkaar gelukt.",
            "target": "1-6-2026",
            "pictogram": "bus",
            "actions": [
                {"what": "Samen de busreis oefenen", "done_by": "1-3-2026"},
                {"what": "Riet vraagt een buspas aan", "done_by": "15-2-2026"},
            ],
        }
    ],
    "afspraken": [
        {"what": "Elke avond om acht uur kijken we samen naar morgen.", "who": "ja", "when": "elke avond"},
    ],
    "hulp": [{"wat": "Wonen met begeleiding", "wet": "Wlz, VG4"}],
    "eerder_kijken": "Als Bram twee keer niet naar de club wil.",
}


def new_client(office: Office) -> str:
    """A name and a birth date, with the keyboard alone."""
    office.go(OpenClients())
    office.press("Nieuwe cliënt", office.on(ClientsPage).list)
    form = office.form(NewClientForm)
    assert form.given.hasFocus()
    for words in ("Bram", "van der", "Veen"):
        office.type(words)
        office.key(Qt.Key.Key_Tab)
    office.type("4-7-1968")
    office.key(Qt.Key.Key_Return)
    (row,) = office.workspace.clients.rows()
    assert (row.full_name, row.birth_date) == ("Bram van der Veen", date(1968, 7, 4))
    office.look("01-client")
    return row.id


def details(office: Office, client_id: str) -> str:
    """Two addresses, a phone number, a sister to call first, and a mentor. Gives the id of the sister."""
    office.press("Gegevens van de cliënt wijzigen")
    form = office.form(ClientForm)
    for street, city in (("Molenpad 3", "Amersfoort"), ("Kade 12", "Spakenburg")):
        form.person.addresses.add_button.click()
        row = form.person.addresses.rows[-1]
        QTest.keyClicks(row.street, street)
        QTest.keyClicks(row.city, city)
    form.person.contacts.add_button.click()
    QTest.keyClicks(form.person.contacts.rows[-1].line, "033-1234567")
    office.look("02-gegevens")
    form.save_button.click()
    office.press("Iemand toevoegen")
    sister = office.form(RelationForm)
    assert sister.who is not None
    QTest.keyClicks(sister.who.given, "Riet")
    QTest.keyClicks(sister.who.family, "Veen")
    QTest.keyClicks(sister.who.phone, "06-12345678")
    sister.role.set_value("zus")
    pick(sister.order, "1")
    pick(sister.may_read, "ja")
    office.look("03-relatie")
    sister.save_button.click()
    office.press("Vertegenwoordiger toevoegen")
    mentor = office.form(CustodyForm)
    assert mentor.who is not None
    QTest.keyClicks(mentor.who.given, "Karel")
    QTest.keyClicks(mentor.who.family, "Smit")
    pick(mentor.kind, "mentor")
    pick(mentor.willing, "yes")
    QTest.keyClicks(mentor.proof, "beschikking rechtbank")
    mentor.save_button.click()
    client = office.workspace.clients.client(client_id)
    assert [a.city for a in client.person.addresses] == ["Amersfoort", "Spakenburg"]
    assert [(c.person.given_name, c.kind) for c in office.workspace.clients.custody(client_id)] == [
        ("Karel", "mentor")
    ]
    (relation,) = office.workspace.clients.relations(client_id)
    assert (relation.person.given_name, relation.contact_order) == ("Riet", 1)
    office.look("04-details")
    return relation.person.id


def start_plan(office: Office) -> str:
    detail = office.on(ClientsPage).detail
    assert isinstance(detail, ClientDetail)
    choose(detail.new_plan.menu_of_types(), "Ondersteuningsplan")
    place = office.window._place
    assert isinstance(place, OpenPlan)
    assert office.on(PlanPage).current_step() == "kader"
    return place.plan_id


def test_from_an_empty_laptop_to_a_printed_plan(office: Office) -> None:
    office.start()
    office.make_vault("Zorghoeve Voorbeeld", "Sanne de Wit", "begeleider")
    office.look("00-leeg")
    client_id = new_client(office)
    sister = details(office, client_id)
    plan_id = start_plan(office)
    hands = Hands(office, plan_id, CASE, helper=sister)
    frame = hands.frame("wlz", "datum_start_zorg", "17-1-2026")
    told = "\n".join(label.text() for label in frame.findChildren(TextLabel) if label.isVisibleTo(frame))
    assert "maandag 2 maart 2026" in told
    office.look("05-kader")
    kinds = hands.fill_all()
    assert kinds >= {
        QuestionKind.LONG_TEXT, QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.DATE,
        QuestionKind.PERSON, QuestionKind.TABLE, QuestionKind.LIFE_DOMAIN, QuestionKind.TOPICS,
        QuestionKind.RISKS, QuestionKind.GOALS, QuestionKind.AGREEMENTS,
    }  # fmt: skip
    hands.fill("wie_bellen")
    hands.fill("cijfer_hulp")
    office.look("06-ervaringen")
    office.field(plan_id, "doelen")
    office.look("07-doelen")
    assert office.workspace.plans.row(plan_id).needed == 0
    calendar_explains(office, plan_id)
    adopt(office, client_id, plan_id)
    printed(office, hands)
    not_for_the_mentor(office, hands, client_id)
    next_concept(office, hands)
    locked_and_back(office, hands, client_id)


def calendar_explains(office: Office, plan_id: str) -> None:
    office.go(OpenCalendar(plan_id=plan_id, deadline="WLZ-02"))
    page = office.on(CalendarPage)
    (panel,) = page.findChildren(DeadlinePanel)
    told = "\n".join(label.text() for label in panel.findChildren(TextLabel) if label.isVisibleTo(panel))
    assert "uiterlijk maandag 2 maart 2026" in told
    assert "Zes weken na zaterdag 17 januari 2026 is" in told
    office.look("08-agenda")


def adopt(office: Office, client_id: str, plan_id: str) -> None:
    office.go(AdoptPlan(plan_id))
    page = office.on(AdoptPage)
    office.look("09-vaststellen")
    assert not page.decide.button.isEnabled()
    type_day(page.talk.day, "20-1-2026")
    person = office.workspace.clients.client(client_id).person.id
    chip = page.talk.present.chip(person)
    assert chip is not None
    chip.click()
    page.talk.all.click()
    QTest.keyClicks(page.talk.place, "thuis aan tafel")
    QTest.keyClicks(page.talk.said.edit, "Zo is het goed. Wanneer gaan we met de bus?")
    for card in page.consents.cards:
        pick(card.outcome, "agreed")
        pick(card.form, "spoken")
    office.look("10-vaststellen")
    assert page.decide.button.isEnabled(), page.decide.button.accessibleDescription()
    page.decide.button.click()
    office.look("11-vastgesteld")
    plan = office.workspace.plans.plan(plan_id)
    assert (plan.version, plan.status) == (1, "active")


def printed(office: Office, hands: Hands) -> None:
    """Every edition is a valid PDF, and the words that were typed stand on it."""
    pages = {
        edition: office.saved_pdf(PrintPlan(hands.plan_id, edition, 1))
        for edition in ("professional", "easy", "start")
    }
    for pdf in pages.values():
        assert_pdf_ua(pdf)
    office.look("12-afdruk")
    whole = text_of(pages["professional"])
    for words in hands.typed:
        assert words in whole
    for words in ("Molenpad 3", "Karel Smit", "Versie 1", "Zo is het goed."):
        assert words in whole
    easy = text_of(pages["easy"])
    for words in ("Ik voer de kippen.", "Ik ga met de bus naar de kaartclub.", "Riet"):
        assert words in easy
    start = text_of(pages["start"])
    for words in ("Ik voer de kippen.", "Elke avond om acht uur", "Riet Veen", "06-12345678"):
        assert words in start
    assert "Ik mis de jongens" not in start


def not_for_the_mentor(office: Office, hands: Hands, client_id: str) -> None:
    """A marked address stays off the copy of one person, also of a version that was adopted before."""
    (mentor,) = [c.person.id for c in office.workspace.clients.custody(client_id)]
    office.go(OpenClient(client_id))
    office.press("Gegevens van de cliënt wijzigen")
    form = office.form(ClientForm)
    (mark,) = form.person.addresses.rows[0].findChildren(NotForButton)
    mark.click()
    assert mark.dialog is not None
    mark.dialog.box(mentor).click()
    mark.dialog.save_button.click()
    form.save_button.click()
    place = PrintPlan(hands.plan_id, "professional", 1)
    assert "Molenpad 3" not in text_of(office.saved_pdf(place, (mentor,)))
    assert "Molenpad 3" in text_of(office.saved_pdf(place, (hands.helper,)))


def next_concept(office: Office, hands: Hands) -> None:
    """A change makes a concept beside the version; the version prints what it said."""
    found = hands.field("benaderen")
    box = found.focus_widget()
    box.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(box, "Maak een grapje, dan komt het goed.")
    hands.save()
    assert "Concept naast versie 1" in office.on(PlanPage).header.status.accessibleName()
    office.look("13-naast")
    old = text_of(office.saved_pdf(PrintPlan(hands.plan_id, "professional", 1)))
    assert "Praat rustig en geef mij de tijd" in old
    assert "Maak een grapje" not in old
    new = text_of(office.saved_pdf(PrintPlan(hands.plan_id, "professional", 0)))
    assert "Maak een grapje" in new
    assert "concept" in new.lower()


def locked_and_back(office: Office, hands: Hands, client_id: str) -> None:
    """Ctrl+L, also while something is being typed; the password brings everything back."""
    found = hands.field("moet_je_weten")
    QTest.keyClicks(found.focus_widget(), " Nog iets.")
    before = hands.stored
    office.lock()
    office.look("14-slot")
    office.unlock()
    office.look("15-vandaag")
    after = hands.stored
    assert "Nog iets." in str(after.answer("moet_je_weten").value)
    assert after.goals == before.goals
    assert after.agreements == before.agreements
    assert {k: v.answer for k, v in after.answers.items() if k != "moet_je_weten"} == {
        k: v.answer for k, v in before.answers.items() if k != "moet_je_weten"
    }
    office.go(OpenClient(client_id))
    office.look("16-client")
