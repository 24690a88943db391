"""A family of five with a child in two homes: from the first name to paper for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.journeys.hands import Hands, add_action, open_body, pick, type_day, write
from tests.journeys.office import Office, choose, text_of
from tests.pdf_checks import assert_pdf_ua

from planbureau.ui.goals.field import GoalsField
from planbureau.ui.goals.matrix_field import MatrixField
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.household_detail import HouseholdDetail
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.not_for_button import NotForButton
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.places import AdoptPlan, OpenClient, OpenClients, OpenMatrix, OpenPlan, PrintPlan
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.ui.wizard.fields.guests import GuestField

CASE = {
    "nu_belangrijk": "Wij willen weer rustig samen eten.",
    "gemeente": "Almere",
    "huisarts_contact": "ja",
    "jeugdarts": "niet_nodig",
    "evaluatie_momenten": [{"datum": "1-4-2026", "hoe": "thuis"}],
    "eerder_kijken": "Als Samuel niet naar school gaat.",
}

ACTIONS = ("Blessing belt de school", "Tim koopt een slot", "Wim komt elke week")


@dataclass
class Family:
    """The people by their call name, and the homes."""

    office: Office
    home: str = ""
    second: str = ""
    plan: str = ""
    clients: dict[str, str] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, str]:
        return {person.short_name: person.id for person in self.office.workspace.clients.people()}

    def save(self, form: FormPanel) -> None:
        form.save_button.click()
        assert self.office.on(ClientsPage).form is None, form._error.accessibleName()
        QApplication.processEvents()

    def somebody(self, who: WhoField | None, given: str, family: str, born: str = "") -> None:
        """Types a name; takes the person who is known already when there is one."""
        assert who is not None
        QTest.keyClicks(who.given, given)
        if given in self.people:
            (known,) = [one for one in who.known._chips if one == self.people[given]]
            chip = who.known.chip(known)
            assert chip is not None
            chip.click()
            return
        QTest.keyClicks(who.family, family)
        if born:
            type_in_form(who, born)

    def member(self, home: str, given: str, family: str, role: str, born: str = "") -> None:
        self.office.go(OpenClient(household_id=home))
        self.office.press("Gezinslid erbij zetten")
        form = self.office.form(MemberForm)
        self.somebody(form.who, given, family, born)
        form.role.set_value(role)
        self.save(form)

    def custody(self, child: str, parent: str, *, proof: str = "gezagsregister") -> None:
        self.office.go(OpenClient(self.clients[child]))
        self.office.press("Gezag toevoegen")
        form = self.office.form(CustodyForm)
        self.somebody(form.who, parent, "")
        pick(form.kind, "parent")
        QTest.keyClicks(form.proof, proof)
        self.save(form)

    def around(self, given: str, family: str, role: str, order: str, *, work: bool = False) -> None:
        self.office.go(OpenClient(household_id=self.home))
        self.office.press("Iemand toevoegen")
        form = self.office.form(RelationForm)
        self.somebody(form.who, given, family)
        assert form.who is not None
        form.who.professional.setChecked(work)
        QTest.keyClicks(form.who.phone, f"06-0000000{order}")
        form.role.set_value(role)
        pick(form.order, order)
        pick(form.may_read, "ja")
        self.save(form)


def type_in_form(who: WhoField, born: str) -> None:
    """A birth date; Enter would save the whole form."""
    QTest.keyClicks(who.born.line, born)
    who.born.commit()


def make_family(office: Office) -> Family:
    """Grace first; then her home, the others, and the second home of Samuel."""
    made = Family(office)
    office.go(OpenClients(new=True))
    form = office.form(NewClientForm)
    for where, words in ((form.given, "Grace"), (form.family, "Okafor"), (form.born.line, "2-9-2011")):
        QTest.keyClicks(where, words)
    made.save(form)
    (row,) = office.workspace.clients.rows()
    made.clients["Grace"] = row.id
    office.press("Gezin toevoegen")
    home = office.form(HouseholdForm)
    assert home.name.text() == "Gezin Okafor"
    home.role.set_value("dochter")
    made.save(home)
    (household,) = office.workspace.clients.households()
    made.home = household.id
    made.member(made.home, "Blessing", "Okafor", "moeder", "14-3-1985")
    made.member(made.home, "Samuel", "Mensah", "zoon", "1-6-2013")
    made.member(made.home, "Tim", "de Boer", "stiefouder", "8-8-1980")
    made.member(made.home, "Ruth", "Okafor", "oma", "5-5-1955")
    known_becomes_client(office, made)
    made.member(made.second, "Daniel", "Mensah", "vader", "3-3-1984")
    for child in ("Grace", "Samuel"):
        made.custody(child, "Blessing")
        made.custody(child, "Daniel")
    made.around("Els", "Buur", "buurvrouw", "1")
    made.around("Wim", "Coach", "gezinscoach", "2", work=True)
    return made


def known_becomes_client(office: Office, made: Family) -> None:
    """Samuel is in the vault already: he becomes a client without being made twice, with a second home."""
    office.go(OpenClients(new=True))
    form = office.form(NewClientForm)
    QTest.keyClicks(form.given, "samuel")
    QTest.keyClicks(form.family, "mensah")
    QTest.keyClick(form.family, Qt.Key.Key_Tab)
    form.family.editingFinished.emit()
    assert "Bedoel je Samuel Mensah" in form.hint.accessibleName()
    form.hint.action_requested.emit()
    QApplication.processEvents()
    made.clients["Samuel"] = next(
        r.id for r in office.workspace.clients.rows() if r.full_name == "Samuel Mensah"
    )
    office.go(OpenClient(made.clients["Samuel"]))
    office.press("Nog een gezin erbij")
    second = office.form(HouseholdForm)
    second.name.selectAll()
    QTest.keyClicks(second.name, "Gezin Mensah")
    second.role.set_value("zoon")
    assert not second.main_home.isChecked()
    made.save(second)
    made.second = next(h.id for h in office.workspace.clients.households() if h.name == "Gezin Mensah")


def start_plan(office: Office, made: Family) -> Hands:
    office.go(OpenClient(household_id=made.home))
    office.look("20-gezin")
    detail = office.on(ClientsPage).detail
    assert isinstance(detail, HouseholdDetail)
    choose(detail.new_plan.menu_of_types(), "Gezinsplan")
    place = office.window._place
    assert isinstance(place, OpenPlan)
    made.plan = place.plan_id
    return Hands(office, made.plan, CASE, helper=made.people["Wim"])


def tick_goals(office: Office, hands: Hands, made: Family) -> None:
    """Ready-made goals: one for two children, one for the mother, one for the whole family."""
    found = hands.field("doelenmatrix")
    assert isinstance(found, GuestField)
    guest = found._guest
    assert isinstance(guest, MatrixField)
    for code, names in (("VEI-1", ("Grace", "Samuel")), ("GLD-1", ("Blessing",)), ("VEI-2", ("*",))):
        for chip_id in guest.goals.who.row.checked():
            off = guest.goals.who.row.chip(chip_id)
            assert off is not None
            if off.isChecked():
                off.click()
        for name in names:
            on = guest.goals.who.row.chip(made.people.get(name, name))
            assert on is not None
            on.click()
        guest.goals.row(code).box.click()
    office.look("21-doelenmatrix-veld")
    sentences = [goal.sentence for goal in hands.stored.goals]
    assert sentences[0] == "Grace en Samuel voelen zich veilig in huis."
    assert len(sentences) == 3
    assert len(hands.stored.goals[2].for_whom) == 5


def work_out_goals(office: Office, hands: Hands) -> None:
    """SMART fields, and actions a, b and c of which b lapses and keeps its letter."""
    found = hands.field("doelen")
    assert isinstance(found, GuestField)
    guest = found._guest
    assert isinstance(guest, GoalsField)
    for number, goal in enumerate(hands.stored.goals, start=1):
        guest.open_goal(goal.id)
        QApplication.processEvents()
        body = open_body(guest)
        assert body.smart is not None
        write(body.about.origin.edit, "Ik wil niet meer bang zijn." if number == 1 else "Dat geeft rust.")
        write(body.smart.measure.edit, f"Vier weken gelukt, doel {number}.")
        pick(body.smart.feasible, "ja")
        type_day(body.smart.target, "1-6-2026")
        for what in ("Blessing belt de school", "Tim koopt een slot", "Wim komt elke week")[
            : 3 if number == 1 else 1
        ]:
            add_action(hands, body, {"what": what, "done_by": "1-5-2026"})
        assert guest.leave()
        if number == 1:
            lapse_second(office, hands, guest)
    actions = [(a.letter, a.what, a.cancelled) for a in hands.stored.goals[0].actions]
    assert actions == [
        ("a", "Blessing belt de school", False),
        ("b", "Tim koopt een slot", True),
        ("c", "Wim komt elke week", False),
    ]


def lapse_second(office: Office, hands: Hands, guest: GoalsField) -> None:
    row = open_body(guest).acts.rows[1]
    row.set_open(opened=True)
    QApplication.processEvents()
    assert row.form is not None
    button = row.form.status.buttons()["lapsed"]
    assert isinstance(button, QPushButton)
    button.click()
    hands.typed.remove("Tim koopt een slot")
    office.look("22-doel")


def not_for(button: NotForButton, person: str, why: str) -> None:
    """Presses the eye, ticks one person, and saves."""
    button.click()
    assert button.dialog is not None
    button.dialog.box(person).setChecked(True)
    QTest.keyClicks(button.dialog.reason_field.edit, why)
    button.dialog.save_button.click()


def hide_things(office: Office, hands: Hands, made: Family) -> None:
    """The first goal is not for Tim; the phone number of Els is not for Daniel."""
    found = hands.field("doelen")
    assert isinstance(found, GuestField)
    found._guest.open_goal(hands.stored.goals[0].id)
    QApplication.processEvents()
    not_for(open_body(found._guest).not_for, made.people["Tim"], "Op verzoek van Grace.")
    office.go(OpenClient(household_id=made.home))
    office.press("Els Buur")
    form = office.form(PersonForm)
    (mark,) = form.fields_of_person.contacts.rows[0].findChildren(NotForButton)
    not_for(mark, made.people["Daniel"], "Els wil niet gebeld worden.")
    made.save(form)


def matrix_by_keyboard(office: Office, made: Family) -> None:
    office.go(OpenMatrix(plan_id=made.plan))
    page = office.on(MatrixPage)
    office.active(office.window)
    grid = page.overview.grid
    grid.set_current(MatrixPlace("OPV", made.people["Blessing"]))
    grid.setFocus()
    office.look("23-matrix")
    columns = [head.id for head in grid.content().columns]
    steps = columns.index(made.people["Grace"]) - columns.index(made.people["Blessing"])
    office.key(Qt.Key.Key_Up)
    for _ in range(abs(steps)):
        office.key(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)
    assert grid.current_place() == MatrixPlace("VEI", made.people["Grace"])
    lines = [line.text for line in grid.content().cells[MatrixPlace("VEI", made.people["Grace"])].lines]
    assert lines == ["Concept a, c"]
    office.key(Qt.Key.Key_Return)
    assert page.panel.list.cards[0].is_open
    office.look("24-matrix-cel")
    office.key(Qt.Key.Key_Escape)
    assert grid.hasFocus()


def adopt(office: Office, made: Family) -> None:
    """Daniel cannot be reached: the plan is adopted without him, with a reason."""
    office.go(AdoptPlan(made.plan))
    page = office.on(AdoptPage)
    asked = {card.accessibleName().removeprefix("Akkoord van ") for card in page.consents.cards}
    assert {"Samuel Mensah", "Grace Okafor", "Blessing Okafor", "Daniel Mensah"} <= asked
    for name in ("Blessing", "Grace", "Samuel"):
        chip = page.talk.present.chip(made.people[name])
        assert chip is not None
        chip.click()
    page.talk.all.click()
    for card in page.consents.cards:
        away = card.accessibleName() == "Akkoord van Daniel Mensah"
        pick(card.outcome, "unreachable" if away else "agreed")
        if away:
            QTest.keyClicks(card.reason.edit, "Drie keer gebeld en een brief gestuurd.")
        else:
            pick(card.form, "spoken")
    assert not page.decide.button.isEnabled()
    QTest.keyClicks(page.decide.reason.edit, "De hulp voor Samuel kan niet wachten.")
    office.look("25-vaststellen")
    assert page.decide.button.isEnabled(), page.decide.button.accessibleDescription()
    page.decide.button.click()
    (version,) = office.workspace.plans.plan(made.plan).versions
    assert version.without_consent
    assert version.reason == "De hulp voor Samuel kan niet wachten."


def on_paper(office: Office, hands: Hands, made: Family) -> None:
    pages = {
        edition: office.saved_pdf(PrintPlan(made.plan, edition, 1))
        for edition in ("professional", "easy", "matrix")
    }
    office.look("26-matrix-afdruk")
    for pdf in pages.values():
        assert_pdf_ua(pdf)
    whole = text_of(pages["professional"])
    for words in (*hands.typed, "Drie keer gebeld", "De hulp voor Samuel kan niet wachten.", "06-00000001"):
        assert words in whole
    assert "Grace en Samuel" in text_of(pages["easy"])
    matrix = text_of(pages["matrix"])
    for words in ("Veiligheid", "Grace", "Blessing", "a, c"):
        assert words in matrix


def on_paper_for(office: Office, made: Family) -> None:
    """What is not for somebody is on no edition for that person, and stays on those of others."""
    hidden = {
        "Tim": ("voelen zich veilig in huis", "Wim komt elke week", "bang zijn"),
        "Daniel": ("06-00000001",),
    }
    found: set[str] = set()
    for edition in ("professional", "easy", "start", "matrix"):
        for reader, words in hidden.items():
            other = "Tim" if reader == "Daniel" else "Daniel"
            place = PrintPlan(made.plan, edition, 1)
            mine = text_of(office.saved_pdf(place, (made.people[reader],)))
            assert [text for text in words if text in mine] == [], (edition, reader)
            theirs = text_of(office.saved_pdf(place, (made.people[other],)))
            found |= {text for text in words if text in theirs}
    assert found == {text for words in hidden.values() for text in words}


def test_from_a_family_to_paper_for_each(office: Office) -> None:
    office.room.create().lock()
    office.start()
    office.unlock()
    made = make_family(office)
    hands = start_plan(office, made)
    hands.frame("jeugdwet", "datum_start_plan", "12-1-2026")
    terms = {deadline.rule_id for deadline in hands.stored.deadlines}
    assert {"GZP-01", "GZP-02", "GZP-03"} & terms
    tick_goals(office, hands, made)
    work_out_goals(office, hands)
    hands.fill_all()
    assert office.workspace.plans.row(made.plan).needed == 0
    hide_things(office, hands, made)
    matrix_by_keyboard(office, made)
    adopt(office, made)
    on_paper(office, hands, made)
    on_paper_for(office, made)
