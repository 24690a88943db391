"""A photo or scan that is an answer prints as a picture, with words that replace it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.editions import noor
from tests.documents.editions.shipped import context, format_of, pictograms
from tests.documents.samples import photo
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.blocks import BulletList, Document, Figure, KeepTogether, ListItem
from planbureau.documents.editions import edit
from planbureau.documents.pdf import render
from planbureau.formats.answers import Answer, JsonValue
from planbureau.views import AnswerView, PlanView

PAPER: JsonValue = [
    {"sha256": "aa", "name": "muur.jpg", "media_type": "image/jpeg", "caption": "De poster van onze avond"},
    {"sha256": "bb", "name": "brief.jpg", "media_type": "image/jpeg", "caption": ""},
    {"sha256": "cc", "name": "plan.docx", "media_type": "application/octet-stream", "caption": "Getypt"},
    {"sha256": "weg", "name": "stuk.png", "media_type": "image/png", "caption": ""},
]


def handed_in() -> PlanView:
    """A familiegroepsplan that is the family's own paper alone."""
    answers = {"eigen_papier": AnswerView("eigen_papier", Answer(PAPER))}
    return replace(noor.rich(), format=format_of("fgp"), answers=answers)


def printed(edition: str) -> Document:
    pictures = {"aa": photo(), "bb": photo()}
    known = replace(context(), picture=lambda sha256: pictures.get(sha256, b""))
    return edit(handed_in(), edition, known).document


def inside(document: Document) -> list[object]:
    return [
        one
        for block in document.blocks
        for one in (block.blocks if isinstance(block, KeepTogether) else (block,))
    ]


@pytest.mark.parametrize(
    ("edition", "label"),
    [("professional", "Foto of scan van het eigen plan"), ("easy", "Ons eigen papier")],
)
def test_own_paper_prints_as_a_picture(edition: str, label: str) -> None:
    document = printed(edition)
    figures = [one for one in inside(document) if isinstance(one, Figure)]
    assert [(one.alt, one.caption) for one in figures] == [
        ("De poster van onze avond", "De poster van onze avond"),
        (f"{label}: brief.jpg", ""),
    ]
    lists = [one for one in inside(document) if isinstance(one, BulletList)]
    named = [item.text if isinstance(item, ListItem) else item for one in lists for item in one.items]
    assert {"Getypt (plan.docx)", "stuk.png"} <= set(named)
    assert_pdf_ua(render(document, pictograms()))


def test_the_photo_on_the_cover_is_not_printed_again() -> None:
    client = noor.rich().client
    assert client is not None
    view = replace(noor.rich(), client=replace(client, photo="ab" * 32))
    known = replace(context(), photo=photo(), picture=lambda _: photo())
    assert not [one for one in inside(edit(view, "easy", known).document) if isinstance(one, Figure)]
