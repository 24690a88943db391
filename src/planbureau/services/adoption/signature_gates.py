"""A signature that a funder asks for by contract; no law asks one for a plan (rules B1.1)."""

from __future__ import annotations

from planbureau.formats.model import QuestionKind
from planbureau.services.api import Gate
from planbureau.views import PlanView

ASKED = "handtekening_vereist_financier"
"""The flag of a plan whose funder wants a signature."""


def signature_gates(view: PlanView) -> list[Gate]:
    """A reminder to let the plan be signed; it stands in nobody's way."""
    if ASKED not in view.flags:
        return []
    asked = (
        (s.id, q.id) for s in view.format.sections for q in s.questions if q.kind is QuestionKind.CONSENT
    )
    section, question = next(asked, ("", ""))
    return [
        Gate(
            ASKED,
            "De gemeente vraagt een handtekening. Laat tekenen op papier of op het scherm.",
            "Dat staat in het contract. De wet vraagt geen handtekening.",
            blocks=False,
            section_id=section,
            question_id=question,
            source="Contract met de gemeente",
        )
    ]
