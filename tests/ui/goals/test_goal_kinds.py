"""A goal that has no end is told in the words of its kind, and in the same ones on every screen and print."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.services.test_file_checks import text_of
from tests.ui.goals.families import Family, adopt_once
from tests.ui.goals.test_cards import body_of, make_field
from tests.ui.goals.test_matrix import page

from planbureau.rules.dutch import sentence
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of
from planbureau.services.api import Edition, GoalsPrint, GoalsShape, PrintRequest, Workspace
from planbureau.ui.goals.field import GoalsField
from planbureau.ui.goals.matrix_page import MatrixPage
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenMatrix
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.widgets.matrix_model import MatrixPlace
from planbureau.ui.wizard.fields.outcome_editor import OutcomeEditor
from planbureau.views import GoalView

__all__ = ["page"]

CASES = tomllib.loads(
    (Path(__file__).parents[2] / "cases/goals/words.toml").read_text(encoding="utf-8")
)["kind"]  # fmt: skip
ENDS = ("reached", "partly", "not_reached", "kept")


def offered(page: MatrixPage) -> list[str]:
    """The statuses that the filter offers."""
    box = page.overview.filters.status
    return [box.itemText(row) for row in range(1, box.count())]


def make(workspace: Workspace, family: Family, kind: str, status: str = "active") -> str:
    made, _ = workspace.goals.add_goal(
        GoalView(
            "", family.plan, 0, sentence=f"Elif doet {kind}.", kind=kind, status=status, area="VEI",
            for_whom=(family.elif_,), look_date=None,
        )
    )  # fmt: skip
    return made


def button_to(field: GoalsField, status: str) -> QPushButton:
    button = body_of(field).status.buttons()[status]
    assert isinstance(button, QPushButton)
    return button


def label(field: GoalsField, status: str) -> str:
    return button_to(field, status).text().strip()


@pytest.mark.parametrize("status", ENDS)
def test_the_matrix_its_legend_its_filter_and_its_print_say_the_same(
    page: MatrixPage, workspace: Workspace, family: Family, status: str
) -> None:
    goals = {case["kind"]: make(workspace, family, case["kind"], status) for case in CASES}
    wanted = list(dict.fromkeys(sentence(case[status]) for case in CASES))
    page.show_place(OpenMatrix(plan_id=family.plan))
    cell = page.overview.grid.content().cells[MatrixPlace("VEI", family.elif_)]
    assert [line.word for line in cell.lines] == wanted
    told = [label.text().rsplit(" ", 1) for label in page.overview.legend.findChildren(TextLabel)]
    assert [word for word, _ in told] == wanted
    assert sum(int(number) for _, number in told) == len(CASES)
    assert offered(page) == wanted
    page.overview.filters.status.set_value(CASES[-1][status])
    (line,) = page.overview.grid.content().cells[MatrixPlace("VEI", family.elif_)].lines
    assert (line.word, line.count) == (wanted[-1], 1)
    request = GoalsPrint(family.household, (family.plan,), tuple(goals.values()), GoalsShape.MATRIX)
    paper = text_of(workspace.prints.render_goals(request).pdf)
    for case in CASES:
        assert case[status] in " ".join(paper.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_the_card_its_buttons_the_plan_and_the_thread_say_the_same(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, case: dict[str, Any]
) -> None:
    goal = make(workspace, family, case["kind"])
    adopt_once(workspace, family.plan)
    field = make_field(qtbot, page_context, family.plan)
    field.open_goal(goal)
    body = body_of(field)
    assert [label(field, to) for to in ENDS[:3]] == [sentence(case[to]) for to in ENDS[:3]]
    button_to(field, "reached").click()
    dialog = body.status.dialog
    assert dialog is not None
    assert dialog.day_field.line.accessibleName() == case["seen_on"]
    dialog.accept()
    card = field.list.card(goal)
    assert card is not None
    assert card.badge.text() == body.status.badge.text() == case["reached"]
    assert body.reached.line.accessibleName() == case["seen_on"]
    assert label(field, "kept") == sentence(case["kept"])
    thread = workspace.file_check.thread(family.plan, goal)
    lines = {line for part in thread.parts for entry in part.entries for line in entry.lines}
    assert f"Status: {case['reached']}" in lines
    assert f"{case['seen_on']}: 16 maart 2026" in lines
    for edition, word in (
        (Edition.PROFESSIONAL, case["reached"]),
        (Edition.EASY, f"Doel 1: {case['easy_head']}"),
    ):
        paper = text_of(workspace.prints.render(PrintRequest(family.plan, edition)).pdf)
        assert word in " ".join(paper.split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["kind"])
def test_an_evaluation_asks_it_in_the_words_of_the_kind(
    qtbot: QtBot, context: ThemeContext, page_context: PageContext, case: dict[str, Any]
) -> None:
    editor = OutcomeEditor(context, page_context.clock, "Doel 1", kind=kind_of(case["kind"]))
    qtbot.addWidget(editor)
    chips = [editor._outcome.chip(one) for one in ENDS[:3]]
    assert [chip.text().strip() for chip in chips if chip] == [sentence(case[one]) for one in ENDS[:3]]


def test_a_plan_without_consent_is_called_the_same_in_cell_legend_and_filter(
    page: MatrixPage, workspace: Workspace, family: Family
) -> None:
    make(workspace, family, "reach", GoalStatus.AGREED.value)
    adopt_once(workspace, family.plan, without_consent=True)
    page.show_place(OpenMatrix(plan_id=family.plan))
    cell = page.overview.grid.content().cells[MatrixPlace("VEI", family.elif_)]
    assert [line.word for line in cell.lines] == ["Vastgesteld"]
    assert [label.text() for label in page.overview.legend.findChildren(TextLabel)] == ["Vastgesteld 1"]
    assert offered(page) == ["Vastgesteld"]
    page.overview.filters.status.set_value("vastgesteld")
    assert page.overview.grid.content().cells
