"""A client or plan from a file in the window: first what is in it, then whether it comes in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.import_dialog import ImportDialog
from planbureau.ui.places import OpenClient, OpenClients, OpenPlan
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import PersonView


@pytest.fixture
def page(qtbot: QtBot, page_context: PageContext) -> ClientsPage:
    made = ClientsPage(page_context)
    qtbot.addWidget(made)
    made.resize(1160, 760)
    made.show_place(OpenClients())
    made.show()
    return made


def looked_at(qtbot: QtBot, page: ClientsPage, path: Path) -> ImportDialog:
    """The dialogue after a file was chosen and read."""
    page.choosers = replace(page.choosers, portable=lambda _: path)
    assert page.list is not None
    page.list.import_button.click()
    dialog = page.import_dialog
    assert dialog is not None
    qtbot.waitUntil(dialog._bar.isHidden)  # it stands there as long as the file is being read
    QApplication.processEvents()  # its lines come on the screen
    return dialog


def words(dialog: ImportDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(TextLabel) if one.isVisibleTo(dialog))


def test_a_plan_from_elsewhere_comes_in_as_a_copy_of_what_is_known(
    qtbot: QtBot, page: ClientsPage, workspace: Workspace, tmp_path: Path
) -> None:
    noor, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan, _ = workspace.plans.start_plan("osp", noor)
    (tmp_path / "plan.json").write_bytes(workspace.exchange.export_plan(plan))
    dialog = looked_at(qtbot, page, tmp_path / "plan.json")
    assert "Plan: Ondersteuningsplan van Noor Voorbeeld" in words(dialog)
    assert "staat al in de kluis" in words(dialog)
    assert dialog.import_button.accessibleName() == "Als kopie importeren"
    dialog.reject()
    assert len(workspace.plans.rows()) == 1
    again = looked_at(qtbot, page, tmp_path / "plan.json")
    with qtbot.waitSignals([page.place_requested, page.message_requested]):
        again.import_button.click()
    assert len(workspace.plans.rows()) == 2


def test_a_client_comes_in_and_opens(
    qtbot: QtBot, page: ClientsPage, workspace: Workspace, tmp_path: Path
) -> None:
    noor, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    content = workspace.exchange.export_client(noor).replace(noor.encode(), b"0" * 8 + noor[8:].encode())
    person = workspace.clients.client(noor).person.id
    (tmp_path / "client.json").write_bytes(content.replace(person.encode(), b"1" * 8 + person[8:].encode()))
    dialog = looked_at(qtbot, page, tmp_path / "client.json")
    assert "Dit komt in de kluis:" in words(dialog)
    with qtbot.waitSignal(page.place_requested) as went:
        dialog.import_button.click()
    (place,) = went.args or [None]
    assert isinstance(place, OpenClient | OpenPlan)
    assert place == OpenClient("0" * 8 + noor[8:])
    assert [row.full_name for row in workspace.clients.rows()] == ["Noor Voorbeeld"] * 2


def test_what_cannot_be_read_is_said_and_changes_nothing(
    qtbot: QtBot, page: ClientsPage, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "brief.json").write_text("Beste collega,", encoding="utf-8")
    dialog = looked_at(qtbot, page, tmp_path / "brief.json")
    assert "halverwege afgebroken of beschadigd. Er is niets veranderd." in words(dialog)
    assert not dialog.import_button.isEnabled()
    dialog.cancel_button.click()
    assert workspace.clients.rows() == ()
