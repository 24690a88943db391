"""Taking over an answer from another plan of the same client or household."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.errors import InvalidInputError
from planbureau.services.api import AdoptPlan, Workspace
from planbureau.views import AnswerOfferView, PersonView

KEY = "belangrijk_voor_mij"
DAY = date(2026, 3, 16)
WORDS = "Rust aan tafel, en samen koken op vrijdag."


def _client(workspace: Workspace, name: str = "Noor") -> str:
    client_id, _ = workspace.clients.add_client(
        PersonView(given_name=name, family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    )
    return client_id


def _plan(workspace: Workspace, client_id: str) -> str:
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    return plan_id


def _said(workspace: Workspace, plan_id: str, value: object = WORDS, key: str = KEY) -> None:
    heads = workspace.plans.plan(plan_id).answers.get(key)
    workspace.plans.save_answer(
        plan_id, key, value, heads.heads if heads else (), easy_text="Rustig eten.", pictograms=("eten",)
    )


def _offer(workspace: Workspace, plan_id: str, key: str = KEY) -> AnswerOfferView:
    (found,) = [one for one in workspace.offers.of_plan(plan_id) if one.key == key]
    return found


def test_an_answer_is_offered_taken_over_whole_and_then_on_its_own(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old = _plan(workspace, client_id)
    _said(workspace, old)
    new = _plan(workspace, client_id)
    offer = _offer(workspace, new)
    assert offer.where == "het ondersteuningsplan van 16 maart 2026"
    assert workspace.plans.plan(new).answers == {}

    changes = workspace.offers.take(offer)
    assert new in changes.subjects
    taken = workspace.plans.plan(new).answer(KEY)
    assert (taken.value, taken.easy_text, taken.pictograms) == (WORDS, "Rustig eten.", ("eten",))
    assert not taken.easy_stale
    assert all(one.key != KEY for one in workspace.offers.of_plan(new))
    view = workspace.plans.plan(new).answers[KEY]
    workspace.plans.save_answer(new, KEY, "Nu anders.", view.heads)
    assert workspace.plans.plan(old).answer(KEY).value == WORDS


def test_an_easy_text_that_was_stale_stays_so_in_the_copy(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    _said(workspace, old)
    view = workspace.plans.plan(old).answers[KEY]
    workspace.plans.save_answer(old, KEY, "Eigenlijk iets anders.", view.heads)
    assert workspace.plans.plan(old).answer(KEY).easy_stale
    workspace.offers.take(_offer(workspace, new))
    assert workspace.plans.plan(new).answer(KEY).easy_stale


def test_a_life_domain_is_taken_over(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    plan = workspace.plans.plan(old)
    question = next(q for s in plan.format.sections for q in s.questions if q.kind.value == "life_domain")
    domain = plan.format.domain_set(question.domain_set).domains[0]
    key = f"{question.id}/{domain.id}"
    workspace.plans.save_answer(old, key, {"state": "open", "now": "Slaapt slecht"}, ())
    workspace.offers.take(_offer(workspace, new, key))
    assert workspace.plans.plan(new).answer(key).value == {"state": "open", "now": "Slaapt slecht"}


def test_an_emptied_answer_can_be_taken_over_again(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    _said(workspace, old)
    workspace.plans.save_answer(new, KEY, "Iets", ())
    workspace.plans.save_answer(new, KEY, "", workspace.plans.plan(new).answers[KEY].heads)
    workspace.offers.take(_offer(workspace, new))
    assert workspace.plans.plan(new).answer(KEY).value == WORDS
    assert not workspace.plans.plan(new).answers[KEY].conflicts


def test_what_was_answered_or_changed_meanwhile_is_not_overwritten(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    _said(workspace, old)
    offer = _offer(workspace, new)
    with pytest.raises(InvalidInputError, match="niet meer worden overgenomen"):
        workspace.offers.take(replace(offer, answer=replace(offer.answer, value="Verzonnen")))
    workspace.plans.save_answer(new, KEY, "Zelf geschreven", ())
    with pytest.raises(InvalidInputError, match="niet meer worden overgenomen"):
        workspace.offers.take(offer)
    assert workspace.plans.plan(new).answer(KEY).value == "Zelf geschreven"


def test_what_is_not_for_somebody_is_not_offered(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    _said(workspace, old)
    offer = _offer(workspace, new)
    person, _ = workspace.clients.add_person(PersonView(given_name="Ada"))
    workspace.clients.restrict("answer", f"{old}:{KEY}", (person,), "afgesproken")
    assert all(one.key != KEY for one in workspace.offers.of_plan(new))
    with pytest.raises(InvalidInputError, match="niet meer worden overgenomen"):
        workspace.offers.take(offer)


def test_nothing_crosses_from_one_person_to_another_or_between_a_person_and_a_family(
    workspace: Workspace,
) -> None:
    noor, sem = _client(workspace), _client(workspace, "Sem")
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    for client_id in (noor, sem):
        workspace.clients.add_member(home, workspace.clients.client(client_id).person.id, "kind")
    plan = _plan(workspace, noor)
    _said(workspace, plan)
    family, _ = workspace.plans.start_plan("gzp", household_id=home)
    assert workspace.offers.of_plan(_plan(workspace, sem)) == ()
    assert workspace.offers.of_plan(family) == ()


def test_a_closed_plan_takes_nothing_over_but_still_offers(workspace: Workspace) -> None:
    client_id = _client(workspace)
    old, new = _plan(workspace, client_id), _plan(workspace, client_id)
    _said(workspace, old)
    workspace.plans.close_plan(old, "overgedragen")
    offer = _offer(workspace, new)
    workspace.plans.close_plan(new, "vergissing")
    with pytest.raises(InvalidInputError, match="niet meer worden overgenomen"):
        workspace.offers.take(offer)


def test_a_personal_plan_that_was_handed_in_is_told_at_the_care_plan_under_the_same_law(
    workspace: Workspace,
) -> None:
    """Wlz 8.1.3 lid 2; the parts are then taken over, with what the provider wrote beside them."""
    client_id = _client(workspace)
    own, _ = workspace.plans.start_plan("pp", client_id)
    workspace.plans.save_frame(workspace.plans.plan(own), ["wlz"], [], {})
    workspace.plans.save_answer(own, "wlz_bereiken", "Elke dag naar buiten.", ())
    care = _plan(workspace, client_id)

    def told(regimes: list[str], flags: list[str]) -> list[str]:
        plan = workspace.plans.plan(care)
        workspace.plans.save_frame(plan, regimes, flags, dict(plan.triggers))
        gates = workspace.plans.adoption_check(care, DAY).gates
        return [
            gate.text for gate in gates if gate.id.endswith("persoonlijk_plan_ingeleverd") and not gate.blocks
        ]

    assert told(["wlz"], []) == [], "not handed in yet"
    workspace.plans.adopt(AdoptPlan(own, DAY, "", (), "", (), "", ()))
    assert told(["wlz"], []) == ["De cliënt leverde een persoonlijk plan in. Zet dat aan in de eerste stap"]
    assert told(["wmo"], []) == []
    assert told(["wlz"], ["persoonlijk_plan_ingeleverd"]) == []
    workspace.offers.take(_offer(workspace, care, "persoonlijk_plan_gebruikt"))
    rows = workspace.plans.plan(care).answer("persoonlijk_plan_gebruikt").value
    assert rows == [{"id": "wlz_bereiken", "wens": "Elke dag naar buiten."}]
