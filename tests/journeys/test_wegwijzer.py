"""Which plan fits? From a family to two plans at work: what the file says, a lock halfway, and step one."""

from __future__ import annotations

from datetime import date
from typing import cast

from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from tests.journeys.office import Office

from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.proposal_row import ProposalRow
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.places import OpenCalendar, OpenClient, OpenForm, OpenToday
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import FormKey, MeasureView, PersonView, RelationView

MEASURED = date(2026, 1, 5)
ASKED = date(2026, 1, 12)


def words(root: QWidget) -> str:
    """All that can be read in a part of the window."""
    QApplication.processEvents()
    shown = (w for w in root.findChildren(QWidget) if w.isVisibleTo(root))
    return " ".join(w.text() for w in shown if isinstance(w, QLabel | QAbstractButton))


def press(form: GuideForm, question: str, *options: str) -> None:
    for option in options:
        chip = form.boxes[question].chips.chip(option)
        assert chip is not None, f"{question}: {option} is not offered"
        chip.click()


def row_of(form: GuideForm, plan: str) -> ProposalRow:
    return next(row for row in form.result.rows if row.proposal.plan == plan)


def guide_of(office: Office) -> GuideForm:
    form = office.on(ClientsPage).form
    assert isinstance(form, GuideForm)
    return form


def test_from_a_family_to_the_plans_that_fit(office: Office) -> None:
    office.room.create().lock()
    office.start()
    office.unlock()
    client_id, helper = _family(office)
    _ask(office, client_id)
    _lock_halfway(office, client_id)
    _choose(office, helper)
    _plans(office, client_id, helper)
    _found_again(office, client_id)


def _family(office: Office) -> tuple[str, str]:
    """A boy under supervision, his home, and who helps."""
    clients = office.workspace.clients
    client_id, _ = clients.add_client(
        PersonView(given_name="Daan", family_name="Voorbeeld", birth_date=date(2010, 8, 31))
    )
    home, _ = clients.add_household("Gezin Voorbeeld")
    clients.add_member(home, clients.client(client_id).person.id, "kind")
    clients.add_measure(MeasureView("", client_id, "ots", "Rechtbank", MEASURED))
    helper, _ = clients.add_person(
        PersonView(given_name="Bo", organisation="Hulp A", function="jeugdhulpverlener", professional=True)
    )
    clients.add_relation(RelationView("", client_id, clients.person(helper)))
    return client_id, helper


def _ask(office: Office, client_id: str) -> None:
    """The first line in the menu of "Nieuw plan"; what the file knows is filled in and says where from."""
    office.go(OpenClient(client_id))
    detail = office.on(ClientsPage).detail
    assert isinstance(detail, ClientDetail)
    first = detail.new_plan.menu_of_types().actions()[0]
    assert first.text() == "Welk plan past?"
    first.trigger()
    form = guide_of(office)
    press(form, "veilig", "veilig")
    press(form, "wet", "jeugdwet")
    assert form.boxes["bijzonder"].chosen() == {"gi_ots"}
    assert "Uit het dossier: maatregel: ondertoezichtstelling vanaf 5 januari 2026" in words(form)


def _lock_halfway(office: Office, client_id: str) -> None:
    """Nothing has begun, and the answers wait on "Vandaag"."""
    office.lock()
    office.unlock()
    assert office.workspace.plans.rows(client_id) == ()
    office.go(OpenToday())
    assert "Welk plan past?" in words(office.on(TodayPage))
    office.go(OpenForm(FormKey("guide", client_id)))
    form = guide_of(office)
    assert form.boxes["wet"].chosen() == {"jeugdwet"}


def _choose(office: Office, helper: str) -> None:
    """The rest of the questions, why each plan fits with its source, and two of them begun at once."""
    form = guide_of(office)
    press(form, "hulp", "beperking")
    press(form, "organisaties", "drie")
    press(form, "route", "geen")
    press(form, "plan_ouders", "afgezien")
    assert form.submit()
    told = words(form)
    assert "Jeugdwet 4.1.3" in told
    assert "Ook mogelijk" in told
    row_of(form, "osp").check.click()
    row_of(form, "gzp").check.click()
    form.carried.date_field("datum_afzien_fgp").set_value(ASKED)
    form.carried.coordinator.set_value(helper)
    assert form.submit()


def _plans(office: Office, client_id: str, helper: str) -> None:
    """The first one is open, with what was known: the law, what applies, the day and who coordinates."""
    page = office.on(PlanPage)
    rows = {row.format_id: row for row in office.workspace.plans.rows(client_id)}
    assert set(rows) == {"osp", "gzp"}
    support = office.workspace.plans.plan(rows["osp"].id)
    assert (support.regimes, support.flags) == (("jeugdwet",), ("gi_ots",))
    assert support.triggers == {"datum_afzien_fgp": ASKED}
    assert support.coordinator is not None
    assert support.coordinator.id == helper
    family = office.workspace.plans.plan(rows["gzp"].id)
    assert family.household is not None
    assert family.household.name == "Gezin Voorbeeld"
    first = next(row for row in rows.values() if row.title in page.header.title.text())
    kader = office.field(first.id, "kader")
    assert "Jeugdwet" in words(cast("QWidget", kader))


def _found_again(office: Office, client_id: str) -> None:
    """The terms of both stand in the calendar, nothing waits any more, and the guide says that they run."""
    dated = office.workspace.calendar.deadlines(client_id=client_id, open_only=True)
    assert {"osp", "gzp"} <= {office.workspace.plans.row(one.plan_id).format_id for one in dated}
    office.go(OpenCalendar())
    assert office.workspace.forms.all() == ()
    office.go(OpenForm(FormKey("guide", client_id)))
    form = guide_of(office)
    assert form.boxes["wet"].chosen() == {"jeugdwet"}, "the plans that run say so"
    assert form.boxes["hulp"].chosen() == {"beperking"}
    press(form, "veilig", "veilig")
    assert form.submit()
    told = words(row_of(form, "osp"))
    assert "loopt al" in told
    assert "Open het plan dat er is" in told
