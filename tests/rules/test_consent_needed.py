"""Who must consent: all rows of B2, and its required cases with people."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.consent.capacity import Capacity, CustodyHolder, CustodyKind, is_foster_parent
from planbureau.rules.consent.facts import ConsentFacts, CourtOrder, Measure, Party, Topic
from planbureau.rules.consent.needed import PeopleAround, consent_needed, signers
from planbureau.rules.consent.table import ROWS
from planbureau.rules.dates import age_on
from planbureau.rules.regime import Regime

FOLDER = Path(__file__).parents[1] / "cases/consent"
NEEDED = tomllib.loads((FOLDER / "needed.toml").read_text(encoding="utf-8"))["case"]
PEOPLE = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))["case"]
LETTERS = {
    "K": Party.CLIENT,
    "G": Party.CUSTODY,
    "V": Party.REPRESENTATIVE,
    "P": Party.FOSTER,
    "GI": Party.GI,
}
READERS = {"regime": Regime, "measure": Measure, "topic": Topic, "court_order": CourtOrder}
FOSTER = tomllib.loads((FOLDER / "foster.toml").read_text(encoding="utf-8"))
DAY = date(2026, 4, 15)


def facts_of(data: dict[str, Any]) -> ConsentFacts:
    values: dict[str, Any] = {key: READERS.get(key, lambda v: v)(value) for key, value in data.items()}
    return ConsentFacts(**values)


@pytest.mark.parametrize("case", NEEDED, ids=lambda c: c["name"])
def test_a_row_of_the_table(case: dict[str, Any]) -> None:
    need = consent_needed(facts_of(case["facts"]))
    expected = [one.partition("-heard") for one in case["needed"]]
    assert list(need.needed) == [LETTERS[who] for who, heard, _ in expected if not heard]
    assert list(need.heard) == [LETTERS[who] for who, heard, _ in expected if heard]
    assert list(need.rows) == case["rows"]
    assert list(need.resistance_counts) == [LETTERS[who] for who in case.get("resists", [])]
    assert need.mark.value == case.get("mark", need.mark.value)
    assert need.source
    assert need.text


def test_every_row_of_the_table_has_a_case() -> None:
    assert {row for case in NEEDED for row in case["rows"]} == set(range(1, 32))
    # 10, 11, 12, 26 and 27 add to another row; the others stand in the data.
    assert {row.number for row in ROWS if row.number} == set(range(1, 32)) - {10, 11, 12, 26, 27}


def test_the_table_answers_for_all_facts() -> None:
    """No combination of regime, age, competence, measure and topic falls through."""
    measures: tuple[Measure | None, ...] = (None, *Measure)
    flags = (True, False)
    for regime, age, competent, measure, topic, wzd in product(
        Regime, (0, 11, 12, 15, 16, 17, 18, 99), flags, measures, Topic, flags
    ):
        need = consent_needed(
            ConsentFacts(regime, age, competent, topic, wzd=wzd, measure=measure, within_measure=True)
        )
        assert need.text
        assert not set(need.needed) & set(need.heard)


@pytest.mark.parametrize("case", PEOPLE, ids=lambda c: c["name"])
def test_a_required_case_with_people(case: dict[str, Any]) -> None:
    age = age_on(case["born"], case.get("on", DAY))
    need = consent_needed(facts_of({"regime": case["regime"], "age": age, **case.get("facts", {})}))
    who, _, capacity = case.get("representative", "").partition(":")
    kinds = {"gi": CustodyKind.GI_GUARDIAN}
    people = PeopleAround(
        "client",
        tuple(CustodyHolder(p, kinds.get(p, CustodyKind.PARENT)) for p in case["custody"]),
        (who, Capacity(capacity)) if who else None,
        tuple(case.get("foster", [])),
    )
    found = signers(need, people)
    assert [f"{person}:{capacity.value}" for person, capacity in found.asked] == case["asked"]
    assert [party.value for party in found.missing] == case.get("missing", [])
    if "heard" in case:
        assert [party.value for party in need.heard] == case["heard"]


def test_a_foster_parent_is_known_by_the_role_in_anybodys_words() -> None:
    assert [role for role in FOSTER["foster"] if not is_foster_parent(role)] == []
    assert [role for role in FOSTER["other"] if is_foster_parent(role)] == []
