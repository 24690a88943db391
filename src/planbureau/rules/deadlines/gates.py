"""What must be settled before a plan is adopted or discussed: rules that guard a door, not a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules import dutch
from planbureau.rules.deadlines.catalogue import rules_for
from planbureau.rules.deadlines.deadline import Deadline
from planbureau.rules.deadlines.engine import compute
from planbureau.rules.deadlines.facts import PlanFacts
from planbureau.rules.deadlines.kinds import Status
from planbureau.rules.deadlines.settings import DEFAULT_SETTINGS, TermSettings
from planbureau.rules.deadlines.table.jeugdwet import GI_FLAGS

_SETTLED = frozenset({Status.DONE_IN_TIME, Status.DONE_LATE, Status.NOT_APPLICABLE, Status.CLOSED})


def _settled(deadline: Deadline) -> bool:
    """Whether nothing has to be recorded any more; a term that was only moved is not settled."""
    fell_away = deadline.status is Status.DEVIATED and deadline.last_date is None
    return fell_away or deadline.status in _SETTLED


@dataclass(frozen=True, slots=True)
class Gate:
    """A door that is still closed: why, in Dutch, and by which source."""

    rule_id: str
    reason: str
    source: str


def oral_form_allowed(flags: frozenset[str]) -> bool:
    """Whether a plan may exist in spoken form only (HVP-03; Jeugdwet 4.1.3 lid 4)."""
    return flags.isdisjoint(GI_FLAGS | {"gesloten_jeugdhulp", "voorwaardelijke_machtiging"})


def adoption_gates(
    facts: PlanFacts, today: date, settings: TermSettings = DEFAULT_SETTINGS
) -> tuple[Gate, ...]:
    """What must be recorded before this plan can be adopted (FGP-01; Jeugdwet 4.1.2)."""
    if facts.plan_type == "fgp":
        return ()
    return tuple(
        Gate(
            "FGP-01",
            "Noteer eerst of de ouders zelf een familiegroepsplan maken, of waarom dat er niet komt.",
            deadline.source,
        )
        for deadline in compute(facts, today, settings)
        if deadline.rule_id == "FGP-01" and not _settled(deadline)
    )


def meeting_gate(
    facts: PlanFacts, meeting_on: date, settings: TermSettings = DEFAULT_SETTINGS
) -> Gate | None:
    """Why the plan cannot be discussed on `meeting_on` yet: the days for a personal plan (WLZ-01)."""
    if not any(
        r.id == "WLZ-01" for r in rules_for(facts.plan_type, facts.regimes, facts.flags, facts.rule_ids)
    ):
        return None
    for deadline in compute(facts, meeting_on, settings):
        if deadline.rule_id != "WLZ-01" or _settled(deadline):
            continue
        if deadline.last_date is None:
            reason = "Vertel eerst dat de cliënt zelf een persoonlijk plan mag maken, en noteer de dag."
        else:
            reason = (
                f"De cliënt mag tot en met {dutch.long_date(deadline.last_date)} een persoonlijk plan geven. "
                "Bespreek het plan daarna, of noteer dat het persoonlijk plan er is of niet komt."
            )
        return Gate("WLZ-01", reason, deadline.source)
    return None
