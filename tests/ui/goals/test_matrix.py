"""The matrix on a real vault: from a tick to letters in a cell, with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family

from planbureau.services.api import Workspace
from planbureau.ui.goals.matrix_content import OTHER, WHOLE
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit, OpenMatrix, PrintPlan
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.views import ActionView, GoalView, PersonView


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext) -> MatrixPage:
    made = MatrixPage(page_context)
    qtbot.addWidget(made)
    page_context.workspace.subscribe(made.refresh)
    made.resize(1160, 728)
    made.show()
    qtbot.waitExposed(made)
    return made


def words(page: MatrixPage, row: str, column: str) -> list[str]:
    cell = page.overview.grid.content().cells.get(MatrixPlace(row, column))
    return [line.text for line in cell.lines] if cell else []


def test_a_tick_stands_in_the_cell_of_each_person_with_its_letters(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    goal, _ = workspace.goals.tick(family.plan, "GLD-1", [family.fatima, family.emre])
    for what in ("potje maken", "cursus volgen", "post sorteren"):
        workspace.goals.add_action(ActionView("", goal, "", what=what))
    page.show_place(OpenMatrix(plan_id=family.plan))
    assert words(page, "GLD", family.fatima) == ["Concept a, b, c"]
    assert words(page, "GLD", family.emre) == ["Concept a, b, c"]
    assert words(page, "GLD", family.elif_) == []
    workspace.goals.cancel_action(workspace.goals.goal(goal).actions[1])
    assert words(page, "GLD", family.emre) == ["Concept a, c"]


def test_a_goal_for_all_stands_once_and_counts(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    everyone = [family.fatima, family.emre, family.elif_]
    for code in ("VEI-2", "VEI-4"):
        goal, _ = workspace.goals.tick(family.plan, code, everyone)
        workspace.goals.add_action(ActionView("", goal, "", what="iets"))
    page.show_place(OpenMatrix(plan_id=family.plan))
    assert words(page, "VEI", WHOLE) == ["Concept · 2 1a, 2a"]
    assert words(page, "VEI", family.fatima) == []


def test_ten_areas_and_the_family_from_old_to_young(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.overview.filters.plan.set_value(family.plan)
    content = page.overview.grid.content()
    assert [row.id for row in content.rows] == [a.code for a in workspace.goals.library().areas]
    assert [c.label for c in content.columns] == [
        "Hele gezin",
        "Emre (vader)",
        "Fatima (moeder)",
        "Elif (11)",
    ]


def test_a_clients_plan_has_its_life_domains_and_the_client(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif kookt."))
    page.show_place(OpenMatrix(plan_id=family.osp))
    content = page.overview.grid.content()
    assert [c.id for c in content.columns] == [family.elif_]
    assert content.rows[-1].id == OTHER
    assert len(content.rows) == 9
    assert words(page, OTHER, family.elif_) == ["Concept"]


def test_keyboard_only_from_cell_to_sentence_and_back(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    goal, _ = workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    page.show_place(OpenMatrix(plan_id=family.plan))
    grid = page.overview.grid
    grid.set_current(MatrixPlace("OPV", family.fatima))
    grid.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
    assert grid.current_place() == MatrixPlace("VEI", family.elif_)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_B, Qt.Key.Key_F2):
        QTest.keyClick(grid, key)
    assert workspace.goals.goal(goal).status == "concept"
    QTest.keyClick(grid, Qt.Key.Key_Return)
    card = page.panel.list.cards[0]
    assert card.is_open
    assert card.toggle.hasFocus()
    QTest.keyClick(card.toggle, Qt.Key.Key_Tab)
    assert card.body is not None
    edit = card.body.texts.sentence.edit
    assert edit.hasFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Elif slaapt rustig.")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert workspace.goals.goal(goal).sentence == "Elif slaapt rustig."
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert grid.hasFocus()
    assert grid.current_place() == MatrixPlace("VEI", family.elif_)


def test_an_empty_cell_offers_a_goal_for_that_person(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.overview.filters.plan.set_value(family.plan)
    page.open_cell(MatrixPlace("WON", family.fatima))
    page.panel.own.click()
    goal = workspace.goals.goals_of(family.household)[0]
    assert (goal.area, goal.for_whom, goal.matrix_code) == ("WON", (family.fatima,), "EIG-1")
    body = page.panel.list.cards[0].body
    assert body is not None
    assert body.texts.sentence.edit.hasFocus()


def test_filters_by_status_and_by_doer(page: MatrixPage, workspace: Workspace, family: Family) -> None:
    one, _ = workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    workspace.goals.tick(family.plan, "DAG-1", [family.elif_])
    workspace.goals.add_action(ActionView("", one, "", what="bellen", responsible_function="avonddienst"))
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.overview.filters.doer.set_value("avonddienst")
    assert words(page, "VEI", family.elif_) == ["Concept a"]
    assert words(page, "DAG", family.elif_) == []
    page.overview.filters.doer.set_value("")
    assert words(page, "DAG", family.elif_) == ["Concept"]


def test_who_does_what_is_sorted_by_date_and_opens_the_action(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    goal, _ = workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    action = ActionView("", goal, "", what="later", responsible_person=family.opa, doer_kind="network")
    day = workspace.calendar.today()
    workspace.goals.add_action(replace(action, done_by=day.replace(month=9)))
    workspace.goals.add_action(replace(action, what="eerst", done_by=day.replace(month=4)))
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.overview.show_view("wie")
    rows = page.overview.doers.model.rows
    assert rows[0].name == "Hasan Yıldız"  # type: ignore[union-attr]
    assert [row.what for row in rows[1:]] == ["eerst", "later"]  # type: ignore[union-attr]
    view = page.overview.doers.view
    view.setCurrentIndex(page.overview.doers.model.index(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    body = page.panel.list.cards[0].body
    assert body is not None
    assert [row.is_open for row in body.acts.rows] == [False, True]


def test_without_a_subject_somebody_is_chosen_first(qtbot: QtBot, page: MatrixPage, family: Family) -> None:
    page.show_place(OpenMatrix())
    assert page.first_focus() is page.chooser.search
    page.chooser.search.setText("gezin")
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(page.chooser.search, Qt.Key.Key_Return)
    assert asked.args == [OpenMatrix(subject_id=family.household)]


def test_a_home_visit_shows_no_one_else(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family
) -> None:
    other, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Geheim"))
    visit = replace(page_context, visit=HomeVisit(household_id=family.household))
    page = MatrixPage(visit)
    qtbot.addWidget(page)
    for place in (OpenMatrix(), OpenMatrix(subject_id=other), OpenMatrix(subject_id=family.household)):
        page.show_place(place)
        assert page.overview.isVisibleTo(page)
        assert page.other.isHidden()
        columns = [head.label for head in page.overview.grid.content().columns]
        assert "Fatima (moeder)" in columns
        assert not any("Noor" in label for label in columns)
    assert page.chooser.list.model().rowCount() == 0


def test_printing_asks_for_the_matrix_of_the_plan_that_shows(
    qtbot: QtBot, page: MatrixPage, family: Family
) -> None:
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.overview.filters.plan.set_value(family.plan)
    with qtbot.waitSignal(page.place_requested) as asked:
        page.print.click()
    assert asked.args == [PrintPlan(family.plan, edition="matrix")]
