"""The statuses of a goal, and on what ground it is agreed (rules part D2, "Statuses of a goal")."""

from __future__ import annotations

from enum import Enum

from planbureau.rules.status_look import LookedStatus, StatusLook


class GoalStatus(LookedStatus):
    """Where a goal stands; the value is what is stored."""

    CONCEPT = "concept"
    AGREED = "agreed"
    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    KEPT = "kept"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    STOPPED = "stopped"
    REMOVED = "removed"

    @property
    def look(self) -> StatusLook:
        return _LOOKS[self]

    @property
    def is_open(self) -> bool:
        """Whether people still work on this goal, or will."""
        return self in _OPEN


_LOOKS = {
    GoalStatus.CONCEPT: StatusLook("concept", "pencil", "idle"),
    GoalStatus.AGREED: StatusLook("afgesproken", "flag", "info"),
    GoalStatus.ACTIVE: StatusLook("bezig", "circle-dot", "info"),
    GoalStatus.PAUSED: StatusLook("ligt stil", "pause", "warn"),
    GoalStatus.REACHED: StatusLook("behaald", "circle-check", "ok"),
    GoalStatus.KEPT: StatusLook("behouden", "shield-check", "ok"),
    GoalStatus.PARTLY: StatusLook("deels behaald", "circle-slash", "warn"),
    GoalStatus.NOT_REACHED: StatusLook("niet behaald", "circle-x", "err"),
    GoalStatus.STOPPED: StatusLook("gestopt", "square", "idle"),
    GoalStatus.REMOVED: StatusLook("verwijderd", "trash-2", "idle"),
}
_OPEN = frozenset(
    {GoalStatus.CONCEPT, GoalStatus.AGREED, GoalStatus.ACTIVE, GoalStatus.PAUSED, GoalStatus.KEPT}
)

WITHOUT_CONSENT_WORD = "vastgesteld zonder instemming"
"""The label that the rules give literally (D2); everywhere else the word is "akkoord"."""
WITHDRAWN_WORD = "akkoord ingetrokken"
"""Everybody agreed when it was adopted, and somebody does not any more (B1.7)."""


class AgreedBy(Enum):
    """On what ground a goal counts as agreed (rules B1.4, B2 row 8)."""

    NOBODY = "nobody"
    CONSENT = "consent"  # of the plan version or of this goal
    ADOPTED_WITHOUT_CONSENT = "adopted_without_consent"
    WITHDRAWN = "withdrawn"  # adopted with agreement, which does not stand any more


def agreement_of(*, without: bool, withdrawn: bool) -> AgreedBy:
    """How an adopted version stands now."""
    if not without:
        return AgreedBy.CONSENT
    return AgreedBy.WITHDRAWN if withdrawn else AgreedBy.ADOPTED_WITHOUT_CONSENT


def consent_word(agreed_by: AgreedBy) -> str:
    """The word on the badge of a plan; empty when everybody agrees."""
    return _CONSENT_WORDS.get(agreed_by, "")


_CONSENT_WORDS = {
    AgreedBy.ADOPTED_WITHOUT_CONSENT: WITHOUT_CONSENT_WORD,
    AgreedBy.WITHDRAWN: WITHDRAWN_WORD,
}
