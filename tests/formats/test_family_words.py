"""A report of a family's plan says "wij" and "jullie"; that of one person stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.vault_room import SHIPPED

from planbureau.formats.family_words import annex_about
from planbureau.formats.model import PlanFormat, Subject

OF_ONE = re.compile(r"\b(ik|mij|mijn|je|jij|jou|jouw)\b", re.IGNORECASE)


def easy_texts(annex: PlanFormat) -> Iterator[str]:
    yield annex.easy_title
    for section in annex.sections:
        yield section.easy_title
        yield from (question.easy_label for question in section.questions)


@pytest.mark.parametrize("name", ["evaluatieverslag", "bespreking"])
def test_a_family_speaks_as_we(name: str) -> None:
    annex = SHIPPED().formats.get(name)
    ours = annex_about(annex, Subject.HOUSEHOLD)
    assert [text for text in easy_texts(ours) if OF_ONE.search(text)] == []
    assert ours.subject is Subject.HOUSEHOLD
    assert list(easy_texts(annex_about(annex, Subject.CLIENT))) == list(easy_texts(annex))


def test_all_the_rest_stays() -> None:
    annex = SHIPPED().formats.get("evaluatieverslag")
    ours = annex_about(annex, Subject.HOUSEHOLD)
    assert [one.title for one in ours.sections] == [one.title for one in annex.sections]
    assert [q.label for s in ours.sections for q in s.questions] == [
        q.label for s in annex.sections for q in s.questions
    ]
