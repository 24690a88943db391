"""Who is asked to agree with a plan, from its regimes and the people who decide (rules B2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from planbureau.formats.demands import handed_in
from planbureau.formats.model import Subject
from planbureau.plan_state import state_of
from planbureau.rules.consent.capacity import Capacity, CustodyHolder, CustodyKind
from planbureau.rules.consent.facts import ConsentFacts, ConsentNeed, Measure, Party, Topic
from planbureau.rules.consent.needed import PeopleAround, consent_needed, signers
from planbureau.rules.consent.representation import (
    Candidate,
    Relation,
    Representation,
    capacity_of,
    find_representative,
    law_for,
)
from planbureau.rules.consent.topics import OWN_PLANS, free_of_consent, is_treatment, topic_of
from planbureau.rules.dates import age_on
from planbureau.rules.regime import Regime
from planbureau.services.consent.family_members import ADULTS_AGREE, ageless, minors, other_adults
from planbureau.views import ClientView, ConsentView, CustodyView, PlanView

WZD = "wzd_van_toepassing"
STOPPED = "datum_einde_oz"
CUSTODY_KINDS = {
    "parent": CustodyKind.PARENT,
    "guardian": CustodyKind.GUARDIAN,
    "gi_guardian": CustodyKind.GI_GUARDIAN,
}
BY_COURT = frozenset({Relation.CURATOR, Relation.MENTOR})
"""Appointed by a court, and so willing unless the file says otherwise."""
RELATIONS = {relation.value: relation for relation in Relation}
MEASURES = {
    "voorwaardelijke_machtiging": Measure.CONDITIONAL_SECURE,
    "gi_voogdij": Measure.GI_GUARDIANSHIP,
    "ots": Measure.SUPERVISION,
    "jeugdreclassering": Measure.YOUTH_PROBATION,
    "gesloten": Measure.SECURE,
}
"""When a plan stands in the frame of several measures, the first here decides: it asks the most people."""
FLAGS = {"gi_ots": "ots", "gesloten_jeugdhulp": "gesloten"}
"""Flags of a plan that have another name as a measure."""


@dataclass(frozen=True)
class Expected:
    """One open consent per person who is asked, and sentences that say why.

    `complete` is False when somebody who must agree is not known yet: then there is no agreement, whatever
    the others say (rules B2, "one answer missing"). `resists` are the people whose resistance ends an
    agreement, also when they are not asked themselves (Wzd 3a). `heard` are those whose view belongs to the
    plan although nobody needs their consent (rows 8, 22 and 25 among others). `free` holds for a plan that
    may be kept without anybody's consent: the plan of the reporting code (row 31), a plan that is handed in,
    and the client's own plans.
    """

    asked: tuple[ConsentView, ...]
    why: tuple[str, ...]
    complete: bool = True
    resists: frozenset[str] = frozenset()
    heard: tuple[ConsentView, ...] = ()
    free: bool = False

    @property
    def signing(self) -> tuple[ConsentView, ...]:
        """Who signs on paper: who is asked, and nobody of a plan that may do without consent."""
        return () if self.free else self.asked

    @property
    def nobody_needed(self) -> bool:
        """Whether nobody's consent is needed and views are heard: help within a measure (rows 8 and 15)."""
        return self.complete and not self.asked and bool(self.heard) and not self.free


FOSTER_IN_NETWORK = "Zet de pleegouder in het netwerk, met de rol pleegouder, pleegmoeder of pleegvader."
NOBODY = Expected((), ("Dit plan is van de cliënt zelf. Er is geen akkoord voor nodig.",), free=True)


def expected(view: PlanView, on: date, not_competent: Iterable[str] = ()) -> Expected:
    """Who is asked to agree with this plan on that day.

    `not_competent` are clients who were judged not able to decide about this plan themselves. In the plan of
    a household every minor counts as a client does, also without an own file.
    """
    if view.format.family in OWN_PLANS:
        return NOBODY
    unable = frozenset(not_competent)
    asked: dict[tuple[str, str], ConsentView] = {}
    heard: dict[tuple[str, str], ConsentView] = {}
    why: list[str] = []
    resists: set[str] = set()
    complete = True
    for client in _clients(view, on):
        if client.person.birth_date is None:
            complete = False
            why.append(f"{client.person.short_name}: vul de geboortedatum in. Dan is duidelijk wie beslist.")
            continue
        for name in view.regimes:
            regime = Regime(name)
            need = consent_needed(_facts(view, client, regime, on, client.id not in unable))
            people, representation = _people(view, client, regime, on)
            found = signers(need, people)
            for person_id, capacity in found.asked:
                asked.setdefault((person_id, capacity.value), _open(view, person_id, capacity))
            for person_id, capacity in signers(replace(need, needed=_heard(need)), people).asked:
                heard.setdefault((person_id, capacity.value), _open(view, person_id, capacity))
            # The part of a foster parent nobody knows yet stays a concept; the rest can be agreed (PLZ-01).
            complete = complete and not set(found.missing) - {Party.FOSTER}
            resists |= _resisting(need, people)
            why.extend(_reasons(client, need, found.missing, representation))
    if not asked and not view.regimes and view.client is not None:
        person_id = view.client.person.id
        asked[person_id, Capacity.CLIENT.value] = _open(view, person_id, Capacity.CLIENT)
    unknown = ageless(view, on)
    why.extend(f"{name}: vul de geboortedatum in. Dan is duidelijk wie beslist." for name in unknown)
    if other_adults(view, on):
        why.append(ADULTS_AGREE)
    only_heard = tuple(one for key, one in heard.items() if key not in asked)
    return Expected(
        tuple(asked.values()),
        tuple(dict.fromkeys(why)),
        complete and not unknown,
        frozenset(resists),
        only_heard,
        free=free_of_consent(view.format.family),
    )


def _clients(view: PlanView, on: date) -> tuple[ClientView, ...]:
    """Whom the plan is about; of a family nobody who died, for its plan goes on without that child."""
    own = view.clients or ((view.client,) if view.client else ())
    if view.format.subject is Subject.HOUSEHOLD:
        own = tuple(client for client in own if client.person.alive_on(on))
    return (*own, *minors(view, on))


def to_sign(view: PlanView, on: date, not_competent: Iterable[str] = ()) -> tuple[ConsentView, ...]:
    """For whom a print keeps a line to sign on."""
    return expected(view, on, not_competent).signing


def _heard(need: ConsentNeed) -> tuple[Party, ...]:
    """Whose view is written down: who is heard, and who may resist without being asked (Wzd 3a)."""
    also = (party for party in need.resistance_counts if party not in need.needed)
    return tuple(dict.fromkeys((*need.heard, *also)))


def _open(view: PlanView, person_id: str, capacity: Capacity) -> ConsentView:
    return ConsentView(id="", plan_id=view.id, version=0, person_id=person_id, capacity=capacity.value)


def _resisting(need: ConsentNeed, people: PeopleAround) -> set[str]:
    found = {person for party in need.resistance_counts for person in _of(party, people)}
    return found - {""}


def _of(party: Party, people: PeopleAround) -> tuple[str, ...]:
    if party is Party.CLIENT:
        return (people.client_id,)
    if party is Party.CUSTODY:
        return tuple(holder.person_id for holder in people.custody)
    return (people.representative[0],) if people.representative else ()


def _reasons(
    client: ClientView, need: ConsentNeed, missing: tuple[Party, ...], representation: Representation
) -> list[str]:
    name = client.person.short_name
    lines = [f"{name}: {need.text} ({need.source})" if need.source else f"{name}: {need.text}", *need.notes]
    if missing:
        labels = ", ".join(party.label for party in missing)
        where = "Vul het aan bij de cliënt." if client.id else f"Maak {name} cliënt en vul het daar aan."
        if missing == (Party.FOSTER,):
            where = FOSTER_IN_NETWORK
        lines.append(f"{name}: nog niet bekend wie dit is: {labels}. {where}")
    if Party.REPRESENTATIVE in need.needed and representation.advice:
        lines.append(representation.advice)
    return lines


def _facts(view: PlanView, client: ClientView, regime: Regime, on: date, competent: bool) -> ConsentFacts:
    assert client.person.birth_date is not None
    flagged = _flagged(view)
    topic = _topic(view, on)
    beside = None if topic is Topic.IPA else _measure(view, client, on)
    custody = [c for c in _current(view, client, on) if c.kind in CUSTODY_KINDS]
    return ConsentFacts(
        regime=regime,
        age=age_on(client.person.birth_date, on),
        competent=competent,
        topic=topic,
        medical=is_treatment(view.format.family),
        wzd=WZD in view.flags,
        measure=flagged or beside,
        # Only the plan itself says that this help is given in the frame of the measure; a measure
        # beside voluntary help takes nobody's consent away (rules B2, rows 8 and 11).
        within_measure=flagged is not None,
        foster_care="pleegzorg" in view.flags,
        custody_holders=max(1, len(custody)),
        wzd_listed_measure=_listed(view, on),
    )


def _listed(view: PlanView, on: date) -> bool:
    """Whether care of Wzd 2 lid 2 stands in the plan, from its record until it stopped (row 27)."""
    stopped = view.triggers.get(STOPPED)
    return any(
        (last is None or on <= last) and (stopped is None or on <= stopped or first > stopped)
        for first, last in view.listed_care
    )


def _flagged(view: PlanView) -> Measure | None:
    named = {FLAGS.get(flag, flag) for flag in view.flags}
    return next((measure for name, measure in MEASURES.items() if name in named), None)


def _topic(view: PlanView, on: date) -> Topic:
    """A family plan that takes the place of the hulpverleningsplan asks whom that plan would ask (C1)."""
    if view.format.hand_in and not handed_in(view.format, state_of(view, on)):
        return Topic.PLAN
    return topic_of(view.format.family)


def _measure(view: PlanView, client: ClientView, on: date) -> Measure | None:
    named = [
        m.kind
        for m in view.measures
        if m.client_id == client.id and (m.start or on) <= on and (m.end is None or on <= m.end)
    ]
    return next((MEASURES[name] for name in named if name in MEASURES), None)


def _current(view: PlanView, client: ClientView, on: date) -> list[CustodyView]:
    return [
        c
        for c in view.custody
        if c.client_id == client.id
        and (c.start or on) <= on
        and (c.end is None or on <= c.end)
        and c.person.alive_on(on)
    ]


def _willing(custody: CustodyView) -> bool | None:
    return True if custody.willing is None and RELATIONS[custody.kind] in BY_COURT else custody.willing


def _candidate(custody: CustodyView, on: date) -> Candidate:
    born = custody.person.birth_date
    return Candidate(
        custody.person.id,
        RELATIONS[custody.kind],
        _willing(custody),
        adult=born is None or age_on(born, on) >= 18,
        # Under the Wzd somebody with a written authorisation signs that too (Wzd 3 lid 5).
        signed_willingness="bereidheid" in custody.proof.casefold(),
    )


def _people(
    view: PlanView, client: ClientView, regime: Regime, on: date
) -> tuple[PeopleAround, Representation]:
    current = _current(view, client, on)
    custody = tuple(
        CustodyHolder(c.person.id, CUSTODY_KINDS[c.kind]) for c in current if c.kind in CUSTODY_KINDS
    )
    candidates = [_candidate(c, on) for c in current if c.kind in RELATIONS]
    representation = find_representative(law_for(regime, wzd=WZD in view.flags), candidates, regime=regime)
    found = representation.chosen
    capacity = capacity_of(found[0].relation) if found else None
    around = PeopleAround(
        client_id=client.person.id,
        custody=custody,
        representative=(found[0].person_id, capacity) if found and capacity else None,
        foster_parents=view.foster_parents(on),
        gi_id=next((c.person.id for c in current if c.kind == "gi_guardian"), None),
    )
    return around, representation
