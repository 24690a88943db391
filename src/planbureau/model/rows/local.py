"""Tables that are no records: the revision chain itself, blobs, and what this laptop derives or keeps."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from planbureau.model.columns import Base


class RevisionRow(Base):
    """One write of one record. Never changed, never removed."""

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_device_seq", "device", "seq"),)

    id: Mapped[str] = mapped_column(String(64), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str]
    schema: Mapped[int]
    parents: Mapped[list[Any]]
    changes: Mapped[dict[str, Any]]
    author: Mapped[str] = mapped_column(String(36))
    device: Mapped[str] = mapped_column(String(36))
    seq: Mapped[int]
    at: Mapped[datetime]


class BlobRow(Base):
    """A file by its SHA-256."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class DraftRow(Base):
    """Typed text of one person that is not a revision yet."""

    __tablename__ = "draft"

    plan_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    author: Mapped[str] = mapped_column(String(36), primary_key=True)
    text: Mapped[str]
    at: Mapped[datetime]


class LocalRow(Base):
    """What this copy of the vault knows of itself: device id, the day that deadlines were computed for."""

    __tablename__ = "local"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class DeadlineIndexRow(Base):
    """A computed deadline, so that lists need not compute. Renewed on a write, a new day or a new rule."""

    __tablename__ = "deadline_index"
    __table_args__ = (
        Index(
            "ix_deadline_index_open_last_date",
            *("last_date", "plan_id", "rule_id", "client_id", "household_id", "status"),
            sqlite_where=text("open = 1"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[str] = mapped_column(String(36), index=True)
    client_id: Mapped[str] = mapped_column(String(36), index=True)
    household_id: Mapped[str] = mapped_column(String(36), index=True)
    rule_id: Mapped[str]
    subject: Mapped[str]
    last_date: Mapped[date | None] = mapped_column(index=True)
    status: Mapped[str]
    open: Mapped[bool]


class SearchRow(Base):
    """The text behind the full-text index `search_fts` (kept in step by triggers)."""

    __tablename__ = "search"

    rowid: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[str] = mapped_column(String(36), unique=True)
    kind: Mapped[str]
    client_id: Mapped[str] = mapped_column(String(36))
    title: Mapped[str]
    detail: Mapped[str]
    body: Mapped[str]
