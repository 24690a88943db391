"""The words of every edition, as they were looked at and found good."""

from __future__ import annotations

import pytest
from tests.documents.editions.cases import GOLDEN, cases, names
from tests.documents.editions.shipped import pictograms
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.pdf import render
from planbureau.documents.text_dump import dump


@pytest.mark.parametrize(("name", "edition"), names())
def test_the_words_are_those_of_the_golden_file(name: str, edition: str) -> None:
    expected = (GOLDEN / f"{name}-{edition}.txt").read_text("utf-8")
    assert dump(cases()[name].edited(edition).document) == expected


@pytest.mark.parametrize(("name", "edition"), names())
def test_every_print_is_accessible(name: str, edition: str) -> None:
    assert_pdf_ua(render(cases()[name].edited(edition).document, pictograms()))
