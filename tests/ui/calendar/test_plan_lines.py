"""The plans on the start page: two writes right after each other leave no window behind."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.vault_room import DAY

from planbureau.clock import FixedClock
from planbureau.ui.calendar.plan_lines import PlanLines
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card


def test_a_card_that_is_replaced_at_once_never_becomes_a_window(qtbot: QtBot, context: ThemeContext) -> None:
    lines = PlanLines(context, FixedClock.on(DAY))
    qtbot.addWidget(lines)
    lines.show()
    qtbot.waitExposed(lines)
    for _ in range(2):
        lines.show_plans((), ())
    QApplication.processEvents()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, Card) and one.isVisible()] == []
