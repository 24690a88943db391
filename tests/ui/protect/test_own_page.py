"""The door of a client's own plan, and sharing: by keyboard, by ear, and to read only."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.protect.test_list_dialog import words_in
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk

from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenOwnPlan
from planbureau.ui.protect.own_page import OwnPlanPage
from planbureau.views import PersonView

CODE = "lente7"


@pytest.fixture
def plan_id(page_context: PageContext) -> str:
    work = page_context.workspace
    client_id, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    made, _ = work.plans.start_plan("wrap", client_id)
    work.own_plans.choose_code(made, CODE)
    work.own_plans.open(made, CODE)
    rows = [{"id": "1", "wie": "Oma Truus", "waarmee": "praten", "bereiken": ""}]
    work.plans.save_answer(made, "mensen_die_helpen", rows, ())
    work.plans.save_answer(made, "crisis_datum", "2026-03-01", ())
    return made


def shown(qtbot: QtBot, context: PageContext, plan_id: str) -> OwnPlanPage:
    page = OwnPlanPage(context)
    qtbot.addWidget(page)
    page.resize(900, 1500)
    page.show_place(OpenOwnPlan(plan_id))
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_sharing_is_reached_by_keyboard_and_kept_at_once(
    qtbot: QtBot, page_context: PageContext, plan_id: str
) -> None:
    page = shown(qtbot, page_context, plan_id)
    assert walk(page) == []
    page.shares["wat-mij-helpt"].setCurrentIndex(1)
    page.shares["crisis"].setCurrentIndex(1)
    shares = {
        one.section_id: one.with_whom for one in page_context.workspace.own_plans.own_plan(plan_id).shares
    }
    assert {name: who for name, who in shares.items() if who} == {"wat-mij-helpt": "team", "crisis": "team"}


def test_the_door_reads_out_what_is_shared_and_no_more(
    qtbot: QtBot, page_context: PageContext, plan_id: str
) -> None:
    own_plans = page_context.workspace.own_plans
    own_plans.share(plan_id, "wat-mij-helpt", "team")
    own_plans.share(plan_id, "crisis", "team")
    own_plans.leave()
    page = shown(qtbot, page_context, plan_id)
    assert walk(page) == []
    words = words_in(page)
    assert "Oma Truus · praten" in words
    assert "1 maart 2026" in words
    own_plans.open(plan_id, CODE)
    own_plans.share(plan_id, "wat-mij-helpt", "")
    own_plans.leave()
    assert "Oma Truus" not in words_in(shown(qtbot, page_context, plan_id))
