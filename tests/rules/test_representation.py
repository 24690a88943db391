"""Who represents: the order of B4 for four laws."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.representation import (
    Candidate,
    Relation,
    RepresentationLaw,
    capacity_of,
    find_representative,
    law_for,
)
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases/consent/representation.toml").read_text(encoding="utf-8")
)["case"]
WILLING = {"yes": True, "no": False, "?": None}


def candidate(text: str) -> Candidate:
    person, relation, willing = text.split(":")
    return Candidate(person, Relation[relation], WILLING[willing], signed_willingness=True)


@pytest.mark.parametrize(
    ("case", "law"),
    list(product(CASES, RepresentationLaw)),
    ids=lambda x: x["name"] if isinstance(x, dict) else x.name,
)
def test_the_order_of_four_laws(case: dict[str, Any], law: RepresentationLaw) -> None:
    found = find_representative(law, [candidate(text) for text in case["candidates"]])
    assert [one.person_id for one in found.chosen] == case[law.name]
    assert bool(found.advice) or found.chosen


def test_who_drops_out_is_listed_with_the_reason() -> None:
    people = [
        candidate(t) for t in ("b:ADMINISTRATOR:yes", "g:GRANDCHILD:yes", "p:SPOUSE:no", "s:SISTER:yes")
    ]
    reasons = {c.person_id: why for c, why in find_representative(RepresentationLaw.WLZ, people).passed_over}
    assert set(reasons) == {"b", "g", "p"}
    assert "nooit over zorg" in reasons["b"]
    assert reasons["p"] == "wil niet optreden"


@pytest.mark.parametrize(
    "change",
    [
        {"signed_willingness": False},
        {"adult": False},
        {"legally_capable": False},
        {"involved_in_care": True},
    ],
)
def test_the_wzd_asks_more_of_an_authorised_person(change: dict[str, Any]) -> None:
    person = replace(candidate("v:AUTHORISED:yes"), **change)
    assert find_representative(RepresentationLaw.WLZ, [person]).chosen == (person,)
    found = find_representative(RepresentationLaw.WZD, [person, candidate("s:SISTER:yes")])
    assert [one.person_id for one in found.chosen] == ["s"]
    assert find_representative(RepresentationLaw.WZD, [person]).advice.startswith(
        "Er is niemand. De zorgaanbieder"
    )


def test_somebody_earlier_who_was_not_asked_is_asked_first() -> None:
    found = find_representative(RepresentationLaw.WLZ, [candidate("p:SPOUSE:?"), candidate("s:SISTER:yes")])
    assert [one.person_id for one in found.not_asked] == ["p"]
    assert found.passed_over == ()
    assert found.advice.startswith("Vraag eerst")
    only = find_representative(RepresentationLaw.WLZ, [candidate("p:SPOUSE:?")])
    assert (only.chosen, only.group) == ((), None)
    assert only.advice.startswith("Vraag eerst")


def test_a_mentor_keeps_asking_the_client() -> None:
    assert "1:454" in find_representative(RepresentationLaw.WLZ, [candidate("m:MENTOR:yes")]).advice


@pytest.mark.parametrize(
    ("regime", "wzd", "medical", "law"),
    [
        (Regime.JEUGDWET, False, False, RepresentationLaw.JEUGDWET),
        (Regime.JEUGDWET, False, True, RepresentationLaw.WGBO),
        (Regime.ZVW, False, False, RepresentationLaw.WGBO),
        (Regime.WLZ, False, False, RepresentationLaw.WLZ),
        (Regime.WLZ, True, True, RepresentationLaw.WZD),
        (Regime.WMO, False, False, RepresentationLaw.WLZ),
    ],
)
def test_each_regime_has_its_law(regime: Regime, wzd: bool, medical: bool, law: RepresentationLaw) -> None:
    assert law_for(regime, wzd=wzd, medical=medical) is law


def test_the_order_under_the_wmo_is_marked_as_our_own_choice() -> None:
    people = [candidate("s:SISTER:yes")]
    assert find_representative(RepresentationLaw.WLZ, people, regime=Regime.WMO).mark is Mark.OWN
    assert find_representative(RepresentationLaw.WLZ, people, regime=Regime.WLZ).mark is Mark.LAW


def test_an_administrator_has_no_capacity_in_care() -> None:
    assert capacity_of(Relation.ADMINISTRATOR) is None
    assert capacity_of(Relation.OTHER) is None
    assert capacity_of(Relation.SPOUSE) is Capacity.PARTNER
    assert capacity_of(Relation.GRANDCHILD) is Capacity.RELATIVE
