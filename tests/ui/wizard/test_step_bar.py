"""The steps of one plan after those of another: nothing is asked for that is not there."""

from __future__ import annotations

import pytest
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
    assert bar.box.placeholderText() == "Kies een stap"


@pytest.mark.parametrize(("needed", "says"), [(0, "Let op: gevaar"), (2, "Let op: gevaar. Nog nodig: 2")])
def test_a_plan_in_which_somebody_may_be_harmed_is_never_called_ready(
    qtbot: QtBot, context: ThemeContext, needed: int, says: str
) -> None:
    bar = StepBar(context)
    for widget in (bar.side, bar.top):
        qtbot.addWidget(widget)
    step = Step("besluit", "Besluit", attention=1, danger=1)
    bar.set_steps((Step("kader", "Kader"), step), needed)
    assert (bar.missing.label(), bar.missing_top.label()) == (says, says)
    assert step.state == "let op: gevaar"
    assert not step.done
    bar.set_steps((Step("kader", "Kader"), Step("besluit", "Besluit")), 0)
    assert bar.missing.label() == "Alles is ingevuld"
