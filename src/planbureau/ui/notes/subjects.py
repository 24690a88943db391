"""Whose notes are shown: a client with its homes, or a household with its clients."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.errors import NotFoundError
from planbureau.ui.page import PageContext
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenNotes
from planbureau.ui.visiting import sight_of


@dataclass(frozen=True)
class NoteSubject:
    """`ids` are all whose notes belong together; empty for everyone."""

    client_id: str = ""
    household_id: str = ""
    name: str = ""
    ids: tuple[str, ...] = ()

    @property
    def subject_id(self) -> str:
        """The client or household itself."""
        return self.client_id or self.household_id


def subject_of(context: PageContext, desk: Desk, place: OpenNotes) -> NoteSubject:
    """The subject of a place; in a home visit nobody outside the visited home. Raises NotFoundError."""
    client_id, household_id = place.client_id, "" if place.client_id else place.household_id
    if context.visiting and not sight_of(context).sees(client_id, household_id):
        client_id, household_id = context.visit.client_id, context.visit.household_id
    if client_id:
        try:
            client = desk.clients.client(client_id)
        except NotFoundError:  # a draft does not tell which of the two it is about
            household_id = client_id
        else:
            homes = tuple(home.id for home in desk.households_of(client))
            return NoteSubject(client_id, "", client.person.full_name, (client_id, *homes))
    if not household_id:
        return NoteSubject()
    home = desk.clients.household(household_id)
    members = tuple(member.client_id for member in home.members if member.client_id)
    return NoteSubject("", home.id, home.name, (home.id, *members))
