"""The organisation's own goals as a user makes them: names out, looked at, kept, used again, hidden."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.goals.families import Family
from tests.ui.goals.test_cards import body_of, make_field
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.calendar.form_keys import place_of
from planbureau.ui.goals.library_dialog import LibraryDialog
from planbureau.ui.goals.wording_dialog import OTHER, WordingDialog
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenSettings
from planbureau.ui.settings.goals_card import GoalsCard
from planbureau.views import GoalView, GoalWording


@pytest.fixture
def goal(workspace: Workspace, family: Family) -> str:
    view = GoalView("", family.plan, 0, area="GEZ", sentence="Elif fietst met Emre en Truus.")
    return workspace.goals.add_goal(replace(view, easy_text="Ik fiets.", for_whom=(family.elif_,)))[0]


def test_the_words_of_a_goal_are_kept_only_after_somebody_looked_for_names(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, goal: str
) -> None:
    field = make_field(qtbot, page_context, family.plan)
    field.open_goal(goal)
    texts = body_of(field).texts
    texts.keep_button.click()
    dialog = texts.dialog
    assert isinstance(dialog, WordingDialog)
    assert dialog.sentence.value() == "{naam} fietst met …."
    assert dialog.area.value() == "GEZ"
    assert walk(dialog) == []
    dialog.sentence.set_value("{naam} {fietst/fietsen} met Truus.")
    dialog.sentence.value_changed.emit()
    assert "Truus" in dialog._names.text()
    dialog.save_button.click()
    assert "bevestig" in dialog._problem.text()
    assert workspace.goals.library().goals == workspace.goals.library().goals[:50]
    dialog.confirm.box.click()
    dialog.sentence.set_value("{naam} {fietst/fietsen} elke week.")
    dialog.sentence.value_changed.emit()
    assert not dialog.confirm.checked()  # other words are looked at again
    assert "Kim en Bo fietsen elke week." in dialog._preview.text()
    dialog.confirm.box.click()
    dialog.save_button.click()
    assert texts.dialog is None
    made = workspace.goals.library().goal("GEZ-101")
    assert (made.sentence, made.easy_text) == ("{naam} {fietst/fietsen} elke week.", "Ik fiets.")


def test_words_that_were_not_saved_when_the_vault_locked_are_there_again(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    dialog = WordingDialog(page_context, GoalWording(), area="GEZ")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.sentence.set_value("{naam} {zwemt/zwemmen} elke week.")
    dialog.area.set_value("FIN")
    assert dialog._keeper.keep()
    dialog.hide()
    (waits,) = workspace.forms.all()
    assert place_of(waits.key) == OpenSettings()
    again = WordingDialog(page_context, GoalWording(), area="GEZ")
    qtbot.addWidget(again)
    again.show()
    assert again.sentence.value() == "{naam} {zwemt/zwemmen} elke week."
    assert again.area.value() == "FIN"
    assert "is teruggezet" in again._problem.text()
    assert walk(again) == []
    again.cancel_button.click()
    assert workspace.forms.all() == ()


def test_the_library_shows_how_it_was_said_before_and_takes_a_new_goal_at_once(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace, family: Family, goal: str
) -> None:
    dialog = LibraryDialog(page_context, family.osp)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.goals.search.setText("fietst")
    (button,) = dialog.goals.earlier.buttons()
    assert walk(dialog) == []
    button.click()
    (used,) = workspace.plans.plan(family.osp).goals
    assert (used.sentence, dialog.open_goal) == ("Elif fietst met ….", used.id)
    again = LibraryDialog(page_context, family.osp)
    qtbot.addWidget(again)
    again.show()
    again.new_button.click()
    assert again.wording is not None
    again.wording.sentence.set_value("{naam} zingt.")
    again.wording.easy.set_value("Ik zing.")
    again.wording.area.set_value("DAG")
    again.wording.confirm.set_checked(True)
    again.wording.save_button.click()
    assert again.goals.row("DAG-101").ready.sentence == "{naam} zingt."


def test_settings_give_other_words_a_new_meaning_and_hide(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    card = GoalsCard(page_context)
    qtbot.addWidget(card)
    card.resize(900, 900)
    card.show()
    qtbot.waitExposed(card)
    assert walk(card) == []

    def press(name: str) -> None:
        button = next(b for b in card.findChildren(QPushButton) if b.accessibleName().startswith(name))
        button.click()

    press("Andere woorden voor VEI-2")
    dialog = card.dialog
    assert dialog is not None
    dialog.sentence.set_value("Ruzies gaan zonder slaan.")
    dialog.confirm.set_checked(True)
    dialog.save_button.click()
    assert workspace.goals.library().goal("VEI-2").version == 2
    press("Andere woorden voor VEI-2")
    dialog = card.dialog
    assert dialog is not None
    dialog.meaning.set_checked({OTHER})
    dialog.sentence.set_value("{naam} kan weg bij ruzie.")
    dialog.confirm.set_checked(True)
    dialog.save_button.click()
    assert workspace.goals.library().goal("VEI-101").sentence == "{naam} kan weg bij ruzie."
    press("Verbergen: VEI-101")
    assert "VEI-101" not in {one.code for one in workspace.goals.library().goals}
    press("Weer aanbieden: VEI-101")
    assert workspace.goals.library().goal("VEI-101").own


def test_a_wording_of_a_new_goal_is_checked_as_it_is_typed(qtbot: QtBot, page_context: PageContext) -> None:
    dialog = WordingDialog(page_context, GoalWording())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_button.click()
    assert "leeg" in dialog._problem.text()
