"""Who is asked to agree with a plan, from its regimes and the people who decide (rules B2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planbureau.rules.capacity import Capacity, CustodyHolder, CustodyKind
from planbureau.rules.consent_facts import ConsentFacts, ConsentNeed, Measure
from planbureau.rules.consent_needed import PeopleAround, consent_needed, signers
from planbureau.rules.dates import age_on
from planbureau.rules.regime import Regime
from planbureau.rules.representation import (
    Candidate,
    Relation,
    capacity_of,
    find_representative,
    law_for,
)
from planbureau.views import ClientView, ConsentView, CustodyView, PlanView

WZD = "wzd_van_toepassing"
CUSTODY_KINDS = {
    "parent": CustodyKind.PARENT,
    "guardian": CustodyKind.GUARDIAN,
    "gi_guardian": CustodyKind.GI_GUARDIAN,
}
BY_COURT = frozenset({Relation.CURATOR, Relation.MENTOR})
"""Appointed by a court, and so willing unless the file says otherwise."""
RELATIONS = {relation.value: relation for relation in Relation}
MEASURES = {
    "ots": Measure.SUPERVISION,
    "gi_voogdij": Measure.GI_GUARDIANSHIP,
    "jeugdreclassering": Measure.YOUTH_PROBATION,
    "gesloten": Measure.SECURE,
    "voorwaardelijke_machtiging": Measure.CONDITIONAL_SECURE,
}


def expected(
    view: PlanView, on: date, not_competent: Iterable[str] = ()
) -> tuple[list[ConsentView], list[str]]:
    """One open consent per person who is asked, and sentences that say why.

    `not_competent` are clients who were judged not able to decide about this plan themselves.
    """
    unable = frozenset(not_competent)
    asked: dict[tuple[str, str], ConsentView] = {}
    why: list[str] = []
    clients = view.clients or ((view.client,) if view.client else ())
    for client in clients:
        for regime in view.regimes or ("",):
            if not regime or client.person.birth_date is None:
                continue
            need = consent_needed(_facts(view, client, Regime(regime), on, client.id not in unable))
            found = signers(need, _people(view, client, Regime(regime), on))
            for person_id, capacity in found.asked:
                key = (person_id, capacity.value)
                asked.setdefault(key, _open(view, person_id, capacity))
            why.extend(_reasons(client, need, [party.label for party in found.missing]))
    if not asked and view.client is not None:
        client_person = view.client.person.id
        asked[client_person, Capacity.CLIENT.value] = _open(view, client_person, Capacity.CLIENT)
    return list(asked.values()), list(dict.fromkeys(why))


def _open(view: PlanView, person_id: str, capacity: Capacity) -> ConsentView:
    return ConsentView(id="", plan_id=view.id, version=0, person_id=person_id, capacity=capacity.value)


def _reasons(client: ClientView, need: ConsentNeed, missing: list[str]) -> list[str]:
    name = client.person.short_name
    lines = [f"{name}: {need.text} ({need.source})" if need.source else f"{name}: {need.text}", *need.notes]
    if missing:
        lines.append(f"{name}: nog niet bekend wie dit is: {', '.join(missing)}. Vul het aan bij de cliënt.")
    return lines


def _facts(view: PlanView, client: ClientView, regime: Regime, on: date, competent: bool) -> ConsentFacts:
    assert client.person.birth_date is not None
    flagged = _flagged(view)
    custody = [c for c in _current(view, client, on) if c.kind in CUSTODY_KINDS]
    return ConsentFacts(
        regime=regime,
        age=age_on(client.person.birth_date, on),
        competent=competent,
        wzd=WZD in view.flags,
        measure=flagged or _measure(view, client, on),
        # Only the plan itself says that this help is given in the frame of the measure; a measure
        # beside voluntary help takes nobody's consent away (rules B2, rows 8 and 11).
        within_measure=flagged is not None,
        foster_care="pleegzorg" in view.flags,
        custody_holders=max(1, len(custody)),
    )


def _flagged(view: PlanView) -> Measure | None:
    flags = {"gi_ots": "ots"}
    named = [flags.get(flag, flag) for flag in view.flags]
    return next((MEASURES[name] for name in named if name in MEASURES), None)


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
        if c.client_id == client.id and (c.start or on) <= on and (c.end is None or on <= c.end)
    ]


def _willing(custody: CustodyView) -> bool | None:
    return True if custody.willing is None and RELATIONS[custody.kind] in BY_COURT else custody.willing


def _people(view: PlanView, client: ClientView, regime: Regime, on: date) -> PeopleAround:
    current = _current(view, client, on)
    custody = tuple(
        CustodyHolder(c.person.id, CUSTODY_KINDS[c.kind]) for c in current if c.kind in CUSTODY_KINDS
    )
    candidates = [
        Candidate(c.person.id, RELATIONS[c.kind], _willing(c)) for c in current if c.kind in RELATIONS
    ]
    found = find_representative(law_for(regime, wzd=WZD in view.flags), candidates, regime=regime).chosen
    capacity = capacity_of(found[0].relation) if found else None
    return PeopleAround(
        client_id=client.person.id,
        custody=custody,
        representative=(found[0].person_id, capacity) if found and capacity else None,
        foster_parents=tuple(r.person.id for r in view.relations if r.role == "pleegouder"),
        gi_id=next((c.person.id for c in current if c.kind == "gi_guardian"), None),
    )
