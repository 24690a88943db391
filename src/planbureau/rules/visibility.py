"""What is kept from which people ("niet voor ...") on their print, export and calendar (rules B7, end).

Deny wins: what one reader of a copy may not see is in no copy for that group of readers. What is left
out is counted, never described: a reader learns that something was left out, not what.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

PERSON_KIND = "person"


@dataclass(frozen=True, order=True)
class RecordRef:
    """One record, by kind and id; the kinds are those of the model ("person", "goal", "address", ...)."""

    kind: str
    id: str


@dataclass(frozen=True)
class Restriction:
    """Keeps a record, or one `field` of it, from the people in `not_for`. `reason` is never printed."""

    record_kind: str
    record_id: str
    not_for: frozenset[str]
    field: str | None = None
    reason: str = ""

    @property
    def record(self) -> RecordRef:
        """The record that this restriction is about."""
        return RecordRef(self.record_kind, self.record_id)


@dataclass
class VisibilityFilter:
    """Says what one audience may see, and counts what it was asked about and refused."""

    _hidden: frozenset[tuple[RecordRef, str | None]]
    _left_out: set[tuple[RecordRef, str | None]] = field(default_factory=set)

    def __call__(
        self, kind: str, record_id: str, name: str | None = None, *, bound_to: Iterable[RecordRef] = ()
    ) -> bool:
        """Whether the record, or its field `name`, may be shown.

        `bound_to` are the records that this one belongs to or names: an address to its person, an
        appointment to who comes along. When one of them is hidden, so is this.
        """
        record = RecordRef(kind, record_id)
        hidden = (
            (record, None) in self._hidden
            or (name is not None and (record, name) in self._hidden)
            or any((owner, None) in self._hidden for owner in bound_to)
        )
        if hidden:
            self._left_out.add((record, name))
        return not hidden

    def person(self, person_id: str) -> bool:
        """Whether a person may be named at all."""
        return self(PERSON_KIND, person_id)

    @property
    def left_out(self) -> bool:
        """Whether something was asked for and left out."""
        return bool(self._left_out)

    @property
    def notice(self) -> str:
        """The sentence for the document; empty when nothing was left out."""
        return LEFT_OUT if self._left_out else ""


LEFT_OUT = (
    "In deze versie is iets weggelaten. Vraag het aan de maker van dit plan als je daar vragen over hebt."
)


def visible_to(restrictions: Iterable[Restriction], audience: Iterable[str]) -> VisibilityFilter:
    """The filter for a copy that the people in `audience` (person ids) get together.

    An empty audience is the file itself: nothing is left out.
    """
    readers = frozenset(audience)
    return VisibilityFilter(frozenset((r.record, r.field) for r in restrictions if r.not_for & readers))


def hidden_from(restrictions: Iterable[Restriction], record: RecordRef) -> frozenset[str]:
    """The people for whom this record as a whole is hidden, for the mark beside it on the screen."""
    found: frozenset[str] = frozenset()
    for restriction in restrictions:
        if restriction.record == record and restriction.field is None:
            found |= restriction.not_for
    return found
