"""Cards for the kitchen table: what is asked and what can be pointed at, and nothing of anybody."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Card,
    CardKind,
    CardSheets,
    Document,
    Edition,
    Footer,
    Page,
    Paragraph,
)
from planbureau.documents.editions.paper import Paper
from planbureau.rules.talk.deck import deck

TITLE = "Gesprekskaarten"
NOTHING = "In dit deel van het plan zijn geen vragen voor op kaarten. Kies een ander deel."


def card_edition(paper: Paper, *, left_out: bool) -> Document:  # noqa: ARG001 - nothing of anybody is in it
    """The cards of the part that was asked for, four to a sheet."""
    context = paper.context
    cards = tuple(
        Card(CardKind(one.kind), one.text, one.pictogram, one.label)
        for one in deck(paper.view.format, paper.whole, context.part, context.pick, paper.mark_scale)
    )
    if not cards:
        return Document(TITLE, (Paragraph(NOTHING),), footer=Footer((TITLE,)))
    return Document(
        title=f"{TITLE}: {paper.view.format.title}",
        blocks=(CardSheets(cards),),
        subject=TITLE,
        author=context.organisation.name,
        edition=Edition.EASY,
        page=Page(to_cut=True),
    )
