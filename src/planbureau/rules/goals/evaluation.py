"""What an evaluation decides about a goal, and by which moves the goal follows (rules D2 and D4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planbureau.formats.moments import read_day
from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.gas import MEANINGS, Decision, GoalEvaluation, check_goal_evaluation, outcome_of
from planbureau.rules.goals.moves import MOVES
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import status_word

_S = GoalStatus
OUTCOMES = (_S.REACHED, _S.PARTLY, _S.NOT_REACHED)
"""How a goal can turn out, in the order of the screen."""

_GOES_ON = frozenset({Decision.CONTINUE, Decision.ADJUST})


def result_of(said: GoalOutcome) -> GoalStatus | None:
    """How the goal turned out: as people say, else as the score says."""
    if said.outcome in {one.value for one in OUTCOMES}:
        return GoalStatus(said.outcome)
    if said.score is None or said.score not in MEANINGS:
        return None
    return outcome_of(said.score).status


def decision_of(said: GoalOutcome) -> Decision | None:
    """What was decided; None as long as nothing was."""
    return Decision(said.decision) if said.decision in {one.value for one in Decision} else None


def new_day_of(said: GoalOutcome) -> date | None:
    """The new date of a goal that goes on."""
    return read_day(said.new_date)


def differing(said: GoalOutcome, client: str = "") -> str:
    """Who thinks otherwise about how it went, as a sentence without a full stop; empty when nobody does.

    `client` is the name of the client, where the reader knows whose plan it is.
    """
    names = {"client": client or "de cliënt", "family": "de familie", "professional": "de begeleider"}
    who = [names[one] for one in said.differs]
    if not who:
        return ""
    joined = " en ".join([part for part in (", ".join(who[:-1]), who[-1]) if part])
    return f"{sentence(joined)} {'denkt' if len(who) == 1 else 'denken'} er anders over"


def open_points(
    number: str, status: GoalStatus, said: GoalOutcome, kind: GoalKind = GoalKind.REACH
) -> tuple[str, ...]:
    """Sentences about what is still needed to be done with this goal; none when it is decided."""
    decision, result = decision_of(said), result_of(said)
    facts = GoalEvaluation(
        goal=number,
        outcome=GoalStatus(said.outcome) if said.outcome in {one.value for one in GoalStatus} else None,
        score=said.score if said.score in MEANINGS else None,
        outcome_reason=said.outcome_reason,
        how_seen=said.how_seen,
        decision=decision,
        new_text_or_date=bool(said.new_sentence.strip()) or new_day_of(said) is not None,
        kind=kind,
    )
    beyond = _beyond(status, said, decision, result, kind)
    return (*(hint.text for hint in check_goal_evaluation(facts)), *beyond)


def _beyond(
    status: GoalStatus,
    said: GoalOutcome,
    decision: Decision | None,
    result: GoalStatus | None,
    kind: GoalKind,
) -> Iterator[str]:
    """What the moves of D2 ask on top of D4."""
    if decision is Decision.STOP and steps_of(status, said)[-1:] == (_S.STOPPED,) and not said.reason.strip():
        yield "Schrijf in een zin op waarom jullie stoppen."
    if (
        decision is Decision.KEEP
        and result is not None
        and result is not _S.REACHED
        and status is not _S.KEPT
    ):
        reached = status_word(_S.REACHED, kind)
        yield f'Behouden past bij een doel met de uitkomst "{reached}". Kies een ander besluit.'
    again = decision in _GOES_ON and status in (_S.PARTLY, _S.NOT_REACHED)
    if again and new_day_of(said) is None:
        yield "Doorgaan met dit doel vraagt een nieuwe datum."


def steps_of(status: GoalStatus, said: GoalOutcome) -> tuple[GoalStatus, ...]:
    """The statuses that a goal passes through, each by a move that D2 allows; none when it stays.

    A goal that goes on with a new date first gets the outcome that was seen, so that its history tells it.
    """
    decision, result = decision_of(said), result_of(said)
    match decision:
        case Decision.CONTINUE | Decision.ADJUST if status is _S.KEPT:
            return ()
        case Decision.CONTINUE | Decision.ADJUST if status is _S.ACTIVE:
            seen = result in (_S.PARTLY, _S.NOT_REACHED) and new_day_of(said) is not None
            return (result, _S.ACTIVE) if seen and result is not None else ()
        case Decision.CONTINUE | Decision.ADJUST:
            return () if status is _S.AGREED else way(status, _S.ACTIVE)
        case Decision.KEEP:
            return way(status, _S.KEPT)
        case Decision.STOP if status in OUTCOMES:
            return ()  # it ended already, and D2 knows no way from there to "gestopt"
        case Decision.STOP:
            return way(status, _S.REACHED if result is _S.REACHED else _S.STOPPED)
    return ()


def way(start: GoalStatus, to: GoalStatus) -> tuple[GoalStatus, ...]:
    """The shortest row of moves that D2 allows; none when there is no way, or nowhere to go."""
    ways: list[tuple[GoalStatus, ...]] = [()]
    seen = {start}
    while ways:
        way = ways.pop(0)
        here = way[-1] if way else start
        if here is to:
            return way
        for move in MOVES:
            if move.start is here and move.to not in seen:
                seen.add(move.to)
                ways.append((*way, move.to))
    return ()
