"""What plans for adults ask of the screen: words to begin with, one tap for the rest, a warning at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.wizard.conftest import Table, desk_of, field_of

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.views import PersonView

Maker = Callable[[str, str], Table]


@pytest.fixture
def plan_of(workspace: Workspace, page_context: PageContext, qtbot: QtBot) -> Iterator[Maker]:
    """A new plan of this type under this law, of an adult."""
    made: list[Table] = []

    def make(plan_type: str, regime: str) -> Table:
        client, _ = workspace.clients.add_client(PersonView(given_name="Idris", birth_date=date(1988, 8, 21)))
        plan_id, _ = workspace.plans.start_plan(plan_type, client)
        if workspace.own_plans.is_own(plan_id):
            workspace.own_plans.choose_code(plan_id, "lente7")
            workspace.own_plans.open(plan_id, "lente7")
        else:
            workspace.plans.save_frame(workspace.plans.plan(plan_id), [regime], [], {})
        made.append(Table(qtbot, page_context, plan_id, client, ""))
        return made[-1]

    yield make
    for table in made:
        table.leave()


def test_words_to_begin_with_go_into_the_text_one_below_the_other(plan_of: Maker) -> None:
    table = plan_of("wrap", "")
    page = table.open()
    found = field_of(page, "wat_helpt")
    assert isinstance(found, LongTextField)
    for words in ("Wandelen", "Iemand bellen"):
        chip = found.ideas.chip(words)
        assert chip is not None
        chip.click()
    assert found.value() == "Wandelen\nIemand bellen"
    assert found.ideas.chip("Wandelen") is None
    assert found.flush()
    assert table.stored.answer("wat_helpt").value == "Wandelen\nIemand bellen"


def test_one_tap_puts_every_untouched_domain_aside(plan_of: Maker) -> None:
    table = plan_of("wmo", "wmo")
    page = table.open()
    found = field_of(page, "leefgebieden")
    assert isinstance(found, LifeDomainField)
    geld = found.cards["geld"]._states.chip("open")
    assert geld is not None
    geld.click()
    assert not found.rest.isHidden()
    found.rest.click()
    assert found.flush()
    states = {
        key.split("/")[1]: item.answer.value["state"]
        for key, item in table.stored.answers.items()
        if key.startswith("leefgebieden/")
    }
    assert states.pop("geld") == "open"
    assert len(states) == 12
    assert set(states.values()) == {"not_now"}
    assert found.rest.isHidden()


def test_acute_danger_is_told_at_once_where_it_was_said(plan_of: Maker) -> None:
    table = plan_of("mld", "wmo")
    page = table.open()
    found = field_of(page, "acuut_onveilig")
    decision = field_of(page, "besluit")
    assert isinstance(found, ChoiceField)
    assert isinstance(decision, ChoiceField)
    found._radios["ja"].click()
    assert found.flush()
    assert "Meld bij Veilig Thuis: 0800-2000" in found.message.text()
    assert "Let op" in found.message.accessibleName()
    decision._radios["zelf_hulp"].click()
    assert decision.flush()
    assert "0800-2000" in decision.message.text()
    warnings = [item for item in desk_of(page).missing() if item.level == "danger"]
    assert [item.question_id for item in warnings] == ["besluit"]
    assert {step.id for step in page.steps.list.steps() if step.danger} == {"besluit"}
    assert page.steps.missing.label().startswith("Let op: gevaar")
    assert page.header.start.isHidden()  # nothing of a shielded plan hangs on somebody's wall
    decision._radios["melden"].click()
    assert decision.flush()
    table.workspace.plans.save_answer(table.plan_id, "gemeld_op", "2026-03-16", ())
    desk_of(page).reload()
    assert not [item for item in desk_of(page).missing() if item.level == "danger"]
