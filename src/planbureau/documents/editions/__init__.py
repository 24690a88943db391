"""From what a screen sees of a plan to the block tree of a printed edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from planbureau.documents.blocks import Document
from planbureau.documents.editions.around_table import around_table
from planbureau.documents.editions.cards import card_edition
from planbureau.documents.editions.context import Edited, EditionContext
from planbureau.documents.editions.easy.edition import easy
from planbureau.documents.editions.matrix import matrix_edition
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.edition import professional
from planbureau.documents.editions.start import start
from planbureau.errors import PrintError
from planbureau.views import PlanView

__all__ = ["Edited", "EditionContext", "edit"]

_EDITIONS: dict[str, Callable[..., Document]] = {
    "professional": professional,
    "easy": easy,
    "start": start,
    "matrix": matrix_edition,
    "table": around_table,
    "cards": card_edition,
}


def edit(view: PlanView, edition: str, context: EditionContext) -> Edited:
    """The plan as a document, in one of the editions of `_EDITIONS`.

    What is not for somebody in the audience is in no part of it; the document then says that something was
    left out. Raises PrintError for an edition that does not exist.
    """
    make: Callable[..., Document] | None = _EDITIONS.get(edition)
    if make is None:
        raise PrintError(f"Een afdruk '{edition}' bestaat niet.", "Kies een van de afdrukken in de lijst.")
    paper = Paper.of(view, context)
    document = make(paper, left_out=False)
    if not paper.redacted.left_out or document == _in_full(view, context, make):
        return Edited(document, left_out=False)
    return Edited(make(paper, left_out=True), left_out=True)


def _in_full(view: PlanView, context: EditionContext, make: Callable[..., Any]) -> Document:
    """The same edition without its restrictions, only to see whether they made a difference."""
    document: Document = make(Paper.of(replace(view, restrictions=()), context), left_out=False)
    return document
