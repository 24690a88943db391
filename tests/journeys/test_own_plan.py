"""A client writes an own plan on the laptop of the professional, and nobody reads along afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401

from planbureau.services.api import Workspace
from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import PageContext
from planbureau.ui.places import ClientWrites, HomeVisit, OpenClient, OpenPlan, OpenToday, PrintPlan
from planbureau.ui.protect.code_card import CodeCard
from planbureau.ui.protect.own_page import OwnPlanPage
from planbureau.ui.shell.main_window import MainWindow
from planbureau.ui.shell.wiring import page_entries
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView

CODE, OWN_WORDS = "lente7", "dan bel ik oma Truus"


class Device:
    """Keeps nothing."""

    choices = DeviceChoices()

    def choose(self, choices: DeviceChoices) -> None:
        del choices


@pytest.fixture
def window(qtbot: QtBot, page_context: PageContext) -> MainWindow:
    made = MainWindow(page_context, page_entries(Device()), idle_minutes=0)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def page_of(window: MainWindow) -> QWidget:
    """The page that shows."""
    shown = window._stack.currentWidget()
    assert shown is not None
    return shown


def own_page(window: MainWindow) -> OwnPlanPage:
    """The door of the plan."""
    page = page_of(window)
    assert isinstance(page, OwnPlanPage)
    return page


def words_in(widget: QWidget) -> str:
    """Every label that can be read."""
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def type_code(window: MainWindow, code: str, *, again: str = "") -> CodeCard:
    """Types a code and presses the button."""
    card = own_page(window).code
    assert card is not None
    card.code.line.setText(code)
    card.again.line.setText(again)
    card.button.click()
    return card


def test_the_client_opens_writes_shares_and_leaves(window: MainWindow, workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = workspace.plans.start_plan("wrap", client_id)

    window.go(OpenPlan(plan_id))
    assert "Kies zelf een code" in words_in(page_of(window))
    card = type_code(window, CODE, again="lente8")
    assert "niet gelijk" in words_in(card)
    type_code(window, CODE, again=CODE)

    page = page_of(window)
    assert isinstance(page, PlanPage)
    assert "Jij schrijft" in words_in(window)
    assert page.header.adopt.isHidden()
    assert page.header.scratch.isHidden()
    assert page.steps.beside.isHidden()
    workspace.plans.save_answer(plan_id, "crisis_merken", OWN_WORDS, ())
    for elsewhere in (OpenToday(), OpenClient(client_id), HomeVisit(client_id)):
        window.go(elsewhere)
        assert page_of(window) is page
    window.go(PrintPlan(plan_id))
    assert page_of(window) is not page

    window._own_bar.share_button.click()
    own_page(window).shares["crisis"].set_value("team")
    own_page(window).shares["crisis"].value_changed.emit()
    window._toggle_visit()
    assert own_page(window).code is not None
    assert OWN_WORDS in words_in(page_of(window))
    assert "Jij schrijft" not in words_in(window)

    window.go(OpenPlan(plan_id))
    card = type_code(window, "verkeerd")
    assert "klopt niet" in words_in(card)
    type_code(window, CODE)
    workspace.own_plans.share(plan_id, "crisis", "")
    window.go(ClientWrites())
    assert OWN_WORDS not in words_in(page_of(window))
    assert "Nog niets" in words_in(page_of(window))


def test_a_forgotten_code_is_replaced_together(window: MainWindow, workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = workspace.plans.start_plan("wrap", client_id)
    workspace.own_plans.choose_code(plan_id, CODE)
    window.go(OpenPlan(plan_id))
    card = own_page(window).code
    assert card is not None
    card.forgotten.click()
    assert "wordt vastgelegd" in words_in(card)
    type_code(window, "zomer8", again="zomer8")
    assert isinstance(page_of(window), PlanPage)
    window._own_bar.share_button.click()
    assert "nieuwe code gekozen" in words_in(page_of(window))
    window.lock()
