"""Who must consent: the decision of table B2 for given facts, and the people that follow from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from planbureau.rules.consent.capacity import Capacity, CustodyHolder
from planbureau.rules.consent.facts import ConsentFacts, ConsentNeed, CourtOrder, Measure, Party, Topic
from planbureau.rules.consent.table import ROWS, Row, Situation
from planbureau.rules.regime import Regime

_TOPICS = {
    Topic.REPORT_CODE: Situation.REPORT_CODE,
    Topic.FAMILY_GROUP_PLAN: Situation.FAMILY_GROUP,
}
_MEDICAL_SOURCE = "Jeugdwet 7.3.1 lid 3; BW 7:447, 7:450, 7:465"


def consent_needed(facts: ConsentFacts) -> ConsentNeed:
    """Who is asked for consent, with row, source and the reason in words (B2, all 31 rows)."""
    situation = _situation(facts)
    row = next(r for r in ROWS if r.situation is situation and r.fits(facts))
    need = ConsentNeed(
        needed=row.needed,
        heard=row.heard,
        rows=() if row.number is None else (row.number,),
        source=row.source,
        mark=row.mark,
        text=row.text,
        resistance_counts=row.resists,
    )
    need = _medical(facts, need)
    need = _supervision(facts, row, need)
    need = _wzd(facts, need)
    return _foster(facts, need)


def _situation(facts: ConsentFacts) -> Situation:
    if facts.topic in _TOPICS:
        return _TOPICS[facts.topic]
    if facts.topic is Topic.IPA:
        return Situation.IPA if facts.measure is None else Situation.IPA_ORDER
    if facts.topic is Topic.SHARING and facts.regime is Regime.WMO:
        return Situation.WMO_SHARING
    if facts.wzd:
        return Situation.WZD
    if facts.medical or facts.regime in {Regime.WGBO, Regime.ZVW}:
        return Situation.YOUTH
    if facts.regime is Regime.WLZ:
        return Situation.WLZ
    if facts.regime is Regime.WMO:
        return Situation.WMO if facts.age >= 18 else Situation.NOT_IN_TABLE
    return _youth_situation(facts)


def _youth_situation(facts: ConsentFacts) -> Situation:
    if facts.measure is Measure.CONDITIONAL_SECURE:
        return Situation.CONDITIONAL
    if facts.measure is Measure.GI_GUARDIANSHIP and facts.age < 16:
        return Situation.GI_GUARDIAN
    if facts.measure is not None and facts.within_measure:
        return Situation.WITHIN_MEASURE
    return Situation.YOUTH if facts.regime is Regime.JEUGDWET else Situation.NOT_IN_TABLE


def _medical(facts: ConsentFacts, need: ConsentNeed) -> ConsentNeed:
    """Row 11: treatment follows the Wgbo, and a measure takes nobody's consent away."""
    if facts.wzd or not (facts.medical or facts.regime in {Regime.WGBO, Regime.ZVW}):
        return need
    note = "Dit is een medische behandeling: een maatregel neemt het akkoord van niemand weg."
    notes = (*need.notes, note) if facts.measure is not None else need.notes
    return replace(need, rows=(11, *need.rows), source=_MEDICAL_SOURCE, notes=notes)


def _supervision(facts: ConsentFacts, row: Row, need: ConsentNeed) -> ConsentNeed:
    """Row 10: under supervision the parents keep custody, unless the court decided otherwise."""
    if facts.measure is not Measure.SUPERVISION or facts.age >= 16 or Party.CUSTODY not in row.needed:
        return need
    needed, note = need.needed, "De gecertificeerde instelling kan niet akkoord gaan in plaats van de ouders."
    if facts.court_order is CourtOrder.PARTIAL_CUSTODY_TO_GI:
        needed = tuple(Party.GI if party is Party.CUSTODY else party for party in needed)
        note = "De rechter gaf dit deel van het gezag aan de gecertificeerde instelling (BW 1:265e)."
    elif facts.court_order is CourtOrder.CONSENT_REPLACED and facts.medical:
        needed = tuple(party for party in needed if party is not Party.CUSTODY)
        note = "De rechter verving het akkoord van de ouders (BW 1:265h)."
    source = f"{need.source}; BW 1:265e, 1:265h"
    return replace(need, needed=needed, rows=(*need.rows, 10), notes=(*need.notes, note), source=source)


def _wzd(facts: ConsentFacts, need: ConsentNeed) -> ConsentNeed:
    """Rows 26 and 27: two parents, and care that counts as involuntary although nobody resists."""
    if not facts.wzd:
        return need
    rows, notes, source = need.rows, need.notes, need.source
    if Party.CUSTODY in need.needed and facts.custody_holders > 1:
        rows, source = (*rows, 26), f"{source}; Wzd 3a lid 6"
        notes = (*notes, "Verzet van een van beide ouders telt als verzet.")
    if facts.wzd_listed_measure and not facts.competent:
        rows, source = (*rows, 27), f"{source}; Wzd 2 lid 2"
        notes = (
            *notes,
            "Behandel dit als onvrijwillige zorg: Wzd 10, 11, 11a en 13 gelden, ook zonder verzet.",
        )
    return replace(need, rows=rows, notes=notes, source=source)


def _foster(facts: ConsentFacts, need: ConsentNeed) -> ConsentNeed:
    """Row 12: a foster parent agrees to the own role and guidance."""
    youth = facts.regime is Regime.JEUGDWET and facts.topic in {Topic.PLAN, Topic.IPA}
    if not (facts.foster_care and youth):
        return need
    return replace(
        need,
        needed=(*need.needed, Party.FOSTER),
        rows=(*need.rows, 12),
        source=f"{need.source}; Jeugdwet 4.1.3 lid 6",
        notes=(*need.notes, "De pleegouder gaat alleen over de eigen rol en begeleiding."),
    )


@dataclass(frozen=True)
class PeopleAround:
    """The people of one client, as far as they can be asked for consent."""

    client_id: str
    custody: tuple[CustodyHolder, ...] = ()
    representative: tuple[str, Capacity] | None = None
    foster_parents: tuple[str, ...] = ()
    gi_id: str | None = None


@dataclass(frozen=True)
class Signers:
    """The persons who are asked, each with the capacity; `missing` are parties nobody is known for."""

    asked: tuple[tuple[str, Capacity], ...]
    missing: tuple[Party, ...]


def signers(need: ConsentNeed, people: PeopleAround) -> Signers:
    """Each person with custody stands apart in the list, each with an own answer."""
    groups: dict[Party, tuple[tuple[str, Capacity], ...]] = {
        Party.CLIENT: ((people.client_id, Capacity.CLIENT),),
        Party.CUSTODY: tuple((holder.person_id, holder.kind.capacity) for holder in people.custody),
        Party.REPRESENTATIVE: (people.representative,) if people.representative else (),
        Party.FOSTER: tuple((person, Capacity.FOSTER_PARENT) for person in people.foster_parents),
        Party.GI: ((people.gi_id, Capacity.GI_GUARDIAN),) if people.gi_id else (),
    }
    asked = tuple(one for party in need.needed for one in groups[party])
    return Signers(asked, tuple(party for party in need.needed if not groups[party]))
