"""The one place where a record is written: a revision, and the row that follows from it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from sqlalchemy import Connection, Update, bindparam, func, insert, inspect, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from planbureau.changes import Change, Changes, Revision
from planbureau.clock import Clock
from planbureau.errors import NotFoundError
from planbureau.model import codec
from planbureau.model.columns import Base, Record
from planbureau.model.revisions import SCHEMA, Folded, fold, revision_id
from planbureau.model.rows import KINDS, RevisionRow
from planbureau.model.sight import unlimited

R = TypeVar("R", bound=Record)

# Built once, and of the table instead of the class: what a field saved waits for most is the building of
# questions and the bookkeeping of the ORM, and a revision is never read back by who wrote it.
_REVISIONS = Base.metadata.tables[RevisionRow.__tablename__]
_ADD_REVISION = insert(_REVISIONS)
_LAST_SEQ = select(func.max(_REVISIONS.c.seq)).where(_REVISIONS.c.device == bindparam("device"))


def new_id() -> str:
    """A fresh id for a record."""
    return str(uuid.uuid4())


class OnDisk(NamedTuple):
    """What is known of the vault because this process, the only one that writes, committed it; None: look.

    `last_seq` is the number of the last revision of this device, `behind` are the records that the search
    is behind with, `drafts` tells of which answers there is a draft: by plan, key and author.
    """

    last_seq: int | None = None
    behind: frozenset[str] | None = None
    drafts: frozenset[tuple[str, str, str]] | None = None


class Known(Protocol):
    """What a write needs to know of a record that is there."""

    @property
    def id(self) -> str:
        """The record."""

    @property
    def heads(self) -> Sequence[str]:
        """Its last revisions."""

    @property
    def conflicts(self) -> Mapping[str, Any]:
        """Its fields that were written differently by people who did not see each other's words."""


def rows_of(connection: Connection) -> Session:
    """The rows of a transaction that whoever began it ends; they are to be flushed before that."""
    return Session(connection, expire_on_commit=False)


class UnitOfWork:
    """One transaction of writes by one author on one laptop. `changes` tells what was written.

    `on_disk` is what is known of the vault, as it will be once this transaction is committed.
    """

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        author: str,
        device: str,
        on_disk: OnDisk | None = None,
        session: Session | None = None,
    ) -> None:
        self.connection = connection
        self.author = author
        self._session = session
        self._clock = clock
        self._device = device
        self.on_disk = on_disk or OnDisk()
        self._changed: dict[tuple[str, str], Change] = {}
        self._subjects: set[str] = set()

    @property
    def session(self) -> Session:
        """The rows of this transaction. Made when it is asked for: a field that is saved does without."""
        if self._session is None:
            self._session = rows_of(self.connection)
        return self._session

    def flush(self) -> None:
        """Sends what is still to be sent to the database."""
        if self._session is not None:
            self._session.flush()

    def close(self) -> None:
        """Lets go of the rows."""
        if self._session is not None:
            self._session.close()

    def now(self) -> datetime:
        """The moment that new revisions carry."""
        return self._clock.now()

    @property
    def changes(self) -> Changes:
        """What was written so far."""
        return Changes(tuple(self._changed.values()), frozenset(self._subjects))

    def touch(self, *subjects: str) -> None:
        """Names the clients, households and plans that this write is about."""
        self._subjects.update(subject for subject in subjects if subject)

    def gather(self, changes: Changes) -> None:
        """Takes over what was written before in the same transaction."""
        self._changed.update({(one.kind, one.record_id): one for one in changes.changed})
        self._subjects.update(changes.subjects)

    def get(self, row: type[R], record_id: str) -> R:
        """The row of this record. Raises NotFoundError when it does not exist."""
        found = self.session.get(row, record_id)
        if found is None:
            raise NotFoundError("Dit gegeven bestaat niet meer.", "Open het overzicht opnieuw.")
        return found

    def create(self, row: type[R], fields: Mapping[str, Any], record_id: str = "") -> R:
        """Makes a record with these fields (JSON values)."""
        record_id = record_id or new_id()
        made = row(
            id=record_id, heads=[], conflicts={}, made_at=self.now(), edited_at=self.now(), removed=False
        )
        self._append(made, dict(fields), ())
        self.session.add(made)
        return made

    def change(self, row: R, fields: Mapping[str, Any], seen: Sequence[str] | None = None) -> R:
        """Writes fields (JSON values) on top of the revisions that the author had seen.

        Without `seen` the author is the program itself, which saw everything. Nothing is written when
        nothing differs.
        """
        if not fields:
            return row
        if seen is None or set(seen) == set(row.heads):
            self._append(row, dict(fields), tuple(row.heads))
        else:
            self._append(row, dict(fields), tuple(seen), stale=True)
        return row

    def change_known(
        self, row: type[Record], known: Known, fields: Mapping[str, Any], seen: Sequence[str]
    ) -> None:
        """Writes fields on top of a record of which no more was read than this: as `change`, but quicker."""
        if not fields:
            return
        if known.conflicts or set(seen) != set(known.heads):
            with unlimited(self.session):  # whether it may be written is for who ends the transaction
                found = self.get(row, known.id)
            self.change(found, fields, seen)
        else:
            self._update(row, known.id, self._revise(row, known.id, dict(fields), tuple(known.heads)))

    def remove(self, row: Record, seen: Sequence[str] | None = None) -> None:
        """Marks a record as removed; its revisions stay."""
        self.change(row, {"removed": True}, seen)

    def revisions(self, record_id: str) -> list[Revision]:
        """All revisions of a record."""
        rows = self.session.scalars(select(RevisionRow).where(RevisionRow.record_id == record_id))
        return [as_revision(row) for row in rows]

    def _next_seq(self) -> int:
        last = self.on_disk.last_seq
        if last is None:
            last = self.connection.execute(_LAST_SEQ, {"device": self._device}).scalar() or 0
        self.on_disk = self.on_disk._replace(last_seq=last + 1)
        return last + 1

    def _append(
        self, row: Record, fields: dict[str, Any], parents: tuple[str, ...], *, stale: bool = False
    ) -> None:
        written = self._revise(type(row), row.id, fields, parents)
        if stale or row.conflicts:
            apply_fold(row, fold(self.revisions(row.id)))
            self._put(row, {"edited_at": written["edited_at"], "edited_by": written["edited_by"]})
        else:
            self._put(row, written)

    def _revise(
        self, row: type[Record], record_id: str, fields: dict[str, Any], parents: tuple[str, ...]
    ) -> dict[str, Any]:
        """Writes the revision, and gives the columns that follow from it when nobody else wrote."""
        seq, at = self._next_seq(), self.now()
        made = revision_id(record_id, row.kind, parents, fields, self.author, self._device, seq, at)
        revision = {
            "id": made,
            "record_id": record_id,
            "kind": row.kind,
            "schema": SCHEMA,
            "parents": list(parents),
            "changes": fields,
            "author": self.author,
            "device": self._device,
            "seq": seq,
            "at": at,
        }
        self.connection.execute(_ADD_REVISION, revision)
        self._changed[row.kind, record_id] = Change(row.kind, record_id)
        columns = codec.columns_of(row, fields)
        return {**columns, "heads": [made], "edited_at": at, "edited_by": self.author}

    def _put(self, row: Record, values: Mapping[str, Any]) -> None:
        """Gives columns of a row these values; of a row that is in the table at once, without the ORM."""
        if inspect(row).persistent:
            self._update(type(row), row.id, values)
        else:
            for name, value in values.items():
                setattr(row, name, value)

    def _update(self, row: type[Record], record_id: str, values: Mapping[str, Any]) -> None:
        self.connection.execute(_change_of(row), {"of_id": record_id, **values})
        if self._session is None:
            return
        held = self._session.identity_map.get(self._session.identity_key(row, record_id))
        if held is not None:
            for name, value in values.items():
                set_committed_value(held, name, value)


def as_revision(row: RevisionRow) -> Revision:
    """The frozen value of a revision row."""
    return Revision(
        row.id, row.record_id, row.kind, row.schema, tuple(row.parents), row.changes,
        row.author, row.device, row.seq, row.at,
    )  # fmt: skip


@cache
def _change_of(row: type[Record]) -> Update:
    table = Base.metadata.tables[row.__tablename__]
    return update(table).where(table.c.id == bindparam("of_id"))


def apply_fold(row: Record, folded: Folded) -> None:
    """Sets a row to what follows from its revisions."""
    for name, value in codec.columns_of(type(row), folded.fields).items():
        setattr(row, name, value)
    row.heads = list(folded.heads)
    row.conflicts = {
        name: [[write.value, write.author, write.at.isoformat()] for write in writes]
        for name, writes in folded.conflicts.items()
    }


def rebuild(session: Session, record_id: str) -> Record:
    """Makes the row of a record anew from its revisions alone. Raises NotFoundError without revisions."""
    rows = list(session.scalars(select(RevisionRow).where(RevisionRow.record_id == record_id)))
    if not rows:
        raise NotFoundError("Van dit gegeven is geen geschiedenis.")
    kind = KINDS[rows[0].kind]
    last = max(rows, key=lambda row: (row.at, row.id))
    row = cast(Record, session.get(kind, record_id) or kind(id=record_id, heads=[], conflicts={}))
    apply_fold(row, fold(as_revision(r) for r in rows))
    row.removed = bool(row.removed)
    row.made_at = min(r.at for r in rows)
    row.edited_at, row.edited_by = last.at, last.author
    session.add(row)
    return row
