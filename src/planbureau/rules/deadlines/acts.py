"""What a person does now about a deadline: the button beside it, for each rule and each standing."""

from __future__ import annotations

from enum import Enum

from planbureau.rules.deadlines.kinds import Status


class Act(Enum):
    """One way to go on; the value is the word on the button."""

    FRAME = "Datums invullen"
    ADOPT = "Plan vaststellen"
    RECORD = "Verslag beginnen"
    PRINT = "Afschrift maken"
    REQUEST = "Naar het verzoek"
    PEOPLE = "Naar de cliënt"
    DONE = "Gedaan op…"
    OPEN = "Naar het plan"
    OVERVIEW = "Naar het overzicht"


_OVER = (Status.DONE_IN_TIME, Status.DONE_LATE, Status.NOT_APPLICABLE, Status.LAPSED)
_TO_LOOK_AT = (Act.PRINT, Act.REQUEST, Act.PEOPLE)


def act_now(act: Act, status: Status, *, dated: bool, by_frame: bool, by_adoption: bool) -> Act:
    """The way on for a term with this status.

    `dated` says that it has begun; as long as it has not, `by_frame` and `by_adoption` say which step makes
    it begin. What is over asks for nothing: then there is the plan to look at.
    """
    if status is Status.NOT_STARTED and not dated:
        if by_frame:
            return Act.FRAME
        return Act.ADOPT if by_adoption else Act.PEOPLE
    if status in _OVER:
        return act if act in _TO_LOOK_AT else Act.OPEN
    return act
