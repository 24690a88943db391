"""Who thought otherwise in the last finished evaluation stands on the card of the goal (rules D4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from pytestqt.qtbot import QtBot
from tests.services.test_evaluation_report import SAID, write
from tests.ui.goals.families import Family
from tests.ui.goals.test_cards import make_field
from tests.vault_room import DAY

from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.ui.goals.cell_panel import CellPanel
from planbureau.ui.goals.scope import scope_of_plan
from planbureau.ui.page import PageContext
from planbureau.views import EvaluatedGoal, GoalView

HOW = {"outcome": "partly", "how_seen": "Twee van de drie keer.", "decision": "continue"}


def evaluated(workspace: Workspace, plan_id: str, **said: object) -> tuple[str, str]:
    """Two goals of Elif, of which the first was looked back on; the second never was."""
    child = next(p for p in workspace.plans.plan(plan_id).people.values() if p.given_name == "Elif")
    first, second = (
        workspace.goals.add_goal(
            GoalView("", plan_id, 0, sentence=f"Elif {words}.", status="active", for_whom=(child.id,))
        )[0]
        for words in ("slaapt elke nacht", "gaat elke dag naar school")
    )
    report, _ = workspace.annexes.start(plan_id, "evaluatieverslag")
    write(workspace, report, {**SAID, "datum": "2026-03-02"})
    for goal in (first, second):
        write(workspace, report, {f"uitkomsten/{goal}": {**HOW, **(said if goal == first else {})}})
    workspace.annexes.finish(FinishAnnex(report, DAY))
    return first, second


@pytest.mark.parametrize("plan", ["plan", "osp"])
def test_the_card_says_who_thought_otherwise_with_icon_word_and_colour(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, plan: str
) -> None:
    plan_id = getattr(family, plan)
    first, second = evaluated(
        workspace, plan_id, differs=["client", "family"], client="Ik slaap nog slecht.", family="Valt mee."
    )
    field = make_field(qtbot, page_context, plan_id)
    card, other = field.list.card(first), field.list.card(second)
    assert card is not None
    assert other is not None
    words = "Elif en de familie denken er anders over"
    assert (card.differs.text(), card.differs.property("badge")) == (words, "warn")
    assert card.differs._icon.isVisible()
    assert words in card.toggle.accessibleName()
    assert not other.differs.isVisible()
    assert "anders over" not in other.toggle.accessibleName()
    assert card._thinks.text() == "Evaluatie van 2 maart 2026"
    field.open_goal(first)
    assert card.differs.isVisible()
    assert card._thinks.text().splitlines()[1:] == ["Elif: Ik slaap nog slecht.", "De familie: Valt mee."]


def test_a_list_of_goals_asks_the_vault_once(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    goals = [workspace.goals.add_goal(GoalView("", family.plan, 0))[0] for _ in range(4)]
    asked: list[tuple[str, ...]] = []
    real = workspace.annexes.evaluated

    def counted(plan_ids: Iterable[str]) -> Mapping[str, EvaluatedGoal]:
        asked.append(tuple(plan_ids))
        return real(plan_ids)

    monkeypatch.setattr(workspace.annexes, "evaluated", counted)
    panel = CellPanel(page_context)
    qtbot.addWidget(panel)
    scope = scope_of_plan(page_context, family.plan)
    panel.show_goals("Overig", scope, scope.goals)
    assert len(panel.list.cards) == len(goals)
    assert asked == [(family.plan,)]
