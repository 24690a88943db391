"""The migrations make exactly what the models say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import sqlcipher3.dbapi2 as dbapi
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from planbureau.clock import FixedClock
from planbureau.errors import VaultError
from planbureau.model.migrations import running
from planbureau.model.rows import Base
from planbureau.model.store import Store


def test_migrated_schema_equals_the_models(store: Store, connect: Callable[[], Any]) -> None:
    engine = create_engine("sqlite:///x", module=dbapi, creator=connect)

    def ours(name: str | None, kind: str, _parent: Any) -> bool:
        return not (kind == "table" and name is not None and name.startswith("search_fts"))

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": ours, "render_as_batch": True}
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_head_is_the_last_migration() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(running.configuration()).get_current_head() == running.HEAD


def test_a_newer_vault_is_named_and_left_alone(
    store: Store, connect: Callable[[], Any], clock: FixedClock
) -> None:
    raw = connect()
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(VaultError, match="nieuwere versie"):
        Store(connect, dbapi, clock).prepare()
    assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)
    raw.close()


def test_a_migration_that_loses_rows_is_undone(
    store: Store, connect: Callable[[], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = connect()
    raw.execute("INSERT INTO local(key, value) VALUES ('a', 'b')")
    before = raw.execute("SELECT count(*) FROM local").fetchone()
    from alembic import command

    def losing(config: Any, _to: str) -> None:
        config.attributes["connection"].exec_driver_sql("DELETE FROM local")

    monkeypatch.setattr(command, "upgrade", losing)
    with store._engine.connect() as connection, pytest.raises(VaultError, match="niets veranderd"):
        running.upgrade(connection)
    assert raw.execute("SELECT count(*) FROM local").fetchone() == before
    raw.close()
