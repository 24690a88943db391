"""A wish that is not followed because of good care: a colleague was asked (Wlz 8.1.3 lid 5; rules B6)."""

from __future__ import annotations

from planbureau.services.api import Gate
from planbureau.views import PlanView

WISHES = "wensen_niet_gevolgd"
"""The question of a format in which such wishes stand."""
_GOOD_CARE = "goede_zorg"


def wish_gates(view: PlanView) -> list[Gate]:
    """One gate when a wish is refused for good care and no colleague is named."""
    section = next((s.id for s in view.format.sections if any(q.id == WISHES for q in s.questions)), None)
    answer = view.answers.get(WISHES)
    rows = answer.answer.value if answer is not None else None
    if section is None or not isinstance(rows, (list, tuple)):
        return []
    alone = [
        row for row in rows
        if isinstance(row, dict) and row.get("grond") == _GOOD_CARE and not row.get("collega")
    ]  # fmt: skip
    if not alone:
        return []
    return [
        Gate(
            f"{section}.{WISHES}",
            "Schrijf bij de wens die nu niet kan op met welke collega je overlegde.",
            "Zeg je nee vanwege goede zorg? Dan beslis je dat niet alleen.",
            blocks=True,
            section_id=section,
            question_id=WISHES,
            source="Wlz 8.1.3 lid 5",
        )
    ]
