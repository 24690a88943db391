"""The overview for the inspectorate from the settings page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401

from planbureau.ui.page import PageContext
from planbureau.ui.settings.wzd_card import WzdCard, last_half_year
from planbureau.ui.start.choosers import Choosers


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        (date(2026, 6, 30), date(2025, 7, 1), date(2025, 12, 31)),
        (date(2026, 7, 1), date(2026, 1, 1), date(2026, 6, 30)),
    ],
)
def test_the_half_year_that_is_over_is_proposed(today: date, first: date, last: date) -> None:
    assert last_half_year(today) == (first, last)


def test_the_file_is_saved_and_the_next_day_is_told(
    qtbot: QtBot, page_context: PageContext, tmp_path: Path
) -> None:
    target = tmp_path / "overzicht"
    card = WzdCard(page_context, Choosers(csv=lambda _parent, _name: target))
    qtbot.addWidget(card)
    card.last.set_value(date(2025, 8, 31))
    card.save_button.click()
    assert (tmp_path / "overzicht.csv").read_bytes().decode("utf-8-sig").startswith("soort regel;")
    told = card.result.accessibleName()
    assert "0 regels" in told
    assert "niet versleuteld" in told
    assert "28 februari 2026" in told  # six months after 31 August (rules A4, WZD-09)


def test_a_period_that_ends_before_it_begins_makes_nothing(qtbot: QtBot, page_context: PageContext) -> None:
    asked: list[str] = []
    card = WzdCard(page_context, Choosers(csv=lambda _parent, name: asked.append(name)))
    qtbot.addWidget(card)
    card.last.set_value(date(2000, 1, 1))
    card.save_button.click()
    assert asked == []
    assert "voor de eerste dag" in card.result.accessibleName()


def test_what_was_sent_is_noted_and_never_of_a_day_to_come(qtbot: QtBot, page_context: PageContext) -> None:
    card = WzdCard(page_context, Choosers())
    qtbot.addWidget(card)
    card.last.set_value(date(2030, 1, 1))
    card.sent_button.click()
    assert "Kies de laatste dag" in card.result.accessibleName()
    card.last.set_value(date(2025, 8, 31))
    card.sent_button.click()
    assert "28 februari 2026" in card.result.accessibleName()
    (row,) = page_context.workspace.calendar.deadlines()
    assert (row.plan_id, row.deadline.last_date) == ("", date(2026, 2, 28))
