"""The organisation, its choices, the user, and the care of the vault itself."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import OrganisationRow, PersonRow
from planbureau.rules.deadlines.settings import settings_from
from planbureau.rules.preparation import problem_with
from planbureau.services.api import PasswordStrength
from planbureau.services.context import Context
from planbureau.services.passwords import strength
from planbureau.views import OrganisationView, PersonView


class VaultCare(Protocol):
    """What can be done with the vault as a whole."""

    def change_password(self, old: str, new: str) -> None: ...

    def new_recovery_code(self, password: str) -> str: ...

    def backup(self, target: Path) -> str: ...

    def verify(self) -> str: ...


class Organisation:
    """`services.api.OrganisationService` on the vault."""

    def __init__(self, context: Context, care: VaultCare) -> None:
        self._context = context
        self._care = care

    def organisation(self) -> OrganisationView:
        with self._context.reading() as session:
            return people_reading.organisation(session)

    def save(self, before: OrganisationView, after: OrganisationView) -> Changes:
        settings_from(after.terms)
        wrong = problem_with(after.preparation)
        if wrong:
            raise InvalidInputError(wrong, "Er is niets veranderd.")
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

    def password_strength(self, password: str) -> PasswordStrength:
        user = self.user()
        return strength(password, (self.organisation().name, user.full_name, *user.full_name.split()))

    def change_password(self, old: str, new: str) -> None:
        found = self.password_strength(new)
        if not found.accepted:
            raise InvalidInputError(
                f"Het nieuwe wachtwoord is {found.word}. Er is niets veranderd.", found.advice
            )
        self._care.change_password(old, new)

    def new_recovery_code(self, password: str) -> str:
        return self._care.new_recovery_code(password)

    def backup(self, target: Path) -> str:
        return self._care.backup(target)

    def verify(self) -> str:
        return self._care.verify()
