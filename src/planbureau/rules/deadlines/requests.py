"""Requests about the file (rules A6, RCT, and HVP-02): who asks, on which ground, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines.facts import RequestKind

_KEPT = "Wat je typte staat er nog. Er is nog niets bewaard."


class RequesterRole(Enum):
    """Who asks for the plan on paper: three may (Jeugdwet 4.1.3 lid 4), another starts no term."""

    YOUTH = "youth"
    PARENT = "parent"
    PROVIDER = "provider"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The Dutch words."""
        return _ROLES[self]


_ROLES = {
    RequesterRole.YOUTH: "de jeugdige",
    RequesterRole.PARENT: "een ouder",
    RequesterRole.PROVIDER: "de aanbieder",
    RequesterRole.OTHER: "een ander",
}


class Ground(Enum):
    """Why a request is refused, or why relatives may see the file of somebody who died (RCT-02, RCT-05)."""

    OTHERS_INTEREST = "others_interest"
    LAW = "law"
    GOOD_CARE = "good_care"
    OBJECTION_IN_LIFE = "objection_in_life"
    CONSENT_IN_LIFE = "consent_in_life"
    INCIDENT = "incident"
    WEIGHTY_INTEREST = "weighty_interest"
    PARENT_UNDER_16 = "parent_under_16"

    @property
    def label(self) -> str:
        """The Dutch words."""
        return _GROUNDS[self]


_GROUNDS = {
    Ground.OTHERS_INTEREST: "het belang van een ander",
    Ground.LAW: "de wet vraagt bewaren",
    Ground.GOOD_CARE: "nodig voor goede zorg",
    Ground.OBJECTION_IN_LIFE: "de cliënt maakte bij leven bezwaar",
    Ground.CONSENT_IN_LIFE: "de cliënt vond het bij leven goed",
    Ground.INCIDENT: "er is een incident gemeld",
    Ground.WEIGHTY_INTEREST: "een zwaarwegend belang",
    Ground.PARENT_UNDER_16: "ouder of voogd van een kind onder de 16",
}
FOR_RELATIVES = (
    Ground.CONSENT_IN_LIFE,
    Ground.INCIDENT,
    Ground.WEIGHTY_INTEREST,
    Ground.PARENT_UNDER_16,
)
"""Without one of these nobody sees the file of somebody who died (BW 7:458a; Wzd 18b)."""
TO_REFUSE = (Ground.OTHERS_INTEREST, Ground.LAW, Ground.GOOD_CARE)
"""Grounds to refuse; that the client objected in life goes before every ground of relatives."""


def grounds_for(kind: RequestKind, *, refused: bool) -> tuple[Ground, ...]:
    """The grounds to choose from; none where no ground is asked."""
    if refused:
        return (Ground.OBJECTION_IN_LIFE, *TO_REFUSE) if kind is RequestKind.BY_RELATIVES else TO_REFUSE
    return FOR_RELATIVES if kind is RequestKind.BY_RELATIVES else ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it was filled in."""

    kind: RequestKind
    asked_on: date | None
    done_on: date | None = None
    refused: bool = False
    ground: Ground | None = None
    note: str = ""


def check_request(asked: Asked, last_day: date) -> None:
    """Raises InvalidInputError (in Dutch) when this cannot be; `last_day` is the last that has passed."""
    if asked.asked_on is None:
        raise InvalidInputError("Kies op welke dag het is gevraagd.", _KEPT)
    if asked.done_on is not None and asked.done_on < asked.asked_on:
        raise InvalidInputError("De dag waarop het klaar is, ligt voor de dag waarop het is gevraagd.", _KEPT)
    for day, what in ((asked.asked_on, "gevraagd"), (asked.done_on, "gedaan")):
        if day is not None and day > last_day:
            raise InvalidInputError(f"De dag waarop het is {what}, moet nog komen.", _KEPT)
    _check_outcome(asked)


def _check_outcome(asked: Asked) -> None:
    if asked.refused and asked.kind is RequestKind.OWN_STATEMENT:
        raise InvalidInputError(
            "Een eigen verklaring mag je niet weigeren (Jeugdwet 7.3.8 lid 2; BW 7:454 lid 2).", _KEPT
        )
    if asked.refused and asked.ground is None and not asked.note.strip():
        raise InvalidInputError("Schrijf op waarom je weigert, of kies een reden.", _KEPT)
    given = asked.done_on is not None and not asked.refused
    if asked.kind is RequestKind.BY_RELATIVES and given and asked.ground not in FOR_RELATIVES:
        raise InvalidInputError(
            "Na een overlijden mag je het dossier alleen laten zien als daar een reden voor is.",
            f"Kies de reden, of noteer dat je weigert. {_KEPT}",
        )
