"""The moves between the statuses of a goal (rules part D2, "Statuses of a goal"): the same for every kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import AgreedBy, GoalStatus
from planbureau.rules.goals.words import status_word


@dataclass(frozen=True)
class MoveContext:
    """What decides whether a move is open: was the plan ever adopted, and who agreed."""

    adopted_before: bool = False
    agreed_by: AgreedBy = AgreedBy.NOBODY


@dataclass(frozen=True)
class Move:
    """One allowed move, the Dutch word for its button, and what it asks for.

    A goal of another kind may have a word of its own for the button: `goal_words.move_label`.
    """

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
    kind: GoalKind = GoalKind.REACH,
) -> Move:
    """The move from `start` to `to`; `kind` only says in which words it is refused.

    Raises InvalidInputError when D2 does not know the move, or when something it asks for is missing.
    """
    move = next((m for m in MOVES if m.start is start and m.to is to), None)
    if move is None:
        raise InvalidInputError(
            f'Een doel kan niet van "{status_word(start, kind)}" naar "{status_word(to, kind)}".',
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
            f'Bij "{status_word(to, kind)}" hoort een reden.',
            "Schrijf in een zin waarom. De status is nog niet veranderd.",
        )
    if move.needs_new_date and new_date is None:
        raise InvalidInputError(
            "Doorgaan met dit doel vraagt een nieuwe datum.",
            "Kies een nieuwe streefdatum of kijkdatum. De status is nog niet veranderd.",
        )
    return move
