"""The matrix on a real vault: from a tick to letters in a cell, with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.pdf_checks import assert_pdf_ua
from tests.ui.goals.families import Family
from tests.ui.walker import walk

from planbureau.documents.preview import open_preview
from planbureau.services.api import Workspace
from planbureau.ui.goals.matrix_content import OTHER, WHOLE
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import HomeVisit, OpenMatrix, PrintPlan
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.ui.widgets.tab_order import in_order, stops_in
from planbureau.views import ActionView, GoalView, LookView, PersonView


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
    page.print.click()
    menu = page.printing.menu
    assert menu is not None
    with qtbot.waitSignal(page.place_requested) as asked:
        next(one for one in menu.actions() if one.text().startswith("Matrix van Gezinsplan")).trigger()
    assert asked.args == [PrintPlan(family.plan, edition="matrix")]


def test_the_matrix_over_all_plans_is_printed_as_it_stands(
    workspace: Workspace, page: MatrixPage, family: Family
) -> None:
    mine, _ = workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif leest.", status="active"))
    workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    page.show_place(OpenMatrix(subject_id=family.client))
    page.print.click()
    menu = page.printing.menu
    assert menu is not None
    menu.actions()[0].trigger()
    panel = page.printing.panel
    assert panel is not None
    assert panel.document is not None
    with open_preview(panel.document.pdf) as preview:
        words = " ".join(preview.text().split())
    for expected in ("Elif leest.", "2 doelen: 1", "A is", "Alle plannen", "zich veilig"):
        assert expected in words
    assert_pdf_ua(panel.document.pdf)
    panel.what.set_value("time")
    panel.what.value_changed.emit()
    assert panel.document is not None
    with open_preview(panel.document.pdf) as preview:
        assert "nog geen kijkmomenten" in preview.text()
    panel.back_button.click()
    assert page.printing.panel is None
    menu.actions()[0].trigger()
    assert page.printing.panel is not None
    QTest.keyClick(page.printing.panel.what, Qt.Key.Key_Escape)
    assert page.printing.panel is None
    page.overview.filters.status.set_value("bezig")
    page.print.click()
    assert page.printing.menu is not None
    page.printing.menu.actions()[0].trigger()
    panel = page.printing.panel
    assert panel is not None
    assert panel.document is not None
    with open_preview(panel.document.pdf) as preview:
        words = preview.text()
    assert "status bezig" in words
    assert "zich veilig" not in words
    assert mine


def test_the_sheet_of_one_is_made_for_that_one(
    workspace: Workspace, page: MatrixPage, family: Family
) -> None:
    goal, _ = workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif leest.", status="active"))
    for who, what in ((family.elif_, "Elif leest voor"), (family.emre, "Emre koopt een boek")):
        workspace.goals.add_action(ActionView("", goal, "", what=what, responsible_person=who))
    page.show_place(OpenMatrix(subject_id=family.client))
    page.print.click()
    menu = page.printing.menu
    assert menu is not None
    next(one for one in menu.actions() if one.text() == "Wie doet wat").trigger()
    panel = page.printing.panel
    assert panel is not None
    assert panel.doer.isVisibleTo(panel)
    assert not panel.paper.isVisibleTo(panel)
    panel.doer.set_value(family.emre)
    assert panel.readers.checked() == {family.emre}  # what is not for him stays out of his sheet
    assert panel.document is not None
    with open_preview(panel.document.pdf) as preview:
        words = preview.text()
    assert "Emre koopt een boek" in words
    assert "Elif leest voor" not in words
    assert walk(panel) == []


def test_heads_and_signs_say_how_many(workspace: Workspace, page: MatrixPage, family: Family) -> None:
    workspace.goals.tick(family.plan, "VEI-1", [family.elif_, family.emre])
    workspace.goals.tick(family.plan, "VEI-3", [family.elif_])
    page.show_place(OpenMatrix(plan_id=family.plan))
    content = page.overview.grid.content()
    assert {head.label: head.count for head in content.rows if head.count} == {"Veiligheid": 2}
    assert {head.id: head.count for head in content.columns if head.count} == {
        family.elif_: 2,
        family.emre: 1,
    }
    shown = [label.text() for label in page.overview.legend.findChildren(TextLabel)]
    assert shown == ["Concept 2"]


def test_all_goals_of_a_client_stand_below_each_other_in_time(
    qtbot: QtBot, workspace: Workspace, page: MatrixPage, family: Family
) -> None:
    first, _ = workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif leest."))
    second, _ = workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif rent."))
    workspace.looks.add(LookView("", first, date(2026, 1, 5), change="yes"))
    workspace.looks.add(LookView("", second, date(2026, 3, 5), mark=2, mark_of=3))
    page.show_place(OpenMatrix(plan_id=family.osp))
    page.overview.show_view("tijd")
    pictures = page.overview.time.pictures
    assert [one.picture.goal_id for one in pictures] == [first, second]
    assert [mark.at for one in pictures for strip in one.picture.strips for mark in strip.marks] == [0.0, 1.0]
    assert "gaat wel" in pictures[1].accessibleDescription()
    assert walk(page) == []
    buttons = page.overview.time.findChildren(QPushButton)
    next(
        one for one in buttons if "Doel 1" in one.accessibleName() and "openen" in one.accessibleName()
    ).click()
    assert page.panel.isVisibleTo(page)


def test_tab_follows_the_card_of_a_new_goal_from_top_to_bottom(page: MatrixPage, family: Family) -> None:
    page.show_place(OpenMatrix(plan_id=family.plan))
    page.open_cell(MatrixPlace("GEZ", family.elif_))
    page.panel.own.click()
    QApplication.processEvents()
    card = page.panel.list.cards[0]
    wanted = [stop for stop in stops_in(card) if stop.isVisible()]
    assert in_order(card)
    QTest.keyClicks(card.body.texts.sentence.edit, "Elif slaapt elke nacht in haar bed.")  # type: ignore[union-attr]
    QTest.keyClick(card.body.texts.sentence.edit, Qt.Key.Key_Tab)  # type: ignore[union-attr]
    QApplication.processEvents()
    now = [stop for stop in stops_in(card) if stop.isVisible()]
    assert len(now) > len(wanted), "pictograms were offered for the words"
    assert in_order(card)


def test_over_all_plans_the_plan_of_the_family_itself_comes_first(page: MatrixPage, family: Family) -> None:
    page.show_place(OpenMatrix(subject_id=family.household))
    rows = [row.id for row in page.overview.grid.content().rows]
    assert rows.index("VEI") < rows.index("lichaam")
    page.show_place(OpenMatrix(subject_id=family.client))
    rows = [row.id for row in page.overview.grid.content().rows]
    assert rows[0] == "lichaam"


def test_areas_of_two_plans_with_one_title_are_one_row(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    own, _ = workspace.plans.start_plan("hvp", family.client)
    workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    page.show_place(OpenMatrix(subject_id=family.client))
    rows = page.overview.grid.content().rows
    assert len({head.label for head in rows}) == len(rows)
    row = next(head.id for head in rows if head.label == "Veiligheid")
    assert words(page, row, family.elif_) == ["Concept"]
    page.overview.grid.cell_opened.emit(MatrixPlace(row, family.elif_))
    page._make_own(workspace.plans.plan(own))
    page._make_own(workspace.plans.plan(family.plan))
    assert {goal.area for plan in (own, family.plan) for goal in workspace.plans.plan(plan).goals} == {
        "veiligheid",
        "VEI",
    }
    assert words(page, row, family.elif_) == ["Concept · 3"]


def test_a_goal_that_ended_asks_no_action_and_counts_none_until_it_is_kept_up(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    goal = GoalView("", family.plan, 0, sentence="Fatima doet de post.", status="active")
    goal_id, _ = workspace.goals.add_goal(goal)
    act = ActionView("", goal_id, "", what="Wim komt", responsible_person=family.worker)
    workspace.goals.add_action(replace(act, doer_kind="professional"))
    doers = page.overview.doers

    def told() -> tuple[str, bool]:
        page.show_place(OpenMatrix(plan_id=family.plan))
        scope = page._scope
        assert scope is not None
        doers.set_goals(scope.goals, scope)
        return doers._shares.text(), doers._hint.isHidden()

    assert told() == ("Open acties: professional 1 (100 %).", False)
    workspace.goals.move_goal(goal_id, "reached")
    assert told() == ("Er zijn nog geen open acties.", True)
    workspace.goals.move_goal(goal_id, "kept")
    assert told() == ("Open acties: professional 1 (100 %).", False)
    for status in ("active", "stopped"):
        workspace.goals.move_goal(goal_id, status, "Fatima doet het zelf.")
    assert told() == ("Er zijn nog geen open acties.", True)
