"""The gradual scale and the looks at a goal on its card: written, locked, scored, corrected, never lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family
from tests.ui.goals.test_cards import body_of, field, goal, make_field  # noqa: F401

from planbureau.rules.goals.smart import GoalKind
from planbureau.services.api import Workspace
from planbureau.ui.goals.doer_list import DoerList
from planbureau.ui.goals.field import GoalsField
from planbureau.ui.goals.goal_body import GoalBody
from planbureau.ui.goals.look_form import LookForm
from planbureau.ui.goals.scope import scope_of_subject
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import ActionView, GoalView, PersonView, ScaleView
from planbureau.views.doing import Task

STEPS = {
    "reached": "1 ruzie per week",
    "start": "5 ruzies per week",
    "better": "3 ruzies per week",
    "more": "1 ruzie per 2 weken",
    "most": "geen ruzie in een maand",
}


def written(body: GoalBody, steps: dict[str, str]) -> None:
    """Types a scale as a user does, and leaves the last field."""
    body.scale.make_button.click()
    form = body.scale.form
    assert form is not None
    assert form.variable.hasFocus()
    QTest.keyClicks(form.variable, "ruzies per week")
    form.moment.setFocus()
    QTest.keyClicks(form.moment, "elke maand")
    for name, text in steps.items():
        form.levels[name].edit.setFocus()
        form.levels[name].edit.selectAll()
        QTest.keyClicks(form.levels[name].edit, text)
    form.variable.setFocus()


def given(body: GoalBody, score: int, who: str = "") -> None:
    """Gives a score with the form of the card."""
    form = body.looks.open_form()
    if who:
        form.who.set_value(who)
    chip = form.score.row.chip(str(score))
    assert chip is not None
    chip.click()
    form.save_button.click()
    assert body.looks.form is None


def lines(body: GoalBody) -> list[str]:
    """What the list of moments says, line by line."""
    items = (body.looks._lines.itemAt(at) for at in range(body.looks._lines.count()))
    widgets = [item.widget() for item in items if item is not None]
    return [label.text() for one in widgets if one is not None for label in one.findChildren(TextLabel)]


def test_a_scale_is_written_scored_locked_and_followed_by_a_new_one(
    field: GoalsField, workspace: Workspace, goal: str, family: Family
) -> None:
    body = body_of(field)
    assert body.looks.add_button.text().strip() == "Moment toevoegen"
    written(body, {name: text for name, text in STEPS.items() if name != "most"})
    assert body.looks.add_button.text().strip() == "Moment toevoegen"  # one step has no words yet
    form = body.scale.form
    assert form is not None
    assert form._steps["most"].message.isVisible()
    form.levels["most"].edit.setFocus()
    QTest.keyClicks(form.levels["most"].edit, STEPS["most"])
    form.moment.setFocus()
    kept = workspace.goals.goal(goal).scale
    assert kept is not None
    assert {name: getattr(kept, name) for name in STEPS} == STEPS
    assert (kept.variable, kept.moment, kept.made_with) == ("ruzies per week", "elke maand", (family.elif_,))
    assert body.looks.add_button.text().strip() == "Score geven"
    given(body, -2)
    assert body.scale.form is None  # the words are to read only
    assert body.scale.remove_button.isHidden()
    given(body, -1, family.fatima)
    looks = workspace.looks.of_goal(goal)
    assert {(look.score, look.voice, look.said_by) for look in looks} == {
        (-2, "together", ""),
        (-1, "family", family.fatima),
    }
    assert any("-1: 3 ruzies per week" in text for text in lines(body))
    body.scale.new_button.click()
    assert body.scale.form is not None
    assert body.scale.form.levels["start"].value() == STEPS["start"]
    assert len(workspace.goals.goal(goal).scales) == 2


@pytest.fixture
def scaled(workspace: Workspace, goal: str) -> str:
    workspace.looks.add_scale(
        ScaleView("", goal, start="5", better="3", reached="1", more="half", most="geen")
    )
    return goal


def test_a_look_that_was_not_saved_is_there_again_and_a_cancelled_one_is_not(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, scaled: str
) -> None:
    first = make_field(qtbot, page_context, family.plan, draft_ms=1)
    first.open_goal(scaled)
    form = body_of(first).looks.open_form()
    chip = form.score.row.chip("1")
    assert chip is not None
    chip.click()
    QTest.keyClicks(form.remark.edit, "na de vakantie")
    qtbot.waitUntil(lambda: any("vakantie" in d.text for d in workspace.plans.drafts(family.plan)))
    assert first.leave()
    assert workspace.looks.of_goal(scaled) == ()
    second = make_field(qtbot, page_context, family.plan)
    second.open_goal(scaled)
    again = body_of(second).looks.form
    assert isinstance(again, LookForm)
    assert (again.score.value(), again.remark.value()) == (1, "na de vakantie")
    again.cancel_button.click()
    assert workspace.plans.drafts(family.plan) == ()


def test_a_correction_leaves_the_old_moment_readable(
    field: GoalsField, workspace: Workspace, scaled: str
) -> None:
    field.refresh()
    body = body_of(field)
    given(body, 2)
    button = next(b for b in body.looks.findChildren(QPushButton) if "Verbeteren" in b.text())
    button.click()
    form = body.looks.form
    assert form is not None
    assert form.score.value() == 2
    chip = form.score.row.chip("-2")
    assert chip is not None
    chip.click()
    form.save_button.click()
    looks = {look.score: look for look in workspace.looks.of_goal(scaled)}
    assert looks[2].replaced_by == looks[-2].id
    assert any("verbeterd" in text for text in lines(body))


def test_a_direction_has_looks_of_its_own_and_keeps_its_scale_for_later(
    field: GoalsField, workspace: Workspace, scaled: str
) -> None:
    field.refresh()
    body = body_of(field)
    goz = body.about.form.chip("goz")
    assert goz is not None
    goz.click()
    assert body.scale.isHidden()
    form = body.looks.open_form()
    assert form.score.isHidden()
    form.save_button.click()
    assert form.message.isVisible()  # nothing was said yet
    for row, value in ((form.change_row, "yes"), (form.meaningful, "unknown")):
        chip = row.chip(value)
        assert chip is not None
        chip.click()
    form.save_button.click()
    (look,) = workspace.looks.of_goal(scaled)
    assert (look.change, look.meaningful, look.score) == ("yes", "unknown", None)
    assert any("verandering: ja · zinvol: weet niet" in text for text in lines(body))
    goal = workspace.goals.goal(scaled)
    assert goal.scale is not None
    assert goal.look_date == date(2026, 6, 16)  # three months after today, 16 March
    later = body.looks.open_form()
    later.mark.press(8)
    later.next_look.set_value(date(2026, 4, 1))
    later.save_button.click()
    assert workspace.goals.goal(scaled).look_date == date(2026, 4, 1)


def test_a_kind_of_goal_changes_what_is_asked_and_a_direction_is_written_as_one(
    field: GoalsField, workspace: Workspace, goal: str
) -> None:
    body = body_of(field)
    assert body.smart is not None

    def choose(kind: str) -> None:
        body.about.kind.set_value(kind)
        body.about.kind.value_changed.emit()

    for kind in (GoalKind.REACH, GoalKind.LEARN, GoalKind.KEEP, GoalKind.RECURRING):
        choose(kind.value)
        assert body.smart.measure.edit.accessibleName() == kind.seen_by
        assert body.smart.end.isHidden() is kind.has_no_end
    body.acts.add_button.click()
    form = body.acts.rows[0].form
    assert form is not None
    assert "Hoe vaak" in form._fields["how_often"].message.text()
    choose("direction")
    assert workspace.goals.goal(goal).form == "goz"
    about_smart = body.about.form.chip("smart")
    assert about_smart is not None
    about_smart.click()
    body.smart.measure.edit.setFocus()
    QTest.keyClicks(body.smart.measure.edit, "elke dag buiten")
    body.smart.own_words.edit.setFocus()
    choose("reach")
    choose("direction")
    assert workspace.goals.goal(goal).form == "smart"  # what was written stays in sight


def test_the_same_action_in_two_plans_is_noticed_where_all_plans_are_seen(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, goal: str
) -> None:
    other, _ = workspace.clients.add_person(
        PersonView(given_name="Ria", organisation="School", professional=True)
    )
    mine, _ = workspace.goals.add_goal(GoalView("", family.osp, 0, sentence="Elif leest."))
    for goal_id, who in ((goal, family.worker), (mine, other)):
        workspace.goals.add_action(
            ActionView(
                "", goal_id, "", what="bellen met school", responsible_person=who, doer_kind="professional"
            )
        )
    scope = scope_of_subject(page_context, family.household)
    doers = DoerList(page_context)
    qtbot.addWidget(doers)
    doers.set_goals(scope.goals, scope)
    assert "lijken op elkaar" in doers._overlap.text()
    tasks = [row for row in doers.model.rows if isinstance(row, Task)]
    assert {doers.model.about(task).rsplit(" · ", 1)[-1] for task in tasks} == {p.title for p in scope.plans}
    for title in {plan.title for plan in scope.plans}:
        assert title in doers._overlap.text()
    first = next(action for one in scope.goals if one.id == goal for action in one.actions)
    workspace.goals.save_action(first, replace(first, for_whom=(family.fatima,)))
    scope = scope_of_subject(page_context, family.household)
    doers.set_goals(scope.goals, scope)
    assert doers._overlap.text() == ""  # not for the same person
    assert "professional 2 (100 %)" in doers._shares.text()
