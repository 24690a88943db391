"""The record of judging whether somebody can decide one thing (rules B5; Wzd 3 lid 2 and 3, Wlz 8.1.3 lid 3).

Everyone is assumed competent until judged otherwise for one decision: there is no general field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from planbureau.rules.hints import Hint, needed, tip, wrong


class CompetenceOutcome(Enum):
    """The outcome of one judgement about one decision."""

    COMPETENT = "kan hier zelf over beslissen"
    NOT_COMPETENT = "kan hier nu niet zelf over beslissen"


@dataclass(frozen=True)
class CompetenceFacts:
    """One judgement. `spoke_with_representative` and `representative_agrees`: None means not filled in."""

    decision: str = ""
    outcome: CompetenceOutcome | None = None
    judged_by: str = ""
    function: str = ""
    method: str = ""
    judged_at: datetime | None = None
    spoke_with_representative: bool | None = None
    representative_agrees: bool | None = None
    second_expert: str = ""
    own_wish: str = ""
    how_asked: str = ""
    valid_until: str = ""
    officer_informed: bool = False


_GENERAL = re.compile(
    r"^(?-i:[A-Z][\w'’.-]*\s+(?:(?:van|de|der|den|ten|ter|te|'t|[A-Z][\w'’.-]*)\s+){0,4}(?=is\b))?"  # a name
    r"(hij|zij|de|cliënt|client|is|volledig|geheel|algeheel|helemaal|altijd|in|het|algemeen|\W)*"
    r"(wils?onbekwaam|niet wils?bekwaam|wils?onbekwaamheid)"
    r"(verklaard|is|in|het|algemeen|voor|op|over|alles|alle|beslissingen|gebieden|\W)*$",
    re.IGNORECASE,
)


def is_general_judgement(text: str) -> bool:
    """Whether a text only says that somebody is incompetent, without naming a decision."""
    return bool(_GENERAL.match(text.strip()))


def check_competence(facts: CompetenceFacts, *, wzd: bool = False) -> tuple[Hint, ...]:
    """What is missing in the record; under the Wzd every field is asked for."""
    asked: list[tuple[str, object, str]] = [
        ("decision", facts.decision.strip(), "Schrijf op over welke beslissing dit gaat. Eén beslissing."),
        ("outcome", facts.outcome, "Kies de uitkomst."),
        ("judged_by", facts.judged_by.strip(), "Schrijf op wie dit beoordeelde."),
        ("function", facts.function.strip(), "Schrijf op welke functie deze persoon heeft."),
        ("method", facts.method.strip(), "Schrijf op met welke methode of richtlijn."),
        ("judged_at", facts.judged_at, "Kies de dag en het tijdstip."),
        ("own_wish", facts.own_wish.strip(), "Schrijf op wat de cliënt zelf wil, in eigen woorden."),
    ]
    if wzd:
        talk = None if facts.spoke_with_representative is None else "ja"
        asked += [
            ("spoke_with_representative", talk, "Leg vast of er gesproken is met de vertegenwoordiger."),
            ("how_asked", facts.how_asked.strip(), "Schrijf op hoe het gevraagd is: hulp, beelden, plek."),
            (
                "valid_until",
                facts.valid_until.strip(),
                "Schrijf op tot wanneer dit geldt, of de volgende keer.",
            ),
            ("officer_informed", facts.officer_informed, "Vertel het de Wzd-functionaris en leg dat vast."),
        ]
    found = [needed(field, text) for field, value, text in asked if not value]
    if is_general_judgement(facts.decision):
        text = "Iemand is nooit in het algemeen wilsonbekwaam. Noem de ene beslissing waar het over gaat."
        found.append(wrong("decision", text))
    if facts.spoke_with_representative and facts.representative_agrees is None:
        found.append(needed("representative_agrees", "Kies of de vertegenwoordiger het hiermee eens is."))
    if facts.representative_agrees is False and not facts.second_expert.strip():
        text = "Er is geen overeenstemming. Vraag een tweede deskundige die niet bij de zorg hoort."
        found.append(needed("second_expert", text) if wzd else tip("second_expert", text))
    return tuple(found)
