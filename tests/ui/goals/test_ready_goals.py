"""Ready-made goals: a tick makes a goal with the names filled in; taking it away asks what was meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family

from planbureau.services.api import Workspace
from planbureau.ui.goals.matrix_field import MatrixField
from planbureau.ui.goals.ready_goals import ReadyGoals
from planbureau.ui.goals.scope import scope_of_plan
from planbureau.ui.goals.untick_dialog import UntickDialog
from planbureau.ui.goals.who_dialog import WhoDialog
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit
from planbureau.views import ActionView, CustodyView, PersonView


@pytest.fixture
def field(qtbot: QtBot, page_context: PageContext, family: Family) -> MatrixField:
    question = page_context.workspace.plans.plan(family.plan).format.question("doelenmatrix")
    made = MatrixField(page_context, family.plan, question)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    return made


def test_a_tick_without_people_asks_for_whom(
    qtbot: QtBot, field: MatrixField, workspace: Workspace, family: Family
) -> None:
    row = field.goals.row("VEI-1")
    row.box.click()
    dialog = field.goals.dialog
    assert isinstance(dialog, WhoDialog)
    dialog.accept()
    assert workspace.plans.plan(family.plan).goals == ()
    dialog.chips.set_value((family.fatima, family.emre))
    with qtbot.waitSignal(field.changed):
        dialog.accept()
    view = workspace.plans.plan(family.plan).goals[0]
    assert view.sentence == "Emre en Fatima voelen zich veilig in huis."
    assert row.box.isChecked()


@pytest.mark.parametrize(("visiting", "offered"), [(False, True), (True, False)])
def test_a_parent_with_custody_in_the_other_home_can_be_chosen_but_not_seen_in_a_visit(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family,
    visiting: bool, offered: bool,
) -> None:  # fmt: skip
    clients = workspace.clients
    emre = clients.person(family.emre)
    home = clients.household(family.household)
    clients.remove_member(next(one for one in home.members if one.person.id == family.emre))
    clients.add_custody(CustodyView("", family.client, emre, kind="parent"))
    if visiting:
        page_context = replace(page_context, visit=HomeVisit(family.client, family.household))
    made = ReadyGoals(page_context, scope_of_plan(page_context, family.plan), family.plan)
    qtbot.addWidget(made)
    assert ("Emre" in {name for _, name in made._people()}) is offered
    assert family.emre not in made._group(), "the whole family is who lives there"


@pytest.mark.parametrize(
    ("chosen", "names", "sentence"),
    [
        (("elif_",), ("fatima", "emre"), "Emre en Fatima geven elke dag duidelijke en vaste regels."),
        (("elif_", "fatima"), ("fatima",), "Fatima geeft elke dag duidelijke en vaste regels."),
    ],
)
def test_a_goal_of_a_parent_never_gets_the_name_of_a_child(
    field: MatrixField, workspace: Workspace, family: Family,
    chosen: tuple[str, ...], names: tuple[str, ...], sentence: str,
) -> None:  # fmt: skip
    field.goals.who.set_value([getattr(family, name) for name in chosen])
    field.goals.show_goals()
    row = field.goals.row("OPV-1")
    assert row.box.accessibleName() == sentence
    assert row._whose.text().startswith("Dit doel is van een ouder: ")
    assert not row._whose.isHidden()
    assert field.goals.row("OPV-4")._whose.isHidden()
    row.box.click()
    (goal,) = workspace.plans.plan(family.plan).goals
    assert goal.sentence == sentence
    assert set(goal.for_whom) == {getattr(family, name) for name in names}


def test_a_child_whose_parents_nobody_knows_gets_no_parents_goal_in_its_name(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    child, _ = workspace.clients.add_client(PersonView(given_name="Bo", birth_date=date(2016, 2, 1)))
    plan, _ = workspace.plans.start_plan("osp", child)
    goals = ReadyGoals(page_context, scope_of_plan(page_context, plan), plan)
    qtbot.addWidget(goals)
    goals.saved.connect(lambda _changes: goals.set_scope(scope_of_plan(page_context, plan)))
    goals.row("OPV-1").box.click()
    (goal,) = workspace.plans.plan(plan).goals
    assert goal.sentence == "Een ouder geeft elke dag duidelijke en vaste regels."
    assert goal.easy_text == "De regels van een ouder zijn elke dag hetzelfde."


def test_the_row_shows_the_letters_of_its_actions(
    field: MatrixField, workspace: Workspace, family: Family
) -> None:
    field.goals.who.set_value((family.elif_,))
    row = field.goals.row("DAG-1")
    row.box.click()
    goal = workspace.plans.plan(family.plan).goals[0]
    for what in ("fietsen", "tas pakken"):
        workspace.goals.add_action(ActionView("", goal.id, "", what=what))
    field.refresh()
    assert [b.accessibleName() for b in row.made_buttons()] == ["Doel 1: Elif · concept · a, b. Openen"]


def test_another_person_gets_a_card_of_his_own(
    field: MatrixField, workspace: Workspace, family: Family
) -> None:
    field.goals.who.set_value((family.elif_,))
    row = field.goals.row("GEZ-1")
    row.box.click()
    field.goals.who.set_value((family.emre,))
    field.goals.show_goals()
    again = row.made_buttons()[-1]
    assert again.accessibleName() == "Ook voor Emre"
    row.tick_requested.emit("GEZ-1")
    assert [g.for_whom for g in workspace.plans.plan(family.plan).goals] == [(family.elif_,), (family.emre,)]


def test_taking_a_tick_away_asks_what_was_meant(
    field: MatrixField, workspace: Workspace, family: Family
) -> None:
    field.goals.who.set_value((family.elif_,))
    row = field.goals.row("DAG-1")
    row.box.click()
    row.box.click()
    dialog = field.goals.dialog
    assert isinstance(dialog, UntickDialog)
    assert row.box.isChecked()
    assert dialog.stop_box.isHidden()  # nobody agreed to a concept, so there is nothing to stop
    dialog.accept()
    assert len(workspace.plans.plan(family.plan).goals) == 1
    dialog.mistake_box.click()
    dialog.accept()
    assert workspace.plans.plan(family.plan).goals == ()
    assert not row.box.isChecked()


def test_the_search_answers_with_names_and_opens_the_areas(field: MatrixField, family: Family) -> None:
    field.goals.who.set_value((family.elif_,))
    field.goals.search.setText("elif slaapt")
    shown = [row.ready.code for area in field.goals.areas for row in area.rows if row.isVisible()]
    assert shown == ["GEZ-1"]
    field.goals.search.setText("")
    assert all(area.isVisible() for area in field.goals.areas)


def test_an_own_goal_opens_in_its_own_window(
    field: MatrixField, workspace: Workspace, family: Family
) -> None:
    field.goals.areas[0].set_open(opened=True)
    field.goals.areas[0].own.click()
    assert field.dialog is not None
    card = field.dialog.list.cards[0]
    assert card.body is not None
    card.body.texts.sentence.edit.setPlainText("Wij eten samen.")
    field.dialog.accept()
    view = workspace.plans.plan(family.plan).goals[0]
    assert (view.sentence, view.area, view.matrix_code) == ("Wij eten samen.", "VEI", "EIG-1")
