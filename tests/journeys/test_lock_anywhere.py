"""Ctrl+L in the middle of anything: what stands on the screen is there again after the password."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.journeys.hands import open_body
from tests.journeys.office import Office

from planbureau.ui.goals.field import GoalsField
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.wizard.fields.agreements import AgreementsField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.guests import GuestField
from planbureau.ui.wizard.fields.table import TableField
from planbureau.views import PersonView, PlanView

DAY, ISO = "19-1-2026", "2026-01-19"


@pytest.fixture
def plan_id(office: Office) -> str:
    """An open vault with a plan."""
    office.room.create().lock()
    office.start()
    office.unlock()
    workspace = office.workspace
    client, _ = workspace.clients.add_client(
        PersonView(given_name="Noor", family_name="Appelman", birth_date=date(1990, 5, 1))
    )
    plan, _ = workspace.plans.start_plan("osp", client)
    workspace.plans.save_frame(workspace.plans.plan(plan), ["wlz"], [], {})
    return plan


def in_a_date(office: Office, plan_id: str) -> None:
    found = office.field(plan_id, "ondersteuner_aangeboden")
    assert isinstance(found, DateAnswerField)
    office.type_in(found._date.line, DAY)


def in_the_frame(office: Office, plan_id: str) -> None:
    found = office.field(plan_id, "kader")
    assert isinstance(found, FrameField)
    office.type_in(found._rows["datum_start_zorg"].date.line, DAY)


def in_a_table(office: Office, plan_id: str) -> None:
    found = office.field(plan_id, "evaluatie_momenten")
    assert isinstance(found, TableField)
    found._table.add_button.click()
    editor = found._table.rows()[0].cell("datum").editor
    assert isinstance(editor, DateField)
    office.type_in(editor.line, DAY)


def in_an_agreement(office: Office, plan_id: str) -> None:
    found = office.field(plan_id, "afspraken")
    assert isinstance(found, AgreementsField)
    found.add_button.click()
    editor = found.cards[0]._editor
    assert editor is not None
    office.type_in(editor.focus_target(), "Samen eten")


def in_an_action(office: Office, plan_id: str) -> None:
    guest = goals(office, plan_id)
    guest.own.click()
    body = open_body(guest)
    body.acts.add_button.click()
    form = body.acts.rows[0].form
    assert form is not None
    office.type_in(form.what.edit, "Zwemtas pakken")


def goals(office: Office, plan_id: str) -> GoalsField:
    found = office.field(plan_id, "doelen")
    assert isinstance(found, GuestField)
    guest = found._guest
    assert isinstance(guest, GoalsField)
    return guest


CASES: dict[str, tuple[Callable[[Office, str], None], Callable[[PlanView], Any], Any]] = {
    "datum": (in_a_date, lambda plan: plan.answer("ondersteuner_aangeboden").value, ISO),
    "kader": (in_the_frame, lambda plan: plan.triggers.get("datum_start_zorg"), date(2026, 1, 19)),
    "tabel": (
        in_a_table,
        lambda plan: [row.get("datum") for row in plan.answer("evaluatie_momenten").value or []],
        [ISO],
    ),
    "afspraak": (in_an_agreement, lambda plan: [one.what for one in plan.agreements], ["Samen eten"]),
    "actie": (in_an_action, lambda plan: [a.what for g in plan.goals for a in g.actions], ["Zwemtas pakken"]),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_half_typed_is_kept(office: Office, plan_id: str, case: str) -> None:
    begin, read, wanted = CASES[case]
    begin(office, plan_id)
    QTest.keyClick(office.focus, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    office.unlock()
    assert read(office.workspace.plans.plan(plan_id)) == wanted
