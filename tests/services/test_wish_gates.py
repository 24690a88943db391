"""A wish that is not followed because of good care is decided with a colleague (rules B6)."""

from __future__ import annotations

from datetime import date

import pytest
from tests.vault_room import DAY

from planbureau.services.api import Workspace
from planbureau.views import PersonView


@pytest.mark.parametrize(
    ("ground", "colleague", "asked"),
    [("goede_zorg", [], True), ("goede_zorg", [{"name": "Aïcha"}], False), ("wet", [], False)],
)
def test_a_refusal_for_good_care_names_a_colleague(
    workspace: Workspace, ground: str, colleague: list[dict[str, str]], *, asked: bool
) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=date(1990, 5, 1)))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(plan_id, "wens_niet_gevolgd", "ja", ())
    wish = {"id": "w1", "wens": "Een hond", "grond": ground, "collega": colleague}
    workspace.plans.save_answer(plan_id, "wensen_niet_gevolgd", [wish], ())
    texts = [gate.text for gate in workspace.plans.adoption_check(plan_id, DAY).gates]
    assert any("met welke collega" in text for text in texts) is asked
