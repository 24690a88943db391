"""The organisation, its choices, the user, and the care of the vault itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Protocol, cast

from planbureau import resources
from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError, VaultError
from planbureau.formats.answers import JsonValue
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import OrganisationRow, PersonRow
from planbureau.rules.deadlines.regions import (
    Region,
    own_regions,
    read_regions,
    with_own_region,
    with_region,
    without_own_region,
)
from planbureau.rules.deadlines.settings import settings_from
from planbureau.rules.preparation import problem_with
from planbureau.services.api import NewRecoveryCode, PasswordStrength
from planbureau.services.context import Context
from planbureau.services.vault.passwords import strength
from planbureau.views import OrganisationView, PersonView


@cache
def _shipped() -> tuple[Region, ...]:
    return read_regions(resources.path("regions.toml").read_text(encoding="utf-8"))


class VaultCare(Protocol):
    """What can be done with the vault as a whole."""

    def change_password(self, old: str, new: str) -> None: ...

    def rename_user(self, name: str) -> None: ...

    def new_recovery_code(self, password: str) -> NewRecoveryCode: ...

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

    def regions(self) -> tuple[Region, ...]:
        return (*_shipped(), *own_regions(self.organisation().terms))

    def choose_region(self, region_id: str) -> Changes:
        region = next((one for one in self.regions() if one.id == region_id), None)
        if region is None and region_id:
            raise NotFoundError("Deze regio is er niet meer.", "Kies een andere regio.")
        return self._save_terms(lambda terms: with_region(terms, region))

    def keep_region(self, name: str, source: str) -> Changes:
        return self._save_terms(lambda terms: with_own_region(terms, name, source, self.regions()))

    def remove_region(self, region_id: str) -> Changes:
        return self._save_terms(lambda terms: without_own_region(terms, region_id))

    def _save_terms(self, change: Callable[[Mapping[str, object]], dict[str, object]]) -> Changes:
        before = self.organisation()
        after = cast(Mapping[str, JsonValue], change(before.terms))
        return self.save(before, replace(before, terms=after))

    def user(self) -> PersonView:
        with self._context.reading() as session:
            return people_reading.person(session, self._context.user_id)

    def save_user(self, before: PersonView, after: PersonView) -> Changes:
        with self._context.writing() as work:
            row = work.get(PersonRow, before.id)
            work.change(row, codec.difference(PersonRow, before, after), before.heads)
        if after.full_name != before.full_name and before.id == self._context.user_id:
            with suppress(VaultError):  # it is only the name on the start screen
                self._care.rename_user(after.full_name)
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

    def new_recovery_code(self, password: str) -> NewRecoveryCode:
        return self._care.new_recovery_code(password)

    def backup(self, target: Path) -> str:
        return self._care.backup(target)

    def verify(self) -> str:
        return self._care.verify()
