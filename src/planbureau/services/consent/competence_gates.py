"""Who cannot decide about one thing: what must stand in the plan about that (Wlz 8.1.3 lid 3; rules B5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from planbureau.formats.moments import read_moment
from planbureau.rules.consent.competence import (
    CompetenceFacts,
    CompetenceOutcome,
    check_competence,
    is_general_judgement,
)
from planbureau.rules.hints import HintLevel
from planbureau.rules.regime import Regime
from planbureau.rules.wzd.steps import JUDGED
from planbureau.services.api import Gate
from planbureau.services.consent.expected import WZD
from planbureau.views import PlanView

DOUBT = "twijfel_beslissen"
_UNABLE = "niet"
_SOURCE = "Wlz 8.1.3 lid 3; VGN Handreiking Ondersteuningsplannen 2023, par. 11.2"
_WZD_SOURCE = "Wzd 3 lid 2 en 3; VGN Handreiking Ondersteuningsplannen 2023, par. 11.2"
_WHY = "Iedereen beslist zelf, tot voor één beslissing anders is beoordeeld. Dat oordeel hoort in het plan."


_IN_COLUMNS = frozenset(
    {"decision", "outcome", "judged_by", "function", "method", "judged_at", "own_wish"}
)  # fmt: skip
"""What the columns of the question ask for themselves, under every law."""
_OUTCOMES = {
    "zelf": CompetenceOutcome.COMPETENT,
    "met_hulp": CompetenceOutcome.COMPETENT,
    _UNABLE: CompetenceOutcome.NOT_COMPETENT,
}
_TALKS: dict[str, tuple[bool | None, bool | None]] = {
    "eens": (True, True),
    "oneens": (True, False),
    "nog_niet": (None, None),
    "geen": (False, None),
}
"""Whether there was a talk with the representative, and whether he or she agrees."""


def competence_gates(view: PlanView, not_competent: Sequence[str]) -> list[Gate]:
    """What is missing or too general; nothing for a format that does not ask for judgements.

    Under the Wlz (and so under the Wzd) a missing judgement stands in the way of adopting; elsewhere it
    deserves a look. Under the Wzd a judgement that somebody cannot decide asks for more (Wzd 3 lid 2).
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
    for number, row in enumerate(rows, start=1):
        found += _of_row(row, number, section, wzd=WZD in view.flags)
    if not_competent and not any(row.get("uitkomst") == _UNABLE for row in rows):
        question = JUDGED if rows else DOUBT
        text = "Leg vast hoe is beoordeeld dat de cliënt hier nu niet zelf over kan beslissen."
        found.append(Gate(f"{section}.{question}", text, _WHY, blocks=Regime.WLZ.value in view.regimes,
                          section_id=section, question_id=question, source=_SOURCE))  # fmt: skip
    return found


def _of_row(row: dict[str, Any], number: int, section: str, *, wzd: bool) -> Iterator[Gate]:
    """What one judgement still lacks, beside what its columns ask for."""
    facts = _facts(row)
    unable = facts.outcome is CompetenceOutcome.NOT_COMPETENT
    hints = check_competence(facts, wzd=wzd and unable)
    for level in (HintLevel.NEEDED, HintLevel.TIP):
        texts = [hint.text for hint in hints if hint.level is level and hint.field not in _IN_COLUMNS]
        if texts:
            yield Gate(f"{section}.{JUDGED}.{number}.{level.value}",
                       f"Beslissing {number}: {' '.join(texts)}", _WHY, blocks=level is HintLevel.NEEDED,
                       section_id=section, question_id=JUDGED, source=_WZD_SOURCE)  # fmt: skip


def _facts(row: dict[str, Any]) -> CompetenceFacts:
    def text(name: str) -> str:
        return str(row.get(name) or "")

    spoke, agrees = _TALKS.get(text("overleg"), (None, None))
    return CompetenceFacts(
        decision=text("beslissing"),
        outcome=_OUTCOMES.get(text("uitkomst")),
        judged_by=text("wie"),
        function=text("functie"),
        method=text("hoe"),
        judged_at=read_moment(row.get("wanneer")),
        spoke_with_representative=spoke,
        representative_agrees=agrees,
        second_expert=text("deskundige"),
        own_wish=text("wens"),
        how_asked=text("gevraagd"),
        valid_until=text("opnieuw"),
        officer_informed=bool(row.get("wzd_verteld")),
    )


def _rows(view: PlanView) -> Iterable[dict[str, Any]]:
    """The judgements; none when there is no doubt (any more), for then the question does not show."""
    doubt, answer = view.answers.get(DOUBT), view.answers.get(JUDGED)
    value = answer.answer.value if answer is not None else None
    if doubt is None or doubt.answer.value != "ja" or not isinstance(value, (list, tuple)):
        return ()
    return (row for row in value if isinstance(row, dict))
