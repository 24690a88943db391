"""A part that somebody must agree with stays a concept in an adopted plan until then (PLZ-01)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.documents.editions import noor
from tests.documents.editions.shipped import context

from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.pending import pending
from planbureau.views import ConsentView, PersonView, RelationView

JOKE, PIET = (
    RelationView(f"r-{name}", "c-noor", PersonView(name, given_name=name), role="pleegouder")
    for name in ("Joke", "Piet")
)
ANS = RelationView("r-Ans", "c-noor", PersonView("Ans", given_name="Ans"), role="Pleegmoeder")


def said(person: str, outcome: str = "agreed", withdrawn_on: date | None = None) -> ConsentView:
    return ConsentView(
        "",
        noor.PLAN,
        1,
        person_id=person,
        capacity="foster_parent",
        outcome=outcome,
        withdrawn_on=withdrawn_on,
    )


@pytest.mark.parametrize(
    ("around", "consents", "waits"),
    [
        ((JOKE,), (said("Joke"),), ""),
        ((JOKE,), (), "pleegouder"),
        ((JOKE, ANS), (said("Joke"),), "pleegouder"),
        ((), (), "pleegouder"),
        ((JOKE,), (said("Joke", "refused"),), "pleegouder"),
        ((JOKE, PIET), (said("Joke"),), "pleegouder"),
        ((JOKE, PIET), (said("Joke"), said("Piet")), ""),
        ((JOKE,), (said("Joke", withdrawn_on=date(2026, 3, 1)),), "pleegouder"),
    ],
)
def test_every_foster_parent_must_have_agreed(
    around: tuple[RelationView, ...], consents: tuple[ConsentView, ...], waits: str
) -> None:
    view, meeting = noor.adopted()
    view = replace(view, relations=around, consents=consents)
    paper = Paper.of(view, context(frozenset(), meeting))
    plain = view.format.sections[1]
    assert pending(replace(plain, agreed_by="foster_parent"), paper) == waits
    assert pending(plain, paper) == ""


def test_a_concept_is_a_concept_as_a_whole() -> None:
    paper = Paper.of(noor.rich(), context(frozenset(), {}))
    assert pending(replace(paper.view.format.sections[1], agreed_by="foster_parent"), paper) == ""
