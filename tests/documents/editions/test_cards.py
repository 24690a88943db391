"""Cards for the table: what is on them, four to a sheet, each with its credit."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from tests.documents.editions import noor
from tests.documents.editions.shipped import context, format_of, pictograms
from tests.documents.samples import document
from tests.pdf_checks import assert_pdf_ua

from planbureau.documents.blocks import Card, CardKind, CardSheets, Document, Edition, Page
from planbureau.documents.editions import EditionContext, edit
from planbureau.documents.pdf import render
from planbureau.formats.answers import PlanState
from planbureau.rules.talk.deck import ANSWER, DOMAINS, QUESTION, SUBJECT, deck, deck_parts

STATE = PlanState(regimes=frozenset({"wlz"}))
MM = 72 / 25.4


def pick(words: str) -> str:
    found = pictograms().suggest(words)
    return found[0].id if found else ""


def printed(part: str) -> Document:
    plain = context()
    asked = EditionContext(
        plain.today, plain.audience, plain.organisation, plain.goal_library, plain.pictogram_name,
        part=part, pick=pick,
    )  # fmt: skip
    return edit(noor.rich(), "cards", asked).document


def cards_of(made: Document) -> tuple[Card, ...]:
    (sheets,) = made.blocks
    assert isinstance(sheets, CardSheets)
    return sheets.cards


def test_a_step_has_its_questions_and_what_can_be_pointed_at() -> None:
    cards = deck(format_of("osp"), STATE, "dit-ben-ik", pick)
    assert next(card.text for card in cards if card.kind == QUESTION) == "Wat is belangrijk voor jou?"
    assert {"Muziek", "Rustig praten"} <= {card.text for card in cards if card.kind == ANSWER}


def test_the_life_domains_alone_have_no_words_to_point_at() -> None:
    parts = [part.id for part in deck_parts(format_of("osp"), STATE)]
    assert f"{DOMAINS}leefgebieden" in parts
    cards = deck(format_of("osp"), STATE, f"{DOMAINS}leefgebieden", pick)
    assert sum(card.kind == SUBJECT for card in cards) == 8
    assert {card.text for card in cards if card.kind == ANSWER} >= {"Ja", "Nu niet", "Tevreden", "Goed"}
    assert "Aankleden" not in {card.text for card in cards}
    assert len({(card.kind, card.text) for card in cards}) == len(cards), "each card once"


@pytest.mark.parametrize("scale", [3, 5, 10])
def test_the_cards_for_a_mark_follow_the_scale_of_the_client(scale: int) -> None:
    view = noor.rich()
    assert view.client is not None
    client = replace(view.client, mark_scale=scale)
    plain = replace(context(), part=f"{DOMAINS}leefgebieden", pick=pick)
    cards = cards_of(edit(replace(view, client=client, clients=(client,)), "cards", plain).document)
    numbers = [card for card in cards if card.text.isdigit()]
    assert [card.text for card in numbers] == [str(n) for n in range(1, scale + 1) if scale > 3]
    assert {card.label for card in numbers} <= {f"van 1 tot {scale}"}
    faces = {"Goed", "Gaat wel", "Niet goed"} & {card.text for card in cards}
    assert len(faces) == (3 if scale == 3 else 0)


def test_no_part_is_every_part_and_an_unknown_one_is_none() -> None:
    plan = format_of("osp")
    whole = {(card.kind, card.text) for card in deck(plan, STATE, "", pick)}
    for part in deck_parts(plan, STATE):
        assert {(card.kind, card.text) for card in deck(plan, STATE, part.id, pick)} <= whole
    assert deck(plan, STATE, "bestaat-niet", pick) == ()


@pytest.mark.parametrize("part", ["dit-ben-ik", "leefgebieden", f"{DOMAINS}leefgebieden", "bestaat-niet"])
def test_a_print_of_cards_is_accessible(part: str) -> None:
    assert_pdf_ua(render(printed(part), pictograms()))


def test_four_to_a_sheet_of_a4_each_with_its_credit() -> None:
    made = printed("dit-ben-ik")
    cards = cards_of(made)
    pdf = pypdfium2.PdfDocument(render(made, pictograms()))
    assert len(pdf) == -(-len(cards) // 4)
    page = pdf[0]
    assert (round(page.get_width() / MM), round(page.get_height() / MM)) == (210, 297)
    text = page.get_textpage()
    for number, card in enumerate(cards[:4]):
        left, top = number % 2 * 105 * MM, (297 - number // 2 * 148.5) * MM
        words = text.get_text_bounded(left, top - 148.5 * MM, left + 105 * MM, top)
        assert card.text.split()[0] in words
        assert "CC BY-SA" in words, "who is cut out takes the credit along"
    pdf.close()


def test_nothing_of_anybody_is_on_them() -> None:
    text = str(printed("")) + str(printed("leefgebieden"))
    assert "Noor" not in text


def test_long_words_stay_on_their_card() -> None:
    long = "Wil je dat iemand die je kent er bij is als we over je plan praten en wat vind je daarvan? " * 4
    card = Card(CardKind.QUESTION, long.strip(), "vraag", "Een onderwerp met een lange naam")
    made = Document("Kaarten", (CardSheets((card,)),), edition=Edition.EASY, page=Page(to_cut=True))
    pdf = pypdfium2.PdfDocument(render(made, pictograms()))
    inside = pdf[0].get_textpage().get_text_bounded(0, 148.5 * MM, 105 * MM, 297 * MM)
    assert " ".join(inside.split()).count("praten") == 4
    pdf.close()


def test_a_card_needs_words() -> None:
    with pytest.raises(ValueError, match="words"):
        Card(CardKind.ANSWER, " ")
    assert document(CardSheets(()))
