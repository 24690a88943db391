"""The first schema: the revision chain, and what a laptop keeps for itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_INDEX = (
    "CREATE VIRTUAL TABLE search_fts USING fts5(title, body, content='search', content_rowid='rowid', "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
# Without it deleted words stay readable in the index.
_SECURE = "INSERT INTO search_fts(search_fts, rank) VALUES('secure-delete', 1)"
_PUT = "INSERT INTO search_fts(rowid, title, body) VALUES (new.rowid, new.title, new.body); "
_TAKE = (
    "INSERT INTO search_fts(search_fts, rowid, title, body) "
    "VALUES ('delete', old.rowid, old.title, old.body); "
)
FTS_STATEMENTS = (
    _INDEX,
    _SECURE,
    f"CREATE TRIGGER search_added AFTER INSERT ON search BEGIN {_PUT} END",
    f"CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN {_TAKE} END",
    f"CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN {_TAKE} {_PUT} END",
)


def upgrade() -> None:
    _revision()
    _blob()
    _draft()
    _local()
    _deadline_index()
    _search()
    for statement in FTS_STATEMENTS:
        op.execute(statement)


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("parents", sa.JSON(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("author", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
    )
    op.create_index("ix_revision_device_seq", "revision", ["device", "seq"], unique=False)
    op.create_index(op.f("ix_revision_record_id"), "revision", ["record_id"], unique=False)


def _blob() -> None:
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_blob")),
    )


def _draft() -> None:
    op.create_table(
        "draft",
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("plan_id", "key", name=op.f("pk_draft")),
    )


def _local() -> None:
    op.create_table(
        "local",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_local")),
    )


def _deadline_index() -> None:
    op.create_table(
        "deadline_index",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("household_id", sa.String(length=36), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("last_date", sa.Date(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline_index")),
    )
    op.create_index(op.f("ix_deadline_index_client_id"), "deadline_index", ["client_id"], unique=False)
    op.create_index(op.f("ix_deadline_index_household_id"), "deadline_index", ["household_id"], unique=False)
    op.create_index(op.f("ix_deadline_index_last_date"), "deadline_index", ["last_date"], unique=False)
    op.create_index(op.f("ix_deadline_index_plan_id"), "deadline_index", ["plan_id"], unique=False)


def _search() -> None:
    op.create_table(
        "search",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("client_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search")),
        sa.UniqueConstraint("record_id", name=op.f("uq_search_record_id")),
    )
