"""The verbs about people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.formats.answers import JsonValue
    from planbureau.views import (
        ClientRow,
        ClientView,
        CustodyView,
        FormDraftView,
        FormKey,
        HouseholdLine,
        HouseholdView,
        MeasureView,
        MemberView,
        PersonView,
        RelationView,
        RequestView,
        RestrictionView,
    )


class FormDraftService(Protocol):
    """What stands in a form that is not saved: kept, so that a lock can always lock."""

    def keep(self, key: FormKey, title: str, typed: Mapping[str, JsonValue]) -> None:
        """Keeps what was typed, in place of what was kept of this form before. Raises VaultError."""
        ...

    def all(self) -> tuple[FormDraftView, ...]:
        """Every form that is not finished, the oldest first."""
        ...

    def find(self, key: FormKey) -> FormDraftView | None: ...

    def drop(self, key: FormKey) -> None:
        """Forgets it: it was saved, or a person chose to leave it."""
        ...


class ClientService(Protocol):
    """Clients, households, the people around them, and who may not see what."""

    def rows(self) -> tuple[ClientRow, ...]: ...

    def client(self, client_id: str) -> ClientView: ...

    def add_client(self, person: PersonView, code: str = "") -> tuple[str, Changes]: ...

    def save_client(self, before: ClientView, after: ClientView) -> Changes: ...

    def end_care(self, client_id: str, on: date | None) -> Changes: ...

    def person(self, person_id: str) -> PersonView: ...

    def people(self) -> tuple[PersonView, ...]:
        """Everyone in the vault, professionals first; outside a home visit only."""
        ...

    def people_of(self, subject_id: str) -> tuple[PersonView, ...]:
        """Everyone who may be named in plans of this client or household."""
        ...

    def add_person(self, person: PersonView) -> tuple[str, Changes]: ...

    def save_person(self, before: PersonView, after: PersonView) -> Changes: ...

    def household(self, household_id: str) -> HouseholdView: ...

    def households(self) -> tuple[HouseholdView, ...]: ...

    def main_home(self, person_id: str) -> str:
        """The household that is this person's main address; empty when none is."""
        ...

    def household_lines(self) -> tuple[HouseholdLine, ...]:
        """All households by name, for a list."""
        ...

    def remove_household(self, household: HouseholdView) -> Changes:
        """Raises InvalidInputError as long as somebody belongs to it or it has a plan."""
        ...

    def add_household(self, name: str) -> tuple[str, Changes]: ...

    def save_household(self, before: HouseholdView, name: str) -> Changes: ...

    def add_member(
        self, household_id: str, person_id: str, role: str, *, main_home: bool = True
    ) -> tuple[str, Changes]: ...

    def save_member(self, before: MemberView, after: MemberView) -> Changes: ...

    def remove_member(self, member: MemberView) -> Changes: ...

    def relations(self, subject_id: str) -> tuple[RelationView, ...]:
        """The people around a client or a household, those to call first on top."""
        ...

    def add_relation(self, relation: RelationView) -> tuple[str, Changes]: ...

    def save_relation(self, before: RelationView, after: RelationView) -> Changes: ...

    def remove_relation(self, relation: RelationView) -> Changes: ...

    def custody(self, client_id: str) -> tuple[CustodyView, ...]: ...

    def add_custody(self, custody: CustodyView) -> tuple[str, Changes]: ...

    def save_custody(self, before: CustodyView, after: CustodyView) -> Changes: ...

    def remove_custody(self, custody: CustodyView) -> Changes: ...

    def measures(self, client_id: str) -> tuple[MeasureView, ...]: ...

    def add_measure(self, measure: MeasureView) -> tuple[str, Changes]: ...

    def save_measure(self, before: MeasureView, after: MeasureView) -> Changes: ...

    def remove_measure(self, measure: MeasureView) -> Changes: ...

    def requests(self, client_id: str) -> tuple[RequestView, ...]:
        """What was asked about the file of this client (rules RCT)."""
        ...

    def add_request(self, request: RequestView) -> tuple[str, Changes]: ...

    def save_request(self, before: RequestView, after: RequestView) -> Changes: ...

    def restrictions(self, target_ids: Sequence[str]) -> tuple[RestrictionView, ...]: ...

    def restrict(self, target_kind: str, target_id: str, not_for: Sequence[str], reason: str = "") -> Changes:
        """Sets for whom something is not; an empty `not_for` takes the mark away."""
        ...
