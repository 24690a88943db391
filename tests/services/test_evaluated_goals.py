"""What the last finished evaluation said about each goal of a plan: read in one go for a list of goals."""

from __future__ import annotations

from datetime import date

import pytest
from tests.services.test_evaluation_report import SAID, TALK, workspace, write
from tests.services.test_report_again import BUS, COOK, SING, Desk
from tests.vault_room import DAY

from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex

__all__ = ["workspace"]


@pytest.fixture
def desk(workspace: Workspace) -> Desk:
    return Desk(workspace)


def said(desk: Desk) -> dict[str, tuple[str, date | None, tuple[str, ...]]]:
    """By sentence: how it went, on which day, who thought otherwise."""
    found = desk.workspace.annexes.evaluated([desk.plan_id])
    return {
        words: (found[goal].said.outcome, found[goal].on, found[goal].said.differs)
        for words, goal in desk.goals.items()
        if goal in found
    }


def test_only_a_finished_evaluation_counts_and_the_latest_day_wins(desk: Desk) -> None:
    assert said(desk)[SING] == ("reached", TALK, ())
    later, _ = desk.workspace.annexes.start(desk.plan_id, "evaluatieverslag")
    write(desk.workspace, later, {**SAID, "datum": DAY.isoformat()})
    differing = {"outcome": "partly", "how_seen": "Soms.", "decision": "continue", "differs": ["family"]}
    write(desk.workspace, later, {f"uitkomsten/{desk.goals[COOK]}": differing})
    assert said(desk)[COOK] == ("", TALK, ()), "a report that is being written says nothing yet"
    write(
        desk.workspace, later,
        {f"uitkomsten/{desk.goals[SING]}": {"outcome": "reached", "how_seen": "Ja.", "decision": "keep"}},
    )  # fmt: skip
    desk.workspace.annexes.finish(FinishAnnex(later, DAY))
    assert said(desk)[COOK] == ("partly", DAY, ("family",))
    assert said(desk)[BUS] == ("not_reached", TALK, ()), "the goal that stopped was not looked at again"


def test_a_report_that_is_being_corrected_says_what_it_said_until_it_is_finished(desk: Desk) -> None:
    desk.workspace.annexes.reopen(desk.report)
    desk.decide(SING, differs=["client"])
    assert said(desk)[SING] == ("reached", TALK, ())
    desk.finish("Noor zei later dat zij het anders zag.")
    assert said(desk)[SING] == ("reached", TALK, ("client",))


def test_a_plan_without_evaluations_has_nothing_to_tell(workspace: Workspace) -> None:
    assert workspace.annexes.evaluated([]) == {}
