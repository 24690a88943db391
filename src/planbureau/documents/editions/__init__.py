"""From what a screen sees of a plan to the block tree of a printed edition."""

from __future__ import annotations

from planbureau.documents.blocks import Document
from planbureau.documents.editions.context import Edited, EditionContext
from planbureau.views import PlanView

__all__ = ["Edited", "EditionContext", "edit"]


def edit(view: PlanView, edition: str, context: EditionContext) -> Edited:  # noqa: ARG001  # grows below
    """The plan as a document, in the edition "professional", "easy", "start" or "matrix"."""
    return Edited(Document(view.title, ()), left_out=False)
