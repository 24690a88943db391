"""What a write did: which records changed, in words that screens refresh from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Revision:
    """One write of one record, for ever. `id` is the hash of everything else in it.

    `parents` are the revisions that the author saw. `changes` maps field names to JSON values.
    """

    id: str
    record_id: str
    kind: str
    schema: int
    parents: tuple[str, ...]
    changes: Mapping[str, Any]
    author: str
    device: str
    seq: int
    at: datetime


@dataclass(frozen=True)
class Change:
    """One record that was made, changed or removed."""

    kind: str
    record_id: str


@dataclass(frozen=True)
class Changes:
    """The result of one verb. `subjects` are the ids of clients, households and plans that it touched."""

    changed: tuple[Change, ...] = ()
    subjects: frozenset[str] = frozenset()

    def touches(self, *kinds: str) -> bool:
        """Whether a record of one of these kinds changed."""
        return any(change.kind in kinds for change in self.changed)

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.changed + other.changed, self.subjects | other.subjects)
