"""Startafspraken is one A4, whatever stands in the plan."""

# ruff: noqa: E501  # each case stands on one line

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from tests.documents.editions import demir, noor
from tests.documents.editions.shipped import context, pictograms

from planbureau.documents.editions import edit
from planbureau.documents.pdf import render
from planbureau.documents.text_dump import dump
from planbureau.formats.answers import Answer
from planbureau.views import AnswerView, ContactPoint, PlanView

LONG = "Ik wil rust in huis en ik wil mijn moeder zien. " * 2084  # 100,000 characters
ONE_WORD = "a" * 100_000
LINES = "regel\n\n" * 15_000


def full(text: str) -> PlanView:
    """The rich plan in which everything that this page shows is this text."""
    view = noor.rich()
    names = ("belangrijk_voor_mij", "benaderen", "moet_je_weten", "bereikbaar")
    rows = [{"id": str(n), "wie": text, "nummer": text, "wanneer": text} for n in range(40)]
    answers = {name: AnswerView(name, Answer(text)) for name in names}
    answers["wie_bellen"] = AnswerView("wie_bellen", Answer(rows))
    person = replace(noor.NOOR, given_name=text, call_name="", contacts=(ContactPoint("t", "phone", text),))
    client = replace(view.client, person=person) if view.client else None
    return replace(
        view,
        client=client,
        clients=(client,) if client else (),
        organisation=text,
        answers={**view.answers, **answers},
        agreements=tuple(
            replace(one, what=text, easy_text="", who_function=text, when=text) for one in view.agreements * 9
        ),
        risks=tuple(replace(one, what=text, measures=text) for one in view.risks * 9),
        relations=tuple(replace(one, role=text, contact_order=1) for one in view.relations),
    )


@pytest.mark.parametrize(
    "view",
    [noor.rich(), noor.empty(), demir.rich(), demir.empty(), full(LONG), full(ONE_WORD), full(LINES), full("漢" * 9000)],
    ids=["rijk", "leeg", "gezin", "leeg gezin", "lang", "een woord", "regels", "chinees"],
)  # fmt: skip
def test_it_is_one_page(view: PlanView) -> None:
    pdf = render(edit(view, "start", context()).document, pictograms())
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 1


def test_what_does_not_fit_is_said() -> None:
    assert "Dit is niet alles" in dump(edit(full(LONG), "start", context()).document)
    assert "Dit is niet alles" not in dump(edit(noor.empty(), "start", context()).document)


def test_three_agreements_with_who_and_when() -> None:
    text = dump(edit(noor.rich(), "start", context()).document)
    assert '"Mama belt op woensdag."' in text
    assert '"Els"' in text
    assert "Rico haalt Noor op" not in text  # the fourth


def test_a_family_plan_without_agreements_takes_its_first_actions() -> None:
    text = dump(edit(demir.rich(), "start", context()).document)
    assert "Opa past op woensdag op." in text
    assert "De time-out hangt op." not in text  # done already
    assert "Folder lezen" not in text  # lapsed


def test_calls_stand_in_the_order_of_the_list() -> None:
    text = dump(edit(noor.rich(), "start", context()).document)
    assert text.index("06 10 00 00 03") < text.index("06 19 99 99 04") < text.index("030 100 00 02")


def test_heavy_risks_come_first() -> None:
    view = noor.rich()
    light = replace(view.risks[0], likelihood="laag", impact="laag", order=1)
    text = dump(edit(replace(view, risks=(light, view.risks[1])), "start", context()).document)
    assert text.index("Geld uitgeven") < text.index("Vallen op de trap")
