"""The judgement about one decision (B5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from planbureau.rules.consent.competence import (
    CompetenceFacts,
    CompetenceOutcome,
    check_competence,
    is_general_judgement,
)

GOOD = CompetenceFacts(
    decision="Kan Ria kiezen of zij medicijn X neemt?",
    outcome=CompetenceOutcome.NOT_COMPETENT,
    judged_by="J. de Wit",
    function="arts",
    method="stappenplan",
    judged_at=datetime(2026, 4, 15, 10, tzinfo=UTC),
    spoke_with_representative=True,
    representative_agrees=True,
    own_wish="Ik wil geen pillen.",
    how_asked="thuis, met foto's",
    valid_until="volgende evaluatie",
    officer_informed=True,
)


def fields(facts: CompetenceFacts, *, wzd: bool = False) -> list[str]:
    return [hint.field for hint in check_competence(facts, wzd=wzd)]


def test_a_good_record() -> None:
    assert fields(GOOD, wzd=True) == fields(GOOD) == []


def test_the_wzd_asks_more() -> None:
    base = ["decision", "outcome", "judged_by", "function", "method", "judged_at", "own_wish"]
    extra = ["spoke_with_representative", "how_asked", "valid_until", "officer_informed"]
    assert fields(CompetenceFacts()) == base
    assert fields(CompetenceFacts(), wzd=True) == base + extra


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("is wilsonbekwaam", True),
        ("Cliënt is volledig wilsonbekwaam.", True),
        ("wilsonbekwaam verklaard", True),
        ("wilsonbekwaam op alle gebieden", True),
        ("wilsonbekwaam voor verhuizen naar de Lindehof", False),
        ("Kan hij beslissen over de operatie?", False),
        ("", False),
    ],
)
def test_nobody_is_incompetent_in_general(text: str, general: bool) -> None:
    assert is_general_judgement(text) is general
    assert any(h.level.value == "wrong" for h in check_competence(replace(GOOD, decision=text))) is general


def test_no_agreement_asks_for_a_second_expert() -> None:
    unsure = replace(GOOD, representative_agrees=None)
    assert fields(unsure) == ["representative_agrees"]
    differs = replace(GOOD, representative_agrees=False)
    assert [h.level.value for h in check_competence(differs)] == ["tip"]
    assert [h.level.value for h in check_competence(differs, wzd=True)] == ["needed"]
    assert fields(replace(differs, second_expert="dr. Bos"), wzd=True) == []
