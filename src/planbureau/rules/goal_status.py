"""The statuses of a goal and the moves between them (rules part D2, "Statuses of a goal")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.errors import InvalidInputError
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


def status_word(status: GoalStatus, agreed_by: AgreedBy) -> str:
    """The word for `status`; an agreed goal of a plan without consent says so."""
    if status is GoalStatus.AGREED:
        return consent_word(agreed_by) or status.word
    return status.word


@dataclass(frozen=True)
class MoveContext:
    """What decides whether a move is open: was the plan ever adopted, and who agreed."""

    adopted_before: bool = False
    agreed_by: AgreedBy = AgreedBy.NOBODY


@dataclass(frozen=True)
class Move:
    """One allowed move, the Dutch word for its button, and what it asks for."""

    start: GoalStatus
    to: GoalStatus
    label: str
    needs_reason: bool = False
    needs_new_date: bool = False  # a new target date, or a new look date for a goal without one
    needs_agreement: bool = False
    only_before_adoption: bool = False

    def open_in(self, context: MoveContext) -> bool:
        """Whether `context` leaves this move open."""
        if self.needs_agreement and context.agreed_by is AgreedBy.NOBODY:
            return False
        return not (self.only_before_adoption and context.adopted_before)


_S = GoalStatus
MOVES = (
    Move(_S.CONCEPT, _S.AGREED, "Afspreken", needs_agreement=True),
    Move(_S.CONCEPT, _S.REMOVED, "Verwijderen", only_before_adoption=True),
    Move(_S.AGREED, _S.ACTIVE, "Beginnen"),
    Move(_S.AGREED, _S.STOPPED, "Stoppen", needs_reason=True),
    Move(_S.ACTIVE, _S.REACHED, "Behaald"),
    Move(_S.ACTIVE, _S.PARTLY, "Deels behaald"),
    Move(_S.ACTIVE, _S.NOT_REACHED, "Niet behaald", needs_reason=True),
    Move(_S.ACTIVE, _S.PAUSED, "Stilleggen", needs_reason=True),
    Move(_S.ACTIVE, _S.STOPPED, "Stoppen", needs_reason=True),
    Move(_S.PAUSED, _S.ACTIVE, "Weer beginnen"),
    Move(_S.PAUSED, _S.STOPPED, "Stoppen", needs_reason=True),
    Move(_S.REACHED, _S.KEPT, "Behouden"),
    Move(_S.PARTLY, _S.ACTIVE, "Doorgaan", needs_new_date=True),
    Move(_S.NOT_REACHED, _S.ACTIVE, "Doorgaan", needs_new_date=True),
    Move(_S.KEPT, _S.ACTIVE, "Weer beginnen"),
)


def moves_from(status: GoalStatus, context: MoveContext) -> tuple[Move, ...]:
    """The moves that are open from `status`, in the order in which a screen shows them."""
    return tuple(move for move in MOVES if move.start is status and move.open_in(context))


def moves_on_untick(status: GoalStatus, context: MoveContext) -> tuple[Move, ...]:
    """What taking a tick out of the matrix may mean (D2.5): stop the goal and keep it, or it was a mistake.

    Empty when neither is possible: the goal is closed already, or an adopted concept nobody agreed to yet.
    """
    ways = {GoalStatus.STOPPED, GoalStatus.REMOVED}
    return tuple(move for move in moves_from(status, context) if move.to in ways)


def check_move(
    start: GoalStatus,
    to: GoalStatus,
    context: MoveContext,
    *,
    reason: str = "",
    new_date: date | None = None,
) -> Move:
    """The move from `start` to `to`.

    Raises InvalidInputError when D2 does not know the move, or when something it asks for is missing.
    """
    move = next((m for m in MOVES if m.start is start and m.to is to), None)
    if move is None:
        raise InvalidInputError(
            f'Een doel kan niet van "{start.word}" naar "{to.word}".',
            "De status is niet veranderd. Kies een van de stappen die bij het doel staan.",
        )
    if move.needs_agreement and not move.open_in(context):
        raise InvalidInputError(
            "Over dit doel is nog niemand akkoord gevraagd.",
            "Leg eerst vast wie akkoord gaat, of stel het plan vast zonder akkoord en schrijf op waarom.",
        )
    if not move.open_in(context):
        raise InvalidInputError(
            "Dit doel stond al in een vastgesteld plan en kan niet meer weg.",
            "Spreek het af en stop het, met een reden. Dan blijft te zien wat er was afgesproken.",
        )
    if move.needs_reason and not reason.strip():
        raise InvalidInputError(
            f'Bij "{to.word}" hoort een reden.', "Schrijf in een zin waarom. De status is nog niet veranderd."
        )
    if move.needs_new_date and new_date is None:
        raise InvalidInputError(
            "Doorgaan met dit doel vraagt een nieuwe datum.",
            "Kies een nieuwe streefdatum of kijkdatum. De status is nog niet veranderd.",
        )
    return move
