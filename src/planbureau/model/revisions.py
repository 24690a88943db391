"""The revision chain: how a revision gets its id, and how a record follows from its revisions.

The current record is a pure function of its revisions. A write to a field is superseded only by a
write whose author had seen it. What remains with different values is a conflict: the newest is shown,
all are kept, and a person writes the answer on top of all of them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from planbureau.changes import Revision

SCHEMA = 1
"""The schema that new revisions are written in."""


_CANONICAL = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)  # made once: each field that is saved asks for it


def canonical(value: Any) -> str:
    """JSON with one way of writing it: the text that hashes are taken of."""
    return _CANONICAL.encode(value)


def revision_id(  # the fields of a revision, in full
    record_id: str,
    kind: str,
    parents: Sequence[str],
    changes: Mapping[str, Any],
    author: str,
    device: str,
    seq: int,
    at: datetime,
    schema: int = SCHEMA,
) -> str:
    """The SHA-256 of everything in a revision."""
    content = [
        record_id,
        kind,
        schema,
        sorted(parents),
        dict(changes),
        author,
        device,
        seq,
        at.astimezone(UTC).isoformat(timespec="microseconds"),
    ]
    return hashlib.sha256(canonical(content).encode()).hexdigest()


@dataclass(frozen=True)
class Write:
    """One value that someone wrote in a field and that nobody who saw it replaced."""

    value: Any
    revision: str
    author: str
    at: datetime


@dataclass(frozen=True)
class Folded:
    """A record as it follows from its revisions."""

    fields: Mapping[str, Any]
    heads: tuple[str, ...]
    conflicts: Mapping[str, tuple[Write, ...]]  # the shown value first


def ancestors(revisions: Mapping[str, Revision]) -> dict[str, frozenset[str]]:
    """For each revision, all revisions that its author had seen. Unknown parents count as seen."""
    known: dict[str, frozenset[str]] = {}
    stack = list(revisions)
    while stack:
        current = stack[-1]
        if current in known:
            stack.pop()
            continue
        waiting = [p for p in revisions[current].parents if p in revisions and p not in known]
        if waiting:
            stack.extend(waiting)
            continue
        seen: set[str] = set(revisions[current].parents)
        for parent in revisions[current].parents:
            seen |= known.get(parent, frozenset())
        known[current] = frozenset(seen)
        stack.pop()
    return known


def _surviving(writes: Sequence[Revision], seen: Mapping[str, frozenset[str]]) -> list[Revision]:
    return [w for w in writes if not any(w.id in seen[other.id] for other in writes)]


def _removal(
    survivors: Sequence[Revision], heads: Sequence[str], seen: Mapping[str, frozenset[str]]
) -> tuple[bool, bool]:
    """Whether the record is removed, and whether that is disputed by an edit the remover had not seen."""
    removers = [w for w in survivors if w.changes["removed"]]
    if not removers or len(removers) < len(survivors):
        return False, bool(removers)
    unseen = [h for h in heads if not any(h == r.id or h in seen[r.id] or r.id in seen[h] for r in removers)]
    return not unseen, bool(unseen)


def fold(revisions: Iterable[Revision]) -> Folded:
    """The record that follows from these revisions, in whatever order they come."""
    by_id = {revision.id: revision for revision in revisions}
    seen = ancestors(by_id)
    everything_seen = frozenset().union(*seen.values()) if seen else frozenset()
    heads = tuple(sorted(i for i in by_id if i not in everything_seen))
    writes: dict[str, list[Revision]] = {}
    for revision in by_id.values():
        for name in revision.changes:
            writes.setdefault(name, []).append(revision)
    fields: dict[str, Any] = {}
    conflicts: dict[str, tuple[Write, ...]] = {}
    for name, all_writes in writes.items():
        survivors = sorted(_surviving(all_writes, seen), key=lambda w: (w.at, w.id), reverse=True)
        kept = tuple(Write(w.changes[name], w.id, w.author, w.at) for w in survivors)
        if name == "removed":
            fields[name], disputed = _removal(survivors, heads, seen)
            if disputed:
                conflicts[name] = kept
            continue
        fields[name] = kept[0].value
        if len({canonical(write.value) for write in kept}) > 1:
            conflicts[name] = kept
    return Folded(fields, heads, conflicts)
