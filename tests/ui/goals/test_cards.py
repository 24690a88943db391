"""The card of a goal: words, SMART and GOZ, letters that stay, statuses that only buttons change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family, adopt_once

from planbureau.services.api import Workspace
from planbureau.ui.goals.field import GoalsField
from planbureau.ui.goals.goal_body import GoalBody
from planbureau.ui.goals.status_bar import GoalStatusBar
from planbureau.ui.goals.status_dialog import StatusDialog
from planbureau.ui.page import PageContext
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import ActionView, GoalView, PersonView


def make_field(qtbot: QtBot, context: PageContext, plan_id: str, *, draft_ms: int = 1500) -> GoalsField:
    question = context.workspace.plans.plan(plan_id).format.question("doelen")
    field = GoalsField(context, plan_id, question, draft_ms=draft_ms)
    qtbot.addWidget(field)
    field.resize(900, 900)
    field.show()
    qtbot.waitExposed(field)
    return field


@pytest.fixture
def goal(workspace: Workspace, family: Family) -> str:
    made, _ = workspace.goals.tick(family.plan, "VEI-1", [family.elif_])
    return made


@pytest.fixture
def field(qtbot: QtBot, page_context: PageContext, family: Family, goal: str) -> GoalsField:
    made = make_field(qtbot, page_context, family.plan)
    made.open_goal(goal)
    return made


def body_of(field: GoalsField) -> GoalBody:
    body = next(card.body for card in field.list.cards if card.is_open)
    assert body is not None
    return body


def test_a_goal_that_says_what_somebody_does_not_want_gets_a_tip(field: GoalsField) -> None:
    texts = body_of(field).texts
    tip = texts._sentence.tip
    assert tip is not None
    texts.sentence.edit.setFocus()
    texts.sentence.edit.selectAll()
    QTest.keyClicks(texts.sentence.edit, "Elif is niet meer bang.")
    tip.look()
    assert tip.text() == "Wat wil je wél?"
    texts.sentence.edit.selectAll()
    QTest.keyClicks(texts.sentence.edit, "Elif slaapt elke nacht in haar bed.")
    tip.look()
    assert tip.text() == ""


def test_leaving_a_field_saves_it_and_says_that_the_easy_text_is_behind(
    field: GoalsField, workspace: Workspace, goal: str
) -> None:
    body = body_of(field)
    edit = body.texts.sentence.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "Elif slaapt elke nacht in haar bed.")
    assert workspace.goals.goal(goal).sentence == "Elif voelt zich veilig in huis."
    body.texts.easy.edit.setFocus()
    assert workspace.goals.goal(goal).sentence == "Elif slaapt elke nacht in haar bed."
    assert body.texts.still_right.isVisible()
    body.texts.still_right.click()
    assert not workspace.goals.goal(goal).easy_stale
    assert not body.texts.still_right.isVisible()


def test_typing_is_a_draft_within_two_seconds_and_comes_back(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, goal: str
) -> None:
    first = make_field(qtbot, page_context, family.plan, draft_ms=1)
    first.open_goal(goal)
    edit = body_of(first).about.origin.edit
    edit.setFocus()
    QTest.keyClicks(edit, "ik wil rust")
    qtbot.waitUntil(lambda: [d.text for d in workspace.plans.drafts(family.plan)] == ["ik wil rust"])
    assert workspace.goals.goal(goal).origin == ""
    # The program stops here without leaving the field; another one opens the plan.
    second = make_field(qtbot, page_context, family.plan)
    second.open_goal(goal)
    assert body_of(second).about.origin.value() == "ik wil rust"
    assert workspace.goals.goal(goal).origin == "ik wil rust"
    assert workspace.plans.drafts(family.plan) == ()


def test_smart_and_goz_keep_the_actions_and_the_date(
    field: GoalsField, workspace: Workspace, goal: str
) -> None:
    workspace.goals.add_action(ActionView("", goal, "", what="samen lezen"))
    before = workspace.goals.goal(goal)
    field.refresh()
    body = body_of(field)
    assert body.smart is not None
    body.smart.target.line.setFocus()
    QTest.keyClicks(body.smart.target.line, "1-6-2026")
    body.smart.start.line.setFocus()
    goz = body.about.form.chip("goz")
    assert goz is not None
    goz.click()
    view = workspace.goals.goal(goal)
    assert (view.form, view.look_date, view.target_date) == ("goz", date(2026, 6, 16), date(2026, 6, 1))
    assert view.actions == before.actions
    assert body.goz is not None
    assert body.goz.drop_target.isVisible()
    smart = body.about.form.chip("smart")
    assert smart is not None
    smart.click()
    assert workspace.goals.goal(goal).target_date == date(2026, 6, 1)


def test_hints_stop_nobody(field: GoalsField, workspace: Workspace, goal: str) -> None:
    body = body_of(field)
    edit = body.texts.sentence.edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "beter")
    body.texts.easy.edit.setFocus()
    assert workspace.goals.goal(goal).sentence == "beter"
    assert "Over wie gaat dit doel" in edit.accessibleDescription()


def test_a_removed_action_keeps_its_letter(field: GoalsField, workspace: Workspace, goal: str) -> None:
    body = body_of(field)
    for what in ("bellen", "lezen"):
        body.acts.add_button.click()
        form = next(row.form for row in body.acts.rows if row.is_open)
        assert form is not None
        assert form.what.edit.hasFocus()
        QTest.keyClicks(form.what.edit, what)
        form.how_often.setFocus()
    first = body.acts.rows[0]
    first.set_open(opened=True)
    assert first.form is not None
    button = first.form.status.buttons()["lapsed"]
    assert isinstance(button, QPushButton)
    button.click()
    body.acts.add_button.click()
    actions = workspace.goals.goal(goal).actions
    assert [(a.letter, a.what, a.cancelled) for a in actions] == [
        ("a", "bellen", True),
        ("b", "lezen", False),
        ("c", "", False),
    ]
    assert first.badge.text() == "vervallen"
    back = first.form.status.buttons()["not_started"]
    assert isinstance(back, QPushButton)
    back.click()
    assert not workspace.goals.goal(goal).actions[0].cancelled


def test_exactly_one_is_responsible_and_the_kind_follows(
    field: GoalsField, workspace: Workspace, goal: str, family: Family
) -> None:
    body = body_of(field)
    body.acts.add_button.click()
    form = body.acts.rows[0].form
    assert form is not None
    form.responsible.choose(family.opa)
    action = workspace.goals.goal(goal).actions[0]
    assert (action.responsible_person, action.doer_kind) == (family.opa, "network")
    assert form.responsible.add_button.isHidden()


def test_the_same_action_by_two_organisations_is_noticed(
    field: GoalsField, workspace: Workspace, goal: str, family: Family
) -> None:
    other, _ = workspace.clients.add_person(
        PersonView(given_name="Ria", organisation="School", professional=True)
    )
    for who, what in ((family.worker, "School bellen"), (other, "bellen met school")):
        workspace.goals.add_action(
            ActionView("", goal, "", what=what, responsible_person=who, doer_kind="professional")
        )
    field.refresh()
    texts = " ".join(label.text() for label in body_of(field).acts.findChildren(type(field._none)))
    assert "Actie 1a en 1b lijken op elkaar" in texts
    assert "Er is nog geen actie van de cliënt zelf" in texts


def status_of(field: GoalsField) -> GoalStatusBar:
    return body_of(field).status


def test_only_allowed_moves_have_a_button(field: GoalsField) -> None:
    assert set(status_of(field).buttons()) == {"removed"}


def test_a_mistake_takes_a_concept_away_and_its_number_stays_used(
    field: GoalsField, workspace: Workspace, family: Family
) -> None:
    button = status_of(field).buttons()["removed"]
    assert isinstance(button, QPushButton)
    bar = status_of(field)
    button.click()
    assert bar.dialog is not None
    bar.dialog.reject()
    assert len(workspace.plans.plan(family.plan).goals) == 1
    button.click()
    assert bar.dialog is not None
    bar.dialog.accept()
    assert workspace.plans.plan(family.plan).goals == ()
    field.add_own()
    assert [card.editor.goal.number for card in field.list.cards] == [2]


def test_two_versions_of_a_sentence_are_both_shown(
    field: GoalsField, workspace: Workspace, goal: str
) -> None:
    before = workspace.goals.goal(goal)
    workspace.goals.save_goal(before, replace(before, sentence="Elif is rustig."))
    workspace.goals.save_goal(before, replace(before, sentence="Elif is blij."))
    field.refresh()
    banners = body_of(field).conflicts.banners()
    assert len(banners) == 2
    banners[0].action_requested.emit()
    view = workspace.goals.goal(goal)
    assert view.conflicts == ()
    assert view.sentence in ("Elif is rustig.", "Elif is blij.")


def test_other_people_get_their_own_names_in_a_ready_made_sentence(
    field: GoalsField, workspace: Workspace, goal: str, family: Family
) -> None:
    about = body_of(field).about
    about.for_whom.set_value((family.fatima, family.emre))
    about.for_whom.value_changed.emit()
    now = workspace.goals.goal(goal)
    assert now.sentence == "Emre en Fatima voelen zich veilig in huis."
    assert now.easy_text == "Emre en Fatima zijn veilig thuis."
    assert not now.easy_stale
    workspace.goals.save_goal(now, replace(now, sentence="Zij slapen goed."))
    field.refresh()
    about.for_whom.set_value((family.elif_,))
    about.for_whom.value_changed.emit()
    now = workspace.goals.goal(goal)
    assert (now.sentence, now.for_whom) == ("Zij slapen goed.", (family.elif_,))


def press(field: GoalsField, to: str) -> StatusDialog:
    button = status_of(field).buttons()[to]
    assert isinstance(button, QPushButton)
    button.click()
    dialog = status_of(field).dialog
    assert dialog is not None
    return dialog


def test_two_versions_of_a_kind_are_told_in_words(field: GoalsField, workspace: Workspace, goal: str) -> None:
    before = workspace.goals.goal(goal)
    workspace.goals.save_goal(before, replace(before, kind="direction"))
    workspace.goals.save_goal(before, replace(before, kind="keep"))
    field.refresh()
    told = {
        label.text() for one in body_of(field).conflicts.banners() for label in one.findChildren(TextLabel)
    }
    assert any(text.startswith("richting (") for text in told)
    assert any(text.startswith("iets behouden (") for text in told)
    assert "Twee mensen schreven iets anders bij de soort van het doel" in told


def test_after_a_move_the_keyboard_is_at_the_next_one(
    field: GoalsField, workspace: Workspace, family: Family, goal: str
) -> None:
    adopt_once(workspace, family.plan)
    field.refresh()
    press(field, "agreed").accept()
    assert field.window().focusWidget() is status_of(field).buttons()["active"]
    stop = press(field, "stopped")
    QTest.keyClicks(stop.reason_field.edit, "Elif wil dit niet meer.")
    stop.accept()
    assert status_of(field).buttons() == {}
    assert field.window().focusWidget() is body_of(field).reached.line


def test_a_move_asks_for_its_reason_or_date_before_it_happens(
    field: GoalsField, workspace: Workspace, family: Family, goal: str
) -> None:
    adopt_once(workspace, family.plan)
    field.refresh()
    assert set(status_of(field).buttons()) == {"agreed"}
    press(field, "agreed").accept()
    press(field, "active").accept()
    stop = press(field, "paused")
    stop.accept()
    assert stop.isVisible()
    assert workspace.goals.goal(goal).status == "active"
    stop.reason_field.edit.setPlainText("Elif ligt in het ziekenhuis.")
    stop.accept()
    view = workspace.goals.goal(goal)
    assert (view.status, view.status_reason) == ("paused", "Elif ligt in het ziekenhuis.")
    press(field, "active").accept()
    press(field, "partly").accept()
    again = press(field, "active")
    again.accept()
    assert workspace.goals.goal(goal).status == "partly"
    again.day_field.set_value(date(2026, 9, 1))
    again.accept()
    assert workspace.goals.goal(goal).target_date == date(2026, 9, 1)
    press(field, "reached").accept()
    view = workspace.goals.goal(goal)
    assert (view.reached_on, view.help_ends_on) == (date(2026, 3, 16), None)


def test_agreed_without_consent_says_so(field: GoalsField, workspace: Workspace, family: Family) -> None:
    adopt_once(workspace, family.plan, without_consent=True)
    field.refresh()
    press(field, "agreed").accept()
    assert status_of(field).badge.text() == "vastgesteld zonder instemming"


def test_one_card_is_open_at_a_time(field: GoalsField, workspace: Workspace, family: Family) -> None:
    second, _ = workspace.goals.add_goal(GoalView("", family.plan, 0, sentence="Emre werkt."))
    field.refresh()
    card = field.list.card(second)
    assert card is not None
    QTest.keyClick(card.toggle, Qt.Key.Key_Return)
    assert [c.editor.goal.id for c in field.list.cards if c.is_open] == [second]


def test_examples_come_on_request_in_a_clients_plan(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family
) -> None:
    field = make_field(qtbot, page_context, family.osp)
    assert field.ready.label() == "Voorbeelden bekijken"
    assert field.library is None
    field.ready.click()
    assert field.library is not None
    field.library.goals.row("GEZ-1").box.click()
    field.library.accept()
    view = workspace.plans.plan(family.osp).goals[0]
    assert (view.sentence, view.for_whom) == ("Elif slaapt goed en staat uitgerust op.", (family.elif_,))
    assert [card.editor.goal.id for card in field.list.cards] == [view.id]


def test_a_closed_card_is_a_line_and_its_form_is_made_when_it_opens(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family
) -> None:
    for number in range(8):
        made, _ = workspace.goals.add_goal(GoalView("", family.plan, 0, sentence=f"Emre doet {number}."))
        workspace.goals.add_action(ActionView("", made, "", what="iets"))
    field = make_field(qtbot, page_context, family.plan)
    assert [card.body for card in field.list.cards] == [None] * 8
    first = field.list.cards[0]
    first.set_open(opened=True)
    assert first.body is not None
    assert [row.form for row in first.body.acts.rows] == [None]
    field.refresh()
    assert field.list.cards[0] is first
