"""On the page of an adopted plan: somebody answers later, or withdraws an agreement (rules B1.7)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.adopted_plans import DAY, Foster, adopted, vault_with
from tests.ui.wizard.conftest import QUICK, Table, field_of
from tests.vault_room import VaultRoom

from planbureau.rules.consent.record import ConsentState
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.fields.consent import ConsentField
from planbureau.ui.wizard.fields.consent_forms import LaterAnswer, Withdrawal
from planbureau.ui.wizard.plan_page import PlanPage


@pytest.fixture
def own(tmp_path: Path) -> Iterator[tuple[VaultRoom, Workspace, Foster]]:
    """A vault with the adopted plan of Sem."""
    room = VaultRoom(tmp_path)
    with vault_with(room) as opened:
        yield room, opened, adopted(opened)


@pytest.fixture
def table(qtbot: QtBot, own: tuple[VaultRoom, Workspace, Foster], context: ThemeContext) -> Iterator[Table]:
    room, workspace, foster = own
    made = Table(qtbot, PageContext(workspace, context, room.clock), foster.plan, "", foster.parent)
    yield made
    made.leave()


def press(root: QWidget, name: str) -> None:
    """Presses the one visible button of this name."""
    (button,) = (b for b in root.findChildren(Button) if b.accessibleName() == name and b.isVisible())
    button.click()


def consents(page: PlanPage) -> ConsentField:
    found = field_of(page, "akkoord")
    assert isinstance(found, ConsentField)
    return found


def test_joke_agrees_after_adopting(table: Table, own: tuple[VaultRoom, Workspace, Foster]) -> None:
    page = table.open(QUICK)
    field = consents(page)
    assert _states(field) == ["onvolledig"], "one answer that is missing is never a yes"
    press(field, "Antwoord vastleggen: Joke")
    (form,) = field.findChildren(LaterAnswer)
    form.card.outcome.set_value("agreed")
    form.save.click()
    assert "Kies hoe het antwoord is gegeven." in form._message.accessibleName() + _texts(form)
    form.card.form.set_value("spoken")
    form.day.set_value(date(2026, 3, 10))
    form.save.click()
    said = {c.capacity: c for c in table.stored.consents}["foster_parent"]
    assert (said.outcome, said.form, said.on) == ("agreed", "spoken", date(2026, 3, 10))
    assert "Antwoord vastleggen: Joke" not in _names(field)
    table.qtbot.waitUntil(lambda: "Intrekken op: Joke" in _names(field))
    table.qtbot.waitUntil(lambda: _states(field) == ["akkoord"])
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Intrekken op: Joke"
    assert own[1].forms.all() == ()
    assert table.stored.status == "active"


def test_an_agreement_is_withdrawn(table: Table) -> None:
    page = table.open(QUICK)
    field = consents(page)
    press(field, "Intrekken op: Ada")
    (form,) = field.findChildren(Withdrawal)
    form.reason.set_value("De tijden kloppen niet.")
    form.save.click()
    gone = {c.capacity: c for c in table.stored.consents}["parent"]
    assert (gone.on, gone.withdrawn_on, gone.withdrawn_reason) == (
        date(2026, 3, 2), DAY, "De tijden kloppen niet.",
    )  # fmt: skip
    table.qtbot.waitUntil(lambda: "Intrekken op: Sem" in _names(field))
    table.qtbot.waitUntil(lambda: _states(field) == ["onvolledig"])
    assert "akkoord, ingetrokken" in [badge.text() for badge in field.findChildren(StatusBadge)]
    assert "Ingetrokken op 16 maart 2026 · De tijden kloppen niet." in _texts(field)
    assert page.header.without.isVisible()


def test_a_form_that_was_left_is_there_again(table: Table, own: tuple[VaultRoom, Workspace, Foster]) -> None:
    page = table.open(QUICK)
    press(consents(page), "Intrekken op: Ada")
    (form,) = consents(page).findChildren(Withdrawal)
    form.reason.set_value("Nog niet af")
    page.leave()
    assert [one.title for one in own[1].forms.all()] == ["Akkoord intrekken: Ada"]
    again = consents(table.open(QUICK))
    (form,) = again.findChildren(Withdrawal)
    assert form.reason.value() == "Nog niet af"
    form.cancel_button.click()
    assert own[1].forms.all() == ()


def _states(field: ConsentField) -> list[str]:
    """What the answers mean together."""
    words = {state.word for state in ConsentState}
    badges = [badge for badge in field.findChildren(StatusBadge) if badge.isVisible()]
    return [badge.text() for badge in badges if badge.text() in words][:1]


def _names(root: QWidget) -> list[str]:
    return [button.accessibleName() for button in root.findChildren(Button) if button.isVisible()]


def _texts(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(TextLabel) if label.isVisible())
