"""Who cannot decide about one thing: what must stand in the plan about that (Wlz 8.1.3 lid 3; rules B5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planbureau.rules.competence import is_general_judgement
from planbureau.rules.regime import Regime
from planbureau.services.api import Gate
from planbureau.views import PlanView

JUDGED = "beoordeling_wils"
"""The question of a format in which the judgements stand, each for one decision."""
DOUBT = "twijfel_beslissen"
_UNABLE = "niet"
_SOURCE = "Wlz 8.1.3 lid 3; VGN Handreiking Ondersteuningsplannen 2023, par. 11.2"
_WHY = "Iedereen beslist zelf, tot voor één beslissing anders is beoordeeld. Dat oordeel hoort in het plan."


def competence_gates(view: PlanView, not_competent: Sequence[str]) -> list[Gate]:
    """What is missing or too general; nothing for a format that does not ask for judgements.

    Under the Wlz (and so under the Wzd) a missing judgement stands in the way of adopting; elsewhere it
    deserves a look.
    """
    section = next((s.id for s in view.format.sections if any(q.id == JUDGED for q in s.questions)), None)
    if section is None:
        return []
    rows = list(_rows(view))
    found = []
    if any(is_general_judgement(str(row.get("beslissing") or "")) for row in rows):
        text = "Schrijf over welke ene beslissing het gaat. 'Wilsonbekwaam' zonder beslissing kan niet."
        found.append(Gate(f"{section}.{JUDGED}", text, _WHY, blocks=True, section_id=section,
                          question_id=JUDGED, source=_SOURCE))  # fmt: skip
    if not_competent and not any(row.get("uitkomst") == _UNABLE for row in rows):
        question = JUDGED if rows else DOUBT
        text = "Leg vast hoe is beoordeeld dat de cliënt hier nu niet zelf over kan beslissen."
        found.append(Gate(f"{section}.{question}", text, _WHY, blocks=Regime.WLZ.value in view.regimes,
                          section_id=section, question_id=question, source=_SOURCE))  # fmt: skip
    return found


def _rows(view: PlanView) -> Iterable[dict[str, Any]]:
    answer = view.answers.get(JUDGED)
    value = answer.answer.value if answer is not None else None
    return (row for row in value if isinstance(row, dict)) if isinstance(value, (list, tuple)) else ()
