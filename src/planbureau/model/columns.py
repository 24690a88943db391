"""The base of all records, and column types for what SQLite would lose in silence."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, MetaData, String, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. SQLite itself drops the zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Every table of the vault, except `vault_meta` of the vault room."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {dict[str, Any]: JSON, list[Any]: JSON, datetime: Moment}


class Record(Base):
    """What every record has. All other columns are its fields, folded from its revisions."""

    __abstract__ = True
    kind: ClassVar[str]

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    removed: Mapped[bool] = mapped_column(default=False)
    heads: Mapped[list[Any]] = mapped_column(default=list)
    conflicts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    made_at: Mapped[datetime]
    edited_at: Mapped[datetime]
    edited_by: Mapped[str] = mapped_column(String(36), default="")


RECORD_COLUMNS = frozenset({"id", "heads", "conflicts", "made_at", "edited_at", "edited_by"})
