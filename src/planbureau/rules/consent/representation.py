"""Who represents an adult who cannot decide this one thing: table B4 for four laws.

Jeugdwet 7.3.15 lid 3 (2021), BW 7:465 lid 3 (with the 2020 change), Wlz 8.1.2 (2018), Wzd 1 lid 1e (2025).
The Wmo gives no order that was read; the order of the Wlz is used there as a house choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.mark import Mark
from planbureau.rules.regime import Regime


class RepresentationLaw(Enum):
    """The law whose order of representatives is followed."""

    JEUGDWET = "Jeugdwet 7.3.15 lid 3"
    WGBO = "BW 7:465 lid 3"
    WLZ = "Wlz 8.1.2"
    WZD = "Wzd 1 lid 1e"


class Relation(Enum):
    """What somebody is to the client."""

    CURATOR = "curator"
    MENTOR = "mentor"
    AUTHORISED = "schriftelijk gemachtigde"
    SPOUSE = "echtgenoot"
    REGISTERED_PARTNER = "geregistreerd partner"
    LIFE_PARTNER = "levensgezel"
    PARENT = "ouder"
    CHILD = "kind"
    BROTHER = "broer"
    SISTER = "zus"
    GRANDPARENT = "grootouder"
    GRANDCHILD = "kleinkind"
    ADMINISTRATOR = "bewindvoerder"
    OTHER = "anders"


_LEGAL = frozenset({Relation.CURATOR, Relation.MENTOR})
_AUTHORISED = frozenset({Relation.AUTHORISED})
_PARTNERS = frozenset({Relation.SPOUSE, Relation.REGISTERED_PARTNER, Relation.LIFE_PARTNER})
_FAMILY = frozenset({Relation.PARENT, Relation.CHILD, Relation.BROTHER, Relation.SISTER})
_GRAND = frozenset({Relation.GRANDPARENT})
_GRANDCHILD = frozenset({Relation.GRANDCHILD})

ORDER: Mapping[RepresentationLaw, tuple[frozenset[Relation], ...]] = {
    RepresentationLaw.JEUGDWET: (_LEGAL, _AUTHORISED, _PARTNERS, _FAMILY | _GRAND),
    RepresentationLaw.WGBO: (_LEGAL, _AUTHORISED, _PARTNERS, _FAMILY | _GRAND | _GRANDCHILD),
    RepresentationLaw.WLZ: (_LEGAL, _AUTHORISED, _PARTNERS, _FAMILY),
    RepresentationLaw.WZD: (_LEGAL, _AUTHORISED, _PARTNERS, _FAMILY | _GRAND | _GRANDCHILD),
}
_CAPACITIES = {
    Relation.CURATOR: Capacity.CURATOR,
    Relation.MENTOR: Capacity.MENTOR,
    Relation.AUTHORISED: Capacity.AUTHORISED,
    **dict.fromkeys(_PARTNERS, Capacity.PARTNER),
    **dict.fromkeys(_FAMILY | _GRAND | _GRANDCHILD, Capacity.RELATIVE),
}


@dataclass(frozen=True)
class Candidate:
    """Somebody who could represent the client. `willing` None means: not asked yet.

    The last four facts matter under the Wzd only (3 lid 4 and 5).
    """

    person_id: str
    relation: Relation
    willing: bool | None = None
    adult: bool = True
    legally_capable: bool = True
    signed_willingness: bool = False
    involved_in_care: bool = False  # provider, Wzd officer, care coordinator, carer or staff of the home


@dataclass(frozen=True)
class Representation:
    """Who represents. `chosen` holds the candidates of the first group with a willing one.

    With more than one the user picks: the law gives no order within a group. `not_asked` are people of an
    earlier group who must be asked first. `passed_over` gives each person who drops out with the reason.
    """

    law: RepresentationLaw
    mark: Mark
    group: int | None
    chosen: tuple[Candidate, ...]
    not_asked: tuple[Candidate, ...]
    passed_over: tuple[tuple[Candidate, str], ...]
    advice: str


def law_for(regime: Regime, *, wzd: bool = False, medical: bool = False) -> RepresentationLaw:
    """The law whose order counts for a plan in `regime`; the Wzd and treatment have their own."""
    if wzd:
        return RepresentationLaw.WZD
    if medical or regime in {Regime.WGBO, Regime.ZVW}:
        return RepresentationLaw.WGBO
    if regime is Regime.JEUGDWET:
        return RepresentationLaw.JEUGDWET
    return RepresentationLaw.WLZ


def capacity_of(relation: Relation) -> Capacity | None:
    """The capacity in which this relation represents; None for who never does."""
    return _CAPACITIES.get(relation)


def find_representative(
    law: RepresentationLaw, candidates: Iterable[Candidate], *, regime: Regime | None = None
) -> Representation:
    """The first group of B4 in which somebody exists and wants to act."""
    everyone = tuple(candidates)
    passed = [(c, reason) for c in everyone if (reason := _barred(law, c))]
    free = [c for c in everyone if not _barred(law, c)]
    not_asked: list[Candidate] = []
    mark = Mark.OWN if regime in {Regime.WMO, Regime.STRAFRECHT} else Mark.LAW
    for number, group in enumerate(ORDER[law], start=1):
        here = [c for c in free if c.relation in group]
        willing = tuple(c for c in here if c.willing)
        passed += [(c, "wil niet optreden") for c in here if c.willing is False]
        if willing:
            advice = _advice(willing, not_asked)
            return Representation(law, mark, number, willing, tuple(not_asked), tuple(passed), advice)
        not_asked += [c for c in here if c.willing is None]
    return Representation(law, mark, None, (), tuple(not_asked), tuple(passed), _nobody(law, not_asked))


def _barred(law: RepresentationLaw, candidate: Candidate) -> str:
    if candidate.relation is Relation.ADMINISTRATOR:
        return "een bewindvoerder gaat over geld en beslist nooit over zorg"
    if not any(candidate.relation in group for group in ORDER[law]):
        return f"{candidate.relation.value} staat niet in {law.value}"
    if law is not RepresentationLaw.WZD:
        return ""
    if candidate.involved_in_care:
        return "werkt mee aan de zorg voor deze cliënt (Wzd 3 lid 4)"
    if candidate.relation is Relation.AUTHORISED:
        if not (candidate.adult and candidate.legally_capable):
            return "is minderjarig of zelf niet handelingsbekwaam (Wzd 3 lid 5)"
        if not candidate.signed_willingness:
            return "heeft de bereidheidsverklaring niet getekend (Wzd 3 lid 5)"
    return ""


def _advice(willing: tuple[Candidate, ...], not_asked: list[Candidate]) -> str:
    if not_asked:
        return "Vraag eerst wie in de volgorde eerder komt en nog niet gevraagd is."
    if len(willing) > 1:
        return "Kies samen wie vertegenwoordigt. De wet geeft binnen deze groep geen volgorde."
    if willing[0].relation is Relation.MENTOR:
        return "Een mentor vraagt de cliënt zelf, telkens als die hierover kan beslissen (BW 1:454)."
    return ""


def _nobody(law: RepresentationLaw, not_asked: list[Candidate]) -> str:
    if not_asked:
        return "Vraag eerst wie dit wil doen. Nog niet iedereen is gevraagd."
    if law is RepresentationLaw.WZD:
        return (
            "Er is niemand. De zorgaanbieder vraagt de rechter om een mentor (Wzd 3 lid 8, BW 1:451 lid 2)."
        )
    return "Er is niemand. Overleg of een mentor nodig is (BW 1:451)."
