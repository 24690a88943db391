"""The guide "Welk plan past?" on the pages of a client and of a household."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from planbureau.rules.plan_guide.carried import CARRIED
from planbureau.services.api import Workspace
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.proposal_row import ProposalRow
from planbureau.ui.page import PageContext
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.household_detail import HouseholdDetail
from planbureau.ui.people.reopening import form_of
from planbureau.ui.places import HomeVisit, OpenClient, OpenForm, OpenPlan, Place
from planbureau.views import FormKey, MeasureView, PersonView, RelationView

Opened = Callable[..., tuple[ClientsPage, list[Place]]]


@pytest.fixture
def opened(qtbot: QtBot, page_context: PageContext) -> Opened:
    """The page of people at a place, and the places that it asks for."""

    def made(place: Place, visit: HomeVisit | None = None) -> tuple[ClientsPage, list[Place]]:
        context = page_context
        if visit is not None:
            context = PageContext(page_context.workspace, page_context.theme, page_context.clock, visit)
        page = ClientsPage(context)
        qtbot.addWidget(page)
        page.resize(1160, 760)
        places: list[Place] = []
        page.place_requested.connect(places.append)
        page.show()
        page.show_place(place)
        return page, places

    return made


def _client(workspace: Workspace, name: str = "Daan", born: date | None = date(2010, 8, 31)) -> str:
    client_id, _ = workspace.clients.add_client(
        PersonView(given_name=name, family_name="Voorbeeld", birth_date=born)
    )
    return client_id


def _home(workspace: Workspace, *client_ids: str) -> str:
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    for client_id in client_ids:
        workspace.clients.add_member(home, workspace.clients.client(client_id).person.id, "kind")
    return home


def _guide(page: ClientsPage) -> GuideForm:
    """Chooses the guide in the menu of the button "Nieuw plan"."""
    detail = page.detail
    assert isinstance(detail, ClientDetail | HouseholdDetail)
    first = detail.new_plan.menu_of_types().actions()[0]
    assert first.text() == "Welk plan past?"
    first.trigger()
    return cast("GuideForm", page.form)


def _asked(form: GuideForm) -> list[str]:
    return [name for name, box in form.boxes.items() if not box.isHidden()]


def _press(form: GuideForm, question: str, *options: str) -> None:
    for option in options:
        chip = form.boxes[question].chips.chip(option)
        assert chip is not None, f"{question}: {option} is not offered"
        chip.click()


def _row(form: GuideForm, plan: str) -> ProposalRow:
    (found,) = [row for row in form.result.rows if row.proposal.plan == plan]
    return found


def _words(root: QWidget) -> str:
    """All that can be read on the screen."""
    QApplication.processEvents()
    shown = [w for w in root.findChildren(QWidget) if w.isVisibleTo(root)]
    texts = (w.text() for w in shown if isinstance(w, QLabel | QAbstractButton))
    return " ".join(text for text in texts if text)


def test_from_answers_to_plans_with_what_is_known(workspace: Workspace, opened: Opened) -> None:
    client_id = _client(workspace)
    home = _home(workspace, client_id)
    workspace.clients.add_measure(MeasureView("", client_id, "ots", "Rechtbank", date(2026, 1, 5)))
    helper, _ = workspace.clients.add_person(
        PersonView(given_name="Bo", organisation="Hulp A", function="jeugdhulpverlener", professional=True)
    )
    workspace.clients.add_relation(RelationView("", client_id, workspace.clients.person(helper)))
    page, places = opened(OpenClient(client_id))
    form = _guide(page)
    assert _asked(form) == ["veilig", "wet"]
    assert "Daan Voorbeeld is 15 jaar" in _words(form)

    _press(form, "veilig", "veilig")
    _press(form, "wet", "jeugdwet")
    assert _asked(form) == ["veilig", "wet", "hulp", "bijzonder", "organisaties", "route", "plan_ouders"]
    assert form.boxes["bijzonder"].chosen() == {"gi_ots"}
    assert "Uit het dossier: maatregel: ondertoezichtstelling vanaf 5 januari 2026" in _words(form)
    assert form.boxes["organisaties"].chosen() == {"een"}
    _press(form, "hulp", "beperking")
    _press(form, "organisaties", "drie")
    _press(form, "route", "geen")
    _press(form, "plan_ouders", "afgezien")

    assert form.submit()
    assert workspace.plans.rows(client_id) == ()
    assert "Jeugdwet 4.1.3" in _words(form)
    assert form.carried.isHidden()
    _row(form, "osp").check.click()
    _row(form, "gzp").check.click()
    assert form.save_button.label() == "Begin 2 plannen"
    assert "Jeugdwet · Er is een ondertoezichtstelling (OTS)" in _words(form.carried)
    shown = {name for name in CARRIED if form.carried.date_field(name).isVisibleTo(form)}
    assert {"datum_start_jeugdhulp", "datum_afzien_fgp"} <= shown
    assert "datum_aanbod_fgp" not in shown
    form.carried.date_field("datum_afzien_fgp").set_value(date(2026, 3, 2))
    form.carried.coordinator.set_value(helper)
    assert form.submit()

    plans = {row.format_id: workspace.plans.plan(row.id) for row in workspace.plans.rows(client_id)}
    support, family = plans["osp"], plans["gzp"]
    assert (support.regimes, support.flags) == (("jeugdwet",), ("gi_ots",))
    assert support.triggers == {"datum_afzien_fgp": date(2026, 3, 2)}
    assert support.coordinator is not None
    assert support.coordinator.id == helper
    assert family.household is not None
    assert family.household.id == home
    assert places[-1] in {OpenPlan(row.id) for row in workspace.plans.rows(client_id)}
    assert workspace.forms.all() == ()


def test_with_the_keyboard_alone(workspace: Workspace, opened: Opened, qtbot: QtBot) -> None:
    client_id = _client(workspace, born=date(1980, 5, 1))
    page, _ = opened(OpenClient(client_id))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    form = _guide(page)

    def key(pressed: Qt.Key) -> None:
        QApplication.processEvents()
        focus = page.window().focusWidget()
        assert focus is not None
        QTest.keyClick(focus, pressed)

    def to(target: QWidget) -> None:
        for _ in range(60):
            if page.window().focusWidget() is target:
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(f"{target.accessibleName()} cannot be reached")

    def to_chip(question: str, option: str) -> None:
        chip = form.boxes[question].chips.chip(option)
        assert chip is not None
        to(chip)
        key(Qt.Key.Key_Space)

    to_chip("veilig", "veilig")
    to_chip("wet", "wlz")
    to_chip("hulp", "beperking")
    to_chip("persoonlijk_plan", "wil-niet")
    to(form.save_button)
    key(Qt.Key.Key_Return)
    to(_row(form, "osp").check)
    key(Qt.Key.Key_Space)
    to(form.save_button)
    key(Qt.Key.Key_Return)
    (row,) = workspace.plans.rows(client_id)
    assert (row.format_id, row.regimes) == ("osp", ("wlz",))


def test_a_lock_in_the_middle_loses_nothing_and_leaving_begins_nothing(
    workspace: Workspace, opened: Opened, qtbot: QtBot
) -> None:
    client_id = _client(workspace, born=date(1980, 5, 1))
    page, _ = opened(OpenClient(client_id))
    form = _guide(page)
    _press(form, "veilig", "zorgen")
    _press(form, "wet", "wlz", "wmo")
    _press(form, "hulp", "beperking")
    form.submit()
    _row(form, "osp").check.click()
    QTest.keyClicks(form.carried.date_field("datum_start_zorg").line, "ergens in mei")
    assert page.leave()
    assert workspace.plans.rows(client_id) == ()
    (draft,) = workspace.forms.all()
    assert draft.title == "Welk plan past?"

    again = form_of(page._desk, draft.key)
    qtbot.addWidget(again)
    assert isinstance(again, GuideForm)
    assert again.result.open
    assert again.boxes["veilig"].chosen() == {"zorgen"}
    assert again.boxes["wet"].chosen() == {"wlz", "wmo"}
    assert [row.proposal.plan for row in again.result.chosen()] == ["osp"]
    assert not again.submit()
    assert "datum klopt nog niet" in _words(again)
    assert workspace.plans.rows(client_id) == ()
    again.carried.date_field("datum_start_zorg").set_value(date(2026, 3, 2))
    assert again.submit()
    assert len(workspace.plans.rows(client_id)) == 1


def test_danger_says_whom_to_call_before_anything_else(workspace: Workspace, opened: Opened) -> None:
    page, _ = opened(OpenClient(_client(workspace)))
    form = _guide(page)
    _press(form, "veilig", "gevaar")
    _press(form, "wet", "jeugdwet")
    form.submit()
    words = _words(form.result)
    assert words.startswith("Nu direct gevaar: bel 112.")
    assert "0800-2000" in words
    first = next(iter(form.result.rows))
    assert first.proposal.plan == "mld"


def test_during_a_home_visit_nothing_about_safety_is_on_the_screen(
    workspace: Workspace, opened: Opened
) -> None:
    client_id = _client(workspace)
    page, _ = opened(OpenClient(client_id))
    form = _guide(page)
    _press(form, "veilig", "gevaar")
    _press(form, "wet", "jeugdwet")
    form.submit()
    assert page.leave()
    workspace.plans.start_plan("mld", client_id)

    visiting, _ = opened(OpenForm(FormKey("guide", client_id)), HomeVisit(client_id))
    seen = cast("GuideForm", visiting.form)
    seen.show_questions()
    said = _words(visiting)
    seen.submit()
    said += _words(visiting)
    for word in ("veilig", "gevaar", "112", "Veilig Thuis", "meldcode", "mishandeling", "bedreigd"):
        assert word.casefold() not in said.casefold(), word
    assert "op kantoor" in said
    assert seen.keep_unfinished()
    (draft,) = workspace.forms.all()
    assert draft.typed["vraag veilig"] == ["gevaar"]


def test_a_family_asks_whom_a_plan_is_for_and_starts_it_for_that_child(
    workspace: Workspace, opened: Opened
) -> None:
    older, younger = _client(workspace), _client(workspace, "Noor", date(2016, 2, 29))
    home = _home(workspace, older, younger)
    page, _ = opened(OpenClient(household_id=home))
    form = _guide(page)
    assert form.about.value() == home
    _press(form, "veilig", "veilig")
    _press(form, "wet", "jeugdwet")
    _press(form, "hulp", "beperking")
    form.submit()
    row = _row(form, "osp")
    assert {row.whom.itemData(at) for at in range(row.whom.count())} == {older, younger}
    row.whom.set_value(younger)
    row.check.click()
    assert form.submit()
    (made,) = workspace.plans.rows(younger)
    assert (made.format_id, made.client_ids) == ("osp", (younger,))
    assert workspace.plans.rows(older) == ()


def test_about_somebody_else_the_file_is_asked_again_but_answers_stay(
    workspace: Workspace, opened: Opened
) -> None:
    older, younger = _client(workspace), _client(workspace, "Noor", date(2016, 2, 29))
    workspace.clients.add_measure(MeasureView("", older, "ots"))
    home = _home(workspace, older, younger)
    page, _ = opened(OpenClient(younger))
    form = _guide(page)
    _press(form, "wet", "jeugdwet")
    assert form.boxes["bijzonder"].chosen() == set()
    form.about.set_value(home)
    assert form.boxes["bijzonder"].chosen() == {"gi_ots"}
    _press(form, "bijzonder", "pleegzorg")
    form.about.set_value(younger)
    assert form.boxes["bijzonder"].chosen() == {"gi_ots", "pleegzorg"}
    assert form.boxes["wet"].chosen() == {"jeugdwet"}


def test_a_family_plan_waits_for_a_family_and_a_plan_that_runs_can_be_opened(
    workspace: Workspace, opened: Opened
) -> None:
    client_id = _client(workspace)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    page, places = opened(OpenClient(client_id))
    form = _guide(page)
    _press(form, "wet", "jeugdwet")
    _press(form, "organisaties", "drie")
    form.submit()
    family = _row(form, "gzp")
    assert not family.check.isEnabled()
    assert "eerst op de pagina van de cliënt" in _words(family)
    support = _row(form, "osp")
    assert "loopt al" in _words(support)
    (button,) = [b for b in support.findChildren(QAbstractButton) if "openen" in b.accessibleName()]
    button.click()
    assert places[-1] == OpenPlan(plan_id)


def test_nothing_is_begun_without_a_choice(workspace: Workspace, opened: Opened) -> None:
    client_id = _client(workspace)
    page, _ = opened(OpenClient(client_id))
    form = _guide(page)
    form.submit()
    assert not form.submit()
    assert "Kies eerst een plan" in _words(form)
    form.show_questions()
    assert _asked(form) == ["veilig", "wet"]
    assert workspace.plans.rows(client_id) == ()
