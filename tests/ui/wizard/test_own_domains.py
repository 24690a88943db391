"""A plan type of one's own with its own parts and fields in a life domain, handed in and written on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.wizard.conftest import SLOW, Table, field_of
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.formats.answers import DomainAnswer
from planbureau.services.api import AdoptPlan
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults
from planbureau.ui.page import PageContext
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.person_picker import PersonPicker
from planbureau.ui.wizard.fields.domain_editor import DomainEditor
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.views import PersonView

PLAN = """\
id = "toekomst"
version = 1
title = "Mijn toekomst"
regimes = ["jeugdwet"]
hand_in = true

[[section]]
id = "gebieden"
title = "Gebieden"
  [[section.question]]
  id = "gebieden"
  kind = "life_domain"
  domain_set = "GHZ8"
  label = "Hoe gaat het"
  parts = ["change", "marks", "act"]
  part_labels = { change = "Mijn wens" }
    [[section.question.column]]
    id = "wet"
    label = "Welke wet na 18"
    kind = "choices"
    options = [{ id = "wmo", label = "Wmo" }, { id = "wlz", label = "Wlz" }]
    [[section.question.column]]
    id = "wie"
    label = "Wie regelt het"
    kind = "person"
    [[section.question.column]]
    id = "voor"
    label = "Voor"
    kind = "date"
    need = "adopt"
"""


@pytest.fixture
def own(qtbot: QtBot, tmp_path: Path, context: ThemeContext) -> Iterator[Table]:
    """A plan of that type."""
    room = VaultRoom(tmp_path)
    room.create().lock()
    places = Places(room.place, tmp_path / "kopieen", tmp_path / "plantypes", daily=False)
    places.formats.mkdir()
    (places.formats / "toekomst.toml").write_text(PLAN, encoding="utf-8")
    workspace = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", birth_date=date(2009, 5, 1)))
    plan_id, _ = workspace.plans.start_plan("toekomst", client_id)
    table = Table(qtbot, PageContext(workspace, context, room.clock), plan_id, client_id, "")
    yield table
    table.leave()
    workspace.lock()


def _editor(table: Table) -> DomainEditor:
    found = field_of(table.open(SLOW), "gebieden")
    assert isinstance(found, LifeDomainField)
    card = found.cards["lichaam"]
    if card.answer().state != "open":
        chip = card._states.chip("open")
        assert chip is not None
        chip.click()
    assert card._editor is not None
    return card._editor


def _stored(table: Table) -> DomainAnswer:
    return DomainAnswer.read(table.stored.answer("gebieden/lichaam").value)


def test_own_fields_stand_between_the_parts_and_are_stored_with_them(own: Table) -> None:
    editor = _editor(own)
    assert [tool.label for tool in editor._tools] == [
        "Mijn wens", "Welke wet na 18", "Wie regelt het", "Voor", "Cijfer nu", "Cijfer dat ik wil", "",
    ]  # fmt: skip
    QTest.keyClicks(editor.texts["change"].edit, "Een eigen kamer")
    editor.cells["wet"].set_value(["wlz"])
    day = editor.cells["voor"].editor
    assert isinstance(day, DateField)
    QTest.keyClicks(day.line, "1-9-2026")  # still being typed when the page is left
    who = editor.cells["wie"].editor
    assert isinstance(who, PersonPicker)
    who.add_button.setFocus()
    editor.typed.emit()
    own.leave()
    stored = _stored(own)
    assert stored.change == "Een eigen kamer"
    assert stored.own == {"wet": ["wlz"], "voor": "2026-09-01"}
    again = _editor(own)
    assert again.cells["wet"].value() == ["wlz"]
    assert again.cells["voor"].value() == "2026-09-01"


def test_what_this_plan_type_does_not_ask_stays(own: Table) -> None:
    kept = {"state": "open", "now": "Uit een oudere versie.", "oud_veld": "ook", "change": "Werk"}
    own.workspace.plans.save_answer(own.plan_id, "gebieden/lichaam", kept, ())
    editor = _editor(own)
    QTest.keyClicks(editor.texts["change"].edit, " en rust")
    own.leave()
    stored = _stored(own)
    assert (stored.now, stored.own) == ("Uit een oudere versie.", {"oud_veld": "ook"})
    assert "rust" in stored.change


def test_then_is_the_mark_of_the_version_before(own: Table) -> None:
    plans = own.workspace.plans
    plans.save_answer(own.plan_id, "gebieden/lichaam", {"state": "open", "mark_now": 4}, ())
    plans.adopt(AdoptPlan(own.plan_id, own.context.clock.today(), "", (), "Noor", ("gebieden",), "", ()))
    assert _editor(own).drawn.words() == ("Nu: 4 van 10",)
    own.leave()
    said = {"state": "open", "mark_now": 3, "mark_now_of": 5, "mark_wanted": 9}
    heads = own.stored.answers["gebieden/lichaam"].heads
    plans.save_answer(own.plan_id, "gebieden/lichaam", said, heads)
    drawn = _editor(own).drawn
    assert drawn.words() == ("Toen: 4 van 10", "Nu: 3 van 5", "Gewenst: 9 van 10")
    assert drawn.accessibleName() == "Cijfer: toen 4 van 10, nu 3 van 5, gewenst 9 van 10"
