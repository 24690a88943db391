"""'Zorg lag stil' from the menu of a plan, also when no term that may move is near (rules T14)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton
from tests.ui.wizard.conftest import Table, desk_of

from planbureau.ui.calendar.form_keys import PAUSE, place_of
from planbureau.ui.calendar.pause_dialog import PauseDialog
from planbureau.ui.places import OpenPlan
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import FormKey, PauseView


def _dialog(table: Table) -> PauseDialog:
    dialog = PauseDialog(table.context, table.plan_id, table.client_id)
    table.qtbot.addWidget(dialog)
    return dialog


def _action(page: PlanPage) -> QAction:
    menu = page.header.menu()
    (found,) = [action for action in menu.actions() if action.text() == "Zorg lag stil…"]
    return found


def test_a_pause_is_recorded_from_the_menu_and_taken_away(osp: Table) -> None:
    page = osp.open()
    assert _action(page).isEnabled()
    terms = osp.context.workspace.terms
    dialog = _dialog(osp)
    assert dialog.focusWidget() is dialog.form.first.line
    dialog.resize(560, 336)
    dialog.show()
    foot = dialog.form.foot
    assert foot.visibleRegion().boundingRect() == foot.rect()  # also on a small screen
    dialog.form.kind.set_value("detention")
    dialog.form._save()
    assert terms.pauses(osp.plan_id) == ()  # no first day yet: what was chosen stays
    assert dialog.form.kind.value() == "detention"
    dialog.form.first.set_value(date(2026, 3, 10))
    dialog.form._save()
    assert dialog.said == "De pauze is vastgelegd."
    (pause,) = terms.pauses(osp.plan_id)
    assert (pause.first_day, pause.last_day, pause.kind) == (date(2026, 3, 10), None, "detention")
    again = _dialog(osp)
    again.form.remove_requested.emit(pause)
    assert terms.pauses(osp.plan_id) == ()
    assert again.said == "De pauze is weggehaald."


def test_what_was_typed_comes_back_after_escape(osp: Table) -> None:
    dialog = _dialog(osp)
    dialog.form.reason.set_value("Op reis met opa.")
    dialog.reject()
    assert _dialog(osp).form.reason.value() == "Op reis met opa."
    key = FormKey(PAUSE, osp.client_id, f"{osp.plan_id}:")
    assert place_of(key) == OpenPlan(osp.plan_id)
    left = _dialog(osp)
    left.form.cancelled.emit()
    assert _dialog(osp).form.reason.value() == ""


def test_a_closed_plan_has_no_pause(osp: Table) -> None:
    page = osp.open()
    desk = desk_of(page)
    desk.plan = replace(desk.plan, status="closed")
    page.header.show_plan(desk, "")
    assert not _action(page).isEnabled()


def test_a_pause_that_is_there_shows(osp: Table) -> None:
    osp.context.workspace.terms.add_pause(
        PauseView("", osp.plan_id, date(2026, 3, 1), date(2026, 3, 4), "hospital")
    )
    dialog = _dialog(osp)
    names = [button.accessibleName() for button in dialog.findChildren(QAbstractButton)]
    assert "Pauze van 1 maart 2026 tot en met 4 maart 2026 wijzigen" in names
