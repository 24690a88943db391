"""Every screen about goals, in three sizes and three looks, without a finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.goals.field import GoalsField, MatrixField
from planbureau.ui.goals.library_dialog import LibraryDialog
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenMatrix
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.views import ActionView

WIDE, MIDDLE, NARROW = (1160, 728), (950, 574), (620, 344)
"""What is left for a page in windows of 1366x768, 1093x614 and 683x384."""

LOOKS = [
    (WIDE, Look.LIGHT, TextSize.NORMAL),
    (MIDDLE, Look.DARK, TextSize.LARGEST),
    (NARROW, Look.CONTRAST, TextSize.LARGE),
]


@pytest.fixture
def goal(workspace: Workspace, family: Family) -> str:
    made, _ = workspace.goals.tick(family.plan, "VEI-1", [family.fatima, family.elif_])
    workspace.goals.tick(family.plan, "DAG-1", [family.elif_])
    action = ActionView("", made, "", what="Elke avond samen lezen op de bank")
    workspace.goals.add_action(replace(action, responsible_person=family.fatima, doer_kind="family"))
    workspace.goals.add_action(replace(action, what="", responsible_function="avonddienst"))
    workspace.goals.cancel_action(workspace.goals.goal(made).actions[1])
    return made


def shown(qtbot: QtBot, widget: QWidget, size: tuple[int, int]) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize(("size", "look", "text"), LOOKS)
def test_the_page(
    qtbot: QtBot,
    theme: Theme,
    page_context: PageContext,
    family: Family,
    goal: str,
    size: tuple[int, int],
    look: Look,
    text: TextSize,
) -> None:
    theme.apply(look, text)
    page = MatrixPage(page_context)
    shown(qtbot, page, size)
    found = []
    for part, act in _steps(page, family, goal).items():
        act()
        qtbot.wait(1)
        found += [(part, finding) for finding in walk(page)]
    assert found == []


def _steps(page: MatrixPage, family: Family, goal: str) -> dict[str, Callable[[], object]]:
    goals = page.context.workspace.goals

    def goz() -> None:
        goals.save_goal(goals.goal(goal), replace(goals.goal(goal), form="goz"))
        page.reload()

    def action() -> None:
        body = page.panel.list.cards[0].body
        assert body is not None
        body.acts.rows[0].set_open(opened=True)

    return {
        "kiezen": lambda: page.show_place(OpenMatrix()),
        "matrix": lambda: page.show_place(OpenMatrix(plan_id=family.plan)),
        "wie doet wat": lambda: page.overview.show_view("wie"),
        "doel": lambda: page.open_goal(goal),
        "actie": action,
        "goz": goz,
        "leeg": lambda: page.open_cell(MatrixPlace("WON", family.emre)),
    }


@pytest.mark.parametrize(("size", "look", "text"), LOOKS)
def test_the_fields_and_the_library(
    qtbot: QtBot,
    theme: Theme,
    page_context: PageContext,
    family: Family,
    goal: str,
    size: tuple[int, int],
    look: Look,
    text: TextSize,
) -> None:
    theme.apply(look, text)
    form = page_context.workspace.plans.plan(family.plan).format
    goals = GoalsField(page_context, family.plan, form.question("doelen"))
    goals.open_goal(goal)
    matrix = MatrixField(page_context, family.plan, form.question("doelenmatrix"))
    matrix.goals.areas[0].set_open(opened=True)
    library = LibraryDialog(page_context, family.plan, area="VEI")
    found = []
    for widget, height in ((goals, 2600), (matrix, 2000), (library, size[1])):
        shown(qtbot, widget, (size[0], height))
        qtbot.wait(1)
        found += [(type(widget).__name__, finding) for finding in walk(widget)]
        widget.hide()
    assert found == []
