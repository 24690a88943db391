"""A plan type is data: five things of an invented one appear from its file alone.

The wizard, the list of what is missing, the document, the deadlines and the export.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenPlan
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import PersonView

MUZIEKPLAN = """\
id = "muziekplan"
version = 1
title = "Muziekplan"
easy_title = "Ik maak muziek"
regimes = ["wlz"]
deadlines = ["WLZ-02"]

[[section]]
use = ["ID", "COO"]
title = "Over wie gaat het"

[[section]]
id = "klank"
title = "Welke klank past bij je"
easy_title = "Mijn klank"
pictogram = "muziek"
  [[section.question]]
  id = "instrument"
  kind = "long_text"
  label = "Welk instrument wil je bespelen"
  easy_label = "Wat wil ik spelen"
  voice = "client"
  easy = true
  need = "adopt"
  editions = ["professional", "easy", "start"]
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    room = VaultRoom(tmp_path)
    room.create().lock()
    own = tmp_path / "formaten"
    own.mkdir()
    (own / "muziekplan.toml").write_text(MUZIEKPLAN, encoding="utf-8")
    places = Places(room.place, tmp_path / "kopieen")
    vaults = Vaults(room.clock, places, QUICK, content=lambda: load_content([own]))
    opened = vaults.unlock(room.place, PASSWORD)
    yield opened
    opened.lock()


def test_all_five_appear_from_the_file(
    qtbot: QtBot, workspace: Workspace, context: ThemeContext, tmp_path: Path
) -> None:
    assert workspace.plans.format_problems() == ()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Bas", family_name="Verzonnen"))
    plan_id, _ = workspace.plans.start_plan("muziekplan", client_id)

    # the deadlines
    plan = workspace.plans.plan(plan_id)
    workspace.plans.save_frame(plan, ["wlz"], [], {"datum_start_zorg": date(2026, 1, 17)})
    deadlines = {d.rule_id: d.last_date for d in workspace.plans.plan(plan_id).deadlines}
    assert deadlines["WLZ-02"] == date(2026, 3, 2)

    # what is missing
    assert "instrument" in {item.question_id for item in workspace.plans.missing(plan_id)}
    workspace.plans.save_answer(plan_id, "instrument", "Ik wil trommelen op zondag.", ())
    assert "instrument" not in {item.question_id for item in workspace.plans.missing(plan_id)}

    # the wizard
    room = VaultRoom(tmp_path)
    page = PlanPage(PageContext(workspace, context, room.clock))
    qtbot.addWidget(page)
    page.resize(1160, 760)
    page.show()
    page.show_place(OpenPlan(plan_id, "klank"))
    assert page.current_step() == "klank"
    assert any("Welk instrument" in label.text() for label in page.findChildren(QLabel))
    assert page.leave()

    # the document, in every edition
    for edition in (Edition.PROFESSIONAL, Edition.EASY, Edition.START):
        printed = workspace.prints.render(PrintRequest(plan_id, edition))
        assert_pdf_ua(printed.pdf)
        preview = workspace.prints.preview(printed)
        assert preview.page_count >= 1
        preview.close()

    # the export
    exported = json.loads(workspace.exchange.export_plan(plan_id))
    answers = {record["key"]: record["value"]["v"] for record in exported["records"]["answer"]}
    assert answers["instrument"] == "Ik wil trommelen op zondag."
