"""The plan of a household: for whom consent counts beside the clients (rules B2, C8, D2)."""

from __future__ import annotations

from datetime import date

from planbureau.formats.model import Subject
from planbureau.rules.consent.capacity import is_grown_up_role
from planbureau.rules.dates import age_on
from planbureau.views import ClientView, MemberView, PlanView

ADULTS_AGREE = "Volwassen gezinsleden zijn akkoord met hun eigen doelen. Dat leg je vast bij elk doel."
"""A family plan is of the family itself: an adult agrees with the goals for him or her (D2, letter A)."""


def _others(view: PlanView, on: date) -> tuple[MemberView, ...]:
    if view.format.subject is not Subject.HOUSEHOLD or view.household is None:
        return ()
    clients = {client.person.id for client in view.clients}
    return tuple(
        member
        for member in view.household.members
        if member.person.id not in clients and member.person.alive_on(on)
    )


def minors(view: PlanView, on: date) -> tuple[ClientView, ...]:
    """Members under eighteen without an own file, as clients without an id: nobody is known around them."""
    return tuple(
        ClientView(id="", person=member.person)
        for member in _others(view, on)
        if member.person.birth_date is not None and age_on(member.person.birth_date, on) < 18
    )


def ageless(view: PlanView, on: date) -> tuple[str, ...]:
    """The names of members who may be children and have no birth date."""
    return tuple(
        member.person.short_name
        for member in _others(view, on)
        if member.person.birth_date is None and not is_grown_up_role(member.role)
    )


def other_adults(view: PlanView, on: date) -> bool:
    """Whether an adult without an own file belongs to the household of this plan."""
    return any(
        age_on(member.person.birth_date, on) >= 18
        if member.person.birth_date is not None
        else is_grown_up_role(member.role)
        for member in _others(view, on)
    )
