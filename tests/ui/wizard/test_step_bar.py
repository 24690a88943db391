"""The steps of one plan after those of another: nothing is asked for that is not there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.step_list import Step
from planbureau.ui.wizard.step_bar import StepBar


def test_the_steps_of_another_plan_ask_for_none_of_its_own(qtbot: QtBot, context: ThemeContext) -> None:
    bar = StepBar(context)
    for widget in (bar.side, bar.top):
        qtbot.addWidget(widget)
    asked: list[str] = []
    bar.step_requested.connect(asked.append)
    bar.set_steps((Step("kader", "Kader"), Step("inzet", "Inzet")), 0)
    bar.set_current("inzet")
    bar.set_steps((Step("kader", "Kader"), Step("wensen", "Wensen")), 0)
    assert asked == []
    assert bar.box.count() == 2
    assert bar.box.value() == ""
