"""The organisation, its choices, the user, and the care of the vault itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from planbureau.changes import Changes
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import OrganisationRow, PersonRow
from planbureau.rules.deadlines import TermSettings, validate_settings
from planbureau.services.context import Context
from planbureau.services.deadline_facts import term_values
from planbureau.views import OrganisationView, PersonView


class VaultCare(Protocol):
    """What can be done with the vault as a whole."""

    def change_password(self, old: str, new: str) -> None: ...

    def backup(self, target: Path) -> str: ...

    def verify(self) -> str: ...


class Organisation:
    """`services.api.OrganisationService` on the vault."""

    def __init__(self, context: Context, care: VaultCare, strong: Callable[[str], None]) -> None:
        self._context = context
        self._care = care
        self._strong = strong

    def organisation(self) -> OrganisationView:
        with self._context.reading() as session:
            return people_reading.organisation(session)

    def save(self, before: OrganisationView, after: OrganisationView) -> Changes:
        validate_settings(TermSettings(**term_values(after.terms)))
        with self._context.writing() as work:
            row = work.get(OrganisationRow, before.id)
            work.change(row, codec.difference(OrganisationRow, before, after), before.heads)
        return work.changes

    def user(self) -> PersonView:
        with self._context.reading() as session:
            return people_reading.person(session, self._context.user_id)

    def save_user(self, before: PersonView, after: PersonView) -> Changes:
        with self._context.writing() as work:
            row = work.get(PersonRow, before.id)
            work.change(row, codec.difference(PersonRow, before, after), before.heads)
        return work.changes

    def change_password(self, old: str, new: str) -> None:
        self._strong(new)
        self._care.change_password(old, new)

    def backup(self, target: Path) -> str:
        return self._care.backup(target)

    def verify(self) -> str:
        return self._care.verify()
