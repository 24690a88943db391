"""At an evaluation each goal has its notes beside it, from the evaluation before: nothing is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace
from tests.vault_room import VaultRoom

from planbureau.rules.notes.text import TextPart, said_text
from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.ui.page import PageContext
from planbureau.ui.wizard.desk import Desk, Pace
from planbureau.ui.wizard.fields.evaluation_notes import EvaluationNotes, NotesFold
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.views import ActionView, GoalView, NoteTopic, NoteView, PersonView, ScaleView

__all__ = ["page_context", "room", "workspace"]

SAID = {
    "soort": "gepland",
    "datum": "2026-03-12",
    "aanwezig": [{"function": "persoonlijk begeleider"}],
    "client_vindt": "Het gaat goed.",
    "risicos_bekeken": "zelfde",
    "akkoord_client": "ja",
    "volgende_datum": "2026-08-01",
}
DECIDED = {"outcome": "partly", "how_seen": "Het gaat.", "decision": "continue", "new_date": "2026-09-01"}


@pytest.fixture
def told(room: VaultRoom, workspace: Workspace) -> tuple[str, str, str]:
    """A plan with two goals, and notes about one of them before and after its evaluation."""
    person = PersonView(given_name="Noor", family_name="Bos", birth_date=date(1990, 5, 1))
    client, _ = workspace.clients.add_client(person)
    plan, _ = workspace.plans.start_plan("osp", client)
    workspace.plans.save_frame(workspace.plans.plan(plan), ["wlz"], [], {})
    cook, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor kookt.", status="active"))
    sing, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor zingt.", status="active"))
    action, _ = workspace.goals.add_action(ActionView("", cook, "", what="Boodschappen"))

    def write(words: str, kind: str, about: str, days: int, replaces: str = "") -> str:
        now = room.clock.now()
        note = NoteView(
            "", client, "", now - timedelta(days=days), now,
            text=(TextPart(words),), about=(NoteTopic(kind, about),), replaces=replaces,
        )  # fmt: skip
        return workspace.notes.add(note)[0]

    first, _ = workspace.annexes.start(plan, "evaluatieverslag")
    for key, value in SAID.items():
        workspace.plans.save_answer(first, key, value, ())
    for goal in (cook, sing):
        workspace.plans.save_answer(first, f"uitkomsten/{goal}", DECIDED, ())
    workspace.annexes.finish(FinishAnnex(first, room.clock.today()))
    write("lang geleden", "goal", cook, 40)
    room.clock.moment += timedelta(days=20)
    write("bij het doel", "goal", cook, 2)
    wrong = write("verkeerd", "action", action, 1)
    write("bij de actie", "action", action, 1, wrong)
    again, _ = workspace.annexes.start(plan, "evaluatieverslag")
    return again, cook, sing


def test_only_what_came_after_the_last_evaluation_and_is_about_the_goal(
    page_context: PageContext, told: tuple[str, str, str]
) -> None:
    again, cook, sing = told
    desk = Desk(page_context, again, Pace())
    goals = {goal.id: goal for goal in desk.plan.goals}
    found = EvaluationNotes.read(desk)
    assert [said_text(note.text) for note in found.about(goals[cook])] == ["bij de actie", "bij het doel"]
    assert found.about(goals[sing]) == ()
    assert not found.elsewhere


def test_notes_are_folded_beside_their_goal_until_somebody_opens_them(
    qtbot: QtBot, page_context: PageContext, told: tuple[str, str, str]
) -> None:
    again, cook, sing = told
    desk = Desk(page_context, again, Pace())
    organisation = page_context.workspace.organisation
    before = organisation.organisation()
    organisation.save(before, replace(before, reports_elsewhere=True))
    question = next(q for s in desk.format.sections for q in s.questions if q.id == "uitkomsten")
    field = GoalOutcomesField(desk, question)
    qtbot.addWidget(field)
    field.show()
    fold = field.cards[cook].notes
    assert isinstance(fold, NotesFold)
    assert field.cards[sing].notes is None
    assert not fold.panel.isVisible()
    fold.button.click()
    assert fold.panel.isVisible()
    assert "uitgeklapt" in fold.button.accessibleName()
    assert fold.button.text().strip() == "Rapportages sinds de vorige evaluatie (2)"


def test_without_an_earlier_evaluation_nobody_speaks_of_it(
    qtbot: QtBot, page_context: PageContext, room: VaultRoom
) -> None:
    workspace = page_context.workspace
    client, _ = workspace.clients.add_client(PersonView(given_name="Noor"))
    plan, _ = workspace.plans.start_plan("osp", client)
    goal, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor kookt.", status="active"))
    now = room.clock.now()
    note = NoteView("", client, "", now, now, text=(TextPart("Gelukt."),), about=(NoteTopic("goal", goal),))
    workspace.notes.add(note)
    report, _ = workspace.annexes.start(plan, "evaluatieverslag")
    desk = Desk(page_context, report, Pace())
    field = GoalOutcomesField(desk, desk.format.question("uitkomsten"))
    qtbot.addWidget(field)
    fold = field.cards[goal].notes
    assert fold is not None
    assert fold.button.text().strip() == "Rapportages tot nu toe (1)"


def test_a_score_is_asked_in_the_words_of_the_scale_of_the_goal(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, told: tuple[str, str, str]
) -> None:
    report, cook, sing = told
    steps = {"start": "nooit", "better": "1 keer", "reached": "2 keer", "more": "3 keer", "most": "elke dag"}
    workspace.looks.add_scale(ScaleView("", cook, variable="koken per week", **steps))  # type: ignore[arg-type]
    desk = Desk(page_context, report, Pace())
    field = GoalOutcomesField(desk, desk.format.question("uitkomsten"))
    qtbot.addWidget(field)
    editor = field.cards[cook].editor
    assert not editor._score.isHidden()
    editor._score.set_value("-1")
    assert editor._score.currentText() == "-1: 1 keer"
    editor._score.value_changed.emit()
    assert editor.outcome().outcome == "partly"
    assert not field.cards[sing].editor._cells["score"][0].isVisibleTo(field)
    assert field.cards[cook].editor._cells["score"][0].isVisibleTo(field)
    assert desk.autosave.flush(), "else its timer goes off when the field is gone"


@pytest.mark.parametrize(("outcome", "tone"), [("reached", "ok"), ("partly", "warn"), ("not_reached", "err")])
def test_an_outcome_has_the_colour_that_it_has_in_the_matrix(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, told: tuple[str, str, str],
    outcome: str, tone: str,
) -> None:  # fmt: skip
    report, cook, _ = told
    workspace.plans.save_answer(report, f"uitkomsten/{cook}", {**DECIDED, "outcome": outcome}, ())
    desk = Desk(page_context, report, Pace())
    field = GoalOutcomesField(desk, desk.format.question("uitkomsten"))
    qtbot.addWidget(field)
    badge = field.cards[cook].badge
    assert badge.text().endswith(", doorgaan")
    assert badge.property("badge") == tone
