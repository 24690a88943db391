"""The numbers that somebody types: whom they stand for, and a plain word when they stand for nobody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planbureau.errors import NotFoundError

if TYPE_CHECKING:
    from planbureau.services.api import Workspace

_SEE = "Open het overzicht opnieuw."


def readers(workspace: Workspace, numbers: Iterable[str]) -> tuple[str, ...]:
    """The person ids of readers; the number of a client stands for that person.

    Raises NotFoundError for a number of nobody: nothing would be left out for such a reader.
    """
    given = tuple(dict.fromkeys(numbers))
    if not given:
        return ()
    known = {person.id for person in workspace.clients.people()}
    return tuple(one if one in known else _client(workspace, one) for one in given)


def _client(workspace: Workspace, number: str) -> str:
    if number not in {row.id for row in workspace.clients.rows()}:
        raise NotFoundError("Een lezer met dit nummer bestaat niet (meer). Er is geen bestand gemaakt.", _SEE)
    return workspace.clients.client(number).person.id


def subject(workspace: Workspace, number: str) -> str:
    """The client or household of a number, which may be that of a plan. Raises NotFoundError."""
    plan = next((row for row in workspace.plans.rows() if row.id == number), None)
    if plan is not None:
        return plan.household_id or plan.client_ids[0]
    homes = (home.id for home in workspace.clients.households())
    if number in homes or number in {row.id for row in workspace.clients.rows()}:
        return number
    raise NotFoundError("Een cliënt, gezin of plan met dit nummer bestaat niet (meer).", _SEE)
