"""The head of a plan: what was adopted without everybody's agreement says so, with an icon and words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.ui.wizard.conftest import Table, desk_of

from planbureau.ui.wizard.header import lacking_consent
from planbureau.views import VersionRow


@pytest.mark.parametrize(
    ("status", "without", "reason", "said"),
    [
        ("active", True, "Vader is niet te bereiken.", "vastgesteld zonder instemming"),
        ("closed", True, "Vader is niet te bereiken.", "vastgesteld zonder instemming"),
        ("active", True, "", "akkoord ingetrokken"),
        ("active", False, "", ""),
        ("concept_beside_active", True, "Vader is niet te bereiken.", ""),
    ],
)
def test_not_everybody_agrees(osp: Table, status: str, reason: str, said: str, *, without: bool) -> None:
    version = VersionRow(osp.plan_id, 1, date(2026, 3, 16), "u", "", without_consent=without, reason=reason)
    plan = replace(osp.stored, status=status, versions=(version,))
    assert lacking_consent(plan) == said
    assert lacking_consent(replace(osp.stored, versions=())) == ""


def test_the_head_shows_it(osp: Table) -> None:
    page = osp.open()
    header = page.header
    assert header.without.isHidden()
    version = VersionRow(osp.plan_id, 1, date(2026, 3, 16), "u", "", without_consent=True, reason="x")
    desk = desk_of(page)
    desk.plan = replace(osp.stored, status="active", versions=(version,))
    header.show_plan(desk, "")
    assert header.without.isVisibleTo(page)
    assert header.without.text() == "vastgesteld zonder instemming"


def test_in_a_narrow_window_the_name_has_room(osp: Table) -> None:
    """What is needed less often goes into the menu, and does there what its button did."""
    page = osp.open()
    header = page.header
    wide = [action.text() for action in header.menu().actions()]
    header.set_compact(True)
    assert header.start.isHidden()
    assert header.note.isHidden()
    assert header.preview.isVisibleTo(page)
    menu = header.menu()
    texts = [action.text() for action in menu.actions()]
    assert texts[:3] == ["Startafspraken", "Kladblad (F8)", "Rapporteren (Ctrl+R)"]
    assert texts[-len(wide) :] == wide
    asked: list[str] = []
    header.print_requested.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == ["start"]
    header.set_compact(False)
    assert header.start.isVisibleTo(page)
    assert header.note.isVisibleTo(page)
