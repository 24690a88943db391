"""The easy text of a risk knows for which words it was written: what may happen, and what is done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.services.test_evaluation_report import plan_of, workspace

from planbureau.services.api import Workspace
from planbureau.views import RiskView

__all__ = ["workspace"]

EASY = "Ik kan vallen. 's Nachts is er een lampje aan."
PICTURES = ("vallen", "lamp")


@pytest.mark.parametrize(
    ("changed", "stale"),
    [
        ({"what": "Struikelen"}, True),
        ({"measures": "Geen lampje meer."}, True),
        ({"signs": "Wankelt."}, False),
    ],
)
def test_an_easy_text_knows_for_which_words_it_was_written(
    workspace: Workspace, changed: dict[str, Any], stale: bool
) -> None:
    plans, plan_id = workspace.plans, plan_of(workspace, "osp", "wlz", {})
    told = RiskView(
        "", plan_id, what="Vallen", measures="Lampje in de gang.", easy_text=EASY, pictograms=PICTURES
    )
    plans.add_risk(told)
    (risk,) = plans.plan(plan_id).risks
    assert (risk.easy_text, risk.pictograms, risk.easy_stale) == (EASY, PICTURES, False)
    plans.save_risk(risk, replace(risk, **changed))
    (after,) = plans.plan(plan_id).risks
    assert after.easy_stale is stale
    plans.save_risk(after, replace(after, easy_stale=False))
    assert not plans.plan(plan_id).risks[0].easy_stale, "somebody read it and found it still right"
